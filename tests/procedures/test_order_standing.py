"""How the period of an order stands still and goes on: each cause, the days left, what proves later or is unknown."""

from datetime import date, timedelta
from typing import Any

import pytest

from engine.command import Kind, Outcome
from law.enforcement_clocks import ORDER_LOOK_AGAIN, PENAL_ORDER_PERIOD
from law.penal_order import PenalOrder
from tests.procedures.court_story import court, restricted, stay, sue
from tests.procedures.deportation_story import DESTINATION, accepted
from tests.procedures.desk import Desk, jst
from tests.procedures.orders_story import (
    CLERK,
    HEAD,
    NOTICE,
    SII,
    applied,
    circumstances,
    commanded,
    desk,
    facts,
    in_force,
    lapse,
    no_drift,
    position,
    restrictions,
    standing,
    stays,
    withdrawn,
)
from tests.procedures.stories import REFUSED, decide, decided, file, received, review, served
from tests.procedures.test_stay_restored import POSTED, stayed

Standing = tuple[str, date | None, int | None]
STILL = "suspended"


def stay_of(since: str, until: str | None = None, scope: str = "execution") -> dict[str, str]:
    """A court's stay as it is recorded."""
    ended = {} if until is None else {"until": f"{until}:00+09:00"}
    return {"scope": scope, "since": f"{since}:00+09:00", **ended}


def final(one: Desk, filed: str, decided_on: str, received_on: str) -> None:
    """An application that was refused and became final by silence."""
    case = applied(one, filed)
    decide(one, case, decided_on, **REFUSED)
    received(one, case, received_on)


MONTH_ENDS = [
    # in force, last day, stops, goes on, days left, new last day
    ("2025-06-09", "2025-06-30", "2025-06-20T10:00", "2025-08-12T10:00", 11, "2025-08-23"),
    ("2026-01-05", "2026-01-30", "2026-01-28T16:00", "2026-02-27T09:00", 3, "2026-03-02"),
    ("2028-01-05", "2028-01-31", "2028-01-29T16:00", "2028-02-28T09:00", 3, "2028-03-02"),
    ("2025-12-01", "2025-12-26", "2025-12-26T23:59", "2026-01-30T09:00", 1, "2026-01-31"),
    ("2025-06-09", "2025-06-30", "2025-06-09T12:00", "2025-07-01T12:00", 21, "2025-07-22"),
]


@pytest.mark.parametrize(("day", "last", "stops", "goes_on", "days", "new"), MONTH_ENDS)
def test_the_days_left_stand_still_and_go_on(
    day: str, last: str, stops: str, goes_on: str, days: int, new: str
) -> None:
    """A-09: the day of the stop is left whole, the day on which it goes on does not count; a closed last day stays.

    20 to 30 June are 11: 13 to 23 August, a Saturday. 28 to 30 January are 3: 28 February, 1 and 2 March; in the leap
    year 29 February, 1 and 2 March. On the last day one is left. On the day of the hand-over none is used: 21 of 21.
    """
    one = desk("2025-06-02")
    case = in_force(one, day, last_day=last)
    application = applied(one, stops)
    assert standing(one, case) == (STILL, None, days)
    assert standing(one, case, goes_on)[0] == STILL, "no time ends it"
    withdrawn(one, application, goes_on)
    assert standing(one, case) == ("in_force", date.fromisoformat(new), None)
    assert one.register.case(case).notices[-1].kind == "order_revival"
    assert one.stage(case, f"{new}T23:59") == "in_force"
    lapse(one, f"{date.fromisoformat(new) + timedelta(days=1)}T00:00")
    assert one.stage(case) == "period_over"
    no_drift(one)


def test_an_application_that_becomes_final_at_midnight_leaves_that_day_to_the_period() -> None:
    """Received Mon 7 July: day 7 is Mon 14; on Tue 15 at 00:00 the stop ends, and 11 days are 15 to 25 July."""
    one = desk()
    case = in_force(one)
    final(one, "2025-06-20T10:00", "2025-07-04", "2025-07-07")
    assert standing(one, case, "2025-07-14T23:59") == (STILL, None, 11)
    assert standing(one, case, "2025-07-15T00:00") == ("in_force", date(2025, 7, 25), None)
    assert standing(one, case, "2025-07-26T00:00")[0] == "period_over"


