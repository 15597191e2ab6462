"""Court proceedings: suits that stop nothing, stays exactly as ordered, their ends, and judgments."""

from typing import Any

import pytest

from law.facts import Custody
from tests.procedures.court_story import COURT, court, judge, nothing_else, stay, sue, try_sue
from tests.procedures.custody_story import (
    CLERK,
    ICO,
    INSPECTOR,
    SII,
    case_of,
    copy,
    custody,
    desk,
    detained,
    do,
    handed_over,
    held_under_order,
    order,
    owed,
    position,
    record,
    refused,
    screened,
)
from tests.procedures.custody_story import ordered as the_order_issues
from tests.procedures.desk import FINAL, Desk
from tests.procedures.stories import file
from workflows.court_record import CourtStayEnded, SuitFiled

ORDERED = "2025-05-12"


def ordered_out() -> tuple[Desk, str]:
    """Held under the order since 12 May 2025; nothing else is on record of courts."""
    one = desk()
    return one, held_under_order(one, ORDERED)


def sued(scope: str = "execution", term: str = "lifted", **more: Any) -> tuple[Desk, str]:
    """A suit against the order with a stay of 20 May; returns the desk and the case of the suit."""
    one, case = ordered_out()
    suit = sue(one, case, "2025-05-19", known_on=ORDERED)
    stay(one, suit, "2025-05-20", scope, term, **more)
    return one, suit


def codes(one: Desk, at: str) -> set[str]:
    """The reasons of DT-01."""
    return one.removal(at)[1]


def ends(one: Desk) -> list[str]:
    """How stays ended, in order."""
    return [one.body.end.value for one in one.register.facts(one.person) if isinstance(one.body, CourtStayEnded)]


def test_a_suit_alone_stops_nothing() -> None:
    """ACLA 25(1): neither detention nor removal; whether courts stayed anything stays unknown."""
    one, case = ordered_out()
    suit = sue(one, case, "2025-05-19", known_on=ORDERED)
    assert one.stage(suit) == "pending"
    assert owed(one) == {"remove_or_tell"}
    assert "court_stay_not_on_record" in codes(one, "2025-05-19T13:00")
    nothing_else(one, "2025-05-19T14:00")
    assert not codes(one, "2025-05-19T15:00") & {"court_stay", "court_stay_not_on_record"}
    one.act(suit, "seek_stay", "2025-05-19T16:00", CLERK, scope="effect", reasons="stated")
    assert "court_stay" not in codes(one, "2025-05-19T17:00")


@pytest.mark.parametrize(("scope", "detention"), [("removal", True), ("execution", False), ("effect", False)], ids=str)
def test_a_stay_is_exactly_as_wide_as_the_court_said(scope: str, detention: bool) -> None:
    """25(2): each scope stops removal; of removal alone it leaves detention as it is."""
    one, _ = sued(scope)
    assert "court_stay" in codes(one, "2025-05-20T13:00")
    assert ("release_at_once" in owed(one)) is not detention
    assert custody(one) is Custody.DETAINED_DEPORTATION_ORDER  # until the release is recorded
    if not detention:
        do(one, "release", "2025-05-20T14:00", SII, why="court", reasons="stayed")
        assert custody(one) is Custody.FREE
        assert owed(one) == set()


def test_a_stay_blocks_where_nobody_was_asked_and_after_its_end_that_is_unknown_again() -> None:
    """DT-01 row 5: what a case keeps counts; without it only a record says that there is nothing."""
    one, suit = sued("removal")
    assert "court_stay" in codes(one, "2025-05-21")
    court(one, suit, "cancel_for_change", "2025-06-02")
    assert "court_stay_not_on_record" in codes(one, "2025-06-03")
    nothing_else(one, "2025-06-03T13:00")
    assert not codes(one, "2025-06-04") & {"court_stay", "court_stay_not_on_record"}


def test_the_same_stay_in_the_record_and_in_a_case_ends_when_both_say_so() -> None:
    """Open in one of two is open."""
    one, suit = sued("removal")
    kept = case_of(one, "Circumstances")
    since = {"scope": "removal", "since": "2025-05-20T12:00:00+09:00"}
    one.act(kept, "record_court_stays", "2025-05-21", SII, stays=[since])
    court(one, suit, "cancel_for_change", "2025-06-02")
    assert "court_stay" in codes(one, "2025-06-03")
    one.act(kept, "record_court_stays", "2025-06-03", SII, stays=[since | {"until": "2025-06-02T12:00:00+09:00"}])
    assert "court_stay" not in codes(one, "2025-06-03T13:00")


