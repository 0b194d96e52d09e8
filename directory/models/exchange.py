"""What was last read from outside, so that the next import can tell its changes from people's."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedRecord(models.Model):
    """An object of an outside catalogue as it was last imported.

    `values` are the mapped fields of the last import: the base of the three-way comparison
    (last imported, now, new). `target_key` is the translation key of the service or the key of the organisation.
    """

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", _("Organisation")
        SERVICE = "service", _("Service")
        CHANNEL = "channel", _("Service channel")

    source = models.CharField(_("source"), max_length=20, default="ptv")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    external_id = models.UUIDField(_("identifier in the source"))
    target_key = models.UUIDField(_("key here"), default=uuid.uuid4, db_index=True)
    values = models.JSONField(_("last imported values"), default=dict)
    modified = models.CharField(_("modified in the source"), max_length=40, blank=True)
    imported_at = models.DateTimeField(_("imported at"), auto_now=True)

    class Meta:
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")
        constraints = [
            models.UniqueConstraint(fields=["source", "kind", "external_id"], name="one_record_per_outside_object")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.kind} {self.external_id}"
