"""The walk through custody: a review falls due by itself, Sponsorship is commanded, an order ends two permissions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from cli.custody import held
from cli.http import Api
from cli.output import Output
from cli.steps import articles, case_of, facts_of, lapsed, open_day, refused, step, tell
from law.periods import legal_day

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST: Final = 200
_DEPOSIT: Final = 300_000
_REASONS: Final = {"reasons": "as in the demonstration"}
_CONSIDERED: Final = {
    "appropriate": False,
    "risk_of_flight": "considerable",
    "risk_of_illegal_work": "low",
    "disadvantage_of_detention": "a small child at home",
}


@dataclass(frozen=True, slots=True)
class _Desk:
    """The officers who act, each at the API."""

    control: Api
    supervisor: Api
    commissioner: Api
    clerk: Api


def walk_through_custody(api: str, people: Mapping[str, str]) -> None:
    """Show the review, the command, the deposit, the Sponsor, the order, and who is held now."""
    names = ("tokyo-control", "tokyo-supervisor", "moj-commissioner", "tokyo-clerk")
    desk = _Desk(*(Api(api, name) for name in names))
    _review_falls_due(desk, people["held"])
    sponsorship = _is_commanded(desk, people["held"])
    _deposit_sets_free(desk, people["held"], sponsorship)
    _sponsor_reports(desk, sponsorship)
    _order_ends_both(desk, people["working"])
    step(12, "Held now, by facility.")
    held(None, _MOST, api, "tokyo-supervisor", Output.TABLE)


def _review_falls_due(desk: _Desk, person: str) -> None:
    step(7, "A review of detention that fell due fired by itself.")
    review = case_of(desk.control, person, "DetentionReview")
    lapsed(desk.control, review, "three months of detention under the order")
    _tell_duties(desk.control, review)


def _tell_duties(api: Api, case: str) -> None:
    for duty in api.get(f"/v1/cases/{case}")["duties"]:
        if duty["done_at"] is None:
            tell(f"owed by {duty['due_on']}: {duty['en']} [{articles(duty['basis'])}]")


def _is_commanded(desk: _Desk, person: str) -> str:
    """Report, consider, command; returns the case of the Sponsorship that was commanded."""
    step(8, "The supervising inspector says no; the Commissioner commands Sponsorship.")
    review = case_of(desk.control, person, "DetentionReview")
    desk.control.act(review, "report_progress", {"hands_in_plan": True, "progress": "no passport yet"})
    desk.supervisor.act(review, "consider", _CONSIDERED | _REASONS)
    told = desk.supervisor.act(review, "tell_commissioner", _REASONS)
    tell(f"{review}: not appropriate, for reasons, which went to the Commissioner; “{told['stage']['en']}”.")
    _tell_duties(desk.supervisor, review)
    commanded = desk.commissioner.act(review, "command_sponsorship", _REASONS)
    tell(f"after the command: “{commanded['stage']['en']}”. The inspector tries to refuse all the same:")
    sponsorship = case_of(desk.supervisor, person, "Sponsorship")
    refused(desk.supervisor, sponsorship, "refuse", _REASONS)
    return sponsorship


def _deposit_sets_free(desk: _Desk, person: str, sponsorship: str) -> None:
    step(9, "Sponsorship is decided with a deposit; its payment sets the person free.")
    decided = desk.supervisor.act(sponsorship, "decide", _decision(legal_day(datetime.now(UTC))))
    before = _custody(desk.clerk, person)
    paid = desk.clerk.act(sponsorship, "pay_deposit", {"amount": _DEPOSIT, "payer": "payer-1"})
    tell(f"{sponsorship}: “{decided['stage']['en']}”; custody: {before}")
    tell(f"{_DEPOSIT:,} yen are paid: “{paid['stage']['en']}”; custody: {_custody(desk.clerk, person)}")


def _custody(api: Api, person: str) -> str:
    return str(api.get(f"/v1/people/{person}/position")["custody"])


def _decision(today: date) -> dict[str, Any]:
    risks = {"flight": "considerable", "illegal_work": "low"}
    weighed = {"risks": risks, "disadvantage": "a small child at home", "other": "none", "appropriate": True}
    sponsor = {"reference": "sponsor-1", "kind": "organisation", "understands": True, "consents": True, "fit": True}
    conditions = ["residence", "prefecture", "appearance", "no_flight", "no_work"]
    return {
        "weighed": weighed,
        "sponsor": sponsor,
        "terms": {"conditions": conditions, "residence": "an address", "area": "Tokyo"},
        "deposit": {"amount": _DEPOSIT, "against": ["flight"], "minor": False},
        "notify_by": open_day(today + timedelta(days=80)).isoformat(),
        **_REASONS,
    }


def _sponsor_reports(desk: _Desk, sponsorship: str) -> None:
    step(10, "The Sponsor reports on demand.")
    due = open_day(legal_day(datetime.now(UTC)) + timedelta(days=14)).isoformat()
    demand = {"items": ["living", "conditions"], "due": due, "needed_because": "the first weeks"}
    desk.supervisor.act(sponsorship, "demand_report", demand)
    clocks = desk.supervisor.get(f"/v1/cases/{sponsorship}")["clocks"]
    (clock,) = [one for one in clocks if one["rule"] == "sponsor_report"]
    tell(f"{sponsorship}: {clock['en']} is due by {clock['last_day']}.")
    desk.clerk.act(sponsorship, "receive_report", {"answers": ["living", "conditions"], "content": "all is well"})
    (fact,) = facts_of(desk.clerk, sponsorship, "ReportReceived")
    tell(f"received, {'late' if fact['body']['late'] else 'in time'} [{articles(fact['basis'])}].")


_ENDED_BY_ORDER: Final = (
    ("Deportation", "DeportationOrderIssued", "the deportation order issued"),
    ("Sponsorship", "SponsorshipEnded", "the Sponsorship lapsed"),
    ("WorkPermission", "WorkPermissionEnded", "the permission to work ended"),
)


def _order_ends_both(desk: _Desk, person: str) -> None:
    step(11, "An order ends a work permission and the Sponsorship in the same instant.")
    deportation = case_of(desk.supervisor, person, "Deportation")
    desk.supervisor.act(deportation, "issue_order", {"destination": "VN", **_REASONS})
    instants = set()
    for procedure, name, what in _ENDED_BY_ORDER:
        (fact,) = facts_of(desk.supervisor, case_of(desk.supervisor, person, procedure), name)
        instants.add(fact["occurred_at"])
        tell(f"{fact['occurred_at']}  {what} [{articles(fact['basis'])}]")
    tell("one instant, not a second between" if len(instants) == 1 else f"{len(instants)} instants")
