"""What must hold of leaving at own expense and of the denial of landing, broken on purpose."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engine.landing_invariants import (
    a_denial_runs_as_it_was_found,
    no_visitor_lands_after_one_year,
    one_year_rests_on_what_the_law_asks,
)
from engine.position import Position
from law.landing_denial import DenialKept, Purpose, denial_of
from law.own_expense import OwnExpenseTerms
from tests.procedures.desk import jst
from tests.procedures.leaving_story import decided, denial, left, ordered, position

TERMS = OwnExpenseTerms("case_a", jst("2025-04-02"), date(2025, 4, 10), date(2025, 4, 17), before=False)
AT = jst("2025-04-10T12:00")


class Laid(Position):
    """A position with one record laid in by hand."""

    def __init__(self, whole: Position, record: object) -> None:
        super().__init__(whole.cases, whole._procedures)
        object.__setattr__(self, "record", record)

    def all(self, kind: type[Any]) -> tuple[Any, ...]:
        """The record, if it is of the kind."""
        record = vars(self)["record"]
        return (record,) if isinstance(record, kind) else ()


def departed() -> Position:
    """Left on 10 April 2025 by a decision of one year that was kept."""
    one = ordered()
    left(one, decided(one), "2025-04-10T10:00")
    return position(one)


@pytest.mark.parametrize(
    ("terms", "sound"),
    [
        (TERMS, True),
        (replace(TERMS, decision_until=None, before=None), True),
        (replace(TERMS, before=True), False),
        (replace(TERMS, before=None), False),
        (replace(TERMS, decision_until=date(2025, 4, 18)), False),
        (replace(TERMS, decision_until=date(2025, 4, 9)), False),
    ],
)
def test_a_decision_of_one_year_rests_on_what_the_law_asks(terms: OwnExpenseTerms, sound: bool) -> None:
    """48: never before, and a day within seven of the planned departure."""
    assert (not list(one_year_rests_on_what_the_law_asks(Laid(position(ordered()), terms), AT))) is sound


def test_the_clocks_of_a_denial_are_those_of_the_finding() -> None:
    """A stopped clock, or one that is not named, breaks it; a denial set aside or void runs none."""
    whole = departed()
    kept = whole.all(DenialKept)[0]
    assert not list(a_denial_runs_as_it_was_found(whole, AT))
    assert not list(no_visitor_lands_after_one_year(whole, AT))
    assert kept.left is not None
    other = replace(kept, left=replace(kept.left, decision_kept=False))
    assert list(a_denial_runs_as_it_was_found(Laid(whole, other), AT)) == [kept.case]
    for fallen in (replace(kept, set_aside=True), replace(kept, void=True)):
        assert list(a_denial_runs_as_it_was_found(Laid(whole, fallen), AT)) == [kept.case]


def test_a_visitor_never_has_the_one_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """49: a table that gave a Temporary Visitor one year after such a decision would be found out."""
    whole = departed()
    as_other = lambda kept, _: denial_of(kept, Purpose.OTHER)  # noqa: E731  (a table that knows no visitors)
    monkeypatch.setattr("engine.landing_invariants.denial_of", as_other)
    assert list(no_visitor_lands_after_one_year(whole, AT)) == [whole.of("LandingDenial")[0].id]


def test_a_denial_that_is_over_runs_nothing() -> None:
    """Five years later no clock runs, and nothing is broken."""
    one = ordered()
    left(one, decided(one), "2025-04-10T10:00")
    at = "2030-04-11T00:00"
    assert denial(one, at).stage == "over"
    assert not list(a_denial_runs_as_it_was_found(position(one, at), jst(at)))
