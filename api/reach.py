"""What is within an officer's reach. What is not is answered as what does not exist."""

from api.identity import Reader
from api.ports import House, Located, Person
from api.posting import Posting
from api.problems import Missing


async def case_of(house: House, reader: Reader, case_id: str) -> Located:
    """Find a case.

    Raises:
        Missing: there is none, or it is another office's.
    """
    located = await house.register.case(case_id, reader)
    if located is None or not (reader.national or located.office == reader.office):
        raise Missing
    return located


async def person_of(house: House, reader: Reader, person_id: str) -> Person:
    """Find a person.

    Raises:
        Missing: there is nobody, or nobody within reach.
    """
    person = await house.register.person(person_id, reader)
    if person is None:
        raise Missing
    return person


async def case_to_move(posting: Posting, case_id: str) -> Located:
    """Find the case that something is to be filed in."""
    return await case_of(posting.house, posting.officer, case_id)
