"""Pictures of procedures, each drawn once: a procedure has few stages."""

from dataclasses import dataclass, field, fields
from functools import lru_cache

from engine import diagram
from engine.declaration import Declaration


@dataclass(frozen=True, slots=True, eq=False)
class _Drawable(Declaration):
    """A declaration that is itself alone, so that what was drawn of it can be found again."""

    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class _Subject:
    """A procedure by name; its declaration comes along."""

    name: str
    kind: type
    declaration: Declaration = field(compare=False, repr=False)


def svg(declaration: Declaration, stage: str | None = None, *, ja: bool = False) -> str:
    """The procedure as SVG, the stage where a case stands marked."""
    return _svg(_Subject(declaration.name, declaration.kind, declaration), stage, ja)


def mermaid(declaration: Declaration) -> str:
    """The procedure as Mermaid text."""
    return diagram.mermaid(_drawable(_Subject(declaration.name, declaration.kind, declaration)))


@lru_cache(maxsize=512)
def _svg(subject: _Subject, stage: str | None, ja: bool) -> str:
    here = next((one for one in subject.declaration.stages if one == stage), None)
    return diagram.svg(_drawable(subject), here, ja=ja)


@lru_cache(maxsize=64)
def _drawable(subject: _Subject) -> Declaration:
    return _Drawable(**{part.name: getattr(subject.declaration, part.name) for part in fields(Declaration)})
