"""DT-11, row 3 of the gate, against a second reading that shares no code with `law` (tests/oracle/suspension.py)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import chain, combinations_with_replacement, product

import pytest

from law.facts import Application, ApplicationKind, Ending, Material, Sentence, Stay, StayKind, Suspension
from law.finding import Answer
from law.periods import legal_day
from law.stays import EndedStay
from law.suspension import Applicant, removal_is_stopped
from tests.law import gate_inputs as of
from tests.law.gate_inputs import DAY, LONG, NOON, TICK, TRUTH, midnight
from tests.oracle import from_law, suspension

NEW_LAW = midnight(2024, 6, 10)
ARTICLE_EXISTS = midnight(2005, 5, 16)
NOBODY = Applicant((), None, (), False, ())
SAYS = {Answer.YES: "on", Answer.NO: "off", Answer.ASK: "unknown", Answer.UNKNOWN: "unknown"}


def agree(applicants: Iterable[Applicant], at: datetime) -> int:
    """Both readings say the same of every applicant, with reasons; how many there were."""
    count = 0
    for one in applicants:
        count += 1
        found = removal_is_stopped(one, at)
        assert SAYS[found.value] == suspension.stopped(from_law.applicant(one), at), (at, one)
        assert found.reasons
        assert all(reason.basis and reason.en and reason.ja for reason in found.reasons)
    return count


def _whose_case_is_where() -> Iterator[Applicant]:
    """Every end of one application, of people with every way of staying, with an order and without."""
    filed = (NEW_LAW - TICK, NEW_LAW, NOON, NOON + TICK)
    today = legal_day(NOON)
    cut = EndedStay(StayKind.STATUS_OF_RESIDENCE, today - LONG, today, ended_at=NOON)
    running = [Stay(kind, today - LONG) for kind in StayKind]
    until = [Stay(StayKind.STATUS_OF_RESIDENCE, today - LONG, today - step * DAY) for step in (0, 1)]
    to_come = Stay(StayKind.STATUS_OF_RESIDENCE, today + DAY)
    stays = [None, (), *((one,) for one in (*running, *until, to_come, cut, replace(cut, ended_at=NOON + TICK)))]
    for one, some, ordered in product(of.applications(NOON, filed), stays, (None, *of.days(NOON))):
        yield Applicant(some, ordered, (), False, (one,))


def _sentenced() -> Iterator[Applicant]:
    """Every sentence alone, some beside another, none, and none on record; with a ground of security and without."""
    every = list(of.sentences(NOON))
    some: Iterator[tuple[Sentence, ...] | None] = chain(
        (None, ()), ((one,) for one in every), product(every[::7], every[::11])
    )
    filed = (NEW_LAW - TICK, NEW_LAW)
    for sentences, security, at, material in product(some, TRUTH, filed, (Material.NONE, Material.SUFFICIENT)):
        one = Application("R-1", ApplicationKind.REFUGEE, at, material)
        yield Applicant((), None, sentences, security, (one,))


def _earlier(filed: datetime) -> Iterator[Application]:
    """An earlier application with every end, around the later filing, and around the day from which ends are known."""
    ends = [(None, None), *product(Ending, (ARTICLE_EXISTS - TICK, ARTICLE_EXISTS, filed - TICK, filed, filed + TICK))]
    for begun, (ended, ended_at), late in product((midnight(2004, 1, 1), midnight(2020, 1, 1)), ends, (False, True)):
        kind = ApplicationKind.COMPLEMENTARY_PROTECTION if late else ApplicationKind.REFUGEE
        yield Application("R-0", kind, begun, Material.NONE, ended, ended_at, late_review_claimed=late)


STAYS: tuple[tuple[Stay, ...] | None, ...] = (
    (),
    (Stay(StayKind.STATUS_OF_RESIDENCE, date(2003, 1, 1), date(2010, 1, 1)),),
    None,
)


def _after_two() -> Iterator[Applicant]:
    """Every two earlier applications before one with material or without, under the new law, held under an order."""
    filed = NOON - timedelta(days=10)
    every = list(_earlier(filed))
    two_of = list(combinations_with_replacement(every, 2))
    some = ((two, Material.NONE, stays) for two, stays in product(two_of, STAYS))
    for two, material, stays in chain(some, product(two_of[::9], Material, STAYS)):
        one = Application("R-1", ApplicationKind.REFUGEE, filed, material)
        yield Applicant(stays, date(2025, 1, 1), (), False, (*two, one))


def _after_three() -> Iterator[Applicant]:
    """Some three earlier applications, and one filed after them at the edges of the commencement."""
    for filed in (NEW_LAW - TICK, NEW_LAW):
        few = list(_earlier(filed))[::6]
        for three, material in product(combinations_with_replacement(few, 3), (Material.NONE, Material.UNDECIDED)):
            one = Application("R-1", ApplicationKind.REFUGEE, filed, material)
            yield Applicant((), None, (), None, (one, *three))


@pytest.mark.parametrize("people", [_whose_case_is_where, _sentenced, _after_two, _after_three])
def test_both_readings_agree_on_everybody(
    people: Callable[[], Iterator[Applicant]], record_property: Callable[[str, object], None]
) -> None:
    """Whatever DT-11 is told of applications, ends, stays, sentences and earlier refusals, both readings agree."""
    count = agree(people(), NOON)
    assert count > 1_000
    record_property("gate_inputs", count)


@pytest.mark.parametrize("suspension_", Suspension)
def test_a_suspension_that_was_revoked_leaves_removal_stopped(suspension_: Suspension) -> None:
    """Who was given a suspension at first stays outside the exception, however the record words it (A-46)."""
    five_years = Sentence(date(2024, 1, 1), 60, suspension_, suspension_revoked=True)
    one = Application("R-1", ApplicationKind.REFUGEE, NEW_LAW, Material.NONE)
    assert agree((replace(NOBODY, sentences=(five_years,), applications=(one,)),), NOON) == 1
