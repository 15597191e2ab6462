"""Special permission to stay as far as the order hangs on it (47(5), 48(10), 49(7)); it is a case of its own (50)."""

from dataclasses import replace
from datetime import datetime

from engine.declaration import upon
from law.citation import ICRRA
from law.deportation import SpecialPermission, SpecialPermissionState
from law.facts import Grant
from law.policies import cite
from law.removal import covers
from workflows.deportation_acceptance import AcceptanceSteps
from workflows.deportation_case import Stage
from workflows.effects import DeportationOrderWithdrawn
from workflows.enforcement_effects import SpecialPermissionMoved, SpecialPermissionStep
from workflows.papers.deportation_duties import WEIGH_ORDER, WITHDRAW_ORDER

_STATE_AFTER = {
    SpecialPermissionStep.WITHDRAWN: SpecialPermissionState.WITHDRAWN,
    SpecialPermissionStep.REFUSED: SpecialPermissionState.REFUSAL_DECIDED,
    SpecialPermissionStep.REFUSAL_RECEIVED: SpecialPermissionState.REFUSAL_RECEIVED,
    SpecialPermissionStep.UNDECIDED_AGAIN: SpecialPermissionState.PENDING,
}
_HANGS_ON_IT = (ICRRA("47(5)"), ICRRA("48(10)"), ICRRA("49(7)"), ICRRA("50(9)"), cite("A-35"), cite("A-36"))


class PermissionAwaited(AcceptanceSteps):
    """Axis P beside the instances: what became of an application that concerns this case (LAW §3)."""

    @upon(SpecialPermissionMoved, basis=_HANGS_ON_IT)
    def follows_special_permission(self, fact: SpecialPermissionMoved) -> None:
        """Special permission was applied for, withdrawn, refused, received or granted: the order is weighed anew."""
        if fact.deportation != self.case_id or self.case.stage.closed:
            return
        if fact.step is SpecialPermissionStep.GRANTED:
            self._stands(SpecialPermissionState.GRANTED, self.at)
            self.enter(Stage.SPECIAL_PERMISSION)
            return
        if fact.step is SpecialPermissionStep.APPLIED_FOR:
            pending = SpecialPermission(SpecialPermissionState.PENDING, self.at)
            self.update(special_permission=pending, late_application_admitted=None)
        else:
            self._stands(_STATE_AFTER[fact.step], self._ended_at(fact))
        if fact.step in (SpecialPermissionStep.REFUSED, SpecialPermissionStep.UNDECIDED_AGAIN):
            self.update(special_permission_refused_at=self.at if fact.step is SpecialPermissionStep.REFUSED else None)
        if self.case.stage is not Stage.ORDERED:
            self.weigh_order()
        elif fact.step is SpecialPermissionStep.UNDECIDED_AGAIN:
            self.take_back_order()

    def take_back_order(self) -> None:
        """What the order rested on is gone: the case stands where it stood before it, unless a status bars that."""
        self.update(ordered_at=None, shown_at=None, order_in_doubt=False)
        self.discharge(WITHDRAW_ORDER, WEIGH_ORDER)
        self.record(DeportationOrderWithdrawn())
        if self.is_barred():
            self.enter(Stage.GRANT_BARS)
        else:
            self.weigh_order()

    def is_barred(self) -> bool:
        """Whether a grant of status covers the ground that carries the case (61-2-9(1))."""
        since = self.state.carried_by.since
        return any(covers(grant, since, self.at) for grant in self.position.all(Grant))

    def _ended_at(self, fact: SpecialPermissionMoved) -> datetime | None:
        if fact.step is SpecialPermissionStep.WITHDRAWN:
            return self.at
        return self.instant_of(fact.received_on) if fact.received_on is not None else None

    def _stands(self, state: SpecialPermissionState, ended_at: datetime | None = None) -> None:
        self.update(special_permission=replace(self.state.special_permission, state=state, ended_at=ended_at))
