"""An organisation of PTV (`V11VmOpenApiOrganization`)."""

from directory.exchange.ptv.addresses import address_of
from directory.exchange.ptv.areas import Area, AreaType, area_of, municipality_code
from directory.exchange.ptv.common import modified_of, status_of
from directory.exchange.ptv.contacts import emails, phones, web_addresses
from directory.exchange.ptv.items import OrganisationItem
from directory.exchange.ptv.shape import BrokenItemError, Fields
from directory.exchange.ptv.texts import display_names, texts


def organisation_of(item: Fields) -> OrganisationItem:
    """Raises BrokenItemError for another shape, or without a name in Finnish or Swedish."""
    notes: list[str] = []
    names = display_names(item, "organizationNames")
    if not names:
        raise BrokenItemError("no name in Finnish or Swedish")
    summaries = texts(item.each("organizationDescriptions"), "Summary")
    descriptions = texts(item.each("organizationDescriptions"), "Description")
    return OrganisationItem(
        id=item.required_identifier("id"),
        status=status_of(item),
        modified=modified_of(item, notes),
        names=names,
        descriptions={code: text for code, text in {**summaries, **descriptions}.items() if code in names},
        type=item.text("organizationType"),
        business_code=item.text("businessCode"),
        parent=item.identifier("parentOrganizationId"),
        area=_area(item, notes),
        emails=emails(item.each("emails"), notes),
        phones=phones(item.each("phoneNumbers"), notes),
        web_addresses=web_addresses(item.each("webPages"), notes),
        address=address_of(item.each("addresses"), ("Visiting", "Location", "Postal"), notes),
        notes=tuple(notes),
    )


def _area(item: Fields, notes: list[str]) -> Area:
    """The area told, or else the municipality that the organisation is."""
    area = area_of(item, notes)
    own = municipality_code(item.inner("municipality"))
    if area.type is AreaType.NOT_TOLD and own:
        return Area(AreaType.LIMITED, (own,))
    return area
