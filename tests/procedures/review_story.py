"""Detention as the review and the treatment see it, with a throw-away case that holds a person and opens them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from engine.case import Case, CaseStage, stage
from engine.declaration import Procedures, act, opening, upon
from engine.payload import CaseState, Payload
from engine.position import Position
from engine.procedure import Procedure
from law.citation import ICRRA
from law.competence import Power
from law.custody import DETAINED, CustodyHeld, Paragraph, ProvisionallyReleased, Sponsored, Title
from law.detention import Place
from law.facts import Custody, DeportationOrder, Ground
from law.sponsorship import Route
from tests.procedures.desk import Desk, jst
from workflows.circumstances import Circumstances
from workflows.custody_effects import (
    CustodyChanged,
    PlaceAssigned,
    SponsorshipDecided,
    SponsorshipEnd,
    SponsorshipEnded,
    SponsorshipNotDecided,
)
from workflows.detention_review import DetentionReview
from workflows.effects import Departed, DeportationOrderWithdrawn, Died
from workflows.papers.custody import CommandFollowed, DetentionFollowed
from workflows.treatment import Treatment

ICO, SII, COMMISSIONER = "immigration_control_officer", "supervising_immigration_inspector", "commissioner"
HEAD, CLERK, INSPECTOR = "regional_bureau_head", "bureau_clerk", "immigration_inspector"
HELD = Custody.DETAINED_DEPORTATION_ORDER
PLAN: dict[str, Any] = {"obstacles": "stated", "hearing": "stated", "expected_end": "not foreseeable"}
WEIGHED: dict[str, Any] = {
    "risk_of_flight": "low",
    "risk_of_illegal_work": "low",
    "disadvantage_of_detention": "high",
    "reasons": "stated",
}


class _Stage(CaseStage):
    KEPT = stage("kept", "Kept", "係属中", quiet="a throw-away case of custody")
    OVER = stage("over", "Over", "終了", closed=True)


class _State(CaseState):
    custody: Custody
    since: datetime
    title: Title | None = None
    ordered_at: datetime | None = None
    withdrawn_at: datetime | None = None
    old_release: bool = False
    facility: str = ""
    paragraph: Paragraph | None = None
    decided_at: datetime | None = None
    sponsorship_ended_at: datetime | None = None


class Taken(Payload):
    """Where the person stands when the record begins."""

    custody: Custody = Custody.FREE
    title: Title | None = None
    since: datetime | None = None
    ordered_at: datetime | None = None
    old_release: bool = False


class Moved(Payload):
    """A move on the axis of custody."""

    to: Custody
    title: Title | None = None


class Decided(Payload):
    """Sponsorship decided; the deposit is unpaid."""

    paragraph: Paragraph = Paragraph.LATER_AFTER_ORDER


class Over(Payload):
    """How the Sponsorship ended."""

    end: SponsorshipEnd = SponsorshipEnd.REVOKED


class NotDecided(Payload):
    """How the question had come up that ends without a decision."""

    route: Route = Route.OWN_MOTION


class Placed(Payload):
    """Where the person is held."""

    facility: str


class Hold(Procedure[_State]):
    """A throw-away case that keeps a person's custody as `Detention` does, without its limits."""

    en = "Hold"
    ja = "収容"
    stages = _Stage
    state_type = _State

    @classmethod
    def bears(cls, case: Case[_State]) -> Iterable[object]:
        """Custody, the order, an old release and a Sponsorship that awaits its deposit."""
        state = case.state
        yield CustodyHeld(case.id, state.custody, state.since, state.title, state.facility)
        if state.ordered_at is not None:
            since = date(2023, 1, 1)
            yield DeportationOrder(case.id, Ground.IV_RO, since, state.ordered_at, state.withdrawn_at)
        if state.old_release:
            yield ProvisionallyReleased(case.id, jst("2024-05-01"), date(2024, 7, 31), under_order=True)
        if state.paragraph is not None and state.decided_at is not None:
            ended = state.sponsorship_ended_at
            yield Sponsored(case.id, state.paragraph, state.decided_at, ended_at=ended, deposit_unpaid=True)

    @opening(by=Power.RECORD_CUSTODY, basis=ICRRA("52(9)"), ja="収容")
    def take(self, body: Taken) -> None:
        """Take the person over as he or she stands."""
        fields = body.model_dump(exclude={"since"})
        self.begin(_State(since=body.since or self.at, **fields), _Stage.KEPT)
        self._open_what_follows()

    @act(by=Power.RECORD_CUSTODY, at=_Stage.KEPT, basis=ICRRA("51"), ja="令書")
    def order(self) -> None:
        """The deportation order issues; whoever is held is held under it from that instant."""
        self.update(ordered_at=self.at)
        if self.state.custody in DETAINED:
            self._go(HELD, Title.DEPORTATION_ORDER)

    @act(by=Power.RECORD_CUSTODY, at=_Stage.KEPT, basis=ICRRA("52(9)"), ja="異動")
    def move_to(self, body: Moved) -> None:
        """Move the person."""
        self._go(body.to, body.title)

    @act(by=Power.RECORD_CUSTODY, at=_Stage.KEPT, basis=ICRRA("52-2(5)"), ja="監理措置")
    def decide(self, body: Decided) -> None:
        """Decide Sponsorship; it awaits its deposit."""
        self.update(paragraph=body.paragraph, decided_at=self.at, sponsorship_ended_at=None)
        self.record(SponsorshipDecided(sponsorship=self.case_id, paragraph=body.paragraph, awaits_deposit=True))

    @act(by=Power.RECORD_CUSTODY, at=_Stage.KEPT, basis=ICRRA("52-6"), ja="監理措置の終了")
    def end_sponsorship(self, body: Over) -> None:
        """End the Sponsorship that was decided."""
        paragraph = self.state.paragraph or Paragraph.LATER_AFTER_ORDER
        self.update(sponsorship_ended_at=self.at)
        self.record(SponsorshipEnded(sponsorship=self.case_id, paragraph=paragraph, end=body.end))

    @act(by=Power.RECORD_CUSTODY, at=_Stage.KEPT, basis=ICRRA("52-2(5)"), ja="監理措置の不決定")
    def decide_no_sponsorship(self, body: NotDecided) -> None:
        """The question of Sponsorship ends without a decision."""
        self.record(SponsorshipNotDecided(sponsorship=self.case_id, route=body.route))

    @act(by=Power.RECORD_CUSTODY, at=_Stage.KEPT, basis=ICRRA("51"), ja="令書の撤回")
    def withdraw_order(self) -> None:
        """Withdraw the order."""
        self.update(withdrawn_at=self.at, title=None)
        self.record(DeportationOrderWithdrawn())

    @act(by=Power.RECORD_CUSTODY, at=_Stage.KEPT, basis=ICRRA("52(3)"), ja="終了")
    def close(self) -> None:
        """Close the case."""
        self.enter(_Stage.OVER)

    @act(by=Power.ASSIGN_PLACE, at=_Stage.KEPT, basis=ICRRA("41(2)"), ja="移送")
    def assign_place(self, body: Placed) -> None:
        """Assign or change the place."""
        self.update(facility=body.facility)
        self.record(PlaceAssigned(place=Place.CENTRE))

    @upon(Departed, basis=ICRRA("52(3)"))
    def leave(self, fact: Departed) -> None:
        """The person left."""
        self._go(Custody.FREE, None)

    @upon(Died, basis=ICRRA("55-82"))
    def die(self, fact: Died) -> None:
        """The person died."""
        self._go(Custody.FREE, None)

    def _go(self, to: Custody, title: Title | None) -> None:
        before = self.state.custody
        self.update(custody=to, title=title, since=self.at)
        self.record(CustodyChanged(before=before, after=to, title=title))
        self._open_what_follows()

    def _open_what_follows(self) -> None:
        title = self.state.title
        if self.state.custody not in DETAINED or title is None:
            return
        body = DetentionFollowed(detention=self.case_id, title=title)
        if not self._is_open("Treatment"):
            self.open("Treatment", "begin_treatment", body)
        if title is Title.DEPORTATION_ORDER and not self._is_open("DetentionReview"):
            self.open("DetentionReview", "begin_review", body)

    def _is_open(self, procedure: str) -> bool:
        return any(not case.stage.closed for case in self.position.of(procedure))


