"""Alarms over HTTP: within reach, narrowed, and noted once."""

from datetime import timedelta

from law.ladders import Audience
from register.alarms import AlarmView
from tests.api.conftest import Desk
from tests.api.house import NOW

CLERK = "bureau_clerk"


def _alarm(number: int, office: str = "tokyo", audience: Audience = Audience.OFFICER) -> AlarmView:
    return AlarmView(
        alarm=number,
        case="case_1",
        person="person_1",
        procedure="Deportation",
        office=office,
        subject="special_permission_window" if number % 2 else "issue_order",
        audience=audience,
        ends_at=NOW + timedelta(hours=number),
        raised_at=NOW,
        noted_by=None,
        noted_at=None,
    )


async def test_alarms_are_read_by_the_office_and_noted_once(desk: Desk) -> None:
    """An officer reads those of the office, in words; who notes one first stays on record, and it leaves the list."""
    bells = desk.street.bells
    bells.raised += [_alarm(1), _alarm(2, audience=Audience.SUPERVISOR), _alarm(3, office="osaka")]
    found = (await desk.get("/v1/alarms")).json()["items"]
    assert [one["alarm"] for one in found] == [1, 2]
    assert found[0]["en"] == "window for an application for special permission to stay"
    assert found[1]["en"] == "Issue the deportation order"
    narrowed = (await desk.get("/v1/alarms", audience="supervisor")).json()["items"]
    assert [one["alarm"] for one in narrowed] == [2]
    for _ in range(2):
        assert (await desk.client.post("/v1/alarms/1/note", headers=desk.headers(CLERK))).status_code == 204
    assert [one["alarm"] for one in (await desk.get("/v1/alarms")).json()["items"]] == [2]
    seen = (await desk.get("/v1/alarms", noted=True)).json()["items"]
    assert [(one["alarm"], one["noted_by"]) for one in seen] == [(1, CLERK)]


async def test_a_supervisors_alarm_is_noted_by_a_supervisor(desk: Desk) -> None:
    """Nobody else takes it off the supervisors' list: the refusal names who may, and it stays there."""
    desk.street.bells.raised.append(_alarm(2, audience=Audience.SUPERVISOR))
    for officer in (CLERK, "immigration_inspector"):
        refused = await desk.client.post("/v1/alarms/2/note", headers=desk.headers(officer))
        assert (refused.status_code, refused.json()["code"]) == (403, "alarm_for_supervisors")
        (reason,) = refused.json()["reasons"]
        assert reason["basis"]
        assert reason["remedy"]
    assert [one["alarm"] for one in (await desk.get("/v1/alarms")).json()["items"]] == [2]
    supervisor = desk.headers("supervising_immigration_inspector")
    assert (await desk.client.post("/v1/alarms/2/note", headers=supervisor)).status_code == 204


async def test_another_offices_alarm_is_as_one_that_does_not_exist(desk: Desk) -> None:
    """An alarm of Osaka and one that never was are answered alike in Tokyo."""
    desk.street.bells.raised.append(_alarm(3, office="osaka"))
    for path in ("/v1/alarms/3/note", "/v1/alarms/4/note"):
        assert (await desk.client.post(path, headers=desk.headers(CLERK))).status_code == 404
    assert (await desk.get("/v1/alarms", office="osaka")).status_code == 404
    assert (await desk.client.post("/v1/alarms/0/note", headers=desk.headers(CLERK))).status_code == 422
