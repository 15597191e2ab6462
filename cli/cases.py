"""`tetsuzuki case`: list, show, ask what may be done, and do it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.http import DEFAULT_API, DEFAULT_OFFICER, Api, ApiOption, AsOption
from cli.output import Output, OutputOption, console, fail, show

app = typer.Typer(no_args_is_help=True, help="Cases: list, show, ask what may be done, and do it.")
CaseArgument = Annotated[str, typer.Argument(help="the case's id (case_…)")]
INSTANTS = ["%Y-%m-%dT%H:%M%z", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S.%f%z"]
"""How an instant is written: 2026-01-05T10:00+09:00."""
MostOption = Annotated[int, typer.Option("--most", min=1, max=10_000, help="how many at the most")]


@app.command("list")
def list_cases(
    procedure: Annotated[str | None, typer.Option(help="only this procedure")] = None,
    stage: Annotated[str | None, typer.Option(help="only at this stage")] = None,
    office: Annotated[str | None, typer.Option(help="only of this office")] = None,
    most: MostOption = 50,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """List cases within your reach, newest filings last."""
    found = Api(api, officer).pages("/v1/cases", most, procedure=procedure, stage=stage, office=office)
    show(found, ("procedure", "stage", "id", "office", "wakes_at", "overdue"), output, title="Cases")


@app.command("show")
def show_case(
    case: CaseArgument,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """Show a case: stage, clocks, duties, notices, and its timeline."""
    house = Api(api, officer)
    read: dict[str, Any] = house.get(f"/v1/cases/{case}")
    timeline = house.get(f"/v1/cases/{case}/timeline")
    if output is Output.JSON:
        show([{**read, "timeline": timeline}], (), output)
        return
    stage = read["stage"]
    console.print(f"[bold]{read['procedure']}[/bold] {case}: [bold]{stage['en']}[/bold] ({stage['ja']})")
    show(read["clocks"], ("rule", "status", "started_on", "last_day", "ends_at"), output, title="Clocks")
    show(read["duties"], ("kind", "by", "since", "due_on", "done_at"), output, title="Duties")
    show(read["notices"], ("kind", "status", "since", "served_on"), output, title="Notices")
    show(
        timeline["items"],
        ("occurred_at", "recorded_at", "sort", "name", "outcome", "withdrawn_by"),
        output,
        title="Timeline",
    )


@app.command("acts")
def acts(
    case: CaseArgument,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """Say which acts are allowed now, and what blocks the others."""
    rows = [
        {**act, "why": [_why(refusal) for refusal in act["blocked_by"]]}
        for act in Api(api, officer).get(f"/v1/cases/{case}/acts")["items"]
    ]
    rows.sort(key=lambda row: not row["allowed"])
    show(rows, ("act", "en", "allowed", "why", "available_from"), output, title=case)


def _why(refusal: dict[str, Any]) -> str:
    reason = refusal["reasons"][0]
    articles = ", ".join(one["short"] for one in reason.get("basis", []))
    return f"{reason['en']} [{articles}]" if articles else str(reason["en"])


@app.command("act")
def act(
    case: CaseArgument,
    name: Annotated[str, typer.Argument(help="the act's name, as `case acts` gives it")],
    body: Annotated[str, typer.Option("--body", help="the act's body as JSON, or @file")] = "{}",
    at: Annotated[
        datetime | None, typer.Option(formats=INSTANTS, help="when it happened, with its offset; now without it")
    ] = None,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """Do an act on the case as it stands now."""
    answer = Api(api, officer).act(case, name, read_body(body), occurred_at=at.isoformat() if at else None)
    if output is Output.JSON:
        show([answer], (), output)
        return
    stage = answer.get("stage") or {}
    console.print(
        f"{answer.get('outcome', 'pending')}: {name}; the case stands at [bold]{stage.get('en', '?')}[/bold]",
        highlight=False,
    )


def read_body(given: str) -> dict[str, Any]:
    """A body as JSON text, or from a file named with @."""
    try:
        text = Path(given[1:]).read_text(encoding="utf-8") if given.startswith("@") else given
        body = json.loads(text)
    except (OSError, ValueError) as error:
        fail("The body cannot be read.", type(error).__name__, "Give JSON, or @file with JSON in it.", code=2)
    if not isinstance(body, dict):
        fail("The body is not an object.", "", 'Give JSON like {"received_on": "2026-01-05"}.', code=2)
    return body
