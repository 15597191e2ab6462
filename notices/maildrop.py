"""A folder that takes the messages as files: for the demo, and for a mail system that collects from one."""

import asyncio
import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from notices.channel import Announcement, Evidence, NotDelivered, Result
from notices.text import mail, message_id


class Maildrop:
    """One file a notice, named by its reference: whole or not there, and once however often it is delivered."""

    repeats_safely = True

    def __init__(self, folder: Path, sender: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._folder = folder
        self._sender = sender
        self._clock = clock

    async def deliver(self, announcement: Announcement) -> Evidence:
        """Write the file.

        Raises:
            NotDelivered: the folder took nothing.
        """
        try:
            await asyncio.to_thread(self._write, announcement)
        except OSError as error:
            raise NotDelivered(f"errno_{error.errno}") from None
        identity = message_id(announcement, self._sender)
        return Evidence(channel="maildrop", result=Result.HANDED_OVER, message_id=identity, at=self._clock())

    def _write(self, announcement: Announcement) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._folder / f"{announcement.reference}.eml"
        if path.exists():
            return
        with tempfile.NamedTemporaryFile(dir=self._folder, prefix=".", delete=False) as file:
            file.write(mail(announcement, self._sender, self._clock()).as_bytes())
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
