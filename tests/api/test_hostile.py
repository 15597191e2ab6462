"""Malformed requests: each has its problem, none is echoed, nothing is filed, nothing personal is logged."""

import json
from typing import Any

import pytest
from structlog.testing import capture_logs

from tests.api.conftest import CLERK, Desk

CANARY = "Canary-Aung-San-1945"
LIMIT = 64 * 1024


async def _send(desk: Desk, path: str, content: bytes, media: str = "application/json", **more: str) -> Any:
    headers = desk.headers(CLERK, **{"Idempotency-Key": "k", "If-Match": '"1"', "Content-Type": media, **more})
    return await desk.client.post(path, headers=headers, content=content)


BODIES: dict[str, tuple[bytes, int]] = {
    "bad UTF-8": (b'{"names": [{"language": "en", "text": "Canary-Aung-San-1945\xff\xfe"}]}', 400),
    "overlong UTF-8": (b'{"a": "\xc0\x80"}', 400),
    "half a character in CESU": (b'{"a": "\xed\xa0\x80"}', 400),
    "UTF-16": (json.dumps({"a": CANARY}).encode("utf-16"), 400),
    "UTF-32": (json.dumps({"a": CANARY}).encode("utf-32"), 400),
    "byte order mark": (b'\xef\xbb\xbf{"a": 1}', 400),
    "cut": (f'{{"names": "{CANARY}'.encode(), 400),
    "not JSON": (CANARY.encode(), 400),
    "two values": (b"{} {}", 400),
    "single quotes": (b"{'a': 1}", 400),
    "NaN": (b'{"a": NaN}', 400),
    "infinity": (b'{"a": -Infinity}', 400),
    "a name twice": (b'{"a": 1, "a": 2}', 400),
    "bottomless": (b"[" * 30_000, 400),
    "bottomless and closed": (b"[" * 30_000 + b"]" * 30_000, 400),
    "bottomless objects": (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, 400),
    "huge number": (b'{"a": ' + b"9" * 5_000 + b"}", 400),
    "raw NUL": (b'{"a": "\x00"}', 400),
    "NUL": (f'{{"names": [{{"language": "en", "text": "{CANARY}\\u0000"}}]}}'.encode(), 422),
    "NUL in a name": (b'{"a\\u0000": 1}', 422),
    "half a character": (b'{"a": "\\ud800"}', 422),
    "list": (b"[]", 422),
    "text": (json.dumps(CANARY).encode(), 422),
    "null": (b"null", 422),
    "number": (b"1", 422),
    "empty object": (b"{}", 422),
    "unknown member": (json.dumps({"names": [], CANARY: CANARY}).encode(), 422),
    "wrong types": (json.dumps({"names": CANARY, "birth_date": CANARY}).encode(), 422),
    "nothing": (b"", 422),
}
POSTS = (
    "/v1/people",
    "/v1/procedures/Circumstances/cases",
    "/v1/procedures/RefugeeApplication/cases",
    "/v1/procedures/OwnExpenseDeparture/cases",
    "/v1/procedures/CourtProceedings/cases",
    "/v1/procedures/LandingDenial/cases",
    "/v1/charters",
    f"/v1/charters/charter_{'0' * 32}/take-off",
    "/v1/country-notices",
    "{case}/acts/record_custody",
    "{case}/acts/decide",
    "{case}/corrections",
    "{case}/resolutions",
)


@pytest.mark.parametrize("name", BODIES)
async def test_a_malformed_body_has_its_problem_and_is_not_echoed(desk: Desk, name: str) -> None:
    """On every kind of route; nothing is sent on and nothing of it is logged."""
    content, status = BODIES[name]
    case = await desk.circumstances()
    sent = len(desk.street.post.sent)
    with capture_logs() as logs:
        for path in POSTS:
            answer = await _send(desk, path.format(case=f"/v1/cases/{case}"), content)
            assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), path
            assert CANARY not in answer.text
            assert CANARY not in str(answer.headers)
    assert CANARY not in str(logs)
    assert len(desk.street.post.sent) == sent


@pytest.mark.parametrize("path", POSTS)
async def test_names_invented_by_the_sender_are_not_told(desk: Desk, path: str) -> None:
    """A problem names our own fields alone; a stranger's are stars, at every depth."""
    case = await desk.circumstances()
    body = {"body": {CANARY: 1, "destination": {CANARY: 2}}, CANARY: 3, "names": [{CANARY: 4}], "opening": CANARY}
    answer = await _send(desk, path.format(case=f"/v1/cases/{case}"), json.dumps(body).encode())
    assert answer.status_code == 422
    assert CANARY not in answer.text
    assert answer.json()["fields"]


