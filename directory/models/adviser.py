"""Advisers: the people of the network who guide clients."""

import uuid
from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models.classification import LanguageOfService, ServiceClass
from directory.models.municipality import Municipality
from directory.models.organisation import Organisation, free_slug, phone_number
from site_core.languages import BilingualText, LanguageOfText


class Visibility(models.TextChoices):
    """Who sees a contact detail."""

    PUBLIC = "public", _("Public")
    NETWORK = "network", _("The network only")


class WayToMeet(models.TextChoices):
    """How clients can meet an adviser."""

    IN_PERSON = "in_person", _("In person")
    PHONE = "phone", _("By phone")
    VIDEO = "video", _("By video")
    CHAT = "chat", _("By chat")

    @property
    def field(self) -> str:
        """The field of `Adviser` that says whether the adviser meets this way."""
        return "meets_in_person" if self is WayToMeet.IN_PERSON else f"meets_by_{self.value}"


class AdviserQuerySet(models.QuerySet["Adviser"]):
    def public(self, on: date | None = None) -> Self:
        """Advisers whom clients may see: with consent, active on the day, in an organisation of the network."""
        day = on or timezone.localdate()
        return self.filter(
            Q(active_until__isnull=True) | Q(active_until__gte=day),
            consent_date__lte=day,
            organisation__active=True,
        )


class Adviser(models.Model):
    """An adviser with expertise, area, languages and ways to meet.

    Clients meet advisers only through `directory.public_adviser`, which leaves network-only details out.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("address part"), max_length=120, unique=True, blank=True)
    name = models.CharField(_("name"), max_length=120)
    title_fi = models.CharField(_("title in Finnish"), max_length=120, blank=True)
    title_sv = models.CharField(_("title in Swedish"), max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="advisers", verbose_name=_("organisation")
    )
    expertise_fi = models.TextField(_("expertise in Finnish"), blank=True)
    expertise_sv = models.TextField(_("expertise in Swedish"), blank=True)
    service_classes = models.ManyToManyField(
        ServiceClass, blank=True, related_name="advisers", verbose_name=_("fields of expertise")
    )
    municipalities = models.ManyToManyField(
        Municipality, blank=True, related_name="advisers", verbose_name=_("municipalities served")
    )
    whole_country = models.BooleanField(_("serves the whole country"), default=False)
    languages = models.ManyToManyField(
        LanguageOfService, blank=True, related_name="advisers", verbose_name=_("languages spoken")
    )

    phone = models.CharField(_("phone"), max_length=40, blank=True, validators=[phone_number])
    phone_visibility = models.CharField(
        _("phone is shown to"), max_length=10, choices=Visibility.choices, default=Visibility.NETWORK
    )
    email = models.EmailField(_("e-mail"), blank=True)
    email_visibility = models.CharField(
        _("e-mail is shown to"), max_length=10, choices=Visibility.choices, default=Visibility.NETWORK
    )
    meets_in_person = models.BooleanField(_("in person"), default=False)
    meets_by_phone = models.BooleanField(_("by phone"), default=False)
    meets_by_video = models.BooleanField(_("by video"), default=False)
    meets_by_chat = models.BooleanField(_("by chat"), default=False)

    consent_date = models.DateField(
        _("consent given on"),
        null=True,
        blank=True,
        help_text=_("The day the adviser agreed to be shown on the public site. Empty: not shown."),
    )
    stand_in = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("stand-in")
    )
    active_until = models.DateField(_("active until"), null=True, blank=True)

    title = BilingualText()
    title_language = LanguageOfText("title")
    expertise = BilingualText()
    expertise_language = LanguageOfText("expertise")

    objects = AdviserQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("adviser")
        verbose_name_plural = _("advisers")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.slug:
            self.slug = free_slug(type(self), self.name, self.key)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        """The adviser's page in the active language; not found unless the adviser is public."""
        return reverse("directory:adviser_detail", args=[self.slug])

    def clean(self) -> None:
        problems: dict[str, object] = {}
        if self.stand_in_id is not None and self.stand_in_id == self.pk:
            problems["stand_in"] = _("Choose somebody else as the stand-in.")
        if not self.ways_to_meet:
            problems["meets_in_person"] = _("Choose at least one way to meet.")
        if not self.phone and not self.email:
            problems["phone"] = _("Give a phone number or an e-mail address.")
        if self.consent_date is None:
            for detail in ("phone", "email"):
                if getattr(self, detail) and getattr(self, f"{detail}_visibility") == Visibility.PUBLIC:
                    problems[f"{detail}_visibility"] = _(
                        "Only an adviser who has consented can have public contact details. "
                        "Give the day of the consent or show this to the network only."
                    )
        if problems:
            raise ValidationError(problems)

    @property
    def ways_to_meet(self) -> list[WayToMeet]:
        """The ways in which the adviser meets clients."""
        return [way for way in WayToMeet if getattr(self, way.field)]

    def is_public(self, on: date | None = None) -> bool:
        """Whether clients may see the adviser on a day; the same rule as `AdviserQuerySet.public`."""
        day = on or timezone.localdate()
        return (
            self.consent_date is not None
            and self.consent_date <= day
            and (self.active_until is None or self.active_until >= day)
            and self.organisation.active
        )


class AdviserRole(models.TextChoices):
    """What an adviser does for a service."""

    GUIDES = "guides", _("Guides clients")
    CONTACT = "contact", _("Contact person")
    EXPERT = "expert", _("Expert")


class AdviserLink(models.Model):
    """An adviser's part in a service. The service page owns the row, so that it is drafted and reviewed with it."""

    adviser = models.ForeignKey(
        Adviser, on_delete=models.CASCADE, related_name="service_links", verbose_name=_("adviser")
    )
    role = models.CharField(_("role"), max_length=10, choices=AdviserRole.choices, default=AdviserRole.GUIDES)

    class Meta:
        abstract = True
