"""The Finnish morphology as a port, with two ways to reach the same transducer.

`pyvoikko` reads the transducer that the package pyvoikko ships, with our own runner; it needs pip alone.
`libvoikko` asks the native library with the voikko-fi dictionary, which is about ten times faster.
"""

from __future__ import annotations

import importlib.util
import threading
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol

from search.analysis.transducer import Transducer

ENGINES = ("libvoikko", "pyvoikko")


class MorphologyError(RuntimeError):
    """The wanted morphology is not on this machine."""


class Morphology(Protocol):
    """Whatever can say how a Finnish word may be read."""

    name: str
    version: str

    def outputs(self, word: str) -> list[str]:
        """Return the transducer's outputs for the lower-case `word`; none where it is unknown."""


class PyVoikko:
    """The transducer file of the package pyvoikko. (Importing that package would cost 219 MiB: it is not imported.)"""

    name = "pyvoikko"

    def __init__(self) -> None:
        """Load the transducer. Raises MorphologyError where the package is missing."""
        package = importlib.util.find_spec("pyvoikko")
        if package is None or not package.submodule_search_locations:
            raise MorphologyError("the Python package pyvoikko is not installed")
        self._transducer = Transducer.from_file(Path(package.submodule_search_locations[0]) / "voikko.kfst")
        self.version = metadata.version("pyvoikko")

    def outputs(self, word: str) -> list[str]:
        """Return the transducer's outputs for `word`."""
        return self._transducer.outputs(word)


class LibVoikko:
    """The native library libvoikko with the dictionary voikko-fi."""

    name = "libvoikko"

    def __init__(self) -> None:
        """Open the library. Raises MorphologyError where the library or its dictionary is missing."""
        try:
            import libvoikko

            self._voikko: Any = libvoikko.Voikko("fi")
            version = libvoikko.Voikko.getVersion()
        except (ImportError, OSError) as error:
            raise MorphologyError(f"the native library libvoikko is missing: {error}") from error
        except libvoikko.VoikkoException as error:
            raise MorphologyError(f"the dictionary voikko-fi is missing: {error}") from error
        self.version = str(version)
        self._lock = threading.Lock()

    def outputs(self, word: str) -> list[str]:
        """Return the transducer's outputs for `word`. One word at a time: the library is not re-entrant."""
        with self._lock:
            analyses = self._voikko.analyze(word)
        return list(dict.fromkeys(a["FSTOUTPUT"] for a in analyses if "FSTOUTPUT" in a))


@cache
def morphology(engine: str = "") -> Morphology:
    """Return the morphology named `engine`, or without a name the native one where it works, else pyvoikko.

    Raises MorphologyError where the wanted one, or without a name every one, is missing.
    """
    if engine == PyVoikko.name:
        return PyVoikko()
    if engine == LibVoikko.name:
        return LibVoikko()
    if engine:
        raise MorphologyError(f"unknown morphology {engine!r}: use one of {', '.join(ENGINES)}")
    try:
        return LibVoikko()
    except MorphologyError:
        return PyVoikko()
