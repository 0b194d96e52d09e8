"""What is read from PTV: organisations, services and channels, texts by language as in its newer API (v12)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from directory.exchange.ptv.addresses import Address
from directory.exchange.ptv.areas import Area
from directory.exchange.ptv.contacts import Charge, Email, PhoneNumber, WebAddress
from directory.exchange.ptv.opening_hours import OpeningHours
from directory.exchange.ptv.texts import Texts
from site_core.languages import LanguageCode


class Kind(StrEnum):
    """The kinds of objects that are imported."""

    ORGANISATION = "organisation"
    CHANNEL = "channel"
    SERVICE = "service"


class Status(StrEnum):
    """PTV's publishing status."""

    PUBLISHED = "Published"
    DRAFT = "Draft"
    MODIFIED = "Modified"
    OLD_PUBLISHED = "OldPublished"
    ARCHIVED = "Archived"
    DELETED = "Deleted"
    WITHDRAWN = "Withdrawn"

    @property
    def has_ended(self) -> bool:
        """Whether the object has left the catalogue; otherwise it is a draft or an older version of itself."""
        return self in (Status.ARCHIVED, Status.DELETED, Status.WITHDRAWN)


class ChannelKind(StrEnum):
    """PTV's service channel types."""

    E_SERVICE = "EChannel"
    WEB_PAGE = "WebPage"
    FORM = "PrintableForm"
    PHONE = "Phone"
    PLACE = "ServiceLocation"


@dataclass(frozen=True, kw_only=True)
class Item:
    """What every object of PTV has. `notes` tell what could not be read into it."""

    id: UUID
    status: Status
    modified: datetime | None
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The item's name for reports."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class OrganisationItem(Item):
    """An organisation, its names and texts by language."""

    names: Texts
    descriptions: Texts
    type: str = ""
    business_code: str = ""
    parent: UUID | None = None
    area: Area
    emails: tuple[Email, ...] = ()
    phones: tuple[PhoneNumber, ...] = ()
    web_addresses: tuple[WebAddress, ...] = ()
    address: Address | None = None

    @property
    def title(self) -> str:
        return first_text(self.names)


@dataclass(frozen=True, kw_only=True)
class ServiceText:
    """A service told in one language."""

    name: str
    alternative_names: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    summary: str = ""
    description: str = ""
    user_instruction: str = ""
    requirements: str = ""
    charge_info: str = ""
    deadline: str = ""
    processing_time: str = ""
    validity_time: str = ""


@dataclass(frozen=True)
class Concept:
    """A concept of an ontology and its labels."""

    uri: str
    labels: Texts


@dataclass(frozen=True)
class OrganisationReference:
    """An organisation as services name it: by one string, whose language is not told."""

    id: UUID
    name: str


@dataclass(frozen=True, kw_only=True)
class Connection:
    """A service's use of a channel, with what holds for this service alone."""

    channel: UUID
    name: str
    descriptions: Texts = field(default_factory=dict)
    hours: OpeningHours = field(default_factory=OpeningHours)
    phones: tuple[PhoneNumber, ...] = ()
    emails: tuple[Email, ...] = ()
    web_addresses: tuple[WebAddress, ...] = ()
    address: Address | None = None


@dataclass(frozen=True, kw_only=True)
class ServiceItem(Item):
    """A service: what is told in each language, and the facts that hold in all of them."""

    versions: Mapping[LanguageCode, ServiceText]
    responsible: OrganisationReference
    charge: Charge
    area: Area
    languages: tuple[str, ...] = ()
    service_classes: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    concepts: tuple[Concept, ...] = ()
    connections: tuple[Connection, ...] = ()

    @property
    def title(self) -> str:
        return first_text({language: version.name for language, version in self.versions.items()})


@dataclass(frozen=True, kw_only=True)
class ChannelItem(Item):
    """A service channel. `languages` are those that clients are served in, not those of its texts."""

    kind: ChannelKind
    names: Texts
    summaries: Texts
    languages: tuple[str, ...] = ()
    phones: tuple[PhoneNumber, ...] = ()
    emails: tuple[Email, ...] = ()
    web_addresses: tuple[WebAddress, ...] = ()
    address: Address | None = None
    delivery: Texts = field(default_factory=dict)
    hours: OpeningHours = field(default_factory=OpeningHours)

    @property
    def title(self) -> str:
        return first_text(self.names)


def first_text(texts: Texts) -> str:
    """The text in the first of our languages that has one."""
    return next((text for text in texts.values() if text), "")
