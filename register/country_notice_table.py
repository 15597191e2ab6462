"""The table of the Minister's notices of countries; see `register.tables`."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Column, Index, Integer, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from register.columns import instant, key, words


class CountryNoticeRow(SQLModel, table=True):
    """A notice of countries as entered. Unique by number and `revision`, and by the command that entered it.

    The highest revision of a number stands; the earlier ones were typed wrongly, as its `correction` says. Append-only.
    """

    __tablename__: ClassVar[str] = "country_notices"
    __table_args__ = (Index("country_notices_by_command", "command", unique=True),)

    number: str = Field(sa_column=key())
    revision: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    effective_from: date
    countries: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    correction: str | None = Field(sa_column=words(nullable=True))
    command: str = Field(sa_column=words())
    entered_by: str = Field(sa_column=words())
    recorded_at: datetime = Field(sa_column=instant())
