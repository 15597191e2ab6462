"""`tetsuzuki person`, `case` and `deadline` at an API that listens: what they say, and how they fail."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from law.periods import legal_day
from register.people import Name, NewPerson
from simulation import caseload, lives
from simulation.lives import Life
from tests.cli.terminal import NOBODY_LISTENS, Terminal, write

HEAD = ("--as", "tokyo-head")
DECISION = {
    "outcome": "refugee_refused",
    "reasons": "in writing",
    "protection_assessment": "assessed",
    "instructs_on_review": True,
}
UNKNOWN = "0" * 32


@pytest.fixture(scope="module")
def people(desk: Terminal, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An applicant undecided, one with an order in force, one who may still ask for a review; by these words."""
    undecided, ordered = caseload.commission_not_asked("undecided"), caseload.removal_stopped("ordered")
    stranger = undecided.person.names[0].model_copy(update={"text": "[/red] Null :cat:"})
    named = undecided.model_copy(update={"person": undecided.person.model_copy(update={"names": (stranger,)})})
    waiting = Life("waiting", NewPerson(names=(Name(language="en", text="Rui Still"),)))
    lives.keep_circumstances(waiting, 400)
    lives.refuse_whole(waiting, 400, 25, 2)
    lines = [caseload.line(file) for file in (named, ordered, waiting.file())]
    found = desk.told("import", write(tmp_path_factory.mktemp("people") / "people.jsonl", lines))
    assert {one["result"] for one in found} == {"imported"}, found
    return {one["reference"]: one["person"] for one in found}


def case_of(desk: Terminal, person: str, procedure: str) -> str:
    """The person's case of a procedure, as `person show` names it."""
    cases = desk.told("person", "show", person)[0]["position"]["cases"]
    return next(str(case["id"]) for case in cases if case["procedure"] == procedure)


