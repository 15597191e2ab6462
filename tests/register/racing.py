"""People at the gate of removal, and what can come between: one race a person, all its commands filed at once."""

import asyncio
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from psycopg_pool import AsyncConnectionPool

from engine.command import Command, Filed, Kind, Outcome, case_id_of
from engine.declaration import Procedures
from law.competence import Role
from register.filing import Register
from register.import_filing import Importer, Result
from register.importing import ImportedFile, line_of
from register.people import NewOfficer, NewRole, People
from register.rebuild import Rebuild, Report
from tests.procedures.desk import jst
from tests.procedures.removal_story import (
    CLERK,
    COUNTRY,
    HEAD,
    ICO,
    INSPECTOR,
    OTHER_ICO,
    OTHER_SII,
    SII,
    planned,
)
from tests.register.desk import LONG_AGO, Instants, put_officers
from tests.register.gate_ledger import Line
from workflows.procedures import PROCEDURES

DECLARED = Procedures(PROCEDURES)
DAY = "2025-06-09"
ENTRIES = """
SELECT id, occurred_at, recorded_at, outcome, coalesce(command::text, '{}'), coalesce(answer::text, '{}'), falls
FROM entries WHERE person_id = %s ORDER BY recorded_at, command IS NOT NULL
"""
CASES = "SELECT person_id, procedure, id FROM cases ORDER BY person_id"
ON_FILE = """
SELECT person_id, command ->> 'act', id FROM entries
WHERE command ->> 'act' IN ('tell_removal', 'show_order', 'authorise_removal')
"""
SPREAD = 0.004
"""Seconds within which the commands of a race are sent."""


def at(time: str) -> str:
    """A time of the day of the removal."""
    return f"{DAY}T{time}"


@dataclass
class Racer:
    """Somebody whose removal is planned, with the cases that commands name."""

    person: str
    cases: dict[str, str] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)
    """Of some acts, the entry on file."""

    @property
    def authorised(self) -> bool:
        """Whether the removal is authorised already."""
        return "authorise_removal" in self.entries

    def act(self, procedure: str, act: str, when: str, by: str, received: str | None = None, **body: Any) -> Command:
        """An act on one of the cases."""
        return self._command(Kind.ACT, procedure, act, when, by, received, body)

    def gate(self, act: str, when: str, by: str) -> Command:
        """An act of the enforcement on the plan that stands."""
        return self.act("Enforcement", act, when, by, plan=1)

    def circumstance(self, act: str, when: str, by: str, received: str | None = None, **body: Any) -> Command:
        """Something that bears on the person."""
        return self.act("Circumstances", act, when, by, received, **body)

    def apply(self, when: str, received: str | None = None) -> Command:
        """An application for recognition."""
        body = {"kind": "refugee", "material_came_with_it": False}
        return self._command(Kind.OPEN, "RefugeeApplication", "file_application", when, CLERK, received, body)

    def amend(self, kind: Kind, procedure: str, target: str, when: str, **body: Any) -> Command:
        """A correction of an entry, or the decision on a contested one."""
        command = self._command(kind, procedure, kind.value, when, HEAD, None, body)
        return command.model_copy(update={"target": target})

    def resolve(self, case: str, target: str, when: str, verdict: str) -> Command:
        """The decision on a contested entry; one that would open a case stands marked in the person's first."""
        procedure = next((name for name, one in self.cases.items() if one == case), "Circumstances")
        return self.amend(Kind.RESOLVE, procedure, target, when, verdict=verdict, reason="weighed")

    def _command(
        self, kind: Kind, procedure: str, act: str, when: str, by: str, received: str | None, body: dict[str, Any]
    ) -> Command:
        identity = f"{act}-{uuid4().hex[:12]}"
        return Command(
            id=identity,
            kind=kind,
            person=self.person,
            case=case_id_of(identity) if kind is Kind.OPEN else self.cases[procedure],
            procedure=procedure,
            act=act,
            body=body,
            occurred_at=jst(when),
            received_at=jst(received or when),
            decided_by=by,
            entered_by=by,
        )


Step = Command | str
"""A command, or the instant up to which the sweeper files what has run out."""
Event = Callable[[Racer, str], Step]


def _early(when: str) -> str:
    """Something that happened before the authorisation, and comes to the record only now."""
    return at("09:55:00") if when < at("10:04") else at("09:40:00")


