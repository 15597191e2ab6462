"""Sponsorship: paragraph, test, Sponsor, conditions, revocation and the Sponsor's days, cell by cell."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from law.citation import ACLA
from law.custody import DETAINED, PROVISIONALLY_RELEASED, Paragraph, Sponsored
from law.facts import Custody
from law.finding import Answer, Reason
from law.periods import JST
from law.sponsorship import (
    Candidate,
    Condition,
    Degree,
    Risk,
    Route,
    Weighed,
    conditions_complete,
    conditions_of,
    may_be_asked_for,
    may_be_decided,
    may_be_placed_unpaid,
    may_be_sponsor,
    paragraph_of,
    remaining_is_punished,
    risks_of,
    takes_away,
    waits_for_deposit,
)
from law.sponsorship_duties import (
    Filer,
    Filing,
    Matter,
    Omission,
    Timeliness,
    counts_from,
    exposure,
    may_notify,
    may_request,
    must_show,
    timeliness,
    tried_ahead,
)
from law.sponsorship_end import (
    MANDATORY,
    Ground,
    LapseCause,
    RevocationFacts,
    grounds,
    is_conduct,
    is_forfeited,
    lapses_with,
    may_be_revoked,
)

HELD = sorted(DETAINED | PROVISIONALLY_RELEASED)
NEITHER = sorted(set(Custody) - set(HELD) - {Custody.SPECIAL_RELEASE, Custody.TRAVEL_RESTRICTED})


@pytest.mark.parametrize("custody", HELD)
@pytest.mark.parametrize("route", list(Route))
def test_everybody_held_or_released_goes_by_the_later_paragraph(custody: Custody, route: Route) -> None:
    """44-2(6) before the order, 52-2(5) after it, on any way; a command on a detainee by 52-8(5)."""
    before = paragraph_of(route, custody, after_order=False, release_owed=False).value
    after = paragraph_of(route, custody, after_order=True, release_owed=False).value
    commanded = route is Route.COMMAND and custody in DETAINED
    assert before is Paragraph.LATER_BEFORE_ORDER
    assert after is (Paragraph.COMMANDED if commanded else Paragraph.LATER_AFTER_ORDER)
    assert may_be_asked_for(custody, release_owed=False).value is Answer.YES


@pytest.mark.parametrize("custody", NEITHER)
def test_somebody_neither_held_nor_released_only_at_a_screening(custody: Custody) -> None:
    """44-2(1) at the screening of 39(2), 52-2(1) at that of 52(8); a request and a command open nothing."""
    opened = {
        (route, after): paragraph_of(route, custody, after_order=after, release_owed=False).value
        for route in Route
        for after in (False, True)
    }
    assert {key: value for key, value in opened.items() if value is not None} == {
        (Route.SCREENING, False): Paragraph.AT_SCREENING_BEFORE_ORDER,
        (Route.SCREENING_AFTER_ORDER, True): Paragraph.AT_SCREENING_AFTER_ORDER,
    }
    assert may_be_asked_for(custody, release_owed=False).value is Answer.NO


@pytest.mark.parametrize("custody", [Custody.SPECIAL_RELEASE, Custody.TRAVEL_RESTRICTED])
@pytest.mark.parametrize("route", list(Route))
def test_whom_the_law_does_not_name_is_left_to_a_person(custody: Custody, route: Route) -> None:
    """A specially released or travel-restricted person: no paragraph, and a person is asked (A-39, A-41)."""
    for after in (False, True):
        found = paragraph_of(route, custody, after_order=after, release_owed=False)
        assert (found.value, found.reasons[0].code) == (None, "custody_not_named")
    assert may_be_asked_for(custody, release_owed=False).value is Answer.NO


@pytest.mark.parametrize("custody", sorted(DETAINED))
@pytest.mark.parametrize("route", list(Route))
def test_sponsorship_takes_the_place_of_no_release_that_is_owed(custody: Custody, route: Route) -> None:
    """Held without a title: no way and no paragraph opens it, and nothing lets it take hold (3, 5, 8)."""
    for after in (False, True):
        found = paragraph_of(route, custody, after_order=after, release_owed=True)
        assert (found.value, found.reasons[0].code) == (None, "detention_without_title")
    asked = may_be_asked_for(custody, release_owed=True)
    unpaid = may_be_placed_unpaid(custody, release_owed=True, time_used_up=True)
    for answer in (asked, unpaid):
        assert (answer.value, answer.reasons[0].code) == (Answer.NO, "detention_without_title")


@pytest.mark.parametrize("custody", list(Custody))
@pytest.mark.parametrize("time_used_up", [True, False])
def test_without_payment_it_takes_hold_after_one_release_alone(custody: Custody, time_used_up: bool) -> None:
    """A-34: the time of detention ran out, and the person is out of it."""
    found = may_be_placed_unpaid(custody, release_owed=False, time_used_up=time_used_up)
    code = "still_detained" if custody in DETAINED else "not_released_for_time"
    if custody in DETAINED or not time_used_up:
        assert (found.value, found.reasons[0].code) == (Answer.NO, code)
    else:
        assert found.value is Answer.YES


@pytest.mark.parametrize("paragraph", list(Paragraph))
def test_the_test_is_whole_and_its_answer_yes(paragraph: Paragraph) -> None:
    """DT-05, column by column: suspicion before the order, its risks, appropriate; under a command the risks alone."""
    risks = dict.fromkeys(risks_of(paragraph), Degree.LOW)
    suspected = True if paragraph.before_order else None
    commanded = paragraph is Paragraph.COMMANDED
    assert may_be_decided(paragraph, Weighed(suspected, risks, appropriate=True)).value is Answer.YES
    unfit = may_be_decided(paragraph, Weighed(suspected, risks, appropriate=False))
    assert unfit.value is (Answer.YES if commanded else Answer.NO)
    without = may_be_decided(paragraph, Weighed(None, risks, appropriate=True))
    assert without.value is (Answer.NO if paragraph.before_order else Answer.YES)
    for wrong in ({}, dict.fromkeys(Risk, Degree.LOW), {Risk.FLIGHT: Degree.LOW}):
        assert may_be_decided(paragraph, Weighed(suspected, wrong, appropriate=True)).value is Answer.NO


def test_high_risk_is_a_judgment_and_refuses_nothing() -> None:
    """Nothing is computed from the degrees: a high risk and "appropriate" is a person's to reconcile."""
    risks = dict.fromkeys(risks_of(Paragraph.LATER_BEFORE_ORDER), Degree.HIGH)
    found = may_be_decided(Paragraph.LATER_BEFORE_ORDER, Weighed(True, risks, appropriate=True))
    assert found.value is Answer.YES


