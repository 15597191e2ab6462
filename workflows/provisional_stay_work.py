"""Paid work during provisional stay: never a business, only with permission, reported by a designated day."""

from engine.declaration import act, lapse
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.clocks import WORK_REPORT
from law.competence import Power
from law.finding import Answer, Finding
from law.provisional_stay_holder import WorkFacts, business_never, work_may_be_permitted
from workflows.papers.provisional_stay import (
    WorkApplication,
    WorkKind,
    WorkPermission,
    WorkRefusal,
    WorkReport,
    WorkWithdrawal,
)
from workflows.papers.provisional_stay_duties import DECIDE_WORK, WEIGH_WITHDRAWAL_OF_WORK, WORK_WITHDRAWAL_NOTICE
from workflows.provisional_stay_case import (
    HELD,
    StayCase,
    WorkAppliedFor,
    WorkPermitted,
    WorkRefused,
    WorkReported,
    WorkReportMissed,
    WorkWithdrawn,
)


def work_is_applied_for(stay: StayCase) -> Finding[Answer]:
    """Whether an application for work waits for its decision."""
    return unless(
        stay.state.work_applied_for is not None,
        because(
            "work_not_applied_for",
            ICRRA("61-2-7(2)"),
            en="No application for paid work is pending.",
            ja="報酬を受ける活動の許可の申請がない。",
            remedy="Let the holder apply with form 76-8.",
        ),
    )


def work_is_permitted(stay: StayCase) -> Finding[Answer]:
    """Whether a permission to work is in force."""
    return unless(
        stay.state.work_permitted_on is not None,
        because(
            "work_not_permitted",
            ICRRA("61-2-7(1)"),
            en="No permission to work is in force.",
            ja="報酬を受ける活動の許可を受けていない。",
            remedy="Let the holder apply with form 76-8.",
        ),
    )


class PermittedWork(StayCase):
    """The steps of 61-2-7 and 61-2-8."""

    @act(by=Power.RECEIVE_FILING, at=HELD, basis=(ICRRA("61-2-7(2)"), ORD("56-5(1)")), ja="報酬活動の許可申請の受理")
    def apply_for_work(self, body: WorkApplication) -> None:
        """Receive an application for permission to work."""
        self.require(
            body.proof_of_need and body.proof_of_amount,
            because(
                "work_proof_missing",
                ORD("56-5(1)"),
                en="Proof of the need or of the amount of the pay is missing.",
                ja="必要性又は報酬の額を証する資料を欠いている。",
                remedy="Hand in both.",
            ),
        )
        self.update(work_applied_for=body.kind)
        self.owe(DECIDE_WORK)
        self.record(WorkAppliedFor(kind=body.kind))

    @act(
        by=Power.PERMIT_WORK_ON_PROVISIONAL_STAY,
        at=HELD,
        basis=(ICRRA("61-2-7(2)"), ICRRA("61-2-7(3)"), ORD("56-5(2)")),
        when=(work_is_applied_for,),
        ja="報酬を受ける活動の許可",
    )
    def permit_work(self, body: WorkPermission) -> None:
        """Permit paid work within the needs of living, and designate the day of the first report."""
        delivered = self.state.delivered_at or self.at
        if self.state.work_applied_for is WorkKind.BUSINESS:
            self.require(business_never(delivered))
        facts = WorkFacts(
            delivered, applied=True, within_living_needs=body.within_living_needs, appropriate=body.appropriate
        )
        self.require(work_may_be_permitted(facts))
        self.stop(WORK_REPORT)
        self.start(WORK_REPORT, on=self.today, until=body.report_by)
        self.update(work_applied_for=None, work_permitted_on=self.today)
        self.discharge(DECIDE_WORK)
        self.record(WorkPermitted(report_by=body.report_by))

    @act(
        by=Power.PERMIT_WORK_ON_PROVISIONAL_STAY,
        at=HELD,
        basis=ICRRA("61-2-7(2)"),
        when=(work_is_applied_for,),
        ja="報酬を受ける活動の不許可",
    )
    def refuse_work(self, body: WorkRefusal) -> None:
        """Refuse permission to work; the reasons stay with the entry."""
        self.update(work_applied_for=None)
        self.discharge(DECIDE_WORK)
        self.record(WorkRefused())

    @act(
        by=Power.RECEIVE_WORK_REPORT,
        at=HELD,
        basis=(ICRRA("61-2-8"), ORD("56-6(1)")),
        when=(work_is_permitted,),
        ja="報酬活動の届出の受理",
    )
    def report_work(self, body: WorkReport) -> None:
        """Receive a report of the activity and designate the day of the next one."""
        if self.case.clock(WORK_REPORT) is None:
            self.start(WORK_REPORT, on=self.today, until=body.next_report_by)
        else:
            self.move(WORK_REPORT, on=self.today, until=body.next_report_by)
        self.discharge(WEIGH_WITHDRAWAL_OF_WORK)
        self.record(WorkReported(next_report_by=body.next_report_by))

    @lapse(WORK_REPORT, basis=(ICRRA("61-2-8"), ICRRA("61-2-7(4)")))
    def misses_the_report(self) -> None:
        """No report by the designated day: a breach, for which the permission may be withdrawn."""
        self.record(WorkReportMissed())
        self.owe(WEIGH_WITHDRAWAL_OF_WORK)

    @act(
        by=Power.PERMIT_WORK_ON_PROVISIONAL_STAY,
        at=HELD,
        basis=(ICRRA("61-2-7(4)"), ORD("56-5(3)")),
        when=(work_is_permitted,),
        ja="報酬活動の許可の取消し",
    )
    def withdraw_work(self, body: WorkWithdrawal) -> None:
        """Withdraw the permission to work and strike out its entry in the permit."""
        self.stop(WORK_REPORT)
        self.update(work_permitted_on=None)
        self.discharge(WEIGH_WITHDRAWAL_OF_WORK)
        self.serve(WORK_WITHDRAWAL_NOTICE)
        self.record(WorkWithdrawn(ground=body.ground))
