"""The analysis chains, loaded once; Finnish with each of its engines."""

from collections.abc import Iterator

import pytest

from search.analysis.chain import use_finnish_engine
from search.analysis.compounds import Splitter
from search.analysis.finnish import Finnish
from search.analysis.morphology import ENGINES, MorphologyError
from search.analysis.swedish import Swedish
from search.analysis.swedish_lexicon import SwedishLexicon
from tests.conftest import skip_or_fail


def finnish_with(engine: str) -> Finnish:
    """Finnish with that engine; without the native library the test is skipped."""
    try:
        return Finnish(engine)
    except MorphologyError as error:
        skip_or_fail(f"Finnish with {engine} is not on this machine: {error}.")
        raise


@pytest.fixture(scope="session", params=ENGINES)
def finnish(request: pytest.FixtureRequest) -> Finnish:
    """The analysis of Finnish, with one engine after the other."""
    return finnish_with(request.param)


@pytest.fixture
def finnish_engine(finnish: Finnish) -> Iterator[str]:
    """The chain of this process uses one engine after the other, and at the end the default again."""
    engine = finnish.version.partition("-")[0]
    use_finnish_engine(engine)
    yield engine
    use_finnish_engine("")


@pytest.fixture(scope="session")
def lexicon() -> SwedishLexicon:
    """The Swedish dictionaries."""
    return SwedishLexicon()


@pytest.fixture(scope="session")
def splitter(lexicon: SwedishLexicon) -> Splitter:
    """What takes Swedish compounds apart."""
    return Splitter(lexicon)


@pytest.fixture(scope="session")
def swedish() -> Swedish:
    """The analysis of Swedish."""
    return Swedish()
