"""Lives of people at liberty under Sponsorship or provisional release, or on the way there; and what ends it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from simulation import detainees, suspects
from simulation.caseload_recognition import Story
from simulation.lives import Life, keep_circumstances, on, working

if TYPE_CHECKING:
    from random import Random

_REASONS: Final = {"reasons": "stated"}
_EMPLOYER: Final = {"employer": "employer-1", "employer_name": "a canteen", "activity": "kitchen help"}
_OLD_REQUEST: Final = "2024-05-20T10:00:00+09:00"
_OLD_GRANT: Final = "2024-05-30T10:00:00+09:00"
_NEW_REQUEST: Final = "2024-07-01T10:00:00+09:00"
_NEW_GRANT: Final = "2024-07-10T10:00:00+09:00"


def sponsored(life: Life, _: Random, *, placed: int, notify_by: int) -> None:
    """Under Sponsorship since a screening; the notification is due on a day."""
    keep_circumstances(life, placed + 3)
    suspects.examine(life, placed, notify_by=notify_by)


def notified(life: Life, _: Random, *, placed: int) -> None:
    """Under Sponsorship before the order, and notified in time."""
    keep_circumstances(life, placed + 3)
    suspects.examine(life, placed)
    suspects.notify(life, placed - 75)


def asks_to_work(life: Life) -> str:
    """Under Sponsorship before the order, and asked to work; returns the deportation case."""
    keep_circumstances(life, 50)
    case = suspects.examine(life, 45)
    proofs: dict[str, Any] = {
        "in_person": True,
        "sponsor_consents": True,
        "proof_of_need": True,
        "proof_of_amount": True,
    }
    life.open(30, "WorkPermission", "apply", "clerk", kind="paid_work", **_EMPLOYER, **proofs)
    return case


def permitted_to_work(life: Life) -> str:
    """Permitted to work under Sponsorship before the order; returns the deportation case."""
    case = asks_to_work(life)
    judged = {"needed_for_living": True, "within_living_needs": True, "appropriate": True}
    terms = {"employment_contract": True, "monthly_ceiling": 110_000}
    life.act(20, "WorkPermission", "permit", "supervisor", **judged, **terms, **_EMPLOYER, **_REASONS)
    return case


def works(life: Life, _: Random, *, end: str = "") -> None:
    """Permitted to work; perhaps the permission was withdrawn, or the order ended it."""
    case = permitted_to_work(life)
    if end == "withdrawn":
        life.act(6, "WorkPermission", "withdraw", "supervisor", ground="condition_breached", **_REASONS)
    elif end == "ordered":
        suspects.issue_order(life, 12, case)
        life.act(9, "Sponsorship", "tell_person", "supervisor")
        life.act(9, "Sponsorship", "tell_sponsor", "supervisor")


def may_not_work(life: Life, _: Random, *, decided: bool) -> None:
    """Asked to work under Sponsorship; undecided, or refused."""
    asks_to_work(life)
    if decided:
        life.act(20, "WorkPermission", "refuse", "supervisor", reasons="kin provides for the living")


def report_demanded(life: Life, _: Random) -> None:
    """The Sponsor was asked for a report, which is due in some days."""
    keep_circumstances(life, 40)
    suspects.examine(life, 30)
    demand = {"items": ["living", "conditions"], "due": working(-6), "needed_because": "moved without a word"}
    life.act(9, "Sponsorship", "demand_report", "supervisor", **demand)


def sponsor_resigns(life: Life, _: Random) -> None:
    """The Sponsor resigns in three weeks: another is sought."""
    keep_circumstances(life, 40)
    suspects.examine(life, 35)
    life.act(10, "Sponsorship", "receive_resignation", "clerk", ends_on=on(-21), reasons="moves abroad")


def sponsorship_revoked(life: Life, _: Random) -> None:
    """Held for some days, sponsored, and held again after a flight: the days spent count on."""
    keep_circumstances(life, 60)
    case = suspects.screen(life, 55, detained=True)
    suspects.detain(life, 55)
    detainees.ask_for_sponsorship(life, 54)
    suspects.sponsor(life, 54, -10)
    life.act(53, case, "hand_over_case", "control")
    life.act(8, "Sponsorship", "revoke", "supervisor", grounds=["flight"], reasons="found at the port")
    suspects.detain(life, 7, "sponsorship_revocation")
    detainees.treat(life, 7, 7)


def deposit_awaited(life: Life, _: Random) -> None:
    """Detained under a detention order; Sponsorship is decided, and the deposit awaited."""
    detainees.detain(life, 12)
    detainees.ask_for_sponsorship(life, 9)
    detainees.set_deposit(life, 4, after_order=False)


def request_refused(life: Life, _: Random) -> None:
    """Requested Sponsorship from detention; the refusal is to be served."""
    detainees.detain(life, 16)
    detainees.ask_for_sponsorship(life, 10)
    life.act(3, "Sponsorship", "refuse", "supervisor", reasons="no fit Sponsor")


def sponsored_after(life: Life, _: Random, *, placed: int) -> None:
    """The order ended a Sponsorship; another was decided after it, and a departure plan drawn up."""
    keep_circumstances(life, placed + 8)
    suspects.order(life, placed + 2)
    detainees.screen_after_order(life, placed + 1, "sponsorship")
    suspects.sponsor(life, placed, placed - 80, after_order=True)
    life.act(placed, "Sponsorship", "tell_control_officer", "supervisor")
    detainees.plan(life, placed - 1)


def arrested(life: Life, _: Random) -> None:
    """Under Sponsorship, and arrested by the police."""
    keep_circumstances(life, 40)
    suspects.examine(life, 33)
    life.act(4, "Detention", "record_criminal_custody", "control", custodian="police")


def released(life: Life, _: Random, *, granted: int, last_day: int, extension: bool = False) -> None:
    """Provisionally released from detention under the order until a day."""
    keep_circumstances(life, granted + 48)
    detainees.order(life, granted + 40)
    detainees.plan(life, granted + 39)
    detainees.ask_for_release(life, granted + 5)
    detainees.release(life, granted, last_day)
    if extension:
        detainees.ask_for_extension(life, 2)


def released_before_order(life: Life, _: Random, *, ordered: bool) -> None:
    """Provisionally released from detention under a detention order; perhaps the order has issued since (A-10)."""
    case = detainees.detain(life, 24)
    detainees.ask_for_release(life, 22)
    detainees.release(life, 20, -40)
    if ordered:
        suspects.issue_order(life, 2, case)


def release_asked_for(life: Life, _: Random) -> None:
    """Asked for provisional release for health: a doctor is to be heard."""
    detainees.detain(life, 18)
    detainees.ask_for_release(life, 5)


def refused_twice(life: Life, _: Random) -> None:
    """Refused provisional release for want of a reason, asked for Sponsorship instead, and withdrew that."""
    detainees.detain(life, 19)
    detainees.ask_for_release(life, 15)
    refusal = {"points_to_sponsorship": True, "doctor_not_heard_because": "no illness", "language": "English"}
    life.act(11, "ProvisionalRelease", "refuse", "director", **refusal, **_REASONS)
    detainees.ask_for_sponsorship(life, 9)
    life.act(4, "Sponsorship", "withdraw_request", "clerk", reasons="wants to go home")


def release_taken_over(life: Life, _: Random, *, requested: str, granted: str, last_day: int) -> None:
    """Taken over on a provisional release that ran before the case was kept here."""
    keep_circumstances(life, 30)
    held: dict[str, Any] = {"title": "deportation_order", "since": granted, "on_release": True}
    life.open(30, "Detention", "take_over", "clerk", facility=suspects.ROOMS, **held)
    ran: dict[str, Any] = {
        "requested_at": requested,
        "granted_at": granted,
        "last_day": on(last_day),
        "under_order": True,
    }
    life.open(30, "ProvisionalRelease", "take_over", "clerk", **ran)


def deposit_awaited_after(life: Life, _: Random) -> None:
    """Held under the order; Sponsorship is decided, and the deposit awaited."""
    keep_circumstances(life, 75)
    detainees.hold(life, 70)
    detainees.ask_for_sponsorship(life, 20)
    detainees.set_deposit(life, 6, after_order=True)


def specially_released(life: Life, _: Random) -> None:
    """Released specially: removal has plainly become impossible."""
    keep_circumstances(life, 85)
    detainees.order(life, 80)
    terms = {"conditions": ["residence", "movement", "appearance", "no_work"], "content": "as usual"}
    life.act(15, "Detention", "release_specially", "director", plainly_impossible=True, **terms, **_REASONS)


LIBERTY: tuple[tuple[int, Story], ...] = (
    *((1, partial(sponsored, placed=70, notify_by=day)) for day in (0, -5)),
    (1, partial(notified, placed=95)),
    *((1, partial(works, end=end)) for end in ("", "withdrawn", "ordered")),
    *((1, partial(may_not_work, decided=decided)) for decided in (False, True)),
    (1, report_demanded),
    (1, sponsor_resigns),
    (1, sponsorship_revoked),
    (1, deposit_awaited),
    (1, request_refused),
    *((1, partial(sponsored_after, placed=placed)) for placed in (12, 60)),
    (1, arrested),
    (1, partial(released, granted=60, last_day=0)),
    (1, partial(released, granted=80, last_day=-6, extension=True)),
    *((1, partial(released_before_order, ordered=ordered)) for ordered in (True, False)),
    (1, release_asked_for),
    (1, refused_twice),
    *((1, partial(release_taken_over, requested=_OLD_REQUEST, granted=_OLD_GRANT, last_day=day)) for day in (-20, 4)),
    (1, partial(release_taken_over, requested=_NEW_REQUEST, granted=_NEW_GRANT, last_day=0)),
    (1, deposit_awaited_after),
    (1, specially_released),
)
"""Each story with its number of people; more of each than in life, for it is here to be seen."""
