"""Whether landing is denied to a person, on everything on file (DT-04), and what may stand beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from law.landing_bars import OnRecord, bars_beside
from law.landing_denial import DenialKept, denied_until, is_denied
from law.on_record import AtLeast, others_are_unknown
from law.periods import legal_day

if TYPE_CHECKING:
    from datetime import date, datetime

    from engine.position import Position
    from law.facts import Ground, Sentence
    from law.finding import Answer, Finding
    from law.landing_denial import Purpose


def landing_is_denied(position: Position, purpose: Purpose, at: datetime) -> Finding[Answer]:
    """DT-04 on a person's position: whether landing is denied for a purpose on the legal day of an instant."""
    return is_denied(position.all(DenialKept), purpose, legal_day(at))


def landing_denied_until(position: Position, purpose: Purpose, at: datetime) -> date | None:
    """The last day of the denials that stand; None where none stands, or one has no end."""
    return denied_until(position.all(DenialKept), purpose, legal_day(at))


def bars_on_record(position: Position, at: datetime) -> tuple[Finding[Answer], ...]:
    """The bars without end that stand, or may stand, beside (5(1)(iv) to (xiv)); none before anybody left."""
    kept = [one for one in position.all(DenialKept) if not one.void]
    if not kept:
        return ()
    grounds: frozenset[Ground] = frozenset().union(*(one.left.grounds or () for one in kept if one.left is not None))
    security = True if any(one.security_ground for one in kept) else kept[-1].security_ground
    return bars_beside(OnRecord(_sentences(kept, position), grounds, security), legal_day(at))


def _sentences(kept: list[DenialKept], position: Position) -> tuple[Sentence, ...] | None:
    """What was on record when the person last left, and what cases of the person keep since."""
    recorded, now = kept[-1].sentences, position.circumstances.sentences
    if recorded is None or now is None:
        return now if recorded is None else recorded
    both = (*recorded, *(one for one in now if one not in recorded))
    return AtLeast(both) if others_are_unknown(recorded) else both
