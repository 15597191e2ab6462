"""Where a rule stands in the texts: the basis of everything the system says."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Law(StrEnum):
    """The laws that are cited, by their e-Gov identifiers."""

    ICRRA = "326CO0000000319"
    ENFORCEMENT_ORDINANCE = "356M50000010054"
    CABINET_ORDER = "410CO0000000178"
    AMENDING_ACT_56_OF_2023 = "505AC0000000056"
    CIVIL_CODE = "129AC0000000089"
    ADMINISTRATIVE_HOLIDAYS_ACT = "363AC0000000091"
    COMPLAINT_REVIEW_ACT = "426AC0000000068"
    CASE_LITIGATION_ACT = "337AC0000000139"
    PRACTICE = "practice"
    """Not a law: published practice of the Immigration Services Agency, or a policy of `law.policies`."""


_SHORT = {
    Law.ICRRA: "ICRRA",
    Law.ENFORCEMENT_ORDINANCE: "Ord.",
    Law.CABINET_ORDER: "CO",
    Law.AMENDING_ACT_56_OF_2023: "Act 56/2023 suppl.",
    Law.CIVIL_CODE: "Civil Code",
    Law.ADMINISTRATIVE_HOLIDAYS_ACT: "HolA",
    Law.COMPLAINT_REVIEW_ACT: "ACRA",
    Law.CASE_LITIGATION_ACT: "ACLA",
    Law.PRACTICE: "Practice",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """An article of a law in the text that was in force on a day.

    Article numbers changed their meaning on 2024-06-10, so a number alone is not a citation.
    """

    law: Law
    article: str
    text: date

    def __str__(self) -> str:
        return f"{_SHORT[self.law]} {self.article}"


def ICRRA(article: str, text: date = date(2025, 6, 1)) -> Citation:  # noqa: N802  (reads as the name of the Act)
    """An article of the Immigration Control and Refugee Recognition Act."""
    return Citation(Law.ICRRA, article, text)


def ORD(article: str, text: date = date(2025, 6, 1)) -> Citation:  # noqa: N802
    """An article of its Enforcement Ordinance."""
    return Citation(Law.ENFORCEMENT_ORDINANCE, article, text)


def CO(article: str, text: date = date(2025, 4, 1)) -> Citation:  # noqa: N802
    """An article of its Enforcement Cabinet Order."""
    return Citation(Law.CABINET_ORDER, article, text)


def SUPPL(article: str, text: date = date(2025, 6, 1)) -> Citation:  # noqa: N802
    """A supplementary provision of Act 56 of 2023, which rewrote the Act from 2024-06-10."""
    return Citation(Law.AMENDING_ACT_56_OF_2023, article, text)


def CIVIL(article: str, text: date = date(2025, 6, 1)) -> Citation:  # noqa: N802
    """An article of the Civil Code on periods."""
    return Citation(Law.CIVIL_CODE, article, text)


def HOLA(article: str, text: date = date(2025, 6, 1)) -> Citation:  # noqa: N802
    """An article of the Act on Holidays of Administrative Organs."""
    return Citation(Law.ADMINISTRATIVE_HOLIDAYS_ACT, article, text)


def ACRA(article: str, text: date = date(2025, 6, 1)) -> Citation:  # noqa: N802
    """An article of the Administrative Complaint Review Act."""
    return Citation(Law.COMPLAINT_REVIEW_ACT, article, text)


def ACLA(article: str, text: date = date(2025, 6, 1)) -> Citation:  # noqa: N802
    """An article of the Administrative Case Litigation Act."""
    return Citation(Law.CASE_LITIGATION_ACT, article, text)


def PRACTICE(name: str, text: date = date(2026, 2, 1)) -> Citation:  # noqa: N802
    """Published practice, or an open point of `law.policies` by its id (`A-05`)."""
    return Citation(Law.PRACTICE, name, text)
