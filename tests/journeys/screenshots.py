"""Takes the pictures of docs/screenshots anew: `python -m tests.journeys.screenshots`.

One picture of the first screen of each page type, in each language, on a desktop and on a phone.
"""

import os
import tempfile
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

import django
from PIL import Image
from playwright.sync_api import Browser

from tests.journeys.browser import DESKTOP, PHONE, launched, visit
from tests.journeys.demo_site import PROJECT, make_site, serving
from tests.journeys.places import LANGUAGES, address

FOLDER = PROJECT / "docs" / "screenshots"
KINDS = ("home", "search", "service", "adviser", "advisers", "organisation", "guide", "topic")
SIZES = {
    "desktop": {"viewport": DESKTOP},
    "phone": {"viewport": PHONE, "device_scale_factor": 2, "is_mobile": True, "has_touch": True},
}
QUERIES = {"fi": "rahaa opiskeluun", "sv": "pengar till studierna"}
COLOURS = 128
MOST_BYTES = 200_000


def packed(png: bytes) -> bytes:
    """The picture with fewer colours, which flat pages do not miss."""
    target = BytesIO()
    picture = Image.open(BytesIO(png)).convert("RGB")
    picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        target, "PNG", optimize=True
    )
    return target.getvalue()


def shown(kind: str, language: str) -> str:
    """The address of the picture; results are those of a query that has many."""
    if kind == "search":
        return f"{address('everything', language)}?{urlencode({'q': QUERIES[language]})}"
    return address(kind, language)


def take_all(browser: Browser, origin: str) -> None:
    """Writes every picture. Raises ValueError where one is too big for the repository."""
    for size, options in SIZES.items():
        with visit(browser, origin, **options) as (page, _):
            for language in LANGUAGES:
                for kind in KINDS:
                    page.goto(shown(kind, language))
                    picture = packed(page.screenshot())
                    path = FOLDER / f"{kind}-{language}-{size}.png"
                    if len(picture) > MOST_BYTES:
                        raise ValueError(f"{path.name} has {len(picture)} bytes")
                    path.write_bytes(picture)
                    print(f"{path.relative_to(PROJECT)}: {len(picture) // 1024} KB")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_core.settings")
    django.setup()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="screenshots-") as folder,
        serving(make_site(Path(folder))) as origin,
        launched() as browser,
    ):
        take_all(browser, origin)


if __name__ == "__main__":
    main()
