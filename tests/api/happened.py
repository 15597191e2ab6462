"""Entries and facts of the simulation as the register shows them."""

from typing import Any

from engine.command import Command
from register.views import TimelineItem


def entry(command: Command) -> TimelineItem:
    """As the register shows it."""
    return TimelineItem(
        sort="entry",
        id=command.id,
        name=command.act,
        entry=command.id,
        occurred_at=command.occurred_at,
        recorded_at=command.received_at,
        outcome="filed",
        contested=False,
        decided_by=command.decided_by,
        entered_by=command.entered_by,
        target=command.target,
        release="",
        body=command.body,
        basis=None,
        withdrawn_by=None,
    )


def fact_item(fact: Any) -> TimelineItem:
    """As the register shows it."""
    return TimelineItem(
        sort="fact",
        id=fact.id,
        name=fact.kind,
        entry=fact.entry,
        occurred_at=fact.occurred_at,
        recorded_at=fact.occurred_at,
        outcome=None,
        contested=False,
        decided_by=None,
        entered_by=None,
        target=None,
        release=None,
        body=fact.body.model_dump(mode="json"),
        basis=[[one.law.value, one.article, one.text.isoformat()] for one in fact.basis],
        withdrawn_by=None,
    )
