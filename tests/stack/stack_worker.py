"""The worker as a process of its own, with the procedure of these tests: `python -m tests.stack.stack_worker`."""

import os

from activities.logs import write_logs
from settings import Settings
from tests.stack.parcels import Parcel, ParcelCase
from worker import Work, serve

if __name__ == "__main__":
    write_logs()
    serve(Settings.from_environment(os.environ), Work((Parcel,), (ParcelCase,)))
