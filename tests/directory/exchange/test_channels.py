"""Reading channels of PTV, and the contacts and addresses that organisations have as well."""

import pytest

from directory.exchange.ptv.contacts import Charge, in_language
from directory.exchange.ptv.items import ChannelKind
from directory.exchange.ptv.shape import BrokenItemError
from tests.directory.exchange.items import channel, organisation, said


def number(value: str, language: str = "fi", **fields: object) -> dict[str, object]:
    return {"number": value, "prefixNumber": "+358", "language": language, **fields}


@pytest.mark.parametrize("kind", list(ChannelKind))
def test_five_kinds(kind: ChannelKind):
    assert channel(kind.value).kind is kind


@pytest.mark.parametrize("kind", ["Fax", "", None])
def test_other_kinds_are_broken(kind: str | None):
    with pytest.raises(BrokenItemError, match="serviceChannelType"):
        channel(kind)


def test_languages_served_in_are_not_those_of_the_text():
    item = channel(languages=["fi", "sv", "en"])
    assert list(item.names) == ["fi"]
    assert item.languages == ("fi", "sv", "en")


def test_alternative_name_is_shown_where_the_channel_asks_for_it():
    names = said("Name", fi="Koelan kaupungin ohjauspiste", sv="Handledningspunkt") + said(
        "AlternativeName", fi="Piste"
    )
    chosen = [{"language": "fi", "type": "AlternativeName"}, {"language": "sv", "type": "AlternativeName"}]
    item = channel(serviceChannelNames=names, displayNameType=chosen)
    assert item.names == {"fi": "Piste", "sv": "Handledningspunkt"}


def test_summary_goes_before_description_and_needs_a_name():
    texts = said("Description", fi="Pitkä.", sv="Lång.") + said("Summary", fi="Lyhyt.")
    assert channel(serviceChannelDescriptions=texts).summaries == {"fi": "Lyhyt."}


@pytest.mark.parametrize(
    ("entry", "dialled"),
    [
        (number("447943552"), "+358 447943552"),
        (number("0447943552"), "+358 447943552"),
        (number("+358 44 794"), "+358 44 794"),
        (number("116 117", isFinnishServiceNumber=True), "116 117"),
        (number("0295 020 713", prefixNumber=None), "0295 020 713"),
        (number("(09) 123 456", prefixNumber=""), "09 123 456"),
        (number("+358 (0)9 123 456"), "+358 9 123 456"),
        (number("soita meille"), None),
        (number("1" * 200), None),
        (number("0447943552", type="Fax"), None),
        (number("0447943552", language="en"), None),
    ],
)
def test_phone_numbers_are_told_as_they_are_dialled(entry: dict[str, object], dialled: str | None):
    assert [phone.number for phone in channel("Phone", phoneNumbers=[entry]).phones] == ([dialled] if dialled else [])


def test_charge_of_a_call_is_read():
    entry = number(
        "44 123", serviceChargeType="FreeOfCharge", chargeDescription="Ilmainen", additionalInformation="Opot"
    )
    phone = channel("Phone", phoneNumbers=[entry]).phones[0]
    assert (phone.charge, phone.charge_note, phone.label) == (Charge.FREE, "Ilmainen", "Opot")


@pytest.mark.parametrize("address", ["ei osoite", "a@b", "<script>@x.fi", "a" * 400 + "@koela.example.org"])
def test_what_is_no_email_address_is_left_out_and_told(address: str):
    item = channel(emails=said(fi=address))
    assert item.emails == ()
    assert "no e-mail address" in item.notes[0]


