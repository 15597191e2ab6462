"""What DT-03 says: the reasons for and against issuing the deportation order."""

from typing import Final

from law.citation import ACLA, ICRRA, SUPPL
from law.finding import Reason
from law.policies import cite

_ACCEPTANCE = (ICRRA("47(5)"), ICRRA("48(9)"), ICRRA("49(7)"))
_SILENCE = (ICRRA("47(5)"), ICRRA("48(9)"), ICRRA("48(10)"), cite("A-05"))
_WINDOW = (ICRRA("47(5)(ii)"), ICRRA("48(10)"), ICRRA("49(7)"), cite("A-27"))
_DECIDED = (ICRRA("47(5)(iii)"), ICRRA("50(10)"))

NOT_ACCEPTED: Final = Reason(
    "not_accepted",
    _ACCEPTANCE,
    "The finding or decision is not accepted, and no notice of a dismissed objection was received.",
    "認定又は判定に服しておらず、異議の申出が理由がない旨の通知も受けていない。",
    remedy="Wait for acceptance with its waiver, or for the end of the instances.",
)
SILENCE_IS_NOT_ACCEPTANCE: Final = Reason(
    "silence_is_not_acceptance",
    _SILENCE,
    "The three days passed in silence; no text makes silence an acceptance.",
    "三日の期間が経過したが、請求等をしないことは服したことにはならない。",
    remedy="The supervising immigration inspector records why and from which day it counts as accepted.",
)
ACCEPTED_TOO_EARLY: Final = Reason(
    "accepted_too_early",
    _SILENCE,
    "Silence may count as acceptance at the earliest from the day after the deadline.",
    "服したものと扱えるのは、早くとも期限の翌日からである。",
    remedy="Record a day after the deadline.",
)
SILENCE_RECORDED: Final = Reason(
    "silence_recorded",
    _SILENCE,
    "The deadline had passed before the day from which silence counts as acceptance.",
    "服したものと扱う日は期限の後である。",
)
DEADLINE_NOT_ON_RECORD: Final = Reason(
    "deadline_not_on_record",
    _SILENCE,
    "The deadline that passed in silence is not on record.",
    "経過した期限が記録にない。",
    remedy="Record when the notice was received.",
)
PROVISIONAL_STAY_RUNNING: Final = Reason(
    "provisional_stay_running",
    (ICRRA("61-2-9(2)"), cite("A-28")),
    "A provisional stay is running: the procedure stands still.",
    "仮滞在期間中であり、手続が停止している。",
    remedy="Wait for the end of the provisional stay.",
)
GRANT_BARS: Final = Reason(
    "grant_bars",
    (ICRRA("61-2-9(1)"), SUPPL("14")),
    "A status was granted that covers the ground.",
    "退去強制事由に及ぶ許可がある。",
    remedy="Nothing cures it for this ground; only a ground that arose later can be pursued.",
)
GROUND_STAYED: Final = Reason(
    "ground_stayed_by_a_court",
    (ACLA("25(2)"), ACLA("33(1)"), ICRRA("24(ii-2)"), ICRRA("24(ii-3)"), ICRRA("24(ii-4)")),
    "A court has stayed the effect of the revocation from which the ground would arise, or set it aside.",
    "退去強制事由の前提となる取消処分の効力が停止され、又は取り消されている。",
    remedy="Wait for the end of the stay.",
)
DECISION_STAYED: Final = Reason(
    "decision_stayed_by_a_court",
    (ACLA("25(2)"), ACLA("33(1)"), ICRRA("47(5)"), ICRRA("48(10)"), ICRRA("49(7)")),
    "A court has stayed the effect or the execution of a decision that the order would rest on.",
    "令書の発付の前提となる認定、判定、裁決又は在留特別許可をしない処分の効力又は執行が裁判所により停止されている。",
    remedy="Wait until the stay ends by its term, or a court lifts it.",
)
GROUND_SINCE_NOT_ON_RECORD: Final = Reason(
    "ground_since_not_on_record",
    (ICRRA("61-2-9(1)"),),
    "It is not on record whether the ground existed when the grant took effect.",
    "許可の効力発生時に退去強制事由が存在したかどうかが記録にない。",
    remedy="Record since when the ground has existed.",
)
SPECIAL_PERMISSION_NOT_ON_RECORD: Final = Reason(
    "special_permission_not_on_record",
    _WINDOW,
    "It is not on record whether special permission to stay was applied for.",
    "在留特別許可の申請の有無が記録にない。",
    remedy="Record it.",
)
SPECIAL_PERMISSION_GRANTED: Final = Reason(
    "special_permission_granted",
    (ICRRA("50(1)"), ICRRA("50(9)")),
    "Special permission to stay was granted: the case ends.",
    "在留特別許可がされており、事件は終了する。",
    remedy="Nothing is left to be done: the case has ended.",
)
REFUSAL_NOT_RECEIVED: Final = Reason(
    "refusal_not_received",
    _DECIDED,
    "The written refusal of special permission has not reached the person.",
    "在留特別許可をしない旨の書面を本人が受けていない。",
    remedy="Wait until the person has received it.",
)
PENDING: Final = Reason(
    "special_permission_pending",
    (ICRRA("47(5)"),),
    "An application for special permission to stay is undecided.",
    "在留特別許可の申請が係属中である。",
    remedy="Wait for a withdrawal or for receipt of the refusal.",
)
FILED_EARLIER_PENDING: Final = Reason(
    "special_permission_pending",
    (ICRRA("47(5)"), ICRRA("50(2)"), cite("A-35")),
    "An application for special permission to stay, filed before acceptance, is undecided.",
    "認定等に服する前の在留特別許可の申請が係属中である。",
    remedy="Wait for a withdrawal or for receipt of the refusal.",
)
FILED_AFTER_WAIVER: Final = Reason(
    "filed_after_waiver",
    (ICRRA("47(5)(i)"), ICRRA("50(3)"), cite("A-36")),
    "Special permission was applied for after the signed waiver: hold the order, a person decides.",
    "申請しない旨の文書への署名後に在留特別許可の申請がされている。人が判断する。",
    remedy="Decide on the late application: admit it, or set it aside.",
)
FILED_AFTER_WINDOW: Final = Reason(
    "filed_after_window",
    (ICRRA("47(5)(ii)"), ICRRA("50(3)"), cite("A-36")),
    "Special permission was applied for after the three days: hold the order, a person decides.",
    "三日の期間の経過後に在留特別許可の申請がされている。人が判断する。",
    remedy="Decide on the late application: admit it, or set it aside.",
)
FILING_NOT_ON_RECORD: Final = Reason(
    "filing_not_on_record",
    _WINDOW,
    "It is not on record when special permission was applied for.",
    "在留特別許可の申請の時期が記録にない。",
    remedy="Record it.",
)
END_NOT_ON_RECORD: Final = Reason(
    "end_not_on_record",
    _DECIDED,
    "It is not on record when the refusal was received or the application withdrawn.",
    "不許可の通知の受領又は取下げの時期が記録にない。",
    remedy="Record it.",
)
WITHDRAWN: Final = Reason(
    "special_permission_withdrawn",
    (ICRRA("47(5)(iii)"),),
    "The application for special permission was withdrawn: the order must issue promptly.",
    "在留特別許可の申請が取り下げられた。速やかに発付しなければならない。",
)
REFUSAL_RECEIVED: Final = Reason(
    "refusal_received",
    _DECIDED,
    "The refusal of special permission was received: the order must issue promptly.",
    "在留特別許可をしない処分を受けた。速やかに発付しなければならない。",
)
SPECIAL_PERMISSION_WAIVED: Final = Reason(
    "special_permission_waived",
    (ICRRA("47(5)(i)"), ICRRA("48(10)"), ICRRA("49(7)")),
    "The waiver of special permission is signed: the order must issue promptly.",
    "申請しない旨の文書に署名した。速やかに発付しなければならない。",
)
WINDOW_OPEN: Final = Reason(
    "window_open",
    _WINDOW,
    "The three days for applying for special permission have not passed.",
    "在留特別許可の申請を待つ三日の期間が経過していない。",
    remedy="Wait for the end of the window, or for a signed waiver.",
)
WINDOW_OVER: Final = Reason(
    "window_over",
    _WINDOW,
    "The three days passed without an application: the order must issue promptly.",
    "三日以内に申請がされなかった。速やかに発付しなければならない。",
)
