"""What a reaction to anything promises: whoever relied on the record as it was hears of every change of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pytest

from engine.case import Case, CaseStage, stage
from engine.command import Kind, Outcome
from engine.declaration import Procedures, act, opening, upon
from engine.history import drift, replay
from engine.payload import ANYTHING, CaseState, Fact, Nothing, Payload, Text
from engine.procedure import Procedure
from law.competence import Power
from law.country_notice import CountryNotice, destination_is_missing, in_force
from law.finding import Answer
from tests.engine.test_kit import ADJUDICATOR, CLERK, refused_petition
from tests.engine.toys import BASIS, Petition
from tests.engine.toys import Filed as PetitionFiled
from tests.procedures.desk import Desk


class PassStage(CaseStage):
    """Of a pass."""

    OPEN = stage("open", "Open", "未発行", quiet="owes nothing")
    ISSUED = stage("issued", "Issued", "発行済み", quiet="any change voids it")


class PassState(CaseState):
    """What is kept."""

    voided: int = 0


class PassVoided(Fact):
    """The pass was voided."""


class Country(Payload):
    """Where to."""

    country: str
    reasons: Text = "as asked"


class Pass(Procedure[PassState]):
    """Something that holds only as long as nothing whatever changes."""

    en, ja = "Pass", "通行証"
    stages, state_type = PassStage, PassState

    @opening(by=Power.RECEIVE_FILING, basis=BASIS, ja="開始")
    def apply(self, _: Nothing) -> None:
        """Apply."""
        self.begin(PassState(), PassStage.OPEN)

    @act(by=Power.RECEIVE_FILING, at=PassStage.OPEN, basis=BASIS, ja="発行")
    def issue(self) -> None:
        """Issue it."""
        self.enter(PassStage.ISSUED)

    @act(by=Power.RECEIVE_FILING, at=PassStage.OPEN, basis=BASIS, ja="告示による発行", considers=True)
    def issue_by_notice(self, body: Country) -> None:
        """Issue it for a country that is missing from the notice."""
        self.require(destination_is_missing(self.considered.country_notice, body.country))
        self.enter(PassStage.ISSUED)

    @act(by=Power.RECEIVE_FILING, at=PassStage.ISSUED, basis=BASIS, ja="使用")
    def use(self) -> None:
        """Use it."""
        self.enter(PassStage.OPEN)

    @upon(ANYTHING, basis=BASIS)
    def voids(self, fact: Fact) -> None:
        """Whatever happened, the pass is void."""
        if self.case.stage is PassStage.ISSUED:
            self.update(voided=self.state.voided + 1)
            self.record(PassVoided())
            self.enter(PassStage.OPEN)


def desk() -> Desk:
    """A desk with petitions and passes."""
    return Desk(Procedures((Petition, Pass)))


def no_drift(one: Desk) -> None:
    """What is on file is what the entries make of it."""
    on_file = one.register.dossier(one.person)
    life = replay(one.register.procedures, one.person, one.register.history(one.person), until=on_file.latest)
    assert drift(on_file, life) == ()


def test_any_fact_of_another_case_is_heard() -> None:
    """An act, a lapse and an opening elsewhere void the pass; a refused act does not."""
    one = desk()
    case = one.open("Pass", "apply", "2025-01-05", CLERK)
    petition = refused_petition(one)
    one.act(case, "issue", "2025-01-08", CLERK)
    assert one.refused(petition, "refuse", "2025-01-08T13:00", ADJUDICATOR, reasons="again") == "wrong_stage"
    assert one.stage(case) == "issued"
    assert one.stage(case, "2025-01-14T23:59") == "issued"
    assert one.stage(case, "2025-01-15T00:00") == "open", "the lapse of the window is heard"
    one.act(case, "issue", "2025-01-16", CLERK)
    one.open("Petition", "file_petition", "2025-01-17", CLERK)
    assert one.stage(case) == "open"
    assert one.register.case(case).state.voided == 2


def test_an_entry_about_the_past_is_heard_when_it_is_received() -> None:
    """A petition of the 6th that is entered on the 9th voids the pass of the 8th, in every replay too."""
    one = desk()
    case = one.open("Pass", "apply", "2025-01-05", CLERK)
    one.act(case, "issue", "2025-01-08", CLERK)
    one.open("Petition", "file_petition", "2025-01-06", CLERK, received="2025-01-09")
    assert one.stage(case) == "open"
    assert one.register.case(case).state.voided == 1
    no_drift(one)
    one.act(case, "issue", "2025-01-10", CLERK)
    assert one.stage(case) == "issued", "what was received before it does not void a later pass"
    no_drift(one)


def test_what_was_used_before_a_late_entry_came_in_stays_used() -> None:
    """The pass was used on the 8th; an entry about the 6th that comes on the 9th finds nothing to void."""
    one = desk()
    case = one.open("Pass", "apply", "2025-01-05", CLERK)
    one.act(case, "issue", "2025-01-08", CLERK)
    one.act(case, "use", "2025-01-08T13:00", CLERK)
    filed = one.send(Kind.OPEN, "Petition", "", "file_petition", "2025-01-06", CLERK, {}, "2025-01-09")
    assert filed.outcome is Outcome.FILED
    assert one.register.case(case).state.voided == 0
    no_drift(one)


def test_a_correction_is_heard() -> None:
    """A corrected day elsewhere voids the pass."""
    one = desk()
    case = one.open("Pass", "apply", "2025-01-05", CLERK)
    petition = one.open("Petition", "file_petition", "2025-01-06", CLERK)
    one.act(petition, "refuse", "2025-01-06T13:00", ADJUDICATOR, reasons="none")
    served = one.act(petition, "certify", "2025-01-07", CLERK, received_on="2025-01-07")
    one.act(case, "issue", "2025-01-08", CLERK)
    one.correct(petition, served.command, "2025-01-09", body={"received_on": "2025-01-06"}, reason="typed wrongly")
    assert one.stage(case) == "open"
    no_drift(one)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many petitions were filed, as a quiet case lays it before the rules."""

    number: int


