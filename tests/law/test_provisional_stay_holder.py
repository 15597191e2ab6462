"""Holders of provisional stay: work, revocation, and a status without recognition."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from law.facts import Sentence, Suspension
from law.finding import Answer
from law.periods import JST
from law.provisional_stay import Exclusion
from law.provisional_stay_holder import (
    NEW_TERMS_SINCE,
    HolderFacts,
    HolderGround,
    RevocationGround,
    WorkFacts,
    business_never,
    may_be_revoked,
    revocation_grounds,
    status_for_holder,
    work_may_be_permitted,
)

DELIVERED = datetime(2026, 1, 5, 9, tzinfo=JST)
BEFORE = NEW_TERMS_SINCE - timedelta(seconds=1)
TODAY = date(2026, 3, 2)
NONE: frozenset[Exclusion] = frozenset()
NO_CONDUCT: frozenset[RevocationGround] = frozenset()


@pytest.mark.parametrize("exclusion", Exclusion)
def test_which_exclusions_revoke(exclusion: Exclusion) -> None:
    """(iv)-(ix) revoke if they existed on permission, (v) and (viii) also if they arose later; flight never (F35)."""
    found = frozenset({exclusion})
    existed = revocation_grounds(found, NONE, NO_CONDUCT)
    assert bool(existed) is (exclusion.value in {"iv", "v", "vi", "vii", "viii", "ix"})
    assert bool(revocation_grounds(NONE, found, NO_CONDUCT)) is (exclusion.value in {"v", "viii"})


def test_conduct_revokes_by_its_own_items() -> None:
    """The items (iii)-(vi) come from conduct; (i) and (ii) never without an exclusion."""
    assert revocation_grounds(NONE, NONE, frozenset(RevocationGround)) == frozenset(list(RevocationGround)[2:])


@pytest.mark.parametrize("ground", RevocationGround)
def test_revocation_is_a_power_with_its_article(ground: RevocationGround) -> None:
    """Every ground cites its item; without one there is no power, and older permits are under old law (suppl. 12)."""
    found = may_be_revoked(frozenset({ground}), DELIVERED)
    assert (found.value, found.basis[0].article) == (Answer.YES, ground.value)
    assert may_be_revoked(frozenset(), DELIVERED).value is Answer.NO
    assert may_be_revoked(frozenset({ground}), BEFORE).value is Answer.ASK


def test_a_business_is_never_permitted() -> None:
    """Running a business is never permitted; permits from before 2024-06-10 are under old law (suppl. 13)."""
    assert business_never(NEW_TERMS_SINCE).value is Answer.NO
    assert business_never(BEFORE).value is Answer.ASK


WORK = WorkFacts(DELIVERED, applied=True, within_living_needs=True, appropriate=True)


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (WORK, Answer.YES),
        (replace(WORK, applied=False), Answer.NO),
        (replace(WORK, within_living_needs=False), Answer.NO),
        (replace(WORK, within_living_needs=None), Answer.UNKNOWN),
        (replace(WORK, appropriate=None), Answer.ASK),
        (replace(WORK, appropriate=False, within_living_needs=None), Answer.NO),
        (replace(WORK, delivered_at=BEFORE), Answer.ASK),
    ],
)
def test_paid_work_needs_application_need_and_judgment(facts: WorkFacts, answer: Answer) -> None:
    """Paid work needs an application, stays within living needs, and is found appropriate (61-2-7(2), F36)."""
    assert work_may_be_permitted(facts).value is answer


HOLDER = HolderFacts(
    holds_provisional_stay=True,
    ground=HolderGround.OTHER_CIRCUMSTANCES,
    sentences=(),
    suspected_ground=False,
    refusal_lacks_humanity=False,
)


def _sentenced(months: int | None, suspension: Suspension = Suspension.NONE, part: int | None = None) -> HolderFacts:
    return replace(HOLDER, sentences=(Sentence(date(2024, 1, 9), months, suspension, part),))


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (HOLDER, Answer.ASK),
        (replace(HOLDER, holds_provisional_stay=False), Answer.NO),
        (replace(HOLDER, holds_provisional_stay=None), Answer.UNKNOWN),
        (replace(HOLDER, ground=None), Answer.NO),
        (_sentenced(12), Answer.ASK),
        (_sentenced(13), Answer.NO),
        (_sentenced(None), Answer.NO),
        (_sentenced(60, Suspension.WHOLE), Answer.ASK),
        (_sentenced(60, Suspension.PARTIAL, 12), Answer.ASK),
        (_sentenced(60, Suspension.PARTIAL, 13), Answer.NO),
        (_sentenced(60, Suspension.PARTIAL), Answer.UNKNOWN),
        (replace(_sentenced(13), refusal_lacks_humanity=True), Answer.ASK),
        (replace(_sentenced(13), refusal_lacks_humanity=None), Answer.ASK),
        (replace(HOLDER, suspected_ground=True), Answer.NO),
        (replace(HOLDER, suspected_ground=None), Answer.UNKNOWN),
        (replace(HOLDER, sentences=None), Answer.UNKNOWN),
    ],
)
def test_a_status_for_a_holder_is_a_judgment_behind_a_strict_bar(facts: HolderFacts, answer: Answer) -> None:
    """More than one year, or a suspected grave ground, bars the status unless refusing lacks humanity (F39, DT-16)."""
    assert status_for_holder(facts, TODAY).value is answer
