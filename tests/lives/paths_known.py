"""What a paper on a known way must say that hangs on the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflows.papers.dispositions import DispositionOnFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.lives.bodies import Scene


def posted_in_time(scene: Scene) -> str | None:
    """The day on which a refusal was received: a request posted on it is in time."""
    received = [one.received_on for one in scene.position.all(DispositionOnFile) if one.received_on is not None]
    return received[-1].isoformat() if received else None


def last_case(procedure: str) -> Callable[[Scene], str]:
    """The last case of a procedure; none where there is none."""

    def named(scene: Scene) -> str:
        found = scene.position.of(procedure)
        return found[-1].id if found else ""

    return named
