"""A Sponsorship with its terms, as the invariants of LAW §14 ask for it.

All instants are aware datetimes; legal days are dates in Japan Standard Time.
"""

from dataclasses import dataclass
from datetime import date, datetime

from law.custody import Paragraph
from law.deposit import Deposit
from law.sponsorship import Condition
from law.sponsorship_end import Ground


@dataclass(frozen=True, slots=True)
class Supervision:
    """What was decided with a Sponsorship, and where its terms stand.

    Args:
        sponsor: a Sponsor was selected who understood, consented and was fit.
        placed_at: when it took hold; None while release waits for the deposit.
        notified_on: the day of placement or of the last notification.
        notify_by: the day set for the next one.
        owed: mandatory grounds of revocation that have come true.
        revocation_due: revoking is on somebody's inbox.
        revoked_on: the grounds on which it was revoked; empty where it was not.
        waited_for_deposit: it was decided on somebody detained, with a deposit to be paid first.
        placed_unpaid: a person let it take hold out of detention though the deposit was unpaid (A-34).
    """

    case: str
    paragraph: Paragraph
    sponsor: bool
    conditions: frozenset[Condition]
    deposit: Deposit | None
    decided_at: datetime
    placed_at: datetime | None
    ended_at: datetime | None
    notified_on: date | None
    notify_by: date | None
    owed: frozenset[Ground]
    revocation_due: bool
    revoked_on: frozenset[Ground]
    waited_for_deposit: bool
    placed_unpaid: bool


@dataclass(frozen=True, slots=True)
class RequestRefused:
    """A request for Sponsorship that was refused, and whether in writing with reasons."""

    case: str
    in_writing: bool
