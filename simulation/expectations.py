"""What a worked case expects after a step, beside what is found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.case import Case, ClockStatus
from engine.declaration import Procedures
from engine.explain import explain
from engine.landing import bars_on_record, landing_denied_until, landing_is_denied
from engine.position import Position
from law.finding import Answer, Finding, Reason
from simulation.memory import MemoryRegister
from simulation.scenario import Check

Expectation = tuple[str, str]
"""What was expected and what was found, in the same words where they agree."""


@dataclass(frozen=True, slots=True)
class View:
    """A case as it stands at a moment, with what is needed to look closer."""

    procedures: Procedures
    register: MemoryRegister
    person: str
    case: Case[Any]
    at: datetime


def expect_person(check: Check, position: Position, at: datetime) -> list[Expectation] | None:
    """DT-01 or DT-04 against what is expected, with its reasons; None where the check is about a case."""
    if check.may_be_removed is not None:
        finding = position.may_be_removed(at)
        return _expect("may be removed", check.may_be_removed, finding, finding.reasons, check)
    if check.landing_denied is None:
        return None
    finding = landing_is_denied(position, check.purpose, at)
    beside = (reason for one in bars_on_record(position, at) for reason in one.reasons)
    what = f"landing denied as {check.purpose}"
    expectations = _expect(what, check.landing_denied, finding, (*finding.reasons, *beside), check)
    if check.until is not None:
        until = landing_denied_until(position, check.purpose, at)
        expectations.append((f"{what} until {check.until}", f"{what} until {until}"))
    return expectations


def _expect(
    what: str, answer: str, finding: Finding[Answer], reasons: tuple[Reason, ...], check: Check
) -> list[Expectation]:
    codes = sorted({reason.code for reason in reasons})
    wanted, found = f"{what}: {answer}", f"{what}: {finding.value.value}"
    missing = [one for one in check.because if one not in codes and not _cites(reasons, one)]
    present = [one for one in check.not_because if one in codes or _cites(reasons, one)]
    return [
        (wanted, found if wanted == found else f"{found} because {codes}"),
        (f"because {list(check.because)}", f"because {codes if missing else list(check.because)}"),
        (
            f"not because {list(check.not_because)}",
            f"not because {[one for one in check.not_because if one not in present]}",
        ),
    ]


def expect_case(check: Check, view: View) -> list[Expectation]:
    """Everything a check expects of a case."""
    case = view.case
    kinds = {duty.kind for duty in case.open_duties}
    found = [
        (check.stage, f"stage {check.stage}", f"stage {case.stage}"),
        (check.duty, f"duty {check.duty}: {not check.absent}", f"duty {check.duty}: {check.duty in kinds}"),
        (check.contested, f"contested: {check.contested}", f"contested: {bool(case.contested)}"),
    ]
    expectations = [(expected, seen) for asked, expected, seen in found if asked is not None]
    if check.clock is not None:
        expectations.append(_clock(check, case))
    if check.act is not None:
        expectations.append(_act(check, view))
    if check.notice is not None:
        expectations.append(_notice(check, case))
    if check.fact is not None:
        facts = {fact.kind for fact in view.register.facts(view.person) if fact.case == case.id}
        expectations.append((f"fact {check.fact}: {not check.absent}", f"fact {check.fact}: {check.fact in facts}"))
    return expectations


def _act(check: Check, view: View) -> Expectation:
    considered = view.register.considered(view.at)
    standings = explain(
        view.procedures, view.register.dossier(view.person), view.case.id, view.at, considered=considered
    )
    standing = next((one for one in standings if one.act.name == check.act), None)
    if standing is None:
        return f"act {check.act}", "no such act"
    reasons = [reason for refusal in standing.blocked_by for reason in refusal.reasons]
    codes = sorted({reason.code for reason in reasons})
    if check.allowed is not None:
        found = f"{check.act} allowed: {standing.allowed}"
        return (
            f"{check.act} allowed: {check.allowed}",
            found if standing.allowed == check.allowed else f"{found} {codes}",
        )
    wanted = f"{check.act} blocked by {list(check.blocked_by)}"
    missing = [one for one in check.blocked_by if one not in codes and not _cites(reasons, one)]
    return wanted, f"{check.act} blocked by {codes}" if missing or standing.allowed else wanted


def _clock(check: Check, case: Case[Any]) -> Expectation:
    live = (ClockStatus.RUNNING, ClockStatus.SUSPENDED)
    clock = next((one for one in case.clocks if one.rule_name == check.clock and one.status in live), None)
    found = "none" if clock is None else clock.last_day.isoformat()
    if clock is not None and clock.status is ClockStatus.SUSPENDED:
        found = "suspended"
    expected = "suspended" if check.suspended else check.ends.isoformat() if check.ends else "none"
    return f"clock {check.clock} ends {expected}", f"clock {check.clock} ends {found}"


def _notice(check: Check, case: Case[Any]) -> Expectation:
    statuses = [notice.status.value for notice in case.notices if notice.kind == check.notice]
    expected = "none" if check.absent else check.status or "to_serve"
    return f"notice {check.notice}: {expected}", f"notice {check.notice}: {statuses[-1] if statuses else 'none'}"


def _cites(reasons: Iterable[Reason], article: str) -> bool:
    """Whether a reason stands on an article: `61-2-9` also finds 61-2-9(2), and never 61-2-90."""
    pattern = re.compile(rf"(^|\s){re.escape(article)}($|[^0-9-])")
    return any(pattern.search(str(citation)) for reason in reasons for citation in reason.basis)
