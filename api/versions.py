"""Versions of a case as ETags, and the version that an act is based on."""

import re
from typing import Annotated, Final

from fastapi import Depends, Header

from api.problems import Stale, VersionMissing

_TAG: Final = re.compile(r'"([0-9]{1,9})"', re.ASCII)

IfMatchHeader = Annotated[
    str | None,
    Header(
        alias="If-Match",
        max_length=200,
        description="The ETag of the case as it was read: the act is refused if the case has changed since.",
        examples=['"3"'],
    ),
]


def etag(version: int | None) -> str:
    """A version as a strong entity tag."""
    return f'"{version or 0}"'


def expected_version(if_match: str | None) -> int:
    """The version that the caller read.

    Raises:
        VersionMissing: none was sent; `*` is none, for an act is based on what somebody saw.
        Stale: it is no version of ours.
    """
    if if_match is None or if_match.strip() in ("", "*"):
        raise VersionMissing
    tag = _TAG.fullmatch(if_match.strip())
    if tag is None:
        raise Stale
    return int(tag[1])


async def _if_match(if_match: IfMatchHeader = None) -> str | None:
    return if_match


IfMatch = Annotated[str | None, Depends(_if_match)]
"""As sent; it is judged after the register was asked whether the command is on file."""
