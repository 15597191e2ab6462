"""Today's shell replays the histories of every release, and a history that another shell made is noticed."""

import asyncio
import json
from pathlib import Path

import pytest
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from activities.client import converter
from worker import runner
from workflows.durable import DURABLE

HISTORIES = sorted(Path(__file__).with_name("histories").glob("*.json"))


def replayer() -> Replayer:
    """Replay as the worker runs."""
    return Replayer(workflows=DURABLE, workflow_runner=runner(), data_converter=converter())


@pytest.mark.parametrize("recorded", HISTORIES, ids=lambda path: path.stem)
def test_recorded_histories_replay(recorded: Path) -> None:
    """A running case survives the deployment of this code."""
    history = WorkflowHistory.from_json("case_recorded", recorded.read_text())
    asyncio.run(replayer().replay_workflow(history))


def test_there_are_histories() -> None:
    """The replay examines at least four stories."""
    assert len(HISTORIES) >= 4


def test_a_foreign_history_is_noticed() -> None:
    """The replay can fail: a history without its timers does not pass."""
    history = json.loads(HISTORIES[0].read_text())
    events = [event for event in history["events"] if event["eventType"] != "EVENT_TYPE_TIMER_STARTED"]
    for number, event in enumerate(events, 1):
        event["eventId"] = str(number)
    with pytest.raises(Exception, match="TMPRL1100"):
        asyncio.run(replayer().replay_workflow(WorkflowHistory.from_json("case", json.dumps({"events": events}))))
