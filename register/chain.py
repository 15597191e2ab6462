"""The hash chains: each row carries the hash of the row before it, so that nothing is changed or left out unseen."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from engine.refusal import Defect

GENESIS = bytes(32)
"""What the first row of a chain follows."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ends: how many rows it has, and the hash of the last."""

    length: int = 0
    hash: bytes = GENESIS


@dataclass(frozen=True, slots=True)
class FactLink:
    """A fact as it is chained."""

    case: str
    seq: int
    id: str
    entry: str
    kind: str
    occurred_at: datetime
    recorded_at: datetime
    body: str
    basis: str
    previous: bytes

    def hash(self) -> bytes:
        """The hash of the fact and of everything before it in its case."""
        times = (utc(self.occurred_at), utc(self.recorded_at))
        content = [self.case, self.seq, self.id, self.entry, self.kind, *times, plain(self.body), plain(self.basis)]
        return linked(self.previous, content)


@dataclass(frozen=True, slots=True)
class AuditLink:
    """An audit entry as it is chained."""

    day: date
    chain: str
    seq: int
    at: datetime
    actor: str
    action: str
    person: str | None
    case: str | None
    command: str | None
    previous: bytes

    def hash(self) -> bytes:
        """The hash of the entry and of everything before it in its chain."""
        who = (self.actor, self.action, self.person, self.case, self.command)
        return linked(self.previous, [self.day.isoformat(), self.chain, self.seq, utc(self.at), *who])


def linked(previous: bytes, content: list[Any]) -> bytes:
    """SHA-256 over the previous hash and the canonical JSON of what follows it."""
    return hashlib.sha256(previous + canonical(content).encode()).digest()


def canonical(document: Any) -> str:  # noqa: ANN401  (any JSON)
    """JSON in the one form that is hashed: sorted keys, no spaces, characters as they are."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def plain(text: str) -> Any:  # noqa: ANN401  (any JSON)
    """A document read back; a number with a fraction has no one form, so the record holds none."""
    return json.loads(text, parse_float=_refused)


def utc(at: datetime) -> str:
    """An instant in the one form that is hashed."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _refused(_: str) -> None:
    raise Defect("fraction_on_record")
