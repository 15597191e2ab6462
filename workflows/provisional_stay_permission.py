"""Whether provisional stay is permitted: exclusions, permission or none, and the delivery that makes it effective."""

from engine.declaration import act
from law.citation import ICRRA, ORD
from law.clocks import PROVISIONAL_STAY
from law.competence import Power
from law.facts import Application, StayKind
from law.finding import Answer, Finding
from law.policies import cite
from law.provisional_stay import ProvisionalStayFacts, conditions, must_be_permitted
from law.stays import stays_in
from workflows.effects import ProvisionalStayDelivered
from workflows.papers.provisional_stay import ExclusionsFound, StayNotPermitted, StayPermit
from workflows.papers.provisional_stay_duties import DECIDE_STAY, DELIVER_PERMIT, PERMIT_NOTICE
from workflows.provisional_stay_case import ExclusionsRecorded, Findings, Stage, StayCase, StayPermitted, StayRefused

_PERMISSION = ICRRA("61-2-4(1)")
_PERIOD = (ICRRA("61-2-4(2)"), ORD("56-2(2)"))
_BEFORE_DELIVERY = (Stage.EXAMINED, Stage.PERMITTED)


def application_of(stay: StayCase) -> Application | None:
    """The application that raised the question, while it is pending."""
    pending = (each for each in stay.position.all(Application) if each.ended is None)
    return next((each for each in pending if each.case == stay.state.application), None)


def must_permit(stay: StayCase) -> Finding[Answer]:
    """Whether provisional stay shall be permitted, on everything on record now."""
    circumstances, application = stay.position.circumstances, application_of(stay)
    stays = circumstances.stays
    status = stay.position.status_less(stay.at).value
    facts = ProvisionalStayFacts(
        status_less={Answer.YES: True, Answer.NO: False}.get(status),
        filed_at=application.filed_at if application else stay.case.opened_at,
        provisional_landing=stays_in((StayKind.PROVISIONAL_LANDING,), stays, stay.at),
        listed_landing=stays_in((StayKind.LISTED_LANDING,), stays, stay.at),
        sixty_days=stays_in((StayKind.SIXTY_DAYS,), stays, stay.at),
        sentences=circumstances.sentences,
        has_order=stay.position.order_in_force(stay.at) is not None,
        **stay.state.found.model_dump(),
    )
    return must_be_permitted(facts, stay.at)


def may_be_refused(stay: StayCase) -> Finding[Answer]:
    """Whether permission may be refused: only where an exclusion applies, or the person is not status-less any more."""
    found = must_permit(stay)
    if found.value is Answer.NO:
        return Finding(Answer.YES, found.reasons)
    return Finding(Answer.NO, found.reasons)


class Permission(StayCase):
    """The steps from the exclusions to the delivery of the permit (61-2-4(1) to (3))."""

    @act(
        by=Power.INVESTIGATE_RECOGNITION,
        at=_BEFORE_DELIVERY,
        basis=(_PERMISSION, ICRRA("61-2-17(1)"), cite("A-27")),
        ja="除外事由の記録",
    )
    def find_exclusions(self, body: ExclusionsFound) -> None:
        """Record what bears on the exclusions, with the judgments that the law leaves to a person."""
        self.require_past(body.landed_on, body.learned_on)
        self.update(found=Findings.of(body))
        self.record(ExclusionsRecorded(answer=must_permit(self).value))

    @act(
        by=Power.PERMIT_PROVISIONAL_STAY,
        at=_BEFORE_DELIVERY,
        basis=(_PERMISSION, *_PERIOD, ICRRA("61-2-4(3)")),
        when=(must_permit,),
        ja="仮滞在の許可",
    )
    def permit(self, body: StayPermit) -> None:
        """Permit provisional stay up to a designated day, under conditions."""
        self.require(conditions(body.conditions))
        last_day = body.last_day
        self.designate(PROVISIONAL_STAY, self.today, last_day)
        self.update(last_day=last_day)
        self.discharge(DECIDE_STAY)
        self.owe(DELIVER_PERMIT)
        self.withdraw_notice(PERMIT_NOTICE)
        self.serve(PERMIT_NOTICE)
        self.record(StayPermitted(last_day=last_day))
        self.enter(Stage.PERMITTED)

    @act(
        by=Power.PERMIT_PROVISIONAL_STAY,
        at=_BEFORE_DELIVERY,
        basis=_PERMISSION,
        when=(may_be_refused,),
        ja="仮滞在の不許可の記録",
    )
    def not_permit(self, body: StayNotPermitted) -> None:
        """Record that provisional stay is not permitted, with the exclusions that apply."""
        codes = tuple(reason.code for reason in must_permit(self).reasons)
        self.withdraw_notice(PERMIT_NOTICE)
        self.record(StayRefused(codes=codes))
        self.enter(Stage.NOT_PERMITTED)

    @act(by=Power.HAND_OVER_DOCUMENTS, at=Stage.PERMITTED, basis=_PERIOD, when=(must_permit,), ja="仮滞在許可書の交付")
    def hand_over_permit(self) -> None:
        """Hand over the permit: provisional stay begins and the deportation procedure stops."""
        self.start(PROVISIONAL_STAY, on=self.today, until=self.state.last_day or self.today)
        self.update(delivered_at=self.at, counts_from=self.today)
        self.served(PERMIT_NOTICE, self.today)
        self.discharge(DELIVER_PERMIT)
        self.record(ProvisionalStayDelivered(application=self.state.application))
        self.enter(Stage.RUNNING)
