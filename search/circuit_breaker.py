"""Spares those who ask from waiting for a service that has just failed to answer, again and again."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

logger = logging.getLogger(__name__)


class CircuitOpen(Exception):  # noqa: N818 — a state, not a fault of the caller
    """The service was not asked, as it has failed lately."""


class CircuitBreaker:
    """Lets calls through until `failures` of them in a row have failed; then one call every `pause` seconds.

    The one call is the test: when it succeeds, all are let through again. `harmless` are exceptions by which the
    service shows that it does answer. One breaker serves all threads of a process.
    """

    def __init__(
        self,
        name: str,
        *,
        failures: int,
        pause: float,
        harmless: tuple[type[Exception], ...] = (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.failures = failures
        self.pause = pause
        self.harmless = harmless
        self._clock = clock
        self._lock = threading.Lock()
        self._failed_in_a_row = 0
        self._next_test = 0.0

    @property
    def is_open(self) -> bool:
        """Whether calls are being held back."""
        return self._failed_in_a_row >= self.failures

    def call(self, ask: Callable[[], Answer]) -> Answer:
        """What `ask` answers, or the exception it raises. Raises CircuitOpen without asking when it is open."""
        self._enter()
        try:
            answer = ask()
        except self.harmless:
            self._succeeded()
            raise
        except Exception:
            self._failed()
            raise
        self._succeeded()
        return answer

    def _enter(self) -> None:
        with self._lock:
            if not self.is_open:
                return
            now = self._clock()
            if now < self._next_test:
                raise CircuitOpen(f"{self.name} failed lately and is asked again in {self._next_test - now:.0f} s")
            self._next_test = now + self.pause

    def _succeeded(self) -> None:
        with self._lock:
            was_open, self._failed_in_a_row = self.is_open, 0
        if was_open:
            logger.warning("%s answers again", self.name)

    def _failed(self) -> None:
        with self._lock:
            was_open = self.is_open
            self._failed_in_a_row += 1
            self._next_test = self._clock() + self.pause
            opened = self.is_open and not was_open
        if opened:
            logger.warning("%s does not answer: it is asked once every %.0f s", self.name, self.pause)
