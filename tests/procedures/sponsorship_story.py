"""Sponsorship for the stories that need it, with a throw-away case that moves custody, the order and what follows."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from engine.case import Case, CaseStage, stage
from engine.declaration import Procedures, act, opening
from engine.payload import CaseState, Payload
from engine.position import Position
from engine.procedure import Procedure
from law.citation import ICRRA
from law.competence import Power
from law.custody import Sponsored
from law.facts import Custody, DeportationOrder, Grant, GrantKind, Ground, ProvisionalStayPeriod
from tests.procedures.desk import Desk
from workflows.circumstances import Circumstances
from workflows.custody_effects import CustodyChanged
from workflows.detention_review import DetentionReview
from workflows.effects import (
    DeportationOrderIssued,
    DeportationOrderWithdrawn,
    FoundNotDeportable,
    GrantTookEffect,
    SpecialPermissionGranted,
)
from workflows.enforcement_effects import DepartureOrdered
from workflows.papers.custody import CommandFollowed, OrderFollowed, ScreeningFollowed
from workflows.papers.deportation import ScreeningOutcome
from workflows.sponsorship import Sponsorship

SII, CLERK, INSPECTOR = "supervising_immigration_inspector", "bureau_clerk", "immigration_inspector"
ICO, HEAD = "immigration_control_officer", "regional_bureau_head"
BEFORE = ["residence", "prefecture", "appearance", "no_flight", "no_destroying_evidence"]
AFTER = ["residence", "prefecture", "appearance", "no_flight", "no_work"]
SPONSOR: dict[str, Any] = {
    "reference": "sponsor-1",
    "kind": "person",
    "understands": True,
    "consents": True,
    "fit": True,
}
REASONS = {"reasons": "stated"}


class _Stage(CaseStage):
    KEPT = stage("kept", "Kept", "係属中", quiet="a throw-away case")
    ENDED = stage("ended", "Ended", "終了", closed=True)


class _State(CaseState):
    custody: Custody = Custody.FREE
    stay_since: datetime | None = None
    ordered_at: datetime | None = None
    withdrawn_at: datetime | None = None
    granted_at: datetime | None = None


class Moved(Payload):
    """Where the person is now."""

    to: Custody


class Elsewhere(Procedure[_State]):
    """Order, grant and moves of a person, made by hand; it opens what a screening or a command opens."""

    en = "Elsewhere"
    ja = "他の手続"
    stages = _Stage
    state_type = _State

    @classmethod
    def bears(cls, case: Case[_State]) -> Iterable[object]:
        """The order, a grant and a provisional stay; where the person is held stands in the circumstances."""
        state = case.state
        if state.stay_since is not None:
            yield ProvisionalStayPeriod(case.id, state.stay_since, date(2025, 9, 1))
        if state.ordered_at is not None:
            since = date(2025, 1, 7)
            yield DeportationOrder(case.id, Ground.IV_RO, since, state.ordered_at, state.withdrawn_at, state.ordered_at)
        if state.granted_at is not None:
            yield Grant(GrantKind.RECOGNITION, state.granted_at, state.granted_at)

    @opening(by=Power.RECORD_CUSTODY, basis=ICRRA("39"), ja="開始")
    def keep(self) -> None:
        """Begin."""
        self.begin(_State(), _Stage.KEPT)

    @act(by=Power.RECORD_CUSTODY, at=_Stage.KEPT, basis=ICRRA("39"), ja="身柄")
    def move_to(self, body: Moved) -> None:
        """Move the person on the axis of custody."""
        before = self.state.custody
        self.update(custody=body.to)
        self.record(CustodyChanged(before=before, after=body.to))

    @act(by=Power.ISSUE_DEPORTATION_ORDER, at=_Stage.KEPT, basis=ICRRA("51"), ja="発付")
    def issue(self) -> None:
        """Issue the order."""
        self.update(ordered_at=self.at)
        self.record(DeportationOrderIssued(ground=Ground.IV_RO))

    @act(by=Power.WITHDRAW_ORDER, at=_Stage.KEPT, basis=ICRRA("51"), ja="撤回")
    def withdraw(self) -> None:
        """Withdraw the order."""
        self.update(withdrawn_at=self.at)
        self.record(DeportationOrderWithdrawn())

    @act(by=Power.EXAMINE, at=_Stage.KEPT, basis=ICRRA("47(1)"), ja="非該当")
    def find_nothing(self) -> None:
        """Find that no item of Article 24 applies."""
        self.record(FoundNotDeportable(instance="examination"))

    @act(by=Power.DECIDE_SPECIAL_PERMISSION, at=_Stage.KEPT, basis=ICRRA("50(1)"), ja="在留特別許可")
    def permit(self) -> None:
        """Grant special permission to stay."""
        self.record(SpecialPermissionGranted())

    @act(by=Power.ORDER_DEPARTURE, at=_Stage.KEPT, basis=ICRRA("55-85(1)"), ja="出国命令")
    def order_departure(self) -> None:
        """Order departure."""
        self.record(DepartureOrdered(until=self.today))

    @act(by=Power.HAND_OVER_DOCUMENTS, at=_Stage.KEPT, basis=ICRRA("61-2-2(2)"), ja="交付")
    def grant(self) -> None:
        """Hand over the card of a status after recognition."""
        self.update(granted_at=self.at)
        self.record(GrantTookEffect(kind=GrantKind.RECOGNITION))

    @act(by=Power.HAND_OVER_DOCUMENTS, at=_Stage.KEPT, basis=ICRRA("61-2-4(2)"), ja="仮滞在")
    def let_stay(self) -> None:
        """Hand over the permit of provisional stay."""
        self.update(stay_since=self.at)

    @act(by=Power.SCREEN, at=_Stage.KEPT, basis=ICRRA("39(2)"), ja="審査")
    def screen(self) -> None:
        """Choose Sponsorship at the screening."""
        body = ScreeningFollowed(deportation=self.case_id, outcome=ScreeningOutcome.SPONSORSHIP)
        self.open("Sponsorship", "consider_at_screening", body)

    @act(by=Power.SCREEN, at=_Stage.KEPT, basis=ICRRA("52(8)"), ja="令書発付後の審査")
    def screen_after_order(self) -> None:
        """Choose Sponsorship at the screening after the order."""
        self.open("Sponsorship", "consider_after_order", OrderFollowed(deportation=self.case_id))

    @act(by=Power.COMMAND_SPONSORSHIP, at=_Stage.KEPT, basis=ICRRA("52-8(4)"), ja="命令")
    def command(self) -> None:
        """Command Sponsorship."""
        self.open("Sponsorship", "take_up_command", CommandFollowed(review=self.case_id))

    @act(by=Power.RECORD_CUSTODY, at=_Stage.KEPT, basis=ICRRA("39"), ja="終了")
    def end(self) -> None:
        """End."""
        self.enter(_Stage.ENDED)


def desk(day: str = "2025-03-03", custody: str = "free") -> Desk:
    """A person whose custody is kept elsewhere, from 06:00 of a day."""
    one = Desk(Procedures((Circumstances, Elsewhere, DetentionReview, Sponsorship)))
    kept = one.open("Circumstances", "keep", f"{day}T06:00", INSPECTOR)
    for what, named in (("stays", "stays"), ("sentences", "sentences"), ("proceedings", "proceedings")):
        one.act(kept, f"record_{what}", f"{day}T06:00", INSPECTOR, **{named: []})
    one.act(kept, "record_travel_restrictions", f"{day}T06:00", INSPECTOR, restrictions=[])
    one.act(kept, "record_court_stays", f"{day}T06:00", INSPECTOR, stays=[])
    one.open("Elsewhere", "keep", f"{day}T06:00", ICO)
    if custody != "free":
        move(one, f"{day}T06:30", custody)
    return one


def position(one: Desk) -> Position:
    """The person's position as it stands on file."""
    return Position(one.register.dossier(one.person).cases, one.procedures)


