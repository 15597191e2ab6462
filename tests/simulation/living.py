"""Lives an imported file in memory, on any day: the same acts, judged by the same rules, without a database."""

from datetime import datetime
from functools import cache

from cli.seeds import OFFICES, officers
from engine.command import Filed, Officer, Outcome
from engine.declaration import Procedures
from law.periods import JST
from register.importing import ImportedFile, NamedCase, command_of, importer_of, opened_by, person_of
from register.people import NewOfficer
from simulation.memory import MemoryRegister
from workflows.procedures import PROCEDURES

NATIONAL = frozenset(office.id for office in OFFICES if office.national)
DAYS = (
    datetime(2026, 11, 18, 15, 0, tzinfo=JST),  # a Wednesday
    datetime(2026, 11, 23, 0, 5, tzinfo=JST),  # a holiday on a Monday
    datetime(2027, 5, 8, 23, 50, tzinfo=JST),  # a Saturday after Golden Week
    datetime(2028, 1, 1, 9, 0, tzinfo=JST),
    datetime(2028, 2, 29, 12, 0, tzinfo=JST),
)


def live(file: ImportedFile, now: datetime) -> tuple[MemoryRegister, list[Filed]]:
    """Live a file as if it were imported at an instant; ends at the first refusal."""
    register = MemoryRegister(_procedures(), _known(file))
    named: dict[str, NamedCase] = {}
    answers: list[Filed] = []
    for place, act in enumerate(file.acts, start=1):
        own = register.dossier(person_of(file)).cases.values()
        known = {case.procedure: NamedCase(case.id, case.procedure) for case in own} | named
        command = command_of(file, place, known, now)
        answers.append(register.file(command))
        named |= opened_by(act, command)
        if answers[-1].outcome is not Outcome.FILED:
            break
    return register, answers


@cache
def _procedures() -> Procedures:
    return Procedures(PROCEDURES)


def _known(file: ImportedFile) -> dict[str, Officer]:
    known = {one.id: _seen(one) for one in (*officers(), importer_of(file.office))}
    names = {act.by or f"unknown-{place}" for place, act in enumerate(file.acts, start=1)}
    unknown = {one: Officer(id=one, office=file.office, roles=frozenset(), verified=False) for one in names}
    return unknown | known


def _seen(officer: NewOfficer) -> Officer:
    roles = frozenset(held.role for held in officer.roles)
    return Officer(id=officer.id, office=officer.office, roles=roles, national=officer.office in NATIONAL)
