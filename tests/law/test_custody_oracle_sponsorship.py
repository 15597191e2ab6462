"""Sponsorship, its deposit, release and work against a second reading of DT-05 to DT-10, C08 to C10 and C14."""

from datetime import date, datetime, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from law.clock_rule import DesignationError
from law.custody import Paragraph, Sponsored
from law.custody_clocks import DEPOSIT_DATE, NOTIFICATION, PROVISIONAL_RELEASE
from law.deposit import Terms, ceiling, may_be_due, may_be_set, payable_until
from law.facts import Custody, ProvisionalStayPeriod
from law.finding import Answer
from law.money import Yen
from law.periods import JST, start_of
from law.provisional_release import ReleaseLaw, law_of_release, prolongs
from law.sponsorship import Route, paragraph_of, risks_of
from law.sponsorship_duties import Matter, Timeliness, counts_from, timeliness
from law.sponsorship_end import MANDATORY, Ground, RevocationFacts, is_forfeited, may_be_revoked
from law.work import WorkFacts, WorkKind, WorkPermit, may_work
from tests.oracle import custody as oracle
from tests.oracle import periods
from tests.oracle import sponsorship as dt

_FIRST = date(2024, 1, 1)
EVERY_DAY = [_FIRST + timedelta(days=number) for number in range((date(2029, 1, 1) - _FIRST).days)]
_DAY = timedelta(days=1)
_WORDS = {
    Ground.DEPOSIT_UNPAID: "deposit",
    Ground.NO_SPONSOR: "sponsor",
    Ground.NEEDED_FOR_REMOVAL: "removal",
    Ground.FLIGHT: "flight",
    Ground.DESTROYING_EVIDENCE: "evidence",
    Ground.CONDITION_BROKEN: "condition",
    Ground.UNPERMITTED_WORK: "work",
    Ground.NOTIFICATION: "notification",
}


def _accepted(start: date, day: date) -> bool:
    """Whether a day may be designated for the payment of a deposit."""
    try:
        DEPOSIT_DATE.designated(start, day)
    except DesignationError:
        return False
    return may_be_due(day, start).value is Answer.YES


def test_every_deposit_date() -> None:
    """On each day of five years the due dates accepted, and the last day on which payment is in time, agree."""
    for placed in EVERY_DAY:
        allowed = oracle.deposit_days("44-2(1)", placed)
        near = [placed + number * _DAY for number in range(-1, 6)]
        assert [day for day in near if _accepted(placed, day)] == allowed, placed
        for due in allowed:
            last = payable_until(due)
            assert DEPOSIT_DATE.designated(placed, due).value == start_of(last + _DAY)
            assert oracle.paid_in_time(due, last)
            assert not oracle.paid_in_time(due, last + _DAY)
        assert DEPOSIT_DATE.latest_designation(placed) == allowed[-1]


@settings(max_examples=500, deadline=None)
@given(
    paragraph=st.sampled_from(Paragraph),
    minor=st.booleans(),
    amount=st.sampled_from([0, 1, 1_499_999, 1_500_000, 1_500_001, 3_000_000, 3_000_001]) | st.integers(0, 4_000_000),
    dated=st.booleans(),
)
def test_deposits_that_may_be_set(*, paragraph: Paragraph, minor: bool, amount: int, dated: bool) -> None:
    """The maximum, the minor's maximum, and which paragraph has a date agree."""
    highest = oracle.highest_deposit(paragraph.value, minor=minor)
    assert ceiling(minor=minor).amount == highest
    has_date = bool(oracle.deposit_days(paragraph.value, date(2025, 3, 3)))
    terms = Terms(Yen(amount), minor, risks_of(paragraph), date(2025, 3, 4) if dated else None)
    expected = 0 < amount <= highest and dated is has_date
    assert (may_be_set(terms, paragraph).value is Answer.YES) is expected


def test_every_notification_date() -> None:
    """On each day of five years the latest date of the next notification agrees, and no later one is accepted."""
    for last in EVERY_DAY:
        latest = oracle.next_notification_by(last)
        day = latest
        while periods.is_closed(day):
            day -= _DAY
        assert NOTIFICATION.latest_designation(last) == day
        assert NOTIFICATION.designated(last, day).value == start_of(day + _DAY)


def test_every_seventh_day_of_a_sponsor() -> None:
    """On each day of five years the last day for a Sponsor's notification agrees; a day later is late."""
    for learnt in EVERY_DAY:
        for matter, word in ((Matter.DEATH, "death"), (Matter.CONDUCT, "conduct"), (Matter.KINSHIP_ENDED, "kinship")):
            happened = learnt - 3 * _DAY
            by = oracle.sponsor_must_notify_by(word, happened, learnt)
            since = counts_from(matter, happened, learnt)
            assert timeliness(since, by, None).value is Timeliness.IN_TIME, learnt
            assert timeliness(since, by + _DAY, None).value is Timeliness.LATE, learnt


def test_every_period_of_release() -> None:
    """On each day of five years a release and each extension end at the latest where the calendar says."""
    for granted in EVERY_DAY:
        latest = oracle.release_until(granted)
        for day in (latest - _DAY, latest, latest + _DAY):
            fits = day <= latest and not periods.is_closed(day)
            try:
                PROVISIONAL_RELEASE.designated(granted, day)
            except DesignationError:
                assert not fits, (granted, day)
            else:
                assert fits, (granted, day)
        assert (prolongs(granted, granted + _DAY, granted).value is Answer.YES) is not periods.is_closed(granted + _DAY)
        assert prolongs(granted, granted, granted).value is Answer.NO


