"""Known ways through Sponsorship, provisional release and work, and where custody meets other procedures."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.lives.paths_custody import (
    COMMANDED,
    DETAINED,
    EMERGENCY,
    HANDED_OVER,
    HELD_UNDER_ORDER,
    NOTHING_AGAINST,
    NOTIFIED,
    ORDER_OUT,
    PLAIN,
    RESTRICTED,
    TAKEN,
    TO_ORDER,
)
from tests.lives.paths_known import posted_in_time
from tests.lives.way import Way, later, on, run_out

if TYPE_CHECKING:
    from tests.lives.bodies import Scene

_NO_DEPOSIT: dict[str, Any] = {"deposit": None}
_DEPOSIT = {"amount": 300_000, "against": ["flight"], "minor": False, "due": None}


def _running(scene: Scene) -> list[dict[str, Any]]:
    """Criminal proceedings that go on."""
    return [{"kind": "criminal", "since": scene.today.isoformat()}]


def _due_tomorrow(scene: Scene) -> dict[str, Any]:
    """A deposit to be paid by tomorrow."""
    return {**_DEPOSIT, "due": (scene.today + timedelta(days=1)).isoformat()}


TO_SPONSORSHIP = (*NOTIFIED, *on("Deportation", ("screen", {"outcome": "sponsorship"})))
SPONSORED = (*TO_SPONSORSHIP, *on("Sponsorship", ("decide", _NO_DEPOSIT)))
IN_FORCE = (*SPONSORED, *on("Sponsorship", "hand_over_papers", "tell_control_officer"))
WITH_DEPOSIT = (*TO_SPONSORSHIP, *on("Sponsorship", "decide"))
REQUESTED = (*HANDED_OVER, *on("Sponsorship", "request"))
RELEASED_TO_SPONSOR = (*REQUESTED, *on("Sponsorship", ("decide", _NO_DEPOSIT)))
REFUSED = (*REQUESTED, *on("Sponsorship", "refuse", "certify_refusal_received"))
AWAITS_DEPOSIT = (*REQUESTED, *on("Sponsorship", ("decide", {"deposit": _DEPOSIT})))
DEPOSIT_PAID = (*AWAITS_DEPOSIT, *on("Sponsorship", "pay_deposit"))
FORFEITED = (
    *DEPOSIT_PAID,
    *on("Sponsorship", ("revoke", {"grounds": ["flight"]}), "forfeit_deposit", "tell_payer"),
)
UNPAID_AND_OUT = (*AWAITS_DEPOSIT, *run_out(), *on("Detention", "release"))
PLACED_UNPAID = (*UNPAID_AND_OUT, *on("Sponsorship", "place_unpaid"))
KEPT_WAITING = (*UNPAID_AND_OUT, *on("Sponsorship", "wait_for_deposit"))
UNPAID_WEIGHED = (*UNPAID_AND_OUT, *on("Detention", ("weigh", {"detention": False})))
NO_SPONSOR_FOUND = (*COMMANDED, *on("Sponsorship", "report_no_sponsor"))
SUPPORTED = (*IN_FORCE, *on("Sponsorship", "record_not_shown", "ask_for_support", "give_support"))
REVOKED = (*IN_FORCE, *on("Sponsorship", "revoke"))
TAKEN_AFTER_REVOCATION = (*REVOKED, *on("Detention", "issue_detention_order", TAKEN))
SPONSOR_GONE = (*IN_FORCE, *on("Sponsorship", "record_sponsor_death"))
SUMMONED = (*IN_FORCE, *on("Sponsorship", "summon"), *later(days=2), *on("Sponsorship", "record_appearance"))
WORKS = (*IN_FORCE, *on("WorkPermission", ("apply", {"employer": "A"}), "permit"))
WORKS_ELSEWHERE = (
    *WORKS,
    *on("WorkPermission", ("apply", {"employer": "B"}), ("permit", {"replaces_earlier": True})),
)
NO_WORK = (*IN_FORCE, *on("WorkPermission", "apply", "refuse"))
ORDERED_AT_WORK = (*WORKS, *on("Deportation", "hand_over_case"), *TO_ORDER)
AFTER_ORDER = (
    *ORDERED_AT_WORK,
    *on("Sponsorship", "tell_person", "tell_sponsor"),
    *on("Detention", "tell_removal_impossible", ("screen_after_order", {"outcome": "sponsorship"})),
)

RELEASE_REQUESTED = (*HANDED_OVER, *on("ProvisionalRelease", "request"))
RELEASED = (*RELEASE_REQUESTED, *on("ProvisionalRelease", "grant"))
RELEASE_EXTENDED = (*RELEASED, *on("ProvisionalRelease", "request_extension", "extend"))
RELEASE_EXPIRED = (*RELEASED, *run_out(), *on("Detention", TAKEN))
RELEASE_REVOKED = (*RELEASED, *on("ProvisionalRelease", "revoke"), *on("Detention", TAKEN))
ORDER_MEANWHILE = (*RELEASED, *TO_ORDER)
DETAINED_ANEW = (*ORDER_MEANWHILE, *on("ProvisionalRelease", ("detain_under_order", {"sponsorship_considered": True})))
RELEASED_ANEW = (*ORDER_MEANWHILE, *on("ProvisionalRelease", "release_under_order"))
NO_GROUND_ON_RELEASE = (*RELEASED, *on("Deportation", ("find", {"outcome": "no_ground"})))
PERMISSION_ON_RELEASE = (*RELEASED, *TO_ORDER[:3], *on("SpecialPermission", "consider_on_own_motion", "grant"))

RECOGNISED = (
    *on("RefugeeApplication", ("file_application", {"kind": "refugee"}), "ask_commission"),
    *on("RefugeeApplication", ("decide", {"outcome": "refugee"})),
    *on("StatusGrant", "grant_status", "hand_over_status"),
)
STATUS_UNDER_SPONSORSHIP = (*IN_FORCE, *RECOGNISED, *on("Sponsorship", "end_for_status"))
STATUS_ON_RELEASE = (*RELEASED, *RECOGNISED)
STATUS_IN_DETENTION = (*HANDED_OVER, *RECOGNISED, *on("Detention", "release"))
_STAY = (
    *on("RefugeeApplication", ("file_application", {"kind": "refugee"}), "ask_commission"),
    *on("ProvisionalStay", "examine", ("find_exclusions", {"flight_suspected": False}), "permit", "hand_over_permit"),
)
STAY_IN_DETENTION = (*HANDED_OVER, *_STAY, *on("Detention", "release"))
STAY_OVER = (
    *STAY_IN_DETENTION,
    *on("ProvisionalStay", "revoke", "certify_revocation_received"),
    *on("Detention", ("weigh", {"detention": True, "sponsorship_considered": True})),
)
STAY_OVER_BEFORE_HAND_OVER = (
    *DETAINED,
    *_STAY,
    *on("Detention", "release"),
    *on("ProvisionalStay", "revoke", "certify_revocation_received"),
    *on("Detention", ("weigh", {"detention": False})),
)
STAY_RESTORED = (
    *ORDER_OUT,
    *_STAY,
    *on("RefugeeApplication", ("decide", {"outcome": "refugee_refused"}), "certify_receipt"),
    *run_out(),
    *on("ReviewRequest", ("request_review", {"disposition": "refugee_refused", "posted_on": posted_in_time})),
)
UNRESTRICTED = (
    *RESTRICTED,
    *later(days=40),
    *on("Circumstances", ("record_travel_restrictions", {"restrictions": []})),
)
BESIDE_CRIMINAL_CASE = (
    *on("Circumstances", "keep", ("record_stays", {"stays": []}), ("record_sentences", {"sentences": []})),
    *on("Circumstances", ("record_proceedings", {"proceedings": _running})),
    *on("Deportation", ("investigate", PLAIN), "go_on_beside_criminal_case", "begin_examination"),
    *TO_ORDER,
)
DEPOSIT_MISSED = (
    *TO_SPONSORSHIP,
    *on("Sponsorship", ("decide", {"deposit": _due_tomorrow})),
    *run_out(),
    *run_out(),
)
EXTENSION_REFUSED = (*RELEASED, *on("ProvisionalRelease", "request_extension", "refuse_extension"))
OLD_DEPOSIT = (*RELEASE_REQUESTED, *on("ProvisionalRelease", ("grant", {"deposit": 300_000}), "pay_deposit"))
"""Where the request is from before 2024-06-10."""
OLD_RELEASE = (
    *on("Circumstances", "keep"),
    *on("Detention", ("take_over", {"title": "deportation_order", "on_release": True})),
    *on("ProvisionalRelease", ("take_over", {"under_order": True})),
    *run_out(),
    *on("ProvisionalRelease", "end_with_its_period"),
)
ON_NOTICE = (
    *AWAITS_DEPOSIT,
    *on("Detention", ("record_criminal_custody", {"custodian": "prison", "to_be_released": True})),
    *on("Sponsorship", "pay_deposit"),
    *on("Detention", "release_on_notice"),
)
ASKED_TWICE = (*REQUESTED, *on("Sponsorship", "consider_on_own_motion", ("decide", _NO_DEPOSIT)))
SPONSORED_UNDER_ORDER = (*HELD_UNDER_ORDER, *on("Sponsorship", "request", ("decide", _NO_DEPOSIT)))
EMERGENCY_AFTER_ALL = (
    *EMERGENCY,
    *on("Sponsorship", ("consider_on_own_motion", {}), ("decide", {"deposit": _DEPOSIT})),
    *on("Detention", "refuse_emergency"),
)
COMMAND_UNDONE = (
    *COMMANDED,
    *on("Sponsorship", ("decide", {"deposit": _DEPOSIT}), ("revoke", {"grounds": ["flight"]})),
    *on("DetentionReview", "report_command_undone"),
)
RELEASE_TAKEN_OVER = (
    *NOTHING_AGAINST,
    *on("Detention", ("take_over", {"title": "detention_order", "on_release": True})),
    *on("ProvisionalRelease", ("take_over", {"under_order": False})),
)

LIBERTY: dict[str, Way] = {
    "liberty_to_sponsorship": TO_SPONSORSHIP,
    "liberty_emergency_after_all": EMERGENCY_AFTER_ALL,
    "liberty_command_undone": COMMAND_UNDONE,
    "liberty_release_taken_over": RELEASE_TAKEN_OVER,
    "liberty_on_notice": ON_NOTICE,
    "liberty_asked_twice": ASKED_TWICE,
    "liberty_sponsored_under_order": SPONSORED_UNDER_ORDER,
    "liberty_deposit_missed": DEPOSIT_MISSED,
    "liberty_extension_refused": EXTENSION_REFUSED,
    "liberty_old_deposit": OLD_DEPOSIT,
    "liberty_old_release": OLD_RELEASE,
    "liberty_sponsored": SPONSORED,
    "liberty_in_force": IN_FORCE,
    "liberty_with_deposit": WITH_DEPOSIT,
    "liberty_requested": REQUESTED,
    "liberty_released_to_sponsor": RELEASED_TO_SPONSOR,
    "liberty_refused": REFUSED,
    "liberty_awaits_deposit": AWAITS_DEPOSIT,
    "liberty_deposit_paid": DEPOSIT_PAID,
    "liberty_forfeited": FORFEITED,
    "liberty_unpaid_and_out": UNPAID_AND_OUT,
    "liberty_placed_unpaid": PLACED_UNPAID,
    "liberty_kept_waiting": KEPT_WAITING,
    "liberty_unpaid_weighed": UNPAID_WEIGHED,
    "liberty_no_sponsor_found": NO_SPONSOR_FOUND,
    "liberty_supported": SUPPORTED,
    "liberty_revoked": REVOKED,
    "liberty_taken_after_revocation": TAKEN_AFTER_REVOCATION,
    "liberty_sponsor_gone": SPONSOR_GONE,
    "liberty_summoned": SUMMONED,
    "liberty_works": WORKS,
    "liberty_works_elsewhere": WORKS_ELSEWHERE,
    "liberty_no_work": NO_WORK,
    "liberty_ordered_at_work": ORDERED_AT_WORK,
    "liberty_after_order": AFTER_ORDER,
    "liberty_release_requested": RELEASE_REQUESTED,
    "liberty_released": RELEASED,
    "liberty_release_extended": RELEASE_EXTENDED,
    "liberty_release_expired": RELEASE_EXPIRED,
    "liberty_release_revoked": RELEASE_REVOKED,
    "liberty_order_meanwhile": ORDER_MEANWHILE,
    "liberty_detained_anew": DETAINED_ANEW,
    "liberty_released_anew": RELEASED_ANEW,
    "liberty_no_ground_on_release": NO_GROUND_ON_RELEASE,
    "liberty_permission_on_release": PERMISSION_ON_RELEASE,
    "liberty_status_under_sponsorship": STATUS_UNDER_SPONSORSHIP,
    "liberty_status_on_release": STATUS_ON_RELEASE,
    "liberty_status_in_detention": STATUS_IN_DETENTION,
    "liberty_stay_in_detention": STAY_IN_DETENTION,
    "liberty_stay_over": STAY_OVER,
    "liberty_stay_over_before_hand_over": STAY_OVER_BEFORE_HAND_OVER,
    "liberty_stay_restored": STAY_RESTORED,
    "liberty_unrestricted": UNRESTRICTED,
    "liberty_beside_criminal_case": BESIDE_CRIMINAL_CASE,
}
"""By name."""
