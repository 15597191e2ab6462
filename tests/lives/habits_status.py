"""What usually stands in the papers of suits, of criminal cases, and of a status that is revoked or landed on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from law.court import OF_DEPORTATION, Attacked
from law.facts import DeportationOrder
from law.periods import legal_day
from tests.lives.bodies import NO_CASE
from workflows.papers.dispositions import DispositionOnFile, RecognitionOnFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.lives.bodies import Scene

Body = dict[str, Any]

GROUNDS = ["22-4(1)(vi)", "22-4(1)(vi)", "22-4(1)(i)", "22-4(1)(v)", "22-4(1)(iii)", "22-4(1)(vii)", "22-4(1)(ix)"]
OF_RECOGNISED = "61-2-11(1)"
WITHOUT_PERIOD = {"22-4(1)(i)", "22-4(1)(ii)"}
RELEASES = {"prison_head": ("term_served", "execution_stopped", "other"), "parole_board": ("parole", "discharged")}


_REVOKED_BY = {
    "status_revocation": "StatusRevocation",
    "provisional_stay": "ProvisionalStay",
    "departure_order": "DepartureOrder",
}


def suit(scene: Scene) -> Body:
    """Against a deportation order, another decision of the procedure, or a disposition on recognition."""
    orders, found = scene.position.all(DeportationOrder), scene.position.all(DispositionOnFile)
    made = (scene.today - timedelta(days=scene.random.choice((0, 5, 200)))).isoformat()
    body: Body = {"kind": "annulment", "made_on": None, "known_on": None, "filed_on": None, "review": None}
    revoked = [(attacked, name) for attacked, name in _REVOKED_BY.items() if scene.position.of(name)]
    if revoked and scene.chance(0.3):
        attacked, name = scene.random.choice(revoked)
        return {**body, "attacked": attacked, "case": scene.case_of(name), "made_on": made}
    if orders and scene.chance(0.6):
        return {**body, "attacked": "deportation_order", "case": orders[-1].case}
    if found and scene.chance(0.5):
        return {**body, "attacked": "recognition_refusal", "case": found[-1].case, "made_on": made}
    if scene.position.of("Deportation"):
        attacked = scene.random.choice([one.value for one in OF_DEPORTATION - {Attacked.DEPORTATION_ORDER}])
        attacked = "detention_order" if scene.chance(0.3) else attacked
        return {**body, "attacked": attacked, "case": scene.case_of("Deportation"), "made_on": made}
    return {**body, "attacked": "other", "case": "", "made_on": made}


def stay(scene: Scene) -> Body:
    """Of any width and term."""
    term = scene.random.choice(("day", "judgment", "final_judgment", "lifted"))
    last = (scene.today + timedelta(days=scene.random.choice((1, 20)))).isoformat() if term == "day" else None
    days = scene.random.choice((0, 7)) if term == "judgment" else 0
    return {"term": term, "last_day": last, "days_after": days}


def on_file(scene: Scene) -> Body:
    """A final sentence, served or not."""
    final = (scene.today - timedelta(days=scene.random.choice((0, 90)))).isoformat()
    months, suspended = scene.random.choice((10, 40)), scene.chance(0.3)
    service = "over" if suspended else scene.random.choice(("not_begun", "being_served", "over"))
    sentence = {"final_on": final, "months": months, "suspension": "whole" if suspended else "none"}
    return {"sentence": sentence, "service": service}


def passed(scene: Scene) -> Body:
    """Of months, suspended at times."""
    suspension = scene.random.choice(("none", "none", "whole", "partial"))
    part = 6 if suspension == "partial" else None
    months = scene.random.choice((10, 40))
    return {"months": months, "suspension": suspension, "unsuspended_months": part, "days": 0, "unsuspended_days": 0}


def release_report(scene: Scene) -> Body:
    """Of a release that the reporter must report."""
    reporter = scene.random.choice(sorted(RELEASES))
    release_on = (scene.today + timedelta(days=scene.random.choice((1, 14)))).isoformat()
    return {"reported_by": reporter, "kind": scene.random.choice(RELEASES[reporter]), "release_on": release_on}


def end_of_proceedings(scene: Scene) -> Body:
    """Without an indictment where nobody was indicted."""
    suspected = scene.case is not None and scene.case.stage == "suspected"
    return {"how": scene.random.choice(("not_indicted", "dismissed") if suspected else ("acquitted", "fined"))}


def restriction(scene: Scene) -> Body:
    """Until a day, or until it is lifted."""
    return {"last_day": scene.ahead(20).isoformat() if scene.chance(0.5) else None}


def reported(scene: Scene) -> Body:
    """For what may reach the status of the person."""
    recognised = bool(scene.position.all(RecognitionOnFile))
    grounds = {OF_RECOGNISED} if recognised else set(scene.random.choices(GROUNDS, k=scene.random.choice((1, 1, 2))))
    return {"grounds": sorted(grounds), "from_old_special_permission": False}


def facts_found(scene: Scene) -> Body:
    """Of a ground that was reported: it is there, mostly."""
    grounds = [one.value for one in scene.state.grounds]
    missing = [one for one in grounds if one not in {each.ground.value for each in scene.state.found}]
    there = scene.chance(0.9)
    return {
        "ground": scene.random.choice(missing or grounds),
        "means_found": there,
        "later_permission": False,
        "table_one": True,
        "does_its_activity": False,
        "does_other_activity": True,
        "spouse_only": True,
        "mid_to_long_term": True,
        "counts_from": (scene.today - timedelta(days=400)).isoformat(),
        "notified_on": None,
        "just_cause": not there,
    }


def hearing_notice(scene: Scene) -> Body:
    """For the grounds of which facts were found, some weeks ahead."""
    found = [one.ground.value for one in scene.state.found] or [one.value for one in scene.state.grounds]
    at = (scene.at + timedelta(days=scene.random.choice((1, 8, 30)))).isoformat()
    return {"grounds": sorted(set(found)), "hearing_at": at, "in_good_time": True}


def hearing(scene: Scene) -> Body:
    """Of the person, with everything explained and recorded; at times it goes on another day."""
    goes_on = (scene.at + timedelta(days=2)).isoformat() if scene.chance(0.15) else None
    held = {"facts_explained": True, "record_made": True, "continues_at": goes_on}
    return {"attendance": "person", "agent_certificate": False, **held}


def sent(scene: Scene) -> Body:
    """On the day on which the paper was drawn up, with a record."""
    notices = scene.case.notices if scene.case else ()
    day = legal_day(notices[-1].since) if notices else scene.today
    return {"sent_on": day.isoformat(), "sending_recorded": True, "came_back": False}


def posted(scene: Scene) -> Body:
    """Somebody whose address nobody knows; a last day for leaving is written anew."""
    period = getattr(scene.state, "until", None) is not None
    until = scene.ahead(5) + timedelta(days=21)
    return {"address_unknown": True, "until": until.isoformat() if period else None}


def revoked(scene: Scene) -> Body:
    """On a ground of the notice, with a period where there is one."""
    notified = [one.value for one in scene.state.notified]
    ground = scene.random.choice(notified or GROUNDS)
    flight = ground == "22-4(1)(v)" and scene.chance(0.5)
    until = None if ground in WITHOUT_PERIOD or flight else scene.ahead(24).isoformat()
    return {
        "ground": ground,
        "flight_suspected": flight,
        "until": until,
        "conditions": [],
        "other_status_considered": True,
    }


def investigated(scene: Scene) -> Body:
    """Somebody who did not come by himself or herself, mostly."""
    return {"appeared_at": (scene.at - timedelta(hours=1)).isoformat() if scene.chance(0.2) else None}


def of_deportation(scene: Scene) -> Body:
    """Of the deportation case that goes on."""
    return {"deportation": scene.case_of("Deportation") if scene.position.of("Deportation") else NO_CASE}


HABITS: dict[str, Callable[[Scene], Body]] = {
    "court.Suit": suit,
    "StayOrder": stay,
    "court.Judgment": lambda scene: {
        "outcome": scene.random.choice(("annulled", "annulled", "void", "dismissed", "rejected")),
        "stay_ends": scene.chance(0.2),
    },
    "JudgmentFinal": lambda scene: {"final_on": scene.today.isoformat()},
    "ProceedingsBegun": lambda scene: {
        "since": None,
        "standing": scene.random.choice(("suspect", "accused")),
        "immigration_crime": scene.chance(0.4),
    },
    "TrainingBegun": lambda _: {"since": None},
    "SentenceOnFile": on_file,
    "SentencePassed": passed,
    "SentenceFinal": lambda scene: {"final_on": scene.today.isoformat()},
    "ReleaseReport": release_report,
    "Ended": end_of_proceedings,
    "Restriction": restriction,
    "StatusGroundReported": reported,
    "GroundFound": facts_found,
    "HearingNotice": hearing_notice,
    "NewDate": lambda scene: {
        "hearing_at": (scene.at + timedelta(days=scene.random.choice((1, 8)))).isoformat(),
        "in_good_time": True,
    },
    "PaperDelivered": lambda _: {"delivery": "61-8-2(4)", "at_residence": True, "person_met": True},
    "PaperSent": sent,
    "service.FailedService": lambda scene: {"tried_on": scene.today.isoformat()},
    "PaperPosted": posted,
    "AccessDecided": lambda scene: {"granted": scene.chance(0.6), "refused_for": "third_party"},
    "StatusHearing": hearing,
    "AbsenceJudged": lambda scene: {"just_cause": scene.chance(0.4)},
    "RevocationOfStatus": revoked,
    "LastDayWritten": lambda scene: {"until": scene.ahead(24).isoformat()},
    "ToInvestigate": investigated,
    "RefugeApplication": lambda _: {"on_board": True, "form_6": True, "form_26_2": True},
    "RefugePermit": lambda scene: {
        "limb": "18-2(1)(i)(i)",
        "appropriate": True,
        "last_day": (scene.today + timedelta(days=scene.random.choice((3, 60, 170)))).isoformat(),
        "conditions": ["18(5)(iv)"] if scene.chance(0.6) else [],
    },
    "StatusGiven": lambda scene: {"until": (scene.today + timedelta(days=365)).isoformat()},
    "Flight": lambda scene: {"found_on": scene.today.isoformat()},
    "special_permission.Application": of_deportation,
    "OwnMotion": of_deportation,
}
"""By the name of the payload, as in `habits`."""
