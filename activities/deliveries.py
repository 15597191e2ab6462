"""Whom a notice is announced to, and who may try."""

from psycopg_pool import AsyncConnectionPool

from notices.channel import Announcement, Language
from register.lookups import addressee_of
from register.watch import Obligation, Watch


class RegisteredDeliveries:
    """Reads the person's address, language and office; claims an attempt by compare and set.

    Args:
        pool: the register's connections.
    """

    def __init__(self, pool: AsyncConnectionPool) -> None:
        self._pool = pool

    async def announcement(self, obligation: Obligation) -> Announcement | None:
        """Whom to tell where; None where the person left no address."""
        found = await addressee_of(self._pool, obligation.case)
        if found is None or obligation.notice is None:
            return None
        return Announcement(
            notice=obligation.notice,
            address=found.address,
            language=Language.JA if found.language == Language.JA else Language.EN,
            office_ja=found.office_ja,
            office_en=found.office_en,
        )

    async def claim(self, obligation: Obligation) -> bool:
        """Put on file that an attempt begins; False if another one began since the obligation was read."""
        return await Watch(self._pool).claim(obligation)
