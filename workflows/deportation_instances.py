"""The first two instances: the inspector's examination and the oral hearing, by two people (45 to 48)."""

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.clocks import HEARING_REQUEST, OBJECTION
from law.competence import Power, instances_are_separate
from law.deportation_grounds import FOUND_BY_THE_MINISTER
from law.facts import Ground
from law.finding import Answer, Finding
from law.policies import cite
from law.sentences import may_rest_on_a_sentence
from workflows.deportation_case import REMEDIES_NOT_TOLD, DeportationCase, Stage, may_go_on
from workflows.deportation_record import (
    CrimeReported,
    GroundFoundByMinister,
    HearingAppointed,
    HearingHeld,
    HearingRequested,
)
from workflows.papers.deportation import (
    HearingAppointed as HearingPaper,
)
from workflows.papers.deportation import (
    HearingDecision,
    HearingRecord,
    InspectorFinding,
    Instance,
    MinistersFinding,
    Outcome,
    Reasoned,
    Receipt,
)
from workflows.papers.deportation_duties import (
    DECISION_NOTICE,
    EXAMINE,
    FINDING_NOTICE,
    HEARING_DATE,
    HOLD_HEARING,
    SERVE_DECISION,
    SERVE_FINDING,
)


def hearing_is_appointed(case: DeportationCase) -> Finding[Answer]:
    """Whether time and place of the hearing were told (48(3))."""
    return unless(case.state.hearing_appointed_for is not None, _HEARING_NOT_APPOINTED)


def hearing_was_held(case: DeportationCase) -> Finding[Answer]:
    """Whether the oral hearing was held: nobody skips it (48(6)-(8))."""
    return unless(case.state.hearing_held_at is not None, _HEARING_NOT_HELD)


class Instances(DeportationCase):
    """The steps A6 to A10, without acceptance."""

    @act(
        by=Power.EXAMINE,
        at=(Stage.UNDER_EXAMINATION, Stage.DEPARTURE_ROUTE),
        basis=ICRRA("63(4)"),
        when=(may_go_on,),
        ja="告発",
    )
    def report_crime(self, body: Reasoned) -> None:
        """Report to the prosecutor that there is sufficient ground to believe that a crime was committed."""
        self.record(CrimeReported())

    @act(
        by=Power.FIND_SECURITY_GROUND,
        at=(Stage.INVESTIGATED, Stage.NOTIFIED, Stage.SCREENED, Stage.UNDER_EXAMINATION),
        basis=(ICRRA("24(iii-2)"), ICRRA("24(iv)(yo)"), ICRRA("24-2")),
        when=(may_go_on,),
        ja="法務大臣の認定（第24条第3号の2・第4号ヨ）",
    )
    def find_security_ground(self, body: MinistersFinding) -> None:
        """Record the Minister's finding of terrorism or of harm to Japan's interests or public security."""
        self.require(body.agencies_heard or body.ground is not Ground.III_2, _AGENCIES_NOT_HEARD)
        self.update(found_by_minister=self.state.found_by_minister | {body.ground})
        self.record(GroundFoundByMinister(ground=body.ground))

    @act(
        by=Power.EXAMINE,
        at=Stage.UNDER_EXAMINATION,
        basis=(ICRRA("45(1)"), ICRRA("47"), ORD("37")),
        when=(may_go_on,),
        ja="入国審査官の認定",
    )
    def find(self, body: InspectorFinding) -> None:
        """Find: no item of Article 24, eligible for a departure order, or deportable."""
        self.update(inspector=self.decider.id, assessment=body.assessment)
        if body.outcome is not Outcome.NO_GROUND:
            self._narrow_to_what_is_found(body)
        self.discharge(EXAMINE)
        self.conclude(Instance.EXAMINATION, body, lambda: self._find_deportable(body))

    def _narrow_to_what_is_found(self, body: InspectorFinding) -> None:
        found = body.further | {body.ground}
        left = tuple(each for each in self.state.grounds if each.ground in found)
        self.require(len(left) == len(found), _GROUND_NOT_EXAMINED)
        self.require(found & FOUND_BY_THE_MINISTER <= self.state.found_by_minister, _NOT_FOUND_BY_MINISTER)
        if Ground.IV_RI in found:
            self.require(may_rest_on_a_sentence(self.position.circumstances.sentences, self.today))
        self.update(grounds=left, ground=body.ground)

    def _find_deportable(self, body: InspectorFinding) -> None:
        self.require(body.tells_hearing and body.tells_special_permission, REMEDIES_NOT_TOLD)
        self.update(made_at=self.at)
        self.serve(FINDING_NOTICE)
        self.owe(SERVE_FINDING)
        self.enter(Stage.FOUND)

    @act(
        by=Power.CERTIFY_SERVICE,
        at=Stage.FOUND,
        basis=(ICRRA("47(3)"), ICRRA("48(1)")),
        when=(may_go_on,),
        ja="認定通知書の送達の記録",
    )
    def certify_finding_received(self, body: Receipt) -> None:
        """Record that the notice of the finding reached the suspect: three days for a hearing begin."""
        self.receive(Instance.EXAMINATION, body.received_on)
        self.served(FINDING_NOTICE, body.received_on)
        self.discharge(SERVE_FINDING)
        self.update(finding_received_at=self.instant_of(body.received_on))
        self.begin_period(HEARING_REQUEST, body.received_on)
        self.enter(Stage.OPEN_TO_HEARING)

    @act(
        by=Power.RECEIVE_FILING,
        at=Stage.OPEN_TO_HEARING,
        basis=ICRRA("48(1)"),
        when=(may_go_on,),
        ja="口頭審理の請求の受理",
    )
    def request_hearing(self) -> None:
        """Take down an oral request for a hearing, made to the special inquiry officer."""
        self.stop(HEARING_REQUEST)
        self.owe(HOLD_HEARING)
        self.record(HearingRequested())
        self.enter(Stage.HEARING)

    @lapse(HEARING_REQUEST, basis=(ICRRA("48(1)"), ICRRA("47(5)"), cite("A-05")))
    def loses_the_hearing(self) -> None:
        """Three days passed in silence: the right to a hearing is lost, but silence is no acceptance."""
        self.fall_silent(Instance.EXAMINATION)
        self.enter(Stage.SILENT_ON_FINDING)

    @act(
        by=Power.HOLD_ORAL_HEARING,
        at=Stage.HEARING,
        basis=(ICRRA("48(3)"), ORD("39")),
        when=(may_go_on,),
        ja="口頭審理期日の通知",
    )
    def appoint_hearing(self, body: HearingPaper) -> None:
        """Fix time and place of the oral hearing and tell the suspect."""
        self.require(body.held_at >= self.at, _HEARING_IN_THE_PAST)
        self.update(hearing_appointed_for=body.held_at)
        self.withdraw_notice(HEARING_DATE)
        self.serve(HEARING_DATE)
        self.record(HearingAppointed(held_at=body.held_at))

    @act(
        by=Power.HOLD_ORAL_HEARING,
        at=Stage.HEARING,
        basis=(ICRRA("48(3)"), ICRRA("48(4)"), ORD("40")),
        when=(may_go_on, hearing_is_appointed),
        ja="口頭審理",
    )
    def hold_hearing(self, body: HearingRecord) -> None:
        """Hold the oral hearing and keep its record."""
        appointed = self.state.hearing_appointed_for or self.at
        self.require(self.at >= appointed, _HEARING_BEFORE_ITS_TIME)
        self.require(instances_are_separate(self.state.inspector, self.decider.id, ""))
        self.served(HEARING_DATE, self.today)
        self.update(hearing_officer=self.decider.id, hearing_held_at=self.at)
        self.record(HearingHeld())

    @act(
        by=Power.HOLD_ORAL_HEARING,
        at=Stage.HEARING,
        basis=(ICRRA("48(6)"), ICRRA("48(7)"), ICRRA("48(8)"), ORD("41")),
        when=(may_go_on, hearing_was_held),
        ja="特別審理官の判定",
    )
    def decide_hearing(self, body: HearingDecision) -> None:
        """Decide after the hearing: no item of Article 24, eligible for a departure order, or the finding stands."""
        self.require(instances_are_separate(self.state.inspector, self.decider.id, ""))
        self.update(hearing_officer=self.decider.id, assessment=body.assessment)
        self.discharge(HOLD_HEARING)
        self.conclude(Instance.HEARING, body, lambda: self._uphold(body))

    def _uphold(self, body: HearingDecision) -> None:
        self.require(body.tells_objection and body.tells_special_permission, REMEDIES_NOT_TOLD)
        self.update(made_at=self.at)
        self.serve(DECISION_NOTICE)
        self.owe(SERVE_DECISION)
        self.enter(Stage.DECIDED)

    @act(
        by=Power.CERTIFY_SERVICE,
        at=Stage.DECIDED,
        basis=(ICRRA("48(8)"), ICRRA("49(1)")),
        when=(may_go_on,),
        ja="判定通知書の送達の記録",
    )
    def certify_decision_received(self, body: Receipt) -> None:
        """Record that the notice of the decision reached the suspect: three days for an objection begin."""
        self.receive(Instance.HEARING, body.received_on)
        self.served(DECISION_NOTICE, body.received_on)
        self.discharge(SERVE_DECISION)
        self.begin_period(OBJECTION, body.received_on)
        self.enter(Stage.OPEN_TO_OBJECTION)