@pytest.mark.parametrize("where", ["query", "path", "header", "cookie"])
async def test_the_rest_of_a_request_is_not_echoed_either(desk: Desk, where: str) -> None:
    """Neither in the answer nor in the log."""
    headers = desk.headers(CLERK)
    if where == "header":
        headers |= {"Idempotency-Key": f"{CANARY} {CANARY}", "If-Match": CANARY}
    if where == "cookie":
        headers |= {"Cookie": f"a={CANARY}"}
    path = f"/v1/cases/{CANARY}" if where == "path" else "/v1/cases"
    params = {"stage": CANARY, CANARY: CANARY} if where == "query" else {}
    with capture_logs() as logs:
        read = await desk.client.get(path, headers=headers, params=params)
        lost = await desk.client.get(f"/{CANARY}", headers=headers)
        posted = await desk.client.post("/v1/people", headers=headers, json={"names": []})
    for answer in (read, lost, posted):
        assert CANARY not in answer.text
        assert CANARY not in str(answer.headers)
    assert CANARY not in str(logs)
    assert (lost.status_code, lost.json()["code"]) == (404, "not_found")


async def test_64_kb_pass_and_one_byte_more_is_413(desk: Desk) -> None:
    """Counted as it arrives, whatever its declared length."""
    full = b'{"names": [{"language": "en", "text": "Mya"}]}'
    exact = full + b" " * (LIMIT - len(full))
    assert (await _send(desk, "/v1/people", exact)).status_code == 201
    answer = await _send(desk, "/v1/people", exact + b" ")
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")

    async def stream() -> Any:
        for _ in range(70):
            yield b" " * 1024

    headers = desk.headers(CLERK, **{"Idempotency-Key": "k", "Content-Type": "application/json"})
    assert (await desk.client.post("/v1/people", headers=headers, content=stream())).status_code == 413


@pytest.mark.parametrize("length", ["-1", "x", "9" * 30, "65537"])
async def test_a_false_length_is_refused(desk: Desk, length: str) -> None:
    """Before anything is read."""
    answer = await _send(desk, "/v1/people", b"{}", **{"Content-Length": length})
    assert answer.status_code in (400, 413)


@pytest.mark.parametrize(
    "media", ["text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded", ""]
)
async def test_another_media_type_is_415(desk: Desk, media: str) -> None:
    """JSON alone, declared as such."""
    answer = await _send(desk, "/v1/people", b'{"names": []}', media)
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 81, "ключ", "a/b", "a\tb"])
async def test_a_malformed_key_is_422(desk: Desk, key: str) -> None:
    """1 to 80 letters, digits and a few signs, nothing else."""
    headers = desk.headers(CLERK)
    raw = [*((name.encode(), value.encode()) for name, value in headers.items()), (b"Idempotency-Key", key.encode())]
    answer = await desk.client.post("/v1/people", headers=raw, json={"names": [{"language": "en", "text": "Mya"}]})
    assert answer.status_code in (400, 422)
    assert desk.street.memory.people == {}


async def test_a_defect_is_500_and_logs_no_value(desk: Desk) -> None:
    """The class and the place are logged; the message may hold anything and is not."""

    async def breaks(*_: object, **__: object) -> None:
        raise RuntimeError(CANARY)

    desk.street.memory.cases = breaks  # type: ignore[method-assign,assignment]
    with capture_logs() as logs:
        answer = await desk.get("/v1/cases")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert CANARY not in answer.text
    assert CANARY not in str(logs)
    assert logs[0]["error"] == "RuntimeError"
    assert logs[0]["at"].startswith("test_hostile.py:")


async def test_a_log_line_holds_templates_and_opaque_ids_alone(desk: Desk) -> None:
    """Method, template, status, time, officer, case."""
    case = await desk.circumstances()
    with capture_logs() as logs:
        await desk.get(f"/v1/cases/{case}")
        await desk.get(f"/v1/people/{CANARY}")
    first, second = logs
    assert set(first) == {"event", "log_level", "method", "route", "status", "ms", "officer", "case"}
    assert (first["route"], first["case"], first["officer"]) == ("/v1/cases/{case_id}", case, CLERK)
    assert (second["route"], second["status"]) == ("/v1/people/{person_id}", 404)


async def test_every_answer_is_safe_to_receive(desk: Desk) -> None:
    """No sniffing, no framing, no caching, no referrer: also problems and pages."""
    for path in (
        "/v1/cases",
        "/nowhere",
        "/docs",
        "/openapi.json",
        "/health/live",
        "/v1/procedures/Circumstances/page",
    ):
        headers = (await desk.get(path)).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
