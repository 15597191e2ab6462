"""Cases, people and findings as they are sent."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict

from engine.case import Case, CaseStage, Clock, Contested, Duty, LedgerEntry, Notice, NoticeStatus
from engine.command import CitedArticle, Filed, Ground, RefusalSent
from engine.declaration import Declaration
from engine.explain import ActStanding
from engine.sent import cited, ground, refusal_sent
from law.decision_table import Outcome as RowOutcome
from law.decision_table import Row
from law.finding import Answer, Finding


class View(BaseModel):
    """Something that is sent."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class StageView(View):
    """Where a case stands."""

    name: str
    en: str
    ja: str
    closed: bool


class ClockView(View):
    """A clock of a case; `deadlines` shows how it is counted."""

    id: str
    rule: str
    en: str
    ja: str
    status: str
    started_on: date
    last_day: date
    ends_at: datetime | None
    days_left: int | None


class DutyView(View):
    """Something somebody must do next."""

    id: str
    kind: str
    en: str
    ja: str
    by: str
    since: datetime
    due_on: date | None
    done_at: datetime | None
    basis: tuple[CitedArticle, ...]


class NoticeView(View):
    """A document to be served."""

    id: str
    kind: str
    status: NoticeStatus
    since: datetime
    served_on: date | None


class CaseView(View):
    """A case as it stands, clocks that have run out until `as_of` already lapsed."""

    id: str
    person: str
    procedure: str
    procedure_en: str
    procedure_ja: str
    office: str
    number: int
    opened_at: datetime
    as_of: datetime
    version: int
    stage: StageView
    wakes_at: datetime | None
    state: dict[str, Any]
    clocks: tuple[ClockView, ...]
    duties: tuple[DutyView, ...]
    notices: tuple[NoticeView, ...]
    contested: tuple[Contested, ...]


class ActView(View):
    """An act of a case: open now, or blocked by what. Each ground names its article."""

    act: str
    en: str
    ja: str
    by: str
    basis: tuple[CitedArticle, ...]
    on_paper: bool
    irreversible: bool
    allowed: bool
    blocked_by: tuple[RefusalSent, ...]
    available_from: datetime | None
    href: str


class FindingView(View):
    """The answer of a rule, with its reasons."""

    answer: Answer
    reasons: tuple[Ground, ...]


class RowView(View):
    """One row of a decision table as judged."""

    number: int
    code: str
    outcome: RowOutcome
    reason: Ground


class LedgerView(View):
    """One movement of a clock."""

    movement: str
    at: datetime
    days_left: int | None


class FiledView(View):
    """What is now on file; a repeat of the same command gets the same answer."""

    command: str
    outcome: str
    person: str
    case: str
    procedure: str
    stage: StageView | None
    version: int | None
    wakes_at: datetime | None
    facts: tuple[str, ...]
    late: bool


class PendingView(View):
    """Accepted, or uncertain; look it up, or send the same again with the same key."""

    command: str
    status: str = "pending"


def stage_view(stage: CaseStage) -> StageView:
    """A stage as sent."""
    return StageView(name=str(stage), en=stage.en, ja=stage.ja, closed=stage.closed)


def case_view(declaration: Declaration, case: Case[Any], person: str, as_of: datetime) -> CaseView:
    """A case as sent."""
    return CaseView(
        id=case.id,
        person=person,
        procedure=case.procedure,
        procedure_en=declaration.en,
        procedure_ja=declaration.ja,
        office=case.office,
        number=case.number,
        opened_at=case.opened_at,
        as_of=as_of,
        version=case.version,
        stage=stage_view(case.stage),
        wakes_at=case.wakes_at,
        state=case.state.model_dump(mode="json"),
        clocks=tuple(clock_view(clock) for clock in case.clocks),
        duties=tuple(duty_view(declaration, duty) for duty in case.duties),
        notices=tuple(_notice_view(notice) for notice in case.notices),
        contested=case.contested,
    )


def clock_view(clock: Clock) -> ClockView:
    """A clock as sent."""
    rule = clock.rule
    return ClockView(
        id=clock.id,
        rule=rule.name,
        en=rule.en,
        ja=rule.ja,
        status=clock.status,
        started_on=clock.started_on,
        last_day=clock.last_day,
        ends_at=clock.ends_at,
        days_left=clock.days_left,
    )


def duty_view(declaration: Declaration, duty: Duty) -> DutyView:
    """A duty as sent; those of the register itself have no kind in the declaration."""
    kind = declaration.duties.get(duty.kind)
    return DutyView(
        id=duty.id,
        kind=duty.kind,
        en=kind.en if kind else duty.kind.replace("_", " "),
        ja=kind.ja if kind else duty.kind,
        by=duty.by,
        since=duty.since,
        due_on=duty.due_on,
        done_at=duty.done_at,
        basis=articles(kind.basis if kind else ()),
    )


def _notice_view(notice: Notice) -> NoticeView:
    return NoticeView(
        id=notice.id, kind=notice.kind, status=notice.status, since=notice.since, served_on=notice.served_on
    )


def act_view(standing: ActStanding, case: str) -> ActView:
    """An act as it stands, as sent."""
    act = standing.act
    blocked = tuple(refusal_sent(refusal) for refusal in standing.blocked_by)
    return ActView(
        act=act.name,
        en=act.en,
        ja=act.ja,
        by=act.by,
        basis=articles(act.basis),
        on_paper=act.on_paper,
        irreversible=act.irreversible,
        allowed=standing.allowed,
        blocked_by=blocked,
        available_from=standing.available_from,
        href=f"/v1/cases/{case}/acts/{act.name}",
    )


def articles(basis: Any) -> tuple[CitedArticle, ...]:  # noqa: ANN401  (citations)
    """Provisions as sent."""
    return tuple(cited(citation) for citation in basis)


def finding_view(finding: Finding[Answer]) -> FindingView:
    """A finding as sent."""
    return FindingView(answer=finding.value, reasons=tuple(ground(reason) for reason in finding.reasons))


def row_view(row: Row) -> RowView:
    """A row as sent."""
    return RowView(number=row.number, code=row.code, outcome=row.outcome, reason=ground(row.reason))


def ledger_view(entry: LedgerEntry) -> LedgerView:
    """A movement as sent."""
    return LedgerView(movement=entry.movement, at=entry.at, days_left=entry.days_left)


def filed_view(declaration: Declaration, filed: Filed) -> FiledView:
    """What is on file, as sent."""
    stage = next((one for one in declaration.stages if one == filed.stage), None)
    return FiledView(
        command=filed.command,
        outcome=filed.outcome,
        person=filed.person,
        case=filed.case,
        procedure=filed.procedure,
        stage=stage_view(stage) if stage is not None else None,
        version=filed.version,
        wakes_at=filed.wakes_at,
        facts=filed.facts,
        late=filed.late,
    )
