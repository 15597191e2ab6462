"""Whatever is sent: no 5xx, and no answer that the document does not know."""

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, settings
from settings import Settings

from api.issuer import issue
from tests.api.house import Street

CHECKS = (
    schemathesis.checks.not_a_server_error,
    schemathesis.openapi.checks.status_code_conformance,
    schemathesis.openapi.checks.content_type_conformance,
    schemathesis.openapi.checks.response_schema_conformance,
    schemathesis.openapi.checks.response_headers_conformance,
)
BOUNDED = settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
