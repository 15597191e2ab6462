"""What the rules on suspension say: every ground for which removal is stopped or not (61-2-9(3)(4))."""

from typing import Final

from law.citation import ACRA, ICRRA, SUPPL
from law.facts import Ending, Material
from law.finding import Reason
from law.policies import cite

_STOP = ICRRA("61-2-9(3)")
_TWICE = ICRRA("61-2-9(4)(i)")
_GRAVE = ICRRA("61-2-9(4)(ii)")
_STATUS = ICRRA("61-2-2(1)")

NOT_FILED: Final = Reason("not_filed_yet", (_STOP,), "The application is not filed yet.", "申請はまだされていない。")
NO_APPLICATION: Final = Reason("no_application", (_STOP,), "No application for recognition.", "認定申請がない。")

STATUS_LESS: Final = Reason(
    "status_less",
    (_STATUS,),
    "The person has no status of residence, unexpired temporary refuge or special permanent residence.",
    "在留資格、期間内の一時庇護上陸許可及び特別永住者の地位のいずれも有しない。",
)
STATUS_WITH_ORDER: Final = Reason(
    "treated_as_status_less",
    (_STATUS, cite("A-23")),
    "A deportation order is in force: the person is treated as having no status of residence.",
    "退去強制令書の発付を受けているため、在留資格未取得外国人として扱う。",
)
NOT_STATUS_LESS: Final = Reason(
    "not_status_less",
    (_STATUS, _STOP),
    "The person holds a status of residence, temporary refuge or special permanent residence.",
    "在留資格等を有し、在留資格未取得外国人に当たらない。",
    remedy="Nothing is needed: the status decides; it is asked anew when the status ends.",
)
STAY_UNKNOWN: Final = Reason(
    "stay_not_on_record",
    (_STATUS,),
    "It is not on record how the person stays in Japan.",
    "在留の状況が記録されていない。",
    remedy="Put the person's statuses and permissions with their dates on record.",
)

LATE_REVIEW: Final = Reason(
    "late_review_undecided",
    (ACRA("18(1)"), cite("A-26")),
    "A late request for review with a claimed justifiable reason is undecided.",
    "期間経過後の審査請求について正当な理由の主張があり、裁決がされていない。",
    remedy="Wait until a decision on the request has been served.",
)
RECOGNISED_STATUS_LESS: Final = Reason(
    "recognised_but_status_less",
    (_STOP, _GRAVE, ICRRA("61-2-4(5)")),
    "The person was recognised but has no status, or is treated so; the text names no end of the suspension for this.",
    "認定を受けたが在留資格を有せず、又は有しないものとして扱われる。この場合の停止の終期を定める規定はない。",
    remedy="Nothing cures it but an exception of 61-2-9(4)(ii) on record: removal waits as long as the law is silent.",
)
BEFORE_COMMENCEMENT: Final = Reason(
    "filed_before_2024_06_10",
    (SUPPL("15(1)"),),
    "Filed before 2024-06-10: no exception to the suspension applies.",
    "令和六年六月十日前の申請であり、送還停止効の例外は適用されない。",
)
SENTENCED: Final = Reason(
    "sentenced_to_three_years",
    (_GRAVE, SUPPL("19(1)")),
    "Sentenced in Japan to life or three years or more of imprisonment without any suspension.",
    "無期又は三年以上の拘禁刑（執行猶予なし）に処せられた者である。",
)
SECURITY: Final = Reason(
    "security_ground",
    (_GRAVE,),
    "A ground of 24(iii-2), (iii-3) or (iv)(o), (wa), (ka), or sufficient ground to suspect one.",
    "第二十四条第三号の二、第三号の三若しくは第四号オからカまでに該当し、又はその疑いに相当の理由がある。",
)
FEWER_THAN_TWO: Final = Reason(
    "fewer_than_two_refused",
    (_STOP, _TWICE),
    "Fewer than two earlier applications were finally refused before this one was filed: removal is stopped.",
    "申請前に不認定が確定した申請が二件に満たず、送還は停止される。",
)
TWICE_REFUSED: Final = Reason(
    "two_refused_and_no_material",
    (_TWICE,),
    "Two earlier applications were finally refused and no material showing sufficient ground came with this one.",
    "既に二度の申請で不認定が確定し、相当の理由がある資料の提出もない。",
    remedy="A new application with material showing sufficient ground; later material goes to a person (A-12).",
)
MATERIAL: Final = {
    Material.SUFFICIENT: Reason(
        "sufficient_material",
        (_TWICE,),
        "Material showing sufficient ground to recognise was submitted on the application.",
        "申請に際し、認定を行うべき相当の理由がある資料の提出があった。",
    ),
    Material.UNDECIDED: Reason(
        "material_not_yet_judged",
        (_TWICE, cite("A-11")),
        "Nobody has decided yet whether the material shows sufficient ground: removal stays stopped.",
        "提出資料に相当の理由があるかの判断が未了であり、送還は停止される。",
        remedy="A person of the regional bureau decides, with reasons.",
    ),
}