class Sponsorship(Procedure[CaseState]):
    """A throw-away Sponsorship, as far as a command opens it."""

    en = "Sponsorship"
    ja = "監理措置"
    stages = _Stage
    state_type = CaseState

    @opening(by=Power.DECIDE_SPONSORSHIP, basis=ICRRA("52-8(5)"), ja="命令", inner=True)
    def take_up_command(self, body: CommandFollowed) -> None:
        """Take up the command."""
        self.begin(CaseState(), _Stage.KEPT)

    @act(by=Power.DECIDE_SPONSORSHIP, at=_Stage.KEPT, basis=ICRRA("52-8(5)"), ja="終了")
    def close(self) -> None:
        """Close the case."""
        self.enter(_Stage.OVER)


PROCEDURES = Procedures((Circumstances, Hold, Treatment, DetentionReview, Sponsorship))


def held(at: str, **taken: Any) -> tuple[Desk, str]:
    """A person held under the order from an instant, or as the record says."""
    one = Desk(PROCEDURES)
    under_order: dict[str, Any] = {"custody": HELD, "title": "deportation_order", "ordered_at": jst(at)}
    hold = one.open("Hold", "take", at, CLERK, **(under_order | taken))
    return one, hold


def last(one: Desk, procedure: str, at: str = "2040-01-01") -> Case[Any]:
    """The last case of a procedure as it stands with its clocks lapsed up to an instant."""
    return position(one, at).of(procedure)[-1]


