"""The classifications of the Finnish Service Catalogue (PTV) that services are sorted by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.named import NamedRecord


class Classification(NamedRecord):
    """A concept of a code list: its code is what the importer and the addresses use, its URI names it for others."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    uri = models.CharField(_("URI"), max_length=255, blank=True)
    order = models.PositiveIntegerField(_("order"), default=0, editable=False)

    class Meta:
        abstract = True
        ordering = ["order", "code"]


class ServiceClass(Classification):
    """A service class of PTV; its main classes (P6) have sub-classes (P6.4)."""

    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("main class"),
    )
    description_fi = models.TextField(_("description in Finnish"), blank=True)
    description_sv = models.TextField(_("description in Swedish"), blank=True)

    class Meta(Classification.Meta):
        verbose_name = _("service class")
        verbose_name_plural = _("service classes")


class TargetGroup(Classification):
    """Whom a service is for (KR1 citizens, KR1.3 young people, …)."""

    class Meta(Classification.Meta):
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")


class LifeEvent(Classification):
    """A situation in life in which a service is needed (KE5 losing one's job, …)."""

    class Meta(Classification.Meta):
        verbose_name = _("life event")
        verbose_name_plural = _("life events")


class LanguageOfService(Classification):
    """A language that clients are served in; not the language of a text about the service."""

    class Meta(Classification.Meta):
        verbose_name = _("language of service")
        verbose_name_plural = _("languages of service")


class OntologyTerm(NamedRecord):
    """A subject term that partners' services carry, named by its KOKO URI."""

    uri = models.CharField(_("URI"), max_length=255, unique=True)

    class Meta:
        ordering = ["name_fi"]
        verbose_name = _("subject term")
        verbose_name_plural = _("subject terms")