def elsewhere(one: Desk) -> str:
    """The case that keeps custody and the order."""
    return position(one).of("Elsewhere")[0].id


def circumstances(one: Desk) -> str:
    """The case of the person's circumstances."""
    return position(one).of("Circumstances")[0].id


def move(one: Desk, at: str, custody: str) -> None:
    """Move the person on the axis of custody, and tell it."""
    one.act(circumstances(one), "record_custody", at, ICO, custody=custody)
    one.act(elsewhere(one), "move_to", at, ICO, to=custody)


def order(one: Desk, at: str) -> None:
    """The deportation order issues."""
    one.act(elsewhere(one), "issue", at, SII)


def latest(one: Desk) -> str:
    """The Sponsorship that was opened last."""
    return position(one).of("Sponsorship")[-1].id


def requested(one: Desk, at: str, **body: Any) -> str:
    """Requested by the person."""
    return one.open("Sponsorship", "request", at, CLERK, **({"material": True} | body))


def screened(one: Desk, at: str) -> str:
    """Chosen at the screening."""
    one.act(elsewhere(one), "screen", at, SII)
    return latest(one)


def decision(*, after: bool = False, notify_by: str = "2025-06-03", **changes: Any) -> dict[str, Any]:
    """A decision without deposit."""
    other = "illegal_work" if after else "destroying_evidence"
    weighed = {
        "suspected": None if after else True,
        "risks": {"flight": "low", other: "none"},
        "disadvantage": "stated",
        "other": "stated",
        "appropriate": True,
    }
    terms = {"conditions": AFTER if after else BEFORE, "residence": "stated", "area": "stated"}
    body = {"weighed": weighed, "sponsor": SPONSOR, "terms": terms, "notify_by": notify_by, "reasons": "stated"}
    return body | changes


