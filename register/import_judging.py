"""An imported person, judged act by act on what the acts before it made of him or her; nothing is written here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from engine.command import Entry, Kind, Outcome
from engine.considering import considered_at
from engine.history import Recorded
from engine.position import Dossier
from engine.refusal import Defect
from law.country_notice import in_force, may_be_entered
from law.periods import legal_day
from register.country_notices import considered_of
from register.errors import Unkeepable
from register.importing import NamedCase, UnreadableAct, by_procedure, command_of, instant_of, opened_by, person_of
from register.judgement import Judgement, OnFile, begin, judge, lapses, needs_history
from register.receipt import Receipt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from engine.command import Command, Considered, RefusalSent
    from engine.declaration import Act, Procedures
    from law.country_notice import CountryNotice
    from register.importing import ImportedAct, ImportedFile


_IN_PERSON: Final = (
    "entered_in_person: The officer who decides it enters it when it is done, and no import does."
    " Leave it out with what rests on it; of a removal that took place, record the departure"
    " (LandingDenial, record_leaving)."
)


class BadLineError(Exception):
    """Why a line cannot be filed; the message repeats nothing of it."""


class Known(NamedTuple):
    """What is read before a line is judged."""

    now: datetime
    digest: bytes | None
    officers: Sequence[Any]
    notices: tuple[CountryNotice, ...] = ()


class Judging:
    """Judges lines by the rules of the register.

    Args:
        procedures: the declarations.
        release: of the code that judges; kept with every entry.
    """

    def __init__(self, procedures: Procedures, release: str) -> None:
        self._procedures = procedures
        self._release = release

    def judge(self, file: ImportedFile, received_at: datetime, known: Known) -> list[Judgement]:
        """Judge every act of a line, and what ran out before each of them, in order.

        Raises:
            BadLineError: an act cannot be read, or the law does not allow it.
        """
        on_file = OnFile(Dossier(person_of(file), {}), {}, known.now, known.now, known.officers)
        named: dict[str, NamedCase] = {}
        history: list[Recorded] = []
        judgements: list[Judgement] = []
        for place, act in enumerate(file.acts, start=1):
            lapsed = self._lapsed(file, place, received_at, on_file)
            if lapsed.is_change:
                judgements.append(lapsed)
                on_file = _after(on_file, lapsed)
            command = _command(file, place, received_at, by_procedure(_cases_of(on_file.dossier)) | named)
            self._see_on_paper(place, command)
            judgement = self._judged(place, command, on_file, history, self._considered(place, act, command, known))
            named |= opened_by(act, command)
            history.append(recorded(judgement))
            judgements.append(judgement)
            on_file = _after(on_file, judgement)
        return judgements

    def _lapsed(self, file: ImportedFile, place: int, received_at: datetime, on_file: OnFile) -> Judgement:
        """What had run out by then: a case that a lapse opens can be named by the act after it."""
        try:
            at = instant_of(file, place, received_at)
            return lapses(self._procedures, on_file, min(at, received_at), self._release)
        except UnreadableAct as error:
            raise BadLineError(str(error)) from None
        except Defect as defect:
            raise BadLineError(f"act {place}: {defect.code}") from None

    def _see_on_paper(self, place: int, command: Command) -> None:
        """Refuse what its decider alone enters, as it happens: the gate of removal is passed here, or nowhere."""
        if self._has(command) and not self._declared(command).on_paper:
            articles = ", ".join(map(str, self._declared(command).basis))
            raise BadLineError(f"act {place} {command.act}: {_IN_PERSON} [{articles}]")

    def _considered(self, place: int, act: ImportedAct, command: Command, known: Known) -> Considered | None:
        """What the act is judged by beside the cases: as the line says, or else as the register knows of its day."""
        at, said = considered_at(self._procedures, command, ()), act.considered
        if said is None:
            return None if at is None else considered_of(known.notices, at)
        if at is None:
            raise BadLineError(f"act {place}: it considers nothing beside the cases")
        notice = said.country_notice
        if notice is not None and notice != in_force([notice], legal_day(at)):
            raise BadLineError(f"act {place}: the notice that it considered was not in force on its day")
        against = () if notice is None else may_be_entered(notice, (), corrects=False).reasons
        if against:
            raise BadLineError(f"act {place}: the notice that it considered: {against[0].code}")
        return said

    def _judged(
        self, place: int, command: Command, on_file: OnFile, history: list[Recorded], considered: Considered | None
    ) -> Judgement:
        try:
            judgement = begin(on_file, Receipt.of(command), self._release)
            judgement.considered = considered
            judge(self._procedures, judgement, history if needs_history(judgement) else ())
        except Unkeepable:
            raise BadLineError(f"act {place}: it holds what cannot be kept") from None
        except Defect as defect:
            raise BadLineError(f"act {place}: {defect.code}") from None
        filed = judgement.filed
        if filed is None or filed.refusal is not None or filed.outcome is Outcome.REFUSED:
            raise BadLineError(self._refused(place, command, filed.refusal if filed else None))
        return judgement

    def _refused(self, place: int, command: Command, refusal: RefusalSent | None) -> str:
        """The act, if the procedure has it: another name may be anything; the code, the first ground, its articles."""
        act = f"act {place} {command.act}" if self._has(command) else f"act {place}"
        if refusal is None:
            return f"{act}: it got no answer"
        ground = refusal.reasons[0]
        articles = ", ".join(article.short for article in ground.basis)
        return f"{act}: {refusal.code}: {ground.en}" + (f" [{articles}]" if articles else "")

    def _has(self, command: Command) -> bool:
        return command.procedure in self._procedures and command.act in self._acts(command)

    def _declared(self, command: Command) -> Act:
        return self._acts(command)[command.act]

    def _acts(self, command: Command) -> Mapping[str, Act]:
        declared = self._procedures[command.procedure]
        return declared.openings if command.kind is Kind.OPEN else declared.acts


def _command(file: ImportedFile, place: int, received_at: datetime, cases: dict[str, NamedCase]) -> Command:
    try:
        return command_of(file, place, cases, received_at)
    except UnreadableAct as error:
        raise BadLineError(str(error)) from None


def _cases_of(dossier: Dossier) -> list[NamedCase]:
    return [NamedCase(case.id, case.procedure) for case in dossier.cases.values()]


def _after(on_file: OnFile, judgement: Judgement) -> OnFile:
    return replace(on_file, dossier=judgement.dossier, last=judgement.recorded_at)


def recorded(judgement: Judgement) -> Recorded:
    """What a judged act is in the history of the person."""
    receipt, decider, enterer = judgement.receipt, judgement.decider, judgement.enterer
    if receipt is None or decider is None or enterer is None or judgement.filed is None:
        raise TypeError("only an answered command becomes an entry")
    entry = Entry(
        command=receipt.command,
        decider=decider,
        enterer=enterer,
        recorded_at=judgement.recorded_at,
        release=judgement.release,
        considered=judgement.considered,
    )
    return Recorded(entry, contested=judgement.filed.outcome is Outcome.CONTESTED, falls=judgement.falls)
