"""ETRS-TM35FIN against values of other implementations."""

import pytest

from directory.exchange.ptv.coordinates import point_of


@pytest.mark.parametrize(
    ("northing", "easting", "latitude", "longitude"),
    [
        (6715706.37708, 106256.35961, 60.385106872, 19.848136769),  # the example of JHS 197
        (6834688.027, 503879.049, 61.645467020, 27.073210471),  # these by PROJ 9, EPSG:3067 to EPSG:4258
        (6671745, 385779, 60.166596524, 24.941629487),
        (7776450.217, 500199.2, 70.094846331, 27.005242417),
        (6628000, 100000, 59.597615390, 19.905668291),
        (7000000, 740000, 63.049693043, 31.749438425),
    ],
)
def test_known_points(northing: float, easting: float, latitude: float, longitude: float):
    point = point_of(northing, easting)
    assert point is not None
    assert point.latitude == pytest.approx(latitude, abs=6e-7)
    assert point.longitude == pytest.approx(longitude, abs=6e-7)


@pytest.mark.parametrize(
    ("northing", "easting"),
    [(60.17, 24.94), (385779, 6671745), (0, 0), (float("inf"), 500000), (float("nan"), 500000), (-6671745, 385779)],
)
def test_what_is_not_in_finland_is_no_point(northing: float, easting: float):
    assert point_of(northing, easting) is None
