"""The account a node runs as: Elasticsearch refuses to run as root."""

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

from search.node import NodeError

SYSTEM_ACCOUNT = "elasticsearch"
LAST_RESORT = "nobody"
SHARED_HOME = Path("/var/lib/yksi-luukku/elasticsearch")


@dataclass(frozen=True)
class Account:
    """A user of the machine and its main group."""

    name: str
    uid: int
    gid: int

    def can_read(self, path: Path) -> bool:
        """Tell whether this account gets through to the path; asking needs root."""
        answer = subprocess.run(  # noqa: S603
            ["test", "-r", path],  # noqa: S607
            user=self.uid,
            group=self.gid,
            extra_groups=[],
            cwd="/",
            check=False,
        )
        return answer.returncode == 0


def unprivileged_account() -> Account | None:
    """Return the account to run the node as, or None when the current one is unprivileged already.

    As root it is the system account `elasticsearch`, created if need be, or `nobody` where accounts cannot be
    created. Raises NodeError if there is neither.
    """
    if os.geteuid() != 0:
        return None
    account = _account(SYSTEM_ACCOUNT) or _create_system_account() or _account(LAST_RESORT)
    if account is None:
        raise NodeError(
            f"Elasticsearch does not run as root, and there is no account for it: "
            f"create one with `useradd --system {SYSTEM_ACCOUNT}`."
        )
    return account


def default_home(project: Path) -> Path:
    """Return where the server and its nodes live: `var/elasticsearch` in the project.

    For root it is a folder of the system's if the project is behind closed doors (such as /root), where the
    node's account would not get in.
    """
    open_to_others = all(folder.stat().st_mode & stat.S_IXOTH for folder in (project, *project.parents))
    if os.geteuid() == 0 and not open_to_others:
        return SHARED_HOME
    return project / "var" / "elasticsearch"


def hand_over(folder: Path, account: Account) -> None:
    """Make the account the owner of a folder and all that is in it."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, account.uid, account.gid, follow_symlinks=False)


def _account(name: str) -> Account | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(name, entry.pw_uid, entry.pw_gid)


def _create_system_account() -> Account | None:
    useradd = shutil.which("useradd")
    if useradd is None:
        return None
    command = [useradd, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_ACCOUNT]
    subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    return _account(SYSTEM_ACCOUNT)
