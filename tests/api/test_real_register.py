"""The API over the real register: PostgreSQL behind the same ports, filed directly instead of through Temporal."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import psycopg
import pytest
from fastapi import FastAPI
from psycopg import sql

from activities.send import Answer, Fate
from api.ports import House
from embedded import Postgres
from engine.command import Command
from register.alarms import Alarms
from register.batches import Batches
from register.country_notices import CountryNotices
from register.custody_lists import CustodyLists
from register.filing import Register
from register.lookups import PoolLookUps
from register.migrate import upgrade
from register.people import NewOffice, NewOfficer, NewRole, People
from register.pool import make_pool
from settings import Settings
from tests.api.conftest import Caller
from tests.api.house import DECLARED, Street, officers


class Direct:
    """Files at once."""

    def __init__(self, register: Register) -> None:
        self.register = register

    async def send(self, command: Command) -> Answer:
        """File."""
        return Answer(Fate.ANSWERED, await self.register.file(command))


@pytest.fixture(scope="session")
def database_template(postgres: Postgres) -> str:
    """A migrated database."""
    name = "api_template"
    with psycopg.connect(postgres.dsn(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    upgrade(postgres.dsn(name))
    return name


@pytest.fixture
async def real(database_url: str, one_app: FastAPI, settings: Settings) -> AsyncIterator[Caller]:
    """A caller of the API over PostgreSQL."""
    async with make_pool(database_url, max_size=4) as pool:
        people = People(pool)
        await _put_officers(people)
        register = Register(pool, DECLARED, release="test")
        lists = CustodyLists(pool, DECLARED)
        house = House(
            DECLARED,
            lists,
            people,
            PoolLookUps(pool, DECLARED),
            lists,
            Alarms(pool, DECLARED),
            CountryNotices(pool),
            Batches(pool),
            Direct(register),
            lambda: datetime.now(UTC),
        )
        one_app.state.house = house
        async with httpx.AsyncClient(transport=httpx.ASGITransport(one_app), base_url="http://house") as client:
            yield Caller(client, settings, Street.new(), one_app)


async def _put_officers(people: People) -> None:
    since = datetime.now(UTC) - timedelta(days=3650)
    offices = (("tokyo", False), ("osaka", False), ("moj", True))
    await people.put_offices(NewOffice(id=one, en=one, ja=one, national=national) for one, national in offices)
    await people.put_officers(
        NewOfficer(
            id=one.id,
            office=one.office,
            name=one.id,
            roles=tuple(NewRole(role=role, office=one.office, since=since) for role in sorted(one.roles)),
        )
        for one in officers().values()
    )


async def test_a_case_lives_over_http_on_postgresql(real: Caller) -> None:
    """Person, opening, act, repeat, reuse, stale, another office, lists, timeline, removal, correction, readiness."""
    case = await real.circumstances()
    first = await real.act(case, "record_custody", {"custody": "free"}, key="k", version=1)
    again = await real.act(case, "record_custody", {"custody": "free"}, key="k", version=1)
    assert (first.status_code, again.status_code, again.content) == (200, 200, first.content)
    reused = await real.act(case, "record_stays", {"stays": []}, key="k", version=2)
    assert reused.json()["code"] == "idempotency_key_reused"
    assert (await real.act(case, "record_stays", {"stays": []}, version=1)).status_code == 412
    assert (await real.get(f"/v1/cases/{case}", "osaka.bureau_clerk")).status_code == 404
    assert (await real.get("/v1/cases/case_" + "0" * 32)).status_code == 404
    view = await real.get(f"/v1/cases/{case}")
    assert (view.headers["etag"], view.json()["state"]["recorded"]["custody"]) == ('"2"', "free")
    person = view.json()["person"]
    for path in ("", "/position", "/removal", "/work", "/landing"):
        assert (await real.get(f"/v1/people/{person}{path}")).status_code == 200
    for path in ("/acts", "/timeline", "/deadlines", "/diagram.svg"):
        assert (await real.get(f"/v1/cases/{case}{path}")).status_code == 200
    for path in ("/v1/cases", "/v1/deadlines", "/v1/duties"):
        assert (await real.get(path, custody="free") if "dut" not in path else await real.get(path)).status_code == 200
    assert [one["id"] for one in (await real.get("/v1/cases", custody="free")).json()["items"]] == [case]
    assert (await real.get("/v1/cases", after="x")).status_code == 422
    command = first.json()["command"]
    assert (await real.get(f"/v1/commands/{command}")).json() == first.json()
    wrong = {"target": command, "reason": "typed wrongly", "body": {"custody": "special_release"}}
    corrected = await real.post(f"/v1/cases/{case}/corrections", wrong, version=2)
    assert (corrected.status_code, corrected.json()["outcome"]) == (200, "filed")
    assert (await real.get("/health/ready")).status_code == 200
