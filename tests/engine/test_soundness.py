"""What the check of a declaration finds."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from engine.case import CaseStage, stage
from engine.declaration import Declaration, Procedures, act
from engine.soundness import faults
from law.clock_rule import ClockRule
from law.clocks import HEARING_REQUEST
from law.competence import Power
from tests.engine.toys import BASIS, SERVE, TOYS, Expulsion, ExpulsionStage, Told


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


class Handing(Expulsion):
    """An expulsion that starts its window through a method that is handed the clock."""

    @act(by=Power.RECEIVE_FILING, at=ExpulsionStage.FOUND, basis=BASIS, ja="通知")
    def notify(self, body: Told) -> None:
        """Tell the finding."""
        self._begin_window(HEARING_REQUEST, body.received_on)
        self.enter(ExpulsionStage.OPEN)

    def _begin_window(self, rule: ClockRule, on: date) -> None:
        self.start(rule, on=on)


def test_a_clock_that_is_handed_on_is_seen() -> None:
    """A method that starts what it is given starts what its caller names; unstarted, the clock is still named."""
    handing = Procedures((Handing,))["Handing"]
    assert faults(handing) == ()
    acts = {name: act for name, act in handing.acts.items() if name != "notify"}
    assert "clock never started: hearing_request" in faults(replace(handing, acts=MappingProxyType(acts)))


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
