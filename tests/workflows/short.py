"""A case whose runs are short, so that a test sees a new one begin."""

from temporalio import workflow

from workflows.case import Case
from workflows.ports import CaseRef


@workflow.defn(name="Circumstances")
class ShortCase(Case):
    """Begins a new run after some six acts."""

    longest = 40

    @workflow.run
    async def run(self, case: CaseRef) -> None:
        """Keep the case."""
        await self.keep(case)
