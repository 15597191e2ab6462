"""Notices of countries over HTTP: entered by the Minister's office, read by everybody, refused with articles."""

from typing import Any

import httpx
import pytest

from tests.api.conftest import Desk

MINISTER = "minister"
PATH = "/v1/country-notices"
FIRST: dict[str, Any] = {"number": "12", "effective_from": "2024-07-01", "countries": ["VN", "LK"]}


async def _enter(desk: Desk, officer: str = MINISTER, key: str | None = None, **more: Any) -> httpx.Response:
    return await desk.post(PATH, {**FIRST, **more}, officer, key)


async def test_a_notice_is_entered_and_read(desk: Desk) -> None:
    """Once for a key, with who entered it; the list and the notice in force show it to every officer."""
    first = await _enter(desk, key="k")
    assert first.status_code == 201
    assert (await _enter(desk, key="k")).json() == first.json()
    assert (await _enter(desk, key="k", countries=["VN"])).json()["code"] == "idempotency_key_reused"
    assert first.json()["countries"] == ["LK", "VN"]
    assert first.json()["entered_by"] == MINISTER
    assert (await desk.get(PATH)).json()["items"] == [first.json()]
    assert (await desk.get(first.headers["location"])).json()["notice"] == first.json()


@pytest.mark.parametrize(("on", "number"), [("2024-06-30", None), ("2024-07-01", "12"), ("2026-03-02", "13")])
async def test_the_notice_in_force_is_told_by_day(desk: Desk, on: str, number: str | None) -> None:
    """Where none is known, that is said with its article and what to do; without a day, today counts."""
    await _enter(desk)
    await _enter(desk, number="13", effective_from="2026-03-02")
    told = (await desk.get(f"{PATH}/in-force", on=on)).json()
    assert (told["on"], told["notice"] and told["notice"]["number"]) == (on, number)
    codes = [reason["code"] for reason in told["known"]["reasons"]]
    assert (told["known"]["answer"], codes) == (("no", ["no_country_notice"]) if number is None else ("yes", []))
    assert (await desk.get(f"{PATH}/in-force")).json()["notice"]["number"] == "13"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"number": "13", "countries": ["VN", "ZZ"], "effective_from": "2025-01-01"}, "unknown_country"),
        ({"number": "13"}, "first_day_taken"),
        ({"countries": ["VN"]}, "number_taken"),
        ({"number": "13", "effective_from": "2025-01-01", "countries": []}, "no_countries"),
        ({"number": "13", "effective_from": "2024-06-09"}, "before_the_law"),
        ({"number": "13", "effective_from": "2025-01-01", "correction": "typed wrongly"}, "nothing_to_correct"),
    ],
)
async def test_what_cannot_stand_is_refused_with_its_article(desk: Desk, more: dict[str, Any], code: str) -> None:
    """409 with code, article and remedy; nothing is entered."""
    await _enter(desk)
    answer = await _enter(desk, **more)
    assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert answer.json()["remedy"]
    assert "55-2(1)(i)" in {article["article"] for article in answer.json()["reasons"][0]["basis"]}
    assert len(desk.street.board.notices) == 1


async def test_what_was_typed_wrongly_is_corrected(desk: Desk) -> None:
    """The correction stands; what it replaces stays to be read."""
    await _enter(desk)
    answer = await _enter(desk, countries=["VN", "LK", "PH"], correction="the Philippines were left out")
    assert (answer.status_code, answer.json()["revision"]) == (201, 2)
    items = (await desk.get(PATH)).json()["items"]
    assert [(one["revision"], one["replaced"]) for one in items] == [(2, False), (1, True)]


@pytest.mark.parametrize("officer", ["commissioner", "bureau_clerk", "supervising_immigration_inspector", "nobody"])
async def test_nobody_else_enters_one(desk: Desk, officer: str) -> None:
    """403 with the provision that gives the power."""
    answer = await _enter(desk, officer)
    assert (answer.status_code, answer.json()["code"]) == (403, "no_power")
    assert desk.street.board.notices == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": ""},
        {"number": 12},
        {"number": "x" * 1001},
        {"effective_from": "2024-13-01"},
        {"effective_from": "soon"},
        {"effective_from": None},
        {"effective_from": "9999-12-31"},
        {"countries": "VN"},
        {"countries": ["vn"]},
        {"countries": ["VNM"]},
        {"countries": [None]},
        {"countries": ["VN"] * 301},
        {"correction": ""},
        {"correction": 1},
        {"surprise": "Zanzibarina"},
    ],
)
async def test_a_malformed_notice_is_422_and_not_echoed(desk: Desk, wrong: dict[str, Any]) -> None:
    """The field is named, never what was sent."""
    answer = await _enter(desk, **wrong)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
    assert answer.json()["fields"]
    assert "Zanzibarina" not in answer.text
    assert desk.street.board.notices == []


@pytest.mark.parametrize("on", ["soon", "2024-02-30", "", "1000-01-01"])
async def test_no_notice_is_in_force_on_no_day(desk: Desk, on: str) -> None:
    """422."""
    assert (await desk.get(f"{PATH}/in-force", on=on)).status_code == 422


async def test_a_key_is_needed_and_the_house_must_be_there(desk: Desk) -> None:
    """400 without a key; 503 while the register is away, with the key to be sent again."""
    headers = desk.headers(MINISTER)
    assert (await desk.client.post(PATH, headers=headers, json=FIRST)).json()["code"] == "idempotency_key_missing"
    desk.street.memory.down = True
    headers = desk.headers(MINISTER, **{"Idempotency-Key": "k"})
    assert (await desk.client.post(PATH, headers=headers, json=FIRST)).status_code == 503
