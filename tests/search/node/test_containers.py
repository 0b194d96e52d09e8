"""What compose.yaml and the Dockerfile repeat from elsewhere stays the same."""

import re

import yaml

from search.node.distribution import VERSION
from site_core.settings.environment import PROJECT_ROOT, Environment

COMPOSE = yaml.safe_load((PROJECT_ROOT / "compose.yaml").read_text())
SITE_SERVICES = ("setup", "web", "worker")


def test_container_and_local_node_are_the_same_elasticsearch():
    assert COMPOSE["services"]["elasticsearch"]["image"].endswith(f"/elasticsearch:{VERSION}")


def test_services_are_given_variables_that_the_site_reads():
    known = {name.upper() for name in Environment.model_fields}
    for service in SITE_SERVICES:
        assert set(COMPOSE["services"][service]["environment"]) <= known


def test_nothing_listens_beyond_the_machine():
    ports = [port for service in COMPOSE["services"].values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_web_is_healthy_when_it_is_ready():
    assert "/health/ready/" in COMPOSE["services"]["web"]["healthcheck"]["test"][-1]


def test_image_is_built_with_the_uv_of_the_makefile():
    pinned = re.search(r"^UV_VERSION := (\S+)$", (PROJECT_ROOT / "Makefile").read_text(), re.MULTILINE)
    assert f"uv=={pinned.group(1)}\n" in (PROJECT_ROOT / "Dockerfile").read_text()


def test_image_runs_as_an_unprivileged_user():
    users = re.findall(r"^USER (\S+)$", (PROJECT_ROOT / "Dockerfile").read_text(), re.MULTILINE)
    assert users == ["site"]
