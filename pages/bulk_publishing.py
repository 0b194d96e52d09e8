"""Publishing many pages at once goes by the same rules as publishing one."""

from collections.abc import Iterable, Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

from pages.models.base import TwinPage
from pages.publishing_rules import saved_problems

#: How many of the pages that cannot be published are named to the editor.
NAMED = 10


def refuse_unready_pages(
    request: HttpRequest, action_type: str, pages: Iterable[Page], action: BulkAction
) -> HttpResponse | None:
    """Sends the editor back with the names of the pages whose publishing rules do not hold; none is published."""
    if action_type != "publish":
        return None
    unready = [page.title for page in _drafts(pages, request) if saved_problems(page)]
    if not unready:
        return None
    message = ngettext(
        "%(count)d page is not ready to be published. Open it and publish it to see why: %(names)s",
        "%(count)d pages are not ready to be published. Open and publish them one by one to see why: %(names)s",
        len(unready),
    )
    messages.error(request, message % {"count": len(unready), "names": ", ".join(unready[:NAMED])})
    return redirect(action.next_url)


def _drafts(pages: Iterable[Page], request: HttpRequest) -> Iterator[TwinPage]:
    for page in pages:
        yield from _draft_of(page)
        if request.POST.get("include_descendants"):
            for below in page.get_descendants().not_live():
                yield from _draft_of(below)


def _draft_of(page: Page) -> Iterator[TwinPage]:
    draft = page.get_latest_revision_as_object()
    if isinstance(draft, TwinPage):
        yield draft
