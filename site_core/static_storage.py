"""How static files are named and packed for production."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class SiteStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Names carry the hash of the content, also in the imports between ES modules, so that caches keep them for good."""

    support_js_module_import_aggregation = True
