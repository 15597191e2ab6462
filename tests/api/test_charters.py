"""Charters over HTTP on the real register: everybody passes the gate alone, a repeat goes on, nothing is echoed."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import psycopg
import pytest
from fastapi import FastAPI
from psycopg import sql
from psycopg_pool import AsyncConnectionPool

from activities.send import Answer, Fate
from api import charters
from api.charters import command_of
from api.ports import House
from embedded import Postgres
from engine.command import Command
from law.periods import legal_day
from register.alarms import Alarms
from register.batches import Batches, BatchFile
from register.country_notices import CountryNotices
from register.custody_lists import CustodyLists
from register.errors import Unavailable
from register.filing import Register
from register.lookups import PoolLookUps
from register.migrate import upgrade
from register.people import People
from register.pool import make_pool
from register.rebuild import Rebuild
from register.verify import verify_audit
from settings import Settings
from tests.api.conftest import Caller
from tests.api.house import Street
from tests.passengers import COUNTRY, DECLARED, passenger, put_on_file, seat
from workflows.charter import Flight, Passenger, Step, is_done

CONTROL, SUPERVISOR, CLERK = "tokyo-control", "tokyo-supervisor", "tokyo-clerk"
PATH = "/v1/charters"
NOBODY = {"person": "person_1", "case": "case_" + "0" * 32}
BODY: dict[str, Any] = {
    "reference": "r",
    "destination": COUNTRY,
    "departs_at": "2030-01-01T09:00:00+09:00",
    "items": [NOBODY],
}
Passengers = list[tuple[str, str]]


@dataclass
class Post:
    """Files at once, until so many were filed: from then on it tells only what it is told to tell."""

    register: Register
    most: int | None = None
    then: Fate = Fate.UNSENT
    sent: list[Command] = field(default_factory=list)
    after_first: Callable[[], Awaitable[object]] | None = None
    """What happens meanwhile, once the first command of a step is filed."""

    async def send(self, command: Command) -> Answer:
        """Send."""
        if self.most is not None and len(self.sent) >= self.most:
            return Answer(self.then)
        self.sent.append(command)
        filed, meanwhile = await self.register.file(command), self.after_first
        if meanwhile is not None:
            self.after_first = None
            await meanwhile()
        return Answer(Fate.ANSWERED, filed)


@dataclass
class Airport:
    """A caller, the way of commands, and the pool behind both."""

    caller: Caller
    post: Post
    pool: AsyncConnectionPool

    async def passengers(self, *offices: str) -> Passengers:
        """People who may be removed, one for each office named."""
        files = [passenger(f"passenger-{place}", office) for place, office in enumerate(offices)]
        return await put_on_file(self.pool, *files, at=datetime.now(UTC))

    async def draw_up(self, passengers: Passengers, officer: str = CONTROL, key: str | None = None) -> httpx.Response:
        """A charter in two days."""
        items = [{"person": person, "case": case} for person, case in passengers]
        departs_at = (datetime.now(UTC) + timedelta(days=2)).isoformat()
        body = {"reference": "2026-7", "destination": COUNTRY, "departs_at": departs_at, "items": items}
        return await self.caller.post(PATH, body, officer, key)

    async def charter(self, passengers: Passengers, officer: str = CONTROL) -> str:
        """A charter that is drawn up; its id."""
        answer = await self.draw_up(passengers, officer)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def step(
        self, charter: str, step: str, officer: str = CONTROL, key: str | None = None, **body: Any
    ) -> dict[str, Any]:
        """A step, all of which comes to be on file."""
        answer = await self.caller.post(f"{PATH}/{charter}/{step}", body, officer, key)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def up_to(self, charter: str, last: str) -> dict[str, Any]:
        """Every step up to one, each by who may do it."""
        found: dict[str, Any] = {}
        for step, officer in (("plan", CONTROL), ("request", CONTROL), ("authorise", SUPERVISOR), ("board", CONTROL)):
            found = await self.step(charter, step, officer)
            if step == last:
                break
        return found

    async def apply(self, person: str) -> None:
        """The person applies for recognition for the first time."""
        body = {"kind": "refugee", "material_came_with_it": False}
        sent = {"person": person, "opening": "file_application", "body": body}
        answer = await self.caller.post("/v1/procedures/RefugeeApplication/cases", sent, CLERK)
        assert answer.status_code == 201, answer.text


@pytest.fixture(scope="session")
def database_template(postgres: Postgres) -> str:
    """A migrated database."""
    name = "charter_template"
    with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    upgrade(postgres.dsn(name))
    return name


@pytest.fixture
async def airport(database_url: str, one_app: FastAPI, settings: Settings) -> AsyncIterator[Airport]:
    """The API over PostgreSQL."""
    async with make_pool(database_url, max_size=10) as pool:
        await seat(pool)
        lists, post = CustodyLists(pool, DECLARED), Post(Register(pool, DECLARED, release="test"))
        one_app.state.house = House(
            DECLARED,
            lists,
            People(pool),
            PoolLookUps(pool, DECLARED),
            custody=lists,
            alarms=Alarms(pool, DECLARED),
            country_notices=CountryNotices(pool),
            charters=Batches(pool),
            sender=post,
            now=lambda: datetime.now(UTC),
        )
        async with httpx.AsyncClient(transport=httpx.ASGITransport(one_app), base_url="http://house") as client:
            yield Airport(Caller(client, settings, Street.new(), one_app), post, pool)


def stages(answer: dict[str, Any]) -> list[str]:
    """Where everybody stands."""
    return [item["stage"]["name"] for item in answer["items"]]


def outcomes(answer: dict[str, Any]) -> list[str]:
    """What became of everybody's last step."""
    return [item["outcome"] for item in answer["items"]]


