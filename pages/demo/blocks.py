"""The demo's texts and channels as the fields of pages hold them."""

import json
from typing import Any

from django.utils.html import format_html_join

from pages.demo.content import Item
from site_core.languages import LanguageCode

Block = dict[str, Any]


def paragraphs(texts: list[str] | str) -> str:
    """Rich text of plain paragraphs."""
    listed = [texts] if isinstance(texts, str) else texts
    return format_html_join("", "<p>{}</p>", ((text,) for text in listed if text))


def channels(items: list[Item], language: LanguageCode) -> str:
    """The ways to reach a service, in one language, as the stream field's JSON."""
    return _stream([(BLOCK_TYPES[item["type"]], _channel(item, language)) for item in items])


def steps(items: list[Item], pages: list[int]) -> str:
    """The steps of a guide as the stream field's JSON; the pages that help stand at the last one."""
    blocks = [("step", {"title": item["title"], "text": paragraphs(item["text"]), "pages": []}) for item in items]
    blocks[-1][1]["pages"] = pages
    return _stream(blocks)


def page_lists(lists: list[tuple[str, list[int]]]) -> str:
    """The sections of a topic, each a heading and its pages, as the stream field's JSON."""
    return _stream([("page_list", {"heading": heading, "pages": pages}) for heading, pages in lists if pages])


BLOCK_TYPES = {"e_service": "e_service", "web": "web_page", "form": "form", "phone": "phone", "place": "place"}


def _channel(item: Item, language: LanguageCode) -> Block:
    block: Block = {"name": item["name"][language]}
    if item["type"] == "phone":
        block |= {"number": item["number"], "hours": item["hours"][language]}
    elif item["type"] == "place":
        block |= {
            "street": item["street"],
            "postcode": item["postcode"],
            "city": item["city"][language],
            "municipality_code": item["municipality"],
            "opening_hours": [_weekly(hours) for hours in item["opening_hours"]],
            "exceptions": [_exception(exception, language) for exception in item.get("exceptions", [])],
        }
    else:
        block["url"] = item["url"]
    return block


def _weekly(hours: Item) -> Block:
    return {"days": [str(day) for day in hours["days"]], "opens": hours["opens"], "closes": hours["closes"]}


def _exception(exception: Item, language: LanguageCode) -> Block:
    closed = exception.get("closed", False)
    return {
        "first_day": exception["date"],
        "last_day": None,
        "opens": None if closed else exception["opens"],
        "closes": None if closed else exception["closes"],
        "note": exception["note"][language],
    }


def _stream(blocks: list[tuple[str, Block]]) -> str:
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])
