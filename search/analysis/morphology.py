"""The Finnish morphology as a port, with two ways to reach the same transducer.

`pyvoikko` runs the transducer which the package pyvoikko ships, and needs pip alone. `libvoikko` asks the native
library with its dictionary voikko-fi, which is some ten times faster. Both give the same outputs for the same word.
"""

from __future__ import annotations

import importlib.util
import os
import re
import threading
from collections.abc import Callable
from functools import cache, partial
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol

from search.analysis.transducer import Transducer

ENGINES = ("libvoikko", "pyvoikko")
_LONGEST_SAFE_WORD = 24
_DICTIONARY_FOLDERS = ("~/.voikko", "/etc/voikko", "/usr/lib/voikko", "/usr/share/voikko", "/usr/local/lib/voikko")


class MorphologyError(RuntimeError):
    """The wanted morphology is not on this machine."""


class Morphology(Protocol):
    """Whatever can say how a Finnish word may be read."""

    version: str

    def outputs(self, word: str) -> list[str]:
        """Return the transducer's outputs for the lower-case `word`; none where it is unknown."""


class PyVoikko:
    """The transducer of the package pyvoikko, run by us. The package itself is not imported: that takes 219 MiB."""

    def __init__(self) -> None:
        """Find the transducer, which is loaded at the first word. Raises MorphologyError where it is missing."""
        package = importlib.util.find_spec("pyvoikko")
        folders = (package and package.submodule_search_locations) or []
        files = [path for folder in folders if (path := Path(folder) / "voikko.kfst").is_file()]
        if not files:
            raise MorphologyError("the Python package pyvoikko is not installed")
        self._file = files[0]
        self._transducer: Transducer | None = None
        self._loading = threading.Lock()
        self.version = f"pyvoikko-{metadata.version('pyvoikko')}"

    def outputs(self, word: str) -> list[str]:
        """Return the transducer's outputs for `word`."""
        if self._transducer is None:
            with self._loading:
                self._transducer = self._transducer or Transducer.from_file(self._file)
        return self._transducer.outputs(word)


class LibVoikko:
    """The native library libvoikko with the dictionary voikko-fi.

    A word with too many readings (tasatasatasa…, 36 letters) leaves libvoikko 4.3 deaf to all later words, so long
    words get an instance of their own, which takes 1.5 ms.
    """

    def __init__(self) -> None:
        """Open the library. Raises MorphologyError where the library or its dictionary is missing."""
        try:
            import libvoikko
        except ImportError as error:
            raise MorphologyError("the Python package libvoikko is not installed") from error
        self._open: Callable[[], Any] = partial(libvoikko.Voikko, "fi")
        try:
            self._voikko = self._open()
        except OSError as error:
            raise MorphologyError(f"the native library libvoikko is missing: {error}") from error
        except libvoikko.VoikkoException as error:
            raise MorphologyError(f"the dictionary voikko-fi is missing: {error}") from error
        self.version = f"libvoikko-{libvoikko.Voikko.getVersion()}-{_dictionary_version()}"
        self._lock = threading.Lock()

    def outputs(self, word: str) -> list[str]:
        """Return the transducer's outputs for `word`. One word at a time: the library is not re-entrant."""
        if len(word) > _LONGEST_SAFE_WORD:
            analyses = self._open().analyze(word)
        else:
            with self._lock:
                analyses = self._voikko.analyze(word)
        return list(dict.fromkeys(a["FSTOUTPUT"] for a in analyses if "FSTOUTPUT" in a))


@cache
def morphology(engine: str = "") -> Morphology:
    """Return the morphology named `engine`, or without a name the native one where it works, else pyvoikko.

    Raises MorphologyError where the wanted one, or without a name every one, is missing.
    """
    if engine == "pyvoikko":
        return PyVoikko()
    if engine == "libvoikko":
        return LibVoikko()
    if engine:
        raise MorphologyError(f"unknown morphology {engine!r}: use one of {', '.join(ENGINES)}")
    try:
        return LibVoikko()
    except MorphologyError:
        return PyVoikko()


def _dictionary_version() -> str:
    """Return the version of the standard dictionary that libvoikko finds first; "unknown" if there is no telling."""
    folders = [os.environ.get("VOIKKO_DICTIONARY_PATH", ""), *_DICTIONARY_FOLDERS]
    for folder in filter(None, folders):
        about = Path(folder).expanduser() / "5" / "mor-standard" / "index.txt"
        if about.is_file():
            found = re.search(r"^SM-Version:\s*(\S+)", about.read_text(encoding="utf-8"), re.MULTILINE)
            return found[1] if found else "unknown"
    return "unknown"
