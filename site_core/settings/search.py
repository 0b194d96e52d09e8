"""Which engine answers clients' searches, and where Elasticsearch is."""

from site_core.settings.environment import env

SEARCH_ENGINE = env.search_engine
ELASTICSEARCH = {
    "urls": env.elasticsearch_urls,
    "api_key": env.elasticsearch_api_key,
    "ca_file": str(env.elasticsearch_ca_file) if env.elasticsearch_ca_file else "",
    "index_prefix": env.elasticsearch_index_prefix,
    # A hanging node must not hold a client: no retries inside the request (docs/adr on engines).
    "timeout_seconds": 1.0,
}
