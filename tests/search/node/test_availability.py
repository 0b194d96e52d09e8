import pytest

from search.node.temporary import free_ports
from tests.search.conftest import answers, cannot_run


def test_developers_machine_skips_with_the_reason(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no Java"):
        cannot_run("no Java")


@pytest.mark.parametrize("value", ["true", "True", "1"])
def test_ci_fails_rather_than_skip(monkeypatch, value):
    monkeypatch.setenv("CI", value)
    with pytest.raises(pytest.fail.Exception, match="no Java"):
        cannot_run("no Java")


def test_address_where_nobody_answers_is_not_used():
    assert not answers(f"http://127.0.0.1:{free_ports(1)[0]}")
