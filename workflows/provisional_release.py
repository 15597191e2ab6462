"""Provisional release (仮放免): detention lifted for a time, for health, humanitarian or like reasons (54, 55).

The steps stand beside this file along the law: the decision, the period, the end. Here they begin: on request, on own
motion, or with a release that runs already; and here other cases of the person take effect on them.
"""

from collections.abc import Iterable

from engine.case import Case
from engine.declaration import opening, upon
from engine.refusal import because
from law.citation import ICRRA, ORD, SUPPL
from law.competence import Power
from law.custody import PROVISIONALLY_RELEASED, ProvisionallyReleased
from law.custody_clocks import PROVISIONAL_RELEASE, WRITTEN_RELEASE
from law.facts import Custody
from law.periods import legal_day
from law.policies import cite
from law.provisional_release import (
    RefusalGiven,
    ReleasePeriod,
    ReleaseTerms,
    doctor_is_to_be_heard,
    is_open_to_release,
    law_of_release,
    may_request,
)
from workflows.custody_effects import CustodyChanged, ReleaseEnd, SponsorshipPlaced
from workflows.effects import (
    Departed,
    DeportationOrderIssued,
    DeportationOrderWithdrawn,
    Died,
    FoundNotDeportable,
    GrantTookEffect,
    SpecialPermissionGranted,
)
from workflows.papers.provisional_release import OwnMotion, ReleaseRequest, ReleaseTaken
from workflows.papers.provisional_release_duties import (
    DECIDE_ANEW,
    DECIDE_EXTENSION,
    DECIDE_RELEASE,
    EXTENSION_REFUSAL_NOTICE,
    HEAR_DOCTOR,
    PERMIT_NOTICE,
    REFUSAL_NOTICE,
    RELEASE_REVOCATION_NOTICE,
    RETURN_DEPOSIT,
    SUMMONS_NOTICE,
    TAKE_DEPOSIT,
    WEIGH_OLD_RELEASE,
)
from workflows.provisional_release_case import (
    AT_LARGE,
    ON_RELEASE,
    CustodyDecisionOwed,
    ReleaseConsidered,
    ReleaseRequested,
    ReleaseTakenOver,
    Stage,
    State,
)
from workflows.provisional_release_end import Ending
from workflows.provisional_release_period import PROOF_MISSING

_HELD = (Custody.DETAINED_DETENTION_ORDER, Custody.DETAINED_DEPORTATION_ORDER)
_GOES_ON_IN = PROVISIONALLY_RELEASED | {Custody.CRIMINAL_CUSTODY, Custody.TRAVEL_RESTRICTED}
"""By themselves an arrest and a travel restriction end no release: it stands aside, and its period runs on (A-41)."""


