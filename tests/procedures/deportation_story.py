"""The usual way of a deportation case, one line per instance, for the stories that need it."""

from datetime import timedelta
from typing import Any

from engine.declaration import Procedures
from engine.position import Position
from law.holidays import is_administrative_holiday
from tests.procedures.desk import Desk, jst
from tests.procedures.sponsorship_story import decision
from tests.procedures.stay_story import NO_EXCLUSION, TERMS, AnApplication
from workflows.procedures import PROCEDURES

ICO, INSPECTOR = "immigration_control_officer", "immigration_inspector"
SIO, SII = "special_inquiry_officer", "supervising_immigration_inspector"
HEAD, CLERK, RI = "regional_bureau_head", "bureau_clerk", "refugee_inquirer"
SUSPICION: dict[str, Any] = {"grounds": [{"ground": "24(iv)(ro)", "since": "2025-01-07"}], "reasons": "stated"}
DEPORTABLE: dict[str, Any] = {"outcome": "deportable", "tells_special_permission": True, "reasons": "stated"}
FOUND = DEPORTABLE | {"ground": "24(iv)(ro)", "tells_hearing": True}
UPHELD = DEPORTABLE | {"tells_objection": True}
DISMISSED = {"outcome": "deportable", "reasons": "stated"}
SIGNED = {"signed": True, "explained_in": "English"}
OBJECTION = {"written": True, "shown": ["facts_mistaken"], "content": "stated"}
DESTINATION = {"destination": "XA", "reasons": "stated"}
ELIGIBLE = {"deported_before": False, "left_under_departure_order_before": False, "certain_to_leave": True}
ORDER_PAPER: dict[str, Any] = {
    "residence": "an address",
    "facts": "stated",
    "facility": "rooms 1",
    "valid_until": "2100-01-29",
    "reasons": "stated",
}
HOLDER_STATUS = {"status": "s", "period": "p", "weighed": "w"}


def desk() -> Desk:
    """A status-less person without sentences."""
    one = Desk(Procedures((*PROCEDURES, AnApplication)))
    kept = one.open("Circumstances", "keep", "2025-02-03", INSPECTOR)
    one.act(kept, "record_stays", "2025-02-03", INSPECTOR, stays=[])
    one.act(kept, "record_sentences", "2025-02-03", INSPECTOR, sentences=[])
    return one


def circumstances(one: Desk) -> str:
    """The case of the person's circumstances."""
    return position(one).of("Circumstances")[0].id


def position(one: Desk) -> Position:
    """The person's position as it stands on file."""
    return Position(one.register.dossier(one.person).cases, one.procedures)


def investigated(one: Desk, day: str, **suspicion: Any) -> str:
    """Begun at 08:00."""
    return one.open("Deportation", "investigate", f"{day}T08:00", ICO, **(SUSPICION | suspicion))


def detained(one: Desk, day: str) -> str:
    """The detention order issued at 08:22 and executed at 08:24; returns the case that keeps custody."""
    custody = position(one).of("Detention")[-1].id
    one.act(custody, "issue_detention_order", f"{day}T08:22", SII, **ORDER_PAPER)
    one.act(custody, "detain", f"{day}T08:24", ICO, facility="rooms 1", shown=["detention_order"])
    return custody


def sponsored(one: Desk, at: str) -> str:
    """The Sponsorship that the screening chose, decided; returns its case."""
    case = position(one).of("Sponsorship")[-1].id
    notify_by = jst(at).date() + timedelta(days=84)
    while is_administrative_holiday(notify_by):
        notify_by -= timedelta(days=1)
    one.act(case, "decide", at, SII, **decision(notify_by=notify_by.isoformat()))
    return case


