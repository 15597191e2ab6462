"""Known ways to what is seldom done in recognition, its review, provisional stay and a status."""

from __future__ import annotations

from tests.lives.paths_custody import HANDED_OVER, NOTHING_AGAINST, TO_ORDER
from tests.lives.way import Way, later, on

_FILED = on("RefugeeApplication", ("file_application", {"kind": "refugee"}))
_RECOGNISED = on("RefugeeApplication", "ask_commission", ("decide", {"outcome": "refugee"}))
_REFUSED = on("RefugeeApplication", "ask_commission", ("decide", {"outcome": "refugee_refused"}), "certify_receipt")
_STAY = (
    *NOTHING_AGAINST,
    *_FILED,
    *on("RefugeeApplication", "ask_commission"),
    *on("ProvisionalStay", "examine", ("find_exclusions", {"flight_suspected": False}), "permit", "hand_over_permit"),
)
_WORKS_ON_STAY = on(
    "ProvisionalStay",
    ("apply_for_work", {"kind": "paid_work", "proof_of_need": True, "proof_of_amount": True}),
    ("permit_work", {"within_living_needs": True, "appropriate": True}),
)
_REPORTED = on("RecognitionRevocation", "report_ground")

RARE_OF_RECOGNITION: dict[str, Way] = {
    "rare_stay_over": (*_STAY, *later(days=200)),
    "rare_stay_renewed": (
        *_STAY,
        *on("ProvisionalStay", "request_renewal", "grant_renewal", "hand_over_renewed_permit"),
    ),
    "rare_stay_works": (*_STAY, *_WORKS_ON_STAY, *on("ProvisionalStay", "report_work", "withdraw_work")),
    "rare_stay_works_unreported": (*_STAY, *_WORKS_ON_STAY, *later(days=120)),
    "rare_stay_no_work": (*_STAY, *on("ProvisionalStay", ("apply_for_work", {"kind": "paid_work"}), "refuse_work")),
    "rare_stay_status": (*_STAY, *on("ProvisionalStay", "decide_status", "hand_over_status")),
    "rare_recognition_steps": (
        *_FILED,
        *on("RefugeeApplication", "complete_papers", "tell_exceptions", "interview", "ask_commission"),
        *on("RefugeeApplication", "record_commission_answer", "hand_in_material", "consider_later_material"),
        *on("RefugeeApplication", ("decide", {"outcome": "refugee_refused"}), "record_failed_service"),
    ),
    "rare_material_judged": (*_FILED, *on("RefugeeApplication", "judge_material")),
    "rare_review_steps": (
        *_FILED,
        *_REFUSED,
        *on("ReviewRequest", "request_review", "send_back_for_correction", "receive_correction", "name_panel"),
        *on("ReviewRequest", "fix_statement_time", "withdraw_counselor", "replace_counselor", "withdraw"),
    ),
    "rare_review_signed_off": (
        *_FILED,
        *_REFUSED,
        *on("ReviewRequest", "request_review", "name_panel", "receive_statement", "give_opinion"),
        *on("ReviewRequest", ("decide", {"result": "dismissed", "recognised_as": None}), "record_failed_service"),
        *on("ReviewRequest", "post_public_notice"),
        *later(days=20),
        *on("ReviewRequest", "sign_off_public_notice"),
    ),
    "rare_review_of_nothing": (
        *_FILED,
        *_REFUSED,
        *on("ReviewRequest", "request_review"),
        *on("RefugeeApplication", "record_annulment"),
    ),
    "rare_no_ground_of_revocation": (
        *_FILED,
        *_RECOGNISED,
        *_REPORTED,
        *on("RecognitionRevocation", "hear_person", "find_no_ground"),
    ),
    "rare_recognition_revoked": (
        *_FILED,
        *_RECOGNISED,
        *_REPORTED,
        *on("RecognitionRevocation", "revoke", "record_failed_service", "certify_receipt"),
        *later(days=12),
        *on("RecognitionRevocation", "record_annulment"),
    ),
    "rare_revocation_taken_back": (
        *_FILED,
        *_RECOGNISED,
        *_REPORTED,
        *on("RecognitionRevocation", "revoke", "take_back"),
    ),
    "rare_status_annulled": (
        *NOTHING_AGAINST,
        *_FILED,
        *_RECOGNISED,
        *on("StatusGrant", "hand_over_certificate", "refuse_status", "notify_refusal", "record_annulment"),
    ),
    "rare_status_refusal_back": (
        *NOTHING_AGAINST,
        *_FILED,
        *_RECOGNISED,
        *on("StatusGrant", "hand_over_certificate", "refuse_status", "take_back_refusal"),
    ),
    "rare_certificate_kept": (
        *NOTHING_AGAINST,
        *_FILED,
        *_RECOGNISED,
        *on("StatusGrant", "hand_over_certificate", "refuse_status", "notify_refusal"),
        *HANDED_OVER[len(NOTHING_AGAINST) :],
        *TO_ORDER,
        *on("Deportation", "withdraw_order"),
    ),
    "rare_stay_overtaken": (
        *NOTHING_AGAINST,
        *_FILED,
        *on("RefugeeApplication", "ask_commission"),
        *on("ProvisionalStay", "examine", ("find_exclusions", {"flight_suspected": False})),
        *_FILED,
        *_RECOGNISED,
        *on("StatusGrant", "grant_status", "hand_over_status"),
    ),
}
"""By name."""
