"""Static and uploaded files."""

from site_core.settings.environment import env

STATIC_URL = "/static/"
STATIC_ROOT = env.static_root
WHITENOISE_USE_FINDERS = not env.production
MEDIA_URL = "/media/"
MEDIA_ROOT = env.media_root

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "site_core.static_storage.SiteStaticFilesStorage"
        if env.production
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# While developing and testing, files are served from where they are written: nothing has been collected.
WHITENOISE_AUTOREFRESH = not env.production
