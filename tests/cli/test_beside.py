"""`tetsuzuki countries` and `tetsuzuki charter` at an API that listens."""

import asyncio
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from register.pool import make_pool
from tests.cli.terminal import NOBODY_LISTENS, Terminal
from tests.passengers import COUNTRY, passenger, put_on_file

NOTICE: dict[str, Any] = {"number": "12", "effective_from": "2024-07-01", "countries": ["VN", "LK"]}
Passengers = list[tuple[str, str]]


def _file(folder: Path, content: object, name: str = "given.json") -> str:
    file = folder / name
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(file)


@pytest.fixture(scope="module")
def passengers(desk: Terminal) -> Passengers:
    """Three people who may be removed, each with the case."""

    async def take() -> Passengers:
        async with make_pool(desk.environment["DATABASE_URL"], min_size=1) as pool:
            files = [passenger(f"p-{place}") for place in range(3)]
            return await put_on_file(pool, *files, at=datetime.now(UTC))

    return asyncio.run(take())


def _charter(desk: Terminal, folder: Path, passengers: Passengers) -> str:
    departs_at = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    items = [{"person": person, "case": case} for person, case in passengers]
    told = {"reference": "2026-7", "destination": COUNTRY, "departs_at": departs_at, "items": items}
    (found,) = desk.told("charter", "draw-up", _file(folder, told, "charter.json"))
    return str(found["id"])


def test_notices_are_entered_corrected_and_listed(desk: Terminal, tmp_path: Path) -> None:
    """Once, however often the file is given; what is listed as JSON can be entered again."""
    file = _file(tmp_path, NOTICE, "first.json")
    assert "on file: notice 12 from 2024-07-01, 2 countries" in desk.well("countries", "enter", file)
    desk.well("countries", "enter", file)
    (listed,) = desk.told("countries", "list")
    desk.well("countries", "enter", _file(tmp_path, listed))
    told = desk.fails("countries", "enter", _file(tmp_path, {**NOTICE, "countries": ["VN"]}))
    assert "(number_taken)" in told
    assert "55-2(1)(i)" in told
    assert "mend:" in told
    corrected = {**NOTICE, "countries": ["VN"], "correction": "typed wrongly"}
    assert desk.told("countries", "enter", _file(tmp_path, corrected))[0]["revision"] == 2
    assert "replaced since" in desk.well("countries", "enter", file)
    assert "typed wrongly" in desk.well("countries", "list")


def test_what_is_no_notice_is_told(desk: Terminal, tmp_path: Path) -> None:
    """A file that is not there or not JSON ends with 2; what the API does not take, with its fields."""
    desk.fails("countries", "enter", str(tmp_path / "none.json"), code=2)
    for content in ("{", "[]"):
        assert "mend:" in desk.fails("countries", "enter", _file(tmp_path, content), code=2)
    told = desk.fails("countries", "enter", _file(tmp_path, {**NOTICE, "contries": ["VN"]}))
    assert "(malformed)" in told
    assert "(no_power)" in desk.fails("countries", "enter", _file(tmp_path, NOTICE), "--as", "tokyo-head")


def test_a_charter_is_drawn_up_and_boarded(desk: Terminal, tmp_path: Path, passengers: Passengers) -> None:
    """Step by step, each by who may do it; one is taken off and left behind; the list shows where everybody stands."""
    charter = _charter(desk, tmp_path, passengers)
    assert charter in desk.well("charter", "list")
    assert "Removal planned" in desk.well("charter", "plan", charter)
    assert "taken_off" in desk.well("charter", "take-off", charter, "--for", passengers[2][0])
    desk.well("charter", "request", charter, "--key", "requested")
    desk.well("charter", "request", charter, "--key", "requested")
    assert "(no_power)" in desk.fails("charter", "authorise", charter, "--as", "tokyo-control")
    desk.well("charter", "authorise", charter)
    (boarded,) = desk.told("charter", "board", charter)
    assert boarded["outcomes"] == {"filed": 2, "taken_off": 1}
    assert [item["stage"]["name"] for item in boarded["items"]] == ["on_board", "on_board", "planned"]
    assert "On board" in desk.well("charter", "show", charter)


def test_a_refusal_for_one_ends_with_1_and_its_reason(desk: Terminal, tmp_path: Path, passengers: Passengers) -> None:
    """With the article, beside what was filed for the others."""
    charter = _charter(desk, tmp_path, passengers)
    done = desk.run("charter", "request", charter, "--for", passengers[2][0])
    assert done.exit_code == 1
    assert "refused" in done.stdout
    assert "mend:" in done.stdout
    (shown,) = desk.told("charter", "show", charter)
    (reason,) = shown["items"][2]["refusal"]["reasons"]
    assert reason["basis"]
    assert reason["remedy"]


def test_a_step_that_did_not_end_names_the_key_to_go_on_with(desk: Terminal) -> None:
    """Whether anything was sent cannot be known: the same key asks again, and the standard output stays clean."""
    charter, away = "charter_" + "0" * 32, f"http://{NOBODY_LISTENS}"
    done = desk.run("charter", "board", charter, "--api", away, "-o", "json")
    assert (done.exit_code, done.stdout) == (1, "")
    (key,) = re.findall(r"--key (\S+)", done.stderr)
    assert f"--key {key}" in desk.run("charter", "board", charter, "--api", away, "--key", key).stderr


def test_a_charter_that_cannot_be_is_told(desk: Terminal, tmp_path: Path) -> None:
    """A file that is none, one that is not there, an API that is away."""
    desk.fails("charter", "draw-up", str(tmp_path / "none.json"), code=2)
    assert "(not_found)" in desk.fails("charter", "show", "charter_" + "0" * 32)
    assert "The API does not answer." in desk.fails("charter", "list", "--api", f"http://{NOBODY_LISTENS}")
    assert "The API does not answer." in desk.fails("countries", "list", "--api", f"http://{NOBODY_LISTENS}")
