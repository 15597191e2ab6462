"""The worked cases give the same facts in memory and on Temporal with PostgreSQL."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from engine.command import Command
from law.clock_rule import ClockRule
from law.clocks import (
    HEARING_REQUEST,
    OBJECTION,
    PUBLIC_NOTICE_OF_REVIEW_DECISION,
    REVIEW_REQUEST,
    SPECIAL_PERMISSION_WINDOW,
)
from law.country_notice import CountryNotice
from law.holidays import is_administrative_holiday
from law.periods import JST, legal_day
from tests.stack.house import ROOT, House
from tests.stack.parity import (
    LAWS,
    Life,
    Stack,
    covering,
    endings,
    live_in_memory,
    of_one_register,
    officers_of,
    stack_in,
    worked_lives,
)

FEWEST = 30
FEWEST_OF_TODAY = 5
ONE_DAY = timedelta(days=1)

_FOUND = """
scenario: %s
basis: 48(1)
people: {aung: {since: <received-90> 09:00, stays: [], sentences: []}}
steps:
  - {at: <received> 00:01, open: Deportation, as: deportation, by: immigration_control_officer,
     with: {grounds: [{ground: 24(iv)(ro), since: <received-99>}], reasons: stated}}
  - {at: <received> 00:02, act: notify, by: immigration_control_officer, with: {reasons: stated}}
  - {at: <received> 00:03, act: screen, by: supervising_immigration_inspector,
     with: {outcome: sponsorship, sponsorship_considered: true, reasons: stated}}
  - {at: <received> 00:03:30, act: decide, case: Sponsorship, by: supervising_immigration_inspector,
     with: {weighed: {suspected: true, risks: {flight: low, destroying_evidence: none}, disadvantage: stated,
              other: stated, appropriate: true},
            sponsor: {reference: sponsor-1, kind: person, understands: true, consents: true, fit: true},
            terms: {conditions: [residence, prefecture, appearance, no_flight, no_destroying_evidence], residence:
              stated, area: stated}, notify_by: <notified>, reasons: stated}}
  - {at: <received> 00:04, act: hand_over_case, by: immigration_control_officer}
  - {at: <received> 00:05, act: find, by: immigration_inspector,
     with: {outcome: deportable, ground: 24(iv)(ro), tells_hearing: true, tells_special_permission: true,
           reasons: stated}}
  - {at: <received> 00:06, act: certify_finding_received, by: bureau_clerk, with: {received_on: <received>}}
"""

_HEARING = (
    _FOUND
    + """
  - {at: <now>, act: request_hearing, by: bureau_clerk, refused: wrong_stage, check: [{stage: silent_on_finding}]}
"""
)

_OBJECTION = (
    _FOUND
    + """
  - {at: <received> 00:07, act: request_hearing, by: bureau_clerk}
  - {at: <received> 00:08, act: appoint_hearing, by: special_inquiry_officer,
     with: {held_at: <received>T00:09:00+09:00, place: room 1}}
  - {at: <received> 00:09, act: hold_hearing, by: special_inquiry_officer,
     with: {suspect_attended: true, record: stated}}
  - {at: <received> 00:10, act: decide_hearing, by: special_inquiry_officer,
     with: {outcome: deportable, tells_objection: true, tells_special_permission: true, reasons: stated}}
  - {at: <received> 00:11, act: certify_decision_received, by: bureau_clerk, with: {received_on: <received>}}
  - {at: <now>, check: [{stage: silent_on_decision}, {act: object, blocked_by: 49(1)}]}
"""
)

_WINDOW = (
    _FOUND
    + """
  - {at: <received> 00:07, act: accept_finding, by: supervising_immigration_inspector,
     with: {signed: true, explained_in: English}}
  - {at: <now>, act: issue_order, by: supervising_immigration_inspector, with: {destination: XA, reasons: stated},
     check: [{stage: ordered}]}
"""
)

_REFUSED = """
scenario: %s
basis: 61-2-12(2)
people: {aung: {since: <received-90> 09:00, stays: []}}
steps:
  - {at: <received-60> 10:00, open: RefugeeApplication, as: first, by: bureau_clerk,
     with: {kind: refugee, material_came_with_it: false}}
  - {at: <received-9> 10:00, act: ask_commission, case: first, by: regional_bureau_head,
     with: {asked_on: <received-9>}}
  - {at: <received-9> 11:00, act: decide, case: first, by: regional_bureau_head,
     with: {outcome: refugee_refused, reasons: written, protection_assessment: written, instructs_on_review: true}}
"""

_REVIEW = (
    _REFUSED
    + """
  - {at: <received> 00:01, act: certify_receipt, case: first, by: bureau_clerk,
     with: {received_on: <received>, way: handed_over, reached_the_person: true}}
  - {at: <now>, check: [{case: first, stage: finally_refused}, {case: first, fact: ApplicationEnded}]}
