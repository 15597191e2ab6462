"""Sponsorship from the question to its taking hold: who asks, by which paragraph it is decided, and the deposit."""

from datetime import date, timedelta
from typing import Any

import pytest

from engine.command import Kind
from law.custody import Paragraph
from tests.procedures.desk import Desk, jst
from tests.procedures.sponsorship_story import (
    AFTER,
    BEFORE,
    CLERK,
    ICO,
    INSPECTOR,
    REASONS,
    SII,
    SPONSOR,
    at_screening,
    decision,
    deposit,
    desk,
    elsewhere,
    facts_of,
    in_force,
    latest,
    move,
    notices,
    order,
    position,
    requested,
    screened,
    sponsored,
)
from workflows.custody_effects import SponsorshipDecided, SponsorshipEnded, SponsorshipNotDecided, SponsorshipPlaced
from workflows.sponsorship_record import DepositPaid, NoSponsorFound, RevocationOwed, SponsorshipTakenUp


def _send(one: Desk, at: str, **body: Any) -> str:
    filed = one.send(Kind.OPEN, "Sponsorship", "", "request", at, CLERK, {"material": True} | body)
    return filed.refusal.code if filed.refusal else filed.outcome.value


@pytest.mark.parametrize(
    ("custody", "ordered", "paragraph"),
    [
        ("detained_detention_order", False, Paragraph.LATER_BEFORE_ORDER),
        ("emergency_detained", False, Paragraph.LATER_BEFORE_ORDER),
        ("provisional_release_detention_order", False, Paragraph.LATER_BEFORE_ORDER),
        ("detained_deportation_order", True, Paragraph.LATER_AFTER_ORDER),
        ("provisional_release_deportation_order", True, Paragraph.LATER_AFTER_ORDER),
        ("provisional_release_detention_order", True, Paragraph.LATER_AFTER_ORDER),
    ],
)
def test_whoever_is_held_or_released_goes_by_the_later_paragraph(
    custody: str, ordered: bool, paragraph: Paragraph
) -> None:
    """44-2(6) before the order, 52-2(5) after it; the paragraph of the decision is kept (DT-05, A-10, A-45)."""
    one = desk(custody=custody)
    if ordered:
        order(one, "2025-03-03T07:00")
    case = requested(one, "2025-03-03T09:00")
    one.act(case, "decide", "2025-03-03T10:00", SII, **decision(after=ordered))
    assert sponsored(one).paragraph is paragraph
    assert facts_of(one, SponsorshipDecided)[0].paragraph is paragraph


def test_only_a_screening_of_somebody_free_goes_by_the_first_paragraph() -> None:
    """44-2(1) at the screening, placed at once; the control officer is told (44-2(3))."""
    one, case = at_screening()
    assert sponsored(one).paragraph is Paragraph.AT_SCREENING_BEFORE_ORDER
    assert one.stage(case) == "in_force"
    one.act(case, "tell_control_officer", "2025-03-03T11:00", SII)
    assert one.refused(case, "tell_control_officer", "2025-03-03T11:01", SII) == "control_officer_told"


def test_after_the_order_the_first_paragraph_is_open_to_somebody_free_alone() -> None:
    """52-2(1) at the screening of somebody neither detained nor on provisional release; else 52-2(5) (76)."""
    one = desk()
    order(one, "2025-03-03T07:00")
    one.act(elsewhere(one), "screen_after_order", "2025-03-03T08:00", SII)
    one.act(latest(one), "decide", "2025-03-03T10:00", SII, **decision(after=True))
    assert sponsored(one).paragraph is Paragraph.AT_SCREENING_AFTER_ORDER

    other = desk(custody="detained_detention_order")
    order(other, "2025-03-03T07:00")
    other.act(elsewhere(other), "screen_after_order", "2025-03-03T08:00", SII)
    other.act(latest(other), "decide", "2025-03-03T10:00", SII, **decision(after=True))
    assert sponsored(other).paragraph is Paragraph.LATER_AFTER_ORDER


