"""Organisations of the source into rows of the directory."""

from typing import Any

from django.db.models import Q

from directory.exchange.codes import CodeBook
from directory.exchange.merge import merge
from directory.exchange.ptv.areas import AreaType
from directory.exchange.ptv.items import Kind, OrganisationItem, OrganisationReference
from directory.exchange.records import record_of, refuse_older, remember
from directory.exchange.report import ItemResult, Outcome
from directory.models import ImportedRecord, Organisation, OrganisationKind
from site_core.languages import LANGUAGE_CODES, LanguageCode

#: PTV's organisation types.
KINDS = {
    "Municipality": OrganisationKind.MUNICIPALITY,
    "RegionalOrganization": OrganisationKind.JOINT_AUTHORITY,
    "Region": OrganisationKind.JOINT_AUTHORITY,
    "SotePublic": OrganisationKind.WELLBEING_COUNTY,
    "State": OrganisationKind.STATE,
    "Organization": OrganisationKind.ASSOCIATION,
    "Company": OrganisationKind.COMPANY,
    "SotePrivate": OrganisationKind.COMPANY,
}
WHOLE_COUNTRY = (AreaType.WHOLE_COUNTRY, AreaType.WHOLE_COUNTRY_EXCEPT_ALAND)


def import_organisation(item: OrganisationItem, codes: CodeBook, *, overwrite: bool) -> ItemResult:
    """Bring the organisation's row up to date; fields changed by hand stay (`directory.exchange.merge`).

    Raises SkippedItemError for an older version, unless overwriting, and ValidationError for values too long.
    """
    record = record_of(Kind.ORGANISATION, item.id)
    if not overwrite:
        refuse_older(record, item)
    notes = list(item.notes)
    organisation = _organisation(record, item)
    is_new = organisation.pk is None
    base, now = ({}, {}) if is_new else (record.values.get("fields", {}), _values_now(organisation))
    merged = merge(base, now, _new_values(item, codes, notes), overwrite=overwrite)
    if is_new or merged.changed or organisation.ptv_id != item.id:
        organisation.ptv_id = item.id
        _save(organisation, merged.values, merged.changed, codes)
    record.target_key = organisation.key
    remember(record, item, {"fields": merged.base})
    outcome = Outcome.CREATED if is_new else Outcome.UPDATED if merged.changed else Outcome.UNCHANGED
    return ItemResult(
        Kind.ORGANISATION, str(item.id), item.title, outcome, notes=tuple(notes), conflicts=merged.conflicts
    )


def known_organisation(reference: OrganisationReference) -> Organisation | None:
    """The organisation that a service names."""
    return Organisation.objects.filter(ptv_id=reference.id).first()


def organisation_by_name(reference: OrganisationReference, language: LanguageCode) -> Organisation:
    """A row with nothing but the name that a service tells, for an organisation that is not in the files.

    The name is one string without a language, so it is taken to be in the service's. The organisation's own
    object, when it is imported, completes the row.
    """
    fields = {f"name_{language}": reference.name[:255]}
    organisation = Organisation.objects.create(ptv_id=reference.id, primary_language=language, **fields)
    record = record_of(Kind.ORGANISATION, reference.id)
    record.target_key, record.values = organisation.key, {"fields": fields}
    record.save()
    return organisation


def _organisation(record: ImportedRecord, item: OrganisationItem) -> Organisation:
    """The row of the item: the one imported before, or made by hand with its business ID and name, or a new one."""
    imported = Organisation.objects.filter(Q(ptv_id=item.id) | Q(key=record.target_key)).first()
    return imported or _made_by_hand(item) or Organisation(primary_language=next(iter(item.names)))


def _made_by_hand(item: OrganisationItem) -> Organisation | None:
    if not item.business_code:
        return None
    same_name = Q(name_fi__iexact=item.title) | Q(name_sv__iexact=item.title)
    return Organisation.objects.filter(same_name, ptv_id=None, business_code=item.business_code).first()


def _new_values(item: OrganisationItem, codes: CodeBook, notes: list[str]) -> dict[str, Any]:
    address = item.address
    parent = Organisation.objects.filter(ptv_id=item.parent).first() if item.parent else None
    if item.parent and parent is None:
        notes.append(f"the organisation it is part of is not known: {item.parent}")
    values: dict[str, Any] = {
        "kind": KINDS.get(item.type, OrganisationKind.ASSOCIATION).value,
        "business_code": item.business_code,
        "parent": str(parent.key) if parent else None,
        "whole_country": item.area.type in WHOLE_COUNTRY,
        "municipalities": codes.municipalities_of(item.area, notes),
        "email": next((email.address for email in item.emails), ""),
        "phone": next((phone.number for phone in item.phones), ""),
        "postcode": address.postcode if address else "",
    }
    for code in LANGUAGE_CODES:
        values[f"name_{code}"] = item.names.get(code, "")
        values[f"description_{code}"] = item.descriptions.get(code, "")
        values[f"website_{code}"] = next((web.url for web in item.web_addresses if web.language == code), "")
        values[f"street_{code}"] = address.street.get(code, "") if address else ""
        values[f"city_{code}"] = address.city.get(code, "") if address else ""
    return values


def _values_now(organisation: Organisation) -> dict[str, Any]:
    names = ["kind", "business_code", "whole_country", "email", "phone", "postcode"]
    names += [
        f"{name}_{code}" for name in ("name", "description", "website", "street", "city") for code in LANGUAGE_CODES
    ]
    return {
        **{name: getattr(organisation, name) for name in names},
        "parent": str(organisation.parent.key) if organisation.parent else None,
        "municipalities": sorted(organisation.municipalities.values_list("code", flat=True)),
    }


def _save(organisation: Organisation, values: dict[str, Any], changed: tuple[str, ...], codes: CodeBook) -> None:
    """Write the changed fields, after checking that they fit."""
    plain = {name for name in changed if name not in ("parent", "municipalities")}
    for name in plain:
        setattr(organisation, name, values[name])
    if "parent" in changed:
        organisation.parent = Organisation.objects.filter(key=values["parent"]).first()
    unchecked = {field.name for field in organisation._meta.get_fields()} - plain
    # An organisation may be named in Swedish alone.
    organisation.clean_fields(exclude=unchecked | ({"name_fi"} if organisation.name_sv else set()))
    organisation.save()
    if "municipalities" in changed:
        organisation.municipalities.set(codes.municipalities[code] for code in values["municipalities"])