def examined(one: Desk, day: str, outcome: str = "sponsorship", **suspicion: Any) -> str:
    """Notified, screened, detained or sponsored as was chosen, and handed over until 08:30."""
    case = investigated(one, day, **suspicion)
    one.act(case, "notify", f"{day}T08:10", ICO, reasons="stated")
    one.act(case, "screen", f"{day}T08:20", SII, outcome=outcome, sponsorship_considered=True, reasons="stated")
    if outcome == "detention":
        detained(one, day)
    else:
        sponsored(one, f"{day}T08:25")
    one.act(case, "hand_over_case" if outcome == "sponsorship" else "hand_over_person", f"{day}T08:30", ICO)
    return case


def found(one: Desk, day: str) -> str:
    """Found deportable at 08:40."""
    case = examined(one, day)
    one.act(case, "find", f"{day}T08:40", INSPECTOR, **FOUND)
    return case


def told(one: Desk, day: str) -> str:
    """The notice of the finding received at 09:00."""
    case = found(one, day)
    one.act(case, "certify_finding_received", f"{day}T09:00", CLERK, received_on=day)
    return case


def accepted(one: Desk, day: str) -> str:
    """The finding accepted, the waiver of a hearing signed at 10:00: α."""
    case = told(one, day)
    one.act(case, "accept_finding", f"{day}T10:00", SII, **SIGNED)
    return case


def heard(one: Desk, day: str) -> str:
    """The hearing requested and held until 11:00."""
    case = told(one, day)
    one.act(case, "request_hearing", f"{day}T10:00", CLERK)
    one.act(case, "appoint_hearing", f"{day}T10:10", SIO, held_at=f"{day}T11:00:00+09:00", place="a room")
    one.act(case, "hold_hearing", f"{day}T11:00", SIO, suspect_attended=True, record="stated")
    return case


def upheld(one: Desk, day: str) -> str:
    """The finding upheld, its notice received at 13:00."""
    case = heard(one, day)
    one.act(case, "decide_hearing", f"{day}T12:00", SIO, **UPHELD)
    one.act(case, "certify_decision_received", f"{day}T13:00", CLERK, received_on=day)
    return case


def forwarded(one: Desk, day: str) -> str:
    """The objection with the Minister at 15:00."""
    case = upheld(one, day)
    one.act(case, "object", f"{day}T14:00", CLERK, **OBJECTION)
    one.act(case, "forward_objection", f"{day}T15:00", SII)
    return case


def dismissed(one: Desk, day: str) -> str:
    """The objection dismissed at 16:00, not told yet."""
    case = forwarded(one, day)
    one.act(case, "decide_objection", f"{day}T16:00", HEAD, **DISMISSED)
    return case


def ordered(one: Desk, day: str) -> str:
    """Accepted, special permission waived, the order issued at 12:00."""
    case = accepted(one, day)
    one.act(case, "waive_special_permission", f"{day}T11:00", SII, **SIGNED)
    one.act(case, "issue_order", f"{day}T12:00", SII, **DESTINATION)
    return case


def stay_delivered(one: Desk, day: str, last_day: str) -> str:
    """Provisional stay examined, permitted and delivered on a day from 17:00."""
    application = one.open("AnApplication", "file", f"{day}T17:00", CLERK)
    stay = one.open("ProvisionalStay", "examine", f"{day}T17:10", RI, application=application)
    one.act(stay, "find_exclusions", f"{day}T17:20", RI, **(NO_EXCLUSION | {"landed_on": day}))
    one.act(stay, "permit", f"{day}T17:30", HEAD, last_day=last_day, conditions=TERMS, content="terms")
    one.act(stay, "hand_over_permit", f"{day}T17:40", INSPECTOR)
    return stay


def stay_revoked(one: Desk, stay: str, day: str) -> None:
    """Provisional stay revoked for a breach of condition, the notice received at noon."""
    one.act(stay, "revoke", f"{day}T09:00", HEAD, conduct=["61-2-6(iii)"], reasons="stated")
    one.act(stay, "certify_revocation_received", day, CLERK, received_on=day)
