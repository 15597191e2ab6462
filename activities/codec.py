"""Payloads sealed with AES-GCM, for a Temporal cluster that is not to read what passes through it."""

import os
from collections.abc import Sequence

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from temporalio.api.common.v1 import Payload
from temporalio.converter import PayloadCodec
from typing_extensions import override

_ENCODING = b"binary/aes-gcm"
_NONCE = 12


class Sealed(PayloadCodec):
    """Seals whole payloads, metadata included, each under a nonce of its own.

    Args:
        key: 16, 24 or 32 bytes, the same for every worker and client.
    """

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    @override
    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [self._seal(payload) for payload in payloads]

    @override
    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        """Open what was sealed; payloads from before a key was configured pass as they are.

        Raises:
            cryptography.exceptions.InvalidTag: sealed under another key, or tampered with.
        """
        return [self._open(payload) for payload in payloads]

    def _seal(self, payload: Payload) -> Payload:
        nonce = os.urandom(_NONCE)
        sealed = self._cipher.encrypt(nonce, payload.SerializeToString(), _ENCODING)
        return Payload(metadata={"encoding": _ENCODING}, data=nonce + sealed)

    def _open(self, payload: Payload) -> Payload:
        if payload.metadata.get("encoding") != _ENCODING:
            return payload
        return Payload.FromString(self._cipher.decrypt(payload.data[:_NONCE], payload.data[_NONCE:], _ENCODING))
