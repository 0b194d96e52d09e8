"""What a node is: its ports, its settings and its folder."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from search.node.distribution import distribution_folder

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 9200
TRANSPORT_PORT_DISTANCE = 100

Setting = str | int | bool | list[str]


@dataclass(frozen=True)
class Node:
    """One node under `home`, told apart from others by its HTTP port.

    `settings` are added to, and win over, those of `base_settings`; `heap` is in the JVM's own notation.
    """

    home: Path
    port: int = DEFAULT_PORT
    transport_port: int | None = None
    heap: str = "512m"
    settings: Mapping[str, Setting] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Where the node answers."""
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def server(self) -> Path:
        """The server's program files, shared by all nodes."""
        return distribution_folder(self.home.absolute())

    @property
    def folder(self) -> Path:
        """All that belongs to this node alone: configuration, data, logs."""
        return self.home.absolute() / f"node-{self.port}"

    @property
    def pid_file(self) -> Path:
        """Where the server writes its process id."""
        return self.folder / "pid"

    @property
    def log_file(self) -> Path:
        """What the server says on its way up."""
        return self.folder / "logs" / "console.log"

    @property
    def ports(self) -> tuple[int, int]:
        """The HTTP port and the transport port."""
        return self.port, self.transport_port or self.port + TRANSPORT_PORT_DISTANCE

    def base_settings(self) -> dict[str, Setting]:
        """Return what every node needs: on its own, on loopback, without security or regard for a full disk."""
        http_port, transport_port = self.ports
        return {
            "cluster.name": f"yksi-luukku-{self.port}",
            "discovery.type": "single-node",
            "network.host": LOOPBACK,
            "http.port": http_port,
            "transport.port": transport_port,
            "path.data": str(self.folder / "data"),
            "path.logs": str(self.folder / "logs"),
            "xpack.security.enabled": False,
            "cluster.routing.allocation.disk.threshold_enabled": False,
        }


def write_configuration(node: Node) -> None:
    """Lay out the node's folder afresh, keeping the data of earlier runs."""
    for name in ("config", "logs", "tmp"):
        if (node.folder / name).exists():
            shutil.rmtree(node.folder / name)
    for name in ("config/jvm.options.d", "data", "logs", "tmp"):
        (node.folder / name).mkdir(parents=True, exist_ok=True)
    config = node.folder / "config"
    for name in ("jvm.options", "log4j2.properties"):
        shutil.copyfile(node.server / "config" / name, config / name)
    settings = node.base_settings() | dict(node.settings)
    lines = [f"{key}: {json.dumps(value)}\n" for key, value in settings.items()]
    (config / "elasticsearch.yml").write_text("".join(lines), encoding="utf-8")
