"""A worker killed in the middle of its work."""

import asyncio

from activities.send import Answer, Fate
from engine.command import Command
from tests.stack.house import House, until


async def test_a_killed_worker_loses_and_doubles_nothing(house: House) -> None:
    """Of 200 acts in whose middle the worker is killed with -9, each is on file once, and each sender got an answer."""
    people = [await house.person() for _ in range(20)]
    cases = [await house.open(person) for person in people]
    commands = [
        house.command(person, "label", f"{case}/{number}", case)
        for number in range(10)
        for person, case in zip(people, cases, strict=True)
    ]
    gate = asyncio.Semaphore(40)

    async def send(command: Command) -> Answer:
        async with gate:
            return await house.send(command, within=30)

    sent = [asyncio.create_task(send(command)) for command in commands]
    await until(lambda: house.on_file(commands) >= 60)
    house.worker.kill()
    before = house.on_file(commands)
    assert before < len(commands), "killed too late to prove anything"
    house.worker.start()
    fates = {answer.fate for answer in await asyncio.gather(*sent)}
    assert fates <= {Fate.ANSWERED, Fate.PENDING}
    seconds = await until(lambda: house.on_file(commands) == len(commands))
    print(f"killed after {before} of 200 acts; all on file {seconds:.1f} s after the last answer")  # noqa: T201
    for case in cases:
        assert sorted(house.labels(case)[1:]) == sorted(f"{case}/{number}" for number in range(10))
