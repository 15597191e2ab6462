"""The servers start anywhere, keep their data, and never outlive the process that started them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
from temporalio.client import Client
from temporalio.common import WorkflowIDReusePolicy

from embedded import Addresses, AlreadyRunning, Postgres, Process, Services, StartFailed, Temporal, running
from tests.conftest import NewDatabase

PARENT = """
import signal, sys, time
from pathlib import Path
import psycopg
from embedded import Services

def interrupted(*_):
    time.sleep(0.5)
    psycopg.connect(addresses.database_url).close()
    print("still served", flush=True)
    sys.exit(0)

signal.signal(signal.SIGINT, interrupted)
with Services(Path(sys.argv[1])) as addresses:
    print("ready", flush=True)
    time.sleep(60)
"""

pytestmark = pytest.mark.xdist_group("embedded")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all tests here: each also proves that it takes over what the one before left."""
    return tmp_path_factory.mktemp("services")


@pytest.fixture
def parent(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process, in a process group of its own, that runs the services of the folder."""
    command = [sys.executable, "-c", PARENT, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


def lives(pid: int) -> bool:
    """Whether a process runs; one that only waits to be counted as dead does not."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def eventually(true: Callable[[], bool], patience: float = 25.0) -> bool:
    """Whether it comes true in time."""
    end = time.monotonic() + patience
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()


def servers(addresses: Addresses) -> list[psutil.Process]:
    """The servers with their keepers and everything below them."""
    found = [psutil.Process(pid) for name, pid in addresses.pids.items() if name != "owner"]
    return [one for server in found for one in (server, server.parent(), *server.children(recursive=True)) if one]


def count_visits(database_url: str) -> int:
    """Commit one more visit; answer how many there are."""
    with psycopg.connect(database_url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS visit (id int GENERATED ALWAYS AS IDENTITY)")
        connection.execute("INSERT INTO visit DEFAULT VALUES")
        row = connection.execute("SELECT count(*) FROM visit").fetchone()
        assert row
        return int(row[0])


def test_services_stop_without_a_trace(folder: Path) -> None:
    """After the block no server, no keeper, no address file and no socket is left."""
    with Services(folder) as addresses:
        assert running(folder) == addresses
        processes = servers(addresses)
        assert len(processes) >= 4
    assert not any(lives(process.pid) for process in processes)
    assert running(folder) is None
    assert not list(folder.rglob(".s.PGSQL.*"))


def test_data_outlive_the_servers(folder: Path) -> None:
    """What was committed in one run is there in the next."""
    with Services(folder) as addresses:
        before = count_visits(addresses.database_url)
    with Services(folder) as addresses:
        assert count_visits(addresses.database_url) == before + 1


def test_servers_die_with_a_killed_parent(folder: Path, parent: subprocess.Popen[str]) -> None:
    """Not even `kill -9` leaves a server behind, and the next run starts on the same data."""
    addresses = running(folder)
    assert addresses
    processes = servers(addresses)
    parent.kill()
    assert parent.wait() == -signal.SIGKILL
    with Services(folder) as again:
        assert not any(lives(process.pid) for process in processes)
        assert count_visits(again.database_url) >= 1


def test_servers_die_with_a_killed_keeper(folder: Path) -> None:
    """A keeper that is killed takes its server along."""
    with Services(folder) as addresses:
        server = psutil.Process(addresses.pids["postgresql"])
        keeper = server.parent()
        assert keeper
        keeper.kill()
        assert eventually(lambda: not lives(server.pid))


def test_interrupt_reaches_the_parent_first(parent: subprocess.Popen[str], folder: Path) -> None:
    """Control-C in a terminal interrupts the parent alone: it still has its servers while it shuts down."""
    addresses = running(folder)
    assert addresses
    os.killpg(parent.pid, signal.SIGINT)
    assert parent.stdout
    assert parent.stdout.readline() == "still served\n"
    assert parent.wait(30) == 0
    assert not any(lives(pid) for pid in addresses.pids.values())


def test_folder_has_one_owner(folder: Path, parent: subprocess.Popen[str]) -> None:
    """A second process does not start servers on the data of a living one, and disturbs nothing."""
    assert parent.poll() is None
    with pytest.raises(AlreadyRunning), Services(folder):
        pass
    addresses = running(folder)
    assert addresses
    assert count_visits(addresses.database_url) >= 1


def test_servers_elsewhere_are_left_alone(tmp_path: Path) -> None:
    """With both addresses given nothing is started."""
    with Services(tmp_path, database_url="postgresql://elsewhere/x", temporal_address="elsewhere:7233") as addresses:
        assert addresses.database_url == "postgresql://elsewhere/x"
        assert addresses.temporal_address == "elsewhere:7233"
        assert set(addresses.pids) == {"owner"}
        assert not (tmp_path / "postgres").exists()
        assert not (tmp_path / "temporal").exists()


def test_failed_start_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    """A server that ends while starting is reported with its last words."""
    command = [sys.executable, "-c", "print('no room'); raise SystemExit(3)"]
    server = Process.start("Broken", command, log=tmp_path / "log", stop=signal.SIGTERM)
    with pytest.raises(StartFailed, match="no room"):
        server.until(lambda: False)
    assert not lives(server.pid)


def test_stubborn_server_is_killed(tmp_path: Path) -> None:
    """A server that ignores the request to stop does not stop us from stopping."""
    program = "import signal, time; signal.signal(15, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
    command = [sys.executable, "-c", program]
    server = Process.start("Stubborn", command, log=tmp_path / "log", stop=signal.SIGTERM, patience=0.3)
    server.until(lambda: server.last_words() != "")
    server.stop()
    assert not lives(server.pid)


def test_socket_fits_where_the_folder_is_deep(tmp_path: Path) -> None:
    """A path longer than a socket's may be is no obstacle."""
    server = Postgres.start(tmp_path / ("deep" * 20) / ("er" * 30))
    try:
        assert count_visits(server.until_ready().dsn()) == 1
    finally:
        server.stop()
    assert not server.sockets.exists()


def test_commits_are_durable(postgres: Postgres) -> None:
    """The embedded server gives up no safety for speed, and speaks UTC."""
    with psycopg.connect(postgres.dsn()) as connection:
        for name in ("fsync", "full_page_writes", "synchronous_commit", "data_checksums"):
            assert connection.execute("SELECT current_setting(%s)", [name]).fetchone() == ("on",), name
        assert connection.execute("SELECT current_setting('TimeZone')").fetchone() == ("UTC",)


def test_only_the_owner_reaches_the_socket(postgres: Postgres) -> None:
    """No other user of the machine can connect."""
    assert postgres.sockets.stat().st_mode & 0o077 == 0


def test_every_test_has_a_database_of_its_own(new_database: NewDatabase) -> None:
    """Two databases share nothing."""
    assert [count_visits(new_database("template1")) for _ in range(2)] == [1, 1]


def test_time_skipping_server_is_installed(time_skipping_server: Path) -> None:
    """The test server's program is there and may be run."""
    assert os.access(time_skipping_server, os.X_OK)


async def test_closed_case_reopens_at_once(temporal: Temporal) -> None:
    """A case that closed takes a new run within the same second, as often as its acts need it."""
    client = await Client.connect(temporal.address)
    begun = time.monotonic()
    for _ in range(4):
        handle = await client.start_workflow(
            "Case", id="case_reopened", task_queue="none", id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE
        )
        await handle.terminate()
    assert time.monotonic() - begun < 1
