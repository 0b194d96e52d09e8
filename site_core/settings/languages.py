"""Languages and time. Addresses always carry the language: /fi/…, /sv/…"""

from site_core.languages import LANGUAGES as CONTENT_LANGUAGES
from site_core.settings.environment import PROJECT_ROOT

LANGUAGE_CODE = "fi"
LANGUAGES = CONTENT_LANGUAGES
WAGTAIL_CONTENT_LANGUAGES = CONTENT_LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [*CONTENT_LANGUAGES, ("en", "English")]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [PROJECT_ROOT / "locale"]
FORMAT_MODULE_PATH = "site_core.formats"
TIME_ZONE = "Europe/Helsinki"
USE_TZ = True

# A Swedish twin is a draft with the ordinary editor until a person publishes it (docs/adr/0002).
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "simple"
