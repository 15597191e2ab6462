"""The derived pages are what the declarations and the table of coverage make of them."""

from pathlib import Path

import pytest

from cli import coverage, pages
from cli.coverage import faults, read_coverage
from engine.covered import COVERED
from engine.declaration import Procedures
from workflows.procedures import PROCEDURES

ROOT = Path(__file__).parents[2]


def _numbered(name: str, first: int, last: int) -> list[str]:
    return [f"{name}{number}" for number in range(first, last + 1)]


OTHER_EVENTS = (
    *("refusal notified", "refusal cannot be delivered", "review in time", "review late", "review over"),
    *("review allowed", "application withdrawn", "new application", "status granted", "grant refused", "order issued"),
    *("Sponsorship decided before hand-over", "Sponsorship revoked", "time out, deposit unpaid"),
    *("departure order issued", "departure order missed or revoked", "special permission granted"),
    *("special permission refused", "court stay", "court stay ends", "travel restriction imposed"),
    *("Sponsor falls away", "three-month review", "person leaves", "person dies", "arrest", "criminal custody ends"),
    *("status revoked", "status lapses", "two requests for Sponsorship", "release and Sponsorship together"),
    *("special release given", "disaster", "order withdrawn or annulled"),
)
"""The events of LAW §12.2."""

FORMS = (
    "1; 6, 26-2; 8; 15; 22; 27; 32, 62, 62-2; 37-3; 37-7; 37-8, 37-9; 37-11, 37-12; 37-13; 37-14, 37-15; 37-16; "
    "37-17; 39; 45; 50; 51; 51-2; 51-3; 51-4; 51-5; 51-6; 51-7; 51-8; 51-9; 52; 53; 54, 54-2; 55; 56; 57, 58; 59; "
    "60; 61, 61-2; 61-3; 61-4; 62-3; 63; 64; 64-2; 64-3; 64-4; 65; 65-2; 65-3; 66; 67; 68; 69; 69-2; 70; 70-2; "
    "71; 71-2; 71-2-2; 71-3; 71-4; 71-5; 74, 74-2; 75; 76; 76-2; 76-2-2; 76-3; 76-4; 76-5; 76-6; 76-6-2; 76-7; "
    "76-8, 76-9, 76-10; 77, 77-2; 78, 78-2; 79; 79-3; 79-4; 79-5; 83-3"
)
"""The forms of LAW §16, as they stand in the table."""

PENALTIES = (
    "70(1)(i) to (ii-2), (v), (viii-4), 70(2); 70(1)(iii) to (iii-3); 70(1)(iv), 73; 70(1)(vii); 70(1)(viii-2), "
    "(viii-3); 70(1)(ix), (x); 70(1)(xi); 70(1)(xii); 70-2; 71-5(iv); 71-5(v); 71-6; 72(ii); 72(iii); 72(iv); "
    "72(v); 72(vi); 72(vii); 72(viii); 72(ix); 72(x); 72(xii); 73-2; 76; 77(iv); 77-2"
)
"""The penal provisions of LAW §15, as they stand in the table."""

DEPARTURE_RULES = (
    *("start", "flow", "sent back", "conditions", "extension", "exit control", "revocation", "deadline missed"),
    *("landing denial", "custody"),
)
"""The rules of LAW §17.1, on the departure order."""

