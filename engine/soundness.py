"""Whether a declaration hangs together: no stage without a way in or out, no clock or kind without its other half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.case import CaseStage, DutyKind, NoticeKind
from engine.reading import clocks_started, kinds_used, stages_entered, stages_of_clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.declaration import Act, Declaration


def faults(declaration: Declaration) -> tuple[str, ...]:
    """Everything that is wrong with a declaration as far as its text shows, as `fault: what`; empty when it is sound.

    A way out may be an act or a lapse; for a stage with a written reason why it is quiet, a reaction too. A lapse may
    happen wherever its clock may still run: at the stages that its start leads to, and at what follows them.
    """
    return tuple(sorted({*_ways(declaration), *_clocks(declaration), *_kinds(declaration)}))


def _ways(declaration: Declaration) -> Iterator[str]:
    reached = _reached(declaration)
    for stage in declaration.stages:
        if stage not in reached:
            yield f"unreachable: {stage}"
        elif not stage.closed and not _leaves(declaration, stage):
            yield f"dead end: {stage}"


def _open_at(declaration: Declaration, act: Act) -> tuple[CaseStage, ...]:
    return act.at if act.at is not None else tuple(declaration.stages)


def _reached(declaration: Declaration) -> set[CaseStage]:
    reached = {stage for name in declaration.openings for stage in stages_entered(declaration, name)}
    effects = _effects(declaration)
    if reached:
        reached |= {stage for name in effects for stage in stages_entered(declaration, name)}
    return _closure(declaration, reached)


def _closure(declaration: Declaration, stages: set[CaseStage]) -> set[CaseStage]:
    found = set(stages)
    while True:
        more = {
            end
            for act in declaration.acts.values()
            if not found.isdisjoint(_open_at(declaration, act))
            for end in stages_entered(declaration, act.perform.__name__)
        }
        if more <= found:
            return found
        found |= more


def _leaves(declaration: Declaration, stage: CaseStage) -> bool:
    by_act = (act.perform.__name__ for act in declaration.acts.values() if stage in _open_at(declaration, act))
    by_lapse = (
        lapse.perform.__name__
        for lapse in declaration.lapses.values()
        if stage in _running(declaration, lapse.rule.name)
    )
    by_effect = (one.perform.__name__ for one in declaration.reactions.values()) if stage.quiet else ()
    names = (*by_act, *by_lapse, *by_effect)
    return any(end is not stage for name in names for end in stages_entered(declaration, name))


def _running(declaration: Declaration, rule: str) -> set[CaseStage]:
    """The stages at which a clock may run: never too few, perhaps some too many."""
    return _closure(declaration, set(stages_of_clock(declaration, rule)))


def _effects(declaration: Declaration) -> tuple[str, ...]:
    lapses = tuple(one.perform.__name__ for one in declaration.lapses.values())
    return (*lapses, *(one.perform.__name__ for one in declaration.reactions.values()))


def _methods(declaration: Declaration) -> tuple[str, ...]:
    return (*declaration.openings, *declaration.acts, *_effects(declaration))


def _clocks(declaration: Declaration) -> Iterator[str]:
    started = {clock.name for name in _methods(declaration) for clock in clocks_started(declaration, name)}
    yield from (f"clock never started: {rule}" for rule in declaration.lapses if rule not in started)
    yield from (f"clock without lapse: {rule}" for rule in started if rule not in declaration.lapses)


def _kinds(declaration: Declaration) -> Iterator[str]:
    declared: set[DutyKind | NoticeKind] = {*declaration.duties.values(), *declaration.notices.values()}
    used = {kind for name in _methods(declaration) for kind in kinds_used(declaration, name)}
    for kind in declared - used:
        yield f"{'duty' if isinstance(kind, DutyKind) else 'notice'} never used: {kind.name}"
    for kind in used - declared:
        yield f"{'duty' if isinstance(kind, DutyKind) else 'notice'} not declared: {kind.name}"
