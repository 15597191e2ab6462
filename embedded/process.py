"""A server process with a keeper: started, watched and stopped by process id."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from embedded import keeper

_LAST_WORDS = 2_000
_PAUSE = 0.03


class StartFailed(Exception):
    """A server ended or stayed silent while it should have become ready; carries the end of its log."""


@dataclass(frozen=True)
class Process:
    """A running server.

    Attributes:
        name: What to call it in messages.
        pid: The server's own process id; its keeper's is `keeper.pid`.
        log: Where it writes.
    """

    name: str
    pid: int
    log: Path
    keeper: subprocess.Popen[str]

    @classmethod
    def start(
        cls,
        name: str,
        command: Sequence[str | Path],
        *,
        log: Path,
        stop: signal.Signals,
        patience: float = 20.0,
        unprivileged_owner_of: Sequence[Path] = (),
        holding: int | None = None,
    ) -> "Process":
        """Start a server under a keeper.

        Args:
            name: What to call it in messages.
            command: The program and its arguments.
            log: The file that takes its output.
            stop: The signal for a clean stop.
            patience: Seconds that it has for that before it is killed.
            unprivileged_owner_of: The folders of a server that refuses to be root; empty for any other.
            holding: A file descriptor (a lock) to hold for as long as the server lives.
        """
        task = keeper.Task(_texts(command), stop, patience, str(log), _texts(unprivileged_owner_of))
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", keeper.__file__, json.dumps(asdict(task))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            pass_fds=[] if holding is None else [holding],
        )
        first = process.stdout.readline() if process.stdout else ""
        if not first:
            raise StartFailed(f"{name} did not start: {process.communicate()[1][-_LAST_WORDS:]}")
        return cls(name, int(first), log, process)

    def until(self, ready: Callable[[], bool], *, patience: float = 30.0) -> None:
        """Wait until `ready` answers yes.

        Args:
            ready: Asked again and again.
            patience: Seconds to wait at most.

        Raises:
            StartFailed: The server ended, or was not ready in time; it is stopped.
        """
        end = time.monotonic() + patience
        while not ready():
            if self.keeper.poll() is not None or time.monotonic() > end:
                self.stop()
                raise StartFailed(f"{self.name} did not become ready:\n{self.last_words()}")
            time.sleep(_PAUSE)

    def finish(self) -> None:
        """Wait for a command that ends by itself.

        Raises:
            StartFailed: It ended with an error.
        """
        code = self.keeper.wait()
        self._close()
        if code:
            raise StartFailed(f"{self.name} failed:\n{self.last_words()}")

    def is_alive(self) -> bool:
        """Whether the server still runs."""
        return self.keeper.poll() is None

    def begin_to_stop(self) -> None:
        """Ask for a clean stop and do not wait."""
        if self.keeper.stdin and not self.keeper.stdin.closed:
            self.keeper.stdin.close()

    def stop(self) -> None:
        """Stop the server cleanly, and by force when it does not go; returns when it is gone."""
        self.begin_to_stop()
        self.keeper.wait()
        self._close()

    def last_words(self) -> str:
        """The end of the log."""
        return self.log.read_text(errors="replace")[-_LAST_WORDS:] if self.log.exists() else ""

    def _close(self) -> None:
        for stream in (self.keeper.stdin, self.keeper.stdout, self.keeper.stderr):
            if stream:
                stream.close()


def free_port() -> int:
    """A TCP port on 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def exists(pid: int) -> bool:
    """Whether a process with this id is there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _texts(words: Sequence[str | Path]) -> list[str]:
    return [str(word) for word in words]
