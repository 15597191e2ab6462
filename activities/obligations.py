"""Do what filings left to be done outside: start or move a case's workflow, announce a notice."""

from datetime import UTC, datetime

import structlog
from temporalio import activity
from temporalio.client import Client
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError

from activities.errors import told_by_type
from activities.register_port import CaseRegister, Deliveries
from activities.routing import queue_of
from activities.send import nudge
from notices.channel import Channel, Evidence, NotDelivered, Result
from register.errors import Unavailable
from register.watch import Obligation
from settings import TaskQueues
from workflows.ports import CaseRef

DELIVER = "deliver"
"""The kind of obligation that announces a notice; the others start or move a case's workflow."""

_log = structlog.get_logger()


class Obligations:
    """Discharges obligations, each marked done in the register.

    A notice is announced once. `attempts` is raised when an attempt begins and when its end is known, so an odd number
    is one whose end nobody saw: it is repeated only through a channel where a repeat leaves one message; elsewhere it
    ends as uncertain, with an alarm.
    """

    def __init__(
        self, register: CaseRegister, deliveries: Deliveries, client: Client, channel: Channel, queues: TaskQueues
    ) -> None:
        self._register = register
        self._deliveries = deliveries
        self._client = client
        self._channel = channel
        self._queues = queues
        self._under_way: set[int] = set()

    @activity.defn(name="discharge")
    async def discharge(self, case: CaseRef) -> None:
        """Discharge what a case left undone. A repeat is harmless: what is marked done is not listed again.

        Raises:
            ApplicationError: something is left for the next attempt.
        """
        with told_by_type("discharge", case=case.case):
            owed = await self._register.obligations(case.case)
            own = [each.id for each in owed if each.kind != DELIVER and each.case == case.case]
            if own:
                await self._register.mark_done(own)
            if not all([await self.settle(each) for each in owed if each.id not in own]):
                raise Unavailable("undone")

    async def settle(self, obligation: Obligation) -> bool:
        """Discharge one obligation; False if it is to be tried again later. A fault in it stops no other."""
        if obligation.id in self._under_way:
            return False
        self._under_way.add(obligation.id)
        try:
            with told_by_type("settle", obligation=str(obligation.id), case=obligation.case):
                await self._perform(obligation)
        except ApplicationError:
            return False
        finally:
            self._under_way.discard(obligation.id)
        return True

    async def _perform(self, obligation: Obligation) -> None:
        if obligation.kind == DELIVER:
            await self._announce(obligation)
            return
        case = CaseRef(case=obligation.case, person=obligation.person, procedure=obligation.procedure)
        try:
            await nudge(self._client, case, task_queue=queue_of(case.procedure, self._queues))
        except RPCError as error:
            raise Unavailable(error.status.name) from None
        await self._register.mark_done([obligation.id])

    async def _announce(self, obligation: Obligation) -> None:
        evidence = await self._evidence(obligation)
        if evidence.result is not Result.HANDED_OVER:
            _log.error("not_announced", obligation=obligation.id, result=evidence.result, code=evidence.code)
        await self._register.file_evidence(str(obligation.notice), evidence.model_dump(mode="json"))

    async def _evidence(self, obligation: Obligation) -> Evidence:
        announcement = await self._deliveries.announcement(obligation)
        if announcement is None:
            return _without_word(Result.REFUSED, "no_address")
        unseen = obligation.attempts % 2 == 1
        if unseen and not self._channel.repeats_safely:
            return _without_word(Result.UNCERTAIN, "interrupted")
        if not unseen and not await self._deliveries.claim(obligation):
            raise Unavailable("claimed")
        try:
            return await self._channel.deliver(announcement)
        except NotDelivered as fault:
            await self._register.note_attempt([obligation.id])
            raise Unavailable(str(fault)) from None


def _without_word(result: Result, code: str) -> Evidence:
    return Evidence(channel="", result=result, message_id="", at=datetime.now(UTC), code=code)
