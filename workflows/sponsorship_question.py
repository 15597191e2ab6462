"""The question of Sponsorship: how it comes before the supervising inspector, and how it ends without a decision."""

from engine.declaration import act, opening
from engine.refusal import because, unless
from law.citation import ICRRA, ORD, SUPPL
from law.competence import Power
from law.custody import DETAINED, PROVISIONALLY_RELEASED
from law.finding import Answer, Finding
from law.policies import cite
from law.regimes import COMMENCEMENT
from law.sponsorship import Route, may_be_asked_for
from law.sponsorship_duties import Filing, may_request
from workflows.custody_effects import SponsorshipNotDecided
from workflows.papers.custody import CommandFollowed, OrderFollowed, ScreeningFollowed
from workflows.papers.sponsorship import Reasoned, Receipt, SponsorshipRefusal, SponsorshipRequest
from workflows.papers.sponsorship_duties import DECIDE, OBEY_COMMAND, REFUSAL_NOTICE, SERVE_REFUSAL
from workflows.sponsorship_case import SponsorshipCase, Stage, State, release_is_owed
from workflows.sponsorship_record import (
    NoSponsorFound,
    QuestionMoot,
    RequestWithdrawn,
    SponsorshipRefused,
    SponsorshipTakenUp,
)

_REQUEST = (ICRRA("44-2(4)"), ICRRA("44-2(5)"), ICRRA("52-2(4)"), ICRRA("52-2(7)"), ORD("36-2(8)"))
_REFUSAL = (ICRRA("44-2(9)"), ICRRA("52-2(7)"), ORD("36-2(10)"), SUPPL("1-2"))


def is_commanded(case: SponsorshipCase) -> Finding[Answer]:
    """Whether the Commissioner commanded this Sponsorship."""
    return unless(case.state.route is Route.COMMAND, _NOT_COMMANDED)


def was_requested(case: SponsorshipCase) -> Finding[Answer]:
    """Whether somebody requested this Sponsorship."""
    return unless(case.state.route is Route.REQUEST, _NOT_REQUESTED)


def may_be_refused(case: SponsorshipCase) -> Finding[Answer]:
    """Whether Sponsorship may be not decided: never after a command, unless the person is held no more (52-8(5))."""
    held = case.position.custody in DETAINED or case.position.custody in PROVISIONALLY_RELEASED
    return unless(case.state.route is not Route.COMMAND or not held, _COMMANDED)


