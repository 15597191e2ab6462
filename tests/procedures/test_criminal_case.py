"""A criminal case: proceedings, sentence, leave, release, juvenile training, travel restriction."""

from typing import Any

import pytest

from engine.command import Kind
from law.facts import Custody
from law.on_record import others_are_unknown
from tests.procedures.court_story import TOLD, nothing_else, prosecuted, restricted, sentenced, serving
from tests.procedures.custody_story import (
    CLERK,
    ICO,
    SHOWN,
    SHOWN_ORDER,
    SII,
    TERMS,
    case_of,
    copy,
    custody,
    desk,
    do,
    held_under_order,
    order,
    owed,
    position,
    record,
    refused,
    screened,
    suspected,
)
from tests.procedures.desk import Desk
from tests.procedures.sponsorship_story import decision
from tests.procedures.stories import file

LEAVE = {"given_by": "superintending_prosecutor", **TOLD}
REPORT: dict[str, Any] = {"reported_by": "prison_head", "kind": "term_served", "in_writing": True}
RUN, UNKNOWN = "criminal_proceedings", "criminal_proceedings_not_on_record"


def codes(one: Desk, at: str) -> set[str]:
    """The reasons of DT-01."""
    return one.removal(at)[1]


def ordered_out() -> Desk:
    """Held under the order since 12 May 2025, nothing else on record of proceedings or courts."""
    one = desk()
    held_under_order(one, "2025-05-12")
    nothing_else(one, "2025-05-12T12:00")
    return one


def try_open(one: Desk, opening: str, at: str, **body: Any) -> str:
    """Open a criminal case that must be refused; its code."""
    filed = one.send(Kind.OPEN, "CriminalCase", "", opening, at, ICO, body)
    assert filed.refusal is not None
    return filed.refusal.code


def test_while_proceedings_run_nobody_is_removed() -> None:
    """63(2), A-47: the order is older than the criminal case; detention under it is weighed by a person."""
    one = ordered_out()
    case = prosecuted(one, "2025-05-20", "suspect")
    assert RUN in codes(one, "2025-05-20T13:00")
    assert "weigh_proceedings" in owed(one)
    one.act(case, "indict", "2025-06-02", ICO)
    assert RUN in codes(one, "2025-06-03")
    one.act(case, "end_proceedings", "2025-07-01", ICO, how="acquitted", **TOLD)
    assert one.stage(case) == "ended"
    assert not codes(one, "2025-07-02") & {RUN, UNKNOWN}
    assert owed(one) == {"remove_or_tell"}


def test_proceedings_of_a_case_count_where_nobody_was_asked_and_then_it_is_unknown_again() -> None:
    """DT-01 row 6: open, they block; ended, whether there are others is not on record."""
    one = desk()
    held_under_order(one, "2025-05-12")
    case = prosecuted(one, "2025-05-20")
    assert RUN in codes(one, "2025-05-21")
    one.act(case, "end_proceedings", "2025-06-02", ICO, how="fined", **TOLD)
    assert UNKNOWN in codes(one, "2025-06-03")


def test_the_same_proceedings_in_the_record_end_when_both_say_so() -> None:
    """Open in one of two is open."""
    one = ordered_out()
    case = prosecuted(one, "2025-05-20")
    since = {"kind": "criminal", "since": "2025-05-20"}
    record(one, "record_proceedings", "2025-05-21", proceedings=[since])
    one.act(case, "end_proceedings", "2025-06-02", ICO, how="dismissed", **TOLD)
    assert RUN in codes(one, "2025-06-04")
    record(one, "record_proceedings", "2025-06-04", proceedings=[since | {"until": "2025-06-02"}])
    assert RUN not in codes(one, "2025-06-05")