def test_a_refusal_alone_revives_nothing() -> None:
    """61-2-4(5)(i): refused, received, seven days: until they are over removal is stopped, and the order with it."""
    one = desk()
    case = in_force(one)
    application = applied(one, "2025-06-20T10:00")
    decide(one, application, "2025-07-04", **REFUSED)
    assert one.stage(case) == STILL
    received(one, application, "2025-07-07")
    review(one, application, "2025-07-10")
    assert standing(one, case, "2025-12-01")[0] == STILL


@pytest.mark.parametrize(
    ("material", "judged", "stage"),
    [(False, None, "in_force"), (True, None, STILL), (True, True, STILL), (True, False, "in_force")],
)
def test_a_third_application_suspends_only_with_sufficient_material(
    material: bool, judged: bool | None, stage: str
) -> None:
    """12.1, 61-2-9(4)(i): without material the order binds on; with material it stands still until a person says no."""
    one = desk("2025-01-14")
    final(one, "2025-01-20T10:00", "2025-02-03", "2025-02-04")
    final(one, "2025-03-03T10:00", "2025-03-24", "2025-03-25")
    case = in_force(one)
    third = applied(one, "2025-06-20T10:00", material_came_with_it=material)
    if judged is not None:
        one.act(third, "judge_material", "2025-06-24", HEAD, sufficient=judged, reasons="read")
    assert one.stage(case) == stage
    if judged is False:
        assert standing(one, case)[1] == date(2025, 7, 5), "11 days left on 20 June: 25 June to 5 July"
    assert one.stage(case, "2025-07-06") == ("period_over" if stage == "in_force" else STILL)


def test_it_may_stand_still_again_and_again() -> None:
    """11 days from 1 July are 2 to 12 July; stopped on the 7th, six are left; from 1 August they end on the 7th."""
    one = desk()
    case = in_force(one)
    first = applied(one, "2025-06-20T10:00")
    withdrawn(one, first, "2025-07-01T10:00")
    second = applied(one, "2025-07-07T10:00")
    assert standing(one, case) == (STILL, None, 6)
    withdrawn(one, second, "2025-08-01T10:00")
    assert standing(one, case) == ("in_force", date(2025, 8, 7), None)
    assert facts(one, case).count("OrderSuspended") == 2
    told = [each.status.value for each in one.register.case(case).notices if each.kind == "order_revival"]
    assert told == ["withdrawn", "to_serve"], "a day that does not hold any more is not told"


def test_it_goes_on_only_when_the_last_cause_has_ended() -> None:
    """An application, and a stay beside it: the end of one of them revives nothing."""
    one = desk()
    case = in_force(one)
    application = applied(one, "2025-06-20T10:00")
    stays(one, "2025-06-24", stay_of("2025-06-24T09:00"))
    withdrawn(one, application, "2025-07-01T10:00")
    assert standing(one, case) == (STILL, None, 11)
    stays(one, "2025-07-10", stay_of("2025-06-24T09:00", "2025-07-10T11:00"))
    assert standing(one, case) == ("in_force", date(2025, 7, 21), None)


def test_a_suit_alone_suspends_nothing() -> None:
    """47, 55-2(2)(ii): only with the stay of the court; its term over, the order goes on by itself.

    Stayed Tue 24 June: 24 to 30 are 7 days. The stay runs through Thu 31 July; 1 to 7 August.
    """
    one = desk()
    case = in_force(one)
    suit = sue(one, position(one, "2025-06-10").of("Deportation")[0].id, "2025-06-16T10:00")
    assert one.stage(case) == "in_force"
    stay(one, suit, "2025-06-24T10:00", "removal", "day", last_day="2025-07-31")
    assert standing(one, case) == (STILL, None, 7)
    assert standing(one, case, "2025-07-31T23:59") == (STILL, None, 7)
    assert standing(one, case, "2025-08-01T00:00") == ("in_force", date(2025, 8, 7), None)


def test_a_stay_that_a_court_lifts_revives_the_order_in_that_instant() -> None:
    """ACLA 26: lifted on 1 July, seven days left: 2 to 8 July."""
    one = desk()
    case = in_force(one)
    suit = sue(one, position(one, "2025-06-10").of("Deportation")[0].id, "2025-06-16T10:00")
    stay(one, suit, "2025-06-24T10:00")
    one.act(suit, "lodge_appeal", "2025-06-25T10:00", CLERK)
    assert one.stage(case) == STILL, "the State's appeal lifts nothing"
    court(one, suit, "cancel_for_change", "2025-07-01T10:00")
    assert standing(one, case) == ("in_force", date(2025, 7, 8), None)


