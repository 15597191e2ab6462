"""`tetsuzuki person`: a person, his or her position, and whether removal is possible."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from cli.http import DEFAULT_API, DEFAULT_OFFICER, Api, ApiOption, AsOption
from cli.output import Output, OutputOption, console, show

app = typer.Typer(no_args_is_help=True, help="People: read one, the position, and whether removal is possible.")
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
        {**row, "says": row["reason"]["en"], "basis": [one["short"] for one in row["reason"]["basis"]]}
        for row in finding["rows"]
    ]
    show(rows, ("number", "outcome", "says", "basis"), output)
    if output is Output.TABLE:
        console.print(f"may be removed: [bold]{finding['answer']}[/bold]", highlight=False)