def test_a_suspect_who_is_not_indicted_is_handed_over_on_an_order() -> None:
    """64(1)(i): the prosecutor decided not to indict for a crime of Article 70: the case of custody hears of it."""
    one = desk()
    screened(one, "2025-05-12T08:00")
    order(one, "2025-05-12T08:30")
    case = prosecuted(one, "2025-05-12T09:00", "suspect", immigration_crime=True)
    do(one, "record_criminal_custody", "2025-05-12T09:00", ICO, custodian="prosecutor")
    assert refused(one, "receive_from_criminal_custody", "2025-05-15", ICO, **SHOWN) == "custodian_may_not_hand_over"
    one.act(case, "end_proceedings", "2025-05-20T10:00", ICO, how="not_indicted", **TOLD)
    do(one, "receive_from_criminal_custody", "2025-05-20T11:00", ICO, **SHOWN)
    assert custody(one) is Custody.DETAINED_DETENTION_ORDER


def test_another_crime_that_is_not_prosecuted_opens_no_hand_over() -> None:
    """64(1) names suspects of crimes of Article 70 alone."""
    one = desk()
    screened(one, "2025-05-12T08:00")
    order(one, "2025-05-12T08:30")
    case = prosecuted(one, "2025-05-12T09:00", "suspect")
    do(one, "record_criminal_custody", "2025-05-12T09:00", ICO, custodian="prosecutor")
    one.act(case, "end_proceedings", "2025-05-20T10:00", ICO, how="not_indicted", **TOLD)
    assert refused(one, "receive_from_criminal_custody", "2025-05-20T11:00", ICO, **SHOWN) == (
        "custodian_may_not_hand_over"
    )


def test_who_was_indicted_is_not_left_unindicted() -> None:
    """64(1): the decision not to indict comes before."""
    one = desk()
    case = prosecuted(one, "2025-05-12")
    assert one.refused(case, "end_proceedings", "2025-05-20", ICO, how="not_indicted", **TOLD) == "indicted_already"


def test_leave_opens_the_way_only_while_a_sentence_is_served() -> None:
    """63(2) proviso: not during the trial, not before the service, then yes, and again no when it is taken back."""
    one = ordered_out()
    case = prosecuted(one, "2025-05-20")
    assert one.refused(case, "give_leave", "2025-05-21", ICO, **LEAVE) == "no_sentence_served"
    one.act(case, "pronounce", "2025-06-02", ICO, months=24, suspension="none", **TOLD)
    assert one.refused(case, "become_final", "2025-06-17", ICO, final_on="2025-06-01") == "day_too_early"
    one.act(case, "become_final", "2025-06-17", ICO, final_on="2025-06-17")
    assert one.stage(case) == "sentence_to_serve"
    assert one.refused(case, "give_leave", "2025-06-18", ICO, **LEAVE) == "no_sentence_served"
    one.act(case, "begin_service", "2025-06-20", ICO)
    assert RUN in codes(one, "2025-06-21")
    assert one.refused(case, "withdraw_leave", "2025-06-21", ICO, **TOLD) == "no_leave_given"
    one.act(case, "give_leave", "2025-07-01", ICO, **LEAVE)
    assert RUN not in codes(one, "2025-07-02")
    assert owed(one) == {"remove_or_tell"}
    one.act(case, "withdraw_leave", "2025-07-03", ICO, **TOLD)
    assert RUN in codes(one, "2025-07-04")


def test_leave_says_nothing_of_other_proceedings() -> None:
    """Leave in one case does not make the others known."""
    one = desk()
    held_under_order(one, "2025-05-12")
    case = serving(one, "2025-05-20")
    one.act(case, "give_leave", "2025-05-21", ICO, **LEAVE)
    assert UNKNOWN in codes(one, "2025-05-22")
    prosecuted(one, "2025-05-23")
    assert RUN in codes(one, "2025-05-24")


def test_juvenile_training_knows_no_leave() -> None:
    """63(2): it stands in the way until it has ended."""
    one = ordered_out()
    case = one.open("CriminalCase", "begin_training", "2025-05-20", ICO, **TOLD)
    assert RUN in codes(one, "2025-05-21")
    assert one.refused(case, "give_leave", "2025-05-21", ICO, **LEAVE) == "no_leave_from_juvenile_training"
    one.act(case, "record_release", "2025-06-20", ICO, kind="discharged")
    assert RUN not in codes(one, "2025-06-21")


