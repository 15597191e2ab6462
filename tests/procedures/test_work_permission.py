"""Permission for paid work under Sponsorship before the order: from the application to the second of its end."""

from typing import Any

import pytest

from engine.soundness import faults
from engine.work import may_person_work
from law.finding import Answer
from law.work import WorkKind, WorkPermit
from tests.procedures.deportation_story import accepted
from tests.procedures.desk import Desk, jst
from tests.procedures.release_story import (
    CLERK,
    SII,
    circumstances,
    desk,
    detained_suspect,
    order,
    position,
    refused_opening,
)
from workflows.work_permission_case import WorkPermissionEnded

APPLICATION: dict[str, Any] = {
    "kind": "paid_work",
    "employer": "employer_1",
    "employer_name": "a bakery",
    "activity": "baking",
    "in_person": True,
    "sponsor_consents": True,
    "proof_of_need": True,
    "proof_of_amount": True,
}
PERMISSION: dict[str, Any] = {
    "needed_for_living": True,
    "within_living_needs": True,
    "appropriate": True,
    "employment_contract": True,
    "employer": "employer_1",
    "employer_name": "a bakery",
    "activity": "baking",
    "monthly_ceiling": 120_000,
    "reasons": "weighed",
}


def sponsored(stays: list[dict[str, Any]] | None = None) -> tuple[Desk, str]:
    """Screened on 4 February and under Sponsorship since 08:25, found deportable and accepted; returns Sponsorship."""
    one = desk(stays=[] if stays is None else stays)
    accepted(one, "2025-02-04")
    return one, placed(one)


def placed(one: Desk) -> str:
    """Sponsorship that the screening chose, decided without a deposit."""
    return position(one).of("Sponsorship")[0].id


def applied(one: Desk, at: str = "2025-02-10", **changes: Any) -> str:
    """Applied for."""
    return one.open("WorkPermission", "apply", at, CLERK, **(APPLICATION | changes))


def permitted() -> tuple[Desk, str, str]:
    """Permitted on 12 February; returns Sponsorship and permission."""
    one, sponsorship = sponsored()
    work = applied(one)
    one.act(work, "permit", "2025-02-12", SII, **PERMISSION)
    return one, sponsorship, work


def answer(one: Desk, at: str, kind: WorkKind = WorkKind.PAID_WORK, employer: str | None = None) -> tuple[Answer, str]:
    """DT-07 on the position as it stands."""
    found = may_person_work(position(one), kind, jst(at), employer)
    return found.value, found.reasons[0].code


def ended_with(one: Desk) -> list[str]:
    """How permissions ended."""
    return [fact.body.end for fact in one.register.facts(one.person) if isinstance(fact.body, WorkPermissionEnded)]


def test_the_declaration_hangs_together() -> None:
    """No stage without a way in and out, no duty and notice unused."""
    assert faults(desk().procedures["WorkPermission"]) == ()


def test_work_is_permitted_and_entered_and_the_sponsor_gets_a_copy() -> None:
    """From the application to the entry in the Sponsorship notice (44-5(1) to (3))."""
    one, sponsorship, work = permitted()
    assert one.stage(work) == "permitted"
    assert {notice.kind for notice in one.register.case(work).notices} == {"work_entered", "work_copy_for_sponsor"}
    assert not one.duties(work)
    permit = position(one).all(WorkPermit)[0]
    assert (permit.sponsorship, permit.employer, permit.permitted_at) == (sponsorship, "employer_1", jst("2025-02-12"))
    assert answer(one, "2025-02-12") == (Answer.YES, "work_permitted_under_sponsorship")
    assert answer(one, "2025-02-12", employer="employer_2") == (Answer.NO, "other_employer")
    assert answer(one, "2025-02-12", WorkKind.BUSINESS) == (Answer.NO, "business_never")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "business"}, "business_never"),
        ({"in_person": False}, "not_in_person"),
        ({"sponsor_consents": False}, "sponsor_does_not_consent"),
        ({"proof_of_need": False}, "work_proof_missing"),
        ({"proof_of_amount": False}, "work_proof_missing"),
    ],
)
def test_what_an_application_needs(changes: dict[str, Any], code: str) -> None:
    """In person, with the Sponsor's consent and both proofs; a business never."""
    one, _ = sponsored()
    assert refused_opening(one, "WorkPermission", "apply", "2025-02-10", CLERK, **(APPLICATION | changes)) == code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"needed_for_living": False}, "not_needed_for_living"),
        ({"needed_for_living": None}, "work_to_be_weighed"),
        ({"within_living_needs": False}, "beyond_living_needs"),
        ({"appropriate": False}, "work_not_appropriate"),
        ({"employment_contract": False}, "no_employment_contract"),
        ({"employer": "employer_2"}, "employer_not_applied_for"),
        ({"monthly_ceiling": 0}, "malformed"),
    ],
)
def test_what_a_permission_needs(changes: dict[str, Any], code: str) -> None:
    """Need, extent, appropriateness, contract, and the employer applied for."""
    one, _ = sponsored()
    assert one.refused(applied(one), "permit", "2025-02-12", SII, **(PERMISSION | changes)) == code


def test_only_the_supervising_inspector_permits() -> None:
    """A clerk receives and cannot permit."""
    one, _ = sponsored()
    assert one.refused(applied(one), "permit", "2025-02-12", CLERK, **PERMISSION) == "no_power"


def test_without_sponsorship_before_the_order_nobody_applies() -> None:
    """Neither somebody at liberty nor somebody detained."""
    one = desk()
    code = "not_under_sponsorship_before_order"
    assert refused_opening(one, "WorkPermission", "apply", "2025-02-10", CLERK, **APPLICATION) == code
    detained_suspect(one, "2025-02-11")
    assert refused_opening(one, "WorkPermission", "apply", "2025-02-12", CLERK, **APPLICATION) == code