def test_a_stay_until_a_day_ends_by_itself() -> None:
    """25(2): until 30 June, the day included; at 1 July 00:00 the order is executed again, and a fact says so."""
    one, suit = sued("removal", "day", last_day="2025-06-30")
    assert "court_stay" in codes(one, "2025-06-30T23:59")
    assert "court_stay" not in codes(one, "2025-07-01T00:00")
    assert one.stage(suit, "2025-07-01T00:00") == "pending"
    one.act(suit, "seek_stay", "2025-07-01T09:00", CLERK, scope="removal", reasons="again")
    assert ends(one) == ["term_over"]
    assert "CourtStaysChanged" in one.fact_kinds()


def test_a_stay_that_ends_by_itself_lets_the_order_be_executed_again() -> None:
    """12.2: the suspended power is available again: removal is owed to somebody free with an order."""
    one, _ = sued("execution", "day", last_day="2025-06-30")
    do(one, "release", "2025-05-20T14:00", SII, why="court", reasons="stayed")
    assert owed(one, "2025-06-30T23:59") == set()
    assert owed(one, "2025-07-01T00:00") == {"remove_or_tell"}


@pytest.mark.parametrize(
    ("last_day", "code"), [("2025-05-20", None), ("2025-05-19", "before_start")], ids=["the_same_day", "before"]
)
def test_a_stay_does_not_end_before_it_begins(last_day: str, code: str | None) -> None:
    """The day of the order itself is the first that can be the last."""
    one, case = ordered_out()
    suit = sue(one, case, "2025-05-19")
    body = {"scope": "removal", "term": "day", "last_day": last_day, "court": "c"}
    if code is None:
        one.act(suit, "order_stay", "2025-05-20", CLERK, **body)
        assert one.stage(suit, "2025-05-21T00:00") == "pending"
    else:
        assert one.refused(suit, "order_stay", "2025-05-20", CLERK, **body) == code


@pytest.mark.parametrize(
    "body",
    [
        {"scope": "removal", "term": "day"},
        {"scope": "removal", "term": "lifted", "last_day": "2025-06-30"},
        {"scope": "removal", "term": "final_judgment", "days_after": 30},
    ],
)
def test_a_stay_has_one_term(body: dict[str, Any]) -> None:
    """A day belongs to a stay until a day, days after to a stay until a judgment."""
    one, case = ordered_out()
    suit = sue(one, case, "2025-05-19")
    assert one.refused(suit, "order_stay", "2025-05-20", CLERK, court="c", **body) == "malformed"


def test_an_immediate_appeal_lifts_nothing() -> None:
    """25(7), (8): the appeal of the State suspends nothing; what the court of appeal decides does."""
    one, suit = sued()
    one.act(suit, "lodge_appeal", "2025-05-21", CLERK)
    assert "court_stay" in codes(one, "2025-05-21T13:00")
    assert one.refused(suit, "lodge_appeal", "2025-05-22", CLERK) == "appeal_pending"
    fails = copy(one)
    court(fails, case_of(fails, "CourtProceedings"), "dismiss_appeal", "2025-06-02")
    assert "court_stay" in codes(fails, "2025-06-03")
    court(one, suit, "allow_appeal", "2025-06-02")
    assert "court_stay" not in codes(one, "2025-06-03")
    assert ends(one) == ["appeal_allowed"]
    assert one.refused(suit, "allow_appeal", "2025-06-03", CLERK, **COURT) == "wrong_stage"


def test_no_appeal_is_decided_that_nobody_lodged() -> None:
    """25(7): the appeal is put on record first."""
    one, suit = sued()
    assert one.refused(suit, "allow_appeal", "2025-05-21", CLERK, **COURT) == "no_appeal_pending"
    assert one.refused(suit, "dismiss_appeal", "2025-05-21", CLERK, **COURT) == "no_appeal_pending"


