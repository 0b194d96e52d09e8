"""Drafts by default, live when asked for, and never over people's heads."""

from typing import Any

import pytest
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask
from wagtail.signals import page_published

from directory.exchange.report import Outcome
from pages.models import OrganisationPage, ServicePage
from tests.pages.exchange.feeds import BILINGUAL, FINNISH, SWEDISH, Feed, drafted, edit, page, replace_text, result_of

SUMMARY = ("serviceDescriptions", "Summary", "fi")


@pytest.fixture
def published():
    """The pages that were told to be published."""
    told: list[Page] = []

    def hear(sender: type[Page], instance: Page, **kwargs: Any) -> None:
        told.append(instance)

    page_published.connect(hear)
    yield told
    page_published.disconnect(hear)


def test_drafts_by_default(feed: Feed, client, published):
    feed.run()
    assert not ServicePage.objects.filter(live=True).exists()
    assert not OrganisationPage.objects.filter(live=True).exists()
    assert published == []
    assert all(one.latest_revision and one.has_unpublished_changes for one in ServicePage.objects.all())
    assert client.get(page(BILINGUAL, "fi").get_url()).status_code == 404


def test_live_pages_are_served_in_both_languages(feed: Feed, client):
    feed.run(live=True)
    for language, title in (("fi", "Uraohjaus aikuisille"), ("sv", "Karriärhandledning för vuxna")):
        response = client.get(page(BILINGUAL, language).get_url())
        assert response.status_code == 200
        assert title in response.content.decode()


def test_live_pages_are_as_wagtail_makes_them(feed: Feed):
    feed.run(live=True)
    for one in [*ServicePage.objects.all(), *OrganisationPage.objects.all()]:
        assert (one.live, one.has_unpublished_changes) == (True, False)
        assert one.live_revision_id == one.latest_revision_id is not None
        assert one.first_published_at == one.last_published_at is not None
        assert one.latest_revision.content["title"] == one.title
        again = one.get_latest_revision_as_object()
        again.save_revision().publish()
        one.refresh_from_db()
        assert (one.live, one.has_unpublished_changes) == (True, False)


def test_publishing_is_told_when_the_pair_is_whole(feed: Feed, published):
    twins: list[bool] = []

    def hear(sender: type[Page], instance: Page, **kwargs: Any) -> None:
        twins.append(ServicePage.objects.filter(ptv_id=BILINGUAL).count() == 2)

    page_published.connect(hear, sender=ServicePage)
    try:
        feed.set(FINNISH, publishingStatus="Draft")
        feed.set(SWEDISH, publishingStatus="Draft")
        feed.run(live=True)
    finally:
        page_published.disconnect(hear, sender=ServicePage)
    assert twins == [True, True]
    assert len(published) == 4


def test_drafts_of_an_import_go_live_with_the_next_one(feed: Feed):
    feed.run()
    report = feed.run(live=True)
    assert result_of(report, BILINGUAL).outcome is Outcome.UPDATED
    assert all(one.live for one in ServicePage.objects.all())
    assert result_of(feed.run(live=True), BILINGUAL).outcome is Outcome.UNCHANGED


def test_drafts_in_drafted_sections_become_live_with_them(feed: Feed):
    feed.run()
    feed.run(live=True)
    assert all(one.live for one in OrganisationPage.objects.all())


def test_import_without_live_leaves_the_live_page_and_makes_a_draft(feed: Feed):
    feed.run(live=True)
    feed.change(BILINGUAL, replace_text(*SUMMARY, "Uusi."))
    feed.run()
    live = page(BILINGUAL, "fi")
    assert (live.live, live.has_unpublished_changes) == (True, True)
    assert live.summary.startswith("Ohjaaja")
    assert drafted(BILINGUAL, "fi").summary == "Uusi."
    feed.run(live=True)
    assert page(BILINGUAL, "fi").summary == "Uusi."


def test_somebodys_draft_of_a_live_page_does_not_go_out(feed: Feed):
    feed.run(live=True)
    edit(BILINGUAL, "fi", deadline="Kesken.")
    feed.change(BILINGUAL, replace_text(*SUMMARY, "Uusi."))
    result = result_of(feed.run(live=True), BILINGUAL)
    live, draft = page(BILINGUAL, "fi"), drafted(BILINGUAL, "fi")
    assert (live.deadline, live.summary[:7]) == ("", "Ohjaaja")
    assert (draft.deadline, draft.summary) == ("Kesken.", "Uusi.")
    assert any("has not published" in note for note in result.notes)