def test_a_sponsor_understands_consents_and_is_fit() -> None:
    """Every lack is named (44-3(1))."""
    assert may_be_sponsor(Candidate(True, True, True)).value is Answer.YES
    found = may_be_sponsor(Candidate(False, False, False))
    assert [reason.code for reason in found.reasons] == [
        "sponsor_duties_not_understood",
        "sponsor_does_not_consent",
        "sponsor_not_fit",
    ]


@pytest.mark.parametrize("before", [True, False])
def test_the_conditions_that_are_always_imposed(before: bool) -> None:
    """Ord. 36-2(1), (2): work is forbidden after the order, destroying evidence before it."""
    always = conditions_of(before_order=before)
    assert (Condition.NO_WORK in always) is not before
    assert conditions_complete(always | {Condition.OTHER}, before_order=before).value is Answer.YES
    for one in always:
        assert conditions_complete(always - {one}, before_order=before).value is Answer.NO


@pytest.mark.parametrize("paragraph", list(Paragraph))
@pytest.mark.parametrize("custody", list(Custody))
def test_release_waits_only_for_a_detainee_s_unpaid_deposit(paragraph: Paragraph, custody: Custody) -> None:
    """Never at a screening, never for somebody on provisional release, never without a deposit (DT-06)."""
    waits = waits_for_deposit(paragraph, custody, deposit_unpaid=True)
    assert waits is (custody in DETAINED and not paragraph.at_screening)
    assert not waits_for_deposit(paragraph, custody, deposit_unpaid=False)


def test_what_sponsorship_takes_away_from_article_70() -> None:
    """44-2(10): remaining beyond a period; illegal entry, landing and unpermitted work stay punishable."""
    for kept in ("70(1)(i)", "70(1)(ii)", "70(1)(iv)", "70(1)(vi)", "70(1)(ix)", "70(1)(x)"):
        assert not takes_away(kept)
    for gone in ("70(1)(iii)", "70(1)(v)", "70(1)(vii)", "70(1)(viii-4)", "70(2)"):
        assert takes_away(gone)


AT = datetime(2025, 5, 12, 12, tzinfo=JST)
RUNS = Sponsored("case_s", Paragraph.LATER_BEFORE_ORDER, AT, AT, datetime(2025, 5, 20, tzinfo=JST))


