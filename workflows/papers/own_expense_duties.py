"""What a departure at own expense makes people owe, and the notices it serves."""

from engine.case import DutyKind, NoticeKind
from law.citation import ICRRA, ORD
from law.competence import Power
from law.policies import PROMPTLY, cite

DECIDE_PERMISSION = DutyKind(
    "decide_own_expense",
    en="Decide on leaving at own expense",
    ja="自費出国の許否の決定",
    by=Power.PERMIT_OWN_EXPENSE_DEPARTURE,
    basis=(ICRRA("52(4)"),),
)
FIX_DATE = DutyKind(
    "fix_date",
    en="Fix the day by which to leave, at most seven days after the planned departure",
    ja="出国期限の日の指定（予定日から七日以内）",
    by=Power.PERMIT_OWN_EXPENSE_DEPARTURE,
    basis=(ICRRA("52(5)"), ORD("47-3(3)")),
)
DECIDE_ONE_YEAR = DutyKind(
    "decide_one_year",
    en="Decide on denying landing for one year only",
    ja="上陸拒否期間を一年とする決定の許否",
    by=Power.DECIDE_ONE_YEAR_DENIAL,
    basis=(ICRRA("52(5)"), ORD("47-3")),
)
CONFIRM_DEPARTURE = DutyKind(
    "confirm_departure",
    en="Confirm the departure at exit control",
    ja="出国の確認",
    by=Power.CONFIRM_DEPARTURE,
    basis=(ICRRA("25(1)"), ICRRA("52(4)")),
)
TELL_AUTHORITY = DutyKind(
    "tell_authority_of_hold",
    en="Tell the authority at once that the confirmation is withheld",
    ja="出国確認の留保の関係機関への通報",
    by=Power.CONFIRM_DEPARTURE,
    basis=(ICRRA("25-2(2)"),),
    within=PROMPTLY,
)
SEE_TO_HOLD = DutyKind(
    "see_to_hold",
    en="A hold reaches the last day of the one year: a person sees to it before that day is over",
    ja="出国確認の留保が期限に及ぶ場合の措置",
    by=Power.PERMIT_OWN_EXPENSE_DEPARTURE,
    basis=(ICRRA("52(5)"), ICRRA("25-2(1)"), cite("A-50")),
)

DESTINATION_NOTICE = NoticeKind(
    "destination_fixed",
    en="Paper of the destination fixed by the application",
    ja="送還先指定書",
    form="64-2",
    basis=(ICRRA("52(4)"), ORD("47-2")),
)
REFUSAL_NOTICE = NoticeKind(
    "own_expense_refusal",
    en="Word, with reasons, that leaving at own expense is not permitted",
    ja="自費出国を許可しない旨の通知",
    form="-",
    basis=(ICRRA("52(4)"),),
)
ONE_YEAR_NOTICE = NoticeKind(
    "one_year_decision",
    en="Notice that landing will be denied for one year",
    ja="上陸拒否期間短縮決定通知書",
    form="64-4",
    basis=(ICRRA("52(6)"), ORD("47-3(4)")),
)
ONE_YEAR_REFUSAL_NOTICE = NoticeKind(
    "one_year_refusal",
    en="Word, with reasons, that landing will not be denied for one year only",
    ja="上陸拒否期間を短縮しない旨の通知",
    form="-",
    basis=(ICRRA("52(5)"),),
)
HOLD_NOTICE = NoticeKind(
    "exit_hold",
    en="Notice that the confirmation of departure is withheld",
    ja="出国確認留保通知書",
    form="39",
    basis=(ICRRA("25-2(1)"), ORD("28")),
)

DUTIES = (DECIDE_PERMISSION, FIX_DATE, DECIDE_ONE_YEAR, CONFIRM_DEPARTURE, TELL_AUTHORITY, SEE_TO_HOLD)
NOTICES = (DESTINATION_NOTICE, REFUSAL_NOTICE, ONE_YEAR_NOTICE, ONE_YEAR_REFUSAL_NOTICE, HOLD_NOTICE)
