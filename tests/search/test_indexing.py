"""Documents follow the live pages and records, in the transaction of the change."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import PageViewRestriction

from directory.models import Adviser
from pages.models import GuidePage, ServicePage
from pages.models.base import TwinPage
from search.documents.services import service_documents
from search.indexing import refresh
from search.models import DocumentKind, SearchDocument, SearchText
from search.service import run_search
from site_core.languages import LanguageCode
from tests.directory.factories import (
    AdviserFactory,
    LanguageOfServiceFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ServiceClassFactory,
)
from tests.pages.factories import (
    GuidePageFactory,
    OrganisationPageFactory,
    ServicePageFactory,
    TopicPageFactory,
    with_twin,
)

pytestmark = pytest.mark.django_db


def publish(page: TwinPage) -> TwinPage:
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def document(key: uuid.UUID) -> SearchDocument | None:
    return SearchDocument.objects.present().filter(key=key).first()


def text(key: uuid.UUID, language: LanguageCode) -> SearchText:
    return SearchText.objects.get(document__key=key, language=language)


def found(query: str, language: LanguageCode = "fi") -> list[str]:
    """The titles that have all the words."""
    results = run_search(query, language, size=50)
    return [] if results.widened else [item.title for item in results.items]


class TestServices:
    def test_a_published_service_is_found_with_its_facts(self):
        section = OrganisationPageFactory()
        main = ServiceClassFactory(code="Z6")
        page = ServicePageFactory(
            parent=section,
            title="Uraohjaus",
            municipalities=[MunicipalityFactory(code="Z91")],
            service_classes=[ServiceClassFactory(code="Z6.4", parent=main)],
            languages=[LanguageOfServiceFactory(code="fi")],
            channels=[("phone", {"name": "Puhelin", "number": "+358 0000 123 401"})],
        )
        assert found("uraohjaus") == []
        publish(page)
        row = document(page.translation_key)
        assert row is not None
        assert (row.kind, row.languages) == (DocumentKind.SERVICE, ("fi",))
        assert row.facets == {
            "type": ["service"],
            "service_class": ["Z6.4", "Z6"],
            "municipality": ["Z91"],
            "organisation": [section.organisation.slug],
            "language_of_service": ["fi"],
            "way_to_meet": ["phone"],
        }
        assert found("uraohjaukseen") == ["Uraohjaus"]

    def test_alternative_names_texts_and_channels_are_found(self):
        page = ServicePageFactory(
            title="Palvelu",
            alternative_names="Opastus\nLuotsaus",
            description="<p>Autamme <b>muutossa</b>.</p><p>Tule käymään.</p>",
            channels=[("place", {"name": "Kulmahuone", "city": "Koela"})],
        )
        publish(page)
        for word in ("luotsaus", "muutto", "kulmahuone"):
            assert found(word) == ["Palvelu"], word

    def test_a_draft_is_not_found(self):
        page = ServicePageFactory(title="Salattu", live=False)
        refresh(DocumentKind.SERVICE, [page.translation_key])
        assert found("salattu") == []
        assert not SearchText.objects.filter(document__key=page.translation_key).exists()

    def test_a_later_draft_of_a_live_page_changes_nothing(self):
        page = publish(ServicePageFactory(title="Uraohjaus"))
        page.title = "Lentonäytös"
        page.save_revision()
        assert found("lentonäytös") == []
        assert found("uraohjaus") == ["Uraohjaus"]

    def test_unpublishing_leaves_a_tombstone_without_texts(self):
        page = publish(ServicePageFactory(title="Uraohjaus"))
        before = SearchDocument.objects.get(key=page.translation_key).version
        page.unpublish()
        row = SearchDocument.objects.get(key=page.translation_key)
        assert row.deleted
        assert row.version > before
        assert not row.texts.exists()
        assert found("uraohjaus") == []

    def test_both_pages_of_a_pair_are_one_document(self):
        page = publish(ServicePageFactory(title="Uraohjaus"))
        twin = publish(with_twin(page, title="Karriärvägledning"))
        row = document(page.translation_key)
        assert row is not None
        assert row.languages == ("fi", "sv")
        assert found("karriärvägledningen", "sv") == ["Karriärvägledning"]
        twin.unpublish()
        row.refresh_from_db()
        assert row.languages == ("fi",)

    def test_facts_come_from_the_source_even_when_only_the_twin_is_live(self):
        page = ServicePageFactory(title="Uraohjaus", service_classes=[ServiceClassFactory(code="Z6.4")], live=False)
        publish(with_twin(page, title="Karriärvägledning"))
        row = document(page.translation_key)
        assert row is not None
        assert row.languages == ("sv",)
        assert row.facets["service_class"] == ["Z6.4"]

    def test_a_service_of_the_whole_country_or_at_a_distance_holds_everywhere(self):
        whole = publish(ServicePageFactory(area="whole_country", municipalities=[MunicipalityFactory()]))
        remote = publish(ServicePageFactory(is_remote=True, municipalities=[MunicipalityFactory()]))
        mainland = publish(ServicePageFactory(area="except_aland"))
        places = [document(page.translation_key).facets["municipality"] for page in (whole, remote, mainland)]
        assert places == [["everywhere"], ["everywhere"], ["mainland"]]

    def test_publishing_again_without_a_change_keeps_the_version(self):
        page = publish(ServicePageFactory(title="Uraohjaus"))
        before = SearchDocument.objects.get(key=page.translation_key).version
        publish(page)
        assert SearchDocument.objects.get(key=page.translation_key).version == before

    def test_deleting_the_finnish_page_leaves_the_swedish_one(self):
        page = publish(ServicePageFactory(title="Uimakoulu"))
        publish(with_twin(page, title="Simskola"))
        ServicePage.objects.get(pk=page.pk).delete()
        row = document(page.translation_key)
        assert row is not None
        assert row.languages == ("sv",)
        assert text(row.key, "fi").url.startswith("/fi/")
        assert found("uimakoulu") == []
        assert found("simskola", "sv") == ["Simskola"]

    def test_deleting_the_last_page_of_a_pair_takes_the_document(self):
        page = publish(ServicePageFactory(title="Uraohjaus"))
        page.delete()
        assert document(page.translation_key) is None

    def test_deleting_a_section_takes_what_is_in_it(self):
        section = OrganisationPageFactory()
        page = publish(ServicePageFactory(parent=section, title="Uraohjaus"))
        section.get_parent().get_children().get(pk=section.pk).delete()
        assert document(page.translation_key) is None
        assert found("uraohjaus") == []

    def test_a_restricted_page_is_not_found_until_the_restriction_is_lifted(self):
        section = OrganisationPageFactory()
        publish(ServicePageFactory(parent=section, title="Uraohjaus"))
        restriction = PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
        assert found("uraohjaus") == []
        restriction.delete()
        assert found("uraohjaus") == ["Uraohjaus"]


class TestAddresses:
    def test_a_missing_translation_has_an_address_in_that_language(self):
        page = publish(ServicePageFactory(title="Uraohjaus"))
        assert text(page.translation_key, "fi").url == page.url
        swedish = text(page.translation_key, "sv")
        assert swedish.url.startswith("/sv/")
        assert swedish.title == ""

    def test_a_new_address_of_a_section_is_the_address_of_what_is_in_it(self):
        section = publish(OrganisationPageFactory())
        page = publish(ServicePageFactory(parent=section, slug="uraohjaus"))
        section.slug = "uusi-osoite"
        publish(section)
        assert text(page.translation_key, "fi").url == "/fi/uusi-osoite/uraohjaus/"

    def test_a_moved_service_has_the_address_and_organisation_of_its_new_section(self):
        page = publish(ServicePageFactory(slug="uraohjaus"))
        other = OrganisationPageFactory(organisation=OrganisationFactory(name_fi="Toinen"), slug="toinen")
        page.move(other, pos="last-child")
        row = document(page.translation_key)
        assert text(row.key, "fi").url == "/fi/toinen/uraohjaus/"
        assert row.facets["organisation"] == [other.organisation.slug]
        assert row.names["organisation"]["fi"] == "Toinen"

    def test_publishing_the_section_in_swedish_gives_its_services_their_swedish_address(self):
        section = publish(OrganisationPageFactory(slug="osasto"))
        page = publish(ServicePageFactory(parent=section, slug="uraohjaus"))
        assert text(page.translation_key, "sv").url == "/sv/osasto/uraohjaus/"
        publish(with_twin(section, slug="avdelning"))
        assert text(page.translation_key, "sv").url == "/sv/avdelning/uraohjaus/"


class TestGuidesAndTopics:
    def test_steps_of_a_guide_and_sections_of_a_topic_are_found(self):
        guide = GuidePageFactory(
            title="Opas", steps=[("step", {"title": "Hanki tiedot", "text": "<p>Pyydä ote.</p>"})]
        )
        topic = TopicPageFactory(title="Aihe", sections=[("page_list", {"heading": "Kurssit", "text": ""})])
        publish(guide)
        publish(topic)
        assert found("otteet") == ["Opas"]
        assert found("kurssi") == ["Aihe"]
        row = document(guide.translation_key)
        assert row.facets == {"type": ["guide"], "municipality": ["everywhere"]}
        guide = GuidePage.objects.get(pk=guide.pk)
        guide.unpublish()
        assert found("otteet") == []


class TestOrganisations:
    def test_an_organisation_is_found_from_the_day_it_is_saved(self):
        organisation = OrganisationFactory(name_fi="Koelan opisto", name_sv="Provby institut")
        assert found("opisto") == ["Koelan opisto"]
        assert found("institutet", "sv") == ["Provby institut"]
        organisation.municipalities.add(MunicipalityFactory(code="Z91"))
        assert document(organisation.key).facets["municipality"] == ["Z91"]

    def test_one_that_leaves_the_network_is_not_found(self):
        organisation = OrganisationFactory(name_fi="Koelan opisto")
        adviser = AdviserFactory(organisation=organisation)
        organisation.active = False
        organisation.save()
        assert document(organisation.key) is None
        assert document(adviser.key) is None

    def test_a_new_name_is_the_name_on_services_and_advisers(self):
        section = publish(OrganisationPageFactory())
        page = publish(ServicePageFactory(parent=section))
        adviser = AdviserFactory(organisation=section.organisation)
        section.organisation.name_fi = "Uusi nimi"
        section.organisation.save()
        for key in (page.translation_key, adviser.key):
            assert document(key).names["organisation"]["fi"] == "Uusi nimi"

    def test_its_address_is_that_of_its_section_while_there_is_one(self):
        section = publish(OrganisationPageFactory())
        key = section.organisation.key
        assert text(key, "fi").url == section.url
        section.delete()
        assert text(key, "fi").url.endswith(f"/{section.organisation.slug}/")
        assert text(key, "fi").url != section.url

    def test_a_deleted_one_is_not_found(self):
        organisation = OrganisationFactory(name_fi="Koelan opisto")
        organisation.delete()
        assert found("opisto") == []


class TestAdvisers:
    def test_an_adviser_is_found_by_name_title_and_expertise(self):
        adviser = AdviserFactory(name="Aino Esimerkki", title_fi="uraohjaaja", expertise_fi="Autan alan vaihdossa.")
        adviser.municipalities.set([MunicipalityFactory(code="Z91", name_fi="Mansikkala")])
        adviser.service_classes.set([ServiceClassFactory(code="Z6.4")])
        adviser.languages.set([LanguageOfServiceFactory(code="fi")])
        for query in ("aino esimerkki", "uraohjaajat", "vaihto", "mansikkalassa"):
            assert found(query)[0] == "Aino Esimerkki", query
        assert document(adviser.key).facets == {
            "type": ["adviser"],
            "service_class": ["Z6.4"],
            "municipality": ["Z91"],
            "organisation": [adviser.organisation.slug],
            "language_of_service": ["fi"],
            "way_to_meet": ["in_person"],
        }

    def test_without_consent_there_is_no_document(self):
        adviser = AdviserFactory(consent_date=None)
        assert document(adviser.key) is None
        adviser.consent_date = date(2026, 1, 1)
        adviser.save()
        assert document(adviser.key) is not None
        adviser.consent_date = None
        adviser.save()
        assert document(adviser.key) is None

    def test_an_adviser_is_found_from_consent_to_the_last_active_day(self):
        adviser = AdviserFactory(consent_date=date(2026, 1, 15), active_until=date(2026, 3, 1))
        row = document(adviser.key)
        assert (row.visible_from, row.visible_until) == (date(2026, 1, 15), date(2026, 3, 1))
        for day, visible in ((14, False), (15, True)):
            assert SearchDocument.objects.visible(date(2026, 1, day)).filter(key=row.key).exists() is visible
        assert not SearchDocument.objects.visible(date(2026, 3, 2)).filter(key=row.key).exists()

    def test_a_deleted_adviser_is_not_found(self):
        adviser = AdviserFactory(name="Aino Esimerkki")
        Adviser.objects.get(pk=adviser.pk).delete()
        assert found("aino") == []

    def test_an_adviser_with_texts_in_one_language_is_found_by_name_in_both(self):
        AdviserFactory(name="Aino Esimerkki", title_sv="", expertise_sv="")
        (item,) = run_search("aino", "sv").items
        assert (item.title, item.language) == ("Aino Esimerkki", "fi")


class TestTransactions:
    def test_a_change_that_fails_leaves_no_document(self):
        page = ServicePageFactory(title="Uraohjaus")
        with transaction.atomic():
            publish(page)
            assert found("uraohjaus") == ["Uraohjaus"]
            transaction.set_rollback(True)
        assert document(page.translation_key) is None
        assert found("uraohjaus") == []

    def test_a_document_that_cannot_be_written_stops_the_change(self, monkeypatch: pytest.MonkeyPatch):
        page = ServicePageFactory(title="Uraohjaus", live=False)

        def broken(*args: object) -> None:
            raise RuntimeError("broken")

        monkeypatch.setattr("search.indexing.analysed", broken)
        with pytest.raises(RuntimeError, match="broken"), transaction.atomic():
            publish(page)
        page.refresh_from_db()
        assert not page.live

    def test_versions_rise_with_every_change(self):
        page = publish(ServicePageFactory(title="A"))
        versions = []
        for title in "BCD":
            page.title = title
            publish(page)
            versions.append(SearchDocument.objects.get(key=page.translation_key).version)
        assert versions == sorted(set(versions))


def test_the_queries_do_not_grow_with_the_documents(django_assert_max_num_queries: Any):
    section = publish(OrganisationPageFactory())
    pages = [ServicePageFactory(parent=section, municipalities=[MunicipalityFactory()]) for _ in range(12)]
    with django_assert_max_num_queries(13):
        assert len(list(service_documents([page.translation_key for page in pages]))) == 12
