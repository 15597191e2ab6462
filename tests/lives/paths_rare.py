"""Known ways to what is seldom done: acts that lead nowhere further, and periods that pass in silence."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.lives.paths_custody import (
    DETAINED,
    HANDED_OVER,
    HELD_UNDER_ORDER,
    NOTHING_AGAINST,
    NOTIFIED,
    ORDER_OUT,
    PLAIN,
    SCREENED,
    THREE_MONTHS,
    TO_ORDER,
)
from tests.lives.paths_known import last_case
from tests.lives.paths_liberty import (
    AFTER_ORDER,
    DEPOSIT_PAID,
    IN_FORCE,
    OLD_RELEASE,
    RELEASE_REQUESTED,
    RELEASED,
    REVOKED,
    TO_SPONSORSHIP,
    WORKS,
)
from tests.lives.paths_removal import BOARDED
from tests.lives.way import Way, annul, later, on, uphold

if TYPE_CHECKING:
    from tests.lives.bodies import Scene


def _soon(scene: Scene) -> str:
    """In two days."""
    return (scene.today + timedelta(days=2)).isoformat()


def _sponsorship(*acts: str | tuple[str, dict[str, Any]]) -> Way:
    return on("Sponsorship", *acts)


_DEPOSIT = {"amount": 300_000, "against": ["flight"], "minor": False, "due": None}
_DEPORTABLE = {"outcome": "deportable", "assessment": {"certain_to_leave": False}}
_ELIGIBLE = {"deported_before": False, "left_under_departure_order_before": False, "certain_to_leave": True}
_DEPARTURE_ORDER_DUE = {"outcome": "departure_order", "assessment": _ELIGIBLE}
_TOLD = (*HANDED_OVER, *on("Deportation", ("find", _DEPORTABLE), "certify_finding_received"))
_HEARD = on("Deportation", "request_hearing", "appoint_hearing", "hold_hearing", ("decide_hearing", _DEPORTABLE))
_DECIDED = (*_TOLD, *_HEARD, *on("Deportation", "certify_decision_received"))
_SUED = on(
    "CourtProceedings",
    (
        "file_suit",
        {
            "attacked": "finding",
            "case": last_case("Deportation"),
            "made_on": lambda scene: scene.today.isoformat(),
        },
    ),
    ("order_stay", {"scope": "effect", "term": "lifted", "last_day": None, "days_after": 0}),
)

RARE: dict[str, Way] = {
    "rare_sponsor_reports": (
        *IN_FORCE,
        *_sponsorship("find_facts", "change_terms", "hand_over_notification_paper", "receive_notification"),
        *_sponsorship("note_matter", "demand_report", "receive_report", "find_false_statement", "keep_sponsor"),
    ),
    "rare_sponsor_notifies": (*IN_FORCE, *_sponsorship("receive_sponsor_notification")),
    "rare_sponsor_silent": (
        *IN_FORCE,
        *_sponsorship("note_matter", "demand_report"),
        *later(days=30),
        *_sponsorship("leave_in_force"),
    ),
    "rare_sponsor_resigns": (
        *IN_FORCE,
        *_sponsorship(("receive_resignation", {"ends_on": _soon})),
        *later(days=4),
    ),
    "rare_sponsor_replaced": (*IN_FORCE, *_sponsorship("receive_resignation", "select_sponsor")),
    "rare_sponsor_dismissed": (*IN_FORCE, *_sponsorship("cancel_selection")),
    "rare_notification_missed": (*IN_FORCE, *later(days=100)),
    "rare_notification_day": (
        *HANDED_OVER,
        *_sponsorship("request", ("decide", {"deposit": _DEPOSIT, "notify_by": _soon})),
        *later(days=4),
        *_sponsorship("pay_deposit", "designate_notification"),
    ),
    "rare_papers_of_revocation": (
        *REVOKED,
        *_sponsorship("hand_over_revocation", "take_back_notice", "tell_sponsor"),
    ),
    "rare_deposit_returned": (
        *DEPOSIT_PAID,
        *_sponsorship(("revoke", {"grounds": ["flight"]}), ("forfeit_deposit", {"amount": 100_000}), "tell_payer"),
        *_sponsorship("return_deposit"),
    ),
    "rare_deposit_goes_back": (
        *DEPOSIT_PAID,
        *on("Deportation", ("find", {"outcome": "no_ground"})),
        *_sponsorship("return_deposit"),
    ),
    "rare_request_withdrawn": (*HANDED_OVER, *_sponsorship("request", "withdraw_request")),
    "rare_without_ground": (*IN_FORCE, *on("Deportation", "hand_over_case", ("find", {"outcome": "no_ground"}))),
    "rare_without_order": (
        *IN_FORCE,
        *on("Deportation", "hand_over_case"),
        *TO_ORDER,
        *on("Detention", "tell_removal_impossible", ("screen_after_order", {"outcome": "sponsorship"})),
        *_sponsorship(("decide", {"deposit": None})),
        *on("Deportation", "withdraw_order"),
    ),
    "rare_work_given_up": (*WORKS, *on("WorkPermission", "give_up")),
    "rare_work_withdrawn": (*WORKS, *on("WorkPermission", "withdraw")),
    "rare_work_ends": (*WORKS, *_sponsorship("revoke")),
    "rare_release_refused": (*RELEASE_REQUESTED, *on("ProvisionalRelease", "hear_doctor", "refuse")),
    "rare_release_withdrawn": (*RELEASE_REQUESTED, *on("ProvisionalRelease", "withdraw_request")),
    "rare_release_dropped": (*HANDED_OVER, *on("ProvisionalRelease", "consider_on_own_motion", "drop")),
    "rare_release_summoned": (*RELEASED, *on("ProvisionalRelease", "summon")),
    "rare_released_to_sponsor": (*RELEASED, *_sponsorship("request", ("decide", {"deposit": None}))),
    "rare_release_order_gone": (*RELEASED, *TO_ORDER, *on("Deportation", "withdraw_order")),
    "rare_silent_on_finding": (*_TOLD, *later(days=9), *on("Deportation", "record_acceptance")),
    "rare_silent_on_decision": (*_DECIDED, *later(days=9), *on("Deportation", "record_acceptance")),
    "rare_decision_accepted": (*_DECIDED, *on("Deportation", "accept_decision")),
    "rare_notified_and_closed": (*NOTIFIED, *on("Deportation", "close_investigation")),
    "rare_crime_reported": (*HANDED_OVER, *on("Deportation", "report_crime")),
    "rare_security_ground": (
        *NOTHING_AGAINST,
        *on("Deportation", ("investigate", {**PLAIN, "grounds": [{"ground": "24(iii-2)", "since": "2023-12-01"}]})),
        *on("Deportation", "find_security_ground"),
    ),
    "rare_stayed_finding": (*_TOLD, *on("Deportation", "accept_finding", "waive_special_permission"), *_SUED),
    "rare_permission_withdrawn": (
        *_TOLD,
        *on("Deportation", "accept_finding"),
        *on("SpecialPermission", "apply", "complete_papers", "withdraw"),
    ),
    "rare_places": (*DETAINED, *on("Detention", "assign_place")),
    "rare_set_free_and_gone": (*HELD_UNDER_ORDER, *on("Detention", "set_free_in_disaster", "record_breach")),
    "rare_custodian": (
        *HANDED_OVER,
        *on("CriminalCase", ("take_up_sentence", {"service": "being_served"})),
        *on("Detention", ("record_criminal_custody", {"custodian": "prison", "to_be_released": False})),
        *on("CriminalCase", "report_release"),
        *on("Detention", "record_custodian"),
    ),
    "rare_no_indictment": (
        *ORDER_OUT,
        *on("CriminalCase", ("begin_proceedings", {"standing": "suspect", "immigration_crime": True})),
        *on("Detention", ("record_criminal_custody", {"custodian": "prosecutor", "not_indicted": False})),
        *on("CriminalCase", ("end_proceedings", {"how": "not_indicted"})),
    ),
    "rare_beside_criminal_case": (
        *ORDER_OUT,
        *on("CriminalCase", ("begin_proceedings", {"standing": "accused"})),
        *on("Deportation", "go_on_beside_criminal_case"),
    ),
    "rare_treated": (
        *DETAINED,
        *on("Treatment", "tell_matters", "change_matters", "record_measure", "find_care_needed", "give_care"),
        *on("Treatment", "place_in_room", "end_placing", "isolate"),
        *later(days=3),
        *on("Detention", "assign_place"),
    ),
    "rare_isolated": (*HELD_UNDER_ORDER, *on("Treatment", "isolate"), *later(days=40)),
    "rare_request_outlived": (*RELEASE_REQUESTED, *later(days=32), *on("Detention", "release")),
    "rare_considered_again": (
        *THREE_MONTHS,
        *on("DetentionReview", "report_progress", ("consider", {"appropriate": True})),
        *_sponsorship("request", "refuse"),
    ),
    "rare_permission_without_order": (
        *HELD_UNDER_ORDER,
        *on("OwnExpenseDeparture", "apply", "permit"),
        *on("Deportation", "withdraw_order"),
    ),
    "rare_destination": (*NOTHING_AGAINST, *on("Circumstances", "find_destination", "find_serious_harm")),
    "rare_boarding_fell": (*BOARDED, *annul("Enforcement", "authorise_removal"), *uphold()),
    "rare_custody_elsewhere": (
        *NOTHING_AGAINST,
        *on("Circumstances", ("record_custody", {"custody": "detained_detention_order"})),
        *on("ProvisionalRelease", "consider_on_own_motion"),
        *on("Circumstances", ("record_custody", {"custody": "free"})),
    ),
    "rare_before_order": (*SCREENED, *on("Detention", "detain_before_order")),
    "rare_no_day_left": (
        *HANDED_OVER,
        *later(days=29),
        *_sponsorship("request", ("decide", {"deposit": None}), ("revoke", {"grounds": ["flight"]})),
        *on("Detention", "issue_detention_order"),
        *later(days=1),
        *on("Detention", "forgo_detention"),
    ),
    "rare_custody_ended_by_hand": (
        *DETAINED,
        *on("Deportation", "declare_wish_to_leave", "hand_over_person"),
        *RELEASED[len(HANDED_OVER) :],
        *on("Deportation", ("find", _DEPARTURE_ORDER_DUE)),
        *on("Detention", "end_custody"),
    ),
    "rare_plan": (*AFTER_ORDER, *_sponsorship("refuse"), *on("DetentionReview", "begin_plan", "draw_up_plan")),
    "rare_suspicion_lost": (
        *on("Detention", ("take_over", {"title": "detention_order", "days_spent": 0})),
        *NOTHING_AGAINST,
        *on("Deportation", ("investigate", PLAIN), "close_investigation"),
    ),
    "rare_refusal_of_permission_annulled": (
        *_TOLD,
        *on("Deportation", "accept_finding"),
        *on("SpecialPermission", "apply", "refuse", "certify_refusal_received", "record_annulment"),
    ),
    "rare_old_deposit": (*OLD_RELEASE, *on("ProvisionalRelease", "return_deposit")),
    "rare_not_sponsored_after_all": (*TO_SPONSORSHIP, *_sponsorship("refuse")),
}
"""By name."""
