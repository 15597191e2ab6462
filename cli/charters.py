"""`tetsuzuki charter`: a list of people for one flight, step by step, each of whom passes the gate alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any
from uuid import uuid4

import typer

from cli.cases import read_body
from cli.http import DEFAULT_API, Api, ApiOption, AsOption
from cli.output import Output, OutputOption, complaints, console, show
from workflows.charter import Step

app = typer.Typer(no_args_is_help=True, help="Charters: draw one up, and do each step for everybody on the list.")
CharterArgument = Annotated[str, typer.Argument(help="the charter's id (charter_…)")]
KeyOption = Annotated[str | None, typer.Option("--key", help="of the request; the same one goes on where it broke off")]
ForOption = Annotated[list[str] | None, typer.Option("--for", help="a person's id; without it, everybody on the list")]
CONTROL = "tokyo-control"
SUPERVISOR = "tokyo-supervisor"


@app.command("draw-up")
def draw_up(
    file: Annotated[Path, typer.Argument(help='JSON: {"reference", "destination", "departs_at", "items": […]}')],
    key: KeyOption = None,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = CONTROL,
    output: OutputOption = Output.TABLE,
) -> None:
    """Put a list of people for one flight on file; nothing is filed in anybody's case by it."""
    _show(Api(api, officer).file("/v1/charters", read_body(f"@{file}"), key=key), output)


@app.command("list")
def list_charters(
    api: ApiOption = DEFAULT_API, officer: AsOption = CONTROL, output: OutputOption = Output.TABLE
) -> None:
    """List charters within reach, those that depart last first."""
    found = Api(api, officer).get("/v1/charters")["items"]
    show(found, ("id", "reference", "destination", "departs_at", "office", "created_by"), output, title="Charters")


@app.command("show")
def show_charter(
    charter: CharterArgument,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = CONTROL,
    output: OutputOption = Output.TABLE,
) -> None:
    """Show everybody on the list: where the case stands, the last step, and why it was refused."""
    _show(Api(api, officer).get(f"/v1/charters/{charter}"), output)


@app.command("plan")
def plan(
    charter: CharterArgument,
    people: ForOption = None,
    key: KeyOption = None,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = CONTROL,
    output: OutputOption = Output.TABLE,
) -> None:
    """Plan a removal by this flight for everybody on the list."""
    _do(Api(api, officer), charter, Step.PLAN, people, key, output)


@app.command("request")
def request(
    charter: CharterArgument,
    people: ForOption = None,
    key: KeyOption = None,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = CONTROL,
    output: OutputOption = Output.TABLE,
) -> None:
    """Request that another officer authorise each removal."""
    _do(Api(api, officer), charter, Step.REQUEST, people, key, output)


@app.command("authorise")
def authorise(
    charter: CharterArgument,
    people: ForOption = None,
    key: KeyOption = None,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = SUPERVISOR,
    output: OutputOption = Output.TABLE,
) -> None:
    """Authorise each removal, to board within ten minutes; not by who requested it."""
    _do(Api(api, officer), charter, Step.AUTHORISE, people, key, output)


@app.command("board")
def board(
    charter: CharterArgument,
    people: ForOption = None,
    key: KeyOption = None,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = CONTROL,
    output: OutputOption = Output.TABLE,
) -> None:
    """Put on board whoever is authorised; every row of the gate is asked again for each."""
    _do(Api(api, officer), charter, Step.BOARD, people, key, output)


@app.command("take-off")
def take_off(
    charter: CharterArgument,
    people: Annotated[list[str], typer.Option("--for", help="a person's id")],
    key: KeyOption = None,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = CONTROL,
    output: OutputOption = Output.TABLE,
) -> None:
    """Take people off the list; what was filed in their cases stays."""
    _show(Api(api, officer).file(f"/v1/charters/{charter}/take-off", {"people": people}, key=key), output)


def _do(api: Api, charter: str, step: Step, people: list[str] | None, key: str | None, output: Output) -> None:
    """Ask for a step; ends with 1 if somebody was refused or is not on file yet."""
    own = key or str(uuid4())
    again = f"the same again: --key {own}"
    try:
        found = api.file(f"/v1/charters/{charter}/{step}", {"people": people or []}, key=own)
    except typer.Exit:
        complaints.print(again, highlight=False)
        raise
    _show(found, output)
    if found["outcomes"].get("pending"):
        complaints.print(f"not all is on file yet; {again}", highlight=False)
    if set(found["outcomes"]) - {"filed", "taken_off", "listed"}:
        raise typer.Exit(1)


def _show(charter: dict[str, Any], output: Output) -> None:
    if output is Output.JSON:
        show([charter], (), output)
        return
    told = f"{charter['id']}: flight {charter['reference']} to {charter['destination']}"
    console.print(told, highlight=False, markup=False)
    rows = [{**item, "stage": item["stage"]["en"], "why": _why(item["refusal"])} for item in charter["items"]]
    show(rows, ("person", "stage", "step", "outcome", "why"), Output.TABLE, title="On the list")
    if charter["elsewhere"]:
        console.print(f"{charter['elsewhere']} of other offices are not shown", highlight=False)


def _why(refusal: dict[str, Any] | None) -> list[str]:
    if refusal is None:
        return []
    reasons = [f"{one['en']} [{', '.join(each['short'] for each in one['basis'])}]" for one in refusal["reasons"]]
    return [*reasons, f"mend: {refusal['remedy']}"]
