"""The directory in the admin, through its real views and with stock permissions."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from directory.models import Adviser, Organisation, Visibility
from tests.directory.addresses import BAD_VALUES
from tests.directory.factories import (
    AdviserFactory,
    LanguageOfServiceFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ServiceClassFactory,
)

pytestmark = pytest.mark.django_db


def signed_in(*permissions: str) -> Client:
    """A client signed in as somebody with access to the admin and the permissions, and no more."""
    user = get_user_model().objects.create_user("editor", "editor@example.org")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *permissions]))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def coordinator() -> Client:
    return signed_in(
        *[
            f"{action}_{model}"
            for action in ("add", "change", "delete", "view")
            for model in ("adviser", "organisation", "municipality", "serviceclass")
        ]
    )


def adviser_form(**values: Any) -> dict[str, Any]:
    return {
        "name": "Aino Esimerkki",
        "organisation": OrganisationFactory().pk,
        "title_fi": "uraohjaaja",
        "title_sv": "karriärvägledare",
        "slug": "",
        "expertise_fi": "",
        "expertise_sv": "",
        "municipalities": [MunicipalityFactory(code="853").pk],
        "languages": [LanguageOfServiceFactory(code="fi").pk],
        "service_classes": [ServiceClassFactory(code="P6.4").pk],
        "phone": "+358 0000 123 410",
        "phone_visibility": Visibility.PUBLIC,
        "email": "",
        "email_visibility": Visibility.NETWORK,
        "meets_in_person": "on",
        "consent_date": "2026-01-15",
        "active_until": "",
        "stand_in": "",
        **values,
    }


def form_errors(response: Any) -> dict[str, Any]:
    assert response.status_code == 200
    return dict(response.context["form"].errors)


def test_adviser_is_made_changed_and_deleted(coordinator: Client):
    response = coordinator.post(reverse("adviser:add"), adviser_form())
    assert response.status_code == 302
    adviser = Adviser.objects.get()
    assert adviser.slug == "aino-esimerkki"
    assert [record.code for record in adviser.municipalities.all()] == ["853"]
    assert adviser.is_public()
    changed = adviser_form(name="Aino Mallikas", slug=adviser.slug, whole_country="on", municipalities=[])
    assert coordinator.post(reverse("adviser:edit", args=[adviser.pk]), changed).status_code == 302
    adviser.refresh_from_db()
    assert (adviser.name, adviser.whole_country) == ("Aino Mallikas", True)
    assert coordinator.post(reverse("adviser:delete", args=[adviser.pk])).status_code == 302
    assert not Adviser.objects.exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"consent_date": ""}, "phone_visibility"),
        (
            {"consent_date": "", "phone": "", "email": "a@example.org", "email_visibility": "public"},
            "email_visibility",
        ),
        ({"meets_in_person": ""}, "meets_in_person"),
        ({"phone": "", "email": ""}, "phone"),
        ({"municipalities": []}, "municipalities"),
        ({"languages": []}, "languages"),
        ({"phone": "call me"}, "phone"),
        ({"email": "nobody"}, "email"),
        ({"municipalities": ["999999"]}, "municipalities"),
        ({"municipalities": ["x\x00"]}, "municipalities"),
        ({"organisation": "0"}, "organisation"),
        ({"name": "N\x00"}, "name"),
        ({"name": "x" * 10_000}, "name"),
        ({"consent_date": "yesterday", "phone_visibility": "network"}, "consent_date"),
    ],
)
def test_adviser_s_form_says_what_is_wrong(coordinator: Client, values: dict[str, Any], field: str):
    errors = form_errors(coordinator.post(reverse("adviser:add"), adviser_form(**values)))
    assert set(errors) == {field}
    assert not Adviser.objects.exists()


def test_nobody_stands_in_for_themselves(coordinator: Client):
    adviser = AdviserFactory()
    url = reverse("adviser:edit", args=[adviser.pk])
    errors = form_errors(coordinator.post(url, adviser_form(slug=adviser.slug, stand_in=adviser.pk)))
    assert set(errors) == {"stand_in"}


def test_contact_details_stay_in_the_network_without_consent(coordinator: Client):
    values = {"consent_date": "", "phone_visibility": Visibility.NETWORK}
    assert coordinator.post(reverse("adviser:add"), adviser_form(**values)).status_code == 302
    assert not Adviser.objects.get().is_public()


def test_organisation_is_made_and_changed(coordinator: Client):
    form = {
        "name_fi": "Koelan ohjaus",
        "name_sv": "Provby vägledning",
        "kind": "association",
        "primary_language": "sv",
        "municipalities": [MunicipalityFactory().pk],
        "active": "on",
    }
    assert coordinator.post(reverse("organisation:add"), form).status_code == 302
    organisation = Organisation.objects.get()
    assert (organisation.slug, organisation.municipalities.count()) == ("koelan-ohjaus", 1)
    response = coordinator.post(
        reverse("organisation:edit", args=[organisation.pk]), {**form, "slug": organisation.slug, "name_fi": "Toinen"}
    )
    assert response.status_code == 302
    organisation.refresh_from_db()
    assert organisation.name_fi == "Toinen"


def test_organisation_with_advisers_is_not_deleted(coordinator: Client):
    adviser = AdviserFactory()
    response = coordinator.post(reverse("organisation:delete", args=[adviser.organisation.pk]), follow=True)
    assert response.status_code == 200
    assert Organisation.objects.filter(pk=adviser.organisation.pk).exists()


def listed(response: Any) -> list[str]:
    assert response.status_code == 200
    return [str(record) for record in response.context["object_list"]]


def test_advisers_are_found_by_filter_and_name(coordinator: Client):
    turku = MunicipalityFactory(code="853")
    AdviserFactory(name="Aino", municipalities=[turku])
    hidden = AdviserFactory(name="Bo", consent_date=None)
    url = reverse("adviser:index")
    assert listed(coordinator.get(url)) == ["Aino", "Bo"]
    assert listed(coordinator.get(url, {"q": "bo"})) == ["Bo"]
    assert listed(coordinator.get(url, {"municipality": turku.pk})) == ["Aino"]
    assert listed(coordinator.get(url, {"organisation": hidden.organisation.pk})) == ["Bo"]
    assert listed(coordinator.get(url, {"public": "true"})) == ["Aino"]
    assert listed(coordinator.get(url, {"public": "false"})) == ["Bo"]


def test_organisations_are_found_by_filter_and_either_name(coordinator: Client):
    OrganisationFactory(name_fi="Alku", name_sv="Början")
    gone = OrganisationFactory(name_fi="Loppu", name_sv="Slutet", active=False, kind="state")
    gone.municipalities.set([MunicipalityFactory(code="853")])
    url = reverse("organisation:index")
    assert listed(coordinator.get(url, {"q": "början"})) == ["Alku"]
    assert listed(coordinator.get(url, {"active": "false"})) == ["Loppu"]
    assert listed(coordinator.get(url, {"kind": "state"})) == ["Loppu"]
    assert listed(coordinator.get(url, {"municipalities": gone.municipalities.get().pk})) == ["Loppu"]


@pytest.mark.parametrize("bad", BAD_VALUES.values(), ids=BAD_VALUES.keys())
@pytest.mark.parametrize("parameter", ["q", "municipality", "organisation", "public", "p", "ordering"])
def test_bad_list_parameter_is_no_server_error(coordinator: Client, parameter: str, bad: str):
    AdviserFactory()
    assert coordinator.get(reverse("adviser:index"), {parameter: bad}).status_code in (200, 400, 404)


@pytest.mark.parametrize("query", BAD_VALUES.values(), ids=BAD_VALUES.keys())
@pytest.mark.parametrize("chooser", ["adviser_chooser", "organisation_chooser", "municipality_chooser"])
def test_bad_chooser_search_is_no_server_error(coordinator: Client, chooser: str, query: str):
    response = coordinator.get(reverse(f"{chooser}:choose_results"), {"q": query})
    assert response.status_code in (200, 400)


@pytest.mark.parametrize("chooser", ["adviser_chooser", "organisation_chooser", "municipality_chooser"])
def test_choosers_open(coordinator: Client, chooser: str):
    AdviserFactory(municipalities=[MunicipalityFactory()])
    assert "modal" in coordinator.get(reverse(f"{chooser}:choose")).json()["html"]


def test_choosers_find_by_name(coordinator: Client):
    AdviserFactory(name="Aino Etsitty", organisation__name_fi="Alku")
    AdviserFactory(name="Bo Annan", organisation__name_fi="Loppu")
    html = coordinator.get(reverse("adviser_chooser:choose_results"), {"q": "etsi"}).content.decode()
    assert "Aino Etsitty" in html
    assert "Alku" in html, "the organisation tells namesakes apart"
    assert "Bo Annan" not in html
    html = coordinator.get(reverse("organisation_chooser:choose_results"), {"q": "lopp"}).content.decode()
    assert "Loppu" in html
    assert "Alku" not in html


def test_code_lists_are_read_and_not_edited():
    administrator = Client()
    administrator.force_login(get_user_model().objects.create_superuser("admin", "admin@example.org"))
    municipality = MunicipalityFactory(name_sv="Åbo")
    response = administrator.get(reverse("municipality:index"), {"q": "bo"})
    assert listed(response) == [str(municipality)]
    assert "/admin/municipality/new/" not in response.content.decode()
    assert administrator.get(reverse("municipality:inspect", args=[municipality.pk])).status_code == 200
    for address in ("new/", f"edit/{municipality.pk}/", f"delete/{municipality.pk}/"):
        assert administrator.post(f"/admin/municipality/{address}", {"name_fi": "x"}).status_code == 404


@pytest.mark.parametrize(
    "name",
    ["adviser", "organisation", "municipality", "serviceclass", "targetgroup", "lifeevent", "languageofservice"],
)
def test_lists_ask_for_a_permission(name: str):
    response = signed_in().get(reverse(f"{name}:index"))
    assert response.status_code == 302
    assert response.headers["Location"] == reverse("wagtailadmin_home")


def test_viewing_does_not_give_editing():
    adviser = AdviserFactory()
    viewer = signed_in("view_adviser")
    assert viewer.get(reverse("adviser:index")).status_code == 200
    assert viewer.post(reverse("adviser:edit", args=[adviser.pk]), adviser_form()).status_code == 302
    assert viewer.post(reverse("adviser:add"), adviser_form()).status_code == 302
    assert Adviser.objects.get().name == adviser.name


def test_list_of_advisers_costs_the_same_however_many_there_are(coordinator: Client, django_assert_max_num_queries):
    AdviserFactory.create_batch(15)
    coordinator.get(reverse("adviser:index"))
    with django_assert_max_num_queries(20):
        assert len(listed(coordinator.get(reverse("adviser:index")))) == 15


@pytest.mark.usefixtures("codelists")
def test_form_offers_municipalities_under_their_regions(coordinator: Client, django_assert_max_num_queries):
    coordinator.get(reverse("adviser:add"))
    with django_assert_max_num_queries(20):
        html = coordinator.get(reverse("adviser:add")).content.decode()
    assert html.count('name="municipalities"') == 309
    region = html.index('aria-label="Varsinais-Suomi"')
    assert html.index('aria-label="Uusimaa"') < region < html.index("<span>Turku</span>")