class NumberStage(CaseStage):
    """Of what counts or watches."""

    OPEN = stage("open", "Open", "係属中", quiet="owes nothing")


class NumberState(CaseState):
    """What was counted, or seen."""

    number: int = 0


class Quiet(Procedure[NumberState]):
    """Something that moves in silence: it counts petitions and puts nothing on record."""

    en, ja = "Quiet", "無言"
    stages, state_type = NumberStage, NumberState

    @classmethod
    def bears(cls, case: Case[NumberState]) -> Iterable[object]:
        """What was counted."""
        yield Counted(case.state.number)

    @opening(by=Power.RECEIVE_FILING, basis=BASIS, ja="開始")
    def begin_to_count(self, _: Nothing) -> None:
        """Begin."""
        self.begin(NumberState(), NumberStage.OPEN)

    @upon(PetitionFiled, basis=BASIS)
    def counts(self, fact: PetitionFiled) -> None:
        """One more."""
        self.update(number=self.state.number + 1)


class SeenToChange(Fact):
    """What the others lay before the rules changed."""

    number: int


class Watch(Procedure[NumberState]):
    """Something that follows what the others lay before the rules."""

    en, ja = "Watch", "監視"
    stages, state_type = NumberStage, NumberState

    @opening(by=Power.RECEIVE_FILING, basis=BASIS, ja="開始")
    def begin_to_watch(self, _: Nothing) -> None:
        """Begin."""
        self.begin(NumberState(), NumberStage.OPEN)

    @upon(ANYTHING, basis=BASIS)
    def looks(self, fact: Fact) -> None:
        """See whether anything changed."""
        number = sum(one.number for one in self.position.all(Counted))
        if number != self.state.number:
            self.update(number=number)
            self.record(SeenToChange(number=number))


@pytest.mark.parametrize("order", [("Watch", "Quiet"), ("Quiet", "Watch")])
def test_whoever_hears_of_anything_sees_what_moved_in_silence(order: tuple[str, str]) -> None:
    """Whichever case was opened first: what a reaction changed without a fact is seen in the same instant, once."""
    one = Desk(Procedures((Petition, Quiet, Watch)))
    openings = {"Watch": "begin_to_watch", "Quiet": "begin_to_count"}
    opened = {name: one.open(name, openings[name], "2025-01-05", CLERK) for name in order}
    one.open("Petition", "file_petition", "2025-01-06", CLERK)
    assert one.register.case(opened["Watch"]).state.number == 1
    assert one.fact_kinds().count("SeenToChange") == 1
    no_drift(one)


NOTICE = CountryNotice("first", date(2025, 1, 1), frozenset({"PH"}))


@pytest.mark.parametrize(
    ("notices", "country", "answer"),
    [
        ((), "IR", "no_country_notice"),
        ((NOTICE,), "PH", "destination_on_notice"),
        ((NOTICE,), "IR", None),
    ],
)
def test_an_act_is_judged_by_what_its_entry_considered(
    notices: tuple[CountryNotice, ...], country: str, answer: str | None
) -> None:
    """The same act on the same cases: what the entry keeps of the register decides, also when it is judged again."""
    one = desk()
    case = one.open("Pass", "apply", "2025-01-05", CLERK)
    one.register.country_notices = notices
    filed = one.try_act(case, "issue_by_notice", "2025-01-08", CLERK, country=country)
    assert (filed.refusal.code if filed.refusal else None) == answer
    one.register.country_notices = ()
    no_drift(one)


def test_the_notice_of_a_day_is_the_latest_that_has_begun() -> None:
    """Before the first there is none, and none means unknown."""
    later = CountryNotice("second", date(2025, 6, 1), frozenset({"PH", "IR"}))
    both = (later, NOTICE)
    assert in_force(both, date(2024, 12, 31)) is None
    assert in_force(both, date(2025, 5, 31)) is NOTICE
    assert in_force(both, date(2025, 6, 1)) is later
    assert destination_is_missing(None, "IR").value is Answer.UNKNOWN