"""
)

_NOTICE = (
    _REFUSED
    + """
  - {at: <received-8> 10:00, act: certify_receipt, case: first, by: bureau_clerk,
     with: {received_on: <received-8>, way: handed_over, reached_the_person: true}}
  - {at: <received-8> 11:00, open: ReviewRequest, as: review, by: bureau_clerk,
     with: {case: $first, disposition: refugee_refused}}
  - at: <received-5> 09:00
    act: name_panel
    case: review
    by: minister
    with:
      counselors:
        - {reference: a, is_head: true, conflicts: []}
        - {reference: b, is_head: false, conflicts: []}
        - {reference: c, is_head: false, conflicts: []}
      assistant: an inquirer
      assistant_conflicts: []
      papers_shown: true
  - {at: <received-5> 10:00, act: receive_statement, case: review, by: bureau_clerk,
     with: {received_on: <received-5>}}
  - {at: <received-5> 11:00, act: give_opinion, case: review, by: refugee_adjudication_counselor,
     with: {signed_by: [a, b, c], views: [{counselors: [a, b, c], opinion: dismissed, reasons: stated}]}}
  - {at: <received-5> 12:00, act: decide, case: review, by: minister,
     with: {result: dismissed, reasons: stated, gist_of_opinion: stated}}
  - {at: <received-1> 09:00, act: record_failed_service, case: review, by: bureau_clerk,
     with: {tried_on: <received-1>, way: courier, failure: unknown_address}}
  - {at: <received> 00:01, act: post_public_notice, case: review, by: bureau_clerk,
     with: {posted_on: <received>, because: whereabouts_unknown, efforts: stated}}
  - {at: <now>, act: sign_off_public_notice, by: bureau_clerk/2, case: review, with: {reasons: stated},
     check: [{case: review, stage: ended}, {case: first, stage: finally_refused}]}
"""
)

_STAY = (
    _FOUND
    + """
  - {at: <received> 00:10, open: RefugeeApplication, as: application, by: bureau_clerk,
     with: {kind: refugee, material_came_with_it: false}}
  - {at: <received> 00:11, open: ProvisionalStay, as: stay, by: refugee_inquirer, with: {application: $application}}
  - {at: <received> 00:12, act: find_exclusions, case: stay, by: refugee_inquirer,
     with: {landed_on: <received-90>, inadmissible_on_entry: false, suspected_ground: false,
           plainly_not_from_convention_danger: false, flight_suspected: false, reasons: weighed}}
  - {at: <received> 00:13, act: permit, case: stay, by: regional_bureau_head,
     with: {last_day: <last>, conditions: [56-2(3)(i), 56-2(3)(ii), 56-2(3)(iii)], content: terms}}
  - {at: <received> 00:14, act: hand_over_permit, case: stay, by: immigration_inspector}
"""
)

_STAY_ENDS = (
    _STAY
    + """
  - {at: <now>, check: [{case: stay, stage: ended}, {case: deportation, fact: ProcedureResumed}]}
"""
)

_WORK_REPORT = (
    _STAY.replace("<last>", "<later>")
    + """
  - {at: <received> 00:15, act: apply_for_work, case: stay, by: bureau_clerk,
     with: {kind: paid_work, activity: kitchen, proof_of_need: true, proof_of_amount: true}}
  - {at: <received> 00:16, act: permit_work, case: stay, by: regional_bureau_head,
     with: {employer: e, activity: kitchen, within_living_needs: true, appropriate: true, report_by: <last>}}
  - {at: <now>, act: withdraw_work, case: stay, by: regional_bureau_head,
     with: {ground: condition_breached, reasons: no report},
     check: [{case: stay, stage: running}, {case: stay, fact: WorkReportMissed}]}
