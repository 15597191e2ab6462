"""The sorts of the grounds of Article 24, and the form of an objection."""

import pytest

from law.deportation_grounds import (
    DEPARTURE_ORDER_GROUNDS,
    EXCLUDES_DEPARTURE_ORDER,
    SECURITY_GROUNDS,
    STRICT_BAR_GROUNDS,
    ObjectionGround,
    objection_is_in_form,
)
from law.facts import Ground
from law.finding import Answer


def test_the_grounds_are_sorted_as_the_articles_sort_them() -> None:
    """No ground both allows and excludes a departure order; the security grounds are within the strict bar."""
    assert not DEPARTURE_ORDER_GROUNDS & EXCLUDES_DEPARTURE_ORDER
    assert SECURITY_GROUNDS < STRICT_BAR_GROUNDS < EXCLUDES_DEPARTURE_ORDER
    assert {Ground.IV_HA, Ground.IV_YO} == STRICT_BAR_GROUNDS - SECURITY_GROUNDS
    assert len(DEPARTURE_ORDER_GROUNDS) == 7
    assert len(EXCLUDES_DEPARTURE_ORDER) == 20


@pytest.mark.parametrize(
    ("written", "shown", "answer"),
    [
        (True, frozenset({ObjectionGround.FACTS_MISTAKEN}), Answer.YES),
        (True, frozenset[ObjectionGround](), Answer.NO),
        (False, None, Answer.NO),
        (True, None, Answer.UNKNOWN),
        (None, frozenset({ObjectionGround.LAW_MISAPPLIED}), Answer.UNKNOWN),
    ],
)
def test_the_form_of_an_objection(
    *,
    written: bool | None,
    shown: frozenset[ObjectionGround] | None,
    answer: Answer,
) -> None:
    """An objection is written and shows at least one of the three grounds of Ordinance 42."""
    assert objection_is_in_form(written=written, shown=shown).value is answer
