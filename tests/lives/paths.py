"""Known ways through the procedures: what lives may begin with, so that they get far within few steps."""

from __future__ import annotations

from tests.lives.paths_custody import CUSTODY, PLAIN
from tests.lives.paths_fell import FELL, STAY_OVER, stayed
from tests.lives.paths_known import posted_in_time
from tests.lives.paths_leaving import LEAVING
from tests.lives.paths_liberty import LIBERTY
from tests.lives.paths_rare import RARE
from tests.lives.paths_rare_recognition import RARE_OF_RECOGNITION
from tests.lives.paths_removal import REMOVAL
from tests.lives.paths_status import STATUS
from tests.lives.way import Way, later, on, run_out

RECORD = on(
    "Circumstances",
    "keep",
    ("record_stays", {"stays": []}),
    ("record_sentences", {"sentences": []}),
    ("record_security_ground", {"applies": False}),
)
_SCREENED = on(
    "Deportation",
    ("investigate", PLAIN),
    "notify",
    ("screen", {"outcome": "sponsorship"}),
)
EXAMINED = (*_SCREENED, *on("Sponsorship", "decide"), *on("Deportation", "hand_over_case"))
_DEPORTABLE = {"outcome": "deportable", "assessment": {"certain_to_leave": False}}
TOLD = (*EXAMINED, *on("Deportation", ("find", _DEPORTABLE), "certify_finding_received"))
HEARD = (*TOLD, *on("Deportation", "request_hearing", "appoint_hearing", "hold_hearing"))
UPHELD = (*HEARD, *on("Deportation", ("decide_hearing", _DEPORTABLE), "certify_decision_received"))
FORWARDED = (*UPHELD, *on("Deportation", "object", "forward_objection"))
DISMISSED = (*FORWARDED, *on("Deportation", ("decide_objection", _DEPORTABLE), "tell_result"))
OVER = (*DISMISSED, *on("Deportation", "certify_result_received"))
ACCEPTED = (*TOLD, *on("Deportation", "accept_finding"))
ORDERED = (*ACCEPTED, *on("Deportation", "waive_special_permission", "issue_order"))
SHOWN = (*ORDERED, *on("Deportation", "show_order"))
APPLIED_LATE = (
    *ACCEPTED,
    *run_out(),
    *on("SpecialPermission", "apply"),
    *on("Deportation", "decide_late_application"),
)
REFUSED_PERMISSION = (
    *ACCEPTED,
    *on("SpecialPermission", "apply", "refuse", "certify_refusal_received"),
)
REOPENED_PERMISSION = (
    *REFUSED_PERMISSION,
    *on("Deportation", ("record_decision_annulled", {"instance": "examination"})),
)
GRANTED_PERMISSION = (
    *RECORD,
    *ACCEPTED,
    *on("SpecialPermission", "apply", "find_facts", "grant", "tell_supervising_inspector", "hand_over_papers"),
)
OWN_MOTION = (*ACCEPTED, *on("SpecialPermission", "consider_on_own_motion", "refuse", "tell_supervising_inspector"))
_SAFE = {"country": "XA", "permitted_by_53": True, "accepts": True, "persecution": False}
REMOVABLE = (
    *RECORD,
    *SHOWN,
    *on("Circumstances", ("record_court_stays", {"stays": []}), ("record_proceedings", {"proceedings": []})),
    *on("Circumstances", ("record_travel_restrictions", {"restrictions": []})),
    *on("Circumstances", ("find_destination", {"destination": {**_SAFE, "torture_or_disappearance": False}})),
    *on("Circumstances", "tell_removal"),
    *later(days=70),
)

