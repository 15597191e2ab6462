"""The document of the API: valid OpenAPI 3.1, an example everywhere that fits its schema; pages without internet."""

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from api.openapi import operations
from api.request_examples import fitting
from api.typed import opening_request, openings, typed_acts
from tests.api.conftest import Desk
from tests.api.house import DECLARED

CONTENTS = Path(__file__).parents[2] / "docs" / "api.md"


def _validator(document: dict[str, Any], schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator({**schema, "components": document["components"]})


def test_the_document_is_openapi_3_1_and_every_reference_leads_somewhere(desk: Desk) -> None:
    """Version, unique operation ids, schemas that are schemas, no loose end."""
    document = desk.app.openapi()
    assert document["openapi"].startswith("3.1")
    names = [operation["operationId"] for operation in operations(document)]
    assert len(names) == len(set(names))
    for name, schema in document["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert re.fullmatch(r"[A-Za-z0-9._-]+", name)
    for reference in _references(document):
        part: Any = document
        for step in reference.removeprefix("#/").split("/"):
            part = part[step]


def test_the_table_of_contents_names_every_route_and_no_other(desk: Desk) -> None:
    """`docs/api.md` lists what the application serves, one line for all openings and one for all acts."""
    served = set[str]()
    for path, told in desk.app.openapi()["paths"].items():
        folded = re.sub(r"/procedures/[A-Z]\w+/cases$", "/procedures/{name}/cases", path)
        folded = re.sub(r"/acts/\w+$", "/acts/{act}", folded)
        served |= {f"{method.upper()} {folded}" for method in told}
    written = re.findall(r"`((?:GET|POST) /[^`]*)`", CONTENTS.read_text(encoding="utf-8"))
    assert sorted(served) == sorted(set(written))


def _references(part: Any) -> set[str]:
    if isinstance(part, dict):
        own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
        return own.union(*(_references(value) for value in part.values()))
    if isinstance(part, list):
        return set().union(*(_references(value) for value in part))
    return set()


def test_every_body_has_an_example_that_fits_its_schema(desk: Desk) -> None:
    """Requests, answers and problems of every operation."""
    document = desk.app.openapi()
    seen = 0
    for operation in operations(document):
        places = [operation.get("requestBody", {}), *operation["responses"].values()]
        for content in (content for place in places for content in place.get("content", {}).items()):
            media, told = content
            if media.endswith("json"):
                _validator(document, told["schema"]).validate(told["example"])
                seen += 1
    assert seen > 1_000


def test_every_operation_is_summed_up_and_names_its_problems(desk: Desk) -> None:
    """What files says that it may be refused; what reads says that it may not be found."""
    for path, methods in desk.app.openapi()["paths"].items():
        for method, operation in methods.items():
            assert operation["summary"], path
            assert operation["description"], path
            if not path.startswith("/health"):
                expected = {"401", "403", "404", "422", "503"} | (
                    {"409", "412", "428"} if _files(method, path) else set()
                )
                assert expected <= set(operation["responses"]), path


def _files(method: str, path: str) -> bool:
    return method == "post" and not path.endswith("/note")


def test_every_act_names_its_articles(desk: Desk) -> None:
    """In the description of its operation, for each procedure that has it."""
    paths = desk.app.openapi()["paths"]
    for typed in typed_acts(DECLARED):
        told = paths[f"/v1/cases/{{case_id}}/acts/{typed.name}"]["post"]["description"]
        for declaration, act in typed.acts:
            assert declaration.en in told
            assert all(str(citation) in told for citation in act.basis)


@pytest.mark.parametrize("typed", list(typed_acts(DECLARED)), ids=lambda typed: typed.name)
def test_every_example_of_an_act_is_taken_by_its_model(typed: Any) -> None:
    """By the model itself, its own checks included, not only by the schema."""
    assert typed.request.model_validate(fitting(typed.request))


@pytest.mark.parametrize("declaration", [one for one in DECLARED if openings(one)], ids=lambda one: one.name)
def test_every_example_of_an_opening_is_taken_by_its_model(declaration: Any) -> None:
    """Also where several openings are told apart by name."""
    model = opening_request(declaration)
    assert TypeAdapter(model).validate_python(fitting(model))


async def test_the_pages_of_the_document_need_nothing_from_outside(desk: Desk) -> None:
    """Every address on the page is our own, is served, and may run under the policy of the page."""
    page = await desk.client.get("/docs")
    assert page.status_code == 200
    assert "http" not in page.text
    assert "script-src 'self'" in page.headers["content-security-policy"]
    for asset, media in {
        "swagger-ui-bundle.js": "text/javascript",
        "swagger-ui.css": "text/css",
        "favicon.png": "image/png",
        "begin.js": "text/javascript",
    }.items():
        assert f"/docs/{asset}" in page.text
        answer = await desk.client.get(f"/docs/{asset}")
        assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, media)
    assert "3.1.0" in (await desk.client.get("/docs/swagger-ui-bundle.js")).text
    assert (await desk.client.get("/openapi.json")).json() == desk.app.openapi()


@pytest.mark.parametrize("asset", ["..%2f__init__.py", "redoc.standalone.js", "%00", "core.py"])
async def test_no_other_file_is_served(desk: Desk, asset: str) -> None:
    """By name from a closed list."""
    assert (await desk.client.get(f"/docs/{asset}")).status_code == 404
