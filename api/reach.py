"""What is within an officer's reach. What is not is answered as what does not exist."""

from dataclasses import dataclass

from api.ports import House
from api.problems import Missing
from engine.command import Officer
from register.views import CaseKey


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
    acting = await _at(house, officer, located.office)
    if not (acting.national or acting.office == located.office):
        raise Missing
    return Reached(located, acting)


async def see_person(house: House, officer: Officer, person: str) -> None:
    """See that a person is within reach: one of his or her cases is, or there is none yet.

    Raises:
        Missing: all cases are other offices'.
        NotFound: there is nobody; answered alike.
    """
    cases = (await house.reading.dossier(person, reader=officer.id)).dossier.cases.values()
    offices = {case.office for case in cases}
    if officer.national or not offices or officer.office in offices:
        return
    for office in offices:
        if (await _at(house, officer, office)).office == office:
            return
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


async def _at(house: House, officer: Officer, office: str) -> Officer:
    """The officer at an office, where he or she holds roles there too."""
    if officer.office == office:
        return officer
    return await house.look_ups.officer(officer.id, house.now(), office) or officer