def test_a_suspect_is_sent_to_juvenile_training() -> None:
    """63(1): the kind of proceedings changes; the obstacle stays."""
    one = ordered_out()
    case = prosecuted(one, "2025-05-20", "suspect")
    one.act(case, "send_to_training", "2025-05-28", ICO)
    assert one.stage(case) == "juvenile_training"
    assert RUN in codes(one, "2025-05-29")


@pytest.mark.parametrize(
    ("months", "suspension", "part", "stage"),
    [
        (24, "none", {}, "sentence_to_serve"),
        (None, "none", {}, "sentence_to_serve"),
        (36, "whole", {}, "ended"),
        (36, "partial", {"unsuspended_months": 6}, "sentence_to_serve"),
    ],
)
def test_a_final_sentence_is_served_as_far_as_it_is_not_suspended(
    months: int | None, suspension: str, part: dict[str, Any], stage: str
) -> None:
    """63(2): with a whole suspension the proceedings are over."""
    one = ordered_out()
    case = sentenced(one, "2025-06-17", months, suspension, **part)
    assert one.stage(case) == stage
    assert (RUN in codes(one, "2025-06-18")) is (stage != "ended")


def test_a_sentence_that_cannot_be_is_refused() -> None:
    """An unsuspended part is less than the whole; without a sentence nothing becomes final."""
    one = desk()
    case = prosecuted(one, "2025-05-20")
    body = {"months": 36, "suspension": "partial", "unsuspended_months": 36, **TOLD}
    assert one.refused(case, "pronounce", "2025-06-02", ICO, **body) == "sentence_does_not_fit"
    assert one.refused(case, "become_final", "2025-06-17", ICO, final_on="2025-06-17") == "no_sentence_pronounced"


def test_a_sentence_counts_from_the_day_on_which_it_is_final() -> None:
    """DT-11 row 2: three years, unsuspended, Japanese: even a first application no longer stops removal."""
    one = ordered_out()
    file(one, "2025-05-14")
    case = prosecuted(one, "2025-05-20")
    one.act(case, "pronounce", "2025-06-02", ICO, months=36, suspension="none", **TOLD)
    assert "suspensive_effect" in codes(one, "2025-06-03")
    one.act(case, "become_final", "2025-06-17", ICO, final_on="2025-06-17")
    assert "suspensive_effect" not in codes(one, "2025-06-18")


@pytest.mark.parametrize(
    ("sentence", "stops"),
    [
        ({"months": 36, "suspension": "none"}, False),
        ({"months": None, "suspension": "none"}, False),
        ({"months": 35, "suspension": "none"}, True),
        ({"months": 36, "suspension": "whole"}, True),
        ({"months": 48, "suspension": "partial", "unsuspended_months": 42}, True),
    ],
)
def test_any_suspension_keeps_the_stop_on(sentence: dict[str, Any], stops: bool) -> None:
    """61-2-9(4)(ii): suspended in part, however long the rest, the first application still stops removal."""
    one = ordered_out()
    file(one, "2025-05-14")
    sentenced(one, "2025-06-17", **sentence)
    assert ("suspensive_effect" in codes(one, "2025-06-18")) is stops


def test_two_sentences_of_two_years_are_not_three_years() -> None:
    """A-20: each by itself, and a person looks."""
    one = ordered_out()
    file(one, "2025-05-14")
    sentenced(one, "2025-06-17", 24)
    sentenced(one, "2025-06-18", 24)
    assert "suspensive_effect" in codes(one, "2025-06-19")


