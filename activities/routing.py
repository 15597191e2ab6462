"""On which task queue a case runs: custody has one of its own, so that nothing else delays it."""

from settings import TaskQueues
from workflows.durable import CUSTODY


def queue_of(procedure: str, queues: TaskQueues) -> str:
    """The queue on which the workers of a procedure listen."""
    return queues.custody if procedure in CUSTODY else queues.cases
