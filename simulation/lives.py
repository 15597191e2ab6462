"""Invented lives, written act by act for the import: what a caseload is made of. Days are counted back from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from register.importing import ImportedAct, ImportedFile

if TYPE_CHECKING:
    from register.people import NewPerson

_NATIONAL = frozenset({"minister", "commissioner", "counselor-1"})
_FIRST_HOUR, _STEP, _HOUR = 8, 10, 60
_NO_ROOM = "a day has room for 80 acts, in order of time, and the import follows them"


class Life:
    """The acts of one person, in order of time.

    Args:
        reference: unique in the file.
        person: who it is.
        office: where the cases are kept, and whose officers act.
    """

    def __init__(self, reference: str, person: NewPerson, office: str = "tokyo") -> None:
        self.reference = reference
        self.person = person
        self.office = office
        self._acts: list[ImportedAct] = []
        self._day = 100_000
        self._minute = 0

    def open(self, day: int, procedure: str, opening: str, by: str, name: str = "", **body: Any) -> str:  # noqa: ANN401
        """Open a case so many days before the import; returns the name that later acts use."""
        self._add({"open": procedure, "as": name or None, "act": opening}, day, by, body)
        return name or procedure

    def act(self, day: int, case: str, act: str, by: str, **body: Any) -> None:  # noqa: ANN401  (the body of any act)
        """Do an act."""
        self._add({"case": case, "act": act}, day, by, body)

    def file(self) -> ImportedFile:
        """The line."""
        return ImportedFile(reference=self.reference, office=self.office, person=self.person, acts=tuple(self._acts))

    def instant(self, day: int, ahead: int) -> str:
        """The instant that an act will have, so many acts ahead."""
        minute = (self._minute if day == self._day else _FIRST_HOUR * _HOUR - _STEP) + _STEP * ahead
        return f"-{day}d {minute // _HOUR:02}:{minute % _HOUR:02}"

    def wait_until(self, day: int, hour: int) -> None:
        """Let the next act be done on a day at an hour, not in the morning."""
        self._minute, self._day = hour * _HOUR - _STEP, day

    def _add(self, named: dict[str, str | None], day: int, by: str, body: dict[str, Any]) -> None:
        entry = {**named, "at": self._next_instant(day), "by": self._officer(by), "with": body}
        self._acts.append(ImportedAct.model_validate(entry))

    def _next_instant(self, day: int) -> str:
        """Some minutes after the act before it on the same day."""
        told = self.instant(day, 1)
        self._minute = self._minute + _STEP if day == self._day else _FIRST_HOUR * _HOUR
        if not 1 <= day <= self._day or self._minute >= 24 * _HOUR:
            raise ValueError(_NO_ROOM)
        self._day = day
        return told

    def _officer(self, by: str) -> str | None:
        if not by:
            return None
        return f"moj-{by}" if by in _NATIONAL else f"{self.office}-{by}"


def on(day: int) -> str:
    """A day before the import; a negative number is a day to come."""
    return f"{-day:+}d"


def working(day: int) -> str:
    """The same day, or the last working day before it: officers designate no other."""
    return f"{-day:+}d working"


def keep_circumstances(life: Life, day: int, status_until: int | None = None, *, listed_crime: bool = False) -> None:
    """Put on record how the person stays, and sentences.

    Args:
        life: whose.
        day: when it is put on record.
        status_until: the last day of a status of residence; None = without a status.
        listed_crime: was sentenced for one, suspended.
    """
    stay = {"kind": "none", "since": on(day)}
    if status_until is not None:
        stay = {"kind": "status_of_residence", "since": on(day + 400), "until": on(status_until)}
    sentence = {"final_on": on(day + 30), "months": 12, "suspension": "whole", "listed_crime": True}
    life.open(day, "Circumstances", "keep", "inspector")
    life.act(day, "Circumstances", "record_stays", "inspector", stays=[stay])
    life.act(day, "Circumstances", "record_sentences", "inspector", sentences=[sentence] * listed_crime)
    life.act(day, "Circumstances", "record_security_ground", "inspector", applies=False, reasons="asked")


def prepare_removal(life: Life, day: int, country: str) -> None:
    """Put on record that nothing outside the procedures stands against removal, and tell the person of it."""
    place = {
        "country": country,
        "permitted_by_53": True,
        "accepts": True,
        "persecution": False,
        "torture_or_disappearance": False,
    }
    case = "Circumstances"
    life.act(day, case, "record_court_stays", "supervisor", stays=[])
    life.act(day, case, "record_proceedings", "control", proceedings=[])
    life.act(day, case, "record_travel_restrictions", "supervisor", restrictions=[])
    life.act(day, case, "find_destination", "supervisor", destination=place, reasons="the country of nationality")
    life.act(day, case, "tell_removal", "control", notice={"told_on": on(day)})


RECEIVED = {"way": "handed_over", "reached_the_person": True}
REFUSAL: dict[str, Any] = {
    "outcome": "refugee_refused",
    "reasons": "in writing",
    "protection_assessment": "assessed: no real risk found",
    "instructs_on_review": True,
}
_PANEL = [{"reference": f"counselor-{one}", "is_head": one == 1, "conflicts": []} for one in (1, 2, 3)]
_ALL_THREE = [one["reference"] for one in _PANEL]


def apply(life: Life, day: int, kind: str = "refugee", name: str = "application", **more: Any) -> str:  # noqa: ANN401
    """Apply for recognition."""
    body = {"kind": kind, "material_came_with_it": False, **more}
    return life.open(day, "RefugeeApplication", "file_application", "clerk", name, **body)


def ask(life: Life, day: int, case: str) -> None:
    """Ask the National Public Safety Commission."""
    life.act(day, case, "ask_commission", "head", asked_on=on(day))


def interview(life: Life, day: int, case: str) -> None:
    """Question the applicant."""
    body = {"held_on": on(day), "care_taken": "breaks, an interpreter of the same sex", "record_made": True}
    life.act(day, case, "interview", "inquirer", **body)


def refuse(life: Life, day: int, case: str, kind: str = "refugee") -> None:
    """Refuse recognition."""
    outcome = "refugee_refused" if kind == "refugee" else "protection_refused"
    life.act(day, case, "decide", "head", **REFUSAL | {"outcome": outcome})


def deliver(life: Life, day: int, case: str) -> None:
    """Certify that the refusal reached the applicant."""
    life.act(day, case, "certify_receipt", "clerk", received_on=on(day), **RECEIVED)


def refuse_whole(life: Life, filed: int, refused: int, received: int, **more: Any) -> str:  # noqa: ANN401
    """An application from its filing to the delivery of its refusal."""
    case = apply(life, filed, **more)
    ask(life, (filed + refused) // 2, case)
    refuse(life, refused, case, more.get("kind", "refugee"))
    deliver(life, received, case)
    return case


def request_review(life: Life, day: int, case: str, disposition: str = "refugee_refused", **more: Any) -> str:  # noqa: ANN401
    """Request a review of a disposition; returns the name of its case."""
    body = {"case": f"${case}", "disposition": disposition, **more}
    return life.open(day, "ReviewRequest", "request_review", "clerk", f"review_of_{case}", **body)


def name_panel(life: Life, day: int, review: str) -> None:
    """Name three counselors."""
    body = {"counselors": _PANEL, "assistant": "inquirer-2", "assistant_conflicts": [], "papers_shown": True}
    life.act(day, review, "name_panel", "minister", **body)


def give_opinion(life: Life, day: int, review: str, opinion: str = "dismissed") -> None:
    """Receive the written statement, and give the opinion on it."""
    life.act(day, review, "receive_statement", "clerk", received_on=on(day))
    view = {"counselors": _ALL_THREE, "opinion": opinion, "reasons": "stated"}
    life.act(day, review, "give_opinion", "counselor-1", signed_by=_ALL_THREE, views=[view])


def decide_review(life: Life, day: int, review: str, result: str = "dismissed", **more: Any) -> None:  # noqa: ANN401
    """Let the counselors give their opinion and the Minister decide."""
    name_panel(life, day + 20, review)
    give_opinion(life, day + 10, review, result)
    body = {"result": result, "reasons": "in writing", "gist_of_opinion": "stated", **more}
    life.act(day, review, "decide", "minister", **body)


def serve_review(life: Life, day: int, review: str) -> None:
    """Certify that the decision on the review was served."""
    life.act(day, review, "certify_service", "clerk", received_on=on(day), **RECEIVED)
