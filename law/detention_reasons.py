"""What stands against detention and its turns: the reasons, each with its articles (LAW §3.1, §5)."""

from typing import Final

from law.citation import ACLA, ICRRA
from law.finding import Reason
from law.policies import cite

SIXTY_SPENT: Final = Reason(
    "sixty_days_spent",
    (ICRRA("41(1)"), ICRRA("44-4(6)"), ICRRA("44-4(9)"), cite("A-33")),
    "Sixty days of detention are spent in this case: there is no day on which the person may be held.",
    "収容令書による収容の期間（六十日）を使い切っており、収容することができない。",
    remedy="Record that no detention takes place; the procedure goes on without it.",
)
EXTEND_FIRST: Final = Reason(
    "extension_first",
    (ICRRA("41(1)"), ICRRA("44-4(9)"), cite("A-33")),
    "Thirty days of detention are spent: nobody is taken before this order is extended for unavoidable reasons.",
    "既に三十日を収容に用いており、やむを得ない事由による延長を経ずに収容することはできない。",
    remedy="Extend the order first, or record that no detention takes place.",
)
EXTENDED_ALREADY: Final = Reason(
    "extended_already",
    (ICRRA("41(1)"),),
    "The order was extended; there is no second extension.",
    "収容期間は既に延長されており、再度の延長はできない。",
    remedy="Release when the time is used up.",
)
EXTENSION_TOO_LONG: Final = Reason(
    "extension_too_long",
    (ICRRA("41(1)"),),
    "An extension is at most thirty days in all.",
    "延長は三十日を限度とする。",
    remedy="Extend by no more than thirty days.",
)
EXTENSION_TOO_LATE: Final = Reason(
    "extension_too_late",
    (ICRRA("41(1)"),),
    "The thirty days no longer run: an extension is made before they end.",
    "三十日の収容期間が進行しておらず、延長することができない。",
    remedy="Release the person at once.",
)
ORDINARY_DAYS_LEFT: Final = Reason(
    "ordinary_days_left",
    (ICRRA("41(1)"), ICRRA("44-4(9)")),
    "Ordinary days are left: whether an extension is unavoidable shows only while the person is held.",
    "延長前の収容期間が残っており、収容前に延長することはできない。",
    remedy="Detain first.",
)
EXTENSION_LEAVES_NOTHING: Final = Reason(
    "extension_leaves_nothing",
    (ICRRA("41(1)"), ICRRA("44-4(9)"), cite("A-33")),
    "With the days already spent, so short an extension leaves no day.",
    "既に収容した日数を差し引くと、この延長では収容できる日が残らない。",
    remedy="Extend by more days, or record that no detention takes place.",
)
NO_EMERGENCY: Final = Reason(
    "no_emergency",
    (ICRRA("43(1)"),),
    "Emergency detention needs a plain case and sufficient ground to believe in flight before an order issues.",
    "明らかに該当し、かつ、収容令書の発付を待っていては逃亡のおそれがあると信ずるに足りる相当の理由が必要である。",
    remedy="Notify the supervising inspector and ask for a detention order.",
)
PAPERS_NOT_SHOWN: Final = Reason(
    "papers_not_shown",
    (ICRRA("42(1)"), ICRRA("44-4(6)"), ICRRA("52(3)"), ICRRA("52-4(5)"), ICRRA("55(3)"), ICRRA("55(5)")),
    "Not every paper was shown that the law asks for at this detention.",
    "収容に際して示すべき書面がすべて示されていない。",
    remedy="Show every paper; in urgency, where the law knows it, tell what it asks to be told.",
)
NOT_TOLD: Final = Reason(
    "not_told",
    (ICRRA("42(2)"), ICRRA("44-4(7)"), ICRRA("52-4(6)"), ICRRA("55(4)"), ICRRA("55(5)")),
    "In urgency not everything was told that takes the place of the papers.",
    "急速を要する場合に告げるべき事項が告げられていない。",
    remedy="Tell all of it, and show the papers as soon as possible.",
)
NO_URGENCY: Final = Reason(
    "no_urgency_here",
    (ICRRA("52(3)"), ICRRA("52(9)")),
    "For this detention the law knows no urgency without papers.",
    "この収容については、書面を所持しないで収容することは認められていない。",
    remedy="Show the deportation order or a copy.",
)
NO_POLICE_CELL: Final = Reason(
    "no_police_cell",
    (ICRRA("41(3)"), ICRRA("52(9)")),
    "A police cell is for suspects alone, at the supervising inspector's request.",
    "留置施設に留置することができるのは、主任審査官の依頼に係る容疑者に限る。",
    remedy="Name a detention centre, detention rooms or another designated place.",
)
RESTRICTED: Final = Reason(
    "travel_restricted",
    (ICRRA("63(3)"), cite("A-41")),
    "A court's travel restriction is in force: the order is not executed, by detention neither.",
    "出国の制限を受けている間は、退去強制令書の執行（収容を含む。）を停止する。",
    remedy="Set the conditions of 63-2(1), and wait for the end of the restriction.",
)
EXECUTION_STAYED: Final = Reason(
    "execution_stayed",
    (ACLA("25(2)"),),
    "A court stayed the whole execution, or the effect, of the order.",
    "裁判所が令書の執行全部又は効力の停止を決定している。",
    remedy="Wait for the end of the stay.",
)
PROCEEDINGS_RUN: Final = Reason(
    "criminal_proceedings_run",
    (ICRRA("63(2)"), cite("A-47")),
    "Criminal, sentence or juvenile-training proceedings run: the order is executed when they have ended.",
    "刑事手続等が終了しておらず、退去強制令書を執行することができない。",
    remedy="Wait for their end, or for leave while a sentence is served.",
)
PROCEEDINGS_UNKNOWN: Final = Reason(
    "proceedings_not_on_record",
    (ICRRA("63(2)"),),
    "It is not on record whether criminal proceedings run.",
    "刑事手続の有無が記録されていない。",
    remedy="Put it on record.",
)
NOT_HANDED_OVER_BY: Final = Reason(
    "custodian_may_not_hand_over",
    (ICRRA("64(1)"), ICRRA("64(2)"), ICRRA("65(1)")),
    "Whoever holds the person may not hand him or her over now.",
    "現に身柄を拘束している機関は、引き渡すことができない。",
    remedy=(
        "The prosecutor hands over after deciding not to indict, a prison on release, the police within 48 hours and "
        "on a detention order alone."
    ),
)
POLICE_TIME_PASSED: Final = Reason(
    "police_time_passed",
    (ICRRA("65(2)"),),
    "The 48 hours from the arrest have passed: ordinary criminal procedure applies.",
    "身体を拘束された時から四十八時間が経過している。",
    remedy="Wait for the prosecutor's decision.",
)
SPECIAL_RELEASE_NOT_NAMED: Final = Reason(
    "special_release_not_named",
    (ICRRA("52(10)"), cite("A-39")),
    "Special release is for those held under 52(9) or 52-4(5), (6); no other detention is named.",
    "特別放免は、第52条第9項又は第52条の4第5項若しくは第6項の規定による収容をした場合に限る。",
    remedy="Let a person decide; provisional release or Sponsorship may be open.",
)
NO_DAY_LEFT_BUT: Final = Reason(
    "days_are_left",
    (ICRRA("41(1)"), ICRRA("44-4(6)")),
    "Ordinary days are left: whoever lost Sponsorship or provisional release must be detained.",
    "収容できる日数が残っており、収容しなければならない。",
    remedy="Detain the person.",
)
NO_DUTY_TO_RETURN: Final = Reason(
    "no_duty_to_return",
    (ICRRA("55-54(3)"), ICRRA("71-6")),
    "Only somebody set free in a disaster owes a return.",
    "災害に際して解放された者でなければ、出頭の義務はない。",
    remedy="Name what was done against the conditions.",
)
NO_CONDITIONS: Final = Reason(
    "no_conditions",
    (ICRRA("55-54(3)"), ICRRA("71-6")),
    "Somebody set free in a disaster is under no conditions; he or she owes a prompt return.",
    "災害に際して解放された者に条件は付されておらず、速やかな出頭の義務があるのみである。",
    remedy="Record that the person did not return.",
)
