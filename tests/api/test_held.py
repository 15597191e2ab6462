"""Who is held, over HTTP: within reach, narrowed, to readers alone."""

from datetime import timedelta
from typing import Any

import pytest

from law.custody import Title
from law.facts import Custody
from register.custody_lists import HeldView
from tests.api.conftest import Desk
from tests.api.house import NOW


def _held(number: int, **more: Any) -> HeldView:
    told: dict[str, Any] = {
        "case": f"case_{number}",
        "person": f"person_{number}",
        "office": "tokyo",
        "custody": Custody.DETAINED_DETENTION_ORDER,
        "facility": "rooms 1",
        "since": NOW - timedelta(days=number),
        "title": Title.DETENTION_ORDER,
        "title_ended": None,
        "days_spent": number + 1,
        "days_left": 59 - number,
        "limit_ends_at": NOW + timedelta(days=29 - number),
        "hand_over_ends_at": None,
        "review_ends_at": None,
        "examination_ends_at": None,
        "examined_on": None,
        "told_on": None,
        "language": "my",
    }
    return HeldView(**(told | more))


async def test_those_held_are_read_by_the_office(desk: Desk) -> None:
    """Every field comes as it is on file; an officer sees the own office's, narrowed to a facility where asked."""
    desk.street.bells.detained += [_held(1), _held(2, facility="omura"), _held(3, office="osaka")]
    page = (await desk.get("/v1/custody/held")).json()
    assert [one["case"] for one in page["items"]] == ["case_1", "case_2"]
    assert page["next"] is None
    assert HeldView.model_validate(page["items"][0]) == _held(1)
    there = (await desk.get("/v1/custody/held", facility="omura")).json()["items"]
    assert [one["case"] for one in there] == ["case_2"]
    assert len((await desk.get("/v1/custody/held", limit=1)).json()["items"]) == 1


async def test_another_offices_list_is_not_within_reach(desk: Desk) -> None:
    """Osaka's list is answered in Tokyo as one that does not exist; the Ministry reads every office's."""
    desk.street.bells.detained += [_held(1), _held(3, office="osaka")]
    assert (await desk.get("/v1/custody/held", office="osaka")).status_code == 404
    national = await desk.get("/v1/custody/held", officer="minister", office="osaka")
    assert [one["case"] for one in national.json()["items"]] == ["case_3"]


@pytest.mark.parametrize("asked", [{"limit": 0}, {"limit": 201}, {"facility": ""}, {"after": "!"}, {"who": "x"}])
async def test_what_cannot_be_asked_is_malformed(desk: Desk, asked: dict[str, Any]) -> None:
    """A limit out of bounds, an empty facility, a place that no list gave out, a name that is none."""
    answer = await desk.get("/v1/custody/held", **asked)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


async def test_nobody_reads_without_a_token(desk: Desk) -> None:
    """The list is for officers on file."""
    assert (await desk.client.get("/v1/custody/held")).status_code == 401