FILED = on("RefugeeApplication", ("file_application", {"kind": "refugee"}), "ask_commission")
REFUSED = (*FILED, *on("RefugeeApplication", ("decide", {"outcome": "refugee_refused"}), "certify_receipt"))
REQUESTED = (*REFUSED, *on("ReviewRequest", "request_review"))
WITH_PANEL = (*REQUESTED, *on("ReviewRequest", "name_panel"))
HEARING = (*WITH_PANEL, *on("ReviewRequest", "request_hearing", "allow_hearing", "hold_hearing"))
NO_HEARING = (*WITH_PANEL, *on("ReviewRequest", "request_hearing", "refuse_hearing"))
OPINION = (*WITH_PANEL, *on("ReviewRequest", "receive_statement", "give_opinion"))
DECIDED = (*OPINION, *on("ReviewRequest", ("decide", {"result": "dismissed", "recognised_as": None})))
SERVED = (*DECIDED, *on("ReviewRequest", "certify_service"))
POSTED = (*DECIDED, *on("ReviewRequest", "post_public_notice"), *run_out())
ANNULLED_REVIEW = (*SERVED, *on("ReviewRequest", "record_annulment"))
LATE_REQUEST = (
    *REFUSED,
    *run_out(),
    *later(days=1),
    *on("ReviewRequest", ("request_review", {"justifiable_reason": None})),
)
CLAIMED_LATER = (*LATE_REQUEST, *on("ReviewRequest", "claim_reason"))
RECOGNISED = (*FILED, *on("RefugeeApplication", ("decide", {"outcome": "refugee"})))
PROTECTED = (*FILED, *on("RefugeeApplication", ("decide", {"outcome": "protected_not_refugee"})))
STATUS_GRANTED = (*RECORD, *RECOGNISED, *on("StatusGrant", "grant_status", "hand_over_certificate"))
STATUS_REFUSED = (*RECORD, *RECOGNISED, *on("StatusGrant", "hand_over_certificate", "refuse_status"))
GIVEN_BACK = (*STATUS_REFUSED, *on("StatusGrant", "notify_refusal"))
REVOKED = (
    *RECORD,
    *RECOGNISED,
    *on("RecognitionRevocation", "report_ground", ("revoke", {"instructs_on_review": True})),
)
REVOCATION_SERVED = (*REVOKED, *on("RecognitionRevocation", "certify_receipt"))
REVOCATION_REVIEWED = (
    *REVOCATION_SERVED,
    *on("ReviewRequest", ("request_review", {"disposition": "refugee_revoked"}), "name_panel"),
    *on("ReviewRequest", "receive_statement", "give_opinion", ("decide", {"result": "annulled"}), "certify_service"),
)
RECOGNISED_THEN_ORDERED = (*STATUS_REFUSED, *on("StatusGrant", "notify_refusal"), *ORDERED)

STAY_EXAMINED = (*RECORD, *FILED, *on("ProvisionalStay", "examine", ("find_exclusions", {"flight_suspected": False})))
STAY_RUNS = (*STAY_EXAMINED, *on("ProvisionalStay", "permit", "hand_over_permit"))
WORK_PERMITTED = (
    *STAY_RUNS,
    *on("ProvisionalStay", ("apply_for_work", {"kind": "paid_work", "proof_of_need": True, "proof_of_amount": True})),
    *on("ProvisionalStay", ("permit_work", {"within_living_needs": True, "appropriate": True})),
)
RENEWAL_GRANTED = (*STAY_RUNS, *on("ProvisionalStay", "request_renewal", "grant_renewal"))
STAY_REVOKED = (*STAY_RUNS, *on("ProvisionalStay", "revoke"))
STAY_REVOKED_FOR_A_TIME = (
    *STAY_REVOKED,
    *on("ProvisionalStay", "certify_revocation_received"),
    *stayed("provisional_stay", "ProvisionalStay"),
    *later(days=2),
    *STAY_OVER,
)
HOLDER_STATUS = (*STAY_RUNS, *on("ProvisionalStay", "decide_status"))
STAY_IN_WINDOW = (*RECORD, *TOLD, *STAY_RUNS[len(RECORD) :])


_REFUSAL = on("RefugeeApplication", ("decide", {"outcome": "refugee_refused"}), "certify_receipt")
_BY_POST = on(
    "ReviewRequest",
    ("request_review", {"disposition": "refugee_refused", "posted_on": posted_in_time}),
)
STAY_ENDED_WITH_REFUSAL = (*RECORD, *EXAMINED, *STAY_RUNS[len(RECORD) :], *_REFUSAL, *run_out())
STEPPED_ON = (
    *STAY_ENDED_WITH_REFUSAL,
    *on("Deportation", ("find", _DEPORTABLE)),
    *_BY_POST,
    *on("Deportation", "weigh_steps"),
)
_TO_ORDER = (*TOLD[len(EXAMINED) :], *on("Deportation", "accept_finding", "waive_special_permission", "issue_order"))
ORDERED_TOO_SOON = (*STAY_ENDED_WITH_REFUSAL, *_TO_ORDER, *_BY_POST)
ORDER_UPHELD = (*ORDERED_TOO_SOON, *on("Deportation", "uphold_order"))
ORDER_GONE = (*ORDERED_TOO_SOON, *on("Deportation", "withdraw_order"))
_ON_REVOCATION = (
    *on("ReviewRequest", ("request_review", {"disposition": "refugee_revoked"}), "name_panel", "receive_statement"),
    *on("ReviewRequest", "give_opinion"),
)
REVOCATION_UPHELD = (
    *REVOCATION_SERVED,
    *_ON_REVOCATION,
    *on("ReviewRequest", ("decide", {"result": "dismissed"}), "certify_service", "record_annulment"),
)
REVOCATION_ANNULLED = (
    *REVOCATION_SERVED,
    *on("RecognitionRevocation", "announce_in_gazette", "return_certificates"),
    *_ON_REVOCATION,
    *on("ReviewRequest", ("decide", {"result": "annulled"}), "certify_service"),
    *on("RecognitionRevocation", "announce_annulment", "give_back_certificates"),
)
RECOGNISED_ANOTHER = (
    *PROTECTED,
    *on("RefugeeApplication", "certify_receipt"),
    *on("RecognitionRevocation", "report_ground"),
    *on("ReviewRequest", ("request_review", {"disposition": "refugee_refused"}), "name_panel", "receive_statement"),
    *on("ReviewRequest", "give_opinion", ("decide", {"result": "recognised", "recognised_as": "refugee"})),
    *on("ReviewRequest", "certify_service"),
)
OLD_PERMISSION = (
    *RECORD,
    *ORDERED,
    *FILED,
    *on("RefugeeApplication", ("decide", {"outcome": "refugee_refused", "old_special_permission": "granted"})),
)
"""Where order and application are from before 2024-06-10."""

