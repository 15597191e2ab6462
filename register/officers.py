"""Officers as a filing sees them: the roles held at the instant that counts, at one office."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from engine.command import Officer, RefusalSent
from engine.refusal import Refusal, because
from engine.sent import refusal_sent
from law.citation import PRACTICE
from law.competence import Role


class RoleHeld(NamedTuple):
    """A row of `statements.OFFICERS`; without a role where the officer never held one."""

    officer: str
    home: str
    home_national: bool
    role: str | None
    office: str | None
    national: bool | None
    since: datetime | None
    until: datetime | None

    def at(self, instant: datetime) -> bool:
        """Whether it was held at an instant."""
        return self.since is not None and self.since <= instant and (self.until is None or instant < self.until)


def resolve(rows: Sequence[Any], officer: str, at: datetime, case_office: str | None) -> Officer | None:
    """An officer at an instant, or None where there is no such officer.

    Who holds roles at several offices acts from the case's own, else from the home office, else from the first.

    Args:
        rows: rows of `statements.OFFICERS`.
        officer: who.
        at: the instant that counts.
        case_office: the office of the case, where there is a case.
    """
    own = [row for row in map(RoleHeld._make, rows) if row.officer == officer]
    if not own:
        return None
    held = [row for row in own if row.at(at)]
    offices = [row.office for row in held]
    home = own[0].home
    wanted = [office for office in (case_office, home) if office in offices]
    office = next(iter([*wanted, *offices]), None) or home
    here = [row for row in held if row.office == office]
    national = own[0].home_national if not here else bool(here[0].national)
    roles = frozenset(Role(row.role) for row in here if row.role)
    return Officer(id=officer, office=office, roles=roles, national=national)


def decider_of(rows: Sequence[Any], named: str, at: datetime, office: str | None, enterer: Officer) -> Officer | None:
    """The officer who decided; one unknown here is recorded, not verified, where the registrar enters an old file."""
    known = resolve(rows, named, at, office)
    if known is None and Role.REGISTRAR in enterer.roles:
        return Officer(id=named, office=office or enterer.office, roles=frozenset(), verified=False)
    return known


def unknown_officer() -> RefusalSent:
    """The refusal of a command that names somebody who is not on file."""
    refusal = Refusal(
        because(
            "unknown_officer",
            PRACTICE("register"),
            en="There is no such officer.",
            ja="そのような職員はいない。",
            remedy="Name an officer who is on file.",
        )
    )
    return refusal_sent(refusal)
