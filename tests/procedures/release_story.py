"""Provisional release up to its running: on custody as it is kept, or on a throw-away axis that is moved by hand."""

from collections.abc import Iterable
from typing import Any

from engine.case import CaseStage, stage
from engine.command import Kind
from engine.declaration import Procedures, act, opening
from engine.payload import CaseState, Payload
from engine.position import Position
from engine.procedure import Procedure
from law.citation import ICRRA
from law.competence import Power
from law.custody import ProvisionallyReleased
from law.facts import Custody
from tests.procedures.deportation_story import DESTINATION, FOUND, SIGNED, examined
from tests.procedures.desk import Desk
from tests.procedures.stay_story import AnApplication
from workflows.custody_effects import CustodyChanged, ProvisionalReleaseEnded, ReleaseEnd
from workflows.procedures import PROCEDURES

SII, ICO, INSPECTOR, CLERK = (
    "supervising_immigration_inspector",
    "immigration_control_officer",
    "immigration_inspector",
    "bureau_clerk",
)
DIRECTOR = "centre_director"
TERMS = ["48(1)(i)", "48(1)(ii)", "48(1)(iii)", "48(1)(iv)"]
REQUEST: dict[str, Any] = {
    "requester": "person",
    "reasons_shown": ["humanitarian"],
    "proof": True,
    "content": "stated",
}
GRANT: dict[str, Any] = {
    "reason": "humanitarian",
    "appropriate": True,
    "reasons": "weighed",
    "conditions": TERMS,
    "content": "terms",
}
REFUSAL: dict[str, Any] = {"reason_shown": "health", "language": "English", "reasons": "stated"}
EXTENSION = {"requester": "person", "proof": True, "way": "counter", "content": "stated"}
PROLONGED: dict[str, Any] = {"reason": "health", "appropriate": True, "reasons": "weighed"}


class _Stage(CaseStage):
    OPEN = stage("open", "Open", "係属中", quiet="a throw-away case")
    ENDED = stage("ended", "Ended", "終了", closed=True)


class Moved(Payload):
    """From where the person goes and where to."""

    before: Custody
    after: Custody


class AnAxis(Procedure[CaseState]):
    """A throw-away teller of moves on the axis of custody; where the person stands is put on record beside it."""

    en = "Axis"
    ja = "身柄"
    stages = _Stage
    state_type = CaseState

    @opening(by=Power.RECORD_CUSTODY, basis=ICRRA("39"), ja="開始")
    def keep(self) -> None:
        """Begin."""
        self.begin(CaseState(), _Stage.OPEN)

    @act(by=Power.RECORD_CUSTODY, at=_Stage.OPEN, basis=ICRRA("39"), ja="移動")
    def tell(self, body: Moved) -> None:
        """Tell a move."""
        self.record(CustodyChanged(before=body.before, after=body.after))


def desk(since: str = "2025-02-03T06:00", stays: Iterable[dict[str, Any]] | None = ()) -> Desk:
    """A person of clean record; `stays` None = how the person stays is unknown."""
    one = Desk(Procedures((*PROCEDURES, AnApplication, AnAxis)))
    kept = one.open("Circumstances", "keep", since, INSPECTOR)
    if stays is not None:
        one.act(kept, "record_stays", since, INSPECTOR, stays=list(stays))
    one.act(kept, "record_sentences", since, INSPECTOR, sentences=[])
    return one


def detained_suspect(one: Desk, day: str) -> str:
    """Screened, detained at 08:24, found deportable and accepted at 10:00; returns the case that keeps custody."""
    case = examined(one, day, "detention")
    one.act(case, "find", f"{day}T08:40", INSPECTOR, **FOUND)
    one.act(case, "certify_finding_received", f"{day}T09:00", CLERK, received_on=day)
    one.act(case, "accept_finding", f"{day}T10:00", SII, **SIGNED)
    return position(one).of("Detention")[0].id


def order(one: Desk, at: str) -> str:
    """Special permission waived and the order issued; returns the deportation case."""
    case = position(one).of("Deportation")[0].id
    one.act(case, "waive_special_permission", at, SII, **SIGNED)
    one.act(case, "issue_order", at, SII, **DESTINATION)
    return case


def move(one: Desk, at: str, after: Custody) -> None:
    """The person moves on the axis, as his or her circumstances say, and the other cases are told."""
    before = position(one).custody
    axis = one.open("AnAxis", "keep", at, ICO)
    custody_is(one, at, after)
    one.act(axis, "tell", at, ICO, before=before, after=after)


def custody_is(one: Desk, at: str, custody: Custody) -> None:
    """Put custody on record in the person's circumstances."""
    one.act(circumstances(one), "record_custody", at, ICO, custody=custody)


def held(since: str = "2025-02-03T07:00", custody: Custody = Custody.DETAINED_DETENTION_ORDER) -> Desk:
    """A detained person, as his or her circumstances say."""
    one = desk(since)
    custody_is(one, since, custody)
    return one


def requested(one: Desk, at: str, **changes: Any) -> str:
    """Release is requested by the person."""
    return one.open("ProvisionalRelease", "request", at, CLERK, **(REQUEST | changes))


def released(one: Desk, at: str, last_day: str, **changes: Any) -> str:
    """Requested and granted on a day at 09:00 and 10:00."""
    release = requested(one, f"{at}T09:00")
    one.act(release, "grant", f"{at}T10:00", SII, **(GRANT | {"last_day": last_day} | changes))
    return release


def refused_opening(one: Desk, procedure: str, opened_by: str, at: str, by: str, **body: Any) -> str:
    """Open a case, which must be refused; returns the code, having seen an article."""
    filed = one.send(Kind.OPEN, procedure, "", opened_by, at, by, body)
    assert filed.refusal is not None, f"{opened_by} was not refused"
    assert filed.refusal.reasons[0].basis
    return filed.refusal.code


def position(one: Desk) -> Position:
    """The person's position as it stands on file."""
    return Position(one.register.dossier(one.person).cases, one.procedures)


def circumstances(one: Desk) -> str:
    """The case of the person's circumstances."""
    return position(one).of("Circumstances")[0].id


def release_of(one: Desk) -> ProvisionallyReleased:
    """The release that the rules see."""
    return position(one).all(ProvisionallyReleased)[0]


def ends(one: Desk) -> list[ReleaseEnd]:
    """How releases ended, as the facts say."""
    bodies = (fact.body for fact in one.register.facts(one.person))
    return [body.end for body in bodies if isinstance(body, ProvisionalReleaseEnded)]