STATUS_RULES = (
    *(f"({item})" for item in ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")),
    *("who", "facts", "hearing", "absence", "decision", "service", "staying on", "61-2-11"),
)
"""The grounds and steps of LAW §17.2, on the revocation of a status."""

LAW_ROWS = [
    *("1.2", "1.3"),
    *_numbered("T", 1, 12),
    "2.2",
    *(f"3 {axis}" for axis in "DPRSCO"),
    *_numbered("3.1-", 1, 27),
    "4.1",
    *_numbered("A", 1, 5),
    "A5'",
    *("A6", "A7", "A8a", "A8b", "A9", "A10", "A11a", "A11b"),
    *_numbered("A", 12, 15),
    *("4.3", "4.4", "4.5"),
    *_numbered("5.1-", 1, 10),
    "5.2",
    *_numbered("B", 1, 4),
    *("B5a", "B5b"),
    *_numbered("B", 6, 24),
    *_numbered("5.4-", 1, 9),
    *_numbered("6-", 1, 14),
    *_numbered("D", 1, 14),
    "D9a",
    *_numbered("7.3-", 1, 14),
    *_numbered("D", 20, 33),
    "7.5",
    *_numbered("7.6-", 1, 6),
    *_numbered("7.7-", 1, 11),
    *_numbered("E", 1, 20),
    *_numbered("F", 1, 13),
    *_numbered("9.2-", 1, 10),
    *_numbered("F", 20, 40),
    "9.5",
    *_numbered("DT-01 row ", 1, 11),
    "DT-01 unknown",
    *_numbered("DT-02 row ", 1, 6),
    *_numbered("DT-03 row ", 1, 14),
    *_numbered("DT-04 row ", 1, 13),
    *("DT-04 counting", "DT-04 beside", "DT-04 set aside"),
    "DT-05",
    *_numbered("DT-06 row ", 1, 5),
    *_numbered("DT-07 row ", 1, 7),
    *_numbered("DT-08 row ", 1, 11),
    *_numbered("DT-09 row ", 1, 8),
    *_numbered("DT-10 row ", 1, 5),
    *(f"DT-11 row {row}" for row in ("1", "2", "3", "4", "4'", "5", "5'")),
    *(f"DT-11 {what}" for what in ("counting", "ends (i)", "ends (ii)", "ends (iii)", "withdrawal", "telling")),
    *_numbered("DT-12 row ", 1, 7),
    "DT-13",
    *_numbered("DT-14 row ", 1, 3),
    *_numbered("DT-15 row ", 1, 10),
    *_numbered("DT-16 row ", 1, 12),
    "DT-16 whose sentence",
    *_numbered("DT-17 row ", 1, 6),
    "DT-17 outer limit",
    *(f"C{number:02}" for number in range(1, 45)),
    *_numbered("12.1-", 1, 14),
    *(f"12.2 {event}" for event in OTHER_EVENTS),
    *_numbered("R", 0, 4),
    *("suppl. 1-2", "suppl. 5", "suppl. 6", "suppl. 7", "suppl. 8", "suppl. 9", "suppl. 10(1)", "suppl. 11(1)"),
    *("suppl. 12, 13", "suppl. 14", "suppl. 15(1)(2)", "suppl. 15(3)(4)", "suppl. 20"),
    *_numbered("INV-", 1, 83),
    *(f"penalty {item}" for item in PENALTIES.split("; ")),
    *(f"form {form}" for form in FORMS.split("; ")),
    *(f"17.1 {rule}" for rule in DEPARTURE_RULES),
    *(f"17.2 {rule}" for rule in STATUS_RULES),
    *(f"17.3 {rule}" for rule in ("application", "permission", "conditions", "status", "staying on", "holder")),
    *_numbered("17.", 4, 8),
    *(f"17.9 {matter}" for matter in ("notice", "health", "care", "measures", "isolation", "protection room", "death")),
    *_numbered("17.", 10, 14),
]
"""Rows of the law reference that must be carried, or be said not to be modelled."""

OPEN_POINTS = [f"A-{number:02}" for number in range(1, 51)]
"""Questions that the text leaves open: each is taken as a reading, or said not to come up yet."""


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """The generator works where the checkout is."""
    monkeypatch.chdir(ROOT)


def _said() -> tuple[set[str], set[str]]:
    """The rows that are carried, and those that are said not to be."""
    table = read_coverage()
    return {one.row for one in table.rows}, {row for one in table.not_modelled for row in one.rows}


def test_every_name_in_the_table_of_coverage_exists() -> None:
    """Each rule, procedure, test and worked case that the table names is there, and no row stands in it twice."""
    assert faults() == []


def test_the_committed_pages_are_those_that_the_generator_makes() -> None:
    """Whoever changes a procedure or the table runs `make docs`; no page is left of a procedure that is gone."""
    made = pages.pages()
    stale = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    assert stale == []
    assert set(pages.FOLDER.iterdir()) == {path for path in made if path.parent == pages.FOLDER}


def test_every_procedure_has_its_page_and_its_picture() -> None:
    """A page and a drawing lie in the folder for each declared procedure."""
    for declaration in Procedures(PROCEDURES):
        assert (pages.FOLDER / f"{declaration.name}.md").is_file()
        assert (pages.FOLDER / f"{declaration.name}.svg").read_text(encoding="utf-8").rstrip().endswith("</svg>")


def test_no_row_of_the_law_vanishes() -> None:
    """Each row is either carried or said not to be modelled, and not both."""
    carried, missing = _said()
    assert [row for row in (*LAW_ROWS, *OPEN_POINTS) if (row in carried) is (row in missing)] == []


def test_every_invariant_that_is_kept_is_in_the_table() -> None:
    """An invariant that `engine.covered` names a keeper for is a row; the others are not modelled."""
    carried, missing = _said()
    kept = {f"INV-{number}" for number, where in COVERED.items() if not where.startswith("not yet")}
    assert kept <= carried
    assert not kept & missing


def test_every_invariant_is_lived_in_a_worked_case() -> None:
    """A reason in the place of a worked case is for rows of tables that no case can tell, never for an invariant."""
    assert [one.row for one in read_coverage().rows if one.row.startswith("INV-") and not one.cases] == []


def test_every_clock_and_every_form_of_a_procedure_is_in_the_table() -> None:
    """What runs and what is served stands in the table by its number, and is not said to be missing."""
    carried = {one.row for one in read_coverage().rows}
    forms = {form for row in carried if row.startswith("form ") for form in row.removeprefix("form ").split(", ")}
    declared = tuple(Procedures(PROCEDURES))
    clocks = {lapse.rule.id for each in declared for lapse in each.lapses.values() if lapse.rule.id.startswith("C")}
    assert clocks <= carried
    assert {notice.form for each in declared for notice in each.notices.values()} - {"", "-"} <= forms


def test_a_row_names_a_worked_case_or_says_why_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither is a fault, and so are both; the page tells the reason."""
    row = "row: {name}, what: x, code: [law.periods.end_of], tests: [tests/house/test_docs.py]{more}"
    title = next(case for one in read_coverage().rows for case in one.cases if ":" not in case)
    more = {"X1": "", "X2": ", no_case: none can", "X3": f", cases: ['{title}'], no_case: none can"}
    rows = "\n".join(f"      - {{{row.format(name=name, more=rest)}}}" for name, rest in more.items())
    table = tmp_path / "coverage.yaml"
    table.write_text(f"parts:\n  - title: x\n    rows:\n{rows}\nrecorded: []\nnot_modelled: []\n", encoding="utf-8")
    monkeypatch.setattr(coverage, "TABLE", table)
    assert [found.partition(":")[0] for found in faults()] == ["X1", "X3"]
    assert "*none: none can*" in coverage.coverage_page()


def test_a_name_that_is_not_there_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An invented rule, test or title is found, and so is a row that is named twice."""
    row = "{row: X1, what: x, code: [law.periods.nothing], tests: ['tests/none.py::none'], cases: [None such]}"
    table = tmp_path / "coverage.yaml"
    table.write_text(f"parts: [{{title: x, rows: [{row}, {row}]}}]\nrecorded: []\nnot_modelled: []\n", encoding="utf-8")
    monkeypatch.setattr(coverage, "TABLE", table)
    found = faults()
    assert len(found) == 7
    assert "X1: no law.periods.nothing" in found
    assert "X1: no test tests/none.py::none" in found
    assert "X1: named 2 times" in found
