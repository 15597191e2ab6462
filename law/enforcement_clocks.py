"""The clocks of what follows the finding: leaving, being removed, two orders with penalties, returning (LAW §11).

Not decided here:
    Whether a cause of delay is not the person's; what period is reasonable (52(12), 55-2(3)).
"""

from typing import Final

from law.citation import ACLA, ICRRA, ORD, PRACTICE
from law.clock_rule import ClockRule, Danger
from law.periods import Period, Unit
from law.policies import cite

DEPARTURE_DEADLINE: Final = ClockRule(
    id="C15",
    name="departure_deadline",
    en="departure under a departure order",
    ja="出国期限",
    danger=Danger.RIGHT,
    on_lapse="The person falls under 24(viii), and a deportation case begins.",
    maximum=Period(15, Unit.DAY, (ICRRA("55-85(1)"),)),
)
DEPARTURE_DEADLINE_EXTENDED: Final = ClockRule(
    id="C15",
    name="departure_deadline_extended",
    en="departure under a departure order, extended",
    ja="延長された出国期限",
    danger=Danger.RIGHT,
    on_lapse="The person falls under 24(viii), and a deportation case begins.",
    set_by=(ICRRA("55-87"), ORD("50-54")),
)
OWN_EXPENSE_DATE: Final = ClockRule(
    id="C16",
    name="own_expense_date",
    en="departure at own expense with the decision of one year",
    ja="自費出国の期限（上陸拒否期間一年の決定）",
    danger=Danger.RIGHT,
    on_lapse="The period of one year is lost.",
    maximum=Period(7, Unit.DAY, (ICRRA("52(5)"), ORD("47-3(3)"))),
    any_day=True,
)
PASSPORT_ORDER_PERIOD: Final = ClockRule(
    id="C17",
    name="passport_order_period",
    en="acts commanded by an order to apply for a passport",
    ja="旅券発給申請等命令の期間",
    danger=Danger.RIGHT,
    on_lapse="The person is exposed to the penalty of 72(v).",
    set_by=(ICRRA("52(12)"), ICRRA("52(13)")),
)
PENAL_ORDER_PERIOD: Final = ClockRule(
    id="C18",
    name="penal_order_period",
    en="departure under a penal order to leave",
    ja="退去の命令の期限",
    danger=Danger.RIGHT,
    on_lapse="The person is exposed to the penalty of 72(vii).",
    set_by=(ICRRA("55-2(1)"), ICRRA("55-2(4)")),
)
ORDER_LOOK_AGAIN: Final = ClockRule(
    id="A-09",
    name="order_look_again",
    en="day on which an order may stand still, or go on, by time alone",
    ja="命令の効力停止の事由が期日により生じ又は止む日",
    danger=Danger.ROUTINE,
    on_lapse="It is looked whether the order stands still or goes on.",
    set_by=(ICRRA("55-2(2)"), cite("A-07"), cite("A-09")),
    any_day=True,
)
DENIAL_ONE_YEAR: Final = ClockRule(
    id="C24",
    name="denial_one_year",
    en="denial of landing for one year",
    ja="上陸拒否期間（一年）",
    danger=Danger.ROUTINE,
    on_lapse="The denial is over: the person may land if otherwise admissible.",
    period=Period(1, Unit.YEAR, (ICRRA("5(1)(ix)"), cite("A-15"))),
)
DENIAL_FIVE_YEARS: Final = ClockRule(
    id="C24",
    name="denial_five_years",
    en="denial of landing for five years",
    ja="上陸拒否期間（五年）",
    danger=Danger.ROUTINE,
    on_lapse="The denial is over: the person may land if otherwise admissible.",
    period=Period(5, Unit.YEAR, (ICRRA("5(1)(ix)"), ICRRA("5(1)(ix-2)"), cite("A-15"))),
)
DENIAL_TEN_YEARS: Final = ClockRule(
    id="C24",
    name="denial_ten_years",
    en="denial of landing for ten years",
    ja="上陸拒否期間（十年）",
    danger=Danger.ROUTINE,
    on_lapse="The denial is over: the person may land if otherwise admissible.",
    period=Period(10, Unit.YEAR, (ICRRA("5(1)(ix)"), cite("A-15"))),
)
TEMPORARY_REFUGE: Final = ClockRule(
    id="C26",
    name="temporary_refuge",
    en="landing for temporary refuge",
    ja="一時庇護のための上陸の期間",
    danger=Danger.RIGHT,
    on_lapse="Staying on falls under 24(vi); the person is status-less from now.",
    maximum=Period(6, Unit.MONTH, (ICRRA("18-2(4)"), ORD("18(5)"))),
    any_day=True,
)
DEPARTURE_AFTER_REVOCATION: Final = ClockRule(
    id="C27",
    name="departure_after_revocation",
    en="departure after the revocation of a status of residence",
    ja="在留資格取消し後の出国期間",
    danger=Danger.RIGHT,
    on_lapse="Staying on falls under 24(ii-4).",
    maximum=Period(30, Unit.DAY, (ICRRA("22-4(7)"), ICRRA("61-2-11(2)"))),
)
PUBLIC_NOTICE_OF_REVOCATION: Final = ClockRule(
    id="C28",
    name="public_notice_of_revocation",
    en="service of papers of a status revocation by public notice",
    ja="在留資格取消しに係る書類の公示送達",
    danger=Danger.RIGHT,
    on_lapse="The paper counts as served.",
    period=Period(2, Unit.WEEK, (ICRRA("61-8-2(8)"),), counts_first_day=True),
)
EXIT_HOLD: Final = ClockRule(
    id="C40",
    name="exit_hold",
    en="hold of the confirmation of departure",
    ja="出国確認の留保",
    danger=Danger.CUSTODY,
    on_lapse="The confirmation may no longer be withheld.",
    period=Period(24, Unit.HOUR, (ICRRA("25-2(1)"),)),
)
REMOVAL_AUTHORISATION: Final = ClockRule(
    id="A-14",
    name="removal_authorisation",
    en="authorisation of one removal, until boarding",
    ja="送還の承認の有効時間",
    danger=Danger.ROUTINE,
    on_lapse="The authorisation is spent: the gate is asked anew.",
    period=Period(10, Unit.MINUTE, (PRACTICE("removal gate"),)),
)
COURT_STAY_TERM: Final = ClockRule(
    id="DT-01/5",
    name="court_stay_term",
    en="stay that a court ordered until a day",
    ja="執行停止の期間",
    danger=Danger.REMOVAL,
    on_lapse="The stay ends by its own term: what it stopped is available again.",
    set_by=(ACLA("25(2)"),),
    any_day=True,
)
TRAVEL_RESTRICTION_TERM: Final = ClockRule(
    id="DT-01/7",
    name="travel_restriction_term",
    en="travel restriction that ends on a day",
    ja="出国の制限の期間",
    danger=Danger.REMOVAL,
    on_lapse="The travel restriction ends: the order is executed again.",
    set_by=(ICRRA("63(3)"),),
    any_day=True,
)

ENFORCEMENT_CLOCKS: Final = (
    DEPARTURE_DEADLINE,
    DEPARTURE_DEADLINE_EXTENDED,
    OWN_EXPENSE_DATE,
    PASSPORT_ORDER_PERIOD,
    PENAL_ORDER_PERIOD,
    ORDER_LOOK_AGAIN,
    DENIAL_ONE_YEAR,
    DENIAL_FIVE_YEARS,
    DENIAL_TEN_YEARS,
    TEMPORARY_REFUGE,
    DEPARTURE_AFTER_REVOCATION,
    PUBLIC_NOTICE_OF_REVOCATION,
    EXIT_HOLD,
    REMOVAL_AUTHORISATION,
    COURT_STAY_TERM,
    TRAVEL_RESTRICTION_TERM,
)
