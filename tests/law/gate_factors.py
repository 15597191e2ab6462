"""The factors of the covering array over DT-01: what the rows are told, one question a factor."""

from dataclasses import replace
from datetime import datetime
from itertools import product
from typing import Any

from law.facts import RemovalNotice
from law.on_record import AtLeast
from law.periods import legal_day
from law.removal import RemovalFacts
from tests.law import gate_inputs as of
from tests.law.gate_inputs import DAY, TICK, clear, midnight, refused

Change = dict[str, Any]
_OF_THE_APPLICANT = ("stays", "sentences", "security_ground", "applications")


def factors(at: datetime) -> list[list[Change]]:
    """Of each question some answers, every edge among them, and the one that stands against nothing."""
    base = clear(at)
    return [
        [{"orders": base.orders}, {"orders": ()}, *_each("orders", list(of.orders(at))[::13])],
        [{"grants": ()}, *_each("grants", list(of.grants(at))[::2])],
        [{"provisional_stays": ()}, *_each("provisional_stays", list(of.provisional_stays(at))[::5])],
        _applications(at),
        [{"stays": None}, {"stays": ()}, *_each("stays", list(of.stays(at))[::5])],
        [{"sentences": None}, {"sentences": ()}, *_each("sentences", list(of.sentences(at))[::11])],
        [{"security_ground": said} for said in of.TRUTH],
        _known("court_stays", list(of.court_stays(at))[::3]),
        [{"removal_stays": ()}, *_each("removal_stays", list(of.other_court_stays(at)))],
        _known("proceedings", list(of.proceedings(at))[::5]),
        _known("travel_restrictions", list(of.restrictions(at))),
        [{"destination": one} for one in (None, base.destination, *list(of.destinations())[::8])],
        _notices(at),
        [{"contested": some} for some in ((), ("entry",))],
        [{"custody_undecided": some} for some in (False, True)],
    ]


def changed(at: datetime, changes: Change) -> RemovalFacts:
    """The person against whom nothing stands, with these answers."""
    own = {key: told for key, told in changes.items() if key in _OF_THE_APPLICANT}
    others = {key: told for key, told in changes.items() if key not in own}
    applicant = replace(clear(at).applicant, order_issued_on=None, **own)
    return replace(clear(at), applicant=applicant, **others)


def _applications(at: datetime) -> list[Change]:
    filed = (midnight(2024, 6, 10) - TICK, at - DAY, at)
    ended = list(of.applications(at, filed))[::17]
    received = [refused(legal_day(at) - step * DAY, later_material=step == 18) for step in (6, 7, 16, 17, 18, 19, 30)]
    served = [replace(received[-1], review_served_at=at - step * DAY) for step in (9, 10, 11)]
    some = [(one,) for one in (*ended, *received, *served)]
    return [{"applications": told} for told in ((), (ended[0], received[-1]), *some)]


def _notices(at: datetime) -> list[Change]:
    told = [legal_day(at) - step * DAY for step in (28, 29, 30, 31, 32, 59, 60, 61, 62, 63)]
    return [{"notice": None}, *({"notice": RemovalNotice(*one)} for one in product(told, (False, True)))]


def _each(field: str, records: list[Any]) -> list[Change]:
    return [{field: (one,)} for one in records]


def _known(field: str, records: list[Any]) -> list[Change]:
    return [{field: None}, {field: ()}, {field: AtLeast(records[:1])}, *_each(field, records)]
