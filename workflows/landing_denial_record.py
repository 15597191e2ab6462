"""What the person's other cases have on record that a denial of landing, or a decision on it, hangs on."""

from collections.abc import Iterator
from datetime import date

from engine.position import Position
from law.decision_table import any_of
from law.facts import Circumstances, Ground, Sentence
from law.landing_denial import DenialKept, was_deported_before
from law.on_record import together
from law.own_expense import OwnExpenseTerms
from law.periods import legal_day
from workflows.deportation_case import State as DeportationState
from workflows.papers.deportation import DepartureAssessment


def recorded(position: Position) -> Circumstances:
    """The person's circumstances as last on record, also where their case closed as the person left."""
    kept = position.of("Circumstances")
    found: Circumstances = kept[-1].state.recorded if kept else Circumstances()
    return together(found, stays=(), proceedings=(), restrictions=(), sentences=position.all(Sentence))


def grounds_of_order(position: Position, on: date) -> frozenset[Ground] | None:
    """Every item found of the last deportation order up to a day that was not withdrawn; None where there is none."""
    ordered = [
        one
        for one in _deportations(position)
        if one.ordered_at is not None and one.withdrawn_at is None and legal_day(one.ordered_at) <= on
    ]
    return frozenset(each.ground for each in ordered[-1].grounds) if ordered else None


def earlier_departure(position: Position, on: date) -> bool | None:
    """Whether the person was deported, or left under a departure order, before a day; None where no case knows.

    A denial on record proves one. An officer who looked into it, for a finding or for a decision of one year, may
    have put on record that there is none; any yes outweighs every no.
    """
    if was_deported_before(position.all(DenialKept), on):
        return True
    looked_into = [any_of(each.deported_before, each.left_under_departure_order_before) for each in _assessed(position)]
    looked_into += [terms.before for terms in position.all(OwnExpenseTerms)]
    return True if True in looked_into else False if False in looked_into else None


def _assessed(position: Position) -> Iterator[DepartureAssessment]:
    return (one.assessment for one in _deportations(position))


def _deportations(position: Position) -> Iterator[DeportationState]:
    return (case.state for case in position.of("Deportation"))
