"""What stands against a step in the execution of a deportation order: the reasons, each with its articles."""

from typing import Final

from law.citation import ICRRA, ORD, PRACTICE, Citation
from law.finding import Reason

GATE: Final = PRACTICE("removal gate")
_OPEN_REMEDY: Final = "Nothing needs to be mended; the carrier is told with paper 64."


def _reason(code: str, *basis: Citation, en: str, ja: str, remedy: str) -> Reason:
    return Reason(code, basis, en, ja, remedy=remedy)


CARRIER_GROUND: Final = _reason(
    "carrier_ground",
    ICRRA("59(1)(ii)"),
    en="The order rests on 24(v) to (vi-4): the carrier must remove the person.",
    ja="第24条第5号から第6号の4までに該当し、運送業者が送還する義務を負う。",
    remedy=_OPEN_REMEDY,
)
CARRIER_KNEW: Final = _reason(
    "carrier_knew",
    ICRRA("59(1)(iii)"),
    en="The order issued within five years of the landing, and the carrier plainly knew of the ground.",
    ja="上陸後五年以内であり、運送業者が上陸時に退去強制の理由を明らかに知っていた。",
    remedy=_OPEN_REMEDY,
)
CARRIER_UNKNOWN: Final = _reason(
    "carrier_not_on_record",
    ICRRA("59(1)(iii)"),
    en="The day of landing, or what the carrier knew, is not on record.",
    ja="上陸の日又は運送業者の認識が記録にない。",
    remedy="Put both on record, or plan another kind of removal.",
)
CARRIER_TOO_LONG_AGO: Final = _reason(
    "landed_too_long_ago",
    ICRRA("59(1)(iii)"),
    en="More than five years lie between the landing and the order.",
    ja="上陸から五年を超えている。",
    remedy="Plan another kind of removal.",
)
CARRIER_IGNORANT: Final = _reason(
    "carrier_did_not_know",
    ICRRA("59(1)(iii)"),
    en="It is not found that the carrier plainly knew of the ground at the landing.",
    ja="運送業者が上陸時に退去強制の理由を明らかに知っていたとは認められない。",
    remedy="Plan another kind of removal.",
)
NO_PASSPORT_WITH_VISA: Final = _reason(
    "no_passport_with_visa",
    ICRRA("59(3)"),
    en="Costs are waived only for the holder of a valid passport with a visa.",
    ja="有効な旅券で査証を受けたものを所持する外国人に係るものに限り免除できる。",
    remedy="Nothing cures it without such a passport: the carrier bears the costs.",
)
SAME_OFFICER: Final = _reason(
    "same_officer",
    GATE,
    ICRRA("52(3)"),
    en="Who requested the removal does not authorise it: two officers answer for each removal.",
    ja="送還の実施を求めた者は、自らこれを承認することができない。",
    remedy="Let another supervising immigration inspector authorise it.",
)
BACKDATED: Final = _reason(
    "not_entered_as_it_happens",
    GATE,
    ICRRA("52(3)"),
    en="This act is entered as it is done: what the gate would have answered at another time counts for nothing.",
    ja="この行為は行うその時に記録しなければならず、遡って記録することはできない。",
    remedy="Do it now and leave out the instant. What was done without the gate is recorded as a breach of it.",
)
ON_FILE_TOO_LATE: Final = _reason(
    "on_file_too_late",
    GATE,
    ICRRA("52(3)"),
    en="Ten minutes passed before the act could be put on file: the authorisation holds no longer.",
    ja="記録されるまでに十分が経過しており、承認の有効時間が過ぎている。",
    remedy="Ask for a new authorisation. What was done without one is recorded as a breach.",
)
NOT_BOUND: Final = _reason(
    "plan_not_bound_to_destination",
    ICRRA("53(1)"),
    ICRRA("53(3)"),
    GATE,
    en="The plan leads elsewhere than the destination that was found.",
    ja="送還計画の送還先が、認定された送還先と異なる。",
    remedy="Plan the removal anew to the destination on record.",
)
NO_DESTINATION: Final = _reason(
    "no_destination_found",
    ICRRA("53(1)"),
    ICRRA("53(2)"),
    en="No destination is on record, so no removal can be planned.",
    ja="送還先が認定されていない。",
    remedy="Find the destination first.",
)
OTHER_PLAN: Final = _reason(
    "not_this_plan",
    GATE,
    en="Another plan of removal stands than the one named.",
    ja="指定された送還計画は現在のものではない。",
    remedy="Read the case again and name the plan that stands.",
)
BATCH_WITHOUT_CHARTER: Final = _reason(
    "batch_without_charter",
    GATE,
    en="Only a removal by chartered flight belongs to a batch.",
    ja="一括の送還は、チャーター機による送還に限る。",
    remedy="Leave out the batch, or plan a chartered flight.",
)
WISH_MISSING: Final = _reason(
    "no_wish_to_return",
    PRACTICE("AVRR"),
    en="Assisted voluntary return needs the person's own wish and the body that assists.",
    ja="自発的帰還支援には、本人の希望と支援機関を要する。",
    remedy="Record the wish and the body, or plan another kind of removal.",
)
CARRIER_MISSING: Final = _reason(
    "carrier_not_named",
    ICRRA("59(1)"),
    en="A removal by the carrier names the carrier, and no other kind of removal does.",
    ja="運送業者による送還に限り、運送業者を特定しなければならない。",
    remedy="Name the carrier where it is to remove the person, and only there.",
)
NOT_A_CARRIER_CASE: Final = _reason(
    "not_a_carrier_case",
    ICRRA("52(3)"),
    ICRRA("59(1)"),
    en="The plan is not one of removal by the carrier.",
    ja="運送業者による送還の計画ではない。",
    remedy="Plan the removal by the carrier first.",
)
HANDED_OVER: Final = _reason(
    "handed_over_already",
    ICRRA("52(3)"),
    ORD("47"),
    en="The person has been handed over to the carrier.",
    ja="既に運送業者に引き渡されている。",
    remedy="Record the boarding, or that the carrier failed.",
)
HAND_OVER_FIRST: Final = _reason(
    "hand_over_first",
    ICRRA("52(3)"),
    ORD("47"),
    en="A removal by the carrier begins with the hand-over to it, under an authorisation of its own.",
    ja="運送業者による送還は、まず引渡しによらなければならない。",
    remedy="Hand the person over to the carrier with paper 64.",
)
OFFICERS_NOT_LACKING: Final = _reason(
    "officers_not_lacking",
    ICRRA("52(2)"),
    en="Police or coast guard are asked only for lack of immigration control officers.",
    ja="警察官又は海上保安官への依頼は、入国警備官が足りない場合に限る。",
    remedy="Let immigration control officers execute the order.",
)
ASKED_ALREADY: Final = _reason(
    "asked_already",
    ICRRA("52(2)"),
    en="Police or coast guard have been asked, and have not reported yet.",
    ja="既に依頼しており、結果の通知を受けていない。",
    remedy="Receive the result and the order back first.",
)
NOBODY_ASKED: Final = _reason(
    "nobody_asked",
    ICRRA("52(2)"),
    ORD("46(1)"),
    en="Nobody was asked to execute the order, or the result was received.",
    ja="執行の依頼がないか、既に結果の通知を受けている。",
    remedy="Nothing needs to be recorded.",
)
ORDER_NOT_RETURNED: Final = _reason(
    "order_not_returned",
    ORD("46(2)"),
    en="With the result the order itself is given back, with a note of it.",
    ja="結果を記載した退去強制令書の返還を受けなければならない。",
    remedy="Have the order given back.",
)
RESULT_DOES_NOT_FIT: Final = _reason(
    "result_does_not_fit",
    ORD("46(2)"),
    en="The result says otherwise than the record of the removal.",
    ja="結果の通知が送還の記録と一致しない。",
    remedy="Record first that the person was removed, or that the attempt failed.",
)
OBSTRUCTION_MISSING: Final = _reason(
    "obstruction_not_named",
    ICRRA("55-2(1)(ii)"),
    en="Where the person obstructed the removal, it is said by what.",
    ja="妨害があった場合は、その手段を明らかにしなければならない。",
    remedy="Name deceit, force or threatening pressure.",
)
LEFT_ALREADY: Final = _reason(
    "left_already",
    ICRRA("52(3)"),
    en="It is on record that the person left Japan.",
    ja="既に出国した旨の記録がある。",
    remedy="Correct the record of the departure if it is wrong.",
)
