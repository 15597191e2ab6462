"""The one factory of Temporal clients: nothing else connects."""

from collections.abc import Sequence
from typing import Final

from temporalio.client import Client, HeaderCodecBehavior, Interceptor
from temporalio.contrib.pydantic import PydanticPayloadConverter
from temporalio.converter import DataConverter, DefaultFailureConverterWithEncodedAttributes, PayloadCodec
from temporalio.service import TLSConfig

from activities.codec import Sealed
from settings import Temporal


async def connect(
    temporal: Temporal,
    *,
    codec: PayloadCodec | None = None,
    interceptors: Sequence[Interceptor] = (),
    lazy: bool = False,
) -> Client:
    """Connect to Temporal as every part of the house does.

    Args:
        temporal: where the cluster is.
        codec: seals payloads, failures and headers; without it, `activities.codec.Sealed` when a key is configured.
        interceptors: around every call.
        lazy: connect at the first call. A lazy client cannot serve a worker.

    Raises:
        ValueError: no address is set.
    """
    if temporal.address is None:
        raise ValueError("TEMPORAL_ADDRESS is not set and no embedded server runs")
    if codec is None and temporal.payload_key is not None:
        codec = Sealed(temporal.payload_key.get_secret_value())
    return await Client.connect(
        temporal.address,
        namespace=temporal.namespace,
        data_converter=converter(codec),
        header_codec_behavior=HeaderCodecBehavior.NO_CODEC if codec is None else HeaderCodecBehavior.CODEC,
        interceptors=interceptors,
        tls=_tls(temporal),
        lazy=lazy,
    )


def converter(codec: PayloadCodec | None = None) -> DataConverter:
    """Pydantic messages; failure messages and stack traces travel as payloads, so that a codec seals them too."""
    return DataConverter(
        payload_converter_class=Messages,
        payload_codec=codec,
        failure_converter_class=DefaultFailureConverterWithEncodedAttributes,
    )


class Messages(PydanticPayloadConverter):
    """Pydantic messages as JSON. The SDK makes a converter for every step of a workflow, so its parts are shared."""

    def __init__(self) -> None:
        self.converters = _SHARED


_SHARED: Final = PydanticPayloadConverter().converters


def _tls(temporal: Temporal) -> TLSConfig | bool:
    if temporal.tls_ca is None and temporal.tls_certificate is None:
        return False
    return TLSConfig(
        server_root_ca_cert=temporal.tls_ca.read_bytes() if temporal.tls_ca else None,
        client_cert=temporal.tls_certificate.read_bytes() if temporal.tls_certificate else None,
        client_private_key=temporal.tls_key.read_bytes() if temporal.tls_key else None,
    )
