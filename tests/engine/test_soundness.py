"""What the check of a declaration finds."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from engine.case import CaseStage, stage
from engine.declaration import Declaration
from engine.soundness import faults
from tests.engine.toys import SERVE, TOYS


@pytest.mark.parametrize("declaration", list(TOYS), ids=lambda one: one.name)
def test_a_declaration_that_hangs_together_has_no_fault(declaration: Declaration) -> None:
    """The toys are sound, but for the watch, which nothing can ever close."""
    assert faults(declaration) == (("dead end: kept",) if declaration.name == "Watch" else ())


def test_a_stage_that_nothing_leads_to_is_named() -> None:
    """An act taken away leaves the stage that it entered out of reach."""
    petition = TOYS["Petition"]
    acts = {name: act for name, act in petition.acts.items() if name != "ask_review"}
    assert faults(replace(petition, acts=MappingProxyType(acts))) == ("unreachable: reviewed",)


def test_a_live_stage_that_nothing_leaves_is_named() -> None:
    """Without the act that serves the refusal, the case would wait for ever."""
    petition = TOYS["Petition"]
    acts = {name: act for name, act in petition.acts.items() if name not in ("certify", "withdraw")}
    found = faults(replace(petition, acts=MappingProxyType(acts)))
    assert "dead end: to_serve" in found
    assert "clock never started: review_request" in found


def test_a_clock_that_ends_in_nothing_is_named() -> None:
    """A started clock without a lapse, and the stage that only silence could leave."""
    expulsion = TOYS["Expulsion"]
    assert "clock without lapse: hearing_request" in faults(replace(expulsion, lapses=MappingProxyType({})))


def test_kinds_are_declared_and_used() -> None:
    """A duty made but not declared, and one declared but never made, are both named."""
    petition, watch = TOYS["Petition"], TOYS["Watch"]
    less = {name: kind for name, kind in petition.duties.items() if name != SERVE.name}
    assert faults(replace(petition, duties=MappingProxyType(less))) == ("duty not declared: serve",)
    more = MappingProxyType({SERVE.name: SERVE})
    assert "duty never used: serve" in faults(replace(watch, duties=more))


def test_a_stage_outside_the_declaration_is_unreachable() -> None:
    """Stages that no method names are unreachable."""

    class Other(CaseStage):
        ELSEWHERE = stage("elsewhere", "Elsewhere", "他")

    assert faults(replace(TOYS["Watch"], stages=Other)) == ("unreachable: elsewhere",)
