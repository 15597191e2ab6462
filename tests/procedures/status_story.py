"""The revocation of a status up to its steps, and a landing for temporary refuge, for the stories that begin there."""

from typing import Any

from engine.command import Kind, Outcome
from engine.declaration import Procedures
from engine.position import Position
from law.finding import Answer
from tests.procedures.desk import Desk, jst
from workflows.departure_order_record import ExposedToPenalty
from workflows.effects import StayRecorded
from workflows.procedures import PROCEDURES
from workflows.staying_on import StayedOn

ICO, INSPECTOR, RI = "immigration_control_officer", "immigration_inspector", "refugee_inquirer"
HEAD, MINISTER, CLERK = "regional_bureau_head", "minister", "bureau_clerk"
STATUS = {"kind": "status_of_residence", "since": "2024-04-01", "until": "2027-03-31"}
INACTIVE = "22-4(1)(vi)"
FACTS: dict[str, dict[str, Any]] = {
    "22-4(1)(i)": {"means_found": True},
    "22-4(1)(ii)": {"means_found": True},
    "22-4(1)(iii)": {"means_found": True},
    "22-4(1)(iv)": {"means_found": True, "later_permission": False},
    "22-4(1)(v)": {
        "table_one": True,
        "does_its_activity": False,
        "does_other_activity": True,
        "just_cause": False,
    },
    "22-4(1)(vi)": {"table_one": True, "counts_from": "2024-11-30", "just_cause": False},
    "22-4(1)(vii)": {"spouse_only": True, "counts_from": "2024-06-30", "just_cause": False},
    "22-4(1)(viii)": {"mid_to_long_term": True, "counts_from": "2024-04-01", "just_cause": False},
    "22-4(1)(ix)": {"mid_to_long_term": True, "counts_from": "2024-10-01", "just_cause": False},
    "22-4(1)(x)": {"mid_to_long_term": True, "means_found": True},
    "61-2-11(1)": {"means_found": True},
}
"""With each of them the ground is there on 3 March 2025."""
NOTICE: dict[str, Any] = {"hearing_at": "2025-04-15T10:00:00+09:00", "place": "room 1", "facts": "stated"}
HELD: dict[str, Any] = {"attendance": "person", "facts_explained": True, "record_made": True}
AT_HOME: dict[str, Any] = {"delivery": "61-8-2(4)", "at_residence": True, "person_met": True}
WITHOUT_PERIOD = ("22-4(1)(i)", "22-4(1)(ii)")


def desk(stays: list[dict[str, Any]] | None = None) -> Desk:
    """Somebody with a status until March 2027, of clean record."""
    one = Desk(Procedures(PROCEDURES))
    kept = one.open("Circumstances", "keep", "2025-02-03", INSPECTOR)
    one.act(kept, "record_stays", "2025-02-03", INSPECTOR, stays=[STATUS] if stays is None else stays)
    one.act(kept, "record_sentences", "2025-02-03", INSPECTOR, sentences=[])
    return one


def position(one: Desk) -> Position:
    """The person's position as it stands on file."""
    return Position(one.register.dossier(one.person).cases, one.procedures)


def circumstances(one: Desk) -> str:
    """The case of the person's circumstances."""
    return position(one).of("Circumstances")[0].id


def status_less(one: Desk, at: str) -> bool:
    """Whether the person is without a status at an instant, with the clocks lapsed up to it."""
    dossier = one.register.dossier(one.person, jst(at))
    return Position(dossier.cases, one.procedures).status_less(jst(at)).value is Answer.YES


def refused_opening(one: Desk, procedure: str, opening: str, at: str, by: str, **body: Any) -> tuple[str, str]:
    """An opening that must be refused: its code and remedy, having seen an article."""
    filed = one.send(Kind.OPEN, procedure, "", opening, at, by, body)
    assert filed.outcome is Outcome.REFUSED
    assert filed.refusal is not None
    assert filed.refusal.reasons[0].basis
    return filed.refusal.code, filed.refusal.remedy


def reported(one: Desk, *grounds: str, by: str = INSPECTOR) -> str:
    """Facts became known on 3 March 2025."""
    named = list(grounds or (INACTIVE,))
    return one.open("StatusRevocation", "report_facts", "2025-03-03T09:00", by, grounds=named, facts="stated")


