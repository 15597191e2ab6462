"""The papers of the status after recognition (61-2-2, Ord. 56) and of the certificate (Ord. 55(7), (9))."""

from datetime import date
from enum import StrEnum

from engine.case import DutyKind, NoticeKind
from engine.payload import Fact, Instant, Payload, Text
from engine.refusal import because
from law.citation import ICRRA, ORD
from law.competence import Power
from law.facts import ApplicationKind
from law.policies import PROMPTLY
from workflows.papers.application import OldPermission


class TakeUp(Payload):
    """A recognition whose certificate and status are to be given; filed by the recognising act itself."""

    application: str
    kind: ApplicationKind
    filed_at: Instant
    """When the application was received."""
    asks_status: bool = True
    """False where the status was settled, or is being decided, with an earlier recognition on the application."""


class OldPermissionGranted(Payload):
    """A status granted under the old law although recognition was refused (suppl. 11(1))."""

    application: str


class StatusDecision(Payload):
    """What decides on the status. The item is found by a person; a suspicion is not enough for it."""

    barred_ground: bool
    """Falls under 24(iii)-(iii-5) or (iv)(ha)-(yo)."""
    reasons: Text
    revokes_landing_permission: bool = False
    """A provisional or special landing permission runs and is revoked (61-2-2(4))."""


class StatusRefusal(Payload):
    """A refusal of the status. The Act prescribes neither form nor reasons; they are recorded."""

    barred_ground: bool
    reasons: Text
    old_special_permission: OldPermission | None = None


class HandedOverPaper(StrEnum):
    """What makes the permission take effect (61-2-2(2))."""

    RESIDENCE_CARD = "residence_card"
    CERTIFICATE_OF_STATUS = "certificate_of_status"


class HandOver(Payload):
    """The hand-over of the card or certificate of status."""

    paper: HandedOverPaper
    until: date | None = None
    """The last day of the period of stay, as the paper says; None = it is not on record."""


class CertificateHandedOver(Payload):
    """The hand-over of the certificate of recognition."""

    handed_over_on: date


class PapersReturned(Payload):
    """The return of the certificate and the travel document."""

    returned_on: date


class RefusalTakenBack(Payload):
    """Why the authority takes back its refusal of the status; no provision names it, its own power implies it."""

    reasons: Text


class StatusRefusalFell(Fact):
    """A refusal of the status was annulled or taken back: it never was."""


class StatusDecided(Fact):
    """The status after recognition was decided; it takes effect with the hand-over, a refusal with its notification."""

    granted: bool


class CertificateGiven(Fact):
    """The certificate of recognition was handed over."""

    kind: ApplicationKind


class CertificateReturned(Fact):
    """The certificate of recognition was returned."""


REFUGEE_CERTIFICATE = NoticeKind(
    "refugee_certificate",
    en="Certificate of refugee status",
    ja="難民認定証明書",
    form="75",
    basis=(ICRRA("61-2(4)"), ORD("55(7)")),
)
PROTECTION_CERTIFICATE = NoticeKind(
    "protection_certificate",
    en="Certificate of complementary protection",
    ja="補完的保護対象者認定証明書",
    form="76-2",
    basis=(ICRRA("61-2(5)"), ORD("55(9)")),
)
LANDING_REVOKED = NoticeKind(
    "landing_permission_revoked",
    en="Notice that a landing permission is revoked",
    ja="上陸許可等取消通知書",
    form="76-3",
    basis=(ICRRA("61-2-2(4)"), ORD("56(2)")),
)

DECIDE_STATUS = DutyKind(
    "decide_status",
    en="Decide on the status after recognition",
    ja="認定に伴う在留資格の許否の判断",
    by=Power.GRANT_STATUS_AFTER_RECOGNITION,
    basis=(ICRRA("61-2-2(1)"),),
    within=PROMPTLY,
)
HAND_OVER_STATUS = DutyKind(
    "hand_over_status",
    en="Hand over the residence card or the certificate of status",
    ja="在留カード又は在留資格証明書の交付",
    by=Power.HAND_OVER_DOCUMENTS,
    basis=(ICRRA("61-2-2(2)"),),
    within=PROMPTLY,
)
NOTIFY_REFUSAL = DutyKind(
    "notify_status_refusal",
    en="Tell the person that the status is refused",
    ja="在留資格不許可の通知",
    by=Power.CERTIFY_SERVICE,
    basis=(ICRRA("61-2-4(5)(iii)"),),
    within=PROMPTLY,
)
HAND_OVER_CERTIFICATE = DutyKind(
    "hand_over_certificate",
    en="Hand over the certificate of recognition",
    ja="認定証明書の交付",
    by=Power.HAND_OVER_DOCUMENTS,
    basis=(ICRRA("61-2(4)"), ICRRA("61-2(5)")),
    within=PROMPTLY,
)
CERTIFICATES_OUTSTANDING = DutyKind(
    "certificates_outstanding",
    en="Take back the certificate and the travel document",
    ja="認定証明書等の返納",
    by=Power.RECEIVE_FILING,
    basis=(ICRRA("61-2-16"), ICRRA("72(x)")),
    within=PROMPTLY,
)

CERTIFICATE_GIVEN = because(
    "certificate_given",
    ICRRA("61-2(4)"),
    ICRRA("61-2(5)"),
    en="The certificate has been handed over, or none is owed.",
    ja="認定証明書は交付済みであるか、交付を要しない。",
    remedy="Correct that entry if its day is wrong.",
)
NOTHING_OUTSTANDING = because(
    "nothing_outstanding",
    ICRRA("61-2-16"),
    en="The person need not return a certificate.",
    ja="返納すべき証明書がない。",
    remedy="The duty begins with a deportation order.",
)
STAY_IN_THE_PAST = because(
    "stay_in_the_past",
    ICRRA("61-2-2(2)"),
    en="The period of stay would have ended before today.",
    ja="在留期間の満了日が過去の日である。",
    remedy="Name the last day as the paper says it.",
)
HOLDS_NO_STATUS = because(
    "holds_no_status",
    ICRRA("61-2-3"),
    en="The person is not on record as holder of a status.",
    ja="在留資格を有する旨の記録がない。",
    remedy="Put the stay on record.",
)
NO_REFUSAL_STANDS = because(
    "no_refusal_of_status",
    ICRRA("61-2-2(1)"),
    ICRRA("61-2-4(5)(iii)"),
    en="No refusal of the status stands.",
    ja="在留資格に係る不許可処分がない。",
    remedy="There is nothing to annul before the status is refused.",
)
