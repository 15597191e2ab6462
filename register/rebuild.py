"""Would today's code make of the entries what is on file? A report; `mend_lists` alone changes anything, and only lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ConfigDict

from engine.history import drift, replay
from engine.position import Dossier
from register import statements as sql
from register.errors import NotFound, transaction
from register.filing import Register
from register.projection import Lists, lists_of
from register.serial import CaseOnFile, FactOnFile, Serial
from register.verify import BrokenLink, verify_facts
from register.writing import columns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

    from engine.case import FiledFact
    from engine.declaration import Procedures
    from engine.history import Life, Recorded

_PEOPLE: Final = "SELECT id FROM people WHERE id > %s ORDER BY id LIMIT 500"
_LATEST: Final = "SELECT latest FROM people WHERE id = %s"
_LATE: Final = """
SELECT max(received_at) FROM entries
WHERE person_id = %s AND command IS NOT NULL AND (answer ->> 'late')::boolean AND outcome <> 'refused'
"""
_RELEASES: Final = "SELECT id, release FROM entries WHERE id = ANY(%s)"
_LAST_ENTRY: Final = "SELECT entry_id FROM facts WHERE case_id = %s ORDER BY seq DESC LIMIT 1"
_CLOCKS: Final = """
SELECT id, case_id, person_id, rule, danger, status, generation, started_on, last_day, ends_at, held
FROM clocks WHERE person_id = %s AND status <> 'withdrawn'
"""
_DUTIES: Final = """
SELECT id, case_id, person_id, kind, power, status, since, due_on, due, done_at
FROM duties WHERE person_id = %s AND status <> 'withdrawn'
"""
_NOTICES: Final = """
SELECT id, case_id, person_id, kind, status, since, served_on FROM notices WHERE person_id = %s
"""


class Drift(BaseModel):
    """Something on file that today's code would make otherwise.

    Attributes:
        what: `case`, `fact` or `list` (clocks, duties, notices as lists read them).
        entry: the first entry from which it differs, as far as a fact tells; and the release that judged it.
    """

    model_config = ConfigDict(frozen=True)

    person: str
    case: str
    what: str
    entry: str | None = None
    release: str | None = None


class Report(BaseModel):
    """What a check found."""

    model_config = ConfigDict(frozen=True)

    people: int
    drifts: tuple[Drift, ...]
    broken: tuple[BrokenLink, ...]

    @property
    def is_clean(self) -> bool:
        """Nothing drifted, nothing is broken."""
        return not self.drifts and not self.broken


class _File(BaseModel):
    """All that is on file of a person."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    dossier: Dossier
    history: list[Any]
    facts: list[Any]
    lists: Lists
    until: Any


class Rebuild:
    """Checks the register against the code.

    Args:
        pool: connections, as `register.pool` makes them.
        procedures: the declarations of today.
    """

    def __init__(self, pool: AsyncConnectionPool, procedures: Procedures) -> None:
        self._pool = pool
        self._procedures = procedures
        self._serial = Serial(procedures)
