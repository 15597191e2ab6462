"""An API over a house in memory, officers with real tokens, and a client without a network."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.app import create_app
from api.issuer import issue
from settings import Settings
from tests.api.house import Street

CLERK = "bureau_clerk"
INSPECTOR = "immigration_inspector"


@dataclass
class Caller:
    """Somebody at a desk: sends requests as an officer, each with a key of its own."""

    client: httpx.AsyncClient
    settings: Settings
    street: Street
    app: FastAPI
    tokens: dict[str, str] = field(default_factory=dict)
    keys: Any = field(default_factory=count)

    def headers(self, officer: str, **more: str) -> dict[str, str]:
        """Headers with the officer's token."""
        if officer not in self.tokens:
            self.tokens[officer] = issue(officer, self.settings)
        return {"Authorization": f"Bearer {self.tokens[officer]}", **more}

    async def get(self, path: str, officer: str = CLERK, **params: Any) -> httpx.Response:
        """Read."""
        return await self.client.get(path, headers=self.headers(officer), params=params)

    async def post(
        self, path: str, body: Any, officer: str = CLERK, key: str | None = None, version: int | None = None
    ) -> httpx.Response:
        """File."""
        headers = self.headers(officer, **{"Idempotency-Key": key or f"key-{next(self.keys)}"})
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        return await self.client.post(path, headers=headers, json=body)

    async def person(self, officer: str = CLERK) -> str:
        """A new person."""
        answer = await self.post("/v1/people", {"names": [{"language": "en", "text": "Mya"}]}, officer)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def circumstances(self, officer: str = CLERK, person: str | None = None) -> str:
        """A new case in which circumstances are recorded."""
        body = {"person": person or await self.person(officer), "opening": "keep"}
        answer = await self.post("/v1/procedures/Circumstances/cases", body, officer)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["case"])

    async def act(self, case: str, act: str, body: Any, **more: Any) -> httpx.Response:
        """Do an act on the version on file, unless told otherwise."""
        officer = more.pop("officer", CLERK)
        timing = {name: more.pop(name) for name in ("occurred_at", "decided_by") if name in more}
        version = more.pop("version", None)
        if version is None:
            version = self.street.memory.register.case(case).version
        return await self.post(
            f"/v1/cases/{case}/acts/{act}", {"body": body, **timing}, officer, version=version, **more
        )


Desk = Caller


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings with a data folder of the tests' own."""
    return Settings(data=tmp_path_factory.mktemp("api"))


@pytest.fixture(scope="session")
def one_app(settings: Settings) -> FastAPI:
    """The API, made once: its routes depend on the declarations alone."""
    return create_app(Street.new().house, settings)


@pytest.fixture
def street() -> Street:
    """An empty house."""
    return Street.new()


@pytest.fixture
def app(one_app: FastAPI, street: Street) -> FastAPI:
    """The API over the house of the test."""
    one_app.state.house = street.house
    return one_app


@pytest.fixture
async def desk(app: FastAPI, street: Street, settings: Settings) -> AsyncIterator[Caller]:
    """A caller without a network."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://house") as client:
        yield Caller(client, settings, street, app)
