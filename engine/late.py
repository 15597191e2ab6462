"""Late, corrected and contested entries: what the past becomes with them, and the difference to file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine.amending import may_be_filed, subject
from engine.case import FiledFact
from engine.command import Kind, Outcome
from engine.filing import Change, answer, case_of, file_lapses
from engine.history import Life, Recorded, drift, replay, same
from engine.invariants import check
from engine.payload import Fact
from engine.position import Dossier, Position, in_order
from engine.refusal import Defect, Refusal, because
from engine.resolution import EntryContested, EntryCorrected, EntryFell, EntryResolved, Resolution, Verdict
from engine.sent import refusal_sent
from engine.session import Lapsed
from law.citation import ICRRA, PRACTICE
from law.enforcement import RemovalDone
from law.exit_control import DepartureSeen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.case import Case
    from engine.command import Entry
    from engine.declaration import Procedures


def file_late(procedures: Procedures, dossier: Dossier, entry: Entry, history: Sequence[Recorded]) -> Change:
    """File an entry that lies before something on file, a correction, or a resolution.

    Every lapse due when the entry was received is filed with it, also when it is refused.

    Raises:
        Defect: the code of today would make the cases concerned otherwise than they stand on file (drift), or what
            would come of the entry breaks an invariant; nothing is to be filed.
    """
    lapses = file_lapses(procedures, dossier, entry.command.received_at)
    try:
        may_be_filed(procedures, dossier, entry, history)
        change = _judged(procedures, lapses.dossier, entry, history)
    except Refusal as refused:
        filed = answer(lapses.dossier.cases, (), entry.command, refusal_sent(refused))
        change = Change(lapses.dossier, (), (), (), filed)
    return _with_lapses(dossier, lapses, change) if lapses.lapsed else change


def _judged(procedures: Procedures, dossier: Dossier, entry: Entry, history: Sequence[Recorded]) -> Change:
    person = dossier.person
    until = max(dossier.latest or entry.command.occurred_at, entry.command.received_at)
    without = replay(procedures, person, history, until=until)
    with_it = replay(procedures, person, [*history, Recorded(entry)], until=until)
    own = with_it.refused.get(subject(entry, history))
    if own is not None:
        raise own if isinstance(own, Refusal) else _not_fitting(own)
    if entry.command.kind is Kind.RESOLVE:
        _keep_what_was_done(Position(dossier.cases, procedures), with_it.dossier)
    falls = {one: ground.code for one, ground in with_it.refused.items() if one not in without.refused}
    if falls and entry.command.kind is not Kind.RESOLVE:
        recorded = Recorded(entry, contested=True, falls=tuple(falls))
        marked = replay(procedures, person, [*history, recorded], until=until)
        noted: tuple[Fact, ...] = (EntryContested(entry=entry.id, falls=recorded.falls),)
        check(Position(marked.dossier.cases, procedures), until, dossier.cases)
        return _difference(dossier, without, marked, entry, Outcome.CONTESTED, noted)
    check(Position(with_it.dossier.cases, procedures), until, dossier.cases)
    return _difference(dossier, without, with_it, entry, Outcome.FILED, _own_facts(entry, history, falls))


def _keep_what_was_done(on_file: Position, becomes: Dossier) -> None:
    """Refuse to let the case of a removal or a departure vanish: who is on board, or gone, would be nobody's."""
    if any(one.case not in becomes.cases for one in on_file.all(RemovalDone)):
        raise Refusal(
            because(
                "removal_would_vanish",
                PRACTICE("contested entries"),
                ICRRA("52(3)"),
                en="A removal is under way, or was carried out, in a case that would vanish from the record.",
                ja="送還が実施中又は実施済みの事件が記録から失われることになる。",
                remedy="Record first that the person was taken back. A removal is not undone: after one, let the entry "
                "stay contested or set it aside.",
            )
        )
    if any(one.case not in becomes.cases for one in on_file.all(DepartureSeen)):
        raise Refusal(
            because(
                "departure_would_vanish",
                PRACTICE("contested entries"),
                ICRRA("25(1)"),
                en="A departure was confirmed at exit control in a case that would vanish from the record.",
                ja="出国の確認をした事件が記録から失われることになる。",
                remedy="A departure is not undone: let the entry stay contested, or set it aside.",
            )
        )


def _not_fitting(defect: Defect) -> Refusal:
    return Refusal(
        because(
            defect.code,
            PRACTICE("contested entries"),
            en="The entry does not fit the record.",
            ja="記録と整合しない。",
            remedy="Correct its instant or its body, or first enter what it rests on.",
        )
    )


