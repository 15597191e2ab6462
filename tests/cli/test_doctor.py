"""`tetsuzuki doctor` and `migrate`: what is good, what is wrong, and how to mend it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.terminal import NOBODY_LISTENS, Terminal
from tests.conftest import NewDatabase

DOWN = f"postgresql://postgres@{NOBODY_LISTENS}/register"


@pytest.fixture
def database_url(module_database_url: str) -> str:
    """One register for those tests that change nothing in it."""
    return module_database_url


@pytest.fixture(scope="module")
def bare(new_database: NewDatabase) -> str:
    """The address of a database that was never migrated."""
    return new_database("template1")


def findings(terminal: Terminal) -> dict[str, dict[str, str]]:
    """What the doctor says of each check; that its number agrees was seen."""
    done = terminal.run("doctor", "-o", "json")
    rows = json.loads(done.stdout)
    assert done.exit_code == (0 if all(row["result"] == "good" for row in rows) else 1)
    assert [row["check"] for row in rows if (row["result"] == "good") == bool(row["mend"])] == []
    return {row["check"]: row for row in rows}


def wrong(terminal: Terminal) -> list[str]:
    """The checks that are not good."""
    return [check for check, row in findings(terminal).items() if row["result"] != "good"]


def lives(terminal: Terminal, ago: timedelta) -> None:
    """Leave a worker's sign of life."""
    seen = datetime.now(UTC) - ago
    Path(terminal.environment["TETSUZUKI_DATA"], "worker.alive").write_text(f"{seen.isoformat()}\n")


def test_a_healthy_house_ends_with_0(terminal: Terminal, temporal_address: str) -> None:
    """Register, Temporal, worker and record are good, as JSON and as a table."""
    house = terminal.at(TEMPORAL_ADDRESS=temporal_address)
    lives(house, timedelta(seconds=1))
    assert wrong(house) == []
    table = house.well("doctor")
    assert table.count("good") == 4
    assert temporal_address in table


def test_what_is_away_is_named_with_its_remedy(terminal: Terminal) -> None:
    """With nothing there, each check says so and how to mend it; the others are looked at all the same."""
    found = findings(terminal.at(DATABASE_URL=DOWN))
    assert [row["result"] for row in found.values()] == ["WRONG"] * 4
    assert "DATABASE_URL" in found["register answers"]["mend"]
    assert "TEMPORAL_ADDRESS" in found["Temporal answers"]["mend"]
    assert "tetsuzuki worker" in found["worker is alive"]["mend"]


def test_a_worker_that_fell_silent_is_wrong(terminal: Terminal, temporal_address: str) -> None:
    """A sign of life older than a minute counts as none, and one that cannot be read does too."""
    house = terminal.at(TEMPORAL_ADDRESS=temporal_address)
    lives(house, timedelta(minutes=2))
    assert wrong(house) == ["worker is alive"]
    Path(house.environment["TETSUZUKI_DATA"], "worker.alive").write_text("")
    assert wrong(house) == ["worker is alive"]


@pytest.mark.parametrize("words", [("import", __file__), ("export",), ("rebuild", "--check")])
def test_commands_say_that_the_register_does_not_serve(terminal: Terminal, bare: str, words: tuple[str, ...]) -> None:
    """A register that is not migrated is told with what mends it."""
    said = terminal.at(DATABASE_URL=bare).fails(*words)
    assert "not at this release. why: never migrated" in said
    assert "mend: Run `tetsuzuki migrate`" in said


def test_migrations_behind_are_wrong_until_migrate(terminal: Terminal, bare: str) -> None:
    """A register never migrated, or at another migration, is told with the command that mends it."""
    fresh = terminal.at(DATABASE_URL=bare)
    assert "never migrated" in findings(fresh)["register answers"]["found"]
    fresh.well("migrate")
    assert findings(fresh)["register answers"]["result"] == "good"
    fresh.spoil("UPDATE alembic_version SET version_num = '0000'")
    row = findings(fresh)["register answers"]
    assert "at migration 0000" in row["found"]
    assert "tetsuzuki migrate" in row["mend"]
    assert "newer release" in fresh.fails("migrate")


def test_a_broken_chain_is_wrong(terminal: Terminal, new_database: NewDatabase, database_template: str) -> None:
    """A link of the audit that was written behind the register's back is counted."""
    spoilt = terminal.at(DATABASE_URL=new_database(database_template))
    spoilt.spoil("ALTER TABLE audit_entries DISABLE TRIGGER ALL")
    spoilt.spoil(
        "INSERT INTO audit_entries (day, chain, seq, at, actor, action, previous, hash)"
        " VALUES ('2026-01-05', 'x', 1, '2026-01-05', 'nobody', 'read', '\\x00', '\\x00')"
    )
    row = findings(spoilt)["record is whole"]
    assert (row["result"], row["found"]) == ("WRONG", "1 links in 1 chains, 1 broken")


@pytest.mark.parametrize("words", [("export",), ("migrate",)])
def test_commands_say_that_the_register_is_away(terminal: Terminal, words: tuple[str, ...]) -> None:
    """A register that does not answer is told once, with what mends it."""
    said = terminal.at(DATABASE_URL=DOWN).fails(*words)
    assert said.count("does not answer") == 1
    assert "mend: Start PostgreSQL, or correct DATABASE_URL." in said
