"""The development issuer: a key of our own in the data folder, and tokens for officers. Not for production."""

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from api.tokens import TYPE, PublicKey, Verifier, algorithm_of, claims, thumbprint
from settings import Settings

LIFE = timedelta(hours=8)
"""How long a token lasts: a working day."""


def issue(officer: str, settings: Settings, *, life: timedelta = LIFE) -> str:
    """A token for an officer, signed with the key of the data folder, which is made if there is none.

    Args:
        officer: the id in the register; a token for somebody unknown there is worth nothing.
        settings: issuer, audience and where the key is.
        life: how long it lasts; beyond twelve hours it is refused.
    """
    key = _private_key(private_path(settings))
    tokens = settings.tokens
    body = claims(officer, tokens.issuer, tokens.audience, datetime.now(UTC), life, uuid4().hex)
    header = {"typ": TYPE, "kid": thumbprint(key.public_key())}
    return jwt.encode(body, key, algorithm=algorithm_of(key.public_key()), headers=header)


def verifier(settings: Settings) -> Verifier:
    """Reads the tokens of the configured issuer; without a configured public key, of the development issuer."""
    configured = settings.tokens.public_key
    key = _public_key(configured) if configured else _private_key(private_path(settings)).public_key()
    return Verifier({thumbprint(key): key}, settings.tokens.issuer, settings.tokens.audience)


def private_path(settings: Settings) -> Path:
    """Where the signing key is."""
    return settings.tokens.private_key or settings.data / "keys" / "issuer.pem"


def _private_key(path: Path) -> Ed25519PrivateKey | EllipticCurvePrivateKey:
    if not path.exists():
        _make(path)
    key = serialization.load_pem_private_key(path.read_bytes(), None)
    if not isinstance(key, (Ed25519PrivateKey, EllipticCurvePrivateKey)):
        raise TypeError("a signing key is Ed25519 or P-256")
    return key


def _public_key(path: Path) -> PublicKey:
    key = serialization.load_pem_public_key(path.read_bytes())
    if not isinstance(key, (Ed25519PublicKey, EllipticCurvePublicKey)):
        raise TypeError("a token key is Ed25519 or P-256")
    return key


def _make(path: Path) -> None:
    """Make a key, whole and readable by the owner alone from its first instant; the first of several makers wins."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{path.name}.{uuid4().hex}")
    pem = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
