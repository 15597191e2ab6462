"""Authority: every route has a decision, and every act over HTTP is open to who holds its power alone."""

import re
from collections.abc import Iterator, Sequence

import pytest
from fastapi.routing import APIRoute

from api.typed import typed_acts
from law.competence import HOLDERS, Power, Role
from tests.api.conftest import Desk
from tests.api.house import DECLARED, officers

OPEN = {"/health/live", "/health/ready", "/docs", "/docs/begin.js", "/docs/{asset}", "/openapi.json"}


def _operations(desk: Desk) -> Iterator[tuple[str, str]]:
    for path, methods in desk.app.openapi()["paths"].items():
        for method in methods:
            yield method.upper(), path


def _filled(path: str) -> str:
    values = {"case_id": "case_" + "0" * 32, "command_id": "cmd_" + "0" * 40, "name": "Circumstances"}
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], "x"), path)


def _paths(routes: Sequence[object]) -> Iterator[str]:
    """Every path that the application knows, those outside the document too."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from _paths(inner.routes)
        else:
            yield str(getattr(route, "path", ""))


async def test_every_operation_asks_who_is_there(desk: Desk) -> None:
    """401 without a token, whatever else is wrong with the request."""
    for method, path in _operations(desk):
        if path in OPEN:
            continue
        answer = await desk.client.request(method, _filled(path))
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthorised"), (method, path)


def test_no_route_is_outside_the_document_but_the_documentation(desk: Desk) -> None:
    """0 routes without a decision."""
    known = set(desk.app.openapi()["paths"]) | OPEN
    assert set(_paths(desk.app.routes)) <= known
    assert len(known) > 100


def test_every_act_and_opening_has_its_route_and_no_inner_one_has(desk: Desk) -> None:
    """One typed route an act, one a procedure that can be opened."""
    paths = set(desk.app.openapi()["paths"])
    acts = {f"/v1/cases/{{case_id}}/acts/{typed.name}" for typed in typed_acts(DECLARED)}
    assert acts <= paths
    declared = {act.name for one in DECLARED for act in one.acts.values() if not act.inner}
    assert {path.rsplit("/", 1)[-1] for path in acts} == declared
    for declaration in DECLARED:
        opens = any(not act.inner for act in declaration.openings.values())
        assert (f"/v1/procedures/{declaration.name}/cases" in paths) is opens


async def test_every_role_at_every_act_of_a_case(desk: Desk) -> None:
    """Role by act through HTTP: 403 exactly where the role does not hold the act's power."""
    case = await desk.circumstances()
    example = {
        typed.name: desk.app.openapi()["paths"][f"/v1/cases/{{case_id}}/acts/{typed.name}"]["post"]["requestBody"]
        for typed in typed_acts(DECLARED)
    }
    cells = 0
    for name, act in DECLARED["Circumstances"].acts.items():
        body = example[name]["content"]["application/json"]["example"]["body"]
        for role in Role:
            answer = await desk.act(case, name, body, officer=role.value, version=999)
            expected = 412 if role in HOLDERS[act.by] else 403
            assert answer.status_code == expected, (role, name, answer.text)
            cells += 1
    assert cells >= 150


@pytest.mark.parametrize("procedure", [one.name for one in DECLARED if any(not a.inner for a in one.openings.values())])
async def test_every_role_at_every_opening(desk: Desk, procedure: str) -> None:
    """403 exactly where the role does not hold the opening's power; what the law says comes after."""
    person = await desk.person()
    path = f"/v1/procedures/{procedure}/cases"
    body = desk.app.openapi()["paths"][path]["post"]["requestBody"]["content"]["application/json"]["example"]
    body = {name: value for name, value in body.items() if name != "occurred_at"} | {"person": person}
    desk.street.post.delivers = False
    for role in Role:
        answer = await desk.post(path, body, role.value)
        opening = DECLARED[procedure].openings[body["opening"]]
        assert (answer.status_code == 403) is (role not in HOLDERS[opening.by]), (role, answer.text)


async def test_every_role_at_reading_correcting_and_resolving(desk: Desk) -> None:
    """By hand: who reads, who corrects, who resolves, who enters people."""
    case = await desk.circumstances()
    correction = {"target": "cmd_x", "reason": "x", "annul": True}
    resolution = {"target": "cmd_x", "reason": "x", "verdict": "upheld"}
    for role in Role:
        officer = officers()[role.value]
        read = await desk.get(f"/v1/cases/{case}", officer.id)
        assert (read.status_code == 403) is (role not in HOLDERS[Power.READ_CASE])
        corrected = await desk.post(f"/v1/cases/{case}/corrections", correction, officer.id, version=1)
        assert (corrected.status_code == 403) is (role not in HOLDERS[Power.CORRECT_ENTRY])
        resolved = await desk.post(f"/v1/cases/{case}/resolutions", resolution, officer.id, version=1)
        assert (resolved.status_code == 403) is (role not in HOLDERS[Power.RESOLVE_CONTESTED])
        entered = await desk.post("/v1/people", {"names": [{"language": "en", "text": "A"}]}, officer.id)
        assert (entered.status_code == 403) is (role not in HOLDERS[Power.CREATE_PERSON])


async def test_every_act_of_every_procedure_is_refused_on_another_offices_case(desk: Desk) -> None:
    """404 for each act, whoever asks, before the law is asked."""
    case = await desk.circumstances()
    for typed in typed_acts(DECLARED):
        path = f"/v1/cases/{{case_id}}/acts/{typed.name}"
        body = desk.app.openapi()["paths"][path]["post"]["requestBody"]["content"]["application/json"]["example"]
        for officer in ("osaka.immigration_inspector", "osaka.regional_bureau_head"):
            answer = await desk.post(f"/v1/cases/{case}/acts/{typed.name}", body, officer, version=1)
            assert answer.status_code == 404, typed.name


def test_every_endpoint_takes_its_house_by_dependency(desk: Desk) -> None:
    """No endpoint reaches for a global."""
    for route in desk.app.routes:
        if isinstance(route, APIRoute):
            assert route.endpoint.__module__.startswith(("api.", "fastapi."))
