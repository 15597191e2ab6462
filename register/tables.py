"""The tables of the register. Rows are written by visible SQL (`statements`), never through these classes.

Facts, withdrawals, entries, audit entries, notices of countries, batches and what is asked of them are append-only:
triggers refuse UPDATE, DELETE and TRUNCATE.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Integer, LargeBinary, Text, desc, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from register.alarm_table import AlarmRow
from register.batch_tables import BatchItem, BatchRequest, BatchRow
from register.columns import document, flag, instant, key, reference, words
from register.country_notice_table import CountryNoticeRow


class Office(SQLModel, table=True):
    """An office. Unique by id; `national`: of the Ministry or the Agency, within reach of every case."""

    __tablename__: ClassVar[str] = "offices"

    id: str = Field(sa_column=key())
    en: str = Field(sa_column=words())
    ja: str = Field(sa_column=words())
    national: bool = Field(sa_column=flag())


class OfficerRow(SQLModel, table=True):
    """An officer or a service account. Unique by id, which is opaque; `office` is the home office."""

    __tablename__: ClassVar[str] = "officers"

    id: str = Field(sa_column=key())
    office: str = Field(sa_column=reference("offices.id"))
    name: str = Field(sa_column=words())


class OfficerRole(SQLModel, table=True):
    """A role held at an office from an instant on. Unique by officer, role, office and first instant."""

    __tablename__: ClassVar[str] = "officer_roles"

    officer: str = Field(sa_column=reference("officers.id", primary_key=True))
    role: str = Field(sa_column=key())
    office: str = Field(sa_column=reference("offices.id", primary_key=True))
    since: datetime = Field(sa_column=Column(DateTime(timezone=True), primary_key=True))
    until: datetime | None = Field(sa_column=instant(nullable=True))


class PersonRow(SQLModel, table=True):
    """A foreign national. Unique by id, by the command that created the row, and by file number where there is one.

    The row is what a filing locks. `latest` is the last instant in law that was filed, `recorded_at` the last record.
    """

    __tablename__: ClassVar[str] = "people"
    __table_args__ = (
        Index("people_by_command", "command", unique=True),
        Index("people_by_file_number", "file_number", unique=True),
        Index("people_by_name", "search_names", postgresql_using="gin"),
    )

    id: str = Field(sa_column=key())
    command: str = Field(sa_column=words())
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    names: list[Any] = Field(sa_column=document())
    search_names: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    birth_date: date | None
    nationality: str | None = Field(sa_column=words(nullable=True))
    file_number: str | None = Field(sa_column=words(nullable=True))
    email: str | None = Field(sa_column=words(nullable=True))
    language: str = Field(sa_column=words())
    created_at: datetime = Field(sa_column=instant())
    created_by: str = Field(sa_column=words())
    latest: datetime | None = Field(sa_column=instant(nullable=True))
    recorded_at: datetime = Field(sa_column=instant())


class CaseRow(SQLModel, table=True):
    """A case as it stands. Unique by id, and by `seq`, the order of filing that lists go by.

    `record` holds clocks, duties, notices and contested entries; `facts` and `head` are length and end of the chain of
    facts; `officer` is who last did an act in it; `withdrawn`: a correction undid its opening, only its facts remain.
    """

    __tablename__: ClassVar[str] = "cases"
    __table_args__ = (
        Index("cases_of_person", "person_id"),
        Index("cases_in_order", "seq", unique=True),
        Index("cases_of_office", "office", "seq"),
        Index("circumstances_by_custody", text("(state #>> '{recorded,custody}')"), "person_id",
              postgresql_where=text("procedure = 'Circumstances'")),
        Index("one_keeps_custody", "person_id", unique=True,
              postgresql_where=text("procedure = 'Detention' AND NOT closed AND NOT withdrawn")),
        Index("custody_by_stage", "stage", "person_id",
              postgresql_where=text("procedure = 'Detention' AND NOT closed")),
    )  # fmt: skip

    id: str = Field(sa_column=key())
    seq: int = Field(sa_column=Column(BigInteger, Identity(always=True), nullable=False))
    person_id: str = Field(sa_column=reference("people.id"))
    procedure: str = Field(sa_column=words())
    number: int = Field(sa_column=Column(Integer, nullable=False))
    office: str = Field(sa_column=words())
    officer: str | None = Field(sa_column=words(nullable=True))
    stage: str = Field(sa_column=words())
    closed: bool = Field(sa_column=flag())
    held: bool = Field(sa_column=flag())
    withdrawn: bool = Field(sa_column=flag())
    opened_at: datetime = Field(sa_column=instant())
    wakes_at: datetime | None = Field(sa_column=instant(nullable=True))
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    schema_version: int = Field(sa_column=Column(Integer, nullable=False))
    state: dict[str, Any] = Field(sa_column=document())
    record: dict[str, Any] = Field(sa_column=document())
    facts: int = Field(sa_column=Column(BigInteger, nullable=False))
    head: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class EntryRow(SQLModel, table=True):
    """A command, or a lapse, with its answer. Unique by id, the command's: so nothing is filed twice. Append-only.

    A refused command is kept too; its answer binds its id. A lapse has no command, and none to decide it.
    `considered` is what an act was judged by beside the person's cases.
    """

    __tablename__: ClassVar[str] = "entries"
    __table_args__ = (
        Index("entries_of_person", "person_id", "recorded_at"),
        Index("entries_of_case", "case_id", "recorded_at"),
    )

    id: str = Field(sa_column=key())
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    person_id: str = Field(sa_column=reference("people.id"))
    case_id: str = Field(sa_column=words())
    command: dict[str, Any] | None = Field(sa_column=document(nullable=True))
    decider: dict[str, Any] | None = Field(sa_column=document(nullable=True))
    enterer: dict[str, Any] | None = Field(sa_column=document(nullable=True))
    occurred_at: datetime = Field(sa_column=instant())
    received_at: datetime = Field(sa_column=instant())
    recorded_at: datetime = Field(sa_column=instant())
    release: str = Field(sa_column=words())
    outcome: str = Field(sa_column=words())
    answer: dict[str, Any] | None = Field(sa_column=document(nullable=True))
    contested: bool = Field(sa_column=flag())
    falls: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    considered: dict[str, Any] | None = Field(sa_column=document(nullable=True))


class FactRow(SQLModel, table=True):
    """What an act or a lapse put on record. Unique by case and `seq`, its place in the case's hash chain. Append-only.

    An id may return: a lapse undone by a late entry may come again. At most one row of an id stands.
    """

    __tablename__: ClassVar[str] = "facts"

    case_id: str = Field(sa_column=reference("cases.id", primary_key=True))
    seq: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    id: str = Field(sa_column=words())
    entry_id: str = Field(sa_column=reference("entries.id"))
    kind: str = Field(sa_column=words())
    occurred_at: datetime = Field(sa_column=instant())
    recorded_at: datetime = Field(sa_column=instant())
    body: dict[str, Any] = Field(sa_column=document())
    basis: list[Any] = Field(sa_column=document())
    previous: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class WithdrawnFact(SQLModel, table=True):
    """A fact that no longer stands, and the entry that withdrew it. Unique by the fact. Append-only."""

    __tablename__: ClassVar[str] = "withdrawn_facts"

    case_id: str = Field(sa_column=key())
    seq: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    fact_id: str = Field(sa_column=words())
    entry_id: str = Field(sa_column=reference("entries.id"))
    recorded_at: datetime = Field(sa_column=instant())


class ClockRow(SQLModel, table=True):
    """A clock of a case, for lists and the sweeper; the case's record is the original. Unique by id."""

    __tablename__: ClassVar[str] = "clocks"
    __table_args__ = (
        Index("clocks_running", "danger", "ends_at", "id", postgresql_where=text("status = 'running'")),
        Index("clocks_of_case", "case_id"),
    )

    id: str = Field(sa_column=key())
    case_id: str = Field(sa_column=reference("cases.id"))
    person_id: str = Field(sa_column=words())
    rule: str = Field(sa_column=words())
    danger: int = Field(sa_column=Column(Integer, nullable=False))
    status: str = Field(sa_column=words())
    generation: int = Field(sa_column=Column(Integer, nullable=False))
    started_on: date
    last_day: date
    ends_at: datetime | None = Field(sa_column=instant(nullable=True))
    held: bool = Field(sa_column=flag())


