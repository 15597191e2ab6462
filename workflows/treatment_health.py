"""Health of a detainee: asked at the start, examined at least every three months, cared for promptly (55-41 ff.)."""

from datetime import timedelta

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.custody_clocks import HEALTH_EXAMINATION
from law.finding import Answer, Finding
from law.treatment import CareGround, CarePlace, may_be_treated, may_stay_in_hospital
from workflows.papers import treatment as paper
from workflows.papers.treatment_duties import ASK_HEALTH, EXAMINE, GIVE_CARE
from workflows.treatment_case import (
    CareFoundNeeded,
    CareGiven,
    CareNotWanted,
    ExaminationMissed,
    Examined,
    HealthAsked,
    MeasureRecorded,
    Stage,
    TreatmentCase,
)

_CARE = ICRRA("55-42(1)")
_OWED_ALL_THE_SAME = because(
    "care_owed_all_the_same",
    _CARE,
    en="Serious harm or infection threatens: care does not hang on the will of the detainee.",
    ja="著しい障害又は感染のおそれがあり、本人の意思にかかわらず診療を行う。",
    remedy="Give the care.",
)


def care_is_needed(treatment: TreatmentCase) -> Finding[Answer]:
    """Whether a need for care is on record."""
    return unless(
        bool(treatment.state.care_needed),
        because(
            "no_need_on_record",
            _CARE,
            en="No need for care is on record.",
            ja="診療を要する旨の記録がない。",
            remedy="Record why care is needed.",
        ),
    )


class Health(TreatmentCase):
    """The steps of 55-41 to 55-46."""

    @act(by=Power.TREAT_DETAINEE, at=Stage.DETAINED, basis=ICRRA("55-41(1)"), ja="健康状態の聴取")
    def ask_health(self, body: paper.HealthAnswers) -> None:
        """Ask about illness, injury and health; the answers stay in the entry."""
        on = body.asked_on or self.today
        self.require_past(on, not_before=self.state.held_since)
        self.update(asked_on=on)
        self.discharge(ASK_HEALTH)
        self.record(HealthAsked(on=on))

    @act(
        by=Power.TREAT_DETAINEE,
        at=Stage.DETAINED,
        basis=(ICRRA("55-41(2)"), ORD("50-21")),
        ja="医師による健康診断",
    )
    def examine(self, body: paper.Examination) -> None:
        """Record an examination by a doctor: the next one is due within three months, that day counted."""
        on = body.examined_on
        self.require_past(on, not_before=max(self.state.held_since, self.state.examined_on or on))
        self.stop(HEALTH_EXAMINATION)
        self.start(HEALTH_EXAMINATION, on=on)
        self.update(examined_on=on)
        self.discharge(EXAMINE)
        self.record(Examined(on=on))

    @lapse(HEALTH_EXAMINATION, basis=ICRRA("55-41(2)"))
    def misses_examination(self) -> None:
        """Three months passed without an examination: a breach; it stays owed, and the next three months run."""
        self.record(ExaminationMissed(last_day=self.today - timedelta(days=1)))
        self.owe(EXAMINE)
        self.start(HEALTH_EXAMINATION, on=self.today)

    @act(by=Power.TREAT_DETAINEE, at=Stage.DETAINED, basis=_CARE, ja="診療の必要の記録")
    def find_care_needed(self, body: paper.CareNeed) -> None:
        """Record that care is needed: it is owed promptly."""
        self.update(care_needed=self.state.care_needed | {body.ground})
        self.owe(GIVE_CARE)
        self.record(CareFoundNeeded(ground=body.ground))

    @act(
        by=Power.TREAT_DETAINEE,
        at=Stage.DETAINED,
        basis=(_CARE, ICRRA("55-42(2)")),
        when=(care_is_needed,),
        ja="診療その他の医療上の措置",
    )
    def give_care(self, body: paper.CareProvided) -> None:
        """Give care; against the will only where serious harm or infection threatens."""
        will, harm = body.against_will, body.serious_or_infectious
        self.require(may_be_treated(self._gravest, against_will=will, serious_or_infectious=harm))
        if body.place is CarePlace.HOSPITAL:
            self.require(may_stay_in_hospital(unavoidable=body.unavoidable))
        self.update(care_needed=frozenset())
        self.discharge(GIVE_CARE)
        self.record(CareGiven(place=body.place))

    @act(by=Power.TREAT_DETAINEE, at=Stage.DETAINED, basis=_CARE, when=(care_is_needed,), ja="診療を望まない旨の記録")
    def decline_care(self, body: paper.CareDeclined) -> None:
        """Record that the detainee does not want care, where his or her will decides."""
        may_be_left = may_be_treated(self._gravest, against_will=True, serious_or_infectious=body.serious_or_infectious)
        self.require(may_be_left.value is Answer.NO, _OWED_ALL_THE_SAME)
        self.update(care_needed=frozenset())
        self.discharge(GIVE_CARE)
        self.record(CareNotWanted())

    @property
    def _gravest(self) -> CareGround:
        """Not eating asks for no consent; the other ground may."""
        needed = self.state.care_needed
        return CareGround.NOT_EATING if CareGround.NOT_EATING in needed else CareGround.INJURY_OR_ILLNESS

    @act(
        by=Power.TREAT_DETAINEE,
        at=Stage.DETAINED,
        basis=(ICRRA("55-43(1)"), ICRRA("55-45"), ICRRA("55-46")),
        ja="その他の保健医療上の措置の記録",
    )
    def record_measure(self, body: paper.MeasureTaken) -> None:
        """Record another measure: a named doctor allowed, infection control, care of the frail, childbirth outside."""
        self.record(MeasureRecorded(measure=body.measure))
