"""LAW §1.2 and §1.3: who holds which power, and that three instances are three people."""

import pytest

from law.competence import (
    COMPETENCES,
    HOLDERS,
    NOT_YET,
    ROLES,
    Power,
    Role,
    instances_are_separate,
    may_exercise,
)
from law.finding import Answer

HEAD, COMMISSIONER, MINISTER = Role.REGIONAL_BUREAU_HEAD, Role.COMMISSIONER, Role.MINISTER
ALL_THREE = {HEAD, COMMISSIONER, MINISTER}


@pytest.mark.parametrize(
    ("power", "holders"),
    [
        (Power.DECIDE_OBJECTION, ALL_THREE),
        (Power.DECIDE_SPECIAL_PERMISSION, ALL_THREE),
        (Power.DECIDE_RECOGNITION, ALL_THREE),
        (Power.GRANT_STATUS_AFTER_RECOGNITION, ALL_THREE),
        (Power.PERMIT_PROVISIONAL_STAY, ALL_THREE),
        (Power.GRANT_STATUS_TO_PROVISIONAL_STAY_HOLDER, ALL_THREE),
        (Power.REVOKE_PROVISIONAL_STAY, ALL_THREE),
        (Power.PERMIT_WORK_ON_PROVISIONAL_STAY, ALL_THREE),
        (Power.REVOKE_STATUS_OF_RECOGNISED, ALL_THREE),
        (Power.REVOKE_STATUS, ALL_THREE),
        (Power.GRANT_STATUS_TO_REFUGE_HOLDER, ALL_THREE),
        (Power.SERVE_BY_PUBLIC_NOTICE, {MINISTER}),
        (Power.DECIDE_MATERIAL, ALL_THREE),
        (Power.REVOKE_RECOGNITION, {COMMISSIONER, MINISTER}),
        (Power.DECIDE_REVIEW, {MINISTER}),
        (Power.APPOINT_COUNSELOR, {MINISTER}),
        (Power.APPOINT_PANEL, {MINISTER}),
        (Power.FIND_SECURITY_GROUND, {MINISTER}),
        (Power.LIFT_NON_REFOULEMENT, {MINISTER}),
        (Power.RECEIVE_WORK_REPORT, {HEAD}),
    ],
)
@pytest.mark.parametrize("role", Role)
def test_each_cell_of_the_delegation(power: Power, holders: set[Role], role: Role) -> None:
    """Each cell of LAW §1.3: the role holds the power exactly where the delegation says so."""
    answer = may_exercise(power, {role}).value
    assert answer is (Answer.YES if role in holders else Answer.NO)


@pytest.mark.parametrize(
    ("power", "role"),
    [
        (Power.INVESTIGATE_RECOGNITION, Role.REFUGEE_INQUIRER),
        (Power.INTERVIEW_APPLICANT, Role.REFUGEE_INQUIRER),
        (Power.HAND_OVER_DOCUMENTS, Role.IMMIGRATION_INSPECTOR),
        (Power.GIVE_OPINION, Role.REFUGEE_ADJUDICATION_COUNSELOR),
        (Power.CONDUCT_REVIEW_HEARING, Role.REFUGEE_ADJUDICATION_COUNSELOR),
        (Power.INVESTIGATE_VIOLATION, Role.IMMIGRATION_CONTROL_OFFICER),
        (Power.NOTIFY_SUSPECT_CASE, Role.IMMIGRATION_CONTROL_OFFICER),
        (Power.HAND_OVER_SUSPECT, Role.IMMIGRATION_CONTROL_OFFICER),
        (Power.SHOW_ORDER, Role.IMMIGRATION_CONTROL_OFFICER),
        (Power.EXAMINE, Role.IMMIGRATION_INSPECTOR),
        (Power.HOLD_ORAL_HEARING, Role.SPECIAL_INQUIRY_OFFICER),
        (Power.SCREEN, Role.SUPERVISING_IMMIGRATION_INSPECTOR),
        (Power.ORDER_DEPARTURE, Role.SUPERVISING_IMMIGRATION_INSPECTOR),
        (Power.TAKE_WAIVER, Role.SUPERVISING_IMMIGRATION_INSPECTOR),
        (Power.RECORD_ACCEPTANCE, Role.SUPERVISING_IMMIGRATION_INSPECTOR),
        (Power.FORWARD_OBJECTION, Role.SUPERVISING_IMMIGRATION_INSPECTOR),
        (Power.NOTIFY_OBJECTION_RESULT, Role.SUPERVISING_IMMIGRATION_INSPECTOR),
        (Power.ISSUE_DEPORTATION_ORDER, Role.SUPERVISING_IMMIGRATION_INSPECTOR),
        (Power.WITHDRAW_ORDER, Role.SUPERVISING_IMMIGRATION_INSPECTOR),
        (Power.AUDIT, Role.AUDITOR),
    ],
)
def test_powers_of_one_officer_alone(power: Power, role: Role) -> None:
    """The powers that the Act gives to one kind of officer are held by that kind alone."""
    assert HOLDERS[power] == {role}


