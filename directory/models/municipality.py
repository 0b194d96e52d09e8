"""Municipalities, and the regions and wellbeing services counties they belong to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.named import NamedRecord


class Region(NamedRecord):
    """A region (maakunta, landskap). Source: Koodistot.suomi.fi, see docs/data-sources.md."""

    code = models.CharField(_("code"), max_length=2, unique=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class WellbeingCounty(NamedRecord):
    """A wellbeing services county (hyvinvointialue, välfärdsområde)."""

    code = models.CharField(_("code"), max_length=2, unique=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("wellbeing services county")
        verbose_name_plural = _("wellbeing services counties")


class Municipality(NamedRecord):
    """A municipality, by its three-digit code."""

    code = models.CharField(_("code"), max_length=3, unique=True)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="municipalities", verbose_name=_("region")
    )
    wellbeing_county = models.ForeignKey(
        WellbeingCounty,
        on_delete=models.PROTECT,
        related_name="municipalities",
        verbose_name=_("wellbeing services county"),
    )

    class Meta:
        ordering = ["name_fi"]
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
