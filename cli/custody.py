"""`tetsuzuki custody`: who is held now, on what, since when, and what comes next."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import groupby
from typing import Annotated, Any

import typer

from cli.cases import MostOption
from cli.http import DEFAULT_API, DEFAULT_OFFICER, Api, ApiOption, AsOption
from cli.output import Output, OutputOption, show
from law.periods import legal_day

app = typer.Typer(no_args_is_help=True, help="Custody: who is held now.")
_COLUMNS = ("case", "title", "since", "spent", "left", "runs_out", "next_review", "examined", "lang")
_MOMENT = timedelta(microseconds=1)


@app.callback()
def custody() -> None:
    """Keep `held` a command of its own."""


@app.command("held")
def held(
    facility: Annotated[str | None, typer.Option(help="only those held there")] = None,
    most: MostOption = 200,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """List everybody held now by facility, the longest first: title, days spent and left, what falls due."""
    found = list(Api(api, officer).pages("/v1/custody/held", most, facility=facility))
    if output is Output.JSON or not found:
        show(found, (), output, title="Held")
        return
    for where, people in groupby(found, key=lambda one: str(one["facility"])):
        show(map(_row, people), _COLUMNS, output, title=where)


def _row(one: dict[str, Any]) -> dict[str, Any]:
    """What is shown of somebody: of a review its last day; a detention that has lost its title says why."""
    review = one["review_ends_at"]
    return {
        **one,
        "title": (one["title"] or f"none: {one['title_ended']}").replace("_", " "),
        "spent": one["days_spent"],
        "left": one["days_left"],
        "runs_out": one["hand_over_ends_at"] or one["limit_ends_at"],
        "next_review": legal_day(datetime.fromisoformat(review) - _MOMENT) if review else None,
        "examined": one["examined_on"],
        "lang": one["language"],
    }
