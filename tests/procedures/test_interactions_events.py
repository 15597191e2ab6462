"""LAW 12.2 as a table: what befalls a person, and what becomes of every procedure that is under way then."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from engine.case import Case
from law.finding import Answer
from tests.procedures import interaction_worlds as world
from tests.procedures.custody_story import copy
from tests.procedures.desk import Desk, jst
from tests.procedures.interaction_story import (
    CLERK,
    ICO,
    PLAN,
    SII,
    Standing,
    apply,
    at_stage,
    cases,
    do,
    last,
    refuse,
    standing,
)
from tests.procedures.interaction_worlds import LIVES, NOON, live
from tests.procedures.stories import RECEIPT
from workflows.procedures import PROCEDURES

Step = Callable[[Desk], None]
ALL = tuple(LIVES)
AT_LIBERTY_OR_HELD = tuple(one for one in LIVES if one not in ("on_trial", "serving"))
APPLICANTS = tuple(one for one in LIVES if one not in ("staying", "recognised", "refugee"))
REVIEWED = (*APPLICANTS, "staying")
STATUS_LESS = tuple(one for one in LIVES if one not in ("staying", "refugee", "holder", "refuge"))
WITHOUT_ORDER = (
    "taken",
    "detained",
    "sponsored",
    "order_due",
    "released",
    "recognised",
    "to_leave",
    "returned",
    "on_trial",
)
STAYING = (*WITHOUT_ORDER, "staying")
IN_CUSTODY = ("taken", "detained", "sponsored", "order_due", "released", "held_under_order", "pressed", "staying")
ORDERED = ("held_under_order", "pressed")
SPONSORED = ("sponsored", "order_due", "pressed")
YES, NO = Answer.YES, Answer.NO


def nothing(one: Desk) -> None:
    """Nothing is to be prepared."""


@dataclass(frozen=True)
class Event:
    """An event of LAW 12.2.

    Args:
        lives: in which lives it can happen.
        happens: the event.
        prepared: what comes before it, where a life has to be brought to it.
        at: when the cases are looked at; `before` where time itself is the event.
        stop: whether an application stops removal before and after it, of who has no status.
    """

    lives: tuple[str, ...]
    happens: Step
    prepared: Step = nothing
    at: str = NOON
    before: str = ""
    stop: tuple[Answer, Answer] | None = None


def _after_waiver(one: Desk) -> None:
    world.may_be_permitted(one)
    world.permission_is_decided_against(one)


def _withdrawn(one: Desk) -> None:
    world.applies(one)
    world.withdraws(one)


AFTER_REVIEW = "2025-07-03T12:00"
NEXT_DAY = "2025-06-05T12:00"
EVENTS: dict[str, Event] = {
    # leaving
    "departs": Event(ALL, world.departs),
    "dies": Event(ALL, world.dies),
    # criminal proceedings
    "arrested": Event(AT_LIBERTY_OR_HELD, world.is_arrested),
    "restricted": Event(ALL, world.is_restricted),
    "lifted": Event(ALL, world.restriction_is_lifted, world.is_restricted, NEXT_DAY),
    "custody_ends": Event(IN_CUSTODY, world.criminal_custody_ends, world.is_in_criminal_custody, NEXT_DAY),
    # courts
    "stay_removal": Event(ORDERED, world.stays("removal")),
    "stay_execution": Event(ORDERED, world.stays("execution")),
    "stay_effect": Event(ORDERED, world.stays("effect")),
    "stay_ends": Event(ORDERED, world.stay_ends, world.stays("execution"), NEXT_DAY),
    # recognition
    "refusal_arrives": Event(APPLICANTS, world.refusal_arrives, world.is_refused, stop=(YES, YES)),
    "undelivered": Event(APPLICANTS, world.refusal_is_not_delivered, world.is_refused, stop=(YES, YES)),
    "review_in_time": Event(
        APPLICANTS, world.asks_in_time, world.is_open_to_review, "2025-06-11T17:00", stop=(YES, YES)
    ),
    "review_late": Event(APPLICANTS, world.asks_late, world.is_open_to_review, "2025-06-30T17:00", stop=(NO, YES)),
    "review_withdrawn": Event(REVIEWED, world.withdraws_review, world.is_under_review, AFTER_REVIEW, stop=(YES, NO)),
    "review_dismissed": Event(
        REVIEWED, world.review_ends("dismissed"), world.is_under_review, AFTER_REVIEW, stop=(YES, NO)
    ),
    "review_annulled": Event(
        REVIEWED, world.review_ends("annulled"), world.is_under_review, AFTER_REVIEW, stop=(YES, YES)
    ),
    "review_recognised": Event(
        REVIEWED,
        world.review_ends("recognised", recognised_as="refugee"),
        world.is_under_review,
        AFTER_REVIEW,
        stop=(YES, YES),
    ),
    "withdrawn": Event(APPLICANTS, world.withdraws, world.applies, stop=(YES, NO)),
    "applies_anew": Event(APPLICANTS, world.applies_anew, _withdrawn, NEXT_DAY, stop=(NO, YES)),
    "status_refused": Event(STATUS_LESS, world.status_is_refused, world.is_recognised, stop=(YES, NO)),
    "status_granted": Event(STATUS_LESS, world.status_is_granted, world.is_recognised),
    # provisional stay
    "delivered": Event(WITHOUT_ORDER, world.stay_is_delivered, world.stay_is_permitted, stop=(YES, YES)),
    "stay_revoked": Event(STAYING, world.stay_is_revoked, world.stays_on, NEXT_DAY, stop=(YES, YES)),
    "stay_over": Event(
        STAYING, world.time_passes, world.stays_on, "2025-11-29T00:00", "2025-11-28T23:59", stop=(YES, YES)
    ),
    # status
    "status_lapses": Event(("holder",), world.status_lapses, stop=(NO, YES)),
    "status_revoked": Event(
        ("holder",), world.revocation_is_served, world.status_is_to_be_revoked, "2025-06-13T12:00", stop=(NO, YES)
    ),
    # the order, the departure order, special permission
    "order_issued": Event(("order_due", "released", "on_trial"), world.order_issues, world.is_accepted),
    "order_withdrawn": Event((*ORDERED, "serving"), world.order_is_withdrawn),
    "departure_ordered": Event(("detained", "released"), world.departure_is_ordered, world.is_eligible),
    "departure_missed": Event(ALL, world.time_passes, at="2025-06-18T00:00", before="2025-06-17T23:59"),
    "departure_revoked": Event(("to_leave",), world.departure_order_is_revoked),
    "permission_granted": Event(
        ("detained", "sponsored", "released", "on_trial"), world.permission_is_granted, world.may_be_permitted
    ),
    "permission_refused": Event(
        ("detained", "sponsored", "released", "on_trial"), world.permission_is_decided_against, world.may_be_permitted
    ),
    "refusal_received": Event(
        ("detained", "sponsored", "released", "on_trial"), world.refusal_of_permission_arrives, _after_waiver
    ),
    # custody
    "sponsored": Event(("taken", "detained", "held_under_order"), world.sponsorship_is_decided),
    "deposit_awaited": Event(("taken", "detained", "held_under_order"), world.sponsorship_waits_for_deposit),
    "sponsorship_revoked": Event(SPONSORED, world.sponsorship_is_revoked),
    "sponsor_dies": Event((*SPONSORED, "staying"), world.sponsor_dies),
    "sponsor_resigns": Event((*SPONSORED, "staying"), world.sponsor_resigns),
    "sponsor_cancelled": Event(SPONSORED, world.sponsor_is_cancelled),
    "nobody_found": Event(
        (*SPONSORED, "staying"), world.time_passes, world.sponsor_dies, "2025-06-12T00:00", "2025-06-11T23:59"
    ),
    "released": Event(("detained", "held_under_order"), world.release_is_granted),
    "special_release": Event(("held_under_order",), world.special_release_is_given, world.removal_is_impossible),
    "disaster": Event(("taken", "detained", "held_under_order"), world.disaster_strikes),
    "time_used_up": Event(
        ("detained",), world.time_passes, world.sponsorship_waits_for_deposit, "2025-07-02T00:00", "2025-07-01T23:59"
    ),
    "three_months": Event(
        ("held_under_order",), world.time_passes, world.three_months_with_plan, "2025-09-02T00:00", "2025-09-01T23:59"
    ),
    "commanded": Event(("held_under_order",), world.commissioner_commands, world.review_finds_no, "2025-09-02T12:00"),
}


# The table. One row for each procedure, one column for each event, in the groups of EVENTS:
#   E  the case closes                       .  it goes on as it was: stage, clocks and duties
#   S  it stands still, its period keeps     O  it goes on otherwise: where, and what is owed, stands in MOVED
#   R  its effect or its period goes on      *  by life, as SOME says; elsewhere it goes on as it was
#   -  never met: no life of a person has both
TABLE: dict[str, str] = {
    #                         leaving
    #                         |  criminal
    #                         |  |    courts
    #                         |  |    |    recognition
    #                         |  |    |    |            provisional stay
    #                         |  |    |    |            |   status
    #                         |  |    |    |            |   |  order, departure order, special permission
    #                         |  |    |    |            |   |  |        custody
    "Circumstances": "        EE .... .... ............ ... .. ........ .............",
    "RefugeeApplication": "   EE .... ---- OOO-EEO*E-EE ... .. ---..--- ---..-.------",
    "ReviewRequest": "        EE .... ---- ----EEEE---- -.. -- ---.---- ---..-.------",
    "RecognitionRevocation": "EE ...- ---- ------------ --- -- ---.---- -------------",
    "ProvisionalStay": "      EE .... ---- ----EE..---- OEE -- ---.---- ---..-.------",
    "StatusGrant": "          *E ...- ---- ----------OO ... -- ---.---- -------------",
    "Deportation": "          EE .... .... ....**.....* *** -- OE-.-E.O .............",
    "Detention": "            EE O**O .**. ...........* *.* -- ***.-*.. O*O....OOOO..",
    "Treatment": "            EO E..- .... ............ ... -- -...-... E.-----EEE...",
    "DetentionReview": "      EE *... .... ...........E --- -- -E-.---- O......OO.-OO",
    "Sponsorship": "          ** .... .... ...........* ... -- O*E.-*.. OOOOOOO.E....",
    "WorkPermission": "       EE .... ---- ............ ... -- E--.-E.. --E....------",
    "ProvisionalRelease": "   EE *... .... ...........E ... -- O.*.-E.. E.-----OEE...",
    "SpecialPermission": "    EE .... ---- ...........E ... -- ---.-OOO ..-----.-..--",
    "Enforcement": "          EE .... .... ...........E --- -- -E-.---- ..........-..",
    "OwnExpenseDeparture": "  EE .... .... ...........E --- -- -E-.---- --.....------",
    "LandingDenial": "        .E ...- ---- ............ ... -- ---.---- -------------",
    "StatusRevocation": "     EE ...- ---- .......E..-- --- .O ---.---- -------------",
    "TemporaryRefuge": "      EE ...- ---- ..........-- --- -- ---.---- -------------",
    "DepartureOrder": "       EE ...- ---- ...-----...O ..- -- --OEO--- -------------",
    "CourtProceedings": "     .E .... OOOO ............ --- -- -.-.---- ..........-..",
    "CriminalCase": "         *E -..- ---- ............ ... -- ..-.-... -------------",
    "PenalOrder": "           EE .SR. SSSR ...SRR..RSRE --- -- -E-.---- --.....------",
    "PassportOrder": "        EE .SR. .SSR ...SRR..RSRE --- -- -E-.---- --.....------",
}
_PLACED = ("sponsored", "order_due", "pressed", "staying")
_ASKED = ("taken", "detained", "held_under_order")
_LEFT_OR_DIED = dict.fromkeys(_PLACED, "O") | dict.fromkeys(_ASKED, "E")
_BEFORE_ORDER = ("taken", "detained", "sponsored", "order_due", "released", "recognised", "returned", "on_trial")
SOME: dict[tuple[str, str], dict[str, str]] = {
    # a question that is asked is moot; a Sponsorship that took hold ends, and the Sponsor is told
    ("departs", "Sponsorship"): _LEFT_OR_DIED,
    ("dies", "Sponsorship"): _LEFT_OR_DIED,
    # the certificate is owed to somebody recognised who left; a status that was not given is not
    ("departs", "StatusGrant"): {"recognised": "E"},
    ("departs", "CriminalCase"): {"serving": "O"},
    # provisional release lifts detention: where none is left it is not pursued; one that runs stands aside
    ("arrested", "ProvisionalRelease"): dict.fromkeys(_ASKED, "E"),
    ("arrested", "DetentionReview"): {"held_under_order": "O"},
    ("restricted", "Detention"): dict.fromkeys(ORDERED, "O"),
    ("lifted", "Detention"): dict.fromkeys(ORDERED, "O"),
    ("stay_execution", "Detention"): {"held_under_order": "O"},
    ("stay_effect", "Detention"): {"held_under_order": "O"},
    # provisional stay ends with the application, and the period goes on that it stopped
    ("review_withdrawn", "Deportation"): {"staying": "R"},
    ("review_dismissed", "Deportation"): {"staying": "R"},
    # who holds a status needs none: the application is at its end
    ("review_recognised", "RefugeeApplication"): dict.fromkeys(REVIEWED, "O") | {"holder": "E", "refuge": "E"},
    ("status_granted", "Deportation"): dict.fromkeys(_BEFORE_ORDER, "E") | dict.fromkeys((*ORDERED, "serving"), "O"),
    ("status_granted", "Detention"): dict.fromkeys(_ASKED, "O") | {"released": "E"},
    ("status_granted", "Sponsorship"): dict.fromkeys(SPONSORED, "O") | dict.fromkeys(_ASKED, "E"),
    ("delivered", "Deportation"): {"sponsored": "S"},
    ("delivered", "Detention"): {"taken": "O", "detained": "O"},
    ("stay_revoked", "Deportation"): {"sponsored": "R", "staying": "R"},
    ("stay_over", "Deportation"): {"sponsored": "R", "staying": "R"},
    ("stay_over", "Detention"): {"released": "O"},
    # custody under the order is decided anew in the case of the release
    ("order_issued", "Detention"): {"order_due": "O"},
    ("order_withdrawn", "Detention"): {"held_under_order": "O", "pressed": "E"},
    ("order_withdrawn", "Sponsorship"): {"held_under_order": "E", "pressed": "O"},
    ("departure_ordered", "Detention"): {"detained": "O", "released": "E"},
    ("departure_ordered", "ProvisionalRelease"): {"released": "E"},
    ("permission_granted", "Detention"): {"detained": "O", "sponsored": "E", "released": "E"},
    ("permission_granted", "Sponsorship"): {"detained": "E", "sponsored": "O"},
    # 44: the 48 hours end with the decision, the 30 days run on
    ("deposit_awaited", "Detention"): {"taken": "S"},
}
Stand = tuple[str, frozenset[str]]


def at(stage: str, *owed: str) -> Stand:
    """At a stage, with what is owed newly."""
    return stage, frozenset(owed)


RELEASE_FROM = {
    "taken": at("detained_detention_order", "release_at_once"),
    "detained": at("detained_detention_order", "release_at_once"),
    "held_under_order": at("detained_deportation_order", "release_at_once"),
}
_TO_PERSON_AND_SPONSOR = at("lapsed", "tell_person", "tell_sponsor")
MOVED: dict[tuple[str, str], Stand | dict[str, Stand]] = {
    ("departs", "Sponsorship"): at("lapsed", "tell_sponsor"),
    ("departs", "CriminalCase"): at("serving", "record_letting_out"),
    ("dies", "Sponsorship"): at("lapsed", "tell_sponsor"),
    ("dies", "Treatment"): at("deceased", "tell_family", "see_to_burial"),
    ("arrested", "Detention"): at("criminal_custody"),
    ("arrested", "DetentionReview"): at("plan_owed"),
    ("restricted", "Detention"): {
        "held_under_order": at("detained_deportation_order", "release_at_once", "set_travel_conditions"),
        "pressed": at("sponsored_after_order", "set_travel_conditions"),
    },
    ("lifted", "Detention"): {
        "held_under_order": at("detained_deportation_order"),
        "pressed": at("sponsored_after_order"),
    },
    ("custody_ends", "Detention"): {
        "taken": at("free", "detain_person"),
        "detained": at("free", "detain_person"),
        "sponsored": at("sponsored_before_order"),
        "order_due": at("sponsored_before_order"),
        "staying": at("sponsored_before_order"),
        "released": at("provisional_release_detention_order"),
        "held_under_order": at("free", "remove_or_tell"),
        "pressed": at("sponsored_after_order"),
    },
    ("stay_removal", "CourtProceedings"): at("stayed"),
    ("stay_execution", "CourtProceedings"): at("stayed"),
    ("stay_effect", "CourtProceedings"): at("stayed"),
    ("stay_ends", "CourtProceedings"): at("pending"),
    ("stay_execution", "Detention"): RELEASE_FROM,
    ("stay_effect", "Detention"): RELEASE_FROM,
    ("refusal_arrives", "RefugeeApplication"): at("open_to_review"),
    ("undelivered", "RefugeeApplication"): at("refusal_to_be_served", "undelivered_refusal"),
    ("review_in_time", "RefugeeApplication"): at("under_review"),
    ("review_annulled", "RefugeeApplication"): at("examination", "decide_application"),
    ("review_recognised", "RefugeeApplication"): at("recognised"),
    ("status_refused", "StatusGrant"): at("certificate"),
    ("status_granted", "StatusGrant"): at("certificate"),
    ("status_granted", "Deportation"): at("ordered", "withdraw_order"),
    ("status_granted", "Detention"): RELEASE_FROM,
    ("status_granted", "Sponsorship"): at("in_force", "end_for_status"),
    ("status_granted", "DepartureOrder"): at("ordered", "end_departure_order_for_status"),
    ("delivered", "ProvisionalStay"): at("running"),
    ("delivered", "Detention"): RELEASE_FROM,
    ("stay_over", "Detention"): at("free", "weigh_custody"),
    ("status_revoked", "StatusRevocation"): at("staying_on", "consider_investigation"),
    ("order_issued", "Deportation"): at("ordered"),
    ("order_issued", "Detention"): at("free", "remove_or_tell"),
    ("order_issued", "Sponsorship"): _TO_PERSON_AND_SPONSOR,
    ("order_issued", "ProvisionalRelease"): at("order_meanwhile", "decide_custody_under_order"),
    ("order_withdrawn", "Detention"): RELEASE_FROM,
    ("order_withdrawn", "Sponsorship"): _TO_PERSON_AND_SPONSOR,
    ("departure_ordered", "Detention"): RELEASE_FROM,
    ("departure_ordered", "DepartureOrder"): at("ordered"),
    ("departure_revoked", "DepartureOrder"): at("revoked", "serve_departure_revocation", "take_back_departure_order"),
    ("permission_granted", "Detention"): RELEASE_FROM,
    ("permission_granted", "Sponsorship"): _TO_PERSON_AND_SPONSOR,
    ("permission_granted", "SpecialPermission"): at(
        "granted", "hand_over_permission_papers", "tell_supervising_inspector"
    ),
    ("permission_refused", "SpecialPermission"): at(
        "refused", "serve_special_permission_refusal", "tell_supervising_inspector"
    ),
    ("refusal_received", "SpecialPermission"): at("refused"),
    ("refusal_received", "Deportation"): at("order_due", "issue_order"),
    ("sponsored", "Detention"): {
        "taken": at("sponsored_before_order"),
        "detained": at("sponsored_before_order"),
        "held_under_order": at("sponsored_after_order"),
    },
    ("sponsored", "Sponsorship"): at("in_force", "hand_over_sponsorship_papers"),
    ("sponsored", "DetentionReview"): at("plan_owed"),
    ("deposit_awaited", "Sponsorship"): at("awaits_deposit", "hand_over_sponsorship_papers"),
    ("sponsorship_revoked", "Detention"): {
        "sponsored": at("free", "issue_detention_order"),
        "order_due": at("free", "issue_detention_order"),
        "pressed": at("free", "detain_person"),
    },
    ("sponsorship_revoked", "Sponsorship"): at("revoked", "hand_over_revocation", "take_back_notice", "tell_sponsor"),
    ("sponsor_dies", "Sponsorship"): at("in_force", "find_sponsor"),
    ("sponsor_resigns", "Sponsorship"): at("in_force", "find_sponsor"),
    ("sponsor_cancelled", "Sponsorship"): at("in_force", "find_sponsor"),
    ("nobody_found", "Sponsorship"): at("in_force", "revoke_sponsorship"),
    ("released", "Detention"): {
        "detained": at("provisional_release_detention_order"),
        "held_under_order": at("provisional_release_deportation_order"),
    },
    ("released", "ProvisionalRelease"): at("released"),
    ("released", "DetentionReview"): at("plan_owed"),
    ("special_release", "Detention"): at("special_release"),
    ("special_release", "DetentionReview"): at("plan_owed"),
    ("disaster", "Detention"): at("set_free_in_disaster", "take_back"),
    ("time_used_up", "Detention"): RELEASE_FROM,
    ("three_months", "DetentionReview"): at("under_review", "report_progress", "consider_sponsorship"),
    ("commanded", "DetentionReview"): at("commanded", "carry_out_command"),
}
OPENED: dict[str, dict[str, frozenset[str]]] = {
    "departs": dict.fromkeys(("held_under_order", "pressed", "to_leave", "serving"), frozenset({"LandingDenial"})),
    "arrested": dict.fromkeys(AT_LIBERTY_OR_HELD, frozenset({"CriminalCase"})),
    "restricted": dict.fromkeys(AT_LIBERTY_OR_HELD, frozenset({"CriminalCase"})),
    "review_in_time": dict.fromkeys(APPLICANTS, frozenset({"ReviewRequest"})),
    "review_late": dict.fromkeys(APPLICANTS, frozenset({"ReviewRequest"})),
    "review_recognised": dict.fromkeys(REVIEWED, frozenset({"StatusGrant"})),
    "applies_anew": dict.fromkeys(APPLICANTS, frozenset({"RefugeeApplication"})),
    # 24(viii), (ix): taken up at once, and after provisional stay where it ran
    "departure_missed": {"to_leave": frozenset({"Deportation"})},
    "departure_revoked": {"to_leave": frozenset({"Deportation"})},
    "stay_over": {"to_leave": frozenset({"Deportation"})},
    "order_issued": dict.fromkeys(("order_due", "released"), frozenset({"Enforcement"}))
    | {"on_trial": frozenset({"Enforcement", "Detention"})},
    "commanded": {"held_under_order": frozenset({"Sponsorship"})},
}
"""The cases that an event opens, by life."""
CELLS = [(name, life) for name, event in EVENTS.items() for life in event.lives]


@cache
def prepared(life: str, step: Step) -> Desk:
    """A life brought to where the event can happen."""
    one = live(life)
    step(one)
    return one


@cache
def happened(name: str, life: str) -> Desk:
    """A life after an event."""
    one = copy(prepared(life, EVENTS[name].prepared))
    EVENTS[name].happens(one)
    return one


def row(procedure: str) -> dict[str, str]:
    """The row of a procedure, by event."""
    return dict(zip(EVENTS, TABLE[procedure].replace(" ", ""), strict=True))


def test_every_procedure_has_a_row() -> None:
    """A procedure without a row, or a row without a cell for each event, is a gap in LAW 12.2."""
    assert set(TABLE) == {procedure.__name__ for procedure in PROCEDURES}
    assert all(set(row(procedure)) == set(EVENTS) for procedure in TABLE)


def test_every_procedure_is_alive_in_some_life() -> None:
    """What is never alive here is not looked at: each procedure meets at least the departure and the death."""
    alive = {case.procedure for life in LIVES for case in cases(live(life)).cases.values() if not case.stage.closed}
    assert alive == set(TABLE)


def test_nothing_is_left_out_of_the_table() -> None:
    """A dash stands exactly where no life has both the procedure and the event."""
    met = {(name, case.procedure) for name, life in CELLS for case in alive_before(name, life).values()}
    dashes = {(name, procedure) for procedure in TABLE for name, cell in row(procedure).items() if cell == "-"}
    assert met & dashes == set()
    assert met | dashes == {(name, procedure) for name in EVENTS for procedure in TABLE}


def alive_before(name: str, life: str) -> dict[str, Case[Any]]:
    """The last case of each procedure that is under way right before an event."""
    event = EVENTS[name]
    found = cases(prepared(life, event.prepared), event.before or event.at).cases.values()
    return {case.procedure: case for case in found if not case.stage.closed}


def cell(name: str, life: str, procedure: str) -> str:
    """What the table says of a procedure in a life."""
    found = row(procedure)[name]
    return SOME[name, procedure].get(life, ".") if found == "*" else found


def becomes(before: Standing, after: Standing, closed: bool, moved: Stand | None) -> str:
    """What became of a case, in the signs of the table."""
    (was, ran, owed, _), (now, runs, owes, _) = before, after
    if (was, ran, owed) == (now, runs, owes):
        return "."
    if closed:
        return "E"
    if now == "suspended" or ((was, owed) == (now, owes) and set(ran) - set(runs)):
        return "S"
    if was == "suspended" or ((was, owed) == (now, owes) and set(runs) - set(ran)):
        return "R"
    return "O" if moved == (now, owes - owed) else f"{now}, owing {sorted(owes - owed)}"


@pytest.mark.parametrize(("name", "life"), CELLS)
def test_an_event_does_to_each_procedure_what_its_row_says(name: str, life: str) -> None:
    """LAW 12.2: which cases close, stand still or go on, what is owed in them, and whether removal is stopped."""
    event = EVENTS[name]
    base, one = prepared(life, event.prepared), happened(name, life)
    before, after = standing(base, event.before or event.at), standing(one, event.at)
    stands = cases(one, event.at).cases
    for procedure, case in alive_before(name, life).items():
        moved = MOVED.get((name, procedure))
        target = moved.get(life) if isinstance(moved, dict) else moved
        found = becomes(before[case.id], after[case.id], stands[case.id].stage.closed, target)
        assert found == cell(name, life, procedure), procedure
    opened = {case.procedure for case in stands.values() if case.id not in before}
    assert opened == OPENED.get(name, {}).get(life, frozenset())
    if event.stop is not None:
        holds_status = life in ("holder", "refuge") and not name.startswith("status_")
        assert (stopped(base, event.before or event.at), stopped(one, event.at)) == (
            (NO, NO) if holds_status else event.stop
        )


def stopped(one: Desk, at: str) -> Answer:
    """Whether an application stops removal: 61-2-4(5), A-13, A-26; proved moments alone end it."""
    return cases(one, at).removal_stopped(jst(at)).value


CLOSES = {
    "arrested": "criminal_proceedings",
    "restricted": "travel_restriction",
    "stay_removal": "court_stay",
    "stay_execution": "court_stay",
    "stay_effect": "court_stay",
    "review_late": "late_review_undecided",
    "order_withdrawn": "no_order_in_force",
}
OPENS_AGAIN = {"lifted": "travel_restriction", "stay_ends": "court_stay"}


@pytest.mark.parametrize(("name", "life"), [one for one in CELLS if one[0] in CLOSES and one[1] in ORDERED])
def test_an_event_closes_the_gate_of_removal(name: str, life: str) -> None:
    """DT-01: the gate was open before, and its row says why it is closed."""
    event = EVENTS[name]
    base, one = prepared(life, event.prepared), happened(name, life)
    assert base.removal(event.at)[0] == "yes"
    assert one.removal(event.at)[0] == "no"
    assert CLOSES[name] in one.removal(event.at)[1]


@pytest.mark.parametrize(("name", "life"), [one for one in CELLS if one[0] in OPENS_AGAIN and one[1] in ORDERED])
def test_an_event_takes_its_ground_from_the_gate(name: str, life: str) -> None:
    """LAW 12.2: with the end of a stay or a restriction the suspended power is available again."""
    event = EVENTS[name]
    base, one = prepared(life, event.prepared), happened(name, life)
    assert OPENS_AGAIN[name] in base.removal(event.at)[1]
    assert OPENS_AGAIN[name] not in one.removal(event.at)[1]


# What moves in silence is seen.


def test_a_late_review_is_seen_by_whoever_is_on_board() -> None:
    """A-26: removal stops from the receipt of the request, also where the enforcement is older than the application."""
    one = at_stage("detained_under_order")
    refuse(one, apply(one, "2025-06-02T16:00"), "2025-06-03", "2025-06-04")
    day = "2025-06-30"
    do(one, "Enforcement", "plan_removal", f"{day}T08:00", ICO, **(PLAN | {"departs_on": day}))
    do(one, "Enforcement", "request_removal", f"{day}T09:00", ICO, plan=1)
    do(one, "Enforcement", "authorise_removal", f"{day}T10:00", SII, plan=1)
    do(one, "Enforcement", "board", f"{day}T10:05", ICO, plan=1)
    world.request_review(one, f"{day}T10:30", justifiable_reason="in hospital")
    assert "stop_removal" in one.duties(last(one, "Enforcement"))


def test_an_order_goes_on_when_a_late_review_is_rejected() -> None:
    """A-26, 55-2(2): the effect revives by itself when the rejection is served, not with whatever happens next."""
    one = copy(prepared("pressed", world.is_open_to_review))
    world.asks_late(one)
    assert one.stage(last(one, "PenalOrder")) == "suspended"
    world.decide_review(one, "2025-07-02", "rejected", rejected_because="late", lateness_excused=False)
    served = {"received_on": "2025-07-03", **RECEIPT}
    do(one, "ReviewRequest", "certify_service", "2025-07-03T12:00", CLERK, **served)
    assert one.stage(last(one, "PenalOrder")) == "in_force"
    assert one.stage(last(one, "PassportOrder")) == "in_force"
