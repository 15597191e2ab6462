"""Isolation and the protection room: bounded, renewed for a special need alone, ended with the need (55-50, 55-53)."""

from datetime import datetime, timedelta

from engine.case import Clock
from engine.declaration import act, lapse
from engine.refusal import because
from law.citation import ICRRA
from law.competence import Power
from law.custody_clocks import ISOLATION, ISOLATION_RENEWAL, PROTECTION_ROOM
from law.finding import Answer
from law.periods import legal_day, start_of
from law.policies import cite
from law.treatment import Recurrence, may_be_isolated, may_be_placed_in_room, may_be_renewed, may_begin_again
from workflows.papers import treatment as paper
from workflows.papers.treatment_duties import END_ISOLATION, END_PLACING, HEAR_DOCTOR, REPORT_PLACING
from workflows.treatment_case import (
    DoctorHeard,
    DoctorNotHeard,
    Isolated,
    PlacedInRoom,
    PlacingReported,
    Separation,
    SeparationEnded,
    SeparationOutlasted,
    SeparationRenewed,
    Stage,
    TreatmentCase,
)
from workflows.treatment_due import (
    doctor_is_owed,
    is_in_room,
    is_isolated,
    is_not_in_room,
    is_not_isolated,
    isolation_may_be_renewed,
    placing_may_be_renewed,
    report_is_owed,
)

_DAY = timedelta(days=1)
_ISOLATION = ICRRA("55-50(2)")
_ROOM = ICRRA("55-53(3)")
_DOCTOR = ICRRA("55-53(5)")
_NEED_OUTSIDE = because(
    "need_outside_separation",
    ICRRA("55-50(3)"),
    ICRRA("55-53(4)"),
    en="The need cannot have gone before the separation began, or after its end.",
    ja="必要がなくなった時が隔離等の期間内にない。",
    remedy="Correct the instant.",
)

_HEAD_RENEWS = because(
    "head_renews",
    _ROOM,
    en="What continues an earlier placing is a renewal, and the head of the facility decides on it.",
    ja="保護室への収容の継続は更新であり、入国者収容所長等が行う。",
    remedy="Obtain the order of the head; in urgency name the new need.",
)


