"""Telling which language a text is really in."""

import pytest

from directory.exchange.ptv.written_in import written_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Voit varata ajan ohjaajalle, kun mietit, mitä opiskelisit ja mistä saat tukea.", "fi"),
        ("Du kan boka en tid hos en handledare när du funderar på vad du ska studera.", "sv"),
        ("Nettilukio.fi", None),
        ("", None),
        ("Career guidance for adults", None),
        ("Ohjaaja auttaa, että voit. Handledaren hjälper dig och är med.", None),
    ],
)
def test_language_is_told_only_where_it_is_sure(text: str, language: str | None):
    assert written_in(text) == language


@pytest.mark.slow
def test_real_texts_are_never_taken_for_the_other_language(shared_data):
    import json

    for item in json.loads((shared_data / "ptv/feed/services.json").read_text(encoding="utf-8"))["itemList"]:
        for entry in item["serviceDescriptions"]:
            assert written_in(entry["value"] or "") in (None, entry["language"])
