"""What the diagram promises: everything that is declared appears, and nothing is drawn twice."""

import pytest

from engine.declaration import Declaration, Procedures
from engine.diagram import Way, dot, mermaid, picture, ways
from tests.engine.toys import TOYS
from workflows.procedures import PROCEDURES

DECLARED = (*TOYS, *Procedures(PROCEDURES))
every_procedure = pytest.mark.parametrize("declaration", DECLARED, ids=lambda one: one.name)


def words(name: str) -> str:
    """A name as a label."""
    return name.replace("_", " ")


def drawn_ways(declaration: Declaration, label: str) -> set[tuple[str, str]]:
    """From where to where the lines with a label lead, boxes taken apart; without those that lead back."""
    drawn = picture(declaration)
    parts = {name: sorted(stages) for name, stages in drawn.boxes.items()}
    return {
        (start, end)
        for edge in drawn.edges
        if label in edge.labels
        for start in parts.get(edge.start, [edge.start])
        for end in parts.get(edge.end, [edge.end])
        if start != end
    }


def declared_ways(way: Way) -> set[tuple[str, str]]:
    """From where to where a way leads."""
    return {(start, end) for start in way.starts or ("start",) for end in way.ends if start != end}


@every_procedure
def test_every_way_is_drawn_as_declared(declaration: Declaration) -> None:
    """Each opening, act, lapse and reaction has the lines of its stages and no others, or is told to change none."""
    declared: dict[str, set[tuple[str, str]]] = {}
    for way in ways(declaration):
        declared.setdefault(words(way.label), set()).update(declared_ways(way))
    names = (*declaration.openings, *declaration.acts, *(one.name for one in declaration.lapses.values()))
    assert set(declared) == {words(name) for name in (*names, *(one.name for one in declaration.reactions.values()))}
    for label, expected in declared.items():
        assert drawn_ways(declaration, label) == expected
        assert expected or label in picture(declaration).stays


@every_procedure
def test_no_two_lines_lead_the_same_way(declaration: Declaration) -> None:
    """What people do is one line between two places, what the law does another; a picture stays small."""
    drawn = picture(declaration)
    assert len({(edge.start, edge.end, edge.by_law) for edge in drawn.edges}) == len(drawn.edges) <= 100
    assert not (set(drawn.boxes) | {"start", "stays"}) & {str(stage) for stage in declaration.stages}


@every_procedure
def test_both_forms_name_everything(declaration: Declaration) -> None:
    """DOT in both languages and Mermaid hold every stage in words and every label."""
    labels = {words(way.label) for way in ways(declaration)}
    for text in (dot(declaration), dot(declaration, ja=True), mermaid(declaration)):
        flat = text.replace("\\n", " ")
        assert [label for label in labels if label not in flat] == []
    assert all(f'label="{stage.ja}"' in dot(declaration, ja=True) for stage in declaration.stages)
    assert all(f'"{stage.en}" as {stage}' in mermaid(declaration) for stage in declaration.stages)


def test_the_diagram_shows_what_silence_does() -> None:
    """A lapse leads from the stage at which its clock runs."""
    silence = [edge for edge in picture(TOYS["Petition"]).edges if edge.by_law]
    assert [(edge.start, edge.end, edge.labels) for edge in silence] == [("open", "final", ("becomes final",))]
    assert "open --> final: becomes final" in mermaid(TOYS["Petition"])


def test_many_stages_are_one_box_in_words() -> None:
    """A box names its stages, or those that it leaves out; an act that is open at every stage says so."""
    assert 'state "any stage" as any1' in mermaid(TOYS["Expulsion"])
    assert "any1 --> dropped: drop" in mermaid(TOYS["Expulsion"])
    told = mermaid(Procedures(PROCEDURES)["RefugeeApplication"])
    assert 'state "any stage but Examination / Withdrawn / Without object" as any1' in told
    assert "全段階（審査中" in dot(Procedures(PROCEDURES)["RefugeeApplication"], ja=True).replace("\\n", "")
