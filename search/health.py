"""How search does, for those who run the site."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.utils import timezone

from search.engines.registry import outside_engine, serving_engine
from search.models import SearchDocument
from site_core.health import HealthReport

LONGEST_LAG_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Lag:
    """How many changes the engine outside the database has not got, and for how long the oldest has waited."""

    documents: int = 0
    seconds: float = 0.0


def search_lag() -> Lag:
    """The lag of the engine outside the database; none where documents are searched in the database itself."""
    if outside_engine() is None:
        return Lag()
    pending = SearchDocument.objects.pending()
    oldest = pending.first()
    if oldest is None:
        return Lag()
    return Lag(pending.count(), (timezone.now() - oldest.changed_at).total_seconds())


def check_search() -> HealthReport:
    """The engine answers and has not fallen behind. Not essential: the database answers in its place."""
    engine, lag = serving_engine(), search_lag()
    status = engine.status()
    return HealthReport(
        ok=status.available and lag.seconds <= LONGEST_LAG_SECONDS,
        essential=False,
        details={**asdict(status), "pending": lag.documents, "lag_seconds": round(lag.seconds, 1)},
    )
