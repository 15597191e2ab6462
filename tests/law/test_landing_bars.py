"""The bars of 5(1) without end that may stand beside a denial of landing."""

from datetime import date

import pytest

from law.facts import Ground, Sentence, Suspension
from law.finding import Answer
from law.judgment_abroad import JudgmentFacts, denies_landing
from law.landing_bars import OnRecord, bars_beside

DAY = date(2025, 7, 10)
FINAL = date(2024, 3, 1)


def sentence(months: int | None, suspension: Suspension = Suspension.NONE, **more: object) -> Sentence:
    """A final sentence of a Japanese court."""
    return Sentence(FINAL, months, suspension, **more)  # type: ignore[arg-type]


def bars(sentences: tuple[Sentence, ...] | None, *grounds: Ground, security: bool = False) -> dict[str, Answer]:
    """The codes of the bars on record, each with its answer."""
    found = bars_beside(OnRecord(sentences, frozenset(grounds), security), DAY)
    return {one.reasons[0].code: one.value for one in found}


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (sentence(12), {"sentenced_to_a_year": Answer.YES}),
        (sentence(11), {}),
        (sentence(None), {"sentenced_to_a_year": Answer.YES}),
        (sentence(12, japanese_court=False), {"sentenced_to_a_year": Answer.YES}),
        (sentence(24, Suspension.PARTIAL, unsuspended_months=12), {"sentenced_to_a_year": Answer.YES}),
        (sentence(24, Suspension.PARTIAL, unsuspended_months=6), {"sentenced_with_suspension": Answer.ASK}),
        (sentence(24, Suspension.WHOLE), {"sentenced_with_suspension": Answer.ASK}),
        (sentence(24, Suspension.WHOLE, suspension_revoked=True), {"sentenced_to_a_year": Answer.YES}),
        (Sentence(None, 24, Suspension.NONE), {}),
        (Sentence(date(2025, 7, 11), 24, Suspension.NONE), {}),
    ],
)
def test_a_year_or_more_bars_without_end(one: Sentence, expected: dict[str, Answer]) -> None:
    """5(1)(iv), DT-16: one year or more of any country's court, suspended or not; once suspended it asks (A-44)."""
    assert bars((one,)) == expected


def test_sentences_never_recorded_are_not_said_to_be_absent() -> None:
    """Unknown, beside whatever the grounds say."""
    assert bars(None) == {"sentences_not_on_record": Answer.UNKNOWN}
    assert bars(()) == {}


@pytest.mark.parametrize(
    ("ground", "code", "answer", "article"),
    [
        (Ground.IV_CHI, "convicted_of_a_drug_crime", Answer.YES, "5(1)(v)"),
        (Ground.IV_NU, "engaged_in_prostitution", Answer.YES, "5(1)(vii)"),
        (Ground.IV_HA, "trafficked_persons", Answer.YES, "5(1)(vii-2)"),
        (Ground.IV_3, "event_related_bar_may_stand", Answer.ASK, "5(1)(v-2)"),
        (Ground.IV_O, "overthrow_bar_may_stand", Answer.ASK, "5(1)(xi)"),
        (Ground.IV_WA, "group_bar_may_stand", Answer.ASK, "5(1)(xii)"),
        (Ground.IV_KA, "propaganda_bar_may_stand", Answer.ASK, "5(1)(xiii)"),
        (Ground.IV_YO, "interests_bar_may_stand", Answer.ASK, "5(1)(xiv)"),
        (Ground.III_2, "terrorism_bar_may_stand", Answer.ASK, "5(1)(xiv)"),
    ],
)
def test_what_the_ground_of_deportation_brings_beside(ground: Ground, code: str, answer: Answer, article: str) -> None:
    """A conduct proved by the deportation bars by its own item; what lies ahead a person judges."""
    assert bars((), ground) == {code: answer}
    found = bars_beside(OnRecord((), frozenset({ground})), DAY)
    assert [citation.article for citation in found[0].basis] == [article]


def test_a_ground_of_security_asks_a_person() -> None:
    """Suspected is enough to ask; an overstay brings nothing."""
    assert bars((), Ground.IV_RO, security=True) == {"security_bar_may_stand": Answer.ASK}
    assert bars((), Ground.IV_RO) == {}


@pytest.mark.parametrize(
    ("code", "relief"),
    [("convicted_of_a_drug_crime", True), ("engaged_in_prostitution", True), ("trafficked_persons", False)],
)
def test_which_bars_the_minister_may_set_aside(code: str, relief: bool) -> None:
    """5-2 names (iv), (v), (vii), (ix) and (ix-2); the others only special landing permission cures (12)."""
    found = bars_beside(OnRecord((), frozenset({Ground.IV_CHI, Ground.IV_NU, Ground.IV_HA})), DAY)
    remedy = next(one.reasons[0].remedy for one in found if one.reasons[0].code == code)
    assert remedy.startswith("The Minister may set it aside") is relief


def judgment(**changes: object) -> JudgmentFacts:
    """A judgment of 5(1)(ix-2), unless said otherwise."""
    given: dict[str, object] = {
        "as_table_i_holder": True,
        "listed_crime": True,
        "imprisonment": True,
        "left_on": date(2024, 5, 1),
        "abroad_when_final": True,
        "final_on": date(2024, 8, 15),
    }
    return JudgmentFacts(**(given | changes))  # type: ignore[arg-type]


def test_a_judgment_that_became_final_abroad() -> None:
    """All five conditions of 5(1)(ix-2) met."""
    assert denies_landing(judgment()).value is Answer.YES
    assert denies_landing(judgment(final_on=date(2024, 5, 1))).value is Answer.YES


@pytest.mark.parametrize(
    ("changes", "answer", "code"),
    [
        ({"as_table_i_holder": False}, Answer.NO, "not_a_table_i_holder"),
        ({"listed_crime": False}, Answer.NO, "not_a_listed_crime"),
        ({"imprisonment": False}, Answer.NO, "not_imprisonment"),
        ({"final_on": date(2024, 4, 30)}, Answer.NO, "final_before_leaving"),
        ({"abroad_when_final": False}, Answer.NO, "not_abroad_when_final"),
        ({"left_on": None}, Answer.UNKNOWN, "final_before_leaving_not_on_record"),
        ({"listed_crime": None}, Answer.UNKNOWN, "not_a_listed_crime_not_on_record"),
    ],
)
def test_each_condition_of_a_judgment_abroad(changes: dict[str, object], answer: Answer, code: str) -> None:
    """One that fails says no; one that is not on record says unknown."""
    found = denies_landing(judgment(**changes))
    assert (found.value, [why.code for why in found.reasons]) == (answer, [code])
