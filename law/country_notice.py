"""The Minister's notice of countries to which removal is not difficult (55-2(1)(i)): a dated positive list.

The notice names the countries *other than* those that refuse to take back whom Japan removes. A destination that is
missing from it opens the first reason of a penal order to leave; with no notice known for the day nothing is opened.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from law.citation import ICRRA, PRACTICE
from law.countries import COUNTRIES
from law.finding import Answer, Finding, Reason
from law.policies import cite
from law.regimes import COMMENCEMENT

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


def in_force(notices: Collection[CountryNotice], on: date) -> CountryNotice | None:
    """The notice in force on a day: the latest that has begun, or None where none is known."""
    begun = [notice for notice in notices if notice.effective_from <= on]
    return max(begun, key=lambda notice: notice.effective_from, default=None)


def notice_is_known(notice: CountryNotice | None) -> Finding[Answer]:
    """Whether a notice is known for a day; without one a person looks (A-08)."""
    return Finding(Answer.NO, (_NO_NOTICE,)) if notice is None else Finding(Answer.YES, ())


def destination_is_missing(notice: CountryNotice | None, country: str) -> Finding[Answer]:
    """Whether a destination is missing from the notice; unknown where no notice is known (A-08).

    Source: 55-2(1)(i).
    """
    if notice is None:
        return Finding(Answer.UNKNOWN, (_NO_NOTICE,))
    if country in notice.countries:
        return Finding(Answer.NO, (_ON_NOTICE,))
    return Finding(Answer.YES, (_MISSING,))


def may_be_entered(notice: CountryNotice, on_file: Collection[CountryNotice], *, corrects: bool) -> Finding[Answer]:
    """Whether a notice may be put beside those on file: every ground against it, not the first alone.

    Args:
        notice: as it would be entered.
        on_file: the notices that stand, each as it was last corrected.
        corrects: it takes the place of the one on file under the same number, which was typed wrongly.

    Source: 55-2(1)(i); A-08: an empty list would open the penal order against everybody.
    """
    same = next((one for one in on_file if one.number == notice.number), None)
    others = [one for one in on_file if one.number != notice.number]
    found = (
        (not notice.countries, _NO_COUNTRIES),
        (bool(notice.countries - COUNTRIES), _unknown_countries(notice.countries - COUNTRIES)),
        (notice.effective_from < COMMENCEMENT, _BEFORE_THE_LAW),
        (any(one.effective_from == notice.effective_from for one in others), _FIRST_DAY_TAKEN),
        (same is not None and not corrects, _NUMBER_TAKEN),
        (same is None and corrects, _NOTHING_TO_CORRECT),
    )
    against = tuple(reason for holds, reason in found if holds)
    return Finding(Answer.NO if against else Answer.YES, against)


def _unknown_countries(codes: frozenset[str]) -> Reason:
    return Reason(
        "unknown_country",
        (*_BASIS, PRACTICE("ISO 3166-1 alpha-2")),
        f"No country has the code: {', '.join(sorted(codes))}.",
        f"国コードとして存在しない：{'、'.join(sorted(codes))}。",
        remedy="Name each country of the notice by its two letters of ISO 3166-1.",
    )


_NO_COUNTRIES = Reason(
    "no_countries",
    _BASIS,
    "The notice names no country: every destination would be missing from it.",
    "国が掲げられていない。",
    remedy="Enter every country that the published notice names.",
)
_BEFORE_THE_LAW = Reason(
    "before_the_law",
    _BASIS,
    f"The provision has been in force since {COMMENCEMENT}; no notice took effect before.",
    "施行日前の日である。",
    remedy="Correct the first day.",
)
_FIRST_DAY_TAKEN = Reason(
    "first_day_taken",
    _BASIS,
    "Another notice on file takes effect on that day: which of the two is in force could not be told.",
    "同じ日に効力を生ずる告示が既に登録されている。",
    remedy="Correct the first day of one of them.",
)
_NUMBER_TAKEN = Reason(
    "number_taken",
    _BASIS,
    "A notice with this number is on file and says something else.",
    "同じ番号で内容の異なる告示が既に登録されている。",
    remedy="Enter it with its own number; if the one on file was typed wrongly, say why it is corrected.",
)
_NOTHING_TO_CORRECT = Reason(
    "nothing_to_correct",
    _BASIS,
    "No notice with this number is on file, so none can be corrected.",
    "訂正すべき当該番号の告示が登録されていない。",
    remedy="Enter it without a correction, or correct the number.",
)
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