@pytest.mark.parametrize(
    ("sponsored", "custody", "at", "punished"),
    [
        (RUNS, Custody.SPONSORED_BEFORE_ORDER, AT, False),
        (RUNS, Custody.FREE, datetime(2025, 5, 20, tzinfo=JST), True),
        (replace(RUNS, placed_at=None), Custody.FREE, AT, True),
        (replace(RUNS, placed_at=AT + timedelta(seconds=1)), Custody.FREE, AT, True),
        (replace(RUNS, ended_at=None), Custody.FREE, datetime(2026, 5, 20, tzinfo=JST), False),
        (replace(RUNS, placed_at=None), Custody.TRAVEL_RESTRICTED, datetime(2025, 5, 14, 23, 59, tzinfo=JST), True),
        (replace(RUNS, placed_at=None), Custody.TRAVEL_RESTRICTED, datetime(2025, 5, 15, tzinfo=JST), False),
    ],
)
def test_remaining_is_no_offence_while_sponsorship_or_a_restriction_runs(
    sponsored: Sponsored, custody: Custody, at: datetime, punished: bool
) -> None:
    """44-2(10), 63-2(3): from the placing to the end; a travel restriction from 15 May 2025 on."""
    assert remaining_is_punished("70(1)(vii)", (sponsored,), custody, at) is punished
    assert remaining_is_punished("70(1)(i)", (sponsored,), custody, at)


@pytest.mark.parametrize("before", [True, False])
def test_every_ground_has_its_item(before: bool) -> None:
    """DT-09: seven grounds on each side, two of them mandatory."""
    found = grounds(before_order=before)
    article = "44-4" if before else "52-4"
    assert len(found) == 7
    assert {ground for ground, item in found.items() if item.article.startswith(f"{article}(1)")} == set(MANDATORY)
    assert all(item.article.startswith(article) for item in found.values())


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("ground", list(Ground))
def test_may_or_must_be_revoked(before: bool, ground: Ground) -> None:
    """Each cell of DT-09: a mandatory ground once it has come true, any other of this side at any time."""
    known = ground in grounds(before_order=before)
    named = frozenset({ground})
    without = may_be_revoked(RevocationFacts(before, named, frozenset()))
    assert without.value is (Answer.YES if known and ground not in MANDATORY else Answer.NO)
    owed = may_be_revoked(RevocationFacts(before, named, named))
    assert owed.value is (Answer.YES if known else Answer.NO)
    if known:
        assert owed.reasons[0].code == ("must_be_revoked" if ground in MANDATORY else "may_be_revoked")


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("owed", sorted(MANDATORY))
def test_a_mandatory_ground_that_is_owed_closes_the_second_paragraph(before: bool, owed: Ground) -> None:
    """Each ground of 44-4(2), 52-4(2), and all together: refused with the item owed and how to name it (14)."""
    items = grounds(before_order=before)
    conduct = frozenset(items) - MANDATORY
    for named in (*(frozenset({one}) for one in conduct), conduct):
        found = may_be_revoked(RevocationFacts(before, named, frozenset({owed})))
        (why,) = found.reasons
        assert (found.value, why.code, why.basis[0]) == (Answer.NO, "mandatory_ground_owed", items[owed])
        assert owed in why.remedy


def test_the_sponsor_notifies_of_conduct_alone() -> None:
    """44-4(2)(i)-(v) before; 52-4(2)(ii)-(v) after the order, not of a need to remove."""
    assert {one for one in Ground if is_conduct(one, before_order=True)} == {
        Ground.FLIGHT,
        Ground.DESTROYING_EVIDENCE,
        Ground.CONDITION_BROKEN,
        Ground.UNPERMITTED_WORK,
        Ground.NOTIFICATION,
    }
    assert {one for one in Ground if is_conduct(one, before_order=False)} == {
        Ground.FLIGHT,
        Ground.CONDITION_BROKEN,
        Ground.UNPERMITTED_WORK,
        Ground.NOTIFICATION,
    }


def test_removal_that_stands_still_revokes_nothing_but_another_ground_does() -> None:
    """52-4(2)(i) with what stops the removal; flight needs no removal."""
    why = (Reason("court_stay", (ACLA("25(2)"),), "stayed", "停止"),)
    named = frozenset({Ground.NEEDED_FOR_REMOVAL})
    found = may_be_revoked(RevocationFacts(False, named, frozenset(), why))
    assert [reason.code for reason in found.reasons] == ["removal_stands_still", "court_stay"]
    assert may_be_revoked(RevocationFacts(False, frozenset({Ground.FLIGHT}), frozenset(), why)).value is Answer.YES


