"""Exit control of somebody who leaves at own expense: the confirmation of departure, and its hold (25, 25-2)."""

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.enforcement_clocks import EXIT_HOLD
from law.exit_control import hold_is_open, may_be_withheld
from law.finding import Answer, Finding
from law.periods import legal_day
from law.policies import cite
from workflows.effects import Departed
from workflows.own_expense_case import (
    STANDING,
    AuthorityTold,
    DepartureHeld,
    HoldEnded,
    HoldSeenTo,
    OneYear,
    OwnExpenseCase,
)
from workflows.papers import own_expense as paper
from workflows.papers.own_expense_duties import HOLD_NOTICE, SEE_TO_HOLD, TELL_AUTHORITY

_HOLD = (ICRRA("25-2(1)"), ORD("28"))


def nothing_is_withheld(case: OwnExpenseCase) -> Finding[Answer]:
    """Whether the confirmation of departure is not withheld now."""
    return unless(case.case.clock(EXIT_HOLD) is None, _WITHHELD)


def it_is_withheld(case: OwnExpenseCase) -> Finding[Answer]:
    """Whether the confirmation of departure is withheld now."""
    return unless(case.case.clock(EXIT_HOLD) is not None, _NOT_WITHHELD)


def authority_is_to_be_told(case: OwnExpenseCase) -> Finding[Answer]:
    """Whether an authority waits for word of a hold."""
    return unless(case.owes(TELL_AUTHORITY), _NOBODY_TO_TELL)


def hold_is_to_be_seen_to(case: OwnExpenseCase) -> Finding[Answer]:
    """Whether a hold that reaches the last day of the one year waits for a person (A-50)."""
    return unless(case.owes(SEE_TO_HOLD), _NO_HOLD_TO_SEE_TO)


class ExitSteps(OwnExpenseCase):
    """The steps at exit control; the law has no rule for a hold that runs beyond the last day of the one year."""

    @act(
        by=Power.CONFIRM_DEPARTURE,
        at=STANDING,
        basis=_HOLD,
        when=(nothing_is_withheld,),
        ja="出国確認の留保",
    )
    def hold_departure(self, body: paper.ExitHold) -> None:
        """Withhold the confirmation of departure, for at most 24 hours from the person's act for exit control."""
        self.require(may_be_withheld(body.ground, notified=body.notified, excepted=body.excepted, at=self.at))
        self.require(hold_is_open(body.began_at, self.at))
        self.require_past(legal_day(body.began_at), not_before=legal_day(self.state.permitted_at or self.at))
        clock = self.start_at(EXIT_HOLD, body.began_at)
        self.serve(HOLD_NOTICE)
        self.owe(TELL_AUTHORITY, due=self.today)
        until = self.state.until
        if self.state.one_year is OneYear.DECIDED and until is not None and until <= clock.last_day:
            self.owe(SEE_TO_HOLD, due=until)
        if clock.ends_at is not None:
            self.record(DepartureHeld(ground=body.ground, until=clock.ends_at))

    @act(
        by=Power.CONFIRM_DEPARTURE,
        basis=ICRRA("25-2(2)"),
        when=(authority_is_to_be_told,),
        ja="出国確認の留保の通報",
    )
    def tell_authority(self, body: paper.WordToAuthority) -> None:
        """Tell the authority that had notified the ground, at once."""
        self.require_past(legal_day(body.told_at))
        self.discharge(TELL_AUTHORITY)
        self.record(AuthorityTold())

    @act(by=Power.CONFIRM_DEPARTURE, at=STANDING, basis=_HOLD, when=(it_is_withheld,), ja="出国確認の留保の解除")
    def end_hold(self, body: paper.Reasons) -> None:
        """Withhold the confirmation no longer, before the 24 hours are over."""
        self.stop(EXIT_HOLD)
        self.discharge(SEE_TO_HOLD)
        self.record(HoldEnded(run_out=False))

    @lapse(EXIT_HOLD, basis=ICRRA("25-2(1)"))
    def hold_is_over(self) -> None:
        """The 24 hours passed: the confirmation may no longer be withheld."""
        self.record(HoldEnded(run_out=True))

    @act(
        by=Power.PERMIT_OWN_EXPENSE_DEPARTURE,
        at=STANDING,
        basis=(ICRRA("52(5)"), ICRRA("25-2(1)"), cite("A-50")),
        when=(hold_is_to_be_seen_to,),
        ja="期限に及ぶ出国確認の留保への対応",
    )
    def see_to_hold(self, body: paper.Reasons) -> None:
        """Record what a person did about a hold that reaches the last day of the one year."""
        self.discharge(SEE_TO_HOLD)
        self.record(HoldSeenTo())

    @act(
        by=Power.CONFIRM_DEPARTURE,
        at=STANDING,
        basis=(ICRRA("25(1)"), ICRRA("52(4)"), ORD("27")),
        when=(nothing_is_withheld,),
        ja="出国の確認",
    )
    def confirm_departure(self, body: paper.DepartureConfirmed) -> None:
        """Confirm the departure: the person leaves under the permission, and landing is denied from that day."""
        self.update(seen_off_on=self.today)
        self.leave(self.today)
        self.record(Departed(on=self.today))


_WITHHELD = because(
    "departure_withheld",
    ICRRA("25-2(1)"),
    en="The confirmation of departure is withheld.",
    ja="出国の確認が留保されている。",
    remedy="Wait for the end of the 24 hours, or end the hold.",
)
_NOT_WITHHELD = because(
    "departure_not_withheld",
    ICRRA("25-2(1)"),
    en="The confirmation of departure is not withheld.",
    ja="出国の確認は留保されていない。",
    remedy="Confirm the departure.",
)
_NOBODY_TO_TELL = because(
    "no_authority_to_tell",
    ICRRA("25-2(2)"),
    en="No authority waits for word of a hold.",
    ja="通報すべき留保がない。",
    remedy="Withhold the confirmation first.",
)
_NO_HOLD_TO_SEE_TO = because(
    "no_hold_to_see_to",
    ICRRA("25-2(1)"),
    cite("A-50"),
    en="No hold reaches the last day of the one year.",
    ja="期限に及ぶ留保がない。",
    remedy="Nothing is to be done.",
)