def test_an_objection_ends_a_stay_only_through_the_court() -> None:
    """27(4): with its reasons on record nothing ends; the court must cancel, and then it has ended."""
    one, suit = sued()
    assert one.refused(suit, "cancel_on_objection", "2025-05-21", CLERK, **COURT) == "no_objection_on_record"
    one.act(suit, "object", "2025-05-21", CLERK, reasons="public welfare")
    assert one.stage(suit) == "stayed"
    assert "court_stay" in codes(one, "2025-05-22")
    court(one, suit, "cancel_on_objection", "2025-05-23")
    assert ends(one) == ["objection"]
    assert "court_stay" not in codes(one, "2025-05-24")


def test_an_objection_needs_reasons_and_an_application_or_a_stay() -> None:
    """27(1), (2): there must be something to object to, and reasons; it may come before the stay."""
    one, case = ordered_out()
    suit = sue(one, case, "2025-05-19")
    assert one.refused(suit, "object", "2025-05-20", CLERK, reasons="stated") == "nothing_to_object_to"
    one.act(suit, "seek_stay", "2025-05-20", CLERK, scope="removal", reasons="stated")
    assert one.refused(suit, "object", "2025-05-20", CLERK, reasons="") == "malformed"
    one.act(suit, "object", "2025-05-20T13:00", CLERK, reasons="stated")
    court(one, suit, "end_application", "2025-05-21")
    assert "CourtStayNotOrdered" in one.fact_kinds()
    assert one.refused(suit, "end_application", "2025-05-22", CLERK, **COURT) == "no_stay_sought"


def test_a_stay_is_varied_to_what_the_court_says_now() -> None:
    """25(7), 26: narrower from now on, and until another day."""
    one, suit = sued("execution", "day", last_day="2025-06-30")
    assert "release_at_once" in owed(one)
    do(one, "release", "2025-05-20T14:00", SII, why="court", reasons="stayed")
    body = {"scope": "removal", "term": "day", "last_day": "2025-09-30", "court": "high court"}
    one.act(suit, "vary_stay", "2025-06-02", CLERK, **body)
    assert owed(one) == {"remove_or_tell"}  # detention is open again, removal is not
    assert "court_stay" in codes(one, "2025-09-30T12:00")
    assert "court_stay" not in codes(one, "2025-10-01T00:00")


def test_a_stay_until_the_judgment_ends_with_it() -> None:
    """The term that the court set is reached when the judgment is given, whatever it says."""
    one, suit = sued("removal", "judgment")
    judge(one, suit, "2025-09-01", "dismissed")
    assert ends(one) == ["term_over"]
    assert "court_stay" not in codes(one, "2025-09-02")


def test_a_stay_for_days_after_the_judgment_ends_by_itself() -> None:
    """60 days from 1 September: 29 of September, 31 of October: the last is 31 October."""
    one, suit = sued("removal", "judgment", days_after=60)
    judge(one, suit, "2025-09-01", "dismissed")
    assert one.stage(suit) == "stayed"
    judge(one, suit, "2025-10-20", "dismissed")  # on appeal: the days run on as they were
    assert "court_stay" in codes(one, "2025-10-31T23:59")
    assert "court_stay" not in codes(one, "2025-11-01T00:00")


def test_a_judgment_ends_a_stay_as_far_as_the_court_said() -> None:
    """A stay that runs until it is lifted goes on, unless the court lifts it with the judgment."""
    one, suit = sued("removal")
    other = copy(one)
    judge(one, suit, "2025-09-01", "dismissed")
    assert one.stage(suit) == "stayed"
    judge(other, case_of(other, "CourtProceedings"), "2025-09-01", "dismissed", stay_ends=True)
    assert ends(other) == ["judgment"]


@pytest.mark.parametrize(("term", "end"), [("final_judgment", "term_over"), ("lifted", "suit_ended")])
def test_with_the_final_judgment_every_stay_is_over(term: str, end: str) -> None:
    """25(2): a stay presupposes a suit that is pending."""
    one, suit = sued("removal", term)
    assert one.refused(suit, "become_final", "2025-09-16", CLERK, final_on="2025-09-16") == "not_judged"
    judge(one, suit, "2025-09-01", "dismissed")
    assert one.refused(suit, "become_final", "2025-09-16", CLERK, final_on="2025-09-17") == "day_to_come"
    assert one.refused(suit, "become_final", "2025-09-16", CLERK, final_on="2025-08-31") == "day_too_early"
    one.act(suit, "become_final", "2025-09-16", CLERK, final_on="2025-09-16")
    assert one.stage(suit) == "ended"
    assert ends(one) == [end]
    assert "court_stay" not in codes(one, "2025-09-17")


