"""What a coming release makes people owe."""

from engine.case import DutyKind
from law.citation import ICRRA
from law.competence import Power
from law.policies import PROMPTLY

PREPARE_HAND_OVER = DutyKind(
    "prepare_hand_over",
    en="At the release show the detention order or the deportation order, or notify a Sponsorship decision",
    ja="釈放時の令書の提示又は監理措置決定の通知",
    by=Power.RECEIVE_FROM_CRIMINAL_CUSTODY,
    basis=(ICRRA("64(2)(i)"), ICRRA("64(2)(ii)")),
)
RECORD_LETTING_OUT = DutyKind(
    "record_letting_out",
    en="Record how the person left the prison or the juvenile training school",
    ja="矯正施設からの釈放の記録",
    by=Power.RECORD_CIRCUMSTANCES,
    basis=(ICRRA("62(3)"), ICRRA("62(4)"), ICRRA("63(2)")),
    within=PROMPTLY,
)

DUTIES = (PREPARE_HAND_OVER, RECORD_LETTING_OUT)
