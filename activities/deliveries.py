"""Whom a notice is announced to, and who may try: what the register does not answer yet, asked of its tables."""

from typing import Final

from psycopg_pool import AsyncConnectionPool

from notices.channel import Announcement, Language
from register.errors import transaction
from register.watch import Obligation

_WHOM: Final = """
SELECT p.email, p.language, coalesce(o.ja, ''), coalesce(o.en, '')
FROM cases AS c JOIN people AS p ON p.id = c.person_id LEFT JOIN offices AS o ON o.id = c.office
WHERE c.id = %s
"""
_CLAIM: Final = """
UPDATE obligations SET attempts = attempts + 1 WHERE id = %s AND attempts = %s AND done_at IS NULL RETURNING id
"""


class RegisteredDeliveries:
    """Reads the person's address, language and office; claims an attempt by compare and set.

    Args:
        pool: the register's connections.
    """

    def __init__(self, pool: AsyncConnectionPool) -> None:
        self._pool = pool

    async def announcement(self, obligation: Obligation) -> Announcement | None:
        """Whom to tell where; None where the person left no address."""
        async with transaction(self._pool) as connection:
            row = await (await connection.execute(_WHOM, (obligation.case,))).fetchone()
        if row is None or obligation.notice is None or row[0] is None:
            return None
        address, language, office_ja, office_en = row
        return Announcement(
            notice=obligation.notice,
            address=address,
            language=Language.JA if language == Language.JA else Language.EN,
            office_ja=office_ja,
            office_en=office_en,
        )

    async def claim(self, obligation: Obligation) -> bool:
        """Put on file that an attempt begins; False if another one began since the obligation was read."""
        async with transaction(self._pool) as connection:
            row = await (await connection.execute(_CLAIM, (obligation.id, obligation.attempts))).fetchone()
        return row is not None