def test_a_suit_that_is_withdrawn_takes_its_stay_with_it() -> None:
    """25(2): no suit, no stay."""
    one, suit = sued("removal")
    court(one, suit, "end_suit", "2025-06-02")
    assert (one.stage(suit), ends(one)) == ("ended", ["suit_ended"])


def test_a_judgment_changes_nothing_until_it_is_final() -> None:
    """32(1), 33(1): annulled at first instance, the order stands unless it is stayed."""
    one, case = ordered_out()
    suit = sue(one, case, "2025-05-19")
    judge(one, suit, "2025-06-02", "annulled")
    assert owed(one) == {"remove_or_tell"}
    assert "no_order_in_force" not in codes(one, "2025-06-03")


def test_what_a_final_judgment_sets_aside_has_no_effect_until_its_case_records_it() -> None:
    """32, 33: the duty stands until the deportation case holds the annulment; meanwhile nobody is held or removed."""
    one, case = ordered_out()
    suit = sue(one, case, "2025-05-19")
    judge(one, suit, "2025-06-16", "annulled")
    one.act(suit, "become_final", "2025-07-01", CLERK, final_on="2025-06-30")
    assert one.stage(suit) == "to_be_carried_out"
    assert one.duties(suit) == {"carry_out_judgment"}
    assert "release_at_once" in owed(one)
    assert "court_stay" in codes(one, "2025-07-02")
    assert one.refused(suit, "record_carried_out", "2025-07-02", CLERK, how="released") == "order_stands"
    one.act(case, "record_annulment", "2025-07-02", CLERK, **FINAL)
    assert one.stage(suit) == "ended"
    assert one.duties(suit) == set()
    assert "no_order_in_force" in codes(one, "2025-07-03")


def test_a_judgment_that_is_carried_out_already_owes_nothing() -> None:
    """The deportation case may have recorded the annulment first."""
    one, case = ordered_out()
    suit = sue(one, case, "2025-05-19")
    judge(one, suit, "2025-06-16", "void")
    one.act(case, "record_annulment", "2025-07-01", CLERK, **FINAL)
    one.act(suit, "become_final", "2025-07-02", CLERK, final_on="2025-06-30")
    assert (one.stage(suit), one.duties(suit)) == ("ended", set())


def test_a_decision_that_the_order_rests_on_is_set_aside() -> None:
    """33(2): the decision on the finding is annulled in its case; then the judgment is recorded as carried out."""
    one, case = ordered_out()
    suit = sue(one, case, "2025-05-19", "finding", made_on="2025-05-12")
    stay(one, suit, "2025-05-20", "effect")
    assert "court_stay" in codes(one, "2025-05-21")
    judge(one, suit, "2025-06-16", "annulled")
    one.act(suit, "become_final", "2025-07-01", CLERK, final_on="2025-06-30")
    one.act(case, "record_decision_annulled", "2025-07-02", CLERK, instance="examination", **FINAL)
    assert one.stage(suit) == "to_be_carried_out"
    one.act(suit, "record_carried_out", "2025-07-03", CLERK, how="examined again")
    assert one.stage(suit) == "ended"


def test_an_annulled_refusal_of_recognition_carries_out_the_judgment() -> None:
    """33(2): the case of the application says that the refusal was annulled; a stay there never stopped removal."""
    one, _ = ordered_out()
    application = file(one, "2025-05-14")
    one.act(application, "ask_commission", "2025-05-14T13:00", "regional_bureau_head", asked_on="2025-05-14")
    decision = {
        "outcome": "refugee_refused",
        "reasons": "written",
        "protection_assessment": "assessed",
        "instructs_on_review": True,
    }
    one.act(application, "decide", "2025-05-15", "regional_bureau_head", **decision)
    suit = sue(one, application, "2025-05-19", "recognition_refusal", made_on="2025-05-15", known_on="2025-05-16")
    stay(one, suit, "2025-05-20", "effect")
    assert "court_stay" not in codes(one, "2025-05-21")
    judge(one, suit, "2025-06-16", "annulled")
    one.act(suit, "become_final", "2025-07-01", CLERK, final_on="2025-06-30")
    body = {"attacked": "provisional_stay", "made_on": "2025-05-15", "known_on": "2025-05-16", "court": "c"}
    another = one.open("CourtProceedings", "file_suit", "2025-07-01T13:00", CLERK, **body)
    judge(one, another, "2025-07-01T14:00", "annulled")
    one.act(another, "become_final", "2025-07-01T15:00", CLERK, final_on="2025-07-01")
    one.act(application, "record_annulment", "2025-07-02", CLERK, **FINAL)
    assert (one.stage(suit), one.stage(another)) == ("ended", "to_be_carried_out")


