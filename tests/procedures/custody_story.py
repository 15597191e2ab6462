"""Custody for the stories: a suspect screened, taken, handed over, ordered out; a throw-away case tells facts."""

from collections.abc import Iterable
from copy import deepcopy
from datetime import timedelta
from typing import Any, Literal

from engine.case import Case, CaseStage, stage
from engine.command import Filed, Kind
from engine.declaration import Procedures, act, opening, upon
from engine.payload import CaseState, Fact, Payload
from engine.position import Position
from engine.procedure import Procedure
from law.citation import ICRRA
from law.competence import Power
from law.custody import Paragraph, ProvisionallyReleased, Sponsored
from law.facts import Custody
from law.periods import legal_day
from tests.procedures.deportation_story import DESTINATION, FOUND, ORDER_PAPER, SIGNED
from tests.procedures.desk import Desk, jst
from tests.procedures.release_story import GRANT
from tests.procedures.sponsorship_story import decision
from tests.procedures.stay_story import AnApplication
from workflows.custody_effects import (
    ProvisionalReleaseEnded,
    ProvisionalReleaseGranted,
    ReleaseEnd,
    SponsorshipDecided,
    SponsorshipEnd,
    SponsorshipEnded,
    SponsorshipPlaced,
)
from workflows.effects import DeportationOrderIssued
from workflows.procedures import PROCEDURES

ICO, INSPECTOR = "immigration_control_officer", "immigration_inspector"
SII, CLERK, DIRECTOR = "supervising_immigration_inspector", "bureau_clerk", "centre_director"
HEAD = "regional_bureau_head"
REASONED = {"reasons": "stated"}
SHOWN: dict[str, Any] = {"facility": "rooms 1", "shown": ["detention_order"]}
SHOWN_ORDER: dict[str, Any] = {"facility": "rooms 1", "shown": ["deportation_order"]}
TERMS: dict[str, Any] = {"conditions": ["residence", "movement", "appearance", "no_work"], "content": "terms"}
DISASTER: dict[str, Any] = {"no_refuge_inside": True, "escort_impossible": True, "reasons": "earthquake"}


class _Stage(CaseStage):
    OPEN = stage("open", "Open", "係属中", quiet="a throw-away case")
    ENDED = stage("ended", "Ended", "終了", closed=True)


class Said(Payload):
    """A fact that another procedure would record."""

    fact: Literal["decided", "placed", "sponsorship_ended", "released", "release_ended"]
    paragraph: Paragraph = Paragraph.LATER_BEFORE_ORDER
    how: str = ""


class _Told(CaseState):
    sponsored: Sponsored | None = None
    released: ProvisionallyReleased | None = None


class Elsewhere(Procedure[_Told]):
    """A throw-away case that tells, and lays before the rules, what Sponsorship and provisional release would."""

    en = "Elsewhere"
    ja = "他"
    stages = _Stage
    state_type = _Told

    @classmethod
    def bears(cls, case: Case[_Told]) -> Iterable[object]:
        """What took hold and has not ended."""
        yield from (one for one in (case.state.sponsored, case.state.released) if one is not None)

    @opening(by=Power.RECEIVE_FILING, basis=ICRRA("44-2"), ja="開始")
    def begin_to_tell(self) -> None:
        """Begin."""
        self.begin(_Told(), _Stage.OPEN)

    @act(by=Power.RECEIVE_FILING, at=_Stage.OPEN, basis=ICRRA("44-2"), ja="記録")
    def tell(self, body: Said) -> None:
        """Tell."""
        self.record(self._fact(body))

    @act(by=Power.RECEIVE_FILING, at=_Stage.OPEN, basis=ICRRA("44-2"), ja="終了")
    def end(self) -> None:
        """End."""
        self.enter(_Stage.ENDED)

    @upon(DeportationOrderIssued, basis=ICRRA("44-8(vi)"))
    def lapses(self, fact: DeportationOrderIssued) -> None:
        """Sponsorship before the order ends with it."""
        sponsored = self.state.sponsored
        if sponsored is not None and sponsored.paragraph.before_order:
            self.update(sponsored=None)
            end = SponsorshipEnd.LAPSED
            self.record(SponsorshipEnded(sponsorship=self.case_id, paragraph=sponsored.paragraph, end=end))

    def _fact(self, body: Said) -> Fact:
        match body.fact:
            case "decided":
                return SponsorshipDecided(sponsorship=self.case_id, paragraph=body.paragraph, awaits_deposit=True)
            case "placed":
                self.update(sponsored=Sponsored(self.case_id, body.paragraph, self.at, self.at), released=None)
                return SponsorshipPlaced(sponsorship=self.case_id, paragraph=body.paragraph)
            case "sponsorship_ended":
                end = SponsorshipEnd(body.how)
                self.update(sponsored=None)
                return SponsorshipEnded(sponsorship=self.case_id, paragraph=body.paragraph, end=end)
            case "released":
                under_order = self.position.order_in_force(self.at) is not None
                last_day = self.today + timedelta(days=30)
                released = ProvisionallyReleased(self.case_id, self.at, last_day, under_order)
                self.update(released=released, sponsored=None)
                return ProvisionalReleaseGranted(release=self.case_id, last_day=legal_day(self.at))
            case "release_ended":
                self.update(released=None)
                return ProvisionalReleaseEnded(release=self.case_id, end=ReleaseEnd(body.how))


