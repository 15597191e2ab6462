"""Whatever is sent: no 5xx, and no answer that the document does not know."""

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase
from hypothesis import settings as bounds
from schemathesis.specs.openapi import checks

from api.issuer import issue
from settings import Settings
from tests.api.house import Street

CHECKS = (
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
)
BOUNDED = bounds(
    max_examples=4,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def fuzzed(one_app: FastAPI, settings: Settings) -> Any:
    """The document as read from the running application, the house empty."""
    one_app.state.house = Street.new().house
    return schemathesis.openapi.from_asgi("/openapi.json", one_app)


schema = schemathesis.pytest.from_fixture("fuzzed")


@schema.parametrize()
@BOUNDED
def test_no_answer_is_outside_the_document(case: Any, settings: Settings) -> None:
    """Generated requests of a clerk: documented answers, documented bodies, no fault of ours."""
    headers = {"Authorization": f"Bearer {issue('bureau_clerk', settings)}"}
    case.call_and_validate(headers=headers, checks=CHECKS)
