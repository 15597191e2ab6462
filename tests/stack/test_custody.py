"""Custody on the whole stack: one story over HTTP and at the command line, and the 48 hours after an outage."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from os import environ
from typing import Any
from uuid import uuid4

import pytest

from cli.http import Api
from cli.seeds import OFFICES, officers
from law.custody_clocks import HAND_OVER_LIMIT
from law.detention_review import three_months
from law.holidays import is_administrative_holiday
from law.periods import legal_day
from register.import_filing import Importer, Result
from register.importing import ImportedFile, Line
from register.people import Name, NewPerson
from simulation import caseload, suspects
from simulation.lives import Life, keep_circumstances
from tests.cli.terminal import Terminal
from tests.stack.house import House, until
from tests.stack.parity import LAWS, Stack, stack_in
from tests.stack.serving import served

ROOMS = "detention rooms"
EACH = 12
"""How many people of each kind wait for the worker."""
A_FEW_SECONDS = 20
DEPOSIT = 500_000
DEPORTABLE = {"outcome": "deportable", "ground": "24(iv)(ro)", "tells_hearing": True, "tells_special_permission": True}
SIGNED = {"signed": True, "explained_in": "the suspect's language"}
CHOSEN = {"outcome": "detention", "sponsorship_considered": True, "reasons": "stated"}


@dataclass(frozen=True)
class Desks:
    """Officers at an API that listens, and one of them at a terminal."""

    api: str
    terminal: Terminal
    person: str

    def open(self, procedure: str, opening: str, by: str, **body: Any) -> str:
        """Open a case; returns its id."""
        sent = {"person": self.person, "opening": opening, "body": body}
        answer = self.officer(by).post(f"/v1/procedures/{procedure}/cases", sent)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["case"])

    def act(self, procedure: str, act: str, by: str, **body: Any) -> dict[str, Any]:
        """Do an act in the person's latest case of a procedure."""
        return self.officer(by).act(self.case(procedure), act, body)

    def case(self, procedure: str) -> str:
        """The person's latest case of a procedure."""
        found = self.officer("control").get("/v1/cases", person=self.person, procedure=procedure)
        return str(found["items"][-1]["id"])

    def shown(self, procedure: str) -> dict[str, Any]:
        """The person's latest case of a procedure, as it stands."""
        shown: dict[str, Any] = self.officer("control").get(f"/v1/cases/{self.case(procedure)}")
        return shown

    def stage(self, procedure: str) -> str:
        """Where that case stands."""
        return str(self.shown(procedure)["stage"]["name"])

    def custody(self) -> str:
        """How the person is held, or free."""
        return str(self.officer("control").get(f"/v1/people/{self.person}/position")["custody"])

    def instant_of(self, procedure: str, fact: str) -> str:
        """When a fact of that case occurred."""
        items = self.officer("control").get(f"/v1/cases/{self.case(procedure)}/timeline")["items"]
        (found,) = [one for one in items if one["name"] == fact]
        return str(found["occurred_at"])

    def officer(self, name: str) -> Api:
        """An officer of Tokyo at the API."""
        return Api(self.api, f"tokyo-{name}")


@pytest.fixture
async def stack(quiet_house: House) -> AsyncIterator[Stack]:
    """A stack at work, with the officers of the demonstration."""
    await quiet_house.people.put_offices(OFFICES)
    await quiet_house.people.put_officers(officers())
    async with stack_in(quiet_house) as stack:
        yield stack


@pytest.fixture
async def desks(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desks]:
    """The API as a process of its own, in front of the stack."""
    async with served(stack.house.settings, monkeypatch) as api:
        yield Desks(api, Terminal(dict(environ) | {"TETSUZUKI_API": api}), await stack.house.person())


@pytest.mark.slow
async def test_from_screening_to_detention_under_the_order(desks: Desks, stack: Stack) -> None:
    """Detained, handed over, sponsored once the deposit is paid; ordered: it lapses at once; held under the order."""
    await asyncio.to_thread(_until_free, desks)
    await asyncio.to_thread(_until_held_again, desks)
    await stack.assert_sound()


def _until_free(desks: Desks) -> None:
    """Screening, detention order, detention, hand-over, Sponsorship with a deposit, payment, release."""
    ground = {"ground": "24(iv)(ro)", "since": _day(-30)}
    desks.open("Deportation", "investigate", "control", grounds=[ground], reasons="stated")
    desks.act("Deportation", "notify", "control", reasons="stated")
    desks.act("Deportation", "screen", "supervisor", **CHOSEN)
    paper = {"residence": "stated", "facts": "stated", "facility": ROOMS, "valid_until": _day(7)}
    desks.act("Detention", "issue_detention_order", "supervisor", reasons="stated", **paper)
    desks.act("Detention", "detain", "control", facility=ROOMS, shown=["detention_order"])
    assert desks.custody() == "detained_detention_order"
    assert {"hand_over_limit", "detention_limit"} <= _running(desks, "Detention")
    desks.act("Deportation", "hand_over_person", "control")
    assert "hand_over_limit" not in _running(desks, "Detention")
    desks.open("Sponsorship", "request", "clerk", material=True)
    desks.act("Sponsorship", "decide", "supervisor", **_sponsorship())
    assert (desks.stage("Sponsorship"), desks.custody()) == ("awaits_deposit", "detained_detention_order")
    payment = json.dumps({"amount": DEPOSIT, "payer": "payer-1"})
    told = desks.terminal.well(
        "case", "act", desks.case("Sponsorship"), "pay_deposit", "--body", payment, "--as", "tokyo-clerk"
    )
    assert "the case stands at In force" in told
    assert desks.custody() == "sponsored_before_order"
    assert _running(desks, "Detention") == set()
    assert desks.stage("Treatment") == "ended"


