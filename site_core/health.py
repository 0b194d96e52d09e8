"""Health for those who run the site: is the process alive, is it ready to serve clients.

Apps above register their own checks, so that this module knows none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@dataclass(frozen=True)
class HealthReport:
    """What one check found. A check that is not `ok` but not `essential` is shown and does not stop traffic."""

    ok: bool
    essential: bool = True
    details: dict[str, Any] = field(default_factory=dict)


Check = Callable[[], HealthReport]
_checks: dict[str, Check] = {}


def register_check(name: str, check: Check) -> None:
    """Have `check` answered under `name` by the readiness address. Called from an app's `ready()`."""
    _checks[name] = check


def check_database() -> HealthReport:
    """The database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return HealthReport(ok=False, details={"error": type(error).__name__})
    return HealthReport(ok=True, details={"vendor": connection.vendor})


def check_migrations() -> HealthReport:
    """Every migration of the running code has been applied."""
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        return HealthReport(ok=False, details={"error": type(error).__name__})
    return HealthReport(ok=not plan, details={"waiting": len(plan)})


@never_cache
@require_safe
@transaction.non_atomic_requests
def alive(request: HttpRequest) -> JsonResponse:
    """The process answers; nothing else is asked."""
    return JsonResponse({"status": "alive"})


@never_cache
@require_safe
@transaction.non_atomic_requests
def ready(request: HttpRequest) -> JsonResponse:
    """200 when clients can be served, 503 when an essential check fails; each check's own words beside it."""
    reports = {
        name: check()
        for name, check in {"database": check_database, "migrations": check_migrations, **_checks}.items()
    }
    serving = all(report.ok for report in reports.values() if report.essential)
    body = {
        "status": "ready" if serving else "not ready",
        "checks": {name: {"ok": report.ok, **report.details} for name, report in reports.items()},
    }
    return JsonResponse(body, status=200 if serving else 503)
