"""Records of the directory for tests. Codes and names are invented unless a test loads the code lists."""

import string
from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from directory.models import (
    Adviser,
    LanguageOfService,
    LifeEvent,
    Municipality,
    Organisation,
    Region,
    ServiceClass,
    TargetGroup,
    Visibility,
    WellbeingCounty,
)


class RegionFactory(DjangoModelFactory[Region]):
    class Meta:
        model = Region
        django_get_or_create = ("code",)

    code = "99"
    name_fi = "Koemaa"
    name_sv = "Provlandet"


class WellbeingCountyFactory(DjangoModelFactory[WellbeingCounty]):
    class Meta:
        model = WellbeingCounty
        django_get_or_create = ("code",)

    code = "99"
    name_fi = "Koemaan hyvinvointialue"
    name_sv = "Provlandets välfärdsområde"


def invented_code(number: int) -> str:
    """Three characters that begin with a letter, as no real municipality's code does."""
    digits = string.digits + string.ascii_uppercase
    return string.ascii_uppercase[number // 1296 % 26] + digits[number // 36 % 36] + digits[number % 36]


class MunicipalityFactory(DjangoModelFactory[Municipality]):
    class Meta:
        model = Municipality
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: invented_code(n))
    name_fi = factory.LazyAttribute(lambda record: f"Kunta {record.code}")
    name_sv = factory.LazyAttribute(lambda record: f"Kommun {record.code}")
    region = factory.SubFactory(RegionFactory)
    wellbeing_county = factory.SubFactory(WellbeingCountyFactory)


class ServiceClassFactory(DjangoModelFactory[ServiceClass]):
    class Meta:
        model = ServiceClass
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"Z1.{n}")
    name_fi = factory.LazyAttribute(lambda record: f"Luokka {record.code}")
    name_sv = factory.LazyAttribute(lambda record: f"Klass {record.code}")


class TargetGroupFactory(DjangoModelFactory[TargetGroup]):
    class Meta:
        model = TargetGroup
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"ZR{n}")
    name_fi = factory.LazyAttribute(lambda record: f"Kohderyhmä {record.code}")
    name_sv = factory.LazyAttribute(lambda record: f"Målgrupp {record.code}")


class LifeEventFactory(DjangoModelFactory[LifeEvent]):
    class Meta:
        model = LifeEvent
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"ZE{n}")
    name_fi = factory.LazyAttribute(lambda record: f"Elämäntilanne {record.code}")
    name_sv = factory.LazyAttribute(lambda record: f"Livshändelse {record.code}")


class LanguageOfServiceFactory(DjangoModelFactory[LanguageOfService]):
    class Meta:
        model = LanguageOfService
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"z{n}")
    name_fi = factory.LazyAttribute(lambda record: f"kieli {record.code}")
    name_sv = factory.LazyAttribute(lambda record: f"språk {record.code}")


class OrganisationFactory(DjangoModelFactory[Organisation]):
    class Meta:
        model = Organisation

    name_fi = factory.Sequence(lambda n: f"Koelan ohjaus {n}")
    name_sv = factory.Sequence(lambda n: f"Provby vägledning {n}")
    description_fi = "Autamme aikuisia."
    description_sv = "Vi hjälper vuxna."
    email = "ohjaus@koela.example.org"
    phone = "+358 0000 123 400"
    website_fi = "https://koela.example.org/"
    website_sv = "https://provby.example.org/"


class AdviserFactory(DjangoModelFactory[Adviser]):
    """An adviser whom clients may see, with a public phone number and e-mail address.

    `municipalities`, `service_classes` and `languages` take lists of records.
    """

    class Meta:
        model = Adviser
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Aino Esimerkki {n}")
    title_fi = "uraohjaaja"
    title_sv = "karriärvägledare"
    expertise_fi = "Autan alan vaihdossa."
    expertise_sv = "Jag hjälper dig att byta bransch."
    organisation = factory.SubFactory(OrganisationFactory)
    phone = "+358 0000 123 410"
    phone_visibility = Visibility.PUBLIC
    email = factory.Sequence(lambda n: f"aino.{n}@koela.example.org")
    email_visibility = Visibility.PUBLIC
    meets_in_person = True
    consent_date = date(2026, 1, 15)

    class Params:
        network_only = factory.Trait(
            phone="+358 0000 123 499",
            phone_visibility=Visibility.NETWORK,
            email="salainen.osoite@koela.example.org",
            email_visibility=Visibility.NETWORK,
        )

    @factory.post_generation
    def municipalities(self: Adviser, create: bool, records: list[Any] | None, **kwargs: Any) -> None:
        if records:
            self.municipalities.set(records)

    @factory.post_generation
    def service_classes(self: Adviser, create: bool, records: list[Any] | None, **kwargs: Any) -> None:
        if records:
            self.service_classes.set(records)

    @factory.post_generation
    def languages(self: Adviser, create: bool, records: list[Any] | None, **kwargs: Any) -> None:
        if records:
            self.languages.set(records)
