"""Making the demo site: what stands afterwards, again, with faults, and for whom."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils.html import escape
from django.utils.translation import gettext, override
from wagtail.models import Page, PageLogEntry, Revision

from directory.codelists import load_codelists
from directory.models import Adviser, Organisation
from pages.demo.content import DemoContent, identity, read_content
from pages.demo.load import load_demo
from pages.demo.people import PASSWORD, PEOPLE, make_person
from pages.models import GuidePage, HomePage, OrganisationPage, ServicePage, TopicPage
from pages.models.base import TwinPage
from pages.publishing_rules import saved_problems
from site_core.models import User
from tests.pages.demo_part import small_part

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def small_demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[DemoContent]:
    """A part of the demo, loaded once for this module: each test works in a savepoint inside its transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_codelists()
        content = small_part(read_content())
        load_demo(content)
        for person in PEOPLE:
            make_person(person)
        yield content
        transaction.set_rollback(True)


def all_pages() -> Iterator[TwinPage]:
    for model in (HomePage, OrganisationPage, ServicePage, GuidePage, TopicPage):
        yield from model.objects.all()


def test_pages_are_live_in_both_trees_and_fit_to_publish(small_demo: DemoContent):
    assert not Page.objects.filter(depth__gt=1, live=False).exists()
    assert not Page.objects.filter(has_unpublished_changes=True).exists()
    assert {
        (page.locale.language_code, str(problem)) for page in all_pages() for problem in saved_problems(page)
    } == set()
    for item in small_demo.services:
        languages = set(
            ServicePage.objects.filter(translation_key=identity("service", item["key"])).values_list(
                "locale__language_code", flat=True
            )
        )
        assert languages == {language for language in ("fi", "sv") if item[language]}


def test_page_of_the_first_language_carries_the_facts(small_demo: DemoContent):
    for item in small_demo.services:
        pair = ServicePage.objects.filter(translation_key=identity("service", item["key"])).order_by("pk")
        source, *twins = pair
        assert source.locale.language_code == item["source_language"]
        assert {record.code for record in source.service_classes.all()} == set(item["service_classes"])
        assert {record.code for record in source.languages.all()} == set(item["languages"])
        assert source.service_advisers.count() == len(item["advisers"])
        assert len(source.channels) == len(item["channels"])
        for twin in twins:
            assert not twin.service_classes.exists()
            assert len(twin.channels) == len(item["channels"])


def test_channels_are_what_the_editor_would_accept():
    for page in ServicePage.objects.all():
        page.channels.stream_block.clean(page.channels)


def test_pages_are_served(client: Client):
    for page in all_pages():
        assert client.get(page.url).status_code == 200, page.url


def test_contact_details_are_public_only_with_consent(small_demo: DemoContent):
    assert Adviser.objects.count() == len(small_demo.advisers)
    for adviser in Adviser.objects.all():
        adviser.full_clean()
    assert Adviser.objects.public().exists()


def snapshot() -> dict[str, Any]:
    """Everything that a second load could change."""
    return {
        "pages": list(Page.objects.order_by("pk").values()),
        "services": list(ServicePage.objects.order_by("pk").values()),
        "organisations": list(Organisation.objects.order_by("pk").values()),
        "advisers": list(Adviser.objects.order_by("pk").values()),
        "people": list(User.objects.order_by("pk").values()),
        "revisions": Revision.objects.count(),
        "log": PageLogEntry.objects.count(),
    }


def test_second_load_changes_nothing(small_demo: DemoContent):
    before = snapshot()
    report = load_demo(small_demo)
    assert not any(make_person(person) for person in PEOPLE)
    assert report.made.total() == 0
    assert snapshot() == before


def test_what_people_have_changed_stays(small_demo: DemoContent):
    service = ServicePage.objects.filter(locale__language_code="fi").first()
    assert service is not None
    service.title = "Muokattu nimi"
    service.save_revision().publish()
    load_demo(small_demo)
    service.refresh_from_db()
    assert service.title == "Muokattu nimi"


class TestRoles:
    def status(self, username: str, address: str) -> int:
        client = Client()
        client.force_login(User.objects.get(username=username))
        return client.get(address).status_code

    def service(self, organisation: str, language: str) -> ServicePage:
        section = OrganisationPage.objects.get(
            translation_key=identity("section", organisation), locale__language_code=language
        )
        service = ServicePage.objects.child_of(section).first()
        assert service is not None
        return service

    def test_printed_password_lets_in(self, client: Client):
        assert client.login(username="editor", password=PASSWORD)

    @pytest.mark.parametrize("username", [person.username for person in PEOPLE])
    def test_everybody_gets_to_the_admin(self, username: str):
        assert self.status(username, "/admin/") == 200

    @pytest.mark.parametrize("language", ["fi", "sv"])
    @pytest.mark.parametrize(
        ("username", "own", "others"),
        [
            ("admin", 200, 200),
            ("coordinator", 200, 200),
            ("publisher", 200, 302),
            ("editor", 200, 302),
            ("redaktor", 302, 200),
            ("counsellor", 302, 302),
        ],
    )
    def test_pages_are_edited_by_their_own_organisation(self, username: str, own: int, others: int, language: str):
        for organisation, expected in (("kallanlahti", own), ("strandlinjen", others)):
            service = self.service(organisation, language)
            assert self.status(username, f"/admin/pages/{service.pk}/edit/") == expected

    def test_only_publishers_publish(self):
        service = self.service("kallanlahti", "fi")
        may = {
            person.username: service.permissions_for_user(User.objects.get(username=person.username)).can_publish()
            for person in PEOPLE
        }
        assert {name for name, publishes in may.items() if publishes} == {"admin", "coordinator", "publisher"}

    def test_advisers_are_looked_after_by_coordinators(self):
        address = f"/admin/adviser/edit/{Adviser.objects.values_list('pk', flat=True)[0]}/"
        may = {person.username: self.status(person.username, address) for person in PEOPLE}
        assert {name for name, status in may.items() if status == 200} == {"admin", "coordinator"}


@pytest.mark.parametrize(("language", "path"), [("fi", "/fi/"), ("sv", "/sv/")])
def test_pages_say_that_the_content_is_invented(client: Client, settings, language: str, path: str):
    with override(language):
        notice = escape(gettext("This is a demo site. Its organisations, people and services are invented."))
    assert notice not in client.get(path).content.decode()
    settings.DEMO_CONTENT = True
    assert notice in client.get(path).content.decode()
