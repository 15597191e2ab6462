"""A command as it reached the register: what is kept of it, and what makes a repeat the same."""

import json
import re
from dataclasses import dataclass
from hashlib import sha256

from engine.command import Command, Kind
from register.chain import canonical, utc
from register.errors import Unkeepable

_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


@dataclass(frozen=True, slots=True)
class Receipt:
    """A command with its JSON and its digest."""

    command: Command
    text: str
    digest: bytes

    @classmethod
    def of(cls, command: Command) -> "Receipt":
        """Take a command in.

        The digest covers what the sender said: not when it was received, nor what version was read, nor an instant that
        merely repeats the receipt.

        Raises:
            Unkeepable: no register can keep what it holds.
        """
        try:
            json.dumps(command.body, default=str, allow_nan=False)
            document = command.model_dump(mode="json")
            text = json.dumps(document, ensure_ascii=False)
            text.encode()
        except (ValueError, RecursionError):
            raise Unkeepable(command.id) from None
        if _NUL.search(text):
            raise Unkeepable(command.id)
        said = {key: value for key, value in document.items() if key not in _NOT_SAID}
        if command.kind is Kind.OPEN:
            del said["case"]
        if command.occurred_at != command.received_at:
            said["at"] = utc(command.occurred_at)
        return cls(command, text, sha256(canonical(said).encode()).digest())


_NOT_SAID = frozenset({"id", "occurred_at", "received_at", "expected_version"})
