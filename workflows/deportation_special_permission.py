"""Special permission to stay as far as the order hangs on it (50), until it has a procedure of its own."""

from engine.declaration import act
from engine.refusal import because, unless
from law.citation import ICRRA, ORD
from law.competence import Power
from law.deportation import SpecialPermission, SpecialPermissionState
from law.deportation_grounds import special_permission_bar
from law.finding import Answer, Finding
from law.policies import cite
from workflows.deportation_acceptance import OVER, AcceptanceSteps
from workflows.deportation_case import DeportationCase, Stage, may_go_on
from workflows.deportation_record import (
    SpecialPermissionAppliedFor,
    SpecialPermissionRefusalReceived,
    SpecialPermissionRefused,
    SpecialPermissionWithdrawn,
)
from workflows.effects import SpecialPermissionGranted
from workflows.papers.deportation import (
    Reasoned,
    Receipt,
    SpecialPermissionApplication,
    SpecialPermissionGrant,
    SpecialPermissionWithdrawal,
)
from workflows.papers.deportation_duties import (
    DECIDE_SPECIAL_PERMISSION,
    SERVE_SPECIAL_PERMISSION_REFUSAL,
    SPECIAL_PERMISSION_REFUSAL,
)

_FROM_SCREENING_TO_ORDER = (
    Stage.SCREENED,
    Stage.UNDER_EXAMINATION,
    Stage.FOUND,
    Stage.OPEN_TO_HEARING,
    Stage.SILENT_ON_FINDING,
    Stage.HEARING,
    Stage.DECIDED,
    Stage.OPEN_TO_OBJECTION,
    Stage.SILENT_ON_DECISION,
    Stage.OBJECTED,
    Stage.FORWARDED,
    Stage.DISMISSED,
    *OVER,
)
_MAY_BE_DECIDED = (Stage.DISMISSED, *OVER)


def order_is_not_issued(case: DeportationCase) -> Finding[Answer]:
    """Whether special permission can still be applied for: only before the order (50(3))."""
    return unless(case.state.ordered_at is None, _ORDER_ISSUED)


def application_is_pending(case: DeportationCase) -> Finding[Answer]:
    """Whether an application for special permission waits for its decision."""
    state = case.state.special_permission.state
    return unless(state is SpecialPermissionState.PENDING, _NOT_PENDING)


def refusal_was_decided(case: DeportationCase) -> Finding[Answer]:
    """Whether a refusal of special permission waits for its service."""
    state = case.state.special_permission.state
    return unless(state is SpecialPermissionState.REFUSAL_DECIDED, _NOT_REFUSED)


def instances_are_over(case: DeportationCase) -> Finding[Answer]:
    """Whether special permission may be decided on: accepted, or the objection dismissed (50(4); refusals: A-37)."""
    return unless(case.state.acceptance is not None or case.case.stage is Stage.DISMISSED, _INSTANCES_NOT_OVER)


