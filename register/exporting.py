"""Everything on file of each person, as the lines that an import reads: for another system, a copy, or a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from engine.command import Kind
from engine.filing import case_of
from engine.history import standing
from register import statements as sql
from register.errors import transaction
from register.filing import Register
from register.serial import CaseOnFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

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
            people = await (await connection.execute(_PEOPLE, (after,))).fetchall()
            for identity, *particulars in people:
                entries = standing(await Register.history_of(connection, identity))
                rows = await (await connection.execute(sql.CASES, (identity,))).fetchall()
                cases = {case.id: case for case in (CaseOnFile(*row) for row in rows) if not case.withdrawn}
                if entries and cases:
                    yield _line(identity, particulars, cases, list(entries.values()))
        if not people:
            return
        after = people[-1][0]


def _line(identity: str, particulars: list[Any], cases: dict[str, CaseOnFile], entries: list[Entry]) -> dict[str, Any]:
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
    acts = [_act(entry, cases, opened) for entry in sorted(entries, key=lambda entry: entry.order)]
    office = next(iter(cases.values())).office
    return {"reference": identity, "office": office, "person": person, "acts": acts}


def _act(entry: Entry, cases: dict[str, CaseOnFile], opened: set[str]) -> dict[str, Any]:
    command = entry.command
    where: dict[str, str] = (
        {"open": command.procedure, "as": case_of(command)}
        if command.kind is Kind.OPEN
        else {"case": command.case if command.case in opened else command.procedure}
    )
    body = _named(command.body, {case: case if case in opened else cases[case].procedure for case in cases})
    at = command.occurred_at.isoformat()
    beside = {"considered": entry.considered.model_dump(mode="json")} if entry.considered else {}
    return {**where, "act": command.act, "at": at, "by": command.decided_by, "with": body, **beside}


def _named(value: Any, names: dict[str, str]) -> Any:  # noqa: ANN401  (JSON)
    """A body with the ids of cases turned into names."""
    if isinstance(value, dict):
        return {key: _named(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_named(one, names) for one in value]
    return f"${names[value]}" if isinstance(value, str) and value in names else value
