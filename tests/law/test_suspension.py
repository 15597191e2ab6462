"""Suspension of removal: every row of DT-11, the counting of two refusals, and the ends."""

from datetime import date, datetime, timedelta

import pytest

from law.facts import Application, ApplicationKind, Ending, Material, Sentence, Stay, StayKind, Suspension
from law.finding import Answer, Finding
from law.periods import JST
from law.suspension import (
    EXCEPTIONS_COMMENCED,
    Applicant,
    counts_as_one_of_two,
    is_status_less,
    must_be_told_of_exceptions,
    removal_is_stopped,
    suspensive_effect,
)

NOW = datetime(2026, 3, 2, 10, tzinfo=JST)
FILED = datetime(2026, 1, 5, 10, tzinfo=JST)
NO_STATUS: tuple[Stay, ...] = ()
STATUS = (Stay(StayKind.STATUS_OF_RESIDENCE, date(2020, 1, 1)),)


def _application(
    case: str = "R-3",
    filed_at: datetime = FILED,
    ended: Ending | None = None,
    ended_at: datetime | None = None,
    material: Material = Material.NONE,
    *,
    late: bool = False,
    stay: bool = False,
) -> Application:
    kind = ApplicationKind.REFUGEE
    return Application(
        case, kind, filed_at, material, ended, ended_at, late_review_claimed=late, had_provisional_stay=stay
    )


def _refused(year: int, ending: Ending = Ending.REVIEW_REFUSED) -> Application:
    filed = datetime(year, 1, 10, 9, tzinfo=JST)
    return _application(f"R-{year}", filed, ending, filed + timedelta(days=200))


def _applicant(*applications: Application, **facts: object) -> Applicant:
    values = {"stays": NO_STATUS, "order_issued_on": None, "sentences": (), "security_ground": False, **facts}
    return Applicant(applications=applications, **values)  # type: ignore[arg-type]


def _effect(application: Application, *earlier: Application, **facts: object) -> Finding[Answer]:
    return suspensive_effect(_applicant(*earlier, application, **facts), application, NOW)


def _codes(found: Finding[Answer]) -> set[str]:
    return {reason.code for reason in found.reasons}


def _sentence(months: int | None, suspension: Suspension = Suspension.NONE, **facts: object) -> Sentence:
    values = {"final_on": date(2024, 1, 9), "months": months, "suspension": suspension, **facts}
    return Sentence(**values)  # type: ignore[arg-type]


THIRD = (_refused(2024), _refused(2025))


@pytest.mark.parametrize(
    ("filed_at", "answer"),
    [
        (EXCEPTIONS_COMMENCED - timedelta(seconds=1), Answer.YES),
        (EXCEPTIONS_COMMENCED, Answer.NO),
        (EXCEPTIONS_COMMENCED + timedelta(seconds=1), Answer.NO),
    ],
)
def test_row_1_no_exception_reaches_an_application_filed_before_2024_06_10(filed_at: datetime, answer: Answer) -> None:
    """The exceptions begin with the first second of 2024-06-10 in Japan (suppl. 15(1), invariant 36)."""
    assert _effect(_application(filed_at=filed_at), security_ground=True).value is answer


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        (_sentence(35), Answer.YES),
        (_sentence(36), Answer.NO),
        (_sentence(None), Answer.NO),
        (_sentence(60, Suspension.WHOLE), Answer.YES),
        (_sentence(60, Suspension.PARTIAL, unsuspended_months=59), Answer.YES),
        (_sentence(60, Suspension.WHOLE, suspension_revoked=True), Answer.YES),
        (_sentence(60, japanese_court=False), Answer.YES),
        (_sentence(60, final_on=None), Answer.YES),
        (_sentence(60, final_on=date(2026, 3, 2)), Answer.NO),
        (_sentence(60, final_on=date(2026, 3, 3)), Answer.YES),
    ],
)
def test_row_2_three_years_without_any_suspension(sentence: Sentence, answer: Answer) -> None:
    """Only a final Japanese sentence of three years or more, no part suspended, ends a first application's stop."""
    assert _effect(_application(), sentences=(sentence,)).value is answer


