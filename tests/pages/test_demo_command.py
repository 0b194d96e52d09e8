"""Making the demo site where something is wrong, and the whole of it."""

from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from directory.models import Adviser
from pages.demo.content import read_content
from pages.demo.load import load_demo
from pages.demo.people import PASSWORD, PEOPLE
from pages.demo.services import make_service
from pages.models import GuidePage, HomePage, OrganisationPage, ServicePage, TopicPage
from pages.publishing_rules import saved_problems
from site_core.models import User
from tests.pages.demo_part import small_part


@pytest.mark.usefixtures("codelists")
def test_broken_service_leaves_no_half_page():
    small = small_part(read_content())
    load_demo(replace(small, services=[], guides=[], topics=[]))
    broken = next(item for item in small.services if item["sv"] and item["fi"])
    broken = {**broken, "sv": {**broken["sv"], "summary": None}}
    with pytest.raises(Exception, match="summary"):
        make_service(broken)
    assert not ServicePage.objects.exists()


def test_broken_file_is_named(tmp_path):
    (tmp_path / "organisations.json").write_text('[{"key":', encoding="utf-8")
    with pytest.raises(ValueError, match=r"organisations\.json, line 1"):
        read_content(tmp_path)


@pytest.mark.usefixtures("codelists")
def test_demo_is_refused_in_production(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("site_core.settings.environment.env.site_mode", "production")
    with pytest.raises(CommandError, match="production"):
        call_command("demo_content")
    assert not User.objects.exists()


@pytest.mark.django_db
def test_demo_asks_for_the_code_lists():
    with pytest.raises(CommandError, match="load_codelists"):
        call_command("demo_content")


@pytest.mark.slow
@pytest.mark.usefixtures("codelists")
def test_whole_demo_is_made_and_served(client: Client):
    output = StringIO()
    call_command("demo_content", stdout=output)
    for person in PEOPLE:
        assert person.username in output.getvalue()
    assert PASSWORD in output.getvalue()
    a_year_ago = timezone.localdate() - timedelta(days=365)
    assert ServicePage.objects.filter(checked_on__lt=a_year_ago).count() == 1
    models = (HomePage, OrganisationPage, ServicePage, GuidePage, TopicPage)
    pages = [page for model in models for page in model.objects.all()]
    problems = {(page.url, str(problem)) for page in pages for problem in saved_problems(page)}
    assert problems == set()
    for page in pages:
        assert client.get(page.url).status_code == 200, page.url
    for adviser in Adviser.objects.public():
        assert client.get(adviser.get_absolute_url()).status_code == 200
