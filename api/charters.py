"""Charters: each person of a batch by a filing of his or her own, some at a time; nobody's refusal is another's."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Final

from activities import send
from activities.send import Fate
from api.identity import require_power
from api.ports import House
from api.posting import Posting
from api.problems import MalformedRequest, Missing, NothingSent
from api.reach import acting_at
from engine.command import Command, Kind, Officer
from engine.declaration import Act
from law.competence import may_exercise
from law.finding import Answer
from law.periods import legal_day
from register.batches import Assigned, BatchFile, BatchView, ItemView, NewBatch
from register.errors import Unavailable
from workflows.charter import ACTS, PROCEDURE, Flight, Passenger, Step, body_of, is_done
from workflows.ports import Fault

AT_ONCE: Final = 8
"""Filings under way at a time: workers and the register serve others too."""
PATIENCE: Final = 25.0
"""Seconds for all of them; what is not on file by then is answered as pending, and a repeat goes on with it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A charter as an officer sees it: the items of offices within reach, and how many are of others."""

    batch: BatchView
    items: tuple[ItemView, ...]
    elsewhere: int
    offices: Mapping[str, Officer]
    """Each office within reach, with the officer as he or she acts there."""
    failed: frozenset[str] = frozenset()
    """Who could not be filed just now, for a fault of ours."""

    @property
    def flight(self) -> Flight:
        """As the acts know it."""
        one = self.batch
        return Flight(one.id, one.reference, one.destination, legal_day(one.departs_at))


def act_of(house: House, step: Step) -> Act:
    """The act that a step does for each person."""
    return house.procedures[PROCEDURE].acts[ACTS[step]]


async def create(posting: Posting, batch: NewBatch) -> str:
    """Put a charter on file; returns its id.

    Raises:
        NoPowerHere: the officer may not execute orders.
        MalformedRequest: somebody is on it twice, or an item is not that person's enforcement within reach.
    """
    house, officer = posting.house, posting.officer
    require_power(officer, act_of(house, Step.PLAN).by)
    people = [person for person, _ in batch.items]
    wrong = {place for place, person in enumerate(people) if person in people[:place]}
    ours = await _ours(house, officer, [case for _, case in batch.items])
    wrong |= {place for place, (person, case) in enumerate(batch.items) if ours.get(case) != person}
    if wrong:
        raise MalformedRequest(*(f"body.items.{place}" for place in sorted(wrong)))
    return await house.charters.create(posting.command, batch, office=officer.office, by=officer.id)


async def see(house: House, officer: Officer, batch: str) -> Seen:
    """A charter as far as it is within reach.

    Raises:
        Missing: nothing of it is.
        NotFound: there is none; answered alike.
    """
    return await _within_reach(house, officer, await house.charters.read(batch, reader=officer.id))


async def ask(posting: Posting, batch: str, step: Step, people: Sequence[str]) -> tuple[Seen, bool]:
    """Do a step for everybody on the list, or for those named.

    A repeat files nothing twice and goes on where the first one ended. Whoever is where the step leads is left out;
    whoever it cannot be done for is refused by the act itself, alone.

    Returns:
        The charter after it, and whether everything that was asked is on file. Once something was sent, a register
        that does not answer leaves it pending.

    Raises:
        NoPowerHere: the officer holds the power of the act at no office concerned.
        MalformedRequest: somebody named is not on the list.
        NothingSent: nothing could be sent; the same request may be sent again.
    """
    house, officer = posting.house, posting.officer
    seen = await see(house, officer, batch)
    _require(seen, officer, act_of(house, step))
    _named(seen.items, people)
    assigned = _assigned(posting.command, seen, step, people)
    listed = await house.charters.ask(posting.command, batch, step, people, assigned, by=officer.id)
    answers = await _send(posting, batch, [one for one in listed if _is_to_send(one, posting.command)], step)
    after = await _afterwards(posting, seen, listed)
    own = [one for one in after.items if one.request == posting.command and one.taken_off_at is None]
    nothing = {answer.fate for answer in answers.values()} == {Fate.UNSENT}
    if nothing and not any(one.outcome for one in own):
        raise NothingSent
    failed = frozenset(person for person, answer in answers.items() if _is_a_fault(answer))
    return replace(after, failed=failed), all(one.outcome for one in own)


async def take_off(posting: Posting, batch: str, people: Sequence[str]) -> Seen:
    """Take people off the list: nothing is sent for them any more. What was filed in their cases stays.

    Raises:
        NoPowerHere, MalformedRequest: as `ask`.
    """
    house, officer = posting.house, posting.officer
    seen = await see(house, officer, batch)
    _require(seen, officer, act_of(house, Step.PLAN))
    _named(seen.items, people)
    await house.charters.take_off(posting.command, batch, people, by=officer.id)
    return await see(house, officer, batch)


async def _ours(house: House, officer: Officer, cases: Sequence[str]) -> dict[str, str]:
    """Of some cases, those of the procedure within reach, each with the person; why not is told of nothing."""
    located = await house.reading.keys_of(cases)
    reached = await _reached(house, officer, {one.office for one in located})
    return {one.case: one.person for one in located if one.procedure == PROCEDURE and one.office in reached}


async def _reached(house: House, officer: Officer, offices: Iterable[str]) -> dict[str, Officer]:
    """Of some offices, those within reach, each with the officer as he or she acts there."""
    found: dict[str, Officer] = {}
    for office in offices:
        acting = await acting_at(house, officer, office)
        if acting.national or acting.office == office:
            found[office] = acting
    return found


async def _within_reach(house: House, officer: Officer, file: BatchFile) -> Seen:
    offices = await _reached(house, officer, {item.office for item in file.items})
    items = tuple(item for item in file.items if item.office in offices)
    if not (items or officer.national or officer.office == file.batch.office):
        raise Missing
    return Seen(file.batch, items, len(file.items) - len(items), offices)


def _require(seen: Seen, officer: Officer, act: Act) -> None:
    acting = seen.offices.values()
    if not any(may_exercise(act.by, one.roles).value is Answer.YES for one in acting):
        require_power(officer, act.by)


def _named(items: Iterable[ItemView], people: Sequence[str]) -> None:
    known = {item.person for item in items}
    wrong = [f"body.people.{place}" for place, person in enumerate(people) if person not in known]
    if wrong:
        raise MalformedRequest(*wrong)


def _assigned(request: str, seen: Seen, step: Step, people: Sequence[str]) -> list[Assigned]:
    flight, found = seen.flight, []
    for item in seen.items:
        passenger = Passenger.read(item.stage, item.state, overdue=item.overdue)
        asked = not people or item.person in people
        if asked and not is_done(step, flight, passenger):
            body = body_of(step, flight, passenger).model_dump(mode="json")
            found.append(Assigned(item.person, command_of(request, item.person), body))
    return found


def command_of(request: str, person: str) -> str:
    """The id of the command for one person: the same for every repeat of the request, and opaque."""
    return f"cmd_{sha256(f'{request} {person}'.encode()).hexdigest()[:40]}"


def _is_to_send(item: ItemView, request: str) -> bool:
    return item.request == request and item.outcome is None


async def _send(posting: Posting, batch: str, items: Sequence[ItemView], step: Step) -> dict[str, send.Answer]:
    """Send what is not on file, some at a time; after one that could not be sent, no other is tried.

    Returns:
        By person, what became of each that was tried.
    """
    gate, answers = asyncio.Semaphore(AT_ONCE), dict[str, send.Answer]()

    async def one(item: ItemView) -> None:
        async with gate:
            if all(answer.fate is not Fate.UNSENT for answer in answers.values()):
                answer = await _send_one(posting, batch, item, step)
                answers.update({} if answer is None else {item.person: answer})

    sending = {asyncio.create_task(one(item)): item.person for item in items}
    if sending:
        done, late = await asyncio.wait(sending, timeout=PATIENCE)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        for task in done:
            task.result()
        answers.update({sending[task]: send.Answer(Fate.PENDING) for task in late})
    return answers


async def _send_one(posting: Posting, batch: str, item: ItemView, step: Step) -> send.Answer | None:
    """Send for one person, in the instant in which it is sent; None for whoever was taken off meanwhile."""
    house = posting.house
    try:
        if not await house.charters.is_listed(batch, item.person):
            return None
    except Unavailable:
        return send.Answer(Fate.UNSENT)
    return await house.sender.send(_command(posting, item, step, house.now()))


def _is_a_fault(answer: send.Answer) -> bool:
    return answer.fate is Fate.FAILED and answer.fault is not Fault.UNAVAILABLE


async def _afterwards(posting: Posting, seen: Seen, listed: Sequence[ItemView]) -> Seen:
    """The charter after the sending; as it stood before where the register does not answer any more."""
    try:
        return await see(posting.house, posting.officer, seen.batch.id)
    except Unavailable:
        return replace(seen, items=tuple(one for one in listed if one.office in seen.offices))


def _command(posting: Posting, item: ItemView, step: Step, received: datetime) -> Command:
    act = act_of(posting.house, step)
    return Command(
        id=item.command or "",
        kind=Kind.ACT,
        person=item.person,
        case=item.case,
        procedure=PROCEDURE,
        act=act.name,
        body=item.body or {},
        schema_number=act.body.schema_number,
        occurred_at=received,
        received_at=received,
        decided_by=posting.officer.id,
        entered_by=posting.officer.id,
    )