def position(one: Desk, at: str) -> Position:
    """The person's position at an instant."""
    return one.register.position(one.person, jst(at))


def review_of(one: Desk) -> str:
    """The last review on file."""
    return Position(one.register.dossier(one.person).cases, one.procedures).of("DetentionReview")[-1].id


def treatment_of(one: Desk) -> str:
    """The last treatment on file."""
    return Position(one.register.dossier(one.person).cases, one.procedures).of("Treatment")[-1].id


def owed(one: Desk, procedure: str, at: str) -> set[str]:
    """The duties of the last case of a procedure at an instant."""
    return {duty.kind for duty in last(one, procedure, at).open_duties}


def due(one: Desk, procedure: str, kind: str, at: str) -> date | None:
    """Until when a duty is to be done."""
    return next(duty.due_on for duty in last(one, procedure, at).open_duties if duty.kind == kind)


def facts(one: Desk, kind: str, until: str | None = None) -> list[Any]:
    """The facts of a kind on record, with the clocks lapsed for good up to an instant."""
    if until is not None:
        one.register.let_lapse(one.person, jst(until))
    return [fact.body for fact in one.register.facts(one.person) if fact.kind == kind]


def plan(one: Desk, at: str, **more: Any) -> None:
    """The departure plan drawn up after a hearing on the same day."""
    day = at[:10]
    one.act(review_of(one), "draw_up_plan", at, ICO, **(PLAN | {"drawn_up_on": day, "heard_on": day} | more))


def report(one: Desk, at: str, *, first: bool = True) -> None:
    """The control officer's report, the first one with the plan."""
    one.act(review_of(one), "report_progress", at, ICO, hands_in_plan=first, progress="stated")


def consider(one: Desk, at: str, *, appropriate: bool = False) -> None:
    """The supervising inspector's view."""
    one.act(review_of(one), "consider", at, SII, appropriate=appropriate, **WEIGHED)


def told(one: Desk, at: str) -> None:
    """Reported, considered with a no, and told to the Commissioner on a day."""
    report(one, f"{at}T09:00")
    consider(one, f"{at}T10:00")
    one.act(review_of(one), "tell_commissioner", f"{at}T11:00", SII, reasons="stated")
