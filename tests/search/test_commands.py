"""`search_rebuild`, `search_check` and what health says."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from pages.models import ServicePage
from search.checking import Fault, check
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.protocol import EngineUnavailable
from search.health import check_search, search_lag
from search.indexing import refresh
from search.models import DocumentKind, IndexedWord, SearchDocument
from search.service import run_search
from tests.directory.factories import AdviserFactory
from tests.pages.factories import ServicePageFactory
from tests.search.contents import Shelf, content

pytestmark = pytest.mark.django_db


def run(command: str, *options: str) -> str:
    out = StringIO()
    call_command(command, *options, stdout=out, verbosity=0)
    return out.getvalue()


def service() -> ServicePage:
    """A live service with everything around it in the index."""
    page: ServicePage = ServicePageFactory(title="Uimakoulu")
    run("search_rebuild")
    return page


class TestRebuild:
    def test_documents_are_made_of_what_is_live(self):
        page = ServicePageFactory(title="Uimakoulu")
        AdviserFactory()
        assert not run_search("uimakoulu", "fi").total
        run("search_rebuild")
        assert run_search("uimakoulu", "fi").items[0].key == page.translation_key
        assert check() == []

    def test_it_tells_what_it_did_and_a_second_time_changes_nothing(self):
        ServicePageFactory()
        assert run("search_rebuild").startswith("2 written, 0 removed")
        versions = set(SearchDocument.objects.values_list("version", flat=True))
        assert run("search_rebuild").startswith("0 written, 0 removed, 2 unchanged")
        assert set(SearchDocument.objects.values_list("version", flat=True)) == versions
        assert run("search_rebuild", "--reanalyse").startswith("2 written")

    def test_what_is_no_longer_there_goes(self, shelf: Shelf):
        shelf.put(content("Vanha"))
        shelf.contents.clear()
        run("search_rebuild")
        assert run_search("", "fi").total == 0
        assert not IndexedWord.objects.exists()

    def test_an_engine_that_does_not_answer_is_an_error(self, monkeypatch: pytest.MonkeyPatch):
        def silent(*args: object) -> int:
            raise EngineUnavailable("no answer")

        monkeypatch.setattr(EmbeddedEngine, "rebuild", silent)
        with pytest.raises(CommandError, match="no answer"):
            run("search_rebuild")


class TestCheck:
    def test_all_is_well(self):
        service()
        assert "as it should be" in run("search_check")

    def faults(self) -> list[tuple[str, Fault]]:
        return [(finding.place, finding.fault) for finding in check()]

    def mended(self) -> bool:
        with pytest.raises(SystemExit) as ended:
            run("search_check")
        assert ended.value.code == 1
        run("search_check", "--repair")
        return check() == []

    def test_a_page_that_has_no_document(self):
        page = ServicePageFactory()
        assert ("documents", Fault.MISSING) in self.faults()
        assert self.mended()
        assert SearchDocument.objects.present().filter(key=page.translation_key).exists()

    def test_a_document_that_is_not_as_its_page(self):
        page = service()
        ServicePage.objects.filter(pk=page.pk).update(title="Muutettu ohi")
        assert self.faults() == [("documents", Fault.OUTDATED)]
        assert self.mended()
        assert run_search("muutettu", "fi").total

    def test_a_document_analysed_with_another_version(self):
        service()
        SearchDocument.objects.filter(kind=DocumentKind.SERVICE).update(analysis_version="old")
        assert self.faults() == [("documents", Fault.OUTDATED)]
        assert self.mended()

    def test_a_document_whose_page_is_gone(self):
        page = service()
        ServicePage.objects.filter(pk=page.pk).update(live=False)
        assert self.faults() == [("documents", Fault.LEFT_OVER)]
        assert self.mended()
        assert not run_search("uimakoulu", "fi").total

    def test_an_index_that_lacks_a_document(self):
        page = service()
        EmbeddedEngine().delete([page.translation_key])
        assert self.faults() == [("embedded", Fault.MISSING)]
        assert self.mended()

    def test_an_index_with_an_older_version(self):
        page = service()
        SearchDocument.objects.filter(key=page.translation_key).update(version=2**60)
        assert self.faults() == [("embedded", Fault.OUTDATED)]
        assert self.mended()

    def test_an_index_with_a_document_that_should_be_gone(self, shelf: Shelf):
        one = content("Kurssi")
        (row,) = shelf.put(one)
        SearchDocument.objects.filter(pk=row.pk).update(deleted=True)
        shelf.contents.clear()
        assert self.faults() == [("embedded", Fault.LEFT_OVER)]
        assert self.mended()


class TestHealth:
    def test_the_engine_in_the_database_never_lags(self):
        refresh(DocumentKind.SERVICE, [ServicePageFactory().translation_key])
        lag = search_lag()
        assert (lag.documents, lag.seconds) == (0, 0.0)
        report = check_search()
        assert report.ok
        assert report.details["name"] == "embedded"
        assert report.details["documents"] == 2

    def test_an_engine_outside_lags_by_what_it_has_not_got(self, settings: Settings, shelf: Shelf):
        shelf.put(content("Kurssi"))
        settings.SEARCH_ENGINE = "elasticsearch"
        lag = search_lag()
        assert lag.documents == 1
        assert lag.seconds >= 0