class ProvisionalRelease(Ending):
    """Provisional release of somebody detained under a detention order or a deportation order (54, 55).

    Not decided here: appropriateness, flight, just cause: an officer judges and gives reasons. Detaining again after
    a revocation or the end of the period is a step of `Detention`.
    """

    en = "Provisional release"
    ja = "仮放免"
    duties = (
        DECIDE_RELEASE,
        HEAR_DOCTOR,
        TAKE_DEPOSIT,
        DECIDE_EXTENSION,
        DECIDE_ANEW,
        WEIGH_OLD_RELEASE,
        RETURN_DEPOSIT,
    )
    notices = (PERMIT_NOTICE, REFUSAL_NOTICE, EXTENSION_REFUSAL_NOTICE, RELEASE_REVOCATION_NOTICE, SUMMONS_NOTICE)

    @classmethod
    def bears(cls, case: Case[State]) -> Iterable[object]:
        """The release and its terms, and that a refusal was given on paper."""
        state = case.state
        if state.refusals:
            papers = [one for one in case.notices if one.kind in (REFUSAL_NOTICE.name, EXTENSION_REFUSAL_NOTICE.name)]
            yield RefusalGiven(case.id, on_paper=len(papers) >= state.refusals)
        if state.released_at is None or state.last_day is None or state.law is None:
            return
        yield ProvisionallyReleased(case.id, state.released_at, state.last_day, state.under_order, state.ended_at)
        yield ReleaseTerms(
            case.id,
            state.law,
            state.reason,
            state.periods,
            deposit_set=state.deposit is not None,
            written_elsewhere=state.taken_over,
            decision_owed=case.stage is Stage.ORDER_MEANWHILE,
            ended_at=state.ended_at,
        )

    @opening(by=Power.RECEIVE_FILING, basis=(ICRRA("54(1)"), ORD("49(1)")), ja="仮放免の請求の受理")
    def request(self, body: ReleaseRequest) -> None:
        """Receive a request for provisional release."""
        self.require(may_request(body.requester))
        self.require(body.proof, PROOF_MISSING)
        law = law_of_release(self.at, self.at)
        self._consider(
            State(requested_at=self.at, requester=body.requester, reasons_shown=body.reasons_shown, law=law),
        )
        if doctor_is_to_be_heard(law, body.reasons_shown):
            self.owe(HEAR_DOCTOR)
        self.record(ReleaseRequested(requester=body.requester))

    @opening(by=Power.RELEASE_PROVISIONALLY, basis=ICRRA("54(2)"), ja="職権による仮放免の検討")
    def consider_on_own_motion(self, body: OwnMotion) -> None:
        """Consider provisional release without a request."""
        self._consider(State())
        self.record(ReleaseConsidered())

    @opening(by=Power.RECORD_CUSTODY, basis=(SUPPL("9(2)"), ICRRA("54(2)")), ja="継続中の仮放免の記録")
    def take_over(self, body: ReleaseTaken) -> None:
        """Take over a release that runs already, with its period as the permit has it."""
        granted_on, law = legal_day(body.granted_at), law_of_release(body.requested_at, body.granted_at)
        self.require(not self._other_is_open(), _RELEASE_IS_OPEN)
        self.require(self.position.custody_held is not None, _CUSTODY_NOT_KEPT)
        self.require(self.position.custody is _custody(under_order=body.under_order), _NOT_ON_THAT_RELEASE)
        self.require_past(granted_on)
        self.require(body.last_day >= self.today, _OVER_ALREADY)
        state = State(requested_at=body.requested_at, law=law, taken_over=True, released_at=body.granted_at)
        period = ReleasePeriod(granted_on, body.last_day)
        more = {"periods": (period,), "under_order": body.under_order, "deposit_held": body.deposit_held}
        self.begin(state.model_copy(update=more), Stage.RELEASED)
        self.run_until(granted_on, body.last_day, as_written=True)
        self.record(ReleaseTakenOver(last_day=body.last_day, law=law))
        self._weigh_order()

    def _consider(self, state: State) -> None:
        self.require(not self._other_is_open(), _RELEASE_IS_OPEN)
        self.require(is_open_to_release(self.position.custody))
        self.begin(state, Stage.CONSIDERED)
        self.owe(DECIDE_RELEASE)

    def _other_is_open(self) -> bool:
        return any(not case.stage.closed and case.id != self.case_id for case in self.position.of(type(self).__name__))

    @upon(DeportationOrderIssued, basis=(cite("A-10"), ICRRA("52-2(5)")))
    def meets_an_order(self, fact: DeportationOrderIssued) -> None:
        """The order issued during a release under the detention order: custody is decided anew, nothing expires."""
        self._weigh_order()

    def _weigh_order(self) -> None:
        rests_on_detention_order = self.case.stage in ON_RELEASE and not self.state.under_order
        if not rests_on_detention_order or self.position.order_in_force(self.at) is None:
            return
        self.stop(PROVISIONAL_RELEASE)
        self.stop(WRITTEN_RELEASE)
        self.update(extension_requested_on=None)
        self.discharge(DECIDE_EXTENSION, WEIGH_OLD_RELEASE)
        self.owe(DECIDE_ANEW, due=self.today)
        self.record(CustodyDecisionOwed())
        self.enter(Stage.ORDER_MEANWHILE)

    @upon(DeportationOrderWithdrawn, basis=(ICRRA("54(2)"), ICRRA("51")))
    def loses_the_order(self, fact: DeportationOrderWithdrawn) -> None:
        """The deportation order is gone, and with it what the release lifted."""
        rests_on_order = self.state.under_order or self.case.stage is Stage.ORDER_MEANWHILE
        if rests_on_order and self.case.stage in AT_LARGE and self.position.order_in_force(self.at) is None:
            self.end(ReleaseEnd.SUPERSEDED)

    @upon(SponsorshipPlaced, basis=(ICRRA("44-2(6)"), ICRRA("52-2(5)")))
    def gives_way_to_sponsorship(self, fact: SponsorshipPlaced) -> None:
        """Sponsorship took hold: it takes the place of the release, or of the question."""
        self.end(ReleaseEnd.SUPERSEDED)

    @upon(CustodyChanged, basis=(ICRRA("54(1)"), ICRRA("54(2)"), cite("A-41")))
    def follows_custody(self, fact: CustodyChanged) -> None:
        """Another decision on custody took its place, or there is no detention any more that could be lifted."""
        goes_on_in = _GOES_ON_IN if self.case.stage in AT_LARGE else _HELD
        if fact.after not in goes_on_in:
            self.end(ReleaseEnd.SUPERSEDED)

    @upon(FoundNotDeportable, basis=(ICRRA("47(1)"), ICRRA("48(6)"), ICRRA("49(4)")))
    def ends_without_ground(self, fact: FoundNotDeportable) -> None:
        """No item of Article 24 applies: the person is free."""
        self._end_unless_ordered()

    @upon(SpecialPermissionGranted, basis=(ICRRA("50(1)"), ICRRA("50(9)")))
    def ends_with_special_permission(self, fact: SpecialPermissionGranted) -> None:
        """Special permission to stay was granted: the person is free."""
        self._end_unless_ordered()

    @upon(GrantTookEffect, basis=ICRRA("61-2-9(1)"))
    def ends_with_a_status(self, fact: GrantTookEffect) -> None:
        """A status was granted: no step of the deportation procedure is taken any more."""
        self.end(ReleaseEnd.SUPERSEDED)

    @upon(Departed, basis=(ICRRA("52(3)"), ICRRA("54(2)")))
    def loses_its_object(self, fact: Departed) -> None:
        """The person left Japan."""
        self.end(ReleaseEnd.OBJECT_LOST)

    @upon(Died, basis=ICRRA("54(2)"))
    def ends_with_death(self, fact: Died) -> None:
        """The person died: all ends."""
        self.end(ReleaseEnd.OBJECT_LOST)

    def _end_unless_ordered(self) -> None:
        """A release that rests on an order in force of another case goes on."""
        if self.position.order_in_force(self.at) is None:
            self.end(ReleaseEnd.SUPERSEDED)


