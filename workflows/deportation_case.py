"""What every step of the deportation procedure shares: stages, state, standstill, and the ends it may come to."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from engine.case import Case, CaseStage, stage
from engine.payload import CaseState
from engine.position import Position
from engine.procedure import Procedure
from engine.refusal import because, unless
from law import departure_order_reasons as departure_reason
from law import deportation_reasons as reason
from law.citation import ICRRA
from law.clock_rule import ClockRule
from law.custody import DETAINED
from law.departure_order import DepartureOrderFacts, Track, departure_order_eligible, track
from law.departure_order_terms import DepartureOrderKept
from law.deportation import Acceptance, SpecialPermission, standstills
from law.facts import Grant, Ground, ProvisionalStayPeriod
from law.finding import Answer, Finding
from law.landing import Leaving
from law.landing_denial import DenialKept
from law.on_record import exists
from law.periods import end_of, legal_day
from law.removal import covers
from workflows.deportation_record import FindingMade, NoticeReceived, RightLost
from workflows.effects import DepartureOrderDue, FoundNotDeportable
from workflows.papers.deportation import (
    DepartureAssessment,
    HearingDecision,
    InspectorFinding,
    Instance,
    ObjectionDecision,
    Outcome,
    ScreeningOutcome,
    SuspectedGround,
)
from workflows.papers.deportation_duties import (
    CERTIFICATE_OF_RELEASE,
    RECORD_ACCEPTANCE,
    WEIGH_GROUND,
    WEIGH_STEPS,
)
from workflows.papers.enforcement import DepartureOrderFollows
from workflows.papers.standstill import GROUND_TO_BE_WEIGHED, STEPS_TO_BE_WEIGHED


class Stage(CaseStage):
    """Where the deportation procedure stands (axis D of LAW §3)."""

    INVESTIGATED = stage("investigated", "Violation investigation", "違反調査中")
    DEPARTURE_ROUTE = stage("departure_route", "With the inspector for a departure order", "出国命令に係る審査中")
    NOTIFIED = stage("notified", "Told to the supervising inspector, to be screened", "主任審査官の審査中")
    SCREENED = stage("screened", "Screened, to be handed over", "引渡し待ち")
    UNDER_EXAMINATION = stage("under_examination", "Under the inspector's examination", "入国審査官の審査中")
    FOUND = stage("found", "Found deportable, notice to be served", "認定済み（通知前）")
    OPEN_TO_HEARING = stage("open_to_hearing", "Open to a request for a hearing", "口頭審理の請求期間中")
    SILENT_ON_FINDING = stage("silent_on_finding", "No hearing requested, finding not accepted", "口頭審理の請求なし")
    HEARING = stage("hearing", "Oral hearing", "口頭審理中")
    DECIDED = stage("decided", "Finding upheld, notice to be served", "判定済み（通知前）")
    OPEN_TO_OBJECTION = stage("open_to_objection", "Open to an objection", "異議の申出期間中")
    SILENT_ON_DECISION = stage("silent_on_decision", "No objection, decision not accepted", "異議の申出なし")
    OBJECTED = stage("objected", "Objection received, to be forwarded", "異議の申出受理")
    FORWARDED = stage("forwarded", "Objection with the Minister", "裁決待ち")
    DISMISSED = stage("dismissed", "Objection dismissed, result to be told", "裁決済み（通知前）")
    WINDOW = stage(
        "window",
        "Special permission open or undecided",
        "在留特別許可の申請期間又は審査中",
        quiet="its three days run, special permission is undecided, or a court stayed what the order would rest on",
    )
    ORDER_HELD = stage("order_held", "Order held, a person decides", "令書発付の保留")
    ORDER_DUE = stage("order_due", "Order to be issued", "令書発付を要する")
    ORDERED = stage(
        "ordered", "Deportation order in force", "退去強制令書発付済み", quiet="its execution is a procedure of its own"
    )
    INVESTIGATION_CLOSED = stage("investigation_closed", "Investigation closed", "違反調査終了", closed=True)
    NOT_DEPORTABLE = stage("not_deportable", "No item of Article 24 applies", "非該当", closed=True)
    DEPARTURE_ORDER_DUE = stage("departure_order_due", "Eligible for a departure order", "出国命令対象者", closed=True)
    SPECIAL_PERMISSION = stage("special_permission", "Special permission granted", "在留特別許可", closed=True)
    GRANT_BARS = stage("grant_bars", "A status bars the procedure", "許可により手続を行わない", closed=True)
    ORDER_WITHDRAWN = stage("order_withdrawn", "Order withdrawn or annulled", "令書の撤回・取消し", closed=True)
    OBJECT_LOST = stage("object_lost", "The person left Japan or died", "出国・死亡", closed=True)


class State(CaseState):
    """What is kept of a deportation case."""

    grounds: tuple[SuspectedGround, ...]
    appeared_at: datetime | None = None
    appeared_in_office_hours: bool | None = True
    declared_at: datetime | None = None
    assessment: DepartureAssessment = DepartureAssessment()
    beside_criminal_case: bool = False
    screening: ScreeningOutcome | None = None
    inspector: str = ""
    hearing_officer: str = ""
    ground: Ground | None = None
    found_by_minister: frozenset[Ground] = frozenset()
    """Items of which the Minister in person found that they apply (24(iii-2), (iv)(yo))."""
    made_at: datetime | None = None
    """When the paper was made that now waits for service."""
    finding_received_at: datetime | None = None
    hearing_appointed_for: datetime | None = None
    hearing_held_at: datetime | None = None
    silent_since: datetime | None = None
    """The first instant after a period for a hearing or an objection that passed in silence."""
    result_told_at: datetime | None = None
    acceptance: Acceptance | None = None
    waiver_signed_at: datetime | None = None
    special_permission: SpecialPermission = SpecialPermission()
    special_permission_refused_at: datetime | None = None
    late_application_admitted: bool | None = None
    """What was decided on an application made after the waiver or the three days (A-36)."""
    ordered_at: datetime | None = None
    shown_at: datetime | None = None
    withdrawn_at: datetime | None = None
    order_in_doubt: bool = False
    """The order was issued while the procedure, as it proved later, stood still; nobody has weighed it yet."""

    @property
    def carried_by(self) -> SuspectedGround:
        """The ground that carries the case: the one found, before it the first one suspected."""
        return next((each for each in self.grounds if each.ground is self.ground), self.grounds[0])


class DeportationCase(Procedure[State]):
    """A deportation case, as far as all its steps share it."""

    stages = Stage
    state_type = State

    def begin_period(self, rule: ClockRule, on: date) -> None:
        """Start a period of three days from a day; what the case stood still since is no part of it (61-2-9(2))."""
        self.start(rule, on=on, standstills=standstills(self.position.all(ProvisionalStayPeriod)))

    def eligible_for_departure_order(self, assessment: DepartureAssessment) -> Finding[Answer]:
        """Whether the suspect is eligible for a departure order, on the record and an officer's assessment."""
        return departure_order_eligible(self._departure_facts(assessment), self.at)

    def _departure_facts(self, assessment: DepartureAssessment) -> DepartureOrderFacts:
        """The record as DT-02 asks for it: what the person's other cases know goes before what an officer says."""
        earlier = self.position.all(DepartureOrderKept)
        missed = {kept.ground for kept in earlier if kept.ground is not None}
        ways = {kept.left.leaving for kept in self.position.all(DenialKept) if kept.left is not None and not kept.void}
        left_before = Leaving.DEPARTURE_ORDER in ways or any(kept.left for kept in earlier)
        deported_before = bool(ways - {Leaving.DEPARTURE_ORDER}) or assessment.deported_before
        return DepartureOrderFacts(
            grounds=frozenset(each.ground for each in self.state.grounds) | missed,
            appeared_at=self.state.appeared_at,
            appeared_in_office_hours=self.state.appeared_in_office_hours,
            declared_at=self.state.declared_at,
            investigation_began_at=self.case.opened_at,
            finding_received_at=self.state.finding_received_at,
            sentences=self.position.circumstances.sentences,
            deported_before=deported_before,
            left_under_departure_order_before=left_before or assessment.left_under_departure_order_before,
            certain_to_leave=assessment.certain_to_leave,
        )

    def require_deportable(self, assessment: DepartureAssessment) -> None:
        """Refuse to go on against somebody who is, or may be, eligible for a departure order (31 of LAW §14)."""
        found = self.eligible_for_departure_order(assessment)
        self.require(found.value is not Answer.YES, departure_reason.ELIGIBLE)
        if found.value is not Answer.NO:
            self.require(found)

    def require_eligible(self, assessment: DepartureAssessment) -> None:
        """Refuse the way of the departure order unless the suspect is eligible; beside a criminal case nobody is."""
        self.require(not runs_beside(self), departure_reason.NOT_BESIDE_CRIMINAL_CASE)
        other = any(kept.is_open for kept in self.position.all(DepartureOrderKept))
        self.require(not other, departure_reason.ORDERED_ALREADY)
        self.require(self.eligible_for_departure_order(assessment))

    def end_without_ground(self, instance: Instance) -> None:
        """No item of Article 24 applies: release at once, and the case is closed."""
        if self.position.custody in DETAINED:
            self.serve(CERTIFICATE_OF_RELEASE)
        self.record(FoundNotDeportable(instance=instance.value))
        self.enter(Stage.NOT_DEPORTABLE)

    def end_with_departure_order(self, assessment: DepartureAssessment) -> None:
        """Eligible for a departure order: the supervising inspector must order departure promptly."""
        self.require_eligible(assessment)
        self.record(DepartureOrderDue())
        self.enter(Stage.DEPARTURE_ORDER_DUE)
        by = track(self._departure_facts(assessment), self.at) or Track.DECLARED
        self.open("DepartureOrder", "take_up", DepartureOrderFollows(deportation=self.case_id, track=by))

    def conclude(
        self,
        instance: Instance,
        body: InspectorFinding | HearingDecision | ObjectionDecision,
        against: Callable[[], None],
    ) -> None:
        """What every instance does with its answer; only somebody not eligible for a departure order is deportable."""
        ground = body.ground if isinstance(body, InspectorFinding) else self.state.ground
        self.record(FindingMade(instance=instance.value, outcome=body.outcome, ground=ground))
        match body.outcome:
            case Outcome.NO_GROUND:
                self.end_without_ground(instance)
            case Outcome.DEPARTURE_ORDER:
                self.end_with_departure_order(body.assessment)
            case Outcome.DEPORTABLE:
                self.require_deportable(body.assessment)
                against()

    def receive(self, instance: Instance, received_on: date) -> None:
        """A notice reached the suspect: not before it was made, and not later than now."""
        self.require_not_before(self.state.made_at, received_on)
        self.record(NoticeReceived(instance=instance.value, received_on=received_on))

    def fall_silent(self, instance: Instance) -> None:
        """A period passed in silence: the right is lost, and a person must record any acceptance (A-05)."""
        self.update(silent_since=self.at)
        self.owe(RECORD_ACCEPTANCE)
        self.record(RightLost(instance=instance.value))

    def require_not_before(self, made_at: datetime | None, received_on: date) -> None:
        """Refuse a day of receipt that lies before the paper was made, or has not come."""
        self.require_past(received_on, not_before=legal_day(made_at) if made_at else None)

    def instant_of(self, day: date) -> datetime:
        """The latest instant at which something of a day can have happened: now, or the end of an earlier day."""
        return self.at if day == self.today else end_of(day) - timedelta.resolution


