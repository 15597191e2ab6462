"""Lives in which every procedure is under way, and the events of LAW 12.2 that meet them."""

from collections.abc import Callable
from functools import cache
from typing import Any

from law.facts import Custody
from tests.procedures.court_story import sue
from tests.procedures.custody_story import copy
from tests.procedures.departure_story import FOUND_ELIGIBLE
from tests.procedures.departure_story import PAPER as DEPARTURE
from tests.procedures.deportation_story import FOUND, SIGNED
from tests.procedures.deportation_story import detained as detained_on
from tests.procedures.desk import Desk, jst
from tests.procedures.interaction_story import (
    CLERK,
    HEAD,
    ICO,
    INSPECTOR,
    PERMANENT,
    RECORD,
    RI,
    SII,
    apply,
    at_stage,
    cases,
    do,
    grant_status,
    hand_over_status,
    known,
    last,
    reach,
    recognise,
    refuse,
    withdraw,
)
from tests.procedures.permission_story import GRANT as PERMISSION
from tests.procedures.permission_story import REFUSAL as NO_PERMISSION
from tests.procedures.release_story import GRANT as RELEASE
from tests.procedures.release_story import REQUEST
from tests.procedures.sponsorship_story import decision as sponsorship_decision
from tests.procedures.sponsorship_story import deposit
from tests.procedures.status_story import APPLICATION as ON_BOARD
from tests.procedures.status_story import AT_HOME, FACTS, HELD, NOTICE, PERMIT, decision
from tests.procedures.stay_story import NO_EXCLUSION, TERMS
from tests.procedures.stories import NAMED, OPINION, RECEIPT, REFUSED
from tests.procedures.test_work_permission import APPLICATION as WORK
from tests.procedures.test_work_permission import PERMISSION as MAY_WORK

MINISTER, COUNSELOR, COMMISSIONER = "minister", "refugee_adjudication_counselor", "commissioner"
NOON = "2025-06-04T12:00"
"""When the event happens, save where it needs another day."""


def let_stay(one: Desk, at: str) -> None:
    """Provisional stay for the last application, delivered."""
    one.open("ProvisionalStay", "examine", at, RI, application=last(one, "RefugeeApplication"))
    do(one, "ProvisionalStay", "find_exclusions", at, RI, **(NO_EXCLUSION | {"landed_on": at[:10]}))
    do(one, "ProvisionalStay", "permit", at, HEAD, last_day="2025-11-28", conditions=TERMS, content="terms")
    do(one, "ProvisionalStay", "hand_over_permit", at, INSPECTOR)


def request_review(one: Desk, at: str, **more: Any) -> str:
    """A review of the refusal of the last application is requested."""
    body = {"case": last(one, "RefugeeApplication"), "disposition": "refugee_refused", **more}
    return one.open("ReviewRequest", "request_review", at, CLERK, **body)


def decide_review(one: Desk, day: str, result: str, **more: Any) -> None:
    """The panel heard, and the Minister's decision, not served yet."""
    do(one, "ReviewRequest", "name_panel", f"{day}T09:00", MINISTER, **NAMED)
    do(one, "ReviewRequest", "receive_statement", f"{day}T09:30", CLERK, received_on=day)
    do(one, "ReviewRequest", "give_opinion", f"{day}T10:00", COUNSELOR, **OPINION)
    body = {"result": result, "reasons": "written", "gist_of_opinion": "the gist", **more}
    do(one, "ReviewRequest", "decide", f"{day}T11:00", MINISTER, **body)


# The lives. Each is told once, up to the morning of 4 June 2025.


def _taken() -> Desk:
    """Taken under a detention order and not handed over to the inspector yet; Sponsorship is asked for."""
    one = at_stage("notified")
    body = {"outcome": "detention", "sponsorship_considered": True, "reasons": "stated"}
    do(one, "Deportation", "screen", "2025-06-03T08:20", SII, **body)
    detained_on(one, "2025-06-03")
    one.open("Sponsorship", "request", "2025-06-03T09:00", CLERK, material=True)
    return one


