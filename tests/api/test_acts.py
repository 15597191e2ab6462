"""The way of an act over HTTP, and every class of refusal on it."""

from datetime import timedelta

import pytest

from tests.api.conftest import CLERK, INSPECTOR, Desk
from tests.api.house import NOW

CUSTODY = {"custody": "free"}
STAYS = {"stays": [{"kind": "none", "since": "2026-01-05", "until": None}]}


async def test_an_act_is_filed_and_answered_with_what_is_on_file(desk: Desk) -> None:
    """200 with stage, version as ETag, and the facts put on record."""
    case = await desk.circumstances()
    answer = await desk.act(case, "record_custody", CUSTODY)
    told = answer.json()
    assert answer.status_code == 200
    assert answer.headers["etag"] == '"2"'
    assert (told["stage"]["name"], told["version"], told["facts"]) == ("kept", 2, ["CircumstancesRecorded"])


async def test_an_opening_answers_where_the_case_is(desk: Desk) -> None:
    """201 with Location and the first version; the case can be read there with the same ETag."""
    person = await desk.person()
    answer = await desk.post("/v1/procedures/Circumstances/cases", {"person": person, "opening": "keep"})
    assert (answer.status_code, answer.headers["etag"]) == (201, '"1"')
    case = await desk.get(answer.headers["location"])
    assert (case.status_code, case.headers["etag"], case.json()["person"]) == (200, '"1"', person)


async def test_a_repeat_gets_the_same_answer_and_files_nothing(desk: Desk) -> None:
    """Also with the version that was current then, and after the case has moved on."""
    case = await desk.circumstances()
    first = await desk.act(case, "record_custody", CUSTODY, key="once", version=1)
    await desk.act(case, "record_stays", STAYS)
    desk.street.memory.now += timedelta(minutes=5)
    again = await desk.act(case, "record_custody", CUSTODY, key="once", version=1)
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers["etag"] == first.headers["etag"]
    assert len([one for one in desk.street.post.sent if one.act == "record_custody"]) == 1


@pytest.mark.parametrize(
    ("act", "body", "more"),
    [
        ("record_custody", {"custody": "special_release"}, {}),
        ("record_stays", STAYS, {}),
        ("record_custody", CUSTODY, {"occurred_at": "2026-03-02T09:59:00+09:00"}),
        ("record_custody", CUSTODY, {"decided_by": "immigration_inspector"}),
    ],
)
async def test_the_same_key_with_another_body_is_422(desk: Desk, act: str, body: object, more: dict[str, str]) -> None:
    """Another act, body, instant or decider is another body; nothing is filed."""
    case = await desk.circumstances()
    await desk.act(case, "record_custody", CUSTODY, key="once")
    answer = await desk.act(case, act, body, key="once", **more)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")


async def test_keys_are_scoped_to_the_officer(desk: Desk) -> None:
    """Two officers may choose the same key."""
    case = await desk.circumstances()
    await desk.act(case, "record_custody", CUSTODY, key="once")
    answer = await desk.act(case, "record_stays", STAYS, key="once", officer="immigration_inspector")
    assert answer.status_code == 200


async def test_without_a_key_it_is_400(desk: Desk) -> None:
    """What files something needs a key."""
    case = await desk.circumstances()
    headers = desk.headers(CLERK, **{"If-Match": '"1"'})
    answer = await desk.client.post(f"/v1/cases/{case}/acts/record_custody", headers=headers, json={"body": CUSTODY})
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_missing")


@pytest.mark.parametrize("header", [None, "*", ""])
async def test_without_a_version_it_is_428(desk: Desk, header: str | None) -> None:
    """An act on an existing case is based on what somebody saw; a star is nothing seen."""
    case = await desk.circumstances()
    headers = desk.headers(CLERK, **{"Idempotency-Key": "k"}, **({} if header is None else {"If-Match": header}))
    answer = await desk.client.post(f"/v1/cases/{case}/acts/record_custody", headers=headers, json={"body": CUSTODY})
    assert (answer.status_code, answer.json()["code"]) == (428, "version_missing")


