"""People who sign in to the demo site, one or more for each role.

The roles are small groups with stock permissions: enough to show who does what.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.users.models import UserProfile

from directory.models import Organisation
from pages.demo.content import identity
from pages.models import OrganisationPage
from site_core.languages import LanguageCode
from site_core.models import User

#: The same for all, printed when the demo is made; the demo is refused where clients are served.
PASSWORD = "yksi-luukku-demo"  # noqa: S105

READ_DIRECTORY = ("view_adviser", "view_organisation", "view_municipality", "view_serviceclass")
KEEP_DIRECTORY = (
    *(f"{action}_{model}" for action in ("add", "change", "delete") for model in ("adviser", "organisation")),
    *READ_DIRECTORY,
)
FILES = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
WRITE = ("add_page", "change_page")
PUBLISH = (*WRITE, "publish_page")
COORDINATE = (*PUBLISH, "bulk_delete_page", "lock_page", "unlock_page")


@dataclass(frozen=True)
class Role:
    """A group's name, what it may do with pages and which model permissions it has."""

    name: str
    pages: tuple[str, ...] = ()
    models: tuple[str, ...] = ()


COORDINATOR = Role("Coordinators", COORDINATE, (*KEEP_DIRECTORY, "submit_translation"))
PUBLISHER = Role("Publishers", PUBLISH, READ_DIRECTORY)
EDITOR = Role("Editors", WRITE, READ_DIRECTORY)
COUNSELLOR = Role("Counsellors", (), READ_DIRECTORY)


@dataclass(frozen=True)
class Person:
    """A login: `organisation` is the key of the one whose section the person works in, if not in all."""

    username: str
    first_name: str
    last_name: str
    language: LanguageCode
    role: Role | None = None
    organisation: str = ""


PEOPLE = (
    Person("admin", "Ylle", "Pito", "fi"),
    Person("coordinator", "Kaisa", "Koordinaattori", "fi", COORDINATOR),
    Person("publisher", "Jussi", "Julkaisija", "fi", PUBLISHER, "kallanlahti"),
    Person("editor", "Teija", "Toimittaja", "fi", EDITOR, "kallanlahti"),
    Person("redaktor", "Ritva", "Redaktör", "sv", EDITOR, "strandlinjen"),
    Person("counsellor", "Olli", "Ohjaaja", "fi", COUNSELLOR, "kallanlahti"),
)


@transaction.atomic
def make_person(person: Person) -> bool:
    """Makes the login and its group unless the login is there; tells whether it did."""
    if User.objects.filter(username=person.username).exists():
        return False
    user = User.objects.create(
        username=person.username,
        email=f"{person.username}@yksi-luukku.example.org",
        password=_hashed_password(),
        first_name=person.first_name,
        last_name=person.last_name,
        is_superuser=person.role is None,
        is_staff=person.role is None,
    )
    UserProfile.objects.create(user=user, preferred_language=person.language)
    if person.role:
        user.groups.add(_group(person.role, person.organisation))
    return True


@cache
def _hashed_password() -> str:
    """Hashed once for all, as that takes its time and nothing is secret here."""
    return make_password(PASSWORD)


def _group(role: Role, organisation: str) -> Group:
    name = role.name
    if organisation:
        name = f"{Organisation.objects.get(key=identity('organisation', organisation)).name_fi}: {role.name}"
    group, made = Group.objects.get_or_create(name=name[:150])
    if made:
        group.permissions.set(_permissions("access_admin", *role.models))
        _allow_pages(group, role, organisation)
        _allow_files(group, role)
    return group


def _allow_pages(group: Group, role: Role, organisation: str) -> None:
    """On both languages' sections, or on everything."""
    roots: Iterable[Page] = Page.objects.filter(depth=1)
    if organisation:
        roots = OrganisationPage.objects.filter(translation_key=identity("section", organisation))
    for root in roots:
        for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=role.pages):
            GroupPagePermission.objects.create(group=group, page=root, permission=permission)


def _allow_files(group: Group, role: Role) -> None:
    if role.pages:
        for permission in _permissions(*FILES):
            GroupCollectionPermission.objects.create(
                group=group, collection=Collection.get_first_root_node(), permission=permission
            )


def _permissions(*codenames: str) -> list[Permission]:
    return list(Permission.objects.filter(codename__in=codenames))
