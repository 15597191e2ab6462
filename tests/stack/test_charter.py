"""Charters on the whole stack: HTTP, Temporal, workers and PostgreSQL; each person by a filing of his or her own."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from cli.http import Api
from tests.passengers import COUNTRY, passenger, put_on_file, seat
from tests.stack.house import House, until
from tests.stack.parity import Stack, stack_in
from tests.stack.serving import served

CONTROL, SUPERVISOR, CLERK = "tokyo-control", "tokyo-supervisor", "tokyo-clerk"
PATH = "/v1/charters"
MANY = 24


@dataclass(frozen=True)
class Airport:
    """The stack and the API in front of it."""

    stack: Stack
    api: str

    async def charter(self, people: int) -> tuple[str, list[str]]:
        """A charter for people who may be removed; its id, and who they are."""
        files = [passenger(uuid4().hex) for _ in range(people)]
        passengers = await put_on_file(self.stack.pool, *files, at=datetime.now(UTC))
        self.stack.house.ask("UPDATE obligations SET created_at = created_at - interval '1 minute' RETURNING id")
        items = [{"person": person, "case": case} for person, case in passengers]
        departs_at = (datetime.now(UTC) + timedelta(days=2)).isoformat()
        body = {"reference": "2026-7", "destination": COUNTRY, "departs_at": departs_at, "items": items}
        answer = await self.post(PATH, body, CONTROL)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"]), [person for person, _ in passengers]

    async def post(self, path: str, body: dict[str, Any], officer: str, key: str | None = None) -> httpx.Response:
        """Send a request as an officer."""
        return await asyncio.to_thread(Api(self.api, officer).post, path, body, key=key)

    async def step(self, charter: str, step: str, officer: str = CONTROL, key: str | None = None) -> dict[str, Any]:
        """A step, asked with the same key until all of it is on file."""
        own = key or uuid4().hex
        answer = await self.post(f"{PATH}/{charter}/{step}", {}, officer, own)
        for _ in range(100):
            if answer.status_code not in (202, 503):
                break
            await asyncio.sleep(0.2)
            answer = await self.post(f"{PATH}/{charter}/{step}", {}, officer, own)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found


@pytest.fixture
async def airport(quiet_house: House, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Airport]:
    """A stack at work with an API, and the officers of the demonstration."""
    async with stack_in(quiet_house) as stack:
        await seat(stack.pool)
        async with served(quiet_house.settings, monkeypatch) as api:
            yield Airport(stack, api)


def stages(answer: dict[str, Any]) -> list[str]:
    """Where everybody stands."""
    return [item["stage"]["name"] for item in answer["items"]]


@pytest.mark.slow
async def test_of_five_one_applies_before_the_boarding(airport: Airport) -> None:
    """The four others board; the one is refused with article and remedy, and all that is on file is sound."""
    charter, people = await airport.charter(5)
    await airport.step(charter, "plan")
    await airport.step(charter, "request")
    key = uuid4().hex
    authorised = await airport.step(charter, "authorise", SUPERVISOR, key)
    assert stages(authorised) == ["authorised"] * 5
    assert await airport.step(charter, "authorise", SUPERVISOR, key) == authorised
    applied = {"person": people[1], "opening": "file_application"}
    body = {"kind": "refugee", "material_came_with_it": False}
    answer = await airport.post("/v1/procedures/RefugeeApplication/cases", {**applied, "body": body}, CLERK)
    assert answer.status_code == 201, answer.text
    boarded = await airport.step(charter, "board")
    assert stages(boarded) == ["on_board", "planned", "on_board", "on_board", "on_board"]
    assert boarded["outcomes"] == {"filed": 4, "refused": 1}
    assert all(reason["basis"] and reason["remedy"] for reason in boarded["items"][1]["refusal"]["reasons"])
    await airport.stack.assert_sound()


@pytest.mark.slow
async def test_a_worker_killed_half_way_loses_and_doubles_nothing(airport: Airport) -> None:
    """What was filed before it fell stays; the same request goes on with the rest; each plan is on file once."""
    charter, people = await airport.charter(MANY)
    planning = asyncio.create_task(airport.step(charter, "plan"))
    planned = "SELECT count(*) FROM facts WHERE kind = 'RemovalPlanned'"
    await until(lambda: airport.stack.house.ask(planned)[0][0] >= 3)
    airport.stack.worker.kill()
    before = airport.stack.house.ask(planned)[0][0]
    assert before < MANY, "killed too late to prove anything"
    airport.stack.worker.start()
    whole = await planning
    print(f"killed after {before} of {MANY} plans")  # noqa: T201
    assert (stages(whole), whole["outcomes"]) == (["planned"] * MANY, {"filed": MANY})
    once = "SELECT count(*), count(DISTINCT c.person_id) FROM facts AS f JOIN cases AS c ON c.id = f.case_id"
    assert airport.stack.house.ask(f"{once} WHERE f.kind = 'RemovalPlanned'") == [(len(people), len(people))]
    await airport.stack.assert_sound()