def deposit(amount: int = 500_000, due: str | None = None, against: str = "flight") -> dict[str, Any]:
    """A deposit of an adult."""
    return {"amount": amount, "against": [against], "minor": False, "due": due}


def in_force(day: str = "2025-03-03", *, after: bool = False, **changes: Any) -> tuple[Desk, str]:
    """Decided at 10:00 of a day on somebody detained, without deposit unless changed: in force at once without one."""
    held = "detained_deportation_order" if after else "detained_detention_order"
    one = desk(day, held)
    if after:
        order(one, f"{day}T07:00")
    case = requested(one, f"{day}T09:00")
    one.act(case, "decide", f"{day}T10:00", SII, **decision(after=after, **changes))
    if one.stage(case) == "in_force":
        move(one, f"{day}T10:00", "sponsored_after_order" if after else "sponsored_before_order")
    return one, case


def at_screening(day: str = "2025-03-03", **changes: Any) -> tuple[Desk, str]:
    """Decided at 10:00 of a day at the screening of somebody free."""
    one = desk(day)
    case = screened(one, f"{day}T09:00")
    one.act(case, "decide", f"{day}T10:00", SII, **decision(**changes))
    move(one, f"{day}T10:00", "sponsored_before_order")
    return one, case


def sponsored(one: Desk) -> Sponsored:
    """The Sponsorship that the rules see."""
    return position(one).all(Sponsored)[-1]


def facts_of(one: Desk, kind: type[Any]) -> list[Any]:
    """The facts of a kind on record, in order."""
    return [fact.body for fact in one.register.facts(one.person) if isinstance(fact.body, kind)]


def notices(one: Desk, case: str) -> dict[str, str]:
    """The notices of a case that were not withdrawn, with their status."""
    found = one.register.case(case).notices
    return {notice.kind: notice.status.value for notice in found if notice.status.value != "withdrawn"}
