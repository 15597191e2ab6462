"""The tables of batches over many people; see `register.tables`."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Text
from sqlmodel import Field, SQLModel

from register.columns import document, instant, key, reference, words


class BatchRow(SQLModel, table=True):
    """A charter manifest. Unique by id, which derives from the command that made it. Append-only.

    `reference` is the flight's, opaque; `office` that of who made it.
    """

    __tablename__: ClassVar[str] = "batches"

    id: str = Field(sa_column=key())
    kind: str = Field(sa_column=words())
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    office: str = Field(sa_column=words())
    reference: str = Field(sa_column=words())
    destination: str = Field(sa_column=words())
    departs_at: datetime = Field(sa_column=instant())
    created_by: str = Field(sa_column=words())
    created_at: datetime = Field(sa_column=instant())


class BatchRequest(SQLModel, table=True):
    """That somebody asked for a step of a batch. Unique by the command, from which each item's own derives.

    Append-only.
    """

    __tablename__: ClassVar[str] = "batch_requests"
    __table_args__ = (Index("batch_requests_of_batch", "batch", "requested_at"),)

    command: str = Field(sa_column=key())
    batch: str = Field(sa_column=reference("batches.id"))
    step: str = Field(sa_column=words())
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    requested_by: str = Field(sa_column=words())
    requested_at: datetime = Field(sa_column=instant())


class BatchItem(SQLModel, table=True):
    """A person of a batch with the case concerned. Unique by batch and person.

    `command` with its `body` is the last one for the person, put here before it is sent: its answer is the entry of
    that id, and where there is none it is not on file.
    """

    __tablename__: ClassVar[str] = "batch_items"
    __table_args__ = (
        Index("batch_items_in_order", "batch", "place", unique=True),
        Index("batch_items_of_person", "person_id"),
    )

    batch: str = Field(sa_column=reference("batches.id", primary_key=True))
    person_id: str = Field(sa_column=reference("people.id", primary_key=True))
    place: int = Field(sa_column=Column(Integer, nullable=False))
    case_id: str = Field(sa_column=reference("cases.id"))
    request: str | None = Field(sa_column=Column(Text, ForeignKey("batch_requests.command"), nullable=True))
    command: str | None = Field(sa_column=words(nullable=True))
    body: dict[str, Any] | None = Field(sa_column=document(nullable=True))
    taken_off_at: datetime | None = Field(sa_column=instant(nullable=True))
    taken_off_by: str | None = Field(sa_column=words(nullable=True))
