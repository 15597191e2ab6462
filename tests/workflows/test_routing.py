"""Which queue a case runs on."""

from activities.routing import queue_of
from settings import TaskQueues
from workflows.durable import CUSTODY, DURABLE


def test_custody_runs_on_a_queue_of_its_own() -> None:
    """What keeps somebody from being held without title waits behind nothing else; all other cases share a queue."""
    queues = TaskQueues(cases="cases", custody="custody")
    names = {kind.__name__.removesuffix("Case") for kind in DURABLE}
    assert {name for name in names if queue_of(name, queues) == "custody"} == CUSTODY & names
    assert queue_of("Deportation", queues) == "cases"
