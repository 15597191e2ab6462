"""Known ways from the order to the removal, with the carrier and without, and through the orders beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from law.country_notice import CountryNotice
from tests.lives.bodies import working
from tests.lives.paths_custody import HELD_UNDER_ORDER, TO_ORDER
from tests.lives.paths_liberty import IN_FORCE, RECOGNISED
from tests.lives.way import Way, later, on, published

if TYPE_CHECKING:
    from tests.lives.bodies import Scene

NOTICE = CountryNotice("12", date(2024, 6, 10), frozenset({"PH", "VN"}))
"""A notice on which the destination of these ways is missing."""
_SAFE = {"country": "XA", "permitted_by_53": True, "accepts": True, "persecution": False}
_DESTINATION = {"destination": {**_SAFE, "torture_or_disappearance": False}}
_FOUND = on("Circumstances", ("record_security_ground", {"applies": False}), ("find_destination", _DESTINATION))
_ELSEWHERE = {"destination": {**_SAFE, "country": "XC", "torture_or_disappearance": False}}
_NO_STAYS = on("Circumstances", ("record_court_stays", {"stays": []}))
_MONTHS = later(days=70)


def _stayed(scene: Scene) -> list[dict[str, Any]]:
    """Removal alone, from now on."""
    return [{"scope": "removal", "since": scene.at.isoformat()}]


def _execution_stayed(scene: Scene) -> list[dict[str, Any]]:
    """The execution of the order, from now on."""
    return [{"scope": "execution", "since": scene.at.isoformat()}]


def _restricted(scene: Scene) -> list[dict[str, Any]]:
    """By a travel restriction, from now on."""
    return [{"since": scene.at.isoformat(), "until": None}]


def _in_two_months(scene: Scene) -> str:
    """A working day after two months."""
    return working(scene.today + timedelta(days=60)).isoformat()


_STAYED = on("Circumstances", ("record_court_stays", {"stays": _stayed}))
_BEFORE_ITS_LAW = (
    *on("Circumstances", ("record_travel_restrictions", {"restrictions": _restricted})),
    *later(days=20),
)
"""A travel restriction that stops nothing before 15 May 2025, and by time alone everything from then on."""
_ASKS = on("RefugeeApplication", ("file_application", {"kind": "refugee"}))
_GIVES_UP = on(
    "RefugeeApplication",
    ("receive_withdrawal", {"in_writing": True}),
    ("weigh_withdrawal", {"voluntary": True}),
)

OPEN_TO_REMOVAL = (*HELD_UNDER_ORDER, *_FOUND, *on("Circumstances", "tell_removal"), *_MONTHS)
PLANNED = (*OPEN_TO_REMOVAL, *on("Enforcement", ("plan_removal", {"kind": "regular_flight"})))
REQUESTED = (*PLANNED, *on("Enforcement", "request_removal"))
AUTHORISED = (*REQUESTED, *on("Enforcement", "authorise_removal"))
BOARDED = (*AUTHORISED, *on("Enforcement", "board"))
REMOVED = (*BOARDED, *on("Enforcement", "record_removed"))
REMOVED_AT_LIBERTY = (
    *IN_FORCE,
    *on("Deportation", "hand_over_case"),
    *TO_ORDER,
    *on("Deportation", "show_order"),
    *_FOUND,
    *on("Circumstances", "tell_removal"),
    *_MONTHS,
    *on("Enforcement", ("plan_removal", {"kind": "assisted_return"}), "request_removal", "authorise_removal", "board"),
    *on("Circumstances", "record_departure"),
)
PLAN_GIVEN_UP = (*PLANNED, *on("Enforcement", "give_up_plan"))
PLAN_FELL = (*PLANNED, *on("Circumstances", ("find_destination", _ELSEWHERE)))
REFUSED = (*REQUESTED, *on("Enforcement", "refuse_removal"))
GIVEN_UP = (*AUTHORISED, *on("Enforcement", "give_up_authorisation"))
SPENT = (*AUTHORISED, *later(minutes=11), *on("Enforcement", "authorise_removal", "board"))
VOIDED = (*AUTHORISED, *on("Circumstances", ("record_proceedings", {"proceedings": []})))
STOPPED = (*BOARDED, *_ASKS, *on("Enforcement", ("record_failed_attempt", {"end": "stopped"})))
STAYED_ON_BOARD = (*BOARDED, *_STAYED, *_NO_STAYS, *on("Enforcement", "record_removed"))
NOT_RECEIVED = (*AUTHORISED, *on("Enforcement", ("record_failed_attempt", {"end": "receiving_state_refused"})))
AGAINST_GATE = (*HELD_UNDER_ORDER, *on("Enforcement", "record_removal_against_gate"))
CARRIER = (
    *OPEN_TO_REMOVAL,
    *on("Enforcement", ("plan_removal", {"kind": "carrier"}), "request_removal", "authorise_removal"),
    *on("Enforcement", "hand_over_to_carrier"),
)
_WAITS = on("Enforcement", "waive_waiting_costs", "record_ship_unavailable", "name_other_ship")
BY_CARRIER = (
    *CARRIER,
    *_WAITS,
    *on("Enforcement", "request_removal", "authorise_removal", "board", "record_removed"),
)
CARRIER_FAILED = (*CARRIER, *on("Enforcement", "record_carrier_failure"))
BY_POLICE = (
    *HELD_UNDER_ORDER,
    *on("Enforcement", "ask_police", "ask_for_information", ("receive_result", {"carried_out": False})),
)
OVERTAKEN = (*HELD_UNDER_ORDER, *RECOGNISED)

OBSTRUCTED = (
    *AUTHORISED,
    *on("Enforcement", ("record_failed_attempt", {"end": "obstructed", "obstructed_by": "force"})),
)
_LAW = later(days=140)
"""From before the first day of the law on penal orders."""
_NOW = (*HELD_UNDER_ORDER, *_LAW, *_FOUND)
_CONSIDERED = on("PenalOrder", "consider", "record_declaration", "hear")
_NO_WILL = {"reasons": ["55-2(1)(i)"]}
_LIKE = {"reasons": ["55-2(1)(ii)"]}
PENAL_WITHOUT_NOTICE = (*_NOW, *_CONSIDERED)
PENAL_ON_NOTICE = (*_NOW, *published(replace(NOTICE, countries=frozenset({"XA"}))), *_CONSIDERED)
PENAL_CONSIDERED = (*_NOW, *published(NOTICE), *_CONSIDERED)
PENAL_DROPPED = (*PENAL_CONSIDERED, *on("PenalOrder", "drop"))
PENAL_ISSUED = (*PENAL_CONSIDERED, *on("PenalOrder", ("issue", _NO_WILL)))
PENAL_IN_FORCE = (*PENAL_ISSUED, *on("PenalOrder", "hand_over"))
PENAL_FOR_OBSTRUCTION = (*OBSTRUCTED, *_LAW, *_CONSIDERED, *on("PenalOrder", ("issue", _LIKE), "hand_over"))
PENAL_EXTENDED = (*PENAL_IN_FORCE, *on("PenalOrder", "extend"))
PENAL_UPHELD = (*PENAL_IN_FORCE, *on("PenalOrder", "take_declaration_back", "uphold"))
PENAL_WITHDRAWN = (*PENAL_IN_FORCE, *on("PenalOrder", "withdraw"))
PENAL_OVER = (*PENAL_IN_FORCE, *later(days=40))
PENAL_SUSPENDED = (*PENAL_IN_FORCE, *_ASKS)
PENAL_REVIVED = (*PENAL_SUSPENDED, *_GIVES_UP)
PENAL_STAYED = (*PENAL_IN_FORCE, *_STAYED, *later(days=12), *_NO_STAYS)
PENAL_BY_TIME = (
    *HELD_UNDER_ORDER,
    *_FOUND,
    *published(NOTICE),
    *_CONSIDERED,
    *on("PenalOrder", ("issue", {**_NO_WILL, "last_day": _in_two_months}), "hand_over"),
    *_BEFORE_ITS_LAW,
)
"""Where the life begins in April 2025."""
LEFT_UNDER_PENAL_ORDER = (*PENAL_IN_FORCE, *on("Circumstances", "record_departure"))

_COMMAND = ("command", {"acts": ["52(12)", "48-2(iii)"]})
PASSPORT_ISSUED = (*_NOW, *on("PassportOrder", _COMMAND))
PASSPORT_IN_FORCE = (*PASSPORT_ISSUED, *on("PassportOrder", "hand_over"))
PASSPORT_DONE = (
    *PASSPORT_IN_FORCE,
    *on("PassportOrder", "record_demand", ("record_done", {"commanded": "52(12)"}), "record_done"),
)
PASSPORT_EXTENDED = (*PASSPORT_IN_FORCE, *on("PassportOrder", "extend"))
PASSPORT_WITHDRAWN = (*PASSPORT_IN_FORCE, *on("PassportOrder", "withdraw"))
PASSPORT_OVER = (*PASSPORT_IN_FORCE, *later(days=40))
PASSPORT_STAYED = (
    *PASSPORT_IN_FORCE,
    *on("Circumstances", ("record_court_stays", {"stays": _execution_stayed})),
    *later(days=12),
    *_NO_STAYS,
)
PASSPORT_BY_TIME = (
    *HELD_UNDER_ORDER,
    *on("PassportOrder", ("command", {"acts": ["52(12)"], "last_day": _in_two_months}), "hand_over"),
    *_BEFORE_ITS_LAW,
)

REMOVAL: dict[str, Way] = {
    "removal_open": OPEN_TO_REMOVAL,
    "removal_planned": PLANNED,
    "removal_requested": REQUESTED,
    "removal_authorised": AUTHORISED,
    "removal_boarded": BOARDED,
    "removal_removed": REMOVED,
    "removal_at_liberty": REMOVED_AT_LIBERTY,
    "removal_plan_given_up": PLAN_GIVEN_UP,
    "removal_plan_fell": PLAN_FELL,
    "removal_refused": REFUSED,
    "removal_given_up": GIVEN_UP,
    "removal_spent": SPENT,
    "removal_voided": VOIDED,
    "removal_stopped": STOPPED,
    "removal_stayed_on_board": STAYED_ON_BOARD,
    "removal_not_received": NOT_RECEIVED,
    "removal_against_gate": AGAINST_GATE,
    "removal_carrier": CARRIER,
    "removal_by_carrier": BY_CARRIER,
    "removal_carrier_failed": CARRIER_FAILED,
    "removal_by_police": BY_POLICE,
    "removal_overtaken": OVERTAKEN,
    "removal_obstructed": OBSTRUCTED,
    "penal_without_notice": PENAL_WITHOUT_NOTICE,
    "penal_on_notice": PENAL_ON_NOTICE,
    "penal_considered": PENAL_CONSIDERED,
    "penal_dropped": PENAL_DROPPED,
    "penal_issued": PENAL_ISSUED,
    "penal_in_force": PENAL_IN_FORCE,
    "penal_for_obstruction": PENAL_FOR_OBSTRUCTION,
    "penal_extended": PENAL_EXTENDED,
    "penal_upheld": PENAL_UPHELD,
    "penal_withdrawn": PENAL_WITHDRAWN,
    "penal_over": PENAL_OVER,
    "penal_suspended": PENAL_SUSPENDED,
    "penal_revived": PENAL_REVIVED,
    "penal_stayed": PENAL_STAYED,
    "penal_by_time": PENAL_BY_TIME,
    "penal_left": LEFT_UNDER_PENAL_ORDER,
    "passport_issued": PASSPORT_ISSUED,
    "passport_in_force": PASSPORT_IN_FORCE,
    "passport_done": PASSPORT_DONE,
    "passport_extended": PASSPORT_EXTENDED,
    "passport_withdrawn": PASSPORT_WITHDRAWN,
    "passport_over": PASSPORT_OVER,
    "passport_stayed": PASSPORT_STAYED,
    "passport_by_time": PASSPORT_BY_TIME,
}
"""By name."""
