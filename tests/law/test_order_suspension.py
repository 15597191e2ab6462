"""When an order beside a deportation order stands still: each cause by itself, since when, and until when by time."""

from dataclasses import replace
from datetime import date, datetime
from itertools import combinations

import pytest

from law.facts import (
    Application,
    ApplicationKind,
    CourtStay,
    CourtStayScope,
    DeportationOrder,
    Ending,
    Grant,
    GrantKind,
    Ground,
    Material,
    ProvisionalStayPeriod,
    Sentence,
    Stay,
    StayKind,
    Suspension,
    TravelRestriction,
)
from law.finding import Answer
from law.on_record import AtLeast
from law.order_standing import can_be_kept, prolongs, rests_on_order
from law.order_suspension import OF_PASSPORT_ORDER, OF_PENAL_ORDER, Causes, began, changes_on, is_suspended
from law.periods import JST
from law.policies import cite
from law.removal import RemovalFacts
from law.suspension import Applicant


def jst(year: int, month: int, day: int, hour: int = 12) -> datetime:
    """An instant in Japan."""
    return datetime(year, month, day, hour, tzinfo=JST)


AT = jst(2026, 6, 1)
ORDER = DeportationOrder("D-1", Ground.IV_RO, date(2024, 1, 1), jst(2026, 1, 10))
NOBODY = Applicant((Stay(StayKind.NONE, date(2024, 1, 1)),), date(2026, 1, 10), (), False, ())
FIRST = Application("R-1", ApplicationKind.REFUGEE, jst(2026, 2, 2), Material.NONE)
NOTHING = RemovalFacts(
    orders=(ORDER,),
    provisional_stays=(),
    applicant=NOBODY,
    grants=(),
    court_stays=(),
    proceedings=(),
    travel_restrictions=(),
    destination=None,
    notice=None,
)
STAYED = CourtStay(CourtStayScope.EXECUTION, jst(2026, 5, 1))
RESTRICTED = TravelRestriction(jst(2026, 5, 1))
PROVISIONAL = ProvisionalStayPeriod("P-1", jst(2026, 1, 5), date(2026, 7, 3))


def applied(*applications: Application, **changes: object) -> dict[str, object]:
    """The person with these applications."""
    return {"applicant": replace(NOBODY, applications=applications, **changes)}  # type: ignore[arg-type]


CAUSES: dict[str, dict[str, object]] = {
    "provisional_stay_running": {"provisional_stays": (PROVISIONAL,)},
    "order_in_doubt": {"orders": (replace(ORDER, in_doubt=True),)},
    "removal_stopped_by_application": applied(FIRST),
    "stayed_by_a_court": {"court_stays": (STAYED,)},
    "under_travel_restriction": {"travel_restrictions": (RESTRICTED,)},
}
UNKNOWN: dict[str, dict[str, object]] = {
    "stayed_by_a_court_not_on_record": {"court_stays": None},
    "under_travel_restriction_not_on_record": {"travel_restrictions": None},
}


def codes(facts: RemovalFacts, at: datetime = AT, by: Causes = OF_PENAL_ORDER) -> tuple[Answer, list[str]]:
    """The answer and the codes of its reasons."""
    found = is_suspended(by, facts, at)
    return found.value, [reason.code for reason in found.reasons]


def facts(*changes: dict[str, object]) -> RemovalFacts:
    """Nothing stands in the way but this."""
    return replace(NOTHING, **{name: value for change in changes for name, value in change.items()})  # type: ignore[arg-type]


@pytest.mark.parametrize("by", [OF_PENAL_ORDER, OF_PASSPORT_ORDER])
def test_nothing_suspends_where_everything_is_on_record(by: Causes) -> None:
    """With no cause there the answer is no, told cause by cause."""
    answer, told = codes(NOTHING, by=by)
    assert answer is Answer.NO
    assert [code.removesuffix("_passed") != code for code in told] == [True] * 5


@pytest.mark.parametrize("code", CAUSES)
def test_each_cause_suspends_alone(code: str) -> None:
    """55-2(2)(i)-(iii), and 61-2-9(2) for provisional stay and an order in doubt."""
    answer, told = codes(facts(CAUSES[code]))
    assert answer is Answer.YES
    assert told[0] == code


@pytest.mark.parametrize("pair", list(combinations(CAUSES, 2)))
def test_two_causes_are_both_told(pair: tuple[str, str]) -> None:
    """The effect comes back only when no cause is left, so every one is named."""
    answer, told = codes(facts(*(CAUSES[code] for code in pair)))
    assert answer is Answer.YES
    assert set(pair) <= set(told)


@pytest.mark.parametrize("code", UNKNOWN)
def test_what_is_not_on_record_is_unknown(code: str) -> None:
    """An unknown cause neither suspends nor is taken for none; beside a cause that is there it changes nothing."""
    assert codes(facts(UNKNOWN[code])) == (Answer.UNKNOWN, [code])
    assert codes(facts(UNKNOWN[code], CAUSES["removal_stopped_by_application"]))[0] is Answer.YES


