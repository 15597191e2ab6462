"""`tetsuzuki import` and `export`: everything on file leaves as lines, and comes back from them the same."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from psycopg.conninfo import conninfo_to_dict

from tests.cli.terminal import Terminal, sample, write
from tests.conftest import NewDatabase

_OWN_ID = re.compile(r"(?:person|case)_[0-9a-f]{32}")


def exported(terminal: Terminal, folder: Path) -> list[str]:
    """The lines of an export; the file and the standard output are the same."""
    file = folder / "exported.jsonl"
    terminal.well("export", str(file))
    lines = file.read_text(encoding="utf-8").splitlines()
    assert terminal.run("export").stdout.splitlines() == lines
    return lines


def without_ids(line: str) -> str:
    """A line with each id turned into its place in the line: a register gives ids of its own to its cases."""
    found = list(dict.fromkeys(_OWN_ID.findall(line)))
    return _OWN_ID.sub(lambda match: f"{match[0].split('_')[0]}_{found.index(match[0])}", line)


def results(terminal: Terminal, file: str, *, code: int = 0) -> list[dict[str, Any]]:
    """What an import says of each line."""
    done = terminal.run("import", file, "-o", "json")
    assert done.exit_code == code, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def standing(terminal: Terminal) -> list[Any]:
    """Where every case stands, by the person's number of file and the case's own."""
    return terminal.ask(
        "SELECT p.file_number, c.number, c.procedure, c.stage, c.closed, c.wakes_at FROM cases AS c"
        " JOIN people AS p ON p.id = c.person_id ORDER BY 1, 2"
    )


@pytest.fixture(scope="module")
def filled(module_database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal at a register with people of the sample, for tests that change nothing in it."""
    folder, lines = tmp_path_factory.mktemp("sample"), sample()
    terminal = Terminal.of(module_database_url, folder)
    assert f"{len(lines)} imported" in terminal.well("import", write(folder / "sample.jsonl", lines))
    return terminal


@pytest.fixture
def copy(new_database: NewDatabase, filled: Terminal) -> Terminal:
    """A terminal at a copy of that register, to be spoilt."""
    name = conninfo_to_dict(filled.environment["DATABASE_URL"])["dbname"]
    return filled.at(DATABASE_URL=new_database(str(name)))


def test_what_is_exported_is_imported_as_the_same(filled: Terminal, terminal: Terminal, tmp_path: Path) -> None:
    """Into an empty register: the same people, acts and stages; exported again, the same lines; and no drift."""
    first = exported(filled, tmp_path)
    assert len(first) == len(sample())
    carried = write(tmp_path / "carried.jsonl", first)
    assert [one for one in results(terminal, carried) if one["result"] != "imported"] == []
    assert standing(terminal) == standing(filled)
    second = exported(terminal, tmp_path)
    assert list(map(without_ids, second)) == list(map(without_ids, first))
    assert terminal.told("rebuild", "--check") == []
    assert f"{len(first)} unchanged" in terminal.well("import", carried)


def test_an_import_again_is_harmless(filled: Terminal, tmp_path: Path) -> None:
    """A file that was imported is unchanged at a second time, a register's own export makes nobody twice."""
    own = write(tmp_path / "own.jsonl", exported(filled, tmp_path))
    before = filled.ask("SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM entries)")
    assert f"{len(sample())} unchanged" in filled.well("import", write(tmp_path / "sample.jsonl", sample()))
    assert {one["result"] for one in results(filled, own, code=1)} == {"differs"}
    assert filled.ask("SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM entries)") == before


def test_a_bad_line_is_told_and_nothing_of_it_is_filed(terminal: Terminal, tmp_path: Path) -> None:
    """Line, reference and reason with its article; of that person nothing is on file, of the others everything."""
    good, spoilt = (json.loads(line) for line in sample()[:2])
    spoilt["acts"].append({"case": "Circumstances", "act": "no_such_act", "at": "-1d"})
    file = write(tmp_path / "mixed.jsonl", ["{", json.dumps(spoilt), json.dumps(good)])
    done = terminal.run("import", file)
    assert done.exit_code == 1
    told = " ".join(done.stdout.split())
    assert "1 imported, 2 bad" in told
    assert "the line is not JSON" in told
    rows = results(terminal, file, code=1)
    assert [(one["line"], one["reference"], one["result"]) for one in rows] == [
        (1, "", "bad"),
        (2, spoilt["reference"], "bad"),
        (3, good["reference"], "unchanged"),
    ]
    assert rows[1]["reason"].startswith(f"act {len(spoilt['acts'])}: unknown_act: ")
    assert rows[1]["reason"] in told.replace(" │ ", " ")
    assert terminal.ask("SELECT file_number FROM people") == [(good["person"]["file_number"],)]
    assert terminal.ask("SELECT count(DISTINCT person_id) FROM entries") == [(1,)]


