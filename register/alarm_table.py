"""The table of alarms; see `register.tables`."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, Column, Identity, Index, Integer, text
from sqlmodel import Field, SQLModel

from register.columns import instant, reference, words


class AlarmRow(SQLModel, table=True):
    """That a coming end or an overdue duty was alarmed. Unique by id, and by clock or duty, generation and rung."""

    __tablename__: ClassVar[str] = "alarms"
    __table_args__ = (
        Index("alarms_once", "source", "generation", "rung", unique=True),
        Index("alarms_open", "ends_at", "id", postgresql_where=text("noted_at IS NULL")),
    )

    id: int = Field(sa_column=Column(BigInteger, Identity(always=True), primary_key=True))
    source: str = Field(sa_column=words())
    generation: int = Field(sa_column=Column(Integer, nullable=False))
    rung: int = Field(sa_column=Column(Integer, nullable=False))
    case_id: str = Field(sa_column=reference("cases.id"))
    person_id: str = Field(sa_column=words())
    subject: str = Field(sa_column=words())
    audience: str = Field(sa_column=words())
    ends_at: datetime = Field(sa_column=instant())
    raised_at: datetime = Field(sa_column=instant())
    noted_by: str | None = Field(sa_column=words(nullable=True))
    noted_at: datetime | None = Field(sa_column=instant(nullable=True))
