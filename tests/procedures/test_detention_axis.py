"""The axis of custody as a table (LAW §3.1): every allowed transition is taken, and every other one refused."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

from engine.command import Kind, Outcome
from engine.refusal import Defect
from law.facts import Custody
from tests.procedures.custody_story import (
    CLERK,
    DIRECTOR,
    DISASTER,
    HEAD,
    ICO,
    INSPECTOR,
    REASONED,
    SII,
    TERMS,
    accepted,
    case_of,
    copy,
    desk,
    detained,
    do,
    handed_over,
    in_emergency,
    order,
    position,
    record,
    screened,
    tell,
)
from tests.procedures.deportation_story import DESTINATION, ORDER_PAPER
from tests.procedures.desk import Desk
from tests.procedures.permission_story import GRANT
from workflows.detention import Detention

DAY, LATER, NOW = "2025-08-01", "2025-08-04", "2025-08-06"
OUT = "out"
EVERY_PAPER = ["detention_order", "deportation_order", "sponsorship_revocation", "release_revocation", "permit_copy"]
Target = Custody | str

ALLOWED: dict[Custody, set[Target]] = {
    Custody.FREE: {
        Custody.EMERGENCY_DETAINED,  # 43(1)
        Custody.DETAINED_DETENTION_ORDER,  # 39-2(2), 44-4(6), 55(3)
        Custody.SPONSORED_BEFORE_ORDER,  # 44-2(1)
        Custody.DETAINED_DEPORTATION_ORDER,  # 52(9), 52-4(5)
        Custody.SPONSORED_AFTER_ORDER,  # 52-2(1)
        Custody.TRAVEL_RESTRICTED,  # 63-2(1)
        Custody.CRIMINAL_CUSTODY,
        OUT,
    },
    Custody.EMERGENCY_DETAINED: {
        Custody.DETAINED_DETENTION_ORDER,  # 43(2)
        Custody.FREE,  # 43(3)
        Custody.SPONSORED_BEFORE_ORDER,  # 44-2(6)
        Custody.DETAINED_DEPORTATION_ORDER,  # 51, 52
        Custody.SET_FREE_IN_DISASTER,  # 55-54
        Custody.CRIMINAL_CUSTODY,
        OUT,
    },
    Custody.DETAINED_DETENTION_ORDER: {
        Custody.FREE,
        Custody.SPONSORED_BEFORE_ORDER,  # 44-2(6)
        Custody.PROVISIONAL_RELEASE_DETENTION_ORDER,  # 54(2)
        Custody.DETAINED_DEPORTATION_ORDER,  # 51, 52
        Custody.SET_FREE_IN_DISASTER,  # 55-54
        Custody.CRIMINAL_CUSTODY,
        OUT,
    },
    Custody.SPONSORED_BEFORE_ORDER: {Custody.FREE, Custody.CRIMINAL_CUSTODY, OUT},  # 44-4, 44-8
    Custody.PROVISIONAL_RELEASE_DETENTION_ORDER: {
        Custody.FREE,  # 55(1), (5), on the way back into detention
        Custody.SPONSORED_BEFORE_ORDER,  # 44-2(6)
        Custody.SPONSORED_AFTER_ORDER,  # 52-2(5), A-10
        Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER,
        Custody.CRIMINAL_CUSTODY,
        OUT,
    },
    Custody.DETAINED_DEPORTATION_ORDER: {
        Custody.FREE,  # the order ended, or a court stayed its execution
        Custody.SPONSORED_AFTER_ORDER,  # 52-2(5), 52-8(5)
        Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER,  # 54(2)
        Custody.SPECIAL_RELEASE,  # 52(10)
        Custody.SET_FREE_IN_DISASTER,  # 55-54
        Custody.TRAVEL_RESTRICTED,  # 63-2(1)
        Custody.CRIMINAL_CUSTODY,
        OUT,
    },
    Custody.SPONSORED_AFTER_ORDER: {Custody.FREE, Custody.TRAVEL_RESTRICTED, Custody.CRIMINAL_CUSTODY, OUT},
    Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER: {
        Custody.FREE,
        Custody.SPONSORED_AFTER_ORDER,  # 52-2(5)
        Custody.TRAVEL_RESTRICTED,  # 63-2(1)
        Custody.CRIMINAL_CUSTODY,
        OUT,
    },
    Custody.SPECIAL_RELEASE: {Custody.CRIMINAL_CUSTODY, OUT},
    Custody.SET_FREE_IN_DISASTER: {
        Custody.EMERGENCY_DETAINED,
        Custody.DETAINED_DETENTION_ORDER,
        Custody.DETAINED_DEPORTATION_ORDER,
        Custody.SPONSORED_BEFORE_ORDER,  # a deposit that was awaited in detention is paid
        Custody.SPONSORED_AFTER_ORDER,
        Custody.FREE,  # no day is left
        Custody.CRIMINAL_CUSTODY,
        OUT,
    },
    Custody.CRIMINAL_CUSTODY: {
        Custody.DETAINED_DETENTION_ORDER,  # 64(1)(i), 64(2)(i), 65(1)(i)
        Custody.DETAINED_DEPORTATION_ORDER,  # 64(1)(i), 64(2)(i)
        Custody.SPONSORED_BEFORE_ORDER,  # 64(1)(ii), 65(1)(ii)
        Custody.SPONSORED_AFTER_ORDER,
        Custody.SPECIAL_RELEASE,  # it stood aside
        Custody.PROVISIONAL_RELEASE_DETENTION_ORDER,  # it stood aside
        Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER,
        Custody.FREE,
        OUT,
    },
    Custody.TRAVEL_RESTRICTED: {
        Custody.SPONSORED_AFTER_ORDER,  # it stood aside
        Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER,
        Custody.FREE,
        Custody.CRIMINAL_CUSTODY,
        OUT,
    },
}
"""From each place on the axis, every other place that a step of the law leads to; `OUT` = custody has ended."""


def awaited() -> Desk:
    """Screened for detention, the order awaited."""
    one = desk()
    screened(one, f"{DAY}T09:00")
    return one


def to_be_taken() -> Desk:
    """The detention order issued and not executed."""
    one = awaited()
    order(one, f"{DAY}T09:10")
    return one


def taken() -> Desk:
    """Held under a detention order; the deportation order may issue."""
    one = desk()
    case = detained(one, f"{DAY}T09:00")
    handed_over(one, case, f"{DAY}T09:30")
    accepted(one, case, DAY)
    return one


def in_need() -> Desk:
    """Held in an emergency; the deportation order may issue."""
    one = desk()
    case = in_emergency(one, f"{DAY}T09:00")
    handed_over(one, case, f"{DAY}T09:30")
    accepted(one, case, DAY)
    return one


def newly_in_need() -> Desk:
    """Held in an emergency, not handed over."""
    one = desk()
    in_emergency(one, f"{LATER}T13:00")
    return one


def let_go_by_court() -> Desk:
    """Free on a court's word."""
    return _then(taken(), lambda one: do(one, "release", LATER, SII, **_BY_COURT))


