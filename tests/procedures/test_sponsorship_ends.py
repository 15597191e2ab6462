"""How Sponsorship ends: revocation and forfeiture, every lapse, a grant of status, departure and death."""

from typing import Any

import pytest

from tests.procedures.desk import Desk, jst
from tests.procedures.sponsorship_story import (
    CLERK,
    ICO,
    INSPECTOR,
    REASONS,
    SII,
    SPONSOR,
    at_screening,
    circumstances,
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
from workflows.custody_effects import SponsorshipEnded
from workflows.sponsorship_record import DepositForfeited, DepositPaid, DepositReturned, SponsorshipLapsed

PAID = {"amount": 500_000, "payer": "payer-1"}


def _paid(*, after: bool = False) -> tuple[Desk, str]:
    against = "illegal_work" if after else "flight"
    one, case = in_force(after=after, deposit=deposit(against=against))
    one.act(case, "pay_deposit", "2025-03-04", CLERK, **PAID)
    move(one, "2025-03-04", "sponsored_after_order" if after else "sponsored_before_order")
    return one, case


def _revoke(one: Desk, case: str, *grounds: str, at: str = "2025-04-01") -> None:
    one.act(case, "revoke", at, SII, grounds=list(grounds), reasons="stated")


@pytest.mark.parametrize(
    "ground", ["flight", "destroying_evidence", "condition_broken", "unpermitted_work", "notification"]
)
def test_each_ground_before_the_order_may_revoke_and_forfeits(ground: str) -> None:
    """44-4(2)(i)-(v): may be revoked; a deposit that was paid is forfeited, in whole or in part (DT-09, DT-10)."""
    one, case = _paid()
    _revoke(one, case, ground)
    assert facts_of(one, SponsorshipEnded)[0].end == "revoked"
    assert "forfeit_deposit" in one.duties(case)


@pytest.mark.parametrize("ground", ["flight", "condition_broken", "unpermitted_work", "notification"])
def test_each_ground_after_the_order_may_revoke_and_forfeits(ground: str) -> None:
    """52-4(2)(ii)-(v)."""
    one, case = _paid(after=True)
    _revoke(one, case, ground)
    assert "forfeit_deposit" in one.duties(case)


@pytest.mark.parametrize(
    ("after", "grounds", "code"),
    [
        (False, ["needed_for_removal"], "no_ground_of_revocation"),
        (True, ["destroying_evidence"], "no_ground_of_revocation"),
        (False, ["deposit_unpaid"], "ground_not_come_true"),
        (True, ["no_sponsor"], "ground_not_come_true"),
        (False, ["flight", "no_sponsor"], "grounds_of_two_paragraphs"),
    ],
)
def test_no_other_ground_revokes(after: bool, grounds: list[str], code: str) -> None:
    """Grounds of the other side of the order, mandatory ones that have not come true, and a mixture are refused."""
    one, case = in_force(after=after)
    body = {"grounds": grounds, "reasons": "stated"}
    assert one.refused(case, "revoke", "2025-04-01", SII, **body) == code


def _removable(one: Desk) -> None:
    destination = {
        "country": "XA",
        "permitted_by_53": True,
        "accepts": True,
        "persecution": False,
        "torture_or_disappearance": False,
    }
    one.act(circumstances(one), "find_destination", "2025-03-20", ICO, destination=destination, reasons="stated")


def test_removal_alone_forfeits_nothing_and_together_with_flight_it_does() -> None:
    """52-4(2)(i) as the only ground: the deposit goes back; with (ii) it is forfeited (52-4(4), 15)."""
    one, case = _paid(after=True)
    _removable(one)
    _revoke(one, case, "needed_for_removal")
    assert {"return_deposit"} <= one.duties(case)
    assert one.refused(case, "forfeit_deposit", "2025-04-02", SII, amount=1, reasons="stated") == "nothing_to_forfeit"
    other, both = _paid(after=True)
    _removable(other)
    _revoke(other, both, "needed_for_removal", "flight")
    assert "forfeit_deposit" in other.duties(both)


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("record_court_stays", {"stays": [{"scope": "removal", "since": "2025-03-10T00:00+09:00"}]}),
        ("record_proceedings", {"proceedings": [{"kind": "criminal", "since": "2025-03-10"}]}),
    ],
)
def test_nobody_is_detained_for_a_removal_that_is_stopped(what: str, body: dict[str, Any]) -> None:
    """52-4(2)(i) needs a removal that can be carried out: a court's stay or a criminal case stops it (LAW 12.1)."""
    one, case = in_force(after=True)
    _removable(one)
    one.act(circumstances(one), what, "2025-03-21", SII, **body)
    why = {"grounds": ["needed_for_removal"], "reasons": "stated"}
    assert one.refused(case, "revoke", "2025-04-01", SII, **why) == "removal_stands_still"