def _detained() -> Desk:
    """Held under a detention order; Sponsorship, provisional release and special permission are asked for."""
    one = at_stage("detained")
    one.open("Sponsorship", "request", "2025-06-03T09:00", CLERK, material=True)
    one.open("ProvisionalRelease", "request", "2025-06-03T09:10", CLERK, **REQUEST)
    _ask_for_permission(one, "2025-06-03T09:20")
    return one


def _ask_for_permission(one: Desk, at: str) -> None:
    one.open("SpecialPermission", "apply", at, CLERK, deportation=last(one, "Deportation"), content="stated")


def _sponsored() -> Desk:
    """Under Sponsorship, the window of special permission open, at work with permission."""
    one = at_stage("window")
    one.open("WorkPermission", "apply", "2025-06-03T09:00", CLERK, **WORK)
    do(one, "WorkPermission", "permit", "2025-06-03T10:00", SII, **MAY_WORK)
    return one


def _order_due() -> Desk:
    """Accepted and special permission waived, at work with permission: the order is due."""
    one = _sponsored()
    do(one, "Deportation", "waive_special_permission", "2025-06-03T11:00", SII, signed=True, explained_in="English")
    return one


def _released() -> Desk:
    """On provisional release under a detention order."""
    one = at_stage("detained")
    one.open("ProvisionalRelease", "consider_on_own_motion", "2025-06-03T09:00", SII, reasons="ill")
    do(one, "ProvisionalRelease", "grant", "2025-06-03T10:00", SII, **(RELEASE | {"last_day": "2025-08-29"}))
    return one


def _held_under_order() -> Desk:
    """Held under the order, a removal planned, a suit pending; Sponsorship and provisional release are asked for."""
    one = at_stage("removal_planned")
    one.open("Sponsorship", "request", "2025-06-03T10:00", CLERK, material=True)
    one.open("ProvisionalRelease", "request", "2025-06-03T10:10", CLERK, **REQUEST)
    sue(one, last(one, "Deportation"), "2025-06-03T11:00")
    return one


def _pressed() -> Desk:
    """Under Sponsorship after the order: penal order, passport order, permission to leave at own expense, a suit."""
    one = at_stage("penal_order")
    passport: dict[str, Any] = {
        "acts": ["52(12)"],
        "last_day": "2025-06-30",
        "needed_for_removal": True,
        "period_reasonable": True,
    }
    one.open("PassportOrder", "command", "2025-06-03T12:00", SII, **passport, reasons="stated")
    do(one, "PassportOrder", "hand_over", "2025-06-03T12:10", SII)
    leave = {"destination": "TR", "planned_on": "2025-06-20"}
    one.open("OwnExpenseDeparture", "apply", "2025-06-03T13:00", CLERK, **leave, means="a ticket")
    do(one, "OwnExpenseDeparture", "permit", "2025-06-03T13:10", SII, **leave, reasons="stated")
    sue(one, last(one, "Deportation"), "2025-06-03T14:00")
    return one


def _staying() -> Desk:
    """On provisional stay while the three days for a hearing stand still; a review of the refusal is pending."""
    one = at_stage("open_to_hearing")
    application = apply(one, "2025-06-02T16:00")
    let_stay(one, "2025-06-02T16:10")
    refuse(one, application, "2025-06-03", "2025-06-03")
    request_review(one, "2025-06-03T16:00")
    return one


def _recognised() -> Desk:
    """Recognised, the status not decided yet; an investigation is under way."""
    one = at_stage("investigated")
    recognise(one, apply(one, "2025-06-02T16:00"), "2025-06-03")
    return one


def _refugee() -> Desk:
    """Recognised, with a status; whether to revoke recognition, and whether to revoke the status, is being examined."""
    one = known()
    recognise(one, apply(one, "2025-03-03T09:00"), "2025-03-10")
    grant_status(one, "2025-03-11")
    hand_over_status(one, "2025-03-12T10:00")
    ground: dict[str, Any] = {"application": last(one, "RefugeeApplication"), "grounds": ["i"], "facts": "became known"}
    one.open("RecognitionRevocation", "report_ground", "2025-06-03T09:00", RI, **ground)
    one.open("StatusRevocation", "report_facts", "2025-06-03T10:00", RI, grounds=["61-2-11(1)"], facts="stated")
    return one