class SpecialPermissionSteps(AcceptanceSteps):
    """What becomes of an application for special permission; the whole procedure comes later."""

    @act(
        by=Power.RECEIVE_FILING,
        at=(*_FROM_SCREENING_TO_ORDER, Stage.ORDERED),
        basis=(ICRRA("50(2)"), ICRRA("50(3)"), ORD("44(2)")),
        when=(order_is_not_issued, may_go_on),
        ja="在留特別許可の申請の受理",
    )
    def apply_for_special_permission(self, body: SpecialPermissionApplication) -> None:
        """Receive an application for special permission to stay."""
        waits = (SpecialPermissionState.PENDING, SpecialPermissionState.REFUSAL_DECIDED)
        self.require(self.state.special_permission.state not in waits, _PENDING_ALREADY)
        self.update(
            special_permission=SpecialPermission(SpecialPermissionState.PENDING, self.at),
            late_application_admitted=None,
        )
        self.record(SpecialPermissionAppliedFor())
        self.weigh_order()

    @act(
        by=Power.RECEIVE_FILING,
        at=_FROM_SCREENING_TO_ORDER,
        basis=ICRRA("47(5)(iii)"),
        when=(may_go_on, application_is_pending),
        ja="在留特別許可の申請の取下げ",
    )
    def withdraw_special_permission(self, body: SpecialPermissionWithdrawal) -> None:
        """Receive a written withdrawal of the application."""
        self.require(body.written, _NOT_WRITTEN)
        self.discharge(DECIDE_SPECIAL_PERMISSION)
        self.record(SpecialPermissionWithdrawn())
        self.move_special_permission(SpecialPermissionState.WITHDRAWN, self.at)

    @act(
        by=Power.DECIDE_SPECIAL_PERMISSION,
        at=_FROM_SCREENING_TO_ORDER,
        basis=(ICRRA("50(1)"), ICRRA("50(8)"), ICRRA("50(10)"), cite("A-37")),
        when=(may_go_on, application_is_pending, instances_are_over),
        ja="在留特別許可をしない処分",
    )
    def refuse_special_permission(self, body: Reasoned) -> None:
        """Refuse special permission in writing with reasons, and tell the supervising inspector."""
        self.serve(SPECIAL_PERMISSION_REFUSAL)
        self.discharge(DECIDE_SPECIAL_PERMISSION)
        self.owe(SERVE_SPECIAL_PERMISSION_REFUSAL)
        self.update(special_permission_refused_at=self.at)
        self.record(SpecialPermissionRefused())
        self.move_special_permission(SpecialPermissionState.REFUSAL_DECIDED)

    @act(
        by=Power.CERTIFY_SERVICE,
        at=_MAY_BE_DECIDED,
        basis=(ICRRA("47(5)(iii)"), ICRRA("50(10)")),
        when=(may_go_on, refusal_was_decided),
        ja="在留特別許可をしない旨の通知書の送達の記録",
    )
    def certify_special_permission_refusal_received(self, body: Receipt) -> None:
        """Record that the refusal of special permission really reached the person."""
        self.require_not_before(self.state.special_permission_refused_at, body.received_on)
        self.served(SPECIAL_PERMISSION_REFUSAL, body.received_on)
        self.discharge(SERVE_SPECIAL_PERMISSION_REFUSAL)
        self.record(SpecialPermissionRefusalReceived(received_on=body.received_on))
        self.move_special_permission(SpecialPermissionState.REFUSAL_RECEIVED, self.instant_of(body.received_on))

    @act(
        by=Power.DECIDE_SPECIAL_PERMISSION,
        at=_FROM_SCREENING_TO_ORDER,
        basis=(ICRRA("50(1)"), ICRRA("50(4)"), ICRRA("50(5)"), ICRRA("50(8)")),
        when=(may_go_on, instances_are_over),
        ja="在留特別許可",
    )
    def grant_special_permission(self, body: SpecialPermissionGrant) -> None:
        """Grant special permission, on application or on the Minister's own motion: the case ends."""
        grounds = frozenset(each.ground for each in self.state.grounds)
        barred = special_permission_bar(self.position.circumstances.sentences, grounds, self.today)
        if barred.value is not Answer.NO and body.refusal_lacks_humanity is not True:
            self.require(Finding(Answer.NO, barred.reasons))
        self.move_special_permission(SpecialPermissionState.GRANTED, self.at)
        self.record(SpecialPermissionGranted())
        self.enter(Stage.SPECIAL_PERMISSION)


_ORDER_ISSUED = because(
    "order_issued",
    ICRRA("50(3)"),
    en="The deportation order is issued: special permission can no longer be applied for.",
    ja="退去強制令書の発付後は、在留特別許可の申請をすることができない。",
    remedy="Nothing cures it while the order stands.",
)
_PENDING_ALREADY = because(
    "special_permission_pending",
    ICRRA("50(2)"),
    en="An application is undecided, or its refusal not yet received.",
    ja="既に申請が係属中である。",
    remedy="Wait for its end.",
)
_NOT_PENDING = because(
    "no_special_permission_pending",
    ICRRA("50(2)"),
    en="No application for special permission is pending.",
    ja="在留特別許可の申請が係属していない。",
    remedy="Receive the application first.",
)
_NOT_REFUSED = because(
    "special_permission_not_refused",
    ICRRA("50(10)"),
    en="No refusal of special permission waits for service.",
    ja="送達を待つ不許可の処分がない。",
    remedy="Decide first.",
)
_INSTANCES_NOT_OVER = because(
    "instances_not_over",
    ICRRA("50(4)"),
    cite("A-37"),
    en="The finding or decision is not accepted and no objection was dismissed.",
    ja="認定若しくは判定に服しておらず、異議の申出が理由がない旨の裁決もされていない。",
    remedy="Wait for the end of the instances.",
)
_NOT_WRITTEN = because(
    "withdrawal_not_written",
    ICRRA("47(5)(iii)"),
    en="The withdrawal is not in writing.",
    ja="取下げが書面によっていない。",
    remedy="Ask for a written withdrawal.",
)
