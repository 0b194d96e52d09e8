"""How static files are named and packed for production."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class SiteStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Names carry the hash of the content, also where ES modules import each other, so that caches keep them."""

    support_js_module_import_aggregation = True
