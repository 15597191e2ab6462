"""Known ways through custody: detention, its review, treatment, Sponsorship, provisional release, work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.lives.way import Way, later, on, run_out

if TYPE_CHECKING:
    from tests.lives.bodies import Scene

PLAIN = {"grounds": [{"ground": "24(iv)(ro)", "since": "2023-12-01"}], "appeared_at": None}
_DEPORTABLE = {"outcome": "deportable", "assessment": {"certain_to_leave": False}}
TAKEN = ("detain", {"urgency": None})


def _restricted(scene: Scene) -> list[dict[str, Any]]:
    """From now on."""
    return [{"since": scene.at.isoformat(), "until": None}]


NOTHING_AGAINST = (
    *on("Circumstances", "keep", ("record_stays", {"stays": []}), ("record_sentences", {"sentences": []})),
    *on("Circumstances", ("record_court_stays", {"stays": []}), ("record_proceedings", {"proceedings": []})),
    *on("Circumstances", ("record_travel_restrictions", {"restrictions": []})),
)
NOTIFIED = (*NOTHING_AGAINST, *on("Deportation", ("investigate", PLAIN), "notify"))
SCREENED = (*NOTIFIED, *on("Deportation", ("screen", {"outcome": "detention"})))
ORDER_OUT = (*SCREENED, *on("Detention", "issue_detention_order"))
DETAINED = (*ORDER_OUT, *on("Detention", TAKEN))
NOT_HANDED_OVER = (*DETAINED, *run_out(), *on("Detention", "release"))
HANDED_OVER = (*DETAINED, *on("Deportation", "hand_over_person"))
EXTENDED = (*HANDED_OVER, *later(days=10), *on("Detention", "extend"))
USED_UP = (*HANDED_OVER, *run_out(), *on("Detention", "release"))
EXTENSION_USED_UP = (*EXTENDED, *run_out())
NOT_DEPORTABLE = (*HANDED_OVER, *on("Deportation", ("find", {"outcome": "no_ground"})), *on("Detention", "release"))
EMERGENCY = (
    *NOTHING_AGAINST,
    *on("Deportation", ("investigate", PLAIN)),
    *on("Detention", "detain_in_emergency"),
)
EMERGENCY_APPROVED = (*EMERGENCY, *on("Detention", "issue_detention_order", "show_papers"))
EMERGENCY_REFUSED = (*EMERGENCY, *on("Detention", "refuse_emergency", "release"))
ORDER_EXPIRED = (*ORDER_OUT, *later(days=40), *on("Detention", "report_expired_order", "issue_detention_order"))
TO_ORDER = (
    *on("Deportation", ("find", _DEPORTABLE), "certify_finding_received", "accept_finding"),
    *on("Deportation", "waive_special_permission", "issue_order"),
)
HELD_UNDER_ORDER = (*HANDED_OVER, *TO_ORDER, *on("Deportation", "show_order"))
THREE_MONTHS = (
    *HELD_UNDER_ORDER,
    *on("DetentionReview", "draw_up_plan"),
    *on("Treatment", "tell_matters", "ask_health", "examine"),
    *run_out(),
    *run_out(),
)
REPORTED = (*THREE_MONTHS, *on("DetentionReview", "report_progress", ("consider", {"appropriate": False})))
TOLD_COMMISSIONER = (*REPORTED, *on("DetentionReview", "tell_commissioner"))
COMMANDED = (*TOLD_COMMISSIONER, *on("DetentionReview", "command_sponsorship"))
WITHHELD = (*TOLD_COMMISSIONER, *on("DetentionReview", "withhold_command"))
OVERDUE = (*THREE_MONTHS, *run_out(), *run_out())
SCREENED_AFTER_ORDER = (
    *HELD_UNDER_ORDER,
    *on("Detention", "tell_removal_impossible", ("screen_after_order", {"outcome": "detention"})),
)
SPECIALLY_RELEASED = (*SCREENED_AFTER_ORDER, *on("Detention", "release_specially"))
DISASTER = (
    *HELD_UNDER_ORDER,
    *on("Detention", "set_free_in_disaster", "take_back"),
    *on("DetentionReview", "count_anew"),
)
CRIMINAL = (
    *HANDED_OVER,
    *on("Detention", ("record_criminal_custody", {"custodian": "prison"}), "end_criminal_custody"),
)
BY_POLICE = (
    *ORDER_OUT,
    *on("Detention", ("record_criminal_custody", {"custodian": "police", "immigration_crime_alone": True})),
)
FROM_POLICE = (*BY_POLICE, *on("Detention", "receive_from_criminal_custody"))
POLICE_TIME = (*BY_POLICE, *run_out())
RESTRICTED = (
    *later(days=500),
    *HELD_UNDER_ORDER,
    *on("Circumstances", ("record_travel_restrictions", {"restrictions": _restricted})),
    *on("Detention", "set_travel_conditions", "receive_travel_notification"),
)
TAKEN_OVER = (*NOTHING_AGAINST, *on("Detention", ("take_over", {"title": "detention_order", "days_spent": 0})))

TREATED = (
    *HELD_UNDER_ORDER,
    *on("Treatment", ("find_care_needed", {"ground": "55-42(1)(i)"}), "decline_care", "isolate", "renew_isolation"),
    *on("Treatment", ("place_in_room", {"ordered_by_head": False}), "report_placing", "hear_doctor", "renew_placing"),
)
OUTLASTED = (*TREATED, *run_out(), *run_out(), *run_out(), *run_out(), *on("Treatment", "end_isolation"))
DIED = (*TREATED, *on("Circumstances", "record_death"), *on("Treatment", "tell_family", "record_burial"))

CUSTODY: dict[str, Way] = {
    "custody_nothing_against": NOTHING_AGAINST,
    "custody_notified": NOTIFIED,
    "custody_screened": SCREENED,
    "custody_order_out": ORDER_OUT,
    "custody_detained": DETAINED,
    "custody_not_handed_over": NOT_HANDED_OVER,
    "custody_handed_over": HANDED_OVER,
    "custody_extended": EXTENDED,
    "custody_used_up": USED_UP,
    "custody_extension_used_up": EXTENSION_USED_UP,
    "custody_not_deportable": NOT_DEPORTABLE,
    "custody_emergency": EMERGENCY,
    "custody_emergency_approved": EMERGENCY_APPROVED,
    "custody_emergency_refused": EMERGENCY_REFUSED,
    "custody_order_expired": ORDER_EXPIRED,
    "custody_held_under_order": HELD_UNDER_ORDER,
    "custody_three_months": THREE_MONTHS,
    "custody_reported": REPORTED,
    "custody_told_commissioner": TOLD_COMMISSIONER,
    "custody_commanded": COMMANDED,
    "custody_withheld": WITHHELD,
    "custody_overdue": OVERDUE,
    "custody_screened_after_order": SCREENED_AFTER_ORDER,
    "custody_specially_released": SPECIALLY_RELEASED,
    "custody_disaster": DISASTER,
    "custody_criminal": CRIMINAL,
    "custody_by_police": BY_POLICE,
    "custody_from_police": FROM_POLICE,
    "custody_police_time": POLICE_TIME,
    "custody_restricted": RESTRICTED,
    "custody_taken_over": TAKEN_OVER,
    "custody_treated": TREATED,
    "custody_outlasted": OUTLASTED,
    "custody_died": DIED,
}
"""By name."""
