"""A real Elasticsearch node for development and tests, run without containers.

`distribution` fetches and checks the server, `java` finds a runtime for it, `account` decides whom it
runs as, `configuration` lays out a node's folder, `process` starts and stops it. None of it needs Django.
"""


class NodeError(Exception):
    """The node cannot be fetched, started or stopped; the message says what is missing and what to do."""
