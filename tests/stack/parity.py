"""Worked cases lived twice, in memory and on Temporal with PostgreSQL, and what became of them side by side."""

import asyncio
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from psycopg_pool import AsyncConnectionPool

from activities.send import Answer, Fate
from engine.case import Case, FiledFact
from engine.command import Command, Filed, Officer
from engine.considering import considered_at
from engine.declaration import Procedures
from engine.payload import Fact
from engine.position import Dossier
from engine.session import Lapsed
from law.country_notice import CountryNotice
from law.periods import legal_day
from register import statements as sql
from register.country_notices import CountryNotices
from register.errors import transaction
from register.people import NewOffice, NewOfficer, NewRole, People
from register.pool import make_pool
from register.reading import Reading
from register.rebuild import Rebuild
from register.serial import FactOnFile, Serial
from register.verify import verify_audit
from simulation.memory import MemoryRegister
from simulation.officers import OfficersByName
from simulation.runner import Runner
from simulation.scenario import read_scenarios
from tests.stack.house import LONG_AGO, ROOT, House, WorkerProcess
from workflows.procedures import PROCEDURES

LAWS = Procedures(PROCEDURES)
MINISTRY = "ministry"

_AT_ONCE = 12
_PATIENCE = 30.0
_A_FEW_SECONDS = 10.0
_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9_.:-]")
_RUN_OUT = """
SELECT count(*) FROM clocks WHERE person_id = ANY(%s) AND status = 'running' AND NOT held AND ends_at <= %s
"""
_UNDONE = "SELECT count(*) FROM obligations WHERE done_at IS NULL"


