"""Provisional release beside other cases: the order meanwhile, Sponsorship, custody, the ends of the procedure."""

from typing import Any

import pytest

from engine.case import ClockStatus
from law.facts import Custody
from law.provisional_release import ReleaseTerms
from tests.procedures.deportation_story import examined
from tests.procedures.desk import Desk, jst
from tests.procedures.permission_story import permitted
from tests.procedures.release_story import (
    CLERK,
    DIRECTOR,
    EXTENSION,
    GRANT,
    ICO,
    INSPECTOR,
    SII,
    circumstances,
    desk,
    detained_suspect,
    ends,
    held,
    move,
    order,
    position,
    release_of,
    released,
    requested,
)
from tests.procedures.sponsorship_story import decision
from workflows.custody_effects import ReleaseEnd


def on_release(last_day: str = "2025-05-02") -> tuple[Desk, str, str]:
    """Detained and accepted on 4 February, released on 5 February; returns the cases of custody and of release."""
    one = desk()
    custody = detained_suspect(one, "2025-02-04")
    return one, custody, released(one, "2025-02-05", last_day)


def test_detention_lets_go_and_takes_back_on_the_day_after_the_last() -> None:
    """Released until 28 February: free at 00:00 of 1 March, and detained again with a copy of the permit (55(5))."""
    one, custody, release = on_release("2025-02-28")
    assert position(one).custody is Custody.PROVISIONAL_RELEASE_DETENTION_ORDER
    one.act(release, "request_extension", "2025-02-28", CLERK, **EXTENSION)
    one.register.let_lapse(one.person, jst("2025-03-01T00:00"))
    assert (one.stage(custody), ends(one)) == ("free", [ReleaseEnd.EXPIRED])
    due = {duty.kind: str(duty.due_on) for duty in one.register.case(custody).open_duties}
    assert due == {"detain_person": "2025-03-01"}
    shown = ["permit_copy", "detention_order"]
    assert one.refused(custody, "detain", "2025-03-01", ICO, facility="rooms 1", shown=shown[1:]) == "papers_not_shown"
    one.act(custody, "detain", "2025-03-01", ICO, facility="rooms 1", shown=shown)
    assert position(one).custody is Custody.DETAINED_DETENTION_ORDER
    assert one.stage(requested(one, "2025-03-03")) == "considered"


def test_after_a_revocation_the_document_and_the_order_are_shown() -> None:
    """55(1) to (3): the same day, with form 70 and the detention order."""
    one, custody, release = on_release()
    one.act(release, "revoke", "2025-02-10", SII, breaches=["did_not_appear"], reasons="r")
    assert {duty.kind: str(duty.due_on) for duty in one.register.case(custody).open_duties} == {
        "detain_person": "2025-02-10"
    }
    one.act(custody, "detain", "2025-02-10T13:00", ICO, facility="r", shown=["release_revocation", "detention_order"])
    assert position(one).custody is Custody.DETAINED_DETENTION_ORDER


def test_an_order_during_the_release_stops_its_period() -> None:
    """A-10: the period stops, a decision on custody is owed the same day, and nothing expires until it is made."""
    one, _, release = on_release()
    one.act(release, "request_extension", "2025-02-06", CLERK, **EXTENSION)
    order(one, "2025-02-07")
    assert one.stage(release, "2025-08-01") == "order_meanwhile"
    assert {(duty.kind, str(duty.due_on)) for duty in one.register.case(release).open_duties} == {
        ("decide_custody_under_order", "2025-02-07")
    }
    assert {clock.status for clock in one.register.case(release).clocks} == {ClockStatus.STOPPED}
    assert ends(one) == []
    assert [terms.decision_owed for terms in position(one).all(ReleaseTerms)] == [True]
    assert "custody_undecided" in one.removal("2025-08-01")[1]
    one.act(release, "detain_under_order", "2025-02-10", SII, **CHOSEN)
    assert "custody_undecided" not in one.removal("2025-08-01")[1]


