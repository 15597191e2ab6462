"""Every worked case holds, and the runner finds a planted fault in one that does not."""

from collections import Counter
from pathlib import Path

import pytest

from engine.declaration import Procedures
from simulation.runner import Run, Runner
from simulation.scenario import UnreadableScenario, read_scenarios
from workflows.procedures import PROCEDURES

_SCENARIOS = Path(__file__).parents[2] / "scenarios"
_FILES = sorted(_SCENARIOS.rglob("*.yaml"))
_PROCEDURES = Procedures(PROCEDURES)

# 28 April 2025 + 7 days = Mon 5 May, closed, Tue 6 May too -> Wed 7 May.
_CASE = """
scenario: A refusal received before Golden Week
basis: 61-2-12(2)
people:
  aung: {since: 2025-01-06, stays: []}
steps:
  - at: 2025-02-10 10:00
    open: RefugeeApplication
    as: first
    by: bureau_clerk
    with: {kind: refugee, material_came_with_it: false}
  - {at: 2025-04-24 10:00, act: ask_commission, by: regional_bureau_head, with: {asked_on: 2025-04-24}}
  - at: 2025-04-24 11:00
    act: decide
    by: regional_bureau_head
    with: {outcome: refugee_refused, reasons: written, protection_assessment: written, instructs_on_review: true}
  - at: 2025-04-28
    id: receipt
    act: certify_receipt
    by: bureau_clerk
    with: {received_on: 2025-04-28, way: post, reached_the_person: true}
    check:
      - {case: first, stage: open_to_review}
      - {case: first, clock: review_request, ends: 2025-05-07}
      - {may_be_removed: no, because: [suspensive_effect], not_because: [non_refoulement]}
"""


