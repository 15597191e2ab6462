"""E-mail by SMTP, with TLS and the server's certificate verified."""

import asyncio
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aiosmtplib import SMTP, SMTPException, SMTPRecipientRefused, SMTPResponseException

from notices.channel import Announcement, Evidence, NotDelivered, Result
from notices.text import mail, message_id

_IMPLICIT_TLS = 465
_PERMANENT = 500
_FAREWELL = 1.0


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and how to speak to it.

    Attributes:
        tls: off only for a server on the same machine; it never falls back by itself.
        trust: whom to believe; the system's authorities by default.
    """

    host: str
    port: int
    tls: bool = True
    user: str | None = None
    password: str | None = None
    trust: ssl.SSLContext | None = None
    patience: timedelta = timedelta(seconds=20)


class Smtp:
    """Hands each announcement to one server.

    Until the message's last line is sent, a failure means that nothing left. After it only the server's word counts;
    where that is missing the outcome is uncertain, and the Message-ID tells a repeat from a second notice.
    """

    repeats_safely = False

    def __init__(self, server: Server, sender: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._server = server
        self._sender = sender
        self._clock = clock

    async def deliver(self, announcement: Announcement) -> Evidence:
        """Send it.

        Raises:
            NotDelivered: it certainly did not leave; also when the server asks to come back later.
        """
        client = self._client()
        try:
            await self._begin(client, announcement)
            return await self._hand_over(client, announcement)
        except SMTPRecipientRefused as error:
            return self._turned_down(announcement, error)
        except (SMTPException, OSError) as error:
            raise NotDelivered(type(error).__name__) from None
        finally:
            await _leave(client)

    def _client(self) -> SMTP:
        server = self._server
        implicit = server.tls and server.port == _IMPLICIT_TLS
        return SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=implicit,
            start_tls=server.tls and not implicit,
            tls_context=(server.trust or ssl.create_default_context()) if server.tls else None,
            username=server.user,
            password=server.password,
            timeout=server.patience.total_seconds(),
        )

    async def _begin(self, client: SMTP, announcement: Announcement) -> None:
        await client.connect()
        await client.mail(self._sender)
        await client.rcpt(announcement.address)

    async def _hand_over(self, client: SMTP, announcement: Announcement) -> Evidence:
        try:
            await client.data(mail(announcement, self._sender, self._clock()).as_bytes())
        except SMTPResponseException as error:
            return self._turned_down(announcement, error)
        except (SMTPException, OSError) as error:
            return self._evidence(announcement, Result.UNCERTAIN, type(error).__name__)
        return self._evidence(announcement, Result.HANDED_OVER)

    def _turned_down(self, announcement: Announcement, error: SMTPResponseException) -> Evidence:
        if error.code < _PERMANENT:
            raise NotDelivered(str(error.code)) from None
        return self._evidence(announcement, Result.REFUSED, str(error.code))

    def _evidence(self, announcement: Announcement, result: Result, code: str = "") -> Evidence:
        identity = message_id(announcement, self._sender)
        return Evidence(channel="smtp", result=result, message_id=identity, at=self._clock(), code=code)


async def _leave(client: SMTP) -> None:
    """Take leave as far as possible, and leave no connection behind."""
    transport = client.transport
    with suppress(SMTPException, OSError):
        if client.is_connected:
            await client.quit(timeout=_FAREWELL)
    client.close()
    if isinstance(transport, asyncio.WriteTransport):
        transport.abort()
    await asyncio.sleep(0)
