"""A record named in both languages: what municipalities and classifications have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from site_core.languages import BilingualText, LanguageOfText


class NamedRecord(models.Model):
    """One row, with its Finnish and Swedish names side by side (design decision 1)."""

    name_fi = models.CharField(_("name in Finnish"), max_length=255)
    name_sv = models.CharField(_("name in Swedish"), max_length=255, blank=True)

    name = BilingualText()
    name_language = LanguageOfText("name")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name
