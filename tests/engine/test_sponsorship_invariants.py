"""What must hold of Sponsorship is noticed when it does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engine.position import Position
from engine.sponsorship_invariants import SPONSORSHIP
from law.custody import CustodyHeld, Paragraph, Title
from law.deposit import Deposit
from law.facts import Custody
from law.money import Yen
from law.sponsorship import conditions_of
from law.sponsorship_end import Ground
from law.supervision import RequestRefused, Supervision
from tests.engine.toys import TOYS
from tests.procedures.desk import jst

AT = jst("2025-03-20")
PLACED = jst("2025-03-03")
SOUND = Supervision(
    "case",
    Paragraph.LATER_BEFORE_ORDER,
    sponsor=True,
    conditions=conditions_of(before_order=True),
    deposit=None,
    decided_at=PLACED,
    placed_at=PLACED,
    ended_at=None,
    notified_on=date(2025, 3, 3),
    notify_by=date(2025, 6, 3),
    owed=frozenset(),
    revocation_due=False,
    revoked_on=frozenset(),
    waited_for_deposit=False,
    placed_unpaid=False,
)
UNPAID = Deposit(Yen(500_000), minor=False)
DUE = replace(UNPAID, due=date(2025, 3, 6))
PAID = replace(UNPAID, paid=Yen(500_000))
SCREENED = replace(SOUND, paragraph=Paragraph.AT_SCREENING_BEFORE_ORDER)
MISSED = frozenset({Ground.DEPOSIT_UNPAID})
DETAINED = CustodyHeld("held", Custody.DETAINED_DETENTION_ORDER, PLACED, Title.DETENTION_ORDER)


class Borne(Position):
    """A position with records laid in by hand."""

    def __init__(self, *records: object) -> None:
        super().__init__({}, TOYS)
        object.__setattr__(self, "records", records)

    def all(self, kind: type[Any]) -> tuple[Any, ...]:
        """The records of a kind."""
        return tuple(record for record in vars(self)["records"] if isinstance(record, kind))


def broken(*records: object) -> set[str]:
    """The names of the invariants that records break."""
    position = Borne(*records)
    checks: tuple[Callable[..., Any], ...] = SPONSORSHIP
    return {check.__name__ for check in checks if any(check(position, AT))}


@pytest.mark.parametrize(
    "record",
    [
        SOUND,
        replace(SOUND, deposit=UNPAID),
        replace(SOUND, deposit=UNPAID, waited_for_deposit=True, placed_at=None),
        replace(SOUND, deposit=PAID, waited_for_deposit=True),
        replace(SOUND, deposit=UNPAID, waited_for_deposit=True, placed_unpaid=True),
        replace(SCREENED, deposit=replace(DUE, paid=Yen(500_000))),
        replace(SCREENED, deposit=DUE, owed=MISSED, revocation_due=True),
        replace(SCREENED, deposit=DUE, owed=MISSED, ended_at=AT, revoked_on=MISSED),
    ],
)
def test_what_the_law_allows_breaks_nothing(record: Supervision) -> None:
    """In force, waiting for a deposit, paid, overdue and owed, revoked: all of it may stand."""
    assert broken(record) == set()


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (replace(SOUND, placed_at=None), "sponsorship_releases_at_once_or_after_the_deposit"),
        (
            replace(SOUND, deposit=PAID, waited_for_deposit=True, placed_at=None),
            "sponsorship_releases_at_once_or_after_the_deposit",
        ),
        (
            replace(SOUND, deposit=UNPAID, waited_for_deposit=True),
            "sponsorship_releases_at_once_or_after_the_deposit",
        ),
        (replace(SOUND, sponsor=False), "no_sponsorship_without_sponsor_and_conditions"),
        (replace(SOUND, conditions=frozenset()), "no_sponsorship_without_sponsor_and_conditions"),
        (replace(SOUND, paragraph=Paragraph.COMMANDED), "no_sponsorship_without_sponsor_and_conditions"),
        (replace(SOUND, deposit=Deposit(Yen(3_000_001), minor=False)), "a_deposit_keeps_its_ceiling_and_its_date"),
        (replace(SOUND, deposit=Deposit(Yen(1_500_001))), "a_deposit_keeps_its_ceiling_and_its_date"),
        (replace(SOUND, deposit=DUE), "a_deposit_keeps_its_ceiling_and_its_date"),
        (replace(SCREENED, deposit=UNPAID), "a_deposit_keeps_its_ceiling_and_its_date"),
        (
            replace(SCREENED, deposit=replace(PAID, due=date(2025, 3, 7))),
            "a_deposit_keeps_its_ceiling_and_its_date",
        ),
        (replace(SCREENED, deposit=DUE), "a_missed_deposit_is_never_forgotten"),
        (replace(SCREENED, deposit=DUE, owed=MISSED), "a_missed_deposit_is_never_forgotten"),
        (replace(SOUND, deposit=UNPAID, owed=MISSED, revocation_due=True), "a_missed_deposit_is_never_forgotten"),
        (
            replace(SOUND, deposit=replace(PAID, forfeited=Yen(1))),
            "nothing_is_forfeited_without_its_ground",
        ),
        (
            replace(SOUND, deposit=replace(PAID, forfeited=Yen(1)), ended_at=AT, revoked_on=MISSED),
            "nothing_is_forfeited_without_its_ground",
        ),
        (
            replace(
                SOUND,
                deposit=replace(PAID, forfeited=Yen(1)),
                ended_at=AT,
                revoked_on=frozenset({Ground.NEEDED_FOR_REMOVAL}),
            ),
            "nothing_is_forfeited_without_its_ground",
        ),
        (replace(SOUND, notify_by=date(2025, 6, 4)), "the_next_notification_is_within_three_months"),
    ],
)
def test_what_the_law_forbids_is_named(record: Supervision, name: str) -> None:
    """Each broken promise of 8, 9, 11 to 15 and 20 is told by its name, and no other."""
    assert broken(record) == {name}


FORFEITED = replace(SCREENED, ended_at=AT, revoked_on=frozenset({Ground.FLIGHT}))


@pytest.mark.parametrize(
    ("record", "sound"),
    [
        (replace(FORFEITED, deposit=replace(DUE, paid=Yen(500_000), forfeited=Yen(1))), True),
        (replace(FORFEITED, deposit=replace(DUE, paid=Yen(500_000), forfeited=Yen(1), late=True)), False),
        (replace(FORFEITED, deposit=replace(DUE, paid=Yen(500_000), forfeited=Yen(1)), owed=MISSED), False),
    ],
)
def test_what_came_late_or_under_a_mandatory_ground_is_never_forfeited(record: Supervision, sound: bool) -> None:
    """14, A-06: forfeited for flight is sound, but not of a late payment nor while a mandatory ground was owed."""
    assert broken(record) == (set() if sound else {"nothing_is_forfeited_without_its_ground"})


@pytest.mark.parametrize(
    ("day", "names"), [(date(2025, 3, 19), ["a_missed_deposit_is_never_forgotten"]), (AT.date(), [])]
)
def test_a_closed_due_date_is_missed_after_the_next_working_day(day: date, names: list[str]) -> None:
    """On Thursday 20 March 2025, a holiday: due on the 19th it is missed, due on the 20th it is payable on the 21st."""
    record = replace(SCREENED, deposit=replace(UNPAID, due=day), placed_at=jst("2025-03-17"))
    assert broken(record) == set(names)


def test_nobody_under_sponsorship_is_detained() -> None:
    """Placed, and yet held under a title: release is at once (8). A title that has ended leaves a breach elsewhere."""
    assert broken(SOUND, DETAINED) == {"sponsorship_releases_at_once_or_after_the_deposit"}
    assert broken(SOUND, replace(DETAINED, title=None)) == set()


def test_two_sponsorships_do_not_stand_at_once() -> None:
    """One that ended beside one that stands is nothing unusual."""
    other = replace(SOUND, case="other")
    assert broken(SOUND, other) == {"one_sponsorship_at_a_time"}
    assert broken(replace(SOUND, ended_at=AT), other) == set()


def test_a_request_is_refused_in_writing() -> None:
    """10: word of mouth is no refusal."""
    assert broken(RequestRefused("case", in_writing=True)) == set()
    assert broken(RequestRefused("case", in_writing=False)) == {"a_refused_sponsorship_is_refused_in_writing"}