class DutyRow(SQLModel, table=True):
    """A duty of a case, for the inbox. Unique by id. `due` is `due_on`, or the end of time."""

    __tablename__: ClassVar[str] = "duties"
    __table_args__ = (
        Index("duties_open", "due", "since", "id", postgresql_where=text("status = 'open'")),
        Index("duties_of_case", "case_id"),
    )

    id: str = Field(sa_column=key())
    case_id: str = Field(sa_column=reference("cases.id"))
    person_id: str = Field(sa_column=words())
    kind: str = Field(sa_column=words())
    power: str = Field(sa_column=words())
    status: str = Field(sa_column=words())
    since: datetime = Field(sa_column=instant())
    due_on: date | None
    due: date
    done_at: datetime | None = Field(sa_column=instant(nullable=True))


class NoticeRow(SQLModel, table=True):
    """A document to be served. Unique by id."""

    __tablename__: ClassVar[str] = "notices"
    __table_args__ = (Index("notices_of_case", "case_id"),)

    id: str = Field(sa_column=key())
    case_id: str = Field(sa_column=reference("cases.id"))
    person_id: str = Field(sa_column=words())
    kind: str = Field(sa_column=words())
    status: str = Field(sa_column=words())
    since: datetime = Field(sa_column=instant())
    served_on: date | None


