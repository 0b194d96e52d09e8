"""Makes the demo site's invented content and logins."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from directory.models import Municipality
from pages.demo.content import read_content
from pages.demo.load import load_demo
from pages.demo.people import PASSWORD, PEOPLE, make_person
from site_core.settings.environment import env


class Command(BaseCommand):
    """Safe to run again: it makes what is missing and changes nothing that is there."""

    help = "Fill the site with invented organisations, advisers, services, guides and logins."

    def handle(self, *args: Any, **options: Any) -> None:
        if env.production:
            raise CommandError("The demo's passwords are public: it is not made with SITE_MODE=production.")
        if not Municipality.objects.exists():
            raise CommandError("Load the code lists first: manage.py load_codelists")
        with quiet("wagtail"):
            report = load_demo(read_content())
        for person in PEOPLE:
            report.tell("logins", make_person(person))
        for kind in report.made | report.there:
            self.stdout.write(f"{kind}: {report.made[kind]} made, {report.there[kind]} there already")
        self.stdout.write(f"\nSign in at /admin/ with the password {PASSWORD}")
        for person in PEOPLE:
            role = person.role.name.lower() if person.role else "administrators"
            self.stdout.write(f"  {person.username:<12} {role:<13} {person.organisation or 'the whole network'}")


@contextmanager
def quiet(logger_name: str) -> Iterator[None]:
    """Leaves out a library's lines about each page, so that the logins stay in sight."""
    logger = logging.getLogger(logger_name)
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)