def test_after_a_revocation_papers_notice_and_sponsor_are_seen_to() -> None:
    """51-6 to the control officer, the notice taken back, the Sponsor told; then nothing is left (Ord. 36-6)."""
    one, case = in_force()
    _revoke(one, case, "condition_broken")
    assert one.duties(case) == {"hand_over_revocation", "take_back_notice", "tell_sponsor"}
    assert notices(one, case) == {"sponsorship_revocation": "to_serve", "end_to_sponsor": "to_serve"}
    assert one.register.case(case).running_clocks == ()
    one.act(case, "hand_over_revocation", "2025-04-01T13:00", SII)
    assert one.refused(case, "hand_over_revocation", "2025-04-01T13:01", SII) == "nothing_left_to_do"
    assert one.refused(case, "take_back_notice", "2025-04-02", INSPECTOR, taken_back=False) == "reason_missing"
    one.act(case, "take_back_notice", "2025-04-02", INSPECTOR, taken_back=False, remarks="lost")
    assert one.refused(case, "tell_person", "2025-04-02T13:00", SII) == "nothing_left_to_do"
    one.act(case, "tell_sponsor", "2025-04-02T14:00", SII)
    assert one.stage(case) == "ended"


def test_a_part_is_forfeited_and_the_rest_goes_back() -> None:
    """200,000 of 500,000 yen forfeited with notice 51-7, 300,000 returned to the payer: nothing is left over."""
    one, case = _paid()
    _revoke(one, case, "flight")
    for amount, code in ((500_001, "not_held"), (600_000, "not_held")):
        body = {"amount": amount, "reasons": "stated"}
        assert one.refused(case, "forfeit_deposit", "2025-04-02", SII, **body) == code
    one.act(case, "forfeit_deposit", "2025-04-02", SII, amount=200_000, reasons="stated")
    assert notices(one, case)["forfeiture_notice"] == "to_serve"
    one.act(case, "tell_payer", "2025-04-03", SII)
    one.act(case, "return_deposit", "2025-04-03", CLERK, to="payer-1")
    ledger = one.register.case(case).state.deposit
    assert (ledger.paid, ledger.forfeited, ledger.returned, ledger.held) == (500_000, 200_000, 300_000, 0)


def test_all_may_be_forfeited() -> None:
    """All or part: the whole is a part of what the law allows, and nothing goes back."""
    one, case = _paid()
    _revoke(one, case, "flight")
    one.act(case, "forfeit_deposit", "2025-04-02", SII, amount=500_000, reasons="stated")
    assert facts_of(one, DepositForfeited)[0].amount == 500_000
    assert "return_deposit" not in one.duties(case)


def test_a_mandatory_revocation_forfeits_nothing() -> None:
    """No Sponsor was found: revoked, the deposit goes back in full (14)."""
    one, case = _paid()
    one.act(case, "record_sponsor_death", "2025-03-10", CLERK, died_on="2025-03-09")
    _revoke(one, case, "no_sponsor", at="2025-03-18T09:00")
    assert "forfeit_deposit" not in one.duties(case)
    assert "tell_sponsor" not in one.duties(case)
    one.act(case, "return_deposit", "2025-03-19", CLERK, to="payer-1")
    assert facts_of(one, DepositReturned)[0].amount == 500_000


def test_money_that_comes_after_the_end_is_recorded_and_returned() -> None:
    """Whatever its amount, also when all was wound up: never lost, never refused into the void (A-06)."""
    one, case = in_force(deposit=deposit())
    one.act(elsewhere(one), "find_nothing", "2025-03-10", INSPECTOR)
    one.act(case, "tell_person", "2025-03-11", SII)
    one.act(case, "tell_sponsor", "2025-03-11", SII)
    assert one.stage(case) == "ended"
    one.act(case, "pay_deposit", "2025-03-12", CLERK, amount=123_456, payer="payer-9")
    assert facts_of(one, DepositPaid)[0].late
    assert (one.stage(case), one.duties(case)) == ("lapsed", {"return_deposit"})
    one.act(case, "return_deposit", "2025-03-13", CLERK, to="payer-9")
    assert one.stage(case) == "ended"


