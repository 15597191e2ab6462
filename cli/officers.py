"""`tetsuzuki officers`: offices, officers and their roles, put on file and listed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.output import Output, OutputOption, console, fail, show
from cli.servers import located, register_of
from register.lines import BadLine
from register.officer_export import offices_and_officers
from register.officer_import import OfficerImporter, Result, Taken
from register.officer_lines import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

app = typer.Typer(no_args_is_help=True, help="Officers: put offices and officers with their roles on file, list them.")


@app.command("import")
def import_officers(
    file: Annotated[Path, typer.Argument(help="JSON Lines, one office or officer a line (docs/import.md)")],
    output: OutputOption = Output.TABLE,
) -> None:
    """Put offices and officers on file; roles are added or ended; of a bad line nothing is kept, and it is told."""
    if not file.is_file():
        fail(f"There is no file {file}.", "", "Name a file of JSON Lines.", code=2)
    results = asyncio.run(_import(file))
    if output is Output.JSON:
        show([one.model_dump(mode="json") for one in results], (), output)
    else:
        _report(results)
    if any(one.result is Result.BAD for one in results):
        raise typer.Exit(1)


@app.command("list")
def list_officers(
    office: Annotated[str | None, typer.Option(help="only with this home office or a role there")] = None,
    output: OutputOption = Output.TABLE,
) -> None:
    """List offices, and officers with every role ever held; as JSON in the form that `officers import` reads."""
    lines = [line for line in asyncio.run(_lines()) if office is None or office in _offices_of(line)]
    if output is Output.JSON:
        show(lines, (), output)
        return
    show((one["office"] for one in lines if "office" in one), ("id", "en", "ja", "national"), output, title="Offices")
    columns = ("officer", "name", "home", "role", "office", "since", "until")
    show(_held(lines), columns, output, title="Officers")


async def _import(file: Path) -> list[Taken]:
    results: list[Taken] = []
    async with register_of(located()) as pool:
        importer = OfficerImporter(pool)
        for line in read_lines(file):
            if isinstance(line, BadLine):
                results.append(Taken(line=line.number, result=Result.BAD, reason=line.reason))
            else:
                results.append(await importer.take(line))
    return results


def _report(results: list[Taken]) -> None:
    bad = [{"line": one.line, "id": one.id, "reason": one.reason} for one in results if one.result is Result.BAD]
    if bad:
        show(bad, ("line", "id", "reason"), Output.TABLE, title="Not imported")
    counted = {result: sum(1 for one in results if one.result is result) for result in Result}
    told = ", ".join(f"{number} {result.value}" for result, number in counted.items() if number)
    console.print(told or "the file says nothing", highlight=False)


async def _lines() -> list[dict[str, Any]]:
    async with register_of(located()) as pool:
        return await offices_and_officers(pool)


def _offices_of(line: dict[str, Any]) -> set[str]:
    if "office" in line:
        return {line["office"]["id"]}
    officer = line["officer"]
    return {officer["office"], *(held["office"] for held in officer["roles"])}


def _held(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A row for each role; one for an officer without any."""
    for line in lines:
        if "officer" in line:
            officer = line["officer"]
            home = {"officer": officer["id"], "name": officer["name"], "home": officer["office"]}
            yield from [home | held for held in officer["roles"]] or [home]