class Separated(TreatmentCase):
    """The steps of 55-50 and 55-53. A lapse frees nobody: it records the breach and owes the end at once."""

    @act(
        by=Power.ISOLATE_DETAINEE,
        at=Stage.DETAINED,
        basis=(ICRRA("55-50(1)"), _ISOLATION),
        when=(is_not_isolated,),
        ja="隔離",
    )
    def isolate(self, body: paper.Isolating) -> None:
        """Keep the detainee apart for one month, the day counted; for the need of an earlier isolation ten days."""
        self.require(may_be_isolated(body.ground, no_other_way=body.no_other_way))
        self._may_begin("55-50(2)", body, earlier=self.state.isolated_before)
        self.update(isolated_since=self.today)
        self.record(Isolated(ground=body.ground))
        if body.recurrence is Recurrence.SAME_NEED:
            self._renewed(Separation.ISOLATION, self.start(ISOLATION_RENEWAL, on=self.today - _DAY))
        else:
            self.start(ISOLATION, on=self.today)

    @act(
        by=Power.ISOLATE_DETAINEE,
        at=Stage.DETAINED,
        basis=_ISOLATION,
        when=(is_isolated, isolation_may_be_renewed),
        ja="隔離の期間の更新",
    )
    def renew_isolation(self, body: paper.Renewal) -> None:
        """Renew the isolation by ten days after its last day, for a special need."""
        self.require(may_be_renewed("55-50(2)", special_need=body.special_need))
        running = self.case.clock(ISOLATION) or self.case.clock(ISOLATION_RENEWAL)
        last_day = running.last_day if running else self.today
        self.stop(ISOLATION)
        self.stop(ISOLATION_RENEWAL)
        self._renewed(Separation.ISOLATION, self.start(ISOLATION_RENEWAL, on=last_day))

    @lapse(ISOLATION, basis=(_ISOLATION, cite("A-03")))
    def outlasts_isolation(self) -> None:
        """The month is over and no end is on record: a breach, and the end is owed at once."""
        self._isolation_over()

    @lapse(ISOLATION_RENEWAL, basis=_ISOLATION)
    def outlasts_renewal(self) -> None:
        """The ten days are over and no end is on record: a breach, and the end is owed at once."""
        self._isolation_over()

    def _isolation_over(self) -> None:
        self.record(SeparationOutlasted(kind=Separation.ISOLATION))
        self.owe(END_ISOLATION, due=self.today)

    @act(
        by=Power.ISOLATE_DETAINEE,
        at=Stage.DETAINED,
        basis=(_ISOLATION, ICRRA("55-50(3)")),
        when=(is_isolated,),
        ja="隔離の中止",
    )
    def end_isolation(self, body: paper.SeparationEnd) -> None:
        """End the isolation, at once when the need has gone."""
        self._ended(Separation.ISOLATION, body, start_of(self.state.isolated_since or self.today))
        self.stop(ISOLATION)
        self.stop(ISOLATION_RENEWAL)
        self.update(isolated_since=None, isolated_before=True)
        self.discharge(END_ISOLATION)

    @act(
        by=Power.ISOLATE_DETAINEE,
        at=Stage.DETAINED,
        basis=(ICRRA("55-53(1)"), ICRRA("55-53(2)"), _ROOM),
        when=(is_not_in_room,),
        ja="保護室への収容",
    )
    def place_in_room(self, body: paper.RoomPlacing) -> None:
        """Place the detainee in a protection room for at most 24 hours; a doctor is heard promptly."""
        self.require(may_be_placed_in_room(body.ground, specially_needed=body.specially_needed))
        self._may_begin("55-53(3)", body, earlier=self.state.placed_before)
        same_need = body.recurrence is Recurrence.SAME_NEED
        self.require(body.ordered_by_head or not same_need, _HEAD_RENEWS)
        clock = self.start_at(PROTECTION_ROOM, self.at)
        self.update(in_room_since=self.at)
        self.owe(HEAR_DOCTOR)
        if not body.ordered_by_head:
            self.owe(REPORT_PLACING)
        self.record(PlacedInRoom(ground=body.ground, ordered_by_head=body.ordered_by_head))
        if same_need:
            self._renewed(Separation.PROTECTION_ROOM, clock)

    @act(
        by=Power.ISOLATE_DETAINEE,
        at=Stage.DETAINED,
        basis=(ICRRA("55-53(2)"),),
        when=(report_is_owed,),
        ja="保護室への収容の報告",
    )
    def report_placing(self) -> None:
        """Report to the head a placing that did not wait for the head's order."""
        self.discharge(REPORT_PLACING)
        self.record(PlacingReported())

    @act(
        by=Power.ISOLATE_DETAINEE,
        at=Stage.DETAINED,
        basis=_ROOM,
        when=(is_in_room, placing_may_be_renewed),
        ja="保護室への収容の期間の更新",
    )
    def renew_placing(self, body: paper.Renewal) -> None:
        """Renew the placing by 24 hours after its end, for a special need; a doctor is heard again."""
        self.require(may_be_renewed("55-53(3)", special_need=body.special_need))
        running = self.case.clock(PROTECTION_ROOM)
        ends_at = (running.ends_at if running else None) or self.at
        self.stop(PROTECTION_ROOM)
        if doctor_is_owed(self).value is Answer.YES:
            self.record(DoctorNotHeard())
        self._renewed(Separation.PROTECTION_ROOM, self.start_at(PROTECTION_ROOM, ends_at))
        self.owe(HEAR_DOCTOR)

    @act(by=Power.ISOLATE_DETAINEE, at=Stage.DETAINED, basis=_DOCTOR, when=(doctor_is_owed,), ja="医師等の意見の聴取")
    def hear_doctor(self, body: paper.DoctorsOpinion) -> None:
        """Hear a doctor on the detainee's health; the opinion stays in the entry."""
        self.discharge(HEAR_DOCTOR)
        self.record(DoctorHeard())

    @lapse(PROTECTION_ROOM, basis=_ROOM)
    def outlasts_placing(self) -> None:
        """The 24 hours are over and no end is on record: a breach, and the end is owed at once."""
        self.record(SeparationOutlasted(kind=Separation.PROTECTION_ROOM))
        self.owe(END_PLACING, due=self.today)

    @act(
        by=Power.ISOLATE_DETAINEE,
        at=Stage.DETAINED,
        basis=(_ROOM, ICRRA("55-53(4)")),
        when=(is_in_room,),
        ja="保護室への収容の中止",
    )
    def end_placing(self, body: paper.SeparationEnd) -> None:
        """End the placing, at once when the need has gone; a doctor who was not heard yet stays owed."""
        self._ended(Separation.PROTECTION_ROOM, body, self.state.in_room_since or self.at)
        self.stop(PROTECTION_ROOM)
        self.update(in_room_since=None, placed_before=True)
        self.discharge(END_PLACING)

    def _may_begin(self, article: str, body: paper.Again, *, earlier: bool) -> None:
        self.require(may_begin_again(article, body.recurrence, earlier=earlier, special_need=body.special_need))

    def _renewed(self, kind: Separation, clock: Clock) -> None:
        self.record(SeparationRenewed(kind=kind, ends_at=clock.ends_at or self.at))

    def _ended(self, kind: Separation, body: paper.SeparationEnd, since: datetime) -> None:
        """An end on a later day than that on which the need had gone is no end at once (A-02)."""
        gone = body.need_ended_at
        if gone is not None:
            self.require(since <= gone <= self.at, _NEED_OUTSIDE)
            if legal_day(gone) < self.today:
                self.record(SeparationOutlasted(kind=kind, beyond_need=True))
        self.record(SeparationEnded(kind=kind))
