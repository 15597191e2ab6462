"""Whatever is sent: no 5xx, and no answer that the document does not know."""

from contextlib import suppress
from itertools import count
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as bounds
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.specs.openapi import checks

from api.issuer import issue
from settings import Settings
from tests.api.conftest import Desk
from tests.api.house import DECLARED

CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
]
BOUNDED = bounds(
    max_examples=5,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
async def cases(desk: Desk) -> list[str]:
    """A case of every procedure whose example opens one."""
    opened = []
    for declaration in DECLARED:
        path = f"/v1/procedures/{declaration.name}/cases"
        operation = desk.app.openapi()["paths"].get(path)
        if operation is None:
            continue
        body = operation["post"]["requestBody"]["content"]["application/json"]["example"]
        body = {name: value for name, value in body.items() if name != "occurred_at"} | {"person": await desk.person()}
        for officer in ("bureau_clerk", "immigration_inspector", "refugee_inquirer", "immigration_control_officer"):
            answer = await desk.post(path, body, officer)
            if answer.status_code == 201:
                opened.append(answer.json()["case"])
                break
    assert len(opened) >= 2
    return opened


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_no_answer_is_outside_the_document(
    mode: GenerationMode, desk: Desk, cases: list[str], settings: Settings
) -> None:
    """Generated requests, well-formed and not: documented answers, documented bodies, no fault of ours."""
    numbers, seen = count(), 0
    officers = ("bureau_clerk", "immigration_inspector", "regional_bureau_head", "supervising_immigration_inspector")
    tokens = [f"Bearer {issue(officer, settings)}" for officer in officers]
    operations: Any = schemathesis.openapi.from_asgi("/openapi.json", desk.app).get_all_operations()
    for found in operations:

        @BOUNDED
        @given(case=found.ok().as_strategy(generation_mode=mode))
        def send(case: Any) -> None:
            nonlocal seen
            number, headers = next(numbers), {}
            seen += 1
            headers["Authorization"] = tokens[number % len(tokens)]
            if number % 4 and "case_id" in case.path_parameters:
                real = cases[number % len(cases)]
                case.path_parameters["case_id"] = real
                version = desk.street.memory.register.case(real).version
                headers |= {"If-Match": f'"{version}"', "Idempotency-Key": f"fuzz-{number}"}
            case.call_and_validate(headers=headers, checks=CHECKS)

        with suppress(Unsatisfiable):  # nothing can be wrong with a request that has no part
            send()
    assert seen > 400
    assert desk.street.post.sent
