"""Papers that must really reach the person: no rule deems a refusal or a revocation served (A-30)."""

from datetime import date
from enum import StrEnum

from engine.payload import Payload, Text
from engine.refusal import because
from law.citation import ACRA, ICRRA
from law.policies import cite


class ServiceWay(StrEnum):
    """How a paper was brought to the person."""

    HANDED_OVER = "handed_over"
    POST = "post"
    COURIER = "courier"
    REPRESENTATIVE = "representative"
    """Through somebody whom the person empowered to receive papers."""


class ServiceFailure(StrEnum):
    """Why a paper did not reach the person."""

    ABSENT = "absent"
    UNKNOWN_ADDRESS = "unknown_address"
    RETURNED = "returned"
    DECLINED = "declined"


class Receipt(Payload):
    """That a paper really reached the person, and on which legal day."""

    received_on: date
    way: ServiceWay
    reached_the_person: bool
    """The person, or somebody empowered to receive for him or her, holds the paper: posting it is not enough."""


class FailedService(Payload):
    """An attempt that did not reach the person."""

    tried_on: date
    way: ServiceWay
    failure: ServiceFailure
    remarks: Text | None = None


NOT_REALLY_RECEIVED = because(
    "not_really_received",
    ICRRA("61-2-12(2)"),
    ICRRA("61-8-2(1)"),
    cite("A-30"),
    en="The paper did not reach the person; nothing deems it served, and no period begins.",
    ja="本人が通知を受けておらず、送達したものとみなす規定はない。",
    remedy="Deliver it, or record the attempt.",
)
RECEIPT_ON_RECORD = because(
    "receipt_on_record",
    ICRRA("61-2-12(2)"),
    en="The receipt is on record.",
    ja="受領は既に記録されている。",
    remedy="Correct that entry if its day is wrong.",
)
REMEDY_NOT_INSTRUCTED = because(
    "remedy_not_instructed",
    ACRA("82(1)"),
    en="The paper does not say that a review can be requested, of whom and until when.",
    ja="不服申立てをすることができる旨等の教示がない。",
    remedy="Add the instruction.",
)
