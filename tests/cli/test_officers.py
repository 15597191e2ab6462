"""`tetsuzuki officers`: who may act is put on file line by line, and what is on file is never silently changed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from psycopg.conninfo import conninfo_to_dict

from cli.seeds import OFFICES, officers
from tests.cli.terminal import SAMPLE, Terminal, sample, write
from tests.conftest import NewDatabase

FILE = SAMPLE.with_name("sample-officers.jsonl")
TOKYO = {"office": {"id": "tokyo", "en": "Tokyo Bureau", "ja": "東京出入国在留管理局"}}
OSAKA = {"office": {"id": "osaka", "en": "Osaka Bureau", "ja": "大阪出入国在留管理局"}}
INSPECTOR = {"role": "immigration_inspector", "office": "tokyo", "since": "2024-04-01"}
Import = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def migrated(new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database that was migrated, and no more."""
    address = new_database("template1")
    Terminal.of(address, tmp_path_factory.mktemp("migrated")).well("migrate")
    return str(conninfo_to_dict(address)["dbname"])


@pytest.fixture
def fresh(new_database: NewDatabase, migrated: str, tmp_path: Path) -> Terminal:
    """A terminal at a register that was migrated, and no more."""
    return Terminal.of(new_database(migrated), tmp_path)


@pytest.fixture
def take(fresh: Terminal, tmp_path: Path) -> Import:
    """Import lines, given as objects or as text; what became of each."""

    def taken(*lines: object) -> list[dict[str, Any]]:
        texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        done = fresh.run("officers", "import", write(tmp_path / "officers.jsonl", texts), "-o", "json")
        rows: list[dict[str, Any]] = json.loads(done.stdout)
        assert done.exit_code == any(row["result"] == "bad" for row in rows)
        return rows

    return taken


def officer(*roles: dict[str, Any], **more: object) -> dict[str, Any]:
    """A line of an officer of Tokyo."""
    return {"officer": {"id": "a-7", "office": "tokyo", "name": "A", "roles": roles} | more}


def roles(terminal: Terminal) -> list[Any]:
    """The roles on file, in Japan's time."""
    return terminal.ask(
        "SELECT role, office, (since AT TIME ZONE 'Asia/Tokyo')::text, (until AT TIME ZONE 'Asia/Tokyo')::text"
        " FROM officer_roles ORDER BY since, role, office"
    )


def test_a_fresh_register_takes_the_sample_after_its_officers(fresh: Terminal, tmp_path: Path) -> None:
    """`migrate`, `officers import`, `import`: no demonstration is needed; the deciders are on file and verified."""
    lines = len(OFFICES) + len(officers())
    assert f"{lines} added" in fresh.well("officers", "import", str(FILE))
    assert f"{lines} unchanged" in fresh.well("officers", "import", str(FILE))
    people = write(tmp_path / "people.jsonl", sample())
    assert f"{len(sample())} imported" in fresh.well("import", people)
    assert fresh.ask("SELECT count(*) FROM audit_entries WHERE actor = 'operator'") == [(lines,)]


def test_the_sample_is_what_the_demonstration_puts_on_file(fresh: Terminal, terminal: Terminal) -> None:
    """Offices, officers and roles are those of the demonstration, to the instant."""
    fresh.well("officers", "import", str(FILE))
    assert fresh.told("officers", "list") == terminal.told("officers", "list")


def test_what_is_listed_can_be_imported_elsewhere(
    take: Import, fresh: Terminal, new_database: NewDatabase, migrated: str, tmp_path: Path
) -> None:
    """The list as JSON is lines of an import: another register holds the same after it; the table names all of it."""
    take(TOKYO, OSAKA, officer(INSPECTOR, INSPECTOR | {"office": "osaka", "until": "2025-03-31"}))
    listed = fresh.told("officers", "list")
    other = fresh.at(DATABASE_URL=new_database(migrated))
    other.well("officers", "import", write(tmp_path / "listed.jsonl", [json.dumps(line) for line in listed]))
    assert other.told("officers", "list") == listed
    table = fresh.well("officers", "list")
    assert all(part in table for part in ("Tokyo Bureau", "a-7", "immigration_inspector", "2025-04-01 00:00"))
    osaka = fresh.told("officers", "list", "--office", "osaka")
    assert [list(line) for line in osaka] == [["office"], ["officer"]]
    assert "Officers: none" in fresh.well("officers", "list", "--office", "nagoya")


def test_days_are_whole_days_in_japan(take: Import, fresh: Terminal) -> None:
    """A first day begins at midnight in Japan, a last day is held to its end; an instant is taken as it is."""
    clerk = {"role": "bureau_clerk", "office": "tokyo", "since": "2024-05-01T00:30+00:00"}
    take(TOKYO, officer(INSPECTOR | {"until": "2024-04-30"}, clerk))
    assert roles(fresh) == [
        ("immigration_inspector", "tokyo", "2024-04-01 00:00:00", "2024-05-01 00:00:00"),
        ("bureau_clerk", "tokyo", "2024-05-01 09:30:00", None),
    ]


def test_roles_are_added_and_ended_and_otherwise_stay(take: Import, fresh: Terminal) -> None:
    """A role that a line leaves out stays; one more is added; an end is put once; a later time begins anew."""
    clerk = {"role": "bureau_clerk", "office": "tokyo", "since": "2024-05-01"}
    assert [row["result"] for row in take(TOKYO, officer(INSPECTOR))] == ["added", "added"]
    assert [row["result"] for row in take(TOKYO, officer(clerk))] == ["unchanged", "changed"]
    again = INSPECTOR | {"since": "2025-04-01"}
    ended = INSPECTOR | {"until": "2024-12-31"}
    assert [row["result"] for row in take(officer(again, ended), officer(ended))] == ["changed", "unchanged"]
    assert roles(fresh) == [
        ("immigration_inspector", "tokyo", "2024-04-01 00:00:00", "2025-01-01 00:00:00"),
        ("bureau_clerk", "tokyo", "2024-05-01 00:00:00", None),
        ("immigration_inspector", "tokyo", "2025-04-01 00:00:00", None),
    ]