"""
)


@pytest.fixture
async def stack(quiet_house: House) -> AsyncIterator[Stack]:
    """A stack at work."""
    async with stack_in(quiet_house) as stack:
        yield stack


@pytest.mark.slow
async def test_worked_cases_end_alike_in_memory_and_on_the_stack(stack: Stack) -> None:
    """Worked cases that together do all that any of them does leave the same facts, whoever is first."""
    now = datetime.now(UTC)
    known = [life for life in worked_lives(ROOT / "scenarios", stack.house.name) if life.was_received_by(now)]
    of_one, notices = of_one_register(known)
    lives = covering(of_one)
    assert {one.procedure for life in lives for one in life.commands} == {each.name for each in LAWS}
    await stack.publish(notices)
    lived = await _live(stack, lives, timers_first=lambda number: number % 2 == 1, notices=notices)
    assert lived.differences == {}
    assert len(lived.late) >= FEWEST, "hardly a timer came before an act"
    await stack.assert_sound()


@pytest.mark.slow
async def test_clocks_that_run_out_today_end_alike_by_their_own_timers(stack: Stack, tmp_path: Path) -> None:
    """A clock that has just run out lapses by itself within seconds, and an act of today is filed alike after it."""
    now = datetime.now(UTC)
    lives = _lives_of_today(tmp_path, stack.house.name, now)
    assert len(lives) >= FEWEST_OF_TODAY
    lived = await _live(stack, lives, timers_first=lambda _: True)
    assert lived.differences == {}
    assert [one.act for one in lived.late if legal_day(one.received_at) == legal_day(now)] == []
    lapses = stack.house.ask("SELECT count(*) FROM entries WHERE outcome = 'lapsed'")[0][0]
    assert lapses >= len(lives)
    assert stack.worker.log.read_text().count("lapsed_by_sweeper") < lapses / 2, "it was not the timers"
    await stack.assert_sound()


@dataclass(frozen=True, slots=True)
class _Lived:
    """What became of lives on the stack, beside what became of them in memory."""

    differences: dict[str, list[str]]
    late: list[Command]
    """Judged late on the stack alone: a timer was there before."""


async def _live(
    stack: Stack,
    lives: Sequence[Life],
    *,
    timers_first: Callable[[int], bool],
    notices: tuple[CountryNotice, ...] = (),
) -> _Lived:
    """Live on the stack, then in memory up to the same instant, and compare."""
    officers = officers_of(lives)
    await stack.seat(officers.values())
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(stack.live(life, timers_first=timers_first(number))) for number, life in enumerate(lives)
        ]
    lived = [task.result() for task in tasks]
    at, pictures = await stack.pictures([one for commands, _ in lived for one in {each.person for each in commands}])
    differences: dict[str, list[str]] = {}
    late: list[Command] = []
    for life, (commands, answers) in zip(lives, lived, strict=True):
        in_memory, expected = live_in_memory(commands, officers, at, notices)
        found = [line for person, picture in expected.items() for line in picture.differences(pictures[person])]
        for other in (in_memory, life.answers):
            found += [f"{one} / {two}" for one, two in zip(endings(answers), endings(other), strict=True) if one != two]
        if found:
            differences[life.title] = found
        both = zip(commands, answers, in_memory, strict=True)
        late += [command for command, here, there in both if here.late and not there.late]
    return _Lived(differences, late)


def _lives_of_today(folder: Path, name: str, now: datetime) -> list[Life]:
    """Worked cases whose clocks have just run out, whatever the day: each begins as late as its period allows."""
    today = legal_day(now)
    last = _working_day(today - ONE_DAY, -ONE_DAY)
    designated = {"received": last - 30 * ONE_DAY, "last": last, "later": _working_day(last + 90 * ONE_DAY, ONE_DAY)}
    texts = [
        _dated(_HEARING % "A hearing not requested", {"received": _last_start(HEARING_REQUEST, now)}, now),
        _dated(_OBJECTION % "No objection", {"received": _last_start(OBJECTION, now)}, now),
        _dated(_WINDOW % "The window closed", {"received": _last_start(SPECIAL_PERMISSION_WINDOW, now)}, now),
        _dated(_REVIEW % "No review requested", {"received": _last_start(REVIEW_REQUEST, now)}, now),
        _dated(_NOTICE % "Public notice", {"received": _last_start(PUBLIC_NOTICE_OF_REVIEW_DECISION, now)}, now),
        _dated(_STAY_ENDS % "The stay ran out", designated, now),
        _dated(_WORK_REPORT % "No report on work", designated, now),
    ]
    file = folder / "today.yaml"
    file.write_text("---".join(texts), encoding="utf-8")
    return worked_lives(file, name)


def _last_start(rule: ClockRule, now: datetime) -> date:
    """The latest day of an event whose period has run out."""
    day = legal_day(now)
    while rule.ends(day).value > now:
        day -= ONE_DAY
    return day


def _working_day(day: date, step: timedelta) -> date:
    while is_administrative_holiday(day):
        day += step
    return day


def _dated(text: str, days: dict[str, date], now: datetime) -> str:
    """Fill in `<day>`, `<day-9>` (nine days before it), `<now>`, and `<notified>`, a working day some weeks ahead.

    Sponsorship may begin 40 days before today, and the first notification is due within three months of that.
    """
    days = {**days, "notified": _working_day(legal_day(now) + 40 * ONE_DAY, -ONE_DAY)}

    def filled(mark: re.Match[str]) -> str:
        return (days[mark[1]] - int(mark[2] or 0) * ONE_DAY).isoformat()

    text = text.replace("<now>", now.astimezone(JST).strftime("%Y-%m-%d %H:%M:%S"))
    return re.sub(r"<(\w+)(?:-(\d+))?>", filled, text)
