"""A light HTTP/1.1 caller: a load generator is not to take the processor from what it measures."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Answer:
    """Status, headers (lower case) and JSON body of an answer."""

    status: int
    headers: dict[str, str]
    body: Any


@dataclass
class Caller:
    """One connection, one request at a time."""

    host: str
    port: int
    token: str
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = field(default=None, repr=False)

    async def post(self, path: str, body: object, **headers: str) -> Answer:
        """Send a body as JSON and read the answer.

        Raises:
            RuntimeError: the answer is no success, or only *pending*.
        """
        content = json.dumps(body).encode()
        return await self._send("POST", path, content, **{"Content-Type": "application/json"}, **headers)

    async def get(self, path: str) -> Answer:
        """Read. Raises as `post`."""
        return await self._send("GET", path, b"")

    async def _send(self, method: str, path: str, content: bytes, **headers: str) -> Answer:
        if self._streams is None or self._streams[0].at_eof():
            self._streams = await asyncio.open_connection(self.host, self.port)
        reader, writer = self._streams
        named = {"Host": self.host, "Authorization": f"Bearer {self.token}"}
        named |= {"Content-Length": str(len(content))} | {name.replace("_", "-"): one for name, one in headers.items()}
        head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{name}: {one}\r\n" for name, one in named.items()) + "\r\n"
        writer.write(head.encode() + content)
        answer = await _read(reader)
        if answer.status not in (200, 201):
            raise RuntimeError(f"{path} was answered {answer.status}: {answer.body}")
        return answer


async def _read(reader: asyncio.StreamReader) -> Answer:
    status, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = {name.lower(): one.strip() for name, _, one in (line.partition(":") for line in lines if line)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Answer(int(status.split(" ", 2)[1]), headers, json.loads(body) if body else None)
