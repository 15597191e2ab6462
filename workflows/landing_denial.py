"""The denial of landing (上陸拒否): determined when somebody leaves, told to the person, and over when its time is."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from engine.case import Case, NoticeStatus
from engine.declaration import act, lapse, opening, upon
from engine.refusal import because, unless
from law.citation import ICRRA
from law.competence import Power
from law.death import is_alive
from law.enforcement_clocks import DENIAL_FIVE_YEARS, DENIAL_ONE_YEAR, DENIAL_TEN_YEARS
from law.finding import Answer, Finding
from law.judgment_abroad import JudgmentFacts, denies_landing
from law.landing import Leaving
from law.landing_denial import Cause, DenialKept, LeftJapan, was_deported_before
from law.on_record import others_are_unknown
from law.policies import cite
from workflows.effects import Died
from workflows.landing_denial_case import (
    OPEN,
    VOID,
    DenialCase,
    DenialDetermined,
    DenialEnd,
    DenialTold,
    MistakenDecisionDecided,
    Stage,
    State,
    denial_kept,
)
from workflows.landing_denial_record import earlier_departure, grounds_of_order, recorded
from workflows.landing_denial_relief import RELIEF, ReliefSteps
from workflows.papers import landing_denial as paper
from workflows.papers.enforcement import PersonLeft
from workflows.papers.landing_denial_duties import DENIAL_NOTICE, DETERMINE_ANEW, DUTIES, NOTICES, RELIEF_NOTICE

_LEFT = (ICRRA("5(1)(ix)"), ICRRA("5(1)(x)"))
_REFUSED = ICRRA("5(1)(ix)(i)")
_JUDGMENT = ICRRA("5(1)(ix-2)")
_OVER = (ICRRA("5(1)(ix)"), _JUDGMENT, cite("A-15"))


def runs_from_leaving(case: DenialCase) -> Finding[Answer]:
    """Whether the denial runs from a departure, so that facts of a departure move it."""
    return unless(case.state.left is not None, _NOT_FROM_LEAVING)


def a_notice_waits(case: DenialCase) -> Finding[Answer]:
    """Whether a notice waits to be handed over or sent."""
    return unless(any(one.status is NoticeStatus.TO_SERVE for one in case.case.notices), _NO_NOTICE)


class LandingDenial(ReliefSteps):
    """For how long landing is denied to somebody who left (5(1)(ix), (ix-2), (x); DT-04).

    A finding, not a decision: the law itself denies. A fact that comes late is put on record by an act with reasons,
    and the denial is determined anew from the day of leaving. An earlier departure is one with a denial on record.

    Not decided here: what else stands against landing; special landing permission (12); reciprocity (5(2)).
    """

    en = "Denial of landing"
    ja = "上陸拒否"
    duties = DUTIES
    notices = NOTICES

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The denial with what it hangs on; one that is over stays on record as an earlier departure."""
        yield denial_kept(case.id, case.state, case.stage)

    @opening(by=Power.RECORD_DEPARTURE, basis=_LEFT, ja="退去による上陸拒否期間の確定", inner=True)
    def determine(self, body: PersonLeft) -> None:
        """Determine the denial when the person leaves."""
        left = LeftJapan(
            on=body.on,
            leaving=body.leaving,
            grounds=grounds_of_order(self.position, body.on),
            before=earlier_departure(self.position, body.on),
            track=body.track,
            decision_kept=body.own_expense_decision_kept,
        )
        self._open(Cause.LEFT, left.on, left)

    @opening(by=Power.RECORD_DEPARTURE, basis=_LEFT, ja="過去の退去等の記録")
    def record_leaving(self, body: paper.LeavingOnRecord) -> None:
        """Record a departure that no case of the person tells, and determine the denial by it."""
        self.require(is_alive(self.position.circumstances))
        self.require_past(body.on)
        others = self.position.all(DenialKept)
        self.require(not any(one.cause is Cause.LEFT and one.on == body.on for one in others), _ON_RECORD)
        known = earlier_departure(self.position, body.on)
        self.require(not (known and body.before is False), _EARLIER_ON_RECORD)
        left = LeftJapan(
            on=body.on,
            leaving=body.leaving,
            grounds=body.grounds,
            before=known if body.before is None else body.before,
            track=body.track,
            decision_kept=body.own_expense_decision_kept,
        )
        self._require_order_for_decision(left)
        self._open(Cause.LEFT, left.on, left)

    @opening(by=Power.RECORD_DEPARTURE, basis=_REFUSED, ja="上陸拒否の記録")
    def record_refused_landing(self, body: paper.LandingRefused) -> None:
        """Record that landing was refused for drugs or weapons: one year from the refusal."""
        self.require(is_alive(self.position.circumstances))
        self.require_past(body.refused_on)
        self._open(Cause.LANDING_REFUSED, body.refused_on)

    @opening(by=Power.RECORD_COURT_DECISION, basis=_JUDGMENT, ja="本邦外における判決確定の記録")
    def record_judgment_abroad(self, body: paper.JudgmentAbroad) -> None:
        """Record that a judgment became final while the person was abroad: five years from that day."""
        self.require(is_alive(self.position.circumstances))
        self.require_past(body.final_on, body.left_on)
        facts = JudgmentFacts(
            body.as_table_i_holder,
            body.listed_crime,
            body.imprisonment,
            body.left_on,
            body.abroad_when_final,
            body.final_on,
        )
        self.require(denies_landing(facts))
        self._open(Cause.JUDGMENT_ABROAD, body.final_on)

    @act(
        by=Power.RECORD_DEPARTURE,
        at=(*OPEN, Stage.OVER),
        basis=_LEFT,
        when=(runs_from_leaving,),
        ja="判明した事実による上陸拒否期間の再確定",
    )
    def determine_anew(self, body: paper.FactsFound) -> None:
        """Determine the denial anew by what was found out since, with reasons."""
        found = {
            "leaving": body.leaving,
            "grounds": body.grounds,
            "before": body.before,
            "track": body.track,
            "decision_kept": body.own_expense_decision_kept,
        }
        changes: dict[str, Any] = {what: fact for what, fact in found.items() if fact is not None}
        self.require(bool(changes), _NOTHING_FOUND)
        earlier = was_deported_before(self.position.all(DenialKept), self.state.on)
        self.require(not (earlier and body.before is False), _EARLIER_ON_RECORD)
        if earlier:
            changes["before"] = True
        if self.state.left is not None:
            left = replace(self.state.left, **changes)
            self._require_order_for_decision(left)
            self.determine_by(left)

    def _require_order_for_decision(self, left: LeftJapan) -> None:
        """Refuse a decision of one year beside a departure order: it is made of a deportation order alone (52(5))."""
        self.require(left.leaving is not Leaving.DEPARTURE_ORDER or not left.decision_kept, _DECISION_WITHOUT_ORDER)

    @act(
        by=Power.DECIDE_ONE_YEAR_DENIAL,
        at=Stage.TO_BE_WEIGHED,
        basis=(ICRRA("52(5)"), cite("A-49")),
        ja="誤ってされた決定の取扱いの判断",
    )
    def weigh_mistaken_decision(self, body: paper.MistakenDecisionWeighed) -> None:
        """Decide whether a decision of one year stands that was made for somebody deported before."""
        self.record(MistakenDecisionDecided(stands=body.stands))
        if self.state.left is not None:
            self.determine_by(replace(self.state.left, decision_stands=body.stands))

    @act(by=Power.CERTIFY_SERVICE, basis=(*_LEFT, *RELIEF), when=(a_notice_waits,), ja="通知書の交付の記録")
    def certify_notice_received(self, body: paper.NoticeReceived) -> None:
        """Record that the notice reached the person."""
        self.require_past(body.received_on)
        self.served(DENIAL_NOTICE, body.received_on)
        self.served(RELIEF_NOTICE, body.received_on)
        self.update(told_on=body.received_on)
        self.record(DenialTold(on=body.received_on))

    @lapse(DENIAL_ONE_YEAR, basis=_OVER)
    def one_year_passed(self) -> None:
        """One year passed: at least for landing as something else than a Temporary Visitor."""
        self.period_passed(1)

    @lapse(DENIAL_FIVE_YEARS, basis=_OVER)
    def five_years_passed(self) -> None:
        """Five years passed."""
        self.period_passed(5)

    @lapse(DENIAL_TEN_YEARS, basis=_OVER)
    def ten_years_passed(self) -> None:
        """Ten years passed."""
        self.period_passed(10)

    @upon(DenialDetermined, basis=(ICRRA("5(1)(ix)(ha)"), ICRRA("5(1)(ix)(ni)")))
    def learns_of_an_earlier_departure(self, fact: DenialDetermined) -> None:
        """A departure before this one came to the record: the denial is to be determined anew."""
        left = self.state.left
        if left is None or left.leaving is Leaving.DEPARTURE_ORDER or self.case.stage in (*VOID, Stage.SET_ASIDE):
            return
        if fact.cause is Cause.LEFT and fact.on < left.on and left.before is not True:
            self.owe(DETERMINE_ANEW)

    @upon(Died, basis=_LEFT)
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        if not self.case.stage.closed:
            self.falls(DenialEnd.DIED)

    def _open(self, cause: Cause, on: date, left: LeftJapan | None = None) -> None:
        known = recorded(self.position)
        state = State(
            cause=cause,
            on=on,
            sentences=known.sentences,
            more_sentences_unknown=others_are_unknown(known.sentences),
            security_ground=known.security_ground,
        )
        self.begin(state, Stage.DENIED)
        self.determine_by(left)


