"""A court stays the effect of what took a way of staying from the person: for the time it is held again."""

from typing import Any

import pytest

from engine.command import Outcome
from law.facts import ProvisionalStayPeriod
from law.periods import legal_day
from tests.procedures.court_story import court, judge, stay, sue
from tests.procedures.deportation_story import ELIGIBLE, FOUND, INSPECTOR, SIGNED, SII, examined
from tests.procedures.desk import Desk
from tests.procedures.status_story import (
    AT_HOME,
    CLERK,
    ICO,
    INACTIVE,
    arisen,
    circumstances,
    desk,
    position,
    refused_opening,
    revoked,
    served,
    status_less,
)
from tests.procedures.stay_story import HEAD, application_of, how_it_ended, running

SUSPICION: dict[str, Any] = {"grounds": [{"ground": "24(ii-4)", "since": "2025-05-17"}], "reasons": "stated"}


def revoked_and_sued(ground: str = INACTIVE) -> tuple[Desk, str, str]:
    """A status revoked on 21 April 2025, to leave by 16 May where there is a period; a suit since 25 April."""
    one = desk()
    case = served(one, ground)
    suit = sue(one, case, "2025-04-25", "status_revocation", made_on="2025-04-18", known_on="2025-04-21")
    return one, case, suit


def test_the_period_for_leaving_stands_still_while_the_effect_is_stayed() -> None:
    """16 days are left on 1 May (1 to 16 May); from 2 June they run again: 3 to 18 June; then 24(ii-4) arises."""
    one, case, suit = revoked_and_sued()
    stay(one, suit, "2025-05-01", "effect")
    assert one.stage(case) == "effect_stayed"
    assert not status_less(one, "2025-05-02")
    assert not status_less(one, "2025-05-20")
    assert one.stage(case, "2025-05-20") == "effect_stayed"
    assert arisen(one) == []
    court(one, suit, "cancel_for_change", "2025-06-02")
    assert one.stage(case) == "departure_period"
    assert status_less(one, "2025-06-02T12:01")
    assert position(one).cases[case].state.until.isoformat() == "2025-06-18"
    assert one.stage(case, "2025-06-18T23:59") == "departure_period"
    assert one.stage(case, "2025-06-19T00:00") == "staying_on"


@pytest.mark.parametrize("scope", ["removal", "execution"])
def test_a_narrower_stay_leaves_status_and_period_as_they_are(scope: str) -> None:
    """A stay reaches exactly what the court said (25(2)): only one of the effect gives the status back for the time."""
    one, case, suit = revoked_and_sued()
    stay(one, suit, "2025-05-01", scope)
    assert status_less(one, "2025-05-02")
    assert one.stage(case, "2025-05-17T00:00") == "staying_on"


def test_nobody_investigates_on_a_ground_that_is_stayed() -> None:
    """24(ii-4), arisen before the court's word, does not apply for the time: nothing is considered or investigated."""
    one, case, suit = revoked_and_sued()
    assert one.stage(case, "2025-05-19") == "staying_on"
    stay(one, suit, "2025-05-20", "effect")
    assert one.duties(case) == set()
    code, remedy = refused_opening(one, "Deportation", "investigate", "2025-05-21", ICO, **SUSPICION)
    assert (code, remedy) == ("ground_stayed_by_a_court", "Wait for the end of the stay.")
    court(one, suit, "cancel_for_change", "2025-06-02")
    assert one.stage(case) == "staying_on"
    assert one.duties(case) == {"consider_investigation"}
    one.open("Deportation", "investigate", "2025-06-03", ICO, **SUSPICION)


def test_a_revocation_without_a_period_is_stayed_too() -> None:
    """24(ii-2) arose with the service; while the effect is stayed the status is held, and the duty rests."""
    one, case, suit = revoked_and_sued("22-4(1)(i)")
    stay(one, suit, "2025-05-01", "effect")
    assert not status_less(one, "2025-05-02")
    assert (one.stage(case), one.duties(case)) == ("effect_stayed", set())
    court(one, suit, "cancel_for_change", "2025-06-02")
    assert (one.stage(case), one.duties(case)) == ("staying_on", {"consider_investigation"})