def held_on() -> Desk:
    """Held under the deportation order, screened under 52(8)."""
    one = taken()
    one.act(case_of(one, "Deportation"), "issue_order", f"{DAY}T11:00", SII, **DESTINATION)
    do(one, "tell_removal_impossible", f"{DAY}T11:10", ICO, **REASONED)
    body = {"outcome": "detention", "sponsorship_considered": True, "reasons": "stated"}
    do(one, "screen_after_order", f"{DAY}T11:20", SII, **body)
    return one


def _then(one: Desk, step: Callable[[Desk], Any]) -> Desk:
    step(one)
    return one


def _told(one: Desk, fact: str, **body: Any) -> Desk:
    return _then(one, lambda it: tell(it, LATER, fact, **body))


def _arrested(one: Desk) -> Desk:
    held = {"custodian": "prison", "to_be_released": True}
    record(one, "record_proceedings", f"{LATER}T12:00", ICO, proceedings=[])
    return _then(one, lambda it: do(it, "record_criminal_custody", f"{LATER}T12:10", ICO, **held))


def _restricted(one: Desk) -> Desk:
    since = [{"since": "2025-08-03T09:00:00+09:00"}]
    record(one, "record_travel_restrictions", f"{LATER}T12:10", restrictions=since)
    return _then(one, lambda it: do(it, "set_travel_conditions", f"{LATER}T12:20", SII, **_CONDITIONS))


def _set_free(one: Desk) -> Desk:
    return _then(one, lambda it: do(it, "set_free_in_disaster", f"{LATER}T12:10", HEAD, **DISASTER))


def _set_free_on_the_last_day() -> Desk:
    one = desk()
    handed_over(one, detained(one, "2025-07-06T09:00"), "2025-07-06T09:30")
    return _set_free(one)


def _ordered_on_release() -> Desk:
    one = _told(taken(), "released")
    one.act(case_of(one, "Deportation"), "issue_order", f"{LATER}T13:00", SII, **DESTINATION)
    return one


def _specially_released() -> Desk:
    return _then(held_on(), lambda one: do(one, "release_specially", f"{LATER}T11:00", DIRECTOR, **_SPECIAL))


def _placed_in_prison(paragraph: str, start: Callable[[], Desk]) -> Desk:
    return _then(_arrested(start()), lambda one: tell(one, f"{LATER}T13:00", "placed", paragraph=paragraph))


