"""DT-01: removal only if no row applies; each row blocks, passes, and is unknown where it can be."""

from dataclasses import replace
from datetime import date, datetime
from itertools import combinations

import pytest

from law.decision_table import Outcome
from law.facts import (
    Application,
    ApplicationKind,
    CourtStay,
    CourtStayScope,
    CriminalProceedings,
    DeportationOrder,
    Destination,
    Ending,
    Grant,
    GrantKind,
    Ground,
    Material,
    ProceedingsKind,
    ProvisionalStayPeriod,
    RemovalNotice,
    Stay,
    StayKind,
    TravelRestriction,
)
from law.finding import Answer
from law.periods import JST
from law.removal import RemovalFacts, may_be_removed, may_be_removed_under, rows
from law.suspension import Applicant


def jst(year: int, month: int, day: int, hour: int = 12) -> datetime:
    """An instant in Japan."""
    return datetime(year, month, day, hour, tzinfo=JST)


AT = jst(2026, 6, 1)
ORDER = DeportationOrder("D-1", Ground.IV_RO, date(2024, 1, 1), jst(2026, 1, 10), shown_at=jst(2026, 5, 31))
DESTINATION = Destination("XA", permitted_by_53=True, accepts=True, persecution=False, torture_or_disappearance=False)
NOBODY = Applicant((Stay(StayKind.NONE, date(2024, 1, 1)),), date(2026, 1, 10), (), False, ())
APPLICATION = Application("R-1", ApplicationKind.REFUGEE, jst(2025, 1, 6), Material.NONE)
REFUSED = replace(
    APPLICATION,
    ended=Ending.NO_REVIEW_IN_TIME,
    ended_at=jst(2025, 5, 20),
    refusal_received_on=date(2025, 5, 12),
)
CLEAR = RemovalFacts(
    orders=(ORDER,),
    provisional_stays=(),
    applicant=NOBODY,
    grants=(),
    court_stays=(),
    proceedings=(),
    travel_restrictions=(),
    destination=DESTINATION,
    notice=RemovalNotice(date(2026, 1, 10)),
)
RECOGNITION = Grant(GrantKind.RECOGNITION, jst(2026, 4, 1), jst(2026, 4, 10))
TRIAL = CriminalProceedings(ProceedingsKind.CRIMINAL, date(2026, 3, 1))
PRISON = CriminalProceedings(ProceedingsKind.SENTENCE, date(2026, 3, 1))
STAY = ProvisionalStayPeriod("R-1", jst(2026, 3, 1), date(2026, 8, 31))


def with_applications(*applications: Application) -> Applicant:
    """The status-less person with these applications."""
    return replace(NOBODY, applications=applications)


def codes(facts: RemovalFacts, at: datetime = AT) -> list[str]:
    """The codes of the reasons."""
    return [reason.code for reason in may_be_removed(facts, at).reasons]


BLOCKED: dict[str, dict[str, object]] = {
    "no_order_in_force": {"orders": ()},
    "custody_undecided": {"custody_undecided": True},
    "provisional_stay_running": {"provisional_stays": (STAY,)},
    "order_in_doubt": {"orders": (replace(ORDER, in_doubt=True),)},
    "suspensive_effect": {"applicant": with_applications(APPLICATION)},
    "later_material_unread": {"applicant": with_applications(replace(REFUSED, later_material=True))},
    "grant_bars": {"grants": (RECOGNITION,)},
    "court_stay": {"court_stays": (CourtStay(CourtStayScope.REMOVAL, jst(2026, 5, 1)),)},
    "criminal_proceedings": {"proceedings": (TRIAL,)},
    "travel_restriction": {"travel_restrictions": (TravelRestriction(jst(2026, 5, 1)),)},
    "destination_not_allowed": {"destination": replace(DESTINATION, accepts=False)},
    "non_refoulement": {"destination": replace(DESTINATION, persecution=True)},
    "order_not_shown": {"orders": (replace(ORDER, shown_at=None),)},
    "notice_period": {"notice": RemovalNotice(date(2026, 5, 2))},
    "review_margin": {"applicant": with_applications(replace(REFUSED, refusal_received_on=date(2026, 5, 20)))},
    "court_margin": {
        "applicant": with_applications(replace(REFUSED, ended=Ending.REVIEW_REFUSED, ended_at=jst(2026, 5, 22)))
    },
    "late_review_undecided": {"applicant": with_applications(replace(REFUSED, late_review_claimed=True))},
}