async def test_a_charter_goes_from_the_plan_to_the_boarding(airport: Airport) -> None:
    """Four steps, each a filing for each person under the flight's own plan; what is on file replays alike."""
    charter = await airport.charter(await airport.passengers("tokyo", "tokyo", "tokyo"))
    listed = (await airport.caller.get(f"{PATH}/{charter}", CONTROL)).json()
    assert (outcomes(listed), listed["outcomes"]) == (["listed"] * 3, {"listed": 3})
    planned = await airport.step(charter, "plan")
    assert (stages(planned), [item["plan"] for item in planned["items"]]) == (["planned"] * 3, [1] * 3)
    boarded = await airport.up_to(charter, "board")
    assert (stages(boarded), boarded["outcomes"]) == (["on_board"] * 3, {"filed": 3})
    assert {command.body["plan"] for command in airport.post.sent[3:]} == {1}
    assert (await Rebuild(airport.pool, DECLARED).check()).is_clean
    assert (await verify_audit(airport.pool)).broken == ()


async def test_who_requested_does_not_authorise(airport: Airport) -> None:
    """Each item is refused by the act itself: another role, and no other way round it."""
    charter = await airport.charter(await airport.passengers("tokyo"))
    await airport.up_to(charter, "request")
    answer = await airport.caller.post(f"{PATH}/{charter}/authorise", {}, CONTROL)
    assert (answer.status_code, answer.json()["code"]) == (403, "no_power")
    assert (await airport.step(charter, "authorise", SUPERVISOR))["outcomes"] == {"filed": 1}


async def test_who_may_not_plan_takes_nobody_off(airport: Airport) -> None:
    """Taking off needs the power to plan: whoever else reads the charter is refused, and the list stays."""
    passengers = await airport.passengers("tokyo")
    charter = await airport.charter(passengers)
    answer = await airport.caller.post(f"{PATH}/{charter}/take-off", {"people": [passengers[0][0]]}, CLERK)
    assert (answer.status_code, answer.json()["code"]) == (403, "no_power")
    assert outcomes((await airport.caller.get(f"{PATH}/{charter}", CONTROL)).json()) == ["listed"]


async def test_an_authorisation_that_ran_out_is_none(airport: Airport) -> None:
    """Ten minutes are over and the lapse is not on file yet: requested still, no longer authorised."""
    charter = await airport.charter(await airport.passengers("tokyo"))
    await airport.up_to(charter, "authorise")
    file = await Batches(airport.pool).read(charter, reader=CONTROL)
    (item,), one = file.items, file.batch
    flight = Flight(one.id, one.reference, one.destination, legal_day(one.departs_at))
    for overdue, done in ((False, [Step.PLAN, Step.REQUEST, Step.AUTHORISE]), (True, [Step.PLAN, Step.REQUEST])):
        passenger = Passenger.read(item.stage, item.state, overdue=overdue)
        assert [step for step in Step if is_done(step, flight, passenger)] == done


