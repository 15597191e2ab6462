"""What usually stands in the papers of recognition and provisional stay: fields that make most acts succeed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from law.facts import Application, ApplicationKind, DeportationOrder
from law.recognition import OLD_LAW_ENDED, Outcome
from law.review import Timeliness
from tests.lives.bodies import NO_CASE, working
from workflows.papers.application import REFUSED_OUTCOMES
from workflows.papers.dispositions import INACTION, REVOCATIONS, DispositionOnFile, RecognitionOnFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.lives.bodies import Scene

Body = dict[str, Any]
Habit = "Callable[[Scene], Body]"

_TERMS = ["56-2(3)(i)", "56-2(3)(ii)", "56-2(3)(iii)"]


def filed_application(scene: Scene) -> Body:
    """By the applicant, of either kind."""
    alone = scene.chance(0.9)
    return {"filed_by": "applicant"} if alone else {"filed_by": "parent", "prevented_because": "illness"}


def decision(scene: Scene) -> Body:
    """An outcome that the kind of application can have."""
    refugee = [Outcome.REFUGEE, Outcome.PROTECTED_NOT_REFUGEE, Outcome.REFUGEE_REFUSED, Outcome.REFUGEE_REFUSED]
    protection = [Outcome.PROTECTED, Outcome.PROTECTION_REFUSED]
    is_refugee = scene.state.kind is ApplicationKind.REFUGEE
    outcome = scene.random.choice(refugee if is_refugee else protection)
    owed = outcome in REFUSED_OUTCOMES and outcome is not Outcome.PROTECTED_NOT_REFUGEE and _old_law(scene)
    return {
        "outcome": outcome.value,
        "reasons": "in writing",
        "protection_assessment": "assessed",
        "instructs_on_review": True,
        "old_special_permission": scene.random.choice(("granted", "refused")) if owed else None,
    }


def _old_law(scene: Scene) -> bool:
    """Whether application and order are from before 2024-06-10."""
    filed_at = getattr(scene.state, "filed_at", None)
    orders = [one for one in scene.position.all(DeportationOrder) if one.issued_at < OLD_LAW_ENDED]
    return filed_at is not None and filed_at < OLD_LAW_ENDED and bool(orders)


def request_for_review(scene: Scene) -> Body:
    """Of a disposition on file."""
    found = scene.position.all(DispositionOnFile)
    if not found:
        return {"case": NO_CASE}
    attacked = scene.random.choice(found)
    posted = {"posted_on": scene.today.isoformat()} if scene.chance(0.1) else {"posted_on": None}
    reason = "ill" if scene.chance(0.3) else None
    return {"case": attacked.case, "disposition": attacked.disposition.value, "justifiable_reason": reason, **posted}


def _counselor(reference: str, *, is_head: bool) -> Body:
    return {"reference": reference, "is_head": is_head, "conflicts": []}


def panel(_: Scene) -> Body:
    """Three counselors without interest."""
    counselors = [_counselor("a", is_head=True), _counselor("b", is_head=False), _counselor("c", is_head=False)]
    return {"counselors": counselors, "assistant_conflicts": [], "papers_shown": True}


def withdrawn_counselor(scene: Scene) -> Body:
    """One of the panel."""
    references = [one.reference for one in scene.state.counselors]
    return {"reference": scene.random.choice(references)} if references else {}


def replaced_counselor(scene: Scene) -> Body:
    """A head where there is none."""
    head = not any(one.is_head for one in scene.state.counselors)
    return {"counselor": _counselor(f"d{scene.random.randint(1, 9)}", is_head=head)}


def opinion(scene: Scene) -> Body:
    """Of all who are on the panel."""
    signed = [one.reference for one in scene.state.counselors][:3]
    return {"signed_by": signed, "views": [{"counselors": signed or ["a"], "opinion": "dismissed", "reasons": "r"}]}


def review_decision(scene: Scene) -> Body:
    """A result that the disposition can have, rejecting what is late."""
    state = scene.state
    claimed = state.timeliness is Timeliness.LATE_WITH_CLAIMED_REASON
    excused = scene.chance(0.5) if claimed else None
    late = state.timeliness is Timeliness.LATE or (claimed and not excused)
    results = {"dismissed", "inaction_unlawful" if state.disposition in INACTION else "annulled"}
    if state.disposition not in INACTION | REVOCATIONS:
        results.add("recognised")
    result = "rejected" if late else scene.random.choice(sorted(results))
    refugee = "refugee" if "refugee" in state.disposition.value else "complementary_protection"
    at_once = result == "recognised" or (result == "inaction_unlawful" and scene.chance(0.5))
    kind = scene.random.choice((refugee, "complementary_protection"))
    return {
        "result": result,
        "gist_of_opinion": "the gist",
        "rejected_because": "late" if late else None,
        "lateness_excused": excused,
        "recognised_as": kind if at_once else None,
    }


def reported_ground(scene: Scene) -> Body:
    """On a recognition that stands."""
    found = scene.position.all(RecognitionOnFile)
    return {"application": scene.random.choice(found).application} if found else {"application": NO_CASE}


def pending_application(scene: Scene) -> Body:
    """The application that raises the question of provisional stay."""
    found = [one.case for one in scene.position.all(Application) if one.ended is None]
    return {"application": scene.random.choice(found)} if found else {"application": NO_CASE}


def exclusions(scene: Scene) -> Body:
    """Mostly none."""
    flight = scene.chance(0.15)
    return {
        "landed_on": (scene.today - timedelta(days=30)).isoformat(),
        "learned_on": None,
        "inadmissible_on_entry": False,
        "suspected_ground": False,
        "plainly_late": False,
        "plainly_not_from_convention_danger": False,
        "plainly_not_from_persecution": False,
        "flight_suspected": flight,
    }


def holder_status(scene: Scene) -> Body:
    """Without a suspicion."""
    return {"suspected_ground": False, "refusal_lacks_humanity": scene.chance(0.5)}


def renewal(scene: Scene) -> Body:
    """Within six months of the last day before."""
    after = max(scene.state.last_day or scene.today, scene.today)
    return {"last_day": working(after + timedelta(days=scene.random.randint(1, 150))).isoformat()}


HABITS: dict[str, Callable[[Scene], Body]] = {
    "FiledApplication": filed_application,
    "RecognitionDecision": decision,
    "WithdrawalWeighed": lambda scene: {"voluntary": scene.chance(0.5)},
    "RequestForReview": request_for_review,
    "PanelNamed": panel,
    "CounselorWithdrawn": withdrawn_counselor,
    "CounselorReplaced": replaced_counselor,
    "StatementTime": lambda scene: {"until": scene.ahead(20).isoformat()},
    "DefectFound": lambda scene: {"until": scene.ahead(20).isoformat()},
    "HearingAllowed": lambda scene: {"on": scene.ahead(5).isoformat()},
    "OpinionPaper": opinion,
    "ReviewDecided": review_decision,
    "GroundReported": reported_ground,
    "RevocationDecision": lambda scene: {"grounds": [scene.random.choice(("i", "ii", "iii"))], "reasons": "r"},
    "StatusDecision": lambda _: {"barred_ground": False},
    "StatusRefusal": lambda scene: {
        "barred_ground": True,
        "old_special_permission": scene.random.choice(("granted", "refused")) if _old_law(scene) else None,
    },
    "StayExamination": pending_application,
    "ExclusionsFound": exclusions,
    "StayPermit": lambda scene: {"last_day": scene.ahead(170).isoformat(), "conditions": _TERMS},
    "RenewalGranted": renewal,
    "StayRevocation": lambda _: {"conduct": ["61-2-6(iii)"], "existed": [], "arose": []},
    "HolderStatus": holder_status,
    "WorkApplication": lambda scene: {"kind": "paid_work" if scene.chance(0.9) else "business"},
    "FinalJudgment": lambda scene: {"final_on": scene.today.isoformat(), "served_on": scene.today.isoformat()},
    "Receipt": lambda scene: {"received_on": scene.today.isoformat(), "reached_the_person": True},
}
"""By the name of the payload: the fields that matter; what a payload does not have is left out."""
