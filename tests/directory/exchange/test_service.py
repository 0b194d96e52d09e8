"""Reading services of PTV: the traps of its shape."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from directory.exchange.ptv.areas import AreaType
from directory.exchange.ptv.items import Concept, Status
from directory.exchange.ptv.shape import BrokenItemError
from tests.directory.exchange.items import ORGANISATION_ID, classification, connection, said, service


def test_description_items_without_a_value_are_empty():
    descriptions = (
        said("Summary", fi="Ohjaaja auttaa.") + said("DeadLine", fi=None) + said("UserInstruction", fi=None)
    )
    version = service(serviceDescriptions=descriptions).versions["fi"]
    assert (version.summary, version.deadline, version.user_instruction) == ("Ohjaaja auttaa.", "", "")


def test_organisation_is_named_by_one_string():
    responsible = service().responsible
    assert (str(responsible.id), responsible.name) == (ORGANISATION_ID, "Koelan aikuisohjaus")


def test_responsible_organisation_is_found_among_producers():
    entries = [
        {"organization": {"id": f"0c0e0000-0000-4000-8000-00000000000{n}", "name": role}, "roleType": role}
        for n, role in enumerate(("Producer", "OtherResponsible", "Responsible"))
    ]
    assert service(organizations=entries).responsible.name == "Responsible"
    assert service(organizations=entries[:2]).responsible.name == "OtherResponsible"
    assert service(organizations=entries[:1]).responsible.name == "Producer"


def test_classes_match_on_code_across_three_generations_of_uris():
    new = "http://uri.suomi.fi/codelist/ptv/ptvserclass{}/code/{}"
    classes = [
        classification("P6.4", "http://urn.fi/URN:NBN:fi:au:ptvl:v1064"),
        classification("P6.10", "http://urn.fi/URN:NBN:fi:au:ptvl:v1070", new.format("", "P6.10")),
        classification("P10.2", new.format("2", "P10.2"), new.format("2", "P10.2")),
    ]
    assert service(serviceClasses=classes).service_classes == ("P6.4", "P6.10", "P10.2")


def test_class_without_a_code_is_known_by_its_uri():
    uri = "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P6.4"
    assert service(serviceClasses=[classification(None, uri)]).service_classes == ("P6.4",)
    assert (
        service(serviceClasses=[classification(None, "http://urn.fi/URN:NBN:fi:au:ptvl:v1064")]).service_classes == ()
    )


def test_class_told_twice_is_one_class():
    assert service(serviceClasses=[classification("P7.12"), classification("P7.12")]).service_classes == ("P7.12",)


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("2020-04-22T09:35:58.293984", datetime(2020, 4, 22, 9, 35, 58, 293984, tzinfo=UTC)),
        ("2020-04-22T09:35:58Z", datetime(2020, 4, 22, 9, 35, 58, tzinfo=UTC)),
        ("2020-04-22T12:35:58+03:00", datetime(2020, 4, 22, 12, 35, 58, tzinfo=timezone(timedelta(hours=3)))),
        (None, None),
    ],
)
def test_modified_without_a_time_zone_is_utc(told: str | None, moment: datetime | None):
    assert service(modified=told).modified == moment


def test_modified_that_is_no_time_is_told():
    item = service(modified="viime viikolla")
    assert item.modified is None
    assert "viime viikolla" in item.notes[0]


def test_swedish_names_of_classifications_are_no_swedish_version():
    item = service(
        serviceClasses=[classification("P6.4", fi="Ammatinvalinta", sv="Yrkesval")],
        ontologyTerms=[classification(None, "http://www.yso.fi/onto/koko/p1", fi="ohjaus", sv="handledning")],
        keywords=said(sv="karriär"),
        areas=[{"type": "Municipality", "municipalities": [{"code": "905", "name": said(sv="Vasa")}]}],
    )
    assert list(item.versions) == ["fi"]


def test_languages_of_service_are_no_versions():
    item = service(languages=["fi", "sv", "en"])
    assert item.languages == ("fi", "sv", "en")
    assert list(item.versions) == ["fi"]


def test_name_alone_is_no_version():
    item = service(serviceNames=said("Name", fi="Uraohjaus", sv="Karriärhandledning"))
    assert list(item.versions) == ["fi"]
    assert any("sv" in note for note in item.notes)


def test_text_without_a_name_is_no_version():
    assert list(service(serviceDescriptions=said("Summary", fi="Ohjaaja auttaa.", sv="Hjälp.")).versions) == ["fi"]


FINNISH = "Ohjaaja auttaa sinua, kun mietit, mitä voit tehdä seuraavaksi ja mitä se vaatii. Palvelu on maksuton."
SWEDISH = "En handledare hjälper dig när du funderar på vad du kan göra härnäst och vad det kräver av dig."


def test_finnish_body_under_a_swedish_name_is_no_swedish_version():
    item = service(
        serviceNames=said("Name", fi="Uraohjaus", sv="Karriärhandledning"),
        serviceDescriptions=said("Description", fi=FINNISH, sv=FINNISH),
    )
    assert list(item.versions) == ["fi"]
    assert any("written in fi" in note for note in item.notes)


def test_finnish_text_is_left_out_of_a_swedish_version():
    item = service(
        serviceNames=said("Name", fi="Uraohjaus", sv="Karriärhandledning"),
        serviceDescriptions=said("Description", fi=FINNISH, sv=SWEDISH)
        + said("UserInstruction", fi=FINNISH, sv=FINNISH),
    )
    assert (item.versions["sv"].description, item.versions["sv"].user_instruction) == (SWEDISH, "")
    assert item.versions["fi"].user_instruction == FINNISH


def test_swedish_body_under_finnish_is_found_as_well():
    item = service(
        serviceNames=said("Name", fi="Uraohjaus", sv="Karriärhandledning"),
        serviceDescriptions=said("Description", fi=SWEDISH, sv=SWEDISH),
    )
    assert list(item.versions) == ["sv"]


def test_alternative_names_and_keywords_are_told_by_language():
    item = service(
        serviceNames=said("AlternativeName", fi="Uraneuvonta") + said("Name", fi="Uraohjaus"),
        keywords=said(fi="alanvaihto", sv="byta bransch") + said(fi="alanvaihto"),
    )
    assert item.versions["fi"].alternative_names == ("Uraneuvonta",)
    assert item.versions["fi"].keywords == ("alanvaihto",)


def test_other_languages_than_ours_are_passed_over():
    item = service(serviceNames=said("Name", fi="Uraohjaus", en="Career guidance", smn="Uđđâ"))
    assert list(item.versions) == ["fi"]


@pytest.mark.parametrize(
    ("kind", "area"),
    [
        ("Nationwide", AreaType.WHOLE_COUNTRY),
        ("NationwideExceptAlandIslands", AreaType.WHOLE_COUNTRY_EXCEPT_ALAND),
        ("LimitedType", AreaType.LIMITED),
        (None, AreaType.NOT_TOLD),
        ("Galaxy", AreaType.NOT_TOLD),
    ],
)
def test_area_types(kind: str | None, area: AreaType):
    assert service(areaType=kind).area.type is area


def test_municipalities_are_told_once_and_get_their_zeros_back():
    listed = [{"code": "5", "name": []}, {"code": "905", "name": []}, {"code": "905", "name": []}, {"code": None}]
    area = service(areaType="LimitedType", areas=[{"type": "Municipality", "municipalities": listed}]).area
    assert area.municipalities == ("005", "905")


def test_region_without_its_municipalities_is_kept_as_a_region():
    areas = [
        {"type": "Region", "code": "1", "municipalities": []},
        {"type": "Region", "code": "15", "municipalities": [{"code": "905"}]},
        {"type": "HospitalRegion", "code": "3", "municipalities": None},
    ]
    item = service(areaType="LimitedType", areas=areas)
    assert (item.area.regions, item.area.municipalities) == (("01",), ("905",))
    assert any("HospitalRegion" in note for note in item.notes)


def test_concepts_need_a_uri_and_a_label():
    uri = "http://www.yso.fi/onto/koko/p{}"
    item = service(
        ontologyTerms=[
            classification(None, uri.format(1), fi="etäkoulutus", sv=None),
            classification(None, uri.format(1), fi="etäkoulutus"),
            classification(None, uri.format(2), fi=None, sv=None, en="label"),
            classification(None, "", fi="ilman osoitetta"),
            classification(None, uri.format("9" * 300), fi="liian pitkä"),
        ]
    )
    assert item.concepts == (Concept(uri.format(1), {"fi": "etäkoulutus"}),)


def test_what_holds_for_the_service_alone_is_read_from_its_use_of_a_channel():
    use = connection(
        description=said("Description", fi="Varaa aika tästä."),
        contactDetails={
            "emails": said(fi="a@koela.example.org"),
            "phoneNumbers": None,
            "webPages": [],
            "addresses": [],
        },
    )
    read = service(serviceChannels=[use]).connections[0]
    assert read.descriptions == {"fi": "Varaa aika tästä."}
    assert [email.address for email in read.emails] == ["a@koela.example.org"]


@pytest.mark.parametrize("status", list(Status))
def test_publishing_statuses(status: Status):
    assert service(publishingStatus=status.value).status is status


def test_object_without_a_status_is_published():
    assert service(publishingStatus=None).status is Status.PUBLISHED


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"id": None}, "id is not a UUID"),
        ({"id": "1; DROP TABLE"}, "id is not a UUID"),
        ({"id": ["a"]}, "id is not a text"),
        ({"serviceNames": None}, "no name"),
        ({"serviceNames": "Uraohjaus"}, "serviceNames is not a list"),
        ({"serviceNames": ["Uraohjaus"]}, "serviceNames is not a list of objects"),
        ({"serviceNames": said("Name", fi="U" * 10_000)}, "longer than 255"),
        ({"serviceDescriptions": []}, "no name with a text"),
        ({"serviceDescriptions": said("Summary", fi=None)}, "no name with a text"),
        ({"serviceDescriptions": {"fi": "x"}}, "serviceDescriptions is not a list"),
        ({"languages": [1]}, "languages is not a list of texts"),
        ({"organizations": []}, "nobody responsible"),
        ({"organizations": [{"organization": None, "roleType": "Responsible"}]}, "nobody responsible"),
        (
            {"serviceChannels": [{"serviceChannel": {"id": "x"}}]},
            "serviceChannels[0].serviceChannel.id is not a UUID",
        ),
        ({"publishingStatus": "Ehkä"}, "publishingStatus"),
        ({"modified": {}}, "modified is not a text"),
    ],
)
def test_broken_service_names_its_field(fields: dict[str, object], problem: str):
    with pytest.raises(BrokenItemError) as error:
        service(**fields)
    assert problem in str(error.value)


def test_name_is_one_line():
    assert service(serviceNames=said("Name", fi="Ura-\n  ohjaus ")).versions["fi"].name == "Ura- ohjaus"


def test_control_characters_and_line_ends_are_cleaned():
    version = service(serviceDescriptions=said("Description", fi=" Yksi\r\nkaksi\x07\rkolme\t ")).versions["fi"]
    assert version.description == "Yksi\nkaksi\nkolme"
