"""`manage.py search_sync`: gives the search engine what it did not get while it was away."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.protocol import EngineUnavailable
from search.engines.registry import outside_engine
from search.feeding import send_pending


class Command(BaseCommand):
    help = "Sends the changes that the search engine has not got yet. They are sent at once, too: this is for cron."

    def handle(self, *args: Any, **options: Any) -> None:
        engine = outside_engine()
        if engine is None:
            self.stdout.write("The database itself is the search engine: nothing to send")
            return
        try:
            sent = send_pending(engine)
        except EngineUnavailable as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{sent} sent")