def desk(kept: str = "2024-06-10") -> Desk:
    """A status-less person without sentences, of whom nothing else is on record."""
    one = Desk(Procedures((*PROCEDURES, AnApplication, Elsewhere)))
    case = one.open("Circumstances", "keep", kept, INSPECTOR)
    one.act(case, "record_stays", kept, INSPECTOR, stays=[])
    one.act(case, "record_sentences", kept, INSPECTOR, sentences=[])
    one.open("Elsewhere", "begin_to_tell", kept, CLERK)
    return one


def copy(one: Desk) -> Desk:
    """The same story, to be told on otherwise."""
    return deepcopy(one, {id(one.procedures): one.procedures})


def position(one: Desk, at: str | None = None) -> Position:
    """The person's position as it stands on file, with clocks lapsed up to an instant."""
    return Position(one.register.dossier(one.person, jst(at) if at else None).cases, one.procedures)


def case_of(one: Desk, procedure: str) -> str:
    """The last case of a procedure."""
    return position(one).of(procedure)[-1].id


def custody(one: Desk, at: str | None = None) -> Custody:
    """Where the person stands, with clocks lapsed up to an instant."""
    return position(one, at).custody


def state(one: Desk) -> Any:
    """What the case of custody keeps."""
    return one.register.case(case_of(one, "Detention")).state


def do(one: Desk, act: str, at: str, by: str, **body: Any) -> Filed:
    """An act of the case that keeps custody."""
    return one.act(case_of(one, "Detention"), act, at, by, **body)


def refused(one: Desk, act: str, at: str, by: str, **body: Any) -> str:
    """An act of the case that keeps custody that must be refused; its code."""
    return one.refused(case_of(one, "Detention"), act, at, by, **body)


def tell(one: Desk, at: str, fact: str, **body: Any) -> None:
    """Tell a fact that Sponsorship or provisional release would record."""
    one.act(case_of(one, "Elsewhere"), "tell", at, CLERK, fact=fact, **body)


def try_open(one: Desk, opening: str, at: str, by: str, **body: Any) -> str:
    """Open a case of custody that must be refused; its code."""
    filed = one.send(Kind.OPEN, "Detention", "", opening, at, by, body)
    assert filed.refusal is not None
    assert filed.refusal.reasons[0].basis
    return filed.refusal.code


def owed(one: Desk, at: str | None = None) -> set[str]:
    """The duties of the case that keeps custody, with clocks lapsed up to an instant."""
    case = position(one, at).cases[case_of(one, "Detention")]
    return {duty.kind for duty in case.open_duties}


def clocks(one: Desk) -> dict[str, str]:
    """The running clocks of the case that keeps custody, each with its last day."""
    case = one.register.case(case_of(one, "Detention"))
    return {clock.rule_name: clock.last_day.isoformat() for clock in case.running_clocks}


