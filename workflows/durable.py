"""The workflow classes, three lines a procedure: the durable name of a procedure is that of its pure file."""

from temporalio import workflow

from workflows.case import Case
from workflows.ports import CaseRef


@workflow.defn(name="Circumstances")
class CircumstancesCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="RefugeeApplication")
class RefugeeApplicationCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="ReviewRequest")
class ReviewRequestCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="RecognitionRevocation")
class RecognitionRevocationCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="ProvisionalStay")
class ProvisionalStayCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="StatusGrant")
class StatusGrantCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="Deportation")
class DeportationCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="Detention")
class DetentionCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="Treatment")
class TreatmentCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="DetentionReview")
class DetentionReviewCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="Sponsorship")
class SponsorshipCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="WorkPermission")
class WorkPermissionCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="ProvisionalRelease")
class ProvisionalReleaseCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="OwnExpenseDeparture")
class OwnExpenseDepartureCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="LandingDenial")
class LandingDenialCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="Enforcement")
class EnforcementCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="DepartureOrder")
class DepartureOrderCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="CourtProceedings")
class CourtProceedingsCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="CriminalCase")
class CriminalCaseCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="PenalOrder")
class PenalOrderCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="PassportOrder")
class PassportOrderCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="SpecialPermission")
class SpecialPermissionCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="StatusRevocation")
class StatusRevocationCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


@workflow.defn(name="TemporaryRefuge")
class TemporaryRefugeCase(Case):  # noqa: D101
    @workflow.run
    async def run(self, case: CaseRef) -> None:
        await self.keep(case)


DURABLE: tuple[type[Case], ...] = (
    CircumstancesCase,
    RefugeeApplicationCase,
    ReviewRequestCase,
    RecognitionRevocationCase,
    ProvisionalStayCase,
    StatusGrantCase,
    DeportationCase,
    DetentionCase,
    TreatmentCase,
    DetentionReviewCase,
    SponsorshipCase,
    WorkPermissionCase,
    ProvisionalReleaseCase,
    SpecialPermissionCase,
    EnforcementCase,
    OwnExpenseDepartureCase,
    LandingDenialCase,
    StatusRevocationCase,
    TemporaryRefugeCase,
    DepartureOrderCase,
    CourtProceedingsCase,
    CriminalCaseCase,
    PenalOrderCase,
    PassportOrderCase,
)
"""What a worker runs."""

CUSTODY: frozenset[str] = frozenset(
    {"Detention", "DetentionReview", "ProvisionalRelease", "Sponsorship", "Treatment", "WorkPermission"}
)
"""The procedures whose clocks keep somebody from being held without title: they run on a queue of their own."""
