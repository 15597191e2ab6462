"""A court annulled a departure order or its revocation: no ground arose from it, and a person weighs the rest."""

from tests.procedures.court_story import judge, sue
from tests.procedures.departure_story import case_of, desk, ordered, position
from tests.procedures.deportation_story import CLERK, ICO, INSPECTOR, SII
from tests.procedures.desk import FINAL, Desk

BREACH = {"broken": ["50-52(iv)"], "fled": False, "reasons": "stated"}


def revoked_and_annulled() -> tuple[Desk, str, str]:
    """Revoked on 14 March 2025, a suit in April, and a final judgment of 1 July that annuls the revocation."""
    one = desk()
    case = ordered(one)
    one.act(case, "revoke", "2025-03-14", SII, **BREACH)
    suit = sue(one, case, "2025-04-01", "departure_order", made_on="2025-03-14", known_on="2025-03-14")
    judge(one, suit, "2025-06-16", "annulled")
    one.act(suit, "become_final", "2025-07-01", CLERK, final_on="2025-06-30")
    return one, case, suit


def pursued(one: Desk) -> str:
    """The deportation case that was opened on 24(ix)."""
    return position(one).of("Deportation")[-1].id


def test_what_follows_from_the_judgment_is_on_the_supervising_inspectors_desk() -> None:
    """The judgment is carried out where the order was made: its ground falls, and a person decides what follows."""
    one, case, suit = revoked_and_annulled()
    assert "court_stay" in one.removal("2025-07-02")[1]
    assert one.stage(suit) == "to_be_carried_out"
    one.act(case, "record_annulment", "2025-07-02", CLERK, **FINAL)
    assert (one.stage(case), one.duties(case)) == ("to_weigh", {"weigh_departure_annulment"})
    assert one.stage(suit) == "ended"
    assert case_of(one, "DepartureOrder").state.ground is None


def test_a_case_on_the_ground_of_the_revocation_waits_until_it_is_weighed() -> None:
    """24(ix) never arose: no step is taken in the case that was opened on it before somebody has weighed it."""
    one, case, _ = revoked_and_annulled()
    one.act(case, "record_annulment", "2025-07-02", CLERK, **FINAL)
    assert "weigh_ground" in one.duties(pursued(one))
    assert one.refused(pursued(one), "notify", "2025-07-03", ICO, reasons="stated") == "ground_to_be_weighed"


def test_departure_may_be_ordered_again() -> None:
    """A new order is due, with fifteen days of its own; the old one is closed and forbids none (24-3(ii))."""
    one, case, _ = revoked_and_annulled()
    one.act(case, "record_annulment", "2025-07-02", CLERK, **FINAL)
    one.act(case, "weigh_annulment", "2025-07-03", SII, order_again=True, reasons="stated")
    assert one.stage(case) == "annulled"
    again = position(one).of("DepartureOrder")[-1]
    assert again.id != case
    assert (str(again.stage), one.duties(again.id)) == ("due", {"order_departure"})


def test_none_is_ordered_again_to_whoever_left_before() -> None:
    """An earlier departure that came to the record since bars another order (24-3(iv), invariant 33)."""
    one, case, _ = revoked_and_annulled()
    one.act(case, "record_annulment", "2025-07-02", CLERK, **FINAL)
    left = {"on": "2019-03-04", "leaving": "removed", "source": "the file"}
    one.open("LandingDenial", "record_leaving", "2025-07-02T15:00", INSPECTOR, **left)
    again = {"order_again": True, "reasons": "stated"}
    assert one.refused(case, "weigh_annulment", "2025-07-03", SII, **again) == "left_before"
    one.act(case, "weigh_annulment", "2025-07-03", SII, order_again=False, reasons="stated")
    assert one.stage(case) == "annulled"


def test_nothing_need_be_ordered_again() -> None:
    """Whoever weighs it may find that nothing is left of the order."""
    one, case, _ = revoked_and_annulled()
    one.act(case, "record_annulment", "2025-07-02", CLERK, **FINAL)
    one.act(case, "weigh_annulment", "2025-07-03", SII, order_again=False, reasons="stated")
    assert one.stage(case) == "annulled"
    assert len(position(one).of("DepartureOrder")) == 1


def test_an_order_that_runs_is_annulled_too() -> None:
    """No deadline runs any more, and none is missed."""
    one = desk()
    case = ordered(one)
    judgment = {"judgment": "annuls it", "final_on": "2025-03-20", "served_on": "2025-03-19"}
    one.act(case, "record_annulment", "2025-03-20", CLERK, **judgment)
    assert one.stage(case, "2025-03-26") == "to_weigh"


def test_who_left_leaves_nothing_to_weigh() -> None:
    """The person left before anybody weighed it: the case closes."""
    one, case, _ = revoked_and_annulled()
    one.act(case, "record_annulment", "2025-07-02", CLERK, **FINAL)
    one.act(case_of(one, "Circumstances").id, "record_departure", "2025-07-04", ICO, on="2025-07-04")
    assert (one.stage(case), one.duties(case)) == ("annulled", set())
