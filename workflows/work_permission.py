"""Permission for paid work (報酬を受ける活動の許可) under Sponsorship before the order: it never outlives that."""

from collections.abc import Iterable

from engine.case import Case
from engine.declaration import act, opening, upon
from engine.procedure import Procedure
from engine.refusal import because
from law.citation import ICRRA, ORD
from law.competence import Power
from law.custody import Sponsored
from law.finding import Answer, Finding
from law.work import WorkPermit
from law.work_permission import (
    Supervised,
    WorkApplied,
    WorkJudged,
    is_open_to_work,
    may_be_applied_for,
    may_be_permitted,
    running_sponsorship,
)
from workflows.custody_effects import SponsorshipEnded
from workflows.effects import Departed, DeportationOrderIssued, Died
from workflows.papers.work_permission import (
    WorkPermissionPaper,
    WorkPermissionRefusal,
    WorkPermissionWithdrawal,
    WorkRequest,
)
from workflows.papers.work_permission_duties import (
    DECIDE_WORK_PERMISSION,
    ENTERED_NOTICE,
    SPONSOR_COPY,
    SPONSOR_TOLD,
    WITHDRAWN_NOTICE,
)
from workflows.work_permission_case import (
    Stage,
    State,
    WorkEnd,
    WorkPermissionEnded,
    WorkPermissionGiven,
    WorkPermissionRefused,
    WorkPermissionRequested,
    WorkPermissionWithdrawn,
)

_PERMISSION = ICRRA("44-5(1)")


def may_still_work(work: "WorkPermission") -> Finding[Answer]:
    """Whether the person may be permitted to work at all: under Sponsorship before the order, and without a status."""
    return is_open_to_work(work.supervised(), work.at)


