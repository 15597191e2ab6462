"""One filing, purely: let what has run out lapse, perform what was asked, see that nothing forbidden came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from engine.command import Command, Entry, Filed, Kind, Outcome, case_id_of
from engine.declaration import Act, Declaration, Procedures
from engine.invariants import check
from engine.refusal import Malformed, NoPower, NotYours, Refusal, StaleVersion, because
from engine.sent import refusal_sent
from engine.session import LapsedClock, Moment, Session
from law.competence import Power, may_exercise
from law.finding import Answer, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from engine.case import Case, FiledFact
    from engine.payload import Payload
    from engine.position import Cases, Dossier


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
    """Facts on file that no longer stand after a late or corrected entry."""


def is_late(dossier: Dossier, command: Command) -> bool:
    """Whether an entry lies before something already filed for the person, so that the past must be judged again."""
    if command.kind in (Kind.CORRECT, Kind.RESOLVE):
        return True
    return dossier.latest is not None and command.occurred_at < dossier.latest


def file_entry(procedures: Procedures, dossier: Dossier, entry: Entry) -> Change:
    """File an entry that lies after everything filed for the person.

    Lapses that were due stay filed also when the act is refused.

    Raises:
        Defect: an invariant would be broken, or a declaration is at fault; nothing is to be filed.
    """
    session = Session(procedures, dossier)
    command = entry.command
    refusal: Refusal | None = None
    session.lapse_until(command.occurred_at)
    try:
        with session.undone_if_refused():
            judge(session, entry)
            session.lapse_until(command.occurred_at)
    except Refusal as refused:
        refusal = refused
    check(session.position, session.latest or command.occurred_at)
    return _change(session, command, refusal)


def file_lapses(procedures: Procedures, dossier: Dossier, until: datetime) -> Change:
    """File every lapse of the person due at an instant: what a timer or the sweeper asks for."""
    session = Session(procedures, dossier)
    session.lapse_until(until)
    check(session.position, session.latest or until)
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
    _in_time(session, command, act)
    if command.kind is Kind.ACT:
        reachable(session.cases.get(command.case), entry)
    _empowered(act, entry)
    body = parse_body(act, command)
    moment = Moment(entry.id, command.occurred_at, act.basis, command.received_at, entry.decider, entry.enterer)
    if command.kind is Kind.ACT:
        session.moment = moment
        for refusal in blocks(session, declaration, act, command.case):
            raise refusal
    session.perform(declaration.name, case_of(command), act.perform, moment, *(() if body is None else (body,)))


def blocks(session: Session, declaration: Declaration, act: Act, case_id: str) -> list[Refusal]:
    """Everything that blocks an act now and needs no body to be seen; empty when nothing does."""
    found: list[Refusal] = []
    case = session.cases[case_id]
    if act.at is not None and case.stage not in act.at:
        found.append(Refusal(_wrong_stage(act, case)))
        return found
    if act.irreversible and session.position.contested:
        found.append(Refusal(_contested(act)))
    view = declaration.kind(session, case_id)
    for ask in act.when:
        finding = ask(view)
        if finding.value is not Answer.YES:
            found.append(Refusal(*finding.reasons))
    return found


def parse_body(act: Act, command: Command) -> Payload | None:
    """The typed body of a command, lifted from older schema numbers.

    Raises:
        Malformed: it is not what the act needs; the ground names fields, never values.
    """
    body = act.body.upcast(dict(command.body), command.schema_number)
    try:
        parsed = act.body.model_validate(body)
    except ValidationError as error:
        fields = sorted(
            {".".join(str(part) for part in item["loc"]) or "body" for item in error.errors(include_input=False)}
        )
        raise Malformed(
            because(
                "malformed",
                *act.basis,
                en=f"The body is not what the act needs: {', '.join(fields)[:300]}.",
                ja="入力の内容が行為の様式に適合しない。",
                remedy="Send the fields that the act's schema names.",
            )
        ) from None
    return parsed if _takes_body(act) else None


def _takes_body(act: Act) -> bool:
    return act.perform.__code__.co_argcount > 1


def _declared(procedures: Procedures, command: Command) -> Declaration:
    if command.procedure not in procedures:
        raise Malformed(because("unknown_procedure", en="There is no such procedure.", ja="そのような手続はない。"))
    return procedures[command.procedure]


def _act(declaration: Declaration, command: Command) -> Act:
    known = declaration.openings if command.kind is Kind.OPEN else declaration.acts
    act = known.get(command.act)
    if act is None:
        raise Malformed(
            because("unknown_act", en="The procedure has no such act.", ja="その手続にそのような行為はない。")
        )
    return act


def _in_time(session: Session, command: Command, act: Act) -> None:
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
    case = session.cases.get(command.case)
    if case is not None and command.occurred_at < case.opened_at:
        raise Refusal(
            because(
                "before_the_case",
                *act.basis,
                en="The act would lie before the case was opened.",
                ja="事件の開始前の日時である。",
                remedy="Correct the instant.",
            )
        )


def case_of(command: Command) -> str:
    """The case that a command concerns; for an opening, the one that it makes."""
    return case_id_of(command.id) if command.kind is Kind.OPEN else command.case


def reachable(case: Case[Any] | None, entry: Entry) -> None:
    """Refuse an entry on a case that does not exist, is another office's, or changed since it was read."""
    officer, command = entry.enterer, entry.command
    if case is None or (not officer.national and officer.office != case.office):
        raise NotYours(because("no_such_case", en="There is no such case.", ja="そのような事件はない。"))
    if command.expected_version is not None and command.expected_version != case.version:
        raise StaleVersion(
            because(
                "stale_version",
                en="The case changed since it was read.",
                ja="事件は閲覧後に変更されている。",
                remedy="Read it again.",
            )
        )


