"""The law in force on a day (LAW §13): the days of change, each written once.

Transitional rules stand with the rules that they concern. Law is append-only: a change adds a version with its first
day, and nothing that was in force is edited.

Not decided here:
    Changes after 2025-06-01 that were not researched (Act 59 and 60 of 2024, Act 39 of 2025).
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final, Generic, TypeVar

from law.citation import SUPPL, Citation

T = TypeVar("T")

SINCE_EVER: Final = date.min
"""The first day of what was in force before the first change that is modelled."""
ACT_IN_FORCE_FROM: Final = date(1951, 11, 1)
"""The first day of the Act (Cabinet Order 319 of 1951)."""
COMPLEMENTARY_PROTECTION_FROM: Final = date(2023, 12, 1)
COMMENCEMENT: Final = date(2024, 6, 10)
"""The main commencement of Act 56 of 2023 (施行日), at 00:00 JST."""
DRUG_LAWS_RENAMED_FROM: Final = date(2024, 12, 12)
TRAVEL_RESTRICTION_FROM: Final = date(2025, 5, 15)
IMPRISONMENT_FROM: Final = date(2025, 6, 1)

DAYS_OF_CHANGE: Final = (
    COMPLEMENTARY_PROTECTION_FROM,
    COMMENCEMENT,
    DRUG_LAWS_RENAMED_FROM,
    TRAVEL_RESTRICTION_FROM,
    IMPRISONMENT_FROM,
)
"""The first days of every modelled change of the statutes, in order."""


@dataclass(frozen=True, slots=True)
class Version(Generic[T]):
    """What a rule says from its first day until the next version."""

    first_day: date
    value: T
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A rule with its versions: exactly one is in force on every day.

    Args:
        versions: in order of their first days; the first begins `SINCE_EVER`. Say what held before a rule existed.

    Raises:
        ValueError: some day would have no version, or two.
    """

    versions: tuple[Version[T], ...]

    def __post_init__(self) -> None:
        """Refuse gaps and overlaps."""
        days = [version.first_day for version in self.versions]
        if not days or days[0] != SINCE_EVER:
            msg = "a day before the first version has none: begin with SINCE_EVER"
            raise ValueError(msg)
        if any(later <= earlier for earlier, later in pairwise(days)):
            msg = "two versions on a day, or out of order: first days must rise"
            raise ValueError(msg)

    def in_force(self, day: date) -> T:
        """What the rule says on the day."""
        return self.version_on(day).value

    def version_on(self, day: date) -> Version[T]:
        """The version in force on the day, with its first day and basis."""
        return self.versions[bisect_right(self.versions, day, key=lambda version: version.first_day) - 1]


class Regime(StrEnum):
    """The five states of the law that cases meet."""

    R0 = "R0"
    R1 = "R1"
    R2 = "R2"
    R3 = "R3"
    R4 = "R4"


class Feature(StrEnum):
    """What a regime has that R0 has not."""

    COMPLEMENTARY_PROTECTION = "complementary_protection"
    EXCEPTIONS_TO_SUSPENSION = "exceptions_to_suspension"
    SPONSORSHIP = "sponsorship"
    PROVISIONAL_RELEASE_WITHOUT_DEPOSIT = "provisional_release_without_deposit"
    DEPARTURE_ORDER_TRACK_B = "departure_order_track_b"
    SPECIAL_PERMISSION_ON_APPLICATION = "special_permission_on_application"
    PASSPORT_ORDER = "passport_order"
    PUNISHABLE_LEAVING_ORDER = "punishable_leaving_order"
    PLAN_AND_REVIEW_OF_DETENTION = "plan_and_review_of_detention"
    ONE_YEAR_DECISION = "one_year_decision"
    TREATMENT_CHAPTER = "treatment_chapter"
    TRAVEL_RESTRICTION = "travel_restriction"
    IMPRISONMENT_WORDING = "imprisonment_wording"


REGIMES: Final = Dated(
    (
        Version(SINCE_EVER, Regime.R0),
        Version(COMPLEMENTARY_PROTECTION_FROM, Regime.R1, (SUPPL("1(ii)"),)),
        Version(COMMENCEMENT, Regime.R2, (SUPPL("1"),)),
        Version(TRAVEL_RESTRICTION_FROM, Regime.R3, (SUPPL("20"),)),
        Version(IMPRISONMENT_FROM, Regime.R4, (SUPPL("19"),)),
    )
)

_BEGAN: Final = {
    Regime.R0: frozenset[Feature](),
    Regime.R1: frozenset({Feature.COMPLEMENTARY_PROTECTION}),
    Regime.R2: frozenset(
        {
            Feature.EXCEPTIONS_TO_SUSPENSION,
            Feature.SPONSORSHIP,
            Feature.PROVISIONAL_RELEASE_WITHOUT_DEPOSIT,
            Feature.DEPARTURE_ORDER_TRACK_B,
            Feature.SPECIAL_PERMISSION_ON_APPLICATION,
            Feature.PASSPORT_ORDER,
            Feature.PUNISHABLE_LEAVING_ORDER,
            Feature.PLAN_AND_REVIEW_OF_DETENTION,
            Feature.ONE_YEAR_DECISION,
            Feature.TREATMENT_CHAPTER,
        }
    ),
    Regime.R3: frozenset({Feature.TRAVEL_RESTRICTION}),
    Regime.R4: frozenset({Feature.IMPRISONMENT_WORDING}),
}


def regime_on(day: date) -> Regime:
    """The regime in force on the day."""
    return REGIMES.in_force(day)


def differences(regime: Regime) -> frozenset[Feature]:
    """All that the regime has and R0 has not; nothing was taken back since."""
    return frozenset().union(*(_BEGAN[each] for each in Regime if each <= regime))