def test_a_command_cannot_be_refused_and_stays_open_without_a_sponsor() -> None:
    """52-8(5): conditions and deposit are open, refusing is not; no Sponsor found is reported back (A-38)."""
    one = desk(custody="detained_deportation_order")
    order(one, "2025-03-03T07:00")
    one.act(elsewhere(one), "command", "2025-03-03T09:00", "commissioner")
    case = latest(one)
    assert one.refused(case, "refuse", "2025-03-04", SII, **REASONS) == "sponsorship_commanded"
    nobody = decision(after=True, sponsor=SPONSOR | {"consents": False})
    assert one.refused(case, "decide", "2025-03-04", SII, **nobody) == "sponsor_does_not_consent"
    one.act(case, "report_no_sponsor", "2025-03-04", SII, **REASONS)
    assert (one.stage(case), one.duties(case)) == ("considered", {"obey_command"})
    assert len(facts_of(one, NoSponsorFound)) == 1
    body = decision(after=True, deposit=deposit(against="illegal_work"))
    body["weighed"] = body["weighed"] | {"appropriate": False}
    one.act(case, "decide", "2025-03-05", SII, **body)
    assert sponsored(one).paragraph is Paragraph.COMMANDED
    assert one.stage(case) == "awaits_deposit"


def test_a_command_on_somebody_held_no_more_may_be_closed() -> None:
    """Released otherwise: nothing can be released to Sponsorship, and the question ends with reasons."""
    one = desk(custody="detained_deportation_order")
    order(one, "2025-03-03T07:00")
    one.act(elsewhere(one), "command", "2025-03-03T09:00", "commissioner")
    move(one, "2025-03-04", "special_release")
    assert one.refused(latest(one), "decide", "2025-03-05", SII, **decision(after=True)) == "custody_not_named"
    one.act(latest(one), "refuse", "2025-03-05", SII, **REASONS)
    assert one.stage(latest(one)) == "not_decided"


@pytest.mark.parametrize(
    ("custody", "code"),
    [
        ("free", "neither_detained_nor_released"),
        ("special_release", "custody_not_named"),
        ("criminal_custody", "neither_detained_nor_released"),
    ],
)
def test_nobody_else_may_request_it(custody: str, code: str) -> None:
    """Only somebody detained or on provisional release (44-2(4), 52-2(4)); a specially released person cannot."""
    assert _send(desk(custody=custody), "2025-03-03T09:00") == code


def test_a_relative_requests_in_the_order_of_the_law() -> None:
    """Under sixteen or unable: a cohabiting relative of at least sixteen, the nearer first (44-2(5))."""
    one = desk(custody="detained_detention_order")
    relative = {"by": "parent", "unable": True, "cohabits": True, "old_enough": True, "nobody_nearer": True}
    for lacking in ("unable", "cohabits", "old_enough", "nobody_nearer"):
        assert _send(one, "2025-03-03T09:00", filed_by=relative | {lacking: False}) == "may_not_request"
    assert _send(one, "2025-03-03T09:00", filed_by=relative) == "filed"


def test_a_request_comes_with_reference_material() -> None:
    """Form 51-3 alone is not enough, also where a relative files (Ord. 36-2(8))."""
    one = desk(custody="detained_detention_order")
    assert _send(one, "2025-03-03T09:00", material=False) == "reference_material_missing"


def test_sponsorship_begins_with_the_day_of_its_law() -> None:
    """On 9 June 2024 there is none, on 10 June there is (Act 56 of 2023, suppl. 1)."""
    assert _send(desk("2024-06-09", "detained_detention_order"), "2024-06-09T23:59") == "sponsorship_not_yet_law"
    assert _send(desk("2024-06-10", "detained_detention_order"), "2024-06-10T09:00") == "filed"


def test_a_refusal_is_in_writing_and_a_new_request_is_possible() -> None:
    """Form 51-5 with reasons to the requester (44-2(9)); nothing limits a second request (B21)."""
    one = desk(custody="detained_detention_order")
    case = requested(one, "2025-03-03T09:00")
    assert (
        one.refused(case, "refuse", "2025-03-04", SII, reasons="stated", in_writing=False) == "refusal_not_in_writing"
    )
    one.act(case, "refuse", "2025-03-04", SII, **REASONS)
    assert notices(one, case) == {"sponsorship_refusal": "to_serve"}
    assert one.stage(case) == "refused"
    one.act(case, "certify_refusal_received", "2025-03-05", CLERK, received_on="2025-03-05")
    assert one.stage(case) == "not_decided"
    assert facts_of(one, SponsorshipNotDecided)[0].route == "request"
    assert requested(one, "2025-03-05T15:00") != case