def _holder() -> Desk:
    """A holder of a status who applied for recognition; whether to revoke the status is being examined."""
    one = known(status=True)
    apply(one, "2025-06-02T09:00")
    one.open("StatusRevocation", "report_facts", "2025-06-02T10:00", INSPECTOR, grounds=["22-4(1)(ii)"], facts="stated")
    do(
        one,
        "StatusRevocation",
        "find_facts",
        "2025-06-02T11:00",
        INSPECTOR,
        ground="22-4(1)(ii)",
        reasons="stated",
        **FACTS["22-4(1)(ii)"],
    )
    return one


def _refuge() -> Desk:
    """Landed for temporary refuge, applied for recognition."""
    one = Desk(known().procedures)
    one.open("TemporaryRefuge", "apply", "2025-06-02T08:00", INSPECTOR, **ON_BOARD)
    do(one, "TemporaryRefuge", "permit", "2025-06-02T09:00", INSPECTOR, **(PERMIT | {"last_day": "2025-12-01"}))
    kept = one.open("Circumstances", "keep", "2025-06-02T09:30", INSPECTOR)
    for name, (by, body) in RECORD.items():
        if name != "tell_removal":
            one.act(kept, name, "2025-06-02T10:00", by, **body)
    apply(one, "2025-06-03T09:00")
    return one


def _to_leave() -> Desk:
    """Ordered to leave by 17 June; applied for recognition."""
    one = at_stage("departure_order")
    apply(one, "2025-06-03T09:00")
    return one


def _returned() -> Desk:
    """Left under an order in June 2024 and came back in spite of the denial; investigated anew."""

    def begun() -> Desk:
        one = Desk(known().procedures)
        left: dict[str, Any] = {"on": "2024-07-10", "leaving": "removed", "grounds": ["24(iv)(ro)"], "before": False}
        one.open("LandingDenial", "record_leaving", "2024-07-11T09:00", INSPECTOR, **left, source="a file")
        kept = one.open("Circumstances", "keep", "2025-05-30T06:00", INSPECTOR)
        one.act(kept, "record_stays", "2025-05-30T06:10", INSPECTOR, stays=[])
        for name, (by, body) in RECORD.items():
            one.act(kept, name, "2025-05-30T06:30", by, **body)
        return one

    return reach("investigated", begun)


def _on_trial() -> Desk:
    """On trial and in criminal custody; the procedure goes on beside it."""
    return at_stage("beside_criminal_case")


def _serving() -> Desk:
    """Ordered out, then sentenced to two years that are being served; the prison holds the person."""
    one = at_stage("detained_under_order")
    told = {"content": "as decided"}
    one.open("CriminalCase", "begin_proceedings", "2025-06-03T09:00", ICO, standing="accused", **told)
    do(one, "Detention", "record_criminal_custody", "2025-06-03T09:10", ICO, custodian="prosecutor")
    do(one, "CriminalCase", "pronounce", "2025-06-03T10:00", ICO, months=24, suspension="none", **told)
    do(one, "CriminalCase", "become_final", "2025-06-03T10:10", ICO, final_on="2025-06-03")
    do(one, "CriminalCase", "begin_service", "2025-06-03T10:20", ICO)
    do(one, "Detention", "record_custodian", "2025-06-03T10:30", ICO, custodian="prison")
    return one


LIVES: dict[str, Callable[[], Desk]] = {
    "taken": _taken,
    "detained": _detained,
    "sponsored": _sponsored,
    "order_due": _order_due,
    "released": _released,
    "held_under_order": _held_under_order,
    "pressed": _pressed,
    "staying": _staying,
    "recognised": _recognised,
    "refugee": _refugee,
    "holder": _holder,
    "refuge": _refuge,
    "to_leave": _to_leave,
    "returned": _returned,
    "on_trial": _on_trial,
    "serving": _serving,
}


@cache
def _told(life: str) -> Desk:
    return LIVES[life]()


def live(life: str) -> Desk:
    """A life, told once and copied."""
    return copy(_told(life))


# The events of LAW 12.2.