@dataclass(frozen=True, slots=True)
class Life:
    """A worked case as the commands that its steps send, one after the other, and what they were answered."""

    title: str
    file: Path
    commands: tuple[Command, ...]
    answers: tuple[Filed, ...]
    leaves: frozenset[str] = frozenset()
    """What it leaves on record: every kind of fact, every rule of a clock that ran out."""
    notices: tuple[CountryNotice, ...] = ()
    """The notices of countries that are known in it."""

    @property
    def people(self) -> tuple[str, ...]:
        """Whose life it is."""
        return tuple(dict.fromkeys(command.person for command in self.commands))

    @property
    def considers(self) -> bool:
        """Whether an act of it is judged by what stands beside the cases."""
        return any(considered_at(LAWS, command, ()) is not None for command in self.commands)

    def was_received_by(self, at: datetime) -> bool:
        """Whether no act of it lies in the future: nothing else keeps a life from the clock on the wall."""
        return all(command.received_at <= at for command in self.commands)

    def of(self, people: Mapping[str, str]) -> tuple[Command, ...]:
        """The same commands about people on file, by officers under ids that the register takes."""
        return tuple(
            command.model_copy(
                update={
                    "person": people[command.person],
                    "decided_by": officer_id(command.decided_by),
                    "entered_by": officer_id(command.entered_by),
                }
            )
            for command in self.commands
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands of a person: the cases, all but their versions, and the facts, all but who made them anew."""

    cases: dict[str, Case[Any]]
    facts: dict[tuple[str, str], FiledFact]
    latest: datetime | None

    @classmethod
    def of(cls, dossier: Dossier, standing: Sequence[FiledFact]) -> "Picture":
        """The picture of a dossier and of the facts that stand."""
        facts = {(fact.case, fact.origin): replace(fact, id=fact.origin) for fact in standing}
        assert len(facts) == len(standing), "two facts of one origin stand"
        return cls({one: replace(case, version=0) for one, case in dossier.cases.items()}, facts, dossier.latest)

    def differences(self, other: "Picture") -> list[str]:
        """Where another picture shows something else."""
        found = [] if self.latest == other.latest else [f"latest: {self.latest} / {other.latest}"]
        for key in dict.fromkeys((*self.facts, *other.facts)):
            mine, theirs = self.facts.get(key), other.facts.get(key)
            found += [] if mine == theirs else [f"fact: {mine} / {theirs}"]
        for one in dict.fromkeys((*self.cases, *other.cases)):
            found += _unlike(self.cases.get(one), other.cases.get(one))
        return found


def _unlike(mine: Case[Any] | None, theirs: Case[Any] | None) -> list[str]:
    if mine is None or theirs is None:
        return [] if mine is theirs else [f"case: {mine} / {theirs}"]
    pairs = [(each.name, getattr(mine, each.name), getattr(theirs, each.name)) for each in fields(Case)]
    return [f"{mine.procedure}.{name}: {own} / {other}" for name, own, other in pairs if own != other]


def worked_lives(path: Path, name: str) -> list[Life]:
    """Every worked case at a path, lived once, with its expectations, to learn its commands.

    Args:
        path: a file or a folder.
        name: sets the ids of these lives apart from those of others on the same Temporal server.
    """
    lives = []
    for file, scenario in read_scenarios(path):
        runner = Runner(LAWS, scenario.model_copy(update={"scenario": f"{scenario.scenario} ({name})"}), file)
        run = runner.live()
        assert run.passed, (scenario.scenario, run.failures)
        facts = [fact.body for person in run.people.values() for fact in runner.register.facts(person)]
        known = runner.register.country_notices
        left = frozenset(_left(facts))
        lives.append(Life(scenario.scenario, file, tuple(run.commands), tuple(run.answers), left, known))
    return lives


def _left(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        yield type(fact).__name__
        if isinstance(fact, Lapsed):
            yield fact.rule


def covering(lives: Iterable[Life]) -> list[Life]:
    """Few and short ones of some lives, which leave everything on record that any of them leaves."""
    pool, chosen = list(lives), list[Life]()
    left = {each for life in pool for each in life.leaves}
    while left:
        best = max(pool, key=lambda life: len(life.leaves & left) / len(life.commands))
        chosen.append(best)
        pool.remove(best)
        left -= best.leaves
    return chosen


def is_of_its_day(life: Life) -> bool:
    """Whether an act of it passes the gate as it happens or never: it cannot be lived after its day."""
    acts = (LAWS[command.procedure].acts.get(command.act) for command in life.commands)
    return any(act is not None and act.irreversible and not act.on_paper for act in acts)


def of_one_register(lives: Sequence[Life]) -> tuple[list[Life], tuple[CountryNotice, ...]]:
    """The lives that one register can hold, and its notices: what considers them must know the same ones."""
    counted = Counter(life.notices for life in lives if life.considers)
    notices = counted.most_common(1)[0][0] if counted else ()
    return [life for life in lives if not life.considers or life.notices == notices], notices


def officer_id(name: str) -> str:
    """The id on file of an officer of a worked case: `bureau_clerk/2@osaka` is `bureau_clerk.2.osaka`."""
    return _NOT_IN_AN_ID.sub(".", name)


def officers_of(lives: Iterable[Life]) -> dict[str, Officer]:
    """The officers of some lives by their ids on file; national ones sit in the Ministry."""
    by_name = OfficersByName()
    names = {name for life in lives for one in life.commands for name in (one.decided_by, one.entered_by)}
    found = {}
    for name in sorted(names):
        officer = by_name[name]
        office = MINISTRY if officer.national else officer.office
        found[officer_id(name)] = officer.model_copy(update={"id": officer_id(name), "office": office})
    assert len(found) == len(names), "two officers share an id"
    return found


def endings(answers: Iterable[Filed]) -> list[tuple[str, str, str | None]]:
    """How each command ended, and why it was refused."""
    return [(one.command, one.outcome.value, one.refusal.code if one.refusal else None) for one in answers]


def live_in_memory(
    commands: Sequence[Command], officers: dict[str, Officer], at: datetime, notices: tuple[CountryNotice, ...] = ()
) -> tuple[list[Filed], dict[str, Picture]]:
    """File commands in memory, let everything lapse that has run out at an instant, and look."""
    register = MemoryRegister(LAWS, officers)
    register.country_notices = notices
    answers = [register.file(command) for command in commands]
    pictures = {}
    for person in dict.fromkeys(command.person for command in commands):
        register.let_lapse(person, at)
        pictures[person] = Picture.of(register.dossier(person), register.facts(person))
    return answers, pictures


class LawWorker(WorkerProcess):
    """A worker as it is installed, with the procedures of the law."""

    def start(self) -> None:
        """Start it; `until_alive` waits for it."""
        environment = os.environ | {
            "DATABASE_URL": self.settings.dsn(),
            "TEMPORAL_ADDRESS": str(self.settings.temporal.address),
            "TASK_QUEUE": self.settings.task_queues.cases,
            "CUSTODY_TASK_QUEUE": self.settings.task_queues.custody,
            "TETSUZUKI_DATA": str(self.settings.data),
        }
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "worker"]
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)


@dataclass
class Stack:
    """Temporal, PostgreSQL and a worker with the procedures of the law."""

    house: House
    worker: LawWorker
    pool: AsyncConnectionPool
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def seat(self, officers: Iterable[Officer]) -> None:
        """Put officers on file with the roles that they always held."""
        ministry = NewOffice(id=MINISTRY, en="Ministry", ja="本省", national=True)
        people = People(self.pool)
        await people.put_offices([ministry])
        await people.put_officers(
            NewOfficer(
                id=one.id,
                office=one.office,
                name=one.id,
                roles=tuple(NewRole(role=role, office=one.office, since=LONG_AGO) for role in one.roles),
            )
            for one in officers
        )

    async def publish(self, notices: Iterable[CountryNotice]) -> None:
        """Put notices of countries on file."""
        for notice in notices:
            await CountryNotices(self.pool).enter(f"notice-{notice.number}", notice, by="minister")

    async def live(self, life: Life, *, timers_first: bool) -> tuple[tuple[Command, ...], list[Filed]]:
        """Send the commands of a life for new people, each when the one before is on file.

        Args:
            life: whose commands.
            timers_first: whether each waits until everything lapsed that has run out by the clock on the wall: then an
                act that lies before the end of such a clock comes late. Otherwise it races with the timers.
        """
        async with self._turns:
            commands = life.of({person: await self.house.person() for person in life.people})
            answers = []
            for command in commands:
                answer = await self._sent(command)
                assert answer.filed, (life.title, command.act, answer)
                answers.append(answer.filed)
                if timers_first:
                    await self.lapsed([command.person], datetime.now(UTC))
            return commands, answers

    async def _sent(self, command: Command) -> Answer:
        """Send a command, and again where its fate is uncertain: a repeat is answered from the record."""
        answer = await self.house.send(command, _PATIENCE)
        if answer.fate is Fate.PENDING:
            answer = await self.house.send(command, _PATIENCE)
        return answer

    async def lapsed(self, people: Sequence[str], at: datetime) -> None:
        """Wait until everything of some people lapsed that has run out at an instant."""
        await self._until_none(_PATIENCE, _RUN_OUT, list(people), at)

    async def pictures(self, people: Sequence[str]) -> tuple[datetime, dict[str, Picture]]:
        """What stands of some people when nothing is left to lapse, and the instant of it.

        Clocks end at midnight: a picture taken across one is taken again.
        """
        while True:
            at = datetime.now(UTC)
            await self.lapsed(people, at)
            found = {person: await self._picture(person) for person in people}
            if legal_day(datetime.now(UTC)) == legal_day(at):
                return at, found

    async def _picture(self, person: str) -> Picture:
        on_file = await Reading(self.pool, LAWS).dossier(person, reader="tester")
        async with transaction(self.pool) as connection:
            rows = await (await connection.execute(sql.FACTS, (person,))).fetchall()
        serial = Serial(LAWS)
        return Picture.of(on_file.dossier, [serial.fact(FactOnFile(*row)) for row in rows])

    async def assert_sound(self) -> None:
        """Nothing is owed any more, today's code makes of the entries what is on file, and every chain holds."""
        await self._until_none(_A_FEW_SECONDS, _UNDONE)
        report = await Rebuild(self.pool, LAWS).check()
        assert report.people
        assert report.is_clean, report
        audit = await verify_audit(self.pool)
        assert audit.links
        assert not audit.broken
        assert '"event": "defect"' not in self.worker.log.read_text()

    async def _until_none(self, patience: float, statement: str, *parameters: Any) -> None:
        async with asyncio.timeout(patience):
            while True:
                async with transaction(self.pool) as connection:
                    (left,) = await (await connection.execute(statement.encode(), parameters)).fetchone() or (0,)
                if not left:
                    return
                await asyncio.sleep(0.05)


@asynccontextmanager
async def stack_in(house: House) -> AsyncIterator[Stack]:
    """A house with a worker that knows the law, and is gone at the end."""
    worker = LawWorker(house.settings)
    async with make_pool(house.settings.dsn(), max_size=_AT_ONCE) as pool:
        try:
            worker.start()
            await worker.until_alive()
            yield Stack(house, worker, pool)
        finally:
            worker.kill()
