"""Do what filings left to be done outside: start or move a case's workflow, announce a notice."""

from datetime import UTC, datetime

import structlog
from notices.channel import Announcement, Channel, Evidence, NotDelivered, Result
from register.errors import Unavailable
from temporalio import activity
from temporalio.client import Client
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError
from workflows.ports import CaseRef

from activities.errors import told_by_type
from activities.register_port import CaseRegister, Errand, Obligation
from activities.send import nudge

_log = structlog.get_logger()


class Obligations:
    """Discharges obligations, each marked done in the register.

    A notice is announced once: the attempt is put on file before it, its end after it. An attempt whose end is unknown is
    repeated only through a channel where a repeat leaves one message; elsewhere it ends as uncertain, with an alarm.
    """

    def __init__(self, register: CaseRegister, client: Client, channel: Channel, task_queue: str) -> None:
        self._register = register
        self._client = client
        self._channel = channel
        self._task_queue = task_queue

    @activity.defn(name="discharge")
    async def discharge(self, case: CaseRef) -> None:
        """Discharge what a case left undone. A repeat is harmless: what is marked done is not listed again.

        Raises:
            ApplicationError: something is left for the next attempt.
        """
        with told_by_type("discharge", case=case.case):
            undone = [each for each in await self._register.obligations(case.case) if not await self.settle(each)]
            if undone:
                raise Unavailable("undone")

    async def settle(self, obligation: Obligation) -> bool:
        """Discharge one obligation; False if it is to be tried again later. A fault in it stops no other."""
        try:
            with told_by_type("settle", obligation=str(obligation.id), case=obligation.case.case):
                await self._register.end(obligation.id, await self._perform(obligation))
        except ApplicationError:
            return False
        return True

    async def _perform(self, obligation: Obligation) -> Evidence | None:
        try:
            if obligation.errand is Errand.DELIVER:
                return await self._announce(obligation)
            await nudge(self._client, obligation.case, task_queue=self._task_queue)
        except (NotDelivered, RPCError) as error:
            raise Unavailable(type(error).__name__) from None
        return None

    async def _announce(self, obligation: Obligation) -> Evidence | None:
        if obligation.announcement is None:
            return None
        first = await self._register.begin(obligation.id)
        if first or self._channel.repeats_safely:
            evidence = await self._channel.deliver(obligation.announcement)
        else:
            evidence = _unknown(obligation.announcement)
        if evidence.result is not Result.HANDED_OVER:
            _log.error("notice_not_announced", obligation=obligation.id, result=evidence.result, code=evidence.code)
        return evidence


def _unknown(announcement: Announcement) -> Evidence:
    """An attempt was begun and nobody saw its end."""
    now = datetime.now(UTC)
    return Evidence(channel="", result=Result.UNCERTAIN, message_id=announcement.reference, at=now, code="interrupted")
