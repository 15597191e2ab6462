"""A small procedure with clocks, duties and notices, to try the register with: a letter that waits for its answer."""

from collections.abc import Iterable
from typing import Any

from engine.case import CaseStage, DutyKind, NoticeKind, stage
from engine.declaration import Procedures, act, lapse, opening, upon
from engine.payload import CaseState, Fact, Instant, Nothing, Payload, Text
from engine.procedure import Procedure
from engine.refusal import because
from law.citation import PRACTICE
from law.clocks import HEARING_REQUEST
from law.competence import Power
from workflows.circumstances import Circumstances
from workflows.effects import Departed

BASIS = PRACTICE("a letter")
ANSWER_LETTER = DutyKind("answer_letter", en="Answer", ja="回答", by=Power.EXAMINE, basis=(BASIS,))
LETTER = NoticeKind("letter", en="Letter", ja="書簡", form="1", basis=(BASIS,))


class Stage(CaseStage):
    """Where a letter stands."""

    WRITTEN = stage("written", "Written", "作成", quiet="nothing is owed before it is sent")
    SENT = stage("sent", "Sent", "発送")
    ANSWERED = stage("answered", "Answered", "回答済み", closed=True)
    SILENT = stage("silent", "Silent", "無回答", closed=True)
    DROPPED = stage("dropped", "Dropped", "取下げ", closed=True)


class State(CaseState):
    """A letter."""

    text: str
    replies: tuple[str, ...] = ()
    sent_at: Instant | None = None


class Draft(Payload):
    """What is written."""

    text: Text


class LetterSent(Fact):
    """A letter was sent."""

    text: str


class LetterAnswered(Fact):
    """A letter was answered."""

    reply: str


class Letter(Procedure[State]):
    """A letter that waits three days for its answer."""

    en = "Letter"
    ja = "書簡"
    stages = Stage
    state_type = State
    duties = (ANSWER_LETTER,)
    notices = (LETTER,)

    @classmethod
    def bears(cls, case: Any) -> Iterable[object]:
        """Nothing."""
        return ()

    @opening(by=Power.EXAMINE, basis=BASIS, ja="作成")
    def write(self, body: Draft) -> None:
        """Write it."""
        self.begin(State(text=body.text), Stage.WRITTEN)

    @act(by=Power.EXAMINE, at=Stage.WRITTEN, basis=BASIS, ja="発送")
    def send(self, _: Nothing) -> None:
        """Send it."""
        self.start(HEARING_REQUEST, on=self.today)
        self.owe(ANSWER_LETTER)
        self.serve(LETTER)
        self.update(sent_at=self.at)
        self.record(LetterSent(text=self.state.text))
        self.enter(Stage.SENT)

    @act(by=Power.EXAMINE, at=Stage.SENT, basis=BASIS, ja="留保")
    def pause(self, _: Nothing) -> None:
        """Let the days stand still."""
        self.suspend(HEARING_REQUEST)

    @act(by=Power.EXAMINE, at=Stage.SENT, basis=BASIS, ja="再開")
    def go_on(self, _: Nothing) -> None:
        """Let them go on."""
        self.resume(HEARING_REQUEST)

    @act(by=Power.EXAMINE, at=(Stage.SENT, Stage.WRITTEN), basis=BASIS, ja="注記")
    def note(self, body: Draft) -> None:
        """Note something."""
        self.require(
            body.text != "no", because("not_that", BASIS, en="Not that.", ja="不可。", remedy="Write something else.")
        )
        self.update(replies=(*self.state.replies, body.text))

    @act(by=Power.EXAMINE, at=Stage.SENT, basis=BASIS, ja="回答")
    def answer(self, body: Draft) -> None:
        """Take the answer."""
        self.served(LETTER, self.today)
        self.record(LetterAnswered(reply=body.text))
        self.enter(Stage.ANSWERED)

    @act(by=Power.EXAMINE, at=Stage.SENT, basis=BASIS, ja="差替え")
    def send_again(self, body: Draft) -> None:
        """Take the letter back and send another one as a case of its own."""
        self.withdraw_notice(LETTER)
        self.open("Letter", "write", body)
        self.enter(Stage.DROPPED)

    @lapse(HEARING_REQUEST, basis=BASIS)
    def is_silent(self) -> None:
        """No answer came."""
        self.enter(Stage.SILENT)

    @upon(Departed, basis=BASIS)
    def loses_its_object(self, _: Departed) -> None:
        """Nobody is there to answer."""
        if not self.case.stage.closed:
            self.enter(Stage.DROPPED)

    @upon(LetterAnswered, basis=BASIS)
    def hears_of_it(self, fact: LetterAnswered) -> None:
        """Another letter was answered."""
        if not self.case.stage.closed:
            self.update(replies=(*self.state.replies, fact.reply))


PROCEDURES = Procedures((Circumstances, Letter))

__all__ = ["PROCEDURES", "Letter"]
