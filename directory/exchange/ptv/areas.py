"""The area that a service or an organisation covers."""

from dataclasses import dataclass
from enum import StrEnum

from directory.exchange.ptv.shape import Fields


class AreaType(StrEnum):
    """PTV's area types, and the state of an object that tells none."""

    WHOLE_COUNTRY = "Nationwide"
    WHOLE_COUNTRY_EXCEPT_ALAND = "NationwideExceptAlandIslands"
    LIMITED = "LimitedType"
    NOT_TOLD = ""


@dataclass(frozen=True)
class Area:
    """An area by codes: those of municipalities, and of regions whose municipalities the object does not list."""

    type: AreaType = AreaType.NOT_TOLD
    municipalities: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    wellbeing_counties: tuple[str, ...] = ()


def area_of(item: Fields, notes: list[str]) -> Area:
    """The area in `areaType` and `areas`."""
    municipalities: list[str] = []
    whole: dict[str, list[str]] = {"regions": [], "wellbeing_counties": []}
    for area in item.each("areas"):
        listed = [code for entry in area.each("municipalities") if (code := municipality_code(entry))]
        municipalities += listed
        if not listed and (code := area.text("code")):
            _whole_area(area.text("type"), code, whole, notes)
    return Area(
        _area_type(item, notes),
        tuple(dict.fromkeys(municipalities)),
        tuple(whole["regions"]),
        tuple(whole["wellbeing_counties"]),
    )


def municipality_code(entry: Fields) -> str:
    """The three digits of a municipality's code; PTV's writers lose leading zeros."""
    code = entry.text("code")
    return code.zfill(3) if code else ""


def _whole_area(kind: str, code: str, whole: dict[str, list[str]], notes: list[str]) -> None:
    if kind in ("Region", "Province"):
        whole["regions"].append(code.zfill(2))
    elif kind in ("WellbeingServicesCounty", "WellbeingServiceCounties"):
        whole["wellbeing_counties"].append(code.zfill(2))
    else:
        notes.append(f"area {kind} {code} lists no municipalities")


def _area_type(item: Fields, notes: list[str]) -> AreaType:
    told = item.text("areaType")
    try:
        return AreaType(told)
    except ValueError:
        notes.append(f"unknown area type {told}")
        return AreaType.NOT_TOLD