@pytest.mark.parametrize("header", ['"9"', '"0"', 'W/"1"', "1", '"1", "2"', '"x"', '"99999999999"'])
async def test_a_stale_version_is_412(desk: Desk, header: str) -> None:
    """Another version, a weak one, or none of ours; nothing is sent."""
    case = await desk.circumstances()
    headers = desk.headers(CLERK, **{"Idempotency-Key": "k", "If-Match": header})
    sent = len(desk.street.post.sent)
    answer = await desk.client.post(f"/v1/cases/{case}/acts/record_custody", headers=headers, json={"body": CUSTODY})
    assert (answer.status_code, answer.json()["code"]) == (412, "stale_version")
    assert len(desk.street.post.sent) == sent


async def test_the_wrong_stage_is_409_with_its_article_in_both_languages(desk: Desk) -> None:
    """The quick refusal asks the same predicates as the filing, and sends nothing."""
    case = await desk.circumstances()
    await desk.act(case, "record_departure", {"on": "2026-03-01"}, officer=INSPECTOR)
    sent = len(desk.street.post.sent)
    answer = await desk.act(case, "record_custody", CUSTODY)
    told = answer.json()
    assert (answer.status_code, told["code"], answer.headers["content-type"]) == (
        409,
        "wrong_stage",
        "application/problem+json",
    )
    reason = told["reasons"][0]
    assert reason["basis"][0]["short"] == "ICRRA 39"
    assert reason["en"]
    assert reason["ja"]
    assert told["remedy"]
    assert len(desk.street.post.sent) == sent


async def test_what_the_body_breaks_is_refused_by_the_filing_and_binds_the_key(desk: Desk) -> None:
    """A refusal on file is returned for its key for ever."""
    case = await desk.circumstances()
    bad = {"stays": [{"kind": "none", "since": "2026-02-05", "until": "2026-01-01"}]}
    first = await desk.act(case, "record_stays", bad, key="once")
    again = await desk.act(case, "record_stays", bad, key="once")
    assert (first.status_code, first.json()["code"]) == (409, "stay_ends_before_it_begins")
    assert (again.status_code, again.content) == (409, first.content)
    assert first.json()["reasons"][0]["basis"]


async def test_without_the_power_it_is_403_and_names_who_holds_it(desk: Desk) -> None:
    """The minister does not record custody."""
    case = await desk.circumstances()
    answer = await desk.act(case, "record_custody", CUSTODY, officer="minister")
    told = answer.json()
    assert (answer.status_code, told["code"]) == (403, "no_power")
    assert told["reasons"][0]["basis"]
    assert "immigration" in told["remedy"]


async def test_another_offices_case_is_not_told_from_one_that_does_not_exist(desk: Desk) -> None:
    """404, to the byte the same, for reading and for acting."""
    case = await desk.circumstances()
    ghost = "case_" + "0" * 32
    for path in ("", "/acts", "/timeline", "/deadlines", "/diagram.svg"):
        theirs = await desk.get(f"/v1/cases/{case}{path}", "osaka.bureau_clerk")
        nobodys = await desk.get(f"/v1/cases/{ghost}{path}", "osaka.bureau_clerk")
        assert (theirs.status_code, theirs.content) == (404, nobodys.content)
    acted = await desk.act(case, "record_custody", CUSTODY, officer="osaka.bureau_clerk")
    missed = await desk.act(ghost, "record_custody", CUSTODY, officer="osaka.bureau_clerk", version=1)
    assert (acted.status_code, acted.content) == (404, missed.content)


