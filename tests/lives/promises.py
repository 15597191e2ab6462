"""What must hold after every filing, beside the invariants that the engine itself checks inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.blocks import blocks
from engine.command import Kind, Outcome
from engine.explain import explain
from engine.history import drift
from engine.invariants import check
from engine.session import Moment, Session
from law.competence import HOLDERS
from law.custody import CustodyHeld
from law.finding import Answer
from tests.lives.promises_after import second_reading

if TYPE_CHECKING:
    from engine.case import FiledFact
    from engine.command import Command, Entry, Filed, Officer
    from engine.declaration import Procedures
    from engine.filing import Change
    from engine.history import Life as Replayed
    from engine.position import Dossier, Position
    from engine.refusal import Refusal

OF_THE_RECORD = frozenset({"EntryContested", "EntryResolved", "EntryCorrected", "EntryFell"})
BEFORE_THE_BODY = frozenset({"wrong_stage", "entry_contested", "no_power"})


def answer_is_whole(procedures: Procedures, entry: Entry, filed: Filed) -> None:
    """A refusal names code, ground and article; nobody without the power gets anything filed."""
    if filed.outcome is not Outcome.REFUSED:
        assert _has_power(procedures, entry), f"{filed.command} was filed for somebody without the power"
        return
    refusal = filed.refusal
    assert refusal is not None, "a refusal says why"
    assert refusal.code, "a refusal has a code"
    assert refusal.remedy or any(reason.remedy for reason in refusal.reasons), f"{refusal.code}: nothing cures it?"
    for reason in refusal.reasons:
        assert reason.code, "every ground has a code"
        assert reason.en, f"{reason.code}: a ground is told in English"
        assert reason.ja, f"{reason.code}: a ground is told in Japanese"
        assert reason.basis, f"{reason.code}: a ground names its article"


def _has_power(procedures: Procedures, entry: Entry) -> bool:
    command = entry.command
    if command.kind in (Kind.CORRECT, Kind.RESOLVE):
        return True
    declared = procedures[command.procedure]
    act = (declared.openings if command.kind is Kind.OPEN else declared.acts)[command.act]
    return not HOLDERS[act.by].isdisjoint(entry.decider.roles)


def versions_rise(before: Dossier, change: Change, filed: Filed | None) -> None:
    """One filing raises the version of a case by one, and nothing changes unsaid."""
    changed = {case.id for case in change.cases}
    for one, case in change.dossier.cases.items():
        old = before.cases.get(one)
        rise = case.version - (old.version if old is not None else 0)
        assert rise == (1 if one in changed else 0), f"{case.procedure} rose by {rise} versions"
        assert one in changed or case is old or case == old, f"{case.procedure} changed unsaid"
    assert set(before.cases) - set(change.dossier.cases) == set(change.vanished), "a case vanished unsaid"
    if filed is not None and filed.outcome is Outcome.REFUSED:
        assert {fact.kind for fact in change.facts} == set() or change.lapsed, "a refusal leaves lapses at most"


def no_lapse_is_skipped(dossier: Dossier) -> None:
    """No clock that has run out still runs, unless a contested entry holds it."""
    at = dossier.latest
    for case in dossier.cases.values():
        for clock in case.clocks:
            skipped = at is not None and clock.has_run_out(at) and not case.holds(clock)
            assert not skipped, f"{case.procedure}: {clock.rule_name} was skipped"


def invariants_hold(position: Position, dossier: Dossier) -> None:
    """Every invariant holds of every case, also of those that a filing left alone. Raises Defect."""
    if dossier.latest is not None:
        check(position, dossier.latest)


def custody_is_one(position: Position) -> None:
    """One case at most keeps custody, and custody is what it says."""
    kept = position.all(CustodyHeld)
    assert len(kept) <= 1, f"custody is kept by {len(kept)} cases"
    assert not kept or position.custody is kept[0].custody, "custody is what its case says"


def removal_is_right(position: Position, dossier: Dossier) -> bool:
    """Whether somebody may be removed is answered as by a second reading of DT-01. Whether the person may be."""
    at = dossier.latest
    if at is None:
        return False
    found = position.may_be_removed(at)
    read = second_reading(position, at)
    assert found.value.value == read.answer, f"removal: {[each.code for each in found.reasons]}, read again: {read}"
    return found.value is Answer.YES


def replay_agrees(dossier: Dossier, facts: tuple[FiledFact, ...], life: Replayed) -> None:
    """The entries, lived again, make the same cases and the same facts; a state survives being kept."""
    assert drift(dossier, life) == (), f"drift: {[dossier.cases[one].procedure for one in drift(dossier, life)]}"
    on_file = {fact.origin: fact.body for fact in facts if fact.kind not in OF_THE_RECORD}
    assert on_file == {fact.id: fact.body for fact in life.facts}, "facts on file are the facts of the replay"
    for case in dossier.cases.values():
        kept = type(case.state).model_validate_json(case.state.model_dump_json())
        assert kept == case.state, f"{case.procedure}: a state survives being kept"


def seen_before(procedures: Procedures, dossier: Dossier, command: Command, officer: Officer) -> frozenset[str]:
    """Codes of what blocks an act before its body is known; empty where nothing does."""
    session = Session(procedures, dossier)
    session.lapse_until(command.occurred_at)
    declared = procedures[command.procedure]
    act = declared.acts[command.act]
    session.moment = Moment("asked", command.occurred_at, act.basis, command.occurred_at, officer, officer)
    return _codes(blocks(session, declared, act, command.case))


def explanation_agrees(procedures: Procedures, dossier: Dossier, command: Command, filed: Filed) -> None:
    """An act that is said to be open is not refused for stage or power; a blocked one is refused for what is said.

    Args:
        procedures: the declarations.
        dossier: as it stood before the act.
        command: an act at an instant that is not late.
        filed: what became of it.
    """
    from tests.lives.life import OFFICERS

    officer = OFFICERS[command.decided_by]
    told = explain(procedures, dossier, command.case, command.occurred_at, officer)
    standing = next(one for one in told if one.act.name == command.act)
    found = frozenset() if filed.refusal is None else frozenset(reason.code for reason in filed.refusal.reasons)
    if standing.allowed:
        early = found & BEFORE_THE_BODY
        assert not early, f"{command.act} is said to be open and refused for {sorted(early)}"
    else:
        assert filed.outcome is Outcome.REFUSED, f"{command.act} is said to be blocked and filed"
        said = _codes(list(standing.blocked_by))
        asked_first = filed.refusal is not None and filed.refusal.type in ("Malformed", "NotYours", "NoPower")
        assert found & said or asked_first, f"{command.act} is said to be blocked by {said} and refused for {found}"


def _codes(refusals: list[Refusal]) -> frozenset[str]:
    return frozenset(reason.code for refusal in refusals for reason in refusal.reasons)
