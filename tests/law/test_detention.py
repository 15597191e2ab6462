"""Papers, places, execution of the order by detention, criminal custody, conduct at liberty (LAW §3.1, §5, §7)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from law.criminal_custody import CriminalHold, Custodian, may_be_let_out, police_clock_runs
from law.custody import Title
from law.detention import (
    BREACHES,
    HAND_OVER_OWED,
    Occasion,
    Paper,
    Place,
    TitleEnd,
    Told,
    is_travel_restricted,
    may_be_executed_by_detention,
    papers_to_show,
    place_is_allowed,
    proceedings_run,
    shown_as_asked,
    to_be_told,
    why_no_execution,
)
from law.detention_conduct import EXPOSURE, Conduct, exposure
from law.facts import (
    Circumstances,
    CourtStay,
    CourtStayScope,
    CriminalProceedings,
    Custody,
    ProceedingsKind,
    TravelRestriction,
)
from law.finding import Answer

AT = datetime(2025, 9, 1, 3, tzinfo=UTC)
DO, ORDER = Title.DETENTION_ORDER, Title.DEPORTATION_ORDER
NONE: frozenset[Paper] = frozenset()


@pytest.mark.parametrize(
    ("occasion", "title", "papers"),
    [
        (Occasion.EMERGENCY, Title.EMERGENCY, NONE),
        (Occasion.AFTER_SCREENING, DO, {Paper.DETENTION_ORDER}),
        (Occasion.SPONSORSHIP_REVOKED, DO, {Paper.DETENTION_ORDER, Paper.SPONSORSHIP_REVOCATION}),
        (Occasion.UNTIL_REMOVAL, ORDER, {Paper.DEPORTATION_ORDER}),
        (Occasion.SPONSORSHIP_REVOKED_AFTER_ORDER, ORDER, {Paper.DEPORTATION_ORDER, Paper.SPONSORSHIP_REVOCATION}),
        (Occasion.RELEASE_REVOKED, DO, {Paper.DETENTION_ORDER, Paper.RELEASE_REVOCATION}),
        (Occasion.RELEASE_REVOKED, ORDER, {Paper.DEPORTATION_ORDER, Paper.RELEASE_REVOCATION}),
        (Occasion.RELEASE_EXPIRED, DO, {Paper.DETENTION_ORDER, Paper.PERMIT_COPY}),
        (Occasion.RELEASE_EXPIRED, ORDER, {Paper.DEPORTATION_ORDER, Paper.PERMIT_COPY}),
    ],
)
def test_which_papers_are_shown(occasion: Occasion, title: Title, papers: set[Paper]) -> None:
    """68: after a revocation both papers, after an expired release a certified copy of the permit with the order."""
    assert papers_to_show(occasion, title) == papers
    assert shown_as_asked(occasion, title, frozenset(papers), None).value is Answer.YES
    for missing in papers:
        short = shown_as_asked(occasion, title, frozenset(papers) - {missing}, None)
        assert short.reasons[0].code == "papers_not_shown"


@pytest.mark.parametrize(
    ("occasion", "title", "told"),
    [
        (Occasion.AFTER_SCREENING, DO, {Told.FACTS, Told.DETENTION_ORDER_ISSUED}),
        (Occasion.SPONSORSHIP_REVOKED, DO, {Told.FACTS, Told.SPONSORSHIP_REVOKED, Told.DETENTION_ORDER_ISSUED}),
        (Occasion.SPONSORSHIP_REVOKED_AFTER_ORDER, ORDER, {Told.SPONSORSHIP_REVOKED}),
        (Occasion.RELEASE_REVOKED, DO, {Told.RELEASE_REVOKED}),
        (Occasion.RELEASE_EXPIRED, ORDER, {Told.RELEASE_EXPIRED}),
    ],
)
def test_what_is_told_in_urgency(occasion: Occasion, title: Title, told: set[Told]) -> None:
    """42(2), 44-4(7), 52-4(6), 55(4), (5): all of it takes the place of the papers, less does not."""
    assert to_be_told(occasion) == frozenset(told)
    assert shown_as_asked(occasion, title, NONE, frozenset(told)).value is Answer.YES
    for missing in told:
        assert shown_as_asked(occasion, title, NONE, frozenset(told) - {missing}).reasons[0].code == "not_told"


@pytest.mark.parametrize("occasion", [Occasion.UNTIL_REMOVAL, Occasion.ORDER_ISSUED])
def test_detention_until_removal_knows_no_urgency(occasion: Occasion) -> None:
    """52(3), (9): the order or a copy is shown, whatever the hurry."""
    found = shown_as_asked(occasion, ORDER, NONE, frozenset(Told))
    assert found.reasons[0].code == "no_urgency_here"


def test_the_48_hours_never_run_after_a_revoked_sponsorship() -> None:
    """44 names 39-2(2) and 43(1); not 44-4(6), (7)."""
    assert not HAND_OVER_OWED & {Occasion.SPONSORSHIP_REVOKED, Occasion.UNTIL_REMOVAL, Occasion.ORDER_ISSUED}
    assert {Occasion.AFTER_SCREENING, Occasion.EMERGENCY} <= HAND_OVER_OWED


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("title", Title)
def test_a_police_cell_is_for_suspects(place: Place, title: Title) -> None:
    """41(3) against 52(9)."""
    allowed = place is not Place.POLICE_CELL or title is not ORDER
    assert place_is_allowed(place, title).value is (Answer.YES if allowed else Answer.NO)


def test_the_two_limits_that_break_name_their_clock_and_article() -> None:
    """The record of a breach says which row of the clocks it is."""
    assert BREACHES == {TitleEnd.NOT_HANDED_OVER: ("C01", "44"), TitleEnd.TIME_USED_UP: ("C03", "41(1)")}


def _stayed(scope: CourtStayScope, until: datetime | None = None) -> Circumstances:
    return Circumstances(court_stays=(CourtStay(scope, AT - timedelta(days=1), until),))


@pytest.mark.parametrize(
    ("circumstances", "codes"),
    [
        (Circumstances(), []),
        (_stayed(CourtStayScope.REMOVAL), []),
        (_stayed(CourtStayScope.EXECUTION), ["execution_stayed"]),
        (_stayed(CourtStayScope.EFFECT), ["execution_stayed"]),
        (_stayed(CourtStayScope.EFFECT, AT), []),
        (Circumstances(travel_restrictions=(TravelRestriction(AT),)), ["travel_restricted"]),
        (Circumstances(travel_restrictions=(TravelRestriction(AT - timedelta(days=2), AT),)), []),
        (
            Circumstances(proceedings=(CriminalProceedings(ProceedingsKind.CRIMINAL, date(2025, 8, 1)),)),
            ["criminal_proceedings_run"],
        ),
        (
            Circumstances(proceedings=(CriminalProceedings(ProceedingsKind.SENTENCE, date(2025, 8, 1), None, True),)),
            [],
        ),
    ],
)
def test_what_stops_detention_under_the_order(circumstances: Circumstances, codes: list[str]) -> None:
    """A restriction, a stay wider than removal, and proceedings; leave counts while a sentence is served (63(2))."""
    found = may_be_executed_by_detention(circumstances, AT)
    assert [each.code for each in found.reasons] == codes
    assert found.value is (Answer.NO if codes else Answer.YES)


def test_a_travel_restriction_is_law_from_15_may_2025() -> None:
    """The last instant of 14 May knows none, the first of 15 May does."""
    begins = datetime(2025, 5, 14, 15, tzinfo=UTC)
    circumstances = Circumstances(travel_restrictions=(TravelRestriction(begins - timedelta(days=1)),))
    assert not is_travel_restricted(circumstances, begins - timedelta(microseconds=1))
    assert is_travel_restricted(circumstances, begins)


def test_why_detention_under_the_order_ends() -> None:
    """The restriction before the court's stay; nothing where nothing stands against it."""
    restricted = Circumstances(travel_restrictions=(TravelRestriction(AT),))
    assert why_no_execution(restricted, AT) is TitleEnd.TRAVEL_RESTRICTION
    assert why_no_execution(_stayed(CourtStayScope.EXECUTION), AT) is TitleEnd.COURT
    assert why_no_execution(Circumstances(), AT) is None


