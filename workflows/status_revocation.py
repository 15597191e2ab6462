"""The revocation of a status of residence (在留資格の取消し), from the facts that became known to what follows (22-4).

The hearing, what may be asked for around it, and the service of the papers stand in files beside this one: they are one
procedure, since one notice, one decision and one period hold it together.
"""

from collections.abc import Iterable

from engine.case import Case
from engine.declaration import act, lapse, opening, upon
from engine.refusal import unless
from law.citation import ACLA, ICRRA, ORD
from law.competence import Power
from law.death import is_alive
from law.effect_stays import GroundStayed
from law.enforcement_clocks import DEPARTURE_AFTER_REVOCATION, PUBLIC_NOTICE_OF_REVOCATION
from law.facts import CourtStay, CourtStayScope, Ground
from law.finding import Answer, Finding
from law.periods import end_of, legal_day
from law.status_revocation import (
    StatusGround,
    departure_period_is_set,
    may_be_revoked,
    offence_of,
)
from law.stays import WITH_STATUS, AwaitedGround, TakenStatus, stays_as
from workflows.effects import (
    Departed,
    Died,
    DispositionAnnulled,
    GrantTookEffect,
    Recognised,
    RecognitionRevoked,
    SpecialPermissionGranted,
    StayRecorded,
)
from workflows.enforcement_effects import CourtStaysChanged, StatusRestored
from workflows.papers import status_revocation as paper
from workflows.papers import status_revocation_duties as owed
from workflows.papers import status_revocation_reasons as reason
from workflows.papers.deportation import Reasoned
from workflows.papers.judgment import FinalJudgment, require_final
from workflows.status_revocation_case import REVOKED, UNSERVED, Found, RevocationCase, Stage, State
from workflows.status_revocation_record import (
    LeftInTime,
    NotRevokedTold,
    RevocationDropped,
    StatusFactsFound,
    StatusGroundsReported,
    StatusInquiryMade,
    StatusRevocationDecided,
)
from workflows.status_revocation_requests import RequestsOfHolder
from workflows.status_revocation_service import ServiceOfPapers
from workflows.staying_on import CONSIDER_INVESTIGATION

_BOTH = (ICRRA("22-4(1)"), ICRRA("61-2-11(1)"))
_OPEN_TO_FACTS = (
    Stage.FACT_FINDING,
    Stage.HEARING_TO_NOTIFY,
    Stage.HEARING_APPOINTED,
    Stage.HEARD,
    Stage.DECISION,
)
_BEFORE_NOTICE = (Stage.FACT_FINDING, Stage.HEARING_TO_NOTIFY, Stage.HEARING_POSTED)
_AFTER_NOTICE = (
    Stage.HEARING_APPOINTED,
    Stage.HEARD,
    Stage.DECISION,
    Stage.TO_SERVE,
    Stage.REVOCATION_POSTED,
)
_REVOKED = (*REVOKED, Stage.EFFECT_STAYED)


def revocation_was_served(case: RevocationCase) -> Finding[Answer]:
    """Whether a revocation took effect that a court could annul."""
    return unless(case.state.served_at is not None, reason.NOT_SERVED)


