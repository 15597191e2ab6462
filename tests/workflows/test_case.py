"""What the durable case promises, on a register that knows no law."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from temporalio.client import WorkflowExecutionStatus
from temporalio.testing import WorkflowEnvironment

from activities.send import Fate, send
from engine.command import Command, Filed, Outcome
from engine.refusal import Defect
from law.clock_rule import Danger
from register.errors import KeyReused, Unavailable
from tests.workflows.conftest import QUEUE, fake_worker
from tests.workflows.fakes import FakeRegister, clock, command
from tests.workflows.short import ShortCase
from workflows.case import Case, jitter
from workflows.ports import Fault

pytestmark = pytest.mark.xdist_group("time_skipping")

DAY = timedelta(days=1)
MOMENT = timedelta(seconds=3)


async def test_a_clock_fires_by_itself(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """A case whose clock runs out lapses with nobody watching, at the filed instant."""
    end = await running.get_current_time() + 7 * DAY
    case = (await opened(running, clocks={"a": clock(end)})).case
    await running.sleep(7 * DAY + MOMENT)
    assert register.lapsed == [(case, "a", end)]


async def test_a_moved_clock_arms_again(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """A clock moved by an act, later or earlier, lapses at its new end and not at its old one."""
    start = await running.get_current_time()
    case = (await opened(running, clocks={"a": clock(start + 2 * DAY), "b": clock(start + 30 * DAY)})).case
    await act(running, case, clocks={"a": clock(start + 5 * DAY), "b": clock(start + 3 * DAY)})
    await running.sleep(2 * DAY + MOMENT)
    assert register.lapsed == []
    await running.sleep(DAY)
    assert [name for _, name, _ in register.lapsed] == ["b"]
    await running.sleep(2 * DAY)
    assert [name for _, name, _ in register.lapsed] == ["b", "a"]


async def test_a_clock_moved_from_elsewhere_arms_again(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """The signal `moved` has the case read what another case's filing did to its clocks."""
    start = await running.get_current_time()
    case = (await opened(running, clocks={"a": clock(start + 9 * DAY)})).case
    register.cases[case].clocks["a"] = register.cases[case].clocks["a"].model_copy(update={"ends_at": start + DAY})  # type: ignore[union-attr]
    await running.client.get_workflow_handle(case).signal(Case.moved)
    await running.sleep(DAY + MOMENT)
    assert register.lapsed == [(case, "a", start + DAY)]


