"""What must hold of special permission to stay, found where it does not."""

from dataclasses import replace
from datetime import date

import pytest

from engine.invariants import check
from engine.refusal import Defect
from law.facts import DeportationOrder, Ground
from law.special_permission import PermissionOnFile
from tests.engine.test_invariants import Borne
from tests.procedures.desk import jst

NOW = jst("2025-09-01")
ORDER = DeportationOrder("case_d", Ground.IV_RO, date(2025, 1, 1), jst("2025-06-02T15:30"))
PENDING = PermissionOnFile("case_p", "case_d", jst("2025-05-14"), undecided=True)
REFUSED = replace(PENDING, undecided=False, told=True, on_paper=True)
OWN_MOTION = replace(REFUSED, filed_at=None, on_paper=None)

BROKEN: list[tuple[str, tuple[object, ...]]] = [
    ("no_order_while_permission_is_undecided", (ORDER, PENDING)),
    ("no_order_while_permission_is_undecided", (ORDER, replace(OWN_MOTION, undecided=True))),
    ("no_permission_is_applied_for_after_the_order", (ORDER, replace(REFUSED, filed_at=jst("2025-06-02T15:31")))),
    ("a_decision_on_permission_is_told", (replace(REFUSED, told=False),)),
    ("a_decision_on_permission_is_told", (replace(REFUSED, on_paper=False),)),
]


@pytest.mark.parametrize(("name", "records"), BROKEN)
def test_what_must_not_be_is_found(name: str, records: tuple[object, ...]) -> None:
    """A position that breaks the law is a defect that names the invariant."""
    with pytest.raises(Defect, match=name):
        check(Borne({}, *records), NOW)


@pytest.mark.parametrize(
    "records",
    [
        (PENDING,),
        (ORDER, REFUSED),
        (ORDER, OWN_MOTION),
        (ORDER, replace(PENDING, deportation="case_other")),
        (replace(ORDER, withdrawn_at=jst("2025-06-10")), replace(REFUSED, filed_at=jst("2025-06-11"))),
    ],
)
def test_what_may_be_is_let_pass(records: tuple[object, ...]) -> None:
    """An application waits without an order; a refusal told and on paper stands beside one."""
    check(Borne({}, *records), NOW)