RETURNED = (*RECOGNISED_THEN_ORDERED, *on("StatusGrant", "return_certificate"))
HOLDS_STATUS = (
    *on("Circumstances", "keep"),
    *RECOGNISED,
    *on("Circumstances", ("record_stays", {"stays": [{"kind": "status_of_residence", "since": "2023-12-01"}]})),
    *on("StatusGrant", "find_status_held"),
)
WITHDRAWN_UNDER_REVIEW = (
    *FILED,
    *on("ReviewRequest", ("request_review", {"disposition": "refugee_inaction"})),
    *on("RefugeeApplication", ("receive_withdrawal", {"in_writing": True}), ("weigh_withdrawal", {"voluntary": True})),
)

PATHS: dict[str, Way] = {
    "record": RECORD,
    "examined": EXAMINED,
    "told": TOLD,
    "heard": HEARD,
    "upheld": UPHELD,
    "forwarded": FORWARDED,
    "dismissed": DISMISSED,
    "over": OVER,
    "accepted": ACCEPTED,
    "ordered": ORDERED,
    "shown": SHOWN,
    "applied_late": APPLIED_LATE,
    "refused_permission": REFUSED_PERMISSION,
    "reopened_permission": REOPENED_PERMISSION,
    "granted_permission": GRANTED_PERMISSION,
    "own_motion": OWN_MOTION,
    "removable": REMOVABLE,
    "filed": FILED,
    "refused": REFUSED,
    "requested": REQUESTED,
    "with_panel": WITH_PANEL,
    "hearing": HEARING,
    "no_hearing": NO_HEARING,
    "opinion": OPINION,
    "decided": DECIDED,
    "served": SERVED,
    "posted": POSTED,
    "annulled_review": ANNULLED_REVIEW,
    "late_request": LATE_REQUEST,
    "claimed_later": CLAIMED_LATER,
    "recognised": RECOGNISED,
    "protected": PROTECTED,
    "status_granted": STATUS_GRANTED,
    "status_refused": STATUS_REFUSED,
    "given_back": GIVEN_BACK,
    "revoked": REVOKED,
    "revocation_served": REVOCATION_SERVED,
    "revocation_reviewed": REVOCATION_REVIEWED,
    "recognised_then_ordered": RECOGNISED_THEN_ORDERED,
    "stay_examined": STAY_EXAMINED,
    "stay_runs": STAY_RUNS,
    "work_permitted": WORK_PERMITTED,
    "renewal_granted": RENEWAL_GRANTED,
    "stay_revoked": STAY_REVOKED,
    "stay_revoked_for_a_time": STAY_REVOKED_FOR_A_TIME,
    "holder_status": HOLDER_STATUS,
    "stay_in_window": STAY_IN_WINDOW,
    "stay_ended_with_refusal": STAY_ENDED_WITH_REFUSAL,
    "stepped_on": STEPPED_ON,
    "ordered_too_soon": ORDERED_TOO_SOON,
    "order_upheld": ORDER_UPHELD,
    "order_gone": ORDER_GONE,
    "revocation_upheld": REVOCATION_UPHELD,
    "revocation_annulled": REVOCATION_ANNULLED,
    "recognised_another": RECOGNISED_ANOTHER,
    "old_permission": OLD_PERMISSION,
    "returned": RETURNED,
    "holds_status": HOLDS_STATUS,
    "withdrawn_under_review": WITHDRAWN_UNDER_REVIEW,
    **CUSTODY,
    **LIBERTY,
    **LEAVING,
    **FELL,
    **RARE,
    **RARE_OF_RECOGNITION,
    **REMOVAL,
    **STATUS,
}
"""By name."""

GOING = {
    "leaves": on("Circumstances", "record_departure"),
    "dies": on("Circumstances", "record_death"),
    "leaves_unknown": on("Circumstances", "keep", "record_departure"),
    "dies_unknown": on("Circumstances", "keep", "record_death"),
}
"""How a person goes."""