def test_what_is_not_on_record_of_proceedings_is_not_known() -> None:
    """Asked at a hand-over from criminal custody, where not knowing is a refusal."""
    assert proceedings_run(Circumstances(), AT) is None
    assert proceedings_run(Circumstances(proceedings=()), AT) is False


_POLICE = CriminalHold(Custodian.POLICE, AT, immigration_crime_alone=True)


@pytest.mark.parametrize(
    ("hold", "title", "code"),
    [
        (_POLICE, DO, None),
        (_POLICE, None, None),
        (_POLICE, ORDER, "custodian_may_not_hand_over"),
        (replace(_POLICE, immigration_crime_alone=False), DO, "custodian_may_not_hand_over"),
        (replace(_POLICE, since=AT - timedelta(hours=48)), DO, "police_time_passed"),
        (replace(_POLICE, since=AT - timedelta(hours=48) + timedelta(microseconds=1)), DO, None),
        (CriminalHold(Custodian.PROSECUTOR, AT), DO, "custodian_may_not_hand_over"),
        (CriminalHold(Custodian.PROSECUTOR, AT, not_indicted=True), DO, None),
        (CriminalHold(Custodian.PROSECUTOR, AT, not_indicted=True), ORDER, None),
        (CriminalHold(Custodian.PRISON, AT), ORDER, "custodian_may_not_hand_over"),
        (CriminalHold(Custodian.PRISON, AT, to_be_released=True), ORDER, None),
        (CriminalHold(Custodian.PRISON, AT, to_be_released=True), None, None),
        (CriminalHold(Custodian.COURT, AT, not_indicted=True, to_be_released=True), DO, "custodian_may_not_hand_over"),
    ],
)
def test_who_hands_over_and_sets_free(hold: CriminalHold, title: Title | None, code: str | None) -> None:
    """71: police for these crimes within 48 hours and before the order; prosecutor without indictment; prison."""
    found = may_be_let_out(hold, title, AT)
    assert (found.reasons[0].code if found.value is Answer.NO else None) == code


