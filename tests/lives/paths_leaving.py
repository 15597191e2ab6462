"""Known ways of leaving before a removal: the departure order, at own expense; and the denial of landing after it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.lives.bodies import working
from tests.lives.paths_custody import HANDED_OVER, HELD_UNDER_ORDER, NOTHING_AGAINST, PLAIN
from tests.lives.paths_liberty import IN_FORCE, RECOGNISED
from tests.lives.way import Way, later, on, run_out

if TYPE_CHECKING:
    from tests.lives.bodies import Scene

_ELIGIBLE = {"deported_before": False, "left_under_departure_order_before": False, "certain_to_leave": True}
_ROUTE = {"assessment": _ELIGIBLE}
_ALL_TERMS = {"conditions": ["50-52(i)", "50-52(ii)", "50-52(iii)", "50-52(iv)"]}


def _came(scene: Scene) -> str:
    """An hour ago: on a day on which an office is open, and before the investigation."""
    return (scene.at - timedelta(hours=1)).isoformat()


def _today(scene: Scene) -> str:
    """The last day is today, where that is a working day."""
    return working(scene.today).isoformat()


def _years_ago(scene: Scene) -> str:
    """A day long past."""
    return (scene.today - timedelta(days=3000)).isoformat()


def _yesterday(scene: Scene) -> str:
    """The day before."""
    return (scene.today - timedelta(days=1)).isoformat()


ON_THE_WAY = (
    *later(days=200),
    *NOTHING_AGAINST,
    *on("Deportation", ("investigate", PLAIN), "declare_wish_to_leave", ("pass_for_departure_order", _ROUTE)),
)
"""On track B, which the law has known since June 2024."""
DUE = (*ON_THE_WAY, *on("Deportation", ("find_eligible", _ROUTE)))
APPEARED = (
    *NOTHING_AGAINST,
    *on("Deportation", ("investigate", {**PLAIN, "appeared_at": _came, "appeared_in_office_hours": True})),
    *on("Deportation", ("pass_for_departure_order", _ROUTE), ("find_eligible", _ROUTE)),
    *on("DepartureOrder", "order_departure"),
)
SENT_BACK = (*ON_THE_WAY, *on("Deportation", "send_back"))
ORDERED = (*DUE, *on("DepartureOrder", ("order_departure", _ALL_TERMS)))
ORDERED_FOR_TODAY = (*DUE, *on("DepartureOrder", ("order_departure", {**_ALL_TERMS, "deadline": _today})))
LEFT = (*ORDERED, *on("DepartureOrder", "confirm_departure"))
LEFT_UNSEEN = (*ORDERED, *on("Circumstances", "record_departure"))
SUMMONED = (*ORDERED, *on("DepartureOrder", "summon"))
ASKED = (*ORDERED, *on("DepartureOrder", "request_extension"))
EXTENDED = (*ASKED, *on("DepartureOrder", "extend", ("certify_paper_received", {"paper": "new_deadline"})))
EXTENDED_OVER = (*EXTENDED, *later(days=60))
NOT_EXTENDED = (*ASKED, *on("DepartureOrder", "refuse_extension", ("certify_paper_received", {"paper": "refusal"})))
UNDECIDED = (*ASKED, *later(days=30))
MISSED = (*ORDERED, *later(days=30))
REVOKED = (
    *ORDERED,
    *on("DepartureOrder", "revoke", ("certify_paper_received", {"paper": "revocation"}), "take_back_order"),
)
HELD = (*ORDERED, *on("DepartureOrder", "withhold_confirmation", "tell_agency"))
HOLD_ENDED = (*HELD, *on("DepartureOrder", "end_hold", "confirm_departure"))
HELD_TOO_LONG = (*HELD, *later(days=2))
HELD_ON_THE_LAST_DAY = (
    *ORDERED_FOR_TODAY,
    *on("DepartureOrder", "withhold_confirmation", "tell_agency"),
    *later(days=6),
    *on("DepartureOrder", "find_missed"),
)
LEFT_TOO_LATE = (*UNDECIDED, *on("DepartureOrder", ("confirm_departure", {"in_time": False})))
STATUS_MEANWHILE = (*ORDERED, *RECOGNISED, *on("DepartureOrder", "end_for_status"))
FOUND_ELIGIBLE = {"outcome": "departure_order", "assessment": _ELIGIBLE}
FROM_DETENTION = (
    *later(days=200),
    *HANDED_OVER,
    *on("Deportation", "declare_wish_to_leave", ("find", FOUND_ELIGIBLE)),
    *on("DepartureOrder", "order_departure"),
)
FROM_SPONSORSHIP = (
    *later(days=200),
    *IN_FORCE,
    *on("Deportation", "hand_over_case", "declare_wish_to_leave", ("find", FOUND_ELIGIBLE)),
    *on("DepartureOrder", "order_departure"),
)
_STAY = (
    *on("Circumstances", ("record_security_ground", {"applies": False})),
    *on("RefugeeApplication", ("file_application", {"kind": "refugee"}), "ask_commission"),
    *on("ProvisionalStay", "examine", ("find_exclusions", {"flight_suspected": False}), "permit", "hand_over_permit"),
)
MISSED_UNDER_STAY = (*ORDERED, *_STAY, *later(days=30), *on("ProvisionalStay", "revoke", "certify_revocation_received"))
NO_STAY = (
    *NOTHING_AGAINST,
    *_STAY[:3],
    *on("ProvisionalStay", "examine", ("find_exclusions", {"flight_suspected": True}), "not_permit"),
)

APPLIED = (*HELD_UNDER_ORDER, *on("OwnExpenseDeparture", "apply"))
NOT_PERMITTED = (*APPLIED, *on("OwnExpenseDeparture", "refuse", "certify_paper_received"))
PERMITTED = (*APPLIED, *on("OwnExpenseDeparture", "permit"))
NOT_ONE_YEAR = (*PERMITTED, *on("OwnExpenseDeparture", "apply_for_one_year", "refuse_one_year"))
_LAW = later(days=140)
"""From before the first day of the decision of one year."""
_DECIDED = on("OwnExpenseDeparture", "apply_for_one_year", "fix_date", "decide_one_year")
ONE_YEAR = (*HELD_UNDER_ORDER, *_LAW, *on("OwnExpenseDeparture", "apply", "permit"), *_DECIDED)
LEFT_IN_TIME = (*ONE_YEAR, *on("OwnExpenseDeparture", "confirm_departure"))
LOST = (*ONE_YEAR, *later(days=40), *on("OwnExpenseDeparture", "confirm_departure"))
HELD_UNDER_PERMISSION = (
    *PERMITTED,
    *on("OwnExpenseDeparture", "hold_departure", "tell_authority", "end_hold"),
)
HOLD_OVER = (*PERMITTED, *on("OwnExpenseDeparture", "hold_departure"), *later(days=2))
HOLD_REACHES_THE_DAY = (
    *HELD_UNDER_ORDER,
    *_LAW,
    *on("OwnExpenseDeparture", ("apply", {"planned_on": lambda scene: scene.today.isoformat()}), "permit"),
    *on("OwnExpenseDeparture", "apply_for_one_year", ("fix_date", {"until": lambda scene: scene.today.isoformat()})),
    *on("OwnExpenseDeparture", "decide_one_year", "hold_departure", "see_to_hold"),
)
WITHDRAWN = (*PERMITTED, *on("OwnExpenseDeparture", "withdraw_permission"))
GIVEN_UP = (*PERMITTED, *on("OwnExpenseDeparture", "give_up"))
OVERTAKEN = (*PERMITTED, *RECOGNISED)

_DECADE = (*later(days=366), *later(days=1830), *later(days=1830))
DENIED = (*LEFT_IN_TIME, *on("LandingDenial", "certify_notice_received"), *_DECADE)
DENIED_ONE_YEAR = (*LEFT, *on("LandingDenial", "certify_notice_received"), *_DECADE)
DENIED_LONG = (
    *on("LandingDenial", ("record_leaving", {"leaving": "removed", "on": _yesterday, "grounds": ["24(iv)(ro)"]})),
    *on("LandingDenial", ("determine_anew", {"leaving": None, "grounds": None, "before": True})),
    *_DECADE,
)
EARLIER_ON_RECORD = (
    *on("LandingDenial", ("record_leaving", {"leaving": "removed", "on": _yesterday, "before": False})),
    *on("LandingDenial", ("record_leaving", {"leaving": "removed", "on": _years_ago, "before": False})),
    *on("LandingDenial", ("determine_anew", {"leaving": None})),
)
MISTAKEN = (
    *later(days=200),
    *on(
        "LandingDenial",
        (
            "record_leaving",
            {
                "leaving": "own_expense",
                "on": _yesterday,
                "before": True,
                "grounds": ["24(iv)(ro)"],
                "own_expense_decision_kept": True,
            },
        ),
        "weigh_mistaken_decision",
    ),
)
SET_ASIDE = (*LEFT, *on("LandingDenial", "set_aside", "certify_notice_received"))
DENIAL_ANNULLED = (*LEFT, *on("LandingDenial", "record_annulment"))
TURNED_AWAY = (*on("LandingDenial", "record_refused_landing"), *on("Circumstances", "keep", "record_death"))
JUDGED_ABROAD = (*on("LandingDenial", "record_judgment_abroad"), *run_out())

LEAVING: dict[str, Way] = {
    "leaving_on_the_way": ON_THE_WAY,
    "leaving_due": DUE,
    "leaving_appeared": APPEARED,
    "leaving_sent_back": SENT_BACK,
    "leaving_ordered": ORDERED,
    "leaving_left": LEFT,
    "leaving_left_unseen": LEFT_UNSEEN,
    "leaving_summoned": SUMMONED,
    "leaving_asked": ASKED,
    "leaving_extended": EXTENDED,
    "leaving_extended_over": EXTENDED_OVER,
    "leaving_not_extended": NOT_EXTENDED,
    "leaving_undecided": UNDECIDED,
    "leaving_missed": MISSED,
    "leaving_revoked": REVOKED,
    "leaving_held": HELD,
    "leaving_hold_ended": HOLD_ENDED,
    "leaving_held_too_long": HELD_TOO_LONG,
    "leaving_held_on_the_last_day": HELD_ON_THE_LAST_DAY,
    "leaving_too_late": LEFT_TOO_LATE,
    "leaving_status_meanwhile": STATUS_MEANWHILE,
    "leaving_from_detention": FROM_DETENTION,
    "leaving_from_sponsorship": FROM_SPONSORSHIP,
    "leaving_missed_under_stay": MISSED_UNDER_STAY,
    "leaving_no_stay": NO_STAY,
    "own_expense_applied": APPLIED,
    "own_expense_not_permitted": NOT_PERMITTED,
    "own_expense_permitted": PERMITTED,
    "own_expense_not_one_year": NOT_ONE_YEAR,
    "own_expense_one_year": ONE_YEAR,
    "own_expense_left_in_time": LEFT_IN_TIME,
    "own_expense_lost": LOST,
    "own_expense_held": HELD_UNDER_PERMISSION,
    "own_expense_hold_over": HOLD_OVER,
    "own_expense_hold_reaches_the_day": HOLD_REACHES_THE_DAY,
    "own_expense_withdrawn": WITHDRAWN,
    "own_expense_given_up": GIVEN_UP,
    "own_expense_overtaken": OVERTAKEN,
    "denial_over": DENIED,
    "denial_one_year": DENIED_ONE_YEAR,
    "denial_long": DENIED_LONG,
    "denial_earlier": EARLIER_ON_RECORD,
    "denial_mistaken": MISTAKEN,
    "denial_set_aside": SET_ASIDE,
    "denial_annulled": DENIAL_ANNULLED,
    "denial_turned_away": TURNED_AWAY,
    "denial_judged_abroad": JUDGED_ABROAD,
}
"""By name."""
