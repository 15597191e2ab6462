"""People: who is on file, their position, whether they may be removed, may work, or may land again."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api.identity import HouseOf, Reader, require_power
from api.landing import LandingView, landing_view
from api.moments import MomentOf
from api.openapi import FILING, READING
from api.posting import PostingOf, is_a_day_on_paper
from api.problems import MalformedRequest
from api.reach import see_person
from api.versions import etag
from api.views import FindingView, RowView, StageView, View, finding_view, row_view, stage_view
from engine.case import Contested
from engine.command import Ground
from engine.position import Position
from engine.sent import ground
from engine.work import may_person_work
from law.competence import Power
from law.enforcement import AuthorisedRemoval, RemovalKind
from law.facts import Custody
from law.removal import may_be_removed, rows
from law.work import WorkKind
from register.people import Name, NewPerson
from register.views import PersonView

router = APIRouter(prefix="/v1/people", tags=["people"])

PersonId = Annotated[str, Path(pattern=r"^[A-Za-z0-9_.:-]{1,80}$", examples=["person_01"])]
Employer = Annotated[
    str | None,
    Query(max_length=200, description="The reference of the body worked for; without it, any that is permitted."),
]


class PersonAnswer(View):
    """A person as on file."""

    id: str
    names: tuple[Name, ...]
    birth_date: date | None
    nationality: str | None
    file_number: str | None
    language: str
    version: int
    created_at: datetime


class CaseInPosition(View):
    """A case of the person."""

    id: str
    procedure: str
    stage: StageView
    office: str
    opened_at: datetime


class PositionView(View):
    """Everything that bears on a person at an instant, drawn from all cases."""

    person: str
    as_of: datetime
    known_on: datetime | None
    cases: tuple[CaseInPosition, ...]
    custody: Custody
    order_issued_at: datetime | None
    provisional_stay_until: date | None
    status_less: FindingView
    removal_stopped: FindingView
    may_be_removed: FindingView
    contested: tuple[Contested, ...]


class AuthorisedRemovalView(View):
    """A removal that is authorised now: it holds until the boarding, ten minutes, or any new fact of the person."""

    case: str
    plan: int
    kind: RemovalKind
    destination: str
    requested_by: str
    authorised_by: str
    given_at: datetime
    until: datetime
    batch: str


class RemovalView(View):
    """DT-01: may the person be removed at this instant, row by row. A row whose fact is not on record blocks."""

    person: str
    as_of: datetime
    answer: str
    reasons: tuple[Ground, ...]
    rows: tuple[RowView, ...]
    authorised: tuple[AuthorisedRemovalView, ...]


class WorkView(View):
    """DT-07: may the person work for money at this instant. `ask`: another rule decides; `unknown`: not on record."""

    person: str
    as_of: datetime
    employer: str | None
    paid_work: FindingView
    business: FindingView


@router.post("", status_code=201, summary="Enter a new person", responses={**FILING, 201: {"description": "Entered."}})
async def create_person(person: NewPerson, posting: PostingOf, response: Response) -> PersonAnswer:
    """Enter a person; a repeat with the same key enters nobody new."""
    require_power(posting.officer, Power.CREATE_PERSON)
    if person.birth_date is not None and not is_a_day_on_paper(person.birth_date):
        raise MalformedRequest("body.birth_date")
    house, officer = posting.house, posting.officer
    identity = await house.people.create_person(posting.command, person, by=officer.id)
    response.headers["Location"] = f"/v1/people/{identity}"
    return _answer(await house.reading.person(identity, reader=officer.id), response)


@router.get("/{person_id}", summary="A person as on file", responses=READING)
async def read_person(person_id: PersonId, house: HouseOf, officer: Reader, response: Response) -> PersonAnswer:
    """Names, dates and numbers of a person."""
    await see_person(house, officer, person_id)
    return _answer(await house.reading.person(person_id, reader=officer.id), response)


@router.get("/{person_id}/position", summary="Everything that bears on a person", responses=READING)
async def read_position(person_id: PersonId, house: HouseOf, officer: Reader, moment: MomentOf) -> PositionView:
    """The position as it stands now, or as of an instant in law, or as it was known then."""
    dossier = await moment.dossier(house, officer, await see_person(house, officer, person_id))
    return _position(person_id, Position(dossier.cases, house.procedures), moment.at, moment.known_on)


@router.get("/{person_id}/removal", summary="May the person be removed (DT-01)?", responses=READING)
async def read_removal(person_id: PersonId, house: HouseOf, officer: Reader, moment: MomentOf) -> RemovalView:
    """Every row of the table with its articles: passes, blocks, or unknown, which blocks too."""
    at, dossier = moment.at, await moment.dossier(house, officer, await see_person(house, officer, person_id))
    position = Position(dossier.cases, house.procedures)
    facts = position.removal_facts()
    finding = may_be_removed(facts, at)
    return RemovalView(
        person=person_id,
        as_of=at,
        answer=finding.value,
        reasons=tuple(ground(reason) for reason in finding.reasons),
        rows=tuple(row_view(row) for row in rows(facts, at)),
        authorised=tuple(AuthorisedRemovalView(**asdict(one)) for one in position.all(AuthorisedRemoval)),
    )


@router.get("/{person_id}/work", summary="May the person work for money (DT-07)?", responses=READING)
async def read_work(
    person_id: PersonId, house: HouseOf, officer: Reader, moment: MomentOf, employer: Employer = None
) -> WorkView:
    """Paid work and running a business, each with the reasons and their articles."""
    dossier = await moment.dossier(house, officer, await see_person(house, officer, person_id))
    position = Position(dossier.cases, house.procedures)
    return WorkView(
        person=person_id,
        as_of=moment.at,
        employer=employer,
        paid_work=finding_view(may_person_work(position, WorkKind.PAID_WORK, moment.at, employer)),
        business=finding_view(may_person_work(position, WorkKind.BUSINESS, moment.at, employer)),
    )


@router.get("/{person_id}/landing", summary="Is landing denied to the person (DT-04)?", responses=READING)
async def read_landing(person_id: PersonId, house: HouseOf, officer: Reader, moment: MomentOf) -> LandingView:
    """By purpose, with reasons, articles and days; and the bars that may stand beside."""
    dossier = await moment.dossier(house, officer, await see_person(house, officer, person_id))
    return landing_view(person_id, Position(dossier.cases, house.procedures), moment.at)


def _answer(person: PersonView, response: Response) -> PersonAnswer:
    response.headers["ETag"] = etag(person.version)
    return PersonAnswer(
        id=person.id,
        names=person.names,
        birth_date=person.birth_date,
        nationality=person.nationality,
        file_number=person.file_number,
        language=person.language,
        version=person.version,
        created_at=person.created_at,
    )


def _position(person: str, position: Position, at: datetime, known_on: datetime | None) -> PositionView:
    order, stay = position.order_in_force(at), position.provisional_stay_running(at)
    cases = position.cases.values()
    return PositionView(
        person=person,
        as_of=at,
        known_on=known_on,
        cases=tuple(
            CaseInPosition(
                id=case.id,
                procedure=case.procedure,
                stage=stage_view(case.stage),
                office=case.office,
                opened_at=case.opened_at,
            )
            for case in cases
        ),
        custody=position.custody,
        order_issued_at=order.issued_at if order else None,
        provisional_stay_until=stay.last_day if stay else None,
        status_less=finding_view(position.status_less(at)),
        removal_stopped=finding_view(position.removal_stopped(at)),
        may_be_removed=finding_view(position.may_be_removed(at)),
        contested=tuple(entry for case in cases for entry in case.contested),
    )
