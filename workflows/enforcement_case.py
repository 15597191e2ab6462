"""What every step of enforcement shares: stages, state, the gate of removal, and how a removal under way is stopped."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from engine.case import CaseStage, stage
from engine.payload import CaseState
from engine.procedure import Procedure
from engine.refusal import Refusal, unless
from law import enforcement_reasons as reason
from law.enforcement import RemovalAttempt, RemovalKind, is_entered_as_it_happens, is_on_file_in_time, is_second_officer
from law.enforcement_clocks import REMOVAL_AUTHORISATION
from law.facts import DeportationOrder, Grant
from law.finding import Answer, Finding, Reason
from law.removal import is_barred, may_be_removed_under
from workflows.enforcement_record import PlanFell, RemovalMayGoOn, RemovalToBeStopped
from workflows.papers.removal import Authority, NamedPlan
from workflows.papers.removal_duties import (
    AUTHORISE_REMOVAL,
    CARRY_OUT_ORDER,
    FOLLOW_CARRIER,
    RECORD_DEPARTURE,
    STOP_REMOVAL,
)


class Stage(CaseStage):
    """Where the execution of a deportation order stands."""

    PENDING = stage("pending", "To be carried out", "執行待ち")
    PLANNED = stage("planned", "Removal planned", "送還計画済み")
    WITH_CARRIER = stage("with_carrier", "With the carrier", "運送業者に引渡し済み")
    REQUESTED = stage("requested", "Authorisation requested", "送還の承認待ち")
    AUTHORISED = stage("authorised", "Removal authorised, to board at once", "送還承認済み（搭乗待ち）")
    ON_BOARD = stage("on_board", "On board", "搭乗済み")
    REMOVED = stage("removed", "Removed", "送還済み", closed=True)
    LEFT = stage("left", "Left without being removed", "自ら出国", closed=True)
    WITHOUT_EFFECT = stage("without_effect", "The order has no effect any more", "令書の失効", closed=True)
    OBJECT_LOST = stage("object_lost", "The person died", "死亡", closed=True)


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of removal that stands, bound to the destination that was found when it was made."""

    number: int
    kind: RemovalKind
    destination: str
    departs_on: date
    transport: str
    batch: str = ""


class State(CaseState):
    """What is kept of the execution of an order."""

    deportation: str
    plan: Plan | None = None
    plans: int = 0
    """How many plans were made."""
    requested_by: str = ""
    authorised_by: str = ""
    authorised_at: datetime | None = None
    """When the authorisation was given that stands, or that the boarding consumed."""
    handed_over_at: datetime | None = None
    """Since when the carrier has the person."""
    boarded_at: datetime | None = None
    stopped_since: datetime | None = None
    """Since when a removal under way is to be stopped, and by which rows of DT-01, by code, in `stopped_by`."""
    stopped_by: tuple[str, ...] = ()
    asked: Authority | None = None
    """Who was asked to execute the order and has not reported yet."""
    attempts: tuple[RemovalAttempt, ...] = ()
    left_on: date | None = None


NOT_AUTHORISED: Final = "not_authorised"
"""What a removal that passed no gate lacks, whatever the rows say."""
NOT_BOARDED: Final = (Stage.PENDING, Stage.PLANNED, Stage.WITH_CARRIER, Stage.REQUESTED, Stage.AUTHORISED)


