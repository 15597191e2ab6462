"""The port that a notice leaves by."""

import base64
import hashlib
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field


class Language(StrEnum):
    """Languages that texts are kept in."""

    JA = "ja"
    EN = "en"


class Announcement(BaseModel):
    """That a notice waits for somebody: to whom, where, under which number; nothing of what it is about."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    notice: str
    address: str = Field(pattern=r"^[^@\s<>,;:\"]+@[^@\s<>,;:\"]+$", max_length=320)
    language: Language
    office_ja: str
    office_en: str

    @property
    def reference(self) -> str:
        """The number that people give at the office."""
        return reference_of(self.notice)


class Result(StrEnum):
    """How a delivery ended."""

    HANDED_OVER = "handed_over"
    """The channel took it. That is no service of the notice: service is an act of its own."""
    UNCERTAIN = "uncertain"
    """It may have been taken: not sent again by itself, an alarm is raised."""
    REFUSED = "refused"
    """The channel will never take it: an alarm is raised."""


class Evidence(BaseModel):
    """What is known of a delivery, for the record: opaque ids and codes only."""

    model_config = ConfigDict(frozen=True)

    channel: str
    result: Result
    message_id: str
    at: datetime
    code: str = ""


class NotDelivered(Exception):
    """Nothing left the house, and it may be tried again. Holds a code only."""


class Channel(Protocol):
    """A way to reach a person."""

    @property
    def repeats_safely(self) -> bool:
        """Whether a second delivery of the same notice leaves one message."""
        ...

    async def deliver(self, announcement: Announcement) -> Evidence:
        """Hand an announcement over.

        Raises:
            NotDelivered: it certainly did not leave.
        """
        ...


def reference_of(notice: str) -> str:
    """An opaque number for people, derived from a notice's id: "7QK2-9ZD4-M3XA"."""
    text = base64.b32encode(hashlib.sha256(notice.encode()).digest()).decode()[:12]
    return "-".join((text[:4], text[4:8], text[8:]))
