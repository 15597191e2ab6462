"""Orders beside a deportation order, for the stories that begin there: everything on record, nothing in the way."""

from datetime import date
from typing import Any

from engine.command import Filed, Kind, Outcome
from engine.declaration import Procedures
from engine.history import drift, replay
from engine.position import Position
from law.clock_rule import ClockRule
from law.country_notice import CountryNotice
from law.enforcement_clocks import PASSPORT_ORDER_PERIOD, PENAL_ORDER_PERIOD
from tests.procedures.deportation_story import CLERK, HEAD, ICO, INSPECTOR, RI, SII, circumstances, ordered
from tests.procedures.desk import Desk, jst
from tests.procedures.stay_story import AnApplication
from workflows.procedures import PROCEDURES

__all__ = ["CLERK", "HEAD", "ICO", "INSPECTOR", "RI", "SII", "circumstances"]

ALL = Procedures((*PROCEDURES, AnApplication))
NOTICE = CountryNotice("12", date(2024, 6, 10), frozenset({"PH", "VN"}))
COUNTRY: dict[str, Any] = {
    "country": "IR",
    "permitted_by_53": True,
    "accepts": False,
    "persecution": False,
    "torture_or_disappearance": False,
}
NO_WILL: dict[str, Any] = {
    "reasons": ["55-2(1)(i)"],
    "appropriate": True,
    "last_day": "2025-06-30",
    "period_reasonable": True,
    "stated": "as written",
}
COMMANDED: dict[str, Any] = {
    "acts": ["52(12)"],
    "last_day": "2025-06-30",
    "needed_for_removal": True,
    "period_reasonable": True,
    "reasons": "the embassy asks for it",
}
WORDS = {"words": "as recorded"}


def desk(day: str = "2025-06-02", without: tuple[str, ...] = ()) -> Desk:
    """A status-less person ordered out at noon of a day, every fact on record from 06:30 but those in `without`."""
    one = Desk(ALL)
    one.register.country_notices = (NOTICE,)
    kept = one.open("Circumstances", "keep", f"{day}T06:00", INSPECTOR)
    known: dict[str, tuple[str, dict[str, Any]]] = {
        "record_stays": (INSPECTOR, {"stays": []}),
        "record_sentences": (INSPECTOR, {"sentences": []}),
        "record_security_ground": (INSPECTOR, {"applies": False, "reasons": "asked"}),
        "record_court_stays": (SII, {"stays": []}),
        "record_proceedings": (INSPECTOR, {"proceedings": []}),
        "record_travel_restrictions": (SII, {"restrictions": []}),
        "find_destination": (SII, {"destination": COUNTRY, "reasons": "looked into"}),
    }
    for name, (by, body) in known.items():
        if name not in without:
            one.act(kept, name, f"{day}T06:30", by, **body)
    ordered(one, day)
    return one


def considered(one: Desk, day: str = "2025-06-09") -> str:
    """A penal order is considered at 09:00, no will to leave declared at 09:10, the opinion heard at 09:20."""
    case = one.open("PenalOrder", "consider", f"{day}T09:00", SII)
    one.act(case, "record_declaration", f"{day}T09:10", ICO, on=day, **WORDS)
    one.act(case, "hear", f"{day}T09:20", SII, on=day, opinion="as recorded")
    return case


def issued(one: Desk, day: str = "2025-06-09", **changes: Any) -> str:
    """Issued at 10:00."""
    case = considered(one, day)
    one.act(case, "issue", f"{day}T10:00", SII, **(NO_WILL | changes))
    return case


def in_force(one: Desk, day: str = "2025-06-09", **changes: Any) -> str:
    """Handed over at 11:00: the order binds, until 30 June 2025 where nothing else is said."""
    case = issued(one, day, **changes)
    one.act(case, "hand_over", f"{day}T11:00", SII)
    return case


def commanded(one: Desk, day: str = "2025-06-09", **changes: Any) -> str:
    """A passport order, handed over at 11:00."""
    case = one.open("PassportOrder", "command", f"{day}T10:00", SII, **(COMMANDED | changes))
    one.act(case, "hand_over", f"{day}T11:00", SII)
    return case


def applied(one: Desk, at: str, **more: Any) -> str:
    """An application for recognition."""
    body = {"kind": "refugee", "material_came_with_it": False, **more}
    return one.open("RefugeeApplication", "file_application", at, CLERK, **body)


def withdrawn(one: Desk, application: str, at: str) -> None:
    """The application is withdrawn in writing, and found to be of free will, in one hour."""
    one.act(application, "receive_withdrawal", at, CLERK, in_writing=True)
    one.act(application, "weigh_withdrawal", at, RI, voluntary=True, reasons="asked")


def stays(one: Desk, at: str, *stays: dict[str, str]) -> None:
    """Put on record what courts stayed."""
    one.act(circumstances(one), "record_court_stays", at, SII, stays=list(stays))


def restrictions(one: Desk, at: str, *restrictions: dict[str, str]) -> None:
    """Put travel restrictions on record."""
    one.act(circumstances(one), "record_travel_restrictions", at, SII, restrictions=list(restrictions))


def left(one: Desk, at: str, on: str | None = None) -> None:
    """The person left Japan."""
    one.act(circumstances(one), "record_departure", at, INSPECTOR, on=on or at[:10])


def standing(one: Desk, case: str, at: str | None = None) -> tuple[str, date | None, int | None]:
    """The stage, the last day of the running period, and the days left of a suspended one."""
    found = one.register.dossier(one.person, None).cases[case] if at is None else position(one, at).cases[case]
    clock = found.clock(_PERIOD[found.procedure])
    running = clock is not None and clock.ends_at is not None
    return str(found.stage), clock.last_day if clock and running else None, clock.days_left if clock else None


def position(one: Desk, at: str) -> Position:
    """The person's position at an instant, with clocks lapsed."""
    return one.register.position(one.person, jst(at))


def facts(one: Desk, case: str) -> list[str]:
    """What stands on record of a case, in order."""
    return [fact.kind for fact in one.register.facts(one.person) if fact.case == case]


def lapse(one: Desk, until: str) -> None:
    """Let everything lapse that has run out."""
    one.register.let_lapse(one.person, jst(until))


def try_open(one: Desk, procedure: str, opening: str, at: str, by: str = SII, **body: Any) -> Filed:
    """Open a case, whatever the answer is."""
    return one.send(Kind.OPEN, procedure, "", opening, at, by, body)


def codes(filed: Filed) -> list[str]:
    """The codes of a refusal, every ground of which names an article and a remedy."""
    assert filed.outcome is Outcome.REFUSED
    assert filed.refusal is not None
    assert all(each.basis and each.remedy for each in filed.refusal.reasons)
    return [each.code for each in filed.refusal.reasons]


def no_drift(one: Desk) -> None:
    """What is on file is what its entries make of it when they are lived again."""
    on_file = one.register.dossier(one.person)
    life = replay(one.procedures, one.person, one.register.history(one.person), until=on_file.latest)
    assert not life.refused
    assert drift(on_file, life) == ()


_PERIOD: dict[str, ClockRule] = {"PenalOrder": PENAL_ORDER_PERIOD, "PassportOrder": PASSPORT_ORDER_PERIOD}
