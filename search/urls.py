"""The address of the results page, under the language's prefix and in its words."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from search.views.results_page import results_page

app_name = "search"

urlpatterns = [path(_("search/"), results_page, name="results")]