def test_a_doubted_order_that_was_withdrawn_leaves_no_doubt() -> None:
    """61-2-9(2): a person weighed it; what stands now is another order."""
    withdrawn = replace(ORDER, in_doubt=True, withdrawn_at=jst(2026, 5, 1))
    assert codes(facts({"orders": (withdrawn, ORDER)}))[0] is Answer.NO


def test_records_of_cases_alone_leave_others_unknown() -> None:
    """What a suit keeps is known; whether there are others is not, until somebody recorded it."""
    ended = replace(STAYED, until=jst(2026, 5, 2))
    assert codes(facts({"court_stays": AtLeast((STAYED,))}))[0] is Answer.YES
    assert codes(facts({"court_stays": AtLeast((ended,))}))[0] is Answer.UNKNOWN


def test_an_application_under_an_exception_does_not_suspend() -> None:
    """47: sentenced to three years (61-2-9(4)(ii)), even a first application leaves the order in effect."""
    sentence = Sentence(date(2025, 1, 6), 36, Suspension.NONE)
    assert codes(facts(applied(FIRST, sentences=(sentence,))))[0] is Answer.NO
    partly = replace(sentence, suspension=Suspension.PARTIAL, unsuspended_months=30)
    assert codes(facts(applied(FIRST, sentences=(partly,))))[0] is Answer.YES


TWICE = tuple(
    Application(
        f"R-{number}",
        ApplicationKind.REFUGEE,
        jst(2024 + number, 1, 6),
        Material.NONE,
        Ending.NO_REVIEW_IN_TIME,
        jst(2024 + number, 5, 20),
        refusal_received_on=date(2024 + number, 5, 12),
    )
    for number in (0, 1)
)


@pytest.mark.parametrize(
    ("material", "answer"),
    [
        (Material.NONE, Answer.NO),
        (Material.INSUFFICIENT, Answer.NO),
        (Material.UNDECIDED, Answer.YES),
        (Material.SUFFICIENT, Answer.YES),
    ],
)
def test_a_third_application_suspends_only_with_material(material: Material, answer: Answer) -> None:
    """61-2-9(4)(i): after two final refusals the material decides; unjudged it counts as sufficient (A-11)."""
    third = replace(FIRST, material=material)
    assert codes(facts(applied(*TWICE, third)))[0] is answer


def test_what_a_person_must_judge_counts_as_a_stop() -> None:
    """A-29: whether an application made with a status counts is open, so the exception is not established."""
    holder = (Stay(StayKind.STATUS_OF_RESIDENCE, date(2023, 1, 1), date(2025, 12, 31)),)
    found = is_suspended(OF_PENAL_ORDER, facts(applied(*TWICE, FIRST, stays=holder)), AT)
    assert found.value is Answer.YES
    assert cite("A-29") in found.basis


def test_recognised_is_not_final_before_the_hand_over() -> None:
    """61-2-2(3): recognised or granted, until the card is handed over the stop goes on."""
    recognised = replace(FIRST, ended=Ending.RECOGNISED, ended_at=jst(2026, 5, 4))
    granted = Grant(GrantKind.PROVISIONAL_STAY_HOLDER, jst(2026, 5, 4))
    handed_over: dict[str, object] = {"grants": (replace(granted, effective_at=jst(2026, 5, 20)),)}
    assert codes(facts(applied(recognised)))[0] is Answer.YES
    assert codes(facts({"grants": (granted,)}))[0] is Answer.YES
    assert codes(facts({"grants": (granted,)}), granted.decided_at)[0] is Answer.YES
    assert codes(facts({"grants": (granted,)}), jst(2026, 5, 3))[0] is Answer.NO, "nothing was decided yet"
    assert codes(facts(handed_over), jst(2026, 5, 19))[0] is Answer.YES
    assert codes(facts(handed_over), jst(2026, 5, 20))[0] is Answer.NO


@pytest.mark.parametrize("scope", list(CourtStayScope))
def test_every_stay_suspends_the_penal_order(scope: CourtStayScope) -> None:
    """55-2(2)(ii) asks for any stay; the passport order stands still where the whole execution or effect does."""
    stayed = facts({"court_stays": (replace(STAYED, scope=scope),)})
    assert codes(stayed)[0] is Answer.YES
    passport = codes(stayed, by=OF_PASSPORT_ORDER)[0]
    assert passport is (Answer.NO if scope is CourtStayScope.REMOVAL else Answer.YES)


@pytest.mark.parametrize(
    ("at", "answer"),
    [
        (jst(2026, 5, 1, 11), Answer.NO),
        (jst(2026, 5, 1), Answer.YES),
        (jst(2026, 5, 20, 11), Answer.YES),
        (jst(2026, 5, 20), Answer.NO),
    ],
)
def test_a_stay_lasts_from_its_instant_to_its_end(at: datetime, answer: Answer) -> None:
    """Half-open: from noon of 1 May, over at noon of 20 May."""
    assert codes(facts({"court_stays": (replace(STAYED, until=jst(2026, 5, 20)),)}), at)[0] is answer


