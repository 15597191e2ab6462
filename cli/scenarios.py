"""`tetsuzuki scenario`: worked cases on the pure procedures."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress

from cli.output import Output, OutputOption, complaints, console, fail, show
from engine.declaration import Procedures
from simulation.runner import Run, Runner
from simulation.scenario import UnreadableScenario, read_scenarios
from workflows.procedures import PROCEDURES

app = typer.Typer(no_args_is_help=True, help="Worked cases: run them on the pure procedures.")


@app.command("run")
def run(
    paths: Annotated[list[Path], typer.Argument(help="YAML files or folders of them")],
    output: OutputOption = Output.TABLE,
) -> None:
    """Run worked cases and print what held; ends with 1 if any expectation failed."""
    procedures = Procedures(PROCEDURES)
    try:
        found = [one for path in paths for one in read_scenarios(path)]
    except UnreadableScenario as error:
        fail("A worked case cannot be read.", str(error), "See docs/scenarios.md for the format.", code=2)
    rows = []
    with Progress(console=complaints, transient=True) as progress:
        task = progress.add_task("worked cases", total=len(found))
        for file, scenario in found:
            began = time.perf_counter()
            done = Runner(procedures, scenario, file).live()
            rows.append(_row(done, (time.perf_counter() - began) * 1000))
            progress.advance(task)
    show(rows, ("worked_case", "basis", "acts", "checks", "ms", "result"), output, title="Worked cases")
    failed = [row for row in rows if row["failures"]]
    for row in failed if output is Output.TABLE else []:
        for failure in row["failures"]:
            told = f"{row['worked_case']} ({row['file']}): {failure}"
            console.print(told, style="red", highlight=False, markup=False, soft_wrap=True)
    if output is Output.TABLE:
        acts = sum(row["acts"] for row in rows)
        console.print(f"{len(rows) - len(failed)} passed, {len(failed)} failed ({acts} acts)", highlight=False)
    if failed:
        raise typer.Exit(1)


def _row(done: Run, milliseconds: float) -> dict[str, Any]:
    return {
        "worked_case": done.scenario.scenario,
        "file": str(done.file),
        "basis": list(done.scenario.basis),
        "acts": len(done.commands),
        "checks": done.checks,
        "ms": round(milliseconds, 1),
        "result": "held" if done.passed else f"{len(done.failures)} failed",
        "failures": [f"step {one.step}: expected {one.expected}; found {one.found}" for one in done.failures],
    }