def _custody(*, under_order: bool) -> Custody:
    if under_order:
        return Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER
    return Custody.PROVISIONAL_RELEASE_DETENTION_ORDER


_RELEASE_IS_OPEN = because(
    "release_is_open",
    ICRRA("54(1)"),
    en="Provisional release of this person is being considered, or runs.",
    ja="仮放免の許否の審査中又は仮放免中である。",
    remedy="Go on in the case that is open.",
)
_CUSTODY_NOT_KEPT = because(
    "custody_not_kept",
    ICRRA("55(3)"),
    ICRRA("55(5)"),
    SUPPL("9(2)"),
    en="No case keeps the custody of this person: when the release ends, nobody would owe the detention.",
    ja="この者の身柄に係る事件が係属しておらず、仮放免の終了後の収容を担う者がない。",
    remedy="Take custody over first, on release (`take_over` of Detention).",
)
_NOT_ON_THAT_RELEASE = because(
    "not_on_that_release",
    SUPPL("9(2)"),
    ICRRA("54(2)"),
    en="The person is not on record as released provisionally under that order.",
    ja="当該令書に係る仮放免中の者として記録されていない。",
    remedy="Put custody on record first.",
)
_OVER_ALREADY = because(
    "over_already",
    SUPPL("9(2)"),
    ICRRA("55(5)"),
    en="The period of the permit is over.",
    ja="許可書の期間が既に満了している。",
    remedy="Put on record what became of the person.",
)
