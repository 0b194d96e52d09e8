"""What clients read on each kind of page."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from directory.models import AdviserRole, OrganisationKind
from pages.models import ServiceArea
from tests.directory.factories import (
    AdviserFactory,
    LanguageOfServiceFactory,
    LifeEventFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ServiceClassFactory,
    TargetGroupFactory,
)
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

PHONE = {"type": "phone", "value": {"name": "Puhelin", "number": "+358 0000 123 401", "hours": "ma–to 9–15"}}
PLACE = {
    "type": "place",
    "value": {
        "name": "Toimisto",
        "street": "Koekatu 1",
        "postcode": "00000",
        "city": "Koela",
        "latitude": 62.5,
        "longitude": 27.25,
        "opening_hours": [{"days": ["0", "1"], "opens": "09:00", "closes": "16:00"}],
        "exceptions": [{"first_day": "2100-12-24", "note": "Suljettu juhlien ajan"}],
    },
}
CHANNELS = [
    PHONE,
    PLACE,
    {"type": "e_service", "value": {"name": "Ajanvaraus", "url": "https://koela.example.org/ajanvaraus"}},
    {"type": "web_page", "value": {"name": "Sivut", "url": "https://koela.example.org/"}},
    {"type": "form", "value": {"name": "Lomake", "url": "https://koela.example.org/lomake.pdf"}},
    {"type": "email", "value": {"name": "Sähköposti", "email": "ohjaus@koela.example.org"}},
]


def stream(*blocks) -> str:
    return json.dumps(blocks)


def full_service(municipalities=3, advisers=2, **values):
    service = ServicePageFactory(
        title="Uraohjaus",
        alternative_names="ammatinvalinta\n\n alanvaihto ",
        channels=stream(*CHANNELS),
        service_classes=[ServiceClassFactory(name_fi="Ammatinvalinta", name_sv="Yrkesval")],
        target_groups=[TargetGroupFactory(name_fi="Aikuiset", name_sv="Vuxna")],
        life_events=[LifeEventFactory()],
        municipalities=[MunicipalityFactory() for _ in range(municipalities)],
        languages=[LanguageOfServiceFactory(name_fi="suomi", name_sv="finska")],
        charge_type="free",
        **values,
    )
    for _ in range(advisers):
        ServiceAdviserFactory(page=service, adviser=AdviserFactory(organisation=service.organisation))
    return service


def html_of(client, url) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_a_service_without_channels_leads_to_its_organisation(client):
    service = ServicePageFactory(channels="[]")
    service.organisation.phone, service.organisation.email = "+358 0000 123 402", ""
    service.organisation.save()
    html = html_of(client, service.url)
    assert 'href="#reach"' in html
    assert 'id="reach"' in html
    assert "+358 0000 123 402" in html


def test_a_section_shows_no_empty_box_of_contact_details(client):
    bare = dict.fromkeys(
        ("phone", "email", "website_fi", "website_sv", "street_fi", "street_sv", "city_fi", "city_sv"), ""
    )
    section = OrganisationPageFactory(organisation=OrganisationFactory(**bare))
    assert 'id="contact"' not in html_of(client, section.url)
    section.organisation.email = "ohjaus@koela.example.org"
    section.organisation.save()
    assert 'id="contact"' in html_of(client, section.url)


def test_a_service_shows_its_texts_facts_channels_and_advisers(client):
    service = full_service()
    html = html_of(client, service.url)
    for text in (
        "Uraohjaus",
        "alanvaihto",
        "Ammatinvalinta",
        "Aikuiset",
        "suomi",
        "+358 0000 123 401",
        'href="tel:+3580000123401"',
        "Koekatu 1",
        "https://koela.example.org/ajanvaraus",
        "lomake.pdf",
        "ohjaus@koela.example.org",
        "Suljettu juhlien ajan",
        "Aino Esimerkki",
        service.organisation.name_fi,
    ):
        assert text in html, text


def test_the_twin_shows_the_facts_of_its_source_in_its_own_language(client):
    service = full_service()
    twin = with_twin(service, title="Karriärvägledning", area=ServiceArea.WHOLE_COUNTRY)
    html = html_of(client, twin.url)
    for text in ("Karriärvägledning", "Yrkesval", "Vuxna", "finska", "Kommun", "karriärvägledare"):
        assert text in html, text
    assert "Ammatinvalinta" not in html
    assert "Koekatu 1" not in html


def test_facts_of_a_twin_made_first_in_swedish_come_from_the_swedish_page(client):
    source = full_service(parent=OrganisationPageFactory(parent=home("sv")))
    twin = with_twin(source, title="Suomeksi")
    assert "Ammatinvalinta" in html_of(client, twin.url)


def test_advisers_are_shown_in_order_with_their_roles_and_only_if_public(client):
    service = ServicePageFactory()
    first, second = AdviserFactory(name="Bertta"), AdviserFactory(name="Aatu")
    ServiceAdviserFactory(page=service, adviser=first, role=AdviserRole.EXPERT, sort_order=0)
    ServiceAdviserFactory(page=service, adviser=second, sort_order=1)
    hidden = AdviserFactory(name="Piilo", consent_date=None)
    ServiceAdviserFactory(page=service, adviser=hidden, sort_order=2)
    response = client.get(service.url)
    assert [view.adviser.name for view in response.context["advisers"]] == ["Bertta", "Aatu"]
    assert response.context["advisers"][0].role == AdviserRole.EXPERT.label
    assert "Piilo" not in response.content.decode()


def test_network_only_details_of_advisers_are_nowhere_in_the_page(client):
    service = ServicePageFactory()
    ServiceAdviserFactory(page=service, adviser=AdviserFactory(network_only=True, organisation=service.organisation))
    twin = with_twin(service)
    for page in (service, twin, service.get_parent().specific, twin.get_parent().specific):
        html = html_of(client, page.url)
        assert "Aino Esimerkki" in html
        assert "0000 123 499" not in html
        assert "0000123499" not in html
        assert "salainen" not in html


@pytest.mark.parametrize(("days", "outdated"), [(364, False), (367, True)])
def test_a_page_nobody_has_checked_for_a_year_says_so(client, days, outdated):
    service = ServicePageFactory(checked_on=timezone.localdate() - timedelta(days=days))
    response = client.get(with_twin(service).url)
    assert response.context["outdated"] is outdated
    assert ('class="notice"' in response.content.decode()) is outdated


def test_the_organisation_links_to_its_section_or_while_that_is_down_to_the_directory(client):
    service = ServicePageFactory()
    section = service.get_parent().specific
    assert client.get(service.url).context["organisation"].url == section.url
    section.unpublish()
    organisation = client.get(service.url).context["organisation"]
    assert organisation.url.endswith(f"/{section.organisation.slug}/")
    assert organisation.url != section.url


def links(response, name):
    return [(link.title, link.language) for link in response.context[name]]


def test_lists_show_each_pair_once_in_the_readers_language_or_marked(client):
    section = OrganisationPageFactory(slug="koela")
    section_sv = with_twin(section, slug="provby")
    both = ServicePageFactory(parent=section, title="Ohjaus")
    with_twin(both, title="Vägledning")
    ServicePageFactory(parent=section, title="Vain suomeksi", slug="vain")
    ServicePageFactory(parent=section_sv, title="Bara på svenska")
    ServicePageFactory(parent=section, title="Luonnos", live=False)
    response = client.get(section_sv.url)
    assert links(response, "services") == [("Bara på svenska", "sv"), ("Vain suomeksi", "fi"), ("Vägledning", "sv")]
    assert {link.url for link in response.context["services"] if link.language == "fi"} == {"/sv/provby/vain/"}
    assert links(client.get(section.url), "services") == [
        ("Bara på svenska", "sv"),
        ("Ohjaus", "fi"),
        ("Vain suomeksi", "fi"),
    ]
    assert 'lang="fi">Vain suomeksi</a>' in response.content.decode()


def test_a_topic_links_to_the_page_of_each_chosen_pair_in_the_readers_language(client):
    chosen = ServicePageFactory(title="Ohjaus", summary="Suomeksi.")
    with_twin(chosen, title="Vägledning", summary="På svenska.")
    finnish, draft = ServicePageFactory(title="Vain suomeksi"), ServicePageFactory(live=False)
    gone = GuidePageFactory()
    section = {"heading": "Aloita tästä", "pages": [draft.pk, chosen.pk, finnish.pk, gone.pk]}
    topic = TopicPageFactory(sections=stream({"type": "page_list", "value": section}))
    twin = with_twin(topic, sections=stream({"type": "page_list", "value": {**section, "heading": "Börja här"}}))
    gone.delete()
    html = html_of(client, twin.url)
    assert "Börja här" in html
    assert "Vägledning" in html
    assert "På svenska." in html
    assert 'lang="fi">Vain suomeksi</a>' in html
    assert "Ohjaus" not in html
    assert draft.title not in html
    assert "Ohjaus" in html_of(client, topic.url)


def test_a_guide_shows_its_steps_with_links(client):
    service = ServicePageFactory(title="Lukineuvonta")
    step = {"title": "Varaa aika", "text": "<p>Soita.</p>", "pages": [service.pk]}
    guide = GuidePageFactory(steps=stream({"type": "step", "value": step}))
    html = html_of(client, guide.url)
    assert "Varaa aika" in html
    assert f'href="{service.url}"' in html


def test_the_front_page_shows_topics_in_their_order_and_the_newest_guides(client, fi_home, sv_home):
    first, second = TopicPageFactory(title="Työ"), TopicPageFactory(title="Opiskelu")
    with_twin(second, title="Studier")
    guides = [GuidePageFactory(first_published_at=timezone.now() + timedelta(minutes=n)) for n in range(8)]
    response = client.get(sv_home.url)
    assert links(response, "topics") == [("Työ", "fi"), ("Studier", "sv")]
    assert links(client.get(fi_home.url), "topics") == [("Työ", "fi"), ("Opiskelu", "fi")]
    assert [link.title for link in response.context["guides"]] == [guide.title for guide in reversed(guides)][:6]
    first.unpublish()
    assert links(client.get(sv_home.url), "topics") == [("Studier", "sv")]


@pytest.mark.parametrize("kind", ["service", "twin", "missing", "section", "topic", "guide", "home"])
def test_public_pages_cost_at_most_twenty_queries(client, django_assert_max_num_queries, kind):
    service = full_service(municipalities=120, advisers=12)
    section = service.get_parent().specific
    for _ in range(12):
        ServicePageFactory(parent=section)
    chosen = [ServicePageFactory(parent=section).pk, GuidePageFactory().pk, TopicPageFactory().pk]
    lists = [{"type": "page_list", "value": {"heading": "Lista", "pages": chosen}}] * 4
    steps = [{"type": "step", "value": {"title": "Askel", "text": "", "pages": chosen[:2]}}] * 6
    url = {
        "service": lambda: service.url,
        "twin": lambda: with_twin(service).url,
        "missing": lambda: service.url.replace("/fi/", "/sv/"),
        "section": lambda: section.url,
        "topic": lambda: TopicPageFactory(sections=stream(*lists)).url,
        "guide": lambda: GuidePageFactory(parent=section, steps=stream(*steps)).url,
        "home": lambda: "/fi/",
    }[kind]()
    client.get(url)
    with django_assert_max_num_queries(20):
        assert client.get(url).status_code == 200


def data_of(html: str) -> dict:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return json.loads(text)


def test_structured_data_of_a_service(client):
    service = full_service()
    data = data_of(html_of(client, service.url))
    assert data["@type"] == "GovernmentService"
    assert data["name"] == "Uraohjaus"
    assert data["alternateName"] == ["ammatinvalinta", "alanvaihto"]
    assert data["inLanguage"] == "fi"
    assert data["provider"]["@type"] == "GovernmentOrganization"
    assert data["serviceType"] == ["Ammatinvalinta"]
    assert {area["identifier"] for area in data["areaServed"]} == {m.code for m in service.municipalities.all()}
    phone, place, *_ = data["availableChannel"]
    assert phone["servicePhone"]["telephone"] == "+358 0000 123 401"
    location = place["serviceLocation"]
    assert location["geo"] == {"@type": "GeoCoordinates", "latitude": 62.5, "longitude": 27.25}
    assert location["openingHoursSpecification"][0]["dayOfWeek"] == "https://schema.org/Monday"
    assert location["openingHoursSpecification"][0]["opens"] == "09:00"
    assert location["specialOpeningHoursSpecification"][0]["validFrom"] == "2100-12-24"
    assert "Aino" not in json.dumps(data)


def test_structured_data_speaks_the_language_of_the_text_not_of_the_address(client):
    service = full_service()
    data = data_of(html_of(client, service.url.replace("/fi/", "/sv/")))
    assert data["inLanguage"] == "fi"
    assert data["serviceType"] == ["Ammatinvalinta"]
    assert data["@id"].endswith(service.url)


def test_an_association_gives_a_service(client):
    organisation = OrganisationFactory(kind=OrganisationKind.ASSOCIATION)
    service = ServicePageFactory(parent=OrganisationPageFactory(organisation=organisation))
    data = data_of(html_of(client, service.url))
    assert data["@type"] == "Service"
    assert data["provider"]["@type"] == "NGO"


def test_text_cannot_end_the_structured_data(client):
    name = "</script><script>alert(1)</script>"
    html = html_of(client, ServicePageFactory(title=name, slug="x").url)
    assert "<script>alert" not in html
    assert data_of(html)["name"] == name


def test_markup_in_plain_texts_is_shown_not_run(client):
    service = ServicePageFactory(title='"><img src=x>', slug="x", summary="\"'<i>", alternative_names="<b>")
    html = html_of(client, service.url)
    assert "<img src=x>" not in html
    assert "<b>" not in html
    assert "<i>" not in html
