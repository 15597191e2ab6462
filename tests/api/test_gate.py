"""DT-01 over HTTP: every closed row is named, with its article and what opens it."""

import pytest

from law import removal_conditions
from law.decision_table import Condition
from tests.api.conftest import Desk

CONDITIONS = [one for one in vars(removal_conditions).values() if isinstance(one, Condition)]


async def test_every_closed_row_is_named_with_article_and_remedy(desk: Desk) -> None:
    """Of somebody of whom nothing is on record: every row is shown, and the answer names all that do not pass."""
    case = await desk.circumstances()
    person = (await desk.get(f"/v1/cases/{case}")).json()["person"]
    told = (await desk.get(f"/v1/people/{person}/removal")).json()
    closed = [row for row in told["rows"] if row["outcome"] != "passes"]
    assert (told["answer"], len(told["rows"])) == ("no", len(CONDITIONS))
    assert {row["outcome"] for row in closed} == {"blocks", "unknown"}
    assert [row["reason"] for row in closed] == told["reasons"]
    assert all(row["reason"]["basis"] and row["reason"]["remedy"] for row in closed)


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition.code)
def test_no_row_closes_without_saying_what_opens_it(condition: Condition) -> None:
    """Whether it blocks or is not known; both in two languages, on a provision."""
    for row in (condition.blocks(), *((condition.is_unknown(),) if any(condition.unknown) else ())):
        assert row.reason.remedy
        assert row.reason.basis
        assert row.reason.en
        assert row.reason.ja
