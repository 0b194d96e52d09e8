"""Health addresses tell machines whether to send clients here."""

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from site_core import health


def test_alive_asks_the_database_nothing(client: Client) -> None:
    answer = client.get("/health/alive/")
    assert answer.status_code == 200
    assert answer.json() == {"status": "alive"}
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_ready_tells_each_check(client: Client) -> None:
    answer = client.get("/health/ready/")
    assert answer.status_code == 200
    checks = answer.json()["checks"]
    assert checks["database"] == {"ok": True, "vendor": connection.vendor}
    assert checks["migrations"] == {"ok": True, "waiting": 0}
    assert "search" in checks


@pytest.mark.django_db
def test_an_essential_failure_takes_the_site_out_of_service(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(health._checks, "cellar", lambda: health.HealthReport(ok=False, details={"water": "rising"}))
    answer = client.get("/health/ready/")
    assert answer.status_code == 503
    assert answer.json()["checks"]["cellar"] == {"ok": False, "water": "rising"}


@pytest.mark.django_db
def test_a_failure_that_is_not_essential_is_only_shown(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(health._checks, "attic", lambda: health.HealthReport(ok=False, essential=False))
    answer = client.get("/health/ready/")
    assert answer.status_code == 200
    assert answer.json()["checks"]["attic"] == {"ok": False}


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_an_answer(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise DatabaseError

    monkeypatch.setattr(health.connection, "cursor", refuse)
    assert health.check_database() == health.HealthReport(ok=False, details={"error": "DatabaseError"})


@pytest.mark.parametrize("path", ["/health/alive/", "/health/ready/"])
def test_health_is_only_read(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405
