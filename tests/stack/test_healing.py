"""Acts that find no workflow, faults that stop nobody else, and a clean end."""

import asyncio
from datetime import UTC, datetime, timedelta

from activities.send import Fate
from engine.command import Outcome
from tests.stack.house import House, until
from workflows.ports import Fault

AGO = timedelta(days=30)


async def test_a_closed_case_takes_an_act(house: House) -> None:
    """The workflow of a closed case is complete; an act of it starts another, and is filed."""
    person = await house.person()
    case = await house.open(person)
    await house.send(house.command(person, "deliver", case=case))
    await asyncio.wait_for(house.client.get_workflow_handle(case).result(), 10)
    answer = await house.send(house.command(person, "send_back", case=case))
    assert answer.filed
    assert answer.filed.stage == "posted"


async def test_a_terminated_case_takes_an_act(house: House) -> None:
    """After its workflow was terminated, an act is filed, and a clock on file then fires."""
    now = datetime.now(UTC)
    person = await house.person()
    case = await house.open(person, at=now - AGO)
    await house.client.get_workflow_handle(case).terminate()
    answer = await house.send(house.command(person, "hold", case=case, at=now - AGO + timedelta(hours=1)))
    assert answer.filed
    assert answer.filed.outcome is Outcome.FILED
    await until(lambda: house.stage(case) == "lost", 10)


async def test_a_defect_stops_no_other_case(house: House) -> None:
    """A procedure that fails, in an act and in a lapse, raises alarms; others are served and their clocks fire."""
    past = datetime.now(UTC) - AGO
    cursed, sound = await house.person(), await house.person()
    broken, whole = await house.open(cursed, at=past), await house.open(sound, at=past)
    await house.send(house.command(cursed, "hold", "cursed", broken, at=past + timedelta(hours=1)))
    burnt = await house.send(house.command(sound, "burn", case=whole, at=past + timedelta(hours=1)))
    assert (burnt.fate, burnt.fault) == (Fate.FAILED, Fault.INTERNAL)
    held = await house.send(house.command(sound, "hold", case=whole, at=past + timedelta(hours=2)))
    assert held.fate is Fate.ANSWERED
    await until(lambda: house.stage(whole) == "lost", 10)
    assert house.stage(broken) == "waiting"
    log = house.worker.log.read_text()
    assert '"event": "defect"' in log
    assert "cursed" not in log
    assert "Canary" not in log


async def test_a_worker_stops_cleanly(house: House) -> None:
    """SIGTERM ends the worker without an error."""
    await house.open(await house.person())
    assert await asyncio.to_thread(house.worker.stop) == 0


async def test_a_repeat_is_answered_from_the_record(house: House) -> None:
    """The same command sent twice, at once and after a while, is filed once and answered alike."""
    person = await house.person()
    case = await house.open(person)
    command = house.command(person, "label", "once", case)
    first, second = await asyncio.gather(house.send(command), house.send(command))
    third = await house.send(command)
    assert first == second == third
    assert house.labels(case).count("once") == 1
    other = await house.send(command.model_copy(update={"body": {"text": "twice"}}))
    assert first == other or other.fault is Fault.KEY_REUSED
