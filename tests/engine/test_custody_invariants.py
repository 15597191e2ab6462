"""What must hold of custody: a position that breaks it is found, and a sound one is not."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engine.case import ClockStatus
from engine.custody_invariants import (
    CUSTODY,
    detention_before_the_order_has_its_end,
    detention_has_a_title_or_release_is_owed,
    never_more_than_sixty_days,
    nobody_is_held_against_a_court,
    one_case_keeps_custody,
    the_48_hours_run_until_the_hand_over,
    the_axis_agrees_with_its_procedures,
    who_is_to_be_detained_is_on_somebodys_desk,
)
from engine.invariants import OF_A_PERSON
from engine.position import Position
from law.court import Attacked, OrderStayed
from law.custody import CustodyHeld, Paragraph, ProvisionallyReleased, Sponsored, Title
from law.detention import Occasion, TitleEnd
from law.detention_days import DetentionKept, Restraint
from law.facts import CourtStay, CourtStayScope, Custody, TravelRestriction
from tests.procedures.custody_story import case_of, desk, detained, do, handed_over, held_under_order
from tests.procedures.desk import Desk, jst

NOW = jst("2025-05-12T12:00")


class Bent(Position):
    """A position of which some records say something else."""

    def __init__(self, one: Desk, **bent: Any) -> None:
        super().__init__(one.register.dossier(one.person).cases, one.procedures)
        self._bent = bent

    @property
    def kinds(self) -> Mapping[type, tuple[Any, ...]]:
        """The records, the detention bent, others added."""
        laid = dict(super().kinds)
        changes = {name: value for name, value in self._bent.items() if name != "more"}
        if changes:
            laid[DetentionKept] = tuple(replace(one, **changes) for one in laid[DetentionKept])
        for one in self._bent.get("more", ()):
            laid[type(one)] = (*laid.get(type(one), ()), one)
        return laid


def held() -> Desk:
    """Detained on 12 May 2025 at 09:00, not handed over."""
    one = desk()
    detained(one, "2025-05-12T09:00")
    return one


def passed_on() -> Desk:
    """Detained and handed over."""
    one = desk()
    handed_over(one, detained(one, "2025-05-12T09:00"), "2025-05-12T10:00")
    return one


def ordered() -> Desk:
    """Held under the deportation order."""
    one = desk()
    held_under_order(one, "2025-05-12")
    return one


def stopped() -> Desk:
    """Detained, without any clock."""
    one = passed_on()
    file = one.register._files[one.person]
    case = file.dossier.cases[case_of(one, "Detention")]
    clocks = tuple(clock.model_copy(update={"status": ClockStatus.STOPPED, "ends_at": None}) for clock in case.clocks)
    file.dossier = replace(file.dossier, cases={**file.dossier.cases, case.id: case.having(clocks=clocks)})
    return one


DAY = date(2025, 5, 12)
SPONSORED = Sponsored("case_s", Paragraph.LATER_BEFORE_ORDER, NOW, NOW)
BROKEN: list[tuple[Callable[..., Any], Callable[[], Desk], dict[str, Any]]] = [
    (one_case_keeps_custody, held, {"more": (CustodyHeld("case_2", Custody.FREE, NOW),)}),
    (detention_has_a_title_or_release_is_owed, held, {"title": None}),
    (detention_has_a_title_or_release_is_owed, held, {"title": None, "title_ended": TitleEnd.TIME_USED_UP}),
    (detention_has_a_title_or_release_is_owed, held, {"title": Title.EMERGENCY}),
    (detention_has_a_title_or_release_is_owed, held, {"extended": None}),
    (detention_has_a_title_or_release_is_owed, held, {"ordered": True}),
    (detention_has_a_title_or_release_is_owed, held, {"custody": Custody.FREE}),
    (detention_has_a_title_or_release_is_owed, ordered, {"ordered": False}),
    (the_48_hours_run_until_the_hand_over, passed_on, {"handed_over": False}),
    (the_48_hours_run_until_the_hand_over, held, {"held_under": Occasion.SPONSORSHIP_REVOKED}),
    (never_more_than_sixty_days, held, {"spent_before": 60}),
    (never_more_than_sixty_days, held, {"extended": 31}),
    (never_more_than_sixty_days, held, {"restraints": (Restraint(date(2025, 3, 13), DAY),)}),
    (detention_before_the_order_has_its_end, held, {"spent_before": 1}),
    (detention_before_the_order_has_its_end, held, {"extended": 1}),
    (detention_before_the_order_has_its_end, held, {"restraints": (Restraint(DAY, DAY),)}),
    (detention_before_the_order_has_its_end, held, {"custody": Custody.SPONSORED_BEFORE_ORDER}),
    (detention_before_the_order_has_its_end, stopped, {}),
    (
        who_is_to_be_detained_is_on_somebodys_desk,
        held,
        {"custody": Custody.FREE, "due": Occasion.SPONSORSHIP_REVOKED},
    ),
    (the_axis_agrees_with_its_procedures, held, {"more": (SPONSORED,)}),
    (
        the_axis_agrees_with_its_procedures,
        held,
        {"more": (Sponsored("case_s", Paragraph.AT_SCREENING_AFTER_ORDER, NOW),)},
    ),
    (the_axis_agrees_with_its_procedures, held, {"more": (ProvisionallyReleased("case_p", NOW, DAY, False),)}),
]


@pytest.mark.parametrize(("invariant", "start", "bent"), BROKEN)
def test_what_must_not_be_is_found(
    invariant: Callable[..., Any], start: Callable[[], Desk], bent: dict[str, Any]
) -> None:
    """A position that says what the law excludes names the case."""
    assert list(invariant(Bent(start(), **bent), NOW))


@pytest.mark.parametrize("start", [held, passed_on, ordered])
def test_a_sound_position_is_left_alone(start: Callable[[], Desk]) -> None:
    """Nothing is found where the law is kept."""
    assert not [broken for invariant in CUSTODY for broken in invariant(Bent(start()), NOW)]


def test_a_day_more_than_was_spent_moves_the_end() -> None:
    """69: the clock is the sum of the days, so a sum that differs is found in either direction."""
    one = passed_on()
    do(one, "extend", "2025-05-13", "supervising_immigration_inspector", days=10, reasons="unavoidable")
    assert not list(detention_before_the_order_has_its_end(Bent(one), NOW))
    assert list(detention_before_the_order_has_its_end(Bent(one, extended=11), NOW))
    assert list(detention_before_the_order_has_its_end(Bent(one, extended=0), NOW))


@pytest.mark.parametrize(
    ("scope", "found"),
    [(CourtStayScope.REMOVAL, False), (CourtStayScope.EXECUTION, True), (CourtStayScope.EFFECT, True)],
)
def test_who_is_held_under_the_order_against_a_stay_is_found(scope: CourtStayScope, found: bool) -> None:
    """41: a stay of removal alone leaves detention, a wider one does not; that of another order says nothing."""
    one = ordered()
    stay = CourtStay(scope, jst("2025-05-12T11:30"))
    here = OrderStayed("case_c", case_of(one, "Deportation"), Attacked.DEPORTATION_ORDER, stay)
    assert bool(list(nobody_is_held_against_a_court(Bent(one, more=(here,)), NOW))) is found
    elsewhere = OrderStayed("case_c", "case_other", Attacked.DEPORTATION_ORDER, stay)
    assert not list(nobody_is_held_against_a_court(Bent(one, more=(elsewhere,)), NOW))


@pytest.mark.parametrize(("since", "found"), [("2025-05-14T23:59", False), ("2025-05-15T00:00", True)])
def test_who_is_held_under_the_order_against_a_restriction_is_found(since: str, found: bool) -> None:
    """43: from the first day of the law on travel restrictions."""
    one, at = ordered(), jst("2025-05-16T12:00")
    restriction = TravelRestriction(jst(since))
    assert bool(list(nobody_is_held_against_a_court(Bent(one, more=(restriction,)), at))) is found


def test_every_check_of_custody_is_wired() -> None:
    """All of them are asked in every filing."""
    assert set(CUSTODY) <= set(OF_A_PERSON)
