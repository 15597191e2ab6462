"""A procedure for the tests of the stack: grave and less grave clocks, a notice, and faults on demand."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from temporalio import workflow

from engine.case import CaseStage, NoticeKind, stage
from engine.declaration import act, lapse, opening
from engine.payload import CaseState, Payload, ShortText
from engine.procedure import Procedure
from law.citation import PRACTICE
from law.clocks import OBJECTION, REVIEW_REQUEST
from law.competence import Power
from workflows.case import Case
from workflows.ports import CaseRef

BASIS = PRACTICE("a parcel")
SLIP = NoticeKind("slip", en="Slip", ja="不在票", form="1", basis=(BASIS,))


class Stage(CaseStage):
    """Where a parcel stands."""

    POSTED = stage("posted", "Posted", "引受", quiet="a parcel owes nothing by itself")
    WAITING = stage("waiting", "Waiting", "留置き")
    LOST = stage("lost", "Lost", "亡失", quiet="a lost parcel owes nothing")
    DELIVERED = stage("delivered", "Delivered", "配達済み", closed=True)


class State(CaseState):
    """A parcel."""

    labels: tuple[str, ...] = ()
    cursed: bool = False


class Label(Payload):
    """What is written on it."""

    text: ShortText


class Parcel(Procedure[State]):
    """A parcel that is labelled and waits to be collected."""

    en = "Parcel"
    ja = "小包"
    stages = Stage
    state_type = State
    notices = (SLIP,)

    @classmethod
    def bears(cls, case: Any) -> Iterable[object]:
        """Nothing."""
        return ()

    @opening(by=Power.EXAMINE, basis=BASIS, ja="引受")
    def post(self, body: Label) -> None:
        """Take it in."""
        self.begin(State(labels=(body.text,)), Stage.POSTED)

    @act(by=Power.EXAMINE, at=(Stage.POSTED, Stage.WAITING, Stage.LOST), basis=BASIS, ja="貼付")
    def label(self, body: Label) -> None:
        """Put another label on it."""
        self.update(labels=(*self.state.labels, body.text))

    @act(by=Power.EXAMINE, at=Stage.POSTED, basis=BASIS, ja="留置き")
    def hold(self, body: Label) -> None:
        """Let it wait; a grave wait ends sooner to the eye of the sweeper."""
        self.start(REVIEW_REQUEST if body.text == "grave" else OBJECTION, on=self.today - timedelta(days=1))
        self.update(cursed=body.text == "cursed")
        self.enter(Stage.WAITING)

    @act(by=Power.EXAMINE, at=Stage.POSTED, basis=BASIS, ja="不在票")
    def leave_slip(self, body: Label) -> None:
        """Leave a slip."""
        self.serve(SLIP)

    @act(by=Power.EXAMINE, at=(Stage.POSTED, Stage.WAITING), basis=BASIS, ja="焼却")
    def burn(self, body: Label) -> None:
        """Fail: a defect of ours."""
        raise ZeroDivisionError(body.text)

    @act(by=Power.EXAMINE, at=(Stage.POSTED, Stage.LOST), basis=BASIS, ja="配達")
    def deliver(self, body: Label) -> None:
        """Hand it over."""
        self.enter(Stage.DELIVERED)

    @act(by=Power.EXAMINE, at=Stage.DELIVERED, basis=BASIS, ja="返送")
    def send_back(self, body: Label) -> None:
        """Take it back."""
        self.enter(Stage.POSTED)

    @lapse(REVIEW_REQUEST, basis=BASIS)
    def is_lost_gravely(self) -> None:
        """It waited too long."""
        self.enter(Stage.LOST)

    @lapse(OBJECTION, basis=BASIS)
    def is_lost(self) -> None:
        """It waited too long, or fails to be lost: a defect of ours."""
        if self.state.cursed:
            raise ZeroDivisionError("cursed")
        self.enter(Stage.LOST)


@workflow.defn(name="Parcel")
class ParcelCase(Case):
    """A parcel on Temporal."""

    @workflow.run
    async def run(self, case: CaseRef) -> None:
        """Keep the case."""
        await self.keep(case)
