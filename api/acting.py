"""The way of an act: on file already? version? quick refusal; send; and, always last, what the register says."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from activities.send import Answer, Fate
from api.ports import House, OnFile
from api.posting import Posting
from api.problems import (
    Internal,
    KeyOfAnother,
    MalformedRequest,
    Missing,
    NothingSent,
    ProblemError,
    Stale,
    TooLarge,
    refused,
)
from api.versions import expected_version
from engine.case import Case
from engine.command import Command, Filed, Kind, Officer, Outcome
from engine.declaration import Act
from engine.explain import explain
from engine.filing import is_late
from engine.refusal import NoPower, Refusal, because
from engine.sent import refusal_sent
from law.competence import Power, may_exercise
from law.finding import Answer as Holds
from register.errors import Unavailable
from register.receipt import Receipt
from workflows.ports import Fault


@dataclass(frozen=True, slots=True)
class Intent:
    """What a request asks to be filed; for an act, a correction or a resolution `case` names the case."""

    kind: Kind
    person: str
    procedure: str
    act: str
    body: dict[str, Any]
    power: Power
    case: str = ""
    target: str | None = None
    occurred_at: datetime | None = None
    decided_by: str | None = None
    if_match: str | None = None
    asks: Act | None = field(default=None, compare=False)
    """The declared act, where it can be judged before it is sent."""


@dataclass(frozen=True, slots=True)
class Pending:
    """Accepted or uncertain: the register will know."""

    command: str


_FAULTS: dict[Fault, type[ProblemError]] = {
    Fault.KEY_REUSED: KeyOfAnother,
    Fault.NOT_FOUND: Missing,
    Fault.TOO_LARGE: TooLarge,
    Fault.UNAVAILABLE: NothingSent,
}


async def do(posting: Posting, intent: Intent) -> Filed | Pending:
    """File what is asked, once.

    Returns:
        What is on file, also for a repeat; or that it is not known yet.

    Raises:
        ProblemError: refused, stale, without a version, or nothing was sent.
    """
    house, command = posting.house, _command(posting, intent)
    on_file = await house.look_ups.command(command.id)
    if on_file is not None:
        return _settled(on_file, command)
    if intent.kind is not Kind.OPEN:
        command = command.model_copy(update={"expected_version": expected_version(intent.if_match)})
    await _see_decider(house, command)
    await _refuse_early(house, posting.officer, command, intent)
    answer = await house.sender.send(command)
    return await _look_up(house, command, answer)


def _command(posting: Posting, intent: Intent) -> Command:
    """The command, with the instant of its receipt, which is stamped here and nowhere else."""
    received = posting.house.now()
    return Command(
        id=posting.command,
        kind=intent.kind,
        person=intent.person,
        case=intent.case,
        procedure=intent.procedure,
        act=intent.act,
        body=intent.body,
        schema_number=intent.asks.body.schema_number if intent.asks else 1,
        target=intent.target,
        occurred_at=intent.occurred_at or received,
        received_at=received,
        decided_by=intent.decided_by or posting.officer.id,
        entered_by=posting.officer.id,
    )


async def _see_decider(house: House, command: Command) -> None:
    """A decider must be an officer of the register at the instant in law."""
    if command.decided_by != command.entered_by:
        decider = await house.look_ups.officer(command.decided_by, command.occurred_at)
        if decider is None:
            raise MalformedRequest("body.decided_by")


async def _refuse_early(house: House, officer: Officer, command: Command, intent: Intent) -> None:
    """Refuse what the person's position forbids on its face; what needs the body is judged when it is filed."""
    if command.occurred_at > command.received_at:
        raise refused(refusal_sent(Refusal(_to_come(intent))))
    finding = may_exercise(intent.power, officer.roles)
    if command.decided_by == command.entered_by and finding.value is not Holds.YES:
        raise refused(refusal_sent(NoPower(*finding.reasons)))
    if command.kind is Kind.OPEN:
        return
    dossier = (await house.reading.dossier(command.person, reader=officer.id)).dossier
    case = dossier.cases.get(command.case)
    if case is None:
        raise Missing
    if case.version != command.expected_version:
        raise Stale
    _see_beginning(case, command, intent)
    if command.kind is Kind.ACT and not is_late(dossier, command):
        standing = explain(house.procedures, dossier, command.case, command.occurred_at)
        for blocked in next((one.blocked_by for one in standing if one.act.name == command.act), ()):
            raise refused(refusal_sent(blocked))


def _see_beginning(case: Case[Any], command: Command, intent: Intent) -> None:
    if command.occurred_at < case.opened_at:
        reason = because(
            "before_the_case",
            *(intent.asks.basis if intent.asks else ()),
            en="The act would lie before the case was opened.",
            ja="事件の開始前の日時である。",
            remedy="Correct the instant.",
        )
        raise refused(refusal_sent(Refusal(reason)))


def _to_come(intent: Intent) -> Any:  # noqa: ANN401  (a reason)
    return because(
        "in_the_future",
        *(intent.asks.basis if intent.asks else ()),
        en="An act cannot be entered before it has happened.",
        ja="未だ行われていない行為は記録できない。",
        remedy="Enter it when it has happened.",
    )


async def _look_up(house: House, command: Command, answer: Answer) -> Filed | Pending:
    """The last step, whatever the sender could tell: what the register says."""
    try:
        on_file = await house.look_ups.command(command.id)
    except Unavailable:
        on_file = None
    if on_file is not None:
        return _settled(on_file, command)
    if answer.fate is Fate.UNSENT:
        raise NothingSent
    if answer.fate is Fate.FAILED:
        kind = _FAULTS.get(answer.fault or Fault.INTERNAL, Internal)
        raise kind
    return Pending(command.id)


def _settled(on_file: OnFile, command: Command) -> Filed:
    """The answer on file, to the same content alone; the instant of receipt and the version read are no content."""
    if on_file.digest != Receipt.of(command).digest:
        raise KeyOfAnother
    return settled(on_file.filed)


def settled(filed: Filed) -> Filed:
    """The answer on file, or the refusal that it is.

    Raises:
        ProblemError: it was refused.
    """
    if filed.outcome is Outcome.REFUSED and filed.refusal is not None:
        raise refused(filed.refusal)
    return filed