def test_a_stay_reaches_the_order_of_its_own_case_alone() -> None:
    """41 of LAW §14: no wider stop than the court ordered: withdrawn, and ordered out anew in another case."""
    one, first = ordered_out()
    suit = sue(one, first, "2025-05-19")
    stay(one, suit, "2025-05-20", "removal")
    nothing_else(one, "2025-05-20T13:00")
    assert "court_stay" in codes(one, "2025-05-21")
    one.act(first, "withdraw_order", "2025-06-02", SII, reasons="stated")
    assert not codes(one, "2025-06-03") & {"court_stay", "court_stay_not_on_record"}
    assert one.stage(suit) == "stayed"


def test_the_limits_of_a_suit_are_shown_and_refuse_nothing() -> None:
    """14(1), (2): known on 12 May 2025, six months end on 12 November; filed on the 13th it is late, and pending."""
    one, case = ordered_out()
    nothing_else(one, "2025-05-12T15:00")
    suit = sue(one, case, "2025-11-13", known_on=ORDERED)
    fact = next(fact.body for fact in one.register.facts(one.person) if isinstance(fact.body, SuitFiled))
    assert (fact.in_time.value, str(fact.last_day_from_knowledge), str(fact.last_day_from_act)) == (
        "no",
        "2025-11-12",
        "2026-05-12",
    )
    assert one.register.case(suit).state.in_time == "no"
    assert "SuitFoundLate" in one.fact_kinds()
    stay(one, suit, "2025-11-14", "removal")
    assert "court_stay" in codes(one, "2025-11-15")


def test_a_suit_after_a_review_counts_from_the_decision() -> None:
    """14(3): the refusal is older than a year; six months from knowing the decision on review."""
    one = desk("2023-06-12")
    application = file(one, "2023-06-12")
    review = {"decided_on": "2025-04-25", "known_on": "2025-05-09"}
    body: dict[str, Any] = {"made_on": "2023-12-01", "known_on": "2023-12-08", "review": review}
    suit = sue(one, application, "2025-11-10", "recognition_refusal", **body)
    assert one.register.case(suit).state.in_time == "yes"  # 9 November 2025 is a Sunday
    late = sue(one, application, "2025-11-11", "recognition_refusal", **body)
    assert one.register.case(late).state.in_time == "no"
    assert try_sue(one, "2025-11-12", attacked="recognition_refusal", case=application, **body | {
        "review": review | {"known_on": "2025-04-24"}
    }) == "day_too_early"  # fmt: skip


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"attacked": "deportation_order", "case": "elsewhere"}, "no_such_case"),
        ({"attacked": "deportation_order"}, "name_deportation_case"),
        ({"attacked": "other", "made_on": "2025-05-21"}, "day_to_come"),
        ({"attacked": "other", "made_on": "2025-05-12", "known_on": "2025-05-11"}, "day_too_early"),
        ({"attacked": "other", "made_on": "2025-05-12", "filed_on": "2025-05-11"}, "day_too_early"),
    ],
)
def test_a_suit_names_what_it_attacks(body: dict[str, Any], code: str) -> None:
    """ACLA 3: a case of the person where one holds the disposition, and days in their order."""
    one, _ = ordered_out()
    assert try_sue(one, "2025-05-20", **body) == code


def test_an_order_is_attacked_when_it_issued_and_a_detention_order_by_its_day() -> None:
    """A stay reaches one disposition: the order of the case, or the detention order of a day."""
    one = desk()
    case = detained(one, "2025-05-02T09:00")
    assert try_sue(one, "2025-05-07", attacked="deportation_order", case=case) == "no_order_in_case"
    assert try_sue(one, "2025-05-07", attacked="detention_order", case=case) == "name_day_of_detention_order"
    kept = case_of(one, "Circumstances")
    assert try_sue(one, "2025-05-07", attacked="detention_order", case=kept, made_on="2025-05-02") == (
        "name_deportation_case"
    )