def test_no_travel_restriction_before_15_may_2025() -> None:
    """Suppl. 20: item (iii) begins with 2025-05-15; before that day nothing of it need be on record."""
    early = facts({"travel_restrictions": (TravelRestriction(jst(2025, 5, 12)),), "court_stays": ()})
    last, first = datetime(2025, 5, 14, 23, 59, tzinfo=JST), jst(2025, 5, 15, 0)
    assert codes(early, last)[0] is Answer.NO
    assert codes(early, first)[0] is Answer.YES
    assert codes(facts(UNKNOWN["under_travel_restriction_not_on_record"]), last)[0] is Answer.NO
    assert changes_on(OF_PENAL_ORDER, early, last) == date(2025, 5, 14)
    assert began(OF_PENAL_ORDER, early, AT) == first
    over = facts({"travel_restrictions": (TravelRestriction(jst(2025, 5, 12), jst(2025, 5, 13)),)})
    assert (began(OF_PENAL_ORDER, over, AT), changes_on(OF_PENAL_ORDER, over, jst(2025, 5, 1))) == (None, None)


@pytest.mark.parametrize(
    ("spans", "since"),
    [
        ((), None),
        (((1, 5),), None),
        (((1, 25),), None),  # over in the very instant that is asked about
        (((1, None),), 1),
        (((1, 10), (10, None)), 1),
        (((1, 10), (11, None)), 11),
        (((1, None), (8, 12)), 1),
        (((3, 9), (5, 20), (1, 4), (18, None)), 1),
    ],
)
def test_since_when_it_has_stood_still_without_a_break(
    spans: tuple[tuple[int, int | None], ...], since: int | None
) -> None:
    """Stays that touch or overlap are one standstill; a gap begins a new one."""
    stays = tuple(
        replace(STAYED, since=jst(2026, 5, a), until=None if b is None else jst(2026, 5, b)) for a, b in spans
    )
    expected = None if since is None else jst(2026, 5, since)
    assert began(OF_PENAL_ORDER, facts({"court_stays": stays}), jst(2026, 5, 25)) == expected


@pytest.mark.parametrize(
    ("at", "answer"),
    [(jst(2026, 4, 30), Answer.NO), (jst(2026, 5, 1), Answer.YES), (jst(2026, 5, 20, 11), Answer.YES), (AT, Answer.NO)],
)
def test_a_travel_restriction_with_an_end_lasts_until_then(at: datetime, answer: Answer) -> None:
    """63(3): from noon of 1 May, over at noon of 20 May; its end is seen over with that day."""
    held = facts({"travel_restrictions": (TravelRestriction(jst(2026, 5, 1), jst(2026, 5, 20)),)})
    assert codes(held, at)[0] is answer
    assert changes_on(OF_PENAL_ORDER, held, jst(2026, 5, 2)) == date(2026, 5, 20)
    assert began(OF_PENAL_ORDER, held, jst(2026, 5, 2)) == jst(2026, 5, 1)


def test_time_alone_changes_the_answer_at_the_end_of_a_day() -> None:
    """A term until noon of 10 June is seen over with that day; one until midnight with the day before it."""
    noon = facts({"court_stays": (replace(STAYED, until=jst(2026, 6, 10)),)})
    midnight = facts({"court_stays": (replace(STAYED, until=jst(2026, 6, 10, 0)),)})
    assert changes_on(OF_PENAL_ORDER, noon, AT) == date(2026, 6, 10)
    assert changes_on(OF_PENAL_ORDER, midnight, AT) == date(2026, 6, 9)
    assert changes_on(OF_PENAL_ORDER, facts({"court_stays": (STAYED,)}), AT) is None


def test_an_order_rests_on_its_own_deportation_order() -> None:
    """In force, of that case, and covered by no grant (61-2-9(1))."""
    grant = Grant(GrantKind.RECOGNITION, jst(2026, 4, 1), jst(2026, 4, 10))
    later = replace(ORDER, ground_since=date(2026, 4, 11))
    assert rests_on_order("D-1", (ORDER,), (), AT)
    assert not rests_on_order("D-2", (ORDER,), (), AT)
    assert not rests_on_order("D-1", (replace(ORDER, withdrawn_at=AT),), (), AT)
    assert not rests_on_order("D-1", (ORDER,), (grant,), AT)
    assert rests_on_order("D-1", (later,), (grant,), AT)


@pytest.mark.parametrize(
    ("until", "today", "holds"),
    [
        (date(2026, 6, 11), date(2026, 6, 1), True),
        (date(2026, 6, 10), date(2026, 6, 1), False),
        (date(2026, 6, 11), date(2026, 6, 12), False),
        (date(2026, 6, 12), date(2026, 6, 12), True),
    ],
)
def test_an_extension_ends_later_than_before_and_not_in_the_past(until: date, today: date, holds: bool) -> None:
    """From 10 June: to the 11th, and on the 12th to that day at least."""
    assert (prolongs(date(2026, 6, 10), until, today).value is Answer.YES) is holds


def test_a_last_day_is_kept_until_it_has_passed() -> None:
    """The day itself still counts."""
    assert can_be_kept(date(2026, 6, 1), date(2026, 6, 1)).value is Answer.YES
    assert can_be_kept(date(2026, 6, 1), date(2026, 6, 2)).value is Answer.NO