def test_own_motion_needs_no_request_and_no_paper_when_it_comes_to_nothing() -> None:
    """44-2(6) also on own motion; what nobody asked for is dropped without form 51-5."""
    one = desk(custody="detained_detention_order")
    case = one.open("Sponsorship", "consider_on_own_motion", "2025-03-03T09:00", SII, **REASONS)
    assert one.refused(case, "withdraw_request", "2025-03-03T09:30", CLERK, **REASONS) == "sponsorship_not_requested"
    assert one.refused(case, "report_no_sponsor", "2025-03-03T09:30", SII, **REASONS) == "sponsorship_not_commanded"
    one.act(case, "refuse", "2025-03-03T10:00", SII, **REASONS)
    assert (one.stage(case), notices(one, case)) == ("not_decided", {})


def test_a_request_may_be_withdrawn() -> None:
    """A withdrawn request is answered by nobody."""
    one = desk(custody="detained_detention_order")
    case = requested(one, "2025-03-03T09:00")
    one.act(case, "withdraw_request", "2025-03-04", CLERK, **REASONS)
    assert (one.stage(case), one.duties(case)) == ("not_decided", set())


def test_a_decision_answers_every_other_question_of_the_person() -> None:
    """Two requests pend; one is granted, the other has nothing left to ask; a third is refused while it stands."""
    one = desk(custody="detained_detention_order")
    first, second = requested(one, "2025-03-03T08:00"), requested(one, "2025-03-03T08:30")
    one.act(second, "decide", "2025-03-03T10:00", SII, **decision(deposit=deposit()))
    assert (one.stage(first), one.stage(second)) == ("not_decided", "awaits_deposit")
    assert _send(one, "2025-03-03T11:00") == "sponsorship_stands"
    routes = [fact.route for fact in facts_of(one, SponsorshipTakenUp)]
    assert routes == ["request", "request"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"appropriate": False}, "sponsorship_not_appropriate"),
        ({"suspected": False}, "no_sufficient_suspicion"),
        ({"suspected": None}, "no_sufficient_suspicion"),
        ({"risks": {"flight": "low"}}, "other_risks_weighed"),
        ({"risks": {"flight": "low", "illegal_work": "low"}}, "other_risks_weighed"),
    ],
)
def test_the_test_is_recorded_whole(changes: dict[str, Any], code: str) -> None:
    """Each input of DT-05 before the order, and none of those after it."""
    one = desk(custody="detained_detention_order")
    case = requested(one, "2025-03-03T09:00")
    body = decision()
    body["weighed"] = body["weighed"] | changes
    assert one.refused(case, "decide", "2025-03-03T10:00", SII, **body) == code


def test_after_the_order_illegal_work_is_weighed_and_forbidden() -> None:
    """Destroying evidence is no matter after the order; work is (52-2(1)(5), Ord. 36-2(2))."""
    one = desk(custody="detained_deportation_order")
    order(one, "2025-03-03T07:00")
    case = requested(one, "2025-03-03T09:00")
    assert one.refused(case, "decide", "2025-03-03T10:00", SII, **decision()) == "other_risks_weighed"
    terms = {"conditions": BEFORE, "residence": "r", "area": "a"}
    body = decision(after=True, terms=terms)
    assert one.refused(case, "decide", "2025-03-03T10:00", SII, **body) == "condition_missing"
    terms = {"conditions": AFTER, "residence": "r", "area": "a"}
    one.act(case, "decide", "2025-03-03T10:00", SII, **decision(after=True, terms=terms))


@pytest.mark.parametrize("missing", BEFORE)
def test_no_condition_is_left_out(missing: str) -> None:
    """Residence, area, appearance, no flight, no destroying of evidence are always imposed (Ord. 36-2(1))."""
    one = desk(custody="detained_detention_order")
    case = requested(one, "2025-03-03T09:00")
    terms = {"conditions": [each for each in BEFORE if each != missing], "residence": "r", "area": "a"}
    assert one.refused(case, "decide", "2025-03-03T10:00", SII, **decision(terms=terms)) == "condition_missing"


