"""The sorts of the grounds of Article 24, and DT-16: what bars special permission to stay."""

from datetime import date

import pytest

from law.deportation_grounds import (
    DEPARTURE_ORDER_GROUNDS,
    EXCLUDES_DEPARTURE_ORDER,
    SECURITY_GROUNDS,
    STRICT_BAR_GROUNDS,
    ObjectionGround,
    burden_on_suspect,
    objection_is_in_form,
    special_permission_bar,
)
from law.facts import Ground, Sentence, Suspension
from law.finding import Answer


def test_the_grounds_are_sorted_as_the_articles_sort_them() -> None:
    """No ground both allows and excludes a departure order; the security grounds are within the strict bar."""
    assert not DEPARTURE_ORDER_GROUNDS & EXCLUDES_DEPARTURE_ORDER
    assert SECURITY_GROUNDS < STRICT_BAR_GROUNDS < EXCLUDES_DEPARTURE_ORDER
    assert {Ground.IV_HA, Ground.IV_YO} == STRICT_BAR_GROUNDS - SECURITY_GROUNDS
    assert len(DEPARTURE_ORDER_GROUNDS) == 7
    assert len(EXCLUDES_DEPARTURE_ORDER) == 20


@pytest.mark.parametrize(
    ("ground", "item", "answer"),
    [
        (Ground.I, False, Answer.YES),
        (Ground.I, True, Answer.NO),
        (Ground.I, None, Answer.UNKNOWN),
        (Ground.II, None, Answer.YES),
        (Ground.IV_RO, None, Answer.NO),
    ],
)
def test_the_burden_of_proof(ground: Ground, *, item: bool | None, answer: Answer) -> None:
    """The suspect bears the burden for illegal entry and landing alone, and not for 3(1)(ii)."""
    assert burden_on_suspect(ground, landing_without_permission=item).value is answer


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        (Sentence(date(2025, 1, 1), 12, Suspension.NONE), Answer.NO),
        (Sentence(date(2025, 1, 1), 13, Suspension.NONE), Answer.YES),
        (Sentence(date(2025, 1, 1), None, Suspension.NONE), Answer.YES),
        (Sentence(date(2025, 1, 1), 24, Suspension.WHOLE), Answer.NO),
        (Sentence(date(2025, 1, 1), 24, Suspension.WHOLE, suspension_revoked=True), Answer.ASK),
        (Sentence(date(2025, 1, 1), 24, Suspension.PARTIAL, 12), Answer.NO),
        (Sentence(date(2025, 1, 1), 24, Suspension.PARTIAL, 13), Answer.YES),
        (Sentence(date(2025, 1, 1), 24, Suspension.PARTIAL), Answer.UNKNOWN),
        (Sentence(date(2025, 1, 1), 24, Suspension.NONE, japanese_court=False), Answer.NO),
        (Sentence(None, 24, Suspension.NONE), Answer.NO),
        (Sentence(date(2026, 6, 2), 24, Suspension.NONE), Answer.NO),
    ],
)
def test_which_sentence_bars_special_permission(sentence: Sentence, answer: Answer) -> None:
    """More than one year bars, by a final Japanese sentence, as far as it was not suspended (DT-16)."""
    assert special_permission_bar((sentence,), frozenset({Ground.IV_RO}), date(2026, 6, 1)).value is answer


def test_which_ground_bars_special_permission() -> None:
    """The grounds of the proviso bar by themselves; sentences never recorded leave it unknown."""
    for ground in Ground:
        answer = special_permission_bar(None, frozenset({ground}), date(2026, 6, 1)).value
        assert answer is (Answer.YES if ground in STRICT_BAR_GROUNDS else Answer.UNKNOWN)


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
