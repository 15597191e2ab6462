"""After the deportation order: removal that cannot be done at once, the screening, special release (52(7)-(11))."""

from engine.declaration import act
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.detention import SPECIAL_RELEASE_FROM, Occasion, may_be_executed_by_detention, proceedings_run
from law.detention_conduct import EXPOSURE, exposure
from law.detention_reasons import PROCEEDINGS_RUN, SPECIAL_RELEASE_NOT_NAMED
from law.facts import Custody
from law.finding import Answer, Finding
from law.policies import cite
from workflows.detention_case import DetentionCase, Stage
from workflows.detention_record import (
    ConditionsBroken,
    RemovalFoundImpossible,
    ScreenedAfterOrder,
    SpeciallyReleased,
)
from workflows.detention_standing import Standing
from workflows.papers.custody import OrderFollowed
from workflows.papers.deportation import Reasoned
from workflows.papers.detention import (
    AfterOrderOutcome,
    AfterOrderScreening,
    Broken,
    LibertyCondition,
    SpecialRelease,
)
from workflows.papers.detention_duties import (
    DETAIN_PERSON,
    REMOVE_OR_TELL,
    SCREEN_AFTER_ORDER,
    SPECIAL_RELEASE_PERMIT,
    WEIGH_SPECIAL_RELEASE,
)
from workflows.sponsorship_case import OPEN as SPONSORSHIP_OPEN

NEEDED_CONDITIONS = frozenset({LibertyCondition.RESIDENCE, LibertyCondition.MOVEMENT, LibertyCondition.APPEARANCE})


def order_stands(case: DetentionCase) -> Finding[Answer]:
    """Whether the deportation order issued and stands."""
    return unless(case.state.ordered, _NO_ORDER)


def no_proceedings_run(case: DetentionCase) -> Finding[Answer]:
    """Whether no criminal proceedings hold up the execution of the order, as far as is on record (63(2))."""
    return unless(not proceedings_run(case.position.circumstances, case.at), PROCEEDINGS_RUN)


def removal_is_owed(case: DetentionCase) -> Finding[Answer]:
    """Whether the control officer owes removal or the notice that it cannot be done at once (52(3), (7))."""
    return unless(case.owes(REMOVE_OR_TELL), _NOTHING_TO_TELL)


def a_screening_is_owed(case: DetentionCase) -> Finding[Answer]:
    """Whether the supervising inspector was told that removal cannot be carried out at once (52(8))."""
    return unless(case.owes(SCREEN_AFTER_ORDER), _NOT_TOLD)


def special_release_is_open(case: DetentionCase) -> Finding[Answer]:
    """Whether the detention is one of those from which the law knows special release (52(10), A-39)."""
    named = case.state.held_under in SPECIAL_RELEASE_FROM and case.state.title is not None
    return unless(named, SPECIAL_RELEASE_NOT_NAMED)


