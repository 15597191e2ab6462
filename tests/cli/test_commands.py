"""The command line where no server is needed: what it prints, and what it says of mistakes."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api import drawing
from cli.main import app

ROOT = Path(__file__).parent.parent.parent
BROKEN = """
scenario: a stage that is not
basis: ICRRA 61-2
people: {one: {since: 2025-01-06, stays: []}}
steps:
  - at: 2025-01-07
    check: [{case: one, stage: nowhere}, {case: one, stage: kept}]
"""


def run(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, list(words))


def test_worked_cases_that_hold_end_with_0() -> None:
    """A folder of worked cases is lived, printed, and counted."""
    done = run("scenario", "run", str(ROOT / "scenarios" / "late"), "-o", "json")
    assert done.exit_code == 0, done.output
    rows = json.loads(done.stdout)
    assert len(rows) >= 9
    assert all(row["result"] == "held" and row["checks"] for row in rows)


def test_a_failed_expectation_ends_with_1_and_says_what_was_found(tmp_path: Path) -> None:
    """The step, what was expected and what was found are named."""
    file = tmp_path / "broken.yaml"
    file.write_text(BROKEN)
    done = run("scenario", "run", str(file))
    assert done.exit_code == 1
    assert "step 1: expected stage nowhere; found stage kept" in done.stdout.replace("\n", " ")


@pytest.mark.parametrize("content", ["scenario: [", "steps: 3", "\x00", ""])
def test_a_file_that_is_no_worked_case_ends_with_2(tmp_path: Path, content: str) -> None:
    """What, why and how to mend, and no traceback."""
    file = tmp_path / "no.yaml"
    file.write_text(content)
    done = run("scenario", "run", str(file))
    assert done.exit_code == 2
    assert "mend:" in done.stderr
    assert "Traceback" not in done.output


def test_the_arithmetic_of_a_period_is_shown_step_by_step() -> None:
    """22 December + 7 days is 29 December, closed until 4 January: the last day is 5 January."""
    done = run("deadline", "calc", "C19", "2025-12-22", "-o", "json")
    steps = json.loads(done.stdout)
    assert steps[-1]["day"] == "2026-01-05"
    assert len([step for step in steps if step["step"].startswith("closed")]) == 7


@pytest.mark.parametrize(
    "words",
    [
        ("deadline", "calc", "C99", "2025-12-22"),
        ("deadline", "calc", "C19", "2025-13-22"),
        ("deadline", "calc", "provisional_stay", "2025-12-22"),
        ("procedures", "Nothing"),
        ("case", "act", "case_x", "decide", "--body", "{", "--api", "http://127.0.0.1:9"),
        ("case", "list", "--api", "http://127.0.0.1:9"),
        ("import", "/nowhere.jsonl"),
        ("rebuild",),
    ],
)
def test_mistakes_are_told_without_a_traceback(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every wrong call ends with a number and words for people."""
    monkeypatch.setenv("TETSUZUKI_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    done = run(*words)
    assert done.exit_code in (1, 2)
    assert done.stderr
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_a_bad_setting_names_its_variable_and_not_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret in the wrong variable is not printed."""
    monkeypatch.setenv("PAYLOAD_KEY", "geheim")
    done = run("doctor")
    assert done.exit_code == 2
    assert "PAYLOAD_KEY" in done.stderr
    assert "geheim" not in done.output


def test_procedures_are_listed_and_drawn(tmp_path: Path) -> None:
    """The list names all seven; a diagram comes as Mermaid text and as a picture."""
    listed = json.loads(run("procedures", "-o", "json").stdout)
    assert {row["name"] for row in listed} >= {"RefugeeApplication", "ProvisionalStay", "Deportation", "ReviewRequest"}
    assert "stateDiagram-v2" in run("procedures", "Deportation", "--graph").stdout
    picture = tmp_path / "picture.svg"
    assert run("procedures", "Deportation", "--svg", str(picture)).exit_code == 0
    assert picture.read_text().lstrip().startswith("<?xml")


def test_a_picture_that_is_not_drawn_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without time to draw, and without a folder to write to: what, why and how to mend."""
    drawing.plain.cache_clear()
    missing = run("procedures", "Circumstances", "--svg", str(tmp_path / "nowhere" / "picture.svg"))
    assert (missing.exit_code, "mend: Name a file that can be." in missing.stderr) == (2, True)
    drawing.plain.cache_clear()
    monkeypatch.setattr(drawing, "PATIENCE", 0.0)
    undrawn = run("procedures", "Circumstances", "--svg", str(tmp_path / "picture.svg"))
    assert (undrawn.exit_code, "mend: Take the Mermaid text" in undrawn.stderr) == (1, True)
