"""The blocks of channels, steps and lists, by themselves."""

import pytest
from django.urls import reverse
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from pages.blocks.channels import ChannelStreamBlock, EServiceBlock, PhoneBlock, PlaceBlock
from pages.blocks.guide import PageListBlock, StepBlock
from pages.models import GuidePage, ServicePage, TopicPage
from tests.pages.factories import ServicePageFactory

BLOCKS = [
    *(block for block in ServicePage._meta.get_field("channels").stream_block.child_blocks.values()),
    *(block for block in GuidePage._meta.get_field("steps").stream_block.child_blocks.values()),
    *(block for block in TopicPage._meta.get_field("sections").stream_block.child_blocks.values()),
]


@pytest.mark.django_db
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_every_block_is_previewed_to_editors_in_the_sites_own_style(admin_client, block):
    assert block.is_previewable
    response = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    html = response.content.decode()
    assert response.status_code == 200
    assert "site_core/site.css" in html
    value = block.get_preview_value()
    assert str(value.get("name") or value.get("title") or value.get("heading")) in html


@pytest.mark.parametrize("number", ["040 123 4567", "+358 0000 123 401", "116117", "0800-12345"])
def test_phone_numbers(number):
    block = PhoneBlock()
    assert block.clean(block.to_python({"name": "P", "number": number}))["number"] == number


@pytest.mark.parametrize("number", ["", "soita", "040 123 4567 (ma-pe)", "<b>040</b>", "1" * 41, "040\x00123"])
def test_what_is_no_phone_number(number):
    block = PhoneBlock()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"name": "P", "number": number}))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "koela", "data:text/html,x", "", "https://", "ftp:/x"])
def test_what_is_no_web_address(url):
    block = EServiceBlock()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"name": "Ajanvaraus", "url": url}))


@pytest.mark.parametrize(("latitude", "longitude"), [(91, 25), (-91, 25), (60, 181), ("x", 25)])
def test_coordinates_are_on_the_globe(latitude, longitude):
    block = PlaceBlock()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"name": "Paikka", "latitude": latitude, "longitude": longitude}))


def test_a_place_is_shown_with_as_little_as_its_name():
    html = PlaceBlock().render(PlaceBlock().to_python({"name": "Toimisto"}), {"content_language": "fi"})
    assert "Toimisto" in html
    assert "openstreetmap" not in html
    assert "<dl" not in html


def test_text_of_editors_is_escaped_in_every_channel():
    block = ChannelStreamBlock()
    for kind in block.child_blocks:
        stream = block.to_python([{"type": kind, "value": {"name": "<script>x</script>", "description": '"><b>'}}])
        html = block.render(stream, {"content_language": "fi"})
        assert "<script>" not in html
        assert "<b>" not in html


def test_channels_of_unknown_kinds_are_left_out_and_errors_name_the_block():
    block = ChannelStreamBlock()
    assert len(block.to_python([{"type": "fax", "value": {}}, {"type": "email", "value": {"name": "E"}}])) == 1
    with pytest.raises(StreamBlockValidationError) as failure:
        block.clean(block.to_python([{"type": "email", "value": {"name": "E", "email": "ei"}}]))
    assert list(failure.value.block_errors) == [0]


@pytest.mark.django_db
@pytest.mark.parametrize("block_class", [StepBlock, PageListBlock])
def test_chosen_pages_are_linked_once_in_their_order_without_those_that_are_gone(block_class):
    first, second = ServicePageFactory(title="Eka"), ServicePageFactory(title="Toka")
    value = {"title": "A", "heading": "A", "text": "", "pages": [second.pk, first.pk, second.pk, 10**9]}
    block = block_class()
    context = block.get_context(block.to_python(value))
    assert [link.title for link in context["chosen"]] == ["Toka", "Eka"]