_NOT_FROM_LEAVING = because(
    "denial_not_from_leaving",
    *_LEFT,
    en="This denial runs from a refusal of landing or a judgment: no fact of a departure moves it.",
    ja="上陸の拒否又は判決による上陸拒否であり、退去に関する事実によって変わらない。",
    remedy="Correct the entry if its day is wrong.",
)
_NOTHING_FOUND = because(
    "nothing_found_out",
    *_LEFT,
    en="Nothing is said that the denial hangs on.",
    ja="上陸拒否期間に関わる事実が示されていない。",
    remedy="Give what was found out.",
)
_DECISION_WITHOUT_ORDER = because(
    "decision_without_deportation_order",
    ICRRA("52(5)"),
    ICRRA("5(1)(ix)(ro)"),
    en="A decision of one year is made for somebody with a deportation order, not with a departure order.",
    ja="出国命令により出国した者について、上陸拒否期間を一年とする決定はされない。",
    remedy="Correct how the person left, or say that no decision of one year was kept.",
)
_EARLIER_ON_RECORD = because(
    "earlier_departure_on_record",
    ICRRA("5(1)(ix)(ni)"),
    en="An earlier deportation, or leaving under a departure order, is on record.",
    ja="過去の退去強制又は出国命令による出国が記録されている。",
    remedy="Correct that record first if it is wrong.",
)
_ON_RECORD = because(
    "departure_on_record",
    *_LEFT,
    en="The denial that runs from this departure is on record.",
    ja="当該退去に係る上陸拒否は既に記録されている。",
    remedy="Determine it anew if a fact is missing.",
)
_NO_NOTICE = because(
    "no_notice_waits",
    *_LEFT,
    en="No notice waits for service.",
    ja="交付を待つ通知書がない。",
    remedy="Determine the denial first.",
)