@pytest.mark.parametrize(
    ("sentences", "code"),
    [
        ((_sentence(60, Suspension.WHOLE, suspension_revoked=True),), "suspension_revoked"),
        ((_sentence(60, japanese_court=False),), "foreign_sentence"),
        ((_sentence(24), _sentence(24)), "shorter_sentences"),
        (None, "sentences_not_on_record"),
    ],
)
def test_row_2_doubt_keeps_removal_stopped_and_says_so(sentences: tuple[Sentence, ...] | None, code: str) -> None:
    """In doubt about a sentence removal stays stopped, and the reason asks a person to look (A-20, A-46)."""
    found = _effect(_application(), sentences=sentences)
    assert found.value is Answer.YES
    assert code in _codes(found)


@pytest.mark.parametrize(("ground", "answer"), [(True, Answer.NO), (False, Answer.YES), (None, Answer.YES)])
def test_row_3_security_ground(ground: object, answer: Answer) -> None:
    """A security ground, or sufficient ground to suspect one, ends the stop; none on record does not."""
    assert _effect(_application(), security_ground=ground).value is answer


def test_row_4_first_and_second_application_suspend() -> None:
    """A first and a second application always suspend, whatever came with them (invariant 37)."""
    assert _effect(_application()).value is Answer.YES
    assert _effect(_application(), _refused(2025)).value is Answer.YES


@pytest.mark.parametrize(
    ("material", "answer"),
    [
        (Material.NONE, Answer.NO),
        (Material.INSUFFICIENT, Answer.NO),
        (Material.UNDECIDED, Answer.YES),
        (Material.SUFFICIENT, Answer.YES),
    ],
)
def test_row_5_material_decides_a_third_application(material: Material, answer: Answer) -> None:
    """After two final refusals only sufficient material, or material not judged yet (A-11), keeps the stop on."""
    assert _effect(_application(material=material), *THIRD).value is answer


@pytest.mark.parametrize(
    ("ending", "answer"),
    [
        (Ending.NO_REVIEW_IN_TIME, Answer.NO),
        (Ending.REVIEW_REFUSED, Answer.NO),
        (Ending.REVIEW_WITHDRAWN, Answer.NO),
        (Ending.GRANT_REFUSED, Answer.YES),
        (Ending.APPLICATION_WITHDRAWN, Answer.YES),
        (Ending.RECOGNISED, Answer.YES),
        (Ending.OBJECT_LOST, Answer.YES),
        (None, Answer.YES),
    ],
)
def test_only_final_refusals_count_as_one_of_two(ending: Ending | None, answer: Answer) -> None:
    """Withdrawn, pending and recognised applications never count; a withdrawn review does (invariant 38)."""
    ended_at = datetime(2025, 9, 1, tzinfo=JST) if ending else None
    other = _application("R-1", datetime(2025, 1, 1, tzinfo=JST), ending, ended_at)
    assert _effect(_application(), _refused(2024), other).value is answer


def test_any_two_of_three_earlier_ones_suffice() -> None:
    """The ordinal number decides nothing: of three earlier applications any two finally refused ones suffice."""
    withdrawn = _refused(2023, Ending.APPLICATION_WITHDRAWN)
    assert _effect(_application(), withdrawn, *THIRD).value is Answer.NO
    assert _effect(_application(), withdrawn, _refused(2022, Ending.RECOGNISED), _refused(2025)).value is Answer.YES


@pytest.mark.parametrize(("delay", "answer"), [(0, Answer.YES), (1, Answer.NO)])
def test_counting_is_evaluated_at_the_later_filing(delay: int, answer: Answer) -> None:
    """An application that becomes final after the later one was filed does not count (A-19)."""
    first = _application(
        "R-1", datetime(2025, 1, 1, tzinfo=JST), Ending.REVIEW_REFUSED, FILED + timedelta(seconds=delay)
    )
    assert counts_as_one_of_two(first, _application(), NO_STATUS).value is answer