@pytest.mark.parametrize(
    ("lacking", "code"),
    [
        ("understands", "sponsor_duties_not_understood"),
        ("consents", "sponsor_does_not_consent"),
        ("fit", "sponsor_not_fit"),
    ],
)
def test_no_sponsorship_without_a_fit_consenting_sponsor(lacking: str, code: str) -> None:
    """Who understands the duties, consents and is fit (44-3(1)); an organisation may be one."""
    one = desk(custody="detained_detention_order")
    case = requested(one, "2025-03-03T09:00")
    body = decision(sponsor=SPONSOR | {lacking: False})
    assert one.refused(case, "decide", "2025-03-03T10:00", SII, **body) == code
    one.act(case, "decide", "2025-03-03T10:00", SII, **decision(sponsor=SPONSOR | {"kind": "organisation"}))


@pytest.mark.parametrize(
    ("notify_by", "code"),
    [
        ("2025-06-04", "beyond_maximum"),
        ("2025-05-31", "closed_day"),
        ("2025-05-05", "closed_day"),
        ("2025-03-02", "before_start"),
    ],
)
def test_the_first_notification_is_a_working_day_within_three_months(notify_by: str, code: str) -> None:
    """From 3 March: 3 June at the latest; Saturday 31 May and Children's Day are refused (C09, A-01)."""
    one = desk(custody="detained_detention_order")
    case = requested(one, "2025-03-03T09:00")
    assert one.refused(case, "decide", "2025-03-03T10:00", SII, **decision(notify_by=notify_by)) == code
    one.act(case, "decide", "2025-03-03T10:00", SII, **decision(notify_by="2025-06-03"))


def test_three_months_at_the_end_of_a_month() -> None:
    """From 30 November 2023 + 3 months: 29 February 2024 in the leap year, so in 2024 28 February 2025 (T5)."""
    one = desk("2024-11-30", "detained_detention_order")
    case = requested(one, "2024-11-30T09:00")
    late = decision(notify_by="2025-03-03")
    assert one.refused(case, "decide", "2024-11-30T10:00", SII, **late) == "beyond_maximum"
    one.act(case, "decide", "2024-11-30T10:00", SII, **decision(notify_by="2025-02-28"))


def test_the_papers_go_to_the_person_and_to_the_sponsor() -> None:
    """Form 51-4 and its certified copy (44-2(7)), and the paper that names the day."""
    one, case = in_force()
    wanted = {"sponsorship_notice", "sponsorship_copy", "notification_paper"}
    assert notices(one, case) == dict.fromkeys(wanted, "to_serve")
    one.act(case, "hand_over_papers", "2025-03-03T11:00", INSPECTOR)
    one.act(case, "hand_over_notification_paper", "2025-03-03T11:00", INSPECTOR)
    assert notices(one, case) == dict.fromkeys(wanted, "served")
    assert one.refused(case, "hand_over_papers", "2025-03-03T12:00", INSPECTOR) == "papers_handed_over"


def test_somebody_on_release_is_placed_at_once_whatever_the_deposit() -> None:
    """44-2(6) on provisional release: no date, no waiting, no revocation for want of payment (A-34)."""
    one = desk(custody="provisional_release_detention_order")
    case = requested(one, "2025-03-03T09:00")
    one.act(case, "decide", "2025-03-03T10:00", SII, **decision(deposit=deposit()))
    assert one.stage(case) == "in_force"
    assert sponsored(one).deposit_unpaid
    owed = {"grounds": ["deposit_unpaid"], "reasons": "stated"}
    assert one.refused(case, "revoke", "2025-05-01", SII, **owed) == "ground_not_come_true"
    one.act(case, "pay_deposit", "2025-05-02", CLERK, amount=500_000, payer="payer-1")
    assert not sponsored(one).deposit_unpaid


def test_a_detainee_waits_for_the_deposit_and_is_placed_in_the_instant_of_payment() -> None:
    """44-2(8): decided, not placed, no clock; paid, placed at once, never before."""
    one, case = in_force(deposit=deposit())
    assert one.stage(case) == "awaits_deposit"
    assert facts_of(one, SponsorshipDecided)[0].awaits_deposit
    assert not facts_of(one, SponsorshipPlaced)
    assert one.register.case(case).running_clocks == ()
    one.act(case, "pay_deposit", "2025-03-10T15:00", CLERK, amount=500_000, payer="payer-1")
    assert one.stage(case) == "in_force"
    assert sponsored(one).placed_at == jst("2025-03-10T15:00")
    assert notices(one, case)["deposit_receipt"] == "served"
    clock = one.register.case(case).running_clocks[0]
    assert (clock.rule_name, clock.last_day.isoformat()) == ("notification", "2025-06-03")


