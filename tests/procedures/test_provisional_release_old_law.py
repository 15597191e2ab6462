"""Provisional release under the old law: requests before 10 June 2024, and releases that ran on that day (suppl. 9)."""

from typing import Any

import pytest

from engine.case import ClockStatus
from law.custody_clocks import PROVISIONAL_RELEASE, WRITTEN_RELEASE
from law.facts import Custody
from law.provisional_release import ReleaseLaw, ReleaseTerms
from tests.procedures.desk import Desk, jst
from tests.procedures.release_story import (
    CLERK,
    EXTENSION,
    GRANT,
    ICO,
    PROLONGED,
    REFUSAL,
    SII,
    custody_is,
    desk,
    ends,
    held,
    position,
    refused_opening,
    release_of,
    requested,
)
from workflows.custody_effects import ReleaseEnd
from workflows.provisional_release_case import DepositForfeited, PermitMade

OLD = GRANT | {"reason": None, "last_day": "2024-07-31", "deposit": 300_000}


def asked(at: str = "2024-06-07T15:00") -> tuple[Desk, str]:
    """Requested before the new law."""
    one = held("2024-06-03T07:00")
    return one, requested(one, at, reasons_shown=["health"])


def paid(last_day: str = "2024-07-31") -> tuple[Desk, str]:
    """Requested on 7 June, granted on 14 June under the old law, the deposit paid on 17 June 2024."""
    one, release = asked()
    one.act(release, "grant", "2024-06-14", SII, **(OLD | {"last_day": last_day}))
    one.act(release, "pay_deposit", "2024-06-17", CLERK, amount=300_000)
    return one, release


def test_the_last_minute_of_the_old_law() -> None:
    """Requested on 9 June 2024 at 23:59: a deposit, no reason of 54(2), no doctor; at 00:00 of 10 June the new law."""
    one, old = asked("2024-06-09T23:59")
    assert one.duties(old) == {"decide_release"}
    assert one.refused(old, "grant", "2024-06-14", SII, **(OLD | {"deposit": None})) == "deposit_missing"
    assert one.refused(old, "grant", "2024-06-14", SII, **(OLD | {"deposit": 3_000_001})) == "deposit_beyond_maximum"
    one.act(old, "grant", "2024-06-14", SII, **OLD)
    assert one.stage(old) == "deposit_awaited"
    other, new = asked("2024-06-10T00:00")
    assert other.duties(new) == {"decide_release", "hear_doctor"}
    other.act(new, "hear_doctor", "2024-06-13", SII, opinion="o")
    assert other.refused(new, "grant", "2024-06-14", SII, **OLD) == "no_reason_for_release"
    assert other.refused(new, "grant", "2024-06-14", SII, **(OLD | {"reason": "health"})) == "no_deposit"


def test_own_motion_follows_the_law_of_its_decision() -> None:
    """Considered before 10 June 2024 and decided on that day: the new law, without a deposit."""
    one = held("2024-06-03T07:00")
    release = one.open("ProvisionalRelease", "consider_on_own_motion", "2024-06-07", SII, reasons="r")
    assert one.refused(release, "grant", "2024-06-10T00:00", SII, **(OLD | {"reason": "like"})) == "no_deposit"
    one.act(release, "grant", "2024-06-10T00:00", SII, **(OLD | {"reason": "like", "deposit": None}))
    assert [terms.law for terms in position(one).all(ReleaseTerms)] == [ReleaseLaw.NEW]


def test_nobody_is_released_before_the_deposit_is_paid() -> None:
    """Granted, and held until the whole amount is there; the release begins with the payment."""
    one, release = asked()
    one.act(release, "grant", "2024-06-14", SII, **OLD)
    assert one.duties(release) == {"take_deposit"}
    assert "ProvisionalReleaseGranted" not in one.fact_kinds()
    assert one.refused(release, "pay_deposit", "2024-06-17", CLERK, amount=299_999) == "not_the_deposit"
    one.act(release, "pay_deposit", "2024-06-17", CLERK, amount=300_000)
    assert (one.stage(release), release_of(one).granted_at) == ("released", jst("2024-06-17"))
    made = [fact.body for fact in one.register.facts(one.person) if isinstance(fact.body, PermitMade)]
    assert [(each.law, each.carried) for each in made] == [(ReleaseLaw.OLD, False)]


