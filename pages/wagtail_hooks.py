from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.models import Page

from pages.bulk_publishing import refuse_unready_pages
from pages.choosing import choosable
from pages.pair_facts import give_to_copies
from pages.viewsets.listings import ContentViewSetGroup

hooks.register("before_bulk_action", refuse_unready_pages)
hooks.register("construct_page_chooser_queryset", choosable)


@hooks.register("after_copy_page")
def keep_facts_of_copies(request: HttpRequest, page: Page, new_page: Page) -> None:
    give_to_copies(page, new_page)


@hooks.register("register_admin_viewset")
def content_viewsets() -> ViewSetGroup:
    return ContentViewSetGroup()
