"""What a judged filing writes, as statements in the order in which they run; nothing here decides or waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, LiteralString, NamedTuple

from engine.case import NoticeStatus
from engine.command import Outcome
from engine.filing import case_of
from register import statements as sql
from register.chain import FactLink, Head
from register.projection import Lists, delta, differing, lists_of
from register.rows import CASE, FACT, records
from register.serial import SCHEMA_VERSION, basis_of, record_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from engine.case import Case, FiledFact
    from engine.filing import Change
    from register.judgement import Judgement

LAPSE = "lapse/"
"""How the ids of lapses begin; no command's does."""


class Step(NamedTuple):
    """A statement with its parameters."""

    statement: LiteralString
    parameters: Any


def steps(judgement: Judgement, audit: Sequence[Any]) -> Iterator[Step]:
    """Everything a filing writes.

    Args:
        judgement: what it came to.
        audit: its audit entry, as `ADD_AUDIT` takes it.

    Returns:
        The statements; of a command's filing, the first answers whether its case already owed something.
    """
    entry, filed = _entry(judgement), judgement.filed
    if filed is None:
        yield Step(sql.ADD_AUDIT, audit)
        yield Step(sql.RAISE_PERSON, _raised(judgement))
    else:
        yield Step(sql.FILE_ENTRY, (*entry, *audit, *_raised(judgement), filed.case))
    yield from _events(judgement, dict(judgement.before.heads))
    yield from _made_of_it(judgement)


def record(judgement: Judgement, heads: dict[str, Head]) -> Iterator[Step]:
    """What is appended: the entries and their facts, with the cases that they stand in.

    Args:
        judgement: what is to be written.
        heads: where each case's chain ends; moved on to the new ends.
    """
    if judgement.filed is not None:
        yield Step(sql.ADD_ENTRY, _entry(judgement))
    yield from _events(judgement, heads)


def standing(judgement: Judgement) -> Iterator[Step]:
    """What is made of it: the lists, what is left to be done outside, the person's version."""
    yield from _made_of_it(judgement)
    yield Step(sql.RAISE_PERSON, _raised(judgement))


def _events(judgement: Judgement, heads: dict[str, Head]) -> Iterator[Step]:
    """The lapses, and the facts of everything, with the cases that they stand in."""
    known = frozenset(heads)
    facts = [_chained(judgement, change, heads) for change in judgement.changes]
    heads.update({one: heads.get(one, Head()) for one in judgement.dossier.cases})
    yield from _lapses(judgement)
    yield from _cases(judgement, known, heads, [row[0] for rows in facts for row in rows])
    for change, rows in zip(judgement.changes, facts, strict=True):
        yield from _facts(judgement, change, rows)


def _made_of_it(judgement: Judgement) -> Iterator[Step]:
    changed = differing(judgement.before.dossier.cases, judgement.dossier.cases)
    yield from _lists(judgement, changed)
    yield from _obligations(judgement, changed)


def _raised(judgement: Judgement) -> tuple[Any, ...]:
    dossier = judgement.dossier
    return (int(judgement.is_change), dossier.latest, judgement.recorded_at, dossier.person)


def source_of(judgement: Judgement) -> str:
    """The case whose filing this is: it discharges what the filing leaves to be done."""
    if judgement.receipt is not None:
        own = case_of(judgement.receipt.command)
        if own in judgement.dossier.cases:
            return own
    lapsed = [one.case for change in judgement.changes for one in change.lapsed]
    return next(iter([*lapsed, *judgement.dossier.cases]), "")


def _lapses(judgement: Judgement) -> Iterator[Step]:
    person, at = judgement.dossier.person, judgement.recorded_at
    laid = {fact.entry: fact for change in judgement.changes for fact in change.facts if fact.entry.startswith(LAPSE)}
    if laid:
        yield Step(
            sql.ADD_ENTRIES,
            {
                "ids": list(laid),
                "people": [person] * len(laid),
                "cases": [fact.case for fact in laid.values()],
                "occurred": [fact.occurred_at for fact in laid.values()],
                "recorded_at": at,
                "release": judgement.release,
            },
        )


def _entry(judgement: Judgement) -> tuple[Any, ...]:
    """The command with its answer, as `ADD_ENTRY` takes them; empty where no command was filed."""
    receipt, filed = judgement.receipt, judgement.filed
    if receipt is None or filed is None:
        return ()
    command = receipt.command
    who = [None if officer is None else officer.model_dump_json() for officer in (judgement.decider, judgement.enterer)]
    times = (command.occurred_at, command.received_at, judgement.recorded_at)
    answer = (filed.outcome.value, filed.model_dump_json(), filed.outcome is Outcome.CONTESTED, list(judgement.falls))
    named = (command.id, receipt.digest, judgement.dossier.person, filed.case)
    beside = judgement.considered.model_dump_json() if judgement.considered else None
    return (*named, receipt.text, *who, *times, judgement.release, *answer, beside)


def _cases(
    judgement: Judgement, known: frozenset[str], heads: dict[str, Head], with_facts: Iterable[str]
) -> Iterator[Step]:
    before, after = judgement.before.dossier.cases, judgement.dossier.cases
    differ = differing(before, after)
    touched = dict.fromkeys((*(one for one in differ if one in after), *with_facts))
    new = [_case_row(judgement, after[one], heads) for one in touched if one not in known]
    old = [_case_row(judgement, after[one], heads) for one in touched if one in known]
    gone = [one for one in differ if one not in after]
    if new:
        yield Step(sql.ADD_CASES, (records(CASE, new),))
    if old:
        yield Step(sql.CHANGE_CASES, (records(CASE, old),))
    if gone:
        yield Step(sql.WITHDRAW_CASES, (gone,))


