import shutil
from pathlib import Path

import pytest

from tests.pages.exchange.feeds import FIXTURES, Feed


@pytest.fixture
def feed(tmp_path: Path, codelists: None) -> Feed:
    """A copy of the invented files: two organisations, three services, a channel of each kind."""
    return Feed(Path(shutil.copytree(FIXTURES, tmp_path / "feed")))