def _empowered(act: Act, entry: Entry) -> None:
    finding = may_exercise(act.by, entry.decider.roles)
    if finding.value is not Answer.YES and entry.decider.verified:
        raise NoPower(*finding.reasons)
    if entry.enterer.id == entry.decider.id:
        return
    if not act.on_paper:
        raise NoPower(
            because(
                "decider_enters_in_person",
                *act.basis,
                en="This act is entered by the officer who decides it.",
                ja="この行為は決定した者自らが入力する。",
            )
        )
    clerk = may_exercise(Power.RECEIVE_FILING, entry.enterer.roles)
    if clerk.value is not Answer.YES:
        raise NoPower(*clerk.reasons)


def _wrong_stage(act: Act, case: Case[Any]) -> Reason:
    stages = ", ".join(stage.en for stage in act.at or ())
    return because(
        "wrong_stage",
        *act.basis,
        en=f"The case stands at “{case.stage.en}”; the act belongs to: {stages}.",
        ja=f"事件は「{case.stage.ja}」の段階にある。",
        remedy="Take the steps that lead there first.",
    )


def _contested(act: Act) -> Reason:
    return because(
        "entry_contested",
        *act.basis,
        en="An entry of this person is contested; nothing that cannot be undone is done until it is resolved.",
        ja="争いのある記録が解決するまで、取り返しのつかない行為はできない。",
        remedy="Resolve the contested entry.",
    )


def _change(session: Session, command: Command | None, refusal: Refusal | None) -> Change:
    changed = []
    for case in session.cases.values():
        before = session.before.get(case.id)
        if before is not case:
            raised = replace(case, version=(before.version if before else 0) + 1)
            session.put(raised)
            changed.append(raised)
    filed = answer(session.cases, session.facts, command, refusal) if command else None
    return Change(session.dossier, tuple(changed), tuple(session.facts), tuple(session.lapsed), filed)


def answer(
    cases: Cases, facts: Sequence[FiledFact], command: Command, refusal: Refusal | None, *, late: bool = False
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
        refusal=refusal_sent(refusal) if refusal else None,
    )