UNKNOWN: dict[str, dict[str, object]] = {
    "entry_contested": {"contested": ("entry-7",)},
    "suspensive_effect_not_on_record": {
        "applicant": replace(with_applications(APPLICATION), stays=None, order_issued_on=None),
        "orders": (),
    },
    "court_stay_not_on_record": {"court_stays": None},
    "criminal_proceedings_not_on_record": {"proceedings": None},
    "travel_restriction_not_on_record": {"travel_restrictions": None},
    "destination_not_allowed_not_on_record": {"destination": replace(DESTINATION, accepts=None)},
    "non_refoulement_not_on_record": {"destination": replace(DESTINATION, persecution=None)},
    "notice_period_not_on_record": {"notice": None},
    "court_margin_not_on_record": {
        "applicant": with_applications(replace(REFUSED, ended=Ending.REVIEW_REFUSED, ended_at=None))
    },
}


def changed(*changes: dict[str, object]) -> RemovalFacts:
    """The clear facts with these changes."""
    merged = {key: value for change in changes for key, value in change.items()}
    return replace(CLEAR, **merged)  # type: ignore[arg-type]  # (the tables above hold what each field takes)


def test_removal_may_go_on_when_every_row_passes() -> None:
    """With nothing against it the answer is yes, and every row of the table says that it was passed."""
    finding = may_be_removed(CLEAR, AT)
    assert finding.value is Answer.YES
    assert [row.number for row in rows(CLEAR, AT)] == [0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 8, 9, 10, 10, 10, 11]
    assert all(reason.code.endswith("_passed") for reason in finding.reasons)
    assert len(finding.reasons) == 18


@pytest.mark.parametrize("code", BLOCKED)
def test_each_row_blocks(code: str) -> None:
    """Each row of DT-01 alone refuses the removal, under its own code, with a basis and both languages."""
    finding = may_be_removed(changed(BLOCKED[code]), AT)
    assert finding.value is Answer.NO
    assert code in {reason.code for reason in finding.reasons}
    assert all(reason.basis and reason.en and reason.ja for reason in finding.reasons)


@pytest.mark.parametrize("code", [code for code in UNKNOWN if code != "suspensive_effect_not_on_record"])
def test_each_unknown_row_leaves_the_answer_unknown(code: str) -> None:
    """A fact that is not on record never lets a removal pass: the answer is unknown, under the row's code."""
    if code == "court_margin_not_on_record":
        assert code in codes(changed(UNKNOWN[code]))
        return
    finding = may_be_removed(changed(UNKNOWN[code]), AT)
    assert finding.value is Answer.UNKNOWN
    assert [reason.code for reason in finding.reasons] == [code]


def test_a_stop_that_cannot_be_judged_is_unknown() -> None:
    """An applicant whose stay is not on record leaves row 3 unknown."""
    assert "suspensive_effect_not_on_record" in codes(changed(UNKNOWN["suspensive_effect_not_on_record"]))


def test_every_pair_of_rows_is_named_in_the_order_of_the_table() -> None:
    """Two rows that apply are both named, in the order of the table, and one plain no makes the answer no."""
    order = ["entry_contested", *(f"{code}{tail}" for code in BLOCKED for tail in ("", "_not_on_record"))]
    for (one, first), (two, second) in combinations([*UNKNOWN.items(), *BLOCKED.items()], 2):
        if first.keys() & second.keys():
            continue
        finding = may_be_removed(changed(first, second), AT)
        found = [reason.code for reason in finding.reasons]
        assert found == sorted(found, key=order.index)
        assert (finding.value is Answer.NO) == any(code in BLOCKED for code in found)
        assert one in found or (one, two) == ("suspensive_effect_not_on_record", "order_not_shown")