def test_a_travel_restriction_suspends_from_15_may_2025() -> None:
    """Suppl. 20: recorded before, it begins to count with that day, by itself: 15 to 30 May are 16 days."""
    one = desk("2025-05-01")
    case = in_force(one, "2025-05-07", last_day="2025-05-30")
    restrictions(one, "2025-05-12", {"since": "2025-05-12T09:00:00+09:00"})
    assert standing(one, case) == ("in_force", date(2025, 5, 30), None)
    assert standing(one, case, "2025-05-14T23:59")[0] == "in_force"
    assert standing(one, case, "2025-05-15T00:00") == (STILL, None, 16)
    lapse(one, "2025-05-16")
    restrictions(one, "2025-06-10", {"since": "2025-05-12T09:00:00+09:00", "until": "2025-06-10T11:00:00+09:00"})
    assert standing(one, case) == ("in_force", date(2025, 6, 26), None)
    assert one.register.case(case).clock(ORDER_LOOK_AGAIN) is None


def test_a_restriction_of_a_criminal_case_suspends_until_it_is_lifted() -> None:
    """63(3), 55-2(2)(iii): imposed by the court on 16 June, 15 days are left."""
    one = desk()
    case = in_force(one)
    criminal = restricted(one, "2025-06-16T10:00")
    assert standing(one, case) == (STILL, None, 15)
    one.act(criminal, "lift_restriction", "2025-07-01T10:00", CLERK, content="as decided")
    assert standing(one, case) == ("in_force", date(2025, 7, 16), None)


def test_a_stay_that_is_recorded_later_stood_since_its_day() -> None:
    """Ordered on 16 June, on record on the 24th: 16 to 30 June are 15 days, not seven."""
    one = desk()
    case = in_force(one)
    stays(one, "2025-06-24", stay_of("2025-06-16T09:00"))
    assert standing(one, case) == (STILL, None, 15)
    before = desk()
    case = in_force(before)
    application = applied(before, "2025-06-24T10:00")
    stays(before, "2025-06-25", stay_of("2025-06-16T09:00"))
    assert standing(before, case) == (STILL, None, 15), "also where it stands still already, for another cause"
    withdrawn(before, application, "2025-06-26T10:00")
    assert standing(before, case) == (STILL, None, 15)


def test_a_stay_from_before_the_hand_over_leaves_the_whole_period() -> None:
    """On record after it, from before it: all of 10 to 30 June, 21 days."""
    one = desk()
    case = in_force(one)
    stays(one, "2025-06-24", stay_of("2025-06-05T09:00"))
    assert standing(one, case) == (STILL, None, 21)
    assert position(one, "2025-06-24T13:00").all(PenalOrder)[0].suspended_since == jst("2025-06-09T11:00")


def test_an_exposure_that_was_none_falls() -> None:
    """Period over on 1 July; on 2 July the office hears of a stay of 27 June: four days were left, 27 to 30 June."""
    one = desk()
    case = in_force(one)
    lapse(one, "2025-07-01T00:00")
    assert facts(one, case)[-1] == "PenalOrderBreached"
    stays(one, "2025-07-02", stay_of("2025-06-27T09:00"))
    assert standing(one, case) == (STILL, None, 4)
    assert facts(one, case)[-2:] == ["ExposureFell", "OrderSuspended"]
    assert not position(one, "2025-07-03").all(PenalOrder)[0].exposed
    stays(one, "2025-07-31", stay_of("2025-06-27T09:00", "2025-07-31T09:00"))
    assert standing(one, case) == ("in_force", date(2025, 8, 4), None)
    lapse(one, "2025-08-05T00:00")
    assert facts(one, case)[-1] == "PenalOrderBreached"
    no_drift(one)


def test_an_application_entered_late_undoes_the_breach() -> None:
    """Filed on 27 June, entered on 3 July after the breach: the past is judged again, and four days are left."""
    one = desk()
    case = in_force(one)
    lapse(one, "2025-07-01T00:00")
    body = {"kind": "refugee", "material_came_with_it": False}
    late = one.send(
        Kind.OPEN, "RefugeeApplication", "", "file_application", "2025-06-27T10:00", CLERK, body, "2025-07-03"
    )
    assert late.outcome is Outcome.FILED
    assert standing(one, case) == (STILL, None, 4)
    assert "PenalOrderBreached" not in facts(one, case)
    no_drift(one)


def test_after_the_period_there_is_no_exposure_while_it_stands_still() -> None:
    """47: an application after the breach suspends the order; then it binds again, and its period is over still."""
    one = desk()
    case = in_force(one)
    lapse(one, "2025-07-01T00:00")
    application = applied(one, "2025-07-10T10:00")
    assert one.stage(case) == STILL
    assert not position(one, "2025-07-11").all(PenalOrder)[0].exposed
    withdrawn(one, application, "2025-08-01T10:00")
    assert one.stage(case) == "period_over"
    assert position(one, "2025-08-02").all(PenalOrder)[0].exposed
    assert facts(one, case).count("PenalOrderBreached") == 1


