"""The Minister's notices of countries (55-2(1)(i)): entered once, corrected openly, never taken back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from engine.command import Considered
from engine.refusal import Refusal, not_allowed
from law.country_notice import CountryNotice, in_force, may_be_entered
from law.finding import Answer
from law.periods import legal_day
from register.audit import Audit
from register.errors import KeyReused, transaction
from register.views import View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

_ALL: Final = """
SELECT number, revision, effective_from, countries, correction, command, entered_by, recorded_at,
       revision < max(revision) OVER (PARTITION BY number)
FROM country_notices ORDER BY effective_from DESC, number, revision DESC
"""
_STANDING: Final = """
SELECT DISTINCT ON (number) number, effective_from, countries FROM country_notices ORDER BY number, revision DESC
"""
_ONE_AT_A_TIME: Final = "LOCK TABLE country_notices IN SHARE ROW EXCLUSIVE MODE"
_ENTER: Final = """
INSERT INTO country_notices (number, revision, effective_from, countries, correction, command, entered_by, recorded_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, coalesce(%s, clock_timestamp())) RETURNING recorded_at
"""


class EnteredNotice(View):
    """A notice as entered. `replaced`: it was typed wrongly; a later revision of the number says why and stands."""

    number: str
    revision: int
    effective_from: date
    countries: tuple[str, ...]
    correction: str | None
    command: str
    entered_by: str
    recorded_at: datetime
    replaced: bool

    @property
    def notice(self) -> CountryNotice:
        """As the law reads it."""
        return CountryNotice(self.number, self.effective_from, frozenset(self.countries))


class CountryNotices:
    """Enters notices of countries and says which is in force.

    Args:
        pool: connections, as `register.pool` makes them.
        clock: gives `recorded_at` in tests; PostgreSQL's clock otherwise.
        process: names this process's audit chains.
    """

    def __init__(
        self, pool: AsyncConnectionPool, *, clock: Callable[[], datetime] | None = None, process: str = ""
    ) -> None:
        self._pool = pool
        self._clock = clock
        self._audit = Audit(process)

    async def enter(
        self, command: str, notice: CountryNotice, *, by: str, correction: str | None = None
    ) -> EnteredNotice:
        """Enter a notice, or say what one on file should have been; what is there already is answered as it stands.

        Args:
            command: a repeat of it enters nothing.
            notice: as published.
            by: the officer.
            correction: why what is on file under the number is wrong; None = it is a new notice.

        Raises:
            Refusal: it cannot stand beside those on file.
            KeyReused: the command entered something else.
            Unavailable: the database could not do it now.
        """
        async with transaction(self._pool) as connection:
            await connection.execute(_ONE_AT_A_TIME)
            entered = [EnteredNotice.of(row) for row in await _rows(connection, _ALL)]
            known = already(entered, command, notice, correction)
            if known is not None:
                return known
            standing = [one for one in entered if not one.replaced]
            refuse_beside(notice, standing, corrects=correction is not None)
            revision = 1 + max((one.revision for one in standing if one.number == notice.number), default=0)
            recorded_at = await self._add(connection, notice, revision, correction, command, by)
        return EnteredNotice(
            number=notice.number,
            revision=revision,
            effective_from=notice.effective_from,
            countries=tuple(sorted(notice.countries)),
            correction=correction,
            command=command,
            entered_by=by,
            recorded_at=recorded_at,
            replaced=False,
        )

    async def entered(self) -> tuple[EnteredNotice, ...]:
        """Every notice ever entered, the latest first day first, corrected ones after what corrects them."""
        async with transaction(self._pool) as connection:
            return tuple(EnteredNotice.of(row) for row in await _rows(connection, _ALL))

    async def considered(self, at: datetime) -> Considered:
        """What stands beside the cases on the legal day of an instant."""
        async with transaction(self._pool) as connection:
            return await considered(connection, at)

    async def _add(
        self,
        connection: AsyncConnection,
        notice: CountryNotice,
        revision: int,
        correction: str | None,
        command: str,
        by: str,
    ) -> datetime:
        said = (notice.number, revision, notice.effective_from, sorted(notice.countries), correction)
        now = self._clock() if self._clock else None
        row = await (await connection.execute(_ENTER, (*said, command, by, now))).fetchone()
        if row is None:
            raise TypeError("the register told no time")
        recorded_at: datetime = row[0]
        action = "enter_country_notice" if correction is None else "correct_country_notice"
        entry = await self._audit.add(connection, at=recorded_at, actor=by, action=action, command=command)
        await connection.commit()
        entry.keep()
        return recorded_at


async def standing_notices(connection: AsyncConnection) -> tuple[CountryNotice, ...]:
    """The notices that stand, each as it was last corrected."""
    rows = await _rows(connection, _STANDING)
    return tuple(CountryNotice(number, first, frozenset(countries)) for number, first, countries in rows)


async def considered(connection: AsyncConnection, at: datetime) -> Considered:
    """What stands beside the cases on the legal day of an instant, as a transaction sees it."""
    return considered_of(await standing_notices(connection), at)


def considered_of(notices: Sequence[CountryNotice], at: datetime) -> Considered:
    """What is considered of some notices on the legal day of an instant."""
    return Considered(country_notice=in_force(notices, legal_day(at)))


async def _rows(connection: AsyncConnection, statement: Any) -> list[Any]:  # noqa: ANN401  (a literal)
    return await (await connection.execute(statement, prepare=True)).fetchall()


def already(
    entered: Sequence[EnteredNotice], command: str, notice: CountryNotice, correction: str | None
) -> EnteredNotice | None:
    """What is on file of a command, or of the same notice.

    Raises:
        KeyReused: the command entered something else.
    """
    own = next((one for one in entered if one.command == command), None)
    if own is not None:
        if (own.notice, own.correction) != (notice, correction):
            raise KeyReused(command)
        return own
    return next((one for one in entered if one.notice == notice and not one.replaced), None)


def refuse_beside(notice: CountryNotice, standing: Sequence[EnteredNotice], *, corrects: bool) -> None:
    """Refuse a notice that cannot stand beside the others. Raises Refusal."""
    finding = may_be_entered(notice, [one.notice for one in standing], corrects=corrects)
    if finding.value is not Answer.YES:
        raise Refusal(*(finding.reasons or (not_allowed(()),)))
