"""`tetsuzuki deadline`: what runs out when, and how it was counted."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from cli.calculation import calc
from cli.cases import CaseArgument, MostOption
from cli.http import DEFAULT_API, DEFAULT_OFFICER, Api, ApiOption, AsOption
from cli.output import Output, OutputOption, console, show

app = typer.Typer(no_args_is_help=True, help="Deadlines: what runs out when, and how it was counted.")
app.command("calc")(calc)


@app.command("list")
def list_deadlines(
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="only up to this day")] = None,
    procedure: Annotated[str | None, typer.Option(help="only this procedure")] = None,
    most: MostOption = 50,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """List running clocks, the gravest and nearest first."""
    due = until.date().isoformat() if until else None
    found = Api(api, officer).pages("/v1/deadlines", most, due_until=due, procedure=procedure)
    show(found, ("last_day", "rule", "procedure", "case", "overdue"), output, title="Deadlines")


@app.command("explain")
def explain(
    case: CaseArgument,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """Show how each deadline of a case was counted, step by step, with its articles."""
    found = Api(api, officer).get(f"/v1/cases/{case}/deadlines")["items"]
    if output is Output.JSON:
        show(found, (), output)
        return
    for deadline in found:
        articles = ", ".join(one["short"] for one in deadline["basis"])
        console.print(f"[bold]{deadline['rule']}[/bold] ({deadline['status']}) {articles}", highlight=False)
        show(deadline["steps"], ("day", "en", "ja"), output)
        show(deadline["ledger"], ("movement", "at", "days_left"), output, title="Ledger")