@pytest.mark.parametrize(
    ("told", "url"),
    [
        ("https://koela.example.org/a?b=c", "https://koela.example.org/a?b=c"),
        ("www.koela.example.org", "https://www.koela.example.org"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("ftp://koela.example.org", None),
        ("https://" + "k" * 600 + ".example.org", None),
        ("http://", None),
    ],
)
def test_web_addresses_are_web_addresses(told: str, url: str | None):
    item = channel("WebPage", webPages=[{"url": told, "value": "Sivut", "language": "fi"}])
    assert [web.url for web in item.web_addresses] == ([url] if url else [])
    assert bool(item.notes) is (url is None)


def test_forms_are_pdf_first():
    forms = [
        {"language": "fi", "value": "https://koela.example.org/a.docx", "type": "DOC"},
        {"language": "fi", "value": "https://koela.example.org/a.pdf", "type": "PDF"},
    ]
    item = channel("PrintableForm", channelUrls=forms)
    assert [web.url.rsplit(".", 1)[1] for web in item.web_addresses] == ["pdf", "docx"]


def test_delivery_address_is_told_in_lines():
    address = {
        "receiver": said(fi="Aikuisohjaus", sv="Vuxenhandledningen"),
        "postOfficeBoxAddress": {
            "postOfficeBox": said(fi="PL 1", sv="PB 1"),
            "postalCode": "65101",
            "postOffice": said(fi="KOELA", sv="PROVBY"),
        },
        "deliveryAddressInText": said(fi="Tai tuo tiskille."),
    }
    delivery = channel("PrintableForm", deliveryAddresses=[address]).delivery
    assert delivery == {
        "fi": "Aikuisohjaus\nPL 1\n65101 Koela\nTai tuo tiskille.",
        "sv": "Vuxenhandledningen\nPB 1\n65101 Provby",
    }


def test_contacts_of_the_other_language_stand_in():
    item = channel("Phone", phoneNumbers=[number("44 1"), number("44 23"), number("44 34", "sv")])
    assert [phone.number for phone in in_language(item.phones, "sv")] == ["+358 44 34"]
    assert len(in_language(item.phones[:2], "sv")) == 2


def location(**street: object) -> list[dict[str, object]]:
    address = {
        "street": said(fi="Koekatu", sv="Provgatan"),
        "streetNumber": "3 A",
        "postalCode": "65100",
        "postOffice": said(fi="Koela"),
        "municipality": {"code": "75"},
        **street,
    }
    return [{"type": "Postal", "streetAddress": {}}, {"type": "Location", "streetAddress": address}]


def test_location_is_the_address_and_tm35fin_becomes_degrees():
    address = channel(addresses=location(latitude="6671745", longitude="385779.0")).address
    assert address is not None
    assert address.street == {"fi": "Koekatu 3 A", "sv": "Provgatan 3 A"}
    assert (address.postcode, address.municipality) == ("65100", "075")
    assert address.point is not None
    assert (address.point.latitude, address.point.longitude) == (60.166597, 24.941629)


@pytest.mark.parametrize(
    ("told", "city"),
    [("OTAVA", "Otava"), ("S:T MICHEL", "S:t Michel"), ("ITÄ-KOELA", "Itä-Koela"), ("Koela As.", "Koela As.")],
)
def test_post_offices_in_capitals_are_written_as_names(told: str, city: str):
    address = channel(addresses=location(postOffice=said(fi=told))).address
    assert address is not None
    assert address.city == {"fi": city}


@pytest.mark.parametrize("latitude", ["pohjoinen", "60.17", "1e999", "-1"])
def test_coordinates_that_are_not_in_finland_are_left_out_and_told(latitude: str):
    item = channel(addresses=location(latitude=latitude, longitude="385779"))
    assert item.address is not None
    assert item.address.point is None
    assert "coordinates" in item.notes[0]


def test_place_with_coordinates_alone():
    other = {"latitude": "6671745", "longitude": "385779", "additionalInformation": said(fi="Uimarannan vieressä")}
    address = channel(addresses=[{"type": "Location", "streetAddress": None, "otherAddress": other}]).address
    assert address is not None
    assert address.street == {"fi": "Uimarannan vieressä"}
    assert address.point is not None


def test_main_entrance_tells_how_to_get_in():
    def entrance(main: bool, text: str) -> dict[str, object]:
        group = {
            "sentenceGroup": said(fi="Ovi"),
            "sentences": [{"sentence": said(fi=text)}, {"sentence": said(sv="X.")}],
        }
        return {"isMainEntrance": main, "accessibilitySentences": [group]}

    addresses = location()
    addresses[1]["entrances"] = [entrance(False, "Portaat."), entrance(True, "Luiska.")]
    address = channel(addresses=addresses).address
    assert address is not None
    assert address.accessibility == {"fi": "Ovi: Luiska.", "sv": "X."}


def test_organisation_in_swedish_alone():
    item = organisation(organizationNames=said("Name", sv="Skärgårdens studiering"))
    assert (item.names, item.title) == ({"sv": "Skärgårdens studiering"}, "Skärgårdens studiering")


def test_organisation_without_a_name_in_our_languages_is_broken():
    with pytest.raises(BrokenItemError, match="no name"):
        organisation(organizationNames=said("Name", en="Guidance"))


def test_municipality_is_the_area_of_an_organisation_that_tells_none():
    assert organisation(municipality={"code": "905"}).area.municipalities == ("905",)
    assert organisation(municipality={"code": "905"}, areaType="Nationwide").area.municipalities == ()
