"""Addresses for search engines, outside the languages."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path

from pages.robots import robots
from pages.sitemaps import SITEMAPS

urlpatterns = [
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", robots, name="robots"),
]
