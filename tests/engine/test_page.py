"""What the documentation page and the diagram promise."""

import pytest

from engine.declaration import Declaration, declare
from engine.page import page
from tests.engine.test_anything import Pass
from tests.engine.toys import TOYS


@pytest.mark.parametrize("declaration", list(TOYS), ids=lambda one: one.name)
def test_the_page_names_everything_that_is_declared_and_is_stable(declaration: Declaration) -> None:
    """Stages, acts, clocks, effects, duties and notices all stand on the page, the same at every run."""
    text = page(declaration)
    assert text == page(declaration)
    for name in (*declaration.stages, *declaration.openings, *declaration.acts, *declaration.duties):
        assert f"`{name}`" in text
    for lapse in declaration.lapses.values():
        assert lapse.rule.id in text
    for notice in declaration.notices.values():
        assert notice.form in text


def test_every_line_of_a_table_has_the_columns_of_its_head() -> None:
    """No text of a declaration breaks a table."""
    width = 0
    for line in page(TOYS["Petition"]).splitlines():
        width = (width or line.count("|")) if line.startswith("|") else 0
        assert not width or line.count("|") == width


def test_a_reaction_to_anything_says_so() -> None:
    """Who reads the page is told that whatever is recorded is heard, not the name of a class."""
    effects = page(declare(Pass)).partition("## Effects of other cases")[2]
    assert "| anything recorded | Whatever happened, the pass is void" in effects
    assert "Fact" not in effects
