"""The roles people act in, the powers that acts demand, and what a competence is (LAW §1.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from law.citation import Citation


class Role(StrEnum):
    """In which capacity somebody acts."""

    IMMIGRATION_CONTROL_OFFICER = "immigration_control_officer"
    IMMIGRATION_INSPECTOR = "immigration_inspector"
    SPECIAL_INQUIRY_OFFICER = "special_inquiry_officer"
    SUPERVISING_IMMIGRATION_INSPECTOR = "supervising_immigration_inspector"
    REFUGEE_INQUIRER = "refugee_inquirer"
    REFUGEE_ADJUDICATION_COUNSELOR = "refugee_adjudication_counselor"
    REGIONAL_BUREAU_HEAD = "regional_bureau_head"
    COMMISSIONER = "commissioner"
    MINISTER = "minister"
    CENTRE_DIRECTOR = "centre_director"
    BUREAU_CLERK = "bureau_clerk"
    """Office staff who receive papers."""
    REGISTRAR = "registrar"
    """The service account of imports."""
    AUDITOR = "auditor"


ROLES: Final[dict[Role, tuple[str, str]]] = {
    Role.IMMIGRATION_CONTROL_OFFICER: ("immigration control officer", "入国警備官"),
    Role.IMMIGRATION_INSPECTOR: ("immigration inspector", "入国審査官"),
    Role.SPECIAL_INQUIRY_OFFICER: ("special inquiry officer", "特別審理官"),
    Role.SUPERVISING_IMMIGRATION_INSPECTOR: ("supervising immigration inspector", "主任審査官"),
    Role.REFUGEE_INQUIRER: ("refugee inquirer", "難民調査官"),
    Role.REFUGEE_ADJUDICATION_COUNSELOR: ("refugee adjudication counselor", "難民審査参与員"),
    Role.REGIONAL_BUREAU_HEAD: ("regional bureau head", "地方出入国在留管理局長"),
    Role.COMMISSIONER: ("Commissioner of the Immigration Services Agency", "出入国在留管理庁長官"),
    Role.MINISTER: ("Minister of Justice", "法務大臣"),
    Role.CENTRE_DIRECTOR: ("director of an immigration detention centre", "入国者収容所長"),
    Role.BUREAU_CLERK: ("bureau clerk", "地方出入国在留管理局職員"),
    Role.REGISTRAR: ("registrar", "登録担当"),
    Role.AUDITOR: ("auditor", "監査担当"),
}
"""The name of each role, English and Japanese."""


class Power(StrEnum):
    """A competence that somebody must hold for an act."""

    RECEIVE_FILING = "receive_filing"
    INVESTIGATE_RECOGNITION = "investigate_recognition"
    INTERVIEW_APPLICANT = "interview_applicant"
    INQUIRE_PUBLIC_SAFETY_COMMISSION = "inquire_public_safety_commission"
    DECIDE_RECOGNITION = "decide_recognition"
    DECIDE_MATERIAL = "decide_material"
    GRANT_STATUS_AFTER_RECOGNITION = "grant_status_after_recognition"
    HAND_OVER_DOCUMENTS = "hand_over_documents"
    CERTIFY_SERVICE = "certify_service"
    APPOINT_COUNSELOR = "appoint_counselor"
    APPOINT_PANEL = "appoint_panel"
    GIVE_OPINION = "give_opinion"
    CONDUCT_REVIEW_HEARING = "conduct_review_hearing"
    DECIDE_REVIEW = "decide_review"
    REVOKE_RECOGNITION = "revoke_recognition"
    REVOKE_STATUS_OF_RECOGNISED = "revoke_status_of_recognised"
    PERMIT_PROVISIONAL_STAY = "permit_provisional_stay"
    REVOKE_PROVISIONAL_STAY = "revoke_provisional_stay"
    PERMIT_WORK_ON_PROVISIONAL_STAY = "permit_work_on_provisional_stay"
    RECEIVE_WORK_REPORT = "receive_work_report"
    GRANT_STATUS_TO_PROVISIONAL_STAY_HOLDER = "grant_status_to_provisional_stay_holder"
    INVESTIGATE_VIOLATION = "investigate_violation"
    CONFIRM_WISH_TO_LEAVE = "confirm_wish_to_leave"
    NOTIFY_SUSPECT_CASE = "notify_suspect_case"
    SCREEN = "screen"
    HAND_OVER_SUSPECT = "hand_over_suspect"
    EXAMINE = "examine"
    ORDER_DEPARTURE = "order_departure"
    HOLD_ORAL_HEARING = "hold_oral_hearing"
    TAKE_WAIVER = "take_waiver"
    RECORD_ACCEPTANCE = "record_acceptance"
    FORWARD_OBJECTION = "forward_objection"
    DECIDE_OBJECTION = "decide_objection"
    NOTIFY_OBJECTION_RESULT = "notify_objection_result"
    DECIDE_SPECIAL_PERMISSION = "decide_special_permission"
    FIND_SECURITY_GROUND = "find_security_ground"
    ISSUE_DEPORTATION_ORDER = "issue_deportation_order"
    SHOW_ORDER = "show_order"
    WITHDRAW_ORDER = "withdraw_order"
    RECORD_CUSTODY = "record_custody"
    DETAIN = "detain"
    ISSUE_DETENTION_ORDER = "issue_detention_order"
    EXTEND_DETENTION = "extend_detention"
    ASSIGN_PLACE = "assign_place"
    RELEASE_DETAINEE = "release_detainee"
    RELEASE_SPECIALLY = "release_specially"
    SET_FREE_IN_DISASTER = "set_free_in_disaster"
    RECEIVE_FROM_CRIMINAL_CUSTODY = "receive_from_criminal_custody"
    SET_TRAVEL_CONDITIONS = "set_travel_conditions"
    TREAT_DETAINEE = "treat_detainee"
    ISOLATE_DETAINEE = "isolate_detainee"
    DRAW_UP_PLAN = "draw_up_plan"
    COMMAND_SPONSORSHIP = "command_sponsorship"
    DECIDE_SPONSORSHIP = "decide_sponsorship"
    REVOKE_SPONSORSHIP = "revoke_sponsorship"
    SUPPORT_SPONSOR = "support_sponsor"
    RECEIVE_DEPOSIT = "receive_deposit"
    FIND_SPONSORSHIP_FACTS = "find_sponsorship_facts"
    PERMIT_WORK_UNDER_SPONSORSHIP = "permit_work_under_sponsorship"
    RELEASE_PROVISIONALLY = "release_provisionally"
    FIND_SPECIAL_PERMISSION_FACTS = "find_special_permission_facts"
    EXECUTE_ORDER = "execute_order"
    AUTHORISE_REMOVAL = "authorise_removal"
    ASK_POLICE = "ask_police"
    WAIVE_CARRIER_COSTS = "waive_carrier_costs"
    CONFIRM_DEPARTURE = "confirm_departure"
    PERMIT_OWN_EXPENSE_DEPARTURE = "permit_own_expense_departure"
    DECIDE_ONE_YEAR_DENIAL = "decide_one_year_denial"
    SET_ASIDE_LANDING_DENIAL = "set_aside_landing_denial"
    ORDER_PASSPORT = "order_passport"
    ISSUE_PENAL_ORDER = "issue_penal_order"
    PUBLISH_COUNTRY_NOTICE = "publish_country_notice"
    FIND_STATUS_FACTS = "find_status_facts"
    HEAR_STATUS_REVOCATION = "hear_status_revocation"
    REVOKE_STATUS = "revoke_status"
    DELIVER_REVOCATION_PAPERS = "deliver_revocation_papers"
    SERVE_BY_PUBLIC_NOTICE = "serve_by_public_notice"
    PERMIT_TEMPORARY_REFUGE = "permit_temporary_refuge"
    GRANT_STATUS_TO_REFUGE_HOLDER = "grant_status_to_refuge_holder"
    RECORD_CIRCUMSTANCES = "record_circumstances"
    JUDGE_SECURITY_GROUND = "judge_security_ground"
    RECORD_COURT_DECISION = "record_court_decision"
    FIND_DESTINATION = "find_destination"
    LIFT_NON_REFOULEMENT = "lift_non_refoulement"
    NOTIFY_REMOVAL = "notify_removal"
    RECORD_DEPARTURE = "record_departure"
    CREATE_PERSON = "create_person"
    CORRECT_ENTRY = "correct_entry"
    RESOLVE_CONTESTED = "resolve_contested"
    READ_CASE = "read_case"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Competence:
    """What a power lets somebody do ("may …"), who holds it, and where that stands."""

    en: str
    ja: str
    holders: frozenset[Role]
    basis: tuple[Citation, ...]


def held(en: str, ja: str, holders: Iterable[Role], *basis: Citation) -> Competence:
    """A competence and its holders."""
    return Competence(en, ja, frozenset(holders), basis)