class WorkPermission(Procedure[State]):
    """Permission for paid work of somebody under Sponsorship before the order (44-5).

    Not decided here: need, extent, appropriateness, suitability: the supervising inspector judges and gives reasons.
    """

    en = "Permission to work under Sponsorship"
    ja = "監理措置中の報酬を受ける活動の許可"
    stages = Stage
    state_type = State
    duties = (DECIDE_WORK_PERMISSION,)
    notices = (ENTERED_NOTICE, SPONSOR_COPY, WITHDRAWN_NOTICE, SPONSOR_TOLD)

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The permission with what it rests on."""
        state = case.state
        if state.permitted_at is not None:
            yield WorkPermit(
                case=case.id,
                sponsorship=state.sponsorship,
                employer=state.employer,
                permitted_at=state.permitted_at,
                sponsor_consents=state.sponsor_consents,
                needed_for_living=state.needed_for_living,
                employment_contract=state.employment_contract,
                ended_at=state.ended_at,
            )

    def supervised(self) -> Supervised:
        """The person as the rule on work asks for one."""
        circumstances = self.position.circumstances
        restrictions = circumstances.travel_restrictions or ()
        restricted = any(
            each.since <= self.at and (each.until is None or self.at < each.until) for each in restrictions
        )
        return Supervised(
            sponsorships=self.position.all(Sponsored),
            stays=circumstances.stays,
            has_order=self.position.order_in_force(self.at) is not None,
            custody=self.position.custody,
            is_travel_restricted=restricted,
        )

    @opening(by=Power.RECEIVE_FILING, basis=(_PERMISSION, ORD("36-7(1)")), ja="報酬を受ける活動の許可申請の受理")
    def apply(self, body: WorkRequest) -> None:
        """Receive an application for paid work, from the person, with the Sponsor's consent."""
        person = self.supervised()
        self.require(is_open_to_work(person, self.at))
        applied = WorkApplied(
            body.kind, body.in_person, body.sponsor_consents, body.proof_of_need, body.proof_of_amount
        )
        self.require(may_be_applied_for(applied))
        self.require(not self._is_under_way(body.employer), _UNDER_WAY)
        sponsorship = running_sponsorship(person.sponsorships, self.at)
        where = sponsorship.case if sponsorship else ""
        self.begin(State(sponsorship=where, employer=body.employer, sponsor_consents=True), Stage.APPLIED)
        self.owe(DECIDE_WORK_PERMISSION)
        self.record(WorkPermissionRequested(sponsorship=where))

    def _is_under_way(self, employer: str) -> bool:
        """Whether another application waits, or work with this employer is permitted already."""
        others = [one for one in self.position.of(type(self).__name__) if one.id != self.case_id]
        waits = any(one.stage is Stage.APPLIED for one in others)
        return waits or any(one.stage is Stage.PERMITTED and one.state.employer == employer for one in others)

    @act(
        by=Power.PERMIT_WORK_UNDER_SPONSORSHIP,
        at=Stage.APPLIED,
        basis=(_PERMISSION, ICRRA("44-5(2)"), ICRRA("44-5(3)"), ORD("36-7(2)")),
        when=(may_still_work,),
        ja="報酬を受ける活動の許可",
    )
    def permit(self, body: WorkPermissionPaper) -> None:
        """Permit paid work with the employer named, within the needs of living."""
        judged = WorkJudged(
            body.needed_for_living, body.within_living_needs, body.appropriate, body.employment_contract
        )
        self.require(may_be_permitted(judged))
        self.require(body.employer == self.state.employer, _OTHER_EMPLOYER)
        self.update(
            needed_for_living=True,
            employment_contract=True,
            monthly_ceiling=body.monthly_ceiling,
            permitted_at=self.at,
        )
        self.discharge(DECIDE_WORK_PERMISSION)
        self.serve(ENTERED_NOTICE)
        self.serve(SPONSOR_COPY)
        given = WorkPermissionGiven(
            sponsorship=self.state.sponsorship,
            employer=body.employer,
            monthly_ceiling=body.monthly_ceiling,
            replaces_earlier=body.replaces_earlier,
        )
        self.record(given)
        self.enter(Stage.PERMITTED)

    @act(by=Power.PERMIT_WORK_UNDER_SPONSORSHIP, at=Stage.APPLIED, basis=_PERMISSION, ja="報酬を受ける活動の不許可")
    def refuse(self, body: WorkPermissionRefusal) -> None:
        """Refuse paid work; the reasons stay with the entry."""
        self.record(WorkPermissionRefused())
        self.enter(Stage.REFUSED)

    @act(
        by=Power.PERMIT_WORK_UNDER_SPONSORSHIP,
        at=Stage.PERMITTED,
        basis=(ICRRA("44-5(4)"), ORD("36-7(4)"), ORD("36-7(5)")),
        ja="報酬を受ける活動の許可の取消し",
    )
    def withdraw(self, body: WorkPermissionWithdrawal) -> None:
        """Withdraw the permission, strike out its entry and tell the Sponsor."""
        self.serve(WITHDRAWN_NOTICE)
        self.serve(SPONSOR_TOLD)
        self.update(ended_at=self.at)
        self.record(WorkPermissionWithdrawn(ground=body.ground))
        self.enter(Stage.WITHDRAWN)

    @act(
        by=Power.RECEIVE_FILING,
        at=(Stage.APPLIED, Stage.PERMITTED),
        basis=_PERMISSION,
        ja="申請の取下げ又は許可の返上の受理",
    )
    def give_up(self) -> None:
        """Receive word that the person withdraws the application or gives up the permission."""
        self._end(WorkEnd.GIVEN_UP)

    @upon(WorkPermissionGiven, basis=_PERMISSION)
    def is_replaced(self, fact: WorkPermissionGiven) -> None:
        """A change of employer was permitted: the earlier permission ends."""
        if fact.replaces_earlier and self.case.stage is Stage.PERMITTED:
            self._end(WorkEnd.REPLACED)

    @upon(SponsorshipEnded, basis=(_PERMISSION, ICRRA("44-8")))
    def ends_with_sponsorship(self, fact: SponsorshipEnded) -> None:
        """Sponsorship ended, and the permission in the same instant."""
        if fact.sponsorship == self.state.sponsorship:
            self._end(WorkEnd.WITH_SPONSORSHIP)

    @upon(DeportationOrderIssued, basis=(_PERMISSION, ICRRA("44-8(vi)")))
    def ends_with_the_order(self, fact: DeportationOrderIssued) -> None:
        """The deportation order was issued: not a second longer."""
        self._end(WorkEnd.ORDER_ISSUED)

    @upon(Departed, basis=_PERMISSION)
    def loses_its_object(self, fact: Departed) -> None:
        """The person left Japan."""
        self._end(WorkEnd.OBJECT_LOST)

    @upon(Died, basis=_PERMISSION)
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        self._end(WorkEnd.OBJECT_LOST)

    def _end(self, end: WorkEnd) -> None:
        if self.case.stage.closed:
            return
        for notice in (ENTERED_NOTICE, SPONSOR_COPY):
            self.withdraw_notice(notice)
        self.update(ended_at=self.at, ended_with=end)
        self.record(WorkPermissionEnded(end=end))
        self.enter(Stage.ENDED)


_UNDER_WAY = because(
    "work_permission_under_way",
    _PERMISSION,
    en="An application waits for its decision, or work with this employer is permitted already.",
    ja="申請の処理中であるか、当該機関での活動が既に許可されている。",
    remedy="Go on in the case that is open.",
)
_OTHER_EMPLOYER = because(
    "employer_not_applied_for",
    _PERMISSION,
    ORD("36-7(2)"),
    en="The body named is another than the one applied for.",
    ja="指定する機関が申請に係る機関と異なる。",
    remedy="A change of employer needs a new application.",
)