def departs(one: Desk) -> None:
    """The person left Japan."""
    do(one, "Circumstances", "record_departure", NOON, INSPECTOR, on=NOON[:10])


def dies(one: Desk) -> None:
    """The person died."""
    do(one, "Circumstances", "record_death", NOON, INSPECTOR, on=NOON[:10])


def is_arrested(one: Desk) -> None:
    """Arrested and prosecuted for another crime."""
    one.open("CriminalCase", "begin_proceedings", NOON, ICO, standing="accused", content="as decided")
    if cases(one).custody_held is not None:
        do(one, "Detention", "record_criminal_custody", NOON, ICO, custodian="prosecutor")
    else:
        do(one, "Circumstances", "record_custody", NOON, ICO, custody="criminal_custody")


def is_restricted(one: Desk) -> None:
    """A criminal court restricts travel abroad; the person is not held."""
    if not cases(one).of("CriminalCase"):
        one.open("CriminalCase", "begin_proceedings", NOON, ICO, standing="accused", content="as decided")
    do(one, "CriminalCase", "impose_restriction", NOON, CLERK, ground="342-2", content="as decided")


def restriction_is_lifted(one: Desk) -> None:
    """And lifts it again."""
    do(one, "CriminalCase", "lift_restriction", "2025-06-05", CLERK, content="as decided")


def stays(scope: str) -> Callable[[Desk], None]:
    """A court orders a stay, as wide as it says."""

    def happens(one: Desk) -> None:
        body = {"scope": scope, "term": "lifted", "court": "district court"}
        do(one, "CourtProceedings", "order_stay", NOON, CLERK, **body)

    return happens


def stay_ends(one: Desk) -> None:
    """A change of circumstances: the court cancels its stay."""
    body = {"court": "district court", "content": "as decided"}
    do(one, "CourtProceedings", "cancel_for_change", "2025-06-05", CLERK, **body)


def applies(one: Desk) -> None:
    """An application is received, where none is pending."""
    if not any(case.stage == "examination" for case in cases(one).of("RefugeeApplication")):
        apply(one, "2025-06-04T09:00")


def is_refused(one: Desk) -> None:
    """The application refused; the refusal not received."""
    applies(one)
    do(one, "RefugeeApplication", "ask_commission", "2025-06-04T09:10", HEAD, asked_on="2025-06-04")
    do(one, "RefugeeApplication", "decide", "2025-06-04T09:20", HEAD, **REFUSED)


def refusal_arrives(one: Desk) -> None:
    """The refusal really received."""
    body = {"received_on": "2025-06-04", **RECEIPT}
    do(one, "RefugeeApplication", "certify_receipt", NOON, CLERK, **body)


def refusal_is_not_delivered(one: Desk) -> None:
    """The refusal could not be delivered."""
    body = {"tried_on": "2025-06-04", "way": "post", "failure": "unknown_address"}
    do(one, "RefugeeApplication", "record_failed_service", NOON, CLERK, **body)


def is_open_to_review(one: Desk) -> None:
    """Refused and received on 4 June: 11 June is the last day for a request."""
    is_refused(one)
    refusal_arrives(one)


def asks_in_time(one: Desk) -> None:
    """A review requested on the last day."""
    request_review(one, "2025-06-11T16:00")


def asks_late(one: Desk) -> None:
    """A review requested on 30 June, with a reason claimed for the delay."""
    request_review(one, "2025-06-30T16:00", justifiable_reason="in hospital")


def is_under_review(one: Desk) -> None:
    """A review is pending, and the panel was heard."""
    if not cases(one).of("ReviewRequest"):
        is_open_to_review(one)
        asks_in_time(one)


def withdraws_review(one: Desk) -> None:
    """The request for review withdrawn in writing."""
    do(one, "ReviewRequest", "withdraw", "2025-07-03T12:00", CLERK, in_writing=True)


def review_ends(result: str, **more: Any) -> Callable[[Desk], None]:
    """The Minister's decision on the review, served."""

    def happens(one: Desk) -> None:
        decide_review(one, "2025-07-02", result, **more)
        body = {"received_on": "2025-07-03", **RECEIPT}
        do(one, "ReviewRequest", "certify_service", "2025-07-03T12:00", CLERK, **body)

    return happens