@pytest.mark.parametrize(("scope", "ends_it"), [("execution", True), ("effect", True), ("removal", False)])
def test_a_stay_of_the_detention_order_ends_detention_under_it(scope: str, ends_it: bool) -> None:
    """25(2): of that order alone; the procedure goes on, and nothing of a removal is said."""
    one = desk()
    case = detained(one, "2025-05-02T09:00")
    handed_over(one, case, "2025-05-02T10:00")
    suit = sue(one, case, "2025-05-07", "detention_order", made_on="2025-05-02")
    stay(one, suit, "2025-05-08", scope)
    assert ("release_at_once" in owed(one)) is ends_it
    assert "court_stay" not in codes(one, "2025-05-08T13:00")


def test_a_stay_of_another_detention_order_reaches_nothing() -> None:
    """The day of issue names the order."""
    one = desk()
    case = detained(one, "2025-05-02T09:00")
    handed_over(one, case, "2025-05-02T10:00")
    suit = sue(one, case, "2025-05-07", "detention_order", made_on="2025-05-01")
    stay(one, suit, "2025-05-08")
    assert "release_at_once" not in owed(one)


def test_nobody_is_detained_again_under_a_stayed_order() -> None:
    """25(2): out of criminal custody the same order would be executed; when the stay has ended it is."""
    one = desk()
    case = detained(one, "2025-05-02T09:00")
    handed_over(one, case, "2025-05-02T10:00")
    suit = sue(one, case, "2025-05-07", "detention_order", made_on="2025-05-02")
    do(one, "record_criminal_custody", "2025-05-08", ICO, custodian="prosecutor", not_indicted=True)
    stay(one, suit, "2025-05-09")
    shown = {"facility": "rooms 1", "shown": ["detention_order"]}
    assert refused(one, "receive_from_criminal_custody", "2025-05-10", ICO, **shown) == "execution_stayed"
    do(one, "end_criminal_custody", "2025-05-10", ICO)
    assert refused(one, "detain", "2025-05-11", ICO, **shown) == "execution_stayed"
    assert owed(one) == set()  # nothing is owed that nobody may do
    court(one, suit, "cancel_for_change", "2025-05-12")
    assert owed(one) == {"detain_person"}
    do(one, "detain", "2025-05-13", ICO, **shown)
    assert custody(one) is Custody.DETAINED_DETENTION_ORDER


def let_out_by_stay(scope: str = "execution", *, let_out: str | None = "2025-05-08T14:00") -> tuple[Desk, str]:
    """Detained on 2 May, the detention order stayed on 8 May, and released; returns the desk and the suit."""
    one = desk()
    case = detained(one, "2025-05-02T09:00")
    handed_over(one, case, "2025-05-02T10:00")
    suit = sue(one, case, "2025-05-07", "detention_order", made_on="2025-05-02")
    stay(one, suit, "2025-05-08", scope)
    if let_out is not None:
        decided = {"kind": "stay", "decided_on": "2025-05-08", "court": "district court"}
        do(one, "release", let_out, SII, why="court", court=decided, reasons="stayed")
    return one, suit


def test_when_the_stay_of_a_detention_order_ends_a_person_weighs_custody() -> None:
    """ACLA 25(2): nobody is detained by itself again; whether detention goes on is decided, and then it does."""
    one, suit = let_out_by_stay()
    assert (custody(one), owed(one)) == (Custody.FREE, set())
    court(one, suit, "cancel_for_change", "2025-05-12")
    assert owed(one) == {"weigh_custody"}
    do(one, "weigh", "2025-05-12T13:00", SII, detention=True, sponsorship_considered=True, reasons="stated")
    assert owed(one) == {"detain_person"}
    do(one, "detain", "2025-05-13", ICO, facility="rooms 1", shown=["detention_order"])
    assert custody(one) is Custody.DETAINED_DETENTION_ORDER


