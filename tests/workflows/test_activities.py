"""The parts around the case, without a server: errands, the sweeper, the turnstile, what leaves the process."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
import structlog
from cryptography.exceptions import InvalidTag
from temporalio.api.common.v1 import Payload
from temporalio.client import Client
from temporalio.exceptions import ApplicationError

from activities.client import connect
from activities.codec import Sealed
from activities.errors import told_by_type
from activities.logs import write_logs
from activities.obligations import Obligations
from activities.send import Fate, send
from activities.sweeper import Pace, Sweeper
from activities.turnstile import Turnstile
from embedded import free_port
from engine.refusal import Defect
from law.clock_rule import Danger
from notices.channel import Announcement, Evidence, NotDelivered, Result
from register.errors import KeyReused, NotFound, Unavailable
from register.watch import Obligation, RunningClock
from settings import TaskQueues, Temporal
from tests.workflows.fakes import FakeCase, FakeRegister, Silence, command
from workflows.ports import Fault

NOW = datetime.now(UTC)
NO_CLIENT = cast("Client", None)


@dataclass
class FakeChannel:
    """A channel that does what it is told."""

    repeats_safely: bool = False
    faults: list[Exception] = field(default_factory=list)
    delivered: list[str] = field(default_factory=list)

    async def deliver(self, announcement: Announcement) -> Evidence:
        """Deliver, or fail after a while."""
        await asyncio.sleep(0)
        if self.faults:
            raise self.faults.pop(0)
        self.delivered.append(announcement.notice)
        return Evidence(channel="fake", result=Result.HANDED_OVER, message_id="<1>", at=NOW)


@pytest.fixture
def register() -> FakeRegister:
    """A register with one case."""
    fake = FakeRegister()
    fake.cases["case_1"] = FakeCase("case_1", "person_1", "Circumstances")
    return fake


async def test_a_notice_is_announced_once(register: FakeRegister) -> None:
    """An errand and the sweeper that come at the same time announce a notice once."""
    channel = FakeChannel()
    owed = _delivery(register)
    errands = [Obligations(register, register, NO_CLIENT, channel, TaskQueues()) for _ in range(3)]
    await asyncio.gather(*(each.settle(owed) for each in (*errands, *errands)))
    assert channel.delivered == [owed.notice]
    assert register.evidence[str(owed.notice)]["result"] == "handed_over"


async def test_a_delivery_that_did_not_leave_is_tried_again(register: FakeRegister) -> None:
    """What certainly did not leave leaves at the next attempt, once."""
    channel = FakeChannel(faults=[NotDelivered("450"), NotDelivered("450")])
    owed = _delivery(register)
    errands = Obligations(register, register, NO_CLIENT, channel, TaskQueues())
    assert [await errands.settle(each) for _ in range(3) for each in await register.obligations("case_1")] == [
        False,
        False,
        True,
    ]
    assert channel.delivered == [owed.notice]


@pytest.mark.parametrize(("repeats_safely", "result"), [(True, "handed_over"), (False, "uncertain")])
async def test_an_interrupted_delivery(register: FakeRegister, repeats_safely: bool, result: str) -> None:
    """An attempt whose end nobody saw is repeated where a repeat leaves one message; else it ends as uncertain."""
    owed = _delivery(register)
    await register.claim(owed)
    channel = FakeChannel(repeats_safely)
    (found,) = await register.obligations("case_1")
    assert await Obligations(register, register, NO_CLIENT, channel, TaskQueues()).settle(found)
    assert register.evidence[str(owed.notice)]["result"] == result
    assert len(channel.delivered) == int(repeats_safely)


async def test_the_sweeper_files_the_gravest_first(register: FakeRegister) -> None:
    """Overdue clocks are filed by danger, then by end; a defect in one keeps none of the others waiting."""
    for number, danger in enumerate([Danger.ROUTINE, Danger.CUSTODY, Danger.RIGHT, Danger.REMOVAL, Danger.CUSTODY]):
        case = FakeCase(f"case_{number}", f"person_{number}", "Circumstances")
        case.clocks["a"] = RunningClock(ends_at=NOW - timedelta(days=9 - number), danger=danger)
        register.cases[case.id] = case
    register.faults["lapse"] = [Defect("broken")]
    errands = Obligations(register, register, NO_CLIENT, FakeChannel(), TaskQueues())
    sweeper = Sweeper(register, errands, Turnstile(), Silence(), Pace(age=timedelta(0)))
    assert await sweeper.sweep() == 4
    assert [case for case, _, _ in register.lapsed] == ["case_4", "case_3", "case_2", "case_0"]
    assert await sweeper.sweep() == 1


async def test_the_sweeper_outlives_an_outage(register: FakeRegister) -> None:
    """A register that is away stops no sweeper."""
    register.faults["overdue"] = [Unavailable("08006"), ValueError("x")]
    rounds = asyncio.Event()

    async def reached() -> None:
        rounds.set()

    errands = Obligations(register, register, NO_CLIENT, FakeChannel(), TaskQueues())
    sweeping = asyncio.create_task(
        Sweeper(register, errands, Turnstile(), Silence(), Pace(pause=timedelta(milliseconds=1))).run(reached)
    )
    await asyncio.wait_for(rounds.wait(), 5)
    sweeping.cancel()


async def test_one_person_takes_one_turn_at_a_time() -> None:
    """Filings of one person wait for each other and give up in time; another person's pass; nothing is left behind."""
    turnstile = Turnstile(timedelta(milliseconds=20))
    async with turnstile.through("a"), turnstile.through("b"):
        with pytest.raises(Unavailable):
            async with turnstile.through("a"):
                pass
    async with turnstile.through("a"):
        pass
    assert not turnstile._gates


