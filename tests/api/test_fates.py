"""What becomes of a command: sent, lost, uncertain, late, corrected, contested."""

from datetime import timedelta

import pytest

from activities.send import Answer, Fate
from tests.api.conftest import Desk
from tests.api.house import NOW
from workflows.ports import Fault

CUSTODY = {"custody": "free"}
STAYS = {"stays": [{"kind": "none", "since": "2026-01-05", "until": None}]}


async def test_nothing_sent_is_503_with_a_time_to_come_back(desk: Desk) -> None:
    """And the same key works later."""
    case = await desk.circumstances()
    post = desk.street.post
    post.delivers, post.fate = False, Fate.UNSENT
    answer = await desk.act(case, "record_custody", CUSTODY, key="k")
    assert (answer.status_code, answer.json()["code"]) == (503, "nothing_sent")
    assert int(answer.headers["retry-after"]) > 0
    post.delivers, post.fate = True, Fate.ANSWERED
    assert (await desk.act(case, "record_custody", CUSTODY, key="k")).status_code == 200


async def test_an_uncertain_command_is_202_and_is_found_later(desk: Desk) -> None:
    """202 with the place where the answer will be; 404 there until it is on file, then the answer."""
    case = await desk.circumstances()
    post = desk.street.post
    post.delivers, post.fate = False, Fate.PENDING
    answer = await desk.act(case, "record_custody", CUSTODY, key="k")
    where = answer.headers["location"]
    assert (answer.status_code, answer.json()["status"]) == (202, "pending")
    assert where == f"/v1/commands/{answer.json()['command']}"
    assert (await desk.get(where)).status_code == 404
    desk.street.memory.take(post.sent[-1])
    found = await desk.get(where)
    assert (found.status_code, found.headers["etag"]) == (200, '"2"')
    assert (await desk.get(where, "immigration_inspector")).status_code == 404


async def test_what_the_sender_lost_but_the_register_has_is_answered(desk: Desk) -> None:
    """The last step is always to ask the register, whatever the sender could tell."""
    case = await desk.circumstances()
    for number, fate in enumerate(Fate):
        desk.street.post.answer = Answer(fate, fault=Fault.INTERNAL)
        body = {"custody": ("free", "special_release")[number % 2]}
        assert (await desk.act(case, "record_custody", body)).status_code == 200


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (Fault.INTERNAL, 500),
        (Fault.NOT_THIS_CASE, 500),
        (Fault.KEY_REUSED, 422),
        (Fault.NOT_FOUND, 404),
        (Fault.TOO_LARGE, 413),
        (None, 500),
    ],
)
async def test_a_failure_that_filed_nothing_has_its_problem(desk: Desk, fault: Fault | None, status: int) -> None:
    """Told apart by class alone."""
    case = await desk.circumstances()
    desk.street.post.delivers, desk.street.post.answer = False, Answer(Fate.FAILED, fault=fault)
    answer = await desk.act(case, "record_custody", CUSTODY)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


async def test_a_register_out_of_reach_is_503_before_and_202_after_the_sending(desk: Desk) -> None:
    """503 says that nothing was sent; after the sending nobody can say so."""
    case = await desk.circumstances()
    memory, post = desk.street.memory, desk.street.post
    version = memory.register.case(case).version
    memory.down = True
    assert (await desk.act(case, "record_custody", CUSTODY, version=version)).status_code == 503
    memory.down = False
    send = post.send

    async def send_and_lose_the_register(command: object) -> Answer:
        memory.down = True
        return await send(command)  # type: ignore[arg-type]

    post.send = send_and_lose_the_register  # type: ignore[method-assign]
    assert (await desk.act(case, "record_custody", CUSTODY, version=version)).status_code == 202


async def test_a_late_entry_is_not_refused_for_being_late(desk: Desk) -> None:
    """A true event is filed though it lies before what is on file: the register judges the past again."""
    case = await desk.circumstances()
    desk.street.memory.now += timedelta(days=2)
    await desk.act(case, "record_stays", STAYS)
    yesterday = (NOW + timedelta(days=1)).isoformat()
    answer = await desk.act(case, "record_custody", CUSTODY, occurred_at=yesterday)
    assert (answer.status_code, answer.json()["late"]) == (200, True)


async def test_a_correction_and_what_it_needs(desk: Desk) -> None:
    """A correction has its power, its version and its target; its body is checked as the act's own."""
    case = await desk.circumstances()
    filed = (await desk.act(case, "record_custody", CUSTODY)).json()["command"]
    path = f"/v1/cases/{case}/corrections"
    wrong = {"target": filed, "reason": "typed wrongly", "body": {"custody": "nowhere"}}
    right = {"target": filed, "reason": "typed wrongly", "body": {"custody": "special_release"}}
    assert (await desk.post(path, wrong, version=2)).status_code == 422
    assert (await desk.post(path, right)).status_code == 428
    assert (await desk.post(path, right, "auditor", version=2)).status_code == 403
    assert (await desk.post(path, {**right, "target": "cmd_none"}, version=2)).json()["code"] == "no_such_entry"
    answer = await desk.post(path, right, version=2)
    assert (answer.status_code, answer.json()["outcome"]) == (200, "filed")
    state = (await desk.get(f"/v1/cases/{case}")).json()["state"]
    assert state["recorded"]["custody"] == "special_release"


async def test_a_resolution_of_what_is_not_contested_is_refused(desk: Desk) -> None:
    """And needs the power to resolve."""
    case = await desk.circumstances()
    filed = (await desk.act(case, "record_custody", CUSTODY)).json()["command"]
    body = {"target": filed, "verdict": "upheld", "reason": "weighed"}
    refused = await desk.post(f"/v1/cases/{case}/resolutions", body, "regional_bureau_head", version=2)
    assert (refused.status_code, refused.json()["code"]) == (409, "not_contested")
    assert (await desk.post(f"/v1/cases/{case}/resolutions", body, version=2)).status_code == 403
