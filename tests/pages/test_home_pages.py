"""The two trees that the migration makes."""

from wagtail.models import Page, Site


def test_front_pages_are_live_twins_of_each_other(fi_home, sv_home):
    assert fi_home.twin == sv_home
    assert sv_home.twin == fi_home
    assert fi_home.is_source
    assert not sv_home.is_source
    assert fi_home.live
    assert sv_home.live


def test_addresses_are_the_languages(fi_home, sv_home):
    assert fi_home.url == "/fi/"
    assert sv_home.url == "/sv/"


def test_the_site_starts_at_the_finnish_front_page_and_wagtails_welcome_is_gone(fi_home):
    assert Site.objects.get(is_default_site=True).root_page_id == fi_home.pk
    assert Page.objects.filter(depth=2).count() == 2
    assert Page.find_problems() == ([], [], [], [], [])
