"""A second reading of DT-11, written from LAW.md alone; it shares nothing with `law` but the facts."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from law.facts import Application, Sentence, Stay

NEW_LAW = datetime(2024, 6, 9, 15, tzinfo=UTC)
OLD_REFUSALS = datetime(2005, 5, 15, 15, tzinfo=UTC)


@dataclass(frozen=True)
class Person:
    """The columns of the table, as far as they concern the person."""

    stays: tuple[Stay, ...] | None
    order_issued_on: date | None
    sentences: tuple[Sentence, ...] | None
    security_ground: bool | None
    applications: tuple[Application, ...]


def japanese_date(instant: datetime) -> date:
    """The date in Japan: nine hours ahead, no daylight saving."""
    return (instant.astimezone(UTC) + timedelta(hours=9)).date()


def had_status(person: Person, day: date) -> bool | None:
    """Whether a status, temporary refuge or special permanent residence runs on a day."""
    if person.stays is None:
        return None
    result = False
    for stay in person.stays:
        last = stay.until if stay.until is not None else date.max
        if stay.kind.value in {"status_of_residence", "temporary_refuge", "special_permanent_resident"}:
            result = result or stay.since <= day <= last
    return result


def verdict(person: Person, application: Application, at: datetime) -> str:
    """The answer of the table for one application: on, off, ask or unknown."""
    if at.timestamp() < application.filed_at.timestamp():
        return "off"
    over = how_ended(application, at)
    if over == "off":
        return "off"
    status = had_status(person, japanese_date(at))
    ordered = person.order_issued_on is not None and person.order_issued_on <= japanese_date(at)
    if status is not False and not ordered:
        return "unknown" if status is None else "off"
    if over in ("on", "ask"):
        return over
    return rows(person, application, at)


def how_ended(application: Application, at: datetime) -> str:
    """The "Ends" of the table: off once a proved end is reached; on for A-26; pending else."""
    if application.ended is None or application.ended_at is None or application.ended_at > at:
        return "pending"
    if application.ended.value == "no_review_in_time" and application.late_review_claimed:
        return "on"
    return "ask" if application.ended.value == "recognised" else "off"


def rows(person: Person, application: Application, at: datetime) -> str:
    """Rows 1 to 5', in their order."""
    if application.filed_at < NEW_LAW:
        return "on"
    for sentence in person.sentences or ():
        final = sentence.final_on is not None and sentence.final_on <= japanese_date(at)
        long = sentence.months is None or sentence.months > 35
        if final and long and sentence.japanese_court and sentence.suspension.value == "none":
            return "off"
    if person.security_ground is True:
        return "off"
    return rows_4_and_5(person, application)


def rows_4_and_5(person: Person, application: Application) -> str:
    """The two earlier refusals and the material."""
    certain = possible = 0
    for other in person.applications:
        if other.filed_at >= application.filed_at or other.ended is None or other.ended_at is None:
            continue
        if other.ended.value not in {"no_review_in_time", "review_refused", "review_withdrawn"}:
            continue
        if other.ended_at > application.filed_at:
            continue
        possible += 1
        late = other.ended.value == "no_review_in_time" and other.late_review_claimed
        clean = had_status(person, japanese_date(other.filed_at)) is False
        certain += clean and not late and other.ended_at >= OLD_REFUSALS
    if possible < 2 or application.material.value in {"sufficient", "undecided"}:
        return "on"
    return "off" if certain >= 2 else "ask"
