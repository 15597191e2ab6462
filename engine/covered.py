"""Where each invariant of LAW §14 is kept: a check of `engine.invariants`, a rule, a procedure, or not yet."""

from typing import Final

_CUSTODY = "not yet: custody"
_AFTER = "not yet: after the finding"

COVERED: Final[dict[int, str]] = {
    1: _CUSTODY,
    2: _CUSTODY,
    3: _CUSTODY,
    4: _CUSTODY,
    5: _CUSTODY,
    6: _CUSTODY,
    7: _CUSTODY,
    8: _CUSTODY,
    9: _CUSTODY,
    10: _CUSTODY,
    11: _CUSTODY,
    12: _CUSTODY,
    13: _CUSTODY,
    14: _CUSTODY,
    15: _CUSTODY,
    16: _CUSTODY,
    17: _CUSTODY,
    18: _CUSTODY,
    19: _CUSTODY,
    20: _CUSTODY,
    21: _CUSTODY,
    22: _CUSTODY,
    23: _CUSTODY,
    24: "law.deportation, asked by workflows/deportation_acceptance.py; tests/law/test_deportation.py",
    25: "engine.invariants.no_order_while_its_window_is_open",
    26: "law.deportation, asked by workflows/deportation_special_permission.py; tests/law/test_deportation.py",
    27: f"workflows/deportation_special_permission.py; the procedure itself: {_AFTER}",
    28: "workflows/deportation_special_permission.py (50(4), asked before a grant and a refusal)",
    29: (
        "law.competence.instances_are_separate, asked by workflows/deportation_objection.py; "
        "tests/law/test_competence.py"
    ),
    30: "workflows/deportation_instances.py and workflows/deportation_acceptance.py (what a notice must tell)",
    31: "law.departure_order, asked by workflows/deportation_case.py; tests/law/test_departure_order.py",
    32: _AFTER,
    33: f"law.departure_order; tests/law/test_departure_order.py; the order itself: {_AFTER}",
    34: (
        "engine.invariants.no_order_while_provisional_stay_runs, "
        "engine.invariants.windows_stand_still_under_provisional_stay"
    ),
    35: f"law.removal (DT-01); tests/law/test_removal.py; the removal itself: {_AFTER}",
    36: "law.suspension; tests/law/test_suspension.py",
    37: "law.suspension; tests/law/test_suspension.py",
    38: "law.suspension; tests/law/test_suspension.py",
    39: "law.suspension; tests/law/test_suspension.py",
    40: "law.removal (DT-01); tests/law/test_removal.py",
    41: "law.removal (DT-01); tests/law/test_removal.py",
    42: "law.removal (DT-01); tests/law/test_removal.py",
    43: f"law.removal (DT-01); tests/law/test_removal.py; detention: {_CUSTODY}",
    44: "law.removal (DT-01); tests/law/test_removal.py",
    45: "engine.invariants.silence_ends_an_application_only_after_its_period; law.removal (DT-01)",
    46: _AFTER,
    47: _AFTER,
    48: _AFTER,
    49: _AFTER,
    50: _CUSTODY,
    51: _CUSTODY,
    52: _CUSTODY,
    53: "law.recognition, asked by workflows/refugee_application.py; tests/law/test_recognition.py",
    54: "law.recognition, asked by workflows/refugee_application.py; tests/law/test_recognition.py",
    55: (
        "law.review, law.counselors, asked by workflows/review_request.py; tests/law/test_review.py, "
        "tests/law/test_counselors.py"
    ),
    56: "law.competence; tests/law/test_competence.py",
    57: "law.recognition, asked by workflows/status_grant.py; tests/law/test_recognition.py",
    58: "engine.invariants.no_provisional_stay_beside_an_order",
    59: "engine.invariants.provisional_stay_ends_with_its_period",
    60: _CUSTODY,
    61: _CUSTODY,
    62: _CUSTODY,
    63: "law.regimes; tests/law/test_regimes.py",
    64: "law.periods, law.clocks; tests/law/test_clocks.py, tests/engine/test_kit.py",
    65: (
        "engine.powers on every entry; law.competence; workflows/deportation_instances.py (findings of the Minister in "
        "person); tests/law/test_competence.py, tests/engine/test_kit.py"
    ),
    66: "engine.invariants.no_order_on_a_ground_that_a_grant_covers",
    67: (
        "engine.invariants.an_application_ends_at_a_moment, "
        "engine.invariants.silence_ends_an_application_only_after_its_period, "
        "engine.invariants.no_review_period_outlives_its_application, "
        "engine.invariants.provisional_stay_ends_with_its_period"
    ),
    68: _CUSTODY,
    69: _CUSTODY,
    70: f"workflows/deportation_special_permission.py; the procedure itself: {_AFTER}",
    71: _CUSTODY,
    72: f"workflows/deportation_investigation.py; custody: {_CUSTODY}",
    73: f"workflows/application_outcome.py: no clock starts without a receipt; status revocation: {_AFTER}",
    74: "workflows/deportation.py (no investigation begins on such a ground)",
    75: f"workflows/deportation_investigation.py; custody: {_CUSTODY}",
    76: _CUSTODY,
    77: _CUSTODY,
    78: "workflows/papers/old_permission.py, asked by workflows/refugee_application.py",
    79: _CUSTODY,
    80: "workflows/status_grant.py (the duty to return the certificate)",
    81: "workflows/deportation_instances.py (an act that an inspector does; nothing calls for it)",
    82: "workflows/refugee_application.py (for an application; missing papers never make it late)",
    83: _AFTER,
}
"""By number: the checks and modules that keep it, with their tests, or what is not modelled yet."""
