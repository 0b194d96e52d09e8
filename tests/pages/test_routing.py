"""What is served at each address, for every state of a pair and both directions."""

import pytest
from django.utils import translation
from django.utils.translation import gettext

from tests.pages.factories import (
    GuidePageFactory,
    OrganisationPageFactory,
    ServicePageFactory,
    home,
    with_twin,
)

pytestmark = pytest.mark.django_db

OTHER = {"fi": "sv", "sv": "fi"}


def service_in(language: str, **values):
    """A live service in a section that exists in the one language alone."""
    section = OrganisationPageFactory(parent=home(language), title="Koela", slug="koela")
    return ServicePageFactory(parent=section, title="Uraohjaus", slug="uraohjaus", **values)


def section_twin(service, **values):
    return with_twin(service.get_parent().specific, title="Provby", slug="provby", **values)


@pytest.mark.parametrize("language", ["fi", "sv"])
class TestMissingTranslation:
    def test_is_served_at_the_other_address_in_its_own_language(self, client, language):
        service = service_in(language)
        other = OTHER[language]
        response = client.get(f"/{other}/koela/uraohjaus/")
        html = response.content.decode()
        assert response.status_code == 200
        assert f'<html lang="{other}"' in html
        assert f'<h1 lang="{language}">Uraohjaus</h1>' in html
        assert response.context["content_language"] == language
        assert 'class="notice"' in html
        assert f'<link rel="canonical" href="http://127.0.0.1:8000{service.url}">' in html
        assert f'hreflang="{other}" href="http' not in html

    def test_below_a_translated_section(self, client, language):
        service = service_in(language)
        section_twin(service)
        other = OTHER[language]
        assert client.get(f"/{other}/provby/uraohjaus/").status_code == 200
        assert client.get(f"/{other}/koela/uraohjaus/").status_code == 200

    def test_the_page_itself_has_no_notice(self, client, language):
        service = service_in(language)
        response = client.get(service.url)
        assert response.status_code == 200
        assert 'class="notice"' not in response.content.decode()

    def test_an_unpublished_page_is_not_served_in_either_language(self, client, language):
        service = service_in(language, live=False)
        assert client.get(f"/{language}/koela/uraohjaus/").status_code == 404
        assert client.get(f"/{OTHER[language]}/koela/uraohjaus/").status_code == 404
        service.get_parent().specific.unpublish()
        assert client.get(f"/{OTHER[language]}/koela/").status_code == 404


@pytest.mark.parametrize("language", ["fi", "sv"])
class TestTranslationElsewhere:
    def test_the_reader_is_sent_there_with_the_query(self, client, language):
        service = service_in(language)
        section_twin(service)
        twin = with_twin(service, title="Karriär", slug="karriar")
        response = client.get(f"/{OTHER[language]}/koela/uraohjaus/?from=mail")
        assert response.status_code == 302
        assert response.url == f"{twin.url}?from=mail"
        assert client.get(response.url).status_code == 200

    def test_a_draft_translation_is_neither_served_nor_hinted_at(self, client, language):
        service = service_in(language)
        section_twin(service)
        with_twin(service, title="Hemlig karriär", slug="hemlig", live=False)
        other = OTHER[language]
        assert client.get(f"/{other}/provby/hemlig/").status_code == 404
        response = client.get(f"/{other}/provby/uraohjaus/")
        assert response.status_code == 200
        assert "Hemlig" not in response.content.decode()
        assert "hemlig" not in client.get(service.url).content.decode()

    def test_a_draft_translation_with_the_same_slug_gives_way_to_the_live_page(self, client, language):
        service = service_in(language)
        section_twin(service, live=False)
        with_twin(service, title="Hemlig", slug="uraohjaus", live=False)
        response = client.get(f"/{OTHER[language]}/koela/uraohjaus/")
        assert response.status_code == 200
        assert response.context["content_language"] == language

    def test_a_source_taken_down_leaves_the_translation_up(self, client, language):
        service = service_in(language, live=False)
        section_twin(service)
        twin = with_twin(service, title="Karriär", slug="karriar")
        other = OTHER[language]
        assert client.get(twin.url).context["content_language"] == other
        response = client.get(f"/{language}/koela/karriar/")
        assert response.status_code == 200
        assert response.context["content_language"] == other


def test_unknown_addresses_are_not_found_and_lead_on(client, fi_home):
    for path in (
        "/fi/ei-ole/",
        "/sv/ei-ole/",
        "/sv/ei-ole/ei-tama/ei-taas/",
        "/sv/%00/",
        "/sv/" + "a" * 10_000 + "/",
    ):
        response = client.get(path)
        assert response.status_code == 404, path
    html = client.get("/sv/ei-ole/").content.decode()
    assert 'href="/fi/ei-ole/"' in html


def test_the_other_front_page_is_served_when_one_is_taken_down(client, sv_home):
    sv_home.unpublish()
    response = client.get("/sv/")
    assert response.status_code == 200
    assert response.context["content_language"] == "fi"


def linked_languages(response):
    return {link.code: link.url for link in response.context["language_links"]}


def test_the_language_switch_stays_on_the_page_and_keeps_the_query(client):
    service = service_in("fi")
    section_twin(service)
    twin = with_twin(service, title="Karriär", slug="karriar")
    assert linked_languages(client.get(f"{service.url}?a=1")) == {"fi": f"{service.url}?a=1", "sv": f"{twin.url}?a=1"}
    assert linked_languages(client.get(twin.url)) == {"fi": service.url, "sv": twin.url}


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("with_section", [True, False])
def test_the_language_switch_leads_to_a_page_in_every_state(client, language, with_section):
    service = service_in(language)
    if with_section:
        section_twin(service)
    links = linked_languages(client.get(service.url))
    for code, url in links.items():
        response = client.get(url)
        assert response.status_code == 200, url
        assert linked_languages(response) == links
        assert response.context["page"].pk == service.pk
        current = [link.code for link in response.context["language_links"] if link.current]
        assert current == [code]


def test_breadcrumbs_leave_drafts_out_and_mark_the_other_language(client):
    service = service_in("fi")
    section_twin(service, live=False)
    twin = with_twin(service, title="Karriär", slug="karriar")
    crumbs = client.get(twin.url).context["breadcrumbs"]
    with translation.override("sv"):
        front_page = gettext("Front page")
    assert [(crumb.title, crumb.language) for crumb in crumbs] == [(front_page, ""), ("Koela", "fi")]
    service.get_parent().specific.unpublish()
    crumbs = client.get(twin.url).context["breadcrumbs"]
    assert [crumb.title for crumb in crumbs] == [front_page]


def test_hreflang_names_the_languages_that_exist(client):
    guide = GuidePageFactory(slug="opas")
    links = client.get(guide.url).context["hreflang_links"]
    assert [(link.code, link.url) for link in links] == [
        ("fi", "http://127.0.0.1:8000/fi/opas/"),
        ("x-default", "http://127.0.0.1:8000/fi/opas/"),
    ]
    with_twin(guide, slug="handbok")
    links = client.get(guide.url).context["hreflang_links"]
    assert [link.code for link in links] == ["fi", "sv", "x-default"]
    assert links[1].url == "http://127.0.0.1:8000/sv/handbok/"
