"""The competences of what follows the finding: permission, departure, removal, two orders, status (LAW §1.2, §1.3)."""

from typing import Final

from law.citation import CO, ICRRA, ORD, PRACTICE
from law.policies import cite
from law.powers import Competence, Power, Role, held

_ICO = Role.IMMIGRATION_CONTROL_OFFICER
_INSPECTOR = Role.IMMIGRATION_INSPECTOR
_SII = Role.SUPERVISING_IMMIGRATION_INSPECTOR
_DIRECTOR = Role.CENTRE_DIRECTOR
_DELEGATED = {Role.MINISTER, Role.COMMISSIONER, Role.REGIONAL_BUREAU_HEAD}
_TO_HEAD = (ICRRA("69-2(1)"), CO("26"), ICRRA("69-2(2)"), ORD("61-2(1)"))

ENFORCEMENT_COMPETENCES: Final[dict[Power, Competence]] = {
    Power.FIND_SPECIAL_PERMISSION_FACTS: held(
        "find the facts of special permission",
        "在留特別許可に関する事実の調査",
        {_ICO, _INSPECTOR},
        ICRRA("59-2(1)"),
        ORD("52-3"),
    ),
    Power.EXECUTE_ORDER: held(
        "execute a deportation order", "退去強制令書の執行", {_ICO}, ICRRA("52(1)"), ICRRA("52(3)")
    ),
    Power.AUTHORISE_REMOVAL: held(
        "authorise one removal, as a second officer",
        "送還の実施の承認",
        {_SII},
        ICRRA("52(3)"),
        PRACTICE("removal gate"),
    ),
    Power.ASK_POLICE: held(
        "ask the police or the coast guard to execute an order",
        "警察官等への執行の依頼",
        {_SII},
        ICRRA("52(2)"),
        ORD("46"),
    ),
    Power.WAIVE_CARRIER_COSTS: held(
        "free a carrier of the cost of a departure waiting facility",
        "出国待機施設に係る費用負担の免除",
        {_SII},
        ICRRA("59(3)"),
    ),
    Power.CONFIRM_DEPARTURE: held(
        "confirm a departure, or withhold the confirmation",
        "出国の確認及びその留保",
        {_INSPECTOR},
        ICRRA("25(1)"),
        ICRRA("25-2(1)"),
    ),
    Power.PERMIT_OWN_EXPENSE_DEPARTURE: held(
        "permit departure at own expense", "自費出国の許可", {_SII, _DIRECTOR}, ICRRA("52(4)"), ORD("47-2")
    ),
    Power.DECIDE_ONE_YEAR_DENIAL: held(
        "decide that landing is denied for one year",
        "上陸拒否期間を一年とする決定",
        _DELEGATED,
        ICRRA("52(5)"),
        *_TO_HEAD,
    ),
    Power.SET_ASIDE_LANDING_DENIAL: held(
        "say that landing is not denied on one ground alone",
        "上陸拒否の特例",
        _DELEGATED,
        ICRRA("5-2"),
        ORD("4-2(1)"),
    ),
    Power.ORDER_PASSPORT: held(
        "order to apply for a passport", "旅券発給申請等命令", {_SII}, ICRRA("52(12)"), ICRRA("52(13)")
    ),
    Power.ISSUE_PENAL_ORDER: held("issue a penal order to leave", "退去の命令", {_SII}, ICRRA("55-2(1)")),
    Power.PUBLISH_COUNTRY_NOTICE: held(
        "enter the Minister's notice of countries",
        "送還先に係る告示の登録",
        {Role.MINISTER},
        ICRRA("55-2(1)(i)"),
        cite("A-08"),
    ),
    Power.FIND_STATUS_FACTS: held(
        "find the facts of a revocation of status",
        "在留資格の取消しに関する事実の調査",
        {_ICO, _INSPECTOR, Role.REFUGEE_INQUIRER},
        ICRRA("59-2(1)"),
        ICRRA("61-2-17(1)"),
    ),
    Power.HEAR_STATUS_REVOCATION: held(
        "hear somebody whose status may be revoked",
        "在留資格の取消しに係る意見の聴取",
        {_INSPECTOR, Role.REFUGEE_INQUIRER},
        ICRRA("22-4(2)"),
        ICRRA("61-2-11(2)"),
    ),
    Power.REVOKE_STATUS: held(
        "revoke a status of residence", "在留資格の取消し", _DELEGATED, ICRRA("22-4(1)"), *_TO_HEAD
    ),
    Power.DELIVER_REVOCATION_PAPERS: held(
        "deliver the papers of a status revocation, or tell them orally",
        "在留資格の取消しに係る書類の交付送達等",
        {_ICO, _INSPECTOR},
        ICRRA("61-8-2(4)"),
        ICRRA("61-3(2)(ii)"),
        ICRRA("61-3-2(2)(vi)"),
    ),
    Power.SERVE_BY_PUBLIC_NOTICE: held(
        "serve by public notice",
        "公示送達",
        {Role.MINISTER},
        ICRRA("61-8-2(6)"),
        ICRRA("61-8-2(7)"),
        CO("26"),
        ORD("61-2(1)"),
    ),
    Power.PERMIT_TEMPORARY_REFUGE: held(
        "permit landing for temporary refuge", "一時庇護のための上陸の許可", {_INSPECTOR}, ICRRA("18-2(1)"), ORD("18")
    ),
    Power.GRANT_STATUS_TO_REFUGE_HOLDER: held(
        "grant a status to a holder of temporary refuge",
        "一時庇護上陸者の在留資格の取得の許可",
        _DELEGATED,
        ICRRA("22-3"),
        ICRRA("22-2(3)"),
        *_TO_HEAD,
    ),
}