def test_a_notification_day_that_passed_while_the_deposit_was_awaited_is_set_anew() -> None:
    """Placed after the day that was set: another is designated, within three months of placement."""
    one, case = in_force(notify_by="2025-03-10", deposit=deposit())
    one.act(case, "pay_deposit", "2025-03-11", CLERK, amount=500_000, payer="payer-1")
    assert "designate_notification" in one.duties(case)
    late = {"notify_by": "2025-06-12", "reasons": "stated"}
    assert one.refused(case, "designate_notification", "2025-03-12", SII, **late) == "beyond_maximum"
    one.act(case, "designate_notification", "2025-03-12", SII, notify_by="2025-06-11", reasons="stated")
    assert "designate_notification" not in one.duties(case)


def test_the_deposit_at_a_screening_has_its_date_and_its_breach() -> None:
    """44-2(1), Friday 4 April: the third day after is Monday 7 April; unpaid then, revocation is owed (C08, 13)."""
    one, case = at_screening("2025-04-04", notify_by="2025-07-04", deposit=deposit(due="2025-04-07"))
    assert one.stage(case, "2025-04-07T23:59:59") == "in_force"
    assert not one.register.dossier(one.person, jst("2025-04-07T23:59:59")).cases[case].state.owed
    one.act(case, "hand_over_papers", "2025-04-08T00:00", INSPECTOR)
    assert [fact.ground for fact in facts_of(one, RevocationOwed)] == ["deposit_unpaid"]
    assert "revoke_sponsorship" in one.duties(case)
    one.act(case, "revoke", "2025-04-08T09:00", SII, grounds=["deposit_unpaid"], reasons="stated")
    assert facts_of(one, SponsorshipEnded)[0].end == "revoked"


@pytest.mark.parametrize(
    ("due", "code"),
    [
        ("2025-04-08", "beyond_maximum"),
        ("2025-04-06", "closed_day"),
        ("2025-04-04", "due_too_early"),
        ("2025-04-03", "due_too_early"),
        (None, "due_date_missing"),
    ],
)
def test_a_due_date_is_a_working_day_within_three_days(due: str | None, code: str) -> None:
    """Decided on Friday 4 April: 5, 6 (Sunday), 7 April are the three days; the date is always set (12, A-01)."""
    one = desk("2025-04-04")
    case = screened(one, "2025-04-04T09:00")
    body = decision(notify_by="2025-07-04", deposit=deposit(due=due))
    assert one.refused(case, "decide", "2025-04-04T10:00", SII, **body) == code


CLOSED = [
    ("2025-12-26", ["2025-12-27", "2025-12-28", "2025-12-29"], "2026-01-05"),
    ("2025-12-27", ["2025-12-28", "2025-12-29", "2025-12-30"], "2026-01-05"),
    ("2025-01-10", ["2025-01-11", "2025-01-12", "2025-01-13"], "2025-01-14"),
    ("2024-02-22", ["2024-02-23", "2024-02-24", "2024-02-25"], "2024-02-26"),
]
"""Placed, the three days that count, and the next working day; 2025-01-13 and 2024-02-23 are national holidays."""


@pytest.mark.parametrize(("placed", "three", "payable"), CLOSED)
def test_where_all_three_days_are_closed_the_next_working_day_is_in_time(
    placed: str, three: list[str], payable: str
) -> None:
    """Any of the three may be designated; the clock ends with the next working day, and its ledger says so (A-01)."""
    for due in three:
        one, case = at_screening(placed, notify_by=payable, deposit=deposit(due=due))
        (clock,) = (each for each in one.register.case(case).running_clocks if each.rule_name == "deposit_date")
        assert (clock.unrolled.isoformat(), clock.last_day.isoformat()) == (due, payable)
        assert [entry.movement for entry in clock.ledger] == ["started", "put_off_to_working_day"]
        assert one.stage(case, f"{payable}T23:59:59") == "in_force"
        one.act(case, "pay_deposit", f"{payable}T23:59:59", CLERK, amount=500_000, payer="payer-1")
        assert not facts_of(one, DepositPaid)[0].late
        assert not facts_of(one, RevocationOwed)


