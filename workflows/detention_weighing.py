"""Where the law leaves open what becomes of custody, a person decides (39(2), 52(10), 61-2-9(2), 63(2), ACLA 25(2))."""

from engine.declaration import act
from engine.refusal import because, unless
from law.citation import ACLA, ICRRA
from law.competence import Power
from law.detention import Occasion, TitleEnd
from law.finding import Answer, Finding
from law.policies import cite
from workflows.custody_effects import CustodyWeighed
from workflows.detention_case import DetentionCase, Stage
from workflows.detention_standing import Standing, procedure_goes_on
from workflows.papers.detention import Weighed
from workflows.papers.detention_duties import (
    ISSUE_DETENTION_ORDER,
    WEIGH_CUSTODY,
    WEIGH_PROCEEDINGS,
    WEIGH_SPECIAL_RELEASE,
    WEIGH_UNPAID_DEPOSIT,
)

_WEIGHED = (WEIGH_CUSTODY, WEIGH_PROCEEDINGS, WEIGH_UNPAID_DEPOSIT, WEIGH_SPECIAL_RELEASE)


def something_is_to_be_weighed(case: DetentionCase) -> Finding[Answer]:
    """Whether the law leaves open what follows, so that a person decides."""
    return unless(case.owes(*_WEIGHED), _NOTHING_TO_WEIGH)


class Weighing(Standing):
    """The decision of the supervising inspector on what follows."""

    @act(
        by=Power.SCREEN,
        at=(Stage.FREE, Stage.SPECIAL_RELEASE, Stage.DETAINED_DEPORTATION_ORDER),
        basis=(
            ICRRA("39(2)"),
            ICRRA("44-2(6)"),
            ICRRA("52(10)"),
            ICRRA("61-2-9(2)"),
            ICRRA("63(2)"),
            ACLA("25(2)"),
            cite("A-47"),
        ),
        when=(something_is_to_be_weighed, procedure_goes_on),
        ja="身柄の取扱いの決定",
    )
    def weigh(self, body: Weighed) -> None:
        """Decide what follows where the law leaves it open: whether detention goes on, or not."""
        goes_on = body.detention
        self.require(not goes_on or self._detention_may_go_on(), _NO_DETENTION_TO_RESUME)
        self.require(not goes_on or body.sponsorship_considered, _SPONSORSHIP_NOT_CONSIDERED)
        self.discharge(*_WEIGHED)
        self.record(CustodyWeighed(deportation=self.state.deportation, detention=goes_on))
        if self.case.stage is Stage.DETAINED_DEPORTATION_ORDER:
            if not goes_on:
                self.lose_title(TitleEnd.PROCEEDINGS)
        elif goes_on:
            self._resume()
        else:
            self.update(due=None)

    def _resume(self) -> None:
        self.update(due=self.state.due or Occasion.AFTER_SCREENING)
        if self.state.paper is None:
            self.owe(ISSUE_DETENTION_ORDER)
        else:
            self.owe_detention(self.today)

    def _detention_may_go_on(self) -> bool:
        if self.case.stage is Stage.DETAINED_DEPORTATION_ORDER:
            return True
        owed = self.owes(WEIGH_CUSTODY)
        return owed and self.case.stage is Stage.FREE and not self.state.ordered


_NOTHING_TO_WEIGH = because(
    "nothing_to_weigh",
    ICRRA("39(2)"),
    en="Nothing is left open for a person to decide.",
    ja="取扱いを決すべき事項がない。",
    remedy="Nothing is left to be weighed.",
)
_NO_DETENTION_TO_RESUME = because(
    "no_detention_to_resume",
    ICRRA("61-2-9(2)"),
    ICRRA("52(10)"),
    cite("A-39"),
    en="No detention was stopped that could go on.",
    ja="再開すべき収容がない。",
    remedy="Decide without detention.",
)
_SPONSORSHIP_NOT_CONSIDERED = because(
    "sponsorship_not_considered",
    ICRRA("39(2)"),
    ICRRA("44-2(6)"),
    ICRRA("52-2(5)"),
    en="No detention without considering Sponsorship.",
    ja="監理措置に付することの検討を経ずに収容の判断はできない。",
    remedy="Consider Sponsorship.",
)