def test_a_stay_that_ends_before_the_release_leaves_custody_to_be_weighed_after_it() -> None:
    """The release was owed from the stay on, and stays owed; then a person decides."""
    one, suit = let_out_by_stay(let_out=None)
    court(one, suit, "cancel_for_change", "2025-05-09")
    assert owed(one) == {"release_at_once"}
    decided = {"kind": "stay", "decided_on": "2025-05-08", "court": "district court"}
    do(one, "release", "2025-05-09T14:00", SII, why="court", court=decided, reasons="stayed")
    assert owed(one) == {"weigh_custody"}


def test_nobody_is_told_to_detain_under_a_stayed_order() -> None:
    """ACLA 25(2): issued and not executed, the order is stayed: nothing is owed until that has ended."""
    one = desk()
    case = screened(one, "2025-05-02T09:00")
    order(one, "2025-05-02T09:10", valid_until="2025-05-30")
    assert owed(one) == {"detain_person"}
    suit = sue(one, case, "2025-05-02T10:00", "detention_order", made_on="2025-05-02")
    stay(one, suit, "2025-05-02T11:00")
    assert owed(one) == set()
    court(one, suit, "cancel_for_change", "2025-05-12")
    assert owed(one) == {"detain_person"}


def test_another_stay_or_an_order_meanwhile_leaves_nothing_to_weigh() -> None:
    """Varied, the detention order is still stayed; with the deportation order it is spent."""
    one, suit = let_out_by_stay()
    body = {"scope": "effect", "term": "lifted", "court": "high court"}
    one.act(suit, "vary_stay", "2025-05-09", CLERK, **body)
    assert owed(one) == set()
    the_order_issues(one, case_of(one, "Deportation"), "2025-05-12")
    assert owed(one) == {"remove_or_tell"}
    court(one, suit, "cancel_for_change", "2025-05-13")
    assert owed(one) == {"remove_or_tell"}


def test_a_detention_order_that_a_judgment_set_aside_is_executed_no_more() -> None:
    """ACLA 33(1): release is owed, and when the judgment is carried out there is no order under which to detain."""
    one = desk()
    case = detained(one, "2025-05-02T09:00")
    handed_over(one, case, "2025-05-02T10:00")
    suit = sue(one, case, "2025-05-07", "detention_order", made_on="2025-05-02")
    judge(one, suit, "2025-05-12", "annulled")
    one.act(suit, "become_final", "2025-05-27", CLERK, final_on="2025-05-27")
    assert owed(one) == {"release_at_once"}
    decided = {"kind": "annulment", "decided_on": "2025-05-27", "court": "district court"}
    do(one, "release", "2025-05-27T14:00", SII, why="court", court=decided, reasons="annulled")
    one.act(suit, "record_carried_out", "2025-05-28", CLERK, how="released")
    assert owed(one) == set()
    shown = {"facility": "rooms 1", "shown": ["detention_order"]}
    assert refused(one, "detain", "2025-05-29", ICO, **shown) == "detention_not_due"
    assert refused(one, "extend", "2025-05-29", SII, days=30, reasons="needed") == "no_detention_order"


def test_departure_leaves_the_suit_to_the_court_and_death_ends_it() -> None:
    """ACLA 7: whether a suit goes on after a departure is the court's; nobody takes up that of the dead."""
    one, suit = sued("removal")
    gone = copy(one)
    record(gone, "record_departure", "2025-06-02", ICO, on="2025-06-02")
    assert gone.stage(case_of(gone, "CourtProceedings")) == "stayed"
    record(one, "record_death", "2025-06-02", ICO, on="2025-06-02")
    assert (one.stage(suit), ends(one)) == ("ended", ["suit_ended"])


def test_a_late_entry_of_a_stay_stands_between_what_was_filed() -> None:
    """A stay of 20 May entered on 2 June counts from 20 May, as known from 2 June."""
    one, case = ordered_out()
    suit = sue(one, case, "2025-05-19")
    record(one, "record_stays", "2025-05-28", INSPECTOR, stays=[])
    filed = one.try_act(
        suit,
        "order_stay",
        "2025-05-20",
        CLERK,
        received="2025-06-02",
        scope="removal",
        term="day",
        last_day="2025-05-30",
        court="c",
    )
    assert filed.late
    assert position(one, "2025-06-02").circumstances.court_stays is None  # over on 30 May
    assert ends(one) == ["term_over"]
