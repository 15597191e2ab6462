"""The way of an act: on file already? version? quick refusal; send; and, always last, what the register says."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from activities.send import Answer, Fate
from api.early import refuse_early
from api.ports import House, OnFile
from api.posting import Posting
from api.problems import (
    Internal,
    KeyOfAnother,
    MalformedRequest,
    Missing,
    NothingSent,
    ProblemError,
    TooLarge,
    refused,
)
from api.versions import expected_version
from engine.command import Command, Filed, Kind, Officer, Outcome
from engine.declaration import Act
from law.competence import Power
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
    schema_number: int = 1
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
    before = await house.look_ups.before(command.id, None if intent.kind is Kind.OPEN else command.person)
    if before.on_file is not None:
        return _settled(before.on_file, command)
    if intent.kind is not Kind.OPEN:
        command = command.model_copy(update={"expected_version": expected_version(intent.if_match)})
    decider = await _decider(posting, command)
    try:
        await refuse_early(house, before.dossier, decider, command, intent.power, intent.asks)
    except ProblemError:
        await _on_record(house, command)
        raise
    answer = await house.sender.send(command)
    return await _look_up(house, command, answer)


async def _on_record(house: House, command: Command) -> None:
    """Put on record that somebody was told something of a case: a refusal reads it."""
    if command.kind is not Kind.OPEN:
        await house.reading.dossier(command.person, reader=command.entered_by)


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
        schema_number=intent.schema_number,
        target=intent.target,
        occurred_at=intent.occurred_at or received,
        received_at=received,
        decided_by=intent.decided_by or posting.officer.id,
        entered_by=posting.officer.id,
    )


async def _decider(posting: Posting, command: Command) -> Officer:
    """Who decides, as an officer of the register at the instant in law."""
    if command.decided_by == posting.officer.id:
        return posting.officer
    office = posting.officer.office
    decider = await posting.house.look_ups.officer(command.decided_by, command.occurred_at, office)
    if decider is None:
        raise MalformedRequest("body.decided_by")
    return decider


async def _look_up(house: House, command: Command, answer: Answer) -> Filed | Pending:
    """The last step: the answer that came from the register, or else, whatever the sender could tell, what it says."""
    if answer.filed is not None:
        return settled(answer.filed)
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