def test_a_deposit_of_nothing_holds_nobody() -> None:
    """The old law sets an amount up to three million yen: with none to pay the release is immediate."""
    one, release = asked()
    one.act(release, "grant", "2024-06-14", SII, **(OLD | {"deposit": 0}))
    assert one.stage(release) == "released"


def test_a_deposit_that_never_comes() -> None:
    """The grant is given up, or its period is over before the payment."""
    one, release = asked()
    one.act(release, "grant", "2024-06-14", SII, **OLD)
    assert one.refused(release, "pay_deposit", "2024-08-01", CLERK, amount=300_000) == "period_is_over"
    one.act(release, "drop", "2024-08-01", SII, reasons="r")
    assert one.stage(release) == "not_pursued"
    assert [notice.status.value for notice in one.register.case(release).notices] == ["withdrawn"]


def test_a_refusal_of_an_old_request_is_written_too() -> None:
    """It need not point to Sponsorship: the old law asked for no reason of 54(2)."""
    one, release = asked()
    one.act(release, "refuse", "2024-06-14", SII, **(REFUSAL | {"reason_shown": None}))
    assert one.stage(release) == "refused"


def test_an_old_release_ends_by_no_expiry_of_the_text() -> None:
    """The period over, a person decides: the old text has no paragraph like 55(5)."""
    one, release = paid()
    assert one.stage(release, "2024-07-31T23:59") == "released"
    one.register.let_lapse(one.person, jst("2024-08-01T00:00"))
    assert (one.stage(release), one.duties(release)) == ("old_period_over", {"weigh_old_release"})
    assert ends(one) == []
    one.act(release, "end_with_its_period", "2024-08-02", SII, reasons="found so")
    assert ends(one) == [ReleaseEnd.EXPIRED]
    assert one.duties(release) == {"return_deposit"}


def test_an_old_release_is_prolonged_without_the_new_maximum() -> None:
    """Six months under the old law; on a working day to come; after its period as well."""
    one, release = paid()
    assert one.refused(release, "extend", "2024-07-16", SII, **(PROLONGED | {"last_day": "2025-02-01"})) == "closed_day"
    one.act(release, "request_extension", "2024-07-16", CLERK, **EXTENSION)
    one.act(release, "extend", "2024-07-16", SII, **(PROLONGED | {"reason": None, "last_day": "2025-01-31"}))
    clock = one.register.case(release).clock(WRITTEN_RELEASE)
    assert clock is not None
    assert (str(clock.last_day), clock.generation) == ("2025-01-31", 2)
    assert one.stage(release, "2025-02-01T00:00") == "old_period_over"
    assert one.refused(release, "extend", "2025-02-05", SII, **(PROLONGED | {"last_day": "2025-02-04"})) == (
        "prolongs_nothing"
    )
    one.act(release, "extend", "2025-02-05", SII, **(PROLONGED | {"last_day": "2025-03-31"}))
    assert (one.stage(release), one.duties(release)) == ("released", set())


@pytest.mark.parametrize(
    ("breaches", "forfeited", "left"),
    [(["fled"], 300_000, 0), (["did_not_appear"], 300_000, 0), (["condition_breached"], 100_000, 200_000)],
)
def test_a_revocation_forfeits_as_the_old_law_says(breaches: list[str], forfeited: int, left: int) -> None:
    """All for flight and non-appearance, a part otherwise; what is left goes back in full (old 55(3))."""
    one, release = paid()
    wrong: dict[str, Any] = {"breaches": breaches, "reasons": "r", "forfeited": 150_000 if not left else 300_000}
    assert one.refused(release, "revoke", "2024-07-01", SII, **wrong) in ("whole_forfeited", "part_forfeited")
    one.act(release, "revoke", "2024-07-01", SII, **(wrong | {"forfeited": forfeited}))
    taken = [fact.body for fact in one.register.facts(one.person) if isinstance(fact.body, DepositForfeited)]
    assert [each.amount for each in taken] == [forfeited]
    assert one.duties(release) == ({"return_deposit"} if left else set())
    if left:
        assert one.refused(release, "return_deposit", "2024-07-02", CLERK, amount=left - 1) == "returned_in_full"
        one.act(release, "return_deposit", "2024-07-02", CLERK, amount=left)
    assert one.refused(release, "return_deposit", "2024-07-03", CLERK, amount=left or 1) == "nothing_held"


