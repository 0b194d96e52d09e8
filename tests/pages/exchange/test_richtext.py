"""Plain text as rich text, and what an editor's saving makes of it."""

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from pages.blocks.guide import PLAIN_FEATURES
from pages.exchange.richtext import rich_text, same_rich_text

TEXTS = [
    "Yksi kappale.",
    "Yksi.\n\nKaksi & kolme < neljä.",
    "Rivi\nja toinen rivi.",
    "Sisältää:\n- kahvia\n* teetä\n• vettä\nja muuta.",
    "<script>alert(1)</script> \"lainaus\" 'toinen' &amp; **lihava** [linkki](javascript:alert(1))",
    "Sanojen   väli\tja\u00a0sitova väli",
    "",
]


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        ("", ""),
        ("  \n\n ", ""),
        ("Yksi.\n\n\nKaksi.", "<p>Yksi.</p><p>Kaksi.</p>"),
        ("Yksi.\n \nKaksi.", "<p>Yksi.</p><p>Kaksi.</p>"),
        ("Yksi\nrivi", "<p>Yksi<br/>rivi</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("Lista:\n* a\n* b\nLoppu", "<p>Lista:</p><ul><li>a</li><li>b</li></ul><p>Loppu</p>"),
        ("-10 °C", "<p>-10 °C</p>"),
        ("<b onclick=x>&", "<p>&lt;b onclick=x&gt;&amp;</p>"),
    ],
)
def test_paragraphs_lists_and_nothing_raw(plain: str, html: str):
    assert rich_text(plain) == html


@pytest.mark.parametrize("plain", TEXTS)
def test_saving_in_the_editor_is_no_change(plain: str):
    converter = ContentstateConverter(PLAIN_FEATURES)
    html = rich_text(plain)
    saved = converter.to_database_format(converter.from_database_format(html))
    assert same_rich_text(html, saved)
    assert not html or saved != html, "the editor puts keys in: otherwise this test proves nothing"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>Yksi</p>", "<p>Kaksi</p>"),
        ("<p>Yksi kaksi</p>", "<p>Yksi</p><p>kaksi</p>"),
        ("<p>Yksi</p>", "<p><b>Yksi</b></p>"),
        ('<p><a href="https://a.example.org">x</a></p>', '<p><a href="https://b.example.org">x</a></p>'),
        ('<p><a linktype="page" id="1">x</a></p>', '<p><a linktype="page" id="2">x</a></p>'),
        ("<p>Yksi</p>", ""),
    ],
)
def test_what_reads_differently_is_a_change(one: str, other: str):
    assert not same_rich_text(one, other)