def test_a_new_release_under_the_order() -> None:
    """The new decision has its own reason, permit and three months, counted from its own day."""
    one, _, release = on_release()
    order(one, "2025-02-07")
    body = GRANT | {"last_day": "2025-05-12"}
    assert one.refused(release, "release_under_order", "2025-02-10", SII, **(body | {"reason": None})) == (
        "no_reason_for_release"
    )
    assert one.refused(release, "release_under_order", "2025-02-10", SII, **body) == "beyond_maximum"
    one.act(release, "release_under_order", "2025-02-10", SII, **(body | {"last_day": "2025-05-09"}))
    assert one.stage(release) == "released"
    assert not one.duties(release)
    found = release_of(one)
    assert (found.under_order, found.granted_at, str(found.last_day)) == (True, jst("2025-02-10"), "2025-05-09")
    assert position(one).custody is Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER
    assert one.stage(release, "2025-05-10T00:00") == "ended"


def test_detention_under_the_order_is_decided() -> None:
    """The third way of A-10: the release ends, and the control officer owes the detention under the order."""
    one, custody, release = on_release()
    order(one, "2025-02-07")
    assert one.refused(release, "extend", "2025-02-10", SII, **(GRANT_EXTENSION)) == "wrong_stage"
    one.act(release, "detain_under_order", "2025-02-10", SII, **CHOSEN)
    assert ends(one) == [ReleaseEnd.DETENTION_DECIDED]
    one.act(custody, "detain", "2025-02-10T13:00", ICO, facility="rooms 1", shown=["deportation_order"])
    assert position(one).custody is Custody.DETAINED_DEPORTATION_ORDER


CHOSEN: dict[str, Any] = {"sponsorship_considered": True, "reasons": "weighed"}


def test_detention_under_the_order_is_for_the_supervising_inspector_alone() -> None:
    """52(8): the director releases, but does not screen; and no detention without considering Sponsorship."""
    one, _, release = on_release()
    order(one, "2025-02-07")
    filed = one.try_act(release, "detain_under_order", "2025-02-10", DIRECTOR, **CHOSEN)
    assert filed.refusal is not None
    assert filed.refusal.type == "NoPower"
    unweighed = CHOSEN | {"sponsorship_considered": False}
    assert one.refused(release, "detain_under_order", "2025-02-10", SII, **unweighed) == "sponsorship_not_considered"
    assert one.stage(release) == "order_meanwhile"


def test_no_screening_while_the_order_is_not_executed() -> None:
    """63(2): while criminal proceedings run there is no detention under the order to choose (D9)."""
    one, _, release = on_release()
    order(one, "2025-02-07")
    running = [{"kind": "criminal", "since": "2025-02-09"}]
    one.act(circumstances(one), "record_proceedings", "2025-02-09", INSPECTOR, proceedings=running)
    assert one.refused(release, "detain_under_order", "2025-02-10", SII, **CHOSEN) == "criminal_proceedings_run"


GRANT_EXTENSION = {"reason": "health", "appropriate": True, "reasons": "r", "last_day": "2025-05-09"}


def sponsorship(one: Desk, day: str, *, after: bool) -> None:
    """Requested at 09:00 and decided at 10:00 without a deposit."""
    case = one.open("Sponsorship", "request", f"{day}T09:00", CLERK, material=True)
    one.act(case, "decide", f"{day}T10:00", SII, **decision(after=after, notify_by="2025-05-09"))


def test_sponsorship_takes_the_place_of_a_release() -> None:
    """Placed under 52-2(5) while custody under the order is undecided: the release is superseded."""
    one, _, release = on_release()
    order(one, "2025-02-07")
    sponsorship(one, "2025-02-10", after=True)
    assert ends(one) == [ReleaseEnd.SUPERSEDED]
    assert (one.stage(release), position(one).custody) == ("ended", Custody.SPONSORED_AFTER_ORDER)


def test_sponsorship_ends_the_question_of_release() -> None:
    """A request that is pending has nothing to lift any more (LAW 12.2)."""
    one = desk()
    detained_suspect(one, "2025-02-04")
    release = requested(one, "2025-02-05")
    sponsorship(one, "2025-02-10", after=False)
    assert one.stage(release) == "not_pursued"
    assert ends(one) == []


