"""The rows of DT-01 as written: what stands against a removal, where it stands, and what would cure it."""

from typing import Final

from law.citation import ACLA, ACRA, ICRRA, PRACTICE, SUPPL
from law.decision_table import Condition
from law.policies import cite

ENTRY_CONTESTED: Final = Condition(
    0,
    "entry_contested",
    (PRACTICE("register"),),
    blocked=(
        "An entry on file is contested: what it says is not known.",
        "記録の一部が争われており、その内容は不明である。",
    ),
    passed=("No entry on file is contested.", "争われている記録はない。"),
    remedy="Resolve the contested entry.",
)
NO_ORDER_IN_FORCE: Final = Condition(
    1,
    "no_order_in_force",
    (ICRRA("52(1)"), ICRRA("52(3)")),
    blocked=("No deportation order is in force.", "効力を有する退去強制令書がない。"),
    passed=("A deportation order is in force.", "退去強制令書が効力を有する。"),
    remedy="Nothing cures it but an order of the supervising inspector; without one nobody is removed.",
)
CUSTODY_UNDECIDED: Final = Condition(
    1,
    "custody_undecided",
    (cite("A-10"), ICRRA("52-2(5)"), ICRRA("54(2)")),
    blocked=(
        "The order issued during a provisional release under the detention order; custody under it is not decided.",
        "収容令書による仮放免中に退去強制令書が発付され、その身柄の取扱いが決まっていない。",
    ),
    passed=("No decision on custody under the order is open.", "令書発付後の身柄の取扱いに未決定のものはない。"),
    remedy="Decide on a new release, Sponsorship or detention under the order.",
)
PROVISIONAL_STAY: Final = Condition(
    2,
    "provisional_stay_running",
    (ICRRA("61-2-9(2)"), cite("A-28")),
    blocked=(
        "A provisional stay is running: the whole procedure is stopped.",
        "仮滞在期間中であり、手続全体が停止している。",
    ),
    passed=("No provisional stay is running.", "仮滞在期間中ではない。"),
    remedy="Wait for the end of the provisional stay.",
)
ORDER_IN_DOUBT: Final = Condition(
    2,
    "order_in_doubt",
    (ICRRA("61-2-9(2)"), ACRA("18(3)"), ACLA("32(1)")),
    blocked=(
        "The order was issued while the procedure stood still, as it proved later, or its ground fell: to be weighed.",
        "手続が停止すべき間に発付され、又は退去強制事由の前提を失った令書であり、その取扱いが決まっていない。",
    ),
    passed=(
        "The order was not issued while the procedure stood still, and its ground did not fall.",
        "手続の停止中に発付された令書でなく、その前提も失われていない。",
    ),
    remedy="Withdraw the order, or find that it stands.",
)
SUSPENSIVE_EFFECT: Final = Condition(
    3,
    "suspensive_effect",
    (ICRRA("61-2-9(3)"), ICRRA("61-2-9(4)"), ICRRA("61-2-2(3)")),
    blocked=(
        "An application for recognition is not final, or a grant has not been handed over: removal is stopped.",
        "難民認定等の手続が終了していないか、許可に係る交付が済んでおらず、送還が停止している。",
    ),
    passed=("No application for recognition stops removal.", "難民認定等の申請による送還停止はない。"),
    unknown=(
        "It is not on record, or a person must still judge, whether an application for recognition stops removal.",
        "難民認定等の申請による送還停止の有無が記録上不明であるか、人による判断を要する。",
    ),
    remedy="Wait for an end of the application under 61-2-4(5)(i) to (iii), or for the hand-over.",
    remedy_when_unknown=(
        "Record stays and sentences (`record_stays`, `record_sentences` of Circumstances), or let the person decide "
        "whose judgement is open."
    ),
)
LATER_MATERIAL: Final = Condition(
    3,
    "later_material_unread",
    (cite("A-12"), ICRRA("61-2-9(4)(i)")),
    blocked=(
        "Material came after an application was filed, and nobody has looked at it yet.",
        "申請後に提出された資料がまだ検討されていない。",
    ),
    passed=("No material that came later waits to be looked at.", "未検討の追加資料はない。"),
    remedy="Consider the later material.",
)
GRANT_BARS: Final = Condition(
    4,
    "grant_bars",
    (ICRRA("61-2-9(1)"), ICRRA("61-2-2(3)"), ICRRA("61-2-5(3)"), SUPPL("14")),
    blocked=(
        "A status was granted, and the order rests on a ground that existed when the grant took effect.",
        "在留資格に係る許可があり、令書の理由は許可の効力発生時に既に存在していた。",
    ),
    passed=("No grant of status covers the ground of the order.", "令書の理由に及ぶ許可はない。"),
    remedy="Withdraw the order.",
)
COURT_STAY: Final = Condition(
    5,
    "court_stay",
    (ACLA("25(2)"), ACLA("25(8)"), ACLA("26"), ACLA("27(4)")),
    blocked=("A court has stayed the removal.", "裁判所が送還の執行を停止している。"),
    passed=("No stay by a court covers removal.", "送還に及ぶ執行停止決定はない。"),
    unknown=("It is not on record whether a court has ordered a stay.", "執行停止決定の有無が記録にない。"),
    remedy="Wait until the stay ends by its term, or a court lifts it.",
    remedy_when_unknown="Record the stays, or that there is none (`record_court_stays` of Circumstances).",
)
CRIMINAL_PROCEEDINGS: Final = Condition(
    6,
    "criminal_proceedings",
    (ICRRA("63(2)"), cite("A-47")),
    blocked=(
        "Criminal proceedings, a sentence without leave, or juvenile training have not ended.",
        "刑事手続、許可のない刑の執行又は少年院の処遇が終了していない。",
    ),
    passed=("No criminal or juvenile proceedings stand against execution.", "執行を妨げる刑事手続等はない。"),
    unknown=("It is not on record whether criminal proceedings run.", "刑事手続等の有無が記録にない。"),
    remedy="Wait until they end; while a sentence is served, leave of a prosecutor named in 63(2).",
    remedy_when_unknown="Record the proceedings, or that there are none (`record_proceedings` of Circumstances).",
)
TRAVEL_RESTRICTION: Final = Condition(
    7,
    "travel_restriction",
    (ICRRA("63(3)"),),
    blocked=("A criminal court's travel restriction is in force.", "裁判所による出国の制限を受けている。"),
    passed=("No travel restriction is in force.", "出国の制限を受けていない。"),
    unknown=("It is not on record whether a travel restriction is in force.", "出国の制限の有無が記録にない。"),
    remedy="Wait until the restriction ends.",
    remedy_when_unknown="Record it, or that there is none (`record_travel_restrictions` of Circumstances).",
)
DESTINATION_NOT_ALLOWED: Final = Condition(
    8,
    "destination_not_allowed",
    (ICRRA("53(1)"), ICRRA("53(2)")),
    blocked=(
        "The destination is not one of 53(1) or (2), or the receiving state refuses.",
        "送還先が第53条第1項・第2項の国でないか、受入れを拒まれている。",
    ),
    passed=("The destination is allowed and receives the person.", "送還先は許された国であり、受入れがある。"),
    unknown=(
        "A lawful destination that receives the person is not on record.",
        "受入れのある適法な送還先が記録にない。",
    ),
    remedy="Find another destination under 53.",
    remedy_when_unknown="Find a destination under 53 that receives the person (`find_destination` of Circumstances).",
)
NON_REFOULEMENT: Final = Condition(
    8,
    "non_refoulement",
    (ICRRA("53(3)"),),
    blocked=(
        "There is an indication of persecution, torture or enforced disappearance in the country of destination.",
        "送還先の国に迫害、拷問又は強制失踪のおそれを示す事情がある。",
    ),
    passed=("Nothing in 53(3) bars the country of destination.", "第53条第3項は送還先の国を妨げない。"),
    unknown=(
        "It is not on record whether persecution, torture or enforced disappearance is to be feared there.",
        "迫害、拷問又は強制失踪のおそれの有無が記録にない。",
    ),
    remedy="Find another destination; a finding of the Minister in person lifts the bar for persecution alone.",
    remedy_when_unknown="Let an officer find what is to be feared there (`find_destination` of Circumstances).",
)
ORDER_NOT_SHOWN: Final = Condition(
    9,
    "order_not_shown",
    (ICRRA("52(3)"),),
    blocked=("The order or a copy has not been shown.", "退去強制令書又はその写しが示されていない。"),
    passed=("The order or a copy has been shown.", "退去強制令書又はその写しが示されている。"),
    remedy="Show the order or a copy.",
)
NOTICE_PERIOD: Final = Condition(
    10,
    "notice_period",
    (PRACTICE("notice before removal"), cite("A-14")),
    blocked=("The notice before removal has not run its time.", "送還前の通知の期間が経過していない。"),
    passed=(
        "The notice before removal has run its time, or none was owed.",
        "送還前の通知の期間が経過したか、通知を要しない。",
    ),
    unknown=("No notice before removal is on record.", "送還前の通知が記録にない。"),
    remedy="Tell the person, and wait.",
    remedy_when_unknown="Tell the person, put it on record (`tell_removal` of Circumstances), and wait.",
)
REVIEW_MARGIN: Final = Condition(
    10,
    "review_margin",
    (cite("A-14"), ICRRA("61-2-12(2)"), ACRA("18(3)")),
    blocked=(
        "The period for a request for review, with its margin for the post, has not run since a refusal was received.",
        "不認定通知の受領後、審査請求期間及び郵送等のための猶予が経過していない。",
    ),
    passed=(
        "No refusal was received within the review period and its margin.",
        "審査請求期間及び猶予内に受領した不認定通知はない。",
    ),
    remedy="Wait until the period and the margin have run.",
)
COURT_MARGIN: Final = Condition(
    10,
    "court_margin",
    (PRACTICE("Nagoya HC 2021-01-13"), PRACTICE("Tokyo HC 2021-09-22"), cite("A-14")),
    blocked=(
        "The time left for going to court after the decision on the review was served has not run.",
        "裁決の送達後、出訴のための猶予が経過していない。",
    ),
    passed=(
        "No decision on a review was served within the time left for going to court.",
        "出訴のための猶予内に送達された裁決はない。",
    ),
    unknown=("It is not on record when the decision on the review was served.", "裁決の送達の時期が記録にない。"),
    remedy="Wait until the margin has run.",
    remedy_when_unknown="Put the service of the decision on record (`certify_service` of ReviewRequest).",
)
LATE_REVIEW_UNDECIDED: Final = Condition(
    11,
    "late_review_undecided",
    (ICRRA("61-2-4(5)(i)"), ACRA("18(1)"), cite("A-26")),
    blocked=(
        "A late request for review with a claimed justifiable reason is not decided yet.",
        "正当な理由を主張する期間経過後の審査請求が未裁決である。",
    ),
    passed=("No late request for review is undecided.", "未裁決の期間経過後の審査請求はない。"),
    remedy="Wait until a decision on it has been served.",
)