def test_a_contested_entry_comes_first() -> None:
    """A contested entry is the first reason, before the missing order."""
    assert codes(replace(CLEAR, orders=(), contested=("entry-1",)))[:2] == ["entry_contested", "no_order_in_force"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (replace(ORDER, withdrawn_at=jst(2026, 5, 1)), ["no_order_in_force", "order_not_shown"]),
        (replace(ORDER, issued_at=jst(2026, 6, 2)), ["no_order_in_force", "order_not_shown"]),
        (replace(ORDER, withdrawn_at=jst(2026, 6, 2)), []),
    ],
)
def test_an_order_counts_only_while_in_force(order: DeportationOrder, expected: list[str]) -> None:
    """An order not yet issued, or withdrawn, is no order."""
    found = codes(replace(CLEAR, orders=(order,)))
    assert [code for code in found if not code.endswith("_passed")] == expected


@pytest.mark.parametrize(
    ("stay", "blocks"),
    [
        (STAY, True),
        (replace(STAY, last_day=date(2026, 6, 1)), True),
        (replace(STAY, last_day=date(2026, 5, 31)), False),
        (replace(STAY, last_day=date(2026, 5, 31), renewal_undecided=True), True),
        (replace(STAY, ended_at=jst(2026, 5, 1)), False),
        (replace(STAY, ended_at=jst(2026, 5, 1), renewal_undecided=True), False),
        (replace(STAY, delivered_at=jst(2026, 6, 1, 13)), False),
    ],
)
def test_provisional_stay_runs_from_delivery_to_its_last_day(stay: ProvisionalStayPeriod, *, blocks: bool) -> None:
    """A provisional stay stops everything from delivery to its last day, and while a renewal is undecided (A-28)."""
    assert ("provisional_stay_running" in codes(replace(CLEAR, provisional_stays=(stay,)))) is blocks


@pytest.mark.parametrize(
    ("ground_since", "grant", "code"),
    [
        (date(2026, 4, 10), RECOGNITION, "grant_bars"),
        (date(2026, 4, 11), RECOGNITION, None),
        (date(2024, 1, 1), replace(RECOGNITION, kind=GrantKind.PROVISIONAL_STAY_HOLDER), "grant_bars"),
        (date(2024, 1, 1), replace(RECOGNITION, kind=GrantKind.OLD_SPECIAL_PERMISSION), "grant_bars"),
        (date(2024, 1, 1), replace(RECOGNITION, effective_at=None), "suspensive_effect"),
        (date(2024, 1, 1), replace(RECOGNITION, effective_at=jst(2026, 6, 2)), "suspensive_effect"),
    ],
)
def test_a_grant_bars_from_its_hand_over(ground_since: date, grant: Grant, code: str | None) -> None:
    """A grant bars orders on grounds that existed at its hand-over; before the hand-over the case is not final."""
    facts = replace(CLEAR, orders=(replace(ORDER, ground_since=ground_since),), grants=(grant,))
    assert [each for each in codes(facts) if not each.endswith("_passed")] == ([code] if code else [])


def test_a_later_order_on_a_new_ground_stands_beside_a_barred_one() -> None:
    """An order on a ground that arose after the grant may be executed once it was itself shown."""
    later = replace(ORDER, case="D-2", ground_since=date(2026, 5, 1), issued_at=jst(2026, 5, 20))
    facts = replace(CLEAR, orders=(ORDER, later), grants=(RECOGNITION,))
    assert may_be_removed(facts, AT).value is Answer.YES
    unshown = replace(facts, orders=(ORDER, replace(later, shown_at=None)))
    assert codes(unshown) == ["order_not_shown"]


@pytest.mark.parametrize("scope", CourtStayScope)
def test_every_scope_of_a_stay_covers_removal_until_its_end(scope: CourtStayScope) -> None:
    """A stay of removal, of execution or of effect blocks from its start until its end."""
    running = CourtStay(scope, jst(2026, 5, 1), jst(2026, 6, 1, 13))
    assert codes(replace(CLEAR, court_stays=(running,))) == ["court_stay"]
    ended = replace(running, until=AT)
    assert may_be_removed(replace(CLEAR, court_stays=(ended,)), AT).value is Answer.YES


