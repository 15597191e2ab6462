"""`tetsuzuki person`: a person, his or her position, whether removal, work or landing again is allowed."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from cli.http import DEFAULT_API, DEFAULT_OFFICER, Api, ApiOption, AsOption
from cli.output import Output, OutputOption, console, show

app = typer.Typer(no_args_is_help=True, help="People: read one, and whether removal, work or landing again is allowed.")
PersonArgument = Annotated[str, typer.Argument(help="the person's id (person_…)")]


@app.command("show")
def show_person(
    person: PersonArgument,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """Show what is on file of a person, and where each of the cases stands."""
    house = Api(api, officer)
    read: dict[str, Any] = house.get(f"/v1/people/{person}")
    position = house.get(f"/v1/people/{person}/position")
    if output is Output.JSON:
        show([{**read, "position": position}], (), output)
        return
    told = {**read, "names": [f"{name['text']} ({name['language']})" for name in read["names"]]}
    show([{"what": key, "value": value} for key, value in told.items()], ("what", "value"), output, title=person)
    cases = [{**case, "stage": case["stage"]["en"]} for case in position["cases"]]
    show(cases, ("procedure", "stage", "id", "office", "opened_at"), output, title="Cases")


@app.command("removal")
def removal(
    person: PersonArgument,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """Say whether a person may be removed now, row by row of the decision table, each with its article."""
    finding = Api(api, officer).get(f"/v1/people/{person}/removal")
    rows = [
        {**row, "says": row["reason"]["en"], "basis": _short(row["reason"]), "remedy": row["reason"].get("remedy", "")}
        for row in finding["rows"]
    ]
    show(rows, ("number", "outcome", "says", "basis", "remedy"), output)
    if output is Output.TABLE:
        console.print(f"may be removed: [bold]{finding['answer']}[/bold]", highlight=False)
        for one in finding.get("authorised", ()):
            told = f"authorised until {one['until']}: plan {one['plan']}, {one['kind']} to {one['destination']}"
            console.print(told, highlight=False)


@app.command("work")
def work(
    person: PersonArgument,
    as_of: Annotated[str | None, typer.Option(help="an instant with its zone, 2026-03-02T10:00:00+09:00; now")] = None,
    employer: Annotated[str | None, typer.Option(help="the reference of the body worked for; any permitted")] = None,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """Say whether a person may work for money, and run a business, each with its reasons and articles."""
    asked = {"as_of": as_of, "employer": employer}
    found = Api(api, officer).get(f"/v1/people/{person}/work", **asked)
    rows = [
        {"work": kind, "answer": found[kind]["answer"], "says": reason["en"], "basis": _short(reason)}
        for kind in ("paid_work", "business")
        for reason in found[kind]["reasons"]
    ]
    show(rows, ("work", "answer", "says", "basis"), output)


@app.command("landing")
def landing(
    person: PersonArgument,
    as_of: Annotated[str | None, typer.Option(help="an instant with its zone, 2026-03-02T10:00:00+09:00; now")] = None,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """Say whether landing is denied to a person, by purpose and until when, and what may stand beside."""
    found = Api(api, officer).get(f"/v1/people/{person}/landing", as_of=as_of)
    rows = [
        {"purpose": purpose, "denied": told["answer"], "until": told["until"], **_said(reason)}
        for purpose in ("temporary_visitor", "other")
        for told in (found[purpose],)
        for reason in told["reasons"]
    ]
    beside = [
        {"purpose": "any", "denied": told["answer"], "until": None, **_said(reason)}
        for told in found["beside"]
        for reason in told["reasons"]
    ]
    show([*rows, *beside], ("purpose", "denied", "until", "says", "basis"), output)


def _said(reason: dict[str, Any]) -> dict[str, Any]:
    return {"says": reason["en"], "basis": _short(reason)}


def _short(reason: dict[str, Any]) -> list[str]:
    return [one["short"] for one in reason["basis"]]
