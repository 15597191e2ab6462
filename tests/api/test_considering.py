"""What an act considers beside the cases is told and refused by the API as the filing does it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from api.app import create_app
from settings import Settings
from simulation.memory import MemoryRegister
from tests.api.board import Board
from tests.api.conftest import INSPECTOR, Caller
from tests.api.house import Memory, Post, Street, officers
from tests.api.manifest import Manifests
from tests.register.journeys import PROCEDURES


@pytest.fixture
async def desk(settings: Settings) -> AsyncIterator[Caller]:
    """A caller of an API over journeys."""
    memory = Memory(MemoryRegister(PROCEDURES, officers()))
    street = Street(memory, Post(memory), Board(memory), Manifests(memory))
    app = create_app(replace(street.house, procedures=PROCEDURES), settings)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://house") as client:
        yield Caller(client, settings, street, app)


async def _journey(desk: Caller) -> str:
    body = {"person": await desk.person(), "opening": "plan"}
    answer = await desk.post("/v1/procedures/Journey/cases", body, INSPECTOR)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["case"])


async def _enter(desk: Caller, number: str, first: str, *countries: str) -> None:
    body = {"number": number, "effective_from": first, "countries": countries}
    assert (await desk.post("/v1/country-notices", body, "minister")).status_code == 201


async def _told(desk: Caller, case: str, act: str) -> list[str]:
    acts = (await desk.get(f"/v1/cases/{case}/acts", INSPECTOR)).json()["items"]
    (found,) = [one for one in acts if one["act"] == act]
    return [reason["code"] for refusal in found["blocked_by"] for reason in refusal["reasons"]]


async def test_the_notice_of_the_day_opens_and_closes_an_act(desk: Caller) -> None:
    """Unknown blocks; a notice without the country opens; the next one with it closes again, from its first day."""
    case = await _journey(desk)
    assert await _told(desk, case, "go_home") == ["no_country_notice"]
    refused = await desk.act(case, "go_home", {}, officer=INSPECTOR)
    assert (refused.status_code, refused.json()["code"]) == (409, "no_country_notice")
    assert desk.street.post.sent[-1].act == "plan"
    await _enter(desk, "1", "2026-02-01", "VN")
    await _enter(desk, "2", "2026-03-03", "VN", "XA")
    assert await _told(desk, case, "go_home") == []
    assert (await desk.act(case, "go_home", {}, officer=INSPECTOR)).status_code == 200
    desk.street.memory.now += timedelta(days=1)
    assert await _told(desk, case, "go_home") == ["destination_on_notice"]
    closed = await desk.act(case, "go_home", {}, officer=INSPECTOR)
    assert closed.json()["code"] == "destination_on_notice"


async def test_an_act_that_considers_nothing_is_told_nothing(desk: Caller) -> None:
    """What is not declared is looked up nowhere: not for the explanation, the quick refusal or the filing."""
    case = await _journey(desk)
    await _enter(desk, "1", "2026-02-01", "VN")
    assert await _told(desk, case, "dream") == ["no_country_notice"]
    assert (await desk.act(case, "dream", {}, officer=INSPECTOR)).json()["code"] == "no_country_notice"
