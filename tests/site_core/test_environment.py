"""A deployment is told at start which of its variables is missing or bad."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from site_core.settings.environment import read_environment

PROJECT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "SITE_MODE": "production",
    "SECRET_KEY": "a-key-of-fifty-characters-or-more-for-the-tests-0123456789",
    "SITE_URL": "https://guidance.example.org",
    "ALLOWED_HOSTS": "guidance.example.org",
    "DATABASE_URL": "postgres://user:password@127.0.0.1/site",
}


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SITE_MODE", "staging"),
        ("SITE_URL", "guidance"),
        ("EMAIL_PORT", "70000"),
        ("EMAIL_USE_TLS", "perhaps"),
        ("SEARCH_ENGINE", "solr"),
        ("ELASTICSEARCH_URLS", "es.example.org"),
        ("ELASTICSEARCH_URLS", ","),
        ("ELASTICSEARCH_CA_FILE", "/no/such/file"),
        ("ELASTICSEARCH_INDEX_PREFIX", "Upper Case"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_bad_value_is_named(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ImproperlyConfigured, match=variable):
        read_environment()


@pytest.mark.parametrize("variable", ["SECRET_KEY", "SITE_URL"])
def test_production_does_not_start_on_development_values(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    for name, value in PRODUCTION.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv(variable)
    with pytest.raises(ImproperlyConfigured, match=variable):
        read_environment()


def test_lists_are_comma_separated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example.org, b.example.org,")
    assert read_environment().allowed_hosts == ["a.example.org", "b.example.org"]


@pytest.mark.slow
def test_the_deployment_check_is_clean_with_production_settings() -> None:
    answer = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=PROJECT,
        env={**os.environ, **PRODUCTION},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert "no issues" in answer.stdout


@pytest.mark.slow
def test_a_bad_variable_stops_the_start_with_its_name() -> None:
    answer = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=PROJECT,
        env={**os.environ, "EMAIL_PORT": "mail"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode != 0
    assert "EMAIL_PORT" in answer.stderr