def _until_held_again(desks: Desks) -> None:
    """Finding, order, lapse of Sponsorship in the same instant, screening, detention under the order."""
    desks.act("Deportation", "find", "inspector", reasons="stated", **DEPORTABLE)
    desks.act("Deportation", "certify_finding_received", "clerk", received_on=_day(0))
    desks.act("Deportation", "accept_finding", "supervisor", **SIGNED)
    desks.act("Deportation", "waive_special_permission", "supervisor", **SIGNED)
    desks.act("Deportation", "issue_order", "supervisor", destination="XA", reasons="stated")
    ordered = desks.instant_of("Deportation", "DeportationOrderIssued")
    assert desks.instant_of("Sponsorship", "SponsorshipEnded") == ordered
    assert (desks.stage("Sponsorship"), desks.custody()) == ("lapsed", "free")
    desks.act("Detention", "tell_removal_impossible", "control", reasons="no passport")
    desks.act("Detention", "screen_after_order", "supervisor", **CHOSEN)
    desks.act("Detention", "detain", "control", facility=ROOMS, shown=["deportation_order"])
    assert desks.custody() == "detained_deportation_order"
    (review,) = [one for one in desks.shown("DetentionReview")["clocks"] if one["rule"] == "detention_review"]
    assert date.fromisoformat(review["last_day"]) == three_months(date.fromisoformat(review["started_on"]), 1).value
    (held,) = desks.officer("supervisor").get("/v1/custody/held", facility=ROOMS)["items"]
    assert (held["person"], held["title"]) == (desks.person, "deportation_order")


def _running(desks: Desks, procedure: str) -> set[str]:
    return {one["rule"] for one in desks.shown(procedure)["clocks"] if one["status"] == "running"}


def _sponsorship() -> dict[str, Any]:
    notify_by = legal_day(datetime.now(UTC)) + timedelta(days=80)
    while is_administrative_holiday(notify_by):
        notify_by -= timedelta(days=1)
    risks = {"flight": "low", "destroying_evidence": "none"}
    conditions = ["residence", "prefecture", "appearance", "no_flight", "no_destroying_evidence"]
    return {
        "weighed": {"suspected": True, "risks": risks, "disadvantage": "none", "other": "none", "appropriate": True},
        "sponsor": {"reference": "sponsor-1", "kind": "person", "understands": True, "consents": True, "fit": True},
        "terms": {"conditions": conditions, "residence": "stated", "area": "stated"},
        "deposit": {"amount": DEPOSIT, "against": ["flight"], "minor": False},
        "notify_by": notify_by.isoformat(),
        "reasons": "stated",
    }


def _day(ahead: int) -> str:
    return (legal_day(datetime.now(UTC)) + timedelta(days=ahead)).isoformat()


@pytest.mark.slow
async def test_the_48_hours_fire_first_after_an_outage(stack: Stack) -> None:
    """What ran out while the worker was down lapses within seconds of its restart, detention before everything else."""
    assert stack.worker.stop() == 0
    held = [await _imported(stack, file) for file in _not_handed_over()]
    windows = [caseload.clock_run_out(f"w-{stack.house.name}-{number}") for number in range(EACH)]
    waiting = [await _imported(stack, file) for file in windows]
    stack.house.ask("UPDATE obligations SET created_at = created_at - interval '1 minute' RETURNING id")
    stack.worker.start()
    began = time.monotonic()
    await until(lambda: _lapses(stack) >= 2 * EACH, A_FEW_SECONDS)
    print(f"{2 * EACH} clocks lapsed {time.monotonic() - began:.1f} s after the restart began")  # noqa: T201
    order = [person for (person,) in stack.house.ask(_ORDER)]
    assert set(order[:EACH]) == set(held)
    assert set(order[EACH:]) == set(waiting)
    limits = stack.house.ask("SELECT rule FROM clocks WHERE status = 'lapsed' AND person_id = ANY(%s)", held)
    assert {rule for (rule,) in limits} == {HAND_OVER_LIMIT.name}
    duties = "SELECT count(DISTINCT person_id) FROM duties WHERE kind = 'release_at_once' AND done_at IS NULL"
    assert stack.house.ask(duties) == [(EACH,)]
    await stack.assert_sound()


_ORDER = "SELECT person_id FROM entries WHERE outcome = 'lapsed' ORDER BY recorded_at"


def _lapses(stack: Stack) -> int:
    return int(stack.house.ask("SELECT count(*) FROM entries WHERE outcome = 'lapsed'")[0][0])


def _not_handed_over() -> Iterator[ImportedFile]:
    """People detained three days ago whom nobody handed over: their 48 hours ended yesterday."""
    for _ in range(EACH):
        life = Life(f"held-{uuid4().hex}", NewPerson(names=(Name(language="en", text="Ada Canary"),)))
        keep_circumstances(life, 4)
        suspects.screen(life, 3, detained=True)
        suspects.detain(life, 3)
        yield life.file()


async def _imported(stack: Stack, file: ImportedFile) -> str:
    importer = Importer(stack.pool, LAWS, release="test")
    imported = await importer.take(Line(0, file, uuid4().bytes * 2), datetime.now(UTC))
    assert imported.result is Result.IMPORTED, imported.reason
    assert imported.person is not None
    return imported.person
