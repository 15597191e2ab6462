"""What lists are narrowed by and gone on from; every list is a piece with a place to go on."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.posting import is_a_day_on_paper
from api.reach import office_shown
from engine.command import Officer
from law.competence import Power
from law.facts import Custody
from law.ladders import Audience
from law.periods import end_of, start_of
from register.reading import powers_of
from register.views import CaseFilter

MOST: Final = 200

_INSTANT: Final = timedelta(microseconds=1)
_Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{1,80}$")]


def _on_paper(day: date) -> date:
    if not is_a_day_on_paper(day):
        raise ValueError("no day on paper")
    return day


_Day = Annotated[date, AfterValidator(_on_paper)]


class Piece(BaseModel):
    """Which piece of a list."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, populate_by_name=True)

    after: str | None = Field(None, pattern=r"^[A-Za-z0-9_-]{1,300}$", description="`next` of the piece before.")
    limit: int = Field(50, ge=1, le=MOST, description="How many at most.")
    office: _Name | None = Field(None, description="Of this office.")
    person: _Name | None = Field(None, description="Of this person.")
    due_until: _Day | None = Field(None, description="Due on this legal day or earlier.")


class DeadlineQuery(Piece):
    """What deadlines are narrowed to."""

    procedure: str | None = Field(None, pattern=r"^[A-Za-z]{1,60}$", description="Of this procedure.")
    stage: str | None = Field(None, pattern=r"^[a-z0-9_]{1,60}$", description="At this stage.")
    custody: Custody | None = Field(None, description="Of people who are held or free like this.")
    due_from: _Day | None = Field(None, description="Due on this legal day or later.")

    def filter(self, reader: Officer, **more: Any) -> CaseFilter:  # noqa: ANN401  (fields of the filter)
        """As the register takes it. A clock whose last day is D ends at the first instant after D, and is due on D."""
        return CaseFilter(
            person=self.person,
            procedure=self.procedure,
            stage=self.stage,
            office=office_shown(reader, self.office),
            custody=self.custody,
            due_from=_after(self.due_from, start_of),
            due_to=_after(self.due_until, end_of),
            **more,
        )


class CaseQuery(DeadlineQuery):
    """What cases are narrowed to."""

    officer: _Name | None = Field(None, description="In which this officer acted last.")
    closed: bool | None = Field(None, description="Whether the case is closed.")


class DutyQuery(Piece):
    """What duties are narrowed to."""

    mine: bool = Field(False, description="For the powers that you hold.")
    power: Power | None = Field(None, description="For who holds this power.")

    def powers(self, reader: Officer) -> frozenset[Power] | None:
        """The powers asked for; None = everybody's."""
        held = powers_of(reader.roles) if self.mine else None
        if self.power is None:
            return held
        return frozenset({self.power}) & (held if held is not None else {self.power})

    @property
    def due_to(self) -> date | None:
        """The day after the last one asked for."""
        return None if self.due_until is None else self.due_until + timedelta(days=1)


class HeldQuery(BaseModel):
    """What the list of those held now is narrowed to."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    after: str | None = Field(None, pattern=r"^[A-Za-z0-9_-]{1,600}$", description="`next` of the piece before.")
    limit: int = Field(50, ge=1, le=MOST, description="How many at most.")
    office: _Name | None = Field(None, description="Of this office.")
    facility: str | None = Field(None, min_length=1, max_length=200, description="Held there.")


class AlarmQuery(BaseModel):
    """What alarms are narrowed to."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    after: str | None = Field(None, pattern=r"^[A-Za-z0-9_-]{1,300}$", description="`next` of the piece before.")
    limit: int = Field(50, ge=1, le=MOST, description="How many at most.")
    office: _Name | None = Field(None, description="Of this office.")
    person: _Name | None = Field(None, description="Of this person.")
    audience: Audience | None = Field(None, description="For the officers, or for their supervisor.")
    noted: bool = Field(False, description="Those that somebody took note of.")


def _after(day: date | None, boundary: Callable[[date], datetime]) -> datetime | None:
    return None if day is None else boundary(day) + _INSTANT
