"""What bears on a person from outside the procedures: stay, sentences, courts, destination, departure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import Field

from engine.case import Case, CaseStage, stage
from engine.declaration import act, opening, upon
from engine.payload import CaseState, Fact, Instant, Nothing, Payload, Text
from engine.procedure import Procedure
from engine.refusal import because
from law.citation import ACLA, ICRRA, PRACTICE
from law.competence import Power
from law.death import is_alive
from law.facts import (
    Circumstances as Recorded,
)
from law.facts import (
    CourtStay,
    CourtStayScope,
    CriminalProceedings,
    Custody,
    Destination,
    RemovalNotice,
    Sentence,
    Stay,
    TravelRestriction,
)
from law.on_record import has_happened
from law.stays import WITH_STATUS, stays_as
from workflows.custody_effects import CustodyChanged
from workflows.effects import Departed, Died, StayRecorded
from workflows.enforcement_effects import ReceivingStateRefused


class Stage(CaseStage):
    """A person's circumstances are kept until he or she has left Japan or died."""

    KEPT = stage("kept", "Kept", "記録中", quiet="a record of circumstances owes nothing by itself")
    ENDED = stage("ended", "Ended", "終了", closed=True)


class State(CaseState):
    """The circumstances on record."""

    recorded: Recorded = Recorded()


class StaysRecorded(Payload):
    """Every way of staying that is on record, oldest first; an empty list = it was looked into and there is none."""

    stays: tuple[Stay, ...] = Field(max_length=100)


class SentencesRecorded(Payload):
    """Every sentence of imprisonment known; an empty list = the record was obtained and there is none."""

    sentences: tuple[Sentence, ...] = Field(max_length=100)


class SecurityGroundRecorded(Payload):
    """Whether 24(iii-2), (iii-3) or (iv)(o)(wa)(ka) applies or is sufficiently suspected."""

    applies: bool
    reasons: Text


class CourtDecisionsRecorded(Payload):
    """Every court stay known; an empty list = the courts' register was asked and there is none."""

    stays: tuple[CourtStay, ...] = Field(max_length=50)


class ProceedingsRecorded(Payload):
    """Criminal, sentence and juvenile-training proceedings; an empty list = there are none."""

    proceedings: tuple[CriminalProceedings, ...] = Field(max_length=50)


class RestrictionsRecorded(Payload):
    """Travel restrictions of a criminal court; an empty list = there is none."""

    restrictions: tuple[TravelRestriction, ...] = Field(max_length=20)


class DestinationFound(Payload):
    """Where the person would be removed to, and what stands against it."""

    destination: Destination
    reasons: Text


class RemovalTold(Payload):
    """When removal was told to the person, or before 2026-02-01 to a lawyer who had asked."""

    notice: RemovalNotice


class CustodyRecorded(Payload):
    """Where the person is held or free."""

    custody: Custody


class DepartureRecorded(Payload):
    """The day on which the person left Japan or died."""

    on: date


_KEPT_ALREADY = because(
    "circumstances_kept",
    ICRRA("61-2-2(1)"),
    en="The person's circumstances are being kept.",
    ja="身上関係は既に記録中である。",
    remedy="Record them in the case that is open.",
)


_CUSTODY_KEPT = because(
    "custody_kept",
    ICRRA("39"),
    en="A case of its own keeps where this person is held or free.",
    ja="身柄は収容の事件において記録されている。",
    remedy="Record it in that case.",
)


class CircumstancesRecorded(Fact):
    """Something that bears on the person was recorded; the content stands in the entry."""

    what: str


