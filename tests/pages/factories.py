"""Pages for tests. Each lands in the Finnish tree unless a parent is given; `with_twin` makes the other language."""

from typing import Any

import factory
from wagtail_factories import PageFactory

from pages.models import GuidePage, HomePage, OrganisationPage, ServiceAdviser, ServicePage, TopicPage
from pages.models.base import TwinPage


def home(language: str) -> HomePage:
    """The front page that the migration made."""
    return HomePage.objects.get(locale__language_code=language)


class SectionChildFactory(PageFactory):
    class Meta:
        abstract = True

    title = factory.Sequence(lambda number: f"Page {number}")


class TopicPageFactory(SectionChildFactory):
    class Meta:
        model = TopicPage

    title = factory.Sequence(lambda number: f"Topic {number}")
    summary = "What this topic gathers."
    parent = factory.LazyFunction(lambda: home("fi"))


class OrganisationPageFactory(SectionChildFactory):
    class Meta:
        model = OrganisationPage

    organisation = factory.SubFactory("tests.directory.factories.OrganisationFactory")
    title = factory.LazyAttribute(lambda page: page.organisation.name_fi)
    parent = factory.LazyFunction(lambda: home("fi"))


class ServicePageFactory(SectionChildFactory):
    """Many-to-many facts are given as lists: `ServicePageFactory(service_classes=[...], municipalities=[...])`."""

    class Meta:
        model = ServicePage

    title = factory.Sequence(lambda number: f"Service {number}")
    summary = "What the client gets from this service."
    description = "<p>How the service helps.</p>"
    parent = factory.LazyFunction(lambda: OrganisationPageFactory())


class GuidePageFactory(SectionChildFactory):
    class Meta:
        model = GuidePage

    title = factory.Sequence(lambda number: f"Guide {number}")
    summary = "What this guide helps with."
    parent = factory.LazyFunction(lambda: home("fi"))


class ServiceAdviserFactory(factory.django.DjangoModelFactory):
    """A saved link from a live service page to an adviser."""

    class Meta:
        model = ServiceAdviser

    page = factory.SubFactory(ServicePageFactory)
    adviser = factory.SubFactory("tests.directory.factories.AdviserFactory")


def with_twin(page: TwinPage, **values: Any) -> TwinPage:
    """The page's twin in the other tree, live unless told otherwise; the parents' twins are made too."""
    language = "sv" if page.locale.language_code == "fi" else "fi"
    parent = page.get_parent().specific
    parent_twin = home(language) if isinstance(parent, HomePage) else parent.twin or with_twin(parent)
    defaults: dict[str, Any] = {"title": f"{page.title} ({language})", "translation_key": page.translation_key}
    if isinstance(page, OrganisationPage):
        defaults["organisation"] = page.organisation
    twin = type(page)(**{**defaults, **values})
    parent_twin.add_child(instance=twin)
    for cached in (page, twin):
        cached.__dict__.pop("pair", None)
    return twin
