"""The competences of custody, Sponsorship, review of detention and provisional release (LAW §1.2, §1.3)."""

from typing import Final

from law.citation import ICRRA, ORD, PRACTICE
from law.powers import Competence, Power, Role, held

_ICO = Role.IMMIGRATION_CONTROL_OFFICER
_INSPECTOR = Role.IMMIGRATION_INSPECTOR
_SIO = Role.SPECIAL_INQUIRY_OFFICER
_SII = Role.SUPERVISING_IMMIGRATION_INSPECTOR
_HEAD = Role.REGIONAL_BUREAU_HEAD
_DIRECTOR = Role.CENTRE_DIRECTOR
_CLERK = Role.BUREAU_CLERK
_HEADS_OF_FACILITIES = {_DIRECTOR, _HEAD}
_REGISTER = PRACTICE("register")

CUSTODY_COMPETENCES: Final[dict[Power, Competence]] = {
    Power.RECORD_CUSTODY: held(
        "record where a person is held or free", "身柄の記録", {_ICO, _SII, _CLERK, Role.REGISTRAR}, _REGISTER
    ),
    Power.DETAIN: held(
        "detain a person",
        "収容",
        {_ICO},
        ICRRA("39-2(2)"),
        ICRRA("43(1)"),
        ICRRA("44-4(6)"),
        ICRRA("52(9)"),
        ICRRA("52-4(5)"),
        ICRRA("55(3)"),
    ),
    Power.ISSUE_DETENTION_ORDER: held(
        "issue a detention order", "収容令書の発付", {_SII}, ICRRA("39-2(1)"), ICRRA("43(2)"), ICRRA("44-4(3)")
    ),
    Power.EXTEND_DETENTION: held("extend detention", "収容期間の延長", {_SII}, ICRRA("41(1)")),
    Power.ASSIGN_PLACE: held(
        "assign the place of detention",
        "収容場所の指定及び移送",
        {_SII, _ICO, _DIRECTOR},
        ICRRA("41(2)"),
        ICRRA("52(9)"),
    ),
    Power.RELEASE_DETAINEE: held(
        "release a detainee",
        "放免",
        {_INSPECTOR, _SIO, _SII, _DIRECTOR},
        ICRRA("43(3)"),
        ICRRA("47(1)"),
        ICRRA("48(6)"),
        ICRRA("49(4)"),
        ICRRA("50(9)"),
    ),
    Power.RELEASE_SPECIALLY: held("release specially", "特別放免", {_DIRECTOR, _SII}, ICRRA("52(10)")),
    Power.SET_FREE_IN_DISASTER: held(
        "set detainees free in a disaster", "災害時の解放", _HEADS_OF_FACILITIES, ICRRA("55-54")
    ),
    Power.RECEIVE_FROM_CRIMINAL_CUSTODY: held(
        "receive a person from criminal custody", "刑事施設等からの引取り", {_ICO}, ICRRA("64"), ICRRA("65(1)")
    ),
    Power.SET_TRAVEL_CONDITIONS: held(
        "set conditions for a travel-restricted person", "出国制限対象者条件の指定", {_SII}, ICRRA("63-2(1)")
    ),
    Power.TREAT_DETAINEE: held(
        "see to the treatment of detainees",
        "被収容者の処遇",
        {*_HEADS_OF_FACILITIES, _ICO},
        ICRRA("55-5"),
        ICRRA("55-18"),
        ICRRA("55-41"),
    ),
    Power.ISOLATE_DETAINEE: held(
        "isolate a detainee or use a protection room",
        "隔離及び保護室への収容",
        {*_HEADS_OF_FACILITIES, _ICO},
        ICRRA("55-50"),
        ICRRA("55-53"),
    ),
    Power.DRAW_UP_PLAN: held(
        "draw up the departure plan and report",
        "退去のための計画の作成及び報告",
        {_ICO},
        ICRRA("52-8(1)"),
        ICRRA("52-8(2)"),
    ),
    Power.COMMAND_SPONSORSHIP: held(
        "command Sponsorship", "監理措置に付すべき旨の命令", {Role.COMMISSIONER}, ICRRA("52-8(4)")
    ),
    Power.DECIDE_SPONSORSHIP: held(
        "decide on Sponsorship",
        "監理措置決定等",
        {_SII},
        ICRRA("44-2"),
        ICRRA("44-3(1)"),
        ICRRA("52-2"),
        ICRRA("52-3(1)"),
        ICRRA("52-8(5)"),
    ),
    Power.REVOKE_SPONSORSHIP: held("revoke Sponsorship", "監理措置決定の取消し", {_SII}, ICRRA("44-4"), ICRRA("52-4")),
    Power.SUPPORT_SPONSOR: held(
        "support a Sponsor", "監理人への援助", {_HEAD}, ICRRA("44-3(8)"), ICRRA("52-3(6)"), ORD("61-2(2)")
    ),
    Power.RECEIVE_DEPOSIT: held(
        "receive and return a deposit", "保証金の受領及び返還", {_SII, _CLERK}, ORD("36-2(7)"), _REGISTER
    ),
    Power.FIND_SPONSORSHIP_FACTS: held(
        "find the facts of Sponsorship", "監理措置に関する事実の調査", {_INSPECTOR, _ICO}, ICRRA("44-9"), ICRRA("52-7")
    ),
    Power.PERMIT_WORK_UNDER_SPONSORSHIP: held(
        "permit paid work under Sponsorship", "報酬を受ける活動の許可", {_SII}, ICRRA("44-5")
    ),
    Power.RELEASE_PROVISIONALLY: held(
        "release provisionally", "仮放免", {_DIRECTOR, _SII}, ICRRA("54(2)"), ICRRA("55(1)")
    ),
}
"""The powers that concern where a person is held or free, each with its holders."""
