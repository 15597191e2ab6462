"""Charters in memory for the API."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from register.batches import Assigned, BatchFile, BatchView, ItemView, NewBatch, batch_id_of
from register.errors import KeyReused, NotFound

if TYPE_CHECKING:
    from tests.api.house import Memory


@dataclass(frozen=True)
class Line:
    """Somebody on a list."""

    person: str
    case: str
    request: str | None = None
    step: str | None = None
    assigned: Assigned | None = None
    taken_off_at: datetime | None = None
    taken_off_by: str | None = None


@dataclass
class Manifests:
    """Charters, as the API's ports ask for them."""

    memory: "Memory"
    batches: dict[str, BatchView] = field(default_factory=dict)
    lines: dict[str, dict[str, Line]] = field(default_factory=dict)
    requests: dict[str, Any] = field(default_factory=dict)

    async def create(self, command: str, batch: NewBatch, *, office: str, by: str) -> str:
        """A new charter."""
        identity = batch_id_of(command)
        if self._is_new(identity, (*batch, office)):
            self.batches[identity] = BatchView(
                id=identity,
                reference=batch.reference,
                office=office,
                destination=batch.destination,
                departs_at=batch.departs_at,
                created_by=by,
                created_at=self.memory.now,
            )
            self.lines[identity] = {person: Line(person, case) for person, case in batch.items}
        return identity

    async def read(self, batch: str, *, reader: str) -> BatchFile:
        """A charter."""
        self.memory.up()
        if batch not in self.batches:
            raise NotFound("batch", batch)
        return BatchFile(self.batches[batch], tuple(self._item(line) for line in self.lines[batch].values()))

    async def within(self, offices: Sequence[str] | None, *, reader: str, limit: int) -> tuple[BatchView, ...]:
        """Charters."""
        self.memory.up()
        found = [one for one in self.batches.values() if offices is None or one.office in offices]
        return tuple(found[:limit])

    async def ask(
        self, command: str, batch: str, step: str, people: Iterable[str], assigned: Sequence[Assigned], *, by: str
    ) -> tuple[ItemView, ...]:
        """A step is asked for."""
        if self._is_new(command, (batch, step, *people)):
            for one in assigned:
                line = self.lines[batch][one.person]
                if line.taken_off_at is None:
                    self.lines[batch][one.person] = replace(line, request=command, step=step, assigned=one)
        return (await self.read(batch, reader=by)).items

    async def take_off(self, command: str, batch: str, people: Sequence[str], *, by: str) -> None:
        """People are taken off."""
        if self._is_new(command, (batch, "take_off", *people)):
            for person in people:
                line = self.lines[batch][person]
                self.lines[batch][person] = replace(line, taken_off_at=self.memory.now, taken_off_by=by)

    async def is_listed(self, batch: str, person: str) -> bool:
        """Whether somebody is on the list."""
        self.memory.up()
        return self.lines[batch][person].taken_off_at is None

    def _is_new(self, command: str, said: object) -> bool:
        self.memory.up()
        if command in self.requests and self.requests[command] != said:
            raise KeyReused(command)
        return self.requests.setdefault(command, said) is said

    def _item(self, line: Line) -> ItemView:
        case = self.memory.register.case(line.case)
        sent = line.assigned
        answer = self.memory.answers.get(sent.command) if sent else None
        return ItemView(
            person=line.person,
            case=line.case,
            office=case.office,
            stage=str(case.stage),
            overdue=case.wakes_at is not None and case.wakes_at <= self.memory.now,
            state=case.state.model_dump_json(),
            request=line.request,
            step=line.step,
            command=sent.command if sent else None,
            body=sent.body if sent else None,
            outcome=answer.filed.outcome if answer else None,
            refusal=answer.filed.refusal if answer else None,
            taken_off_at=line.taken_off_at,
            taken_off_by=line.taken_off_by,
        )
