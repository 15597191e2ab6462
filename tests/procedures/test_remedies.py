"""What would decide a row that is not on record: an act that there is."""

import re

import pytest

from engine.declaration import Procedures
from law import departure_order, removal_conditions
from law.decision_table import Condition
from workflows.procedures import PROCEDURES

DECLARED = Procedures(PROCEDURES)
ROWS = [
    row for table in (removal_conditions, departure_order) for row in vars(table).values() if isinstance(row, Condition)
]
OPEN = [row for row in ROWS if row.unknown[0]]
_NAMED = re.compile(r"\(((?:`\w+`(?:, )?)+) of (\w+)\)")
_GOES_WITH_THE_ACT = {"deported_or_ordered_before", "leaving_not_certain"}


@pytest.mark.parametrize("row", OPEN, ids=lambda row: row.code)
def test_what_is_not_on_record_names_the_act_that_records_it(row: Condition) -> None:
    """In DT-01 and DT-02; what an act carries with it is said with that act."""
    told = row.is_unknown().reason.remedy
    if row.code in _GOES_WITH_THE_ACT:
        assert "assessment" in told
        return
    found = _NAMED.search(told)
    assert found
    declared = DECLARED[found[2]]
    assert set(re.findall(r"`(\w+)`", found[1])) <= {*declared.acts, *declared.openings}