def test_an_application_does_not_count_for_an_earlier_one() -> None:
    """Only an application filed before the later one can count."""
    assert counts_as_one_of_two(_application(), _refused(2024), NO_STATUS).value is Answer.NO


@pytest.mark.parametrize(
    ("stays", "first", "answer"),
    [
        ((Stay(StayKind.STATUS_OF_RESIDENCE, date(2020, 1, 1), date(2024, 6, 1)),), _refused(2024), Answer.ASK),
        (NO_STATUS, _refused(2004), Answer.ASK),
        (NO_STATUS, _refused(2006), Answer.YES),
        (None, _refused(2024), Answer.UNKNOWN),
    ],
)
def test_doubtful_earlier_applications_ask_a_person(
    stays: tuple[Stay, ...] | None, first: Application, answer: Answer
) -> None:
    """Refusals from before 61-2-4 existed and applications made with a status go to a person (A-29)."""
    assert counts_as_one_of_two(first, _application(), stays).value is answer
    order = date(2026, 2, 2)
    expected = Answer.NO if answer is Answer.YES else Answer.ASK
    assert _effect(_application(), first, _refused(2025), stays=stays, order_issued_on=order).value is expected


def test_doubtful_ones_do_not_matter_beside_two_sure_ones() -> None:
    """Where two refusals count for certain, a third doubtful one asks nobody."""
    assert _effect(_application(), _refused(2004), *THIRD).value is Answer.NO


@pytest.mark.parametrize("ending", [each for each in Ending if each is not Ending.RECOGNISED])
def test_an_end_takes_effect_at_its_proved_moment(ending: Ending) -> None:
    """Every end of DT-11 lifts the stop at its moment and not a second before (invariant 67)."""
    application = _application(ended=ending, ended_at=NOW)
    applicant = _applicant(application)
    assert suspensive_effect(applicant, application, NOW - timedelta(seconds=1)).value is Answer.YES
    assert suspensive_effect(applicant, application, NOW).value is Answer.NO


def test_withdrawal_without_provisional_stay_rests_on_analogy() -> None:
    """A withdrawn application ends the stop by law after provisional stay, else by the reading of A-13."""
    for stay, code in ((True, "application_withdrawn"), (False, "application_withdrawn_without_provisional_stay")):
        application = _application(ended=Ending.APPLICATION_WITHDRAWN, ended_at=FILED, stay=stay)
        assert _codes(_effect(application)) == {code}


def test_late_review_with_claimed_reason_keeps_the_stop() -> None:
    """A late request for review with a claimed reason stops removal until its rejection is served (A-26)."""
    application = _application(ended=Ending.NO_REVIEW_IN_TIME, ended_at=FILED, late=True)
    assert _effect(application, *THIRD).value is Answer.YES
    assert counts_as_one_of_two(application, _application(filed_at=NOW), NO_STATUS).value is Answer.ASK


def test_recognised_without_status_asks_a_person() -> None:
    """The text names no end for a recognised person who has no status: a person decides."""
    assert _effect(_application(ended=Ending.RECOGNISED, ended_at=FILED)).value is Answer.ASK


