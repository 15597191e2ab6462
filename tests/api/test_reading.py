"""What is read: people, positions, removal, procedures, cases, deadlines, duties."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.api.conftest import CLERK, INSPECTOR, Desk
from tests.api.house import DECLARED, NOW

APPLICATION = {"kind": "refugee", "material_came_with_it": False, "form": "74", "filed_by": "applicant"}


async def _application(desk: Desk) -> tuple[str, str]:
    """A person with an application; answers with both ids."""
    person = await desk.person()
    example = _example(desk, "/v1/procedures/RefugeeApplication/cases")
    body = {"person": person, "opening": "file_application", "body": example["body"]}
    answer = await desk.post("/v1/procedures/RefugeeApplication/cases", body)
    assert answer.status_code == 201, answer.text
    return person, answer.json()["case"]


def _example(desk: Desk, path: str) -> Any:
    return desk.app.openapi()["paths"][path]["post"]["requestBody"]["content"]["application/json"]["example"]


async def test_a_person_is_entered_once_and_read_again(desk: Desk) -> None:
    """201 with Location; the same key enters nobody new, another body under it is 422."""
    names = [{"language": "en", "text": "Aung"}, {"language": "my", "text": "အောင်"}, {"language": "ja", "text": "𠮷髙"}]
    first = await desk.post("/v1/people", {"names": names, "birth_date": None}, key="k")
    again = await desk.post("/v1/people", {"names": names, "birth_date": None}, key="k")
    other = await desk.post("/v1/people", {"names": names[:1]}, key="k")
    assert (first.status_code, again.content) == (201, first.content)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    read = await desk.get(first.headers["location"])
    assert (read.json()["names"], read.headers["etag"]) == (names, '"1"')


async def test_entering_a_person_needs_the_power(desk: Desk) -> None:
    """403 before anything is filed."""
    answer = await desk.post("/v1/people", {"names": [{"language": "en", "text": "Mya"}]}, "minister")
    assert (answer.status_code, desk.street.memory.people) == (403, {})


async def test_a_person_of_another_office_is_out_of_reach(desk: Desk) -> None:
    """Like one that does not exist; nobody's office has a person without a case; the nation's officers see all."""
    person = await desk.person()
    assert (await desk.get(f"/v1/people/{person}", "osaka.bureau_clerk")).status_code == 200
    await desk.circumstances(person=person)
    ghost = await desk.get("/v1/people/person_ghost", "osaka.bureau_clerk")
    for path in ("", "/position", "/removal", "/work", "/landing"):
        answer = await desk.get(f"/v1/people/{person}{path}", "osaka.bureau_clerk")
        assert (answer.status_code, answer.content) == (404, ghost.content)
        assert (await desk.get(f"/v1/people/{person}{path}", "minister")).status_code == 200
    opened = await desk.post(
        "/v1/procedures/Circumstances/cases", {"person": person, "opening": "keep"}, "osaka.bureau_clerk"
    )
    assert opened.status_code == 404


async def test_removal_shows_every_row_with_its_articles(desk: Desk) -> None:
    """DT-01: without an order it is no; what is not on record is unknown; each row names its basis."""
    person = await desk.person()
    await desk.circumstances(person=person)
    told = (await desk.get(f"/v1/people/{person}/removal")).json()
    rows = {row["code"]: row for row in told["rows"]}
    assert told["answer"] == "no"
    assert rows["no_order_in_force"]["outcome"] == "blocks"
    assert rows["court_stay"]["outcome"] == "unknown"
    assert all(row["reason"]["basis"] for row in rows.values())
    assert {reason["code"] for reason in told["reasons"]} == {
        row["reason"]["code"] for row in rows.values() if row["outcome"] != "passes"
    }


async def test_work_is_answered_with_reasons_and_articles(desk: Desk) -> None:
    """DT-07: unknown while no stay is on record, no without any basis, as a status allows; as of an earlier instant."""
    person = await desk.person()
    case = await desk.circumstances(person=person)
    path = f"/v1/people/{person}/work"
    before = (await desk.get(path)).json()
    assert (before["paid_work"]["answer"], before["business"]["answer"]) == ("unknown", "unknown")
    desk.street.memory.now += timedelta(days=1)
    await desk.act(case, "record_stays", {"stays": [{"kind": "status_of_residence", "since": "2026-03-03"}]})
    desk.street.memory.now += timedelta(days=1)
    held = (await desk.get(path, employer="employer_1")).json()
    assert (held["paid_work"]["answer"], held["employer"]) == ("ask", "employer_1")
    assert [one["code"] for one in held["paid_work"]["reasons"]] == ["as_status_allows"]
    assert all(one["basis"] for kind in ("paid_work", "business") for one in held[kind]["reasons"])
    then = (await desk.get(path, as_of=NOW.isoformat())).json()
    assert (then["paid_work"]["answer"], then["as_of"]) == ("unknown", "2026-03-02T10:00:00+09:00")
    await desk.act(case, "record_custody", {"custody": "special_release"})
    released = (await desk.get(path)).json()
    assert [one["code"] for one in released["business"]["reasons"]] == ["no_work_on_special_release"]


async def test_landing_is_answered_by_purpose_with_days_and_articles(desk: Desk) -> None:
    """DT-04: unknown before anybody left; then each purpose with its last day, the counting, and what stands beside."""
    person = await desk.person()
    path = f"/v1/people/{person}/landing"
    before = (await desk.get(path)).json()
    assert (before["temporary_visitor"]["answer"], before["other"]["answer"], before["denials"]) == (
        "unknown",
        "unknown",
        [],
    )
    body = {"on": "2026-02-27", "leaving": "departure_order", "track": "24-3(i)(ro)", "source": "the order"}
    opening = {"person": person, "opening": "record_leaving", "body": body}
    opened = await desk.post("/v1/procedures/LandingDenial/cases", opening, "immigration_inspector")
    assert opened.status_code == 201, opened.text
    told = (await desk.get(path)).json()
    assert (told["other"]["answer"], told["other"]["until"]) == ("yes", "2027-02-27")
    assert (told["temporary_visitor"]["answer"], told["temporary_visitor"]["until"]) == ("yes", "2031-02-27")
    assert [step["day"] for step in told["other"]["steps"]][:2] == ["2026-02-27", "2026-02-28"]
    assert "5(1)(ix)(he)" in {one["article"] for why in told["temporary_visitor"]["reasons"] for one in why["basis"]}
    (denial,) = told["denials"]
    assert (denial["case"], denial["cause"], denial["counts_from"]) == (opened.json()["case"], "left", "2026-02-27")
    assert denial["temporary_visitor"] == {"denied": "until", "years": 5, "until": "2031-02-27"}
    assert [one["reasons"][0]["code"] for one in told["beside"]] == ["sentences_not_on_record"]
    desk.street.memory.now += timedelta(days=366)
    later = (await desk.get(path)).json()
    assert (later["other"]["answer"], later["other"]["until"], later["temporary_visitor"]["answer"]) == (
        "no",
        None,
        "yes",
    )


async def test_a_moment_or_an_employer_that_cannot_be_is_422(desk: Desk) -> None:
    """An instant to come, and a reference that is none."""
    person = await desk.person()
    for asked in ({"as_of": (NOW + timedelta(seconds=1)).isoformat()}, {"employer": "e" * 201}):
        answer = await desk.get(f"/v1/people/{person}/work", **asked)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


async def test_a_position_tells_the_past_as_it_was_known(desk: Desk) -> None:
    """As of an instant in law; as known at an instant of record."""
    person = await desk.person()
    case = await desk.circumstances(person=person)
    desk.street.memory.now += timedelta(days=1)
    await desk.act(case, "record_custody", {"custody": "special_release"})
    desk.street.memory.now += timedelta(days=1)
    path = f"/v1/people/{person}/position"
    then = NOW + timedelta(hours=1)
    assert (await desk.get(path)).json()["custody"] == "special_release"
    assert (await desk.get(path, as_of=then.isoformat())).json()["custody"] == "free"
    known = (await desk.get(path, known_on=then.isoformat())).json()
    assert (known["custody"], known["known_on"]) == ("free", "2026-03-02T11:00:00+09:00")


@pytest.mark.parametrize(
    "asked",
    [
        {"as_of": (NOW + timedelta(seconds=1)).isoformat()},
        {"as_of": "1989-12-31T00:00:00Z"},
        {"as_of": "2026-03-02"},
        {"as_of": "x"},
        {"known_on": (NOW - timedelta(seconds=9)).isoformat()},
        {"known_on": "0001-01-01T00:00:00Z"},
        {"as_of": "9999-12-31T23:59:59-14:00"},
    ],
)
async def test_impossible_moments_are_422(desk: Desk, asked: dict[str, str]) -> None:
    """What has not come, what may still change, what is no instant."""
    person = await desk.person()
    answer = await desk.get(f"/v1/people/{person}/position", **asked)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


async def test_every_procedure_is_shown_as_data_picture_text_and_page(desk: Desk) -> None:
    """With a basis on every act, in two languages."""
    items = (await desk.get("/v1/procedures")).json()["items"]
    assert [item["name"] for item in items] == [declaration.name for declaration in DECLARED]
    for item in items:
        path = f"/v1/procedures/{item['name']}"
        told = (await desk.get(path)).json()
        assert all(act["basis"] and act["ja"] for act in (*told["openings"], *told["acts"]))
        assert "Fact" not in {reaction["upon"] for reaction in told["reactions"]}
        assert (await desk.get(f"{path}/mermaid")).text.startswith("stateDiagram")
    path = "/v1/procedures/Circumstances"
    for language in ("en", "ja"):
        picture = await desk.get(f"{path}/diagram.svg", language=language)
        assert (picture.status_code, picture.headers["content-type"]) == (200, "image/svg+xml")
        assert "<svg" in picture.text
    assert "<table>" in (await desk.get(f"{path}/page")).text
    for tail in ("", "/diagram.svg", "/mermaid", "/page"):
        assert (await desk.get(f"/v1/procedures/Nothing{tail}")).status_code == 404


async def test_the_picture_of_a_case_marks_its_stage(desk: Desk) -> None:
    """The case's stage has another fill than in the procedure's picture."""
    case = await desk.circumstances()
    plain = (await desk.get("/v1/procedures/Circumstances/diagram.svg")).text
    marked = (await desk.get(f"/v1/cases/{case}/diagram.svg")).text
    assert "#ffe08a" in marked
    assert "#ffe08a" not in plain


async def test_acts_of_a_case_say_why_not(desk: Desk) -> None:
    """Allowed, or blocked by grounds with articles; a power that is lacking is one of them."""
    _, case = await _application(desk)
    acts = {act["act"]: act for act in (await desk.get(f"/v1/cases/{case}/acts")).json()["items"]}
    assert set(acts) == {name for name, act in DECLARED["RefugeeApplication"].acts.items() if not act.inner}
    blocked = [act for act in acts.values() if not act["allowed"]]
    assert blocked
    for act in blocked:
        assert all(reason["en"] and reason["ja"] for one in act["blocked_by"] for reason in one["reasons"])
        assert any(reason["basis"] for one in act["blocked_by"] for reason in one["reasons"])
    assert "NoPower" in {one["type"] for one in acts["decide"]["blocked_by"]}
    for act in acts.values():
        assert act["href"].endswith(f"/acts/{act['act']}")


async def test_a_clock_is_shown_as_counted(desk: Desk) -> None:
    """The review period of a refusal received before the New Year: each step, each article, the ledger."""
    from api.counting import counted, deadline_view
    from engine.case import Clock, LedgerEntry
    from law.clocks import PROVISIONAL_STAY, REVIEW_REQUEST

    day = NOW.date().replace(month=12, day=22)
    end = REVIEW_REQUEST.ends(day)
    clock = Clock(
        id="c", rule_name="review_request", started_on=day, unrolled=day, last_day=end.value.date() - timedelta(days=1),
        ends_at=end.value, ledger=(LedgerEntry(movement="started", at=NOW),),
    )  # fmt: skip
    told = deadline_view(clock)
    assert (str(told.steps[0].day), str(told.steps[-1].day)) == ("2026-12-22", "2027-01-04")
    assert told.last_day == told.steps[-1].day
    assert any("closed" in step.en for step in told.steps)
    assert {article.short for article in told.basis} >= {"ICRRA 61-2-12(2)"}
    assert told.ledger[0].movement == "started"
    last = NOW.date().replace(year=2030)
    fixed = clock.model_copy(update={"rule_name": PROVISIONAL_STAY.name, "unrolled": last, "last_day": last})
    assert counted(fixed) is None
    assert deadline_view(fixed).steps == ()
    days = {"started_on": "2025-12-26", "unrolled": "2025-12-29", "last_day": "2026-01-05"}
    put_off = clock.model_copy(
        update={"rule_name": "deposit_date"} | {k: date.fromisoformat(v) for k, v in days.items()}
    )
    assert str(deadline_view(put_off).steps[-1].day) == "2026-01-05"
    assert "in_time_on_next_working_day" in {reason.code for reason in deadline_view(put_off).reasons}


async def test_case_timeline_and_deadlines_are_shown(desk: Desk) -> None:
    """Both times on every fact, the basis with it."""
    _, case = await _application(desk)
    items = (await desk.get(f"/v1/cases/{case}/timeline")).json()["items"]
    assert {item["sort"] for item in items} == {"entry", "fact"}
    assert all(item["occurred_at"] and item["recorded_at"] for item in items)
    assert any(item["basis"] for item in items if item["sort"] == "fact")
    assert (await desk.get(f"/v1/cases/{case}/deadlines")).status_code == 200
    view = (await desk.get(f"/v1/cases/{case}")).json()
    assert (view["procedure"], view["as_of"]) == ("RefugeeApplication", "2026-03-02T10:00:00+09:00")


async def test_lists_go_on_from_where_they_ended(desk: Desk) -> None:
    """Pieces of two, none twice, none lost; a false place is 422."""
    cases = [await desk.circumstances() for _ in range(5)]
    seen: list[str] = []
    after: dict[str, str] = {}
    while True:
        told = (await desk.get("/v1/cases", limit=2, **after)).json()
        seen += [item["id"] for item in told["items"]]
        if told["next"] is None:
            break
        after = {"after": told["next"]}
    assert seen == cases
    for bad in ("x", "WyJ4Il0", "e30", "%00"):
        assert (await desk.get("/v1/cases", after=bad)).status_code == 422


async def test_lists_hold_an_officers_own_office(desk: Desk) -> None:
    """Another office's list is not there; the nation's officers see all."""
    case = await desk.circumstances()
    for path in ("/v1/cases", "/v1/deadlines", "/v1/duties"):
        assert (await desk.get(path, "osaka.bureau_clerk")).json()["items"] == []
        assert (await desk.get(path, office="osaka")).status_code == 404
        assert (await desk.get(path, "minister", office="osaka")).json()["items"] == []
    assert [item["id"] for item in (await desk.get("/v1/cases", "minister")).json()["items"]] == [case]


async def test_duties_are_narrowed_by_power_and_day(desk: Desk) -> None:
    """Mine are those of the powers that I hold."""
    await _application(desk)
    everything = (await desk.get("/v1/duties")).json()["items"]
    assert everything
    assert all(item["basis"] and item["en"] and item["ja"] for item in everything)
    power = everything[0]["power"]
    narrowed = (await desk.get("/v1/duties", power=power)).json()["items"]
    assert {item["power"] for item in narrowed} == {power}
    mine = (await desk.get("/v1/duties", CLERK, mine=True, power="issue_deportation_order")).json()["items"]
    assert mine == []
    assert (await desk.get("/v1/duties", due_until="2000-01-01")).json()["items"] == []
    assert (await desk.get("/v1/duties", due_until="9999-12-31")).status_code == 422


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/v1/cases", {"limit": 0}),
        ("/v1/cases", {"limit": 201}),
        ("/v1/cases", {"closed": "maybe"}),
        ("/v1/cases", {"unknown": "x"}),
        ("/v1/deadlines", {"due_from": "0000-00-00"}),
        ("/v1/deadlines", {"custody": "nowhere"}),
        ("/v1/duties", {"power": "none"}),
    ],
)
async def test_malformed_filters_are_422(desk: Desk, path: str, asked: dict[str, Any]) -> None:
    """Nothing is silently ignored."""
    assert (await desk.get(path, **asked)).status_code == 422


async def test_readers_need_the_power_to_read(desk: Desk) -> None:
    """The auditor and the service account of imports read no cases."""
    case = await desk.circumstances()
    for officer in ("auditor", "registrar", "nobody"):
        for path in (f"/v1/cases/{case}", "/v1/cases", "/v1/duties", "/v1/deadlines", "/v1/people/person_1"):
            assert (await desk.get(path, officer)).status_code == 403
    assert (await desk.get(f"/v1/cases/{case}", INSPECTOR)).status_code == 200


async def test_health_tells_whether_the_register_answers(desk: Desk) -> None:
    """Live as long as the process is; ready when the register is."""
    assert (await desk.client.get("/health/ready")).status_code == 200
    desk.street.memory.down = True
    assert (await desk.client.get("/health/live")).status_code == 200
    assert (await desk.client.get("/health/ready")).status_code == 503
    assert (await desk.get("/v1/cases")).status_code == 503
