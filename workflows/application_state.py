"""Where an application for recognition stands, and what it lays before the rules."""

from collections.abc import Iterable
from datetime import date

from engine.case import Case, CaseStage, stage
from engine.payload import CaseState, Instant
from law.facts import Application, ApplicationKind, Ending, Material
from law.recognition import Outcome
from law.review import Disposition
from workflows.effects import GrantStanding
from workflows.papers.application import REFUSED_OUTCOMES
from workflows.papers.dispositions import DispositionOnFile, RecognitionOnFile


class Stage(CaseStage):
    """From the filing until nothing can change any more."""

    EXAMINATION = stage("examination", "Examination", "審査中")
    REFUSAL_TO_BE_SERVED = stage("refusal_to_be_served", "Refusal to be delivered", "不認定通知の交付待ち")
    OPEN_TO_REVIEW = stage("open_to_review", "Open to review", "審査請求期間中")
    UNDER_REVIEW = stage(
        "under_review",
        "Under review",
        "審査請求中",
        quiet="the request for review is a case of its own, with its duties",
    )
    RECOGNISED = stage(
        "recognised",
        "Recognised",
        "認定済み",
        quiet="the status after recognition is a case of its own, with its duties",
    )
    CONCLUDED = stage("concluded", "Recognised, nothing pending", "認定・終了", closed=True)
    GRANT_REFUSED = stage("grant_refused", "Recognised, status refused", "認定・在留不許可", closed=True)
    FINALLY_REFUSED = stage("finally_refused", "Finally refused", "不認定確定", closed=True)
    WITHDRAWN = stage("withdrawn", "Withdrawn", "取下げ", closed=True)
    REVOKED = stage("revoked", "Recognition revoked", "認定取消し", closed=True)
    OBJECT_LOST = stage("object_lost", "Without object", "対象消滅", closed=True)


class State(CaseState):
    """What is kept of an application. `ended` is its end for removal and provisional stay (61-2-4(5))."""

    kind: ApplicationKind
    filed_at: Instant
    material: Material
    later_material: bool = False
    commission_asked_on: date | None = None
    commission_answered_on: date | None = None
    withdrawal_open: bool = False
    outcome: Outcome | None = None
    decided_on: date | None = None
    refusal_received_on: date | None = None
    recognised_as: ApplicationKind | None = None
    recognised_on: date | None = None
    revoked: bool = False
    grant: GrantStanding | None = None
    had_provisional_stay: bool = False
    late_review_claimed: bool = False
    review_served_at: Instant | None = None
    ended: Ending | None = None
    ended_at: Instant | None = None

    @property
    def is_refused(self) -> bool:
        """A refusal was decided and has not been annulled."""
        return self.outcome in REFUSED_OUTCOMES

    @property
    def recognition_stands(self) -> bool:
        """A recognition was decided and has not been revoked."""
        return self.recognised_as is not None and not self.revoked


def laid_before(case: Case[State]) -> Iterable[object]:
    """The application, the recognition that stands, and the disposition that a review can attack."""
    state = case.state
    yield Application(
        case=case.id,
        kind=state.kind,
        filed_at=state.filed_at,
        material=state.material,
        ended=state.ended,
        ended_at=state.ended_at,
        late_review_claimed=state.late_review_claimed,
        had_provisional_stay=state.had_provisional_stay,
        refusal_received_on=state.refusal_received_on,
        later_material=state.later_material,
        review_served_at=state.review_served_at,
    )
    if state.recognised_as is not None and state.recognised_on is not None and not state.revoked:
        yield RecognitionOnFile(case.id, state.recognised_as, state.recognised_on)
    disposition = _disposition(case)
    if disposition is not None:
        yield DispositionOnFile(case.id, disposition, state.decided_on, state.refusal_received_on)


def _disposition(case: Case[State]) -> Disposition | None:
    for_refugee = case.state.kind is ApplicationKind.REFUGEE
    if case.stage is Stage.EXAMINATION:
        return Disposition.REFUGEE_INACTION if for_refugee else Disposition.PROTECTION_INACTION
    if case.state.is_refused and case.stage not in (Stage.WITHDRAWN, Stage.OBJECT_LOST):
        return Disposition.REFUGEE_REFUSED if for_refugee else Disposition.PROTECTION_REFUSED
    return None
