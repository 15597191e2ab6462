"""The papers of a revocation of recognition (61-2-10, Ord. 57, forms 77 and 77-2)."""

from datetime import date

from pydantic import Field

from engine.case import DutyKind, NoticeKind
from engine.payload import Fact, Payload, ShortText, Text
from engine.refusal import because
from law.citation import ACRA, ICRRA, ORD
from law.competence import Power
from law.policies import PROMPTLY
from law.recognition import RevocationGround, StatusFrom


class GroundReported(Payload):
    """Facts that became known and may be a ground of revocation."""

    application: ShortText
    """The case whose recognition it concerns."""
    grounds: tuple[RevocationGround, ...] = Field(min_length=1, max_length=3)
    facts: Text


class PersonHeard(Payload):
    """A hearing of the person; the Act prescribes none, it is recorded where it is held."""

    held_on: date
    record_made: bool


class RevocationDecision(Payload):
    """A revocation: the grounds found, the reasons, and where the person's status comes from."""

    grounds: tuple[RevocationGround, ...] = Field(max_length=3)
    """Empty where none is found: then recognition is not revoked."""
    status_from: StatusFrom
    reasons: Text | None = None
    instructs_on_review: bool = False


class GroundNotFound(Payload):
    """Why recognition is not revoked."""

    reasons: Text


class GazetteAnnounced(Payload):
    """The announcement in the official gazette that the certificates lost effect."""

    announced_on: date


class CertificatesReturned(Payload):
    """The return of the certificates."""

    returned_on: date


class RevocationTakenBack(Payload):
    """Why the authority takes back its revocation; no provision names it, its own power implies it."""

    reasons: Text


class CertificatesGivenBack(Payload):
    """The hand-over of certificates that had been returned."""

    given_back_on: date


class RevocationStep(Fact):
    """A step of the revocation was put on record; its content stands in the entry."""

    step: ShortText


class RevocationDecided(Fact):
    """Whether recognition is revoked was decided; a revocation takes effect when it reaches the person."""

    revoked: bool


REFUGEE_REVOKED = NoticeKind(
    "refugee_recognition_revoked",
    en="Notice that refugee status is revoked",
    ja="難民認定取消通知書",
    form="77",
    basis=(ICRRA("61-2-10(3)"), ORD("57(1)")),
)
PROTECTION_REVOKED = NoticeKind(
    "protection_recognition_revoked",
    en="Notice that complementary protection is revoked",
    ja="補完的保護対象者認定取消通知書",
    form="77-2",
    basis=(ICRRA("61-2-10(3)"), ORD("57(2)")),
)

DECIDE_REVOCATION = DutyKind(
    "decide_revocation",
    en="Decide whether a ground of revocation is found",
    ja="認定の取消しの判断",
    by=Power.REVOKE_RECOGNITION,
    basis=(ICRRA("61-2-10(1)"), ICRRA("61-2-10(2)")),
)
DELIVER_REVOCATION = DutyKind(
    "deliver_revocation",
    en="Deliver the notice of revocation",
    ja="認定取消通知書の交付",
    by=Power.CERTIFY_SERVICE,
    basis=(ICRRA("61-2-10(3)"),),
    within=PROMPTLY,
)
ANNOUNCE = DutyKind(
    "announce_in_gazette",
    en="Announce in the gazette that the certificates lost effect",
    ja="官報告示",
    by=Power.REVOKE_RECOGNITION,
    basis=(ICRRA("61-2-10(3)"),),
    within=PROMPTLY,
)
TAKE_BACK = DutyKind(
    "take_back_certificates",
    en="Take back the certificates",
    ja="認定証明書等の返納",
    by=Power.RECEIVE_FILING,
    basis=(ICRRA("61-2-10(4)"), ICRRA("72(x)")),
    within=PROMPTLY,
)

ANNOUNCE_ANNULMENT = DutyKind(
    "announce_annulment",
    en="Announce in the gazette that the revocation was annulled",
    ja="取消処分の取消しの官報告示",
    by=Power.REVOKE_RECOGNITION,
    basis=(ACRA("52(3)"),),
    within=PROMPTLY,
)
GIVE_BACK = DutyKind(
    "give_back_certificates",
    en="Give the returned certificates back",
    ja="返納された認定証明書等の再交付",
    by=Power.HAND_OVER_DOCUMENTS,
    basis=(ICRRA("61-2(4)"), ICRRA("61-2(5)")),
    within=PROMPTLY,
)

NO_RECOGNITION = because(
    "no_recognition_stands",
    ICRRA("61-2-10(1)"),
    ICRRA("61-2-10(2)"),
    en="No recognition on this application stands.",
    ja="当該申請について効力を有する認定がない。",
    remedy="Name the application on which the person is recognised.",
)
REVOCATION_PENDING = because(
    "revocation_already_pending",
    ICRRA("61-2-10(1)"),
    en="A revocation of this recognition is pending.",
    ja="当該認定の取消しの手続が係属している。",
    remedy="Put what is new into the pending case.",
)
REASONS_MISSING = because(
    "reasons_of_revocation_missing",
    ICRRA("61-2-10(3)"),
    en="A revocation is written, with reasons.",
    ja="理由を付した書面がない。",
    remedy="Write the reasons.",
)
NO_RECORD = because(
    "no_record_of_hearing",
    ORD("59-2"),
    en="A record is made of what was stated.",
    ja="供述を録取した調書が作成されていない。",
    remedy="Make the record.",
)
DONE_ALREADY = because(
    "done_already",
    ICRRA("61-2-10(3)"),
    ICRRA("61-2-10(4)"),
    en="This is not owed, or is on record.",
    ja="義務がないか、既に記録されている。",
    remedy="Correct the entry if it is wrong.",
)