def withdraws(one: Desk) -> None:
    """The application withdrawn in writing, found voluntary."""
    withdraw(one, last(one, "RefugeeApplication"), "2025-06-04")


def applies_anew(one: Desk) -> None:
    """Another application after the one that was withdrawn."""
    apply(one, "2025-06-05T09:00")


def is_recognised(one: Desk) -> None:
    """Recognised; the status not decided."""
    if not cases(one).of("StatusGrant"):
        applies(one)
        do(one, "RefugeeApplication", "ask_commission", "2025-06-04T09:10", HEAD, asked_on="2025-06-04")
        do(one, "RefugeeApplication", "decide", "2025-06-04T09:20", HEAD, outcome="refugee")


def status_is_refused(one: Desk) -> None:
    """The status refused for one of the two exceptions, and the refusal told."""
    do(one, "StatusGrant", "refuse_status", "2025-06-04T11:00", HEAD, barred_ground=True, reasons="24(iii-2)")
    do(one, "StatusGrant", "notify_refusal", NOON, CLERK, received_on="2025-06-04", **RECEIPT)


def status_is_granted(one: Desk) -> None:
    """The status granted, and the card handed over."""
    grant_status(one, "2025-06-04")
    hand_over_status(one, NOON)


def stay_is_permitted(one: Desk) -> None:
    """Provisional stay permitted, not delivered."""
    applies(one)
    one.open("ProvisionalStay", "examine", "2025-06-04T09:10", RI, application=last(one, "RefugeeApplication"))
    found = NO_EXCLUSION | {"landed_on": "2025-05-01"}
    do(one, "ProvisionalStay", "find_exclusions", "2025-06-04T09:20", RI, **found)
    terms = {"last_day": "2025-11-28", "conditions": TERMS, "content": "terms"}
    do(one, "ProvisionalStay", "permit", "2025-06-04T09:30", HEAD, **terms)


def stay_is_delivered(one: Desk) -> None:
    """The permit of provisional stay handed over."""
    do(one, "ProvisionalStay", "hand_over_permit", NOON, INSPECTOR)


def stays_on(one: Desk) -> None:
    """On provisional stay."""
    if not cases(one).of("ProvisionalStay"):
        stay_is_permitted(one)
        stay_is_delivered(one)


def stay_is_revoked(one: Desk) -> None:
    """Provisional stay revoked, the notice received."""
    body = {"conduct": ["61-2-6(iii)"], "reasons": "stated"}
    do(one, "ProvisionalStay", "revoke", "2025-06-05T09:00", HEAD, **body)
    received = {"received_on": "2025-06-05"}
    do(one, "ProvisionalStay", "certify_revocation_received", "2025-06-05T12:00", CLERK, **received)


def status_lapses(one: Desk) -> None:
    """It comes on record that the status ended with 3 June."""
    over = PERMANENT | {"until": "2025-06-03"}
    do(one, "Circumstances", "record_stays", NOON, INSPECTOR, stays=[over])


def status_is_to_be_revoked(one: Desk) -> None:
    """Heard, and the status revoked; the notice not served."""
    ground = "22-4(1)(ii)"
    body = {"grounds": [ground], "in_good_time": True} | NOTICE | {"hearing_at": "2025-06-10T10:00:00+09:00"}
    do(one, "StatusRevocation", "appoint_hearing", "2025-06-04T09:00", HEAD, **body)
    do(one, "StatusRevocation", "deliver", "2025-06-04T10:00", INSPECTOR, **AT_HOME)
    do(one, "StatusRevocation", "hear", "2025-06-10T10:30", INSPECTOR, **HELD)
    do(one, "StatusRevocation", "report_hearing", "2025-06-11", INSPECTOR, opinion="stated", claims="stated")
    do(one, "StatusRevocation", "revoke", "2025-06-12T10:00", HEAD, **decision(ground))


def revocation_is_served(one: Desk) -> None:
    """The notice of revocation delivered."""
    do(one, "StatusRevocation", "deliver", "2025-06-13T12:00", ICO, **AT_HOME)


