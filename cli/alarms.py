"""`tetsuzuki alarm`: what comes to its end soon or is overdue, and who took note."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.cases import MostOption
from cli.http import DEFAULT_API, DEFAULT_OFFICER, Api, ApiOption, AsOption
from cli.output import Output, OutputOption, console, show
from law.ladders import Audience

app = typer.Typer(no_args_is_help=True, help="Alarms: what ends soon or is overdue, and who took note.")


@app.command("list")
def list_alarms(
    supervisor: Annotated[
        bool | None, typer.Option("--supervisor/--officer", help="only those for supervisors, or for officers")
    ] = None,
    noted: Annotated[bool, typer.Option("--noted", help="those that somebody took note of, not the others")] = False,
    most: MostOption = 50,
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
    output: OutputOption = Output.TABLE,
) -> None:
    """List alarms by the end they warn of, the nearest first."""
    audience = None if supervisor is None else Audience.SUPERVISOR if supervisor else Audience.OFFICER
    found = Api(api, officer).pages("/v1/alarms", most, audience=audience, noted=noted)
    columns = ("alarm", "ends_at", "audience", "en", "procedure", "case", "noted_by")
    show(found, columns, output, title="Alarms noted" if noted else "Alarms")


@app.command("note")
def note(
    alarm: Annotated[int, typer.Argument(min=1, max=2**63 - 1, help="the alarm's number, as `alarm list` gives it")],
    api: ApiOption = DEFAULT_API,
    officer: AsOption = DEFAULT_OFFICER,
) -> None:
    """Put on record that you saw an alarm; the first who did stays on record."""
    Api(api, officer).tell(f"/v1/alarms/{alarm}/note")
    console.print(f"noted: alarm {alarm}", highlight=False)