@pytest.mark.parametrize(("placed", "three", "payable"), CLOSED)
def test_after_that_working_day_revocation_is_owed(placed: str, three: list[str], payable: str) -> None:
    """Unpaid at the end of the next working day: the ground has come true, at 00:00 of the day after (C08, 13)."""
    one, case = at_screening(placed, notify_by=payable, deposit=deposit(due=three[-1]))
    day_after = (date.fromisoformat(payable) + timedelta(days=1)).isoformat()
    one.act(case, "pay_deposit", f"{day_after}T00:00", CLERK, amount=500_000, payer="payer-1")
    owed = [fact for fact in one.register.facts(one.person) if isinstance(fact.body, RevocationOwed)]
    assert [fact.occurred_at for fact in owed] == [jst(f"{day_after}T00:00")]
    assert facts_of(one, DepositPaid)[0].late


def test_a_closed_day_is_refused_where_one_of_the_three_is_open() -> None:
    """Thursday 9 January 2025: Friday is open, so neither Saturday nor Sunday; nor the day after the three."""
    one = desk("2025-01-09")
    case = screened(one, "2025-01-09T09:00")
    for due, code in (("2025-01-11", "closed_day"), ("2025-01-12", "closed_day"), ("2025-01-13", "beyond_maximum")):
        body = decision(notify_by="2025-04-09", deposit=deposit(due=due))
        assert one.refused(case, "decide", "2025-01-09T10:00", SII, **body) == code
    friday = deposit(due="2025-01-10")
    one.act(case, "decide", "2025-01-09T10:00", SII, **decision(notify_by="2025-04-09", deposit=friday))


def test_where_all_three_days_are_closed_neither_the_day_itself_nor_the_fourth_is_designated() -> None:
    """Friday 10 January: nobody pays on the day of placement, and the date lies within three days (Ord. 36-2(6))."""
    one = desk("2025-01-10")
    case = screened(one, "2025-01-10T09:00")
    for due, code in (("2025-01-10", "due_too_early"), ("2025-01-14", "beyond_maximum")):
        body = decision(notify_by="2025-04-10", deposit=deposit(due=due))
        assert one.refused(case, "decide", "2025-01-10T10:00", SII, **body) == code


def test_a_later_decision_has_no_due_date() -> None:
    """44-2(6): a date would be none of the law (12)."""
    one = desk(custody="detained_detention_order")
    case = requested(one, "2025-03-03T09:00")
    body = decision(deposit=deposit(due="2025-03-05"))
    assert one.refused(case, "decide", "2025-03-03T10:00", SII, **body) == "no_due_date"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"amount": 3_000_001}, "deposit_above_ceiling"),
        ({"amount": 1_500_001, "minor": True}, "deposit_above_ceiling"),
        ({"amount": 1_500_001, "minor": None}, "deposit_above_ceiling"),
        ({"amount": 0}, "no_amount"),
        ({"against": []}, "deposit_not_needed"),
        ({"against": ["illegal_work"]}, "deposit_not_needed"),
    ],
)
def test_a_deposit_keeps_its_ceiling_and_its_purpose(changes: dict[str, Any], code: str) -> None:
    """3,000,000 yen; 1,500,000 for a minor and in doubt (A-32); only against flight or destroying evidence (11)."""
    one = desk(custody="detained_detention_order")
    case = requested(one, "2025-03-03T09:00")
    body = decision(deposit=deposit() | changes)
    assert one.refused(case, "decide", "2025-03-03T10:00", SII, **body) == code


def test_a_deposit_is_paid_once_and_exactly() -> None:
    """A part, too much and a second payment are refused, and no yen of them is on record."""
    one, case = in_force(deposit=deposit())
    for amount in (499_999, 500_001):
        body = {"amount": amount, "payer": "payer-1"}
        assert one.refused(case, "pay_deposit", "2025-03-04", CLERK, **body) == "not_the_amount_set"
    one.act(case, "pay_deposit", "2025-03-04", CLERK, amount=500_000, payer="payer-1")
    again = {"amount": 500_000, "payer": "payer-2"}
    assert one.refused(case, "pay_deposit", "2025-03-05", CLERK, **again) == "deposit_paid_already"
    assert [fact.amount for fact in facts_of(one, DepositPaid)] == [500_000]