@pytest.mark.parametrize(
    ("facts", "filed_at", "answer", "code"),
    [
        ({"sentences": (_sentence(36),)}, FILED, Answer.NO, "sentenced_to_three_years"),
        ({"sentences": (_sentence(35),)}, FILED, Answer.ASK, "recognised_but_status_less"),
        ({"sentences": (_sentence(60, Suspension.WHOLE),)}, FILED, Answer.ASK, "recognised_but_status_less"),
        ({"security_ground": True}, FILED, Answer.NO, "security_ground"),
        ({"sentences": None}, FILED, Answer.ASK, "recognised_but_status_less"),
        (
            {"security_ground": True},
            EXCEPTIONS_COMMENCED - timedelta(seconds=1),
            Answer.ASK,
            "recognised_but_status_less",
        ),
    ],
)
def test_grave_exceptions_reach_whoever_was_recognised_and_is_ordered_out_later(
    facts: dict[str, object], filed_at: datetime, answer: Answer, code: str
) -> None:
    """61-2-9(4)(ii): recognised, then ordered out on a later ground; not on an application from before 2024-06-10."""
    application = _application(filed_at=filed_at, ended=Ending.RECOGNISED, ended_at=filed_at)
    found = _effect(application, stays=STATUS, order_issued_on=date(2026, 3, 1), **facts)
    assert (found.value, _codes(found)) == (answer, {code})


def test_only_a_status_less_applicant_is_protected() -> None:
    """61-2-9(3) speaks of the status-less; nothing on record about the stay leaves it unknown."""
    assert _effect(_application(), stays=STATUS).value is Answer.NO
    assert _effect(_application(), stays=None).value is Answer.UNKNOWN
    assert _effect(_application(), stays=STATUS, order_issued_on=date(2026, 3, 2)).value is Answer.YES
    assert _effect(_application(), stays=STATUS, order_issued_on=date(2026, 3, 3)).value is Answer.NO


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (StayKind.STATUS_OF_RESIDENCE, Answer.NO),
        (StayKind.SPECIAL_PERMANENT_RESIDENT, Answer.NO),
        (StayKind.TEMPORARY_REFUGE, Answer.NO),
        (StayKind.SIXTY_DAYS, Answer.YES),
        (StayKind.PROVISIONAL_LANDING, Answer.YES),
        (StayKind.LISTED_LANDING, Answer.YES),
        (StayKind.NONE, Answer.YES),
    ],
)
def test_who_is_status_less(kind: StayKind, answer: Answer) -> None:
    """Only a status, temporary refuge and special permanent residence take a person out, through their last day."""
    last = NOW.date()
    assert is_status_less(_applicant(stays=(Stay(kind, last, last),)), NOW).value is answer
    assert is_status_less(_applicant(stays=(Stay(kind, last, last),)), NOW + timedelta(days=1)).value is Answer.YES


def test_after_provisional_stay_removal_stays_stopped() -> None:
    """DT-12: once provisional stay ran out or was revoked, the pending application still stops removal alone."""
    application = _application(stay=True)
    assert _effect(application).value is Answer.YES
    assert _effect(application, security_ground=True).value is Answer.NO


def test_one_suspending_application_is_enough() -> None:
    """Removal is stopped if any application stops it, and not before it is filed."""
    third = _application()
    assert removal_is_stopped(_applicant(*THIRD, third), NOW).value is Answer.NO
    assert (
        removal_is_stopped(_applicant(third, _application("R-0", FILED - timedelta(days=90))), NOW).value is Answer.YES
    )
    assert removal_is_stopped(_applicant(third), FILED - timedelta(seconds=1)).value is Answer.NO
    assert suspensive_effect(_applicant(third), third, FILED - timedelta(seconds=1)).value is Answer.NO


def test_who_must_be_told_of_the_exceptions() -> None:
    """By law those twice finally refused before 2024-06-10; by policy everybody with two earlier applications."""
    for earlier, code in (
        ((_refused(2022), _refused(2023)), "must_be_told"),
        (THIRD, "told_as_policy"),
        ((_refused(2025),), "no_duty_to_tell"),
    ):
        assert _codes(must_be_told_of_exceptions(_applicant(*earlier), _application())) == {code}
    old = _application(filed_at=EXCEPTIONS_COMMENCED - timedelta(seconds=1))
    assert must_be_told_of_exceptions(_applicant(_refused(2021), _refused(2022)), old).value is Answer.NO
