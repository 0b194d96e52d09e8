import os

import pytest

from search.node import account
from search.node.account import SHARED_HOME, default_home, unprivileged_account

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root changes accounts")


def test_unprivileged_user_needs_no_other_account(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert unprivileged_account() is None


@as_root
def test_root_gets_an_account_that_is_not_root():
    found = unprivileged_account()
    assert found is not None
    assert found.uid != 0
    assert found.gid != 0


@as_root
def test_account_reads_only_what_others_may(home):
    found = unprivileged_account()
    assert found.can_read(home)
    home.chmod(0o700)
    assert not found.can_read(home)


def test_machine_that_cannot_create_accounts_falls_back_to_nobody(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(account, "SYSTEM_ACCOUNT", "no-such-account")
    monkeypatch.setattr(account.shutil, "which", lambda program: None)
    assert unprivileged_account().name == "nobody"


@pytest.mark.parametrize(("user", "mode", "shared"), [(0, 0o755, False), (0, 0o700, True), (1000, 0o700, False)])
def test_home_is_in_the_project_unless_root_closed_it(home, monkeypatch, user, mode, shared):
    monkeypatch.setattr(os, "geteuid", lambda: user)
    home.chmod(mode)
    assert default_home(home) == (SHARED_HOME if shared else home / "var" / "elasticsearch")
