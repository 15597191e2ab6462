"""A register with people at the gate of removal, where commands are filed at the same moment."""

import asyncio
import json
import random
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from psycopg_pool import AsyncConnectionPool

from engine.command import Command, Filed, Kind, Outcome
from engine.declaration import Procedures
from law.competence import Role
from register.filing import Register
from register.import_filing import Importer, Result
from register.importing import ImportedFile, line_of
from register.people import NewOfficer, NewRole, People
from register.rebuild import Rebuild, Report
from tests.oracle.ledger import Line
from tests.procedures.desk import jst
from tests.procedures.gate_story import Racer, Step, at
from tests.procedures.removal_story import BOTH, ICO, OTHER_ICO, OTHER_SII, SII, planned
from tests.register.desk import LONG_AGO, Instants, put_officers
from workflows.procedures import PROCEDURES

DECLARED = Procedures(PROCEDURES)
ENTRIES = """
SELECT id, occurred_at, recorded_at, outcome, coalesce(command::text, '{}'), coalesce(answer::text, '{}'), falls
FROM entries WHERE person_id = %s ORDER BY recorded_at, command IS NOT NULL
"""
CASES = "SELECT person_id, procedure, id FROM cases ORDER BY person_id"
ON_FILE = """
SELECT person_id, command ->> 'act', id FROM entries
WHERE command ->> 'act' IN ('tell_removal', 'show_order', 'authorise_removal')
"""
OWED = "SELECT kind FROM duties WHERE case_id = %s AND status = 'open'"
SPREAD = 0.004
"""Seconds within which the commands of a race are sent."""


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
        control, supervising = (
            NewRole(role=role, office="tokyo", since=LONG_AGO)
            for role in (Role.IMMIGRATION_CONTROL_OFFICER, Role.SUPERVISING_IMMIGRATION_INSPECTOR)
        )
        seconds = {OTHER_ICO: (control,), OTHER_SII: (supervising,), BOTH: (control, supervising)}
        await People(self._pool).put_officers(
            NewOfficer(id=name, office="tokyo", name=name, roles=roles) for name, roles in seconds.items()
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

    async def open_duties(self, case: str) -> set[str]:
        """What the list says that a case owes."""
        async with self._pool.connection() as connection:
            return {kind for (kind,) in await (await connection.execute(OWED, (case,))).fetchall()}

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
