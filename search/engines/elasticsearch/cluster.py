"""The way to the cluster: one client and one circuit breaker for all threads of a process."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Any, TypeVar

from django.conf import settings
from elastic_transport.client_utils import DEFAULT, url_to_node_config
from elasticsearch import ApiError, Elasticsearch, TransportError

from search.circuit_breaker import CircuitBreaker, CircuitOpen
from search.engines.protocol import EngineUnavailable

Answer = TypeVar("Answer")
Call = Callable[[Elasticsearch], Answer]

FAILURES_BEFORE_PAUSE = 2
PAUSE_SECONDS = 10
PATIENT_SECONDS = 30.0
"""How long a rebuild or a comparison, which no client waits for, may wait for one answer."""


class RequestRefused(EngineUnavailable):
    """The cluster answers, but not to this request: the index is not there, or access to it is denied."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A client that is asked in two ways: while somebody waits, or patiently."""

    client: Elasticsearch
    breaker: CircuitBreaker
    timeout: float

    def ask(self, call: Call[Answer]) -> Answer:
        """The answer in `timeout` seconds at most. Raises EngineUnavailable, at once if it failed lately."""
        try:
            return self.breaker.call(lambda: translated(lambda: within(self.timeout, lambda: call(self.client))))
        except CircuitOpen as error:
            raise EngineUnavailable(str(error)) from error

    def ask_patiently(self, call: Call[Answer]) -> Answer:
        """The answer, however the cluster did lately. Raises EngineUnavailable."""
        return translated(lambda: call(self.client.options(request_timeout=PATIENT_SECONDS)))


def current_cluster() -> Cluster:
    """The cluster of the settings. Raises EngineUnavailable when no client can be made of them."""
    chosen: dict[str, Any] = settings.ELASTICSEARCH
    return translated(
        lambda: made_cluster(tuple(chosen["urls"]), chosen["api_key"], chosen["ca_file"], chosen["timeout_seconds"])
    )


@cache
def made_cluster(urls: tuple[str, ...], api_key: str, ca_file: str, timeout: float) -> Cluster:
    """The one cluster of these settings in this process, with its breaker as searches and writes have left it."""
    client = Elasticsearch(
        [url_to_node_config(url, use_default_ports_for_scheme=True) for url in urls],
        api_key=api_key or None,
        ca_certs=ca_file or DEFAULT,
        request_timeout=timeout,
        max_retries=0,
        retry_on_timeout=False,
    )
    breaker = CircuitBreaker(
        "Elasticsearch", failures=FAILURES_BEFORE_PAUSE, pause=PAUSE_SECONDS, harmless=(RequestRefused,)
    )
    return Cluster(client, breaker, timeout)


def translated(call: Callable[[], Answer]) -> Answer:
    """What `call` makes of the answer, with all that may go wrong on the way told as EngineUnavailable."""
    try:
        return call()
    except ApiError as error:
        kind = RequestRefused if is_refusal(error.status_code) else EngineUnavailable
        raise kind(f"Elasticsearch answered {error.status_code}: {error.message}") from error
    except TimeoutError as error:
        raise EngineUnavailable("Elasticsearch did not answer in time") from error
    except (TransportError, OSError) as error:
        raise EngineUnavailable(f"Elasticsearch did not answer: {error}") from error
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise EngineUnavailable(f"Elasticsearch gave an unexpected answer: {error!r}") from error


def is_refusal(status: int) -> bool:
    """Whether the request is at fault. That of a busy cluster is not, nor one that something else answers."""
    return (
        HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.TOO_MANY_REQUESTS
    )


def within(seconds: float, call: Callable[[], Answer]) -> Answer:
    """What `call` returns, if it does so in time. Raises TimeoutError.

    The client's own timeout starts anew with every piece of an answer: a server that sends one byte now and then
    would hold a thread for ever.
    """
    future: Future[Answer] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=run, name="elasticsearch", daemon=True).start()
    return future.result(seconds)
