"""Where each invariant of LAW §14 is kept: a check of `engine.invariants`, a rule, a procedure, or not yet."""

from typing import Final

_TREATMENT = "not yet: letters and complaints of detainees"

COVERED: Final[dict[int, str]] = {
    1: "engine.invariants.detention_has_a_title_or_release_is_owed",
    2: (
        "workflows/deportation_investigation.py (no detention without Sponsorship considered); "
        "workflows/detention_orders.py (an order issues on one of four footings; A-31)"
    ),
    3: "engine.invariants.detention_has_a_title_or_release_is_owed; workflows/detention_orders.py",
    4: "engine.invariants.the_48_hours_run_until_the_hand_over",
    5: ("engine.invariants.never_more_than_sixty_days, engine.invariants.detention_before_the_order_has_its_end"),
    6: "engine.invariants.never_more_than_sixty_days; law.detention_days.may_be_extended",
    7: "engine.invariants.detention_before_the_order_has_its_end; tests/law/test_detention_days.py",
    8: "engine.invariants.sponsorship_releases_at_once_or_after_the_deposit; law.sponsorship",
    9: (
        "engine.invariants.no_sponsorship_without_sponsor_and_conditions; law.sponsorship; "
        "workflows/sponsorship_decision.py (notice and certified copy)"
    ),
    10: (
        "engine.invariants.a_refused_release_is_refused_on_paper, "
        "engine.invariants.a_refused_sponsorship_is_refused_in_writing; workflows/provisional_release_decision.py, "
        "workflows/provisional_release_period.py, workflows/sponsorship_question.py"
    ),
    11: "engine.invariants.a_deposit_keeps_its_ceiling_and_its_date; law.deposit",
    12: "engine.invariants.a_deposit_keeps_its_ceiling_and_its_date; law.deposit",
    13: "engine.invariants.a_missed_deposit_is_never_forgotten; law.sponsorship_end",
    14: "engine.invariants.nothing_is_forfeited_without_its_ground; law.sponsorship_end",
    15: "engine.invariants.nothing_is_forfeited_without_its_ground; law.sponsorship_end",
    16: "engine.invariants.who_is_to_be_detained_is_on_somebodys_desk",
    17: "engine.invariants.nothing_before_the_order_outlives_it",
    18: "engine.invariants.no_work_is_permitted_after_an_order; law.work_permission",
    19: "engine.invariants.a_permission_to_work_rests_on_what_the_law_asks; law.work_permission",
    20: "engine.invariants.the_next_notification_is_within_three_months; law.sponsorship_duties",
    21: "engine.invariants.a_release_is_short_and_free; law.provisional_release, law.provisional_release_end",
    22: "engine.invariants.a_release_has_its_reason; law.provisional_release",
    23: "workflows/sponsorship_ending.py (both are told of every lapse, also of that after the order)",
    24: "law.deportation, asked by workflows/deportation_acceptance.py; tests/law/test_deportation.py",
    25: "engine.invariants.no_order_while_its_window_is_open",
    26: "engine.invariants.no_order_while_permission_is_undecided; law.deportation; tests/law/test_deportation.py",
    27: "engine.invariants.no_permission_is_applied_for_after_the_order; law.special_permission_filing",
    28: "workflows/special_permission_case.py (50(4), asked before a grant and a refusal)",
    29: (
        "law.competence.instances_are_separate, asked by workflows/deportation_objection.py; "
        "tests/law/test_competence.py"
    ),
    30: "workflows/deportation_instances.py and workflows/deportation_acceptance.py (what a notice must tell)",
    31: (
        "engine.invariants.no_order_in_the_case_of_a_departure_order; law.departure_order, asked by "
        "workflows/deportation_case.py; tests/law/test_departure_order.py"
    ),
    32: "engine.invariants.a_departure_deadline_keeps_its_maximum; law.departure_order_terms",
    33: "engine.invariants.no_second_departure_order; law.departure_order; tests/law/test_departure_order.py",
    34: (
        "engine.invariants.no_order_while_provisional_stay_runs, "
        "engine.invariants.windows_stand_still_under_provisional_stay"
    ),
    35: (
        "law.removal (DT-01), asked at the authorisation, the hand-over to a carrier and the boarding by "
        "workflows/enforcement_gate.py; engine.invariants.no_authorisation_is_given_at_a_closed_gate, "
        "engine.invariants.no_authorisation_beside_a_contested_entry, "
        "engine.invariants.an_authorisation_is_of_two_officers_and_ten_minutes"
    ),
    36: "law.suspension; tests/law/test_suspension.py",
    37: "law.suspension; tests/law/test_suspension.py",
    38: "law.suspension; tests/law/test_suspension.py",
    39: "law.suspension; tests/law/test_suspension.py",
    40: "law.removal (DT-01); tests/law/test_removal.py",
    41: (
        "engine.invariants.nobody_is_held_against_a_court; law.removal (DT-01); law.court; workflows/court_stays.py "
        "(only its term, a court or the end of the suit ends a stay); tests/procedures/test_court_proceedings.py"
    ),
    42: (
        "law.removal (DT-01); law.detention.proceedings_run, asked by workflows/detention_after_order.py; "
        "workflows/detention_weighing.py (detention beside proceedings is weighed); law.criminal (leave), asked by "
        "workflows/criminal_sentence.py"
    ),
    43: (
        "engine.invariants.nobody_is_held_against_a_court; law.removal (DT-01); "
        "law.detention.may_be_executed_by_detention, asked by workflows/detention_*.py; "
        "workflows/criminal_restriction.py"
    ),
    44: "law.removal (DT-01); tests/law/test_removal.py",
    45: "engine.invariants.silence_ends_an_application_only_after_its_period; law.removal (DT-01)",
    46: (
        "engine.invariants.a_penal_order_rests_on_what_the_law_asks, "
        "engine.invariants.a_penal_order_does_not_outlive_its_order; law.penal_order (DT-15); "
        "tests/law/test_penal_order.py"
    ),
    47: (
        "engine.invariants.a_suspended_penal_order_has_no_effect; law.order_suspension; "
        "tests/law/test_order_suspension.py, tests/procedures/test_order_standing.py"
    ),
    48: "engine.invariants.one_year_rests_on_what_the_law_asks; law.own_expense, law.landing_denial",
    49: "engine.invariants.no_visitor_lands_after_one_year; law.landing_denial",
    50: (
        "engine.invariants.detention_under_the_order_is_under_review, "
        "engine.invariants.three_months_bring_a_report_and_a_consideration; law.detention_review"
    ),
    51: "engine.invariants.every_no_goes_to_the_commissioner; workflows/detention_review_commissioner.py",
    52: "engine.invariants.a_command_leaves_no_no; workflows/sponsorship_question.py (a commanded one is not refused)",
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
    60: "engine.invariants.every_detainee_is_told_asked_and_examined; law.treatment",
    61: _TREATMENT,
    62: _TREATMENT,
    63: "law.regimes; tests/law/test_regimes.py",
    64: "law.periods, law.clocks; tests/law/test_clocks.py, tests/engine/test_kit.py",
    65: (
        "engine.powers on every entry; law.competence, law.competence_custody; workflows/deportation_instances.py "
        "(findings of the Minister in person); tests/law/test_competence.py, tests/engine/test_kit.py"
    ),
    66: (
        "engine.invariants.no_order_on_a_ground_that_a_grant_covers; workflows/detention_procedure.py (custody ends), "
        "workflows/sponsorship_ending.py (A-42)"
    ),
    67: (
        "engine.invariants.an_application_ends_at_a_moment, "
        "engine.invariants.silence_ends_an_application_only_after_its_period, "
        "engine.invariants.no_review_period_outlives_its_application, "
        "engine.invariants.provisional_stay_ends_with_its_period"
    ),
    68: (
        "law.detention.shown_as_asked, asked by workflows/detention_restraint.py and workflows/detention_criminal.py; "
        "tests/law/test_detention.py"
    ),
    69: "engine.invariants.detention_before_the_order_has_its_end; law.detention_days.may_be_held",
    70: "engine.invariants.a_decision_on_permission_is_told; workflows/special_permission_decision.py",
    71: (
        "law.criminal_custody, asked by workflows/detention_criminal.py, which hears of a reported release from "
        "workflows/criminal_sentence.py; tests/law/test_detention.py, tests/procedures/test_criminal_case.py"
    ),
    72: (
        "workflows/deportation_investigation.py; workflows/deportation_custody.py; workflows/detention_procedure.py; "
        "tests/procedures/test_criminal_case.py"
    ),
    73: (
        "workflows/application_outcome.py (no clock starts without a receipt); law.status_service, asked by "
        "workflows/status_revocation_service.py (no public notice for somebody recognised)"
    ),
    74: "workflows/deportation.py (no investigation begins on such a ground)",
    75: (
        "workflows/deportation_investigation.py; workflows/detention.py (no emergency on that route); "
        "tests/procedures/test_departure_order_routes.py"
    ),
    76: "law.sponsorship (the paragraph of a decision), asked by workflows/sponsorship_decision.py",
    77: "engine.invariants.a_request_prolongs_no_release; workflows/detention_liberty.py (detaining again)",
    78: "workflows/papers/old_permission.py, asked by workflows/refugee_application.py",
    79: "engine.invariants.separation_runs_or_ends_at_once; law.treatment; workflows/treatment_separation.py",
    80: "workflows/status_grant.py (the duty to return the certificate)",
    81: "workflows/deportation_instances.py (an act that an inspector does; nothing calls for it)",
    82: "workflows/refugee_application.py (for an application; missing papers never make it late)",
    83: (
        "law.sponsorship (what is taken away of Article 70), asked by workflows/staying_on.py (Sponsorship, travel "
        "restriction); law.work (neither release permits work); tests/procedures/test_status_revocation.py, "
        "tests/law/test_work.py"
    ),
}
"""By number: the checks and modules that keep it, with their tests, or what is not modelled yet."""