def test_a_deposit_secures_the_release_while_it_lasts() -> None:
    """It is returned when the release has ended, by departure for one."""
    one, release = paid()
    assert one.refused(release, "return_deposit", "2024-07-01", CLERK, amount=300_000) == "deposit_still_secures"
    kept = position(one).of("Circumstances")[0].id
    one.act(kept, "record_departure", "2024-07-02", "registrar", on="2024-07-02")
    assert one.duties(release) == {"return_deposit"}
    one.act(release, "return_deposit", "2024-07-03", CLERK, amount=300_000)
    assert not one.duties(release)


TAKEN: dict[str, Any] = {"granted_at": "2024-04-15T10:00:00+09:00", "last_day": "2024-07-14", "under_order": True}


def _on_older_release(title: str = "deportation_order", on: str = "2024-04-15", at: str = "2024-06-03T07:00") -> Desk:
    one = desk(at)
    body: dict[str, Any] = {"title": title, "since": f"{on}T10:00:00+09:00", "on_release": True, "facility": "rooms 1"}
    one.open("Detention", "take_over", at, ICO, **body)
    return one


def test_a_release_that_runs_is_taken_over_with_its_period_as_written() -> None:
    """Granted in April 2024 until Sunday 14 July: the old law, and the day is kept as it is written (A-01)."""
    one = _on_older_release()
    release = one.open("ProvisionalRelease", "take_over", "2024-06-10", ICO, **TAKEN, deposit_held=500_000)
    found = release_of(one)
    assert (found.granted_at, str(found.last_day), found.under_order) == (jst("2024-04-15T10:00"), "2024-07-14", True)
    assert one.stage(release, "2024-07-15T00:00") == "old_period_over"
    one.act(release, "revoke", "2024-07-01", SII, breaches=["fled"], forfeited=500_000, reasons="r")
    assert ends(one) == [ReleaseEnd.REVOKED]
    assert "detain_person" in one.duties(position(one).of("Detention")[0].id)


def test_a_release_is_taken_over_once_somebody_keeps_the_custody() -> None:
    """55(5): a release whose end nobody would answer for is not kept; custody is taken over first, on release."""
    one = desk("2024-06-03T07:00")
    custody_is(one, "2024-06-03T07:00", Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER)
    assert refused_opening(one, "ProvisionalRelease", "take_over", "2024-06-10", ICO, **TAKEN) == "custody_not_kept"


def test_what_cannot_be_taken_over() -> None:
    """Custody on record says otherwise, or the period is over already."""
    one = _on_older_release("detention_order")
    for changes, code in (
        ({}, "not_on_that_release"),
        ({"under_order": False, "last_day": "2024-06-07"}, "over_already"),
    ):
        assert refused_opening(one, "ProvisionalRelease", "take_over", "2024-06-10", ICO, **(TAKEN | changes)) == code


def test_a_release_of_the_new_law_taken_over_expires_and_is_prolonged_by_the_new_law() -> None:
    """Granted on 1 July 2024 on own motion until Saturday 28 September: three months more from that day at most."""
    one = _on_older_release("detention_order", "2024-07-01", "2024-07-02T07:00")
    body: dict[str, Any] = {"granted_at": "2024-07-01T10:00:00+09:00", "last_day": "2024-09-28", "under_order": False}
    release = one.open("ProvisionalRelease", "take_over", "2024-07-03", ICO, **body)
    assert one.stage(release, "2024-09-29T00:00") == "ended"
    too_long = PROLONGED | {"last_day": "2025-01-06"}
    assert one.refused(release, "extend", "2024-09-02", SII, **too_long) == "beyond_maximum"
    one.act(release, "extend", "2024-09-02", SII, **(PROLONGED | {"last_day": "2024-12-27"}))
    clocks = {clock.rule_name: clock.status for clock in one.register.case(release).clocks}
    assert clocks == {
        WRITTEN_RELEASE.name: ClockStatus.STOPPED,
        PROVISIONAL_RELEASE.name: ClockStatus.RUNNING,
    }
