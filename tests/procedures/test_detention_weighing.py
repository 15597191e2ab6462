"""Where the law leaves open what becomes of custody: a person weighs it, and nothing is left that nobody can do."""

from typing import Any

from law.facts import Custody
from tests.procedures.custody_story import (
    DISASTER,
    HEAD,
    ICO,
    REASONED,
    SHOWN,
    SII,
    clock_end,
    copy,
    custody,
    desk,
    detained,
    do,
    handed_over,
    held_under_order,
    in_emergency,
    order,
    owed,
    position,
    record,
    refused,
)
from tests.procedures.custody_story import ordered as the_order_issues
from tests.procedures.deportation_story import ORDER_PAPER
from tests.procedures.desk import Desk

TRIAL = [{"kind": "criminal", "since": "2025-05-19"}]
GOES_ON: dict[str, Any] = {"detention": True, "sponsorship_considered": True, "reasons": "the trial is short"}


def beside_a_trial() -> Desk:
    """Held under the order when criminal proceedings are recorded."""
    one = desk()
    held_under_order(one, "2025-05-12")
    record(one, "record_proceedings", "2025-05-20T10:00", ICO, proceedings=TRIAL)
    return one


def test_detention_under_the_order_beside_criminal_proceedings_is_weighed() -> None:
    """63(2), A-47, 42 of LAW §14: the title stands until a person has decided; removal is not owed meanwhile."""
    one = beside_a_trial()
    held = position(one).custody_held
    assert held is not None
    assert held.title is not None
    assert owed(one) == {"weigh_proceedings"}
    unconsidered = GOES_ON | {"sponsorship_considered": False}
    assert refused(one, "weigh", "2025-05-20T11:00", SII, **unconsidered) == "sponsorship_not_considered"
    do(one, "weigh", "2025-05-20T11:00", SII, **GOES_ON)
    assert (custody(one), owed(one)) == (Custody.DETAINED_DEPORTATION_ORDER, set())


def test_what_was_not_to_go_on_ends_in_a_release() -> None:
    """63(2): found not to go on, the title ends, release is owed; the order is executed when the trial is over."""
    one = beside_a_trial()
    do(one, "weigh", "2025-05-20T11:00", SII, detention=False, **REASONED)
    assert owed(one) == {"release_at_once"}
    do(one, "release", "2025-05-20T11:10", SII, why="proceedings", reasons="stated")
    assert (custody(one), owed(one)) == (Custody.FREE, set())
    over = [TRIAL[0] | {"until": "2025-07-01"}]
    record(one, "record_proceedings", "2025-07-01T10:00", ICO, proceedings=over)
    assert owed(one) == {"remove_or_tell"}


def test_proceedings_that_end_leave_nothing_to_weigh() -> None:
    """63(2): with their end the order is executed again, and removal or the notice is owed."""
    one = beside_a_trial()
    record(one, "record_proceedings", "2025-05-26T10:00", ICO, proceedings=[])
    assert owed(one) == {"remove_or_tell"}
    assert refused(one, "weigh", "2025-05-26T11:00", SII, **GOES_ON) == "nothing_to_weigh"


def test_a_sentence_that_is_served_with_leave_is_nothing_to_weigh() -> None:
    """63(2) proviso: the order may be executed."""
    one = desk()
    held_under_order(one, "2025-05-12")
    served = [{"kind": "sentence", "since": "2025-05-19", "leave_given": True}]
    record(one, "record_proceedings", "2025-05-20T10:00", ICO, proceedings=served)
    assert owed(one) == {"remove_or_tell"}


def test_an_order_that_issues_beside_a_trial_is_weighed_at_once() -> None:
    """63(2): held under the detention order, which is spent; removal is not owed before the trial is over."""
    one = desk()
    case = detained(one, "2025-05-20T09:00")
    handed_over(one, case, "2025-05-20T09:10")
    record(one, "record_proceedings", "2025-05-20T09:20", ICO, proceedings=TRIAL)
    the_order_issues(one, case, "2025-05-20")
    assert custody(one) is Custody.DETAINED_DEPORTATION_ORDER
    assert owed(one) == {"weigh_proceedings"}