@pytest.fixture
def application(desk: Terminal, people: dict[str, str]) -> str:
    """An application under examination, whose Commission was not asked."""
    return case_of(desk, people["undecided"], "RefugeeApplication")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """The address of a server that is not the API: it answers pages."""
    (tmp_path / "v1").mkdir()
    (tmp_path / "v1" / "cases").write_text("<p>Welcome</p>")

    class Silent(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (the name is the library's)
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_person_is_shown_with_the_cases(desk: Terminal, people: dict[str, str]) -> None:
    """Names as they are, whatever they hold; each case with its stage; the removal row by row with articles."""
    person = people["undecided"]
    table = desk.well("person", "show", person)
    assert "[/red] Null :cat: (en)" in table
    assert "Examination" in table
    assert desk.told("person", "show", person)[0]["names"] == [{"language": "en", "text": "[/red] Null :cat:"}]
    rows = desk.told("person", "removal", people["ordered"])
    assert {row["outcome"] for row in rows} >= {"passes", "blocks"}
    assert any("61-2-9(3)" in " ".join(row["basis"]) for row in rows if row["outcome"] == "blocks")
    assert "may be removed: no" in desk.well("person", "removal", people["ordered"])


def test_whether_a_person_may_work_is_told_with_articles(desk: Terminal, people: dict[str, str]) -> None:
    """Paid work and a business, each with an answer, a reason and its article; as of a day, and for an employer."""
    rows = desk.told("person", "work", people["ordered"])
    assert {row["work"]: row["answer"] for row in rows} == {"paid_work": "no", "business": "no"}
    assert all(row["basis"] and row["says"] for row in rows)
    assert "paid_work" in desk.well("person", "work", people["ordered"], "--employer", "employer_1")
    said = desk.fails("person", "work", people["ordered"], "--as-of", "2999-01-01T00:00:00+09:00")
    assert "(malformed)" in said


def test_whether_a_person_may_land_again_is_told_with_articles(desk: Terminal, people: dict[str, str]) -> None:
    """By purpose; nothing is on record of a departure, so it is unknown; as of a day."""
    rows = desk.told("person", "landing", people["ordered"])
    assert {row["purpose"]: row["denied"] for row in rows} == {"temporary_visitor": "unknown", "other": "unknown"}
    assert all(row["basis"] and row["says"] for row in rows)
    assert "temporary_visitor" in desk.well("person", "landing", people["ordered"])
    said = desk.fails("person", "landing", people["ordered"], "--as-of", "2999-01-01T00:00:00+09:00")
    assert "(malformed)" in said


def test_cases_are_listed_and_narrowed(desk: Terminal, people: dict[str, str], application: str) -> None:
    """By procedure, stage and office, up to a number; page after page is one list."""
    everything = desk.told("case", "list")
    assert {case["person"] for case in everything} == set(people.values())
    assert len(desk.told("case", "list", "--most", "2")) == 2
    narrowed = desk.told("case", "list", "--procedure", "RefugeeApplication", "--stage", "examination")
    assert application in [case["id"] for case in narrowed]
    assert {case["procedure"] for case in narrowed} == {"RefugeeApplication"}
    assert desk.told("case", "list", "--as", "osaka-inspector") == []
    assert "Cases: none" in desk.well("case", "list", "--as", "osaka-inspector")
    assert application in desk.well("case", "list")


def test_a_case_is_shown_whole(desk: Terminal, application: str) -> None:
    """Stage, clocks, duties, notices and the timeline; as JSON the same with every field."""
    table = desk.well("case", "show", application)
    assert f"RefugeeApplication {application}: Examination" in table
    assert all(part in table for part in ("Clocks", "Duties", "Notices", "Timeline", "file_application"))
    (told,) = desk.told("case", "show", application)
    assert told["id"] == application
    assert [item["name"] for item in told["timeline"]["items"] if item["sort"] == "entry"] == ["file_application"]


def test_acts_say_what_blocks_them(desk: Terminal, application: str) -> None:
    """What is allowed stands first; what is not names its ground with the article."""
    rows = desk.told("case", "acts", application, *HEAD)
    allowed = [row["allowed"] for row in rows]
    assert allowed == sorted(allowed, reverse=True)
    assert {True, False} == set(allowed)
    assert all(row["why"] for row in rows if not row["allowed"])
    blocked = next(row for row in rows if row["act"] == "decide")
    assert blocked["why"][0].endswith("[Ord. 55(6)]")
    assert "[Ord. 55(6)]" in desk.well("case", "acts", application, *HEAD)


def test_an_act_is_refused_with_its_article_and_done_when_it_may(
    desk: Terminal, people: dict[str, str], tmp_path: Path
) -> None:
    """The refusal names code, ground, provision and remedy; a body comes from a file; the answer names the stage."""
    application = case_of(desk, people["ordered"], "RefugeeApplication")
    file = tmp_path / "decision.json"
    file.write_text(json.dumps(DECISION))
    said = desk.fails("case", "act", application, "decide", "--body", f"@{file}", *HEAD)
    assert "(commission_not_asked)" in said
    assert "[Ord. 55(6)]" in said
    assert "mend: " in said
    today = legal_day(datetime.now(UTC)).isoformat()
    asked = ("case", "act", application, "ask_commission", "--body", json.dumps({"asked_on": today}))
    stands = "filed: ask_commission; the case stands at Examination"
    assert stands in desk.well(*asked, "--at", f"{today}T00:00+09:00", *HEAD)
    (moved,) = desk.told("case", "act", application, "decide", "--body", f"@{file}", *HEAD)
    assert (moved["outcome"], moved["stage"]["name"]) == ("filed", "refusal_to_be_served")


def test_a_wrong_body_is_told_by_its_field(desk: Terminal, application: str) -> None:
    """What is missing, or no object, or no instant with its offset, is named; nothing is filed."""
    act = ("case", "act", application, "ask_commission", *HEAD)
    version = desk.told("case", "show", application)[0]["version"]
    said = desk.fails(*act, "--body", "{}")
    assert "(malformed) why: body.body.asked_on mend: Correct the fields named" in said
    assert "is not an object" in desk.fails(*act, "--body", "[]", code=2)
    assert "cannot be read" in desk.fails(*act, "--body", "@/nowhere.json", code=2)
    assert "--at" in desk.fails(*act, "--at", "2026-01-05T10:00", code=2)
    assert desk.told("case", "show", application)[0]["version"] == version


def test_deadlines_are_listed_and_explained(desk: Terminal, people: dict[str, str]) -> None:
    """What runs out when, up to a day; and how each was counted, step by step with its articles."""
    case = case_of(desk, people["waiting"], "RefugeeApplication")
    (deadline,) = [one for one in desk.told("deadline", "list") if one["case"] == case]
    last = datetime.fromisoformat(deadline["last_day"])
    before = str((last - timedelta(days=1)).date())
    assert case in desk.well("deadline", "list", "--until", deadline["last_day"])
    assert case not in desk.well("deadline", "list", "--until", before)
    assert case not in desk.well("deadline", "list", "--procedure", "Deportation")
    explained = desk.told("deadline", "explain", case)
    running = next(one for one in explained if one["rule"] == deadline["rule"])
    assert running["last_day"] == deadline["last_day"]
    assert running["steps"]
    assert running["basis"]
    table = desk.well("deadline", "explain", case)
    assert f"{deadline['rule']} (running)" in table
    assert running["basis"][0]["short"] in table
    assert all(step["day"] in table for step in running["steps"])


def test_a_calculation_agrees_with_the_case(desk: Terminal, people: dict[str, str]) -> None:
    """`deadline calc` counts, without any case, the last day that stands on file; table and JSON say the same."""
    case = case_of(desk, people["waiting"], "RefugeeApplication")
    (deadline,) = [one for one in desk.told("deadline", "list") if one["case"] == case]
    steps = desk.told("deadline", "calc", deadline["rule"], deadline["started_on"])
    assert steps[-1]["day"] == deadline["last_day"]
    table = desk.well("deadline", "calc", deadline["rule"], deadline["started_on"])
    assert all(step["day"] in table for step in steps)


READINGS: dict[str, tuple[str, ...]] = {
    "person show": ("person", "show", f"person_{UNKNOWN}"),
    "person removal": ("person", "removal", f"person_{UNKNOWN}"),
    "person work": ("person", "work", f"person_{UNKNOWN}"),
    "person landing": ("person", "landing", f"person_{UNKNOWN}"),
    "case show": ("case", "show", f"case_{UNKNOWN}"),
    "case acts": ("case", "acts", f"case_{UNKNOWN}"),
    "case act": ("case", "act", f"case_{UNKNOWN}", "decide"),
    "deadline explain": ("deadline", "explain", f"case_{UNKNOWN}"),
}


@pytest.mark.parametrize("name", READINGS)
def test_an_unknown_id_says_where_to_look(desk: Terminal, people: dict[str, str], name: str) -> None:
    """What is not there ends with 1, a code, and how to find what is."""
    assert people
    said = desk.fails(*READINGS[name])
    assert "There is no such thing within your reach. (not_found)" in said
    assert "mend: Look it up" in said


LISTS = {"case list": ("case", "list"), "deadline list": ("deadline", "list")}


@pytest.mark.parametrize("name", [*READINGS, *LISTS])
def test_a_wrong_token_an_unknown_officer_and_silence_are_told(desk: Terminal, name: str) -> None:
    """A token that is none, an officer who is not on file, an API that is away: what, why, how to mend."""
    words = (READINGS | LISTS)[name]
    for said in (desk.at(TETSUZUKI_TOKEN="a.b.c").fails(*words), desk.fails(*words, "--as", "nobody")):
        assert "(unauthorised) mend: Send the token of an officer who is on file." in said
    away = desk.fails(*words, "--api", f"http://{NOBODY_LISTENS}")
    assert f"The API does not answer. why: ConnectError at http://{NOBODY_LISTENS} mend: Start it" in away


def test_what_is_no_token_and_no_api_is_told(desk: Terminal, elsewhere: str) -> None:
    """Characters that no token has, an address that is none, and a server that is another."""
    said = desk.at(TETSUZUKI_TOKEN="geh\u00e9im").fails("case", "list")
    assert "TETSUZUKI_TOKEN is no token." in said
    assert "geh" not in said
    assert "cannot be read" in desk.fails("case", "list", "--api", "http://[::1", code=2)
    assert "The answer is not of the API." in desk.fails("case", "list", "--api", elsewhere)
    assert "The address answered 404." in desk.fails("deadline", "list", "--api", elsewhere)