@pytest.mark.parametrize(
    ("cases", "blocks"),
    [
        ((TRIAL,), True),
        ((replace(TRIAL, leave_given=True),), True),
        ((replace(TRIAL, kind=ProceedingsKind.JUVENILE_TRAINING, leave_given=True),), True),
        ((PRISON,), True),
        ((replace(PRISON, leave_given=True),), False),
        ((replace(PRISON, leave_given=True), TRIAL), True),
        ((replace(TRIAL, until=date(2026, 6, 1)),), True),
        ((replace(TRIAL, until=date(2026, 5, 31)),), False),
    ],
)
def test_leave_lifts_only_a_sentence(cases: tuple[CriminalProceedings, ...], *, blocks: bool) -> None:
    """The prosecutor's leave lifts the block while a sentence is served, never a trial or juvenile training (63(2))."""
    assert (may_be_removed(replace(CLEAR, proceedings=cases), AT).value is Answer.NO) is blocks


def test_travel_restrictions_exist_from_their_commencement() -> None:
    """Before 2025-05-15 no travel restriction is asked for; on that day it is."""
    facts = replace(CLEAR, travel_restrictions=None)
    for at, outcome in ((jst(2025, 5, 14, 23), Outcome.PASSES), (jst(2025, 5, 15, 0), Outcome.UNKNOWN)):
        assert next(row.outcome for row in rows(facts, at) if row.code == "travel_restriction") is outcome


@pytest.mark.parametrize(
    ("persecution", "torture", "finding", "outcome"),
    [
        (True, False, False, Outcome.BLOCKS),
        (True, False, True, Outcome.PASSES),
        (False, True, True, Outcome.BLOCKS),
        (None, False, True, Outcome.PASSES),
        (None, False, False, Outcome.UNKNOWN),
        (False, None, True, Outcome.UNKNOWN),
        (None, True, False, Outcome.BLOCKS),
    ],
)
def test_the_minister_lifts_persecution_alone(
    *,
    persecution: bool | None,
    torture: bool | None,
    finding: bool,
    outcome: Outcome,
) -> None:
    """The Minister's finding lifts the bar of persecution, never that of torture or enforced disappearance."""
    destination = replace(
        DESTINATION, persecution=persecution, torture_or_disappearance=torture, minister_finding=finding
    )
    found = next(row for row in rows(replace(CLEAR, destination=destination), AT) if row.code == "non_refoulement")
    assert found.outcome is outcome


def test_an_order_makes_its_holder_status_less() -> None:
    """A status holder with an order and a pending application is not removed, even if the order is not named (A-23)."""
    holder = replace(
        with_applications(APPLICATION),
        stays=(Stay(StayKind.STATUS_OF_RESIDENCE, date(2024, 1, 1)),),
        order_issued_on=None,
    )
    assert codes(replace(CLEAR, applicant=holder)) == ["suspensive_effect"]


def test_the_order_that_is_carried_out_opens_its_own_rows() -> None:
    """52(3): beside an order in force and shown, one that was not shown, is withdrawn or gone is not carried out."""
    other = replace(ORDER, case="D-2", shown_at=None)
    withdrawn = replace(ORDER, case="D-3", withdrawn_at=jst(2026, 5, 1))
    facts = replace(CLEAR, orders=(ORDER, other, withdrawn))
    assert may_be_removed(facts, AT).value is Answer.YES
    assert may_be_removed_under(ORDER, facts, AT).value is Answer.YES
    for order, closed in (
        (other, ["order_not_shown"]),
        (withdrawn, ["no_order_in_force", "order_not_shown"]),
        (None, ["no_order_in_force", "order_not_shown"]),
    ):
        found = may_be_removed_under(order, facts, AT)
        assert (found.value, [reason.code for reason in found.reasons]) == (Answer.NO, closed)


def test_a_stay_of_removal_in_another_suit_blocks_while_it_runs() -> None:
    """ACLA 25(2): also where it is not known whether there are stays of the order, and no longer than it runs."""
    stay = CourtStay(CourtStayScope.REMOVAL, jst(2026, 5, 1))
    assert codes(replace(CLEAR, removal_stays=(stay,))) == ["court_stay"]
    assert codes(replace(CLEAR, court_stays=None, removal_stays=(stay,))) == ["court_stay"]
    over = replace(stay, until=jst(2026, 5, 31))
    assert may_be_removed(replace(CLEAR, removal_stays=(over,)), AT).value is Answer.YES
