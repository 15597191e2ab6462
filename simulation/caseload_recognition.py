"""Lives of applicants for recognition, from the counter to the last paper; in proportions of LAW §18.1."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

from simulation import lives, suspects
from simulation.lives import Life, keep_circumstances, on, working

Story = Callable[[Life, Random], None]
_CERTIFICATE, _STATUS = "hand_over_certificate", "StatusGrant"


def just_filed(life: Life, rng: Random, *, missing: tuple[str, ...] = ()) -> None:
    """Filed lately; the Commission is not asked yet."""
    day = rng.randint(2, 40)
    keep_circumstances(life, day, status_until=-rng.randint(30, 300))
    lives.apply(life, day, missing=list(missing))


def waiting(life: Life, rng: Random, *, interviewed: bool = False, kind: str = "refugee") -> None:
    """In examination for as long as people wait: two years are common; protection is applied for since 2023-12-01."""
    day = rng.randint(120, 1100 if kind == "refugee" else 1000)
    keep_circumstances(life, day, status_until=rng.choice((None, -90, -200, day // 2)))
    case = lives.apply(life, day, kind)
    lives.ask(life, day - 30, case)
    if interviewed:
        answer = {"answered_on": on(day - 60), "contents": "nothing known"}
        life.act(day - 60, case, "record_commission_answer", "inquirer", **answer)
        lives.interview(life, day - 90, case)


def later_material(life: Life, rng: Random) -> None:
    """Material came after the application and waits for a look."""
    keep_circumstances(life, 300)
    case = lives.apply(life, 300)
    life.act(rng.randint(2, 20), case, "hand_in_material", "clerk", description="letters from home")


def withdrawal(life: Life, rng: Random, *, weighed: bool) -> None:
    """Withdrawn in writing; voluntary, or still to be weighed."""
    keep_circumstances(life, 200, status_until=-100)
    case = lives.apply(life, 200)
    life.act(30, case, "receive_withdrawal", "clerk", in_writing=True)
    if weighed:
        life.act(rng.randint(5, 25), case, "weigh_withdrawal", "inquirer", voluntary=True, reasons="asked alone")


def inaction(life: Life, rng: Random) -> None:
    """A review against a decision that does not come."""
    keep_circumstances(life, 1000)
    case = lives.apply(life, 1000)
    lives.request_review(life, rng.randint(10, 60), case, "refugee_inaction")


def to_be_served(life: Life, rng: Random, *, failed: bool = False) -> None:
    """Refused, the notice on its way; or tried in vain."""
    day = rng.randint(500, 700)
    keep_circumstances(life, day, status_until=30)
    case = lives.apply(life, day)
    lives.ask(life, day - 100, case)
    lives.refuse(life, 12, case)
    if failed:
        attempt = {"tried_on": on(4), "way": "post", "failure": "returned"}
        life.act(4, case, "record_failed_service", "clerk", **attempt)


def received(life: Life, rng: Random, *, ago: int) -> None:
    """The refusal was received so many days ago, and nobody asked for a review."""
    filed = ago + rng.randint(300, 800)
    keep_circumstances(life, filed, status_until=rng.choice((None, -60)))
    lives.refuse_whole(life, filed, ago + rng.randint(3, 30), ago)


def review(life: Life, rng: Random, *, requested: int, **more: Any) -> str:  # noqa: ANN401  (fields of the request)
    """Refused, and attacked in time so many days ago."""
    received_on = requested + rng.randint(1, 6)
    filed = received_on + rng.randint(350, 750)
    keep_circumstances(life, filed, status_until=rng.choice((None, received_on)))
    case = lives.refuse_whole(life, filed, received_on + 5, received_on)
    return lives.request_review(life, requested, case, **more)


def review_received(life: Life, rng: Random) -> None:
    """The panel is still to be named."""
    review(life, rng, requested=rng.randint(5, 60))


def review_sent_back(life: Life, rng: Random) -> None:
    """The request was defective; the time to correct it runs."""
    case = review(life, rng, requested=20)
    life.act(8, case, "send_back_for_correction", "clerk", defect="no signature", until=working(-10))


def review_before_panel(life: Life, rng: Random, *, step: str) -> None:
    """Before the counselors: the statement is awaited, a hearing is asked for, or fixed."""
    case = review(life, rng, requested=rng.randint(90, 200))
    lives.name_panel(life, 40, case)
    if step == "statement":
        life.act(30, case, "fix_statement_time", "counselor-1", until=working(0))
        return
    life.act(30, case, "receive_statement", "clerk", received_on=on(30))
    life.act(25, case, "request_hearing", "clerk")
    if step == "allowed":
        fixed = {"on": working(-21), "questions_asked_for": True, "summons": "unnecessary"}
        life.act(15, case, "allow_hearing", "counselor-1", **fixed)


def review_heard(life: Life, rng: Random) -> None:
    """The opinion is given; the Minister is to decide."""
    case = review(life, rng, requested=rng.randint(200, 300))
    lives.name_panel(life, 60, case)
    lives.give_opinion(life, 20, case)


def review_decided(life: Life, rng: Random, *, posted: int | None = None) -> None:
    """Dismissed, to be served; by public notice where the applicant cannot be found."""
    case = review(life, rng, requested=rng.randint(250, 350))
    lives.decide_review(life, 30, case)
    if posted is not None:
        body = {"posted_on": on(posted), "because": "whereabouts_unknown", "efforts": "last address, relatives, police"}
        life.act(posted, case, "post_public_notice", "clerk", **body)


def review_over(life: Life, rng: Random, *, result: str = "dismissed") -> None:
    """The review is decided and served; an allowed one leaves the application to be decided again, or recognises."""
    case = review(life, rng, requested=rng.randint(320, 400))
    more = {"recognised_as": "refugee"} if result == "recognised" else {}
    lives.decide_review(life, 60, case, result, **more)
    lives.serve_review(life, rng.randint(20, 50), case)


def review_withdrawn(life: Life, rng: Random) -> None:
    """The request was withdrawn: the refusal is final."""
    case = review(life, rng, requested=100)
    life.act(rng.randint(5, 60), case, "withdraw", "clerk", in_writing=True)


def late_review(life: Life, rng: Random, *, excuse: bool) -> None:
    """Asked for a review a month late: with a claimed reason removal waits, without one it is rejected."""
    keep_circumstances(life, 800)
    case = lives.refuse_whole(life, 800, 170, 160)
    if excuse:
        lives.request_review(life, 30, case, justifiable_reason="in hospital since the delivery")
        return
    request = lives.request_review(life, 130, case)
    lives.decide_review(life, 40, request, "rejected", rejected_because="late")
    lives.serve_review(life, rng.randint(15, 30), request)


def recognise(life: Life, decided: int, outcome: str, *, status_until: int | None = None, **more: bool) -> str:
    """An application that is recognised."""
    kind = "complementary_protection" if outcome == "protected" else "refugee"
    keep_circumstances(life, decided + 500, status_until, **more)
    case = lives.apply(life, decided + 500, kind)
    lives.ask(life, decided + 300, case)
    lives.interview(life, decided + 200, case)
    body = lives.REFUSAL | {"outcome": outcome} if outcome == "protected_not_refugee" else {"outcome": outcome}
    life.act(decided, case, "decide", "head", **body)
    return case


def recognised(life: Life, rng: Random, *, outcome: str = "refugee", step: str = "") -> None:
    """Recognised; then the status, its card, the certificate, as far as a step. A status bars a deportation case."""
    decided = rng.randint(30, 300)
    recognise(life, decided, outcome)
    if step == "certificate":
        suspects.investigate(life, decided - 2)
    reached = ("status", "card", "certificate").index(step) + 1 if step else 0
    if reached > 0:
        life.act(decided - 5, _STATUS, "grant_status", "head", barred_ground=False, reasons="no exception")
    if reached > 1:
        life.act(decided - 15, _STATUS, "hand_over_status", "inspector", paper="residence_card")
    if reached > 2:  # the last of the three papers
        life.act(decided - 16, _STATUS, _CERTIFICATE, "inspector", handed_over_on=on(decided - 16))


def recognised_with_status(life: Life, rng: Random, *, outcome: str = "refugee") -> None:
    """Recognised while holding a status: only the certificate is owed, and was given."""
    decided = rng.randint(40, 400)
    recognise(life, decided, outcome, status_until=-200)
    life.act(decided - 10, _STATUS, _CERTIFICATE, "inspector", handed_over_on=on(decided - 10))


def protected_and_refused(life: Life, rng: Random) -> None:
    """Complementary protection recognised, refugee status refused: the refusal is open to review."""
    case = recognise(life, 9, "protected_not_refugee")
    lives.deliver(life, rng.randint(3, 6), case)


def status_refused(life: Life, rng: Random) -> None:
    """Recognised, the status refused for a sentence; the person is to be told."""
    recognise(life, 60, "refugee", listed_crime=True)
    life.act(rng.randint(5, 20), _STATUS, "refuse_status", "head", barred_ground=False, reasons="the sentence")


def left(life: Life, rng: Random, *, died: bool = False) -> None:
    """Left Japan, or died, while the application was pending."""
    keep_circumstances(life, 500, status_until=100)
    case = lives.apply(life, 500)
    lives.ask(life, 450, case)
    day = rng.randint(10, 200)
    life.act(day, "Circumstances", "record_death" if died else "record_departure", "inspector", on=on(day))


def revocation(life: Life, rng: Random, *, step: str, received_ago: int = 0) -> None:
    """A recognition that turns out to rest on fraud, or does not."""
    case = recognise(life, 400, "refugee", status_until=-300)
    life.act(390, _STATUS, _CERTIFICATE, "inspector", handed_over_on=on(390))
    report: dict[str, Any] = {"application": f"${case}", "grounds": ["i"], "facts": "a forged paper"}
    own = life.open(rng.randint(150, 200), "RecognitionRevocation", "report_ground", "inquirer", **report)
    if step == "reported":
        return
    life.act(120, own, "hear_person", "inquirer", held_on=on(120), record_made=True)
    if step == "no_ground":
        life.act(90, own, "find_no_ground", "minister", reasons="the paper is genuine")
        return
    found = {"grounds": ["i"], "status_from": "other", "reasons": "in writing", "instructs_on_review": True}
    life.act(60, own, "revoke", "minister", **found)
    if step == "revoked":
        return
    life.act(received_ago, own, "certify_receipt", "clerk", received_on=on(received_ago), **lives.RECEIVED)
    if step == "attacked":
        lives.request_review(life, 3, own, "refugee_revoked")
    elif step == "taken_back":
        life.act(20, own, "announce_in_gazette", "minister", announced_on=on(20))
        life.act(3, own, "take_back", "minister", reasons="the paper was genuine after all")


FIRST: tuple[tuple[int, Story], ...] = (
    (4, just_filed),
    (2, partial(just_filed, missing=("photographs", "translation"))),
    (6, waiting),
    (5, partial(waiting, interviewed=True)),
    (1, later_material),
    (1, partial(withdrawal, weighed=False)),
    (1, partial(withdrawal, weighed=True)),
    (1, inaction),
    (2, to_be_served),
    (1, partial(to_be_served, failed=True)),
    *((1, partial(received, ago=ago)) for ago in (1, 2, 3, 5, 6, 7, 7, 8)),
    *((1, partial(received, ago=ago)) for ago in (15, 16, 20, 33, 60, 95)),
    (2, review_received),
    (1, review_sent_back),
    *((1, partial(review_before_panel, step=step)) for step in ("statement", "requested", "allowed")),
    (1, review_heard),
    *((1, partial(review_decided, posted=posted)) for posted in (None, 10, 14, 20)),
    (2, review_over),
    (1, partial(review_over, result="annulled")),
    (1, partial(review_over, result="recognised")),
    (1, review_withdrawn),
    (1, partial(late_review, excuse=True)),
    (1, partial(late_review, excuse=False)),
    *((1, partial(recognised, step=step)) for step in ("", "status", "card", "certificate")),
    (1, recognised_with_status),
    (1, protected_and_refused),
    (1, status_refused),
    (1, left),
    (1, partial(left, died=True)),
    *((1, partial(revocation, step=step)) for step in ("reported", "no_ground", "revoked")),
    *((1, partial(revocation, step="received", received_ago=ago)) for ago in (5, 25)),
    (1, partial(revocation, step="attacked", received_ago=6)),
    (1, partial(revocation, step="taken_back", received_ago=25)),
)
"""First applicants, each story with its number of people."""
PROTECTED: tuple[tuple[int, Story], ...] = (
    (3, partial(waiting, kind="complementary_protection")),
    (1, partial(recognised, outcome="protected", step="card")),
    (2, partial(recognised_with_status, outcome="protected")),
)
"""First applicants for complementary protection: not a tenth of all, most of those recognised."""