def test_a_foreign_sentence_is_on_record_and_stops_nothing() -> None:
    """A-46, 63(1): nothing is executed in Japan, and 61-2-9(4)(ii) does not mean it."""
    one = ordered_out()
    file(one, "2025-05-14")
    sentence = {"final_on": "2020-03-02", "months": 60, "suspension": "none", "japanese_court": False}
    body = {"sentence": sentence, "service": "being_served", **TOLD}
    assert try_open(one, "take_up_sentence", "2025-05-20", **body) == "sentence_not_executed_here"
    case = one.open("CriminalCase", "take_up_sentence", "2025-05-20", ICO, **body | {"service": "over"})
    assert one.stage(case) == "ended"
    assert codes(one, "2025-05-21") >= {"suspensive_effect"}
    assert RUN not in codes(one, "2025-05-21")
    assert [one.months for one in position(one).circumstances.sentences or ()] == [60]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"final_on": None}, "sentence_not_final"),
        ({"final_on": "2025-05-21"}, "day_to_come"),
        ({"unsuspended_months": 6}, "sentence_does_not_fit"),
        ({"suspension": "whole"}, "sentence_not_executed_here"),
    ],
)
def test_only_a_final_sentence_that_fits_is_taken_up(changes: dict[str, Any], code: str) -> None:
    """What is not final runs as proceedings; what is not executed is over."""
    one = desk()
    sentence = {"final_on": "2025-03-03", "months": 24, "suspension": "none"} | changes
    assert try_open(one, "take_up_sentence", "2025-05-20", sentence=sentence, service="being_served", **TOLD) == code


def test_a_sentence_of_a_case_does_not_say_that_there_are_no_others() -> None:
    """DT-16: where nobody recorded the sentences, what a case keeps counts, and the rest stays unknown."""
    one = Desk(desk().procedures)
    one.open("Circumstances", "keep", "2025-05-12", CLERK)
    sentenced(one, "2025-05-12T13:00", 12)
    found = position(one).circumstances.sentences
    assert found is not None
    assert others_are_unknown(found)


def test_a_revoked_suspension_is_served_and_stays_a_suspension() -> None:
    """A-46: the sentence is executed from now on, and a person looks where the length alone would decide."""
    one = ordered_out()
    file(one, "2025-05-14")
    case = sentenced(one, "2025-06-17", 36, "whole")
    one.act(case, "revoke_suspension", "2025-09-01", ICO, **TOLD)
    assert one.stage(case) == "sentence_to_serve"
    assert codes(one, "2025-09-02") >= {RUN, "suspensive_effect"}
    assert one.refused(case, "revoke_suspension", "2025-09-02", ICO, **TOLD) == "no_suspension_stands"


def imprisoned() -> tuple[Desk, str]:
    """Ordered out, then arrested and serving a sentence in a prison since 20 June 2025."""
    one = ordered_out()
    do(one, "record_criminal_custody", "2025-05-20", ICO, custodian="court")
    case = serving(one, "2025-06-20")
    do(one, "record_custodian", "2025-06-20T13:00", ICO, custodian="prison")
    return one, case


def test_a_prison_hands_over_on_the_order_at_the_reported_release() -> None:
    """62(3), 64(2)(i): from the reported day on, showing the order; removal waits until the end is recorded."""
    one, case = imprisoned()
    assert refused(one, "receive_from_criminal_custody", "2025-10-01", ICO, **SHOWN_ORDER) == (
        "custodian_may_not_hand_over"
    )
    one.act(case, "report_release", "2025-11-04", ICO, release_on="2025-11-20", **REPORT)
    assert one.duties(case) == {"prepare_hand_over"}
    due = next(duty.due_on for duty in one.register.case(case).open_duties)
    assert str(due) == "2025-11-20"
    assert refused(one, "receive_from_criminal_custody", "2025-11-19", ICO, **SHOWN_ORDER) == (
        "criminal_proceedings_run"
    )
    do(one, "receive_from_criminal_custody", "2025-11-20T09:00", ICO, **SHOWN_ORDER)
    assert custody(one) is Custody.DETAINED_DEPORTATION_ORDER
    assert one.duties(case) == {"record_letting_out"}
    assert RUN in codes(one, "2025-11-20T10:00")
    one.act(case, "record_release", "2025-11-20T11:00", ICO, kind="term_served")
    assert (one.stage(case), one.duties(case)) == ("ended", set())
    assert RUN not in codes(one, "2025-11-21")


