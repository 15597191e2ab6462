"""The rule on suspension against a second reading of DT-11 that shares no code with it."""

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from law.facts import Application, ApplicationKind, Ending, Material, Sentence, Stay, StayKind, Suspension
from law.finding import Answer
from law.periods import JST
from law.suspension import EXCEPTIONS_COMMENCED, Applicant, suspensive_effect
from tests.oracle.suspension import Person, verdict

_MOMENTS = st.sampled_from(
    [
        *(datetime(year, 2, 1, tzinfo=JST) for year in (2003, 2004, 2006, 2023, 2025, 2026)),
        *(EXCEPTIONS_COMMENCED + timedelta(seconds=shift) for shift in (-1, 0, 1)),
    ]
)
_DAYS = _MOMENTS.map(lambda moment: moment.date())
_SENTENCES = st.builds(
    Sentence,
    st.none() | _DAYS,
    st.sampled_from([None, 12, 24, 35, 36, 60]),
    st.sampled_from(Suspension),
    japanese_court=st.booleans(),
    suspension_revoked=st.booleans(),
)
_STAYS = st.builds(Stay, st.sampled_from(StayKind), _DAYS, st.none() | _DAYS)


@st.composite
def _applications(draw: st.DrawFn) -> Application:
    """An application whose end, if any, has a moment."""
    ended = draw(st.none() | st.sampled_from(Ending) | st.just(Ending.REVIEW_REFUSED))
    return Application(
        draw(st.uuids().map(str)),
        draw(st.sampled_from(ApplicationKind)),
        draw(_MOMENTS),
        draw(st.sampled_from(Material)),
        ended,
        draw(_MOMENTS) if ended else None,
        late_review_claimed=draw(st.booleans()),
        had_provisional_stay=draw(st.booleans()),
    )


@settings(max_examples=500, deadline=None)
@given(
    applications=st.lists(_applications(), min_size=1, max_size=4),
    stays=st.none() | st.lists(_STAYS, max_size=2).map(tuple),
    order=st.none() | _DAYS,
    sentences=st.none() | st.lists(_SENTENCES, max_size=2).map(tuple),
    security=st.sampled_from([None, False, False, True]),
    at=_MOMENTS,
)
def test_a_second_implementation_agrees(
    applications: list[Application],
    stays: tuple[Stay, ...] | None,
    order: date | None,
    sentences: tuple[Sentence, ...] | None,
    security: bool | None,
    at: datetime,
) -> None:
    """The rule and a second reading of DT-11, written from the table alone, never differ."""
    person = Person(stays, order, sentences, security, tuple(applications))
    applicant = Applicant(stays, order, sentences, security, tuple(applications))
    answers = {"on": Answer.YES, "off": Answer.NO, "ask": Answer.ASK, "unknown": Answer.UNKNOWN}
    for each in applications:
        found = suspensive_effect(applicant, each, at)
        assert found.value is answers[verdict(person, each, at)]
        assert all(reason.basis and reason.en and reason.ja for reason in found.reasons)
