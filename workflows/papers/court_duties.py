"""What a final judgment makes people owe."""

from engine.case import DutyKind
from law.citation import ACLA
from law.competence import Power
from law.policies import PROMPTLY

CARRY_OUT_JUDGMENT = DutyKind(
    "carry_out_judgment",
    en="Record the judgment in the case whose disposition it sets aside, and act on it",
    ja="処分等に係る事件における判決の記録及び判決の趣旨に従った措置",
    by=Power.RECORD_COURT_DECISION,
    basis=(ACLA("32(1)"), ACLA("33(1)"), ACLA("33(2)")),
    within=PROMPTLY,
)

DUTIES = (CARRY_OUT_JUDGMENT,)
