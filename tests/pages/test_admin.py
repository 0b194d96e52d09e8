"""Editors' work through the real views of the admin."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import nested_form_data

from directory.models import AdviserRole, OntologyTerm
from pages.models import OrganisationPage, ServicePage, TopicPage
from site_core.models import User
from tests.directory.factories import (
    AdviserFactory,
    LifeEventFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ServiceClassFactory,
)
from tests.pages.admin_forms import facts, messages_of, texts
from tests.pages.factories import (
    GuidePageFactory,
    OrganisationPageFactory,
    ServiceAdviserFactory,
    ServicePageFactory,
    TopicPageFactory,
    home,
    with_twin,
)

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "1"}


@pytest.fixture
def section() -> OrganisationPage:
    return OrganisationPageFactory(organisation=OrganisationFactory(whole_country=True))


def create_url(section) -> str:
    return reverse("wagtailadmin_pages:add", args=["pages", "servicepage", section.pk])


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def class_with_sub() -> list[int]:
    return [ServiceClassFactory(code="Z1").pk, ServiceClassFactory(code="Z1.1").pk]


def test_a_service_is_created_and_published(admin_client, client, section):
    adviser = AdviserFactory()
    row = {"adviser": adviser.pk, "role": AdviserRole.EXPERT}
    data = {**texts(), **facts([row], service_classes=class_with_sub()), **PUBLISH}
    response = admin_client.post(create_url(section), data)
    assert response.status_code == 302, messages_of(response)
    service = ServicePage.objects.get(slug="uraohjaus")
    assert service.live
    assert service.locale == section.locale
    assert [link.adviser for link in service.service_advisers.all()] == [adviser]
    html = client.get(service.url).content.decode()
    assert "+358 0000 123 401" in html
    assert adviser.name in html


def test_a_draft_is_saved_however_unready(admin_client, section):
    data = {**texts(summary="", channels=[], description="<p>Soita 040 123 4567</p>"), **facts()}
    response = admin_client.post(create_url(section), data)
    assert response.status_code == 302, messages_of(response)
    assert not ServicePage.objects.get(slug="uraohjaus").live


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("title", {"title": "U" * 101}),
        ("summary", {"summary": ""}),
        ("summary", {"summary": "Uraohjaus"}),
        ("summary", {"summary": "s" * 151}),
        ("description", {"description": "<p>Soita 040 123 4567.</p>"}),
        ("description", {"description": f"<p>{'t' * 5001}</p>"}),
        ("what_to_do", {"what_to_do": "<p>Olemme auki ma–pe 9–16.</p>"}),
        ("deadline", {"deadline": "Kirjoita a@koela.example.org."}),
        ("channels", {"channels": []}),
    ],
)
def test_text_against_the_rules_is_not_published(admin_client, section, field, values):
    data = {**texts(**values), **facts(service_classes=class_with_sub()), **PUBLISH}
    response = admin_client.post(create_url(section), data)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert not ServicePage.objects.exists()


def test_text_against_the_rules_is_not_sent_to_review(admin_client, section):
    url = create_url(section)
    submit = {**facts(service_classes=class_with_sub()), "action-submit": "1"}
    assert list(admin_client.post(url, {**texts(summary=""), **submit}).context["form"].errors) == ["summary"]
    assert admin_client.post(url, {**texts(), **submit}).status_code == 302
    assert ServicePage.objects.get(slug="uraohjaus").workflow_in_progress


def in_few_municipalities(section, **values):
    section.organisation.whole_country = False
    section.organisation.save()
    section.organisation.municipalities.set([MunicipalityFactory()])
    return values


@pytest.mark.parametrize(
    ("field", "make"),
    [
        ("service_classes", lambda section: {"service_classes": []}),
        ("service_classes", lambda section: {"service_classes": [ServiceClassFactory(code="Z1").pk]}),
        (
            "ontology_terms",
            lambda section: {
                "ontology_terms": [OntologyTerm.objects.create(uri=f"u{n}", name_fi=str(n)).pk for n in range(11)]
            },
        ),
        ("municipalities", lambda section: {"area": "municipalities"}),
        ("municipalities", lambda section: in_few_municipalities(section, area="whole_country")),
    ],
)
def test_facts_against_the_rules_are_not_published(admin_client, section, field, make):
    values = {"service_classes": class_with_sub(), **make(section)}
    response = admin_client.post(create_url(section), {**texts(), **facts(**values), **PUBLISH})
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    saved = admin_client.post(create_url(section), {**texts(), **facts(**values)})
    assert saved.status_code == 302


class TestTwin:
    @pytest.fixture
    def pair(self, section):
        service = ServicePageFactory(
            parent=section,
            title="Uraohjaus",
            summary="Mieti ohjaajan kanssa.",
            service_classes=[ServiceClassFactory(code="Z1.1")],
            area="whole_country",
        )
        ServiceAdviserFactory(page=service)
        return service, with_twin(service, title="Karriär", slug="karriar", summary="Fundera.", live=False)

    def test_shows_where_the_facts_are_edited_instead_of_their_panels(self, admin_client, pair):
        source, twin = pair
        html = admin_client.get(edit_url(twin)).content.decode()
        assert 'name="service_classes"' not in html
        assert "service_advisers-TOTAL_FORMS" not in html
        assert f'href="{edit_url(source)}"' in html
        html = admin_client.get(edit_url(source)).content.decode()
        assert 'name="service_classes"' in html
        assert "service_advisers-TOTAL_FORMS" in html
        assert f'href="{edit_url(twin)}"' not in html.partition("help-info")[2].partition("</div>")[0]

    def test_is_published_without_touching_the_facts(self, admin_client, pair):
        source, twin = pair
        data = {**texts(title="Karriär", slug="karriar", summary="Fundera på vad du vill."), **PUBLISH}
        response = admin_client.post(edit_url(twin), data)
        assert response.status_code == 302, messages_of(response)
        assert ServicePage.objects.get(pk=twin.pk).live
        assert source.service_advisers.count() == 1
        assert source.service_classes.count() == 1

    def test_facts_that_are_sent_all_the_same_are_ignored(self, admin_client, pair):
        source, twin = pair
        sent = facts([{"adviser": AdviserFactory().pk, "role": "guides"}], service_classes=class_with_sub())
        data = {**texts(title="Karriär", slug="karriar", summary="Fundera."), **sent, **PUBLISH}
        assert admin_client.post(edit_url(twin), data).status_code == 302
        assert ServicePage.objects.get(pk=twin.pk).service_advisers.count() == 0
        assert source.service_advisers.count() == 1

    def test_is_not_published_in_the_language_of_its_source(self, admin_client, pair):
        source, twin = pair
        data = {**texts(title="Karriär", slug="karriar", summary=source.summary), **PUBLISH}
        response = admin_client.post(edit_url(twin), data)
        assert response.status_code == 200
        assert list(response.context["form"].errors) == ["summary"]

    def test_revisions_and_comparison_open(self, admin_client, pair):
        for page in pair:
            first, second = page.save_revision(), page.save_revision()
            url = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, second.pk])
            assert admin_client.get(url).status_code == 200


def test_an_organisation_has_one_section_a_language_and_keeps_it(admin_client, section):
    data = nested_form_data(
        {
            "title": "Toinen",
            "slug": "toinen",
            "organisation": section.organisation.pk,
            "intro": "null",
            "seo_title": "",
            "search_description": "",
            "comments-TOTAL_FORMS": 0,
            "comments-INITIAL_FORMS": 0,
            **PUBLISH,
        }
    )
    url = reverse("wagtailadmin_pages:add", args=["pages", "organisationpage", home("fi").pk])
    response = admin_client.post(url, data)
    assert list(response.context["form"].errors) == ["organisation"]
    other = OrganisationFactory()
    assert admin_client.post(edit_url(section), {**data, "organisation": other.pk}).status_code == 302
    assert OrganisationPage.objects.get(pk=section.pk).organisation == section.organisation


def test_every_kind_of_page_opens_for_creation_editing_preview_and_history(admin_client, section):
    pages = [home("fi"), section, ServicePageFactory(parent=section), GuidePageFactory(), TopicPageFactory()]
    for page in pages:
        page.save_revision()
        for url in (
            edit_url(page),
            reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
            reverse("wagtailadmin_pages:history", args=[page.pk]),
            reverse("wagtailadmin_pages:usage", args=[page.pk]),
        ):
            assert admin_client.get(url).status_code == 200, url
    for model, parent in (
        ("servicepage", section),
        ("guidepage", home("sv")),
        ("topicpage", home("fi")),
        ("organisationpage", home("sv")),
    ):
        url = reverse("wagtailadmin_pages:add", args=["pages", model, parent.pk])
        assert admin_client.get(url).status_code == 200, url


def test_a_page_that_is_not_saved_yet_is_previewed(admin_client, section):
    url = reverse("wagtailadmin_pages:preview_on_add", args=["pages", "servicepage", section.pk])
    adviser = AdviserFactory()
    data = {**texts(), **facts([{"adviser": adviser.pk, "role": "guides"}])}
    assert admin_client.post(url, data).json()["is_valid"]
    html = admin_client.get(url).content.decode()
    assert "Mieti ohjaajan kanssa" in html
    assert adviser.name in html


def test_a_draft_with_unsaved_facts_is_previewed(admin_client, section):
    service = ServicePageFactory(parent=section, live=False)
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[service.pk])
    adviser = AdviserFactory()
    data = {**texts(), **facts([{"adviser": adviser.pk, "role": "guides"}], service_classes=class_with_sub())}
    assert admin_client.post(url, data).json()["is_valid"]
    html = admin_client.get(url).content.decode()
    assert adviser.name in html
    assert "Luokka Z1.1" in html


class TestLists:
    def titles(self, client, name, **query) -> list[str]:
        response = client.get(reverse(f"{name}:index"), query)
        assert response.status_code == 200
        return sorted(page.title for page in response.context["object_list"])

    def test_services_by_the_facts_of_their_pairs(self, admin_client, section):
        service_class, municipality = ServiceClassFactory(), MunicipalityFactory()
        service = ServicePageFactory(
            parent=section, title="A", service_classes=[service_class], municipalities=[municipality]
        )
        with_twin(service, title="A sv", area="whole_country", live=False)
        ServicePageFactory(title="B", area="whole_country")
        pair = ["A", "A sv"]
        assert self.titles(admin_client, "services") == [*pair, "B"]
        assert self.titles(admin_client, "services", service_class=service_class.pk) == pair
        assert self.titles(admin_client, "services", municipality=municipality.pk) == pair
        assert self.titles(admin_client, "services", area="whole_country") == ["B"]
        assert self.titles(admin_client, "services", organisation=section.organisation.pk) == pair
        assert self.titles(admin_client, "services", locale="sv") == ["A sv"]
        assert self.titles(admin_client, "services", live="false") == ["A sv"]
        assert self.titles(admin_client, "services", q="B") == ["B"]

    @pytest.mark.parametrize("value", ["x", "99999", "\x00", "'", "0" * 10_000])
    def test_odd_filters_do_no_harm(self, admin_client, section, value):
        for name in ("service_class", "municipality", "area", "organisation", "locale", "live", "q", "p"):
            assert admin_client.get(reverse("services:index"), {name: value}).status_code in (200, 400, 404)

    def test_new_pages_are_begun_from_the_lists(self, admin_client, section):
        OrganisationPageFactory()
        for name in ("services", "guides", "topics"):
            assert admin_client.get(reverse(f"{name}:choose_parent"), follow=True).status_code == 200

    def test_guides_and_topics(self, admin_client):
        event = LifeEventFactory()
        GuidePageFactory(title="G", life_events=[event])
        GuidePageFactory(title="H")
        TopicPageFactory(title="T", life_events=[event])
        assert self.titles(admin_client, "guides", life_event=event.pk) == ["G"]
        assert self.titles(admin_client, "topics", life_event=event.pk) == ["T"]

    def test_a_list_costs_few_queries(self, admin_client, section, django_assert_max_num_queries):
        for _ in range(30):
            with_twin(ServicePageFactory(parent=section))
        # Fifty rows a page; the buttons of wagtail-localize take two queries a row.
        with django_assert_max_num_queries(130):
            admin_client.get(reverse("services:index"))


class TestEditorOfOneOrganisation:
    """Rights come from page permissions; nothing takes the editor for an administrator."""

    @pytest.fixture
    def editor_client(self, client, section):
        group = Group.objects.create(name="Koelan toimittajat")
        for action in ("add", "change"):
            GroupPagePermission.objects.create(group=group, page=section, permission_type=action)
        group.permissions.add(Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin"))
        user = User.objects.create_user("toimittaja", "toimittaja@koela.example.org", "salasana-salasana")
        user.groups.add(group)
        client.force_login(user)
        return client

    def test_sees_the_services_of_the_own_section_alone(self, editor_client, section):
        ServicePageFactory(parent=section, title="Oma")
        ServicePageFactory(title="Toisten")
        response = editor_client.get(reverse("services:index"))
        assert [page.title for page in response.context["object_list"]] == ["Oma"]

    def test_is_offered_live_pages_and_own_drafts_to_link_to(self, editor_client, section):
        ServicePageFactory(parent=section, title="Oma luonnos", live=False)
        other = OrganisationPageFactory()
        ServicePageFactory(parent=other, title="Toisten julkinen")
        ServicePageFactory(parent=other, title="Toisten salainen", live=False)
        found = []
        for url, query in (
            (reverse("wagtailadmin_choose_page_search"), {"q": "to"}),
            (reverse("wagtailadmin_choose_page_child", args=[other.pk]), {}),
            (reverse("wagtailadmin_choose_page_child", args=[section.pk]), {}),
        ):
            found.append(editor_client.get(url, {**query, "page_type": "pages.servicepage"}).content.decode())
        html = "".join(found)
        assert "Oma luonnos" in html
        assert "Toisten julkinen" in html
        assert "salainen" not in html

    def test_saves_a_draft_in_the_own_section_and_nowhere_else(self, editor_client, section):
        assert editor_client.post(create_url(section), {**texts(), **facts()}).status_code == 302
        response = editor_client.post(create_url(OrganisationPageFactory()), {**texts(), **facts()})
        assert response.status_code == 302
        assert response.url == reverse("wagtailadmin_home")
        assert ServicePage.objects.count() == 1


class TestPublishingMany:
    def publish(self, client, *pages, **values):
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        query = "&".join(f"id={page.pk}" for page in pages)
        return client.post(f"{url}?{query}&next=/admin/", values, follow=True)

    def ready(self, section, **values):
        return ServicePageFactory(
            parent=section,
            live=False,
            channels='[{"type": "phone", "value": {"name": "P", "number": "+358 0000 123 401"}}]',
            service_classes=[ServiceClassFactory()],
            area="whole_country",
            **values,
        )

    def test_pages_in_order_are_published(self, admin_client, section):
        one, other = self.ready(section), self.ready(section)
        self.publish(admin_client, one, other)
        assert ServicePage.objects.live().count() == 2

    def test_one_against_the_rules_stops_all_and_is_named(self, admin_client, section):
        response = self.publish(admin_client, self.ready(section), self.ready(section, title="Vajaa", summary=""))
        assert ServicePage.objects.live().count() == 0
        assert any("Vajaa" in str(message) for message in response.context["messages"])

    def test_drafts_below_are_checked_too(self, admin_client, section):
        self.ready(section, title="Vajaa", summary="")
        self.publish(admin_client, section, include_descendants="on")
        assert ServicePage.objects.live().count() == 0


def test_a_topic_lists_chosen_pages(admin_client):
    service = ServicePageFactory(title="Ohjaus")
    data = nested_form_data(
        {
            "title": "Työ",
            "slug": "tyo",
            "summary": "Mitä tehdä?",
            "intro": "null",
            "seo_title": "",
            "search_description": "",
            "comments-TOTAL_FORMS": 0,
            "comments-INITIAL_FORMS": 0,
            "sections-count": 1,
            "sections-0-type": "page_list",
            "sections-0-order": 0,
            "sections-0-deleted": "",
            "sections-0-id": "",
            "sections-0-value-heading": "Aloita",
            "sections-0-value-text": "",
            "sections-0-value-pages-count": 1,
            "sections-0-value-pages-0-order": 0,
            "sections-0-value-pages-0-deleted": "",
            "sections-0-value-pages-0-id": "",
            "sections-0-value-pages-0-value": service.pk,
            **PUBLISH,
        }
    )
    url = reverse("wagtailadmin_pages:add", args=["pages", "topicpage", home("fi").pk])
    response = admin_client.post(url, data)
    assert response.status_code == 302, messages_of(response)
    topic = TopicPage.objects.get(slug="tyo")
    assert re.search(r"<a [^>]*>Ohjaus</a>", admin_client.get(topic.url).content.decode())