@pytest.mark.parametrize(
    ("role", "reason"),
    [
        ({"until": "2024-11-30"}, "officer.roles.0.until: the role has another end on file"),
        ({}, "officer.roles.0.until: the role has another end on file"),
        ({"since": "2024-06-01"}, "officer.roles.0: the role is held there already at that time"),
        ({"since": "2023-01-01"}, "officer.roles.0: the role is held there already at that time"),
    ],
)
def test_what_is_on_file_is_not_silently_changed(
    take: Import, fresh: Terminal, role: dict[str, str], reason: str
) -> None:
    """Another end, no end any more, another first day: told with the place, and nothing of the line is kept."""
    take(TOKYO, officer(INSPECTOR | {"until": "2024-12-31"}))
    before = fresh.told("officers", "list")
    (row,) = take(officer(INSPECTOR | role, name="Another"))
    assert (row["line"], row["id"], row["result"], row["reason"]) == (1, "a-7", "bad", reason)
    assert fresh.told("officers", "list") == before


def test_words_may_change_and_reach_may_not(take: Import, fresh: Terminal) -> None:
    """Names and the home office are corrected by another line; that an office is national is not."""
    take(TOKYO, OSAKA, officer(INSPECTOR))
    renamed = {"office": TOKYO["office"] | {"en": "Tokyo"}}
    moved = officer(INSPECTOR, office="osaka", name="B")
    assert [row["result"] for row in take(renamed, moved, moved)] == ["changed", "changed", "unchanged"]
    assert fresh.ask("SELECT office, name FROM officers") == [("osaka", "B")]
    (row,) = take({"office": TOKYO["office"] | {"national": True}})
    assert (row["result"], row["reason"].split(":")[0]) == ("bad", "office.national")
    assert fresh.ask("SELECT en, national FROM offices WHERE id = 'tokyo'") == [("Tokyo", False)]


BAD: dict[str, tuple[object, str]] = {
    "not JSON": ("{geheim", "the line is not JSON, or nested too deeply"),
    "neither": ({}, "line: a line has `office` or `officer`, and not both"),
    "both": (TOKYO | officer(), "line: a line has `office` or `officer`, and not both"),
    "a field of its own": ({"office": TOKYO["office"] | {"geheim": 1}}, "office.(unknown field): Extra inputs"),
    "no such office": (officer(office="nagoya"), "officer.office: there is no such office on file"),
    "a role at no office": (officer(INSPECTOR | {"office": "nagoya"}), "officer.roles.0.office: there is no such"),
    "no such role": (officer(INSPECTOR | {"role": "geheim"}), "officer.roles.0.role: Input should be"),
    "no such day": (officer(INSPECTOR | {"since": "2024-02-30"}), "officer.roles.0.since: day is out"),
    "no offset": (officer(INSPECTOR | {"since": "2024-04-01T09:00"}), "officer.roles.0.since: not a day"),
    "a number": (officer(INSPECTOR | {"since": 1712000000}), "officer.roles.0.since: not a day"),
    "no year of ours": (officer(INSPECTOR | {"since": "0001-01-01"}), "officer.roles.0.since: not a day"),
    "the end of time": (officer(INSPECTOR | {"until": "9999-12-31"}), "officer.roles.0.until: no day foll"),
    "an end before": (officer(INSPECTOR | {"until": "2024-03-31"}), "officer.roles.0: it ends before"),
    "twice at once": (officer(INSPECTOR, INSPECTOR | {"since": "2024-05-01"}), "officer.roles.1: the role is held"),
    "what no register keeps": (officer(name="geheim\x00"), "officer.name: "),
}


def test_a_bad_line_is_told_and_nothing_of_it_is_kept(take: Import, fresh: Terminal) -> None:
    """Number and reason without the content, for whatever may be wrong; the lines around it are taken."""
    first, *rows, last = take(TOKYO, *(line for line, _ in BAD.values()), OSAKA)
    assert (first["result"], last["result"]) == ("added", "added")
    for number, (row, (name, (_, reason))) in enumerate(zip(rows, BAD.items(), strict=True), start=2):
        assert (row["line"], row["result"], row["reason"][: len(reason)]) == (number, "bad", reason), name
        assert "geheim" not in json.dumps(row)
    assert fresh.ask("SELECT count(*) FROM officers") == [(0,)]
    assert fresh.ask("SELECT en FROM offices ORDER BY id") == [("Osaka Bureau",), ("Tokyo Bureau",)]


def test_a_file_that_is_not_there_and_bad_lines_are_told_to_people(fresh: Terminal, tmp_path: Path) -> None:
    """A missing file ends with 2, a bad line with 1 and a table with its number and reason."""
    assert "There is no file" in fresh.fails("officers", "import", "/nowhere.jsonl", code=2)
    done = fresh.run("officers", "import", write(tmp_path / "mixed.jsonl", [json.dumps(TOKYO), "", "{"]))
    assert done.exit_code == 1
    told = " ".join(done.stdout.split())
    assert "Not imported" in told
    assert "│ 3 │" in told
    assert "1 added, 1 bad" in told