@pytest.mark.parametrize("custody", Custody)
def test_a_release_follows_custody(custody: Custody) -> None:
    """Another place on the axis ends a release; an arrest, a travel restriction (A-41), the other release do not."""
    one = held()
    release = released(one, "2025-02-05", "2025-05-02")
    move(one, "2025-03-03", custody)
    stays = custody in (
        Custody.CRIMINAL_CUSTODY,
        Custody.TRAVEL_RESTRICTED,
        Custody.PROVISIONAL_RELEASE_DETENTION_ORDER,
        Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER,
    )
    assert one.stage(release) == ("released" if stays else "ended")
    assert ends(one) == ([] if stays else [ReleaseEnd.SUPERSEDED])


@pytest.mark.parametrize("custody", Custody)
def test_a_question_follows_custody(custody: Custody) -> None:
    """A request stays open from one detention under an order to the other, and nowhere else."""
    one = held()
    release = requested(one, "2025-02-05")
    move(one, "2025-03-03", custody)
    stays = custody in (Custody.DETAINED_DETENTION_ORDER, Custody.DETAINED_DEPORTATION_ORDER)
    assert one.stage(release) == ("considered" if stays else "not_pursued")


def test_no_ground_of_deportation_ends_it() -> None:
    """47(1): the inspector finds that no item applies; the person is free."""
    one = desk()
    case = examined(one, "2025-02-04", "detention")
    release = released(one, "2025-02-05", "2025-05-02")
    one.act(case, "find", "2025-02-06", "immigration_inspector", outcome="no_ground", reasons="r")
    assert ends(one) == [ReleaseEnd.SUPERSEDED]
    assert release_of(one).ended_at == jst("2025-02-06")
    assert one.stage(release) == "ended"


def test_special_permission_ends_it() -> None:
    """50(1), (9): the person is free."""
    one = desk()
    detained_suspect(one, "2025-02-04")
    case = position(one).of("Deportation")[0].id
    released(one, "2025-02-05", "2025-05-02")
    permitted(one, case, "2025-02-07")
    assert ends(one) == [ReleaseEnd.SUPERSEDED]


def test_a_withdrawn_order_ends_a_release_that_rests_on_it() -> None:
    """What the release lifted is gone; a release under the detention order goes on when another case's order goes."""
    one, _, release = on_release()
    case = order(one, "2025-02-07")
    one.act(release, "release_under_order", "2025-02-07T15:00", SII, **(GRANT | {"last_day": "2025-05-02"}))
    one.act(case, "withdraw_order", "2025-02-10", SII, reasons="r")
    assert ends(one) == [ReleaseEnd.SUPERSEDED]


def test_an_order_undecided_and_withdrawn_ends_it_too() -> None:
    """The procedure is over: no custody is left to decide on."""
    one, _, _ = on_release()
    case = order(one, "2025-02-07")
    one.act(case, "withdraw_order", "2025-02-10", SII, reasons="r")
    assert ends(one) == [ReleaseEnd.SUPERSEDED]


def test_a_release_under_the_order_is_not_asked_again_by_it() -> None:
    """The order that a release rests on is no order meanwhile."""
    one = desk()
    detained_suspect(one, "2025-02-04")
    order(one, "2025-02-05")
    assert position(one).custody is Custody.DETAINED_DEPORTATION_ORDER
    release = released(one, "2025-02-06", "2025-05-02")
    assert release_of(one).under_order
    assert one.stage(release) == "released"


def test_a_status_ends_it() -> None:
    """A grant takes effect: no step of the deportation procedure is taken any more (61-2-9(1))."""
    one, _, _ = on_release()
    application = one.open("AnApplication", "file", "2025-02-06", CLERK)
    one.act(application, "hand_over_card", "2025-02-07", "immigration_inspector")
    assert ends(one) == [ReleaseEnd.SUPERSEDED]