_GROUND_NOT_EXAMINED = because(
    "ground_not_examined",
    ICRRA("47(3)"),
    en="The ground found is none of those that were investigated.",
    ja="認定する退去強制事由が違反調査の対象になっていない。",
    remedy="Name a ground that was investigated.",
)
_NOT_FOUND_BY_MINISTER = because(
    "not_found_by_minister",
    ICRRA("24(iii-2)"),
    ICRRA("24(iv)(yo)"),
    en="This ground exists only by a finding of the Minister in person.",
    ja="法務大臣の認定がされていない。",
    remedy="Have the Minister find it.",
)
_AGENCIES_NOT_HEARD = because(
    "agencies_not_heard",
    ICRRA("24-2(1)"),
    en="The Foreign Minister and the heads of the three agencies were not heard.",
    ja="外務大臣等の意見が聴かれていない。",
    remedy="Hear them first.",
)
_HEARING_IN_THE_PAST = because(
    "hearing_in_the_past",
    ICRRA("48(3)"),
    en="The time of the hearing lies before it is told.",
    ja="口頭審理の日時が通知より前である。",
    remedy="Fix a time to come.",
)
_HEARING_BEFORE_ITS_TIME = because(
    "hearing_before_its_time",
    ICRRA("48(3)"),
    en="The hearing would be held before the time that was told.",
    ja="通知した日時より前の口頭審理である。",
    remedy="Wait for that time, or tell another.",
)
_HEARING_NOT_APPOINTED = because(
    "hearing_not_appointed",
    ICRRA("48(3)"),
    en="Time and place of the hearing were not told.",
    ja="口頭審理の時及び場所が通知されていない。",
    remedy="Fix and tell them.",
)
_HEARING_NOT_HELD = because(
    "hearing_not_held",
    ICRRA("48(3)"),
    en="The oral hearing was not held.",
    ja="口頭審理が行われていない。",
    remedy="Hold it.",
)