def test_the_holder_of_a_status_works_as_it_allows() -> None:
    """19(1) decides for somebody who still holds a status; an unknown stay is asked."""
    one, _ = sponsored([{"kind": "status_of_residence", "since": "2020-04-01"}])
    assert refused_opening(one, "WorkPermission", "apply", "2025-02-10", CLERK, **APPLICATION) == (
        "status_decides_on_work"
    )
    assert answer(one, "2025-02-10") == (Answer.ASK, "as_status_allows")
    unknown = desk(stays=None)
    accepted(unknown, "2025-02-04")
    placed(unknown)
    assert refused_opening(unknown, "WorkPermission", "apply", "2025-02-10", CLERK, **APPLICATION) == (
        "stay_not_on_record"
    )


def test_after_the_order_nothing_permits_work() -> None:
    """The order issued: neither an application, nor a permission on one that was pending (18 of LAW §14)."""
    one, _ = sponsored()
    work = applied(one)
    order(one, "2025-02-12")
    assert one.stage(work) == "ended"
    assert refused_opening(one, "WorkPermission", "apply", "2025-02-13", CLERK, **APPLICATION) == "order_issued"


def test_the_permission_ends_in_the_second_of_the_order() -> None:
    """Issued on 3 March at 15:30:07: the permission ends at 15:30:07, and DT-07 says no from that second."""
    one, _, work = permitted()
    order(one, "2025-03-03T15:30:07")
    assert one.register.case(work).state.ended_at == jst("2025-03-03T15:30:07")
    assert one.stage(work) == "ended"
    assert "order_issued" in ended_with(one) or "with_sponsorship" in ended_with(one)
    assert answer(one, "2025-03-03T15:30:07") == (Answer.NO, "no_work_with_order")


def test_the_permission_ends_with_its_sponsorship() -> None:
    """Sponsorship revoked: in the same instant."""
    one, sponsorship, work = permitted()
    one.act(sponsorship, "revoke", "2025-03-03", SII, grounds=["flight"], reasons="stated")
    assert (one.stage(work), ended_with(one)) == ("ended", ["with_sponsorship"])
    assert one.register.case(work).state.ended_at == jst("2025-03-03")
    assert answer(one, "2025-03-03") == (Answer.NO, "no_basis_for_work")


def test_another_employer_needs_another_permission() -> None:
    """The new permission says that it takes the place of the earlier one, which ends in that instant."""
    one, _, work = permitted()
    assert refused_opening(one, "WorkPermission", "apply", "2025-03-03", CLERK, **APPLICATION) == (
        "work_permission_under_way"
    )
    other = applied(one, "2025-03-03", employer="employer_2")
    assert one.stage(work) == "permitted"
    one.act(other, "permit", "2025-03-05", SII, **(PERMISSION | {"employer": "employer_2", "replaces_earlier": True}))
    assert (one.stage(work), one.stage(other), ended_with(one)) == ("ended", "permitted", ["replaced"])
    assert answer(one, "2025-03-05", employer="employer_1") == (Answer.NO, "other_employer")


def test_a_second_employer_stands_beside_the_first_unless_it_replaces_it() -> None:
    """The law counts no employers: both stay permitted where the inspector says so."""
    one, _, work = permitted()
    other = applied(one, "2025-03-03", employer="employer_2")
    assert refused_opening(
        one, "WorkPermission", "apply", "2025-03-04", CLERK, **(APPLICATION | {"employer": "employer_3"})
    ) == ("work_permission_under_way")
    one.act(other, "permit", "2025-03-05", SII, **(PERMISSION | {"employer": "employer_2"}))
    assert {one.stage(work), one.stage(other)} == {"permitted"}


@pytest.mark.parametrize("ground", ["condition_breached", "not_suitable"])
def test_a_permission_is_withdrawn(ground: str) -> None:
    """With form 51-9; the entry is struck out and the Sponsor is told (44-5(4))."""
    one, _, work = permitted()
    one.act(work, "withdraw", "2025-03-03", SII, ground=ground, reasons="stated")
    assert one.stage(work) == "withdrawn"
    kinds = {notice.kind for notice in one.register.case(work).notices}
    assert {"work_permission_withdrawal", "work_withdrawal_for_sponsor"} <= kinds
    assert answer(one, "2025-03-03") == (Answer.NO, "work_not_permitted_under_sponsorship")
    assert one.refused(work, "withdraw", "2025-03-04", SII, ground=ground, reasons="r") == "wrong_stage"


def test_a_refusal_keeps_its_reasons_and_another_application_is_open() -> None:
    """No form exists; the reasons stay with the entry."""
    one, _ = sponsored()
    work = applied(one)
    one.act(work, "refuse", "2025-02-12", SII, reasons="stated")
    assert (one.stage(work), one.register.case(work).notices) == ("refused", ())
    assert applied(one, "2025-02-13") != work


def test_the_person_gives_it_up() -> None:
    """An application withdrawn, and a permission given up: nothing is permitted any more."""
    one, _, work = permitted()
    one.act(work, "give_up", "2025-03-03", CLERK)
    assert ended_with(one) == ["given_up"]
    assert answer(one, "2025-03-03") == (Answer.NO, "work_not_permitted_under_sponsorship")


@pytest.mark.parametrize("event", ["record_departure", "record_death"])
def test_it_ends_with_the_person_s_presence(event: str) -> None:
    """Departure and death end it."""
    one, _, work = permitted()
    one.act(circumstances(one), event, "2025-03-03", "registrar", on="2025-03-03")
    assert (one.stage(work), ended_with(one)) == ("ended", ["object_lost"])
