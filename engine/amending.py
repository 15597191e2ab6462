"""Whether a late entry, a correction or a resolution may be filed at all, before the past is judged again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.body import parse
from engine.command import Kind
from engine.filing import case_of
from engine.history import standing
from engine.powers import empowered, reachable
from engine.refusal import Refusal, because
from engine.resolution import Correction, Resolution
from law.citation import PRACTICE
from law.competence import Power

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.command import Entry
    from engine.declaration import Act, Procedures
    from engine.history import Recorded
    from engine.position import Dossier
    from law.finding import Reason

_CORRECTIONS = (PRACTICE("corrections"),)
_CONTESTED = (PRACTICE("contested entries"),)


def may_be_filed(procedures: Procedures, dossier: Dossier, entry: Entry, history: Sequence[Recorded]) -> None:
    """Refuse what is not the enterer's to file, concerns no entry that it can concern, or was overtaken."""
    command = entry.command
    if command.occurred_at > command.received_at:
        raise Refusal(_to_come())
    if command.kind is Kind.OPEN:
        return
    case = dossier.cases.get(command.case)
    reachable(case, entry)
    if command.kind is Kind.ACT:
        _in_step(procedures[command.procedure].acts.get(command.act))
    office = case.office if case else None
    if command.kind is Kind.CORRECT:
        empowered(Power.CORRECT_ENTRY, _CORRECTIONS, entry, office=office, on_paper=False)
        _correctable(entry, history)
    elif command.kind is Kind.RESOLVE:
        empowered(Power.RESOLVE_CONTESTED, _CONTESTED, entry, office=office, on_paper=False)
        parse(Resolution, command, _CONTESTED)
        marks = case.contested if case else ()
        if command.target not in [mark.entry for mark in marks]:
            raise Refusal(_not_contested())


def _in_step(act: Act | None) -> None:
    """Refuse late what cannot be undone and is entered by whoever does it: it is judged on the whole record."""
    if act is not None and act.irreversible and not act.on_paper:
        raise Refusal(_overtaken(act))


def _correctable(entry: Entry, history: Sequence[Recorded]) -> None:
    said = parse(Correction, _own_shape(entry).command, _CORRECTIONS)
    target = standing(history).get(entry.command.target or "")
    if target is None or case_of(target.command) != entry.command.case:
        raise Refusal(_no_such_entry())
    if target.command.kind is Kind.OPEN and said.annul:
        raise Refusal(_opening_stands())


def _own_shape(entry: Entry) -> Entry:
    """A correction whose schema number speaks of the body it puts in, not of its own shape."""
    number = {"schema_number": Correction.schema_number}
    return entry.model_copy(update={"command": entry.command.model_copy(update=number)})


def subject(entry: Entry, history: Sequence[Recorded]) -> str:
    """The opening or act that an entry is about: its own, the corrected one, or the one contested."""
    if entry.command.kind in (Kind.OPEN, Kind.ACT):
        return entry.id
    target = next((one.entry for one in history if one.entry.id == entry.command.target), None)
    return subject(target, history) if target is not None else ""


def _to_come() -> Reason:
    return because(
        "in_the_future",
        *_CORRECTIONS,
        en="An act cannot be entered before it has happened.",
        ja="未だ行われていない行為は記録できない。",
        remedy="Enter it when it has happened.",
    )


def _overtaken(act: Act) -> Reason:
    return because(
        "overtaken",
        *act.basis,
        en="Something was put on record of the person meanwhile; what cannot be undone is judged on the whole record.",
        ja="その間に対象者について新たな記録がされており、取り返しのつかない行為は全ての記録に基づいて判断する。",
        remedy="Look at the record as it is now, and do it anew. What was done without it is recorded as a breach.",
    )


def _not_contested() -> Reason:
    return because(
        "not_contested",
        *_CONTESTED,
        en="The entry is not contested.",
        ja="争いのない記録である。",
        remedy="Nothing is left to be resolved; correct the entry if it is wrong.",
    )


def _no_such_entry() -> Reason:
    return because(
        "no_such_entry",
        *_CORRECTIONS,
        en="The case has no such act that stands; a correction is corrected by another one of the same act.",
        ja="その事件に訂正できるそのような記録はない。",
        remedy="Name an act of the case that stands.",
    )


def _opening_stands() -> Reason:
    return because(
        "opening_stands",
        *_CORRECTIONS,
        en="The opening of a case cannot be annulled; its other entries can.",
        ja="事件の開始の記録は取り消せない。",
        remedy="Close the case by the act that the law provides.",
    )
