"""Worked cases of today, whatever the day: their clocks have just run out, or somebody boards at this moment."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

from law.clock_rule import ClockRule
from law.clocks import (
    HEARING_REQUEST,
    OBJECTION,
    PUBLIC_NOTICE_OF_REVIEW_DECISION,
    REVIEW_REQUEST,
    SPECIAL_PERMISSION_WINDOW,
)
from law.holidays import is_administrative_holiday
from law.periods import JST, legal_day
from tests.stack.parity import Life, worked_lives

_DAY = timedelta(days=1)

_FOUND = """
scenario: %s
basis: 48(1)
people: {aung: {since: <received-90> 09:00, stays: [], sentences: []}}
steps:
  - {at: <received> 00:01, open: Deportation, as: deportation, by: immigration_control_officer,
     with: {grounds: [{ground: 24(iv)(ro), since: <received-99>}], reasons: stated}}
  - {at: <received> 00:02, act: notify, by: immigration_control_officer, with: {reasons: stated}}
  - {at: <received> 00:03, act: screen, by: supervising_immigration_inspector,
     with: {outcome: sponsorship, sponsorship_considered: true, reasons: stated}}
  - {at: <received> 00:03:30, act: decide, case: Sponsorship, by: supervising_immigration_inspector,
     with: {weighed: {suspected: true, risks: {flight: low, destroying_evidence: none}, disadvantage: stated,
              other: stated, appropriate: true},
            sponsor: {reference: sponsor-1, kind: person, understands: true, consents: true, fit: true},
            terms: {conditions: [residence, prefecture, appearance, no_flight, no_destroying_evidence], residence:
              stated, area: stated}, notify_by: <notified>, reasons: stated}}
  - {at: <received> 00:04, act: hand_over_case, by: immigration_control_officer}
  - {at: <received> 00:05, act: find, by: immigration_inspector,
     with: {outcome: deportable, ground: 24(iv)(ro), tells_hearing: true, tells_special_permission: true,
           reasons: stated}}
  - {at: <received> 00:06, act: certify_finding_received, by: bureau_clerk, with: {received_on: <received>}}
"""

_HEARING = (
    _FOUND
    + """
  - {at: <now>, act: request_hearing, by: bureau_clerk, refused: wrong_stage, check: [{stage: silent_on_finding}]}
"""
)

_OBJECTION = (
    _FOUND
    + """
  - {at: <received> 00:07, act: request_hearing, by: bureau_clerk}
  - {at: <received> 00:08, act: appoint_hearing, by: special_inquiry_officer,
     with: {held_at: <received>T00:09:00+09:00, place: room 1}}
  - {at: <received> 00:09, act: hold_hearing, by: special_inquiry_officer,
     with: {suspect_attended: true, record: stated}}
  - {at: <received> 00:10, act: decide_hearing, by: special_inquiry_officer,
     with: {outcome: deportable, tells_objection: true, tells_special_permission: true, reasons: stated}}
  - {at: <received> 00:11, act: certify_decision_received, by: bureau_clerk, with: {received_on: <received>}}
  - {at: <now>, check: [{stage: silent_on_decision}, {act: object, blocked_by: 49(1)}]}
"""
)

_WINDOW = (
    _FOUND
    + """
  - {at: <received> 00:07, act: accept_finding, by: supervising_immigration_inspector,
     with: {signed: true, explained_in: English}}
  - {at: <now>, act: issue_order, by: supervising_immigration_inspector, with: {destination: XA, reasons: stated},
     check: [{stage: ordered}]}
"""
)

_REFUSED = """
scenario: %s
basis: 61-2-12(2)
people: {aung: {since: <received-90> 09:00, stays: []}}
steps:
  - {at: <received-60> 10:00, open: RefugeeApplication, as: first, by: bureau_clerk,
     with: {kind: refugee, material_came_with_it: false}}
  - {at: <received-9> 10:00, act: ask_commission, case: first, by: regional_bureau_head,
     with: {asked_on: <received-9>}}
  - {at: <received-9> 11:00, act: decide, case: first, by: regional_bureau_head,
     with: {outcome: refugee_refused, reasons: written, protection_assessment: written, instructs_on_review: true}}
