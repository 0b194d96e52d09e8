from collections.abc import Callable
from threading import Barrier, Thread

import pytest

from search.circuit_breaker import CircuitBreaker, CircuitOpen


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Service:
    """Fails with `error` while there is one, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.error: Exception | None = None

    def __call__(self) -> str:
        self.asked += 1
        if self.error is not None:
            raise self.error
        return "answer"


class NotFoundError(Exception):
    pass


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def breaker(clock: Clock) -> CircuitBreaker:
    return CircuitBreaker("The service", failures=2, pause=10, harmless=(NotFoundError,), clock=clock)


def fail(breaker: CircuitBreaker, service: Callable[[], str], times: int) -> None:
    for _ in range(times):
        with pytest.raises(ConnectionError):
            breaker.call(service)


def test_answers_come_through(breaker: CircuitBreaker, service: Service):
    assert breaker.call(service) == "answer"
    assert not breaker.is_open


def test_a_single_failure_changes_nothing(breaker: CircuitBreaker, service: Service):
    service.error = ConnectionError()
    fail(breaker, service, 1)
    service.error = None
    assert breaker.call(service) == "answer"
    service.error = ConnectionError()
    fail(breaker, service, 1)
    assert not breaker.is_open


def test_after_two_failures_the_service_is_left_alone(breaker: CircuitBreaker, service: Service, clock: Clock):
    service.error = ConnectionError()
    fail(breaker, service, 2)
    clock.now += 9.9
    with pytest.raises(CircuitOpen, match="The service"):
        breaker.call(service)
    assert service.asked == 2


def test_after_the_pause_one_call_tests_it_and_the_others_wait(
    breaker: CircuitBreaker, service: Service, clock: Clock
):
    service.error = ConnectionError()
    fail(breaker, service, 2)
    clock.now += 10

    def ask_meanwhile() -> str:
        with pytest.raises(CircuitOpen):
            breaker.call(service)
        raise ConnectionError

    fail(breaker, ask_meanwhile, 1)
    assert service.asked == 2
    clock.now += 9.9
    with pytest.raises(CircuitOpen):
        breaker.call(service)


def test_one_success_lets_everything_through_again(breaker: CircuitBreaker, service: Service, clock: Clock):
    service.error = ConnectionError()
    fail(breaker, service, 2)
    service.error = None
    clock.now += 10
    assert [breaker.call(service) for _ in range(3)] == ["answer"] * 3
    assert not breaker.is_open


def test_a_test_that_is_broken_off_does_not_block_the_next(breaker: CircuitBreaker, service: Service, clock: Clock):
    service.error = ConnectionError()
    fail(breaker, service, 2)

    def broken_off() -> str:
        raise KeyboardInterrupt

    clock.now += 10
    with pytest.raises(KeyboardInterrupt):
        breaker.call(broken_off)
    service.error = None
    clock.now += 10
    assert breaker.call(service) == "answer"


def test_harmless_errors_show_that_the_service_answers(breaker: CircuitBreaker, service: Service, clock: Clock):
    for error in (ConnectionError(), NotFoundError(), ConnectionError()):
        service.error = error
        with pytest.raises(type(error)):
            breaker.call(service)
    assert not breaker.is_open


def test_of_many_threads_one_tests_the_service(breaker: CircuitBreaker, service: Service, clock: Clock):
    service.error = ConnectionError()
    fail(breaker, service, 2)
    clock.now += 10
    together = Barrier(8)
    refused: list[bool] = []

    def ask() -> None:
        together.wait()
        try:
            breaker.call(service)
        except CircuitOpen:
            refused.append(True)
        except ConnectionError:
            refused.append(False)

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(refused) == [False] + [True] * 7


def test_opening_and_closing_are_told_once_each(
    breaker: CircuitBreaker, service: Service, clock: Clock, caplog: pytest.LogCaptureFixture
):
    service.error = ConnectionError()
    fail(breaker, service, 2)
    clock.now += 10
    fail(breaker, service, 1)
    service.error = None
    clock.now += 10
    breaker.call(service)
    breaker.call(service)
    told = [record.getMessage() for record in caplog.records if record.name == "search.circuit_breaker"]
    assert told == ["The service does not answer: it is asked once every 10 s", "The service answers again"]