@pytest.mark.parametrize(
    ("raised", "fault", "final"),
    [
        (Unavailable("08006"), Fault.UNAVAILABLE, False),
        (KeyReused("k"), Fault.KEY_REUSED, True),
        (NotFound("case"), Fault.NOT_FOUND, True),
        (Defect("broken", "case_1"), Fault.INTERNAL, True),
        (ValueError("山田太郎"), Fault.INTERNAL, True),
    ],
)
def test_faults_travel_by_type_alone(raised: Exception, fault: Fault, final: bool) -> None:
    """An activity's failure carries its type, and nothing of what was handled."""
    with pytest.raises(ApplicationError) as error, told_by_type("test"):
        raise raised
    assert (error.value.type, error.value.non_retryable) == (fault, final)
    assert error.value.message == fault
    assert error.value.__cause__ is None


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What is logged; the logging of the tests comes back at the end."""
    root = logging.getLogger()
    before, to = (root.handlers, root.level), io.StringIO()
    write_logs(to)
    yield to
    root.handlers, root.level = before
    structlog.reset_defaults()


def test_logs_hold_no_exception_text(written: io.StringIO) -> None:
    """Our lines and the SDK's are JSON, name an exception by class and place, and never show its text."""
    try:
        int("山田太郎")
    except ValueError:
        logging.getLogger("temporalio.activity").warning("Completing as failed", exc_info=True)
        structlog.get_logger().error("defect", exc_info=True)
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert [line["error"] for line in lines] == ["ValueError", "ValueError"]
    assert "山田" not in written.getvalue()


async def test_sealed_payloads() -> None:
    """A sealed payload shows nothing, opens under its key, and not under another or when touched."""
    plain = Payload(metadata={"encoding": b"json/plain"}, data="山田太郎".encode())
    (sealed,) = await Sealed(b"k" * 32).encode([plain])
    assert plain.data not in sealed.SerializeToString()
    assert await Sealed(b"k" * 32).decode([sealed, plain]) == [plain, plain]
    with pytest.raises(InvalidTag):
        await Sealed(b"x" * 32).decode([sealed])


async def test_nothing_is_sent_to_nobody() -> None:
    """When Temporal cannot be reached, the sender knows that nothing was sent."""
    client = await connect(Temporal(address=f"127.0.0.1:{free_port()}"), lazy=True)
    answer = await send(client, command("act", NOW, "case_1"), task_queue="q")
    assert answer.fate is Fate.UNSENT


def _delivery(register: FakeRegister) -> Obligation:
    owed = register.obligation("deliver", register.cases["case_1"])
    register.undone.append(owed)
    return owed
