"""The code lists that the directory stands on; docs/data-sources.md tells where the files come from."""

from directory.codelists.files import BrokenCodeListError
from directory.codelists.loading import CodeListReport, load_codelists

__all__ = ["BrokenCodeListError", "CodeListReport", "load_codelists"]
