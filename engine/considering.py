"""What a command considers beside the person's cases: at which instant it is looked up, and whether anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from engine.command import Kind
from engine.history import standing
from engine.resolution import Correction
from law.periods import legal_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from engine.command import Command
    from engine.declaration import Declaration, Procedures
    from engine.history import Recorded


def considered_at(procedures: Procedures, command: Command, history: Sequence[Recorded]) -> datetime | None:
    """The instant at which a command considers what stands beside the cases; None where it considers nothing new.

    A correction considers anew only what it moves to another legal day; otherwise what was considered then stands.

    Args:
        procedures: the declarations.
        command: to be filed.
        history: the person's entries, where a correction is to be filed.
    """
    if command.kind is Kind.ACT:
        return command.occurred_at if _considers(procedures, command) else None
    if command.kind is not Kind.CORRECT:
        return None
    target = standing(history).get(command.target or "")
    if target is None or not _considers(procedures, target.command):
        return None
    moved = _moved_to(command)
    if moved is None or legal_day(moved) == legal_day(target.command.occurred_at):
        return None
    return moved


def any_considers(declaration: Declaration) -> bool:
    """Whether an act of a procedure is judged by anything beside the cases."""
    return any(act.considers for act in declaration.acts.values())


def _considers(procedures: Procedures, command: Command) -> bool:
    act: Any = procedures[command.procedure].acts.get(command.act) if command.procedure in procedures else None
    return act is not None and act.considers


def _moved_to(correction: Command) -> datetime | None:
    """The instant that a correction puts in; None also where it cannot be read, and is refused for it."""
    try:
        return Correction.model_validate(correction.body).occurred_at
    except ValidationError:
        return None
