from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.node import NodeError
from search.node.account import default_home
from search.node.configuration import DEFAULT_PORT, Node
from search.node.distribution import VERSION, fetch
from search.node.liveness import health, running_pid
from search.node.process import start, stop
from site_core.settings.environment import PROJECT_ROOT

NOT_RUNNING = 3


class Command(BaseCommand):
    """Fetch, start and stop a real Elasticsearch node on loopback, without containers."""

    help = f"Fetch, start and stop an Elasticsearch {VERSION} node for development and tests."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=("start", "stop", "status", "fetch"))
        parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="HTTP port (default: %(default)s)")
        parser.add_argument("--transport-port", type=int, help="transport port (default: the HTTP port + 100)")
        parser.add_argument("--data-dir", type=Path, help="where the server and its data live")
        parser.add_argument(
            "--env", action="store_true", help="print only the variable that tells the site where the node is"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        home = options["data_dir"] or default_home(PROJECT_ROOT)
        node = Node(home, options["port"], options["transport_port"])
        try:
            outcome = getattr(self, f"_{options['action']}")(node)
        except NodeError as error:
            raise CommandError(str(error)) from error
        if options["env"]:
            self.stderr.write(outcome, self.style.SUCCESS)
            self.stdout.write(f"ELASTICSEARCH_URLS={node.url}")
        else:
            self.stdout.write(outcome, self.style.SUCCESS)

    def _fetch(self, node: Node) -> str:
        return f"Elasticsearch {VERSION} is in {fetch(node.home)}"

    def _start(self, node: Node) -> str:
        fetch(node.home)
        return f"{'Started' if start(node) else 'Already running'}: {node.url}"

    def _stop(self, node: Node) -> str:
        return f"{'Stopped' if stop(node) else 'Was not running'}: {node.url}"

    def _status(self, node: Node) -> str:
        pid = running_pid(node)
        if pid is None:
            raise CommandError(f"Not running: {node.url}", returncode=NOT_RUNNING)
        return f"Running: {node.url}, {health(node) or 'not answering'}, process {pid}"
