"""While an entry is contested no clock takes liberty from the person, and none that limits detention stands still."""

from engine.command import Filed, Outcome
from tests.procedures import custody_story as story
from tests.procedures.deportation_story import FOUND
from tests.procedures.desk import Desk, jst
from tests.procedures.sponsorship_story import (
    CLERK,
    INSPECTOR,
    REASONS,
    SII,
    at_screening,
    deposit,
    elsewhere,
    facts_of,
    requested,
)
from workflows.sponsorship_record import DepositPaid, RevocationOwed

NO_GROUND = FOUND | {"outcome": "no_ground", "ground": None}


def _contest(one: Desk, case: str, act: str, at: str, received: str, **body: object) -> Filed:
    """A true event, entered so late that something after it would fall."""
    filed = one.try_act(case, act, at, INSPECTOR, received=received, **body)
    assert filed.outcome is Outcome.CONTESTED, filed.refusal
    return filed


def _contested_screening() -> tuple[Desk, str, str]:
    """A deposit due on 6 March; entered on 5 March: provisional stay ran before the decision was made."""
    one, case = at_screening(deposit=deposit(due="2025-03-06"))
    late = _contest(one, elsewhere(one), "let_stay", "2025-03-03T09:30", "2025-03-05T10:00")
    return one, case, late.command


def _owed_at(one: Desk) -> list[str]:
    facts = one.register.facts(one.person)
    return [fact.occurred_at.isoformat() for fact in facts if isinstance(fact.body, RevocationOwed)]


def test_a_deposit_is_not_missed_while_an_entry_is_contested() -> None:
    """Its day passes and nothing is owed; once the entry is set aside it was missed, at its own time."""
    one, case, entry = _contested_screening()
    one.register.let_lapse(one.person, jst("2025-03-10"))
    assert "revoke_sponsorship" not in one.duties(case)
    one.resolve(elsewhere(one), entry, "2025-03-10", "set_aside")
    one.register.let_lapse(one.person, jst("2025-03-10T13:00"))
    assert "revoke_sponsorship" in one.duties(case)
    assert [fact.ground for fact in facts_of(one, RevocationOwed)] == ["deposit_unpaid"]
    assert _owed_at(one) == ["2025-03-07T00:00:00+09:00"]


def test_a_deposit_paid_while_its_clock_is_held_is_in_time() -> None:
    """What was done while the record was in doubt stands after the resolution: no revocation is ever owed."""
    one, case, entry = _contested_screening()
    one.act(case, "pay_deposit", "2025-03-10", CLERK, amount=500_000, payer="payer-1")
    one.resolve(elsewhere(one), entry, "2025-03-11", "set_aside")
    one.register.let_lapse(one.person, jst("2025-03-12"))
    assert not facts_of(one, DepositPaid)[0].late
    assert not facts_of(one, RevocationOwed)


def test_no_sponsor_makes_revocation_owed_while_an_entry_is_contested() -> None:
    """The Sponsor's last day passes: another may still be found until the entry is resolved."""
    one, case = at_screening()
    leaving = {"ends_on": "2025-03-10", "reasons": "stated"}
    one.act(case, "receive_resignation", "2025-03-05", CLERK, **leaving)
    late = _contest(one, elsewhere(one), "let_stay", "2025-03-03T09:30", "2025-03-06T10:00")
    one.register.let_lapse(one.person, jst("2025-03-20"))
    assert "revoke_sponsorship" not in one.duties(case)
    one.resolve(elsewhere(one), late.command, "2025-03-20", "set_aside")
    one.register.let_lapse(one.person, jst("2025-03-20T13:00"))
    assert "revoke_sponsorship" in one.duties(case)


def test_provisional_release_does_not_end_while_an_entry_is_contested() -> None:
    """No ground was found before the release was granted, so it is said: nobody is taken back meanwhile."""
    one = story.desk("2025-03-01")
    case = story.detained(one, "2025-03-03T09:00")
    story.handed_over(one, case, "2025-03-03T09:30")
    story.let_out(one, "2025-03-05T10:00", "2025-04-04")
    late = _contest(one, case, "find", "2025-03-04T10:00", "2025-03-06T10:00", **NO_GROUND)
    released = "provisional_release_detention_order"
    assert story.custody(one, "2025-04-10") == released
    one.register.let_lapse(one.person, jst("2025-04-10"))
    assert (story.custody(one), "detain_person" in story.owed(one)) == (released, False)
    one.resolve(case, late.command, "2025-04-10", "set_aside")
    one.register.let_lapse(one.person, jst("2025-04-10T13:00"))
    assert (story.custody(one), "detain_person" in story.owed(one)) == ("free", True)


def test_the_limit_of_detention_runs_while_an_entry_is_contested() -> None:
    """3 March is day 1, 1 April day 30: from 2 April release is owed, whatever the record says meanwhile (41(1))."""
    one = story.desk("2025-03-01")
    case = story.detained(one, "2025-03-03T09:00")
    story.handed_over(one, case, "2025-03-03T09:30")
    requested(one, "2025-03-05T10:00")
    _contest(one, case, "find", "2025-03-04T10:00", "2025-03-06T10:00", **NO_GROUND)
    one.register.let_lapse(one.person, jst("2025-04-02T00:00"))
    assert "release_at_once" in story.owed(one)
    story.do(one, "release", "2025-04-02T09:00", SII, why="time_used_up", **REASONS)
    assert story.custody(one) == "free"


def test_a_contested_entry_does_not_keep_an_ended_sponsorship_open() -> None:
    """What is contested is resolved by itself; both are told of the end, and the case is wound up."""
    one, case = at_screening()
    made = next(each.entry.id for each in one.register.history(one.person) if each.entry.command.act == "decide")
    one.act(elsewhere(one), "find_nothing", "2025-03-04", INSPECTOR)
    one.act(case, "tell_person", "2025-03-05", SII)
    annulled = one.correct(case, made, "2025-03-06", annul=True, reason="typed wrongly")
    assert annulled.outcome is Outcome.CONTESTED
    one.act(case, "tell_sponsor", "2025-03-07", SII)
    one.resolve(case, annulled.command, "2025-03-08", "set_aside")
    assert one.stage(case) == "ended"