def test_somebodys_draft_still_waits_in_the_import_after_that(feed: Feed):
    feed.run(live=True)
    edit(BILINGUAL, "fi", deadline="Kesken.")
    feed.change(BILINGUAL, replace_text(*SUMMARY, "Uusi."))
    feed.run(live=True)
    feed.change(BILINGUAL, replace_text(*SUMMARY, "Uudempi."))
    feed.run(live=True)
    assert page(BILINGUAL, "fi").deadline == ""
    assert drafted(BILINGUAL, "fi").deadline == "Kesken."


def test_somebodys_draft_of_a_page_that_was_never_live_does_not_go_out(feed: Feed):
    feed.run()
    edit(BILINGUAL, "fi", deadline="Kesken.")
    feed.run(live=True)
    assert not page(BILINGUAL, "fi").live
    assert page(BILINGUAL, "sv").live


def test_page_taken_off_the_site_stays_off(feed: Feed):
    feed.run(live=True)
    page(BILINGUAL, "fi").unpublish()
    assert result_of(feed.run(live=True), BILINGUAL).outcome is Outcome.UNCHANGED
    feed.change(BILINGUAL, replace_text(*SUMMARY, "Uusi."))
    result = result_of(feed.run(live=True), BILINGUAL)
    assert not page(BILINGUAL, "fi").live
    assert drafted(BILINGUAL, "fi").summary == "Uusi."
    assert any("taken off the site" in note for note in result.notes)


def test_section_taken_off_the_site_stays_off(feed: Feed):
    feed.run(live=True)
    section = OrganisationPage.objects.get(title="Koelan aikuisohjaus")
    section.unpublish()
    feed.run(live=True)
    section.refresh_from_db()
    assert not section.live


def test_locked_page_is_skipped_when_it_would_change(feed: Feed):
    feed.run(live=True)
    ServicePage.objects.filter(pk=page(BILINGUAL, "sv").pk).update(locked=True)
    assert result_of(feed.run(live=True), BILINGUAL).outcome is Outcome.UNCHANGED
    feed.change(BILINGUAL, replace_text(*SUMMARY, "Uusi."))
    feed.change(BILINGUAL, replace_text("serviceDescriptions", "Summary", "sv", "Ny."))
    result = result_of(feed.run(live=True), BILINGUAL)
    assert (result.outcome, "is locked" in result.reason) == (Outcome.SKIPPED, True)
    assert page(BILINGUAL, "fi").summary.startswith("Ohjaaja"), "the pair changes as one"


def test_page_in_review_is_skipped_when_it_would_change(feed: Feed, django_user_model):
    feed.run(live=True)
    workflow = Workflow.objects.create(name="Review")
    WorkflowTask.objects.create(workflow=workflow, task=GroupApprovalTask.objects.create(name="Look"), sort_order=1)
    edit(BILINGUAL, "fi", deadline="Kesken.")
    workflow.start(page(BILINGUAL, "fi"), django_user_model.objects.create_user("editor"))
    feed.change(BILINGUAL, replace_text(*SUMMARY, "Uusi."))
    result = result_of(feed.run(live=True), BILINGUAL)
    assert (result.outcome, "is in review" in result.reason) == (Outcome.SKIPPED, True)
    assert drafted(BILINGUAL, "fi").summary.startswith("Ohjaaja")


@pytest.mark.parametrize("status", ["Archived", "Deleted", "Withdrawn"])
def test_what_has_ended_in_the_source_is_told_and_left_to_people(feed: Feed, status: str):
    feed.run(live=True)
    feed.set(BILINGUAL, publishingStatus=status)
    result = result_of(feed.run(live=True), BILINGUAL)
    assert result.outcome is Outcome.SKIPPED
    assert status in result.reason
    assert "take it off the site" in result.reason
    assert page(BILINGUAL, "fi").live


@pytest.mark.parametrize("status", ["Draft", "Modified", "OldPublished", "Archived", "Deleted", "Withdrawn"])
def test_what_is_not_published_in_the_source_is_not_imported(feed: Feed, status: str):
    feed.set(BILINGUAL, publishingStatus=status)
    result = result_of(feed.run(live=True), BILINGUAL)
    assert (result.outcome, result.reason) == (Outcome.SKIPPED, f"{status} in the source")
    assert not ServicePage.objects.filter(ptv_id=BILINGUAL).exists()