def test_whoever_is_taken_over_beside_a_trial_is_weighed() -> None:
    """A-47: what nobody weighed before the case was kept here is weighed now."""
    one = desk()
    record(one, "record_proceedings", "2025-05-20T09:00", ICO, proceedings=TRIAL)
    body = {"title": "deportation_order", "since": "2025-05-10T10:00:00+09:00", "facility": "rooms 1"}
    one.open("Detention", "take_over", "2025-05-20T10:00", ICO, **body)
    assert owed(one) == {"weigh_proceedings"}


def test_nothing_is_weighed_of_somebody_set_free() -> None:
    """63(2): taking back is refused while the proceedings run; there is no detention to weigh."""
    one = beside_a_trial()
    do(one, "set_free_in_disaster", "2025-05-21T10:00", HEAD, **DISASTER)
    assert owed(one) == {"take_back"}
    assert refused(one, "take_back", "2025-05-22", ICO, facility="rooms 2") == "criminal_proceedings_run"


def test_an_emergency_that_an_arrest_ends_goes_back_to_the_control_officer() -> None:
    """43(2), 39(1): no order issued, so nothing of it is left; the suspicion is notified and screened, or dropped."""
    one = desk()
    case = in_emergency(one, "2025-05-12T09:00")
    do(one, "record_criminal_custody", "2025-05-12T12:00", ICO, custodian="prosecutor", not_indicted=True)
    assert owed(one) == set()
    assert (one.stage(case), one.duties(case)) == ("investigated", {"investigate"})
    freed = copy(one)
    do(freed, "end_criminal_custody", "2025-05-13T10:00", ICO)
    assert (custody(freed), owed(freed)) == (Custody.FREE, set())
    one.act(case, "notify", "2025-05-13T09:00", ICO, **REASONED)
    screening: dict[str, Any] = {"outcome": "detention", "sponsorship_considered": True, **REASONED}
    one.act(case, "screen", "2025-05-13T09:10", SII, **screening)
    order(one, "2025-05-13T09:20")
    do(one, "receive_from_criminal_custody", "2025-05-13T10:00", ICO, **SHOWN)
    assert clock_end(one, "hand_over_limit") == "2025-05-15T10:00"


def test_an_emergency_for_which_an_order_issued_outlives_an_arrest() -> None:
    """43(2), 42: the order stands, and the person is detained under it, in urgency without the paper."""
    one = desk()
    case = in_emergency(one, "2025-05-12T09:00")
    order(one, "2025-05-12T10:00", sponsorship_appropriate=False)
    do(one, "record_criminal_custody", "2025-05-12T12:00", ICO, custodian="police")
    do(one, "end_criminal_custody", "2025-05-13T10:00", ICO)
    assert (owed(one), one.stage(case)) == ({"detain_person"}, "screened")
    urgent = {"facility": "rooms 1", "told": ["facts", "detention_order_issued"], "urgency": "at night"}
    do(one, "detain", "2025-05-13T11:00", ICO, **urgent)
    assert clock_end(one, "hand_over_limit") == "2025-05-15T08:00"


def test_an_emergency_broken_by_a_disaster_and_an_arrest_leaves_no_duty() -> None:
    """43(2), 55-54: whoever does not come back has no emergency detention left."""
    one = desk()
    case = in_emergency(one, "2025-05-12T09:00")
    do(one, "set_free_in_disaster", "2025-05-12T12:00", HEAD, **DISASTER)
    do(one, "record_criminal_custody", "2025-05-12T15:00", ICO, custodian="police")
    assert (owed(one), one.stage(case)) == (set(), "investigated")
    order_now = ORDER_PAPER | {"sponsorship_appropriate": False}
    assert refused(one, "issue_detention_order", "2025-05-12T16:00", SII, **order_now) == "no_footing"


def test_a_breach_before_an_arrest_sends_the_case_back() -> None:
    """44: the 48 hours passed, then the person was arrested: nobody can be handed over any more."""
    one = desk()
    case = detained(one, "2025-05-12T09:00")
    do(one, "record_criminal_custody", "2025-05-14T10:00", ICO, custodian="police")
    assert (owed(one), one.stage(case)) == (set(), "investigated")
