"""The filing of offices and officers from lines: roles are added or ended, never silently changed."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict

from law.competence import Role
from register.audit import Audit
from register.errors import transaction
from register.officer_lines import OfficerLine, RoleLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

    from register.officer_lines import Line
    from register.people import NewOffice

ACTOR: Final = "operator"
"""Who is on record for what the command line changes of offices and officers."""

_ADD_OFFICE: Final = """
INSERT INTO offices (id, en, ja, national) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING id
"""
_OFFICE: Final = "SELECT en, ja, national FROM offices WHERE id = %s FOR UPDATE"
_CHANGE_OFFICE: Final = "UPDATE offices SET en = %s, ja = %s WHERE id = %s"
_OFFICES: Final = "SELECT id FROM offices WHERE id = ANY(%s)"
_ADD_OFFICER: Final = """
INSERT INTO officers (id, office, name) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING RETURNING id
"""
_OFFICER: Final = "SELECT office, name FROM officers WHERE id = %s FOR UPDATE"
_CHANGE_OFFICER: Final = "UPDATE officers SET office = %s, name = %s WHERE id = %s"
_ROLES: Final = "SELECT role, office, since, until FROM officer_roles WHERE officer = %s"
_PUT_ROLE: Final = """
INSERT INTO officer_roles (officer, role, office, since, until) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (officer, role, office, since) DO UPDATE SET until = excluded.until WHERE officer_roles.until IS NULL
"""
_NOW: Final = "SELECT clock_timestamp()"


class Result(StrEnum):
    """What became of a line."""

    ADDED = "added"
    CHANGED = "changed"
    """Other words, another home office, a role more, or a role ended."""
    UNCHANGED = "unchanged"
    BAD = "bad"
    """Nothing of it is on file."""


class Taken(BaseModel):
    """What became of a line, and why; its content is not repeated but for the id."""

    model_config = ConfigDict(frozen=True)

    line: int
    id: str = ""
    result: Result
    reason: str = ""


class _BadLineError(Exception):
    """Why a line cannot be filed."""


class OfficerImporter:
    """Puts offices and officers on file, each line whole or not at all; what is on file already stays as it is.

    Args:
        pool: connections, as `register.pool` makes them.
    """

    def __init__(self, pool: AsyncConnectionPool) -> None:
        self._pool = pool
        self._audit = Audit("officers")

    async def take(self, line: Line) -> Taken:
        """File a line. A repeat is harmless.

        Raises:
            Unavailable: nothing is known to be filed; the same line may be taken again.
        """
        try:
            async with transaction(self._pool) as connection:
                result = await _put(connection, line.said)
                if result is not Result.UNCHANGED:
                    await self._record(connection, line)
        except _BadLineError as error:
            return Taken(line=line.number, id=line.said.id, result=Result.BAD, reason=str(error))
        return Taken(line=line.number, id=line.said.id, result=result)

    async def _record(self, connection: AsyncConnection, line: Line) -> None:
        """Put on record that it was changed: roles decide who may do what."""
        (now,) = await (await connection.execute(_NOW)).fetchone() or (datetime.now(UTC),)
        action = "put_officer" if isinstance(line.said, OfficerLine) else "put_office"
        entry = await self._audit.add(connection, at=now, actor=ACTOR, action=action, command=line.said.id)
        await connection.commit()
        entry.keep()


async def _put(connection: AsyncConnection, said: NewOffice | OfficerLine) -> Result:
    if isinstance(said, OfficerLine):
        return await _put_officer(connection, said)
    return await _put_office(connection, said)


async def _put_office(connection: AsyncConnection, said: NewOffice) -> Result:
    row = (said.id, said.en, said.ja, said.national)
    if await (await connection.execute(_ADD_OFFICE, row)).fetchone() is not None:
        return Result.ADDED
    known = await (await connection.execute(_OFFICE, (said.id,))).fetchone()
    if known is None or known[2] != said.national:
        raise _BadLineError("office.national: it is on file otherwise, and the reach of the office hangs on it")
    if known[:2] == (said.en, said.ja):
        return Result.UNCHANGED
    await connection.execute(_CHANGE_OFFICE, (said.en, said.ja, said.id))
    return Result.CHANGED


async def _put_officer(connection: AsyncConnection, said: OfficerLine) -> Result:
    await _see_offices(connection, said)
    row = (said.id, said.office, said.name)
    added = await (await connection.execute(_ADD_OFFICER, row)).fetchone() is not None
    known = await (await connection.execute(_OFFICER, (said.id,))).fetchone()
    rows = await (await connection.execute(_ROLES, (said.id,))).fetchall()
    puts = changes([_role(*one) for one in rows], said.roles)
    if known != row[1:]:
        await connection.execute(_CHANGE_OFFICER, (said.office, said.name, said.id))
    await connection.cursor().executemany(_PUT_ROLE, [(said.id, *one.key, one.until) for one in puts])
    if added:
        return Result.ADDED
    return Result.CHANGED if puts or known != row[1:] else Result.UNCHANGED


async def _see_offices(connection: AsyncConnection, said: OfficerLine) -> None:
    """Offices are not invented."""
    named = sorted({said.office, *(one.office for one in said.roles)})
    known = {row[0] for row in await (await connection.execute(_OFFICES, (named,))).fetchall()}
    if said.office not in known:
        raise _BadLineError("officer.office: there is no such office on file")
    for place, one in enumerate(said.roles):
        if one.office not in known:
            raise _BadLineError(f"officer.roles.{place}.office: there is no such office on file")


def _role(role: str, office: str, since: datetime, until: datetime | None) -> RoleLine:
    return RoleLine.model_construct(role=Role(role), office=office, since=since, until=until)


def changes(held: Sequence[RoleLine], told: Sequence[RoleLine]) -> list[RoleLine]:
    """The roles to be added, or to be ended, of those that a line tells; those that it leaves out stay as they are."""
    known = {one.key: one for one in held}
    puts = []
    for place, one in sorted(enumerate(told), key=lambda numbered: numbered[1].key not in known):
        same = known.get(one.key)
        if same is None and any(one.overlaps(other) for other in known.values()):
            raise _BadLineError(f"officer.roles.{place}: the role is held there already at that time")
        if same is not None and same.until not in (None, one.until):
            raise _BadLineError(f"officer.roles.{place}.until: the role has another end on file")
        if same is None or same.until != one.until:
            known[one.key] = one
            puts.append(one)
    return puts
