"""A late entry is filed only if what comes of it keeps every invariant."""

import pytest

from engine.case import CaseStage, stage
from engine.declaration import Procedures, lapse, opening
from engine.payload import CaseState, Nothing
from engine.procedure import Procedure
from engine.refusal import Defect
from law.clocks import HEARING_REQUEST
from law.competence import Power
from tests.engine.test_kit import CLERK
from tests.engine.toys import BASIS, Petition
from tests.procedures.desk import Desk


class TrapStage(CaseStage):
    """Of a trap."""

    SET = stage("set", "Set", "設置")
    FORGOTTEN = stage("forgotten", "Forgotten", "放置")
    """Live, with neither clock nor duty: what no case may be."""


class TrapState(CaseState):
    """Nothing is kept."""


class Trap(Procedure[TrapState]):
    """A procedure at fault: its lapse leaves a case that nobody has to do anything about."""

    en, ja = "Trap", "罠"
    stages, state_type = TrapStage, TrapState

    @opening(by=Power.RECEIVE_FILING, basis=BASIS, ja="設置")
    def lay(self, _: Nothing) -> None:
        """Lay it."""
        self.begin(TrapState(), TrapStage.SET)
        self.start(HEARING_REQUEST, on=self.today)

    @lapse(HEARING_REQUEST, basis=BASIS)
    def forgets(self) -> None:
        """Forget it."""
        self.enter(TrapStage.FORGOTTEN)


def test_a_late_entry_whose_lapses_break_an_invariant_is_a_defect_and_nothing_is_filed() -> None:
    """The clock that a late opening starts has run out since; the case it leaves owes nothing: not filed."""
    one = Desk(Procedures((Petition, Trap)))
    one.open("Petition", "file_petition", "2025-01-20", CLERK)
    with pytest.raises(Defect, match="invariant"):
        one.open("Trap", "lay", "2025-01-19", CLERK, received="2025-01-30")
    assert [case.procedure for case in one.register.dossier(one.person).cases.values()] == ["Petition"]
