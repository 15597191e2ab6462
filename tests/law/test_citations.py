"""What the code cites exists: each article, paragraph, item and sub-item, by an outline of the texts of 2025-06-01."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("law", "engine", "workflows", "register", "api")
_ITEM = re.compile(r"([a-z]+(?:-\d+)*)(?:\(([a-z ]+)\))?")


def _outline() -> dict[str, set[str]]:
    """Every provision of the articles in `provisions.txt`, by law; of a sole paragraph also without its number."""
    known: dict[str, set[str]] = {}
    law = ""
    for line in (ROOT / "tests" / "law" / "provisions.txt").read_text(encoding="utf-8").splitlines():
        article, colon, content = line.partition(":")
        if colon and law:
            known[law] |= set(_provisions(article, content.split(";")))
        elif not line.startswith("#"):
            law = line
            known[law] = set()
    return known


def _provisions(article: str, paragraphs: list[str]) -> Iterator[str]:
    yield article
    for paragraph in paragraphs:
        number, _, items = paragraph.strip().partition(" ")
        starts = [f"{article}({number})", *([article] if len(paragraphs) == 1 else [])]
        for start in starts:
            yield start
            for item, subs in _ITEM.findall(items):
                yield f"{start}({item})"
                yield from (f"{start}({item})({sub})" for sub in subs.split())


def _cited(source: Path) -> Iterator[tuple[str, str, int]]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name("ICRRA" | "ORD" as law), args=[ast.Constant(str(article)), *_]):
                yield law, article, node.lineno


OUTLINE = _outline()


@pytest.mark.parametrize("room", ROOMS)
def test_every_citation_names_a_provision_that_exists(room: str) -> None:
    """No citation of the Act or its Ordinance names an article, paragraph, item or sub-item that the texts have not."""
    sources = sorted((ROOT / room).rglob("*.py"))
    missing = [
        f"{source.relative_to(ROOT)}:{line}: {law} {article}"
        for source in sources
        for law, article, line in _cited(source)
        if article not in OUTLINE[law]
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("law", "exists", "not_there"),
    [
        ("ICRRA", "24(iv)(ri)", "24(iv)(so)"),
        ("ICRRA", "61-2-9(4)(ii)", "61-2-9(4)(iii)"),
        ("ICRRA", "63(4)", "63(5)"),
        ("ORD", "50-52(iv)", "50-52(v)"),
    ],
)
def test_the_outline_ends_where_the_texts_end(law: str, exists: str, not_there: str) -> None:
    """The last item or paragraph is known, and what would follow it is not."""
    assert exists in OUTLINE[law]
    assert not_there not in OUTLINE[law]