def test_no_order_issues_on_a_stayed_ground() -> None:
    """DT-03: accepted on 20 May, the three days over on the 24th; the order waits while the effect is stayed."""
    one, _, suit = revoked_and_sued()
    case = examined(one, "2025-05-20", **SUSPICION)
    finding = FOUND | {"ground": "24(ii-4)", "assessment": ELIGIBLE | {"certain_to_leave": False}}
    one.act(case, "find", "2025-05-20T08:40", INSPECTOR, **finding)
    one.act(case, "certify_finding_received", "2025-05-20T09:00", CLERK, received_on="2025-05-20")
    one.act(case, "accept_finding", "2025-05-20T10:00", SII, **SIGNED)
    assert one.stage(case, "2025-05-26") == "order_due"
    stay(one, suit, "2025-05-26", "effect")
    assert (one.stage(case), "issue_order" in one.duties(case)) == ("window", False)
    order = {"destination": "XA", "reasons": "stated"}
    assert one.refused(case, "issue_order", "2025-05-27", SII, **order) == "decision_stayed_by_a_court"
    court(one, suit, "cancel_for_change", "2025-06-02")
    assert (one.stage(case), "issue_order" in one.duties(case)) == ("order_due", True)
    one.act(case, "issue_order", "2025-06-03", SII, **order)


def test_nobody_is_removed_while_the_effect_is_stayed() -> None:
    """A case was opened before the stay: DT-01 blocks as long as the court says so."""
    one, _, suit = revoked_and_sued()
    one.open("Deportation", "investigate", "2025-05-19", ICO, **SUSPICION)
    assert "court_stay" not in one.removal("2025-05-20")[1]
    stay(one, suit, "2025-05-21", "effect")
    assert not status_less(one, "2025-05-22")
    assert "court_stay" in one.removal("2025-05-22")[1]


def test_who_leaves_while_the_period_stands_still_left_in_time() -> None:
    """No period was missed under the stay: a departure meanwhile is one within it."""
    one, case, suit = revoked_and_sued()
    stay(one, suit, "2025-05-01", "effect")
    one.act(circumstances(one), "record_departure", "2025-06-10", ICO, on="2025-06-10")
    assert one.stage(case) == "left_in_time"


def test_what_a_final_judgment_set_aside_never_regains_effect() -> None:
    """From the final judgment on the status is held; the stay of before ends with the suit and changes nothing."""
    one, case, suit = revoked_and_sued()
    stay(one, suit, "2025-05-01", "effect")
    judge(one, suit, "2025-06-16", "annulled")
    one.act(suit, "become_final", "2025-07-01", CLERK, final_on="2025-07-01")
    assert one.stage(case) == "effect_stayed"
    assert not status_less(one, "2025-07-02")
    one.act(suit, "record_carried_out", "2025-07-03", CLERK, how="the card was handed back")
    assert not status_less(one, "2025-07-04")
    judgment = {"judgment": "annuls it", "final_on": "2025-07-01", "served_on": "2025-06-16"}
    one.act(case, "record_annulment", "2025-07-05", CLERK, **judgment)
    assert one.stage(case) == "annulled"
    assert not status_less(one, "2025-07-06")


def test_a_revocation_served_under_a_stay_takes_nothing() -> None:
    """The court spoke before the notice was served: the status goes on, and the whole period is left."""
    one = desk()
    case = revoked(one)
    suit = sue(one, case, "2025-04-19", "status_revocation", made_on="2025-04-18", known_on="2025-04-18")
    stay(one, suit, "2025-04-20", "effect")
    one.act(case, "deliver", "2025-04-21T15:00", ICO, **AT_HOME)
    assert one.stage(case) == "effect_stayed"
    assert not status_less(one, "2025-05-20")