def test_money_that_comes_after_a_revocation_goes_back_and_forfeits_nothing() -> None:
    """44-4(5) forfeits what was paid when Sponsorship was revoked, not what comes later (A-06)."""
    one, case = at_screening(deposit=deposit(due="2025-03-06"))
    _revoke(one, case, "deposit_unpaid", at="2025-03-07")
    for act, body in (("hand_over_revocation", {}), ("take_back_notice", {"taken_back": True}), ("tell_sponsor", {})):
        one.act(case, act, "2025-03-07T13:00", INSPECTOR if act == "take_back_notice" else SII, **body)
    assert one.stage(case) == "ended"
    one.act(case, "pay_deposit", "2025-03-08", CLERK, **PAID)
    assert (one.stage(case), one.duties(case)) == ("revoked", {"return_deposit"})


def _paid_late() -> tuple[Desk, str]:
    one, case = at_screening(deposit=deposit(due="2025-03-06"))
    one.act(case, "pay_deposit", "2025-03-07", CLERK, **PAID)
    return one, case


CONDUCT = ["flight", "destroying_evidence", "condition_broken", "unpermitted_work", "notification"]


@pytest.mark.parametrize("ground", CONDUCT)
def test_what_came_late_is_not_forfeited_by_naming_another_ground(ground: str) -> None:
    """44-4(1)(i) is owed: the second paragraph is closed, and the money is only returned (A-06, 14)."""
    one, case = _paid_late()
    why = {"grounds": [ground], "reasons": "stated"}
    assert one.refused(case, "revoke", "2025-03-08", SII, **why) == "mandatory_ground_owed"
    _revoke(one, case, "deposit_unpaid", at="2025-03-08")
    assert "forfeit_deposit" not in one.duties(case)
    assert one.refused(case, "forfeit_deposit", "2025-03-09", SII, amount=1, reasons="x") == "nothing_to_forfeit"
    one.act(case, "return_deposit", "2025-03-09", CLERK, to="payer-1")
    assert [fact.amount for fact in facts_of(one, DepositReturned)] == [500_000]
    assert not facts_of(one, DepositForfeited)


@pytest.mark.parametrize("returned_first", [True, False])
def test_what_came_late_goes_back_once_and_the_case_closes(returned_first: bool) -> None:
    """Returned before or after the revocation, 500,000 yen once; then nothing is owed any more."""
    one, case = _paid_late()
    if returned_first:
        one.act(case, "return_deposit", "2025-03-07T13:00", CLERK, to="payer-1")
    _revoke(one, case, "deposit_unpaid", at="2025-03-08")
    if not returned_first:
        one.act(case, "return_deposit", "2025-03-08T13:00", CLERK, to="payer-1")
    one.act(case, "hand_over_revocation", "2025-03-08T14:00", SII)
    one.act(case, "take_back_notice", "2025-03-08T14:00", INSPECTOR, taken_back=True)
    one.act(case, "tell_sponsor", "2025-03-08T14:00", SII)
    assert (one.stage(case), one.duties(case)) == ("ended", set())
    assert [fact.amount for fact in facts_of(one, DepositReturned)] == [500_000]


@pytest.mark.parametrize("after", [True, False])
def test_no_forfeiture_is_won_by_passing_over_a_missing_sponsor(after: bool) -> None:
    """14: while 44-4(1)(ii) or 52-4(1)(ii) is owed no ground that forfeits may be named; a new Sponsor opens it."""
    one, case = _paid(after=after)
    body = {"ground": "not_suitable", "ends_on": "2025-03-10", "reasons": "stated"}
    one.act(case, "cancel_selection", "2025-03-05", SII, **body)
    why = {"grounds": ["condition_broken"], "reasons": "stated"}
    assert one.refused(case, "revoke", "2025-03-11T09:00", SII, **why) == "mandatory_ground_owed"
    one.act(case, "select_sponsor", "2025-03-11T10:00", SII, **SPONSOR)
    _revoke(one, case, "condition_broken", at="2025-03-11T11:00")
    assert "forfeit_deposit" in one.duties(case)


def test_before_a_mandatory_ground_has_come_true_conduct_forfeits() -> None:
    """On the last day of the Sponsor who leaves there still is one: 44-4(2) is open, and forfeits."""
    one, case = _paid()
    body = {"ground": "not_suitable", "ends_on": "2025-03-10", "reasons": "stated"}
    one.act(case, "cancel_selection", "2025-03-05", SII, **body)
    _revoke(one, case, "condition_broken", at="2025-03-10T23:59:59")
    assert "forfeit_deposit" in one.duties(case)


