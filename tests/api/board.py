"""What lies beside the cases, in memory: the notices of countries."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from engine.command import Considered
from law.country_notice import CountryNotice
from register.country_notices import EnteredNotice, already, considered_of, refuse_beside

if TYPE_CHECKING:
    from tests.api.house import Memory


@dataclass
class Board:
    """The notices of countries, as the API's ports ask for them."""

    memory: "Memory"
    notices: list[EnteredNotice] = field(default_factory=list)

    async def enter(
        self, command: str, notice: CountryNotice, *, by: str, correction: str | None = None
    ) -> EnteredNotice:
        """Enter a notice."""
        self.memory.up()
        known = already(self.notices, command, notice, correction)
        if known is not None:
            return known
        standing = [one for one in self.notices if not one.replaced]
        refuse_beside(notice, standing, corrects=correction is not None)
        entered = EnteredNotice(
            number=notice.number,
            revision=1 + sum(one.number == notice.number for one in self.notices),
            effective_from=notice.effective_from,
            countries=tuple(sorted(notice.countries)),
            correction=correction,
            command=command,
            entered_by=by,
            recorded_at=self.memory.now,
            replaced=False,
        )
        replaced = {"replaced": True}
        others = [one.model_copy(update=replaced) if one.number == notice.number else one for one in self.notices]
        self.notices = [entered, *others]
        self.memory.register.country_notices = tuple(one.notice for one in self.notices if not one.replaced)
        return entered

    async def entered(self) -> tuple[EnteredNotice, ...]:
        """Every notice."""
        self.memory.up()
        return tuple(self.notices)

    async def considered(self, at: datetime) -> Considered:
        """What stands beside the cases."""
        self.memory.up()
        return considered_of([one.notice for one in self.notices if not one.replaced], at)