class EnforcementCase(Procedure[State]):
    """The execution of an order, as far as all its steps share it."""

    stages = Stage
    state_type = State

    @property
    def plan(self) -> Plan:
        """The plan that stands; there is one at every stage from the planning on."""
        plan = self.state.plan
        if plan is None:
            raise Refusal(reason.OTHER_PLAN)
        return plan

    @property
    def under_way(self) -> bool:
        """Whether the person is on board, or with the carrier."""
        return self.case.stage is Stage.ON_BOARD or self.state.handed_over_at is not None

    def is_gone(self) -> bool:
        """Whether it is on record that the person left Japan, or died."""
        known = self.position.circumstances
        return known.left_on is not None or known.died_on is not None

    def require_plan(self, body: NamedPlan) -> Plan:
        """Refuse to speak of another plan than the one that stands."""
        self.require(body.plan == self.plan.number, reason.OTHER_PLAN)
        return self.plan

    def own_order(self) -> DeportationOrder | None:
        """The order that is carried out, as it stands; None where it is gone, also if another one issued since."""
        orders = (one for one in self.position.all(DeportationOrder) if one.case == self.state.deportation)
        return next((one for one in orders if one.issued_at == self.case.opened_at), None)

    def order(self) -> DeportationOrder | None:
        """The order that is carried out, as far as it is in force and no grant bars its ground."""
        order = self.own_order()
        if order is None or order.withdrawn_at is not None or is_barred(order, self.position.all(Grant), self.at):
            return None
        return order

    def may_be_carried_out(self, at: datetime) -> Finding[Answer]:
        """DT-01 on everything on file, as far as this order can be carried out."""
        return may_be_removed_under(self.own_order(), self.position.removal_facts(), at)

    def go_back(self) -> None:
        """Where the case stands without a request: with the carrier, or planned."""
        self.stop(REMOVAL_AUTHORISATION)
        self.discharge(AUTHORISE_REMOVAL)
        self.update(requested_by="", authorised_by="", authorised_at=None)
        self.enter(Stage.WITH_CARRIER if self.state.handed_over_at is not None else Stage.PLANNED)

    def begin_anew(self) -> None:
        """Nothing is planned: the order is to be carried out, if it still has effect."""
        self.stop(REMOVAL_AUTHORISATION)
        self.discharge(AUTHORISE_REMOVAL, RECORD_DEPARTURE, STOP_REMOVAL, FOLLOW_CARRIER)
        self.update(
            plan=None,
            requested_by="",
            authorised_by="",
            authorised_at=None,
            handed_over_at=None,
            boarded_at=None,
            stopped_since=None,
            stopped_by=(),
        )
        self.enter(Stage.PENDING)
        self.owe(CARRY_OUT_ORDER)

    def keep_to_destination(self) -> None:
        """A plan to another country than the one that is found now falls; a removal under way is stopped instead."""
        plan = self.state.plan
        if plan is None or self.under_way or leads_to_destination(self):
            return
        self.record(PlanFell(plan=plan.number))
        self.begin_anew()

    def stop_or_go_on(self) -> None:
        """Somebody on board or with the carrier is taken back when the gate closes; unauthorised, in any case."""
        if not self.under_way or NOT_AUTHORISED in self.state.stopped_by:
            return
        found = gate_is_open(self)
        if found.value is not Answer.YES and self.state.stopped_since is None:
            self.stop_removal(tuple(each.code for each in found.reasons))
        elif found.value is Answer.YES and self.state.stopped_since is not None:
            self.update(stopped_since=None, stopped_by=())
            self.discharge(STOP_REMOVAL)
            self.record(RemovalMayGoOn())

    def stop_removal(self, closed: tuple[str, ...]) -> None:
        """Somebody on board or with the carrier is to be taken back, since these rows are closed."""
        self.update(stopped_since=self.state.stopped_since or self.at, stopped_by=closed)
        self.owe(STOP_REMOVAL, due=self.today)
        self.record(RemovalToBeStopped(closed=closed))


def leads_to_destination(case: EnforcementCase) -> bool:
    """Whether the plan leads to the destination that is found now."""
    plan, destination = case.state.plan, case.position.circumstances.destination
    return plan is not None and destination is not None and destination.country == plan.destination


def closed_rows(case: EnforcementCase, at: datetime) -> tuple[Reason, ...]:
    """The rows of DT-01 that do not pass at an instant, as far as this order can be carried out."""
    found = case.may_be_carried_out(at)
    return () if found.value is Answer.YES else found.reasons


def gate_is_open(case: EnforcementCase) -> Finding[Answer]:
    """The gate of removal: every row of DT-01 passes in this instant, and the plan leads to the destination found."""
    found = case.may_be_carried_out(case.at)
    if leads_to_destination(case):
        return found
    return Finding(Answer.NO, (*closed_rows(case, case.at), reason.NOT_BOUND))


def entered_as_it_happens(case: EnforcementCase) -> Finding[Answer]:
    """Whether the act is entered in the instant in which it is done, and on file before an authorisation runs out."""
    found = is_entered_as_it_happens(case.at, case.moment.received_at or case.at)
    if found.value is not Answer.YES:
        return found
    return is_on_file_in_time(case.state.authorised_at or case.at, case.moment.recorded_at or case.at)


def by_second_officer(case: EnforcementCase) -> Finding[Answer]:
    """Whether another officer authorises than the one who requested."""
    return is_second_officer(case.state.requested_by, case.decider.id)


def nobody_is_asked(case: EnforcementCase) -> Finding[Answer]:
    """Whether no request to the police or the coast guard is open."""
    return unless(case.state.asked is None, reason.ASKED_ALREADY)


def somebody_is_asked(case: EnforcementCase) -> Finding[Answer]:
    """Whether a request to the police or the coast guard is open."""
    return unless(case.state.asked is not None, reason.NOBODY_ASKED)