@pytest.mark.parametrize(
    ("named", "forfeited"),
    [
        ({Ground.DEPOSIT_UNPAID}, False),
        ({Ground.NO_SPONSOR}, False),
        ({Ground.NEEDED_FOR_REMOVAL}, False),
        ({Ground.NEEDED_FOR_REMOVAL, Ground.FLIGHT}, True),
        ({Ground.FLIGHT}, True),
        ({Ground.DESTROYING_EVIDENCE}, True),
        ({Ground.CONDITION_BROKEN}, True),
        ({Ground.UNPERMITTED_WORK}, True),
        ({Ground.NOTIFICATION}, True),
        (set(), False),
    ],
)
def test_what_forfeits(named: set[Ground], forfeited: bool) -> None:
    """DT-10, row by row."""
    assert is_forfeited(frozenset(named)) is forfeited


@pytest.mark.parametrize("cause", list(LapseCause))
def test_each_lapse_belongs_to_one_side_of_the_order(cause: LapseCause) -> None:
    """44-8 ends Sponsorship before the order, 52-6 that after it."""
    after = cause is LapseCause.ORDER_LOST_EFFECT
    assert lapses_with(cause, before_order=True) is not after
    assert lapses_with(cause, before_order=False) is after


def test_who_requests_and_who_notifies() -> None:
    """A relative requests only in the place of somebody unable; notifies also at the person's request (61-8-3(3))."""
    able = Filing(Filer.SPOUSE, cohabits=True, old_enough=True, nobody_nearer=True, asked_by_person=True)
    unable = Filing(Filer.SPOUSE, unable=True, cohabits=True, old_enough=True, nobody_nearer=True)
    assert may_request(able).value is Answer.NO
    assert may_notify(able).value is Answer.YES
    assert may_request(unable).value is may_notify(unable).value is Answer.YES
    assert may_request(Filing(Filer.PERSON, unable=True)).value is Answer.YES
    assert may_notify(Filing(Filer.PERSON)).value is Answer.YES
    assert may_notify(Filing(Filer.PERSON, unable=True)).value is Answer.NO
    assert may_notify(Filing(Filer.PERSON, unable=True, nobody_nearer=True)).value is Answer.YES


@pytest.mark.parametrize("matter", list(Matter))
def test_from_which_day_seven_days_run(matter: Matter) -> None:
    """From learning of conduct and of a death, else from the event (Ord. 36-3(1))."""
    happened, learned = date(2025, 4, 1), date(2025, 4, 8)
    from_learning = matter in (Matter.CONDUCT, Matter.DEATH)
    assert counts_from(matter, happened, learned) == (learned if from_learning else happened)


@pytest.mark.parametrize(
    ("since", "last"),
    [
        # 24 Dec + 7 = 31 Dec; closed until 3 Jan, a Saturday; 4 Sunday -> 5 Jan 2026
        (date(2025, 12, 24), date(2026, 1, 5)),
        # 22 Feb + 7 = 29 Feb 2024, a Thursday
        (date(2024, 2, 22), date(2024, 2, 29)),
        # 22 Feb + 7 = 1 Mar 2025, a Saturday -> 3 Mar
        (date(2025, 2, 22), date(2025, 3, 3)),
    ],
)
def test_the_seventh_day_moves_over_closed_days(since: date, last: date) -> None:
    """C10 rolls: in time on the last day, late on the next (HolA 2)."""
    assert timeliness(since, last, None).value is Timeliness.IN_TIME
    following = date.fromordinal(last.toordinal() + 1)
    assert timeliness(since, following, None).value is Timeliness.LATE
    assert timeliness(since, following, last).value is Timeliness.POSTED_IN_TIME
    assert timeliness(since, following, following).value is Timeliness.LATE


def test_the_items_under_which_a_fine_threatens() -> None:
    """77-2: each omission before and after the order."""
    sides = (True, False)
    found = {(what, side): exposure(what, before_order=side).article for what in Omission for side in sides}
    assert found == {
        (Omission.NOTIFICATION, True): "77-2(ii)",
        (Omission.NOTIFICATION, False): "77-2(v)",
        (Omission.REPORT, True): "77-2(iii)",
        (Omission.REPORT, False): "77-2(vi)",
        (Omission.RESIGNATION, True): "77-2(iv)",
        (Omission.RESIGNATION, False): "77-2(iv)",
    }


def test_thirty_days_ahead_are_a_best_effort() -> None:
    """1 April for 1 May: thirty days; for 30 April: twenty-nine."""
    assert tried_ahead(date(2025, 4, 1), date(2025, 5, 1))
    assert not tried_ahead(date(2025, 4, 1), date(2025, 4, 30))


def test_who_carries_the_notice() -> None:
    """Everybody but children under sixteen and holders of a residence card who carry it (23(1), (5))."""
    assert must_show(under_sixteen=False, carries_residence_card=False).value is Answer.YES
    assert must_show(under_sixteen=True, carries_residence_card=False).value is Answer.NO
    assert must_show(under_sixteen=False, carries_residence_card=True).value is Answer.NO
