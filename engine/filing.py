"""One filing, purely: let what has run out lapse, perform what was asked, see that nothing forbidden came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.blocks import blocks
from engine.body import parse_body
from engine.command import Command, Entry, Filed, Kind, Outcome, RefusalSent, case_id_of
from engine.declaration import Act, Declaration, Procedures
from engine.forecast import open_from
from engine.invariants import check
from engine.powers import empowered, reachable
from engine.refusal import Defect, Malformed, Refusal, because
from engine.sent import refusal_sent
from engine.session import LapsedClock, Moment, Session
from law.citation import PRACTICE
from law.finding import Reason
from law.periods import start_of
from law.regimes import ACT_IN_FORCE_FROM

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from engine.case import Case, FiledFact
    from engine.position import Cases, Dossier

FIRST_INSTANT = start_of(ACT_IN_FORCE_FROM)
"""The Act came into force: nothing was done under it before."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a filing makes of a dossier: the cases as they stand after it, the facts to append, the answer."""

    dossier: Dossier
    cases: tuple[Case[Any], ...]
    """Cases that differ, each with its raised version."""
    facts: tuple[FiledFact, ...]
    lapsed: tuple[LapsedClock, ...]
    filed: Filed | None
    withdrawn_facts: tuple[str, ...] = ()
    """Facts on file that no longer stand after a late or corrected entry, each by its `FiledFact.origin`."""
    vanished: tuple[str, ...] = ()
    """Cases on file that no longer stand: the act that opened them fell. Their rows are kept, void, for the record."""


def is_late(dossier: Dossier, command: Command) -> bool:
    """Whether an entry lies before something already filed for the person, so that the past must be judged again."""
    if command.kind in (Kind.CORRECT, Kind.RESOLVE):
        return True
    return dossier.latest is not None and command.occurred_at < dossier.latest


def file_entry(procedures: Procedures, dossier: Dossier, entry: Entry) -> Change:
    """File an entry that lies after everything filed for the person.

    Lapses that were due stay filed also when the act is refused. The refusal leaves as a message: an exception would
    keep every frame of the filing alive.

    Raises:
        Defect: an invariant would be broken, or a declaration is at fault; nothing is to be filed.
    """
    session = Session(procedures, dossier)
    command = entry.command
    refusal: RefusalSent | None = None
    session.lapse_until(min(command.occurred_at, command.received_at))
    try:
        with session.undone_if_refused():
            judge(session, entry)
            session.lapse_until(command.occurred_at)
    except Refusal as refused:
        refusal = refusal_sent(refused)
    check(session.position, session.latest or command.occurred_at, session.before)
    return _change(session, command, refusal)


def file_lapses(procedures: Procedures, dossier: Dossier, until: datetime) -> Change:
    """File every lapse of the person due at an instant: what a timer or the sweeper asks for."""
    session = Session(procedures, dossier)
    session.lapse_until(until)
    check(session.position, session.latest or until, session.before)
    return _change(session, None, None)


def current(procedures: Procedures, dossier: Dossier, at: datetime) -> Dossier:
    """The dossier with every clock lapsed that has run out at an instant: what a reader is shown; nothing is filed."""
    session = Session(procedures, dossier)
    session.lapse_until(at)
    return session.dossier


def judge(session: Session, entry: Entry) -> None:
    """Perform an entry in a session, or raise the refusal the law gives it."""
    command = entry.command
    declaration = _declared(session.procedures, command)
    act = _act(declaration, command)
    case = None if command.kind is Kind.OPEN else session.cases.get(command.case)
    if command.kind is Kind.ACT:
        reachable(case, entry)
    _in_time(case, command, act)
    empowered(act.by, act.basis, entry, office=case.office if case else None, on_paper=act.on_paper)
    body = parse_body(act, command)
    moment = Moment(
        entry.id,
        command.occurred_at,
        act.basis,
        command.received_at,
        entry.decider,
        entry.enterer,
        entry.considered,
        entry.recorded_at,
    )
    if case is not None:
        _unblocked(session, declaration, act, case.id, moment)
    case_id = case_of(command)
    session.perform(declaration.name, case_id, act.perform, moment, *(() if body is None else (body,)))
    if case_id not in session.cases:
        raise Defect("nothing_begun", declaration.name, act.name)


def _unblocked(session: Session, declaration: Declaration, act: Act, case_id: str, moment: Moment) -> None:
    session.moment = moment
    found = blocks(session, declaration, act, case_id)
    if found:
        ahead = open_from(
            session.procedures, session.dossier, case_id, act, moment.at, moment.decider, moment.considered
        )
        raise Refusal(*(reason for each in found for reason in each.reasons), available_from=ahead)


def _declared(procedures: Procedures, command: Command) -> Declaration:
    if command.procedure not in procedures:
        raise Malformed(_unknown("unknown_procedure", "There is no such procedure.", "そのような手続はない。"))
    return procedures[command.procedure]


def _act(declaration: Declaration, command: Command) -> Act:
    known = declaration.openings if command.kind is Kind.OPEN else declaration.acts
    act = known.get(command.act)
    if act is None or (act.opens and act.inner):
        raise Malformed(_unknown("unknown_act", "The procedure has no such act.", "その手続にそのような行為はない。"))
    return act


def _unknown(code: str, en: str, ja: str) -> Reason:
    return because(code, PRACTICE("register"), en=en, ja=ja, remedy="Ask for the procedures and their acts.")


def _in_time(case: Case[Any] | None, command: Command, act: Act) -> None:
    if command.occurred_at > command.received_at:
        raise Refusal(
            because(
                "in_the_future",
                *act.basis,
                en="An act cannot be entered before it has happened.",
                ja="未だ行われていない行為は記録できない。",
                remedy="Enter it when it has happened.",
            )
        )
    if command.occurred_at < (case.opened_at if case is not None else FIRST_INSTANT):
        raise Refusal(
            because(
                "before_the_case" if case is not None else "before_the_law",
                *act.basis,
                en="The act would lie before the case was opened, or before there was such a law.",
                ja="事件の開始前又は法の施行前の日時である。",
                remedy="Correct the instant.",
            )
        )


def case_of(command: Command) -> str:
    """The case that a command concerns; for an opening, the one that it makes."""
    return case_id_of(command.id) if command.kind is Kind.OPEN else command.case


def _change(session: Session, command: Command | None, refusal: RefusalSent | None) -> Change:
    spoken_of = {fact.case for fact in session.facts}
    if command is not None and refusal is None:
        spoken_of.add(case_of(command))
    changed = []
    for case in list(session.cases.values()):
        before = session.before.get(case.id)
        if case.id in spoken_of or (before is not case and before != case):
            raised = case.having(version=(before.version if before else 0) + 1)
            session.put(raised)
            changed.append(raised)
    filed = answer(session.cases, session.facts, command, refusal) if command else None
    return Change(session.dossier, tuple(changed), tuple(session.facts), tuple(session.lapsed), filed)


def answer(
    cases: Cases, facts: Sequence[FiledFact], command: Command, refusal: RefusalSent | None, *, late: bool = False
) -> Filed:
    """What is now on file, for the command that asked."""
    case_id = case_of(command)
    case = cases.get(case_id)
    return Filed(
        command=command.id,
        outcome=Outcome.FILED if refusal is None else Outcome.REFUSED,
        person=command.person,
        case=case_id,
        procedure=command.procedure,
        stage=str(case.stage) if case else None,
        version=case.version if case else None,
        wakes_at=case.wakes_at if case else None,
        facts=tuple(fact.kind for fact in facts if fact.entry == command.id),
        late=late,
        refusal=refusal,
    )
