"""What every request that files something carries: who sends it, and the key that makes a repeat harmless."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Annotated, Final

from fastapi import Depends, Header
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from api.identity import Caller, HouseOf
from api.ports import House
from api.problems import KeyMissing
from engine.command import Officer
from law.periods import JST

EARLIEST: Final = datetime(1990, 1, 1, tzinfo=JST)
"""No case of ours began before it."""
_DAYS: Final = (date(1850, 1, 1), date(2199, 12, 31))
"""Days that a paper can name."""

KeyHeader = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[A-Za-z0-9_.:-]{1,80}$",
        description="Yours, one for each thing to be filed. A repeat with the same key files nothing and is answered "
        "with what is on file; a refusal binds its key too.",
        examples=["2f1c7d0e-4b1f-4d56-9a55-2f5a0d1c8e11"],
    ),
]


@dataclass(frozen=True, slots=True)
class Posting:
    """Who sends, under which key, to which house."""

    house: House
    officer: Officer
    key: str

    @property
    def command(self) -> str:
        """The command's id: the key, scoped to the officer; opaque, whatever the key says."""
        return f"cmd_{sha256(f'{self.officer.id} {self.key}'.encode()).hexdigest()[:40]}"

    def by(self, officer: Officer) -> "Posting":
        """The same, sent by the officer as he or she acts at the case's office."""
        return replace(self, officer=officer)


async def _posting(house: HouseOf, officer: Caller, idempotency_key: KeyHeader = None) -> Posting:
    if idempotency_key is None:
        raise KeyMissing
    return Posting(house, officer, idempotency_key)


PostingOf = Annotated[Posting, Depends(_posting)]


def _occurred(instant: datetime) -> datetime:
    if instant < EARLIEST:
        raise ValueError("no act of ours lies before 1990")
    return instant


def is_a_day_on_paper(day: date) -> bool:
    """Whether a legal day is one that a paper can name."""
    first, last = _DAYS
    return first <= day <= last


OccurredAt = Annotated[AwareDatetime, AfterValidator(_occurred)]
"""When it happened in law, with its zone; neither before 1990 nor in the future."""
OfficerId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{1,80}$", examples=["officer_01"])]


class Timed(BaseModel):
    """What an officer says beside the body of an act."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    occurred_at: OccurredAt | None = Field(
        default=None, description="When it happened in law; without it, now. An instant with its zone, from 1990 on."
    )
    decided_by: OfficerId | None = Field(default=None, description="The officer named on the paper; without it, you.")