async def test_an_act_of_another_procedure_is_404(desk: Desk) -> None:
    """A case has the acts of its own procedure."""
    case = await desk.circumstances()
    answer = await desk.act(case, "issue_order", {"reasons": "x"}, officer="supervising_immigration_inspector")
    assert answer.status_code in (404, 422)
    unknown = await desk.act(case, "no_such_act", {})
    assert (unknown.status_code, unknown.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("occurred_at", "status", "code"),
    [
        ("2026-03-02T10:00:01+09:00", 409, "in_the_future"),
        ("9999-12-31T23:59:59-14:00", 409, "in_the_future"),
        ("2026-03-02T09:59:59+09:00", 409, "before_the_case"),
        ("1990-01-01T00:00:00+09:00", 409, "before_the_case"),
        ("1989-12-31T23:59:59+09:00", 422, "malformed"),
        ("0001-01-01T00:00:00+14:00", 422, "malformed"),
        ("0000-01-01T00:00:00Z", 422, "malformed"),
        ("2026-02-30T00:00:00Z", 422, "malformed"),
        ("2026-03-02T09:00:00", 422, "malformed"),
        ("now", 422, "malformed"),
    ],
)
async def test_impossible_instants_are_refused(desk: Desk, occurred_at: str, status: int, code: str) -> None:
    """The future, before the case, before 1990, no zone, no date; no clock is moved by asking."""
    case = await desk.circumstances()
    sent = len(desk.street.post.sent)
    answer = await desk.act(case, "record_custody", CUSTODY, occurred_at=occurred_at)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert len(desk.street.post.sent) == sent


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1849-12-31", "2200-01-01"])
async def test_days_that_no_paper_names_are_422(desk: Desk, day: str) -> None:
    """Nothing in a body lies where the calendar ends."""
    case = await desk.circumstances()
    answer = await desk.act(case, "record_departure", {"on": day}, officer=INSPECTOR)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


async def test_an_unknown_decider_is_422(desk: Desk) -> None:
    """Who decided must be an officer of the register; a known one is kept with the entry."""
    case = await desk.circumstances()
    answer = await desk.act(case, "record_custody", CUSTODY, decided_by="ghost")
    assert (answer.status_code, answer.json()["fields"]) == (422, ["body.decided_by"])
    fine = await desk.act(case, "record_custody", CUSTODY, decided_by="immigration_inspector")
    assert fine.status_code == 200
    assert desk.street.post.sent[-1].decided_by == "immigration_inspector"
    assert desk.street.post.sent[-1].entered_by == CLERK


async def test_received_at_is_stamped_once_and_is_the_default_instant(desk: Desk) -> None:
    """The command carries the API's own instant, never the caller's."""
    await desk.circumstances()
    command = desk.street.post.sent[-1]
    assert (command.received_at, command.occurred_at) == (NOW, NOW)
    assert command.id.startswith("cmd_")


async def test_a_malformed_body_is_told_in_the_words_of_the_cases_own_procedure(desk: Desk) -> None:
    """Several procedures decide, each with a body of its own: of the others' fields nothing is named."""
    opening = {"opening": "file_application", "body": {"kind": "refugee", "material_came_with_it": False}}
    opened = await desk.post("/v1/procedures/RefugeeApplication/cases", {"person": await desk.person(), **opening})
    answer = await desk.act(opened.json()["case"], "decide", {"outcome": "refugee", "reasons": 7, "Mya": 1})
    assert (answer.status_code, answer.json()["fields"]) == (422, ["body.body.*", "body.body.reasons"])
    bodiless = await desk.act(opened.json()["case"], "decide", None)
    assert (bodiless.status_code, bodiless.json()["fields"]) == (422, ["body.body"])


async def test_a_malformed_opening_names_its_fields_as_they_were_sent(desk: Desk) -> None:
    """Without the opening's name in between, by which its body is told from others'."""
    body = {"on": "2026-01-05", "leaving": "removed", "grounds": [], "source": ""}
    sent = {"person": await desk.person(), "opening": "record_leaving", "body": body}
    answer = await desk.post("/v1/procedures/LandingDenial/cases", sent, INSPECTOR)
    assert (answer.status_code, answer.json()["fields"]) == (422, ["body.body.grounds", "body.body.source"])


@pytest.mark.parametrize("destination", ["JP", "UK", "ZZ", "lk", "", 7])
async def test_nobody_asks_to_leave_for_where_no_country_abroad_is(desk: Desk, destination: object) -> None:
    """Japan itself and codes of no country are malformed: nothing is sent."""
    body = {"destination": destination, "planned_on": "2026-03-20", "means": "a ticket"}
    sent = {"person": await desk.person(), "opening": "apply", "body": body}
    before = len(desk.street.post.sent)
    answer = await desk.post("/v1/procedures/OwnExpenseDeparture/cases", sent)
    assert (answer.status_code, answer.json()["fields"]) == (422, ["body.body.destination"])
    assert len(desk.street.post.sent) == before
