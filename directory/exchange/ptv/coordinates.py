"""ETRS-TM35FIN, the plane coordinates of Finnish open data, as latitude and longitude."""

import math
from dataclasses import dataclass

#: GRS 80, the ellipsoid of ETRS89.
SEMI_MAJOR_AXIS = 6_378_137.0
FLATTENING = 1 / 298.257222101

#: The projection (EPSG:3067): one zone for the whole country.
CENTRAL_MERIDIAN = math.radians(27)
SCALE = 0.9996
FALSE_EASTING = 500_000.0

#: The metres in which Finland lies, its waters included.
NORTHINGS = (6_550_000.0, 7_850_000.0)
EASTINGS = (40_000.0, 780_000.0)

N = FLATTENING / (2 - FLATTENING)
ECCENTRICITY = math.sqrt(2 * FLATTENING - FLATTENING**2)
MERIDIAN_RADIUS = SEMI_MAJOR_AXIS / (1 + N) * (1 + N**2 / 4 + N**4 / 64)
SERIES = (
    N / 2 - 2 / 3 * N**2 + 37 / 96 * N**3 - N**4 / 360,
    N**2 / 48 + N**3 / 15 - 437 / 1440 * N**4,
    17 / 480 * N**3 - 37 / 840 * N**4,
    4397 / 161_280 * N**4,
)


@dataclass(frozen=True)
class Point:
    """A place in degrees of latitude and longitude, WGS 84."""

    latitude: float
    longitude: float


def point_of(northing: float, easting: float) -> Point | None:
    """The place of plane coordinates in metres, to a tenth of a metre; None outside Finland.

    The inverse transverse Mercator projection by Krüger's series in the third flattening to its fourth power,
    as JHS 197 (Public Administration Recommendation on coordinate systems) gives it. ETRS89 and WGS 84
    differ by less than a metre.
    """
    if not (NORTHINGS[0] <= northing <= NORTHINGS[1] and EASTINGS[0] <= easting <= EASTINGS[1]):
        return None
    plane_xi = northing / (MERIDIAN_RADIUS * SCALE)
    plane_eta = (easting - FALSE_EASTING) / (MERIDIAN_RADIUS * SCALE)
    terms = list(enumerate(SERIES, start=1))
    xi = plane_xi - sum(h * math.sin(2 * k * plane_xi) * math.cosh(2 * k * plane_eta) for k, h in terms)
    eta = plane_eta - sum(h * math.cos(2 * k * plane_xi) * math.sinh(2 * k * plane_eta) for k, h in terms)
    conformal_latitude = math.asin(math.sin(xi) / math.cosh(eta))
    longitude = CENTRAL_MERIDIAN + math.asin(math.tanh(eta) / math.cos(conformal_latitude))
    return Point(round(math.degrees(_latitude(conformal_latitude)), 6), round(math.degrees(longitude), 6))


def _latitude(conformal: float) -> float:
    isometric = math.asinh(math.tan(conformal))
    latitude = isometric
    for _ in range(5):
        latitude = isometric + ECCENTRICITY * math.atanh(ECCENTRICITY * math.tanh(latitude))
    return math.atan(math.sinh(latitude))
