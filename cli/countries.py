"""`tetsuzuki countries`: the Minister's notices of countries, entered from a file and listed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any
from uuid import NAMESPACE_URL, uuid5

import typer

from cli.http import DEFAULT_API, Api, ApiOption, AsOption
from cli.output import Output, OutputOption, console, fail, show

app = typer.Typer(no_args_is_help=True, help="Notices of countries (55-2(1)(i)): enter one from a file, list them.")
MINISTER = "moj-minister"
_ADDED = frozenset({"revision", "entered_by", "recorded_at", "replaced"})
"""What the register adds to a notice; the rest is what was published, and why it was corrected."""


@app.command("enter")
def enter(
    file: Annotated[Path, typer.Argument(help='JSON: {"number", "effective_from", "countries": ["LK", …]}')],
    api: ApiOption = DEFAULT_API,
    officer: AsOption = MINISTER,
    output: OutputOption = Output.TABLE,
) -> None:
    """Enter a notice as published; with `correction`, say why the one on file under its number is wrong.

    The same file again enters nothing new.
    """
    notice = _read(file)
    key = uuid5(NAMESPACE_URL, json.dumps(notice, sort_keys=True, ensure_ascii=False)).hex
    entered = Api(api, officer).file("/v1/country-notices", notice, key=key)
    if output is Output.JSON:
        show([entered], (), output)
        return
    number, countries = entered["number"], len(entered["countries"])
    since = " (replaced since)" if entered["replaced"] else ""
    told = f"on file: notice {number} from {entered['effective_from']}, {countries} countries{since}"
    console.print(told, highlight=False, markup=False)


@app.command("list")
def list_notices(
    api: ApiOption = DEFAULT_API, officer: AsOption = MINISTER, output: OutputOption = Output.TABLE
) -> None:
    """List every notice ever entered, the latest first day first; each as JSON says what `countries enter` reads."""
    found = Api(api, officer).get("/v1/country-notices")["items"]
    columns = ("number", "revision", "effective_from", "countries", "replaced", "correction", "recorded_at")
    show(found, columns, output, title="Notices of countries")


def _read(file: Path) -> dict[str, Any]:
    try:
        notice = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        fail(f"{file} cannot be read.", type(error).__name__, "Name a file of JSON.", code=2)
    if not isinstance(notice, dict):
        fail(f"{file} holds no notice.", "it is not an object", "Write one notice as a JSON object.", code=2)
    return {name: value for name, value in notice.items() if name not in _ADDED and value is not None}
