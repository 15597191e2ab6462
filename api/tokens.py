"""Bearer tokens: signed by the issuer's asymmetric key, for us, now; anything else is refused alike.

Not decided here:
    Who the officer is and what he or she may do: that is read from the register, never from a token.
"""

import base64
import hashlib
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import BaseModel, ConfigDict, Field, StrictInt, ValidationError

PublicKey: TypeAlias = Ed25519PublicKey | EllipticCurvePublicKey

TYPE: Final = "at+jwt"
LONGEST: Final = 2048
"""Characters of the longest token that is looked at."""
LEEWAY: Final = timedelta(seconds=5)
LONGEST_LIFE: Final = timedelta(hours=12)
REMEMBERED: Final = timedelta(seconds=5)
"""How long a token that was read is not read again, never beyond its end; what the officer may do is asked anew."""

_MOST_REMEMBERED: Final = 10_000

_FORM: Final = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+", re.ASCII)
_FAULTS: Final = (jwt.PyJWTError, ValidationError, ValueError, TypeError, KeyError, OverflowError, RecursionError)


class BadToken(Exception):
    """The token is refused. Which of the many reasons is told to nobody."""


class _Header(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    alg: str
    kid: str
    typ: str


class _Claims(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)

    iss: str
    aud: str
    sub: str = Field(pattern=r"^[A-Za-z0-9_.:-]{1,80}$")
    iat: StrictInt
    nbf: StrictInt
    exp: StrictInt
    jti: str = Field(min_length=1, max_length=64)


def algorithm_of(key: PublicKey) -> str:
    """The one algorithm that a key is for.

    Raises:
        ValueError: no algorithm of ours.
    """
    if isinstance(key, Ed25519PublicKey):
        return "EdDSA"
    if isinstance(key.curve, SECP256R1):
        return "ES256"
    raise ValueError("a token key is Ed25519 or P-256")


def thumbprint(key: PublicKey) -> str:
    """The key's name: its thumbprint (RFC 7638)."""
    kind = jwt.get_algorithm_by_name(algorithm_of(key))
    jwk: dict[str, Any] = kind.to_jwk(key, as_dict=True)
    needed = {name: jwk[name] for name in ("crv", "kty", "x", "y") if name in jwk}
    digest = hashlib.sha256(json.dumps(needed, separators=(",", ":"), sort_keys=True).encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


@dataclass(frozen=True, slots=True)
class Verifier:
    """Reads the officer's id from a token, or refuses it.

    Args:
        keys: the issuer's public keys by thumbprint; a token can only name one of them.
        issuer: who must have issued it.
        audience: for whom.
    """

    keys: Mapping[str, PublicKey]
    issuer: str
    audience: str
    _read_before: dict[bytes, tuple[str, float]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def officer(self, token: str) -> str:
        """The officer's id.

        Raises:
            BadToken: it is not a token of the issuer for us, now.
        """
        own = hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
        officer, until = self._read_before.get(own, ("", 0.0))
        if time.time() < until:
            return officer
        try:
            claims = self._read(token)
        except _FAULTS:
            raise BadToken from None
        self._remember(own, claims)
        return claims.sub

    def _remember(self, own: bytes, claims: _Claims) -> None:
        if len(self._read_before) >= _MOST_REMEMBERED:
            self._read_before.clear()
        self._read_before[own] = (claims.sub, min(time.time() + REMEMBERED.total_seconds(), claims.exp))

    def _read(self, token: str) -> _Claims:
        if len(token) > LONGEST or not _FORM.fullmatch(token):
            raise ValueError
        header = _Header.model_validate(jwt.get_unverified_header(token))
        key = self.keys[header.kid]
        algorithm = algorithm_of(key)
        if header.typ != TYPE or header.alg != algorithm:
            raise ValueError
        claims = _Claims.model_validate(self._decoded(token, key, algorithm))
        if not timedelta(0) < timedelta(seconds=claims.exp - claims.iat) <= LONGEST_LIFE:
            raise ValueError
        return claims

    def _decoded(self, token: str, key: PublicKey, algorithm: str) -> dict[str, Any]:
        return jwt.decode(
            token,
            key,
            algorithms=[algorithm],
            audience=self.audience,
            issuer=self.issuer,
            leeway=LEEWAY,
            options={"require": ["iss", "aud", "sub", "iat", "nbf", "exp", "jti"], "strict_aud": True},
        )


def claims(officer: str, issuer: str, audience: str, now: datetime, life: timedelta, jti: str) -> dict[str, Any]:
    """What a token says."""
    instant = int(now.timestamp())
    expires = instant + int(life.total_seconds())
    return {"iss": issuer, "aud": audience, "sub": officer, "iat": instant, "nbf": instant, "exp": expires, "jti": jti}