"""

_REVIEW = (
    _REFUSED
    + """
  - {at: <received> 00:01, act: certify_receipt, case: first, by: bureau_clerk,
     with: {received_on: <received>, way: handed_over, reached_the_person: true}}
  - {at: <now>, check: [{case: first, stage: finally_refused}, {case: first, fact: ApplicationEnded}]}
"""
)

_NOTICE = (
    _REFUSED
    + """
  - {at: <received-8> 10:00, act: certify_receipt, case: first, by: bureau_clerk,
     with: {received_on: <received-8>, way: handed_over, reached_the_person: true}}
  - {at: <received-8> 11:00, open: ReviewRequest, as: review, by: bureau_clerk,
     with: {case: $first, disposition: refugee_refused}}
  - at: <received-5> 09:00
    act: name_panel
    case: review
    by: minister
    with:
      counselors:
        - {reference: a, is_head: true, conflicts: []}
        - {reference: b, is_head: false, conflicts: []}
        - {reference: c, is_head: false, conflicts: []}
      assistant: an inquirer
      assistant_conflicts: []
      papers_shown: true
  - {at: <received-5> 10:00, act: receive_statement, case: review, by: bureau_clerk,
     with: {received_on: <received-5>}}
  - {at: <received-5> 11:00, act: give_opinion, case: review, by: refugee_adjudication_counselor,
     with: {signed_by: [a, b, c], views: [{counselors: [a, b, c], opinion: dismissed, reasons: stated}]}}
  - {at: <received-5> 12:00, act: decide, case: review, by: minister,
     with: {result: dismissed, reasons: stated, gist_of_opinion: stated}}
  - {at: <received-1> 09:00, act: record_failed_service, case: review, by: bureau_clerk,
     with: {tried_on: <received-1>, way: courier, failure: unknown_address}}
  - {at: <received> 00:01, act: post_public_notice, case: review, by: bureau_clerk,
     with: {posted_on: <received>, because: whereabouts_unknown, efforts: stated}}
  - {at: <now>, act: sign_off_public_notice, by: bureau_clerk/2, case: review, with: {reasons: stated},
     check: [{case: review, stage: ended}, {case: first, stage: finally_refused}]}
"""
)

_STAY = (
    _FOUND
    + """
  - {at: <received> 00:10, open: RefugeeApplication, as: application, by: bureau_clerk,
     with: {kind: refugee, material_came_with_it: false}}
  - {at: <received> 00:11, open: ProvisionalStay, as: stay, by: refugee_inquirer, with: {application: $application}}
  - {at: <received> 00:12, act: find_exclusions, case: stay, by: refugee_inquirer,
     with: {landed_on: <received-90>, inadmissible_on_entry: false, suspected_ground: false,
           plainly_not_from_convention_danger: false, flight_suspected: false, reasons: weighed}}
  - {at: <received> 00:13, act: permit, case: stay, by: regional_bureau_head,
     with: {last_day: <last>, conditions: [56-2(3)(i), 56-2(3)(ii), 56-2(3)(iii)], content: terms}}
  - {at: <received> 00:14, act: hand_over_permit, case: stay, by: immigration_inspector}
"""
)

_STAY_ENDS = (
    _STAY
    + """
  - {at: <now>, check: [{case: stay, stage: ended}, {case: deportation, fact: ProcedureResumed}]}
