"""Addresses for search engines, outside the languages, and of the page tree, inside them."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path, re_path
from wagtail import urls as wagtail_urls

from pages.robots import robots
from pages.sitemaps import SITEMAPS
from pages.views import serve_page

urlpatterns = [
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", robots, name="robots"),
]

#: Wagtail's own, with our way of finding the page.
page_tree = [
    *(pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"),
    re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
]