def test_every_power_has_holders_names_and_a_basis() -> None:
    """No power and no role is without names in both languages, and every power has a holder and a basis."""
    assert set(COMPETENCES) == set(HOLDERS) == set(Power)
    assert set(ROLES) == set(Role)
    assert all(each.en and each.ja and each.holders and each.basis for each in COMPETENCES.values())
    assert all(en and ja for en, ja in ROLES.values())


def test_service_accounts_and_auditors_decide_nothing() -> None:
    """The registrar only enters, the auditor only audits."""
    assert {power for power, holders in HOLDERS.items() if Role.AUDITOR in holders} == {Power.AUDIT}
    assert {power for power, holders in HOLDERS.items() if Role.REGISTRAR in holders} == {
        Power.RECEIVE_FILING,
        Power.RECORD_CUSTODY,
        Power.RECORD_CIRCUMSTANCES,
        Power.RECORD_COURT_DECISION,
        Power.RECORD_DEPARTURE,
        Power.CREATE_PERSON,
    }


def test_one_role_that_holds_the_power_is_enough() -> None:
    """Somebody with several roles acts in the one that holds the power; without any role nothing may be done."""
    assert may_exercise(Power.EXAMINE, {Role.BUREAU_CLERK, Role.IMMIGRATION_INSPECTOR}).value is Answer.YES
    refused = may_exercise(Power.EXAMINE, ())
    assert refused.value is Answer.NO
    assert refused.reasons[0].remedy == "Only: immigration inspector."


@pytest.mark.parametrize(
    ("inspector", "hearing", "decider", "answer", "code"),
    [
        ("a", "b", "c", Answer.YES, "instances_separate"),
        ("a", NOT_YET, NOT_YET, Answer.YES, "instances_separate"),
        ("a", "b", NOT_YET, Answer.YES, "instances_separate"),
        ("a", "a", NOT_YET, Answer.NO, "instances_not_separate"),
        ("a", "b", "a", Answer.NO, "instances_not_separate"),
        ("a", "b", "b", Answer.NO, "instances_not_separate"),
        ("a", None, "a", Answer.NO, "instances_not_separate"),
        (None, "b", "c", Answer.UNKNOWN, "officer_not_on_record"),
        (None, None, None, Answer.UNKNOWN, "officer_not_on_record"),
        ("a", NOT_YET, "c", Answer.NO, "instance_skipped"),
        (NOT_YET, "b", NOT_YET, Answer.NO, "instance_skipped"),
    ],
)
def test_three_instances_are_three_people(
    inspector: str | None, hearing: str | None, decider: str | None, answer: Answer, code: str
) -> None:
    """Nobody acts in two instances and none is skipped; who is not on record leaves it unknown."""
    finding = instances_are_separate(inspector, hearing, decider)
    assert (finding.value, finding.reasons[0].code) == (answer, code)
