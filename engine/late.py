"""Late, corrected and contested entries: what the past becomes with them, and the difference to file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine.case import FiledFact
from engine.command import Kind, Outcome
from engine.filing import Change, answer, case_of, reachable
from engine.history import Life, Recorded, drift, replay, same
from engine.payload import Fact
from engine.position import Dossier
from engine.refusal import Defect, NoPower, Refusal, because
from engine.resolution import (
    EntryContested,
    EntryCorrected,
    EntryFell,
    EntryResolved,
    Resolution,
    Verdict,
    first,
)
from law.citation import PRACTICE
from law.competence import Power, may_exercise
from law.finding import Answer, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.case import Case
    from engine.command import Entry
    from engine.declaration import Procedures

_POWERS = {Kind.CORRECT: Power.CORRECT_ENTRY, Kind.RESOLVE: Power.RESOLVE_CONTESTED}


def file_late(procedures: Procedures, dossier: Dossier, entry: Entry, history: Sequence[Recorded]) -> Change:
    """File an entry that lies before something on file, a correction, or a resolution.

    The caller has filed every lapse due when the entry was received.

    Raises:
        Defect: the code of today would make the cases concerned otherwise than they stand on file (drift).
    """
    try:
        _may(dossier, entry, history)
    except Refusal as refused:
        return _refused(dossier, entry, refused)
    until = max(dossier.latest or entry.command.occurred_at, entry.command.received_at)
    without = replay(procedures, dossier.person, history, until=until)
    with_it = replay(procedures, dossier.person, [*history, Recorded(entry)], until=until)
    own = with_it.refused.get(_subject(entry))
    if own is not None:
        return _refused(dossier, entry, own if isinstance(own, Refusal) else _not_fitting(own))
    falls = tuple(one for one in with_it.refused if one not in without.refused)
    if falls:
        marked = replay(
            procedures, dossier.person, [*history, Recorded(entry, contested=True, falls=falls)], until=until
        )
        return _difference(dossier, without, marked, entry, Outcome.CONTESTED, _own_facts(entry, history, falls))
    return _difference(dossier, without, with_it, entry, Outcome.FILED, _own_facts(entry, history, ()))


def _subject(entry: Entry) -> str:
    return entry.command.target or entry.id if entry.command.kind is Kind.CORRECT else entry.id


def _refused(dossier: Dossier, entry: Entry, refusal: Refusal) -> Change:
    return Change(dossier, (), (), (), answer(dossier.cases, (), entry.command, refusal))


def _may(dossier: Dossier, entry: Entry, history: Sequence[Recorded]) -> None:
    command = entry.command
    if command.kind is not Kind.OPEN:
        reachable(dossier.cases.get(command.case), entry)
    power = _POWERS.get(command.kind)
    if power is None:
        return
    finding = may_exercise(power, entry.decider.roles)
    if finding.value is not Answer.YES:
        raise NoPower(*finding.reasons)
    target = next((one for one in history if one.entry.id == command.target), None)
    if target is None:
        raise Refusal(_no_such_entry())
    if target.entry.command.kind is Kind.OPEN and command.body.get("annul"):
        raise Refusal(_opening_stands())
    if command.kind is Kind.RESOLVE and not target.contested:
        raise Refusal(
            because(
                "not_contested",
                PRACTICE("contested entries"),
                en="The entry is not contested.",
                ja="争いのない記録である。",
            )
        )


def _no_such_entry() -> Reason:
    return because(
        "no_such_entry", PRACTICE("corrections"), en="There is no such entry in the case.", ja="そのような記録はない。"
    )


def _opening_stands() -> Reason:
    return because(
        "opening_stands",
        PRACTICE("corrections"),
        en="The opening of a case cannot be annulled; its other entries can.",
        ja="事件の開始の記録は取り消せない。",
        remedy="Close the case by the act that the law provides.",
    )


def _not_fitting(defect: Defect) -> Refusal:
    return Refusal(because(defect.code, en="The entry does not fit the record.", ja="記録と整合しない。"))


def _own_facts(entry: Entry, history: Sequence[Recorded], falls: tuple[str, ...]) -> tuple[Fact, ...]:
    target = entry.command.target or ""
    if falls:
        return (EntryContested(entry=entry.id, falls=falls),)
    if entry.command.kind is Kind.CORRECT:
        return (EntryCorrected(entry=target, annulled=bool(entry.command.body.get("annul"))),)
    if entry.command.kind is not Kind.RESOLVE:
        return ()
    verdict = Resolution.model_validate(entry.command.body).verdict
    contested = next(one for one in history if one.entry.id == target)
    fell = contested.falls if verdict is Verdict.UPHELD else ()
    return (EntryResolved(entry=target, verdict=verdict), *(EntryFell(entry=one, code="fell") for one in fell))


def _difference(
    dossier: Dossier, without: Life, with_it: Life, entry: Entry, outcome: Outcome, own: tuple[Fact, ...]
) -> Change:
    touched = [
        case
        for case in dict.fromkeys((*with_it.dossier.cases, *without.dossier.cases))
        if not same(without.dossier.cases.get(case), with_it.dossier.cases.get(case))
    ]
    drifted = [case for case in drift(dossier, without) if case in touched]
    if drifted:
        raise Defect("drift", *drifted)
    cases = {**dossier.cases}
    changed: list[Case[Any]] = []
    own_case = case_of(entry.command)
    for case_id in dict.fromkeys((*touched, *([own_case] if own_case in with_it.dossier.cases else []))):
        case = with_it.dossier.cases[case_id]
        on_file = dossier.cases.get(case_id)
        cases[case_id] = replace(case, version=(on_file.version if on_file else 0) + 1)
        changed.append(cases[case_id])
    new, gone = _facts(without, with_it, entry)
    case_id = own_case if own_case in cases else first(cases).id
    noted = [
        FiledFact(f"{entry.id}#note{n}", entry.id, case_id, entry.command.received_at, body)
        for n, body in enumerate(own, start=1)
    ]
    facts = (*new, *noted)
    filed = answer(cases, facts, entry.command, None, late=True).model_copy(update={"outcome": outcome})
    after = Dossier(dossier.person, cases, with_it.dossier.latest)
    return Change(after, tuple(changed), facts, (), filed, gone)


def _facts(without: Life, with_it: Life, entry: Entry) -> tuple[tuple[FiledFact, ...], tuple[str, ...]]:
    before = {fact.id: fact for fact in without.facts}
    after = {fact.id: fact for fact in with_it.facts}
    gone = tuple(one for one, fact in before.items() if after.get(one) != fact)
    new = tuple(
        fact if one not in before else replace(fact, id=f"{fact.id}~{entry.id}")
        for one, fact in after.items()
        if before.get(one) != fact
    )
    return new, gone
