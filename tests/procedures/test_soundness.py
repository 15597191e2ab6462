"""The procedures hang together, as far as their text shows."""

import pytest

from engine.declaration import Declaration, Procedures
from engine.soundness import faults
from workflows.procedures import PROCEDURES

HOUSE = list(Procedures(PROCEDURES))


@pytest.mark.parametrize("declaration", HOUSE, ids=lambda one: one.name)
def test_a_procedure_hangs_together(declaration: Declaration) -> None:
    """No stage without a way in or out, no clock without its start or its lapse, no kind that nobody uses."""
    assert faults(declaration) == ()