"""
)

_WORK_REPORT = (
    _STAY.replace("<last>", "<later>")
    + """
  - {at: <received> 00:15, act: apply_for_work, case: stay, by: bureau_clerk,
     with: {kind: paid_work, activity: kitchen, proof_of_need: true, proof_of_amount: true}}
  - {at: <received> 00:16, act: permit_work, case: stay, by: regional_bureau_head,
     with: {employer: e, activity: kitchen, within_living_needs: true, appropriate: true, report_by: <last>}}
  - {at: <now>, act: withdraw_work, case: stay, by: regional_bureau_head,
     with: {ground: condition_breached, reasons: no report},
     check: [{case: stay, stage: running}, {case: stay, fact: WorkReportMissed}]}
"""
)

_REMOVABLE = (
    _FOUND.replace(
        "sentences: []}",
        """sentences: [], security_ground: false, court_stays: [], proceedings: [],
          travel_restrictions: [], destination: {country: XA, permitted_by_53: true, accepts: true,
          persecution: false, torture_or_disappearance: false}}""",
    )
    + """
  - {at: <received> 00:07, act: accept_finding, by: supervising_immigration_inspector,
     with: {signed: true, explained_in: English}}
  - {at: <received> 00:08, act: waive_special_permission, by: supervising_immigration_inspector,
     with: {signed: true, explained_in: English}}
  - {at: <received> 00:09, act: issue_order, by: supervising_immigration_inspector,
     with: {destination: XA, reasons: stated}}
  - {at: <received> 00:10, act: show_order, by: immigration_control_officer}
  - {at: <received> 00:11, act: tell_removal, case: aung, by: immigration_control_officer,
     with: {notice: {told_on: <received>}}}
"""
)

_PLANNED = (
    _REMOVABLE
    + """
  - {at: <received> 00:12, act: plan_removal, case: Enforcement, by: immigration_control_officer,
     with: {kind: regular_flight, destination: XA, departs_on: <today>, transport: XA 101}}
  - {at: <received> 00:13, act: request_removal, case: Enforcement, by: immigration_control_officer, with: {plan: 1}}
"""
)

_BOARDED = (
    _PLANNED
    + """
  - {at: <now>, act: authorise_removal, case: Enforcement, by: supervising_immigration_inspector, with: {plan: 1}}
  - {at: <now>, act: board, case: Enforcement, by: immigration_control_officer, with: {plan: 1}}
"""
)

_REMOVED = (
    _BOARDED
    + """
  - {at: <now>, act: record_removed, case: Enforcement, by: immigration_control_officer, with: {on: <today>},
     check: [{case: Enforcement, stage: removed}, {case: LandingDenial, stage: to_be_found}]}
"""
)

_TAKEN_OFF = (
    _BOARDED
    + """
  - {at: <now>, open: RefugeeApplication, as: application, by: bureau_clerk,
     with: {kind: refugee, material_came_with_it: false}, check: [{case: Enforcement, fact: RemovalToBeStopped}]}
  - {at: <now>, act: record_failed_attempt, case: Enforcement, by: immigration_control_officer,
     with: {on: <today>, end: stopped, reasons: stated}, check: [{case: Enforcement, stage: pending}]}
"""
)

_TURNED_BACK = (
    _BOARDED
    + """
  - {at: <now>, act: record_failed_attempt, case: Enforcement, by: immigration_control_officer,
     with: {on: <today>, end: receiving_state_refused, reasons: stated},
     check: [{case: Enforcement, fact: ReceivingStateRefused}]}
"""
)

_CARRIER = (
    _REMOVABLE
    + """
  - {at: <received> 00:12, act: plan_removal, case: Enforcement, by: immigration_control_officer,
     with: {kind: carrier, destination: XA, departs_on: <today>, transport: AA 9,
            carrier: {name: Airline A, landed_on: <received-99>, knew: true}}}
  - {at: <received> 00:13, act: request_removal, case: Enforcement, by: immigration_control_officer, with: {plan: 1}}
  - {at: <now>, act: authorise_removal, case: Enforcement, by: supervising_immigration_inspector, with: {plan: 1}}
  - {at: <now>, act: hand_over_to_carrier, case: Enforcement, by: immigration_control_officer, with: {plan: 1}}
  - {at: <now>, act: record_ship_unavailable, case: Enforcement, by: immigration_control_officer,
     with: {reasons: stated}}
  - {at: <now>, act: name_other_ship, case: Enforcement, by: immigration_control_officer,
     with: {departs_on: <today>, transport: BB 1, reasons: stated}}
  - {at: <now>, act: waive_waiting_costs, case: Enforcement, by: supervising_immigration_inspector,
     with: {valid_passport: true, visa: true, in_full: true, reasons: stated}}
  - {at: <now>, act: record_carrier_failure, case: Enforcement, by: immigration_control_officer,
     with: {reasons: stated}, check: [{case: Enforcement, stage: pending}]}