def test_the_clock_of_the_police_runs_for_these_crimes_alone() -> None:
    """65(1), (2)."""
    assert police_clock_runs(_POLICE)
    assert not police_clock_runs(replace(_POLICE, immigration_crime_alone=False))
    assert not police_clock_runs(replace(_POLICE, custodian=Custodian.PROSECUTOR))


@pytest.mark.parametrize("custody", [Custody.SPECIAL_RELEASE, Custody.TRAVEL_RESTRICTED, Custody.SET_FREE_IN_DISASTER])
@pytest.mark.parametrize("conduct", Conduct)
def test_conduct_at_liberty(custody: Custody, conduct: Conduct) -> None:
    """Only somebody set free owes a return, and nothing else; conditions bind the two others."""
    owes_return = custody is Custody.SET_FREE_IN_DISASTER
    expected = owes_return is (conduct is Conduct.DID_NOT_RETURN)
    assert (exposure(custody, conduct).value is Answer.YES) is expected


def test_where_conduct_is_a_crime() -> None:
    """72(iv), 72(xii), 70(1)(xii), 71-6; work on special release is no crime of its own."""
    assert EXPOSURE[Custody.SPECIAL_RELEASE, Conduct.FLED] == "72(iv)"
    assert EXPOSURE[Custody.SPECIAL_RELEASE, Conduct.WORKED] == ""
    assert EXPOSURE[Custody.TRAVEL_RESTRICTED, Conduct.DID_NOT_APPEAR] == "72(xii)"
    assert EXPOSURE[Custody.TRAVEL_RESTRICTED, Conduct.WORKED] == "70(1)(xii)"
    assert EXPOSURE[Custody.SET_FREE_IN_DISASTER, Conduct.DID_NOT_RETURN] == "71-6"
