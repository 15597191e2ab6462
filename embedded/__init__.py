"""How the real parts start on one machine: PostgreSQL and Temporal from wheels, without root, Docker or installers.

`Services` starts both and stops both. A server lives exactly as long as the process that started it: a keeper stands
between the two and stops the server when its parent is gone, however it went.
"""

from embedded.postgres import Postgres
from embedded.process import Process, StartFailed, free_port
from embedded.services import Addresses, AlreadyRunning, Services, running
from embedded.temporal import Temporal, time_skipping_binary

__all__ = [
    "Addresses",
    "AlreadyRunning",
    "Postgres",
    "Process",
    "Services",
    "StartFailed",
    "Temporal",
    "free_port",
    "running",
    "time_skipping_binary",
]