"""
)

_FELL = (
    _PLANNED
    + """
  - {at: <now>, act: authorise_removal, case: Enforcement, by: supervising_immigration_inspector, with: {plan: 1}}
  - {at: <now>, act: find_destination, case: aung, by: supervising_immigration_inspector,
     with: {destination: {country: XB, permitted_by_53: true, accepts: true, persecution: false,
              torture_or_disappearance: false}, reasons: stated}, check: [{case: Enforcement, fact: PlanFell}]}
"""
)

_REMOVALS = {
    "Removed": _REMOVED,
    "Taken off board": _TAKEN_OFF,
    "Turned back": _TURNED_BACK,
    "The carrier failed": _CARRIER,
    "A plan fell": _FELL,
}


def lives_of_today(folder: Path, name: str, now: datetime) -> list[Life]:
    """Worked cases whose clocks have just run out, each begun as late as its period allows; and removals of today."""
    today = legal_day(now)
    last = _working_day(today - _DAY, -_DAY)
    designated = {"received": last - 30 * _DAY, "last": last, "later": _working_day(last + 90 * _DAY, _DAY)}
    ordered = {"received": today - 40 * _DAY, "today": today}
    texts = [
        _dated(_HEARING % "A hearing not requested", {"received": _last_start(HEARING_REQUEST, now)}, now),
        _dated(_OBJECTION % "No objection", {"received": _last_start(OBJECTION, now)}, now),
        _dated(_WINDOW % "The window closed", {"received": _last_start(SPECIAL_PERMISSION_WINDOW, now)}, now),
        _dated(_REVIEW % "No review requested", {"received": _last_start(REVIEW_REQUEST, now)}, now),
        _dated(_NOTICE % "Public notice", {"received": _last_start(PUBLIC_NOTICE_OF_REVIEW_DECISION, now)}, now),
        _dated(_STAY_ENDS % "The stay ran out", designated, now),
        _dated(_WORK_REPORT % "No report on work", designated, now),
        *(_dated(text % title, ordered, now) for title, text in _REMOVALS.items()),
    ]
    file = folder / "today.yaml"
    file.write_text("---".join(texts), encoding="utf-8")
    return worked_lives(file, name)


def _last_start(rule: ClockRule, now: datetime) -> date:
    """The latest day of an event whose period has run out."""
    day = legal_day(now)
    while rule.ends(day).value > now:
        day -= _DAY
    return day


def _working_day(day: date, step: timedelta) -> date:
    while is_administrative_holiday(day):
        day += step
    return day


def _dated(text: str, days: dict[str, date], now: datetime) -> str:
    """Fill in `<day>`, `<day-9>` (nine days before it), `<now>`, and `<notified>`, a working day some weeks ahead.

    Sponsorship may begin 40 days before today, and the first notification is due within three months of that.
    """
    days = {**days, "notified": _working_day(legal_day(now) + 40 * _DAY, -_DAY)}

    def filled(mark: re.Match[str]) -> str:
        return (days[mark[1]] - int(mark[2] or 0) * _DAY).isoformat()

    text = text.replace("<now>", now.astimezone(JST).strftime("%Y-%m-%d %H:%M:%S"))
    return re.sub(r"<(\w+)(?:-(\d+))?>", filled, text)
