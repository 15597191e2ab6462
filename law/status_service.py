"""Service of the papers of a status revocation (送達): by post, in person, or by public notice (61-8-2).

These rules reach the papers of 22-4(3), (6) and of 61-2-11 alone; no refusal of recognition is deemed served by them.

Not decided here:
    When mail normally arrives, and whether a refusal to take a paper has a just reason: an officer judges.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from law.citation import ICRRA
from law.enforcement_clocks import PUBLIC_NOTICE_OF_REVOCATION
from law.finding import Answer, Finding, Reason
from law.periods import legal_day


class Delivery(StrEnum):
    """How a paper is delivered by an officer (61-8-2(4), (5))."""

    TO_THE_PERSON = "61-8-2(4)"
    TO_COHABITANT = "61-8-2(5)(i)"
    """To somebody who lives there and can be expected to hand it on."""
    LEFT_THERE = "61-8-2(5)(ii)"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryFacts:
    """What an officer found where a paper was to be delivered.

    Args:
        delivery: in which of the three ways.
        at_residence: at the person's place of residence.
        agreed_to_other_place: elsewhere, and the person did not object.
        person_met: the person was met there.
        cohabitant_fit: a cohabitant was met who can be expected to hand the paper on.
        refused_without_just_reason: who was met refused to take the paper without a just reason.
    """

    delivery: Delivery
    at_residence: bool
    agreed_to_other_place: bool = False
    person_met: bool = False
    cohabitant_fit: bool = False
    refused_without_just_reason: bool = False


def delivery_serves(facts: DeliveryFacts) -> Finding[Answer]:
    """Whether a delivery is service.

    Source: 61-8-2(1), (4), (5) (text of 2025-06-01).
    """
    if facts.delivery is Delivery.TO_THE_PERSON:
        served = facts.person_met and (facts.at_residence or facts.agreed_to_other_place)
        return _found(served, _NOT_TO_THE_PERSON)
    if not facts.at_residence:
        return Finding(Answer.NO, (_NOT_AT_RESIDENCE,))
    if facts.delivery is Delivery.TO_COHABITANT:
        return _found(facts.cohabitant_fit and not facts.person_met, _NOT_TO_COHABITANT)
    nobody_there = not facts.person_met and not facts.cohabitant_fit
    return _found(nobody_there or facts.refused_without_just_reason, _NOT_LEFT)


def post_serves(*, sending_recorded: bool, came_back: bool) -> Finding[Answer]:
    """Whether a paper sent by ordinary post or courier is presumed served at its normal arrival.

    Args:
        sending_recorded: a record names the paper, the person, the address and the day of sending.
        came_back: it came back, so that the presumption does not hold.

    Source: 61-8-2(1) to (3).
    """
    if not sending_recorded:
        return Finding(Answer.NO, (_NO_RECORD_OF_SENDING,))
    return _found(not came_back, _CAME_BACK)


def public_notice_may_serve(*, address_unknown: bool, recognised: bool) -> Finding[Answer]:
    """Whether public notice may take the place of service: address unknown, and never under 61-2-11.

    Source: 61-8-2(6); 73 of LAW §14.
    """
    if recognised:
        return Finding(Answer.NO, (_NEVER_FOR_RECOGNISED,))
    return _found(address_unknown, _ADDRESS_KNOWN)


def deemed_served_on(posted_on: date) -> date:
    """The day at whose end a paper posted by public notice counts as served: the 14th, the day of posting counted.

    Source: 61-8-2(8); Civil Code 141.
    """
    return legal_day(PUBLIC_NOTICE_OF_REVOCATION.ends(posted_on).value - timedelta.resolution)


def _found(holds: bool, reason: Reason) -> Finding[Answer]:
    return Finding(Answer.YES, ()) if holds else Finding(Answer.NO, (reason,))


_NOT_TO_THE_PERSON: Final = Reason(
    "not_delivered_to_the_person",
    (ICRRA("61-8-2(4)"),),
    "It was not handed to the person at the place of residence, nor elsewhere without objection.",
    "住居地において、又は異議なく他の場所において、本人に交付されていない。",
    remedy="Hand it to a cohabitant or leave it there where that is allowed, or try again.",
)
_NOT_AT_RESIDENCE: Final = Reason(
    "not_at_place_of_residence",
    (ICRRA("61-8-2(5)"),),
    "A cohabitant, or leaving the paper, serves at the place of residence alone.",
    "送達すべき場所における交付又は差置きではない。",
    remedy="Deliver it at the place of residence.",
)
_NOT_TO_COHABITANT: Final = Reason(
    "not_delivered_to_cohabitant",
    (ICRRA("61-8-2(5)(i)"),),
    "The person was met, or no cohabitant was who can be expected to hand the paper on.",
    "本人に出会っているか、書類を交付することが期待できる同居の者がいない。",
    remedy="Hand it to the person, or leave it there where that is allowed.",
)
_NOT_LEFT: Final = Reason(
    "not_to_be_left",
    (ICRRA("61-8-2(5)(ii)"),),
    "Somebody who can take the paper was there and did not refuse it without a just reason.",
    "差し置くことができる場合に当たらない。",
    remedy="Hand it over.",
)
_NO_RECORD_OF_SENDING: Final = Reason(
    "sending_not_recorded",
    (ICRRA("61-8-2(3)"),),
    "There is no record of the paper, the person, the address and the day of sending.",
    "書類の名称、氏名、あて先及び発送の年月日を確認する記録が作成されていない。",
    remedy="Make the record.",
)
_CAME_BACK: Final = Reason(
    "mail_came_back",
    (ICRRA("61-8-2(2)"),),
    "The mail came back: that it arrived is not presumed.",
    "返送されており、送達の推定は及ばない。",
    remedy="Deliver it, or send it to the right address.",
)
_NEVER_FOR_RECOGNISED: Final = Reason(
    "no_public_notice_for_recognised",
    (ICRRA("61-8-2(6)"), ICRRA("61-2-11(2)")),
    "The papers of a recognised person are never served by public notice.",
    "難民の認定等を受けた者に対する書類は、公示送達によることができない。",
    remedy="Find the person, and deliver or send the paper.",
)
_ADDRESS_KNOWN: Final = Reason(
    "address_is_known",
    (ICRRA("61-8-2(6)"),),
    "Public notice is for somebody whose place of residence is not known.",
    "住居地が明らかでない場合に当たらない。",
    remedy="Deliver or send the paper to the place of residence.",
)
