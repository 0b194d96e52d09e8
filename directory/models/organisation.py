"""The partner organisations of the network."""

import uuid

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from directory.models.municipality import Municipality
from directory.models.named import NamedRecord
from site_core.languages import LANGUAGES, BilingualText, LanguageOfText

phone_number = RegexValidator(
    r"^\+?[0-9][0-9 ()-]{2,30}$",
    _("Write the phone number with digits and spaces, for example +358 40 123 4567."),
)


class OrganisationKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("Municipality")
    JOINT_AUTHORITY = "joint_authority", _("Joint municipal authority")
    WELLBEING_COUNTY = "wellbeing_county", _("Wellbeing services county")
    STATE = "state", _("State authority")
    EDUCATION = "education", _("Educational institution")
    ASSOCIATION = "association", _("Association or foundation")
    COMPANY = "company", _("Company")


class Organisation(NamedRecord):
    """A partner: one row in both languages, the identity that pages, advisers and rights refer to."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("address part"), max_length=120, unique=True, blank=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=OrganisationKind.choices, default=OrganisationKind.MUNICIPALITY
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
        verbose_name=_("part of"),
    )
    primary_language = models.CharField(
        _("first language"),
        max_length=2,
        choices=LANGUAGES,
        default="fi",
        help_text=_("The language in which the organisation writes its pages first."),
    )
    description_fi = models.TextField(_("description in Finnish"), blank=True)
    description_sv = models.TextField(_("description in Swedish"), blank=True)
    business_code = models.CharField(_("business ID"), max_length=20, blank=True)
    municipalities = models.ManyToManyField(
        Municipality, blank=True, related_name="organisations", verbose_name=_("municipalities")
    )
    whole_country = models.BooleanField(_("serves the whole country"), default=False)

    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True, validators=[phone_number])
    website_fi = models.URLField(_("website in Finnish"), max_length=500, blank=True)
    website_sv = models.URLField(_("website in Swedish"), max_length=500, blank=True)
    street_fi = models.CharField(_("street address in Finnish"), max_length=255, blank=True)
    street_sv = models.CharField(_("street address in Swedish"), max_length=255, blank=True)
    postcode = models.CharField(_("postal code"), max_length=10, blank=True)
    city_fi = models.CharField(_("city in Finnish"), max_length=100, blank=True)
    city_sv = models.CharField(_("city in Swedish"), max_length=100, blank=True)

    ptv_id = models.UUIDField(_("PTV identifier"), null=True, blank=True, unique=True, editable=False)
    active = models.BooleanField(_("in the network"), default=True)

    description = BilingualText()
    description_language = LanguageOfText("description")
    website = BilingualText()
    street = BilingualText()
    city = BilingualText()

    class Meta:
        ordering = ["name_fi"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.slug:
            self.slug = free_slug(type(self), self.name_fi or self.name_sv, self.key)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        """The organisation's page in the active language; it leads on to its section where there is one."""
        return reverse("directory:organisation_detail", args=[self.slug])

    @property
    def has_contact_details(self) -> bool:
        """Whether it has told any way to reach it."""
        return bool(self.phone or self.email or self.website or self.street or self.city)


def free_slug(model: type[models.Model], text: str, key: uuid.UUID) -> str:
    """A slug of the text that no other row of the model has; the key's beginning tells namesakes apart."""
    base = slugify(text)[:100] or key.hex[:8]
    taken = model._default_manager.filter(slug=base).exists()
    return f"{base}-{key.hex[:8]}" if taken else base
