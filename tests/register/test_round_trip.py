"""What leaves as a line comes back as it was: every worked case, whatever procedures and lapses are in it."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from engine.declaration import Procedures
from engine.filing import file_lapses
from engine.history import drift, replay, standing
from engine.payload import CaseState
from engine.position import Dossier
from register.exporting import line_of
from register.import_judging import BadLineError, Judging, Known, recorded
from register.importing import ImportedFile, importer_of
from register.serial import CaseOnFile
from simulation.runner import Runner
from simulation.scenario import read_scenarios
from workflows.procedures import PROCEDURES

DECLARED = Procedures(PROCEDURES)
SCENARIOS = Path(__file__).parents[2] / "scenarios"
NEW_ID = f"person_{'0' * 32}"
_EVER = datetime(1950, 1, 1, tzinfo=UTC)
_PARTICULARS = ([{"language": "en", "text": "Mya"}], None, None, None, None, "en")
_ID = re.compile(r"case_[0-9a-f]{32}")


def lived(folder: str) -> list[tuple[str, Runner, str]]:
    """The people of a folder of worked cases, each with what was lived."""
    found = []
    for _, scenario in read_scenarios(SCENARIOS / folder):
        runner = Runner(DECLARED, scenario)
        found += [(scenario.scenario, runner, person) for person in runner.live().people.values()]
    return [one for one in found if one[1].register.dossier(one[2]).cases]


def exported(runner: Runner, person: str) -> dict[str, Any]:
    """The line of a person; officers bear names that a line can hold."""
    dossier = runner.register.dossier(person)
    cases = {one.id: _on_file(one.id, one.procedure, one.office) for one in dossier.cases.values()}
    line = line_of(NEW_ID, _PARTICULARS, cases, standing(runner.register.history(person)).values())
    for act in line["acts"]:
        act["by"] = _name(act["by"])
    found: dict[str, Any] = json.loads(json.dumps(line, default=str).replace(person, NEW_ID))
    return found


def known(runner: Runner, line: dict[str, Any]) -> Known:
    """The officers of the worked case, and the service account that enters."""
    rows = [
        (_name(name), one.office, one.national, role.value, one.office, one.national, _EVER, None)
        for name, one in runner.register.officers.items()
        for role in one.roles
    ]
    entering, office = importer_of(line["office"]), line["office"]
    rows.append((entering.id, office, False, entering.roles[0].role.value, office, False, _EVER, None))
    return Known(_EVER, None, rows, runner.register.country_notices)


def standing_of(dossier: Dossier) -> list[tuple[Any, ...]]:
    """Each case: procedure, number, stage, state, and what runs or is open; ids by their place."""
    places = {case: f"#{place}" for place, case in enumerate(dossier.cases)}

    def placed(state: CaseState) -> CaseState:
        told = _ID.sub(lambda found: places.get(found[0], "gone"), state.model_dump_json())
        return type(state).model_validate_json(told)

    return [
        (
            one.procedure,
            one.number,
            one.stage,
            placed(one.state),
            sorted((clock.rule.name, str(clock.ends_at)) for clock in one.clocks if clock.status == "running"),
            sorted((duty.kind, str(duty.due_on)) for duty in one.duties if duty.done_at is None),
            sorted((notice.kind, notice.status) for notice in one.notices),
        )
        for one in dossier.cases.values()
    ]


def _on_file(case: str, procedure: str, office: str) -> CaseOnFile:
    return CaseOnFile(case, procedure, 0, office, _EVER, "", False, 0, "", "", 0, b"", False)


def _name(officer: str) -> str:
    return officer.replace("@", "_at_").replace("+", "_and_").replace("/", "_no_")


@pytest.mark.parametrize("folder", sorted(one.name for one in SCENARIOS.iterdir() if one.is_dir()))
def test_every_worked_case_comes_back_as_it_was(folder: str) -> None:
    """The same cases at the same stages, the same clocks, duties and notices, and no drift; but the gate stays here."""
    for named, runner, person in lived(folder):
        line, file = exported(runner, person), runner.register.dossier(person)
        received_at = max(one.entry.command.received_at for one in runner.register.history(person))
        at = max(received_at, file.latest or received_at)
        if any(act["act"] == "request_removal" for act in line["acts"]):
            with pytest.raises(BadLineError, match=r"^act \d+ request_removal: entered_in_person: "):
                Judging(DECLARED, "test").judge(ImportedFile.model_validate(line), at, known(runner, line))
            continue
        judgements = Judging(DECLARED, "test").judge(ImportedFile.model_validate(line), at, known(runner, line))
        taken = judgements[-1].dossier
        expected = file_lapses(DECLARED, file, at).dossier
        assert standing_of(file_lapses(DECLARED, taken, at).dossier) == standing_of(expected), named
        life = replay(DECLARED, NEW_ID, map(recorded, (one for one in judgements if one.filed)), until=taken.latest)
        assert drift(taken, life) == (), named
