"""The gate of removal read from the entries on file, in the order of record, and judged by the second reading alone.

Nothing of `law`, `engine` or `workflows` is used here: an entry is a row of JSON, and what it says is folded into the
plain facts of tests/oracle/facts.py.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from . import gate
from .facts import Application, Country, Known, Notice, Order, Person, Proceedings, Sentence, Span, Status

HOLDS_FOR = timedelta(minutes=10)
GATE = ("authorise_removal", "board")
ENDS = ("board", "record_departure", "record_death")
"""After one of these nobody is put on board any more."""
QUIET = frozenset(
    {
        *("keep", "investigate", "notify", "screen", "decide", "hand_over_case", "find", "certify_finding_received"),
        *("accept_finding", "waive_special_permission", "plan_removal", "request_removal", "give_up_authorisation"),
        *("refuse_removal", *GATE, *ENDS),
    }
)
"""Acts that say nothing that DT-01 asks for."""


@dataclass(frozen=True)
class Line:
    """An entry on file: what was asked, and the answer that it got; or something that ran out by itself."""

    id: str
    at: datetime
    """When it happened in law."""
    recorded: datetime
    outcome: str
    """Filed, contested, refused or lapsed."""
    command: dict[str, Any]
    answer: dict[str, Any]
    falls: tuple[str, ...]

    @property
    def act(self) -> str:
        """What was asked: an act, an opening, `correct` or `resolve`; nothing where something ran out."""
        return str(self.command.get("act", ""))

    @property
    def body(self) -> dict[str, Any]:
        """What it says."""
        return dict(self.command["body"])


def faults(ledger: Sequence[Line]) -> Iterator[str]:
    """What is wrong with the authorisations and boardings of a ledger, each at the place that it has on record."""
    for place, line in enumerate(ledger):
        if line.act not in GATE:
            continue
        against = against_gate([one for one in ledger[:place] if one.outcome != "refused"], line)
        if line.outcome == "contested":
            yield f"{line.id} is on file as contested"
        if line.outcome == "filed" and against:
            yield f"{line.id} is on file against {sorted(against)}"
        if line.outcome == "refused" and not against:
            yield f"{line.id} was refused with nothing against it: {line.answer['refusal']['code']}"


def told(wrong: Sequence[str], ledger: Sequence[Line]) -> str:
    """What is wrong, and the end of the ledger that shows it."""
    end = [line for line in ledger if line.command.get("entered_by") != "importer-tokyo"]
    lines = (
        f"  {line.id} {line.act} at {line.at:%H:%M:%S}, received {line.command.get('received_at', '')}: {line.outcome}"
        f" {(line.answer.get('refusal') or {}).get('code', '')}"
        for line in end
    )
    return "\n".join([*wrong, *lines])


def against_gate(before: Sequence[Line], line: Line) -> set[str]:
    """What stands against an authorisation, or a boarding, when it comes to the record."""
    verdict = gate.may_be_removed(known(before), line.at)
    found = set(verdict.closed | verdict.unknown)
    found |= {"something later is on record" for one in before if one.at > line.at}
    counts = [one for one in before if one.outcome == "filed" or _verdicts(before).get(one.id) == "upheld"]
    found |= {"under way or gone already" for one in counts if one.act in ENDS}
    if last(before, "plan_removal")["destination"] != last(before, "find_destination")["destination"]["country"]:
        found.add("the plan leads elsewhere")
    stands = [one for one in before if one.id not in _gone(before)]
    return found | (_against_boarding(stands, line) if line.act == "board" else _against_authorising(stands, line))


def _against_boarding(before: Sequence[Line], line: Line) -> set[str]:
    """It must be authorised, within ten minutes, and nothing whatever may have come to the record since."""
    place = _last_place(before, "authorise_removal")
    if place is None:
        return {"never authorised"}
    ends = before[place].at + HOLDS_FOR
    late = {"ten minutes are over"} if max(line.at, line.recorded) >= ends else set[str]()
    return late | ({"voided"} if before[place + 1 :] else set())


def _against_authorising(before: Sequence[Line], line: Line) -> set[str]:
    """Somebody else must have requested it, and what was requested must not be used up, given up or void."""
    asked = _last_place(before, "request_removal")
    if asked is None:
        return {"never requested"}
    since = before[asked + 1 :]
    found = {"on file too late"} if line.recorded >= line.at + HOLDS_FOR else set[str]()
    if before[asked].command["decided_by"] == line.command["decided_by"]:
        found.add("the same officer")
    given = _last_place(since, "authorise_removal")
    taken_back = any(one.act in ("give_up_authorisation", "refuse_removal") for one in since)
    if taken_back or (given is not None and _is_spent(since[given:], line)):
        found.add("no request stands")
    return found


def _is_spent(since: Sequence[Line], line: Line) -> bool:
    """Whether an authorisation lives, or fell with what came after it; one that ran out leaves its request standing."""
    return line.at < since[0].at + HOLDS_FOR or any(one.outcome != "lapsed" for one in since[1:2])


def _last_place(before: Sequence[Line], act: str) -> int | None:
    places = [place for place, one in enumerate(before) if one.act == act]
    return places[-1] if places else None


def last(before: Sequence[Line], act: str) -> dict[str, Any]:
    """What the last entry of an act says."""
    return [one for one in before if one.act == act][-1].body


def known(before: Sequence[Line]) -> Person:
    """What is on record of the person, from the entries that came to it; a contested one says only that it is one."""
    verdicts = _verdicts(before)
    gone = _gone(before)
    counts = [one for one in before if one.outcome == "filed" or verdicts.get(one.id) == "upheld"]
    person = Person(contested=any(one.outcome == "contested" and one.id not in verdicts for one in before))
    for line in sorted(_corrected(counts), key=lambda one: (one.at, one.recorded)):
        person = person if line.id in gone else _with(person, line)
    return person


def _verdicts(before: Sequence[Line]) -> dict[str, str]:
    return {one.command["target"]: one.body["verdict"] for one in before if one.act == "resolve"}


def _gone(before: Sequence[Line]) -> set[str]:
    """What fell with an entry that was upheld, and what was annulled."""
    verdicts = _verdicts(before)
    counts = [one for one in before if one.outcome == "filed" or verdicts.get(one.id) == "upheld"]
    fallen = {entry for one in counts if verdicts.get(one.id) == "upheld" for entry in one.falls}
    return fallen | {one.command["target"] for one in counts if one.act == "correct" and one.body.get("annul")}


def _corrected(lines: Sequence[Line]) -> list[Line]:
    """The acts, each as it was last corrected."""
    found = {one.id: one for one in lines if one.act not in ("correct", "resolve")}
    for one in lines:
        if one.act == "correct" and one.body.get("body") is not None:
            target = found[one.command["target"]]
            found[target.id] = replace(target, command=target.command | {"body": one.body["body"]})
    return list(found.values())


def _with(person: Person, line: Line) -> Person:
    """One entry folded in. An act that nobody taught this reading is an error, never nothing."""
    if line.act in QUIET:
        return person
    if line.act == "file_application":
        material = "undecided" if line.body["material_came_with_it"] else "none"
        return replace(person, applications=(*person.applications, Application(line.at, material)))
    if line.act == "issue_order":
        return replace(person, orders=(*person.orders, Order(date(2025, 1, 7), line.at)))
    if line.act == "show_order":
        return replace(person, orders=(*person.orders[:-1], replace(person.orders[-1], shown=line.at)))
    if line.act == "withdraw_order":
        return replace(person, orders=(*person.orders[:-1], replace(person.orders[-1], withdrawn=line.at)))
    field, told = _TOLD[line.act]
    return replace(person, **{field: told(line.body)})


def _list(key: str, told: Callable[[dict[str, Any]], Any]) -> Callable[[dict[str, Any]], Known[Any]]:
    return lambda body: Known(tuple(told(one) for one in body[key]))


def _span(one: dict[str, Any]) -> Span:
    return Span(datetime.fromisoformat(one["since"]), _maybe(datetime.fromisoformat, one.get("until")))


def _proceedings(one: dict[str, Any]) -> Proceedings:
    until = _maybe(date.fromisoformat, one.get("until"))
    return Proceedings(one["kind"], date.fromisoformat(one["since"]), until, one.get("leave_given", False))


def _status(one: dict[str, Any]) -> Status:
    return Status(one["kind"], date.fromisoformat(one["since"]), _maybe(date.fromisoformat, one.get("until")))


def _sentence(one: dict[str, Any]) -> Sentence:
    final = _maybe(date.fromisoformat, one["final_on"])
    return Sentence(final, one["months"], one["suspension"] != "none", one.get("japanese_court", True))


def _country(body: dict[str, Any]) -> Country:
    one = body["destination"]
    return Country(one["permitted_by_53"], one["accepts"], one["persecution"], one["torture_or_disappearance"])


def _notice(body: dict[str, Any]) -> Notice:
    one = body["notice"]
    return Notice(date.fromisoformat(one["told_on"]), one.get("lawyer_asked", False))


def _maybe(read: Callable[[str], Any], text: str | None) -> Any:
    return None if text is None else read(text)


_TOLD: dict[str, tuple[str, Callable[[dict[str, Any]], Any]]] = {
    "record_stays": ("statuses", _list("stays", _status)),
    "record_sentences": ("sentences", _list("sentences", _sentence)),
    "record_court_stays": ("court_stays", _list("stays", _span)),
    "record_proceedings": ("proceedings", _list("proceedings", _proceedings)),
    "record_travel_restrictions": ("restrictions", _list("restrictions", _span)),
    "find_destination": ("country", _country),
    "tell_removal": ("notice", _notice),
}
"""What an act of the record of circumstances says, and of what: the last word counts."""
