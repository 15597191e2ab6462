"""The kinds of columns that the tables are made of."""

from typing import Any

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Text
from sqlalchemy.dialects.postgresql import JSONB


def key() -> Column[str]:
    """An opaque id that tells rows apart."""
    return Column(Text, primary_key=True)


def words(*, nullable: bool = False) -> Column[str]:
    """Text."""
    return Column(Text, nullable=nullable)


def reference(to: str, *, primary_key: bool = False) -> Column[str]:
    """The id of a row of another table."""
    return Column(Text, ForeignKey(to), primary_key=primary_key, nullable=False)


def instant(*, nullable: bool = False) -> Column[Any]:
    """An instant; PostgreSQL keeps it in UTC to the microsecond."""
    return Column(DateTime(timezone=True), nullable=nullable)


def flag() -> Column[bool]:
    """Yes or no."""
    return Column(Boolean, nullable=False)


def document(*, nullable: bool = False) -> Column[Any]:
    """A JSON document; absent is SQL's NULL, never JSON's."""
    return Column(JSONB(none_as_null=True), nullable=nullable)
