"""What stands against a step toward or under a departure order (24-3, 55-85 to 55-88, Ord. 27(3), 50-52 to 50-54)."""

from typing import Final

from law.citation import ICRRA, ORD, Citation
from law.finding import Reason
from law.policies import cite

_EXTENSION: Final = (ICRRA("55-87"), ORD("50-54(1)"))


def paper_incomplete(missing: str) -> Reason:
    """What 55-86 asks for and the paper does not state."""
    return _because(
        "departure_paper_incomplete",
        (ICRRA("55-86"), ORD("50-53")),
        f"The departure order does not state: {missing}.",
        "出国命令書の記載事項を欠いている。",
        "Complete the paper, then hand it over.",
    )


def _because(code: str, basis: tuple[Citation, ...], en: str, ja: str, remedy: str) -> Reason:
    return Reason(code, basis, en, ja, remedy)


ELIGIBLE: Final = _because(
    "eligible_for_departure_order",
    (ICRRA("24-3"), ICRRA("45(1)")),
    "Eligible for a departure order, so not a deportable person.",
    "出国命令対象者に該当し、退去強制対象者に当たらない。",
    "Tell the supervising inspector, who must order departure.",
)
ORDERED_ALREADY: Final = _because(
    "departure_ordered_already",
    (ICRRA("55-85(1)"),),
    "A departure order of this person is due, or runs.",
    "既に出国命令の手続中又は出国命令中である。",
    "Go on in that case.",
)
NOT_BESIDE_CRIMINAL_CASE: Final = _because(
    "deportable_persons_only",
    (ICRRA("63(1)"),),
    "The procedure beside a criminal case is for deportable persons only.",
    "刑事手続と併行する手続は退去強制対象者に限る。",
    "Wait until the criminal proceedings have ended.",
)
RESIDENCE_NOT_NAMED: Final = _because(
    "residence_not_named",
    (ICRRA("55-85(3)"), ORD("50-52(i)")),
    "Residence is a condition, and the residence planned until departure is not named.",
    "出国するまで居住を予定している住居が指定されていない。",
    "Name it, or record the special circumstances.",
)
RANGE_NOT_DRAWN: Final = _because(
    "range_not_drawn",
    (ICRRA("55-85(3)"), ORD("50-52(ii)")),
    "The range of movement is the prefecture of the designated residence and the way to the port; one is not named.",
    "指定された住居の属する都道府県の区域及び出入国港までの通過経路が定められていない。",
    "Designate residence and way, or record the special circumstances.",
)
CONDITION_NOT_SAID: Final = _because(
    "condition_not_said",
    (ICRRA("55-85(3)"), ORD("50-52(iv)")),
    "Something else is made a condition, and it is not said what.",
    "その他の条件の内容が示されていない。",
    "Say what is specially necessary.",
)
APPEARANCE_NOT_IMPOSED: Final = _because(
    "appearance_not_imposed",
    (ICRRA("55-85(3)"), ORD("50-52(iii)")),
    "Appearing on summons was not made a condition of this order.",
    "呼出しに対する出頭の義務が条件として付されていない。",
    "Nothing cures it: conditions are set when departure is ordered.",
)
NOT_IN_PERSON: Final = _because(
    "not_in_person",
    _EXTENSION,
    "An extension is asked for in person, with form 71-4.",
    "出国期限の延長の申出は、自ら出頭して行わなければならない。",
    "Let the person come to the office by the deadline.",
)
ANOTHER_OFFICE: Final = _because(
    "another_office",
    _EXTENSION,
    "It was asked for at another office, though nothing unavoidable kept the person from the issuing one.",
    "やむを得ない事情がないのに、出国命令書の交付を受けた官署以外に出頭している。",
    "Come to the issuing office by the deadline.",
)
NO_INSPECTOR_THERE: Final = _because(
    "no_inspector_there",
    _EXTENSION,
    "The other office has no supervising immigration inspector.",
    "主任審査官が置かれている官署ではない。",
    "Come to an office that has one, by the deadline.",
)
ASKED_TOO_LATE: Final = _because(
    "asked_too_late",
    (*_EXTENSION, cite("A-21")),
    "The deadline is over: an extension is asked for by the end of its last day.",
    "出国期限が経過しており、延長の申出をすることができない。",
    "Nothing cures it; whoever asked in time has the request entered with the day on which it was made.",
)
CAUSE_TO_BE_WEIGHED: Final = _because(
    "cause_to_be_weighed",
    (ICRRA("55-87"),),
    "Nobody has judged yet whether the cause of the delay is the person's fault.",
    "責めに帰することができない事由の有無が判断されていない。",
    "Judge it, with reasons.",
)
THE_PERSONS_FAULT: Final = _because(
    "the_persons_fault",
    (ICRRA("55-87"),),
    "The deadline is extended only for transport or another cause that is not the person's fault.",
    "船舶等の運航の都合その他その者の責めに帰することができない事由がない。",
    "Refuse the extension in writing, with reasons.",
)
PROLONGS_NOTHING: Final = _because(
    "prolongs_nothing",
    (ICRRA("55-87"), ORD("50-54(2)")),
    "The new day is not later than the deadline, or has passed.",
    "新たな出国期限が従前の期限以前であるか、既に経過している。",
    "Name a working day after the deadline.",
)
NO_CONDITION_BROKEN: Final = _because(
    "no_condition_broken",
    (ICRRA("55-88"),),
    "A departure order is revoked for the breach of a condition that was set, and for nothing else.",
    "付された条件に違反した場合に当たらない。",
    "Name a condition of this order that was broken.",
)
PAPER_NOT_SUBMITTED: Final = _because(
    "departure_order_not_submitted",
    (ICRRA("25(1)"), ORD("27(3)")),
    "The departure order was not submitted to the inspector, and it is not said why.",
    "出国命令書が入国審査官に提出されていない。",
    "Have it submitted, or say why it could not be.",
)
