"""A criminal case beside the procedures: proceedings, sentence, juvenile training, travel restriction (62-65)."""

from collections.abc import Iterable
from datetime import date

from engine.case import Case
from engine.declaration import act, opening, upon
from engine.refusal import because
from law.citation import ICRRA
from law.competence import Power
from law.criminal import EndOfProceedings, is_executed, sentence_fits
from law.death import is_alive
from law.facts import CriminalProceedings, TravelRestriction
from law.policies import cite
from workflows.criminal_case_state import KINDS, Stage, State
from workflows.criminal_record import Indicted, ProceedingsBegan, ProceedingsEnded, SentenceBecameFinal
from workflows.criminal_restriction import Restrictions
from workflows.criminal_sentence import SentenceSteps
from workflows.effects import Died
from workflows.enforcement_effects import ProceedingsChanged, TravelRestrictionChanged
from workflows.papers.criminal import (
    Ended,
    ProceedingsBegun,
    SentenceOnFile,
    Service,
    Standing,
    TrainingBegun,
)
from workflows.papers.criminal_duties import DUTIES

_BY = Power.RECORD_CIRCUMSTANCES
_BESIDE = (ICRRA("63(1)"), ICRRA("63(2)"))
_STAGES = {Standing.SUSPECT: Stage.SUSPECTED, Standing.ACCUSED: Stage.INDICTED}
_SERVED = {
    Service.NOT_BEGUN: Stage.SENTENCE_TO_SERVE,
    Service.BEING_SERVED: Stage.SERVING,
    Service.OVER: Stage.ENDED,
}
_OTHERWISE = (Stage.SUSPECTED, Stage.INDICTED, Stage.SENTENCE_TO_SERVE)


class CriminalCase(SentenceSteps, Restrictions):
    """One criminal case: while it runs the deportation order is not executed (63(2)); the procedure may go on (63(1)).

    Leave of a prosecutor opens the way only while a sentence is served. An order issued before the criminal case is
    treated alike (A-47). A sentence counts from the day on which it is final, by its length and its suspension, for
    each rule by that rule's own threshold (DT-16); it stays on record when the case is over. Where the person is held
    is kept by `Detention` alone.

    Not decided here: guilt; whether a person on parole still serves (he or she is handed over at the release, 64(2)).
    """

    en = "Criminal case"
    ja = "刑事事件"
    duties = DUTIES

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The proceedings and the restriction that run now, and the sentence, when final with its day."""
        state = case.state
        kind = KINDS.get(case.stage)
        if kind is not None:
            yield CriminalProceedings(
                kind, state.since, leave_given=state.leave is not None, release_on=state.release_on
            )
        if state.restricted_since is not None:
            yield TravelRestriction(state.restricted_since)
        if state.sentence is not None:
            yield state.sentence

    @opening(by=_BY, basis=_BESIDE, ja="刑事手続の開始の記録")
    def begin_proceedings(self, body: ProceedingsBegun) -> None:
        """Record that somebody is suspected or accused of a crime."""
        self._begin_at(_STAGES[body.standing], body.since, immigration_crime=body.immigration_crime)

    @opening(by=_BY, basis=_BESIDE, ja="少年院の処遇の開始の記録")
    def begin_training(self, body: TrainingBegun) -> None:
        """Record that juvenile training began."""
        self._begin_at(Stage.JUVENILE_TRAINING, body.since)

    @opening(by=_BY, basis=(*_BESIDE, ICRRA("61-2-9(4)(ii)"), ICRRA("50(1)")), ja="確定した刑の記録")
    def take_up_sentence(self, body: SentenceOnFile) -> None:
        """Record a final sentence of a Japanese or a foreign court, and how far it is served."""
        sentence = body.sentence
        self.require(sentence.final_on is not None, _NOT_FINAL)
        self.require(sentence_fits(sentence))
        self.require(is_executed(sentence) or body.service is Service.OVER, _NOT_EXECUTED)
        self._begin_at(_SERVED[body.service], sentence.final_on)
        self.update(sentence=sentence)
        if sentence.final_on is not None:
            self.record(SentenceBecameFinal(final_on=sentence.final_on))

    def _begin_at(self, at: Stage, since: date | None, *, immigration_crime: bool = False) -> None:
        self.require(is_alive(self.position.circumstances))
        self.require_past(since)
        self.begin(State(since=since or self.today, immigration_crime=immigration_crime), at)
        if at in KINDS:
            self.record(ProceedingsBegan(kind=KINDS[at]))
            self.record(ProceedingsChanged())

    @act(by=_BY, at=Stage.SUSPECTED, basis=ICRRA("63(1)"), ja="起訴の記録")
    def indict(self) -> None:
        """Record that the suspect was indicted."""
        self.record(Indicted())
        self.go_to(Stage.INDICTED)

    @act(by=_BY, at=(Stage.SUSPECTED, Stage.INDICTED), basis=_BESIDE, ja="少年院送致の記録")
    def send_to_training(self) -> None:
        """Record that the person was sent to juvenile training."""
        self.go_to(Stage.JUVENILE_TRAINING)
        self.record(ProceedingsBegan(kind=KINDS[Stage.JUVENILE_TRAINING]))

    @act(by=_BY, at=_OTHERWISE, basis=(ICRRA("63(2)"), ICRRA("64(1)")), ja="刑事手続の終了の記録")
    def end_proceedings(self, body: Ended) -> None:
        """Record that proceedings ended otherwise: no indictment, acquittal, a fine, dismissal, pardon."""
        not_indicted = body.how is EndOfProceedings.NOT_INDICTED
        self.require(not not_indicted or self.case.stage is Stage.SUSPECTED, _INDICTED_ALREADY)
        if self.case.stage is Stage.INDICTED:
            self.update(sentence=None)
        self.record(ProceedingsEnded(how=body.how, immigration_crime=self.state.immigration_crime))
        self.conclude()

    @upon(Died, basis=ICRRA("63(2)"))
    def loses_its_object(self, fact: Died) -> None:
        """The person died: nothing is prosecuted or executed any more."""
        if not self.case.stage.closed:
            self.update(leave=None, restricted_since=None)
            self.enter(Stage.ENDED)
            self.record(ProceedingsChanged())
            self.record(TravelRestrictionChanged())


_NOT_FINAL = because(
    "sentence_not_final",
    ICRRA("61-2-9(4)(ii)"),
    ICRRA("50(1)"),
    en="Only a final sentence is taken up; before that, criminal proceedings run.",
    ja="確定していない刑は記録することができない。",
    remedy="Give the day on which it became final, or record the proceedings.",
)
_NOT_EXECUTED = because(
    "sentence_not_executed_here",
    ICRRA("63(1)"),
    cite("A-46"),
    en="A sentence of a foreign court, or wholly suspended, is not executed in Japan: no proceedings run on it.",
    ja="外国の裁判所の刑及び全部執行猶予の刑については、本邦における刑の執行手続は行われない。",
    remedy="Record it as over.",
)
_INDICTED_ALREADY = because(
    "indicted_already",
    ICRRA("64(1)"),
    en="The person was indicted; a decision not to indict comes before.",
    ja="既に公訴が提起されている。",
    remedy="Name how the proceedings ended.",
)
