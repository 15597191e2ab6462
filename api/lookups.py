"""Look-ups by id in the register's tables: officers, and the answers to commands. Nothing here is case data."""

from datetime import datetime
from typing import Final

from psycopg_pool import AsyncConnectionPool

from api.ports import OnFile
from engine.command import Filed, Officer
from register import statements
from register.errors import Unavailable, transaction
from register.officers import resolve

_ANSWER: Final = """
SELECT digest, answer::text, command ->> 'entered_by' FROM entries WHERE id = %s AND answer IS NOT NULL
"""
_ALIVE: Final = "SELECT 1"


class PoolLookUps:
    """Look-ups through a pool of connections."""

    def __init__(self, pool: AsyncConnectionPool) -> None:
        self._pool = pool

    async def is_ready(self) -> bool:
        """Whether the register answers."""
        try:
            async with transaction(self._pool) as connection:
                await connection.execute(_ALIVE, prepare=True)
        except Unavailable:
            return False
        return True

    async def officer(self, officer: str, at: datetime, office: str | None = None) -> Officer | None:
        """An officer with the roles held at an instant."""
        async with transaction(self._pool) as connection:
            rows = await (await connection.execute(statements.OFFICERS, ([officer],), prepare=True)).fetchall()
        return resolve(rows, officer, at, office)

    async def command(self, command: str) -> OnFile | None:
        """The answer to a command, where it is on file."""
        async with transaction(self._pool) as connection:
            row = await (await connection.execute(_ANSWER, (command,), prepare=True)).fetchone()
        return None if row is None else OnFile(bytes(row[0]), Filed.model_validate_json(row[1]), row[2])
