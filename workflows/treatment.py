"""Treatment of a detainee from the start of detention to its end, or to what is owed after a death (55-18 to 55-83)."""

from collections.abc import Iterable

from engine.case import Case
from engine.declaration import act, opening, upon
from engine.refusal import because
from law.citation import ICRRA, ORD, PRACTICE, SUPPL
from law.competence import Power
from law.custody import DETAINED
from law.custody_clocks import HEALTH_EXAMINATION, ISOLATION, ISOLATION_RENEWAL, PROTECTION_ROOM
from law.ledger import overdue_after
from law.periods import legal_day
from law.policies import PROMPTLY
from law.treatment import MATTERS, Treated
from workflows.custody_effects import CustodyChanged, PlaceAssigned
from workflows.effects import Departed, Died
from workflows.papers import treatment as paper
from workflows.papers.custody import DetentionFollowed
from workflows.papers.treatment_duties import (
    ASK_HEALTH,
    DUTIES,
    END_ISOLATION,
    END_PLACING,
    EXAMINE,
    GIVE_CARE,
    HEAR_DOCTOR,
    REPORT_PLACING,
    SEE_TO_BURIAL,
    TELL_FAMILY,
    TELL_MATTERS,
)
from workflows.treatment_case import (
    Buried,
    DeathTold,
    MattersChanged,
    Stage,
    State,
    WrittenNoticeGiven,
)
from workflows.treatment_health import Health
from workflows.treatment_separation import Separated

_START = (ICRRA("55-18"), ICRRA("55-41(1)"), ICRRA("55-41(2)"), PRACTICE("examination of new detainees"))
_TELL = (ICRRA("55-18"), ORD("50-8"))
_NOT_IN_WRITING = because(
    "not_in_writing",
    ICRRA("55-18(2)"),
    en="The matters are told in writing.",
    ja="告知は書面で行う。",
    remedy="Hand over the written notice.",
)
_MATTERS_MISSING = because(
    "matters_missing",
    *_TELL,
    en="Not all of the matters that are to be told were told.",
    ja="告知すべき事項の一部を欠いている。",
    remedy="Tell every matter of 55-18(1), or every one that changed.",
)


