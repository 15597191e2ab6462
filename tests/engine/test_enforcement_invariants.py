"""What must hold of an authorisation of removal, found where it does not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine.case import Case, Clock, Contested, Duty
from engine.invariants import check
from engine.refusal import Defect
from law.competence import Power
from law.enforcement import AuthorisedRemoval, RemovalKind
from law.enforcement_clocks import REMOVAL_AUTHORISATION
from law.facts import Circumstances, DeportationOrder, Destination, Ground, RemovalNotice
from tests.engine.test_invariants import Borne
from tests.procedures.desk import jst
from workflows.enforcement_case import Stage, State

GIVEN = jst("2025-09-01T10:00")
UNTIL = GIVEN + timedelta(minutes=10)
ORDER = DeportationOrder("case_o", Ground.IV_RO, date(2025, 1, 1), jst("2025-06-02"), shown_at=jst("2025-06-03"))
CLEAR = Circumstances(
    stays=(),
    sentences=(),
    security_ground=False,
    court_stays=(),
    proceedings=(),
    travel_restrictions=(),
    destination=Destination("XA", True, True, False, False),
    notice=RemovalNotice(date(2025, 6, 3)),
)
AUTHORISED = AuthorisedRemoval("case_e", 1, RemovalKind.REGULAR_FLIGHT, "XA", "officer_1", "officer_2", GIVEN, UNTIL)
CLOCK = Clock(
    id="clock",
    rule_name=REMOVAL_AUTHORISATION.name,
    started_on=date(2025, 9, 1),
    unrolled=date(2025, 9, 1),
    last_day=date(2025, 9, 1),
    ends_at=UNTIL,
)
CASE = Case(
    "case_e", "Enforcement", 1, "tokyo", jst("2025-06-02"), Stage.AUTHORISED, State(deportation="o"), clocks=(CLOCK,)
)
GATE, CONTESTED = "no_authorisation_is_given_at_a_closed_gate", "no_authorisation_beside_a_contested_entry"
OFFICERS = "an_authorisation_is_of_two_officers_and_ten_minutes"
OWED = Duty(id="duty", kind="carry_out_order", by=Power.EXECUTE_ORDER, since=GIVEN)
LATER = CLOCK.model_copy(update={"ends_at": UNTIL + timedelta(seconds=1)})


def test_an_authorisation_in_order_is_no_defect() -> None:
    """Two officers, ten minutes, and every row open in that instant."""
    check(Borne({"case_e": CASE}, ORDER, CLEAR, AUTHORISED), GIVEN)


@pytest.mark.parametrize(
    ("name", "case", "records"),
    [
        (GATE, CASE, (ORDER, replace(CLEAR, court_stays=None), AUTHORISED)),
        (GATE, CASE, (replace(ORDER, withdrawn_at=jst("2025-08-01")), CLEAR, AUTHORISED)),
        (OFFICERS, CASE, (ORDER, CLEAR, replace(AUTHORISED, authorised_by="officer_1"))),
        (OFFICERS, CASE, (ORDER, CLEAR, replace(AUTHORISED, requested_by=""))),
        (OFFICERS, CASE.having(clocks=(), duties=(OWED,)), (ORDER, CLEAR, AUTHORISED)),
        (OFFICERS, CASE.having(clocks=(LATER,)), (ORDER, CLEAR, AUTHORISED)),
    ],
)
def test_what_must_not_be_is_found(name: str, case: Case[State], records: tuple[object, ...]) -> None:
    """A closed gate, one officer, no clock or a longer one: a defect that names the invariant."""
    with pytest.raises(Defect, match=name):
        check(Borne({"case_e": case}, *records), GIVEN)


def test_nothing_is_authorised_beside_a_contested_entry() -> None:
    """An authorisation that outlived the mark of a contested entry would be a defect."""
    mark = Contested(entry="entry_1", since=GIVEN, falls=())
    duty = {"id": "entry_1#contested", "kind": "resolve_contested", "by": "resolve_contested", "since": GIVEN}
    contested = CASE.having(contested=(mark,), duties=(Duty.model_validate(duty),), held=True)
    with pytest.raises(Defect, match=CONTESTED):
        check(Borne({"case_e": contested}, ORDER, CLEAR, AUTHORISED), GIVEN + timedelta(minutes=1))
