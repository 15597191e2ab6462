"""`tetsuzuki docs`: the pages that are derived from the declarations."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.drawing import svg
from cli.coverage import coverage_page
from cli.output import console
from engine.declaration import Procedures
from engine.page import page
from workflows.procedures import PROCEDURES

FOLDER = Path("docs/procedures")
COVERAGE = Path("docs/law-coverage.md")


def docs(
    check: Annotated[
        bool, typer.Option("--check", help="change nothing; end with 1 if a page is not up to date")
    ] = False,
) -> None:
    """Write page and picture of every procedure, and the coverage of the law."""
    stale = []
    for path, text in pages().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for path in stale:
        console.print(f"{'not up to date' if check else 'written'}: {path}")
    if check and stale:
        raise typer.Exit(1)


def pages() -> dict[Path, str]:
    """Every derived page with its text."""
    made = {COVERAGE: coverage_page()}
    for declaration in Procedures(PROCEDURES):
        made[FOLDER / f"{declaration.name}.md"] = page(declaration)
        made[FOLDER / f"{declaration.name}.svg"] = svg(declaration)
    return made


__all__ = ["docs", "pages"]