class AfterOrder(Standing):
    """The steps D5 and 7.5 of LAW §7."""

    @act(
        by=Power.DETAIN,
        at=(Stage.FREE, Stage.DETAINED_DEPORTATION_ORDER),
        basis=ICRRA("52(7)"),
        when=(order_stands, no_proceedings_run, removal_is_owed),
        ja="直ちに送還できない旨の通知",
    )
    def tell_removal_impossible(self, body: Reasoned) -> None:
        """Tell the supervising inspector that removal cannot be carried out at once."""
        self.discharge(REMOVE_OR_TELL)
        self.owe(SCREEN_AFTER_ORDER)
        self.record(RemovalFoundImpossible())

    @act(
        by=Power.SCREEN,
        at=(Stage.FREE, Stage.DETAINED_DEPORTATION_ORDER),
        basis=(ICRRA("52(8)"), ICRRA("52-2(1)"), ICRRA("52-2(5)"), cite("A-45")),
        when=(order_stands, no_proceedings_run, a_screening_is_owed),
        ja="退去強制令書発付後の監理措置か収容かの審査",
    )
    def screen_after_order(self, body: AfterOrderScreening) -> None:
        """Choose between Sponsorship and detention until removal is possible."""
        detention = body.outcome is AfterOrderOutcome.DETENTION
        self.require(body.sponsorship_considered, _SPONSORSHIP_NOT_CONSIDERED)
        self.record(ScreenedAfterOrder(detention=detention))
        if detention:
            self._choose_detention()
        else:
            self.require(not self._sponsorship_is_open(), _SPONSORSHIP_IS_OPEN)
            self.open("Sponsorship", "consider_after_order", OrderFollowed(deportation=self.state.deportation))

    def _sponsorship_is_open(self) -> bool:
        return any(one.stage in SPONSORSHIP_OPEN for one in self.position.of("Sponsorship"))

    def _choose_detention(self) -> None:
        self.require(may_be_executed_by_detention(self.position.circumstances, self.at))
        self.discharge(SCREEN_AFTER_ORDER)
        if self.case.stage is Stage.DETAINED_DEPORTATION_ORDER:
            self.update(held_under=Occasion.UNTIL_REMOVAL)
            return
        self.update(due=Occasion.UNTIL_REMOVAL)
        self.owe(DETAIN_PERSON)

    @act(
        by=Power.RELEASE_SPECIALLY,
        at=Stage.DETAINED_DEPORTATION_ORDER,
        basis=(ICRRA("52(10)"), ICRRA("52(11)"), ORD("48"), cite("A-39")),
        when=(special_release_is_open,),
        ja="特別放免",
    )
    def release_specially(self, body: SpecialRelease) -> None:
        """Release under conditions, since removal has plainly become impossible, and hand over the permit."""
        self.require(body.plainly_impossible, _REMOVAL_POSSIBLE)
        self.require(body.conditions >= NEEDED_CONDITIONS, CONDITIONS_MISSING)
        self.let_go()
        self.update(specially_released=True)
        self.discharge(REMOVE_OR_TELL, SCREEN_AFTER_ORDER)
        self.serve(SPECIAL_RELEASE_PERMIT)
        self.served(SPECIAL_RELEASE_PERMIT, self.today)
        self.record(SpeciallyReleased())
        self.enter(Stage.SPECIAL_RELEASE)

    @act(
        by=Power.RECORD_CUSTODY,
        at=(Stage.SPECIAL_RELEASE, Stage.TRAVEL_RESTRICTED, Stage.SET_FREE_IN_DISASTER),
        basis=(ICRRA("72(iv)"), ICRRA("72(xii)"), ICRRA("70(1)(xii)"), ICRRA("71-6"), cite("A-39")),
        ja="条件違反等の記録",
    )
    def record_breach(self, body: Broken) -> None:
        """Record what was done against the conditions, or against the duty to come back; no custody changes by it."""
        custody = Custody(self.case.stage.value)
        self.require(exposure(custody, body.conduct))
        self.record(ConditionsBroken(conduct=body.conduct, exposure=EXPOSURE[custody, body.conduct]))
        if self.case.stage is Stage.SPECIAL_RELEASE:
            self.owe(WEIGH_SPECIAL_RELEASE)


_NO_ORDER = because(
    "no_order_in_force",
    ICRRA("52(7)"),
    en="No deportation order stands.",
    ja="効力のある退去強制令書がない。",
    remedy="Issue the order first.",
)
_NOTHING_TO_TELL = because(
    "nothing_to_tell",
    ICRRA("52(7)"),
    en="Removal is not owed now, or it was told that it cannot be done at once.",
    ja="送還を要する状態にないか、既に通知がされている。",
    remedy="Screen where it was told.",
)
_NOT_TOLD = because(
    "not_told",
    ICRRA("52(7)"),
    ICRRA("52(8)"),
    en="The control officer has not told that removal cannot be carried out at once.",
    ja="直ちに送還することができない旨の通知がされていない。",
    remedy="Let the control officer tell it first.",
)
_SPONSORSHIP_NOT_CONSIDERED = because(
    "sponsorship_not_considered",
    ICRRA("52(8)"),
    ICRRA("52-2(1)"),
    en="The screening after the order considers Sponsorship.",
    ja="監理措置に付することの検討がされていない。",
    remedy="Consider Sponsorship.",
)
_SPONSORSHIP_IS_OPEN = because(
    "sponsorship_is_open",
    ICRRA("52(8)"),
    ICRRA("52-2"),
    en="Sponsorship of this person is being considered or running.",
    ja="監理措置の検討中又は監理措置中である。",
    remedy="Go on in the Sponsorship case, or choose detention.",
)
_REMOVAL_POSSIBLE = because(
    "removal_not_plainly_impossible",
    ICRRA("52(10)"),
    en="Special release needs that removal has plainly become impossible.",
    ja="送還することができないことが明らかになったことを要する。",
    remedy="Consider Sponsorship or provisional release.",
)
CONDITIONS_MISSING = because(
    "conditions_missing",
    ICRRA("52(10)"),
    ICRRA("63-2(1)"),
    ORD("48(1)"),
    ORD("59-4(1)"),
    en="A residence, a range of movement and the duty to appear are conditions in every case.",
    ja="住居、行動範囲の制限及び呼出しに対する出頭の義務が条件に含まれていない。",
    remedy="Set them.",
)
