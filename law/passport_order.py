"""The order to apply for a passport and the like (旅券発給申請等命令, 52(12), (13)): when it may issue, and its breach.

Not decided here:
    Whether an act is needed for the removal, and what period is reasonable: the supervising inspector judges. Whether
    an act was done: an officer records it. No hearing is asked for by the text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from law import passport_order_conditions as condition
from law.decision_table import Row, conclude
from law.finding import Answer, Finding
from law.order_rows import rows_of_order
from law.order_suspension import OF_PASSPORT_ORDER, causes
from law.removal import RemovalFacts


class CommandedAct(StrEnum):
    """What may be commanded, by its provision (52(12), Ord. 48-2)."""

    APPLY_FOR_PASSPORT = "52(12)"
    """旅券の発給の申請."""
    PREPARE_APPLICATION_PAPERS = "48-2(i)"
    """Make or obtain the papers for the application, electronic ones included."""
    HAND_IN_APPLICATION_PAPERS = "48-2(ii)"
    """Hand these papers, and fingerprints, photograph and the like, to the embassy, an inspector or an ICO."""
    APPEAR_AT_EMBASSY = "48-2(iii)"
    """Appear, or be interviewed, when staff of the embassy or consulate ask for it."""
    HAND_OVER_PASSPORT = "48-2(iv)"
    """Hand a valid passport to an inspector or an ICO."""
    PREPARE_REMOVAL_PAPERS = "48-2(v)"
    """Make or obtain customs declarations and other papers that a foreign authority or a carrier asks for."""
    HAND_IN_REMOVAL_PAPERS = "48-2(vi)"
    """Hand these papers in as they ask, and do what else the removal needs."""
    KEEP_PAPERS = "48-2(vii)"
    """Keep the passport and the other papers."""
    REPORT = "48-2(viii)"
    """Report on these acts when an inspector or an ICO asks."""

    @property
    def is_on_demand(self) -> bool:
        """Whether it is due only when somebody asks for it; papers that are kept, when they are asked for."""
        return self in _ON_DEMAND


_ON_DEMAND: Final = frozenset(
    {
        CommandedAct.APPEAR_AT_EMBASSY,
        CommandedAct.PREPARE_REMOVAL_PAPERS,
        CommandedAct.HAND_IN_REMOVAL_PAPERS,
        CommandedAct.KEEP_PAPERS,
        CommandedAct.REPORT,
    }
)
"""求められたときは, 求めに応じて: Ord. 48-2(iii), (v), (vi), (viii). That papers are kept (vii) shows on demand."""


class Standing(StrEnum):
    """Where a commanded act stands."""

    OPEN = "open"
    CALLED_FOR = "called_for"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Commanded:
    """What an order is to command, and what was judged of it; `None` = not judged yet."""

    acts: frozenset[CommandedAct]
    needed_for_removal: bool | None
    period_reasonable: bool | None


def may_command(removal: RemovalFacts, commanded: Commanded, at: datetime) -> Finding[Answer]:
    """Whether an order to apply for a passport and the like may issue at an instant.

    Source: 52(12), Ord. 48-2, 48-3 (text 2025-06-01); 61-2-9(1); A-07.
    """
    return conclude(
        (
            *_standing_rows(removal, at),
            condition.NOTHING_COMMANDED.judged(not commanded.acts),
            condition.NOT_NEEDED.judged(_not(commanded.needed_for_removal)),
            condition.PERIOD_NOT_REASONABLE.judged(_not(commanded.period_reasonable)),
        )
    )


def may_bind(removal: RemovalFacts, at: datetime) -> Finding[Answer]:
    """Whether an order that was written may be handed over: nothing of what bars its issue has come meanwhile."""
    return conclude(_standing_rows(removal, at))


def undone(acts: Mapping[CommandedAct, Standing]) -> tuple[CommandedAct, ...]:
    """The acts that were due and not done, in the order of the provisions; on demand only what somebody asked for.

    Source: 72(v), Ord. 48-2.
    """
    return tuple(act for act in CommandedAct if act in acts and _is_left(act, acts[act]))


def all_done(acts: Mapping[CommandedAct, Standing]) -> bool:
    """Whether every act is done, and none could be asked for again until the period is over."""
    return all(standing is Standing.DONE and not act.is_on_demand for act, standing in acts.items())


def _is_left(act: CommandedAct, standing: Standing) -> bool:
    return standing is Standing.CALLED_FOR or (standing is Standing.OPEN and not act.is_on_demand)


def _standing_rows(removal: RemovalFacts, at: datetime) -> tuple[Row, ...]:
    return (
        *rows_of_order(condition.NOT_IN_THE_ACT, condition.NO_ORDER_IN_FORCE, removal, at),
        *causes(OF_PASSPORT_ORDER, removal, at),
    )


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer
