"""Known ways through suits and criminal cases, the revocation of a status, and landing for temporary refuge."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.lives.paths_custody import HANDED_OVER, HELD_UNDER_ORDER, NOTHING_AGAINST, ORDER_OUT
from tests.lives.paths_known import last_case
from tests.lives.paths_liberty import RECOGNISED
from tests.lives.way import Way, later, on

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.lives.bodies import Scene

_STATUS = {"kind": "status_of_residence", "since": "2023-01-10", "until": None}
HOLDS_STATUS = (
    *on("Circumstances", "keep", ("record_stays", {"stays": [_STATUS]}), ("record_sentences", {"sentences": []})),
)
_INACTIVE = {"grounds": ["22-4(1)(vi)"]}


def _a_week_on(scene: Scene) -> str:
    """A day of next week."""
    return (scene.today + timedelta(days=7)).isoformat()


def _hearing_in_weeks(scene: Scene) -> str:
    """In forty days: after a public notice has run."""
    return (scene.at + timedelta(days=40)).isoformat()


def _in_a_minute(scene: Scene) -> str:
    """Before the next step."""
    return (scene.at + timedelta(minutes=20)).isoformat()


def _arisen(ground: str) -> Callable[[Scene], list[dict[str, str]]]:
    """A suspected ground that has arisen by staying on."""
    return lambda scene: [{"ground": ground, "since": scene.today.isoformat()}]


def _sue(attacked: str, procedure: str, **more: Any) -> Way:
    return on("CourtProceedings", ("file_suit", {"attacked": attacked, "case": last_case(procedure), **more}))


def _court(*acts: str | tuple[str, dict[str, Any]]) -> Way:
    return on("CourtProceedings", *acts)


_UNTIL = {"scope": "execution", "term": "day", "last_day": _a_week_on, "days_after": 0}
_LIFTED = {"scope": "execution", "term": "lifted", "last_day": None, "days_after": 0}
_UNTIL_JUDGMENT = {"scope": "removal", "term": "judgment", "last_day": None, "days_after": 7}
_ANNULS = (("judge", {"outcome": "annulled", "stay_ends": False}), "become_final")
SUED = (*HELD_UNDER_ORDER, *_sue("deportation_order", "Deportation"))
NO_STAY = (*SUED, *_court("seek_stay", "object", "end_application"))
STAYED = (*SUED, *_court("seek_stay", ("order_stay", _LIFTED)))
STAY_OVER = (*SUED, *_court(("order_stay", _UNTIL)), *later(days=9))
VARIED = (*STAYED, *_court(("vary_stay", {**_LIFTED, "scope": "removal"}), "cancel_for_change"))
APPEALED = (*STAYED, *_court("lodge_appeal", "dismiss_appeal", "lodge_appeal", "allow_appeal"))
OBJECTED = (*STAYED, *_court("object", "cancel_on_objection"))
SET_ASIDE = (*STAYED, *_court(*_ANNULS))
WON = (*SET_ASIDE, *on("Deportation", "record_annulment"))
CARRIED_OUT = (
    *HANDED_OVER,
    *on("RefugeeApplication", ("file_application", {"kind": "refugee"}), "ask_commission"),
    *on("RefugeeApplication", ("decide", {"outcome": "refugee_refused"})),
    *_sue("other", "RefugeeApplication", made_on=lambda scene: scene.today.isoformat()),
    *_court(*_ANNULS, "record_carried_out"),
)
REFUSAL_GONE = (
    *NOTHING_AGAINST,
    *on("RefugeeApplication", ("file_application", {"kind": "refugee"}), "ask_commission"),
    *on("RefugeeApplication", ("decide", {"outcome": "refugee_refused"}), "certify_receipt"),
    *_sue("recognition_refusal", "RefugeeApplication", made_on=lambda scene: scene.today.isoformat()),
    *_court(*_ANNULS),
    *on("RefugeeApplication", "record_annulment"),
)
LOST = (*SUED, *_court(("order_stay", _UNTIL_JUDGMENT), ("judge", {"outcome": "dismissed", "stay_ends": False})))
SUIT_ENDED = (*STAYED, *_court("end_suit"))
DETENTION_STAYED = (
    *HANDED_OVER,
    *_sue("detention_order", "Deportation", made_on=lambda scene: scene.today.isoformat()),
    *_court(("order_stay", _LIFTED)),
)
DIED_SUING = (*STAYED, *on("Circumstances", "record_death"))

SUSPECTED = (*NOTHING_AGAINST, *on("CriminalCase", ("begin_proceedings", {"standing": "suspect"})))
NOT_INDICTED = (*SUSPECTED, *on("CriminalCase", ("end_proceedings", {"how": "not_indicted"})))
BY_POLICE_ALONE = (
    *ORDER_OUT,
    *on("CriminalCase", ("begin_proceedings", {"standing": "suspect", "immigration_crime": True})),
    *on("Detention", ("record_criminal_custody", {"custodian": "police", "immigration_crime_alone": True})),
    *on("CriminalCase", ("end_proceedings", {"how": "not_indicted"})),
)
TRAINED = (*SUSPECTED, *on("CriminalCase", "indict", "send_to_training", "report_release", "record_release"))
_PRISON = {"months": 24, "suspension": "none", "unsuspended_months": None}
SENTENCED = (*SUSPECTED, *on("CriminalCase", "indict", ("pronounce", _PRISON), "become_final"))
SERVING = (*SENTENCED, *on("CriminalCase", "begin_service", "give_leave", "withdraw_leave"))
RELEASED = (*SERVING, *on("CriminalCase", "report_release", ("record_release", {"kind": "term_served"})))
SUSPENDED = (*SUSPECTED, *on("CriminalCase", "indict", ("pronounce", {**_PRISON, "suspension": "whole"})))
SUSPENSION_GONE = (*SUSPENDED, *on("CriminalCase", "become_final", "revoke_suspension"))
_RESTRICTED = ("impose_restriction", {"last_day": _a_week_on})
RESTRICTED = (*later(days=500), *HELD_UNDER_ORDER, *on("CriminalCase", "begin_proceedings", _RESTRICTED))
RESTRICTION_OVER = (*RESTRICTED, *later(days=9))
RESTRICTION_LIFTED = (*RESTRICTED, *on("CriminalCase", "lift_restriction"))
TAKEN_TO_PRISON = (
    *HANDED_OVER,
    *on("CriminalCase", ("take_up_sentence", {"service": "being_served"})),
    *on("Detention", ("record_criminal_custody", {"custodian": "prison"}), "end_criminal_custody"),
)
TRAINING = (*NOTHING_AGAINST, *on("CriminalCase", "begin_training"))

REPORTED = (*HOLDS_STATUS, *on("StatusRevocation", ("report_facts", _INACTIVE), "inquire", "find_facts"))
DROPPED = (*REPORTED, *on("StatusRevocation", "drop"))
APPOINTED = (*REPORTED, *on("StatusRevocation", ("appoint_hearing", {"hearing_at": _hearing_in_weeks})))
NOT_FOUND = (*APPOINTED, *on("StatusRevocation", "record_failed_service", "post_public_notice"))
TAKEN_DOWN = (*NOT_FOUND, *on("StatusRevocation", "take_down_notice", "record_arrival_of_mail"))
POSTED = (*NOT_FOUND, *later(days=15))
TOLD_ORALLY = (*APPOINTED, *on("StatusRevocation", "notify_orally"))
NOTIFIED = (*APPOINTED, *on("StatusRevocation", "deliver"))
ASKED_FOR = (
    *NOTIFIED,
    *on("StatusRevocation", "ask_for_new_date", "keep_date", "ask_for_agent_instead", "decide_agent"),
    *on("StatusRevocation", "admit_interested_person", "ask_for_access", "decide_access"),
    *on("StatusRevocation", ("change_date", {"hearing_at": _in_a_minute}), "tell_new_date"),
)
HEARD = (*NOTIFIED, *later(days=41), *on("StatusRevocation", ("hear", {"continues_at": None})))
ABSENT = (*NOTIFIED, *later(days=41), *on("StatusRevocation", ("record_absence", {"just_cause": False})))
TO_DECIDE = (*HEARD, *on("StatusRevocation", "report_hearing"))
NOT_REVOKED = (*TO_DECIDE, *on("StatusRevocation", "decide_not_to_revoke", "tell_not_revoked"))
REVOKED = (*TO_DECIDE, *on("StatusRevocation", "revoke"))
REWRITTEN = (*REVOKED, *on("StatusRevocation", "rewrite_last_day"))
REVOKED_BY_NOTICE = (*REVOKED, *on("StatusRevocation", "post_public_notice"), *later(days=15))
SERVED = (*REVOKED, *on("StatusRevocation", "deliver"))
LEFT_IN_TIME = (*SERVED, *on("Circumstances", "record_departure"))
STAYED_ON = (*SERVED, *later(days=40))
DECLINED = (*STAYED_ON, *on("StatusRevocation", "decline_investigation"))
INVESTIGATED = (*STAYED_ON, *on("StatusRevocation", "investigate"))
INVESTIGATED_ELSEWHERE = (*STAYED_ON, *on("Deportation", ("investigate", {"grounds": _arisen("24(ii-4)")})))
ANNULLED = (*SERVED, *on("StatusRevocation", "record_annulment"))
STATUS_AGAIN = (*SERVED, *RECOGNISED)
RECOGNISED_MEANWHILE = (*REPORTED, *RECOGNISED[:3])
OF_RECOGNISED = (
    *HOLDS_STATUS,
    *RECOGNISED[:3],
    *on("StatusRevocation", ("report_facts", {"grounds": ["61-2-11(1)"]})),
    *on("RecognitionRevocation", "report_ground", ("revoke", {"instructs_on_review": True}), "certify_receipt"),
)
_INVESTIGATED_TO_WINDOW = (
    *on("Deportation", "notify", ("screen", {"outcome": "detention"})),
    *on("Detention", "issue_detention_order", ("detain", {"urgency": None})),
    *on("Deportation", "hand_over_person", ("find", {"outcome": "deportable"}), "certify_finding_received"),
    *on("Deportation", "accept_finding"),
)
PERMITTED_TO_STAY = (
    *SERVED,
    *on("Deportation", ("investigate", {"grounds": [{"ground": "24(iv)(ro)", "since": "2023-12-01"}]})),
    *_INVESTIGATED_TO_WINDOW,
    *on("SpecialPermission", "consider_on_own_motion", "grant"),
)

REFUGE_APPLIED = on("TemporaryRefuge", "apply", "take_identification")
REFUGE_REFUSED = (*REFUGE_APPLIED, *on("TemporaryRefuge", "refuse"))
REFUGE_WITHDRAWN = (*REFUGE_APPLIED, *on("TemporaryRefuge", "withdraw"))
LANDED = (*REFUGE_APPLIED, *on("TemporaryRefuge", ("permit", {"conditions": ["18(5)(iv)"]})))
REFUGE_STATUS = (*LANDED, *on("TemporaryRefuge", "apply_for_status", "grant_status", "hand_over_status"))
REFUGE_NO_STATUS = (*LANDED, *on("TemporaryRefuge", "apply_for_status", "refuse_status", "record_flight"))
REFUGE_OVER = (*LANDED, *later(days=190))
REFUGE_INVESTIGATED = (*REFUGE_OVER, *on("TemporaryRefuge", "investigate"))
REFUGE_NOT_INVESTIGATED = (*REFUGE_OVER, *on("TemporaryRefuge", "decline_investigation"))
REFUGE_FOUND_ELSEWHERE = (*REFUGE_OVER, *on("Deportation", ("investigate", {"grounds": _arisen("24(vi)")})))
_KEPT = on("Circumstances", "keep", ("record_stays", {"stays": []}), ("record_sentences", {"sentences": []}))
REFUGE_RECOGNISED = (*REFUGE_OVER, *_KEPT, *RECOGNISED)
REFUGE_PERMITTED = (
    *LANDED,
    *_KEPT,
    *on("Circumstances", ("record_court_stays", {"stays": []}), ("record_proceedings", {"proceedings": []})),
    *on("Deportation", ("investigate", {"grounds": [{"ground": "24(iv)(ro)", "since": "2023-12-01"}]})),
    *_INVESTIGATED_TO_WINDOW,
    *on("SpecialPermission", "consider_on_own_motion", "grant"),
)
REFUGE_LEFT = (*LANDED, *_KEPT, *on("Circumstances", "record_departure"))

STATUS: dict[str, Way] = {
    "court_sued": SUED,
    "court_no_stay": NO_STAY,
    "court_stayed": STAYED,
    "court_stay_over": STAY_OVER,
    "court_varied": VARIED,
    "court_appealed": APPEALED,
    "court_objected": OBJECTED,
    "court_set_aside": SET_ASIDE,
    "court_won": WON,
    "court_carried_out": CARRIED_OUT,
    "court_refusal_gone": REFUSAL_GONE,
    "court_lost": LOST,
    "court_suit_ended": SUIT_ENDED,
    "court_detention_stayed": DETENTION_STAYED,
    "court_died_suing": DIED_SUING,
    "criminal_suspected": SUSPECTED,
    "criminal_not_indicted": NOT_INDICTED,
    "criminal_by_police_alone": BY_POLICE_ALONE,
    "criminal_trained": TRAINED,
    "criminal_training": TRAINING,
    "criminal_sentenced": SENTENCED,
    "criminal_serving": SERVING,
    "criminal_released": RELEASED,
    "criminal_suspension_gone": SUSPENSION_GONE,
    "criminal_restricted": RESTRICTED,
    "criminal_restriction_over": RESTRICTION_OVER,
    "criminal_restriction_lifted": RESTRICTION_LIFTED,
    "criminal_taken_to_prison": TAKEN_TO_PRISON,
    "status_reported": REPORTED,
    "status_dropped": DROPPED,
    "status_appointed": APPOINTED,
    "status_not_found": NOT_FOUND,
    "status_taken_down": TAKEN_DOWN,
    "status_posted": POSTED,
    "status_told_orally": TOLD_ORALLY,
    "status_notified": NOTIFIED,
    "status_asked_for": ASKED_FOR,
    "status_heard": HEARD,
    "status_absent": ABSENT,
    "status_to_decide": TO_DECIDE,
    "status_not_revoked": NOT_REVOKED,
    "status_revoked": REVOKED,
    "status_rewritten": REWRITTEN,
    "status_revoked_by_notice": REVOKED_BY_NOTICE,
    "status_served": SERVED,
    "status_left_in_time": LEFT_IN_TIME,
    "status_stayed_on": STAYED_ON,
    "status_declined": DECLINED,
    "status_investigated": INVESTIGATED,
    "status_investigated_elsewhere": INVESTIGATED_ELSEWHERE,
    "status_annulled": ANNULLED,
    "status_again": STATUS_AGAIN,
    "status_recognised_meanwhile": RECOGNISED_MEANWHILE,
    "status_of_recognised": OF_RECOGNISED,
    "status_permitted_to_stay": PERMITTED_TO_STAY,
    "refuge_applied": REFUGE_APPLIED,
    "refuge_refused": REFUGE_REFUSED,
    "refuge_withdrawn": REFUGE_WITHDRAWN,
    "refuge_landed": LANDED,
    "refuge_status": REFUGE_STATUS,
    "refuge_no_status": REFUGE_NO_STATUS,
    "refuge_over": REFUGE_OVER,
    "refuge_investigated": REFUGE_INVESTIGATED,
    "refuge_not_investigated": REFUGE_NOT_INVESTIGATED,
    "refuge_found_elsewhere": REFUGE_FOUND_ELSEWHERE,
    "refuge_recognised": REFUGE_RECOGNISED,
    "refuge_permitted": REFUGE_PERMITTED,
    "refuge_left": REFUGE_LEFT,
}
"""By name."""
