"""Somebody at a terminal: commands, what they print, and the lines that an import reads."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from typer.testing import CliRunner, Result

from cli.main import app

NOBODY_LISTENS = "127.0.0.1:9"
SAMPLE = Path(__file__).parents[2] / "caseloads" / "tokyo-sample.jsonl"


@dataclass(frozen=True)
class Terminal:
    """Runs commands with an environment of its own."""

    environment: dict[str, str]

    @classmethod
    def of(cls, database_url: str, data: Path) -> "Terminal":
        """At a register, with a data folder; Temporal and the API are away."""
        return cls({"DATABASE_URL": database_url, "TEMPORAL_ADDRESS": NOBODY_LISTENS, "TETSUZUKI_DATA": str(data)})

    def at(self, **changed: str) -> "Terminal":
        """The same with other variables."""
        return Terminal(self.environment | changed)

    def run(self, *words: str) -> Result:
        """Run a command; one that ends with a traceback fails the test."""
        done = CliRunner().invoke(app, list(words), env=self.environment)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done

    def well(self, *words: str) -> str:
        """Run a command that ends with 0; what it printed, with its lines joined."""
        done = self.run(*words)
        assert done.exit_code == 0, done.output
        return " ".join(done.stdout.split())

    def told(self, *words: str) -> Any:
        """What a command that ends with 0 says as JSON."""
        done = self.run(*words, "-o", "json")
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    def fails(self, *words: str, code: int = 1) -> str:
        """Run a command that fails with a number; what it says of it, with its lines joined."""
        done = self.run(*words)
        assert done.exit_code == code, done.output
        return " ".join(done.stderr.split())

    def ask(self, question: str) -> list[Any]:
        """Ask the database directly."""
        with psycopg.connect(self.environment["DATABASE_URL"], autocommit=True) as connection:
            return connection.execute(question.encode()).fetchall()

    def spoil(self, statement: str) -> None:
        """Change the database behind the register's back."""
        with psycopg.connect(self.environment["DATABASE_URL"], autocommit=True) as connection:
            connection.execute(statement.encode())


def sample() -> list[str]:
    """Lines of the sample that together hold every act in it: the first one of each act that none before it had."""
    found, seen = [], set[str]()
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        acts = {act["act"] for act in json.loads(line)["acts"]}
        if not acts <= seen:
            found.append(line)
            seen |= acts
    return found


def write(path: Path, lines: list[str]) -> str:
    """Write lines to a file; returns its name."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)