EVENTS: dict[str, Event] = {
    "application": lambda one, when: one.apply(when),
    "court stay": lambda one, when: one.circumstance(
        "record_court_stays", when, SII, stays=[{"scope": "removal", "since": jst(when).isoformat()}]
    ),
    "travel restriction": lambda one, when: one.circumstance(
        "record_travel_restrictions", when, SII, restrictions=[{"since": jst(when).isoformat()}]
    ),
    "proceedings": lambda one, when: one.circumstance(
        "record_proceedings", when, INSPECTOR, proceedings=[{"kind": "criminal", "since": DAY}]
    ),
    "fear": lambda one, when: one.circumstance(
        "find_destination", when, SII, destination=COUNTRY | {"persecution": True}, reasons="told anew"
    ),
    "another country": lambda one, when: one.circumstance(
        "find_destination", when, SII, destination=COUNTRY | {"country": "XB"}, reasons="found anew"
    ),
    "order withdrawn": lambda one, when: one.act("Deportation", "withdraw_order", when, SII, reasons="stated"),
    "harmless": lambda one, when: one.circumstance("record_sentences", when, INSPECTOR, sentences=[]),
    "correction": lambda one, when: one.amend(
        Kind.CORRECT,
        "Circumstances",
        one.entries["tell_removal"],
        when,
        body={"notice": {"told_on": "2025-06-02"}},
        reason="typed",
    ),
    "annulment": lambda one, when: one.amend(
        Kind.CORRECT, "Deportation", one.entries["show_order"], when, annul=True, reason="shown to somebody else"
    ),
    "late and harmless": lambda one, when: one.circumstance(
        "record_sentences", _early(when), INSPECTOR, received=when, sentences=[]
    ),
    "late court stay": lambda one, when: one.circumstance(
        "record_court_stays",
        _early(when),
        SII,
        received=when,
        stays=[{"scope": "removal", "since": jst(at("09:35")).isoformat()}],
    ),
    "late application": lambda one, when: one.apply(_early(when), received=when),
    "second authorisation": lambda one, when: one.gate("authorise_removal", when, OTHER_SII),
    "second boarding": lambda one, when: one.gate("board", when, OTHER_ICO),
    "given up": lambda one, when: one.act("Enforcement", "give_up_authorisation", when, ICO, reasons="stated"),
    "refused": lambda one, when: one.act("Enforcement", "refuse_removal", when, SII, reasons="stated"),
    "authorisation annulled": lambda one, when: one.amend(
        Kind.CORRECT, "Enforcement", one.entries.get("authorise_removal", "none"), when, annul=True, reason="typed"
    ),
    "told again": lambda one, when: one.circumstance(
        "tell_removal", when, ICO, notice={"told_on": DAY, "lawyer_asked": True}
    ),
    "departure": lambda one, when: one.circumstance("record_departure", when, INSPECTOR, on=DAY),
    "death": lambda one, when: one.circumstance("record_death", when, INSPECTOR, on=DAY),
    "sweeper": lambda _, when: when,
}
"""What can come between a request and a boarding."""


class Course:
    """A register with people at the gate.

    Args:
        pool: connections to a register of its own.
    """

    def __init__(self, pool: AsyncConnectionPool) -> None:
        self._pool = pool
        self._clock = Instants(jst(at("09:00")))
        self.register = Register(pool, DECLARED, release="test", clock=self._clock)

    async def gather(self, people: int) -> None:
        """Put people at the gate: every second one authorised at 10:00, the others requested at 09:30."""
        await put_officers(People(self._pool))
        seconds = {
            OTHER_ICO: Role.IMMIGRATION_CONTROL_OFFICER,
            OTHER_SII: Role.SUPERVISING_IMMIGRATION_INSPECTOR,
        }
        roles = {name: NewRole(role=role, office="tokyo", since=LONG_AGO) for name, role in seconds.items()}
        await People(self._pool).put_officers(
            NewOfficer(id=name, office="tokyo", name=name, roles=(role,)) for name, role in roles.items()
        )
        importer, acts = Importer(self._pool, DECLARED, release="test", clock=self._clock), _story()
        for number in range(people):
            person = {"names": [{"language": "en", "text": f"Ada {number}"}]}
            document = {"reference": f"r-{number}", "office": "tokyo", "person": person, "acts": acts}
            taken = await importer.take(line_of(number + 1, ImportedFile.model_validate(document)), self._clock())
            assert taken.result is Result.IMPORTED, taken
        for number, one in enumerate(await self.racers()):
            steps = [one.gate("request_removal", at("09:30"), ICO)]
            steps += [one.gate("authorise_removal", at("10:00"), SII)] if number % 2 else []
            for step in steps:
                self._clock.at = step.received_at
                filed = await self.register.file(step)
                assert filed.outcome is Outcome.FILED, filed.refusal

    async def racers(self) -> list[Racer]:
        """Everybody at the gate."""
        found: dict[str, Racer] = {}
        async with self._pool.connection() as connection:
            for person, procedure, case in await (await connection.execute(CASES)).fetchall():
                one = found.setdefault(person, Racer(person))
                one.cases[procedure] = case
            for person, act, entry in await (await connection.execute(ON_FILE)).fetchall():
                found[person].entries[act] = entry
        return list(found.values())

    async def run(self, one: Racer, steps: Sequence[Step], now: datetime, chance: random.Random) -> list[Filed]:
        """File everything at once, in whatever order it comes."""
        self._clock.at = now
        started = [self._send(one, step, chance.random() * SPREAD) for step in chance.sample(steps, len(steps))]
        return [filed for filed in await asyncio.gather(*started) if filed is not None]

    async def _send(self, one: Racer, step: Step, after: float) -> Filed | None:
        await asyncio.sleep(after)
        if isinstance(step, Command):
            return await self.register.file(step)
        await self.register.file_lapses(one.person, jst(step))
        return None

    async def ledger(self, person: str) -> list[Line]:
        """The entries of a person in the order of record."""
        async with self._pool.connection() as connection:
            rows = await (await connection.execute(ENTRIES, (person,))).fetchall()
        return [
            Line(entry, happened, recorded, outcome, json.loads(command), json.loads(answer), tuple(falls))
            for entry, happened, recorded, outcome, command, answer, falls in rows
        ]

    async def report(self, person: str) -> Report:
        """Whether today's code makes of the entries what is on file."""
        return await Rebuild(self._pool, DECLARED).check(person)


def _story() -> list[dict[str, Any]]:
    """The acts of a story in memory as a line of import tells them."""
    desk = planned()
    names = {case.id: case.procedure for case in desk.register.dossier(desk.person).cases.values()}
    commands = [one.entry.command for one in desk.register.history(desk.person)]
    return [
        {
            "open" if command.kind is Kind.OPEN else "case": command.procedure,
            "act": command.act,
            "at": command.occurred_at.isoformat(),
            "by": command.decided_by,
            "with": {key: _named(told, names) for key, told in command.body.items()},
        }
        for command in commands
    ]


def _named(told: object, names: dict[str, str]) -> object:
    return f"${names[told]}" if isinstance(told, str) and told in names else told