def clock_end(one: Desk, rule: str) -> str:
    """The first instant after a running clock of the case that keeps custody, in Japan."""
    case = one.register.case(case_of(one, "Detention"))
    ends = next(clock.ends_at for clock in case.running_clocks if clock.rule_name == rule)
    assert ends is not None
    return ends.astimezone(jst("2025-01-01").tzinfo).strftime("%Y-%m-%dT%H:%M")


def suspected(one: Desk, at: str) -> str:
    """Under investigation."""
    since: dict[str, Any] = {"ground": "24(iv)(ro)", "since": "2023-01-10"}
    return one.open("Deportation", "investigate", at, ICO, grounds=[since], reasons="stated")


def screened(one: Desk, at: str, outcome: str = "detention") -> str:
    """Notified and screened; returns the deportation case."""
    case = suspected(one, at)
    one.act(case, "notify", at, ICO, **REASONED)
    one.act(case, "screen", at, SII, outcome=outcome, sponsorship_considered=True, **REASONED)
    return case


def order(one: Desk, at: str, **changes: Any) -> None:
    """Issue a detention order."""
    do(one, "issue_detention_order", at, SII, **(ORDER_PAPER | changes))


def take(one: Desk, at: str, *papers: str) -> None:
    """Detain, showing the papers."""
    do(one, "detain", at, ICO, facility="rooms 1", shown=list(papers or ("detention_order",)))


def detained(one: Desk, at: str) -> str:
    """Screened, ordered and taken at one instant; returns the deportation case."""
    case = screened(one, at)
    order(one, at)
    take(one, at)
    return case


def in_emergency(one: Desk, at: str, **changes: Any) -> str:
    """Detained in an emergency; returns the deportation case."""
    case = suspected(one, at)
    body: dict[str, Any] = {
        "deportation": case,
        "plain": True,
        "flight_before_order": True,
        "facility": "rooms 1",
        **REASONED,
    }
    one.open("Detention", "detain_in_emergency", at, ICO, **(body | changes))
    return case


def handed_over(one: Desk, case: str, at: str) -> None:
    """Handed over to the inspector."""
    one.act(case, "hand_over_person", at, ICO)


def accepted(one: Desk, case: str, day: str) -> None:
    """From the examination to the waiver of special permission, within a day, from 10:00 on."""
    one.act(case, "find", f"{day}T10:00", INSPECTOR, **FOUND)
    one.act(case, "certify_finding_received", f"{day}T10:10", CLERK, received_on=day)
    one.act(case, "accept_finding", f"{day}T10:20", SII, **SIGNED)
    one.act(case, "waive_special_permission", f"{day}T10:30", SII, **SIGNED)


def ordered(one: Desk, case: str, day: str) -> None:
    """The deportation order issued at 11:00."""
    accepted(one, case, day)
    one.act(case, "issue_order", f"{day}T11:00", SII, **DESTINATION)


def held_under_order(one: Desk, day: str) -> str:
    """Taken at 09:00, handed over, and the order issued at 11:00 of a day; returns the deportation case."""
    case = detained(one, f"{day}T09:00")
    handed_over(one, case, f"{day}T09:30")
    ordered(one, case, day)
    return case


def sponsor(one: Desk, at: str, notify_by: str, **changes: Any) -> str:
    """Sponsorship decided of own motion; returns its case."""
    case = one.open("Sponsorship", "consider_on_own_motion", at, SII, **REASONED)
    after = position(one).order_in_force(jst(at)) is not None
    one.act(case, "decide", at, SII, **decision(after=after, notify_by=notify_by, **changes))
    return case


def revoke(one: Desk, case: str, at: str) -> None:
    """Revoke Sponsorship for a broken condition."""
    one.act(case, "revoke", at, SII, grounds=["condition_broken"], reasons="stated")


def let_out(one: Desk, at: str, last_day: str) -> str:
    """Provisional release granted of own motion; returns its case."""
    case = one.open("ProvisionalRelease", "consider_on_own_motion", at, SII, **REASONED)
    one.act(case, "grant", at, SII, **(GRANT | {"last_day": last_day}))
    return case


def record(one: Desk, act: str, at: str, by: str = SII, **body: Any) -> None:
    """Record something in the person's circumstances."""
    one.act(case_of(one, "Circumstances"), act, at, by, **body)
