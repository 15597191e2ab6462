"""Offices and officers on file, as the lines that an import reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from law.periods import JST
from register.errors import transaction

if TYPE_CHECKING:
    from psycopg_pool import AsyncConnectionPool

_OFFICES: Final = "SELECT id, en, ja, national FROM offices ORDER BY id"
_OFFICERS: Final = "SELECT id, office, name FROM officers ORDER BY office, id"
_ROLES: Final = "SELECT officer, role, office, since, until FROM officer_roles ORDER BY since, role, office"


async def offices_and_officers(pool: AsyncConnectionPool) -> list[dict[str, Any]]:
    """A line for each office, then one for each officer with every role ever held; instants in Japan's time.

    Raises:
        Unavailable: the database could not do it now.
    """
    async with transaction(pool) as connection:
        await connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        offices = await (await connection.execute(_OFFICES)).fetchall()
        officers = await (await connection.execute(_OFFICERS)).fetchall()
        held = await (await connection.execute(_ROLES)).fetchall()
    roles: dict[str, list[dict[str, Any]]] = {}
    for officer, role, office, since, until in held:
        ends = until.astimezone(JST).isoformat() if until else None
        told = {"role": role, "office": office, "since": since.astimezone(JST).isoformat(), "until": ends}
        roles.setdefault(officer, []).append(told)
    return [
        *({"office": {"id": one, "en": en, "ja": ja, "national": national}} for one, en, ja, national in offices),
        *(
            {"officer": {"id": one, "office": office, "name": name, "roles": roles.get(one, [])}}
            for one, office, name in officers
        ),
    ]