def _case_row(judgement: Judgement, case: Case[Any], heads: dict[str, Head]) -> tuple[Any, ...]:
    head = heads.get(case.id, Head())
    return (
        case.id,
        judgement.dossier.person,
        case.procedure,
        case.number,
        case.office,
        _officer(judgement, case),
        case.stage.value,
        case.stage.closed,
        case.held,
        case.opened_at,
        case.wakes_at,
        case.version,
        SCHEMA_VERSION,
        case.state.model_dump_json(),
        record_of(case),
        head.length,
        head.hash,
    )


def _officer(judgement: Judgement, case: Case[Any]) -> str | None:
    """Who did the act, if this is the case it was done in."""
    filed, decider = judgement.filed, judgement.decider
    acted = filed is not None and filed.outcome is Outcome.FILED and filed.case == case.id
    return decider.id if acted and decider is not None else None


def _chained(judgement: Judgement, change: Change, heads: dict[str, Head]) -> list[tuple[Any, ...]]:
    """The facts as rows, each with its hash."""
    rows = []
    for fact in change.facts:
        link = _link(judgement, fact, heads.get(fact.case, Head()))
        own = link.hash()
        heads[fact.case] = Head(link.seq, own)
        rows.append(_fact_row(link, own))
    return rows


def _link(judgement: Judgement, fact: FiledFact, head: Head) -> FactLink:
    body, basis = fact.body.model_dump_json(), basis_of(fact.basis)
    times = (fact.occurred_at, judgement.recorded_at)
    return FactLink(fact.case, head.length + 1, fact.id, fact.entry, fact.kind, *times, body, basis, head.hash)


def _fact_row(link: FactLink, own: bytes) -> tuple[Any, ...]:
    named = (link.case, link.seq, link.id, link.entry, link.kind)
    return (*named, link.occurred_at, link.recorded_at, link.body, link.basis, link.previous, own)


def _facts(judgement: Judgement, change: Change, rows: list[tuple[Any, ...]]) -> Iterator[Step]:
    if change.withdrawn_facts and judgement.receipt is not None:
        yield Step(
            sql.WITHDRAW_FACTS,
            {
                "entry": judgement.receipt.command.id,
                "recorded_at": judgement.recorded_at,
                "person": judgement.dossier.person,
                "gone": list(change.withdrawn_facts),
            },
        )
    if rows:
        yield Step(sql.ADD_FACTS, (records(FACT, rows),))


def _lists(judgement: Judgement, changed: Sequence[str]) -> Iterator[Step]:
    before, after = _rows(judgement, changed)
    clocks, duties, notices = (
        delta(before.clocks, after.clocks),
        delta(before.duties, after.duties),
        delta(before.notices, after.notices),
    )
    if clocks.put:
        yield Step(sql.PUT_CLOCKS, columns(clocks.put))
    if clocks.gone:
        yield Step(sql.WITHDRAW_CLOCKS, (clocks.gone,))
    if duties.put:
        yield Step(sql.PUT_DUTIES, columns(duties.put))
    if duties.gone:
        yield Step(sql.WITHDRAW_DUTIES, (duties.gone,))
    if notices.put:
        yield Step(sql.PUT_NOTICES, columns(notices.put))
    if notices.gone:
        yield Step(sql.WITHDRAW_NOTICES, (notices.gone,))


def _rows(judgement: Judgement, changed: Sequence[str]) -> tuple[Lists, Lists]:
    person = judgement.dossier.person
    before, after = judgement.before.dossier.cases, judgement.dossier.cases
    return (
        lists_of(person, (before[one] for one in changed if one in before)),
        lists_of(person, (after[one] for one in changed if one in after)),
    )


def _obligations(judgement: Judgement, changed: Sequence[str]) -> Iterator[Step]:
    before, after = judgement.before.dossier.cases, judgement.dossier.cases
    source, at = source_of(judgement), judgement.recorded_at
    owed: list[tuple[str, str, str, str | None]] = [
        (kind, case, source, None) for kind, case in _moves(judgement, changed, source)
    ]
    waiting = {one: _waiting(before.get(one)) for one in changed}
    for case in changed:
        owed += [
            ("deliver", case, source, notice) for notice in _waiting(after.get(case)) if notice not in waiting[case]
        ]
    if owed:
        kinds, cases, sources, notices = columns(owed)
        parameters = {"kinds": kinds, "cases": cases, "sources": sources, "notices": notices, "at": at}
        yield Step(sql.OBLIGE, parameters)
    spared = [notice for case in changed for notice in waiting[case] if not _still(after.get(case), notice)]
    if spared:
        yield Step(sql.SPARE_DELIVERIES, {"notices": spared, "at": at})


def _moves(judgement: Judgement, changed: Sequence[str], source: str) -> Iterator[tuple[str, str]]:
    """A workflow for each new case; news for each other changed one, and for any that now waits for another instant.

    A case whose workflow waits for the answer gets both with it.
    """
    before, after = judgement.before.dossier.cases, judgement.dossier.cases
    for one in changed:
        if judgement.awaited and one == source:
            continue
        if one not in before:
            yield "start", one
        elif one not in after or one != source or before[one].wakes_at != after[one].wakes_at:
            yield "move", one


def _waiting(case: Case[Any] | None) -> list[str]:
    notices = case.notices if case else ()
    return [notice.id for notice in notices if notice.status is NoticeStatus.TO_SERVE]


def _still(case: Case[Any] | None, notice: str) -> bool:
    """Whether a notice is still to be delivered, or was served meanwhile."""
    notices = case.notices if case else ()
    return any(one.id == notice and one.status is not NoticeStatus.WITHDRAWN for one in notices)


def columns(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    """Rows as columns, as `unnest` takes them."""
    return [list(column) for column in zip(*rows, strict=True)]
