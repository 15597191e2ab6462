"""A second reading of DT-11, written from LAW.md and the Japanese text of 61-2-9(3) and (4) alone.

The answers are "on", "off" and "unknown": where LAW.md leaves it to a person (A-29, recognised but status-less), or the
fact is not on record.
"""

from datetime import date, datetime

from .facts import TOKYO, Application, Known, Order, Person, Sentence, Status, day_of

NEW_LAW = datetime(2024, 6, 10, tzinfo=TOKYO)
"""Suppl. 15(1): of an application filed before it, no exception is asked."""
ARTICLE_EXISTS = datetime(2005, 5, 16, tzinfo=TOKYO)
"""61-2-4 exists: refusals that became final before it are not meant by the words (A-29)."""
FINAL_REFUSALS = ("no_review_in_time", "review_refused", "review_withdrawn")
"""61-2-4(5)(i) and (ii)."""
WITH_STATUS = ("status_of_residence", "temporary_refuge", "special_permanent_resident")
"""61-2-2(1): holders of these are not status-less."""


def stopped(person: Person, at: datetime) -> str:
    """Whether any application stops removal: one is enough."""
    answers = {effect(person, each, at) for each in person.applications}
    return next((one for one in ("on", "unknown") if one in answers), "off")


def effect(person: Person, application: Application, at: datetime) -> str:
    """What one application does."""
    if at < application.filed:
        return "off"
    over = _over(application, at)
    if over == "yes":
        return "off"
    status_less = is_status_less(person, at)
    if status_less is not True:
        return "off" if status_less is False else "unknown"
    if over == "recognised":
        return "off" if _is_excepted(person, application, at) else "unknown"
    return "on" if over == "late" else _table(person, application, at)


def is_status_less(person: Person, at: datetime) -> bool | None:
    """61-2-2(1); with an order in force, also who holds a status (A-23)."""
    holds = _held(person.statuses, at)
    ordered = any(in_force(order, at) for order in person.orders)
    return True if ordered else None if holds is None else not holds


def in_force(order: Order, at: datetime) -> bool:
    """Issued, and not withdrawn or annulled."""
    return order.issued <= at and not (order.withdrawn is not None and order.withdrawn <= at)


def _held(statuses: Known[Status], at: datetime) -> bool | None:
    for one in statuses.records:
        ends = one.until or date.max
        if one.kind in WITH_STATUS and one.since <= day_of(at) <= ends and (one.cut is None or at < one.cut):
            return True
    return False if statuses.whole else None


def _over(application: Application, at: datetime) -> str:
    """The column of ends: an end counts from its proved moment on."""
    if application.end is None or application.ended is None or at < application.ended:
        return "no"
    if application.end == "no_review_in_time" and application.late_review_open:
        return "late"
    return "recognised" if application.end == "recognised" else "yes"


def _table(person: Person, application: Application, at: datetime) -> str:
    """Rows 1 to 5', in that order."""
    if application.filed < NEW_LAW:
        return "on"
    if _is_excepted(person, application, at):
        return "off"
    counted = [_counts(person, earlier, application) for earlier in person.applications]
    sure, possible = counted.count("yes"), counted.count("yes") + counted.count("perhaps")
    if possible < 2 or application.material in ("sufficient", "undecided"):
        return "on"
    return "off" if sure >= 2 else "unknown"


def _is_excepted(person: Person, application: Application, at: datetime) -> bool:
    """Rows 2 and 3: paragraph (4)(ii) asks for a person of this kind, not for where the application stands."""
    grave = any(_is_grave(one, at) for one in person.sentences.records) or person.security is True
    return application.filed >= NEW_LAW and grave


def _is_grave(sentence: Sentence, at: datetime) -> bool:
    """Row 2: final, of a Japanese court, life or three years at least by itself (A-20), nothing of it suspended."""
    if sentence.final is None or day_of(at) < sentence.final:
        return False
    return sentence.japanese and not sentence.suspended and (sentence.months is None or sentence.months >= 36)


def _counts(person: Person, earlier: Application, application: Application) -> str:
    """Whether an earlier application is one of the two of row 4: yes, no, or perhaps (a person looks first)."""
    before = earlier.filed < application.filed and earlier.ended is not None and earlier.ended <= application.filed
    if not before or earlier.ended is None or earlier.end not in FINAL_REFUSALS:
        return "no"
    late = earlier.end == "no_review_in_time" and earlier.late_review_open
    doubtful = late or earlier.ended < ARTICLE_EXISTS or _held(person.statuses, earlier.filed) is not False
    return "perhaps" if doubtful else "yes"
