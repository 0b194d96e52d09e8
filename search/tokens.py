"""From the text of a document to the tokens it is found by."""

from __future__ import annotations

from collections.abc import Iterable

from search.analysis.chain import analyse_text
from search.analysis.tokens import tokenize
from search.documents.content import LanguageContent
from search.models import SearchText
from site_core.languages import LanguageCode


def searchable(token: str) -> str:
    """A token as the index has it: letters and digits alone, so that it means nothing else to any engine."""
    return token if token.isalnum() else "".join(letter for letter in token if letter.isalnum())


def analysed(content: LanguageContent, language: LanguageCode) -> SearchText:
    """The content as a row, not saved and not yet of a document."""
    titles = analyse_text("\n".join([content.title, *content.other_titles]), language)
    texts = analyse_text(f"{content.summary}\n{content.body}", language)
    labels = analyse_text("\n".join(content.labels), language)
    names = analyse_text("\n".join(content.names), language)
    return SearchText(
        language=language,
        title=content.title,
        url=content.url,
        summary=content.summary,
        body=content.body,
        labels="\n".join([*content.other_titles, *content.labels, *content.names]),
        title_words=_row(titles.lemma),
        body_words=_row(texts.lemma),
        title_parts=_row(titles.parts),
        body_parts=_row(texts.parts),
        # A part of a name says nothing of what a service does: not every page of an advice centre is about advice.
        concepts=_row([*labels.lemma, *labels.parts, *names.lemma]),
        stems=_row([*titles.stem, *texts.stem]),
        folded=_row([*titles.folded, *texts.folded]),
    )


def words_of(text: SearchText) -> set[str]:
    """The words of the text as they are written, and their base forms."""
    written = "\n".join([text.title, text.summary, text.body, text.labels])
    forms = {searchable(token.text) for token in tokenize(written)}
    bases = f"{text.title_words} {text.body_words} {text.concepts}".split()
    return (forms | set(bases)) - {""}


def _row(tokens: Iterable[str]) -> str:
    return " ".join(filter(None, map(searchable, tokens)))
