"""Four toy procedures that use everything of the kit: clocks, effects, standstill, a case opened by an act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from engine.case import Case, CaseStage, DutyKind, NoticeKind, stage
from engine.declaration import Procedures, act, lapse, opening, upon
from engine.payload import CaseState, Fact, Nothing, Payload, Text
from engine.procedure import Procedure
from engine.refusal import because, unless
from law.citation import ICRRA
from law.clocks import HEARING_REQUEST, PROVISIONAL_STAY, REVIEW_REQUEST
from law.competence import Power
from law.facts import DeportationOrder, Ground, ProvisionalStayPeriod
from law.finding import Answer, Finding
from law.policies import PROMPTLY

BASIS = ICRRA("61-2(1)")
STANDS_STILL = because("stands_still", BASIS, en="The procedure stands still.", ja="手続停止中。")

DECIDE = DutyKind("decide", "Decide", "判断", Power.DECIDE_RECOGNITION, (BASIS,), PROMPTLY)
SERVE = DutyKind("serve", "Serve the refusal", "交付", Power.CERTIFY_SERVICE, (BASIS,))
ACCEPT = DutyKind("accept", "Record the acceptance", "服した旨の記録", Power.ISSUE_DEPORTATION_ORDER, (BASIS,))
REFUSAL = NoticeKind("refusal", "Refusal", "不認定通知書", "form 76", (BASIS,))


class Told(Payload):
    """The day on which something reached the person."""

    received_on: date


class Reasons(Payload):
    """Why."""

    reasons: Text
    weight: int = 0


class Until(Payload):
    """A day that an officer fixes."""

    until: date


class Filed(Fact):
    """A petition was filed."""


class Refused(Fact):
    """It was refused."""

    weight: int


class Ended(Fact):
    """A petition ended."""


class SheltersBegan(Fact):
    """Shelter began."""


class ShelterEnded(Fact):
    """Shelter ended."""


class Ordered(Fact):
    """The order was made."""


class PetitionStage(CaseStage):
    """Of a petition."""

    EXAMINED = stage("examined", "Examined", "審査中")
    TO_SERVE = stage("to_serve", "To be served", "交付待ち")
    OPEN = stage("open", "Open to review", "期間中")
    REVIEWED = stage("reviewed", "Under review", "審査請求中", quiet="waits for the reviewer")
    FINAL = stage("final", "Final", "確定", closed=True)
    WITHDRAWN = stage("withdrawn", "Withdrawn", "取下げ", closed=True)


class PetitionState(CaseState):
    """What is kept."""

    weight: int = 0
    orders_seen: int = 0


class Petition(Procedure[PetitionState]):
    """A petition with a window for review."""

    en, ja = "Petition", "申請"
    stages, state_type = PetitionStage, PetitionState
    duties, notices = (DECIDE, SERVE), (REFUSAL,)

    @opening(by=Power.RECEIVE_FILING, basis=BASIS, ja="申請")
    def file_petition(self, _: Nothing) -> None:
        """File a petition."""
        self.begin(PetitionState(), PetitionStage.EXAMINED)
        self.owe(DECIDE)
        self.record(Filed())

    @act(by=Power.DECIDE_RECOGNITION, at=PetitionStage.EXAMINED, basis=BASIS, ja="不認定")
    def refuse(self, body: Reasons) -> None:
        """Refuse it."""
        self.update(weight=body.weight)
        self.discharge(DECIDE)
        self.owe(SERVE)
        self.serve(REFUSAL)
        self.record(Refused(weight=body.weight))
        self.enter(PetitionStage.TO_SERVE)

    @act(by=Power.CERTIFY_SERVICE, at=PetitionStage.TO_SERVE, basis=BASIS, ja="交付")
    def certify(self, body: Told) -> None:
        """Certify service."""
        self.require_past(body.received_on)
        self.served(REFUSAL, body.received_on)
        self.discharge(SERVE)
        self.start(REVIEW_REQUEST, on=body.received_on)
        self.enter(PetitionStage.OPEN)

    @act(by=Power.RECEIVE_FILING, at=PetitionStage.OPEN, basis=BASIS, ja="審査請求")
    def ask_review(self) -> None:
        """Receive a request for review."""
        self.stop(REVIEW_REQUEST)
        self.enter(PetitionStage.REVIEWED)

    @act(
        by=Power.RECEIVE_FILING,
        at=(PetitionStage.EXAMINED, PetitionStage.OPEN, PetitionStage.REVIEWED),
        basis=BASIS,
        ja="取下げ",
    )
    def withdraw(self) -> None:
        """Receive a withdrawal."""
        self.record(Ended())
        self.enter(PetitionStage.WITHDRAWN)

    @act(
        by=Power.DECIDE_RECOGNITION,
        at=PetitionStage.EXAMINED,
        when=(lambda case: unless(not case.position.all(DeportationOrder), STANDS_STILL),),
        basis=BASIS,
        ja="保護",
        on_paper=False,
    )
    def shelter(self, body: Until) -> None:
        """Give shelter for the time of the petition."""
        self.open("Shelter", "begin_shelter", body)

    @lapse(REVIEW_REQUEST, basis=BASIS)
    def becomes_final(self) -> None:
        """Nobody asked for review."""
        self.record(Ended())
        self.enter(PetitionStage.FINAL)

    @upon(Ordered, basis=ICRRA("51"))
    def sees_an_order(self, fact: Ordered) -> None:
        """An order was made beside it."""
        self.update(orders_seen=self.state.orders_seen + 1)


class ShelterStage(CaseStage):
    """Of shelter."""

    RUNNING = stage("running", "Running", "保護中")
    OVER = stage("over", "Over", "終了", closed=True)


class ShelterState(CaseState):
    """What is kept."""

    since: datetime
    last_day: date
    ended_at: datetime | None = None


class Shelter(Procedure[ShelterState]):
    """Shelter until a day that an officer fixes, or until the petition ends."""

    en, ja = "Shelter", "保護"
    stages, state_type = ShelterStage, ShelterState

    @classmethod
    def bears(cls, case: Case[ShelterState]) -> Iterable[object]:
        """A provisional stay."""
        yield ProvisionalStayPeriod(case.id, case.state.since, case.state.last_day, case.state.ended_at)

    @opening(by=Power.DECIDE_RECOGNITION, basis=BASIS, ja="保護開始")
    def begin_shelter(self, body: Until) -> None:
        """Begin."""
        self.begin(ShelterState(since=self.at, last_day=body.until), ShelterStage.RUNNING)
        self.start(PROVISIONAL_STAY, on=self.today, until=body.until)
        self.record(SheltersBegan())

    @act(by=Power.DECIDE_RECOGNITION, at=ShelterStage.RUNNING, basis=BASIS, ja="更新")
    def renew(self, body: Until) -> None:
        """Renew it."""
        self.move(PROVISIONAL_STAY, on=self.state.last_day, until=body.until)
        self.update(last_day=body.until)

    @lapse(PROVISIONAL_STAY, basis=BASIS)
    def runs_out(self) -> None:
        """The time is over."""
        self._end()

    @upon(Ended, basis=BASIS)
    def loses_its_petition(self, fact: Ended) -> None:
        """The petition ended."""
        if self.case.stage is ShelterStage.RUNNING:
            self._end()

    def _end(self) -> None:
        self.update(ended_at=self.at)
        self.record(ShelterEnded())
        self.enter(ShelterStage.OVER)


class ExpulsionStage(CaseStage):
    """Of an expulsion."""

    FOUND = stage("found", "Found", "認定", quiet="waits for the notice")
    OPEN = stage("open_to_hearing", "Open to hearing", "請求期間中")
    SILENT = stage("silent", "Silent", "請求なし")
    HEARING = stage("hearing", "Hearing", "口頭審理", quiet="waits for the hearing")
    ORDERED = stage("ordered", "Ordered", "発付済み", quiet="carried out elsewhere")
    DROPPED = stage("dropped", "Dropped", "終了", closed=True)


class ExpulsionState(CaseState):
    """What is kept."""

    ordered_at: datetime | None = None
    since: date


def moves(case: Expulsion) -> Finding[Answer]:
    """Whether nothing makes it stand still."""
    return unless(case.position.provisional_stay_running(case.at) is None, STANDS_STILL)


class Expulsion(Procedure[ExpulsionState]):
    """An expulsion with a window for a hearing; it stands still under shelter."""

    en, ja = "Expulsion", "退去強制"
    stages, state_type, duties = ExpulsionStage, ExpulsionState, (ACCEPT,)

    @classmethod
    def bears(cls, case: Case[ExpulsionState]) -> Iterable[object]:
        """The order, once there is one."""
        if case.state.ordered_at is not None:
            yield DeportationOrder(case.id, Ground.IV_RO, case.state.since, case.state.ordered_at)

    @opening(by=Power.RECEIVE_FILING, basis=BASIS, ja="容疑")
    def suspect(self, _: Nothing) -> None:
        """Suspect somebody."""
        self.begin(ExpulsionState(since=self.today), ExpulsionStage.FOUND)

    @act(by=Power.RECEIVE_FILING, at=ExpulsionStage.FOUND, when=(moves,), basis=BASIS, ja="通知")
    def notify(self, body: Told) -> None:
        """Tell the finding."""
        self.require_past(body.received_on)
        self.start(HEARING_REQUEST, on=body.received_on)
        self.enter(ExpulsionStage.OPEN)

    @act(by=Power.RECEIVE_FILING, at=ExpulsionStage.OPEN, when=(moves,), basis=BASIS, ja="請求")
    def ask_hearing(self) -> None:
        """Receive a request for a hearing."""
        self.stop(HEARING_REQUEST)
        self.enter(ExpulsionStage.HEARING)

    @act(
        by=Power.ISSUE_DEPORTATION_ORDER,
        at=ExpulsionStage.SILENT,
        when=(moves,),
        basis=BASIS,
        ja="発付",
        irreversible=True,
    )
    def order(self) -> None:
        """Make the order."""
        self.discharge(ACCEPT)
        self.update(ordered_at=self.at)
        self.enter(ExpulsionStage.ORDERED)
        self.record(Ordered())
        self.open("Watch", "begin_watch", Nothing())

    @act(by=Power.RECEIVE_FILING, basis=BASIS, ja="終了")
    def drop(self) -> None:
        """Drop it."""
        self.enter(ExpulsionStage.DROPPED)

    @lapse(HEARING_REQUEST, basis=BASIS)
    def is_silent(self) -> None:
        """Nobody asked for a hearing."""
        self.owe(ACCEPT)
        self.enter(ExpulsionStage.SILENT)

    @upon(SheltersBegan, basis=BASIS)
    def stands_still(self, fact: SheltersBegan) -> None:
        """Shelter began."""
        self.suspend(HEARING_REQUEST)

    @upon(ShelterEnded, basis=BASIS)
    def goes_on(self, fact: ShelterEnded) -> None:
        """Shelter ended; another one may still run."""
        if self.position.provisional_stay_running(self.at) is None:
            self.resume(HEARING_REQUEST)


class WatchStage(CaseStage):
    """Of a watch."""

    KEPT = stage("kept", "Kept", "記録中", quiet="owes nothing")


class WatchState(CaseState):
    """What is kept."""

    petitions: int = 0


class Watch(Procedure[WatchState]):
    """What an order opens."""

    en, ja = "Watch", "監視"
    stages, state_type = WatchStage, WatchState

    @opening(by=Power.RECEIVE_FILING, basis=BASIS, ja="開始")
    def begin_watch(self, _: Nothing) -> None:
        """Begin."""
        self.begin(WatchState(), WatchStage.KEPT)

    @upon(Filed, basis=BASIS)
    def counts(self, fact: Filed) -> None:
        """Count petitions."""
        self.update(petitions=self.state.petitions + 1)


TOYS = Procedures((Petition, Shelter, Expulsion, Watch))
