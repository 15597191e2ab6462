"""Examples from schemas: what a reader of the documentation can send as it stands, and what comes back."""

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

Schema: TypeAlias = Mapping[str, Any]

_FORMATS: Final = {
    "date": "2026-03-02",
    "date-time": "2026-03-02T10:00:00+09:00",
    "uuid": "2f1c7d0e-4b1f-4d56-9a55-2f5a0d1c8e11",
}
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
    "case_6f1b5c8e3f6d5b0e9d526c1f6f0f3c51",
    "a@example.org",
    "2026-03-02",
)
_DEEPEST: Final = 12


def example(schema: Schema, components: Schema, *, full: bool = False) -> Any:  # noqa: ANN401  (JSON)
    """A value that fits a schema.

    Args:
        schema: a JSON schema.
        components: where its references lead, by the last part of their path.
        full: optional members are shown too.
    """
    return _Maker(components, full).make(schema, 0)


class _Maker:
    def __init__(self, components: Schema, full: bool) -> None:
        self._components = components
        self._full = full

    def make(self, schema: Schema, depth: int) -> Any:  # noqa: ANN401  (JSON)
        if depth > _DEEPEST:
            return None
        if "$ref" in schema:
            return self.make(self._components[schema["$ref"].rsplit("/", 1)[-1]], depth + 1)
        for given in ("const", "example", "default"):
            if given in schema:
                return schema[given]
        for listed in ("examples", "enum"):
            if schema.get(listed):
                return schema[listed][0]
        for choice in ("anyOf", "oneOf", "allOf"):
            if choice in schema:
                return self._choose(schema[choice], depth)
        return self._of_type(schema, depth)

    def _choose(self, choices: list[Schema], depth: int) -> Any:  # noqa: ANN401  (JSON)
        chosen = next((one for one in choices if one.get("type") != "null"), choices[0])
        return self.make(chosen, depth + 1)

    def _of_type(self, schema: Schema, depth: int) -> Any:  # noqa: ANN401  (JSON)
        kind = schema.get("type", "object" if "properties" in schema else "any")
        kind = kind[0] if isinstance(kind, list) else kind
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            return self._array(schema, depth)
        if kind == "string":
            return _text(schema)
        if kind in ("integer", "number"):
            return _number(schema)
        return {"boolean": True, "null": None}.get(kind, {})

    def _object(self, schema: Schema, depth: int) -> dict[str, Any]:
        needed = schema.get("required", ())
        members = schema.get("properties", {}).items()
        shown = [(name, of) for name, of in members if self._full or name in needed]
        return {name: self.make(of, depth + 1) for name, of in shown}

    def _array(self, schema: Schema, depth: int) -> list[Any]:
        if "prefixItems" in schema:
            return [self.make(item, depth + 1) for item in schema["prefixItems"]]
        length = max(schema.get("minItems", 0), 1 if self._full else 0)
        return [self.make(schema.get("items", {}), depth + 1) for _ in range(length)]


def _text(schema: Schema) -> str:
    if schema.get("format") in _FORMATS:
        return _FORMATS[schema["format"]]
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength", 1 << 20)
    pattern = re.compile(schema.get("pattern", ""))
    fitting = (text for text in _TEXTS if shortest <= len(text) <= longest and pattern.search(text))
    return next(fitting, "x" * shortest)


def _number(schema: Schema) -> Any:  # noqa: ANN401  (JSON)
    least = schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)
    return min(least, schema.get("maximum", least))
