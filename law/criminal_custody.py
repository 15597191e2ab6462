"""Out of criminal custody: who may hand a person over, on what paper, and when (62 to 65; LAW §3.1, §4.5)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from law import detention_reasons as reason
from law.custody import Title
from law.custody_clocks import POLICE_HAND_OVER
from law.finding import Answer, Finding


class Custodian(StrEnum):
    """Who holds a person under criminal procedure, a sentence or juvenile training."""

    POLICE = "police"
    PROSECUTOR = "prosecutor"
    """From the receipt of the suspect until the decision on indictment."""
    COURT = "court"
    """In custody awaiting trial."""
    PRISON = "prison"
    """A prison or juvenile training school."""


@dataclass(frozen=True, slots=True)
class CriminalHold:
    """How a person is held.

    Args:
        custodian: who holds the person.
        since: from which instant.
        immigration_crime_alone: arrested for a crime of Article 70 other than 70(1)(ix), (x), no other suspected.
        not_indicted: the prosecutor decided not to indict for a crime of Article 70.
        to_be_released: the prison head or the parole board reported the coming release (62(3), (4)).
    """

    custodian: Custodian
    since: datetime
    immigration_crime_alone: bool = False
    not_indicted: bool = False
    to_be_released: bool = False


def police_clock_runs(hold: CriminalHold) -> bool:
    """Whether the 48 hours of 65(2) run: only the police have them, and only for these crimes."""
    return hold.custodian is Custodian.POLICE and hold.immigration_crime_alone


def may_be_let_out(hold: CriminalHold, title: Title | None, at: datetime) -> Finding[Answer]:
    """Whether the custodian hands the person over to the control officer, or sets him or her free on notice.

    Args:
        hold: how the person is held.
        title: the paper that is shown; None = a Sponsorship decision is notified, before the order to the police.
        at: the instant.

    Source: 64(1), (2), 65(1), (2); invariant 71 of LAW §14.
    """
    if hold.custodian is Custodian.POLICE:
        return _from_the_police(hold, title, at)
    ready = {Custodian.PROSECUTOR: hold.not_indicted, Custodian.PRISON: hold.to_be_released}
    if ready.get(hold.custodian, False):
        return Finding(Answer.YES, ())
    return Finding(Answer.NO, (reason.NOT_HANDED_OVER_BY,))


def _from_the_police(hold: CriminalHold, title: Title | None, at: datetime) -> Finding[Answer]:
    if not hold.immigration_crime_alone or title is Title.DEPORTATION_ORDER:
        return Finding(Answer.NO, (reason.NOT_HANDED_OVER_BY,))
    if at >= POLICE_HAND_OVER.ends_from(hold.since).value:
        return Finding(Answer.NO, (reason.POLICE_TIME_PASSED,))
    return Finding(Answer.YES, ())
