"""Real servers for the tests: one of each per test process, started when a test first asks, stopped at the end."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from embedded import Postgres, Temporal, free_port, time_skipping_binary

LIVES = 2_000
"""Generated lives of a run of the tests; `make check-long` asks for more."""
RACES = 1_000
"""Races at the gate of removal; `make check-long` asks for more."""
SUMMARIES = (
    {"lives": "generated lives", "acts": "steps in them", "states": "states explored"},
    {"gate_inputs": "inputs of the gate of removal judged twice"},
    {"races": "races at the gate", "boardings": "boardings", "filed": "commands filed", "contested": "contested"}
    | {"refused": "refused"},
)
"""What tests count, line by line, and the words for it."""
NewDatabase = Callable[[str], str]
"""Copies the database named by its argument; answers with the address of the copy."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the number of generated lives, and of races, from the command line."""
    parser.addoption("--lives", type=int, default=LIVES, help="how many lives tests/lives generates")
    parser.addoption("--first-life", type=int, default=0, help="from which seed on: other lives than those of CI")
    parser.addoption("--races", type=int, default=RACES, help="how many races at the gate of removal are run")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many lives were lived, and what became of the races."""
    reports = [one for kept in ("passed", "failed") for one in terminalreporter.stats.get(kept, [])]
    for said in SUMMARIES:
        counts = {name: sum(n for one in reports for what, n in one.user_properties if what == name) for name in said}
        if any(counts.values()):
            terminalreporter.write_line(", ".join(f"{count:,} {said[name]}" for name, count in counts.items()))


@pytest.fixture(scope="session")
def lives(pytestconfig: pytest.Config) -> int:
    """How many lives are generated."""
    return int(pytestconfig.getoption("lives"))


@pytest.fixture(scope="session")
def first_life(pytestconfig: pytest.Config) -> int:
    """From which seed on lives are generated."""
    return int(pytestconfig.getoption("first_life"))


@pytest.fixture(scope="session")
def races(pytestconfig: pytest.Config) -> int:
    """How many races are run."""
    return int(pytestconfig.getoption("races"))


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """A PostgreSQL of this test process."""
    server = Postgres.start(tmp_path_factory.mktemp("postgres"))
    try:
        yield server.until_ready()
    finally:
        server.stop()


@pytest.fixture(scope="session")
def temporal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Temporal]:
    """A Temporal server of this test process, in real time."""
    server = Temporal.start(tmp_path_factory.mktemp("temporal"))
    try:
        yield server.until_ready()
    finally:
        server.stop()


@pytest.fixture(scope="session")
def temporal_address(temporal: Temporal) -> str:
    """Where clients connect to it."""
    return temporal.address


@pytest.fixture(scope="session")
def database_template() -> str:
    """The database that new ones are copied from: an empty one, unless a folder of tests overrides this."""
    return "template1"


@pytest.fixture(scope="session")
def new_database(postgres: Postgres) -> Iterator[NewDatabase]:
    """Makes databases; all go at the end, whoever is still connected."""
    made: list[str] = []

    def make(template: str = "template1") -> str:
        made.append(f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}_{uuid4().hex[:12]}")
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (made[-1], template)))
        _execute(postgres, copy)
        return postgres.dsn(made[-1])

    yield make
    for name in made:
        with suppress(psycopg.OperationalError):
            _execute(postgres, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def database_url(new_database: NewDatabase, database_template: str) -> str:
    """The address of a fresh database for one test."""
    return new_database(database_template)


@pytest.fixture(scope="module")
def module_database_url(new_database: NewDatabase, database_template: str) -> str:
    """The address of a fresh database for one module of tests."""
    return new_database(database_template)


@pytest.fixture
def port() -> int:
    """A TCP port that nobody listens on."""
    return free_port()


@pytest.fixture(scope="session")
def time_skipping_server() -> Path:
    """The program of the server that skips time; mark its tests with `xdist_group("time_skipping")`."""
    return time_skipping_binary()


def _execute(server: Postgres, statement: sql.Composed) -> None:
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        connection.execute(statement)
