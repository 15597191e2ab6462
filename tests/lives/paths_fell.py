"""Known ways to what falls afterwards: a departure under what proves not to have stood, a ground that never was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.lives import paths_leaving, paths_status
from tests.lives.paths_known import last_case
from tests.lives.paths_liberty import RECOGNISED
from tests.lives.way import annul, later, on, uphold

if TYPE_CHECKING:
    from tests.lives.bodies import Scene
    from tests.lives.way import Way

_ELIGIBLE = {"deported_before": False, "left_under_departure_order_before": False, "certain_to_leave": True}
_DEPORTABLE = {"outcome": "deportable", "assessment": {"certain_to_leave": False}}
_ROUTE = {"assessment": _ELIGIBLE}
_ON_REVOCATION = (
    *on("ReviewRequest", ("request_review", {"disposition": "refugee_revoked"}), "name_panel", "receive_statement"),
    *on("ReviewRequest", "give_opinion", ("decide", {"result": "annulled"}), "certify_service"),
)
_REVOKED = on("RecognitionRevocation", "report_ground", ("revoke", {"instructs_on_review": True}), "certify_receipt")


def _no_recognition(scene: Scene) -> list[dict[str, Any]]:
    """24(x), from today."""
    return [{"ground": "24(x)", "since": scene.today.isoformat()}]


def stayed(attacked: str, procedure: str) -> Way:
    """A suit against what a case of a procedure revoked, and a stay of its effect."""
    body = {"attacked": attacked, "case": last_case(procedure), "made_on": lambda scene: scene.today.isoformat()}
    stay = {"scope": "effect", "term": "lifted", "last_day": None, "days_after": 0}
    return on("CourtProceedings", ("file_suit", body), ("order_stay", stay))


STAY_OVER = on("CourtProceedings", "cancel_for_change")

FELL: dict[str, Way] = {
    "fell_under_departure_order": (
        *paths_leaving.LEFT,
        *annul("DepartureOrder", "order_departure"),
        *uphold(),
    ),
    "fell_under_permission": (
        *paths_leaving.PERMITTED,
        *on("OwnExpenseDeparture", "confirm_departure"),
        *annul("OwnExpenseDeparture", "permit"),
        *uphold(),
    ),
    "fell_ground_of_status": (
        *paths_status.INVESTIGATED,
        *on("StatusRevocation", "record_annulment"),
        *on("Deportation", "weigh_ground"),
    ),
    "fell_ground_of_departure_order": (
        *paths_status.INVESTIGATED,
        *on("Deportation", "declare_wish_to_leave", ("pass_for_departure_order", _ROUTE), ("find_eligible", _ROUTE)),
        *on("DepartureOrder", "order_departure"),
        *on("StatusRevocation", "record_annulment"),
        *on("DepartureOrder", "end_for_status"),
    ),
    "fell_revocation_of_departure_order": (
        *paths_leaving.REVOKED,
        *on("DepartureOrder", "record_annulment", ("weigh_annulment", {"order_again": True}), "order_departure"),
        *on("Deportation", "weigh_ground"),
    ),
    "stayed_revocation_of_status": (
        *paths_status.SERVED,
        *stayed("status_revocation", "StatusRevocation"),
        *later(days=40),
        *STAY_OVER,
    ),
    "stayed_ground_of_status": (
        *paths_status.INVESTIGATED,
        *on("Deportation", "notify", ("screen", {"outcome": "detention"})),
        *on("Detention", "issue_detention_order", "detain"),
        *on("Deportation", "hand_over_person", ("find", _DEPORTABLE), "certify_finding_received", "accept_finding"),
        *later(days=10),
        *stayed("status_revocation", "StatusRevocation"),
        *STAY_OVER,
    ),
    "fell_ground_of_recognition": (
        *RECOGNISED[:3],
        *_REVOKED,
        *on("Deportation", ("investigate", {"grounds": _no_recognition})),
        *_ON_REVOCATION,
        *on("Deportation", "weigh_ground"),
    ),
}
"""By name."""
