"""Everything on file of each person, as the lines that an import reads: for another system, a copy, or a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from engine.command import Kind
from engine.filing import case_of
from engine.history import standing
from register import statements as sql
from register.errors import transaction
from register.filing import Register
from register.importing import NamedCase, by_procedure
from register.serial import CaseOnFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Mapping, Sequence

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

    from engine.command import Entry

_PEOPLE: Final = """
SELECT id, names, birth_date, nationality, file_number, email, language FROM people WHERE id > %s ORDER BY id LIMIT 200
"""


async def exported(pool: AsyncConnectionPool) -> AsyncIterator[dict[str, Any]]:
    """A line for each person who has a case, in the format of imports.

    Acts stand as they were corrected; what was annulled or set aside is left out, and so are lapses, which the law
    makes again. Ids of cases are the names by which later acts and bodies refer to them.
    """
    after = ""
    while True:
        async with transaction(pool) as connection:
            await connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            people = await (await connection.execute(_PEOPLE, (after,))).fetchall()
            lines = [await _line(connection, *one) for one in people]
        # The transaction has ended: whoever takes the lines may take his or her time.
        for line in lines:
            if line is not None:
                yield line
        if not people:
            return
        after = people[-1][0]


async def _line(connection: AsyncConnection, identity: str, *particulars: Any) -> dict[str, Any] | None:  # noqa: ANN401
    entries = standing(await Register.history_of(connection, identity))
    rows = await (await connection.execute(sql.CASES, (identity,))).fetchall()
    cases = {case.id: case for case in (CaseOnFile(*row) for row in rows) if not case.withdrawn}
    return line_of(identity, particulars, cases, list(entries.values())) if entries and cases else None


def line_of(
    identity: str, particulars: Sequence[Any], cases: Mapping[str, CaseOnFile], entries: Collection[Entry]
) -> dict[str, Any]:
    """A person as a line.

    Args:
        identity: the person's id, which becomes the reference of the line.
        particulars: as `_PEOPLE` reads them.
        cases: those that stand, in order of opening.
        entries: those that stand.
    """
    names, birth_date, nationality, file_number, email, language = particulars
    person = {
        "names": names,
        "birth_date": birth_date.isoformat() if birth_date else None,
        "nationality": nationality,
        "file_number": file_number,
        "email": email,
        "language": language,
    }
    opened = {case_of(entry.command) for entry in entries if entry.command.kind is Kind.OPEN}
    named = _names(cases) | {case: case for case in opened}
    acts = [_act(entry, named) for entry in sorted(entries, key=lambda entry: entry.order)]
    office = next(iter(cases.values())).office
    return {"reference": identity, "office": office, "person": person, "acts": acts}


def _act(entry: Entry, names: dict[str, str]) -> dict[str, Any]:
    command = entry.command
    where: dict[str, str] = (
        {"open": command.procedure, "as": case_of(command)}
        if command.kind is Kind.OPEN
        else {"case": names.get(command.case, command.procedure)}
    )
    body = _named(command.body, names)
    at = command.occurred_at.isoformat()
    beside = {"considered": entry.considered.model_dump(mode="json")} if entry.considered else {}
    return {**where, "act": command.act, "at": at, "by": command.decided_by, "with": body, **beside}


def _names(cases: Mapping[str, CaseOnFile]) -> dict[str, str]:
    """How an import names each case: of several of one procedure, by its place among them."""
    known = by_procedure([NamedCase(case.id, case.procedure) for case in cases.values()])
    several = {case.procedure for case in known.values() if f"{case.procedure}/2" in known}
    return {case.id: name for name, case in known.items() if ("/" in name) is (case.procedure in several)}


def _named(value: Any, names: dict[str, str]) -> Any:  # noqa: ANN401  (JSON)
    """A body with the ids of cases turned into names."""
    if isinstance(value, dict):
        return {key: _named(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_named(one, names) for one in value]
    return f"${names[value]}" if isinstance(value, str) and value in names else value
