"""Applying for special permission to stay: who and when (50(2), 50(3), 63(1)), and how (Ord. 44(2)-(4)).

Not decided here:
    Whether somebody under sixteen, or ill, can apply without help: whoever receives the filing sees it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from law.citation import ICRRA, ORD, SUPPL
from law.custody import PROVISIONALLY_RELEASED, SPONSORED
from law.facts import Custody
from law.filer import Filer
from law.finding import Answer, Finding, Reason
from law.regimes import COMMENCEMENT

_UNDER_THE_ORDER_OR_SPONSORED: Final = frozenset(
    {
        Custody.DETAINED_DETENTION_ORDER,
        Custody.PROVISIONAL_RELEASE_DETENTION_ORDER,
        Custody.SPONSORED_BEFORE_ORDER,
    }
)


@dataclass(frozen=True, slots=True)
class Applicant:
    """Where somebody stands who wants to apply.

    Args:
        custody: on axis C.
        sponsorship_decided: a Sponsorship before the order was decided; it may still await its deposit.
        handed_over: was handed over to the inspector as somebody detained, or as the case of somebody sponsored.
        beside_criminal_case: the procedure goes on beside a criminal case (63(1)).
        under_examination: the inspector's examination has begun.
        departure_route: the case is on its way to a departure order.
        order_issued: a deportation order is in force.
        old_law: application for recognition and order are both from before 2024-06-10 (suppl. 11(1)).
    """

    custody: Custody
    sponsorship_decided: bool = False
    handed_over: bool = False
    beside_criminal_case: bool = False
    under_examination: bool = False
    departure_route: bool = False
    order_issued: bool = False
    old_law: bool = False


def is_open_to_own_motion(applicant: Applicant, on: date) -> Finding[Answer]:
    """Whether the Minister may take up the question on own motion: for a deportable person, until the order.

    Source: 50(1), 50(3), Act 56/2023 suppl. 11(1).
    """
    closed = (
        (on < COMMENCEMENT, _NOT_YET_LAW),
        (applicant.old_law, _OLD_LAW),
        (applicant.order_issued, _ORDER_ISSUED),
        (applicant.departure_route, _DEPARTURE_ROUTE),
    )
    return next((Finding(Answer.NO, (why,)) for holds, why in closed if holds), Finding(Answer.YES, ()))


def may_apply(applicant: Applicant, on: date) -> Finding[Answer]:
    """Whether somebody may apply for special permission now.

    Whoever was handed over as a detainee was detained under a detention order, and stays entitled when he or she is
    released since: the text asks for somebody who *was* detained (収容された外国人), not who still is.

    Source: 50(2), 50(3), 63(1), Ord. 44(3)(v), (vi).
    """
    is_open = is_open_to_own_motion(applicant, on)
    if is_open.value is not Answer.YES:
        return is_open
    if applicant.beside_criminal_case:
        return Finding(Answer.YES, ()) if applicant.under_examination else Finding(Answer.NO, (_NOT_EXAMINED,))
    if applicant.custody is Custody.EMERGENCY_DETAINED:
        return Finding(Answer.NO, (_NO_DETENTION_ORDER,))
    entitled = applicant.sponsorship_decided or applicant.handed_over
    if applicant.custody in _UNDER_THE_ORDER_OR_SPONSORED or entitled:
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (_NEITHER,))


@dataclass(frozen=True, slots=True)
class Filing:
    """How an application came in."""

    by: Filer = Filer.PERSON
    unable: bool = False
    """The person is under sixteen, or unable by illness or the like."""
    in_person: bool = True
    """Handed over in person: at the bureau, in its facility, or to an officer who came to somebody held elsewhere."""
    on_form: bool = True
    """Form 61-4."""


def may_file(filing: Filing) -> Finding[Answer]:
    """Whether an application comes from somebody who may file it, in person and on the form (Ord. 44(2), (4))."""
    if filing.by is not Filer.PERSON and not filing.unable:
        return Finding(Answer.NO, (_NOT_A_REPRESENTATIVE,))
    if not filing.in_person:
        return Finding(Answer.NO, (_NOT_IN_PERSON,))
    return Finding(Answer.YES, ()) if filing.on_form else Finding(Answer.NO, (_NOT_ON_FORM,))


class Paper(StrEnum):
    """What is handed in or shown with an application (Ord. 44(2), (3))."""

    PROOF = "proof"
    """Material that an item of 50(1) is met."""
    PASSPORT = "passport"
    CERTIFICATE_OF_STATUS = "certificate_of_status"
    REASON_FOR_NEITHER = "reason_for_neither"
    """The paper that says why neither can be shown."""
    RESIDENCE_CARD = "residence_card"
    SPECIAL_PERMANENT_RESIDENT_CERTIFICATE = "special_permanent_resident_certificate"
    LANDING_PERMIT = "landing_permit"
    SPONSORSHIP_NOTICE = "sponsorship_notice"
    PROVISIONAL_RELEASE_PERMIT = "provisional_release_permit"


class Missing(StrEnum):
    """What did not come with an application: it is asked for, and never makes a filing late."""

    PROOF = "proof"
    PASSPORT_OR_REASON = "passport_or_reason"
    SPONSORSHIP_NOTICE = "sponsorship_notice"
    PROVISIONAL_RELEASE_PERMIT = "provisional_release_permit"
    TRANSLATION = "translation"
    """Of papers in a foreign language (Ord. 62)."""


_ANY_OF_THESE = frozenset({Paper.PASSPORT, Paper.CERTIFICATE_OF_STATUS, Paper.REASON_FOR_NEITHER})


def what_is_missing(shown: frozenset[Paper], custody: Custody, *, untranslated: bool) -> frozenset[Missing]:
    """What is still to be handed in or shown.

    Args:
        shown: what came with the application.
        custody: whoever is sponsored, or on provisional release, shows the paper of it.
        untranslated: a paper in a foreign language came without its translation.

    Source: Ord. 44(2), 44(3), 62. A residence card, a certificate of special permanent residence or a landing permit is
    shown by whoever has one, which only that person knows.
    """
    wanted = {
        Missing.PROOF: Paper.PROOF not in shown,
        Missing.PASSPORT_OR_REASON: not shown & _ANY_OF_THESE,
        Missing.SPONSORSHIP_NOTICE: custody in SPONSORED and Paper.SPONSORSHIP_NOTICE not in shown,
        Missing.PROVISIONAL_RELEASE_PERMIT: (
            custody in PROVISIONALLY_RELEASED and Paper.PROVISIONAL_RELEASE_PERMIT not in shown
        ),
        Missing.TRANSLATION: untranslated,
    }
    return frozenset(each for each, lacking in wanted.items() if lacking)


_WHO = ICRRA("50(2)")
_HOW = ORD("44(2)")
_NOT_YET_LAW = Reason(
    "special_permission_not_yet_law",
    (SUPPL("1"),),
    "An application for special permission exists since 10 June 2024; before, it was decided on with the objection.",
    "在留特別許可の申請は令和6年6月10日から施行された。",
    "Make the objection, on which special permission was decided by the law of that day.",
)
_OLD_LAW = Reason(
    "old_law_examines_permission",
    (SUPPL("11(1)"),),
    "Application for recognition and order are from before 10 June 2024: Article 50 does not apply.",
    "難民認定等の申請及び退去強制令書の発付が施行日前であり、在留特別許可は従前の例による。",
    "Special permission is examined by the old law with each refusal of recognition or of the status.",
)
_ORDER_ISSUED = Reason(
    "order_issued",
    (ICRRA("50(3)"),),
    "The deportation order is issued: special permission can no longer be applied for.",
    "退去強制令書の発付後は、在留特別許可の申請をすることができない。",
    "Nothing cures it while the order stands.",
)
_DEPARTURE_ROUTE = Reason(
    "departure_order_route",
    (_WHO, ICRRA("45(1)"), ICRRA("55-84(1)")),
    "The case is on its way to a departure order: nobody is detained or sponsored in it, nor deportable.",
    "出国命令に係る手続中であり、収容令書による収容も監理措置決定も受けていない。",
    "It opens when the case is sent back and the person detained or sponsored.",
)
_NOT_EXAMINED = Reason(
    "examination_not_begun",
    (ICRRA("63(1)"), _WHO),
    "Beside a criminal case special permission is applied for by somebody under examination.",
    "刑事手続と併行する手続では、入国審査官の審査を受けることとされた外国人が申請することができる。",
    "Wait until the examination has begun.",
)
_NO_DETENTION_ORDER = Reason(
    "no_detention_order_yet",
    (_WHO, ICRRA("43(2)")),
    "Detained in an emergency: no detention order has issued yet.",
    "要急収容中であり、収容令書がまだ発付されていない。",
    "Apply when the detention order issues, or Sponsorship is decided.",
)
_NEITHER = Reason(
    "neither_detained_nor_sponsored",
    (_WHO,),
    "Neither detained under a detention order nor under Sponsorship.",
    "収容令書により収容されておらず、監理措置決定も受けていない。",
    "Apply from the first day of detention, or of the decision on Sponsorship.",
)
_NOT_A_REPRESENTATIVE = Reason(
    "representative_not_allowed",
    (ORD("44(4)"),),
    "Somebody else files only for a person under sixteen, or unable by illness or the like.",
    "十六歳未満又は疾病等により自ら申請できない場合に限り、親族等が代わって申請できる。",
    "Let the person file, or record why he or she cannot.",
)
_NOT_IN_PERSON = Reason(
    "not_in_person",
    (_HOW,),
    "The application is handed over in person.",
    "申請書は出頭して提出しなければならない。",
    "Let the person, or the representative, hand it over to an officer.",
)
_NOT_ON_FORM = Reason(
    "not_on_form",
    (_HOW,),
    "The application is made on form 61-4.",
    "別記第六十一号の四様式による申請書を要する。",
    "Fill in the form with the person at once.",
)
