"""`tetsuzuki deadline calc`: the arithmetic of a period, without any case."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated, NoReturn

import typer

from cli.cases import INSTANTS
from cli.output import Output, OutputOption, console, fail, show
from law.citation import CIVIL
from law.clock_rule import ClockRule, DesignationError
from law.clocks import CLOCKS
from law.finding import Finding, Reason
from law.periods import legal_day

DAY = "%Y-%m-%d"


def calc(
    clock: Annotated[str, typer.Argument(help="the clock's name or number, e.g. review_request or C19")],
    start: Annotated[
        datetime,
        typer.Argument(formats=[DAY, *INSTANTS], help="the day of the event; for a period in hours its instant"),
    ],
    until: Annotated[datetime | None, typer.Option(formats=[DAY], help="the last day that an officer sets")] = None,
    output: OutputOption = Output.TABLE,
) -> None:
    """Count a statutory period from a day or an instant and show each step with its article."""
    rule = rule_of(clock)
    try:
        finding = counted(rule, start, until.date() if until else None)
    except DesignationError as error:
        _refused(error.reason)
    except ValueError as error:
        fail("The day cannot be counted from.", str(error), "Give a day within the calendar known.", code=2)
    if output is Output.TABLE:
        console.print(f"{rule.id} {rule.en} ({rule.ja}), {', '.join(map(str, finding.basis))}", highlight=False)
    steps: list[dict[str, object]] = [{"day": step.day, "step": step.en, "段階": step.ja} for step in finding.steps]
    show([*steps, _end(rule, finding.value)], ("day", "step", "段階"), output)


def rule_of(clock: str) -> ClockRule:
    """The clock of a name or of a number that is one clock's alone, or a failure that names the clocks."""
    found = [one for one in CLOCKS.values() if clock in (one.name, one.id)]
    if len(found) != 1:
        choice = ", ".join(f"{one.name} ({one.id})" for one in found or CLOCKS.values())
        what = f"{clock} is the number of several clocks." if found else f"There is no clock {clock}."
        fail(what, "", f"One of: {choice}", code=2)
    return found[0]


def counted(rule: ClockRule, start: datetime, until: date | None) -> Finding[datetime]:
    """The end of a clock: counted from a day or an instant, or as an officer sets it.

    Raises:
        DesignationError: an officer may not set that day.
        ValueError: it cannot be counted.
    """
    if rule.period is None:
        return rule.designated(_day(start), until or _unset(rule, _day(start)))
    if until is not None:
        what = f"The end of {rule.name} is counted, nobody sets it."
        fail(what, f"the period is {rule.period.en} [{_articles(rule.basis)}]", "Leave --until out.", code=2)
    if not rule.in_hours:
        return rule.ends(_day(start))
    if start.tzinfo is None:
        why = f"it is in hours ({rule.period.en}) and runs at once [{_articles((*rule.basis, CIVIL('139')))}]"
        mend = f"Give the instant with its offset, like {start:{DAY}}T10:00+09:00."
        fail(f"The period of {rule.name} runs from an instant, not from a day.", why, mend, code=2)
    return rule.ends_from(start)


def _day(start: datetime) -> date:
    return start.date() if start.tzinfo is None else legal_day(start)


def _unset(rule: ClockRule, start: date) -> date:
    """The failure of a clock whose day was not given: what the law says of that day."""
    if rule.maximum is None:
        why = f"the law has no maximum [{_articles(rule.basis)}]"
    else:
        latest = rule.maximum.last_day_of(start) if rule.any_day else rule.latest_designation(start)
        why = f"its latest day from {start} is {latest} [{_articles(rule.basis)}]"
    fail(f"The end of {rule.name} is a day that an officer fixes.", why, "Give that day with --until.", code=2)


def _refused(reason: Reason) -> NoReturn:
    mend = reason.remedy[:1].upper() + reason.remedy[1:]
    fail(f"That day cannot be set ({reason.code}).", f"{reason.en} [{_articles(reason.basis)}]", mend)


def _end(rule: ClockRule, ends_at: datetime) -> dict[str, object]:
    if rule.in_hours:
        return {"day": ends_at.date(), "step": f"over at {ends_at.isoformat()}", "段階": f"満了 {ends_at:%H:%M}"}
    last = ends_at.date() - timedelta(days=1)
    words = f"末日 {last.year}年{last.month}月{last.day}日"
    return {"day": last, "step": f"last day; over at {ends_at.isoformat()}", "段階": words}


def _articles(basis: tuple[object, ...]) -> str:
    return ", ".join(map(str, basis))