class StatusRevocation(ServiceOfPapers, RequestsOfHolder):
    """The revocation of a status of residence (22-4), and of that of somebody recognised (61-2-11).

    It removes nobody: from the service on the person is without a status, and an item of Article 24 arises at once,
    or beyond the period for leaving. Not decided here: whether a cause is just, a means unjust, flight to be suspected.
    """

    en = "Revocation of a status of residence"
    ja = "在留資格の取消し"
    duties = (*owed.DUTIES, CONSIDER_INVESTIGATION)
    notices = owed.NOTICES

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """That the status ended, and the ground that waits for the end of the period, or of a court's stay."""
        state, stayed_at = case.state, case.state.effect_stayed_at
        if state.served_at is not None and case.stage is not Stage.ANNULLED:
            if stayed_at is None:
                yield TakenStatus(case.id, state.served_at)
            else:
                yield GroundStayed(case.id, state.leads_to, CourtStay(CourtStayScope.EFFECT, stayed_at))
        if case.stage is Stage.DEPARTURE_PERIOD and state.until is not None:
            yield AwaitedGround(case.id, Ground.II_4, end_of(state.until))

    @opening(
        by=Power.FIND_STATUS_FACTS,
        basis=(*_BOTH, ICRRA("59-2(1)"), ICRRA("61-2-17(1)")),
        ja="取消しの原因となる事実の判明",
    )
    def report_facts(self, body: paper.StatusGroundReported) -> None:
        """Report facts for which the status may be revoked."""
        self.begin(State(grounds=tuple(sorted(body.grounds))), Stage.FACT_FINDING)
        self.require(is_alive(self.position.circumstances))
        others = (one for one in self.position.of(type(self).__name__) if one.id != self.case_id)
        self.require(not any(one.stage in (*UNSERVED, *_REVOKED) for one in others), reason.UNDER_WAY)
        self.require(len(body.grounds) == 1 or not self.of_recognised, reason.GROUNDS_MIXED)
        holder = self.holder(from_old_permission=body.from_old_special_permission)
        for ground in self.state.grounds:
            self.require(may_be_revoked(holder, ground))
        self.require_inquirer()
        self.owe(owed.CONSIDER_REVOCATION)
        self.record(StatusGroundsReported(grounds=self.state.grounds))

    @act(
        by=Power.FIND_STATUS_FACTS,
        at=_OPEN_TO_FACTS,
        basis=(ICRRA("59-2(2)"), ICRRA("59-2(3)"), ICRRA("61-2-17(3)")),
        ja="事実の調査",
    )
    def inquire(self, body: paper.InquiryMade) -> None:
        """Summon, question, ask for papers, or inquire at public and private bodies."""
        self.require_inquirer()
        self.record(StatusInquiryMade())

    @act(
        by=Power.FIND_STATUS_FACTS,
        at=_OPEN_TO_FACTS,
        basis=(*_BOTH, ICRRA("59-2(1)"), ICRRA("61-2-17(1)")),
        ja="調査結果の記録",
    )
    def find_facts(self, body: paper.GroundFound) -> None:
        """Record what was found for a ground, with the judgments that the law leaves to a person."""
        self.require_inquirer()
        self.require(body.ground in self.state.grounds, reason.NOT_REPORTED)
        self.require_past(body.counts_from, body.notified_on)
        others = tuple(each for each in self.state.found if each.ground is not body.ground)
        self.update(found=(*others, Found.of(body)))
        self.record(StatusFactsFound(ground=body.ground, answer=self.ground_is_there(body.ground).value))

    @act(by=Power.REVOKE_STATUS, at=_BEFORE_NOTICE, basis=_BOTH, ja="取消手続をしないことの記録")
    def drop(self, body: Reasoned) -> None:
        """Drop the matter before a hearing was notified: nobody needs to be told."""
        self.withdraw_notice(owed.HEARING_NOTICE)
        self.record(RevocationDropped())
        self.enter(Stage.DROPPED)

    @act(
        by=Power.REVOKE_STATUS,
        at=Stage.DECISION,
        basis=(*_BOTH, ICRRA("22-4(5)"), ICRRA("22-4(7)"), ICRRA("22-4(8)"), ICRRA("22-5"), ORD("25-13")),
        irreversible=True,
        ja="在留資格の取消し",
    )
    def revoke(self, body: paper.RevocationOfStatus) -> None:
        """Revoke the status, with a period for leaving where the law sets one; it takes effect on service."""
        self.require(body.ground in self.state.notified, reason.NOT_IN_NOTICE)
        self.require(may_be_revoked(self.holder(), body.ground))
        self.require(self.ground_is_there(body.ground))
        chance = body.ground is not StatusGround.NOT_LIVING_AS_SPOUSE or body.other_status_considered
        self.require(chance, reason.OTHER_STATUS_NOT_CONSIDERED)
        self._require_period(body)
        self.update(revoked_for=body.ground, until=body.until)
        self.serve(self.revocation_paper)
        self.discharge(owed.DECIDE_REVOCATION)
        self.owe(owed.SERVE_REVOCATION)
        self.record(StatusRevocationDecided(revoked=True, ground=body.ground, until=body.until))
        self.enter(Stage.TO_SERVE)

    def _require_period(self, body: paper.RevocationOfStatus) -> None:
        is_set = departure_period_is_set(body.ground, flight_suspected=body.flight_suspected)
        if is_set.value is Answer.UNKNOWN:
            self.require(is_set)
        if is_set.value is Answer.YES:
            self.require(body.until is not None, reason.PERIOD_MISSING)
        else:
            self.require(body.until is None, is_set.reasons[0])
        if body.until is not None:
            self.require_last_day(self.today, body.until)
        complete = not body.conditions or (body.until is not None and body.content is not None)
        self.require(complete, reason.CONDITIONS_WITHOUT_PERIOD)

    @act(by=Power.REVOKE_STATUS, at=_AFTER_NOTICE, basis=(*_BOTH, ORD("25-14")), ja="在留資格を取り消さないことの決定")
    def decide_not_to_revoke(self, body: Reasoned) -> None:
        """Decide not to revoke the status; who was told of the hearing is told of it."""
        self._is_not_revoked()

    @act(by=Power.CERTIFY_SERVICE, at=Stage.NOT_REVOKED_TO_TELL, basis=ORD("25-14"), ja="取消しをしない旨の通知の記録")
    def tell_not_revoked(self) -> None:
        """Record that the person was told."""
        self.served(owed.NOT_REVOKED_NOTICE, self.today)
        self.discharge(owed.TELL_NOT_REVOKED)
        self.record(NotRevokedTold())
        self.enter(Stage.NOT_REVOKED)

    def _is_not_revoked(self) -> None:
        self.stop(PUBLIC_NOTICE_OF_REVOCATION)
        self.discharge(*owed.DUTIES)
        for notice in owed.NOTICES:
            self.withdraw_notice(notice)
        self.update(revoked_for=None, until=None)
        self.record(StatusRevocationDecided(revoked=False))
        self.serve(owed.NOT_REVOKED_NOTICE)
        self.owe(owed.TELL_NOT_REVOKED)
        self.enter(Stage.NOT_REVOKED_TO_TELL)

    @lapse(DEPARTURE_AFTER_REVOCATION, basis=(ICRRA("22-4(7)"), ICRRA("24(ii-4)"), ICRRA("70(1)(iii-3)")))
    def stays_beyond_the_period(self) -> None:
        """The period is over and the person is still here: 24(ii-4) applies, and a departure order stays possible."""
        ground = self.state.leads_to
        self.stays_on(ground, legal_day(self.at), offence_of(ground))
        self.enter(Stage.STAYING_ON)

    @act(
        by=Power.RECORD_COURT_DECISION,
        at=(*_REVOKED, Stage.CONCLUDED, Stage.LEFT_IN_TIME, Stage.STATUS_AGAIN, Stage.OBJECT_LOST),
        basis=ACLA("32(1)"),
        when=(revocation_was_served,),
        ja="取消判決の記録",
    )
    def record_annulment(self, body: FinalJudgment) -> None:
        """Record that a court annulled the revocation: the status never ended by it."""
        require_final(self, body, not_before=legal_day(self.state.served_at or self.at))
        self.update(effect_stayed_at=None)
        self.record(StatusRestored())
        self.record(DispositionAnnulled(case=self.case_id))
        self.enter(Stage.ANNULLED)
        known = self.position.circumstances
        if known.left_on is None and known.died_on is None:
            self.record(StayRecorded(status_less=not stays_as(WITH_STATUS, known.stays or (), self.at)))

    @upon(CourtStaysChanged, basis=(ACLA("25(2)"), ICRRA("22-4(7)"), ICRRA("24(ii-4)")))
    def court_reached_the_effect(self, fact: CourtStaysChanged) -> None:
        """A court stayed the effect of the revocation, or that stay ended: status and period follow."""
        self.follow_the_court()

    @upon(Recognised, basis=(ICRRA("22-4(1)"), ICRRA("61-2-11(1)")))
    def person_is_recognised(self, fact: Recognised) -> None:
        """Recognised before the revocation was served: 22-4 does not reach the status any more."""
        if not self.of_recognised:
            self._falls_away()

    @upon(RecognitionRevoked, basis=(ICRRA("22-4(1)"), ICRRA("61-2-11(1)")))
    def person_is_recognised_no_more(self, fact: RecognitionRevoked) -> None:
        """The recognition was revoked before the status was: 61-2-11 does not reach it any more."""
        if self.of_recognised:
            self._falls_away()

    def _falls_away(self) -> None:
        if self.case.stage in _BEFORE_NOTICE:
            self.enter(Stage.OBJECT_LOST)
        elif self.case.stage in _AFTER_NOTICE:
            self._is_not_revoked()

    @upon(GrantTookEffect, basis=(ICRRA("61-2-9(1)"), ICRRA("24(ii-4)")))
    def status_was_granted(self, fact: GrantTookEffect) -> None:
        """A status took effect after the revocation: the person does not stay on without one."""
        self._status_again()

    @upon(SpecialPermissionGranted, basis=ICRRA("50(1)"))
    def special_permission_was_granted(self, fact: SpecialPermissionGranted) -> None:
        """Special permission to stay was granted after the revocation."""
        self._status_again()

    def _status_again(self) -> None:
        if self.case.stage in _REVOKED:
            self.enter(Stage.STATUS_AGAIN)

    @upon(Departed, basis=(ICRRA("22-4(7)"), ICRRA("24(ii-4)")))
    def person_has_left(self, fact: Departed) -> None:
        """The person left Japan: within the period no ground has arisen, whenever the departure was recorded."""
        state, until = self.state, self.state.until
        stands_still = state.effect_stayed_at is not None and state.ground is None
        if self.case.stage in _REVOKED and until is not None and (stands_still or fact.on <= until):
            self.record(LeftInTime())
            self.enter(Stage.LEFT_IN_TIME)
        elif not self.case.stage.closed:
            self.enter(Stage.OBJECT_LOST)

    @upon(Died, basis=ICRRA("22-4(1)"))
    def person_has_died(self, fact: Died) -> None:
        """The person died: all ends."""
        if not self.case.stage.closed:
            self.enter(Stage.OBJECT_LOST)
