"""Pictures of procedures: each is drawn once, and a case's picture differs from it in one box."""

import difflib
from collections.abc import Iterator

import pytest

from api import drawing
from engine.declaration import Declaration, Procedures
from workflows.procedures import PROCEDURES

DECLARED = Procedures(PROCEDURES)


@pytest.fixture(autouse=True)
def _nothing_drawn_before() -> Iterator[None]:
    """No picture is kept from another test."""
    drawing.plain.cache_clear()
    yield
    drawing.plain.cache_clear()


@pytest.mark.parametrize("declaration", list(DECLARED), ids=lambda one: one.name)
@pytest.mark.parametrize("ja", [False, True])
def test_a_stage_is_marked_and_nothing_else(declaration: Declaration, ja: bool) -> None:
    """At each stage the picture differs from the plain one in the line that draws that stage's box."""
    plain = drawing.svg(declaration, ja=ja).splitlines()
    for stage in declaration.stages:
        marked = drawing.svg(declaration, str(stage), ja=ja).splitlines()
        changed = [line for line in difflib.ndiff(plain, marked) if line.startswith("+ ")]
        assert len(changed) == 1
        assert 'fill="#ffe08a"' in changed[0]
        assert marked[marked.index(changed[0][2:]) - 1] == f"<title>{stage}</title>"


def test_a_procedure_is_drawn_once_for_all_its_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the stage, the drawing program runs once for a language."""
    sources = []

    def draw(source: str) -> str:
        sources.append(source)
        return source

    monkeypatch.setattr(drawing, "drawn", draw)
    for stage in (None, *DECLARED["Deportation"].stages):
        for ja in (False, True):
            drawing.svg(DECLARED["Deportation"], stage, ja=ja)
    assert len(sources) == len(set(sources)) == 2


def test_a_stage_that_is_none_marks_nothing() -> None:
    """A name that is no stage leaves the picture plain, whatever it holds."""
    plain = drawing.svg(DECLARED["Circumstances"])
    assert drawing.svg(DECLARED["Circumstances"], "no.(such\\1") == plain
