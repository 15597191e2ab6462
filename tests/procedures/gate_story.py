"""What can come between a request, an authorisation and a boarding: commands about one person, in one line each."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from engine.command import Command, Kind, case_id_of
from tests.procedures.desk import jst
from tests.procedures.removal_story import CLERK, COUNTRY, HEAD, ICO, INSPECTOR, OTHER_ICO, OTHER_SII, SII

DAY = "2025-06-09"


def at(time: str) -> str:
    """A time of the day of the removal."""
    return f"{DAY}T{time}"


@dataclass
class Racer:
    """Somebody whose removal is planned, with the cases that commands name."""

    person: str
    cases: dict[str, str] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)
    """Of some acts, the entry on file."""

    @property
    def authorised(self) -> bool:
        """Whether the removal is authorised already."""
        return "authorise_removal" in self.entries

    def act(self, procedure: str, act: str, when: str, by: str, received: str | None = None, **body: Any) -> Command:
        """An act on one of the cases."""
        return self._command(Kind.ACT, procedure, act, when, by, received, body)

    def gate(self, act: str, when: str, by: str) -> Command:
        """An act of the enforcement on the plan that stands."""
        return self.act("Enforcement", act, when, by, plan=1)

    def circumstance(self, act: str, when: str, by: str, received: str | None = None, **body: Any) -> Command:
        """Something that bears on the person."""
        return self.act("Circumstances", act, when, by, received, **body)

    def apply(self, when: str, received: str | None = None) -> Command:
        """An application for recognition."""
        body = {"kind": "refugee", "material_came_with_it": False}
        return self._command(Kind.OPEN, "RefugeeApplication", "file_application", when, CLERK, received, body)

    def amend(self, kind: Kind, procedure: str, target: str, when: str, **body: Any) -> Command:
        """A correction of an entry, or the decision on a contested one."""
        command = self._command(kind, procedure, kind.value, when, HEAD, None, body)
        return command.model_copy(update={"target": target})

    def resolve(self, case: str, target: str, when: str, verdict: str) -> Command:
        """The decision on a contested entry; one that would open a case stands marked in the person's first."""
        procedure = next((name for name, one in self.cases.items() if one == case), "Circumstances")
        return self.amend(Kind.RESOLVE, procedure, target, when, verdict=verdict, reason="weighed")

    def _command(
        self, kind: Kind, procedure: str, act: str, when: str, by: str, received: str | None, body: dict[str, Any]
    ) -> Command:
        identity = f"{act}-{uuid4().hex[:12]}"
        return Command(
            id=identity,
            kind=kind,
            person=self.person,
            case=case_id_of(identity) if kind is Kind.OPEN else self.cases[procedure],
            procedure=procedure,
            act=act,
            body=body,
            occurred_at=jst(when),
            received_at=jst(received or when),
            decided_by=by,
            entered_by=by,
        )


Step = Command | str
"""A command, or the instant up to which the sweeper files what has run out."""
Event = Callable[[Racer, str], Step]


EARLIER, EARLY = at("09:20:00"), at("09:40:00")
"""Before the request of 09:30, and after it: what happened then and comes to the record only now."""


EVENTS: dict[str, Event] = {
    "application": lambda one, when: one.apply(when),
    "court stay": lambda one, when: one.circumstance(
        "record_court_stays", when, SII, stays=[{"scope": "removal", "since": jst(when).isoformat()}]
    ),
    "travel restriction": lambda one, when: one.circumstance(
        "record_travel_restrictions", when, SII, restrictions=[{"since": jst(when).isoformat()}]
    ),
    "proceedings": lambda one, when: one.circumstance(
        "record_proceedings", when, INSPECTOR, proceedings=[{"kind": "criminal", "since": DAY}]
    ),
    "fear": lambda one, when: one.circumstance(
        "find_destination", when, SII, destination=COUNTRY | {"persecution": True}, reasons="told anew"
    ),
    "another country": lambda one, when: one.circumstance(
        "find_destination", when, SII, destination=COUNTRY | {"country": "XB"}, reasons="found anew"
    ),
    "order withdrawn": lambda one, when: one.act("Deportation", "withdraw_order", when, SII, reasons="stated"),
    "harmless": lambda one, when: one.circumstance("record_sentences", when, INSPECTOR, sentences=[]),
    "correction": lambda one, when: one.amend(
        Kind.CORRECT,
        "Circumstances",
        one.entries["tell_removal"],
        when,
        body={"notice": {"told_on": "2025-06-02"}},
        reason="typed",
    ),
    "annulment": lambda one, when: one.amend(
        Kind.CORRECT, "Deportation", one.entries["show_order"], when, annul=True, reason="shown to somebody else"
    ),
    "late and harmless": lambda one, when: one.circumstance(
        "record_sentences", EARLIER, INSPECTOR, received=when, sentences=[]
    ),
    "late court stay": lambda one, when: one.circumstance(
        "record_court_stays",
        EARLY,
        SII,
        received=when,
        stays=[{"scope": "removal", "since": jst(at("09:35")).isoformat()}],
    ),
    "late application": lambda one, when: one.apply(EARLIER, received=when),
    "second authorisation": lambda one, when: one.gate("authorise_removal", when, OTHER_SII),
    "second boarding": lambda one, when: one.gate("board", when, OTHER_ICO),
    "given up": lambda one, when: one.act("Enforcement", "give_up_authorisation", when, ICO, reasons="stated"),
    "refused": lambda one, when: one.act("Enforcement", "refuse_removal", when, SII, reasons="stated"),
    "authorisation annulled": lambda one, when: one.amend(
        Kind.CORRECT, "Enforcement", one.entries.get("authorise_removal", "none"), when, annul=True, reason="typed"
    ),
    "told again": lambda one, when: one.circumstance(
        "tell_removal", when, ICO, notice={"told_on": DAY, "lawyer_asked": True}
    ),
    "departure": lambda one, when: one.circumstance("record_departure", when, INSPECTOR, on=DAY),
    "death": lambda one, when: one.circumstance("record_death", when, INSPECTOR, on=DAY),
    "sweeper": lambda _, when: when,
}
"""What can come between a request and a boarding."""