class Circumstances(Procedure[State]):
    """What bears on a person from outside the procedures: nothing here is decided, everything is recorded.

    Not decided here: whether a fact is true. What was never recorded is unknown, and unknown blocks removal (DT-01).
    """

    en = "Circumstances"
    ja = "身上関係"
    stages = Stage
    state_type = State

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The circumstances as the rules ask for them; of one who left or died only that: who returns is asked anew."""
        recorded = case.state.recorded
        if case.stage.closed:
            recorded = Recorded(left_on=recorded.left_on, died_on=recorded.died_on)
        return (recorded,)

    @opening(by=Power.RECORD_CIRCUMSTANCES, basis=ICRRA("61-2-2(1)"), ja="身上関係の記録開始")
    def keep(self, _: Nothing) -> None:
        """Begin to keep the person's circumstances."""
        self.require(all(one.stage.closed for one in self.position.of(type(self).__name__)), _KEPT_ALREADY)
        self.require(is_alive(self.position.circumstances))
        self.begin(State(), Stage.KEPT)

    @act(by=Power.RECORD_CIRCUMSTANCES, at=Stage.KEPT, basis=ICRRA("61-2-2(1)"), ja="在留状況の記録")
    def record_stays(self, body: StaysRecorded) -> None:
        """Record how the person stays in Japan."""
        self.require_past(*(stay.since for stay in body.stays))
        for stay in body.stays:
            self.require(
                stay.until is None or stay.until >= stay.since,
                because(
                    "stay_ends_before_it_begins",
                    ICRRA("61-2-2(1)"),
                    en="A stay ends before it begins.",
                    ja="在留の終期が始期より前である。",
                    remedy="Correct the days.",
                ),
            )
        self._note("stays", stays=body.stays)
        stays = self.position.circumstances.stays or ()
        self.record(StayRecorded(status_less=not stays_as(WITH_STATUS, stays, self.at)))

    @act(by=Power.RECORD_CIRCUMSTANCES, at=Stage.KEPT, basis=ICRRA("61-2-9(4)(ii)"), ja="刑の記録")
    def record_sentences(self, body: SentencesRecorded) -> None:
        """Record the sentences of imprisonment."""
        self.require_past(*(sentence.final_on for sentence in body.sentences))
        self._note("sentences", sentences=body.sentences)

    @act(by=Power.JUDGE_SECURITY_GROUND, at=Stage.KEPT, basis=ICRRA("61-2-9(4)(ii)"), ja="公安関係事由の記録")
    def record_security_ground(self, body: SecurityGroundRecorded) -> None:
        """Record whether a ground of public security applies or is sufficiently suspected."""
        self._note("security_ground", security_ground=body.applies)

    @act(by=Power.RECORD_COURT_DECISION, at=Stage.KEPT, basis=ACLA("25(2)"), ja="執行停止の記録")
    def record_court_stays(self, body: CourtDecisionsRecorded) -> None:
        """Record the stays that courts ordered."""
        self.require(has_happened(body.stays, self.at))
        self._note("court_stays", court_stays=body.stays)

    @act(by=Power.RECORD_CIRCUMSTANCES, at=Stage.KEPT, basis=(ICRRA("63(1)"), ICRRA("63(2)")), ja="刑事手続の記録")
    def record_proceedings(self, body: ProceedingsRecorded) -> None:
        """Record criminal proceedings."""
        self.require_past(*(day for one in body.proceedings for day in (one.since, one.until)))
        self._note("proceedings", proceedings=body.proceedings)

    @act(by=Power.RECORD_COURT_DECISION, at=Stage.KEPT, basis=ICRRA("63(3)"), ja="出国制限の記録")
    def record_travel_restrictions(self, body: RestrictionsRecorded) -> None:
        """Record travel restrictions of a criminal court."""
        self.require(has_happened(body.restrictions, self.at))
        self._note("travel_restrictions", travel_restrictions=body.restrictions)

    @act(by=Power.FIND_DESTINATION, at=Stage.KEPT, basis=ICRRA("53"), ja="送還先の記録")
    def find_destination(self, body: DestinationFound) -> None:
        """Record the destination and what stands against it."""
        self.require(
            not body.destination.minister_finding,
            because(
                "minister_finding_is_its_own_act",
                ICRRA("53(3)(i)"),
                en="The Minister's finding is recorded by its own act.",
                ja="法務大臣の認定は別の行為で記録する。",
                remedy="Record the destination without it, then lift non-refoulement.",
            ),
        )
        self._note("destination", destination=body.destination)

    @act(
        by=Power.LIFT_NON_REFOULEMENT, at=Stage.KEPT, basis=ICRRA("53(3)(i)"), ja="国益公安上の認定", irreversible=True
    )
    def find_serious_harm(self, body: SecurityGroundRecorded) -> None:
        """Record the Minister's finding of serious harm to Japan's interests or public security."""
        destination = self.state.recorded.destination
        self.require(
            destination is not None,
            because(
                "no_destination",
                ICRRA("53(3)"),
                en="No destination is on record.",
                ja="送還先の記録がない。",
                remedy="Record the destination first.",
            ),
        )
        if destination is not None:
            self._note("destination", destination=replace(destination, minister_finding=body.applies))

    @act(by=Power.NOTIFY_REMOVAL, at=Stage.KEPT, basis=PRACTICE("removal notice"), ja="送還予定の告知")
    def tell_removal(self, body: RemovalTold) -> None:
        """Record that removal was told."""
        self.require_past(body.notice.told_on)
        self._note("notice", notice=body.notice)

    @act(by=Power.RECORD_CIRCUMSTANCES, at=Stage.KEPT, basis=ICRRA("39"), ja="身柄の記録")
    def record_custody(self, body: CustodyRecorded) -> None:
        """Record where the person is held or free, as long as no case of its own keeps it."""
        self.require(self.position.custody_held is None, _CUSTODY_KEPT)
        self._note("custody", custody=body.custody)

    @upon(CustodyChanged, basis=ICRRA("39"))
    def follows_custody(self, fact: CustodyChanged) -> None:
        """The case that keeps custody says where the person stands: the record follows it."""
        if not self.case.stage.closed:
            self.update(recorded=replace(self.state.recorded, custody=fact.after))

    @act(by=Power.RECORD_DEPARTURE, at=Stage.KEPT, basis=ICRRA("25"), ja="出国の記録")
    def record_departure(self, body: DepartureRecorded) -> None:
        """Record that the person left Japan."""
        self.require_past(body.on)
        self._note("departure", left_on=body.on)
        self.record(Departed(on=body.on))
        self.enter(Stage.ENDED)

    @act(by=Power.RECORD_DEPARTURE, at=Stage.KEPT, basis=ICRRA("55-82"), ja="死亡の記録")
    def record_death(self, body: DepartureRecorded) -> None:
        """Record that the person died."""
        self.require_past(body.on)
        self._note("death", died_on=body.on)
        self.record(Died(on=body.on))
        self.enter(Stage.ENDED)

    @upon(Departed, basis=ICRRA("25"))
    def hears_of_departure(self, fact: Departed) -> None:
        """Another case saw the person leave Japan: the record says so, and ends."""
        if not self.case.stage.closed:
            self.update(recorded=replace(self.state.recorded, left_on=fact.on))
            self.enter(Stage.ENDED)

    @upon(ReceivingStateRefused, basis=ICRRA("53(2)"))
    def loses_its_destination(self, fact: ReceivingStateRefused) -> None:
        """The state of destination did not receive the person: the record says so until it is found anew."""
        destination = self.state.recorded.destination
        if not self.case.stage.closed and destination is not None and destination.country == fact.country:
            self.update(recorded=replace(self.state.recorded, destination=replace(destination, accepts=False)))

    def _note(self, what: str, **changes: Any) -> None:  # noqa: ANN401  (fields of the record)
        self.update(recorded=replace(self.state.recorded, **changes))
        self.record(CircumstancesRecorded(what=what))


__all__ = ["Circumstances", "CourtStayScope", "Instant", "Stage", "State"]
