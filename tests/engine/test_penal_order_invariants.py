"""What must hold of penal orders to leave, found where it does not."""

from dataclasses import replace
from datetime import date

import pytest

from engine.invariants import check
from engine.refusal import Defect
from law.facts import Circumstances, CourtStay, CourtStayScope, DeportationOrder, Grant, GrantKind, Ground
from law.penal_order import PenalOrder, PenalReason
from tests.engine.test_invariants import Borne
from tests.procedures.desk import jst

NOW = jst("2025-09-01")
ORDER = DeportationOrder("case_o", Ground.IV_RO, date(2025, 1, 1), jst("2025-06-02"))
PENAL = PenalOrder(
    "case_p",
    "case_o",
    frozenset({PenalReason.NO_WILL_TO_LEAVE}),
    date(2025, 6, 9),
    jst("2025-06-09"),
    jst("2025-06-10"),
)
KNOWN = Circumstances(court_stays=(), travel_restrictions=())
STAYED = replace(KNOWN, court_stays=(CourtStay(CourtStayScope.REMOVAL, jst("2025-08-01")),))
SUSPENDED = replace(PENAL, suspended_since=jst("2025-08-01"))
GRANT = Grant(GrantKind.RECOGNITION, jst("2025-08-01"), jst("2025-08-04"))

BROKEN: list[tuple[str, tuple[object, ...]]] = [
    ("a_penal_order_rests_on_what_the_law_asks", (ORDER, KNOWN, replace(PENAL, reasons=frozenset()))),
    ("a_penal_order_rests_on_what_the_law_asks", (ORDER, KNOWN, replace(PENAL, heard_on=date(2025, 6, 10)))),
    ("a_penal_order_rests_on_what_the_law_asks", (ORDER, KNOWN, replace(PENAL, handed_over_at=jst("2025-06-08")))),
    ("a_penal_order_rests_on_what_the_law_asks", (ORDER, KNOWN, replace(PENAL, issued_at=jst("2024-06-09")))),
    ("a_penal_order_does_not_outlive_its_order", (KNOWN, PENAL)),
    ("a_penal_order_does_not_outlive_its_order", (replace(ORDER, case="case_x"), KNOWN, PENAL)),
    ("a_penal_order_does_not_outlive_its_order", (replace(ORDER, withdrawn_at=jst("2025-08-01")), KNOWN, PENAL)),
    ("a_penal_order_does_not_outlive_its_order", (ORDER, GRANT, KNOWN, PENAL)),
    ("a_suspended_penal_order_has_no_effect", (ORDER, STAYED, PENAL)),
    ("a_suspended_penal_order_has_no_effect", (ORDER, STAYED, replace(SUSPENDED, exposed=True))),
]


@pytest.mark.parametrize(("name", "records"), BROKEN)
def test_what_must_not_be_is_found(name: str, records: tuple[object, ...]) -> None:
    """A position that breaks the law is a defect that names the invariant."""
    with pytest.raises(Defect, match=name):
        check(Borne({}, *records), NOW)


@pytest.mark.parametrize(
    "records",
    [
        (ORDER, KNOWN, PENAL),
        (ORDER, KNOWN, replace(PENAL, exposed=True)),
        (ORDER, STAYED, SUSPENDED),
        (ORDER, PENAL),
        (ORDER, KNOWN, SUSPENDED),
        (KNOWN, replace(PENAL, ended_at=jst("2025-08-01"))),
        (STAYED, replace(PENAL, exposed=True, ended_at=jst("2025-07-01"))),
    ],
)
def test_what_the_law_allows_is_no_defect(records: tuple[object, ...]) -> None:
    """In force, exposed, suspended, with nothing known of courts, with its cause over a moment ago, ended."""
    check(Borne({}, *records), NOW)
