"""What must hold of review and treatment: a position that breaks it is a defect that names the invariant."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engine.invariants import check
from engine.refusal import Defect
from engine.review_invariants import REVIEW_AND_TREATMENT
from law.custody import CustodyHeld, Title
from law.detention_review import DetentionReviewed, Owed, Round, RoundResult
from law.facts import Custody
from law.treatment import Owed as Care
from law.treatment import Treated
from tests.engine.test_invariants import Borne
from tests.procedures.desk import jst
from tests.procedures.review_story import PROCEDURES
from workflows.papers import detention_review_duties, treatment_duties

NOW, ON = jst("2025-06-02"), date(2025, 6, 2)
HELD = CustodyHeld("case_h", Custody.DETAINED_DEPORTATION_ORDER, jst("2025-02-28"), Title.DEPORTATION_ORDER)
SOUND = Round(1, date(2025, 5, 27), date(2025, 5, 31), reported_on=ON, considered_on=ON, appropriate=True)
REVIEW = DetentionReviewed("case_r", date(2025, 2, 28), (SOUND,), armed_until=jst("2025-08-28T00:00"))
TREATMENT = Treated(
    "case_t",
    told=True,
    asked=True,
    examined_by=jst("2025-08-28T00:00"),
    isolated=False,
    isolation_ends=None,
    in_room=False,
    room_ends=None,
)


def _review(*, owed: tuple[Owed, ...] = (), commanded: str | None = None, **changes: Any) -> DetentionReviewed:
    rounds = (replace(SOUND, **changes),)
    at = jst(commanded) if commanded else None
    return replace(REVIEW, rounds=rounds, owed=frozenset(owed), commanded_at=at)


def _unseen(**changes: Any) -> DetentionReviewed:
    return _review(considered_on=None, appropriate=None, **changes)


BROKEN: list[tuple[str, tuple[object, ...]]] = [
    ("detention_under_the_order_is_under_review", (HELD, TREATMENT)),
    ("detention_under_the_order_is_under_review", (HELD, TREATMENT, REVIEW, replace(REVIEW, case="case_2"))),
    ("detention_under_the_order_is_under_review", (HELD, TREATMENT, replace(REVIEW, armed_until=None))),
    ("three_months_bring_a_report_and_a_consideration", (_unseen(reported_on=None, owed=(Owed.CONSIDERATION,)),)),
    ("three_months_bring_a_report_and_a_consideration", (_unseen(owed=(Owed.REPORT,)),)),
    ("every_no_goes_to_the_commissioner", (_review(appropriate=False),)),
    ("every_no_goes_to_the_commissioner", (_review(appropriate=False, told_commissioner_on=ON),)),
    ("a_command_leaves_no_no", (_review(commanded="2025-06-01"),)),
    ("a_command_leaves_no_no", (replace(REVIEW, obeyed=jst("2025-06-01")),)),
    (
        "a_command_leaves_no_no",
        (_review(appropriate=False, commanded="2025-06-01", owed=(Owed.COMMAND, Owed.TELLING)),),
    ),
    ("every_detainee_is_told_asked_and_examined", (HELD, REVIEW)),
    ("every_detainee_is_told_asked_and_examined", (HELD, REVIEW, TREATMENT, replace(TREATMENT, case="case_2"))),
    ("every_detainee_is_told_asked_and_examined", (HELD, REVIEW, replace(TREATMENT, told=False))),
    ("every_detainee_is_told_asked_and_examined", (HELD, REVIEW, replace(TREATMENT, asked=False))),
    ("every_detainee_is_told_asked_and_examined", (HELD, REVIEW, replace(TREATMENT, examined_by=None))),
    ("separation_runs_or_ends_at_once", (replace(TREATMENT, isolated=True),)),
    ("separation_runs_or_ends_at_once", (replace(TREATMENT, in_room=True),)),
]


@pytest.mark.parametrize(("name", "records"), BROKEN)
def test_what_must_not_be_is_found(name: str, records: tuple[object, ...]) -> None:
    """A position that breaks the law is a defect that names the invariant."""
    with pytest.raises(Defect, match=name):
        check(Borne({}, *records), NOW)


@pytest.mark.parametrize(
    "records",
    [
        (HELD, REVIEW, TREATMENT),
        (replace(HELD, title=None), TREATMENT),
        (replace(HELD, custody=Custody.FREE),),
        (_unseen(reported_on=None, owed=(Owed.REPORT, Owed.CONSIDERATION)),),
        (_unseen(result=RoundResult.DEPOSIT_OPEN),),
        (_review(appropriate=False, owed=(Owed.TELLING,)),),
        (_review(appropriate=False, told_commissioner_on=ON, owed=(Owed.ANSWER,)),),
        (_review(commanded="2025-06-03", appropriate=False, result=RoundResult.COMMANDED, owed=(Owed.COMMAND,)),),
        (replace(TREATMENT, told=False, asked=False, owed=frozenset((Care.TELLING, Care.ASKING))),),
        (replace(TREATMENT, isolated=True, owed=frozenset((Care.END_OF_ISOLATION,))),),
        (replace(TREATMENT, in_room=True, owed=frozenset((Care.END_OF_PLACING,))),),
        (replace(TREATMENT, isolated=True, isolation_ends=NOW, in_room=True, room_ends=NOW),),
    ],
)
def test_what_may_be_breaks_nothing(records: tuple[object, ...]) -> None:
    """What is done, or owed, or excused by the law, is no defect."""
    position = Borne({}, *records)
    assert [broken for holds in REVIEW_AND_TREATMENT for broken in holds(position, NOW)] == []


@pytest.mark.parametrize(
    ("procedure", "owed", "module"),
    [("DetentionReview", Owed, detention_review_duties), ("Treatment", Care, treatment_duties)],
)
def test_what_is_owed_is_a_duty_of_the_procedure(procedure: str, owed: type[Owed] | type[Care], module: Any) -> None:
    """The names that the checks ask for are those of the duties."""
    assert {one.value for one in owed} <= set(PROCEDURES[procedure].duties)
    assert {duty.name for duty in module.DUTIES} == set(PROCEDURES[procedure].duties)
