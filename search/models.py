"""What can be found: one document a service, guide, topic, adviser and organisation; every engine is fed from it."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from site_core.languages import LANGUAGES, LanguageCode


class DocumentKind(models.TextChoices):
    """What a document is about."""

    SERVICE = "service", _("Service")
    GUIDE = "guide", _("Guide")
    TOPIC = "topic", _("Topic")
    ADVISER = "adviser", _("Adviser")
    ORGANISATION = "organisation", _("Organisation")


class SearchDocumentQuerySet(models.QuerySet["SearchDocument"]):
    def present(self) -> Self:
        """Documents that are no tombstones."""
        return self.filter(deleted=False)

    def visible(self, day: date) -> Self:
        """Documents that clients may see on the day."""
        return self.present().filter(
            Q(visible_from__isnull=True) | Q(visible_from__lte=day),
            Q(visible_until__isnull=True) | Q(visible_until__gte=day),
        )

    def pending(self) -> Self:
        """Documents whose last change an engine outside the database has not got yet, the oldest first."""
        return self.filter(version__gt=F("sent_version")).order_by("version")


class SearchDocument(models.Model):
    """A service, guide, topic, adviser or organisation as clients can find it.

    Written in the transaction of the change that caused it (`search.indexing`), never by hand. `key` is the
    translation key of a page or the key of a record. `version` rises with every change of the content. A
    deleted document stays as a tombstone, so that engines outside the database hear of it.

    `facet_values` is "|name:value|name:value|" (see `facets`). `names` has what a result shows of the
    organisation and the places, in both languages.
    """

    key = models.UUIDField(unique=True)
    kind = models.CharField(max_length=20, choices=DocumentKind.choices)
    version = models.BigIntegerField(default=0, db_index=True)
    sent_version = models.BigIntegerField(default=0)
    deleted = models.BooleanField(default=False)
    visible_from = models.DateField(null=True)
    visible_until = models.DateField(null=True)
    in_fi = models.BooleanField(default=False)
    in_sv = models.BooleanField(default=False)
    sort_fi = models.CharField(max_length=255, blank=True)
    sort_sv = models.CharField(max_length=255, blank=True)
    facet_values = models.TextField(blank=True)
    names = models.JSONField(default=dict)
    ptv_id = models.UUIDField(null=True)
    content_digest = models.CharField(max_length=64, blank=True)
    analysis_version = models.CharField(max_length=100, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")
        indexes = [
            models.Index(fields=["version"], condition=Q(version__gt=F("sent_version")), name="search_pending"),
            models.Index(fields=["id"], condition=Q(in_fi=False), name="search_not_in_finnish"),
            models.Index(fields=["id"], condition=Q(in_sv=False), name="search_not_in_swedish"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    @property
    def languages(self) -> tuple[LanguageCode, ...]:
        """The languages that the document really is in."""
        present: dict[LanguageCode, bool] = {"fi": self.in_fi, "sv": self.in_sv}
        return tuple(language for language, is_there in present.items() if is_there)

    @property
    def facets(self) -> dict[str, list[str]]:
        """The values of each facet that the document has."""
        values: dict[str, list[str]] = {}
        for pair in filter(None, self.facet_values.split("|")):
            name, _separator, value = pair.partition(":")
            values.setdefault(name, []).append(value)
        return values


class SearchText(models.Model):
    """A document in one language: what a result shows, and the tokens it is found by.

    A document has a row for each language. One that is not written in the language has concepts alone: the
    labels of its classifications and places, which bring it to those who search in that language. `labels` are
    those and the alternative names, a line each.
    Token fields are tokens of `search.analysis` joined by spaces, with the names of `search.ranking.NETS`.
    """

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2, choices=LANGUAGES)
    title = models.CharField(max_length=255, blank=True)
    url = models.CharField(max_length=1000, blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    labels = models.TextField(blank=True)

    title_words = models.TextField(blank=True)
    body_words = models.TextField(blank=True)
    title_parts = models.TextField(blank=True)
    body_parts = models.TextField(blank=True)
    concepts = models.TextField(blank=True)
    stems = models.TextField(blank=True)
    folded = models.TextField(blank=True)

    class Meta:
        verbose_name = _("text of a search document")
        verbose_name_plural = _("texts of search documents")
        constraints = [
            models.UniqueConstraint(fields=["document", "language"], name="one_text_per_document_and_language")
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"


class IndexedWord(models.Model):
    """A word or base form that stands in a document, and what it is without diacritics.

    Tells which words of a query are known, and gives back the ä and ö of words typed without them.
    """

    language = models.CharField(max_length=2, choices=LANGUAGES)
    folded = models.CharField(max_length=64)
    word = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("indexed word")
        verbose_name_plural = _("indexed words")
        constraints = [
            models.UniqueConstraint(fields=["language", "folded", "word"], name="one_row_per_indexed_word")
        ]

    def __str__(self) -> str:
        return self.word