def test_on_notice_of_sponsorship_the_prison_sets_free() -> None:
    """64(2)(ii): decided while the person is in prison; on notice, after the report, he or she is released."""
    one = desk()
    screened(one, "2025-05-12T08:00", "sponsorship")
    do(one, "record_criminal_custody", "2025-05-12T09:00", ICO, custodian="prison")
    case = serving(one, "2025-05-12T09:00")
    one.act(case_of(one, "Sponsorship"), "decide", "2025-05-12T10:00", SII, **decision(notify_by="2025-08-12"))
    assert refused(one, "release_on_notice", "2025-05-20", ICO) == "custodian_may_not_hand_over"
    one.act(case, "report_release", "2025-05-21", ICO, release_on="2025-05-26", **REPORT)
    do(one, "release_on_notice", "2025-05-26", ICO)
    assert custody(one) is Custody.SPONSORED_BEFORE_ORDER
    assert one.duties(case) == {"record_letting_out"}


def test_a_parole_is_reported_by_the_board() -> None:
    """62(3), (4): the board reports parole, the head of the prison the rest."""
    one, case = imprisoned()
    parole = REPORT | {"kind": "parole", "release_on": "2025-11-20"}
    assert one.refused(case, "report_release", "2025-11-04", ICO, **parole) == "other_reporter"
    one.act(case, "report_release", "2025-11-04", ICO, **parole | {"reported_by": "parole_board"})
    do(one, "receive_from_criminal_custody", "2025-11-20T09:00", ICO, **SHOWN_ORDER)
    one.act(case, "record_release", "2025-11-20T10:00", ICO, kind="parole")
    assert one.stage(case) == "ended"


def test_a_sentence_whose_execution_is_stopped_is_not_over() -> None:
    """62(3), 63(2): the person is let out; the sentence may be taken up again, so nobody is removed."""
    one, case = imprisoned()
    one.act(case, "record_release", "2025-09-01", ICO, kind="execution_stopped")
    assert one.stage(case) == "sentence_to_serve"
    assert RUN in codes(one, "2025-09-02")
    one.act(case, "begin_service", "2025-10-01", ICO)
    assert one.stage(case) == "serving"


def test_the_procedure_goes_on_beside_a_criminal_case() -> None:
    """63(1), 72 of LAW §14: with proceedings of a case on record the suspect's case goes on without custody."""
    one = desk()
    deportation = suspected(one, "2025-05-12T08:00")
    assert one.refused(deportation, "go_on_beside_criminal_case", "2025-05-12T09:00", ICO) == (
        "proceedings_not_on_record"
    )
    prosecuted(one, "2025-05-12T10:00")
    one.act(deportation, "go_on_beside_criminal_case", "2025-05-12T11:00", ICO)


def test_a_travel_restriction_ends_detention_under_the_order_and_its_end_lets_it_go_on() -> None:
    """63(3), A-41: detention is execution; conditions are owed; when it is lifted the order is executed again."""
    one = ordered_out()
    case = restricted(one, "2025-05-20")
    assert {"release_at_once", "set_travel_conditions"} <= owed(one)
    assert "travel_restriction" in codes(one, "2025-05-21")
    do(one, "set_travel_conditions", "2025-05-21", SII, **TERMS | {"notify_by": "2025-08-20"})
    assert custody(one) is Custody.TRAVEL_RESTRICTED
    one.act(case, "lift_restriction", "2025-06-20", CLERK, **TOLD)
    assert custody(one) is Custody.FREE
    assert "travel_restriction" not in codes(one, "2025-06-21")
    assert one.refused(case, "lift_restriction", "2025-06-21", CLERK, **TOLD) == "no_restriction_runs"


def test_there_is_no_travel_restriction_before_15_may_2025() -> None:
    """Suppl. 20: on 14 May 2025 the law knows none, on the 15th it does."""
    one = ordered_out()
    case = prosecuted(one, "2025-05-13")
    body = {"ground": "342-2", **TOLD}
    assert one.refused(case, "impose_restriction", "2025-05-14T23:59", CLERK, **body) == (
        "no_travel_restriction_in_law"
    )
    one.act(case, "impose_restriction", "2025-05-15T00:00", CLERK, **body)
    assert "travel_restriction" in codes(one, "2025-05-15T00:01")
    assert one.refused(case, "impose_restriction", "2025-05-16", CLERK, **body) == "restriction_runs_already"


