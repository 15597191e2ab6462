"""Examples of requests that really fit their models."""

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from api.examples import example
from engine.refusal import Defect


def request_examples(model: Any) -> dict[str, Any]:  # noqa: ANN401  (a model, or a union of models)
    """What the document says of a request body beside its schema: an example that fits it."""
    return {"requestBody": {"content": {"application/json": {"example": fitting(model)}}}}


def fitting(model: Any) -> Any:  # noqa: ANN401  (a model, or a union of models; JSON)
    """The fullest example that a model takes.

    Raises:
        Defect: none was found; the model's payload then needs an example of its own.
    """
    adapter: TypeAdapter[Any] = TypeAdapter(model)
    for candidate in _candidates(adapter.json_schema()):
        try:
            adapter.validate_python(candidate)
        except ValidationError:
            continue
        return candidate
    raise Defect("no_example", getattr(model, "__name__", "union"))


def _candidates(schema: dict[str, Any]) -> Iterator[Any]:
    components = schema.get("$defs", {})
    bare = example(schema, components)
    whole = example(schema, components, full=True)
    yield _timed(whole, bare)
    yield bare
    for name, of in _bodies(schema, components):
        yield {**bare, "body": example(of, components, full=True), **({"opening": name} if name else {})}
        yield {**bare, "body": example(of, components), **({"opening": name} if name else {})}


def _timed(whole: Any, bare: Any) -> Any:  # noqa: ANN401  (JSON)
    """Everything but who decided, whom only the house knows."""
    return {**bare, **{name: value for name, value in whole.items() if name != "decided_by"}}


def _bodies(schema: dict[str, Any], components: dict[str, Any]) -> Iterator[tuple[str | None, dict[str, Any]]]:
    body = schema.get("properties", {}).get("body", {})
    for one in body.get("anyOf", [body]):
        if one:
            yield None, one if "$ref" not in one else components[one["$ref"].rsplit("/", 1)[-1]]
