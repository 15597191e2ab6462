"""File what a case is asked, let its clocks lapse, read what it waits for."""

from temporalio import activity

from activities.errors import told_by_type
from activities.register_port import CaseRegister
from activities.send import case_of
from activities.turnstile import Turnstile
from engine.command import Command
from register import watch
from workflows.ports import CaseRef, Due, Kept, Wake


class Filing:
    """The activities that a case runs inside the workflow task, and as regular ones when something is down."""

    def __init__(self, register: CaseRegister, turnstile: Turnstile) -> None:
        self._register = register
        self._turnstile = turnstile

    @activity.defn(name="file")
    async def file(self, command: Command) -> Kept:
        """File a command. A repeat is harmless: a command id that is on file is answered from there."""
        with told_by_type("file", command=command.id, case=case_of(command).case):
            async with self._turnstile.through(command.person):
                filed, wake = await self._register.keep(command)
            return Kept(filed=filed, wake=_told(wake))

    @activity.defn(name="lapse")
    async def lapse(self, due: Due) -> Wake:
        """File the lapses due. A repeat is harmless: a clock lapses once a generation, under an id made of both."""
        with told_by_type("lapse", case=due.case.case):
            async with self._turnstile.through(due.case.person):
                await self._register.file_lapses(due.case.case, due.until)
            return _told(await self._register.wake(due.case.case))

    @activity.defn(name="look")
    async def look(self, case: CaseRef) -> Wake:
        """Read what a case waits for. A repeat is harmless: nothing is written."""
        with told_by_type("look", case=case.case):
            return _told(await self._register.wake(case.case))


def _told(wake: watch.Wake) -> Wake:
    """The register's answer as a case takes it."""
    return Wake.model_validate(wake, from_attributes=True)
