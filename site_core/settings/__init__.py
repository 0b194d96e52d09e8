"""The settings, one concern a module; whatever differs by deployment comes from `environment`."""

from site_core.settings.apps import *
from site_core.settings.cms import *
from site_core.settings.database import *
from site_core.settings.languages import *
from site_core.settings.logs import *
from site_core.settings.mail import *
from site_core.settings.search import *
from site_core.settings.security import *
from site_core.settings.storage import *
