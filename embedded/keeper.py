"""Keep one server alive exactly as long as the process that asked for it.

Run as a script by `embedded.process`, with the standard library alone. Its standard input is a pipe whose other end
only the parent holds: end of file means that the parent stopped us or is dead, whatever killed it. The kernel stops the
server should the keeper itself be killed (Linux).

PostgreSQL refuses to run as root. A root parent gets it under an unprivileged identity: in a user namespace of its own
where the machine allows one (files stay root's, no account and no permission is changed), else as `nobody`.
"""

import ctypes
import json
import os
import pwd
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

_CLONE_NEWUSER = 0x10000000
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Task:
    """What to run.

    Attributes:
        command: The server's program and its arguments.
        stop: The signal for a clean stop.
        patience: Seconds that it has for that before it is killed.
        log: The file that takes its output.
        unprivileged_owner_of: The folders of a server that refuses to be root.
    """

    command: list[str]
    stop: int
    patience: float
    log: str
    unprivileged_owner_of: list[str]


def main() -> int:
    """Run the task named by the first argument; return the server's exit code."""
    task = Task(**json.loads(sys.argv[1]))
    with Path(task.log).open("ab") as log:
        if task.unprivileged_owner_of and os.geteuid() == 0:
            _leave_root([Path(folder) for folder in task.unprivileged_owner_of])
        server = subprocess.Popen(
            task.command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=lambda: _die_with_parent(task.stop),
        )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: server.send_signal(task.stop))
    print(server.pid, flush=True)
    threading.Thread(target=_stop_at_end_of_input, args=(server, task), daemon=True).start()
    return abs(server.wait())


def _stop_at_end_of_input(server: subprocess.Popen[bytes], task: Task) -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    server.send_signal(task.stop)
    try:
        server.wait(task.patience)
    except subprocess.TimeoutExpired:
        server.kill()


def _die_with_parent(stop: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, stop)


def _leave_root(folders: list[Path]) -> None:
    nobody = pwd.getpwnam("nobody")
    _give(folders, os.geteuid())
    try:
        _enter_user_namespace(nobody)
    except OSError:
        _give(folders, nobody.pw_uid)
        _become(nobody)
    for folder in folders:
        if not os.access(folder, os.W_OK | os.X_OK):
            sys.exit(
                f"PostgreSQL cannot run as root, and {nobody.pw_name} may not enter {folder}: work as another user"
            )


def _become(identity: pwd.struct_passwd) -> None:
    os.setgroups([])
    os.setgid(identity.pw_gid)
    os.setuid(identity.pw_uid)


def _enter_user_namespace(identity: pwd.struct_passwd) -> None:
    """Look like `identity` to the server, and stay who we are to the file system."""
    if sys.platform != "linux" or ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWUSER):
        raise OSError(ctypes.get_errno(), "no user namespace here")
    own = Path("/proc/self")
    (own / "setgroups").write_text("deny")
    (own / "uid_map").write_text(f"{identity.pw_uid} 0 1")
    (own / "gid_map").write_text(f"{identity.pw_gid} 0 1")


def _give(folders: list[Path], owner: int) -> None:
    for folder in folders:
        if folder.stat().st_uid != owner:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, owner, -1, follow_symlinks=False)


if __name__ == "__main__":
    sys.exit(main())
