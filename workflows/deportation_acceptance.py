"""The end of the instances and the wait for special permission to stay (47(5), 48(9), 48(10), 49(6), 49(7), 50)."""

from datetime import datetime

from engine.case import DutyKind
from engine.declaration import act, lapse, upon
from engine.refusal import because, unless
from law import deportation_reasons as reason
from law.citation import ACLA, ICRRA, ORD
from law.clocks import HEARING_REQUEST, OBJECTION, SPECIAL_PERMISSION_WINDOW
from law.competence import Power
from law.court import OrderStayed
from law.deportation import (
    Acceptance,
    AcceptedBy,
    OrderFacts,
    SpecialPermission,
    SpecialPermissionState,
    order_must_issue,
    silence_may_count_as_accepted,
    window_from,
)
from law.effect_stays import GroundStayed
from law.facts import CourtStay, Grant, ProvisionalStayPeriod
from law.finding import Answer, Finding
from law.periods import start_of
from law.policies import cite
from law.provisional_stay import procedure_is_stopped
from law.special_permission import PermissionOnFile, RefusalStayed
from workflows.deportation_case import DeportationCase, Stage, may_go_on
from workflows.deportation_record import Accepted, LateApplicationDecided, SpecialPermissionWaived
from workflows.enforcement_effects import CourtStaysChanged
from workflows.papers.deportation import Instance, LateApplicationDecision, Receipt, SilenceAccepted, Waiver
from workflows.papers.deportation_duties import (
    DECIDE_LATE_APPLICATION,
    ISSUE_ORDER,
    RECORD_ACCEPTANCE,
    RESULT_NOTICE,
    SERVE_RESULT,
)

OVER = (Stage.WINDOW, Stage.ORDER_HELD, Stage.ORDER_DUE)
"""The instances are over and the order is not issued."""
_SILENT = (Stage.SILENT_ON_FINDING, Stage.SILENT_ON_DECISION)
_WINDOW = (ICRRA("47(5)(ii)"), ICRRA("48(10)"), ICRRA("49(7)"), cite("A-27"))


def must_issue(case: DeportationCase) -> Finding[Answer]:
    """DT-03 on everything on record: whether the order must be issued promptly now."""
    return had_to_issue(case, case.at)


def had_to_issue(case: DeportationCase, at: datetime) -> Finding[Answer]:
    """DT-03 on everything on record, asked for an instant."""
    state = case.state
    set_aside = state.late_application_admitted is False
    facts = OrderFacts(
        acceptance=state.acceptance,
        silent_since=state.silent_since,
        waiver_signed_at=state.waiver_signed_at,
        special_permission=SpecialPermission() if set_aside else state.special_permission,
        provisional_stays=case.position.all(ProvisionalStayPeriod),
        grants=case.position.all(Grant),
        ground=state.carried_by.ground,
        ground_since=state.carried_by.since,
        decision_stays=_decision_stays(case),
    )
    return order_must_issue(facts, at)


def _decision_stays(case: DeportationCase) -> tuple[CourtStay, ...]:
    """What courts stayed, or set aside, of the decisions that the order would rest on, special permission included."""
    asked = [one.case for one in case.position.all(PermissionOnFile) if one.deportation == case.case_id]
    named = (*asked, case.case_id, "")
    return (
        *(one.stay for one in case.position.all(OrderStayed) if one.deportation == case.case_id and one.stops_issue),
        *(one.stay for one in case.position.all(RefusalStayed) if one.named in named and one.stops_issue),
        *(one.stay for one in case.position.all(GroundStayed) if one.ground is case.state.carried_by.ground),
    )


def result_was_told(case: DeportationCase) -> Finding[Answer]:
    """Whether the supervising inspector told the result of the objection (49(6))."""
    return unless(case.state.result_told_at is not None, _RESULT_NOT_TOLD)