async def test_what_is_authorised_is_shown_until_it_is_consumed(airport: Airport) -> None:
    """The page on removal names the authorisation that stands, by whom and until when, and none after the boarding."""
    (person, case), *_ = passengers = await airport.passengers("tokyo")
    charter = await airport.charter(passengers)
    await airport.up_to(charter, "authorise")
    told = (await airport.caller.get(f"/v1/people/{person}/removal", CONTROL)).json()
    (shown,) = told["authorised"]
    assert (told["answer"], shown["case"], shown["destination"]) == ("yes", case, COUNTRY)
    assert (shown["requested_by"], shown["authorised_by"]) == (CONTROL, SUPERVISOR)
    given, until = (datetime.fromisoformat(shown[each]) for each in ("given_at", "until"))
    assert until - given == timedelta(minutes=10)
    await airport.step(charter, "board")
    assert (await airport.caller.get(f"/v1/people/{person}/removal", CONTROL)).json()["authorised"] == []


async def test_an_application_between_authorisation_and_boarding_stops_one_alone(airport: Airport) -> None:
    """It voids that person's authorisation: not boarded, with articles and remedy; the four others are on board."""
    passengers = await airport.passengers(*["tokyo"] * 5)
    charter = await airport.charter(passengers)
    assert stages(await airport.up_to(charter, "authorise")) == ["authorised"] * 5
    await airport.apply(passengers[2][0])
    boarded = await airport.step(charter, "board")
    assert stages(boarded) == ["on_board", "on_board", "planned", "on_board", "on_board"]
    assert boarded["outcomes"] == {"filed": 4, "refused": 1}
    refusal = boarded["items"][2]["refusal"]
    assert refusal["reasons"][0]["basis"]
    assert refusal["reasons"][0]["remedy"]
    await airport.step(charter, "request")
    again = await airport.step(charter, "authorise", SUPERVISOR)
    assert stages(again) == ["on_board", "on_board", "requested", "on_board", "on_board"]
    codes = {reason["code"] for reason in again["items"][2]["refusal"]["reasons"]}
    assert "suspensive_effect" in codes
    assert {item["command"] for item in again["items"]} != {item["command"] for item in boarded["items"]}


