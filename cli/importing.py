"""`tetsuzuki import` and `export`: open cases with their past, in and out, as JSON Lines."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from cli.output import Output, OutputOption, complaints, console, fail, show
from cli.servers import located, register_of
from engine.declaration import Procedures
from register.exporting import exported
from register.import_filing import Imported, Importer, Result
from register.importing import read_lines
from register.lines import BadLine
from settings import Settings
from workflows.procedures import PROCEDURES

if TYPE_CHECKING:
    from collections.abc import Callable


RELEASE = "0.1.0"


def import_file(
    file: Annotated[Path, typer.Argument(help="JSON Lines, one person a line (docs/import.md)")],
    output: OutputOption = Output.TABLE,
) -> None:
    """File open cases with their past acts by the same rules; of a bad line nothing is filed, and it is told."""
    if not file.is_file():
        fail(f"There is no file {file}.", "", "Name a file of JSON Lines.", code=2)
    total = people_in(file)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=complaints, transient=True) as progress:
        task = progress.add_task("importing people", total=total)
        results = asyncio.run(import_all(located(), file, lambda: progress.advance(task)))
    report(results, output)
    if any(one.is_bad for one in results):
        raise typer.Exit(1)


def people_in(file: Path) -> int:
    """How many lines of a file say something."""
    with file.open("rb") as lines:
        return sum(1 for raw in lines if raw.strip())


def report(results: list[Imported], output: Output) -> None:
    """Print what became of each line: bad ones by number and reason, the others counted."""
    if output is Output.JSON:
        show([one.model_dump(mode="json") for one in results], (), output)
        return
    bad = [{"line": one.line, "reference": one.reference, "reason": one.reason} for one in results if one.is_bad]
    if bad:
        show(bad, ("line", "reference", "reason"), output, title="Not imported")
    counted = {result: sum(1 for one in results if one.result is result) for result in Result}
    console.print(
        ", ".join(f"{number} {result.value}" for result, number in counted.items() if number), highlight=False
    )


async def import_all(settings: Settings, file: Path, advance: Callable[[], None]) -> list[Imported]:
    """Import every line of a file; lines do not wait for the workers, which take up the cases by themselves."""
    received_at = datetime.now(UTC)
    results: list[Imported] = []
    async with register_of(settings) as pool:
        importer = Importer(pool, Procedures(PROCEDURES), release=RELEASE)
        for line in read_lines(file):
            if isinstance(line, BadLine):
                results.append(Imported(line=line.number, result=Result.BAD, reason=line.reason))
            else:
                results.append(await importer.take(line, received_at))
            advance()
    return results


def export(
    to: Annotated[Path | None, typer.Argument(help="a file; the standard output without it")] = None,
) -> None:
    """Write everybody on file with all acts, as the JSON Lines that `import` reads."""

    async def write() -> int:
        count = 0
        async with register_of(located()) as pool:
            with to.open("w", encoding="utf-8") if to else nullcontext(sys.stdout) as stream:
                async for row in exported(pool):
                    stream.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
                    count += 1
        return count

    try:
        count = asyncio.run(write())
    except OSError as error:
        what = f"{to or 'The standard output'} cannot be written."
        fail(what, type(error).__name__, "Name a file that can be.", code=2)
    complaints.print(f"{count} people written")