def time_passes(one: Desk) -> None:
    """Nothing but time."""


def is_accepted(one: Desk) -> None:
    """Found deportable, accepted, special permission waived: the order is due."""
    if cases(one).of("Deportation")[-1].stage == "under_examination":
        day = "2025-06-04"
        do(one, "Deportation", "find", f"{day}T08:40", INSPECTOR, **FOUND)
        do(one, "Deportation", "certify_finding_received", f"{day}T09:00", CLERK, received_on=day)
        do(one, "Deportation", "accept_finding", f"{day}T10:00", SII, **SIGNED)
    if cases(one).of("SpecialPermission"):
        do(one, "SpecialPermission", "withdraw", "2025-06-04T10:30", CLERK)
    if cases(one).of("Deportation")[-1].stage == "window":
        do(one, "Deportation", "waive_special_permission", "2025-06-04T11:00", SII, **SIGNED)


def order_issues(one: Desk) -> None:
    """The deportation order issues."""
    do(one, "Deportation", "issue_order", NOON, SII, destination="IR", reasons="stated")


def order_is_withdrawn(one: Desk) -> None:
    """The deportation order is withdrawn."""
    do(one, "Deportation", "withdraw_order", NOON, SII, reasons="stated")


def is_eligible(one: Desk) -> None:
    """Found eligible for a departure order at the end of the examination."""
    do(one, "Deportation", "declare_wish_to_leave", "2025-06-04T08:00", INSPECTOR)
    do(one, "Deportation", "find", "2025-06-04T08:40", INSPECTOR, **FOUND_ELIGIBLE)


def departure_is_ordered(one: Desk) -> None:
    """Departure is ordered."""
    do(one, "DepartureOrder", "order_departure", NOON, SII, **(DEPARTURE | {"deadline": "2025-06-17"}))


def departure_order_is_revoked(one: Desk) -> None:
    """The departure order is revoked: paid work."""
    body = {"broken": ["50-52(iv)"], "fled": False, "reasons": "stated"}
    do(one, "DepartureOrder", "revoke", NOON, SII, **body)


def may_be_permitted(one: Desk) -> None:
    """The instances are over, and special permission is applied for."""
    if cases(one).of("Deportation")[-1].stage == "under_examination":
        day = "2025-06-04"
        do(one, "Deportation", "find", f"{day}T08:40", INSPECTOR, **FOUND)
        do(one, "Deportation", "certify_finding_received", f"{day}T09:00", CLERK, received_on=day)
        do(one, "Deportation", "accept_finding", f"{day}T10:00", SII, **SIGNED)
    if not cases(one).of("SpecialPermission"):
        _ask_for_permission(one, "2025-06-04T10:30")


def permission_is_granted(one: Desk) -> None:
    """Special permission to stay is granted."""
    do(one, "SpecialPermission", "grant", NOON, HEAD, **PERMISSION)


def permission_is_decided_against(one: Desk) -> None:
    """Special permission is refused, not received yet."""
    do(one, "SpecialPermission", "refuse", "2025-06-04T11:00", HEAD, **NO_PERMISSION)


def refusal_of_permission_arrives(one: Desk) -> None:
    """The refusal of special permission received."""
    do(one, "SpecialPermission", "certify_refusal_received", NOON, CLERK, received_on="2025-06-04")


def sponsorship_is_decided(one: Desk) -> None:
    """Sponsorship that was asked for is decided, without a deposit."""
    after = cases(one).order_in_force(jst(NOON)) is not None
    do(one, "Sponsorship", "decide", NOON, SII, **sponsorship_decision(after=after, notify_by="2025-08-29"))


def sponsorship_waits_for_deposit(one: Desk) -> None:
    """Sponsorship that was asked for is decided, with a deposit to be paid before the release."""
    after = cases(one).order_in_force(jst(NOON)) is not None
    terms: dict[str, Any] = {"notify_by": "2025-08-29", "deposit": deposit(due=None)}
    do(one, "Sponsorship", "decide", NOON, SII, **sponsorship_decision(after=after, **terms))


