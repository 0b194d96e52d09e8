"""Objects of PTV's shape for tests, as small as they may be. Names are invented."""

from typing import Any

from directory.exchange.ptv.channel import channel_of
from directory.exchange.ptv.items import ChannelItem, OrganisationItem, ServiceItem
from directory.exchange.ptv.organisation import organisation_of
from directory.exchange.ptv.service import service_of
from directory.exchange.ptv.shape import Fields

SERVICE_ID = "5e0e0000-0000-4000-8000-0000000000ff"
CHANNEL_ID = "c0de0000-0000-4000-8000-0000000000ff"
ORGANISATION_ID = "0c0e0000-0000-4000-8000-0000000000ff"

Raw = dict[str, Any]


def said(kind: str | None = None, **texts: str | None) -> list[Raw]:
    """A list of texts by language, of one type."""
    typed = {"type": kind} if kind else {}
    return [{"language": language, "value": text, **typed} for language, text in texts.items()]


def raw_service(**fields: Any) -> Raw:
    return {
        "id": SERVICE_ID,
        "type": "Service",
        "serviceNames": said("Name", fi="Uraohjaus"),
        "serviceDescriptions": said("Summary", fi="Ohjaaja auttaa sinua."),
        "areaType": "Nationwide",
        "languages": ["fi"],
        "serviceClasses": [],
        "ontologyTerms": [],
        "targetGroups": [],
        "organizations": [
            {"organization": {"id": ORGANISATION_ID, "name": "Koelan aikuisohjaus"}, "roleType": "Responsible"}
        ],
        "publishingStatus": "Published",
        "modified": "2026-03-02T08:00:00",
        **fields,
    }


def raw_channel(kind: str = "ServiceLocation", **fields: Any) -> Raw:
    return {
        "id": CHANNEL_ID,
        "serviceChannelType": kind,
        "organizationId": ORGANISATION_ID,
        "serviceChannelNames": said("Name", fi="Ohjauspiste"),
        "serviceChannelDescriptions": [],
        "publishingStatus": "Published",
        **fields,
    }


def raw_organisation(**fields: Any) -> Raw:
    return {
        "id": ORGANISATION_ID,
        "organizationType": "Municipality",
        "organizationNames": said("Name", fi="Koelan aikuisohjaus"),
        "publishingStatus": "Published",
        **fields,
    }


def connection(channel: str = CHANNEL_ID, **fields: Any) -> Raw:
    """A service's use of a channel."""
    return {"serviceChannel": {"id": channel, "name": "Ohjauspiste"}, **fields}


def classification(code: str | None, uri: str = "", new_uri: str | None = None, **names: str | None) -> Raw:
    return {"code": code, "uri": uri, "newUri": new_uri, "name": said(**names)}


def service(**fields: Any) -> ServiceItem:
    return service_of(Fields(raw_service(**fields)))


def channel(kind: str = "ServiceLocation", **fields: Any) -> ChannelItem:
    return channel_of(Fields(raw_channel(kind, **fields)))


def organisation(**fields: Any) -> OrganisationItem:
    return organisation_of(Fields(raw_organisation(**fields)))