def _own_facts(entry: Entry, history: Sequence[Recorded], falls: dict[str, str]) -> tuple[Fact, ...]:
    command = entry.command
    target = command.target or ""
    if command.kind is Kind.CORRECT:
        return (EntryCorrected(entry=target, annulled=bool(command.body.get("annul"))),)
    if command.kind is not Kind.RESOLVE:
        return ()
    verdict = Resolution.model_validate(command.body).verdict
    contested = next(one for one in history if one.entry.id == target)
    foreseen = contested.falls if verdict is Verdict.UPHELD else ()
    fell = {**dict.fromkeys(foreseen, "fell"), **falls}
    return (
        EntryResolved(entry=target, verdict=verdict),
        *(EntryFell(entry=one, code=code) for one, code in fell.items()),
    )


def _difference(
    dossier: Dossier, without: Life, with_it: Life, entry: Entry, outcome: Outcome, own: tuple[Fact, ...]
) -> Change:
    was, becomes = without.dossier.cases, with_it.dossier.cases
    touched = [one for one in dict.fromkeys((*becomes, *was)) if not same(was.get(one), becomes.get(one))]
    drifted = [one for one in drift(dossier, without) if one in touched]
    if drifted:
        raise Defect("drift", *drifted)
    new, gone = _facts(without, with_it, entry)
    cases = in_order(
        [
            *(case for one, case in dossier.cases.items() if one not in touched),
            *(becomes[one] for one in touched if one in becomes),
        ]
    )
    home = case_of(entry.command) if case_of(entry.command) in cases else next(iter(cases), "")
    facts = (*new, *_noted(entry, home, own))
    raised = dict.fromkeys((*touched, *(fact.case for fact in facts), case_of(entry.command)))
    changed = tuple(_raised(cases[one], dossier.cases.get(one)) for one in raised if one in cases)
    cases = in_order({**cases, **{case.id: case for case in changed}}.values())
    after = Dossier(dossier.person, cases, with_it.dossier.latest)
    filed = answer(cases, facts, entry.command, None, late=True).model_copy(update={"outcome": outcome})
    lapsed = tuple(one for one in with_it.lapsed if one not in without.lapsed)
    return Change(after, changed, facts, lapsed, filed, gone, tuple(one for one in touched if one not in becomes))


def _noted(entry: Entry, case: str, own: tuple[Fact, ...]) -> tuple[FiledFact, ...]:
    at = entry.command.received_at
    basis = (PRACTICE("corrections and contested entries"),)
    return tuple(
        FiledFact(f"{entry.id}#note{n}", entry.id, case, at, body, basis) for n, body in enumerate(own, start=1) if case
    )


def _raised(case: Case[Any], on_file: Case[Any] | None) -> Case[Any]:
    return case.having(version=(on_file.version if on_file else 0) + 1)


def _facts(without: Life, with_it: Life, entry: Entry) -> tuple[tuple[FiledFact, ...], tuple[str, ...]]:
    """Facts to append and facts that no longer stand. What is made otherwise says by which entry."""
    before = {fact.id: fact for fact in without.facts}
    after = {fact.id: fact for fact in with_it.facts}
    gone = tuple(one for one, fact in before.items() if after.get(one) != fact)
    new = tuple(
        fact if fact.entry == entry.id else replace(fact, id=f"{fact.id}~{entry.id}")
        for one, fact in after.items()
        if before.get(one) != fact
    )
    return new, gone


def _with_lapses(dossier: Dossier, lapses: Change, late: Change) -> Change:
    """One filing of both: what the lapses put on record and the entry undoes was never on file."""
    undone = set(late.withdrawn_facts)
    own = {fact.id for fact in lapses.facts}
    prevented = {fact.body.clock for fact in lapses.facts if fact.id in undone and isinstance(fact.body, Lapsed)}
    facts = (*(fact for fact in lapses.facts if fact.id not in undone), *late.facts)
    ids = dict.fromkeys(case.id for case in (*lapses.cases, *late.cases) if case.id in late.dossier.cases)
    cases = {one: _raised(late.dossier.cases[one], dossier.cases.get(one)) for one in ids}
    after = replace(late.dossier, cases=in_order({**late.dossier.cases, **cases}.values()))
    own_case = cases.get(late.filed.case) if late.filed else None
    filed = late.filed.model_copy(update={"version": own_case.version}) if late.filed and own_case else late.filed
    return Change(
        after,
        tuple(cases.values()),
        facts,
        (*(one for one in lapses.lapsed if one.clock not in prevented), *late.lapsed),
        filed,
        tuple(one for one in late.withdrawn_facts if one not in own),
        tuple(one for one in late.vanished if one in dossier.cases),
    )
