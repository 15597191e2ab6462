"""Where a request for review stands."""

from datetime import date
from enum import StrEnum

from engine.case import CaseStage, stage
from engine.payload import CaseState, Instant
from law.counselors import Counselor
from law.facts import ApplicationKind
from law.review import Disposition, Timeliness
from workflows.effects import ReviewResult


class Stage(CaseStage):
    """From the receipt of the request until the decision is served."""

    RECEIVED = stage("received", "Received", "受理")
    WITH_PANEL = stage("with_panel", "Before the counselors", "参与員審理中")
    OPINION_GIVEN = stage("opinion_given", "Opinion given", "裁決待ち")
    TO_SERVE = stage("to_serve", "Decision to be served", "裁決書の送達待ち")
    PUBLIC_NOTICE = stage("public_notice", "Public notice running", "公示送達中")
    SIGN_OFF = stage("sign_off", "Public notice to be signed off", "公示送達の確認待ち")
    ENDED = stage("ended", "Decision served", "裁決送達済み", closed=True)
    WITHDRAWN = stage("withdrawn", "Withdrawn", "取下げ", closed=True)
    OBJECT_LOST = stage("object_lost", "Without object", "対象消滅", closed=True)


UNDECIDED = (Stage.RECEIVED, Stage.WITH_PANEL, Stage.OPINION_GIVEN)
REFUSES = (ReviewResult.REJECTED, ReviewResult.DISMISSED)
UNSERVED = (Stage.TO_SERVE, Stage.PUBLIC_NOTICE, Stage.SIGN_OFF)


class Hearing(StrEnum):
    """How the oral statement stands."""

    NOT_ASKED = "not_asked"
    REQUESTED = "requested"
    ALLOWED = "allowed"
    REFUSED = "refused"
    HELD = "held"


class State(CaseState):
    """What is kept of a request. `timeliness` None = against inaction, which has no period."""

    against: str
    disposition: Disposition
    received_at: Instant
    timeliness: Timeliness | None
    correction_until: date | None = None
    corrected_on: date | None = None
    counselors: tuple[Counselor, ...] = ()
    assistant: str | None = None
    statement_until: date | None = None
    statement_on: date | None = None
    hearing: Hearing = Hearing.NOT_ASKED
    signed_by: tuple[str, ...] = ()
    result: ReviewResult | None = None
    recognised_as: ApplicationKind | None = None
    decided_on: date | None = None
    posted_on: date | None = None
    posted_by: str | None = None
