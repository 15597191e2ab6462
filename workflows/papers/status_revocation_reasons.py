"""Why an act of a status revocation is refused, beside what the rules say."""

from engine.refusal import because
from law.citation import ICRRA, ORD

UNDER_WAY = because(
    "status_revocation_under_way",
    ICRRA("22-4(1)"),
    en="A revocation of the person's status is under way.",
    ja="在留資格の取消しの手続が既に行われている。",
    remedy="Go on in the case that is open.",
)
GROUNDS_MIXED = because(
    "grounds_of_two_articles",
    ICRRA("22-4(1)"),
    ICRRA("61-2-11(1)"),
    en="The ground of 61-2-11 stands alone: it is for somebody recognised, the grounds of 22-4 for nobody recognised.",
    ja="第六十一条の二の十一の事由と第二十二条の四の事由は併存しない。",
    remedy="Name the one or the others.",
)
NOT_REPORTED = because(
    "ground_not_reported",
    ICRRA("22-4(1)"),
    en="This ground is not among those that were reported.",
    ja="判明した事実として報告されていない事由である。",
    remedy="Record what was found for a ground that was reported, or open a case on this one.",
)
INQUIRER_ONLY = because(
    "refugee_inquirer_only",
    ICRRA("61-2-11(2)"),
    ICRRA("61-2-17(1)"),
    en="The facts about a recognised person are found, and the person is heard, by a refugee inquirer.",
    ja="難民の認定等を受けた者については、難民調査官が調査及び意見の聴取を行う。",
    remedy="Let a refugee inquirer do it.",
)
FACTS_NOT_FOUND = because(
    "facts_not_found",
    ICRRA("22-4(1)"),
    ICRRA("59-2(1)"),
    en="What was found for this ground is not on record.",
    ja="当該事由について判明した事実が記録されていない。",
    remedy="Record the facts.",
)
HEARING_IS_PAST = because(
    "hearing_date_has_passed",
    ICRRA("22-4(3)"),
    en="The date of the hearing comes before the notice of it is served.",
    ja="意見の聴取の期日が通知書の送達より前となる。",
    remedy="Draw up the notice anew with a later date.",
)
NOT_YET_HEARING = because(
    "before_the_hearing",
    ICRRA("22-4(2)"),
    en="The date of the hearing has not come.",
    ja="意見の聴取の期日が到来していない。",
    remedy="Wait for the date, or appoint another one.",
)
NEW_DATE_NOT_TOLD = because(
    "new_date_not_told",
    ORD("25-6(4)"),
    en="The new date was not told to the person.",
    ja="変更後の期日等が通知されていない。",
    remedy="Tell it first.",
)
NO_NEW_DATE = because(
    "no_new_date_open",
    ORD("25-6(4)"),
    en="No new date waits to be told or decided on.",
    ja="通知又は検討を要する期日等の変更がない。",
    remedy="Receive a request, or appoint a new date of the Minister's own motion.",
)
AGENT_WITHOUT_LEAVE = because(
    "agent_without_leave",
    ORD("25-8(1)"),
    ORD("25-8(2)"),
    en="The person must appear; an agent instead needs leave.",
    ja="本人が出頭しなければならず、代理人の出頭には許可を要する。",
    remedy="Ask for leave on form 37-11, or let the person come.",
)
NO_CERTIFICATE = because(
    "agent_without_certificate",
    ORD("25-4(1)"),
    en="The certificate of the agent is not on file.",
    ja="代理人資格証明書が提出されていない。",
    remedy="Hand in form 37-4.",
)
NOT_ASKED_FOR = because(
    "not_asked_for",
    ORD("25-8(2)"),
    ORD("25-12(1)"),
    en="Nobody asked for it.",
    ja="申出がされていない。",
    remedy="Receive the request first.",
)
ACCESS_UNDECIDED = because(
    "access_undecided",
    ORD("25-12(1)"),
    ORD("25-12(4)"),
    en="A request to see the file is undecided: the hearing does not end over it.",
    ja="資料の閲覧の求めが未処理である。",
    remedy="Decide on it, or go on with the hearing on another date.",
)
SAY_WHY_REFUSED = because(
    "access_refused_without_reason",
    ORD("25-12(1)"),
    en="Access may be refused only for a third party's interest or another just reason.",
    ja="第三者の利益を害するおそれその他正当な理由がなければ、閲覧を拒むことができない。",
    remedy="Name the reason, or grant it.",
)
FACTS_NOT_EXPLAINED = because(
    "facts_not_explained",
    ORD("25-9(1)"),
    en="At the beginning of the hearing the facts are explained.",
    ja="取消しの原因となる事実の説明がされていない。",
    remedy="Explain them, or go on with the hearing on another date.",
)
NO_RECORD = because(
    "no_record_of_hearing",
    ORD("25-11(1)"),
    en="A record is made of each date of the hearing.",
    ja="意見の聴取調書が作成されていない。",
    remedy="Make the record.",
)
NOT_IN_NOTICE = because(
    "ground_not_in_the_notice",
    ICRRA("22-4(3)"),
    en="The notice of the hearing did not name this ground: the person was not heard on it.",
    ja="意見聴取通知書に記載されていない事由である。",
    remedy="Revoke for a ground in the notice, or open a case on this one.",
)
PERIOD_MISSING = because(
    "departure_period_missing",
    ICRRA("22-4(7)"),
    en="The last day of the period for leaving is missing.",
    ja="出国期間が指定されていない。",
    remedy="Name a day within 30 days.",
)
CONDITIONS_WITHOUT_PERIOD = because(
    "conditions_without_period",
    ICRRA("22-4(8)"),
    ICRRA("22-4(9)"),
    en="Conditions are set for a period, and written out in the notice.",
    ja="条件は出国期間を指定する場合に付し、通知書に記載する。",
    remedy="Set the period and write the conditions out, or leave them out.",
)
OTHER_STATUS_NOT_CONSIDERED = because(
    "other_status_not_considered",
    ICRRA("22-5"),
    en="A chance to apply for another status or for permanent residence was not considered.",
    ja="在留資格の変更又は永住許可の申請の機会を与えることの配慮がされていない。",
    remedy="Consider it.",
)
NO_PERIOD_IN_NOTICE = because(
    "no_period_in_notice",
    ICRRA("22-4(7)"),
    en="This revocation sets no period for leaving.",
    ja="出国期間の指定を伴わない取消しである。",
    remedy="Serve the notice as it is.",
)
NOT_SERVED = because(
    "revocation_never_served",
    ICRRA("22-4(6)"),
    en="No revocation was served: nothing took effect that a court could annul.",
    ja="取消しの通知が送達されておらず、効力を生じた取消しがない。",
    remedy="Nothing is to be recorded here.",
)
LAST_DAY_PASSED = because(
    "departure_day_passed",
    ICRRA("22-4(7)"),
    ICRRA("22-4(9)"),
    en="The last day for leaving comes no later than the service of the notice: no period would be left.",
    ja="指定された出国期間が送達の時までに満了する。",
    remedy="Write another last day into the notice before it is served.",
)
