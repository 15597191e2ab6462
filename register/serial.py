"""Cases and facts as rows and back. What comes out of the database is validated by the types of the declarations."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel, ConfigDict

from engine import resolution, session
from engine.case import Case, CaseStage, Clock, Contested, Duty, FiledFact, Notice
from engine.payload import Fact
from engine.position import Dossier
from engine.refusal import Defect
from law.citation import Citation, Law

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from types import ModuleType

    from engine.declaration import Declaration, Procedures

SCHEMA_VERSION = 1
"""Of the shape in which a case is kept."""


class Record(BaseModel):
    """What every case keeps beside its state."""

    model_config = ConfigDict(frozen=True)

    clocks: tuple[Clock, ...]
    duties: tuple[Duty, ...]
    notices: tuple[Notice, ...]
    contested: tuple[Contested, ...]


class CaseOnFile(NamedTuple):
    """A case as `statements.CASES` reads it."""

    id: str
    procedure: str
    number: int
    office: str
    opened_at: datetime
    stage: str
    held: bool
    version: int
    state: str
    record: str
    facts: int
    head: bytes
    withdrawn: bool


class FactOnFile(NamedTuple):
    """A fact as `statements.FACTS` reads it."""

    id: str
    entry: str
    case: str
    procedure: str
    kind: str
    occurred_at: datetime
    body: str
    basis: str


class Serial:
    """Reads and writes what the procedures declare.

    Args:
        procedures: the declarations; a fact is known by the name of its class among those that its procedure's modules
            hold, then among those of their packages and of the engine.
    """

    def __init__(self, procedures: Procedures) -> None:
        self._procedures = procedures
        common = (*_facts_in(session), *_facts_in(resolution))
        packages = {one.kind.__module__.rpartition(".")[0] or one.kind.__module__ for one in procedures}
        self._near = {one.name: {fact.__name__: fact for fact in _facts_of(one)} for one in procedures}
        self._far = _unambiguous((*common, *(fact for fact in _all_facts(Fact) if _lies_in(fact, packages))))

    def dossier(self, person: str, rows: Iterable[CaseOnFile], latest: datetime | None) -> Dossier:
        """The cases of a person that count, from their rows. Raises Defect as `case`."""
        return Dossier(person, {row.id: self.case(row) for row in rows if not row.withdrawn}, latest)

    def case(self, row: CaseOnFile) -> Case[Any]:
        """A case from its row.

        Raises:
            Defect: no procedure of this release can read it.
        """
        if row.procedure not in self._procedures:
            raise Defect("unknown_procedure_on_file", row.id, row.procedure)
        declaration = self._procedures[row.procedure]
        kept = Record.model_validate_json(row.record)
        return Case(
            id=row.id,
            procedure=row.procedure,
            number=row.number,
            office=row.office,
            opened_at=row.opened_at,
            stage=_stage(declaration, row),
            state=declaration.state.model_validate_json(row.state),
            version=row.version,
            clocks=kept.clocks,
            duties=kept.duties,
            notices=kept.notices,
            contested=kept.contested,
            held=row.held,
        )

    def fact(self, row: FactOnFile) -> FiledFact:
        """A fact from its row.

        Raises:
            Defect: no procedure of this release knows it.
        """
        kind = self._near.get(row.procedure, {}).get(row.kind) or self._far.get(row.kind)
        if kind is None:
            raise Defect("unknown_fact_on_file", row.case, row.kind)
        body = kind.model_validate_json(row.body)
        return FiledFact(row.id, row.entry, row.case, row.occurred_at, body, citations(row.basis))


def _stage(declaration: Declaration, row: CaseOnFile) -> CaseStage:
    for stage in declaration.stages:
        if stage.value == row.stage:
            return stage
    raise Defect("unknown_stage_on_file", row.id, row.stage)


def record_of(case: Case[Any]) -> str:
    """What a case keeps beside its state, as JSON."""
    kept = Record(clocks=case.clocks, duties=case.duties, notices=case.notices, contested=case.contested)
    return kept.model_dump_json()


def basis_of(basis: tuple[Citation, ...]) -> str:
    """Citations as JSON: law, article, date of the text."""
    return json.dumps([(one.law.value, one.article, one.text.isoformat()) for one in basis], ensure_ascii=False)


def citations(basis: str) -> tuple[Citation, ...]:
    """Citations from JSON."""
    return tuple(Citation(Law(law), article, date.fromisoformat(text)) for law, article, text in json.loads(basis))


def _facts_of(declaration: Declaration) -> Iterator[type[Fact]]:
    for base in reversed(declaration.kind.__mro__):
        module = sys.modules.get(base.__module__)
        if module is not None:
            yield from _facts_in(module)
    yield from declaration.reactions


def _facts_in(module: ModuleType) -> Iterator[type[Fact]]:
    for one in vars(module).values():
        if isinstance(one, type) and issubclass(one, Fact):
            yield one


def _all_facts(base: type[Fact]) -> Iterator[type[Fact]]:
    for one in base.__subclasses__():
        yield one
        yield from _all_facts(one)


def _lies_in(fact: type[Fact], packages: Iterable[str]) -> bool:
    return any(fact.__module__ == one or fact.__module__.startswith(f"{one}.") for one in packages)


def _unambiguous(facts: Iterable[type[Fact]]) -> dict[str, type[Fact]]:
    by_name: dict[str, set[type[Fact]]] = {}
    for fact in facts:
        by_name.setdefault(fact.__name__, set()).add(fact)
    return {name: next(iter(found)) for name, found in by_name.items() if len(found) == 1}
