"""Why a provisional stay is examined, renewed or stops the procedure as it does (61-2-4, 61-2-9(2))."""

from law.citation import ICRRA, ORD
from law.finding import Answer, Finding, Reason
from law.policies import cite

PERMISSION = ICRRA("61-2-4(1)")
STATUS_UNKNOWN = Reason(
    "status_not_on_record",
    (PERMISSION,),
    "Whether the person is status-less is not on record.",
    "在留資格未取得外国人に当たるかが記録されていない。",
    remedy="Put the person's stay on record.",
)
NO_STATUS_NEEDED = Finding(
    Answer.NO,
    (
        Reason(
            "not_status_less",
            (PERMISSION,),
            "The person holds a status.",
            "在留資格未取得外国人に当たらない。",
            remedy="Nothing is needed: the status decides. Examine it anew when the status ends.",
        ),
    ),
)
SHALL = Reason(
    "shall_be_permitted",
    (PERMISSION,),
    "No exclusion applies.",
    "除外事由がなく、許可するものとする。",
    remedy="Permit it.",
)
RENEWED = Reason(
    "renewal_in_time",
    (ICRRA("61-2-4(4)"), ORD("56-2(6)")),
    "Applied for by the last day: the renewal is granted.",
    "満了日までに申請があり、更新を許可するものとする。",
)
HOLIDAY_LAST_DAY = Reason(
    "last_day_was_a_holiday",
    (cite("A-01"),),
    "The last day was a holiday: taken as in time and flagged for a person; the stay itself did not go on.",
    "満了日が閉庁日のため期限内の申請として扱う（要確認）。滞在期間は延長されない。",
)
RENEWAL_LATE = Reason(
    "renewal_late",
    (ICRRA("61-2-4(4)"), ORD("56-2(6)")),
    "Applied for after the last day.",
    "満了日後の申請である。",
    remedy="Nothing cures it; the procedure goes on, and removal waits as 61-2-9(3) says.",
)
STOPPED = Reason(
    "provisional_stay_running",
    (ICRRA("61-2-9(2)"), ICRRA("61-2-4(2)")),
    "Provisional stay is running: the whole deportation procedure is stopped.",
    "仮滞在期間中であり、退去強制の手続は停止する。",
)
RENEWAL_UNDECIDED = Reason(
    "renewal_undecided",
    (ICRRA("61-2-9(2)"), cite("A-28")),
    "A timely renewal is undecided: the procedure is treated as still stopped.",
    "更新申請に対する処分がされておらず、手続は停止中として扱う。",
    remedy="Decide on the renewal.",
)
NOT_STOPPED = Reason(
    "no_provisional_stay",
    (ICRRA("61-2-9(2)"),),
    "No provisional stay is running.",
    "仮滞在期間中でない。",
    remedy="Nothing is left to be done.",
)