def test_a_refused_act_is_told_with_its_article(terminal: Terminal, tmp_path: Path) -> None:
    """What the law does not allow names the act, the ground and the provision, in the table too."""
    line = next(json.loads(one) for one in sample() if "ask_commission" in one)
    line["acts"] = [act for act in line["acts"] if act["act"] != "ask_commission"]
    done = terminal.run("import", write(tmp_path / "refused.jsonl", [json.dumps(line)]))
    assert done.exit_code == 1
    told = " ".join(done.stdout.split())
    assert "decide: commission_not_asked" in told
    assert "[Ord. 55(6)]" in told
    assert terminal.ask("SELECT count(*) FROM people") == [(0,)]


def test_an_export_that_cannot_be_written_is_told(filled: Terminal, tmp_path: Path) -> None:
    """A folder that is not there is named, with how to mend it."""
    said = filled.fails("export", str(tmp_path / "nowhere" / "lines.jsonl"), code=2)
    assert "cannot be written. why: FileNotFoundError mend:" in said


@pytest.mark.parametrize(("stage", "what"), [("notified", "case"), ("abolished", "unknown_stage_on_file")])
def test_drift_is_named_with_its_act(copy: Terminal, stage: str, what: str) -> None:
    """What today's code would make otherwise, or cannot read, is told by case, act, entry and release."""
    assert "Drift: none" in copy.well("rebuild", "--check")
    (case, entry), *_ = copy.ask(
        "SELECT c.id, e.id FROM cases AS c JOIN facts AS f ON f.case_id = c.id AND f.seq = c.facts"
        " JOIN entries AS e ON e.id = f.entry_id"
        " WHERE c.procedure = 'Deportation' AND e.command ->> 'act' = 'investigate' ORDER BY 1"
    )
    copy.spoil(f"UPDATE cases SET stage = '{stage}' WHERE id = '{case}'")  # noqa: S608  (an id of our own)
    done = copy.run("rebuild", "--check", "-o", "json")
    assert done.exit_code == 1
    (row,) = json.loads(done.stdout)
    assert (row["case"], row["what"], row["act"], row["entry"]) == (case, what, "investigate", entry)
    assert row["release"]
    table = copy.run("rebuild", "--check")
    assert table.exit_code == 1
    assert "investigate" in table.stdout


def test_lists_are_mended_and_cases_are_not(copy: Terminal) -> None:
    """What lists and the sweeper read follows the cases on file, by whom is on record; a case that differs stays so."""
    copy.spoil("DELETE FROM alarms")
    copy.spoil("DELETE FROM clocks")
    copy.spoil("UPDATE duties SET status = 'open', due_on = '2020-01-06', due = '2020-01-06'")
    (case, *_), *_ = copy.ask("SELECT id FROM cases WHERE procedure = 'Deportation' ORDER BY id")
    copy.spoil(f"UPDATE cases SET opened_at = opened_at - interval '1 day' WHERE id = '{case}'")  # noqa: S608  (an id of our own)
    told = json.loads(copy.run("rebuild", "--check", "-o", "json").stdout)
    assert {one["what"] for one in told} == {"case", "list"}
    assert copy.ask("SELECT count(*) FROM clocks") == [(0,)]
    mended = copy.run("rebuild", "--mend-lists", "-o", "json")
    assert mended.exit_code == 1
    assert [(one["case"], one["what"]) for one in json.loads(mended.stdout)] == [(case, "case")]
    ((people, actors),) = copy.ask(
        "SELECT count(DISTINCT person_id), count(DISTINCT actor) FROM audit_entries WHERE action = 'mend_lists'"
    )
    assert (people > 0, actors) == (True, 1)
    assert copy.ask("SELECT count(*) > 0 FROM clocks") == [(True,)]


def test_an_altered_fact_is_named(copy: Terminal) -> None:
    """A fact changed behind the register's back is drift of its act and a broken chain of its case."""
    copy.spoil("ALTER TABLE facts DISABLE TRIGGER ALL")
    ((case, entry),) = copy.ask("SELECT case_id, entry_id FROM facts ORDER BY case_id, seq LIMIT 1")
    copy.spoil(
        f"UPDATE facts SET occurred_at = occurred_at - interval '1 day' WHERE case_id = '{case}' AND seq = 1"  # noqa: S608  (as above)
    )
    done = copy.run("rebuild", "--check", "-o", "json")
    assert done.exit_code == 1
    drift, broken = json.loads(done.stdout)
    assert (drift["case"], drift["what"], drift["entry"]) == (case, "fact", entry)
    assert broken == {"case": case, "what": "altered"}
