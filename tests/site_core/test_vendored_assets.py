"""The committed style sheet is what the maintainer's build made, under its licence, and loads nothing else."""

import hashlib
import json
import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings

PROJECT = Path(__file__).resolve().parents[2]


def shipped(name: str) -> Path:
    found = finders.find(f"site_core/{name}")
    assert found, f"{name} is not shipped"
    return Path(found)


RECORD = json.loads(shipped("VENDOR.json").read_text())


@pytest.mark.parametrize("name", ["site.css", "LICENSE.govuk-frontend.txt"])
def test_file_is_the_recorded_one(name):
    assert hashlib.sha256(shipped(name).read_bytes()).hexdigest() == RECORD["files"][name]


def test_record_names_the_locked_versions():
    locked = json.loads((PROJECT / "frontend/package-lock.json").read_text())["packages"]
    assert RECORD["version"] == locked["node_modules/govuk-frontend"]["version"]
    assert RECORD["sass"] == locked["node_modules/sass"]["version"]


def test_lock_file_names_no_registry_but_the_public_one():
    locked = json.loads((PROJECT / "frontend/package-lock.json").read_text())["packages"]
    hosts = {package["resolved"].split("/")[2] for package in locked.values() if "resolved" in package}
    assert hosts <= {"registry.npmjs.org"}


def test_licence_travels_with_the_style_sheet():
    assert "Permission is hereby granted, free of charge" in shipped("LICENSE.govuk-frontend.txt").read_text()


def test_style_sheet_loads_no_other_file():
    css = shipped("site.css").read_text()
    assert not re.search(r"url\(|@import|@font-face", css)
    assert "crown" not in css.lower()


@pytest.mark.parametrize(("name", "most_bytes"), [("site.css", 13 * 1024), ("site.js", 3 * 1024)])
def test_size_on_the_wire(name, most_bytes):
    assert len(brotli.compress(shipped(name).read_bytes())) <= most_bytes


@pytest.mark.slow
def test_static_files_can_be_collected_for_production(tmp_path):
    backend = {"BACKEND": "site_core.static_storage.SiteStaticFilesStorage"}
    with override_settings(
        STATIC_ROOT=tmp_path,
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": backend,
        },
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
    paths = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    for name in ("site.css", "site.js", "logo.svg"):
        assert re.fullmatch(r"site_core/\w+\.[0-9a-f]{12}\.\w+", paths[f"site_core/{name}"])
    # The page of a failing site uses the plain names.
    assert (tmp_path / "site_core/site.css").is_file()
    assert (tmp_path / "site_core/site.css.br").is_file()
