"""Who may: whose case it is, who holds the power, and who may enter what another decided."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.refusal import NoPower, NotYours, StaleVersion, because
from law.citation import PRACTICE, Citation
from law.competence import Power, may_exercise
from law.finding import Answer, Reason

if TYPE_CHECKING:
    from engine.case import Case
    from engine.command import Entry, Officer


def reachable(case: Case[Any] | None, entry: Entry) -> None:
    """Refuse an entry on a case that does not exist, is another office's, or changed since it was read.

    Raises:
        NotYours: there is no such case of that procedure, or it is not the enterer's to touch; told alike.
        StaleVersion: it changed since it was read.
    """
    officer, command = entry.enterer, entry.command
    if case is None or case.procedure != command.procedure or not _is_of(officer, case.office):
        raise NotYours(
            because(
                "no_such_case",
                PRACTICE("register"),
                en="There is no such case.",
                ja="そのような事件はない。",
                remedy="Name a case of your office.",
            )
        )
    if command.expected_version is not None and command.expected_version != case.version:
        raise StaleVersion(
            because(
                "stale_version",
                PRACTICE("register"),
                en="The case changed since it was read.",
                ja="事件は閲覧後に変更されている。",
                remedy="Read it again.",
            )
        )


def empowered(
    power: Power, basis: tuple[Citation, ...], entry: Entry, *, office: str | None, on_paper: bool = True
) -> None:
    """Refuse an entry whose decider lacks the power, or that its enterer may not put on file.

    An unverified decider (an imported entry) is recorded, not judged; who enters it is always judged.

    Args:
        power: what the decider must hold.
        basis: of the act.
        entry: with decider and enterer as they were at the instants that count.
        office: of the case; None where a case is opened.
        on_paper: whether another officer may enter the decision.

    Raises:
        NoPower: one of them may not.
    """
    decider, enterer = entry.decider, entry.enterer
    if decider.verified:
        _hold(power, decider)
    own = decider.id == enterer.id
    if not enterer.verified or (own and not decider.verified):
        raise NoPower(_not_verified(basis))
    if own:
        return
    if not on_paper:
        raise NoPower(_in_person(basis))
    _hold(Power.RECEIVE_FILING, enterer)
    if decider.verified and not _is_of(decider, office or enterer.office) and not (office is None and enterer.national):
        raise NoPower(_other_office(basis))


def _is_of(officer: Officer, office: str) -> bool:
    return officer.national or officer.office == office


_exercises = lru_cache(maxsize=4096)(may_exercise)
"""Asked of every act, and always the same answer."""


def _hold(power: Power, officer: Officer) -> None:
    finding = _exercises(power, officer.roles)
    if finding.value is not Answer.YES:
        raise NoPower(*finding.reasons)


def _in_person(basis: tuple[Citation, ...]) -> Reason:
    return because(
        "decider_enters_in_person",
        *basis,
        en="This act is entered by the officer who decides it.",
        ja="この行為は決定した者自らが入力する。",
        remedy="Let that officer enter it.",
    )


def _not_verified(basis: tuple[Citation, ...]) -> Reason:
    return because(
        "officer_not_verified",
        *basis,
        en="Who enters an act must be a verified officer.",
        ja="入力者は確認された職員でなければならない。",
        remedy="Let an officer who is on file enter it.",
    )


def _other_office(basis: tuple[Citation, ...]) -> Reason:
    return because(
        "other_office",
        *basis,
        en="The decider belongs to another office than the case.",
        ja="決定した者は事件と異なる官署に属する。",
        remedy="Have it decided at the office of the case.",
    )
