"""What the review of detention makes people owe."""

from engine.case import DutyKind
from law.citation import ICRRA, ORD, SUPPL
from law.competence import Power
from law.detention_review import Owed
from law.policies import PROMPTLY, cite

DRAW_UP_PLAN = DutyKind(
    "draw_up_plan",
    en="Draw up the departure plan",
    ja="退去のための計画の作成",
    by=Power.DRAW_UP_PLAN,
    basis=(ICRRA("52-8(1)"), ORD("48-4"), SUPPL("8(1)-(3)"), cite("A-43")),
)
REPORT_PROGRESS = DutyKind(
    Owed.REPORT.value,
    en="Report on the progress of the departure plan, the first time handing it in",
    ja="退去のための計画の提出及び進捗状況の報告",
    by=Power.DRAW_UP_PLAN,
    basis=(ICRRA("52-8(2)"), ICRRA("52-8(6)"), SUPPL("8(4)"), SUPPL("8(5)")),
    within=PROMPTLY,
)
CONSIDER_SPONSORSHIP = DutyKind(
    Owed.CONSIDERATION.value,
    en="Consider whether to decide Sponsorship",
    ja="監理措置決定の要否の検討",
    by=Power.DECIDE_SPONSORSHIP,
    basis=(ICRRA("52-8(3)"),),
    within=PROMPTLY,
)
DECIDE_SPONSORSHIP = DutyKind(
    "decide_sponsorship_found_appropriate",
    en="Decide the Sponsorship that was found appropriate",
    ja="相当と認めた監理措置の決定",
    by=Power.DECIDE_SPONSORSHIP,
    basis=(ICRRA("52-2(5)"), ICRRA("52-8(3)")),
    within=PROMPTLY,
)
TELL_COMMISSIONER = DutyKind(
    Owed.TELLING.value,
    en="Report to the Commissioner that Sponsorship is not decided, with the reasons",
    ja="監理措置決定をしない旨及び理由の長官への報告",
    by=Power.DECIDE_SPONSORSHIP,
    basis=(ICRRA("52-8(3)"),),
    within=PROMPTLY,
)
ANSWER_REPORT = DutyKind(
    Owed.ANSWER.value,
    en="Command Sponsorship, or record that it is not appropriate",
    ja="監理措置決定を命ずるか否かの判断",
    by=Power.COMMAND_SPONSORSHIP,
    basis=(ICRRA("52-8(4)"), cite("A-24")),
)
CARRY_OUT_COMMAND = DutyKind(
    Owed.COMMAND.value,
    en="Decide the Sponsorship that the Commissioner commanded",
    ja="命じられた監理措置決定の実施",
    by=Power.DECIDE_SPONSORSHIP,
    basis=(ICRRA("52-8(5)"), cite("A-38")),
    within=PROMPTLY,
)
REPORT_COMMAND_UNDONE = DutyKind(
    "report_command_undone",
    en="Report to the Commissioner that the commanded Sponsorship came to nothing, with the reasons",
    ja="命じられた監理措置が実施に至らなかった旨及び理由の長官への報告",
    by=Power.DECIDE_SPONSORSHIP,
    basis=(ICRRA("52-8(5)"), cite("A-38")),
    within=PROMPTLY,
)
BRING_REVIEW_ON = DutyKind(
    "bring_review_on",
    en="Bring on the review that is overdue",
    ja="遅滞した見直しの実施の確保",
    by=Power.DECIDE_SPONSORSHIP,
    basis=(ICRRA("52-8(2)"), ICRRA("52-8(3)"), cite("A-04")),
)

DUTIES = (
    DRAW_UP_PLAN,
    REPORT_PROGRESS,
    CONSIDER_SPONSORSHIP,
    DECIDE_SPONSORSHIP,
    TELL_COMMISSIONER,
    ANSWER_REPORT,
    CARRY_OUT_COMMAND,
    REPORT_COMMAND_UNDONE,
    BRING_REVIEW_ON,
)
