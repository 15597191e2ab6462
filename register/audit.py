"""Who read or filed what, in opaque ids. A chain belongs to one connection of one process and one day: nobody waits."""

import secrets
from datetime import UTC, date, datetime
from typing import Any
from weakref import WeakKeyDictionary

from psycopg import AsyncConnection

from register.chain import AuditLink, Head
from register.statements import ADD_AUDIT


class Audit:
    """Writes audit entries within the transactions that they are about.

    Args:
        process: what tells this process from others; random by default.
    """

    def __init__(self, process: str = "") -> None:
        self._process = "-".join((process, secrets.token_hex(6))) if process else secrets.token_hex(6)
        self._chains = 0
        self._heads: WeakKeyDictionary[AsyncConnection, tuple[date, str, Head]] = WeakKeyDictionary()

    async def add(
        self,
        connection: AsyncConnection,
        *,
        at: datetime,
        actor: str,
        action: str,
        person: str | None = None,
        case: str | None = None,
        command: str | None = None,
    ) -> "Pending":
        """Add an entry; when the transaction is committed, `Pending.keep` lets the chain go on from it.

        A transaction of unknown end is followed by a chain of its own.
        """
        entry = self.next(connection, at=at, actor=actor, action=action, person=person, case=case, command=command)
        await connection.execute(ADD_AUDIT, entry.row, prepare=True)
        return entry

    def next(
        self,
        connection: AsyncConnection,
        *,
        at: datetime,
        actor: str,
        action: str,
        person: str | None = None,
        case: str | None = None,
        command: str | None = None,
    ) -> "Pending":
        """The next entry of a connection's chain, to be written with `ADD_AUDIT`; otherwise as `add`."""
        day = at.astimezone(UTC).date()
        known = self._heads.pop(connection, None)
        chain, head = (known[1], known[2]) if known and known[0] == day else (self._new_chain(), Head())
        link = AuditLink(day, chain, head.length + 1, at, actor, action, person, case, command, head.hash)
        digest = link.hash()
        row = (day, chain, link.seq, at, actor, action, person, case, command, head.hash, digest)
        return Pending(self._heads, connection, (day, chain, Head(link.seq, digest)), row)

    def _new_chain(self) -> str:
        self._chains += 1
        return f"{self._process}-{self._chains}"


class Pending:
    """An audit entry whose transaction is not yet committed; `row` is what `ADD_AUDIT` takes."""

    def __init__(
        self,
        heads: WeakKeyDictionary[AsyncConnection, tuple[date, str, Head]],
        connection: AsyncConnection,
        head: tuple[date, str, Head],
        row: tuple[Any, ...],
    ) -> None:
        self._heads = heads
        self._connection = connection
        self._head = head
        self.row = row

    def keep(self) -> None:
        """The transaction is committed."""
        self._heads[self._connection] = self._head