async def test_a_refusal_stops_nobody_who_comes_after(airport: Airport, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other: the first is refused by DT-01, the second boards."""
    monkeypatch.setattr(charters, "AT_ONCE", 1)
    passengers = await airport.passengers("tokyo", "tokyo")
    charter = await airport.charter(passengers)
    await airport.up_to(charter, "authorise")
    await airport.apply(passengers[0][0])
    boarded = await airport.step(charter, "board")
    assert (stages(boarded), outcomes(boarded)) == (["planned", "on_board"], ["refused", "filed"])


async def test_a_repeat_files_nothing_twice(airport: Airport) -> None:
    """The same key gets the same answers, another list under it is told, and a new key leaves out who is done."""
    passengers = await airport.passengers("tokyo", "tokyo")
    charter = await airport.charter(passengers)
    first = await airport.step(charter, "plan", key="k")
    assert await airport.step(charter, "plan", key="k") == first
    assert len(airport.post.sent) == 2
    other = await airport.caller.post(f"{PATH}/{charter}/plan", {"people": [passengers[0][0]]}, CONTROL, "k")
    assert other.json()["code"] == "idempotency_key_reused"
    assert await airport.step(charter, "plan") == first
    assert len(airport.post.sent) == 2


@pytest.mark.parametrize(("then", "status"), [(Fate.UNSENT, 202), (Fate.PENDING, 202)])
async def test_what_broke_off_half_way_goes_on_with_the_same_request(airport: Airport, then: Fate, status: int) -> None:
    """What is filed stays filed, what is not is pending; the same request sends that alone, under the same commands."""
    charter = await airport.charter(await airport.passengers(*["tokyo"] * 4))
    airport.post.most, airport.post.then = 2, then
    half = await airport.caller.post(f"{PATH}/{charter}/plan", {}, CONTROL, "k")
    assert (half.status_code, half.json()["outcomes"]) == (202, {"filed": 2, "pending": 2})
    assert half.headers["location"] == f"{PATH}/{charter}"
    assert half.headers["retry-after"]
    airport.post.most = None
    whole = await airport.step(charter, "plan", key="k")
    assert stages(whole) == ["planned"] * 4
    assert len({command.id for command in airport.post.sent}) == len(airport.post.sent) == 4
    assert [item["command"] for item in whole["items"]] == [item["command"] for item in half.json()["items"]]


async def test_nothing_sent_is_told_and_the_same_request_does_it(airport: Airport) -> None:
    """503 while Temporal is away; afterwards the same key."""
    charter = await airport.charter(await airport.passengers("tokyo", "tokyo"))
    airport.post.most = 0
    answer = await airport.caller.post(f"{PATH}/{charter}/plan", {}, CONTROL, "k")
    assert (answer.status_code, answer.json()["code"]) == (503, "nothing_sent")
    airport.post.most = None
    assert (await airport.step(charter, "plan", key="k"))["outcomes"] == {"filed": 2}


async def test_a_step_too_early_is_refused_for_each_on_file(airport: Airport) -> None:
    """Whoever has no plan of this flight is refused by the act, also when another removal is planned."""
    (one, case), _ = passengers = await airport.passengers("tokyo", "tokyo")
    elsewhere = await airport.charter([(one, case)])
    await airport.step(elsewhere, "plan")
    charter = await airport.charter(passengers)
    early = await airport.step(charter, "request")
    assert early["outcomes"] == {"refused": 2}
    codes = [item["refusal"]["code"] for item in early["items"]]
    assert codes == ["not_this_plan", "wrong_stage"]
    assert [item["plan"] for item in early["items"]] == [None, None]
    assert (await airport.step(elsewhere, "request"))["outcomes"] == {"filed": 1}


async def test_what_was_kept_without_a_plan_never_meets_another_flights(airport: Airport) -> None:
    """A request that was kept and not sent names no plan that is made later: sent again, it is refused."""
    passengers = await airport.passengers("tokyo")
    charter, elsewhere = await airport.charter(passengers), await airport.charter(passengers)
    airport.post.most = 0
    assert (await airport.caller.post(f"{PATH}/{charter}/request", {}, CONTROL, "k")).status_code == 503
    airport.post.most = None
    assert (await airport.step(elsewhere, "plan"))["items"][0]["plan"] == 1
    again = await airport.step(charter, "request", key="k")
    assert (stages(again), again["items"][0]["refusal"]["code"]) == (["planned"], "not_this_plan")


async def test_an_application_while_others_are_boarded_stops_the_boarding(
    airport: Airport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each act happens when it is sent, not when the step was asked for: nobody boards by an instant gone by."""
    monkeypatch.setattr(charters, "AT_ONCE", 1)
    passengers = await airport.passengers("tokyo", "tokyo")
    charter = await airport.charter(passengers)
    await airport.up_to(charter, "authorise")
    airport.post.after_first = lambda: airport.apply(passengers[1][0])
    boarded = await airport.step(charter, "board")
    assert (stages(boarded), outcomes(boarded)) == (["on_board", "planned"], ["filed", "refused"])


async def test_who_is_taken_off_while_others_are_sent_is_not_sent(
    airport: Airport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taking off holds from then on, also in the middle of a step."""
    monkeypatch.setattr(charters, "AT_ONCE", 1)
    passengers = await airport.passengers("tokyo", "tokyo")
    charter = await airport.charter(passengers)
    await airport.up_to(charter, "authorise")
    airport.post.after_first = lambda: airport.step(charter, "take-off", key="off", people=[passengers[1][0]])
    boarded = await airport.step(charter, "board")
    assert (stages(boarded), outcomes(boarded)) == (["on_board", "authorised"], ["filed", "taken_off"])


async def test_a_register_that_goes_away_after_the_sending_is_no_nothing_sent(
    airport: Airport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was sent may be on file: pending, and the same request tells; never that nothing was sent."""
    charter = await airport.charter(await airport.passengers("tokyo", "tokyo"))
    kept, reads = Batches.read, []

    async def read(self: Batches, batch: str, *, reader: str) -> BatchFile:
        reads.append(batch)
        if len(reads) == 2:
            raise Unavailable("08006")
        return await kept(self, batch, reader=reader)

    monkeypatch.setattr(Batches, "read", read)
    answer = await airport.caller.post(f"{PATH}/{charter}/plan", {}, CONTROL, "k")
    assert (answer.status_code, outcomes(answer.json())) == (202, ["pending", "pending"])
    assert (await airport.step(charter, "plan", key="k"))["outcomes"] == {"filed": 2}
    assert len(airport.post.sent) == 2


async def test_a_register_that_goes_away_in_the_middle_leaves_the_rest_pending(
    airport: Airport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was filed stays, nothing more is sent, and the same request goes on."""
    monkeypatch.setattr(charters, "AT_ONCE", 1)
    charter = await airport.charter(await airport.passengers("tokyo", "tokyo", "tokyo"))
    kept, asked = Batches.is_listed, []

    async def is_listed(self: Batches, batch: str, person: str) -> bool:
        asked.append(person)
        if len(asked) == 2:
            raise Unavailable("08006")
        return await kept(self, batch, person)

    monkeypatch.setattr(Batches, "is_listed", is_listed)
    answer = await airport.caller.post(f"{PATH}/{charter}/plan", {}, CONTROL, "k")
    assert (answer.status_code, outcomes(answer.json())) == (202, ["filed", "pending", "pending"])
    assert (await airport.step(charter, "plan", key="k"))["outcomes"] == {"filed": 3}


async def test_only_so_many_are_sent_at_a_time(airport: Airport, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the list: workers and the register serve others too."""
    monkeypatch.setattr(charters, "AT_ONCE", 2)
    charter = await airport.charter(await airport.passengers(*["tokyo"] * 5))
    kept, under_way, seen = airport.post.send, [0], [0]

    async def send(command: Command) -> Answer:
        under_way[0] += 1
        seen.append(under_way[0])
        try:
            return await kept(command)
        finally:
            under_way[0] -= 1

    monkeypatch.setattr(airport.post, "send", send)
    assert (await airport.step(charter, "plan"))["outcomes"] == {"filed": 5}
    assert max(seen) == 2


async def test_one_who_is_late_may_be_on_file_though_another_was_not_sent(
    airport: Airport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Patience ends with one under way and one that could not be sent: pending, never that nothing was sent."""
    monkeypatch.setattr(charters, "PATIENCE", 0.5)
    charter = await airport.charter(await airport.passengers("tokyo", "tokyo"))
    kept, sent = airport.post.send, list[str]()

    async def send(command: Command) -> Answer:
        sent.append(command.id)
        if len(sent) == 1:
            await asyncio.sleep(60)
        return Answer(Fate.UNSENT)

    monkeypatch.setattr(airport.post, "send", send)
    answer = await airport.caller.post(f"{PATH}/{charter}/plan", {}, CONTROL, "k")
    assert (answer.status_code, outcomes(answer.json())) == (202, ["pending", "pending"])
    monkeypatch.setattr(airport.post, "send", kept)
    assert (await airport.step(charter, "plan", key="k"))["outcomes"] == {"filed": 2}


async def test_three_hundred_are_the_most(airport: Airport) -> None:
    """One more is told of the list itself; three hundred are looked at one by one."""
    for many, field_told in ((300, "body.items.0"), (301, "body.items")):
        items = [{"person": f"person_{place}", "case": f"case_{place:032x}"} for place in range(many)]
        answer = await airport.caller.post(PATH, {**BODY, "items": items}, CONTROL)
        assert (answer.status_code, answer.json()["fields"][0]) == (422, field_told)


async def test_a_fault_of_ours_is_told_of_the_one_it_befell(airport: Airport) -> None:
    """Whoever could not be filed for a defect is no longer awaited: `failed`, beside those that are filed."""
    charter = await airport.charter(await airport.passengers("tokyo", "tokyo"))
    airport.post.most, airport.post.then = 1, Fate.FAILED
    answer = await airport.caller.post(f"{PATH}/{charter}/plan", {}, CONTROL, "k")
    assert (answer.status_code, answer.json()["outcomes"]) == (202, {"failed": 1, "filed": 1})
    airport.post.most = None
    assert (await airport.step(charter, "plan", key="k"))["outcomes"] == {"filed": 2}


async def test_who_is_taken_off_is_left_out(airport: Airport) -> None:
    """Nothing is sent for them, also by a repeat of an older request; what was filed stays."""
    passengers = await airport.passengers("tokyo", "tokyo")
    charter = await airport.charter(passengers)
    await airport.step(charter, "plan", key="k")
    off = await airport.step(charter, "take-off", key="off", people=[passengers[0][0]])
    assert outcomes(off) == ["taken_off", "filed"]
    assert off["items"][0]["taken_off_by"] == CONTROL
    assert await airport.step(charter, "take-off", key="off", people=[passengers[0][0]]) == off
    assert outcomes(await airport.step(charter, "plan", key="k")) == ["taken_off", "filed"]
    requested = await airport.step(charter, "request")
    assert stages(requested) == ["planned", "requested"]
    named = await airport.step(charter, "authorise", SUPERVISOR, people=[passengers[0][0]])
    assert stages(named) == ["planned", "requested"]


async def test_a_step_for_some_leaves_the_others(airport: Airport) -> None:
    """Whoever is named, and nobody else."""
    passengers = await airport.passengers("tokyo", "tokyo")
    charter = await airport.charter(passengers)
    planned = await airport.step(charter, "plan", people=[passengers[1][0]])
    assert (stages(planned), outcomes(planned)) == (["pending", "planned"], ["listed", "filed"])


async def test_each_office_sees_and_does_its_own(airport: Airport) -> None:
    """Whose case is at another office is counted, not shown, and untouched; another office's charter is not there."""
    passengers = await airport.passengers("tokyo", "osaka")
    refused = await airport.draw_up(passengers, "moj-commissioner")
    assert (refused.status_code, refused.json()["code"]) == (403, "no_power")
    mixed = await airport.draw_up(passengers)
    assert (mixed.status_code, mixed.json()["fields"]) == (422, ["body.items.1"])
    charter = await airport.charter(passengers[:1])
    assert (await airport.caller.get(f"{PATH}/{charter}", "osaka-control")).status_code == 404
    assert (await airport.caller.post(f"{PATH}/{charter}/plan", {}, "osaka-control")).status_code == 404
    for officer, known in ((CONTROL, [charter]), ("osaka-control", []), ("moj-commissioner", [charter])):
        listed = (await airport.caller.get(PATH, officer)).json()
        assert [item["id"] for item in listed["items"]] == known
    shown = (await airport.caller.get(f"{PATH}/{charter}", "moj-commissioner")).json()
    assert (len(shown["items"]), shown["elsewhere"]) == (1, 0)


async def test_a_charter_is_drawn_up_once(airport: Airport) -> None:
    """The same key answers with the same charter; another list under it is told."""
    passengers = await airport.passengers("tokyo", "tokyo")
    items = [{"person": person, "case": case} for person, case in passengers]
    body = {**BODY, "items": items}
    first = await airport.caller.post(PATH, body, CONTROL, "k")
    again = await airport.caller.post(PATH, {**body, "departs_at": "2030-01-01T00:00:00Z"}, CONTROL, "k")
    assert (first.status_code, first.json()) == (201, again.json())
    assert first.headers["location"] == f"{PATH}/{first.json()['id']}"
    other = await airport.caller.post(PATH, {**body, "reference": "s"}, CONTROL, "k")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


async def test_no_id_says_whose_it_is(airport: Airport) -> None:
    """Commands of items are digests, the same at every repeat; the id of a charter and its requests name nobody."""
    ((person, case),) = passengers = await airport.passengers("tokyo")
    charter = await airport.charter(passengers)
    answer = await airport.step(charter, "plan", key="k")
    (command,) = airport.post.sent
    assert command.id == answer["items"][0]["command"]
    assert person.removeprefix("person_") not in command.id
    assert case.removeprefix("case_") not in command.id
    assert command_of("cmd_1", "person_1") == command_of("cmd_1", "person_1")
    assert command_of("cmd_1", "person_1") != command_of("cmd_1", "person_2") != command_of("cmd_2", "person_2")


@pytest.mark.parametrize(
    "wrong",
    [
        {"reference": "Zanzibarina Ada"},
        {"reference": ""},
        {"reference": 7},
        {"destination": "UK"},
        {"destination": "lk"},
        {"destination": None},
        {"departs_at": "2026-03-20"},
        {"departs_at": "2026-03-20T09:00:00"},
        {"departs_at": "1800-01-01T00:00:00Z"},
        {"departs_at": "9999-12-31T23:59:59Z"},
        {"items": []},
        {"items": [{"person": "x"}]},
        {"items": [{"person": "person 1", "case": "case_" + "0" * 32}]},
        {"items": [{"person": "person_1", "case": "case_1"}]},
        {"items": [NOBODY] * 301},
        {"items": [NOBODY]},
        {"surprise": "Zanzibarina"},
    ],
)
async def test_a_malformed_charter_is_422_and_not_echoed(airport: Airport, wrong: dict[str, Any]) -> None:
    """The field is named, never what was sent; nothing is on file."""
    answer = await airport.caller.post(PATH, {**BODY, **wrong}, CONTROL)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
    assert answer.json()["fields"]
    assert "Zanzibarina" not in answer.text
    assert (await airport.caller.get(PATH, CONTROL)).json() == {"items": []}


async def test_a_flight_that_has_departed_gets_no_list(airport: Airport) -> None:
    """Refused with article and remedy, nothing is on file and the key stays free; what is on file is still answered."""
    items = [{"person": person, "case": case} for person, case in await airport.passengers("tokyo")]
    gone, soon = (datetime.now(UTC) + timedelta(seconds=seconds) for seconds in (-1, 2))
    refused = await airport.caller.post(PATH, {**BODY, "items": items, "departs_at": gone.isoformat()}, CONTROL, "k")
    told = refused.json()
    assert (refused.status_code, told["code"]) == (409, "charter_departed")
    assert [article["short"] for article in told["reasons"][0]["basis"]] == ["ICRRA 52(3)", "Practice removal gate"]
    assert told["remedy"]
    assert (await airport.caller.get(PATH, CONTROL)).json() == {"items": []}
    body = {**BODY, "items": items, "departs_at": soon.isoformat()}
    drawn = await airport.caller.post(PATH, body, CONTROL, "k")
    await asyncio.sleep(max(0.0, (soon - datetime.now(UTC)).total_seconds()))
    again = await airport.caller.post(PATH, body, CONTROL, "k")
    assert (drawn.status_code, again.status_code, again.json()["id"]) == (201, 201, drawn.json()["id"])


async def test_of_a_long_list_of_mistakes_fifty_are_told(airport: Airport) -> None:
    """Three hundred strangers on one list: the answer stays short."""
    items = [{"person": f"person_{place}", "case": f"case_{place:032x}"} for place in range(300)]
    answer = await airport.caller.post(PATH, {**BODY, "items": items}, CONTROL)
    assert (answer.status_code, len(answer.json()["fields"])) == (422, 50)


async def test_items_must_be_that_persons_enforcement(airport: Airport) -> None:
    """Another person's case, a case of another procedure, a person twice: each told by its place."""
    (one, case), (other, others_case) = await airport.passengers("tokyo", "tokyo")
    cases = (await airport.caller.get("/v1/cases", CONTROL, person=one, procedure="Deportation")).json()["items"]
    wrong = [(one, case), (other, case), (one, cases[0]["id"]), (one, case), (other, others_case)]
    answer = await airport.draw_up(wrong)
    assert (answer.status_code, answer.json()["fields"]) == (422, [f"body.items.{place}" for place in (1, 2, 3, 4)])


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("plan", {"people": ["nobody"]}),
        ("plan", {"people": "all"}),
        ("plan", {"people": ["x"] * 301}),
        ("plan", {"plan": 1}),
        ("plan", {"occurred_at": "2026-03-02T10:00:00+09:00"}),
        ("take-off", {"people": []}),
        ("take-off", {"people": ["nobody"]}),
        ("take-off", {}),
    ],
)
async def test_a_malformed_step_is_422(airport: Airport, path: str, body: dict[str, Any]) -> None:
    """Nobody on the list, no list, or what is not the officer's to say; nothing is sent."""
    charter = await airport.charter(await airport.passengers("tokyo"))
    answer = await airport.caller.post(f"{PATH}/{charter}/{path}", body, CONTROL)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
    assert airport.post.sent == []


@pytest.mark.parametrize("charter", ["charter_" + "0" * 32, "charter_x", "x", "%00"])
async def test_a_charter_that_is_not_there_is_told_alike(airport: Airport, charter: str) -> None:
    """404 where it could be one, 422 or 404 where it could not."""
    for path in ("", "/plan", "/take-off"):
        body = {"people": ["x"]} if path == "/take-off" else {}
        sent = airport.caller.post(f"{PATH}/{charter}{path}", body, CONTROL) if path else None
        answer = await sent if sent is not None else await airport.caller.get(f"{PATH}/{charter}", CONTROL)
        assert answer.status_code in ((404,) if charter.endswith("0" * 32) else (404, 422))
