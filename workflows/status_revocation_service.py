"""Service of the two papers of a status revocation: in person, by post, or by public notice (61-8-2)."""

from datetime import date
from typing import Final

from engine.declaration import act, lapse
from law.citation import ICRRA
from law.competence import Power
from law.enforcement_clocks import PUBLIC_NOTICE_OF_REVOCATION
from law.periods import end_of, legal_day
from law.status_service import deemed_served_on, delivery_serves, post_serves, public_notice_may_serve
from workflows.papers import status_revocation_reasons as reason
from workflows.papers.deportation import Reasoned
from workflows.papers.service import FailedService
from workflows.papers.status_revocation import LastDayWritten, PaperDelivered, PaperPosted, PaperSent
from workflows.papers.status_revocation_duties import HEARING_NOTICE, REVOCATION_WITH_PERIOD
from workflows.status_revocation_case import RevocationCase, Stage, day_before
from workflows.status_revocation_hearing import HearingOfHolder
from workflows.status_revocation_record import LastDayRewritten, RevocationPaperPosted, RevocationServiceFailed

_TO_SERVE: Final = (Stage.HEARING_TO_NOTIFY, Stage.TO_SERVE)
_POSTED: Final = (Stage.HEARING_POSTED, Stage.REVOCATION_POSTED)
_OF_HEARING: Final = (Stage.HEARING_TO_NOTIFY, Stage.HEARING_POSTED)


class ServiceOfPapers(HearingOfHolder, RevocationCase):
    """How the notice of the hearing and the notice of revocation reach the person, or count as having done so."""

    @act(
        by=Power.DELIVER_REVOCATION_PAPERS,
        at=(*_TO_SERVE, *_POSTED),
        basis=(ICRRA("61-8-2(4)"), ICRRA("61-8-2(5)"), ICRRA("61-8-2(7)")),
        ja="交付送達",
    )
    def deliver(self, body: PaperDelivered) -> None:
        """Deliver the paper: to the person, to a cohabitant, or by leaving it there; while it is posted too."""
        self.require(delivery_serves(body.facts))
        self._is_served(f"delivery {body.delivery.value}", self.today)

    @act(
        by=Power.CERTIFY_SERVICE,
        at=_TO_SERVE,
        basis=(ICRRA("61-8-2(1)"), ICRRA("61-8-2(2)"), ICRRA("61-8-2(3)")),
        ja="郵便等による送達の記録",
    )
    def record_arrival_of_mail(self, body: PaperSent) -> None:
        """Record that the paper is presumed served: it was sent by ordinary mail and would by now have arrived."""
        self.require(post_serves(sending_recorded=body.sending_recorded, came_back=body.came_back))
        self.require_past(body.sent_on, not_before=legal_day(self.case.notices[-1].since))
        self._is_served(body.way.value, self.today)

    @act(by=Power.CERTIFY_SERVICE, at=_TO_SERVE, basis=ICRRA("61-8-2(1)"), ja="送達不能の記録")
    def record_failed_service(self, body: FailedService) -> None:
        """Record that the paper did not reach the person."""
        self.require_past(body.tried_on)
        self.record(RevocationServiceFailed())

    @act(
        by=Power.SERVE_BY_PUBLIC_NOTICE,
        at=_TO_SERVE,
        basis=(ICRRA("61-8-2(6)"), ICRRA("61-8-2(7)"), ICRRA("61-8-2(8)")),
        ja="公示送達",
    )
    def post_public_notice(self, body: PaperPosted) -> None:
        """Post the paper by public notice: the place of residence is not known. The day counts from today."""
        self.require(public_notice_may_serve(address_unknown=body.address_unknown, recognised=self.of_recognised))
        deemed = deemed_served_on(self.today)
        hearing = self.case.stage is Stage.HEARING_TO_NOTIFY
        if hearing:
            hearing_at = self.state.hearing_at
            self.require(hearing_at is not None and end_of(deemed) < hearing_at, reason.HEARING_IS_PAST)
        else:
            self._write_last_day(deemed, body.until or self.state.until)
        self.start(PUBLIC_NOTICE_OF_REVOCATION, on=self.today)
        self.record(RevocationPaperPosted(deemed_served_on=deemed))
        self.enter(Stage.HEARING_POSTED if hearing else Stage.REVOCATION_POSTED)

    @act(by=Power.SERVE_BY_PUBLIC_NOTICE, at=_POSTED, basis=ICRRA("61-8-2(6)"), ja="公示送達の中止")
    def take_down_notice(self, body: Reasoned) -> None:
        """Take the public notice down before it has run: the place of residence has become known."""
        self.stop(PUBLIC_NOTICE_OF_REVOCATION)
        hearing = self.case.stage is Stage.HEARING_POSTED
        self.record(RevocationServiceFailed())
        self.enter(Stage.HEARING_TO_NOTIFY if hearing else Stage.TO_SERVE)

    @lapse(PUBLIC_NOTICE_OF_REVOCATION, basis=ICRRA("61-8-2(8)"))
    def public_notice_has_run(self) -> None:
        """Two weeks counted from the day of posting have passed: the paper counts as served."""
        self._is_served("public_notice", day_before(self.at))

    @act(
        by=Power.REVOKE_STATUS,
        at=Stage.TO_SERVE,
        basis=(ICRRA("22-4(7)"), ICRRA("22-4(9)")),
        ja="出国期間の記載の変更",
    )
    def rewrite_last_day(self, body: LastDayWritten) -> None:
        """Write another last day for leaving into the notice, before it is served."""
        self._write_last_day(self.today, body.until)
        self.withdraw_notice(REVOCATION_WITH_PERIOD)
        self.serve(REVOCATION_WITH_PERIOD)
        self.record(LastDayRewritten(until=body.until))

    def _write_last_day(self, served_on: date, until: date | None) -> None:
        self.require(until is None or self.state.until is not None, reason.NO_PERIOD_IN_NOTICE)
        if until is not None:
            self.require_last_day(served_on, until)
            self.update(until=until)

    def _is_served(self, by: str, served_on: date) -> None:
        self.stop(PUBLIC_NOTICE_OF_REVOCATION)
        if self.case.stage in _OF_HEARING:
            self.hearing_is_notified(by)
            self.served(HEARING_NOTICE, served_on)
        else:
            self.takes_effect(served_on)