class Question(SponsorshipCase):
    """The openings, and the ends of a question that was not decided."""

    @opening(by=Power.RECEIVE_FILING, basis=_REQUEST, ja="監理措置決定申請の受理")
    def request(self, body: SponsorshipRequest) -> None:
        """Receive a request on form 51-3, of the person or of a relative in his or her place."""
        filing = Filing(**body.filed_by.model_dump())
        self._take_up(State(route=Route.REQUEST, asked_by=filing.by))
        self.require(self.today >= COMMENCEMENT, _NOT_YET_LAW)
        self._require_askable()
        self.require(may_request(filing))
        self.require(body.material, _NO_MATERIAL)
        self.require(not self.other_decision_stands(), DECIDED_ALREADY)

    @opening(by=Power.DECIDE_SPONSORSHIP, basis=(ICRRA("44-2(6)"), ICRRA("52-2(5)")), ja="職権による監理措置の検討開始")
    def consider_on_own_motion(self, body: Reasoned) -> None:
        """Take up the question of Sponsorship on own motion."""
        self._take_up(State(route=Route.OWN_MOTION))
        self.require(self.today >= COMMENCEMENT, _NOT_YET_LAW)
        self._require_askable()
        self.require(not self.other_decision_stands(), DECIDED_ALREADY)

    @opening(by=Power.DECIDE_SPONSORSHIP, basis=(ICRRA("39(2)"), ICRRA("44-2(1)")), ja="審査に伴う監理措置", inner=True)
    def consider_at_screening(self, body: ScreeningFollowed) -> None:
        """Take up the Sponsorship that the screening of a suspect chose."""
        self._take_up(State(route=Route.SCREENING))

    @opening(
        by=Power.DECIDE_SPONSORSHIP,
        basis=(ICRRA("52(8)"), ICRRA("52-2(1)")),
        ja="令書発付後の審査に伴う監理措置",
        inner=True,
    )
    def consider_after_order(self, body: OrderFollowed) -> None:
        """Take up the Sponsorship that the screening after the deportation order chose."""
        self._take_up(State(route=Route.SCREENING_AFTER_ORDER))

    @opening(by=Power.DECIDE_SPONSORSHIP, basis=ICRRA("52-8(5)"), ja="命令に基づく監理措置", inner=True)
    def take_up_command(self, body: CommandFollowed) -> None:
        """Take up the Sponsorship that the Commissioner commanded: it cannot be refused."""
        self._take_up(State(route=Route.COMMAND))

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=Stage.CONSIDERED,
        basis=_REFUSAL,
        when=(may_be_refused,),
        ja="監理措置決定をしない旨の決定",
    )
    def refuse(self, body: SponsorshipRefusal) -> None:
        """Decide no Sponsorship; to whoever requested it in writing with reasons, worded to be grasped."""
        requested = self.state.route is Route.REQUEST
        self.require(body.in_writing or not requested, _NOT_IN_WRITING)
        self.discharge(DECIDE, OBEY_COMMAND)
        self.record(SponsorshipRefused(requested=requested))
        self.record(SponsorshipNotDecided(sponsorship=self.case_id, route=self.state.route))
        if requested:
            self.update(refused_in_writing=body.in_writing)
            self.serve(REFUSAL_NOTICE)
            self.owe(SERVE_REFUSAL)
            self.enter(Stage.REFUSED)
        else:
            self.enter(Stage.NOT_DECIDED)

    @act(by=Power.CERTIFY_SERVICE, at=Stage.REFUSED, basis=_REFUSAL, ja="監理措置決定をしない旨の通知の記録")
    def certify_refusal_received(self, body: Receipt) -> None:
        """Record that the refusal reached whoever had requested Sponsorship."""
        self.require_past(body.received_on)
        self.served(REFUSAL_NOTICE, body.received_on)
        self.discharge(SERVE_REFUSAL)
        self.enter(Stage.NOT_DECIDED)

    @act(by=Power.RECEIVE_FILING, at=Stage.CONSIDERED, basis=_REQUEST, when=(was_requested,), ja="申請の取下げの受理")
    def withdraw_request(self, body: Reasoned) -> None:
        """Receive the withdrawal of the request."""
        self.record(RequestWithdrawn())
        self.enter(Stage.NOT_DECIDED)

    @act(
        by=Power.DECIDE_SPONSORSHIP,
        at=Stage.CONSIDERED,
        basis=(ICRRA("52-8(5)"), cite("A-38")),
        when=(is_commanded,),
        ja="監理人の選定ができない旨の報告",
    )
    def report_no_sponsor(self, body: Reasoned) -> None:
        """Report back that no consenting, fit Sponsor is found: the command stays open, and a person is asked."""
        self.record(NoSponsorFound())

    def moot(self) -> None:
        """The question has lost its object."""
        self.record(QuestionMoot())
        self.enter(Stage.NOT_DECIDED)

    def _require_askable(self) -> None:
        self.require(may_be_asked_for(self.position.custody, release_owed=release_is_owed(self)))

    def _take_up(self, state: State) -> None:
        self.begin(state, Stage.CONSIDERED)
        self.owe(OBEY_COMMAND if state.route is Route.COMMAND else DECIDE)
        self.record(SponsorshipTakenUp(route=state.route))


DECIDED_ALREADY = because(
    "sponsorship_stands",
    ICRRA("44-2(6)"),
    ICRRA("52-2(5)"),
    en="A Sponsorship of the person is decided and stands.",
    ja="既に監理措置決定がされている。",
    remedy="Go on in the case in which it was decided.",
)
_NOT_YET_LAW = because(
    "sponsorship_not_yet_law",
    SUPPL("1"),
    en="Sponsorship exists since 10 June 2024.",
    ja="監理措置は令和6年6月10日から施行された。",
    remedy="Apply the law in force on that day.",
)
_NO_MATERIAL = because(
    "reference_material_missing",
    ORD("36-2(8)"),
    en="The reference material is missing.",
    ja="参考となるべき資料の提出がない。",
    remedy="Hand it in with form 51-3.",
)
_NOT_IN_WRITING = because(
    "refusal_not_in_writing",
    ICRRA("44-2(9)"),
    ICRRA("52-2(7)"),
    en="A request is refused in writing, with reasons.",
    ja="理由を付した書面による通知を要する。",
    remedy="Write it on form 51-5.",
)
_COMMANDED = because(
    "sponsorship_commanded",
    ICRRA("52-8(4)"),
    ICRRA("52-8(5)"),
    cite("A-38"),
    en="The Commissioner commanded Sponsorship: only its conditions and the deposit remain open.",
    ja="長官の命令により、監理措置決定をしなければならない。",
    remedy="Decide it; where no Sponsor is found, report that back.",
)
_NOT_COMMANDED = because(
    "sponsorship_not_commanded",
    ICRRA("52-8(5)"),
    en="Nobody commanded this Sponsorship.",
    ja="長官の命令に基づくものではない。",
    remedy="Decide on it, or refuse it.",
)
_NOT_REQUESTED = because(
    "sponsorship_not_requested",
    ICRRA("44-2(4)"),
    ICRRA("52-2(4)"),
    en="Nobody requested this Sponsorship.",
    ja="請求に基づくものではない。",
    remedy="Decide on it.",
)
