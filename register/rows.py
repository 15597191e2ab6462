"""Rows as one JSON document, as `json_to_recordset` takes them: one parameter, whatever there is to write."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

CASE: Final = (
    *("id", "person_id", "procedure", "number", "office", "officer", "stage", "closed", "held", "opened_at"),
    *("wakes_at", "version", "schema_version", "state", "record", "facts", "head"),
)
"""What `ADD_CASES` and `CHANGE_CASES` take of a case."""

FACT: Final = (
    *("case_id", "seq", "id", "entry_id", "kind", "occurred_at", "recorded_at", "body", "basis", "previous", "hash"),
)
"""What `ADD_FACTS` takes of a fact."""


def records(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Rows of text, numbers, instants and bytes, under the names of their columns."""
    return json.dumps([dict(zip(names, row, strict=True)) for row in rows], default=_as_text, ensure_ascii=False)


def _as_text(value: object) -> str:
    """An instant or bytes, as PostgreSQL reads them."""
    return f"\\x{value.hex()}" if isinstance(value, bytes) else str(value)
