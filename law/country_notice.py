"""The Minister's notice of countries to which removal is not difficult (55-2(1)(i)): a dated positive list.

The notice names the countries *other than* those that refuse to take back whom Japan removes. A destination that is
missing from it opens the first reason of a penal order to leave; with no notice known for the day nothing is opened.
"""

from dataclasses import dataclass
from datetime import date

from law.citation import ICRRA
from law.finding import Answer, Finding, Reason
from law.policies import cite

_BASIS = (ICRRA("55-2(1)(i)"), cite("A-08"))


@dataclass(frozen=True, slots=True)
class CountryNotice:
    """One notice as published.

    Args:
        number: of the notice, as published.
        effective_from: its first day.
        countries: the countries on it, ISO 3166-1 alpha-2.
    """

    number: str
    effective_from: date
    countries: frozenset[str]


def in_force(notices: tuple[CountryNotice, ...], on: date) -> CountryNotice | None:
    """The notice in force on a day: the latest that has begun, or None where none is known."""
    begun = [notice for notice in notices if notice.effective_from <= on]
    return max(begun, key=lambda notice: notice.effective_from, default=None)


def destination_is_missing(notice: CountryNotice | None, country: str) -> Finding[Answer]:
    """Whether a destination is missing from the notice; unknown where no notice is known (A-08).

    Source: 55-2(1)(i).
    """
    if notice is None:
        return Finding(Answer.UNKNOWN, (_NO_NOTICE,))
    if country in notice.countries:
        return Finding(Answer.NO, (_ON_NOTICE,))
    return Finding(Answer.YES, (_MISSING,))


_NO_NOTICE = Reason(
    "no_country_notice",
    _BASIS,
    "No notice of countries is on the register for the day, so the reason cannot be established.",
    "当該日に係る告示が登録されておらず、第1号の事由を認定できない。",
    remedy="Let the Minister's office enter the notice; until then a person looks.",
)
_ON_NOTICE = Reason(
    "destination_on_notice",
    _BASIS,
    "The destination is on the notice: removal to it is not difficult for this reason.",
    "送還先が告示に掲げられており、第1号の事由に該当しない。",
    remedy="Remove the person, or show reason (ii).",
)
_MISSING = Reason(
    "destination_not_on_notice",
    _BASIS,
    "The destination is missing from the notice.",
    "送還先が告示に掲げられていない。",
)
