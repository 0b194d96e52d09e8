"""Making a page at once as it shall be: one write, one revision and, where it is live, the signals of publishing.

Wagtail's way, a draft that is published, writes the page three times and indexes it each time.
"""

from django.utils import timezone
from django.utils.text import slugify
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail.signals import page_published, published

from pages.models.base import TwinPage


def make_page(parent: TwinPage, page: TwinPage, *, live: bool) -> Revision:
    """Add the unsaved page under its parent with its first revision. For a live page, `announce` comes after it."""
    now = timezone.now()
    page.live, page.has_unpublished_changes = live, not live
    page.first_published_at = page.last_published_at = now if live else None
    if not slugify(page.title):
        page.slug = page.translation_key.hex
    parent.add_child(instance=page)
    revision: Revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        content=page.serializable_data(),
        object_str=str(page),
    )
    _link(page, revision)
    if live:
        log(instance=page, action="wagtail.publish", revision=revision, content_changed=True)
    return revision


def announce(page: TwinPage) -> None:
    """Tell that a page made live has been published. A pair is told of when both pages are there."""
    for signal in (page_published, published):
        signal.send(sender=type(page), instance=page, revision=page.live_revision)


def _link(page: TwinPage, revision: Revision) -> None:
    page.latest_revision = revision
    page.latest_revision_created_at = revision.created_at
    page.live_revision = revision if page.live else None
    # Not `save`: nothing that is indexed changes.
    Page.objects.filter(pk=page.pk).update(
        latest_revision=revision,
        latest_revision_created_at=revision.created_at,
        live_revision=page.live_revision,
    )
