"""`tetsuzuki deadline calc`: the arithmetic of a period, without any case."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated

import typer

from cli.output import Output, OutputOption, console, fail, show
from law.clocks import CLOCKS


def calc(
    clock: Annotated[str, typer.Argument(help="the clock's name or number, e.g. review_request or C19")],
    start: Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], help="the day of the event, e.g. 2025-12-22")],
    output: OutputOption = Output.TABLE,
) -> None:
    """Count a statutory period from a day and show each step with its article."""
    rule = next((one for one in CLOCKS.values() if clock in (one.name, one.id)), None)
    if rule is None:
        fail(
            f"There is no clock {clock}.",
            "",
            f"One of: {', '.join(f'{o.name} ({o.id})' for o in CLOCKS.values())}",
            code=2,
        )
    if rule.period is None:
        fail(
            f"The end of {rule.name} is a day that an officer fixes.",
            f"its latest day from {start.date()} is {rule.latest_designation(start.date())}",
            "Ask for a clock whose length is in the law.",
        )
    try:
        finding = rule.ends(start.date())
    except ValueError as error:
        fail("The day cannot be counted from.", str(error), "Give a day within the calendar known.", code=2)
    if output is Output.TABLE:
        console.print(
            f"{rule.id} {rule.en} ({rule.ja}), {', '.join(str(one) for one in finding.basis)}", highlight=False
        )
    steps: list[dict[str, object]] = [{"day": step.day, "step": step.en, "段階": step.ja} for step in finding.steps]
    last = finding.value.date() - timedelta(days=1)
    steps.append({"day": last, "step": f"last day; over at {finding.value.isoformat()}", "段階": f"末日 {_ja(last)}"})
    show(steps, ("day", "step", "段階"), output)


def _ja(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