def found(one: Desk, *grounds: str, by: str = INSPECTOR) -> str:
    """Reported, and the facts found."""
    case = reported(one, *grounds, by=by)
    for ground in grounds or (INACTIVE,):
        one.act(case, "find_facts", "2025-03-03T10:00", by, ground=ground, reasons="stated", **FACTS[ground])
    return case


def notified(one: Desk, *grounds: str, by: str = INSPECTOR) -> str:
    """A hearing on 15 April 2025 was appointed, and its notice delivered on 11 March."""
    case = found(one, *grounds, by=by)
    named = list(grounds or (INACTIVE,))
    one.act(case, "appoint_hearing", "2025-03-10", HEAD, grounds=named, in_good_time=True, **NOTICE)
    one.act(case, "deliver", "2025-03-11", INSPECTOR, **AT_HOME)
    return case


def heard(one: Desk, *grounds: str, by: str = INSPECTOR) -> str:
    """Heard on 15 April 2025, and reported on the next day."""
    case = notified(one, *grounds, by=by)
    one.act(case, "hear", "2025-04-15T10:30", by, **HELD)
    one.act(case, "report_hearing", "2025-04-16", by, opinion="stated", claims="stated")
    return case


def decision(ground: str = INACTIVE, **changes: Any) -> dict[str, Any]:
    """A revocation on 18 April 2025, with a period until Friday 16 May where there is one."""
    body: dict[str, Any] = {"ground": ground, "other_status_considered": True, "reasons": "stated"}
    return body | ({} if ground in WITHOUT_PERIOD else {"until": "2025-05-16"}) | changes


def revoked(one: Desk, ground: str = INACTIVE, by: str = INSPECTOR, **changes: Any) -> str:
    """Revoked on 18 April 2025, the notice to be served."""
    case = heard(one, ground, by=by)
    one.act(case, "revoke", "2025-04-18T10:00", HEAD, **decision(ground, **changes))
    return case


def served(one: Desk, ground: str = INACTIVE, by: str = INSPECTOR, **changes: Any) -> str:
    """The notice of revocation delivered on 21 April 2025 at 15:00."""
    case = revoked(one, ground, by, **changes)
    one.act(case, "deliver", "2025-04-21T15:00", ICO, **AT_HOME)
    return case


APPLICATION: dict[str, Any] = {"on_board": True, "form_6": True, "form_26_2": True, "content": "stated"}
PERMIT: dict[str, Any] = {
    "limb": "18-2(1)(i)(i)",
    "appropriate": True,
    "last_day": "2025-12-10",
    "conditions": ["18(5)(ii)", "18(5)(iii)", "18(5)(iv)"],
    "content": "terms",
    "reasons": "stated",
}


def on_board() -> Desk:
    """A person of whom nothing is on record."""
    return Desk(Procedures(PROCEDURES))


def landed(one: Desk, **changes: Any) -> str:
    """Applied for and permitted on 10 June 2025, until 10 December."""
    case = one.open("TemporaryRefuge", "apply", "2025-06-10T08:00", INSPECTOR, **APPLICATION)
    one.act(case, "permit", "2025-06-10T09:00", INSPECTOR, **(PERMIT | changes))
    return case


def exposures(one: Desk) -> list[str]:
    """The penal provisions to which the person was exposed, in order."""
    bodies = (fact.body for fact in one.register.facts(one.person))
    return [body.article for body in bodies if isinstance(body, ExposedToPenalty)]


def arisen(one: Desk) -> list[tuple[str, str]]:
    """The items of Article 24 that arose by staying on, with the day."""
    bodies = (fact.body for fact in one.register.facts(one.person))
    return [(body.ground.value, body.since.isoformat()) for body in bodies if isinstance(body, StayedOn)]


def stays_recorded(one: Desk) -> list[bool]:
    """Whether the person was status-less, each time that how he or she stays came on record."""
    bodies = (fact.body for fact in one.register.facts(one.person))
    return [body.status_less for body in bodies if isinstance(body, StayRecorded)]