async def test_a_suspended_clock_waits(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """A clock without an end never lapses; it does once it runs again."""
    start = await running.get_current_time()
    case = (await opened(running, clocks={"a": clock(start + DAY)})).case
    await act(running, case, clocks={"a": None})
    await running.sleep(400 * DAY)
    assert register.lapsed == []
    await act(running, case, clocks={"a": clock(start + 401 * DAY)})
    await running.sleep(DAY + MOMENT)
    assert [name for _, name, _ in register.lapsed] == ["a"]


async def test_harmless_clocks_are_spread(running: WorkflowEnvironment) -> None:
    """A routine clock is armed up to two minutes late, always the same for a case; a graver one at its instant."""
    end = await running.get_current_time() + DAY
    routine = (await opened(running, clocks={"a": clock(end, Danger.ROUTINE)})).case
    grave = (await opened(running, clocks={"a": clock(end, Danger.CUSTODY)})).case
    assert timedelta(0) < jitter(routine) < timedelta(seconds=120)
    assert (await running.client.get_workflow_handle(routine).query(Case.now)).wakes_at == end + jitter(routine)
    assert (await running.client.get_workflow_handle(grave).query(Case.now)).wakes_at == end


async def test_a_new_run_keeps_everything(
    skipping: WorkflowEnvironment, register: FakeRegister, tmp_path: Path
) -> None:
    """Acts and clocks go on through continue-as-new, which carries nothing but ids."""
    async with fake_worker(skipping, register, tmp_path, (ShortCase,)):
        end = await skipping.get_current_time() + 7 * DAY
        case = (await opened(skipping, clocks={"a": clock(end)})).case
        first = (await skipping.client.get_workflow_handle(case).describe()).run_id
        for _ in range(4):
            await asyncio.gather(*(act(skipping, case) for _ in range(5)))
        assert (await skipping.client.get_workflow_handle(case).describe()).run_id != first
        await skipping.sleep(7 * DAY + MOMENT)
    assert len(register.answers) == 21
    assert register.lapsed == [(case, "a", end)]


async def test_too_large_a_command_is_turned_away(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """A command of more than 64 KB never reaches the history."""
    case = (await opened(running)).case
    large = command("act", await running.get_current_time(), case, text="字" * 30_000)
    answer = await send(running.client, large, task_queue=QUEUE)
    assert (answer.fate, answer.fault) == (Fate.FAILED, Fault.TOO_LARGE)
    assert register.calls["file"] == 1


async def test_the_ninth_act_in_flight_is_turned_away(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """While eight acts of a case wait for the register, a ninth is told to come again later; the eight are filed."""
    case = (await opened(running)).case
    register.faults["file"] = [Unavailable("08006")] * 6
    now = await running.get_current_time()
    answers = await asyncio.gather(
        *(send(running.client, command("act", now, case), task_queue=QUEUE) for _ in range(9))
    )
    fates = sorted(answer.fate for answer in answers)
    assert fates == [Fate.ANSWERED] * 8 + [Fate.UNSENT]
    assert len(register.answers) == 9


async def test_an_act_of_another_case_is_turned_away(running: WorkflowEnvironment) -> None:
    """An update whose command names another case, or another id, is not accepted."""
    case = (await opened(running)).case
    stray = command("act", await running.get_current_time(), "case_other")
    with pytest.raises(Exception, match="update failed") as error:
        await running.client.get_workflow_handle(case).execute_update(Case.act, stray, id=stray.id)
    assert error.value.__cause__.type == Fault.NOT_THIS_CASE  # type: ignore[union-attr]


async def test_a_refusal_is_an_answer(running: WorkflowEnvironment) -> None:
    """What the law does not allow comes back as a value, and the case goes on."""
    case = (await opened(running)).case
    refused = await send(running.client, command("refuse", await running.get_current_time(), case), task_queue=QUEUE)
    assert refused.fate is Fate.ANSWERED
    assert refused.filed
    assert refused.filed.outcome is Outcome.REFUSED
    assert (await act(running, case)).outcome is Outcome.FILED


async def test_a_refused_opening_leaves_no_workflow(running: WorkflowEnvironment) -> None:
    """The workflow that an opening started ends when the opening is refused."""
    refused = await send(running.client, command("refuse", await running.get_current_time()), task_queue=QUEUE)
    assert refused.filed
    await running.client.get_workflow_handle(refused.filed.case).result()


async def test_a_passing_fault_is_outwaited(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """When the register cannot be reached, the act goes on under the same command id until it can."""
    case = (await opened(running)).case
    register.faults["file"] = [Unavailable("08006")] * 5
    assert (await act(running, case)).outcome is Outcome.FILED
    assert register.calls["file"] == 7


@pytest.mark.parametrize(
    ("fault", "told"),
    [(Defect("broken"), Fault.INTERNAL), (ValueError("secret"), Fault.INTERNAL), (KeyReused("id"), Fault.KEY_REUSED)],
)
async def test_a_final_fault_fails_the_act_alone(
    running: WorkflowEnvironment, register: FakeRegister, fault: Exception, told: Fault
) -> None:
    """A defect or a reused key fails its update, at once and by type, and the case goes on."""
    case = (await opened(running)).case
    register.faults["file"] = [fault]
    answer = await send(running.client, command("act", await running.get_current_time(), case), task_queue=QUEUE)
    assert (answer.fate, answer.fault) == (Fate.FAILED, told)
    assert (await act(running, case)).outcome is Outcome.FILED


async def test_a_defective_lapse_lets_acts_go_on(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """A lapse that fails is tried again every 60 s, and holds up no act in between."""
    end = await running.get_current_time() + DAY
    case = (await opened(running, clocks={"a": clock(end)})).case
    register.faults["lapse"] = [Defect("broken"), Defect("broken")]
    await running.sleep(DAY + MOMENT)
    assert register.calls["lapse"] == 1
    assert (await act(running, case)).outcome is Outcome.FILED
    await running.sleep(timedelta(seconds=65))
    assert register.calls["lapse"] == 2
    await running.sleep(timedelta(seconds=65))
    assert register.lapsed == [(case, "a", end)]


async def test_a_closed_case_ends_and_comes_back(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """The workflow of a closed case completes; the next act of it starts another, which keeps what is on file then."""
    case = (await opened(running)).case
    await act(running, case, is_open=False)
    await running.client.get_workflow_handle(case).result()
    end = await running.get_current_time() + DAY
    await act(running, case, is_open=True, clocks={"a": clock(end)})
    await running.sleep(DAY + MOMENT)
    assert register.lapsed == [(case, "a", end)]


async def test_a_terminated_case_heals(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """After its workflow was terminated, the next act starts one that fires the clocks on file."""
    end = await running.get_current_time() + DAY
    case = (await opened(running, clocks={"a": clock(end)})).case
    await running.client.get_workflow_handle(case).terminate()
    await act(running, case)
    await running.sleep(DAY + MOMENT)
    assert register.lapsed == [(case, "a", end)]


async def test_obligations_are_discharged(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """What a filing leaves to be done is done without being asked, and marked done."""
    case = (await opened(running, leaves=["move-other"])).case
    await running.sleep(MOMENT)
    assert register.undone == []
    status = (await running.client.get_workflow_handle(case).describe()).status
    assert status is WorkflowExecutionStatus.RUNNING


async def test_an_errand_that_fails_stops_no_clock(running: WorkflowEnvironment, register: FakeRegister) -> None:
    """While something outside cannot be done, clocks lapse and acts are filed; it is done when it can be."""
    end = await running.get_current_time() + timedelta(seconds=30)
    register.faults["done"] = [Unavailable("08006")] * 4 + [ValueError("x")] * 2
    case = (await opened(running, clocks={"a": clock(end)}, leaves=["move-other"])).case
    assert (await act(running, case)).outcome is Outcome.FILED
    await running.sleep(timedelta(seconds=33))
    assert register.lapsed == [(case, "a", end)]
    await running.sleep(timedelta(seconds=300))
    assert register.undone == []


async def opened(environment: WorkflowEnvironment, **body: Any) -> Filed:
    """Open a case."""
    return await filed(environment, command("open", await environment.get_current_time(), **body))


async def act(environment: WorkflowEnvironment, case: str, **body: Any) -> Filed:
    """Do an act in it."""
    return await filed(environment, command("act", await environment.get_current_time(), case, **body))


async def filed(environment: WorkflowEnvironment, sent: Command) -> Filed:
    """Send a command that must be answered."""
    answer = await send(environment.client, sent, task_queue=QUEUE)
    assert answer.filed, answer
    return answer.filed