_BY_COURT: dict[str, Any] = {
    "why": "court",
    "court": {"kind": "stay", "court": "Tokyo District Court", "decided_on": DAY},
    "reasons": "stated",
}
_CONDITIONS = TERMS | {"notify_by": "2025-10-31"}
_SPECIAL = TERMS | {"plainly_impossible": True, "reasons": "stated"}
PRE, POST = "44-2(6)", "52-2(5)"
_REVOKED = {"paragraph": POST, "how": "revoked"}
SETUPS: dict[str, Callable[[], Desk]] = {
    "free, order awaited": awaited,
    "free, to be taken": to_be_taken,
    "free by a court": let_go_by_court,
    "free, revoked": lambda: _told(_told(held_on(), "placed", paragraph=POST), "sponsorship_ended", **_REVOKED),
    "emergency": in_need,
    "emergency before the hand-over": newly_in_need,
    "detained": taken,
    "sponsored": lambda: _told(taken(), "placed", paragraph=PRE),
    "on release": lambda: _told(taken(), "released"),
    "on release, ordered": _ordered_on_release,
    "held on": held_on,
    "sponsored after": lambda: _told(held_on(), "placed", paragraph=POST),
    "released after": lambda: _told(held_on(), "released"),
    "special": _specially_released,
    "set free": lambda: _set_free(taken()),
    "set free in need": lambda: _set_free(in_need()),
    "set free on the last day": _set_free_on_the_last_day,
    "set free after": lambda: _set_free(held_on()),
    "arrested": lambda: _arrested(taken()),
    "arrested under the order": lambda: _arrested(held_on()),
    "arrested, sponsored": lambda: _arrested(_told(taken(), "placed", paragraph=PRE)),
    "arrested, on release": lambda: _arrested(_told(taken(), "released")),
    "arrested, released after": lambda: _arrested(_told(held_on(), "released")),
    "arrested, specially released": lambda: _arrested(_specially_released()),
    "placed in prison": lambda: _placed_in_prison(PRE, taken),
    "placed in prison after": lambda: _placed_in_prison(POST, held_on),
    "restricted": lambda: _restricted(held_on()),
    "restricted, sponsored": lambda: _restricted(_told(held_on(), "placed", paragraph=POST)),
    "restricted, released": lambda: _restricted(_told(held_on(), "released")),
}
ACTS: dict[str, tuple[str, dict[str, Any]]] = {
    "issue_detention_order": (SII, ORDER_PAPER | {"sponsorship_appropriate": False}),
    "report_expired_order": (ICO, {}),
    "refuse_emergency": (SII, {"no_item_applies": True, "reasons": "stated"}),
    "extend": (SII, {"days": 10, "reasons": "stated"}),
    "forgo_detention": (SII, REASONED),
    "detain": (ICO, {"facility": "rooms 1", "shown": EVERY_PAPER}),
    "show_papers": (ICO, {}),
    "assign_place": (SII, {"place": "centre", "facility": "centre 1", "reasons": "stated"}),
    "release": (SII, _BY_COURT),
    "weigh": (SII, REASONED),
    "tell_removal_impossible": (ICO, REASONED),
    "screen_after_order": (SII, {"outcome": "detention", "sponsorship_considered": True, "reasons": "stated"}),
    "release_specially": (DIRECTOR, _SPECIAL),
    "record_breach": (ICO, {"conduct": "fled", "reasons": "stated"}),
    "record_criminal_custody": (ICO, {"custodian": "court"}),
    "record_custodian": (ICO, {"custodian": "prison", "to_be_released": True}),
    "receive_from_criminal_custody": (ICO, {"facility": "rooms 1", "shown": EVERY_PAPER}),
    "release_on_notice": (ICO, {}),
    "end_criminal_custody": (ICO, {}),
    "set_free_in_disaster": (HEAD, DISASTER),
    "take_back": (ICO, {"facility": "rooms 1"}),
    "set_travel_conditions": (SII, _CONDITIONS),
    "receive_travel_notification": (CLERK, {"content": "stated", "next_by": "2025-10-31"}),
    "end_custody": (ICO, {}),
}
"""Every act of the procedure with a body that fits wherever the act does; an emergency needs the case's id."""
TOLD: tuple[dict[str, str], ...] = (
    {"fact": "decided", "paragraph": PRE},
    {"fact": "placed", "paragraph": PRE},
    {"fact": "placed", "paragraph": POST},
    {"fact": "sponsorship_ended", "paragraph": PRE, "how": "revoked"},
    {"fact": "sponsorship_ended", "paragraph": POST, "how": "revoked"},
    {"fact": "sponsorship_ended", "paragraph": PRE, "how": "lapsed"},
    {"fact": "released"},
    {"fact": "release_ended", "how": "revoked"},
    {"fact": "release_ended", "how": "expired"},
    {"fact": "release_ended", "how": "detention_decided"},
)