def test_no_deposit_is_taken_where_none_was_set() -> None:
    """Money for nothing is not taken."""
    one, case = in_force()
    body = {"amount": 1, "payer": "payer-1"}
    assert one.refused(case, "pay_deposit", "2025-03-04", CLERK, **body) == "no_deposit_set"


def test_a_deposit_paid_too_late_does_not_heal_and_goes_back() -> None:
    """Paid a day after its date: revocation stays owed, the money is held to be returned (A-06)."""
    one, case = at_screening(deposit=deposit(due="2025-03-06"))
    one.act(case, "pay_deposit", "2025-03-07", CLERK, amount=500_000, payer="payer-1")
    assert facts_of(one, DepositPaid)[0].late
    assert {"revoke_sponsorship", "return_deposit"} <= one.duties(case)
    assert one.refused(case, "return_deposit", "2025-03-07T13:00", CLERK, to="payer-2") == "not_the_payer"
    one.act(case, "return_deposit", "2025-03-07T14:00", CLERK, to="payer-1")
    assert one.refused(case, "return_deposit", "2025-03-07T15:00", CLERK, to="payer-1") == "nothing_to_return"
    assert one.stage(case) == "in_force"


def test_released_while_the_deposit_is_unpaid_the_decision_stands_and_a_person_decides() -> None:
    """No ground of revocation; and without a record that the time ran out it takes hold by payment alone (A-34)."""
    one, case = in_force(deposit=deposit())
    assert one.refused(case, "place_unpaid", "2025-03-20", SII, **REASONS) == "still_detained"
    move(one, "2025-04-01", "free")
    assert (one.stage(case), "decide_unpaid" in one.duties(case)) == ("awaits_deposit", True)
    owed = {"grounds": ["deposit_unpaid"], "reasons": "stated"}
    assert one.refused(case, "revoke", "2025-04-01T13:00", SII, **owed) == "ground_not_come_true"
    assert one.refused(case, "place_unpaid", "2025-04-02", SII, **REASONS) == "not_released_for_time"
    one.act(case, "pay_deposit", "2025-04-02", CLERK, amount=500_000, payer="payer-1")
    assert one.stage(case) == "in_force"


def test_taken_again_while_the_deposit_is_unpaid_nobody_needs_to_decide() -> None:
    """On provisional release and back: the question that a person had to decide is gone, payment releases."""
    one, case = in_force(deposit=deposit())
    move(one, "2025-03-05", "provisional_release_detention_order")
    assert "decide_unpaid" in one.duties(case)
    move(one, "2025-03-20", "detained_detention_order")
    assert "decide_unpaid" not in one.duties(case)
    one.act(case, "pay_deposit", "2025-03-21", CLERK, amount=500_000, payer="payer-1")
    assert one.stage(case) == "in_force"


def test_nothing_is_decided_before_the_order_while_provisional_stay_runs() -> None:
    """61-2-9(2): the whole procedure stands still, but facts may be found (34, 44-9)."""
    one = desk(custody="detained_detention_order")
    case = requested(one, "2025-03-03T09:00")
    one.act(elsewhere(one), "let_stay", "2025-03-03T09:30", INSPECTOR)
    assert one.refused(case, "decide", "2025-03-03T10:00", SII, **decision()) == "provisional_stay_running"
    one.act(case, "find_facts", "2025-03-03T10:30", ICO, purpose="stated", bodies_asked=True, result="stated")


def test_whoever_is_sponsored_after_the_order_gets_a_departure_plan() -> None:
    """52-8(1)(ii): on release and never detained under the order, a plan is owed from the placing on."""
    one = desk(custody="provisional_release_deportation_order")
    order(one, "2025-03-03T07:00")
    case = requested(one, "2025-03-03T09:00")
    one.act(case, "decide", "2025-03-03T10:00", SII, **decision(after=True))
    plans = position(one).of("DetentionReview")
    assert [(plan.stage.value, one.duties(plan.id)) for plan in plans] == [("plan_owed", {"draw_up_plan"})]


def test_a_day_beyond_the_known_holidays_is_refused() -> None:
    """Which days of 2100 are closed nobody knows yet: the day is refused, and nothing breaks."""
    one = desk("2099-10-05", "detained_detention_order")
    case = requested(one, "2099-10-05T09:00")
    body = decision(notify_by="2100-01-04")
    assert one.refused(case, "decide", "2099-10-05T10:00", SII, **body) == "beyond_calendar"