EVENTS = [
    ("find_nothing", INSPECTOR, "no_ground_found"),
    ("permit", "regional_bureau_head", "special_permission"),
    ("order_departure", SII, "departure_ordered"),
    ("issue", SII, "order_issued"),
]


@pytest.mark.parametrize(("event", "by", "cause"), EVENTS)
def test_every_event_of_44_8_ends_it_in_the_same_instant(event: str, by: str, cause: str) -> None:
    """No item of Article 24, permission, either order: lapsed at once, both to be told, the deposit goes back."""
    one, case = _paid()
    one.act(elsewhere(one), event, "2025-04-01T10:00", by)
    assert facts_of(one, SponsorshipLapsed)[0].cause == cause
    assert sponsored(one).ended_at == jst("2025-04-01T10:00")
    assert one.duties(case) == {"tell_person", "tell_sponsor", "return_deposit"}
    assert notices(one, case)["end_to_person"] == "to_serve"
    assert one.register.case(case).running_clocks == ()


def test_a_departure_order_ends_only_what_came_before_the_deportation_order() -> None:
    """44-8(v): after the deportation order there is no such lapse."""
    one, after = in_force(after=True)
    one.act(elsewhere(one), "order_departure", "2025-04-01", SII)
    assert one.stage(after) == "in_force"


@pytest.mark.parametrize(("event", "by", "_cause"), EVENTS)
def test_a_decision_that_awaits_its_deposit_lapses_too(event: str, by: str, _cause: str) -> None:
    """The decision loses its effect, though it never took hold."""
    one, case = in_force(deposit=deposit())
    one.act(elsewhere(one), event, "2025-03-05", by)
    assert one.stage(case) == "lapsed"
    assert sponsored(one).placed_at is None


def test_after_the_order_it_ends_with_the_order_alone() -> None:
    """52-6: a withdrawn order ends it; a finding or a permission does not, they are no ends of it."""
    one, case = in_force(after=True)
    one.act(elsewhere(one), "find_nothing", "2025-04-01", INSPECTOR)
    assert one.stage(case) == "in_force"
    one.act(elsewhere(one), "withdraw", "2025-04-02", SII)
    assert facts_of(one, SponsorshipLapsed)[0].cause == "order_lost_effect"
    assert one.duties(case) == {"tell_person", "tell_sponsor"}


def test_the_order_needs_a_new_decision_and_a_new_selection() -> None:
    """44-8(vi), 52-2, 52-3: Sponsorship before the order ends, that after it is decided anew with its own Sponsor."""
    one, before = in_force()
    order(one, "2025-04-01T10:00")
    move(one, "2025-04-01T10:00", "free")
    one.act(elsewhere(one), "screen_after_order", "2025-04-01T11:00", SII)
    one.act(latest(one), "decide", "2025-04-01T12:00", SII, **decision(after=True))
    assert one.stage(before) == "lapsed"
    assert sponsored(one).paragraph == "52-2(1)"
    assert [case.stage.value for case in position(one).of("DetentionReview")] == ["plan_owed"]


def test_a_grant_of_status_is_followed_by_a_recorded_end() -> None:
    """44-8 does not list it: a supervising inspector ends it, both are told, the deposit goes back (A-42)."""
    one, case = _paid()
    assert one.refused(case, "end_for_status", "2025-04-01", SII, **REASONS) == "no_grant_took_effect"
    one.act(elsewhere(one), "grant", "2025-04-01T13:00", INSPECTOR)
    assert (one.stage(case), "end_for_status" in one.duties(case)) == ("in_force", True)
    one.act(case, "end_for_status", "2025-04-02", SII, **REASONS)
    assert facts_of(one, SponsorshipEnded)[0].end == "status_granted"
    assert one.duties(case) == {"tell_person", "tell_sponsor", "return_deposit"}


@pytest.mark.parametrize("record", ["record_departure", "record_death"])
def test_departure_and_death_end_all(record: str) -> None:
    """Nothing is left to supervise: the Sponsor is told, the deposit goes back."""
    one, case = _paid()
    one.act(circumstances(one), record, "2025-04-01", "immigration_inspector", on="2025-04-01")
    assert facts_of(one, SponsorshipEnded)[0].end == "object_lost"
    assert one.duties(case) == {"tell_sponsor", "return_deposit"}


