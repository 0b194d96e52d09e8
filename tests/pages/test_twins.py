"""Making the other page of a pair, and keeping the facts of the pair through deletions and copies."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from directory.models import AdviserRole
from pages.models import ServiceArea, ServicePage
from pages.pair_facts import sources_of
from pages.twins import PairStatus, TwinExistsError, create_twin, pair_status
from tests.directory.factories import AdviserFactory, LifeEventFactory, MunicipalityFactory, ServiceClassFactory
from tests.pages.factories import GuidePageFactory, ServiceAdviserFactory, ServicePageFactory, with_twin

pytestmark = pytest.mark.django_db


@pytest.fixture
def service() -> ServicePage:
    service = ServicePageFactory(
        title="Uraohjaus",
        service_classes=[ServiceClassFactory()],
        municipalities=[MunicipalityFactory()],
        area=ServiceArea.WHOLE_COUNTRY,
        charge_type="free",
    )
    ServiceAdviserFactory(page=service, role=AdviserRole.EXPERT)
    return service


def facts_of(page: ServicePage) -> dict:
    page = ServicePage.objects.get(pk=page.pk)
    return {
        "area": page.area,
        "charge": page.charge_type,
        "classes": list(page.service_classes.all()),
        "municipalities": list(page.municipalities.all()),
        "advisers": [(link.adviser, link.role) for link in page.service_advisers.all()],
    }


NO_FACTS = {
    "area": ServiceArea.MUNICIPALITIES,
    "charge": "",
    "classes": [],
    "municipalities": [],
    "advisers": [],
}


class TestCreateTwin:
    def test_is_a_draft_with_its_own_text_alone(self, service):
        twin = create_twin(service, "sv", title="Karriärvägledning", summary="Vi hjälper dig.")
        twin = ServicePage.objects.get(pk=twin.pk)
        assert not twin.live
        assert twin.alias_of_id is None
        assert twin.locale.language_code == "sv"
        assert twin.slug == "karriarvagledning"
        assert (twin.title, twin.summary, twin.description) == ("Karriärvägledning", "Vi hjälper dig.", "")
        assert facts_of(twin) == NO_FACTS
        assert twin.source == service
        assert service.twin == twin
        assert twin.latest_revision is not None

    def test_makes_the_sections_twin_as_a_draft_of_the_same_organisation(self, service):
        twin = create_twin(service, "sv", title="Karriär")
        section = twin.get_parent().specific
        assert not section.live
        assert section.alias_of_id is None
        assert section.organisation == service.organisation
        assert section.twin == service.get_parent().specific

    def test_uses_the_sections_twin_that_is_there(self, service):
        section = with_twin(service.get_parent().specific)
        assert create_twin(service, "sv", title="Karriär").get_parent().specific == section

    def test_of_a_page_made_first_in_swedish(self, service):
        swedish = with_twin(GuidePageFactory())
        swedish.twin.delete()
        swedish = type(swedish).objects.get(pk=swedish.pk)
        assert create_twin(swedish, "fi", title="Opas").get_parent().specific.locale.language_code == "fi"

    def test_is_refused_where_there_is_one_and_without_a_title(self, service):
        with pytest.raises(KeyError):
            create_twin(service, "sv")
        create_twin(service, "sv", title="Karriär")
        with pytest.raises(TwinExistsError):
            create_twin(service, "sv", title="Karriär")
        with pytest.raises(TwinExistsError):
            create_twin(service, "fi", title="Uraohjaus")


def test_pair_status(service):
    assert pair_status(service) == PairStatus.MISSING
    twin = create_twin(service, "sv", title="Karriär")
    assert pair_status(service) == PairStatus.DRAFT
    twin.get_latest_revision().publish()
    assert pair_status(ServicePage.objects.get(pk=service.pk)) == PairStatus.LIVE


class TestTranslateThisPage:
    """The button of wagtail-localize."""

    def test_ends_in_drafts_without_facts(self, admin_client, service):
        url = reverse("wagtail_localize:submit_page_translation", args=[service.pk])
        locale = Locale.objects.get(language_code="sv")
        assert admin_client.post(url, {"locales": [locale.pk]}).status_code == 302
        twin = service.get_translation(locale)
        section = twin.get_parent()
        for page in (twin, section):
            assert not page.live
            assert page.alias_of_id is None
        assert facts_of(twin) == NO_FACTS
        assert facts_of(service)["advisers"]
        draft = twin.get_latest_revision_as_object()
        assert not draft.live
        assert not draft.service_advisers.exists()
        response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[twin.pk]))
        assert response.status_code == 200
        assert 'name="action-publish"' in response.content.decode()


class TestDeletion:
    def test_of_the_source_hands_the_facts_to_the_page_that_remains(self, service):
        twin = with_twin(service)
        before = facts_of(service)
        service.delete()
        assert facts_of(twin) == before
        assert ServicePage.objects.get(pk=twin.pk).live

    def test_of_the_sources_whole_section_through_the_admin_does_so_too(self, admin_client, service):
        twin = with_twin(service)
        before = facts_of(service)
        section = service.get_parent()
        response = admin_client.post(reverse("wagtailadmin_pages:delete", args=[section.pk]))
        assert response.status_code == 302
        assert not ServicePage.objects.filter(pk=service.pk).exists()
        assert facts_of(twin) == before

    def test_leaves_drafts_and_old_revisions_with_the_facts(self, service):
        twin = with_twin(service, title="Karriär")
        old = twin.save_revision()
        old.publish()
        twin.refresh_from_db()
        twin.title = "Karriär, utkast"
        draft = twin.save_revision()
        before = facts_of(service)
        service.delete()
        for revision in (draft, old):
            revision.refresh_from_db()
            revision.publish()
            assert facts_of(twin) == before
        assert ServicePage.objects.get(pk=twin.pk).title == "Karriär"

    def test_of_the_twin_changes_nothing(self, service):
        twin = with_twin(service)
        before = facts_of(service)
        twin.delete()
        assert facts_of(service) == before

    def test_of_an_only_page(self, service):
        service.delete()
        assert not ServicePage.objects.exists()

    def test_of_both_sections(self, service):
        with_twin(service)
        service.get_parent().specific.twin.delete()
        service.get_parent().delete()
        assert not ServicePage.objects.exists()

    def test_of_a_guide(self):
        event = LifeEventFactory()
        guide = GuidePageFactory(life_events=[event])
        twin = with_twin(guide)
        guide.delete()
        assert list(type(twin).objects.get(pk=twin.pk).life_events.all()) == [event]


def test_a_copy_of_the_twin_has_the_facts_of_the_pair(admin_client, service):
    twin = with_twin(service)
    response = admin_client.post(
        reverse("wagtailadmin_pages:copy", args=[twin.pk]),
        {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": twin.get_parent().pk},
    )
    assert response.status_code == 302
    copy = ServicePage.objects.get(slug="kopia")
    assert copy.is_source
    assert facts_of(copy) == facts_of(service)
    copy.get_latest_revision().publish()
    assert facts_of(copy) == facts_of(service)


def test_sources_are_the_first_made(service):
    twin = with_twin(service)
    assert list(sources_of(ServicePage)) == [service]
    service.delete()
    assert list(sources_of(ServicePage)) == [twin]


def test_advisers_of_the_pair_are_linked_once(service):
    adviser = AdviserFactory()
    ServiceAdviserFactory(page=service, adviser=adviser)
    create_twin(service, "sv", title="Karriär")
    assert adviser.service_links.count() == 1