class ObligationRow(SQLModel, table=True):
    """Something a filing left to be done outside. Unique by id; a delivery also by its notice, so it is made once.

    `source` is the case whose filing left it, and whose workflow discharges it; `case_id` the case it concerns.
    """

    __tablename__: ClassVar[str] = "obligations"
    __table_args__ = (
        Index("obligations_of_source", "source", "id", postgresql_where=text("done_at IS NULL")),
        Index("obligations_undone", "id", postgresql_where=text("done_at IS NULL")),
        Index("obligations_of_notice", "notice", unique=True, postgresql_where=text("notice IS NOT NULL")),
    )

    id: int = Field(sa_column=Column(BigInteger, Identity(always=True), primary_key=True))
    kind: str = Field(sa_column=words())
    case_id: str = Field(sa_column=reference("cases.id"))
    source: str = Field(sa_column=words())
    notice: str | None = Field(sa_column=words(nullable=True))
    created_at: datetime = Field(sa_column=instant())
    done_at: datetime | None = Field(sa_column=instant(nullable=True))
    attempts: int = Field(sa_column=Column(Integer, nullable=False, server_default=text("0")))
    evidence: dict[str, Any] | None = Field(sa_column=document(nullable=True))


class AuditEntry(SQLModel, table=True):
    """Who read or filed what, in opaque ids. Unique by day, chain (one connection's) and place. Append-only."""

    __tablename__: ClassVar[str] = "audit_entries"
    __table_args__ = (Index("audit_of_person", "person_id", desc("at")),)

    day: date = Field(primary_key=True)
    chain: str = Field(sa_column=key())
    seq: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    at: datetime = Field(sa_column=instant())
    actor: str = Field(sa_column=words())
    action: str = Field(sa_column=words())
    person_id: str | None = Field(sa_column=words(nullable=True))
    case_id: str | None = Field(sa_column=words(nullable=True))
    command: str | None = Field(sa_column=words(nullable=True))
    previous: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


BESIDE = (AlarmRow, BatchItem, BatchRequest, BatchRow, CountryNoticeRow)
"""Tables that stand in files of their own."""
METADATA = SQLModel.metadata
"""What migrations are compared with."""
