import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

MakeScript = Callable[[Path, str], Path]


@pytest.fixture
def make_script() -> MakeScript:
    """Write a shell script that stands in for a program."""

    def make(path: Path, body: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)
        return path

    return make


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that the node's account can get into, as it cannot into pytest's when root runs the tests."""
    with tempfile.TemporaryDirectory(prefix="elasticsearch-node-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