def no_application_is_pending(case: DeportationCase) -> Finding[Answer]:
    """Whether no application for special permission is undecided, so that it can be waived."""
    state = case.state.special_permission.state
    undecided = (SpecialPermissionState.PENDING, SpecialPermissionState.REFUSAL_DECIDED)
    return unless(state not in undecided, _APPLICATION_PENDING)


class AcceptanceSteps(DeportationCase):
    """The steps A8a, A11a, A13 and A14."""

    @act(
        by=Power.TAKE_WAIVER,
        at=(Stage.OPEN_TO_HEARING, Stage.SILENT_ON_FINDING),
        basis=(ICRRA("47(5)"), ORD("37")),
        when=(may_go_on,),
        ja="口頭審理の請求をしない旨の文書への署名",
    )
    def accept_finding(self, body: Waiver) -> None:
        """Take the signed waiver of a hearing from a suspect who accepts the finding."""
        self.require(body.signed, _NOT_SIGNED)
        self.stop(HEARING_REQUEST)
        self.end_instances(Acceptance(AcceptedBy.WAIVER, self.at))

    @act(
        by=Power.TAKE_WAIVER,
        at=(Stage.OPEN_TO_OBJECTION, Stage.SILENT_ON_DECISION),
        basis=(ICRRA("48(9)"), ORD("41(3)")),
        when=(may_go_on,),
        ja="異議を申し出ない旨の文書への署名",
    )
    def accept_decision(self, body: Waiver) -> None:
        """Take the signed waiver of an objection from a suspect who accepts the decision."""
        self.require(body.signed, _NOT_SIGNED)
        self.stop(OBJECTION)
        self.end_instances(Acceptance(AcceptedBy.WAIVER, self.at))

    @act(
        by=Power.RECORD_ACCEPTANCE,
        at=_SILENT,
        basis=(ICRRA("47(5)"), ICRRA("48(9)"), cite("A-05")),
        when=(may_go_on,),
        ja="服したものと扱う旨の記録",
    )
    def record_acceptance(self, body: SilenceAccepted) -> None:
        """Record why silence counts as acceptance, and from which day; nothing follows by itself."""
        silent_since = self.state.silent_since or self.at
        self.require(silence_may_count_as_accepted(silent_since, body.counts_from))
        self.require_past(body.counts_from)
        counts_from = start_of(body.counts_from)
        stood_still = procedure_is_stopped(self.position.all(ProvisionalStayPeriod), counts_from)
        self.require(stood_still.value is not Answer.YES, reason.PROVISIONAL_STAY_RUNNING)
        self.end_instances(Acceptance(AcceptedBy.LAPSE, counts_from, silent_since))

    @act(
        by=Power.CERTIFY_SERVICE,
        at=Stage.DISMISSED,
        basis=(ICRRA("49(6)"), ICRRA("49(7)")),
        when=(may_go_on, result_was_told),
        ja="裁決通知書の送達の記録",
    )
    def certify_result_received(self, body: Receipt) -> None:
        """Record that the result of the objection reached the suspect: the instances are over."""
        self.update(made_at=self.state.result_told_at)
        self.receive(Instance.OBJECTION, body.received_on)
        self.served(RESULT_NOTICE, body.received_on)
        self.discharge(SERVE_RESULT)
        self.end_instances(Acceptance(AcceptedBy.OBJECTION_DISMISSED, self.instant_of(body.received_on)))

    @act(
        by=Power.TAKE_WAIVER,
        at=OVER,
        basis=(ICRRA("47(5)(i)"), ORD("37")),
        when=(may_go_on, no_application_is_pending),
        ja="在留特別許可の申請をしない旨の文書への署名",
    )
    def waive_special_permission(self, body: Waiver) -> None:
        """Take the signed waiver of an application for special permission."""
        self.require(body.signed, _NOT_SIGNED)
        self.stop(SPECIAL_PERMISSION_WINDOW)
        self.update(waiver_signed_at=self.at)
        self.record(SpecialPermissionWaived())
        self.weigh_order()

    @lapse(SPECIAL_PERMISSION_WINDOW, basis=_WINDOW)
    def window_closes(self) -> None:
        """Three days passed: without an application the order must be issued promptly."""
        self.weigh_order()

    @act(
        by=Power.ISSUE_DEPORTATION_ORDER,
        at=Stage.ORDER_HELD,
        basis=(ICRRA("47(5)"), ICRRA("50(3)"), cite("A-36")),
        when=(may_go_on,),
        ja="申請期間経過後の申請の取扱いの決定",
    )
    def decide_late_application(self, body: LateApplicationDecision) -> None:
        """Admit an application made after the waiver or the three days, or set it aside; the text is silent."""
        self.update(late_application_admitted=body.admitted)
        self.record(LateApplicationDecided(admitted=body.admitted))
        self.weigh_order()

    @upon(CourtStaysChanged, basis=(ACLA("25(2)"), ACLA("26"), ACLA("33(1)")))
    def court_reached_the_decision(self, fact: CourtStaysChanged) -> None:
        """A court stayed a decision that the order would rest on, or that stay ended: the order is weighed anew.

        A revocation from which the ground arose was opened before this case, and has followed the court by now.
        """
        if self.case.stage in OVER and self._stands_at(self._answer()) is not self.case.stage:
            self.weigh_order()

    def end_instances(self, acceptance: Acceptance) -> None:
        """The instances are over: three days for special permission begin."""
        self.update(acceptance=acceptance)
        self.discharge(RECORD_ACCEPTANCE)
        self.record(Accepted(by=acceptance.by, counts_from=window_from(acceptance)))
        self.begin_period(SPECIAL_PERMISSION_WINDOW, window_from(acceptance))
        self.weigh_order()

    def weigh_order(self) -> None:
        """See what DT-03 makes of the record, and owe what follows; before the end of the instances nothing does."""
        if self.state.acceptance is None:
            return
        answer = self._answer()
        self.discharge(ISSUE_ORDER, DECIDE_LATE_APPLICATION)
        self.enter(self._stands_at(answer))
        duty = self._what_follows(answer)
        if duty is not None:
            self.owe(duty)

    def _answer(self) -> Answer:
        return had_to_issue(self, self._as_known()).value

    def _stands_at(self, answer: Answer) -> Stage:
        held = answer is Answer.ASK and self.state.late_application_admitted is None
        return {Answer.YES: Stage.ORDER_DUE}.get(answer, Stage.ORDER_HELD if held else Stage.WINDOW)

    def _as_known(self) -> datetime:
        """Now, or a waiver or an end of an application later than a window that was found to have closed before it."""
        known = (self.at, self.state.waiver_signed_at, self.state.special_permission.ended_at)
        return max(instant for instant in known if instant is not None)

    def _what_follows(self, answer: Answer) -> DutyKind | None:
        if answer is Answer.YES:
            return ISSUE_ORDER
        if answer is Answer.ASK and self.state.late_application_admitted is None:
            return DECIDE_LATE_APPLICATION
        return None


_NOT_SIGNED = because(
    "waiver_not_signed",
    ICRRA("47(5)"),
    ICRRA("48(9)"),
    en="The waiver is not signed.",
    ja="文書に署名がされていない。",
    remedy="Let the suspect sign before the supervising inspector, or wait for the end of the period.",
)
_RESULT_NOT_TOLD = because(
    "result_not_told",
    ICRRA("49(6)"),
    en="The result of the objection was not told yet.",
    ja="裁決の結果が知らされていない。",
    remedy="Tell it first.",
)
_APPLICATION_PENDING = because(
    "special_permission_pending",
    ICRRA("47(5)"),
    en="An application for special permission is undecided.",
    ja="在留特別許可の申請が係属中である。",
    remedy="Withdraw it in writing first.",
)