@settings(max_examples=500, deadline=None)
@given(
    requested=st.none() | st.dates(date(2024, 5, 20), date(2024, 6, 30)),
    waited=st.integers(0, 40),
    decided=st.dates(date(2024, 5, 20), date(2024, 6, 30)),
)
def test_which_law_governs_a_release(*, requested: date | None, waited: int, decided: date) -> None:
    """The old law governs what was asked, or without a request granted, before 2024-06-10."""
    decided_on = decided if requested is None else requested + timedelta(days=waited)
    found = law_of_release(start_of(requested) if requested else None, start_of(decided_on))
    expected = oracle.release_law(requested_on=requested, decided_on=decided_on)
    assert found is ReleaseLaw(expected)


def test_every_set_of_grounds() -> None:
    """For each set of up to three grounds, whether Sponsorship must or may be revoked agrees; so does forfeiture."""
    for before in (True, False):
        phase = "pre" if before else "post"
        paragraph = "44-2(1)" if before else "52-2(1)"
        sets = [frozenset(each) for number in (1, 2, 3) for each in combinations(Ground, number)]
        for named in sets:
            kinds = {dt.revocation_kind(phase, _WORDS[each], paragraph) for each in named}
            found = may_be_revoked(RevocationFacts(before, named, named & MANDATORY))
            assert (found.value is Answer.YES) is (len(kinds) == 1 and None not in kinds), (phase, named)
            if found.value is Answer.YES:
                assert found.reasons[0].code == f"{kinds.pop()}_be_revoked"
                words = frozenset(_WORDS[each] for each in named)
                assert is_forfeited(named) is dt.is_forfeited(phase, words), (phase, named)
                items = {dt.REVOCATION[phase, word][0] for word in words}
                assert {each.article for each in found.reasons[0].basis} == items


def test_every_paragraph() -> None:
    """For each custody and each way the question comes up, the paragraph agrees or there is none."""
    bound = {
        Custody.EMERGENCY_DETAINED: (True, False),
        Custody.DETAINED_DETENTION_ORDER: (True, False),
        Custody.DETAINED_DEPORTATION_ORDER: (True, False),
        Custody.PROVISIONAL_RELEASE_DETENTION_ORDER: (False, True),
        Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER: (False, True),
        Custody.FREE: (False, False),
    }
    for custody, (detained, released) in bound.items():
        for ordered in (False, True):
            for route in Route:
                commanded = route is Route.COMMAND and ordered and detained
                expected = oracle.sponsorship_paragraph(
                    ordered=ordered, detained=detained, on_release=released, commanded=commanded
                )
                found = paragraph_of(route, custody, after_order=ordered, release_owed=False).value
                screening = Route.SCREENING_AFTER_ORDER if ordered else Route.SCREENING
                if detained or released or route is screening:
                    assert found is Paragraph(expected), (custody, ordered, route)
                else:
                    assert found is None, (custody, ordered, route)


_SITUATIONS = {
    "sponsored-pre": Custody.SPONSORED_BEFORE_ORDER,
    "sponsored-post": Custody.SPONSORED_AFTER_ORDER,
    "release": Custody.PROVISIONAL_RELEASE_DETENTION_ORDER,
    "special-release": Custody.SPECIAL_RELEASE,
    "provisional-stay": Custody.FREE,
    "none": Custody.FREE,
}


@settings(max_examples=500, deadline=None)
@given(
    situation=st.sampled_from(sorted(_SITUATIONS)),
    kind=st.sampled_from(WorkKind),
    permitted=st.booleans(),
    ordered=st.booleans(),
    hours=st.integers(1, 400),
)
def test_work(*, situation: str, kind: WorkKind, permitted: bool, ordered: bool, hours: int) -> None:
    """Nobody works whom the second reading of DT-07 bars, and nobody is barred whom it lets work."""
    begun = datetime(2025, 6, 2, 9, tzinfo=JST)
    at = begun + timedelta(hours=hours)
    has_order = ordered or situation == "sponsored-post"
    if situation == "sponsored-pre" and has_order:
        situation = "none"  # the order ended it in its own instant (44-8(vi))
    before = situation == "sponsored-pre"
    stay = ProvisionalStayPeriod("case_p", begun, date(2026, 1, 30), work_permitted=permitted)
    permit = WorkPermit(
        "case_w", "case_s", "e1", begun, sponsor_consents=True, needed_for_living=True, employment_contract=True
    )
    facts = WorkFacts(
        stays=(),
        custody=_SITUATIONS[situation],
        has_order=has_order,
        provisional_stays=(stay,) if situation == "provisional-stay" and not has_order else (),
        sponsorships=(Sponsored("case_s", Paragraph.AT_SCREENING_BEFORE_ORDER, begun, begun),) if before else (),
        permits=(permit,) if permitted else (),
    )
    allowed = dt.may_work(
        "none" if situation == "provisional-stay" and has_order else situation,
        permitted=permitted,
        business=kind is WorkKind.BUSINESS,
    )
    assert (may_work(facts, kind, at).value is Answer.YES) is allowed
