"""Notices leave once, by mail with TLS or into a folder, and say nothing of the case."""

import asyncio
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from embedded import free_port
from notices.channel import Announcement, Language, NotDelivered, Result
from notices.maildrop import Maildrop
from notices.smtp import Server, Smtp
from tests.stack.house import House, until

ANNOUNCEMENT = Announcement(
    notice="command-1:0", address="taro@example.org", language=Language.JA, office_ja="東京局", office_en="Tokyo"
)


@dataclass
class Mailbox:
    """What the mail server took, and what it is told to answer."""

    port: int
    trust: ssl.SSLContext
    messages: list[Message] = field(default_factory=list)
    answer: str = "250 taken"
    recipient: str = "250 known"
    pause: float = 0.0

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Answer for the address."""
        if self.recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.recipient

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a message."""
        await asyncio.sleep(self.pause)
        if self.answer.startswith("250"):
            self.messages.append(message_from_bytes(envelope.original_content or b"", policy=default))
        return self.answer

    def channel(self, host: str = "localhost", trust: ssl.SSLContext | None = None) -> Smtp:
        """A channel to it."""
        server = Server(host, self.port, trust=trust or self.trust, patience=timedelta(seconds=1))
        return Smtp(server, "office@example.org")


@pytest.fixture
def mailbox(tmp_path: Path) -> Iterator[Mailbox]:
    """A mail server on loopback that wants TLS, under an authority of its own."""
    certificate, key = _certificate(tmp_path)
    trust = ssl.create_default_context(cafile=str(certificate))
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(certificate, key)
    box = Mailbox(free_port(), trust)
    factory: Any = {"tls_context": own, "require_starttls": True}
    controller = Controller(box, hostname="127.0.0.1", port=box.port, **factory)
    controller.start()
    yield box
    controller.stop()


async def test_mail_is_handed_over_with_tls(mailbox: Mailbox) -> None:
    """A mail arrives over verified TLS, in the person's language, with its reference and nothing of the case."""
    evidence = await mailbox.channel().deliver(ANNOUNCEMENT)
    assert evidence.result is Result.HANDED_OVER
    (mail,) = mailbox.messages
    assert mail["To"] == "taro@example.org"
    assert mail["Message-ID"] == evidence.message_id
    text = mail.get_content()  # type: ignore[attr-defined]
    assert "東京局" in text
    assert ANNOUNCEMENT.reference in text
    assert "command-1" not in mail.as_string()


async def test_a_server_that_cannot_prove_itself_gets_nothing(mailbox: Mailbox) -> None:
    """Without a certificate that the channel trusts, nothing leaves."""
    with pytest.raises(NotDelivered):
        await mailbox.channel(trust=ssl.create_default_context()).deliver(ANNOUNCEMENT)
    assert mailbox.messages == []


async def test_an_unknown_outcome_is_uncertain(mailbox: Mailbox) -> None:
    """When the server falls silent after the last line, the evidence says so; a repeat bears the same Message-ID."""
    mailbox.pause = 2.0
    first = await mailbox.channel().deliver(ANNOUNCEMENT)
    mailbox.pause = 0.0
    second = await mailbox.channel().deliver(ANNOUNCEMENT)
    assert (first.result, second.result) == (Result.UNCERTAIN, Result.HANDED_OVER)
    assert first.message_id == second.message_id


@pytest.mark.parametrize(
    ("answers", "result"),
    [({"recipient": "550 unknown"}, Result.REFUSED), ({"answer": "554 no"}, Result.REFUSED)],
)
async def test_a_lasting_refusal_is_evidence(mailbox: Mailbox, answers: dict[str, str], result: Result) -> None:
    """An address that does not exist is not tried for ever."""
    mailbox.__dict__.update(answers)
    assert (await mailbox.channel().deliver(ANNOUNCEMENT)).result is result


@pytest.mark.parametrize("answers", [{"recipient": "450 later"}, {"answer": "451 later"}])
async def test_a_passing_refusal_is_tried_again(mailbox: Mailbox, answers: dict[str, str]) -> None:
    """A server that asks to come back later has taken nothing."""
    mailbox.__dict__.update(answers)
    with pytest.raises(NotDelivered):
        await mailbox.channel().deliver(ANNOUNCEMENT)


async def test_no_server_no_mail() -> None:
    """A server that is not there has taken nothing."""
    nowhere = Smtp(Server("127.0.0.1", free_port(), patience=timedelta(seconds=1)), "office@example.org")
    with pytest.raises(NotDelivered):
        await nowhere.deliver(ANNOUNCEMENT)


async def test_a_repeat_leaves_one_file(tmp_path: Path) -> None:
    """However often a notice is dropped, there is one whole file."""
    drop = Maildrop(tmp_path / "drop", "office@example.org")
    await asyncio.gather(*(drop.deliver(ANNOUNCEMENT) for _ in range(5)))
    (file,) = (tmp_path / "drop").iterdir()
    assert file.name == f"{ANNOUNCEMENT.reference}.eml"


async def test_a_folder_that_takes_nothing(tmp_path: Path) -> None:
    """A folder that cannot be made is a passing fault."""
    (tmp_path / "file").write_text("")
    with pytest.raises(NotDelivered):
        await Maildrop(tmp_path / "file" / "drop", "office@example.org").deliver(ANNOUNCEMENT)


async def test_a_filed_notice_is_announced_once(house: House) -> None:
    """Twenty notices served by acts lie in the maildrop once each, with evidence, and without a word of the case."""
    for _ in range(20):
        person = await house.person()
        case = await house.open(person)
        await house.send(house.command(person, "leave_slip", "secret", case))
    await until(lambda: not house.ask("SELECT id FROM obligations WHERE done_at IS NULL"))
    files = list((house.settings.maildrop()).iterdir())
    assert len(files) == 20
    for file in files:
        mail = message_from_bytes(file.read_bytes(), policy=default)
        assert "東京" in mail.get_content()
        for word in ("secret", "Canary", "Parcel", "case_"):
            assert word not in mail.as_string()
    evidence = house.ask("SELECT evidence ->> 'result', attempts FROM obligations WHERE notice IS NOT NULL")
    assert evidence == [("handed_over", 2)] * 20


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A self-signed authority that is also the server's certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, secret = folder / "ca.pem", folder / "key.pem"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    form = serialization.PrivateFormat.PKCS8
    secret.write_bytes(key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))
    return pem, secret
