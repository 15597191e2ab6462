"""What Sponsorship puts on record beside the facts that move other cases; no names, places or reasons."""

from datetime import date

from engine.payload import Fact
from law.money import Yen
from law.sponsorship import Route
from law.sponsorship_duties import Matter, Omission, Timeliness
from law.sponsorship_end import Ground, LapseCause
from workflows.papers.sponsor import CancellationGround, ReportItem, SponsorKind


class SponsorshipTakenUp(Fact):
    """The question of Sponsorship was opened."""

    route: Route


class SponsorshipRefused(Fact):
    """Sponsorship was not decided; where it was requested, in writing with reasons."""

    requested: bool


class RequestWithdrawn(Fact):
    """The request was withdrawn."""


class QuestionMoot(Fact):
    """The question lost its object before it was decided."""


class NoSponsorFound(Fact):
    """No consenting, fit Sponsor was found for a commanded Sponsorship; the command stays open (A-38)."""


class PapersHandedOver(Fact):
    """The person has the notice of Sponsorship, the Sponsor its certified copy."""


class ControlOfficerTold(Fact):
    """The control officer was told of the decision (44-2(3), 52-2(3))."""


class DepositPaid(Fact):
    """Money came as deposit; late: it is to be returned (A-06)."""

    amount: Yen
    late: bool


class DepositForfeited(Fact):
    """All or part of the deposit was forfeited."""

    amount: Yen


class DepositReturned(Fact):
    """What was held of the deposit went back to who paid it."""

    amount: Yen


class PlacedUnpaid(Fact):
    """A person decided that Sponsorship takes hold though its deposit is unpaid (A-34)."""


class DepositStillAwaited(Fact):
    """A person decided that Sponsorship of somebody released goes on waiting for its deposit (A-34)."""


class NotificationDayDesignated(Fact):
    """The day of the next notification was designated."""

    notify_by: date


class NotificationReceived(Fact):
    """The supervised person, or a relative, notified."""

    late: bool
    next_by: date


class NotificationMissed(Fact):
    """Breach: no notification by the day set; Sponsorship may be revoked, and a fine threatens."""

    exposure: str


class Summoned(Fact):
    """The person was summoned."""

    to_appear_on: date


class Appeared(Fact):
    """The person appeared as summoned, or had just cause not to."""

    appeared: bool


class SummonsMissed(Fact):
    """Breach: the person did not appear without just cause; a condition is broken, and a crime is in question."""

    exposure: str


class NoticeNotShown(Fact):
    """Breach: the notice of Sponsorship was not carried, or not shown on demand; a fine threatens."""

    exposure: str


class TermsChanged(Fact):
    """The conditions of Sponsorship were changed."""


class SponsorNotified(Fact):
    """The Sponsor notified of a matter."""

    matter: Matter
    timeliness: Timeliness


class MatterNoted(Fact):
    """The State found something of which the Sponsor must notify."""

    matter: Matter
    since: date


class SponsorBreached(Fact):
    """Breach: the Sponsor did not notify or report, or did so late or falsely; an administrative fine threatens."""

    omission: Omission
    exposure: str
    false: bool = False


class ReportDemanded(Fact):
    """The Sponsor was asked for a report."""

    items: tuple[ReportItem, ...]
    due: date


class ReportReceived(Fact):
    """The Sponsor reported."""

    late: bool


class ResignationNotified(Fact):
    """The Sponsor gave notice of resignation."""

    ends_on: date
    thirty_days_ahead: bool


class SponsorDeathRecorded(Fact):
    """The Sponsor died."""

    died_on: date


class SelectionCancelled(Fact):
    """The selection of the Sponsor was cancelled."""

    ground: CancellationGround
    ends_on: date


class SponsorKeptOn(Fact):
    """The supervising inspector weighed and left the Sponsor in place."""


class SponsorSelected(Fact):
    """A new Sponsor was selected."""

    kind: SponsorKind


class RevocationOwed(Fact):
    """Breach of a limit: Sponsorship must be revoked, which is an act of the supervising inspector."""

    ground: Ground


class LeftInForce(Fact):
    """The supervising inspector weighed and did not revoke."""


class SupportAsked(Fact):
    """The Sponsor asked for help."""


class SupportGiven(Fact):
    """The bureau advised or helped the Sponsor."""


class FactsFound(Fact):
    """Facts were found by an inspector or a control officer (44-9, 52-7)."""

    record_made: bool


class SponsorshipRevoked(Fact):
    """Sponsorship was revoked."""

    grounds: tuple[Ground, ...]


class SponsorshipLapsed(Fact):
    """Sponsorship lapsed by law."""

    cause: LapseCause


class EndedForStatus(Fact):
    """Sponsorship was ended after the grant of a status (A-42)."""


class RevocationHandedOver(Fact):
    """The revocation document was handed to the control officer, with the order."""


class NoticeTakenBack(Fact):
    """Whether the notice of Sponsorship was taken back."""

    taken_back: bool


class PersonTold(Fact):
    """The person was told of the end."""


class SponsorTold(Fact):
    """The Sponsor was told of the end."""


class PayerTold(Fact):
    """The payer has the notice of forfeiture."""
