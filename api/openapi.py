"""The document of the API (OpenAPI 3.1): an example for every body, needed headers marked, problems typed."""

from collections.abc import Iterator
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.examples import example
from api.problems import MEDIA_TYPE, Problem, ProblemError

_NEEDED: Final = frozenset({"If-Match", "Idempotency-Key"})
_TITLES: Final = {
    400: "Not JSON in UTF-8, or without the key that is needed.",
    401: "No officer is known by the token.",
    403: "The officer does not hold the power.",
    404: "There is no such thing, or it is not within the officer's reach.",
    409: "Refused: the law does not allow it now. Every ground names its article.",
    412: "The case changed since it was read.",
    413: "The body is larger than 64 KB.",
    415: "The body is not declared as JSON.",
    422: "Malformed; or the key was used with another body.",
    428: "Without the version that the act is based on.",
    500: "A fault of ours; nothing was filed.",
    503: "Nothing was sent; try again with the same key.",
}
_READING: Final = (400, 401, 403, 404, 413, 415, 422, 500, 503)
READING: Final[dict[int | str, dict[str, Any]]] = {}
"""Problems of what reads."""
FILING: Final[dict[int | str, dict[str, Any]]] = {}
"""Problems of what files."""


def _problem(status: int) -> dict[str, Any]:
    kind = next(one for one in ProblemError.__subclasses__() if one.status == status)
    name = f"urn:tetsuzuki:problem:{kind.code}"
    told = {"type": name, "title": kind.title, "status": status, "code": kind.code}
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": _TITLES[status], "content": {MEDIA_TYPE: {"schema": schema, "example": told}}}


READING.update({status: _problem(status) for status in _READING})
FILING.update({status: _problem(status) for status in _TITLES})


def reading_as(media_type: str, what: str) -> dict[int | str, dict[str, Any]]:
    """Answers of what reads something that is not JSON."""
    return {**READING, 200: {"description": what, "content": {media_type: {"schema": {"type": "string"}}}}}


def described(app: FastAPI) -> dict[str, Any]:
    """The document, made once."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title,
            version=app.version,
            summary=app.summary,
            description=app.description,
            routes=app.routes,
            tags=app.openapi_tags,
        )
        _finish(document)
        app.openapi_schema = document
    return app.openapi_schema


def field_names(document: dict[str, Any]) -> frozenset[str]:
    """Every name that is our own, of members, parameters and places: only these are told of a malformed request."""
    names = {"body", "query", "path", "header", "cookie"}
    for schema in document["components"]["schemas"].values():
        names.update(schema.get("properties", ()))
    for operation in operations(document):
        for parameter in operation.get("parameters", ()):
            names.update((parameter["name"], parameter["name"].lower(), parameter["name"].replace("-", "_").lower()))
    return frozenset(names)


def operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every operation."""
    for path in document["paths"].values():
        yield from (operation for method, operation in path.items() if method in ("get", "post"))


def _finish(document: dict[str, Any]) -> None:
    components = document["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        components.pop(unused, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/Problem{model}", mode="serialization")
    components.update({f"Problem{name}": part for name, part in problem.pop("$defs").items()})
    components["Problem"] = problem
    for operation in operations(document):
        for parameter in operation.get("parameters", ()):
            if parameter["name"] in _NEEDED:
                _need(parameter)
        for response in operation["responses"].values():
            _exemplify(response, components)
        _exemplify(operation.get("requestBody", {}), components)


def _need(parameter: dict[str, Any]) -> None:
    """What is judged by us in its own order is needed all the same."""
    parameter["required"] = True
    schema = parameter["schema"]
    choices = [one for one in schema.pop("anyOf", []) if one.get("type") != "null"]
    schema.update(*choices)


def _exemplify(place: dict[str, Any], components: dict[str, Any]) -> None:
    for media, content in place.get("content", {}).items():
        has_example = "example" in content or "examples" in content
        if media == "application/json" and not has_example and content.get("schema"):
            content["example"] = example(content["schema"], components, full=True)
