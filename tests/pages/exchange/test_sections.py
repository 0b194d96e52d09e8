"""The sections of organisations that imported services go into."""

import pytest

from pages.models import OrganisationPage
from tests.pages.exchange.feeds import MUNICIPALITY, STUDY_CIRCLE, Feed


def rename(feed: Feed, name: str) -> None:
    """Give the organisation another name in Finnish."""
    feed.change(MUNICIPALITY, lambda item: item["organizationNames"][0].update(value=name))


def section(organisation: str, language: str) -> OrganisationPage:
    return OrganisationPage.objects.get(organisation__ptv_id=organisation, locale__language_code=language)


def test_sections_are_made_only_in_languages_that_have_services(feed: Feed):
    feed.run()
    assert section(STUDY_CIRCLE, "sv").title == "Skärgårdens studiering"
    with pytest.raises(OrganisationPage.DoesNotExist):
        section(STUDY_CIRCLE, "fi")


def test_section_that_is_there_is_used(feed: Feed):
    feed.run(feed.folder / "organisations.json")
    feed.run()
    feed.run(live=True)
    assert OrganisationPage.objects.count() == 3


def test_section_follows_the_name_of_its_organisation(feed: Feed):
    feed.run(live=True)
    rename(feed, "Uusi nimi")
    feed.run(live=True)
    assert section(MUNICIPALITY, "fi").title == "Uusi nimi"
    assert section(MUNICIPALITY, "sv").title == "Provby vuxenhandledning"


def test_new_name_waits_in_a_draft_where_nothing_is_to_go_live(feed: Feed):
    feed.run(live=True)
    rename(feed, "Uusi nimi")
    feed.run()
    fi = section(MUNICIPALITY, "fi")
    assert (fi.title, fi.draft_title) == ("Koelan aikuisohjaus", "Uusi nimi")


def test_title_that_somebody_has_written_stays(feed: Feed):
    feed.run(live=True)
    fi = section(MUNICIPALITY, "fi")
    fi.title = "Oma otsikko"
    fi.save_revision().publish()
    rename(feed, "Uusi nimi")
    feed.run(live=True)
    assert section(MUNICIPALITY, "fi").title == "Oma otsikko"


def test_section_named_by_a_service_gets_its_swedish_name_with_the_organisation(feed: Feed):
    feed.run(feed.folder / "services.json", live=True)
    assert section(MUNICIPALITY, "sv").title == "Koelan aikuisohjaus"
    feed.run(feed.folder / "organisations.json", live=True)
    assert section(MUNICIPALITY, "sv").title == "Provby vuxenhandledning"
