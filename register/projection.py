"""What lists and the sweeper read of cases: clocks, duties, notices as rows, and what a filing changes in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.case import Case
from engine.position import Cases

_NO_DAY = date(9999, 12, 31)
"""Where a duty without a day stands in the order."""

Row = tuple[Any, ...]
Rows = Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class Lists:
    """Rows by id."""

    clocks: Rows
    duties: Rows
    notices: Rows


@dataclass(frozen=True, slots=True)
class Delta:
    """Rows to be put, and ids of rows that are no more."""

    put: list[Row]
    gone: list[str]


def lists_of(person: str, cases: Iterable[Case[Any]]) -> Lists:
    """The rows of cases."""
    some = list(cases)
    return Lists(
        {row[0]: row for case in some for row in _clocks(person, case)},
        {row[0]: row for case in some for row in _duties(person, case)},
        {row[0]: row for case in some for row in _notices(person, case)},
    )


def delta(before: Rows, after: Rows) -> Delta:
    """What changes from some rows to others."""
    put = [row for one, row in after.items() if before.get(one) != row]
    return Delta(put, [one for one in before if one not in after])


def differing(before: Cases, after: Cases) -> list[str]:
    """The ids of cases that are not the same object in both."""
    return [one for one in {**before, **after} if before.get(one) is not after.get(one)]


def _clocks(person: str, case: Case[Any]) -> Iterable[Row]:
    for one in case.clocks:
        danger = int(one.rule.danger)
        days = (one.started_on, one.last_day, one.ends_at)
        status = one.status.value
        yield (one.id, case.id, person, one.rule_name, danger, status, one.generation, *days, case.holds(one))


def _duties(person: str, case: Case[Any]) -> Iterable[Row]:
    for one in case.duties:
        status = "open" if one.done_at is None else "done"
        days = (one.since, one.due_on, one.due_on or _NO_DAY, one.done_at)
        yield (one.id, case.id, person, one.kind, one.by.value, status, *days)


def _notices(person: str, case: Case[Any]) -> Iterable[Row]:
    for one in case.notices:
        yield (one.id, case.id, person, one.kind, one.status.value, one.since, one.served_on)
