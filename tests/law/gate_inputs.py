"""What the rows of DT-01 may be told, row by row: small sets that hold every edge, drawn around the instant asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product

from law.facts import (
    Application,
    ApplicationKind,
    CourtStay,
    CourtStayScope,
    CriminalProceedings,
    DeportationOrder,
    Destination,
    Ending,
    Grant,
    GrantKind,
    Ground,
    Material,
    ProceedingsKind,
    ProvisionalStayPeriod,
    RemovalNotice,
    Sentence,
    Stay,
    StayKind,
    Suspension,
    TravelRestriction,
)
from law.on_record import AtLeast
from law.periods import JST, legal_day
from law.removal import RemovalFacts
from law.suspension import Applicant

TICK = timedelta(seconds=1)
DAY = timedelta(days=1)
LONG = timedelta(days=200)
TRUTH = (True, False, None)


def midnight(year: int, month: int, day: int) -> datetime:
    """The first instant of a day in Japan."""
    return datetime(year, month, day, tzinfo=JST)


NOON = datetime(2026, 3, 2, 12, tzinfo=JST)
EDGES = tuple(
    first - before
    for first in (midnight(2024, 6, 10), midnight(2025, 5, 15), midnight(2026, 2, 1), midnight(2026, 3, 2))
    for before in (TICK, timedelta(0))
)
"""The last second before, and the first instant of, the days on which the table changes; and of a day on which not."""
INSTANTS = (*EDGES, NOON)


def clear(at: datetime) -> RemovalFacts:
    """Nothing stands against removal at this instant."""
    order = DeportationOrder("D-1", Ground.IV_RO, date(2020, 1, 1), at - LONG, shown_at=at - DAY)
    return RemovalFacts(
        orders=(order,),
        provisional_stays=(),
        applicant=Applicant((), legal_day(at - LONG), (), False, ()),
        grants=(),
        court_stays=(),
        proceedings=(),
        travel_restrictions=(),
        destination=Destination("XA", True, True, False, False),
        notice=RemovalNotice(legal_day(at - LONG)),
    )


def begun(at: datetime) -> tuple[datetime, ...]:
    """Long ago, in this instant, and a second later."""
    return (at - LONG, at, at + TICK)


def over(at: datetime) -> tuple[datetime | None, ...]:
    """Never, a second ago, in this instant, and a second later."""
    return (None, at - TICK, at, at + TICK)


def days(at: datetime) -> tuple[date, ...]:
    """Yesterday, today and tomorrow."""
    return tuple(legal_day(at) + step for step in (-DAY, timedelta(0), DAY))


def orders(at: datetime) -> Iterator[DeportationOrder]:
    """One order, its ground before, on and after the days of `grants`; issued, withdrawn, shown and doubted."""
    grounds = (legal_day(at - LONG) - DAY, legal_day(at - LONG), legal_day(at), legal_day(at) + DAY)
    for since, issued, withdrawn, shown, doubted in product(grounds, begun(at), over(at), over(at), (False, True)):
        yield DeportationOrder("D-1", Ground.IV_RO, since, issued, withdrawn, shown, doubted)


def grants(at: datetime) -> Iterator[Grant]:
    """One grant of each kind, decided and handed over."""
    for kind, decided, effective in product(GrantKind, begun(at), (None, *begun(at))):
        yield Grant(kind, decided, effective)


def provisional_stays(at: datetime) -> Iterator[ProvisionalStayPeriod]:
    """One provisional stay, its last day around today."""
    for delivered, last, ended, renewal in product(begun(at), days(at), over(at), (False, True)):
        yield ProvisionalStayPeriod("R-1", delivered, last, ended, renewal)


def court_stays(at: datetime) -> Iterator[CourtStay]:
    """One stay of each scope."""
    for scope, since, until in product(CourtStayScope, begun(at), over(at)):
        yield CourtStay(scope, since, until)


def other_court_stays(at: datetime) -> Iterator[CourtStay]:
    """One stay of removal in a suit against something else than the deportation."""
    return (one for one in court_stays(at) if one.scope is CourtStayScope.REMOVAL)


def proceedings(at: datetime) -> Iterator[CriminalProceedings]:
    """One set of proceedings of each kind, with leave and without."""
    for kind, since, until, leave in product(ProceedingsKind, days(at), (None, *days(at)), (False, True)):
        yield CriminalProceedings(kind, since, until, leave)


def restrictions(at: datetime) -> Iterator[TravelRestriction]:
    """One travel restriction."""
    for since, until in product(begun(at), over(at)):
        yield TravelRestriction(since, until)


def destinations() -> Iterator[Destination]:
    """Every answer about a destination."""
    for lawful, accepts, persecution, torture, finding in product(TRUTH, TRUTH, TRUTH, TRUTH, (False, True)):
        yield Destination("XA", lawful, accepts, persecution, torture, finding)


def stays(at: datetime) -> Iterator[Stay]:
    """One way of staying of each kind."""
    for kind, since, until in product(StayKind, days(at), (None, *days(at))):
        yield Stay(kind, since, until)


def sentences(at: datetime) -> Iterator[Sentence]:
    """One sentence around three years, of any court, with every fate of a suspension."""
    lengths = ((None, 0), (35, 29), (36, 0), (36, 1), (24, 0))
    for final, length, suspension, japanese, revoked in product(
        (None, *days(at)), lengths, Suspension, (True, False), (False, True)
    ):
        yield Sentence(final, length[0], suspension, None, japanese, False, revoked, length[1])


def applications(at: datetime, filed: tuple[datetime, ...]) -> Iterator[Application]:
    """One application with every end, around the instant asked."""
    kind = ApplicationKind.REFUGEE
    ends = [(None, None), *product(Ending, (at - TICK, at, at + TICK))]
    for filed_at, material, (ended, ended_at), late in product(filed, Material, ends, (False, True)):
        yield Application("R-1", kind, filed_at, material, ended, ended_at, late_review_claimed=late)


def refused(day: date, *, later_material: bool = False) -> Application:
    """An application refused; the refusal was received on a day, and the period passed."""
    filed, ended = datetime(2024, 1, 9, 10, tzinfo=JST), midnight(day.year, day.month, day.day)
    one = Application("R-1", ApplicationKind.REFUGEE, filed, Material.NONE, Ending.NO_REVIEW_IN_TIME, ended)
    return replace(one, refusal_received_on=day, later_material=later_material)


def alone_or_two(records: list[object], *, sparse: int) -> Iterator[tuple[object, ...] | None]:
    """Not on record, none, one, some pairs, and one of which nobody knows whether there are others."""
    yield None
    yield ()
    for one in records:
        yield (one,)
        yield AtLeast((one,))
    few = records[::sparse]
    yield from product(few, few)
