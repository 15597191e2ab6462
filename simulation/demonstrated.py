"""People made for the demonstration who leave, or are told to: a flight, two departure orders, a penal order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from register.people import Name, NewPerson
from simulation import caseload_orders, leavers, lives, suspects
from simulation.lives import Life, keep_circumstances

if TYPE_CHECKING:
    from register.importing import ImportedFile

COUNTRY: Final = "IN"
_TAKES_NOBODY_BACK: Final = "IR"


def demonstrated(reference: str, name: str, country: str = COUNTRY) -> Life:
    """A life that is still empty, of somebody with a name."""
    person = NewPerson(
        names=(Name(language="en", text=name),),
        birth_date=date(1990, 4, 1),
        nationality=country,
        file_number=f"DEMO-{reference}",
        email="demonstration@example.org",
    )
    return Life(reference, person)


def passenger(reference: str, name: str = "Gurdeep Aloneflyer") -> ImportedFile:
    """Somebody ordered out whom nothing keeps from being removed, never deported before."""
    life = demonstrated(reference, name)
    keep_circumstances(life, 124)
    _may_be_removed(life, before=False)
    return life.file()


def deported_before(reference: str) -> ImportedFile:
    """Somebody who was removed years ago, came again, and may be removed again."""
    life = demonstrated(reference, "Balwinder Twicegone")
    keep_circumstances(life, 300)
    leavers.record_leaving(life, 290, 2400, leaving="removed", grounds=["24(iv)(ro)"], before=False)
    _may_be_removed(life, before=True)
    return life.file()


def _may_be_removed(life: Life, *, before: bool) -> None:
    suspects.order(life, 120, assessment=leavers.LOOKED_INTO | {"deported_before": before})
    lives.prepare_removal(life, 90, COUNTRY)


def nobody_takes_back(reference: str) -> ImportedFile:
    """Somebody ordered out to a country that takes back nobody who does not want to return."""
    life = demonstrated(reference, "Kamran Staysputt", _TAKES_NOBODY_BACK)
    leavers.await_removal(life, 150)
    return life.file()


def order_stands_still(reference: str) -> ImportedFile:
    """Somebody told 20 days ago to leave, who applied 12 days ago: since then the penal order stands still."""
    life = demonstrated(reference, "Farhad Countsdays", _TAKES_NOBODY_BACK)
    caseload_orders.bind(life, 20, -10)
    lives.apply(life, 12)
    return life.file()


def about_to_leave(reference: str) -> ImportedFile:
    """Somebody who came to leave and was ordered to depart within 15 days, four days ago."""
    life = demonstrated(reference, "Harjit Leavesoon")
    leavers.order_departure(life, 4, -10)
    return life.file()


def deadline_missed(reference: str) -> ImportedFile:
    """Somebody ordered to depart whose deadline ended last night, or on the last working day before."""
    life = demonstrated(reference, "Sunita Misseddate")
    leavers.order_departure(life, 12, 1)
    return life.file()
