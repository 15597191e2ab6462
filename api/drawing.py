"""Pictures of procedures, drawn by the Graphviz that PyPI ships: each once, and where a case stands is marked in it."""

import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from engine.declaration import Declaration
from engine.diagram import dot
from engine.refusal import Defect

PATIENCE = 10.0

_PLAIN, _MARKED = 'fill="#f7f7f5" stroke="#8a8a85"', 'fill="#ffe08a" stroke="#8a8a85" stroke-width="2"'


def svg(declaration: Declaration, stage: str | None = None, *, ja: bool = False) -> str:
    """The procedure as SVG, the stage where a case stands marked.

    Raises:
        Defect: the drawing program is missing or refuses its input.
    """
    picture = plain(declaration, ja=ja)
    if stage is None:
        return picture
    box = f"<title>{stage}</title>\n<path "
    return picture.replace(f"{box}{_PLAIN}", f"{box}{_MARKED}", 1)


@lru_cache(maxsize=64)
def plain(declaration: Declaration, *, ja: bool = False) -> str:
    """The procedure as SVG, drawn once for a declaration and a language.

    Raises:
        Defect: the drawing program is missing or refuses its input.
    """
    return drawn(dot(declaration, ja=ja))


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