def test_a_restriction_until_a_day_ends_by_itself() -> None:
    """63(3): with the end of 30 June; conditions fall away in the same instant."""
    one = ordered_out()
    case = restricted(one, "2025-05-20", last_day="2025-06-30")
    do(one, "set_travel_conditions", "2025-05-21", SII, **TERMS | {"notify_by": "2025-08-20"})
    assert custody(one, "2025-06-30T23:59") is Custody.TRAVEL_RESTRICTED
    assert custody(one, "2025-07-01T00:00") is Custody.FREE
    assert owed(one, "2025-07-01T00:00") == set()  # the trial still stops the execution (63(2))
    one.act(case, "end_proceedings", "2025-07-01", ICO, how="acquitted", **TOLD)
    assert owed(one) == {"remove_or_tell"}


def test_a_restriction_outlives_the_proceedings() -> None:
    """494-3 of the Code: for a fine that is not paid; the case stays open for it, and ends with it."""
    one = ordered_out()
    case = restricted(one, "2025-05-20", last_day="2025-06-30")
    one.act(case, "end_proceedings", "2025-06-02", ICO, how="fined", **TOLD)
    assert one.stage(case) == "restricted"
    assert "travel_restriction" in codes(one, "2025-06-03")
    assert RUN not in codes(one, "2025-06-03")
    later = copy(one)
    one.act(case, "lift_restriction", "2025-06-20", CLERK, **TOLD)
    assert one.stage(case) == "ended"
    assert later.stage(case, "2025-07-01T00:00") == "ended"
    one.act(case, "impose_restriction", "2025-07-02", CLERK, ground="494-3", **TOLD)
    assert one.stage(case) == "restricted"


def test_death_ends_it_and_departure_does_not() -> None:
    """63(2): nothing is prosecuted any more; a sentence stays on record. Who left may still be prosecuted."""
    one = ordered_out()
    case = restricted(one, "2025-05-20")
    gone = copy(one)
    record(gone, "record_departure", "2025-06-02", ICO, on="2025-06-02")
    assert gone.stage(case) == "indicted"
    record(one, "record_death", "2025-06-02", ICO, on="2025-06-02")
    assert one.stage(case) == "ended"
    assert position(one).circumstances.travel_restrictions is None


def test_leave_does_not_outlast_the_service_for_which_it_was_given() -> None:
    """63(2): the execution was stopped and is taken up again: without new leave the order waits."""
    one = ordered_out()
    case = serving(one, "2025-06-17")
    one.act(case, "give_leave", "2025-06-18", ICO, **LEAVE)
    assert RUN not in codes(one, "2025-06-19")
    one.act(case, "record_release", "2025-06-20", ICO, kind="execution_stopped")
    one.act(case, "begin_service", "2025-06-23", ICO)
    assert RUN in codes(one, "2025-06-24")


def test_juvenile_training_ends_with_whatever_let_the_person_out() -> None:
    """62(3): only a sentence whose execution was stopped is taken up again."""
    one = ordered_out()
    case = one.open("CriminalCase", "begin_training", "2025-05-20", ICO, **TOLD)
    one.act(case, "record_release", "2025-06-20", ICO, kind="execution_stopped")
    assert one.stage(case) == "ended"


def test_being_taken_into_criminal_custody_lets_nobody_out() -> None:
    """62(3): what is to be recorded is how somebody left the prison, not how he or she came there."""
    one = ordered_out()
    case = serving(one, "2025-06-17")
    do(one, "record_criminal_custody", "2025-06-18", ICO, custodian="prison")
    assert one.duties(case) == set()


def test_a_release_that_was_reported_late_is_prepared_today() -> None:
    """62(3): the day of release has passed already."""
    one = ordered_out()
    case = serving(one, "2025-06-17")
    body = {"reported_by": "prison_head", "kind": "term_served", "release_on": "2025-06-20", "in_writing": True}
    one.act(case, "report_release", "2025-06-24", ICO, **body)
    assert [str(duty.due_on) for duty in one.register.case(case).open_duties] == ["2025-06-24"]
