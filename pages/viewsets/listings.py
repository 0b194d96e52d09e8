"""Flat lists of all pages of a kind, of which each editor sees the pages that they may work on."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet

from pages.models import GuidePage, ServicePage, TopicPage
from pages.viewsets.filters import GuideFilterSet, ServiceFilterSet, TopicFilterSet


class ServiceListing(PageListingViewSet):
    """All services of both languages."""

    name = "services"
    model = ServicePage
    icon = "doc-full"
    menu_label = _("Services")
    filterset_class = ServiceFilterSet


class GuideListing(PageListingViewSet):
    """All guides of both languages."""

    name = "guides"
    model = GuidePage
    icon = "list-ol"
    menu_label = _("Guides")
    filterset_class = GuideFilterSet


class TopicListing(PageListingViewSet):
    """All topics of both languages."""

    name = "topics"
    model = TopicPage
    icon = "tag"
    menu_label = _("Topics")
    filterset_class = TopicFilterSet


class ContentViewSetGroup(ViewSetGroup):
    """What editors write, under one menu item."""

    menu_label = _("Content")
    menu_icon = "doc-full"
    menu_order = 140
    items = (ServiceListing, GuideListing, TopicListing)
