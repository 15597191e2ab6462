"""What is within an officer's reach. What is not is answered as what does not exist."""

from dataclasses import dataclass

from api.ports import House
from api.problems import Missing
from engine.command import Officer
from register.views import CaseKey, PersonFile


@dataclass(frozen=True, slots=True)
class Reached:
    """A case within reach, and the officer as he or she acts there."""

    case: CaseKey
    officer: Officer


async def case_of(house: House, officer: Officer, case_id: str) -> Reached:
    """Find a case.

    Raises:
        Missing: it is another office's.
        NotFound: there is none; answered alike.
    """
    located = await house.reading.key_of(case_id)
    acting = await acting_at(house, officer, located.office)
    if not (acting.national or acting.office == located.office):
        raise Missing
    return Reached(located, acting)


async def see_person(house: House, officer: Officer, person: str) -> PersonFile:
    """See that a person is within reach: one of his or her cases is, or there is none yet.

    Returns:
        All cases of the person as they stand on file: the officer is on record for having read them.

    Raises:
        Missing: all cases are other offices'.
        NotFound: there is nobody; answered alike.
    """
    seen = await house.reading.dossier(person, reader=officer.id)
    offices = {case.office for case in seen.dossier.cases.values()}
    if officer.national or not offices or officer.office in offices:
        return seen
    for office in offices:
        if (await acting_at(house, officer, office)).office == office:
            return seen
    raise Missing


def office_shown(officer: Officer, asked: str | None) -> str | None:
    """The office that a list is narrowed to: of an office, its own alone.

    Raises:
        Missing: another office's list was asked for.
    """
    if officer.national:
        return asked
    if asked not in (None, officer.office):
        raise Missing
    return officer.office


async def acting_at(house: House, officer: Officer, office: str) -> Officer:
    """The officer at an office, where he or she holds roles there too."""
    if officer.office == office:
        return officer
    return await house.look_ups.officer(officer.id, house.now(), office) or officer