class Treatment(Separated, Health):
    """Treatment of somebody held in immigration detention, in a facility or elsewhere (55-4 ff., Ord. 50-48).

    Not decided here: every judgment about health, danger and need: the head of the facility, officers for the head,
    and doctors judge. Texts about anybody's health stay in the entries.
    """

    en = "Treatment of a detainee"
    ja = "被収容者の処遇"
    duties = DUTIES

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """How the treatment stands while somebody is detained."""
        if case.stage is not Stage.DETAINED:
            return
        state = case.state
        examination, room = case.clock(HEALTH_EXAMINATION), case.clock(PROTECTION_ROOM)
        isolation = case.clock(ISOLATION) or case.clock(ISOLATION_RENEWAL)
        yield Treated(
            case=case.id,
            told=not state.untold,
            asked=state.asked_on is not None,
            examined_by=examination.ends_at if examination else None,
            isolated=state.isolated_since is not None,
            isolation_ends=isolation.ends_at if isolation else None,
            in_room=state.in_room_since is not None,
            room_ends=room.ends_at if room else None,
            owed=frozenset(duty.kind for duty in case.open_duties),
        )

    @opening(by=Power.TREAT_DETAINEE, basis=(*_START, SUPPL("10(1)")), ja="被収容者の処遇の開始", inner=True)
    def begin_treatment(self, body: DetentionFollowed) -> None:
        """Begin with a restraint: tell in writing, ask about health, have a doctor examine.

        Where detention began before the case was kept, nothing is known of earlier examinations: the three months
        count from today, and a prompt examination is owed all the same.
        """
        held = self.position.custody_held
        since = min(legal_day(held.since), self.today) if held and held.custody in DETAINED else self.today
        facility = held.facility if held else ""
        self.begin(State(detention=body.detention, held_since=since, facility=facility), Stage.DETAINED)
        by = self.today if since == self.today else overdue_after(self.today, PROMPTLY)
        self.owe(TELL_MATTERS, due=by)
        self.owe(ASK_HEALTH, due=by)
        self.owe(EXAMINE)
        self.start(HEALTH_EXAMINATION, on=self.today)

    @act(by=Power.TREAT_DETAINEE, at=Stage.DETAINED, basis=(*_TELL, SUPPL("10(1)")), ja="書面による告知")
    def tell_matters(self, body: paper.MattersTold) -> None:
        """Tell the matters of 55-18 in writing, in a language that is put on record; after a change, what changed."""
        on = body.told_on or self.today
        self.require_past(on, not_before=self.state.told_on or self.state.held_since)
        self.require(body.in_writing, _NOT_IN_WRITING)
        self.require(self.state.untold <= body.matters, _MATTERS_MISSING)
        changed = self.state.told_on is not None
        self.update(untold=frozenset(), told_on=on)
        self.discharge(TELL_MATTERS)
        self.record(WrittenNoticeGiven(on=on, after_change=changed))

    @act(by=Power.TREAT_DETAINEE, at=Stage.DETAINED, basis=ORD("50-8(2)"), ja="告知事項の変更")
    def change_matters(self, body: paper.MattersChange) -> None:
        """Record that matters of 55-18 changed: they are told again in writing."""
        self.update(untold=self.state.untold | body.matters)
        self.owe(TELL_MATTERS, due=self.today)
        self.record(MattersChanged(matters=tuple(sorted(body.matters))))

    @upon(PlaceAssigned, basis=(ICRRA("55-18(1)"), ICRRA("55-41(1)"), ORD("50-48")))
    def follows_to_another_facility(self, fact: PlaceAssigned) -> None:
        """Detention goes on at another facility: there the start is a start again."""
        facility = held.facility if (held := self.position.custody_held) else ""
        if self.case.stage is not Stage.DETAINED or facility == self.state.facility:
            return
        self.update(facility=facility, untold=MATTERS, told_on=None, asked_on=None)
        self.owe(TELL_MATTERS, due=self.today)
        self.owe(ASK_HEALTH, due=self.today)

    @upon(CustodyChanged, basis=ICRRA("55-4(1)"))
    def follows_custody(self, fact: CustodyChanged) -> None:
        """The person is detained no longer: the treatment ends."""
        if self.case.stage is Stage.DETAINED and fact.after not in DETAINED:
            self.enter(Stage.ENDED)

    @upon(Departed, basis=ICRRA("55-4(1)"))
    def loses_its_object(self, fact: Departed) -> None:
        """The person left Japan."""
        if self.case.stage is Stage.DETAINED:
            self.enter(Stage.ENDED)

    @upon(Died, basis=(ICRRA("55-82"), ICRRA("55-83")))
    def follows_death(self, fact: Died) -> None:
        """The person died in detention: the family is told promptly, and somebody sees to the burial."""
        if self.case.stage is not Stage.DETAINED:
            return
        for clock in (HEALTH_EXAMINATION, ISOLATION, ISOLATION_RENEWAL, PROTECTION_ROOM):
            self.stop(clock)
        self.discharge(TELL_MATTERS, ASK_HEALTH, EXAMINE, GIVE_CARE)
        self.discharge(END_ISOLATION, END_PLACING, HEAR_DOCTOR, REPORT_PLACING)
        self.owe(TELL_FAMILY)
        self.owe(SEE_TO_BURIAL)
        self.enter(Stage.DECEASED)

    @act(
        by=Power.TREAT_DETAINEE,
        at=Stage.DECEASED,
        basis=(ICRRA("55-82"), ORD("50-45"), ORD("50-46")),
        ja="遺族等への死亡の通知",
    )
    def tell_family(self, body: paper.FamilyTold) -> None:
        """Tell the family of the cause and time of the death, and of things left."""
        self.require_past(body.told_on)
        self.update(family_told_on=body.told_on)
        self.discharge(TELL_FAMILY)
        self.record(DeathTold(on=body.told_on))
        self._end_when_done()

    @act(
        by=Power.TREAT_DETAINEE,
        at=Stage.DECEASED,
        basis=(ICRRA("55-83(1)"), ORD("50-47")),
        ja="埋葬又は火葬の記録",
    )
    def record_burial(self, body: paper.Burial) -> None:
        """Record the burial or cremation, by the family or, where nobody does it, by the head."""
        self.require_past(body.on)
        self.update(buried_on=body.on)
        self.discharge(SEE_TO_BURIAL)
        self.record(Buried(by=body.done_by))
        self._end_when_done()

    def _end_when_done(self) -> None:
        if self.state.family_told_on is not None and self.state.buried_on is not None:
            self.enter(Stage.ENDED)