def proceedings_run(case: DeportationCase) -> Finding[Answer]:
    """Whether criminal, sentence or juvenile-training proceedings run beside the case (63(1))."""
    proceedings = case.position.circumstances.proceedings
    today = case.today
    running = exists(proceedings, lambda each: each.since <= today and (each.until is None or today <= each.until))
    if running is None:
        return Finding(Answer.UNKNOWN, (_PROCEEDINGS_NOT_ON_RECORD,))
    return unless(running, _NO_PROCEEDINGS)


def runs_beside(case: DeportationCase) -> bool:
    """Whether this is the procedure beside a criminal case, as long as that has not ended (63(1))."""
    return case.state.beside_criminal_case and proceedings_run(case).value is not Answer.NO


def may_go_on(case: DeportationCase) -> Finding[Answer]:
    """Whether a step may be taken: not while provisional stay runs, and not on a ground that a grant covers.

    Steps that were taken while it stood still, as it proved later, are weighed first; so is a ground that fell.
    A stay past its last day whose end a contested entry holds up runs on: nothing is taken from the person meanwhile.

    Source: 61-2-9(1), (2); invariants 34 and 66 of LAW §14.
    """
    return may_be_gone_on_with(case.case, case.position, case.at)


def may_be_gone_on_with(case: Case[State], position: Position, at: datetime) -> Finding[Answer]:
    """The same, asked of a deportation case from beside it."""
    if position.provisional_stay_running(at) is not None:
        return Finding(Answer.NO, (reason.PROVISIONAL_STAY_RUNNING,))
    if case.owes(WEIGH_STEPS):
        return Finding(Answer.NO, (STEPS_TO_BE_WEIGHED,))
    if ground_is_doubted(case):
        return Finding(Answer.NO, (GROUND_TO_BE_WEIGHED,))
    since = case.state.carried_by.since
    if any(covers(grant, since, at) for grant in position.all(Grant)):
        return Finding(Answer.NO, (reason.GRANT_BARS,))
    return Finding(Answer.YES, ())


def ground_is_doubted(case: Case[State]) -> bool:
    """Whether what the ground arose from was annulled, and nobody has weighed what is left of the case."""
    return case.owes(WEIGH_GROUND)


_PROCEEDINGS_NOT_ON_RECORD = because(
    "proceedings_not_on_record",
    ICRRA("63(1)"),
    en="It is not on record whether criminal proceedings run.",
    ja="刑事手続の有無が記録されていない。",
    remedy="Put it on record.",
)
_NO_PROCEEDINGS = because(
    "no_criminal_proceedings",
    ICRRA("63(1)"),
    en="No criminal, sentence or juvenile-training proceedings run.",
    ja="刑事手続等が行われていない。",
    remedy="Take the ordinary way: notice, screening, hand-over.",
)
REMEDIES_NOT_TOLD = because(
    "remedies_not_told",
    ICRRA("47(4)"),
    ICRRA("48(8)"),
    ICRRA("49(6)"),
    en="The notice does not tell the next remedy and the right to apply for special permission.",
    ja="次の不服申立て及び在留特別許可の申請ができる旨が知らされていない。",
    remedy="Tell both in the notice.",
)