def sponsorship_is_revoked(one: Desk) -> None:
    """Sponsorship is revoked for a broken condition."""
    do(one, "Sponsorship", "revoke", NOON, SII, grounds=["condition_broken"], reasons="stated")


def sponsor_dies(one: Desk) -> None:
    """The Sponsor died."""
    do(one, "Sponsorship", "record_sponsor_death", NOON, CLERK, died_on="2025-06-04")


def sponsor_resigns(one: Desk) -> None:
    """The Sponsor resigns for the end of June."""
    do(one, "Sponsorship", "receive_resignation", NOON, CLERK, ends_on="2025-06-30", reasons="ill")


def sponsor_is_cancelled(one: Desk) -> None:
    """The selection of the Sponsor is cancelled for the end of June."""
    body = {"ground": "not_suitable", "ends_on": "2025-06-30", "reasons": "stated"}
    do(one, "Sponsorship", "cancel_selection", NOON, SII, **body)


def release_is_granted(one: Desk) -> None:
    """Provisional release that was asked for is granted."""
    do(one, "ProvisionalRelease", "grant", NOON, SII, **(RELEASE | {"last_day": "2025-08-29"}))


def removal_is_impossible(one: Desk) -> None:
    """Removal cannot be done at once; detention until it can is chosen."""
    do(one, "Detention", "tell_removal_impossible", "2025-06-04T10:00", ICO, reasons="no flight")
    body = {"outcome": "detention", "sponsorship_considered": True, "reasons": "stated"}
    do(one, "Detention", "screen_after_order", "2025-06-04T11:00", SII, **body)


def special_release_is_given(one: Desk) -> None:
    """Removal has plainly become impossible: special release."""
    terms = {"conditions": ["residence", "movement", "appearance", "no_work"], "content": "terms"}
    body = {"plainly_impossible": True, "reasons": "stated"} | terms
    do(one, "Detention", "release_specially", NOON, "centre_director", **body)


def disaster_strikes(one: Desk) -> None:
    """Set free in a disaster."""
    body = {"no_refuge_inside": True, "escort_impossible": True, "reasons": "earthquake"}
    do(one, "Detention", "set_free_in_disaster", NOON, "centre_director", **body)


def is_in_criminal_custody(one: Desk) -> None:
    """In criminal custody, the proceedings at their end."""
    if cases(one).custody is not Custody.CRIMINAL_CUSTODY:
        is_arrested(one)
    told = {"content": "as decided"}
    do(one, "CriminalCase", "end_proceedings", "2025-06-05T10:00", ICO, how="acquitted", **told)


def criminal_custody_ends(one: Desk) -> None:
    """Criminal custody ends without a hand-over."""
    do(one, "Detention", "end_criminal_custody", "2025-06-05T12:00", ICO)


def three_months_with_plan(one: Desk) -> None:
    """A departure plan is there, and a doctor examined the detainee."""
    do(one, "Treatment", "examine", "2025-06-04T11:00", "centre_director", examined_on="2025-06-04", result="well")
    body = {"drawn_up_on": "2025-06-04", "heard_on": "2025-06-04"}
    terms = {"obstacles": "stated", "hearing": "stated", "expected_end": "not foreseeable"}
    do(one, "DetentionReview", "draw_up_plan", NOON, ICO, **body, **terms)


def review_finds_no(one: Desk) -> None:
    """Three months reached, reported, considered with a no, and told to the Commissioner."""
    three_months_with_plan(one)
    weighed = {"risk_of_flight": "high", "risk_of_illegal_work": "low", "disadvantage_of_detention": "low"}
    do(one, "DetentionReview", "report_progress", "2025-09-02T09:00", ICO, hands_in_plan=True, progress="stated")
    no = {"appropriate": False, "reasons": "stated"} | weighed
    do(one, "DetentionReview", "consider", "2025-09-02T10:00", SII, **no)
    do(one, "DetentionReview", "tell_commissioner", "2025-09-02T11:00", SII, reasons="stated")


def commissioner_commands(one: Desk) -> None:
    """The Commissioner commands Sponsorship."""
    do(one, "DetentionReview", "command_sponsorship", "2025-09-02T12:00", COMMISSIONER, reasons="stated")