_END = ICRRA("61-2-4(5)(ii)")
ENDS: Final = {
    Ending.NO_REVIEW_IN_TIME: Reason(
        "no_review_in_time",
        (_STOP, ICRRA("61-2-4(5)(i)"), ICRRA("61-2-12(2)")),
        "The refusal was received and the period for review passed without a request.",
        "不認定の通知を受けた後、審査請求がなく期間が経過した。",
    ),
    Ending.REVIEW_REFUSED: Reason(
        "review_refused",
        (_STOP, _END, ACRA("51(1)")),
        "A decision rejecting or dismissing the request for review was served.",
        "審査請求を却下し又は棄却する裁決が送達された。",
    ),
    Ending.REVIEW_WITHDRAWN: Reason(
        "review_withdrawn",
        (_STOP, _END, ACRA("27(2)")),
        "The request for review was withdrawn in writing.",
        "審査請求が書面により取り下げられた。",
    ),
    Ending.GRANT_REFUSED: Reason(
        "grant_refused",
        (_STOP, ICRRA("61-2-4(5)(iii)")),
        "After recognition the permission of 61-2-2(1) was refused and the refusal notified.",
        "認定後、第六十一条の二の二第一項の許可をしない処分が通知された。",
    ),
    Ending.APPLICATION_WITHDRAWN: Reason(
        "application_withdrawn",
        (_STOP, ICRRA("61-2-4(5)(v)")),
        "The application of a person who had provisional stay was withdrawn.",
        "仮滞在の許可を受けた者の申請が取り下げられた。",
    ),
    Ending.OBJECT_LOST: Reason(
        "object_lost", (_STOP,), "The person left Japan or died.", "本人が出国し、又は死亡した。"
    ),
}
WITHDRAWN_BY_ANALOGY: Final = Reason(
    "application_withdrawn_without_provisional_stay",
    (_STOP, cite("A-13")),
    "The application was withdrawn in writing, voluntarily; nothing is pending.",
    "申請が任意に書面で取り下げられ、係属する申請がない。",
)

NOT_EARLIER: Final = Reason("not_earlier", (_TWICE,), "Not filed before the later one.", "後の申請より前の申請でない。")
STILL_PENDING: Final = Reason(
    "not_final_at_later_filing",
    (_TWICE, cite("A-19")),
    "It had not ended when the later application was filed.",
    "後の申請の時点で終了していなかった。",
)
ENDED_OTHERWISE: Final = Reason(
    "not_finally_refused",
    (_TWICE,),
    "It ended otherwise than by 61-2-4(5)(i) or (ii).",
    "第六十一条の二の四第五項第一号又は第二号以外の事由で終了した。",
)
ENDED_BEFORE_2005: Final = Reason(
    "refused_before_2005_05_16",
    (_TWICE, SUPPL("15(2)"), cite("A-29")),
    "It was finally refused before 61-2-4 existed: the text does not say whether it counts.",
    "第六十一条の二の四の施行前に不認定が確定しており、算入の可否は条文上明らかでない。",
    remedy="A person decides before any removal.",
)
FILED_WITH_STATUS: Final = Reason(
    "filed_while_holding_a_status",
    (_TWICE, cite("A-29")),
    "It was filed while holding a status: whether it counts is open.",
    "在留資格を有する間の申請であり、算入の可否に疑義がある。",
    remedy="A person decides before any removal.",
)
FINALLY_REFUSED_BEFORE: Final = Reason(
    "finally_refused",
    (_TWICE, SUPPL("15(2)")),
    "It was finally refused before the later application was filed.",
    "後の申請の前に不認定が確定した。",
)

SENTENCES_UNKNOWN: Final = Reason(
    "sentences_not_on_record",
    (_GRAVE,),
    "No sentence is on record either way; the exception is not established.",
    "刑の有無が記録されておらず、例外事由は確認されていない。",
    remedy="Put the person's sentences on record.",
)
SECURITY_UNKNOWN: Final = Reason(
    "security_ground_not_on_record",
    (_GRAVE,),
    "Security grounds are not on record either way; the exception is not established.",
    "第二十四条第三号の二等の該当性が記録されておらず、例外事由は確認されていない。",
    remedy="Put on record whether such a ground is suspected.",
)
FOREIGN_SENTENCE: Final = Reason(
    "foreign_sentence",
    (_GRAVE, cite("A-46")),
    "A foreign court's sentence does not count; a person looks.",
    "外国の裁判所による刑は算入しない。担当官が確認する。",
)
SUSPENSION_REVOKED: Final = Reason(
    "suspension_revoked",
    (_GRAVE, cite("A-46")),
    "A suspension was pronounced and later revoked: the person stays outside the exception; a person looks.",
    "言い渡された執行猶予が取り消されたが、例外には当たらないものとする。担当官が確認する。",
)
SHORTER_SENTENCES: Final = Reason(
    "shorter_sentences",
    (_GRAVE, cite("A-20")),
    "Shorter sentences are not added up to three years; a person looks.",
    "三年未満の刑は合算しない。担当官が確認する。",
)

MUST_BE_TOLD: Final = Reason(
    "must_be_told",
    (SUPPL("15(4)"),),
    "Two or more applications were filed and finally refused before 2024-06-10: the exceptions must be explained.",
    "令和六年六月十日前に二回以上の申請で不認定が確定しており、例外の内容を教示しなければならない。",
)
TOLD_AS_POLICY: Final = Reason(
    "told_as_policy",
    (SUPPL("15(3)"),),
    "Two or more earlier applications: the exceptions are explained as a matter of policy.",
    "過去に二回以上の申請があり、運用として例外の内容を教示する。",
)
RULE_IS_PUBLISHED: Final = Reason(
    "no_duty_to_tell",
    (SUPPL("15(3)"),),
    "Fewer than two earlier applications: only the general duty to make the rule known.",
    "過去の申請が二回に満たず、一般的な周知の努力義務にとどまる。",
)
