"""Everything down while clocks run out; the database taken away under acts; one person's record locked."""

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg

from activities.send import Answer, Fate
from embedded import Postgres, Temporal
from engine.command import Command
from register.migrate import upgrade
from tests.stack.house import House, house_at, until
from workflows.case import Case

AGO = timedelta(days=30)
OUTAGE = 30.0


async def test_clocks_that_ran_out_while_all_was_down(tmp_path: Path) -> None:
    """After a restart of everything, what ran out meanwhile lapses within seconds, removal bars before the rest."""
    postgres, temporal = Postgres.start(tmp_path / "p").until_ready(), Temporal.start(tmp_path / "t").until_ready()
    upgrade(postgres.ensure_database("register"))
    async with house_at(postgres.dsn("register"), temporal.address, tmp_path) as house:
        cases = await _wait_unwatched(house)
    temporal.stop()
    postgres.stop()
    began = time.monotonic()
    postgres, temporal = Postgres.start(tmp_path / "p").until_ready(), Temporal.start(tmp_path / "t").until_ready()
    try:
        async with house_at(postgres.dsn("register"), temporal.address, tmp_path) as house:
            house.ask("UPDATE obligations SET created_at = created_at - interval '1 minute' RETURNING id")
            house.worker.start()
            await until(lambda: all(house.stage(case) == "lost" for case in cases), 30)
            print(f"40 clocks lapsed {time.monotonic() - began:.1f} s after the restart began")  # noqa: T201
            lapses = house.ask("SELECT case_id FROM entries WHERE id LIKE 'lapse/%%' ORDER BY recorded_at")
            assert {case for (case,) in lapses[:20]} == set(cases[20:])
            await until(lambda: not house.ask("SELECT id FROM obligations WHERE done_at IS NULL"))
            house.worker.stop()
    finally:
        temporal.stop()
        postgres.stop()


async def _wait_unwatched(house: House) -> list[str]:
    """Forty parcels that wait with nobody watching, the graver twenty entered last."""
    past, cases = datetime.now(UTC) - AGO, []
    for number in range(40):
        person = await house.person()
        opened = await house.register.file(house.command(person, "post", at=past))
        kind = "grave" if number >= 20 else "plain"
        at = past + timedelta(minutes=number + 1)
        await house.register.file(house.command(person, "hold", kind, opened.case, at=at))
        cases.append(opened.case)
    return cases


async def test_one_locked_person_keeps_nobody_else_waiting(house: House) -> None:
    """While somebody holds a person's record for 30 s, 150 acts of that person wait and another person's are served."""
    locked, free = await house.person(), await house.person()
    cases = [await house.open(locked) for _ in range(25)]
    elsewhere = await house.open(free)
    commands = [house.command(locked, "label", f"{number}", case) for number in range(6) for case in cases]
    with psycopg.connect(house.settings.dsn()) as holder:
        holder.execute("SELECT id FROM people WHERE id = %s FOR NO KEY UPDATE", (locked,))
        sent = [asyncio.create_task(house.send(command, within=5)) for command in commands]
        slowest = await _served_meanwhile(house, free, elsewhere)
        assert house.on_file(commands) == 0
    answers = await asyncio.gather(*sent)
    seconds = await _all_filed(house, commands, answers)
    print(f"locked: slowest act of another person {slowest:.2f} s; all 150 on file {seconds:.1f} s after")  # noqa: T201
    assert slowest < 5


async def test_the_database_taken_away(tmp_path: Path, temporal: Temporal) -> None:
    """With the database gone for 30 s under 150 acts, all get an answer or `pending`, and all are filed after."""
    postgres = Postgres.start(tmp_path / "p").until_ready()
    upgrade(postgres.ensure_database("register"))
    try:
        async with house_at(postgres.dsn("register"), temporal.address, tmp_path) as house:
            house.worker.start()
            await house.worker.until_alive()
            people = [await house.person() for _ in range(30)]
            cases = [await house.open(person) for person in people]
            commands = [
                house.command(person, "label", f"{number}", case)
                for number in range(5)
                for person, case in zip(people, cases, strict=True)
            ]
            sent = [asyncio.create_task(house.send(command, within=5)) for command in commands]
            await until(lambda: house.on_file(commands) > 0)
            postgres.stop()
            await asyncio.sleep(OUTAGE)
            assert (await house.client.get_workflow_handle(cases[0]).query(Case.now)).acts_in_flight > 0
            postgres = Postgres.start(tmp_path / "p").until_ready()
            seconds = await _all_filed(house, commands, await asyncio.gather(*sent))
            print(f"database back: all 150 on file {seconds:.1f} s after")  # noqa: T201
            for case in cases:
                assert sorted(house.labels(case)[1:]) == [str(number) for number in range(5)]
            house.worker.stop()
    finally:
        postgres.stop()


async def _served_meanwhile(house: House, person: str, case: str) -> float:
    """Acts of somebody else during the outage; returns the seconds of the slowest."""
    slowest, end = 0.0, time.monotonic() + OUTAGE
    while time.monotonic() < end:
        began = time.monotonic()
        answer = await house.send(house.command(person, "label", "meanwhile", case))
        assert answer.fate is Fate.ANSWERED
        slowest = max(slowest, time.monotonic() - began)
        await asyncio.sleep(1)
    return slowest


async def _all_filed(house: House, commands: Sequence[Command], answers: Sequence[Answer]) -> float:
    """Everybody was told; what was not taken is sent again; everything comes on file. Returns the seconds it took."""
    assert {answer.fate for answer in answers} <= {Fate.ANSWERED, Fate.PENDING, Fate.UNSENT}
    again = [command for command, answer in zip(commands, answers, strict=True) if answer.fate is Fate.UNSENT]
    assert not again, f"{len(again)} were not taken"
    return await until(lambda: house.on_file(commands) == len(commands), 40)
