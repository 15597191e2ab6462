"""What must hold of departure orders, found where it does not."""

from dataclasses import replace
from datetime import date

import pytest

from engine.invariants import check
from engine.refusal import Defect
from law.departure_order import Track
from law.departure_order_terms import Deadline, DepartureOrderKept
from law.facts import DeportationOrder, Ground
from tests.engine.test_invariants import Borne
from tests.procedures.desk import jst

NOW = jst("2025-03-20")
# ordered on 10 March: the fifteenth day is 25 March
FIRST = Deadline(date(2025, 3, 10), date(2025, 3, 25))
LATER = Deadline(date(2025, 3, 25), date(2025, 4, 1), date(2025, 3, 25))
KEPT = DepartureOrderKept("case_d", "case_1", Track.APPEARED, jst("2025-03-10"), (FIRST,))
ENDED = replace(KEPT, ended_at=jst("2025-03-17"))
SECOND = DepartureOrderKept("case_e", "case_2", Track.DECLARED)
MADE = replace(SECOND, ordered_at=jst("2025-03-19"), deadlines=(Deadline(date(2025, 3, 19), date(2025, 4, 3)),))
ORDER = DeportationOrder("case_1", Ground.IV_RO, date(2025, 1, 7), jst("2025-03-18"))

BROKEN: list[tuple[str, tuple[object, ...]]] = [
    ("no_order_in_the_case_of_a_departure_order", (ENDED, ORDER)),
    (
        "a_departure_deadline_keeps_its_maximum",
        (replace(KEPT, deadlines=(replace(FIRST, last_day=date(2025, 3, 26)),)),),
    ),
    (
        "a_departure_deadline_keeps_its_maximum",
        (replace(KEPT, deadlines=(FIRST, replace(LATER, asked_on=date(2025, 3, 26)))),),
    ),
    ("a_departure_deadline_keeps_its_maximum", (replace(KEPT, deadlines=(FIRST, replace(LATER, asked_on=None))),)),
    (
        "no_departure_order_outlives_its_deadline",
        (replace(KEPT, deadlines=(replace(FIRST, last_day=date(2025, 3, 19)),)),),
    ),
    ("no_second_departure_order", (KEPT, SECOND)),
    ("no_second_departure_order", (replace(ENDED, left=True), SECOND)),
    ("no_second_departure_order", (replace(ENDED, ground=Ground.VIII), MADE)),
]


@pytest.mark.parametrize(("name", "records"), BROKEN)
def test_what_must_not_be_is_found(name: str, records: tuple[object, ...]) -> None:
    """A position that breaks the law is a defect that names the invariant."""
    with pytest.raises(Defect, match=name):
        check(Borne({}, *records), NOW)


@pytest.mark.parametrize(
    "records",
    [
        (KEPT,),
        (SECOND,),
        (replace(KEPT, deadlines=(FIRST, LATER)),),
        (ENDED, replace(ORDER, case="case_3")),
        (ENDED, replace(ORDER, withdrawn_at=jst("2025-03-19"))),
        (ENDED, MADE),
        (replace(KEPT, deadlines=(replace(FIRST, last_day=date(2025, 3, 19)),), undecided=True),),
    ],
)
def test_what_the_law_allows_is_no_defect(records: tuple[object, ...]) -> None:
    """Running, due, extended in time, ended and pursued otherwise, ended without effect, past and undecided."""
    check(Borne({}, *records), NOW)
