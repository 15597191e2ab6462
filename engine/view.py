"""What an act, a lapse or a reaction may read of its case and its person, and how it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from engine.command import Considered
from engine.payload import CaseState
from engine.refusal import NoDecider, Refusal, because, not_allowed, refuse_unless
from law.finding import Answer, Finding, Reason

if TYPE_CHECKING:
    from datetime import date, datetime

    from engine.case import Case
    from engine.command import Officer
    from engine.position import Position
    from engine.session import Moment, Session

S = TypeVar("S", bound=CaseState)
_NOTHING_CONSIDERED = Considered()


class View(Generic[S]):
    """A case in the middle of a filing."""

    def __init__(self, session: Session, case_id: str) -> None:
        self._session = session
        self._case_id = case_id

    @property
    def case(self) -> Case[S]:
        """The case as it stands in this filing."""
        return self._session.cases[self._case_id]

    @property
    def case_id(self) -> str:
        """The case's id, also while it is being opened."""
        return self._case_id

    @property
    def state(self) -> S:
        """What the procedure keeps of the case."""
        case: Case[S] = self._session.cases[self._case_id]
        return case.state

    @property
    def position(self) -> Position:
        """The person's position, this filing included."""
        return self._session.position

    @property
    def moment(self) -> Moment:
        """By what and when the case is moved."""
        return self._session.now

    @property
    def at(self) -> datetime:
        """The instant in law."""
        return self._session.now.at

    @property
    def today(self) -> date:
        """The legal day of the instant, in Japan Standard Time."""
        return self._session.today

    @property
    def decider(self) -> Officer:
        """The officer who decided. Raises NoDecider where the law itself acts."""
        if self.moment.decider is None:
            raise NoDecider("no_decider", self.moment.entry)
        return self.moment.decider

    @property
    def considered(self) -> Considered:
        """What stands on the register beside the person's cases, as the entry was judged by it."""
        return self.moment.considered or _NOTHING_CONSIDERED

    def require(self, holds: bool | Finding[Answer], reason: Reason | None = None) -> None:
        """Refuse the act unless a condition or a finding holds.

        Args:
            holds: a condition, or a rule's finding whose own reasons then are the grounds.
            reason: the ground, needed with a condition.
        """
        if isinstance(holds, Finding):
            refuse_unless(holds, reason or not_allowed(self.moment.basis))
        elif not holds:
            raise Refusal(reason or not_allowed(self.moment.basis))

    def require_past(self, *days: date | None, not_before: date | None = None) -> None:
        """Refuse days that have not come yet, or that lie before another one."""
        for day in days:
            if day is None:
                continue
            if day > self.today:
                raise Refusal(_day_to_come(self.moment))
            if not_before is not None and day < not_before:
                raise Refusal(_day_too_early(self.moment))

    def _put(self, **changes: Any) -> None:  # noqa: ANN401  (fields of a case)
        session = self._session
        session.put(session.cases[self._case_id].having(**changes))


def _day_to_come(moment: Moment) -> Reason:
    return because(
        "day_to_come",
        *moment.basis,
        en="The day lies after the act.",
        ja="行為の日より後の日である。",
        remedy="Give a day that has come.",
    )


def _day_too_early(moment: Moment) -> Reason:
    return because(
        "day_too_early",
        *moment.basis,
        en="The day lies before the event that it follows.",
        ja="先行する事実より前の日である。",
        remedy="Correct the day.",
    )