@pytest.mark.parametrize(("found", "stage", "fact"), [((), "period_over", "PenalOrderBreached"), (("x",), STILL, None)])
def test_what_is_not_on_record_exposes_nobody(found: tuple[str, ...], stage: str, fact: str | None) -> None:
    """From 15 May 2025 it must be on record that there is no restriction; until then a person is asked to find out."""
    one = desk("2025-05-01", without=("record_travel_restrictions",))
    case = in_force(one, "2025-05-07", last_day="2025-05-30")
    lapse(one, "2025-05-31T00:00")
    assert (one.stage(case), one.duties(case)) == ("period_over", {"find_out_suspension"})
    assert "PenalOrderBreached" not in facts(one, case)
    known = tuple({"since": "2025-05-20T09:00:00+09:00"} for _ in found)
    restrictions(one, "2025-06-02", *known)
    assert (one.stage(case), one.duties(case)) == (stage, set())
    assert fact is None or facts(one, case)[-1] == fact
    clock = one.register.case(case).clock(PENAL_ORDER_PERIOD)
    assert (clock.days_left if clock else None) == (11 if found else None), "20 to 30 May"


def test_a_deportation_order_in_doubt_leaves_no_effect_to_its_penal_order() -> None:
    """61-2-9(2): the posted request shows that provisional stay ran when the order issued; a person weighs it.

    Until 31 March 2025 from 19 February; the request received on the 20th: 20 February to 31 March are 40 days.
    Dismissed and served on 2 June, found to stand on the 3rd: 4 June to 13 July.
    """
    one, application, deportation, _ = stayed(accepted)
    one.register.country_notices = (NOTICE,)
    one.act(deportation, "issue_order", "2025-02-18", SII, **DESTINATION)
    case = in_force(one, "2025-02-19", last_day="2025-03-31")
    request = review(one, application, "2025-02-20", **POSTED)
    assert standing(one, case) == (STILL, None, 40)
    decided(one, request, "2025-05-20", "dismissed")
    served(one, request, "2025-06-02")
    assert one.stage(case) == STILL, "removal is not stopped any more, but the order is in doubt"
    one.act(deportation, "uphold_order", "2025-06-03", HEAD, reasons="weighed")
    assert standing(one, case) == ("in_force", date(2025, 7, 13), None)


PASSPORT: list[tuple[Any, str]] = [
    (lambda one: applied(one, "2025-06-20T10:00"), STILL),
    (lambda one: stays(one, "2025-06-20T10:00", stay_of("2025-06-20T09:00", scope="execution")), STILL),
    (lambda one: stays(one, "2025-06-20T10:00", stay_of("2025-06-20T09:00", scope="effect")), STILL),
    (lambda one: stays(one, "2025-06-20T10:00", stay_of("2025-06-20T09:00", scope="removal")), "in_force"),
    (lambda one: restricted(one, "2025-06-20T10:00"), STILL),
]


@pytest.mark.parametrize(("cause", "stage"), PASSPORT)
def test_what_pauses_a_passport_order(cause: Any, stage: str) -> None:
    """A-07: an application, a restriction, a stay of the execution or the effect; a stay of removal alone does not."""
    one = desk()
    case = commanded(one)
    cause(one)
    assert one.stage(case) == stage
    assert one.stage(case, "2025-07-01") == ("period_over" if stage == "in_force" else STILL)


def test_nothing_looks_again_where_nothing_can_change() -> None:
    """A fact that says nothing of the causes leaves the order, its clock and its record as they are."""
    one = desk()
    case = in_force(one)
    before = one.register.case(case)
    one.act(circumstances(one), "record_sentences", "2025-06-16", SII, sentences=[])
    assert one.register.case(case) == before


def test_files_of_recognition_are_heard_from_the_first() -> None:
    """12.1: a first application filed while the order is in force suspends it in the instant of the filing."""
    one = desk()
    case = in_force(one)
    file(one, "2025-06-20T10:00")
    filed = [fact for fact in one.register.facts(one.person) if fact.kind == "OrderSuspended"]
    assert [(fact.case, fact.occurred_at.hour) for fact in filed] == [(case, 10)]
    assert filed[0].body.model_dump()["causes"][0] == "removal_stopped_by_application"
