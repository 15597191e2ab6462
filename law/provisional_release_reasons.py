"""What stands for or against a provisional release, as people are told it."""

from typing import Final

from law.citation import HOLA, ICRRA, ORD, PRACTICE, SUPPL
from law.finding import Reason
from law.policies import cite

NOT_ENTITLED: Final = Reason(
    "not_entitled_to_request",
    (ICRRA("54(1)"), ICRRA("54(5)")),
    "The Act does not name this requester.",
    "仮放免を請求できる者に当たらない。",
    remedy="Let the person, agent, curator, spouse, a lineal relative or a sibling ask; or consider it on own motion.",
)
NOT_DETAINED: Final = Reason(
    "not_detained_under_an_order",
    (ICRRA("54(1)"), ICRRA("54(2)")),
    "The person is not detained under a detention order or a deportation order.",
    "収容令書又は退去強制令書により収容されていない。",
    remedy="Only somebody so detained can be released provisionally.",
)
NO_ORDER_ISSUED: Final = Reason(
    "no_order_issued",
    (ICRRA("54(1)"), ICRRA("43(2)")),
    "The person is held without a detention order, which is still to be asked for.",
    "要急収容中であり、収容令書の発付を受けていない。",
    remedy="Wait for the detention order, or for the release where it is refused.",
)
SPECIALLY_RELEASED: Final = Reason(
    "specially_released",
    (ICRRA("52(10)"), cite("A-39")),
    "The person is released specially and not detained.",
    "特別放免中であり、収容されていない。",
    remedy="A person decides on every change of custody after special release.",
)
UNDER_SPONSORSHIP: Final = Reason(
    "under_sponsorship",
    (ICRRA("54(1)"), ICRRA("44-2"), ICRRA("52-2")),
    "The person is under Sponsorship and not detained.",
    "監理措置に付されており、収容されていない。",
    remedy="Nothing is to be lifted while Sponsorship lasts.",
)
RELEASED_ALREADY: Final = Reason(
    "released_already",
    (ICRRA("54(5)"),),
    "The person is released provisionally already.",
    "既に仮放免されている。",
    remedy="Request the extension of the period.",
)
NO_REASON: Final = Reason(
    "no_reason_for_release",
    (ICRRA("54(2)"), ICRRA("44-2"), ICRRA("52-2")),
    "No reason of health or humanity, and none like these, is shown.",
    "健康上、人道上その他これらに準ずる理由がない。",
    remedy="Point to Sponsorship, the usual way out of detention.",
)
TO_BE_WEIGHED: Final = Reason(
    "release_to_be_weighed",
    (ICRRA("54(2)"), ICRRA("54(6)")),
    "Whether lifting detention for a time is appropriate has not been judged.",
    "収容の一時的な解除の相当性が判断されていない。",
    remedy="Judge it, with reasons.",
)
NOT_APPROPRIATE: Final = Reason(
    "release_not_appropriate",
    (ICRRA("54(2)"), ICRRA("54(6)")),
    "Lifting detention for a time is not found appropriate.",
    "収容の一時的な解除が相当と認められない。",
    remedy="Refuse in writing, with reasons.",
)
NOT_BY_POST: Final = Reason(
    "not_by_post",
    (ICRRA("54(5)"), ORD("49(7)"), PRACTICE("extension of provisional release")),
    "A request for extension is handed in at the counter, not by post.",
    "仮放免期間延長の請求は窓口で行う（郵送では受け付けない）。",
    remedy="Hand it in at the counter by the last day.",
)
PROLONGS_NOTHING: Final = Reason(
    "prolongs_nothing",
    (ICRRA("54(6)"), ORD("49(9)")),
    "The new last day is not later than the old one, or has passed.",
    "新たな満了日が従前の満了日より後でないか、既に経過している。",
    remedy="Designate a later working day within three months of the old last day.",
)
CLOSED_DAY: Final = Reason(
    "closed_day",
    (cite("A-01"), HOLA("1")),
    "The day is a holiday of administrative organs.",
    "行政機関の休日である。",
    remedy="Designate a working day.",
)
OLD_PERMIT_NOT_CARRIED: Final = Reason(
    "old_permit_not_carried",
    (SUPPL("6"),),
    "The release is under the old law: the duty to carry the permit does not reach it.",
    "改正前の規定による仮放免であり、許可書の携帯義務は適用されない。",
)
UNDER_SIXTEEN: Final = Reason(
    "under_sixteen",
    (ICRRA("23(5)"),),
    "Somebody under sixteen need not carry the permit.",
    "十六歳に満たない者は許可書の携帯を要しない。",
)
CARRIED: Final = Reason(
    "permit_carried",
    (ICRRA("23(1)(xi)"), ICRRA("23(3)")),
    "The permit is carried at all times and shown on demand.",
    "仮放免許可書を常に携帯し、求めに応じて提示しなければならない。",
)
