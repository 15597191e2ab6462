"""Amounts of money."""

from typing import NewType

Yen = NewType("Yen", int)
"""An amount in whole yen, never negative."""
