"""How somebody left Japan, as the denial of landing asks for it (5(1)(ix)): the words of DT-04 of LAW §10."""

from enum import StrEnum


class Leaving(StrEnum):
    """How the person left."""

    DEPARTURE_ORDER = "departure_order"
    """Under a departure order, by its date (55-85)."""
    OWN_EXPENSE = "own_expense"
    """Under a deportation order, at own expense with a permission (52(4))."""
    PENAL_ORDER = "penal_order"
    """Under a penal order to leave: deemed deported (55-2(6))."""
    REMOVED = "removed"
    """Removed under a deportation order (52(3))."""
    BY_ONESELF = "by_oneself"
    """Left while a deportation order was in force, in no other of these ways."""
