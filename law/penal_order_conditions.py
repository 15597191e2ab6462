"""The rows of DT-15 as written: what stands against a penal order to leave, where it stands, and what would cure it."""

from typing import Final

from law.citation import ICRRA, ORD, SUPPL
from law.decision_table import Condition
from law.order_rows import no_order_in_force
from law.policies import cite

_PENAL_ORDER: Final = ICRRA("55-2(1)")
_NO_WILL: Final = ICRRA("55-2(1)(i)")
_OBSTRUCTION: Final = ICRRA("55-2(1)(ii)")

NOT_IN_THE_ACT: Final = Condition(
    1,
    "penal_order_not_in_the_act",
    (_PENAL_ORDER, SUPPL("1")),
    blocked=("Before 10 June 2024 the Act knew no penal order to leave.", "令和6年6月10日前に退去の命令の制度はない。"),
    passed=("The Act knows the penal order to leave.", "退去の命令の制度がある。"),
    remedy="Nothing cures it for that day.",
)
NO_ORDER_IN_FORCE: Final = no_order_in_force(_PENAL_ORDER)
DESTINATION_NOT_ALLOWED: Final = Condition(
    4,
    "destination_not_allowed",
    (_PENAL_ORDER, ICRRA("53(1)"), ICRRA("53(2)")),
    blocked=(
        "The destination is not one of 53(1) or (2).",
        "送還先が第53条第1項・第2項の国でない。",
    ),
    passed=("The destination is one of 53(1) or (2).", "送還先は第53条第1項・第2項の国である。"),
    unknown=("A destination under 53 is not on record.", "第53条に規定する送還先が記録にない。"),
    remedy="Find a destination under 53.",
)
NON_REFOULEMENT: Final = Condition(
    5,
    "non_refoulement",
    (_PENAL_ORDER, ICRRA("53(3)")),
    blocked=(
        "A country barred by 53(3) is no destination: it can found no penal order.",
        "第53条第3項により送還先に含まれない国を理由に退去を命ずることはできない。",
    ),
    passed=("Nothing in 53(3) bars the country of destination.", "第53条第3項は送還先の国を妨げない。"),
    unknown=(
        "It is not on record whether persecution, torture or enforced disappearance is to be feared there.",
        "迫害、拷問又は強制失踪のおそれの有無が記録にない。",
    ),
    remedy="Find another destination; a finding of the Minister in person lifts the bar for persecution alone.",
)
NOT_HEARD: Final = Condition(
    6,
    "opinion_not_heard",
    (_PENAL_ORDER,),
    blocked=("The person's opinion was not heard before the order.", "あらかじめその者の意見を聴いていない。"),
    passed=("The person's opinion was heard, or he or she would give none.", "あらかじめ意見を聴いている。"),
    remedy="Hear the person, and put on record when, or that no opinion was given.",
)
NO_REASON_GIVEN: Final = Condition(
    7,
    "no_reason_of_penal_order",
    (_NO_WILL, _OBSTRUCTION),
    blocked=("Neither reason of 55-2(1) is given.", "第55条の2第1項各号の事由が示されていない。"),
    passed=("A reason of 55-2(1) is given.", "第55条の2第1項各号の事由が示されている。"),
    remedy="Give a reason that holds, or do not issue the order.",
)
WILL_NOT_DENIED: Final = Condition(
    8,
    "declares_no_lack_of_will",
    (_NO_WILL,),
    blocked=(
        "The person has not declared to have no will to leave, or has taken it back.",
        "自ら本邦を退去する意思がない旨を表明していないか、これを撤回している。",
    ),
    passed=(
        "The person declares to have no will to leave.",
        "自ら本邦を退去する意思がない旨を表明している。",
    ),
    unknown=("It is not on record what the person declares.", "退去の意思に関する表明が記録にない。"),
    remedy="Put on record what the person declares now, or show reason (ii).",
)
DESTINATION_ON_NOTICE: Final = Condition(
    9,
    "destination_on_notice",
    (_NO_WILL, cite("A-08")),
    blocked=(
        "The destination is on the notice of countries: removal to it is not difficult for this reason.",
        "送還先が告示に掲げられており、第1号の事由に該当しない。",
    ),
    passed=("The destination is missing from the notice of countries.", "送還先が告示に掲げられていない。"),
    unknown=(
        "No notice of countries is on the register for the day, or no destination: reason (i) cannot be established.",
        "当該日に係る告示又は送還先が登録されておらず、第1号の事由を認定できない。",
    ),
    remedy="Remove the person, or show reason (ii).",
)
NOT_OBSTRUCTED: Final = Condition(
    10,
    "removal_not_obstructed",
    (_OBSTRUCTION,),
    blocked=(
        "No removal is on record that was obstructed by deceit, force or threatening pressure.",
        "偽計又は威力を用いて送還を妨害したことの記録がない。",
    ),
    passed=("A removal was obstructed.", "偽計又は威力を用いて送還を妨害したことがある。"),
    remedy="Put the attempt at removal on record, or show reason (i).",
)
NO_RISK_OF_THE_LIKE: Final = Condition(
    11,
    "no_risk_of_the_like",
    (_OBSTRUCTION,),
    blocked=("The like is not to be feared at the next removal.", "再び同様の行為に及ぶおそれがない。"),
    passed=("The like is to be feared at the next removal.", "再び同様の行為に及ぶおそれがある。"),
    unknown=("Nobody has judged whether the like is to be feared.", "再び同様の行為に及ぶおそれが判断されていない。"),
    remedy="Attempt the removal, or show reason (i).",
)
NOT_APPROPRIATE: Final = Condition(
    12,
    "penal_order_not_appropriate",
    (_PENAL_ORDER,),
    blocked=("To order departure is not found appropriate.", "退去を命ずることが相当と認められない。"),
    passed=("To order departure is found appropriate.", "退去を命ずることが相当と認められる。"),
    unknown=("Nobody has judged whether the order is appropriate.", "相当性が判断されていない。"),
    remedy="Do not issue the order.",
)
PERIOD_NOT_REASONABLE: Final = Condition(
    13,
    "period_not_reasonable",
    (_PENAL_ORDER,),
    blocked=("The period is not found reasonable.", "定める期間が相当でない。"),
    passed=("The period is found reasonable.", "定める期間が相当である。"),
    unknown=("Nobody has judged whether the period is reasonable.", "期間の相当性が判断されていない。"),
    remedy="Set a period in which the person can leave.",
)
NOT_IN_WRITING: Final = Condition(
    14,
    "penal_order_not_in_writing",
    (ICRRA("55-2(3)"), ORD("50-2(1)")),
    blocked=("The paper does not state the reasons and the period.", "文書に理由及び期間の記載がない。"),
    passed=("The paper states the reasons and the period.", "文書に理由及び期間が記載されている。"),
    remedy="Write both into the paper.",
)
