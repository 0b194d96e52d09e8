from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from pages.bulk_publishing import refuse_unready_pages
from pages.choosing import choosable
from pages.viewsets.listings import ContentViewSetGroup

hooks.register("before_bulk_action", refuse_unready_pages)
hooks.register("construct_page_chooser_queryset", choosable)


@hooks.register("register_admin_viewset")
def content_viewsets() -> ViewSetGroup:
    return ContentViewSetGroup()
