"""Examples from schemas: what a reader of the documentation can send as it stands, and what comes back."""

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

Schema: TypeAlias = Mapping[str, Any]

_FORMATS: Final = {"date": "2026-03-02", "date-time": "2026-03-02T10:00:00+09:00"}
_CASE: Final = "case_6f1b5c8e3f6d5b0e9d526c1f6f0f3c51"
_COMMAND: Final = "cmd_" + "0123456789" * 4
_NAMED: Final = {
    "id": _CASE,
    "case": _CASE,
    "application": _CASE,
    "command": _COMMAND,
    "entry": _COMMAND,
    "target": _COMMAND,
    "person": "person_01",
    "officer": "officer_01",
    "decided_by": "officer_01",
    "entered_by": "officer_01",
    "procedure": "RefugeeApplication",
    "office": "tokyo",
    "outcome": "filed",
    "country": "JP",
    "nationality": "JP",
    "language": "en",
    "law": "326CO0000000319",
    "article": "61-2-12(2)",
    "short": "ICRRA 61-2-12(2)",
    "href": f"/v1/cases/{_CASE}/acts/withdraw",
    "next": "WzUwXQ",
}
"""What members of these names look like, where their schema leaves it open."""
_TEXTS: Final = (
    "As set out in the record.",
    "tokyo",
    "JP",
    "JPN",
    "ja",
    "A",
    "12",
    "1234",
    "123456",
    _CASE,
    "a@example.org",
    "2026-03-02",
)
_DEEPEST: Final = 40


def example(schema: Schema, components: Schema, *, full: bool = False) -> Any:  # noqa: ANN401  (JSON)
    """A value that fits a schema.

    Args:
        schema: a JSON schema.
        components: where its references lead, by the last part of their path.
        full: optional members are shown too.
    """
    return _Maker(components, full=full).make(schema, 0)


class _Maker:
    def __init__(self, components: Schema, *, full: bool) -> None:
        self._components = components
        self._full = full

    def make(self, schema: Schema, depth: int, name: str = "") -> Any:  # noqa: ANN401  (JSON)
        if depth > _DEEPEST:
            return None
        if "$ref" in schema:
            return self.make(self._components[schema["$ref"].rsplit("/", 1)[-1]], depth + 1, name)
        known = _given(schema)
        if known:
            return known[0]
        choices = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
        if choices:
            chosen = next((one for one in choices if one.get("type") != "null"), choices[0])
            return self.make(chosen, depth + 1, name)
        return self._of_type(schema, depth, name)

    def _of_type(self, schema: Schema, depth: int, name: str) -> Any:  # noqa: ANN401  (JSON)
        kind = schema.get("type", "object" if "properties" in schema else "any")
        kind = kind[0] if isinstance(kind, list) else kind
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            return self._array(schema, depth, name)
        if kind == "string":
            return _text(schema, name)
        if kind in ("integer", "number"):
            return _number(schema)
        return {"boolean": True, "null": None}.get(kind, {})

    def _object(self, schema: Schema, depth: int) -> dict[str, Any]:
        needed = schema.get("required", ())
        members = schema.get("properties", {}).items()
        shown = [(name, of) for name, of in members if self._full or name in needed]
        return {name: self.make(of, depth + 1, name) for name, of in shown}

    def _array(self, schema: Schema, depth: int, name: str) -> list[Any]:
        if "prefixItems" in schema:
            return [self.make(item, depth + 1) for item in schema["prefixItems"]]
        length = max(schema.get("minItems", 0), 1 if self._full else 0)
        return [self.make(schema.get("items", {}), depth + 1, name) for _ in range(length)]


def _given(schema: Schema) -> list[Any]:
    """Values that the schema itself names; a default of null or nothing shows nothing."""
    single = [schema[key] for key in ("const", "example", "default") if schema.get(key) not in (None, [])]
    return [*single, *schema.get("examples", ()), *schema.get("enum", ())]


def _text(schema: Schema, name: str) -> str:
    if schema.get("format") in _FORMATS:
        return _FORMATS[schema["format"]]
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength", 1 << 20)
    pattern = re.compile(schema.get("pattern", ""))
    fitting = (
        text
        for text in (_NAMED.get(name, _TEXTS[0]), *_TEXTS)
        if shortest <= len(text) <= longest and pattern.search(text)
    )
    return next(fitting, "x" * shortest)


def _number(schema: Schema) -> Any:  # noqa: ANN401  (JSON)
    least = schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)
    return min(least, schema.get("maximum", least))
