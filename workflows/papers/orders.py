"""What orders beside a deportation order share: the extension, what is owed where they may stand still, a notice."""

from datetime import date

from engine.case import DutyKind, NoticeKind
from engine.payload import Payload, Text
from law.citation import ICRRA
from law.competence import Power
from law.policies import PROMPTLY, cite


class PeriodExtended(Payload):
    """A new last day (form 71 of a penal order, form 65-3 of a passport order), and why it is needed."""

    last_day: date
    reasons: Text


FIND_OUT = DutyKind(
    "find_out_suspension",
    en="Find out whether the order stood still when its period ended: until then nobody is exposed to a penalty",
    ja="期間満了時における効力停止事由の有無の確認",
    by=Power.RECORD_COURT_DECISION,
    basis=(ICRRA("55-2(2)"), cite("A-07")),
    within=PROMPTLY,
)

REVIVAL_NOTICE = NoticeKind(
    "order_revival",
    en="Word that the order goes on, and until when",
    ja="命令の効力が再び生じた旨及び期限の通知",
    form="-",
    basis=(ICRRA("55-2(2)"), cite("A-07"), cite("A-09")),
)