def test_a_question_loses_its_object_with_its_case() -> None:
    """Nothing was decided: a finding, a grant, a departure leave nothing to ask."""
    for event, by in (("find_nothing", INSPECTOR), ("grant", INSPECTOR)):
        one = desk(custody="detained_detention_order")
        case = requested(one, "2025-03-03T09:00")
        one.act(elsewhere(one), event, "2025-03-04", by)
        assert one.stage(case) == "not_decided"
    gone = desk(custody="detained_detention_order")
    case = requested(gone, "2025-03-03T09:00")
    gone.act(circumstances(gone), "record_departure", "2025-03-04", INSPECTOR, on="2025-03-04")
    assert gone.stage(case) == "not_decided"


def test_the_order_ends_a_screening_before_it_but_not_a_request() -> None:
    """What the screening of 39(2) chose is moot; a detainee's request is decided under 52-2(5)."""
    one = desk()
    case = screened(one, "2025-03-03T09:00")
    order(one, "2025-03-04")
    assert one.stage(case) == "not_decided"
    other = desk(custody="detained_detention_order")
    asked = requested(other, "2025-03-03T09:00")
    order(other, "2025-03-04")
    other.act(asked, "decide", "2025-03-05", SII, **decision(after=True))
    assert sponsored(other).paragraph == "52-2(5)"


def test_an_order_that_falls_ends_what_it_had_opened() -> None:
    """A command and a screening after the order are moot without an order."""
    for opening, by in (("command", "commissioner"), ("screen_after_order", SII)):
        one = desk(custody="detained_deportation_order")
        order(one, "2025-03-03T07:00")
        one.act(elsewhere(one), opening, "2025-03-03T09:00", by)
        one.act(elsewhere(one), "withdraw", "2025-03-04", SII)
        assert one.stage(latest(one)) == "not_decided"


def test_nobody_decides_on_a_request_whose_detention_is_gone_for_good() -> None:
    """52-2(4), (5): the order fell, or the detainee was released specially, of whom no request is open (A-39)."""
    fell = desk(custody="detained_deportation_order")
    order(fell, "2025-03-03T07:00")
    asked = requested(fell, "2025-03-03T09:00")
    fell.act(elsewhere(fell), "withdraw", "2025-03-04", SII)
    assert (fell.stage(asked), fell.duties(asked)) == ("not_decided", set())
    released = desk(custody="detained_deportation_order")
    order(released, "2025-03-03T07:00")
    asked = requested(released, "2025-03-03T09:00")
    move(released, "2025-03-04", "special_release")
    assert (released.stage(asked), released.duties(asked)) == ("not_decided", set())


def test_a_request_waits_for_whoever_is_taken_again() -> None:
    """44-2(4): the provisional release ended and the person is to be detained anew: still to be decided."""
    one = desk(custody="provisional_release_detention_order")
    asked = requested(one, "2025-03-03T09:00")
    move(one, "2025-03-04", "free")
    assert one.stage(asked) == "considered"
    move(one, "2025-03-05", "detained_detention_order")
    one.act(asked, "decide", "2025-03-06", SII, **decision())
    assert sponsored(one).paragraph == "44-2(6)"


def test_weighing_and_leaving_it_in_force_leaves_an_overdue_notification_owed() -> None:
    """The breach stays on record, and the notification is still to be made."""
    one, case = in_force()
    one.act(case, "ask_for_support", "2025-06-05", CLERK, matter="stated")
    one.act(case, "leave_in_force", "2025-06-06", SII, **REASONS)
    assert "see_to_notification" in one.duties(case)


def test_during_provisional_stay_nothing_is_revoked_but_a_sponsor_is_found() -> None:
    """61-2-9(2): no step against the person; a vacancy is filled all the same, and conditions follow a move (34)."""
    one, case = in_force()
    one.act(case, "receive_resignation", "2025-03-10", CLERK, ends_on="2025-03-20", reasons="stated")
    one.act(elsewhere(one), "let_stay", "2025-03-11", INSPECTOR)
    why = {"grounds": ["flight"], "reasons": "stated"}
    assert one.refused(case, "revoke", "2025-03-12", SII, **why) == "provisional_stay_running"
    one.act(case, "select_sponsor", "2025-03-21", SII, **SPONSOR)
    assert "revoke_sponsorship" not in one.duties(case)
    one.act(case, "change_terms", "2025-03-22", SII, terms=decision()["terms"], reasons="moved")
