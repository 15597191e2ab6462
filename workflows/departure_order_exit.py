"""Leaving: exit control, a hold of at most 24 hours, and the confirmation of departure (25, 25-2, Ord. 27(3))."""

from datetime import timedelta

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.departure_order_terms import paper_is_submitted
from law.enforcement_clocks import EXIT_HOLD
from law.exit_control import hold_is_open, may_be_withheld
from law.finding import Answer, Finding
from law.periods import legal_day
from law.policies import cite
from workflows.departure_order_case import RUNNING, DepartureOrderCase, Stage
from workflows.departure_order_record import (
    AgencyTold,
    ConfirmationWithheld,
    DepartureConfirmed,
    ExposedToPenalty,
    HoldEnded,
    HoldRanOut,
)
from workflows.effects import Departed
from workflows.enforcement_effects import DepartureOrderEnd
from workflows.papers.departure_order import ExitHeld, Leave, Reasoned
from workflows.papers.departure_order_duties import CONFIRM, TAKE_REQUEST, TELL_AGENCY
from workflows.papers.own_expense_duties import HOLD_NOTICE


def confirmation_is_withheld(case: DepartureOrderCase) -> Finding[Answer]:
    """Whether the confirmation of departure is being withheld."""
    return unless(case.case.clock(EXIT_HOLD) is not None, _NOT_WITHHELD)


def confirmation_is_not_withheld(case: DepartureOrderCase) -> Finding[Answer]:
    """Whether no hold runs: one act for exit control brings 24 hours at most."""
    return unless(case.case.clock(EXIT_HOLD) is None, _WITHHELD)


def agency_is_to_be_told(case: DepartureOrderCase) -> Finding[Answer]:
    """Whether the authority that had notified is still to be told of the hold."""
    return unless(case.owes(TELL_AGENCY), _TOLD)


class ExitControl(DepartureOrderCase):
    """The steps of the inspector at the port."""

    @act(
        by=Power.CONFIRM_DEPARTURE,
        at=RUNNING,
        basis=(ICRRA("25-2(1)"), ORD("28"), cite("A-50")),
        when=(confirmation_is_not_withheld,),
        ja="出国の確認の留保",
    )
    def withhold_confirmation(self, body: ExitHeld) -> None:
        """Withhold the confirmation, and hand over notice of it: 24 hours at most from the act for exit control."""
        notified = body.authority is not None
        self.require(may_be_withheld(body.ground, notified=notified, excepted=body.excepted, at=self.at))
        self.require(hold_is_open(body.procedure_done_at, self.at))
        until = EXIT_HOLD.end_from(body.procedure_done_at)
        self.start_at(EXIT_HOLD, body.procedure_done_at)
        self.serve(HOLD_NOTICE)
        self.served(HOLD_NOTICE, self.today)
        self.update(held_to=until)
        self.discharge(CONFIRM)
        self.owe(TELL_AGENCY, due=self.today)
        reaches_the_last_day = legal_day(until - timedelta.resolution) >= self.deadline
        if reaches_the_last_day and self.case.stage is Stage.ORDERED and self.state.asked_on is None:
            self.owe(TAKE_REQUEST, due=self.deadline)
        self.record(ConfirmationWithheld(ground=body.ground, until=until))

    @act(
        by=Power.CONFIRM_DEPARTURE,
        at=RUNNING,
        basis=ICRRA("25-2(2)"),
        when=(agency_is_to_be_told,),
        ja="通知をした機関への通報",
    )
    def tell_agency(self) -> None:
        """Tell the authority that had notified that the confirmation is withheld."""
        self.discharge(TELL_AGENCY)
        self.record(AgencyTold())

    @act(
        by=Power.CONFIRM_DEPARTURE,
        at=RUNNING,
        basis=ICRRA("25-2(1)"),
        when=(confirmation_is_withheld,),
        ja="出国の確認の留保の終了",
    )
    def end_hold(self, body: Reasoned) -> None:
        """End the hold before its time."""
        self._end_hold()
        self.owe(CONFIRM, due=self.today)

    def _end_hold(self) -> None:
        if self.case.clock(EXIT_HOLD) is not None:
            self.stop(EXIT_HOLD)
            self.update(held_to=self.at)
            self.record(HoldEnded())

    @lapse(EXIT_HOLD, basis=ICRRA("25-2(1)"))
    def hold_runs_out(self) -> None:
        """24 hours have passed: the confirmation may no longer be withheld."""
        self.owe(CONFIRM, due=self.today)
        self.record(HoldRanOut())

    @act(
        by=Power.CONFIRM_DEPARTURE,
        at=RUNNING,
        basis=(ICRRA("25(1)"), ICRRA("55-85(1)"), ORD("27(3)"), cite("A-50")),
        ja="出国の確認",
    )
    def confirm_departure(self, body: Leave) -> None:
        """Confirm the departure of the person, who submits the order: he or she has left."""
        self.require(
            paper_is_submitted(submitted=body.order_submitted, said_why_not=body.not_submitted_because is not None)
        )
        passed = self.today > self.deadline
        self.require(not passed or (body.in_time is not None and body.reasons is not None), _NOT_JUDGED)
        self._end_hold()
        self.update(seen_off_on=self.today)
        self.record(DepartureConfirmed(on=self.today, order_submitted=body.order_submitted))
        self.record(Departed(on=self.today))
        if passed and not body.in_time:
            self._leave_too_late()
        else:
            self.leave(self.today)

    def _leave_too_late(self) -> None:
        """A person found that the deadline was missed; the person is gone, and no ground of deportation is left."""
        self.update(gone=True)
        self.record(ExposedToPenalty(article="70(1)(viii-2)"))
        self.finish(DepartureOrderEnd.MISSED)
        self.enter(Stage.MISSED)


_NOT_WITHHELD = because(
    "confirmation_not_withheld",
    ICRRA("25-2(1)"),
    en="The confirmation of departure is not withheld.",
    ja="出国の確認は留保されていない。",
    remedy="Nothing is to be ended; confirm the departure.",
)
_WITHHELD = because(
    "confirmation_withheld",
    ICRRA("25-2(1)"),
    en="The confirmation of departure is being withheld already.",
    ja="既に出国の確認を留保している。",
    remedy="Wait for the end of the 24 hours, or end the hold.",
)
_TOLD = because(
    "agency_told",
    ICRRA("25-2(2)"),
    en="The authority was told already, or nothing was withheld.",
    ja="通報は既に行われているか、留保していない。",
    remedy="Nothing is left to be told.",
)
_NOT_JUDGED = because(
    "leaving_in_time_not_judged",
    ICRRA("24(viii)"),
    ICRRA("5(1)(ix)"),
    cite("A-50"),
    en="The deadline has passed: whether this counts as leaving under the order is not judged, or without reasons.",
    ja="出国期限が経過しており、出国命令による出国に当たるかどうかの判断及び理由がない。",
    remedy="Judge it, with reasons.",
)
