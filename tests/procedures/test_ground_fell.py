"""A court annuls the revocation from which a ground of deportation had arisen: a person weighs what is left."""

from typing import Any

from tests.procedures import departure_story
from tests.procedures.deportation_story import DESTINATION, FOUND, SIGNED, SUSPICION, examined, told
from tests.procedures.desk import FINAL, Desk
from tests.procedures.status_story import (
    CLERK,
    HEAD,
    ICO,
    INSPECTOR,
    circumstances,
    desk,
    notified,
    position,
    served,
    status_less,
)

SII = "supervising_immigration_inspector"
DAY = "2025-04-23"
FRAUD = "22-4(1)(i)"
GROUND: dict[str, Any] = {"grounds": [{"ground": "24(ii-2)", "since": "2025-04-21"}]}


def accepted_on_it(one: Desk) -> str:
    """Found deportable under 24(ii-2) on 23 April and everything waived; returns the deportation."""
    case = examined(one, DAY, "detention", **GROUND)
    one.act(case, "find", f"{DAY}T08:40", INSPECTOR, **(FOUND | {"ground": "24(ii-2)"}))
    one.act(case, "certify_finding_received", f"{DAY}T09:00", CLERK, received_on=DAY)
    one.act(case, "accept_finding", f"{DAY}T10:00", SII, **SIGNED)
    one.act(case, "waive_special_permission", f"{DAY}T10:10", SII, **SIGNED)
    return case


def ordered_on_it(one: Desk) -> str:
    """The order on that ground, shown; returns the deportation."""
    case = accepted_on_it(one)
    one.act(case, "issue_order", f"{DAY}T11:00", SII, **DESTINATION)
    one.act(case, "show_order", f"{DAY}T11:10", ICO)
    return case


def custody(one: Desk) -> set[str]:
    """What is owed in the case that keeps custody."""
    return one.duties(position(one).of("Detention")[-1].id)


def test_nobody_is_removed_on_a_ground_that_arose_from_what_was_annulled() -> None:
    """ACLA 32(1), 24(ii-2): the status never ended; the order waits to be weighed, and falls by a recorded act."""
    one = desk()
    revocation = served(one, FRAUD)
    case = ordered_on_it(one)
    assert "order_in_doubt" not in one.removal("2025-05-10")[1]
    one.act(revocation, "record_annulment", "2025-07-02", CLERK, **FINAL)
    assert one.duties(case) == {"weigh_ground"}
    assert "order_in_doubt" in one.removal("2025-07-03")[1]
    one.act(case, "weigh_ground", "2025-07-04", HEAD, stands=False, reasons="the status never ended")
    assert (one.stage(case), "release_at_once" in custody(one)) == ("order_withdrawn", True)
    assert "no_order_in_force" in one.removal("2025-07-05")[1]
    assert not status_less(one, "2025-07-05")
    assert {one.stage(each.id) for each in position(one).of("Enforcement")} == {"without_effect"}


def test_a_case_that_stands_on_another_item_goes_on() -> None:
    """A person decides: with another item of Article 24 the order may be executed again."""
    one = desk()
    revocation = served(one, FRAUD)
    case = ordered_on_it(one)
    one.act(revocation, "record_annulment", "2025-07-02", CLERK, **FINAL)
    one.act(case, "weigh_ground", "2025-07-04", HEAD, stands=True, reasons="another item")
    assert (one.stage(case), one.duties(case)) == ("ordered", set())
    assert "order_in_doubt" not in one.removal("2025-07-05")[1]
    assert one.refused(case, "weigh_ground", "2025-07-06", HEAD, stands=True, reasons="again") == "no_ground_to_weigh"


def test_no_order_issues_on_it_and_the_case_ends_with_release() -> None:
    """47(5): due, but no step is taken until it is weighed; without a ground the detainee is released."""
    one = desk()
    revocation = served(one, FRAUD)
    case = accepted_on_it(one)
    one.act(revocation, "record_annulment", "2025-07-02", CLERK, **FINAL)
    assert one.refused(case, "issue_order", "2025-07-03", SII, **DESTINATION) == "ground_to_be_weighed"
    one.act(case, "weigh_ground", "2025-07-04", HEAD, stands=False, reasons="stated")
    assert (one.stage(case), "release_at_once" in custody(one)) == ("not_deportable", True)


def test_an_annulled_finding_leaves_the_ground_to_be_weighed() -> None:
    """What rests on the finding falls with it; that the ground fell stays on a person's desk."""
    one = desk()
    revocation = served(one, FRAUD)
    case = accepted_on_it(one)
    one.act(revocation, "record_annulment", "2025-07-02", CLERK, **FINAL)
    one.act(case, "record_decision_annulled", "2025-07-03", CLERK, instance="examination", **FINAL)
    assert one.duties(case) == {"examine", "weigh_ground"}


def test_a_case_on_another_ground_hears_nothing_of_it() -> None:
    """24(iv)(ro): nothing of it arose from the revocation."""
    one = desk()
    revocation = served(one, FRAUD)
    case = told(one, DAY)
    one.act(revocation, "record_annulment", "2025-07-02", CLERK, **FINAL)
    assert SUSPICION["grounds"][0]["ground"] == "24(iv)(ro)"
    assert "weigh_ground" not in one.duties(case)


def test_a_departure_order_meets_a_status_that_was_restored() -> None:
    """55-85(1): the law says nothing of the order, so a person decides what becomes of it."""
    one = desk()
    revocation = served(one)
    suspected = {"grounds": [{"ground": "24(ii-4)", "since": "2025-05-17"}], "appeared_at": "2025-05-19T10:00:00+09:00"}
    case = departure_story.due(one, "2025-05-20", **suspected)
    paper = departure_story.PAPER | {"deadline": "2025-06-04"}
    one.act(case, "order_departure", "2025-05-20T10:00", SII, **paper)
    one.act(
        revocation,
        "record_annulment",
        "2025-05-30",
        CLERK,
        **(FINAL | {"final_on": "2025-05-29", "served_on": "2025-05-14"}),
    )
    assert "end_departure_order_for_status" in one.duties(case)
    one.act(case, "end_for_status", "2025-05-31", SII, reasons="the status never ended")
    assert one.stage(case) == "object_lost"


def test_a_court_annuls_the_revocation_of_somebody_who_left_too_late() -> None:
    """ACLA 32(1): beyond the period, and gone since: the status never ended by it."""
    one = desk()
    case = served(one)
    one.act(circumstances(one), "record_departure", "2025-05-20T09:00", INSPECTOR, on="2025-05-20")
    one.act(case, "record_annulment", "2025-07-02", CLERK, **FINAL)
    assert one.stage(case) == "annulled"


def test_what_was_never_served_is_not_annulled() -> None:
    """22-4(6): the person left before the hearing was over; there is no disposition."""
    one = desk()
    case = notified(one)
    one.act(circumstances(one), "record_departure", "2025-04-01", INSPECTOR, on="2025-04-01")
    assert one.refused(case, "record_annulment", "2025-07-02", CLERK, **FINAL) == "revocation_never_served"
