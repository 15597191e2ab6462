"""The production shape is well formed, starts in an order that works, and holds no secret."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from embedded.temporal import DYNAMIC

ROOT = Path(__file__).parents[2]
JOBS = {"migrate", "temporal-schema", "temporal-namespace"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The file as it stands."""
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return loaded


def test_compose_file_follows_the_specification(compose: dict[str, Any]) -> None:
    """The file is valid under the published JSON schema of the compose specification."""
    vendored = files("check_jsonschema") / "builtin_schemas" / "vendor" / "compose-spec.json"
    jsonschema.validate(compose, json.loads(vendored.read_text()))


def test_every_wait_is_for_something_that_can_come_true(compose: dict[str, Any]) -> None:
    """A service waits for the health of services that report it, and for the end of jobs that end."""
    services = compose["services"]
    for name, service in services.items():
        for other, wait in service.get("depends_on", {}).items():
            if wait["condition"] == "service_healthy":
                assert "healthcheck" in services[other], f"{name} waits for the health of {other}"
            else:
                assert wait["condition"] == "service_completed_successfully", name
                assert other in JOBS, f"{name} waits for the end of {other}"


def test_nothing_serves_before_the_register_is_migrated(compose: dict[str, Any]) -> None:
    """Neither the API nor a worker meets an old schema."""
    for name in ("api", "worker"):
        assert "migrate" in compose["services"][name]["depends_on"]


def test_only_this_host_reaches_the_ports(compose: dict[str, Any]) -> None:
    """A published port is bound to the loopback address; what goes out passes a proxy of the operator's choice."""
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_passwords_come_from_the_operator(compose: dict[str, Any]) -> None:
    """No password has a value or a default here."""
    for service in compose["services"].values():
        for variable, value in service.get("environment", {}).items():
            if "PASSWORD" in variable or variable.endswith("PWD"):
                assert value.startswith("${"), variable
                assert ":?" in value or value.endswith(":-}"), variable


def test_production_and_embedded_temporal_are_set_alike(compose: dict[str, Any]) -> None:
    """The cluster has the dynamic settings that the embedded server has."""
    cluster = yaml.safe_load(compose["configs"]["dynamic"]["content"])
    embedded = {key: json.loads(value) for key, value in DYNAMIC.items()}
    assert {key: values[0]["value"] for key, values in cluster.items()} == embedded


def test_image_runs_without_root_on_hashed_requirements() -> None:
    """The image's last stage leaves root, and pip takes nothing without its hash."""
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert any(line.startswith("USER ") and line != "USER root" for line in lines)
    installs = [line for line in lines if "pip install" in line]
    assert all("--require-hashes" in line or "--no-index" in line for line in installs)
