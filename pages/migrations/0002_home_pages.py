"""Both trees: a front page per language, twins of each other, in place of Wagtail's welcome page."""

import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.db import migrations
from django.utils import timezone

SITE_NAME = "Yksi luukku"
LANGUAGES = ("fi", "sv")
DEFAULT_PORTS = {"http": 80, "https": 443}


def create_home_pages(apps, schema_editor):
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")
    root = Page.objects.get(depth=1)
    welcome = Page.objects.filter(depth=2, slug="home").first()

    homes = add_homes(apps, root)
    address = urlsplit(settings.SITE_URL)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname,
            "port": address.port or DEFAULT_PORTS[address.scheme],
            "site_name": SITE_NAME,
            "root_page_id": homes[0].pk,
        },
    )
    if welcome is not None:
        welcome.delete()
    count_children(Page, root)


def add_homes(apps, root):
    HomePage = apps.get_model("pages.HomePage")
    Locale = apps.get_model("wagtailcore.Locale")
    ContentType = apps.get_model("contenttypes.ContentType")
    content_type, _ = ContentType.objects.get_or_create(app_label="pages", model="homepage")
    key = uuid.uuid4()
    now = timezone.now()
    homes = []
    for position, language in enumerate(LANGUAGES, start=2):
        locale, _ = Locale.objects.get_or_create(language_code=language)
        homes.append(
            HomePage.objects.create(
                title=SITE_NAME,
                draft_title=SITE_NAME,
                slug=language,
                url_path=f"/{language}/",
                path=f"{root.path}{position:04d}",
                depth=2,
                numchild=0,
                locale=locale,
                translation_key=key,
                content_type=content_type,
                live=True,
                first_published_at=now,
                last_published_at=now,
            )
        )
    return homes


def remove_home_pages(apps, schema_editor):
    """Back to Wagtail's welcome page; the pages under the front pages go with them."""
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")
    Locale = apps.get_model("wagtailcore.Locale")
    ContentType = apps.get_model("contenttypes.ContentType")
    root = Page.objects.get(depth=1)
    welcome = Page.objects.create(
        title="Welcome to your new Wagtail site!",
        draft_title="Welcome to your new Wagtail site!",
        slug="home",
        url_path="/home/",
        path=f"{root.path}0001",
        depth=2,
        locale=Locale.objects.get(language_code="fi"),
        content_type=ContentType.objects.get(app_label="wagtailcore", model="page"),
    )
    Site.objects.filter(is_default_site=True).update(root_page_id=welcome.pk)
    Page.objects.filter(depth__gt=1).exclude(pk=welcome.pk).delete()
    count_children(Page, root)


def count_children(Page, root):
    Page.objects.filter(pk=root.pk).update(numchild=Page.objects.filter(depth=2).count())


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(create_home_pages, remove_home_pages)]
