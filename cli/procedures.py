"""`tetsuzuki procedures` and `tetsuzuki docs`: what is declared, as tables, diagrams and pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.drawing import svg
from cli.output import Output, OutputOption, console, fail, show
from engine.declaration import Declaration, Procedures
from engine.diagram import mermaid
from engine.refusal import Defect
from law.competence import COMPETENCES
from workflows.procedures import PROCEDURES


def procedures(
    name: Annotated[str | None, typer.Argument(help="one procedure; all without it")] = None,
    graph: Annotated[bool, typer.Option("--graph", help="print the diagram as Mermaid text")] = False,
    svg_to: Annotated[Path | None, typer.Option("--svg", help="write the diagram as SVG to this file")] = None,
    output: OutputOption = Output.TABLE,
) -> None:
    """List the procedures, or show one with its acts, or its diagram."""
    declared = Procedures(PROCEDURES)
    if name is None:
        show(
            (_summary(one) for one in declared),
            ("name", "en", "ja", "stages", "acts", "clocks"),
            output,
            title="Procedures",
        )
        return
    if name not in declared:
        fail(f"There is no procedure {name}.", "", f"One of: {', '.join(one.name for one in declared)}", code=2)
    declaration = declared[name]
    if svg_to is not None:
        _draw(declaration, svg_to)
    elif graph:
        console.print(mermaid(declaration), highlight=False, markup=False)
    else:
        rows = [
            {
                "act": act.name,
                "what": act.en,
                "by": COMPETENCES[act.by].en,
                "at": [stage.en for stage in act.at or ()] or "every stage",
                "basis": [str(one) for one in act.basis],
            }
            for act in (*declaration.openings.values(), *declaration.acts.values())
            if not act.inner
        ]
        show(rows, ("act", "what", "by", "at", "basis"), output, title=f"{declaration.en} ({declaration.ja})")


def _draw(declaration: Declaration, file: Path) -> None:
    try:
        file.write_text(svg(declaration), encoding="utf-8")
    except Defect as defect:
        fail("The diagram was not drawn.", defect.code, "Take the Mermaid text of --graph.")
    except OSError as error:
        fail(f"{file} cannot be written.", type(error).__name__, "Name a file that can be.", code=2)
    console.print(f"written: {file}", markup=False)


def _summary(declaration: Declaration) -> dict[str, object]:
    return {
        "name": declaration.name,
        "en": declaration.en,
        "ja": declaration.ja,
        "stages": len(declaration.stages),
        "acts": len(declaration.openings) + len(declaration.acts),
        "clocks": len(declaration.lapses),
    }
