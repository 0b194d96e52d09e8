"""The demo's guides, topics and welcome."""

from django.db import transaction

from directory.models import LifeEvent
from pages.demo.blocks import page_lists, paragraphs, steps
from pages.demo.content import Item, identity
from pages.demo.pairs import Values, languages_of, make_pair, page_ids
from pages.models import GuidePage, HomePage, OrganisationPage, ServicePage, TopicPage
from pages.models.base import TwinPage
from site_core.languages import LanguageCode


@transaction.atomic
def make_guide(item: Item) -> bool:
    """Makes the guide in its organisation's section, or under the front page, unless it is there."""
    services = [identity("service", key) for key in item["services"]]

    def texts(language: LanguageCode) -> Values:
        written = item[language]
        return {
            "title": written["name"],
            "summary": written["summary"],
            "steps": steps(written["steps"], page_ids(ServicePage, services, language)),
        }

    parent: TwinPage = HomePage.objects.get(locale__language_code="fi")
    if item["organisation"]:
        section = identity("section", item["organisation"])
        parent = OrganisationPage.objects.get(translation_key=section, locale__language_code="fi")
    facts: Values = {"life_events": LifeEvent.objects.filter(code__in=item["life_events"])}
    return make_pair(GuidePage, identity("guide", item["key"]), parent, languages_of(item), texts, facts)


@transaction.atomic
def make_topic(item: Item, headings: Item) -> bool:
    """Makes the topic with its services and guides under headings, unless it is there."""
    services = [identity("service", key) for key in item["services"]]
    guides = [identity("guide", key) for key in item["guides"]]

    def texts(language: LanguageCode) -> Values:
        written = item[language]
        return {
            "title": written["name"],
            "summary": written["summary"],
            "intro": paragraphs(written["intro"]),
            "sections": page_lists(
                [
                    (headings["services"][language], page_ids(ServicePage, services, language)),
                    (headings["guides"][language], page_ids(GuidePage, guides, language)),
                ]
            ),
        }

    parent = HomePage.objects.get(locale__language_code="fi")
    return make_pair(TopicPage, identity("topic", item["key"]), parent, languages_of(item), texts, {})


@transaction.atomic
def write_welcome(language: LanguageCode, texts: Item) -> bool:
    """Writes the front page's texts, unless somebody has written some."""
    home = HomePage.objects.get(locale__language_code=language)
    if home.intro:
        return False
    home.title, home.intro, home.search_hint = texts["title"], texts["intro"], texts["search_hint"]
    home.save_revision().publish()
    return True
