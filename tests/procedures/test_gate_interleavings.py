"""The gate of removal in memory: every order in which three commands can come to the record."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import combinations

import pytest

from engine.command import Command
from engine.history import drift, replay
from simulation.memory import MemoryRegister
from tests.oracle.ledger import Line, faults, told
from tests.procedures.desk import Desk, jst
from tests.procedures.gate_story import EVENTS, Racer, Step, at
from tests.procedures.removal_story import ICO, SII, authorised, requested

BEFORE, OWN, AFTER = at("10:04:58"), at("10:05:00"), at("10:05:02")
CLOSING = (
    *("application", "annulment", "authorisation annulled", "correction", "given up", "harmless", "late and harmless"),
    *("late application", "order withdrawn", "second boarding", "sweeper"),
)
"""What is put to the test two at a time: one of each sort."""


def everybody(desk: Desk) -> Racer:
    """The person of a story, with the cases and entries that commands name."""
    cases = {case.procedure: case.id for case in desk.register.dossier(desk.person).cases.values()}
    history = desk.register.history(desk.person)
    return Racer(desk.person, cases, {one.entry.command.act: one.entry.id for one in history})


def ledger_of(desk: Desk) -> list[Line]:
    """What is on file of a story in which nothing was refused."""
    entries = [one.entry for one in desk.register.history(desk.person)]
    return [
        Line(one.id, one.command.occurred_at, one.recorded_at, "filed", one.command.model_dump(mode="json"), {}, ())
        for one in entries
    ]


def forked(register: MemoryRegister) -> MemoryRegister:
    """The register as it stands, to go on from in another way."""
    other = MemoryRegister(register.procedures, register.officers)
    other._files = {
        person: replace(file, history=list(file.history), facts=list(file.facts))
        for person, file in register._files.items()
    }
    return other


def lines_of(register: MemoryRegister, step: Step, person: str) -> list[Line]:
    """Do a step, and tell what came on file with it: what ran out first, then its own entry."""
    before = len(register.facts(person))
    filed = register.file(step) if isinstance(step, Command) else None
    if not isinstance(step, Command):
        register.let_lapse(person, jst(step))
    recorded = register._files[person].recorded_at
    assert recorded is not None
    lapsed = {fact.entry: fact for fact in register.facts(person)[before:] if fact.entry.startswith("lapse/")}
    lines = [Line(one, fact.occurred_at, recorded, "lapsed", {}, {}, ()) for one, fact in lapsed.items()]
    if filed is None or not isinstance(step, Command):
        return lines
    marks = register.dossier(person).contested
    falls = next((mark.falls for mark in marks if mark.entry == step.id), ())
    document, answer = step.model_dump(mode="json"), filed.model_dump(mode="json")
    return [*lines, Line(step.id, step.occurred_at, recorded, str(filed.outcome), document, answer, falls)]


def every_order(register: MemoryRegister, ledger: list[Line], steps: tuple[Step, ...]) -> Iterator[list[Line]]:
    """The ledgers of all the orders in which the steps can come, each register checked at the end."""
    if not steps:
        yield checked(register, ledger)
    for place, step in enumerate(steps):
        branch = forked(register)
        came = lines_of(branch, step, ledger[0].command["person"])
        yield from every_order(branch, [*ledger, *came], steps[:place] + steps[place + 1 :])


def checked(register: MemoryRegister, ledger: list[Line]) -> list[Line]:
    """A ledger without fault, of a register that a replay makes again."""
    wrong = list(faults(ledger))
    assert not wrong, told(wrong, ledger)
    person = ledger[0].command["person"]
    on_file, history = register.dossier(person), register.history(person)
    late = [line.command["received_at"] for line in ledger if line.answer.get("late") and line.outcome != "refused"]
    latest = [] if on_file.latest is None else [on_file.latest]
    until = max([*latest, *(datetime.fromisoformat(one) for one in late)])
    life = replay(register.procedures, person, history, until=until)
    assert drift(on_file, life) == (), told([f"drift of {drift(on_file, life)}"], ledger)
    return ledger


def boarded(ledgers: Iterator[list[Line]]) -> int:
    """In how many of the orders somebody boarded."""
    return sum(any(line.act == "board" and line.outcome == "filed" for line in one) for one in ledgers)


@pytest.mark.parametrize("event", EVENTS)
def test_an_authorisation_a_boarding_and_anything_else_in_every_order(event: str) -> None:
    """Requested at 09:30; authorised, boarded and something else at 10:05: nobody boards against the record."""
    desk = requested()
    one = everybody(desk)
    steps = (one.gate("authorise_removal", BEFORE, SII), one.gate("board", OWN, ICO), EVENTS[event](one, AFTER))
    orders = every_order(desk.register, ledger_of(desk), steps)
    assert boarded(orders) > 0


@pytest.mark.parametrize("pair", tuple(combinations(CLOSING, 2)), ids=" and ".join)
def test_a_boarding_and_two_events_in_every_order(pair: tuple[str, str]) -> None:
    """Authorised at 10:00; boarded and two things besides at 10:05: nobody boards against the record."""
    desk = authorised()
    one = everybody(desk)
    first, second = (EVENTS[name](one, when) for name, when in zip(pair, (BEFORE, AFTER), strict=True))
    orders = every_order(desk.register, ledger_of(desk), (one.gate("board", OWN, ICO), first, second))
    assert boarded(orders) > 0