def test_a_stay_entered_late_undoes_a_missed_period() -> None:
    """The court's word of 1 May is entered on 20 May: the period had not run out on 16 May."""
    one, case, suit = revoked_and_sued()
    assert one.stage(case, "2025-05-19") == "staying_on"
    body = {"scope": "effect", "term": "lifted", "court": "district court"}
    filed = one.try_act(suit, "order_stay", "2025-05-01", CLERK, received="2025-05-20", **body)
    assert filed.outcome is Outcome.FILED
    assert one.stage(case) == "effect_stayed"
    assert one.duties(case) == set()
    assert not status_less(one, "2025-05-21")


def revoked_stay() -> tuple[Desk, str, str]:
    """Provisional stay until 8 September, its revocation received on 9 May 2025, and a suit of 12 May."""
    one, case = running()
    one.act(case, "revoke", "2025-05-07", HEAD, conduct=["61-2-6(iii)"], reasons="stated")
    one.act(case, "certify_revocation_received", "2025-05-09", CLERK, received_on="2025-05-09")
    suit = sue(one, case, "2025-05-12", "provisional_stay", made_on="2025-05-07", known_on="2025-05-09")
    return one, case, suit


def test_a_revoked_provisional_stay_runs_while_the_court_says_so() -> None:
    """61-2-9(2): for the time the procedure stands still; with the court's word the stay has ended again."""
    one, case, suit = revoked_stay()
    assert "provisional_stay_running" not in one.removal("2025-05-13")[1]
    stay(one, suit, "2025-05-14", "effect")
    assert one.stage(case) == "running"
    assert {"provisional_stay_running", "court_stay"} <= one.removal("2025-05-15")[1]
    assert one.duties(case) == set()
    periods = position(one).all(ProvisionalStayPeriod)
    assert [(legal_day(each.delivered_at).day, each.ended_at is None) for each in periods] == [(10, False), (14, True)]
    court(one, suit, "cancel_for_change", "2025-06-02")
    assert one.stage(case) == "ended"
    assert "provisional_stay_running" not in one.removal("2025-06-03")[1]
    assert how_it_ended(one) == ["revoked", "revoked"]


def test_a_provisional_stay_runs_no_longer_than_its_written_period() -> None:
    """A court that stays the revocation gives no more than was there: on 8 September the period is over."""
    one, case, suit = revoked_stay()
    stay(one, suit, "2025-05-14", "effect")
    assert one.stage(case, "2025-09-08T23:59") == "running"
    assert one.stage(case, "2025-09-09T00:00") == "ended"
    court(one, suit, "cancel_for_change", "2025-09-16")
    assert how_it_ended(one) == ["revoked", "period_over"]


def test_a_period_that_is_over_does_not_come_back() -> None:
    """The court's word comes after the last day: nothing is left that could run."""
    one, case, suit = revoked_stay()
    stay(one, suit, "2025-09-10", "effect")
    assert one.stage(case) == "ended"


@pytest.mark.parametrize("scope", ["removal", "execution"])
def test_a_narrower_stay_brings_no_provisional_stay_back(scope: str) -> None:
    """Only a stay of the effect reaches the revocation itself."""
    one, case, suit = revoked_stay()
    stay(one, suit, "2025-05-14", scope)
    assert one.stage(case) == "ended"


def test_a_revocation_set_aside_for_good_does_not_end_the_stay_again() -> None:
    """After the final judgment the stay runs on, though the suit has ended."""
    one, case, suit = revoked_stay()
    judge(one, suit, "2025-06-16", "annulled")
    one.act(suit, "become_final", "2025-07-01", CLERK, final_on="2025-07-01")
    assert one.stage(case) == "running"
    one.act(suit, "record_carried_out", "2025-07-03", CLERK, how="the permit was handed back")
    assert one.stage(case) == "running"


def test_an_application_that_ends_meanwhile_ends_the_stay_for_good() -> None:
    """The application is withdrawn under the court's stay: the end of the court's stay changes nothing more."""
    one, case, suit = revoked_stay()
    stay(one, suit, "2025-05-14", "effect")
    one.act(application_of(one), "end", "2025-05-20", CLERK, ending="application_withdrawn")
    assert one.stage(case) == "ended"
    court(one, suit, "cancel_for_change", "2025-06-02")
    assert one.stage(case) == "ended"
    assert how_it_ended(one)[0] == "revoked"
