"""What takes a denial of landing away before its time: the Minister's word (5-2), or a court's judgment."""

from engine.declaration import act
from engine.refusal import because, unless
from law.citation import ACLA, ICRRA, ORD
from law.competence import Power
from law.finding import Answer, Finding
from workflows.landing_denial_case import OPEN, DenialCase, DenialEnd, DenialSetAside, Stage
from workflows.papers import landing_denial as paper
from workflows.papers.judgment import FinalJudgment, require_final
from workflows.papers.landing_denial_duties import DENIAL_NOTICE, RELIEF_NOTICE

RELIEF = (ICRRA("5-2"), ORD("4-2"))
_FOUND = tuple(one for one in OPEN if one is not Stage.TO_BE_FOUND)
"""Where it is known which item of 5(1) denies landing."""


def may_be_set_aside(case: DenialCase) -> Finding[Answer]:
    """Whether 5-2 reaches the denial: items (ix) and (ix-2), not (x), and not the event-related bar."""
    return unless(case.case.stage not in (Stage.WITHOUT_END, Stage.EVENTS_ALONE), _BEYOND_RELIEF)


class ReliefSteps(DenialCase):
    """The steps by which a denial falls or is set aside; special landing permission is a matter of landing (12)."""

    @act(by=Power.SET_ASIDE_LANDING_DENIAL, at=_FOUND, basis=RELIEF, when=(may_be_set_aside,), ja="上陸拒否の特例")
    def set_aside(self, body: paper.SetAside) -> None:
        """Say that this ground alone does not deny landing, in a case of Ordinance 4-2."""
        self.require(body.holds_status is True or not body.relief.needs_status, _NO_STATUS)
        self.require(body.appropriate is True, _NOT_APPROPRIATE)
        self.withdraw_notice(DENIAL_NOTICE)
        self.serve(RELIEF_NOTICE)
        self.record(DenialSetAside(relief=body.relief))
        self.enter(Stage.SET_ASIDE)

    @act(
        by=Power.RECORD_COURT_DECISION,
        at=(*OPEN, Stage.OVER, Stage.SET_ASIDE),
        basis=(ACLA("32(1)"), ICRRA("5(1)(ix)"), ICRRA("5(1)(x)")),
        ja="退去強制等の取消判決の記録",
    )
    def record_annulment(self, body: FinalJudgment) -> None:
        """Record that a court annulled what the denial rests on: it never was."""
        require_final(self, body)
        self.falls(DenialEnd.ANNULLED)


_BEYOND_RELIEF = because(
    "beyond_relief",
    ICRRA("5-2"),
    en="5-2 does not reach a denial without end (5(1)(x)) nor the event-related bar (5(1)(v-2)).",
    ja="第5条第1項第5号の2及び第10号は、第5条の2の対象とならない。",
    remedy="Nothing cures it under 5-2; the Minister may permit landing specially (12).",
)
_NO_STATUS = because(
    "no_status_for_relief",
    *RELIEF,
    en="This case of Ordinance 4-2 is for somebody who stays with a status of residence.",
    ja="在留資格をもつて在留していることを要する。",
    remedy="Name the case that applies.",
)
_NOT_APPROPRIATE = because(
    "relief_not_appropriate",
    *RELIEF,
    en="It was not found appropriate.",
    ja="相当と認められていない。",
    remedy="Judge it first, with reasons.",
)
