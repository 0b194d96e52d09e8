"""Writing an imported service to a page: as a draft, or live where nobody's own draft would go out with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from directory.exchange.codes import CodeBook
from directory.exchange.merge import Conflict, merge
from directory.exchange.report import SkippedItemError
from pages.exchange.channel_blocks import Block
from pages.exchange.channel_merge import merge_channels
from pages.exchange.page_fields import assignable, channels_in, content_of, fields_in, same
from pages.exchange.page_making import make_page
from pages.exchange.sections import Sections
from pages.lineage import language_of
from pages.models import OrganisationPage, ServicePage


@dataclass(frozen=True)
class Settings:
    """How services are imported. `day` decides which of a year's opening hours hold."""

    codes: CodeBook
    sections: Sections
    day: date
    live: bool = False
    overwrite: bool = False


@dataclass(frozen=True)
class PageValues:
    """What the source tells for a page: its texts, the facts if it carries them, and its channels."""

    fields: Mapping[str, Any]
    channels: list[Block]


@dataclass(frozen=True)
class PageResult:
    """What was done to a page; `imported` is what the next import compares with."""

    page: ServicePage
    imported: dict[str, Any]
    written: bool = True
    notes: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = field(default=())


def create(section: OrganisationPage, values: PageValues, settings: Settings, **own: Any) -> PageResult:
    """A page under the section in its language. If it is live, `pages.exchange.page_making.announce` comes after."""
    page = ServicePage(**own)
    for name, value in assignable({**values.fields, "channels": values.channels}, settings.codes).items():
        setattr(page, name, value)
    revision = make_page(section, page, live=settings.live)
    channels = {block["id"]: block for block in values.channels}
    return PageResult(page, {"fields": dict(values.fields), "channels": channels, "revision": revision.pk})


def update(page: ServicePage, base: Mapping[str, Any], values: PageValues, settings: Settings) -> PageResult:
    """Merge what the source tells into the page's latest draft, and publish it where that was asked for and may be.

    Raises SkippedItemError where the page would change but is locked or in review.
    """
    content = content_of(page)
    now = fields_in(content, values.fields, settings.codes)
    fields = merge(base.get("fields", {}), now, values.fields, same, overwrite=settings.overwrite)
    channels = merge_channels(
        base.get("channels", {}), channels_in(content), values.channels, overwrite=settings.overwrite
    )
    changes: dict[str, Any] = {name: fields.values[name] for name in fields.changed}
    if channels.changed:
        changes["channels"] = channels.blocks
    notes: list[str] = []
    written, revision = _write(page, changes, base.get("revision"), settings, notes)
    language = language_of(page)
    return PageResult(
        page,
        {"fields": fields.base, "channels": channels.base, "revision": revision},
        written,
        tuple(notes),
        tuple(
            Conflict(f"{language}: {one.field}", one.kept, one.source)
            for one in (*fields.conflicts, *channels.conflicts)
        ),
    )


def _write(
    page: ServicePage, changes: Mapping[str, Any], imported: int | None, settings: Settings, notes: list[str]
) -> tuple[bool, int | None]:
    """Whether anything was written, and the last revision that has nothing but imports and what was published."""
    handmade = _has_handmade_draft(page, imported)
    publishable = settings.live and not handmade and not _was_taken_off(page)
    if changes:
        _refuse_in_use(page)
        draft = page.latest_revision.as_object() if page.latest_revision else page
        for name, value in assignable(changes, settings.codes).items():
            setattr(draft, name, value)
        revision = draft.save_revision(clean=False, log_action=True)
    elif publishable and (not page.live or page.has_unpublished_changes):
        revision = page.latest_revision or page.save_revision(clean=False)
    else:
        return False, imported
    if publishable:
        revision.publish()
    elif settings.live:
        reason = "has changes that somebody has not published" if handmade else "was taken off the site"
        notes.append(f"“{page.title}” {reason}: left as a draft")
    return True, imported if handmade else revision.pk


def _has_handmade_draft(page: ServicePage, imported: int | None) -> bool:
    """Whether somebody has made a draft that waits for them to publish it."""
    drafted = page.has_unpublished_changes if page.live else page.latest_revision_id is not None
    return bool(drafted and page.latest_revision_id != imported)


def _was_taken_off(page: ServicePage) -> bool:
    """Whether the page has been live and somebody has taken it off the site."""
    return not page.live and page.first_published_at is not None


def _refuse_in_use(page: ServicePage) -> None:
    if page.locked:
        raise SkippedItemError(f"“{page.title}” is locked")
    if page.workflow_in_progress:
        raise SkippedItemError(f"“{page.title}” is in review")
