"""A caseload to import: invented people at every stage, in the proportions of LAW §18, and lives for demonstrations.

Days are counted back from the import, so the caseload is always alive: whatever the day, some clocks have run out, some
run out on that day or the next working day, and many wait.
"""

from __future__ import annotations

import json
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from law.detention_review import three_months
from simulation import caseload_deportation as deportation
from simulation import detainees, lives, suspects
from simulation.caseload_courts import COURTS
from simulation.caseload_custody import CUSTODY
from simulation.caseload_departure import DEPARTURE
from simulation.caseload_liberty import permitted_to_work
from simulation.caseload_orders import ORDERS
from simulation.caseload_permission import PERMISSION
from simulation.caseload_recognition import FIRST, PROTECTED, Story
from simulation.caseload_removal import REMOVAL, RETURN
from simulation.caseload_status import REFUGE, STATUS
from simulation.caseload_stay import AGAIN, STAYS, refused_before
from simulation.demonstrated import COUNTRY, demonstrated
from simulation.invented import Cast
from simulation.lives import Life, keep_circumstances, on, prepare_removal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from register.importing import ImportedFile

STORIES: Final[tuple[tuple[str, tuple[tuple[int, Story], ...]], ...]] = (
    ("applicant", FIRST),
    ("protected", PROTECTED),
    ("applicant", STAYS),
    ("applicant", AGAIN),
    ("suspect", deportation.DEPORTATION),
    ("suspect", CUSTODY),
    ("suspect", DEPARTURE),
    ("suspect", PERMISSION),
    ("suspect", REMOVAL),
    ("suspect", ORDERS),
    ("suspect", COURTS),
    ("suspect", STATUS),
    ("suspect", RETURN),
    ("applicant", REFUGE),
)
WHOLE: Final = sum(number for _, stories in STORIES for number, _ in stories)
"""How many people make the proportions come out."""


def caseload(seed: int, people: int) -> Iterator[ImportedFile]:
    """A caseload; the same seed gives the same people with the same past.

    Args:
        seed: any number.
        people: how many; beyond `WHOLE` the proportions begin again, below it they are thinned out.
    """
    rng = Random(seed)  # noqa: S311  (a sample is to be repeated, not to be secret)
    cast = Cast(rng)
    roles: list[tuple[str, Story]] = []
    while len(roles) < people:
        roles += rng.sample(list(_roles()), WHOLE)
    for number, (kind, story) in enumerate(roles[:people], start=1):
        life = Life(f"tokyo-{number:04}", cast.person(kind))
        story(life, rng)
        yield life.file()


def _roles() -> Iterator[tuple[str, Story]]:
    for kind, stories in STORIES:
        for number, story in stories:
            yield from [(kind, story)] * number


def line(file: ImportedFile) -> str:
    """A line of the import, without its line end."""
    document = file.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def clock_run_out(reference: str) -> ImportedFile:
    """Somebody whose refusal was received 20 days ago and who asked for no review: it is final by itself."""
    life = demonstrated(reference, "Somchai Clockwell")
    keep_circumstances(life, 400)
    lives.refuse_whole(life, 400, 25, 20)
    return life.file()


def commission_not_asked(reference: str) -> ImportedFile:
    """Somebody under examination whose Commission was not asked: no decision before that (Ord. 55(6))."""
    life = demonstrated(reference, "Ruwani Inquirath")
    keep_circumstances(life, 200, status_until=-100)
    lives.apply(life, 200)
    return life.file()


def removal_stopped(reference: str) -> ImportedFile:
    """A first applicant with an order in force: the application alone stands against removal."""
    life = demonstrated(reference, "Berfin Firstapply")
    keep_circumstances(life, 200)
    suspects.order(life, 190)
    prepare_removal(life, 90, COUNTRY)
    lives.apply(life, 60, material_came_with_it=True)
    return life.file()


def removal_not_stopped(reference: str) -> ImportedFile:
    """A third applicant, finally refused twice, without material: the application does not stop removal (61-2-9(4)(i)).

    Everything else that DT-01 asks for is on record: the person may be removed.
    """
    life = demonstrated(reference, "Manpreet Thirdtime")
    keep_circumstances(life, 2000)
    refused_before(life, 2000, "first", reviewed=True)
    refused_before(life, 1300, "second", reviewed=False)
    suspects.order(life, 300)
    prepare_removal(life, 90, COUNTRY)
    case = lives.apply(life, 60, name="third", form="74-2")
    life.act(59, case, "tell_exceptions", "clerk", told_on=on(59), language="the applicant's own")
    return life.file()


def review_due(reference: str, today: date) -> ImportedFile:
    """Somebody held under the order whose first three months ended last night (52-8(2)): nobody reported yet.

    Three months that end on the day before do not exist for every day; then the last that ended before it are taken.
    """
    life = demonstrated(reference, "Thandar Threemonths")
    first = today
    while three_months(first, 1).value >= today:
        first -= timedelta(days=1)
    days = (today - first).days
    keep_circumstances(life, days + 5)
    detainees.hold(life, days, reviewed=0)
    return life.file()


def order_due(reference: str) -> ImportedFile:
    """Somebody who works under Sponsorship, accepted the finding, waived special permission: the order is due."""
    life = demonstrated(reference, "Bikram Workwell")
    suspects.accept(life, 6, permitted_to_work(life))
    return life.file()
