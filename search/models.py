"""What can be found: one row a service, guide, topic, adviser and organisation, from which every engine is fed."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class DocumentKind(models.TextChoices):
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
    translation key of a page or the key of a record. A deleted one stays as a tombstone, so that its version
    goes on rising and engines outside the database hear of it.

    `texts` has for each language that there really is: title, url (path), summary, body (plain text, for
    snippets). `tokens` has for both languages the fields of `search.ranking.FIELD_WEIGHTS`, each as tokens
    joined by spaces; a language that is missing has `concepts` alone. `facets` has lists of values by facet
    name. `names` has what a result shows of the organisation and the municipalities, in both languages.
    """

    key = models.UUIDField(unique=True)
    kind = models.CharField(max_length=20, choices=DocumentKind.choices)
    version = models.BigIntegerField(db_index=True)
    sent_version = models.BigIntegerField(default=0)
    deleted = models.BooleanField(default=False)

    in_fi = models.BooleanField(default=False)
    in_sv = models.BooleanField(default=False)
    sort_fi = models.CharField(max_length=300, blank=True)
    sort_sv = models.CharField(max_length=300, blank=True)
    texts = models.JSONField(default=dict)
    tokens = models.JSONField(default=dict)
    facets = models.JSONField(default=dict)
    names = models.JSONField(default=dict)

    visible_from = models.DateField(null=True)
    visible_until = models.DateField(null=True)
    ptv_id = models.UUIDField(null=True)

    content_digest = models.CharField(max_length=64)
    analysis_version = models.CharField(max_length=100)
    changed_at = models.DateTimeField(auto_now=True)

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")
        indexes = [
            models.Index(fields=["version"], condition=Q(version__gt=F("sent_version")), name="search_pending"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class IndexedWord(models.Model):
    """A word or base form that stands in a document, by what it becomes without diacritics.

    Tells which words of a query are known, and gives back the ä and ö of words typed without them.
    """

    language = models.CharField(max_length=2)
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
