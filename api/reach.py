"""What is within an officer's reach. What is not is answered as what does not exist."""

from dataclasses import dataclass

from engine.command import Officer

from api.ports import House, Located, Person
from api.problems import Missing


@dataclass(frozen=True, slots=True)
class Reached:
    """A case within reach, and the officer as he or she acts there."""

    case: Located
    officer: Officer


async def case_of(house: House, officer: Officer, case_id: str) -> Reached:
    """Find a case.

    Raises:
        Missing: there is none, or it is another office's.
    """
    located = await house.register.case(case_id, officer)
    if located is None:
        raise Missing
    acting = await _at(house, officer, located.office)
    if not (acting.national or acting.office == located.office):
        raise Missing
    return Reached(located, acting)


async def person_of(house: House, officer: Officer, person_id: str) -> Person:
    """Find a person.

    Raises:
        Missing: there is nobody, or nobody within reach.
    """
    person = await house.register.person(person_id, officer)
    if person is None:
        raise Missing
    return person


async def _at(house: House, officer: Officer, office: str) -> Officer:
    """The officer at an office, where he or she holds roles there too."""
    if officer.office == office:
        return officer
    return await house.register.officer(officer.id, house.now(), office) or officer
