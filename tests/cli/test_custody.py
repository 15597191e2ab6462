"""`tetsuzuki alarm` and `tetsuzuki custody` at an API that listens, over people who are held."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from engine.declaration import Procedures
from law.periods import JST, legal_day
from register.alarms import Alarms
from register.pool import make_pool
from tests.cli.terminal import NOBODY_LISTENS, Terminal, write
from workflows.procedures import PROCEDURES

TODAY = legal_day(datetime.now(UTC))
ODD = "[/red] rooms 2"
Held = dict[str, dict[str, Any]]


def line(reference: str, title: str, days: int, facility: str, **more: object) -> str:
    """Somebody who was held in Tokyo for some days before the import, today included."""
    since = datetime.combine(TODAY - timedelta(days=days - 1), datetime.min.time(), JST)
    taken = {"title": title, "since": since.isoformat(), "facility": facility} | more
    opening = {"open": "Detention", "act": "take_over", "at": "-0d 00:00", "by": "tokyo-clerk", "with": taken}
    person = {"names": [{"language": "en", "text": reference}], "language": "my"}
    return json.dumps({"reference": reference, "office": "tokyo", "person": person, "acts": [opening]})


@pytest.fixture(scope="module")
def held(desk: Terminal, tmp_path_factory: pytest.TempPathFactory) -> Held:
    """Two under a detention order, one of them near its end, and one under the deportation order; alarms are raised."""
    lines = [
        line("near", "detention_order", 29, "rooms 1"),
        line("new", "detention_order", 3, ODD, days_spent=5),
        line("ordered", "deportation_order", 40, "rooms 1"),
    ]
    found = desk.told("import", write(tmp_path_factory.mktemp("held") / "held.jsonl", lines))
    assert {one["result"] for one in found} == {"imported"}, found
    asyncio.run(_raise_alarms(desk.environment["DATABASE_URL"]))
    names = {one["person"]: one["reference"] for one in found}
    return {names[one["person"]]: one for one in desk.told("custody", "held")}


async def _raise_alarms(address: str) -> None:
    async with make_pool(address, min_size=1) as pool:
        await Alarms(pool, Procedures(PROCEDURES)).raise_due()


def test_who_is_held_is_listed_by_facility(desk: Terminal, held: Held) -> None:
    """Title, days spent and left, what comes next: a table for each facility, whatever its name holds."""
    assert set(held) == {"near", "new", "ordered"}
    assert (held["near"]["days_spent"], held["near"]["days_left"]) == (29, 31)
    assert (held["new"]["days_spent"], held["new"]["days_left"]) == (8, 52)
    assert (held["ordered"]["days_left"], held["ordered"]["language"]) == (None, "my")
    table = desk.well("custody", "held")
    assert table.index("rooms 1") < table.index(held["near"]["case"])
    assert ODD in table
    review = datetime.fromisoformat(held["ordered"]["review_ends_at"]) - timedelta(microseconds=1)
    limit = datetime.fromisoformat(held["near"]["limit_ends_at"]).astimezone(JST)
    assert str(legal_day(review)) in table
    assert f"{limit:%Y-%m-%d %H:%M}" in table
    assert [table.count(title) for title in ("detention order", "deportation order")] == [2, 1]
    assert all(
        heading in table for heading in ("since", "spent", "left", "runs out", "next review", "examined", "lang")
    )


def test_the_list_of_those_held_is_narrowed(desk: Terminal, held: Held) -> None:
    """To a facility, to a number, to the reach of the officer."""
    there = desk.told("custody", "held", "--facility", ODD)
    assert [one["case"] for one in there] == [held["new"]["case"]]
    assert len(desk.told("custody", "held", "--most", "1")) == 1
    assert desk.told("custody", "held", "--as", "osaka-inspector") == []
    assert "Held: none" in desk.well("custody", "held", "--facility", "nowhere")


def test_alarms_are_listed_and_noted(desk: Terminal, held: Held) -> None:
    """Those for supervisors and those for officers apart; who took note stands on record, and it leaves the list."""
    near = [one for one in desk.told("alarm", "list") if one["case"] == held["near"]["case"]]
    limits = [one for one in near if one["subject"] == "detention_limit"]
    assert [one["audience"] for one in limits] == ["officer", "supervisor"]
    assert {one["audience"] for one in desk.told("alarm", "list", "--supervisor")} == {"supervisor"}
    assert {one["audience"] for one in desk.told("alarm", "list", "--officer")} == {"officer"}
    number = limits[1]["alarm"]
    assert str(number) in desk.well("alarm", "list", "--supervisor")
    for officer in ("tokyo-supervisor", "tokyo-head"):
        assert f"noted: alarm {number}" in desk.well("alarm", "note", str(number), "--as", officer)
    assert number not in [one["alarm"] for one in desk.told("alarm", "list")]
    (noted,) = desk.told("alarm", "list", "--noted")
    assert (noted["alarm"], noted["noted_by"]) == (number, "tokyo-supervisor")
    assert "tokyo-supervisor" in desk.well("alarm", "list", "--noted")
    assert desk.told("alarm", "list", "--as", "osaka-head") == []


def test_what_is_no_alarm_and_silence_are_told(desk: Terminal, held: Held) -> None:
    """An alarm that is not there or not within reach, a number that is none, an API that is away."""
    number = str(next(one["alarm"] for one in desk.told("alarm", "list") if one["case"] == held["near"]["case"]))
    for note in ((str(10**9),), (number, "--as", "osaka-head")):
        assert "There is no such thing within your reach. (not_found)" in desk.fails("alarm", "note", *note)
    desk.fails("alarm", "note", "0", code=2)
    commands: tuple[tuple[str, ...], ...] = (("alarm", "list"), ("alarm", "note", "1"), ("custody", "held"))
    for words in commands:
        assert "The API does not answer." in desk.fails(*words, "--api", f"http://{NOBODY_LISTENS}")
        assert "(unauthorised)" in desk.fails(*words, "--as", "nobody")