def _read(folder: Path, text: str, name: str = "case.yaml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def _lived(folder: Path, text: str) -> Run:
    file = _read(folder, text)
    (_, scenario), *_ = read_scenarios(file)
    return Runner(_PROCEDURES, scenario, file).live()


def _with(planted: str, instead_of: str) -> str:
    assert instead_of in _CASE
    return _CASE.replace(instead_of, planted)


def _failures(folder: Path, text: str) -> list[tuple[int, str, str]]:
    return [(each.step, each.expected, each.found) for each in _lived(folder, text).failures]


@pytest.mark.parametrize("file", _FILES, ids=lambda file: str(file.relative_to(_SCENARIOS).with_suffix("")))
def test_a_worked_case_holds(file: Path) -> None:
    """What the law requires after each step of a worked case is what the procedures make of it."""
    for _, scenario in read_scenarios(file):
        run = Runner(_PROCEDURES, scenario, file).live()
        assert run.checks
        assert not run.failures, scenario.scenario


def test_no_two_worked_cases_bear_one_title() -> None:
    """A title names one worked case, so that the table of coverage can point to it."""
    titles = Counter(scenario.scenario for _, scenario in read_scenarios(_SCENARIOS))
    assert [title for title, number in titles.items() if number > 1] == []


def test_the_case_without_a_fault_holds(tmp_path: Path) -> None:
    """The case into which the faults are planted has none itself."""
    run = _lived(tmp_path, _CASE)
    assert run.passed
    assert run.checks == 7


@pytest.mark.parametrize(
    ("planted", "instead_of", "failures"),
    [
        ("stage: finally_refused", "stage: open_to_review", [(4, "stage finally_refused", "stage open_to_review")]),
        (
            "ends: 2025-05-05",
            "ends: 2025-05-07",
            [(4, "clock review_request ends 2025-05-05", "clock review_request ends 2025-05-07")],
        ),
        (
            "because: [court_margin]",
            "because: [suspensive_effect]",
            [(4, "because ['court_margin']", "because")],
        ),
        (
            "not_because: [61-2-9(3)]",
            "not_because: [non_refoulement]",
            [(4, "not because ['61-2-9(3)']", "not because")],
        ),
        ("may_be_removed: yes", "may_be_removed: no", [(4, "may be removed: yes", "may be removed: no")]),
        (
            "reached_the_person: true}\n    refused: not_really_received",
            "reached_the_person: true}",
            [(4, "refused: not_really_received", "filed")],
        ),
        (
            "way: post, reached_the_person: true}\n    contested: true",
            "way: post, reached_the_person: true}",
            [(4, "contested", "filed")],
        ),
    ],
)
def test_a_wrong_expectation_is_found(
    tmp_path: Path, planted: str, instead_of: str, failures: list[tuple[int, str, str]]
) -> None:
    """A wrong stage, day, reason, answer or refusal fails the case at its step, with what was found instead."""
    found = _failures(tmp_path, _with(planted, instead_of))
    assert len(found) == len(failures)
    for (step, expected, seen), (where, wanted, begins) in zip(found, failures, strict=True):
        assert (step, expected) == (where, wanted)
        assert seen.startswith(begins)
        assert seen != expected


def test_an_unexpected_refusal_is_found(tmp_path: Path) -> None:
    """An act that is refused where it should be filed fails the case, with the code of the refusal."""
    found = _failures(tmp_path, _with("way: post, reached_the_person: false", "way: post, reached_the_person: true"))
    assert found[0][:2] == (4, "filed")
    assert "not_really_received" in found[0][2]


@pytest.mark.parametrize(
    ("planted", "instead_of"),
    [
        ("case: second, stage: open_to_review", "case: first, stage: open_to_review"),
        ("correct: reciept\n    case: first", "act: certify_receipt"),
        ("act: certify_receipt\n    case: second", "act: certify_receipt"),
        ("by: the_clerk\n    with: {kind", "by: bureau_clerk\n    with: {kind"),
        ("open: RefugeApplication", "open: RefugeeApplication"),
        ("person: win\n    open: RefugeeApplication", "open: RefugeeApplication"),
    ],
)
def test_a_name_that_nobody_bears_fails_the_case(tmp_path: Path, planted: str, instead_of: str) -> None:
    """A slip of the pen in a name ends the case as a failure; it never passes and never stops the other cases."""
    assert _failures(tmp_path, _with(planted, instead_of))


def test_a_case_is_lived_the_same_every_time(tmp_path: Path) -> None:
    """Two lives of one case file the same commands and get the same answers."""
    one, other = (_lived(tmp_path, _CASE) for _ in range(2))
    assert one.commands == other.commands
    assert one.answers == other.answers


def test_on_is_a_word(tmp_path: Path) -> None:
    """`on: 2025-05-06` names a day, although older YAML takes `on` for a truth value."""
    text = (
        _CASE
        + "  - {at: 2025-05-06, act: record_departure, case: aung, by: immigration_inspector, with: {on: 2025-05-06}}\n"
    )
    assert _lived(tmp_path, text).passed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("scenario: [", "not YAML"),
        ("scenario: a\nbasis: b\npeople: {}\n", "steps"),
        (_with("stag: open_to_review", "stage: open_to_review"), "stag"),
        (_with("act: decide\n    open: RefugeeApplication", "act: decide"), "opens, acts"),
        (_with("act: decide\n    reasons: x", "act: decide"), "reasons"),
        (_CASE.replace("    by: bureau_clerk\n", ""), "by whom"),
        ("", "no worked cases here"),
    ],
)
def test_an_unreadable_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    """A file that is no worked case is refused with its name, the place and the reason."""
    file = _read(tmp_path, text)
    with pytest.raises(UnreadableScenario, match=r"case\.yaml") as refusal:
        read_scenarios(file)
    assert told in str(refusal.value)


def test_what_is_not_text_or_not_there_is_told(tmp_path: Path) -> None:
    """Bytes that are no text, a file that is not there and an empty folder are told in the same way."""
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "bytes.yaml", tmp_path / "nothing.yaml"):
        with pytest.raises(UnreadableScenario, match="cannot be read"):
            read_scenarios(path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableScenario, match="no worked cases"):
        read_scenarios(tmp_path / "empty")