@cache
def _built(name: str) -> Desk:
    return SETUPS[name]()


@cache
def _ends(name: str) -> frozenset[Target]:
    """Where the person stands after each act and each fact tried from a place."""
    one = _built(name)
    return frozenset(place(tried) for tried in (*_acts(one), *_facts(one), *_others(one)))


def place(one: Desk) -> Target:
    """Where the person stands, or that custody has ended."""
    held = position(one).custody_held
    return held.custody if held else OUT


def _acts(one: Desk) -> Iterator[Desk]:
    case = case_of(one, "Detention")
    emergency = {"plain": True, "flight_before_order": True, "facility": "rooms 1", "reasons": "stated"}
    bodies = ACTS | {"detain_before_order": (ICO, emergency | {"deportation": case_of(one, "Deportation")})}
    for act, (by, body) in bodies.items():
        tried = copy(one)
        tried.try_act(case, act, NOW, by, **body)
        yield tried


def _facts(one: Desk) -> Iterator[Desk]:
    ordered = one.register.case(case_of(one, "Detention")).state.ordered
    for body in TOLD:
        tried = copy(one)
        if body["fact"] == "placed" and (body["paragraph"] == PRE) is ordered:
            continue
        if not _contradicts(tried, body):
            yield tried


def _contradicts(one: Desk, body: dict[str, str]) -> bool:
    """Tell a fact; whether it contradicts where the person stands, so that nothing is filed."""
    try:
        one.act(case_of(one, "Elsewhere"), "tell", NOW, CLERK, **body)
    except Defect as defect:
        if defect.ids[0] != "the_axis_agrees_with_its_procedures":
            raise
        return True
    return False


def _others(one: Desk) -> Iterator[Desk]:
    deportation = case_of(one, "Deportation")
    steps = (
        ("issue_order", SII, DESTINATION),
        ("withdraw_order", SII, REASONED),
    )
    for act, by, body in steps:
        tried = copy(one)
        tried.try_act(deportation, act, NOW, by, **body)
        yield tried
    tried = copy(one)
    own_motion = {"deportation": deportation, "reasons": "stated"}
    opened = tried.send(Kind.OPEN, "SpecialPermission", "", "consider_on_own_motion", NOW, HEAD, own_motion)
    if opened.outcome is Outcome.FILED:
        tried.try_act(opened.case, "grant", NOW, HEAD, **GRANT)
    yield tried
    tried = copy(one)
    record(tried, "record_departure", NOW, INSPECTOR, on=DAY)
    yield tried
    tried = copy(one)
    record(tried, "record_travel_restrictions", NOW, SII, restrictions=[])
    yield tried
    tried = copy(one)
    since = [{"since": "2025-08-05T09:00:00+09:00"}]
    record(tried, "record_travel_restrictions", NOW, restrictions=since)
    tried.try_act(case_of(tried, "Detention"), "set_travel_conditions", f"{NOW}T12:10", SII, **_CONDITIONS)
    yield tried


@pytest.mark.parametrize("name", SETUPS)
def test_only_allowed_transitions_are_taken(name: str) -> None:
    """Every act and every fact, tried from everywhere: the person stays, or stands where the table allows."""
    one = _built(name)
    start = place(one)
    assert isinstance(start, Custody)
    assert _ends(name) <= ALLOWED[start] | {start}


def test_every_allowed_transition_is_taken() -> None:
    """No row of the table stands only on paper."""
    taken_from: dict[Custody, set[Target]] = {}
    for name in SETUPS:
        one = _built(name)
        start = place(one)
        assert isinstance(start, Custody)
        taken_from.setdefault(start, set()).update(_ends(name))
    missing = {start: ends - taken_from[start] for start, ends in ALLOWED.items()}
    assert not {start: ends for start, ends in missing.items() if ends}


def test_every_act_of_the_procedure_is_tried() -> None:
    """An act added to the procedure is added here."""
    assert {*ACTS, "detain_before_order"} == set(one_declared())


def one_declared() -> frozenset[str]:
    """The acts of the procedure."""
    return frozenset(desk().procedures[Detention.__name__].acts)


def test_the_table_names_every_place() -> None:
    """Each place on the axis has its row, and its stage."""
    assert set(ALLOWED) == set(Custody)
    live = {stage.value for stage in Detention.stages if not stage.closed}
    assert live == {custody.value for custody in Custody}


def test_inner_openings_are_no_acts_of_people() -> None:
    """Custody follows a screening or an order; nobody opens it so by hand."""
    one = desk()
    filed = one.send(Kind.OPEN, "Detention", "", "follow_order", NOW, SII, {"deportation": "case"})
    assert filed.outcome is Outcome.REFUSED
