"""The open points of custody, Sponsorship and provisional release, as `law.policies` reads them."""

from datetime import timedelta
from typing import Final

SPONSOR_SOUGHT_FOR: Final = timedelta(days=7)
"""A-22: how long a new Sponsor may be sought after a death, flagged."""

COMMISSIONER_ALERT: Final = timedelta(days=14)
"""A-24: after how long a report to the Commissioner without an answer is alerted."""

CUSTODY_POINTS: Final[tuple[tuple[str, str, str, bool | timedelta], ...]] = (
    (
        "A-03",
        "Is the day of restraint day 1 of the thirty?",
        "Yes: never later than lawful.",
        True,
    ),
    (
        "A-04",
        "Does the first day count in the first three-month review?",
        "Yes: the review begins at the earlier of both readings, a breach only after the later.",
        True,
    ),
    (
        "A-06",
        "What becomes of a deposit when Sponsorship lapses, is revoked without forfeiture, or is paid late?",
        "It is returned in full to who paid it.",
        True,
    ),
    (
        "A-10",
        "Provisional release under a detention order when the deportation order issues?",
        "A new decision is owed; until then no removal and no detention by expiry.",
        True,
    ),
    (
        "A-18",
        "Which days count as spent under a new detention order?",
        "Every day under any detention order of the case.",
        True,
    ),
    (
        "A-22",
        "How long may a new Sponsor be sought?",
        "Until the Sponsor's end date; after a death for seven days, flagged. Then Sponsorship is revoked.",
        SPONSOR_SOUGHT_FOR,
    ),
    (
        "A-24",
        "How long may the Commissioner take in a review?",
        "The law has no limit; an alert after fourteen days.",
        COMMISSIONER_ALERT,
    ),
    (
        "A-25",
        "A Sponsor's posted notification: sent or received within seven days?",
        "Received; posted in time is a warning, not a breach.",
        True,
    ),
    (
        "A-31",
        "Who considers Sponsorship after emergency detention?",
        "The supervising inspector records the view on 44-2(6) on the day of the detention order.",
        True,
    ),
    (
        "A-32",
        "Who is a minor for the deposit?",
        "Somebody under eighteen on the day of the decision; in doubt the lower maximum.",
        True,
    ),
    (
        "A-33",
        "Sponsorship revoked with thirty or more days of detention spent?",
        "No detention unless the new order is extended first; with sixty spent none at all, and a person resolves it.",
        True,
    ),
    (
        "A-34",
        "A deposit of a decision under 44-2(6) or 52-2(5) that stays unpaid?",
        "Never a detention for it; when the time under the order is over: release, and the decision stands.",
        True,
    ),
    (
        "A-38",
        "The Commissioner commands Sponsorship and there is no fit, consenting Sponsor?",
        "The command stays open, alerted; never recorded as a refusal.",
        True,
    ),
    (
        "A-39",
        "How does special release end?",
        "By no automatic step: a person decides on every change.",
        True,
    ),
    (
        "A-43",
        "Detained under 55(3)-(5) alone: is there a plan and a review?",
        "Yes, all the same.",
        True,
    ),
    (
        "A-45",
        "Held under the detention order when the deportation order issues?",
        "Counts as detained: Sponsorship by 52-2(5), and that day is day 1 of the review.",
        True,
    ),
    (
        "A-48",
        "Set free in a disaster: do the limits of detention run on?",
        "Days at liberty are no days of detention; the review runs on, since an earlier one is harmless.",
        True,
    ),
)
