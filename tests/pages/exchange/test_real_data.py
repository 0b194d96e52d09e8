"""Real answers of PTV and its schemas, where the development data is."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from directory.exchange.report import Outcome
from directory.models import OntologyTerm, Organisation
from pages.models import OrganisationPage, ServicePage
from tests.pages.exchange.feeds import DAY, FIXTURES, Feed, result_of

SCHEMAS = {
    "organizationNames": "organization",
    "serviceNames": "service",
    "EChannel": "electronicchannel",
    "WebPage": "webpagechannel",
    "PrintableForm": "printableformchannel",
    "Phone": "phonechannel",
    "ServiceLocation": "servicelocation",
}


def items_of(path: Path) -> list[dict[str, Any]]:
    content = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(content, list) or "itemList" in content:
        return content if isinstance(content, list) else content["itemList"]
    return [content] if "id" in content else list(content.values())


def schema_of(item: dict[str, Any], schemas: Path) -> Draft202012Validator:
    name = SCHEMAS[item.get("serviceChannelType") or next(name for name in SCHEMAS if name in item)]
    schema = json.loads((schemas / f"ptv_v11_{name}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.json")), ids=lambda path: path.stem)
def test_invented_files_are_of_ptvs_shape(shared_data: Path, path: Path):
    for item in items_of(path):
        assert [error.message for error in schema_of(item, shared_data / "ptv/schemas").iter_errors(item)] == []


@pytest.mark.slow
def test_feed_comes_in_whole(shared_data: Path, feed: Feed):
    folder = shared_data / "ptv" / "feed"
    report = feed.run(folder, live=True)
    assert report.counts == {
        "organisation": {"created": 6, "updated": 0, "unchanged": 0, "skipped": 0},
        "service": {"created": 250, "updated": 0, "unchanged": 0, "skipped": 0},
    }
    live = ServicePage.objects.filter(live=True)
    assert (live.filter(locale__language_code="fi").count(), live.filter(locale__language_code="sv").count()) == (
        250,
        221,
    )
    assert OrganisationPage.objects.filter(live=True).count() == 12
    told = {
        (entry["language"], entry["value"])
        for item in items_of(folder / "services.json")
        for entry in item["serviceNames"]
    }
    assert set(live.values_list("locale__language_code", "title")) == told
    again = feed.run(folder, live=True)
    assert {result.outcome for result in again.results} == {Outcome.UNCHANGED}


def test_samples_come_in(shared_data: Path, feed: Feed):
    report = feed.run(shared_data / "ptv" / "samples")
    assert {kind: counts["created"] for kind, counts in report.counts.items()} == {"service": 2, "channel": 1}
    fi = ServicePage.objects.get(title="Nettilukio aikuisille")
    assert fi.twin is None, "only classifications are in Swedish"
    assert fi.alternative_names.splitlines()[:2] == ["Etälukio", "etäopetus"]
    assert {record.code for record in fi.service_classes.all()} == {"P6", "P6.8", "P6.10", "P6.13"}
    assert OntologyTerm.objects.get(uri="http://www.yso.fi/onto/koko/p66612").name_sv == ""
    place = fi.channels[0].value
    assert (place["street"], place["postcode"], place["municipality_code"]) == ("Otavantie 2 B", "50670", "491")
    assert (round(place["latitude"], 3), round(place["longitude"], 3)) == (61.645, 27.073)
    assert [row["days"] for row in place["opening_hours"]] == [["0", "1", "2", "3", "4"]]
    assert Organisation.objects.filter(name_fi="Liperin kunta").exists()
    notes = result_of(report, "6c00d407-d3fd-4c7e-a373-57be9f3b2cff").notes
    assert "unknown municipalities: 123" in notes
    assert {result.outcome for result in feed.run(shared_data / "ptv/samples", day=DAY).results} == {
        Outcome.UNCHANGED
    }
