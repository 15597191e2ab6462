"""Today's shell replays the histories of every release, and a history that another shell made is noticed."""

import json
from pathlib import Path

import pytest
from activities.client import converter
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer
from worker import sandbox
from workflows.durable import DURABLE

HISTORIES = sorted(Path(__file__).with_name("histories").glob("*.json"))


def replayer() -> Replayer:
    """Replay as the worker runs."""
    return Replayer(workflows=DURABLE, workflow_runner=sandbox(), data_converter=converter())


@pytest.mark.parametrize("recorded", HISTORIES, ids=lambda path: path.stem)
async def test_recorded_histories_replay(recorded: Path) -> None:
    """A running case survives the deployment of this code."""
    await replayer().replay_workflow(WorkflowHistory.from_json("case_recorded", recorded.read_text()))


def test_there_are_histories() -> None:
    """The replay examines at least four stories."""
    assert len(HISTORIES) >= 4


async def test_a_foreign_history_is_noticed() -> None:
    """The replay can fail: a history in which the first local activity is another one does not pass."""
    history = json.loads(HISTORIES[0].read_text())
    events = [event for event in history["events"] if event["eventType"] != "EVENT_TYPE_TIMER_STARTED"]
    for number, event in enumerate(events, 1):
        event["eventId"] = str(number)
    with pytest.raises(Exception, match="ondeterminism|onDeterminism|TMPRL1100"):
        await replayer().replay_workflow(WorkflowHistory.from_json("case_recorded", json.dumps({"events": events})))
