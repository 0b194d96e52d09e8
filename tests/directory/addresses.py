"""Addresses of the directory in a language, whatever the active one is."""

from typing import Any

from django.urls import reverse
from django.utils.translation import override


def address(name: str, language: str = "fi", slug: str = "") -> str:
    with override(language):
        return reverse(f"directory:{name}", args=[slug] if slug else [])


def adviser_address(adviser: Any, language: str = "fi") -> str:
    return address("adviser_detail", language, adviser.slug)


def organisation_address(organisation: Any, language: str = "fi") -> str:
    return address("organisation_detail", language, organisation.slug)


BAD_VALUES = {
    "NUL": "\x00",
    "lone quote": "'",
    "double quote": '"',
    "10,000 characters": "x" * 10_000,
    "not a code": "???",
    "wrong id": "999",
    "negative": "-1",
    "broken JSON": '{"a":',
    "lone surrogate": "%ED%A0%80",
    "script": "<script>alert(1)</script>",
    "empty": "",
}
