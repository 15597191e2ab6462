"""Treatment of a detainee: told in writing, asked, examined, cared for, kept apart within bounds; and a death."""

from datetime import date
from typing import Any

import pytest

from engine.soundness import faults
from law.custody import Title
from law.custody_clocks import HEALTH_EXAMINATION, ISOLATION, ISOLATION_RENEWAL, PROTECTION_ROOM
from law.facts import Custody
from law.treatment import MATTERS, Treated
from tests.procedures.desk import Desk, jst
from tests.procedures.review_story import (
    CLERK,
    HEAD,
    HELD,
    ICO,
    INSPECTOR,
    PROCEDURES,
    due,
    facts,
    held,
    last,
    owed,
    position,
    treatment_of,
)

START = "2025-02-28T10:00"
"""A Friday; three months with the day counted end on 27 May."""
ALL = sorted(MATTERS)
TOLD: dict[str, Any] = {"matters": ALL, "in_writing": True, "language": "English"}
EXAM: dict[str, Any] = {"result": "in the file"}
ORDER_ISOLATION: dict[str, Any] = {"ground": "55-50(1)(i)", "reasons": "stated"}
ROOM: dict[str, Any] = {"ground": "55-53(1)(i)", "ordered_by_head": True, "reasons": "stated"}
NEEDED: dict[str, Any] = {"special_need": True, "reasons": "stated"}


def _held(at: str = START, **taken: Any) -> tuple[Desk, str, str]:
    one, hold = held(at, **({"custody": "detained_detention_order", "title": "detention_order"} | taken))
    return one, hold, treatment_of(one)


def _begun() -> tuple[Desk, str]:
    """Told, asked and examined on the first day."""
    one, _, case = _held()
    one.act(case, "tell_matters", "2025-02-28T11:00", ICO, **TOLD)
    one.act(case, "ask_health", "2025-02-28T11:10", ICO, answers="stated")
    one.act(case, "examine", "2025-02-28T11:20", ICO, examined_on="2025-02-28", **EXAM)
    return one, case


def test_the_declaration_is_sound() -> None:
    """No stage without a way out, no clock without its lapse, no duty that nobody owes."""
    assert faults(PROCEDURES["Treatment"]) == ()


@pytest.mark.parametrize("title", list(Title))
def test_every_detention_begins_with_telling_asking_and_an_examination(title: Title) -> None:
    """Invariant 60: under every title the notice and the question are due the same day, the doctor promptly."""
    custody = {
        Title.EMERGENCY: "emergency_detained",
        Title.DETENTION_ORDER: "detained_detention_order",
        Title.DEPORTATION_ORDER: "detained_deportation_order",
    }[title]
    one, _, _ = _held(custody=custody, title=title)
    assert owed(one, "Treatment", START) == {"tell_matters", "ask_health", "examine"}
    assert due(one, "Treatment", "tell_matters", START) == date(2025, 2, 28)
    assert due(one, "Treatment", "ask_health", START) == date(2025, 2, 28)
    assert due(one, "Treatment", "examine", START) == date(2025, 3, 5)


def test_the_notice_is_written_and_whole() -> None:
    """All ten matters, in writing; what the language was stays in the entry (55-18(2))."""
    one, _, case = _held()
    spoken = TOLD | {"in_writing": False}
    assert one.refused(case, "tell_matters", "2025-02-28T11:00", ICO, **spoken) == "not_in_writing"
    short = TOLD | {"matters": ALL[1:]}
    assert one.refused(case, "tell_matters", "2025-02-28T11:00", ICO, **short) == "matters_missing"
    one.act(case, "tell_matters", "2025-02-28T11:00", ICO, **TOLD)
    assert "tell_matters" not in one.duties(case)
    assert position(one, "2025-03-01").all(Treated)[0].told


def test_a_changed_matter_is_told_again() -> None:
    """Ord. 50-8(2): each time, in writing, what changed."""
    one, case = _begun()
    one.act(case, "change_matters", "2025-03-10", HEAD, matters=["55-18(1)(vii)"])
    assert due(one, "Treatment", "tell_matters", "2025-03-10") == date(2025, 3, 10)
    wrong = TOLD | {"matters": ["55-18(1)(i)"]}
    assert one.refused(case, "tell_matters", "2025-03-10T13:00", ICO, **wrong) == "matters_missing"
    one.act(case, "tell_matters", "2025-03-10T13:00", ICO, **(TOLD | {"matters": ["55-18(1)(vii)"]}))
    assert [fact.after_change for fact in facts(one, "WrittenNoticeGiven")] == [False, True]
    assert not one.duties(case)


def test_another_facility_tells_and_asks_anew() -> None:
    """The start of detention at a facility is meant (55-18(1), 55-41(1)); the same place named again is no start."""
    one, case = _begun()
    hold = position(one, "2025-03-01").of("Hold")[0].id
    one.act(hold, "assign_place", "2025-03-10T09:00", ICO, facility="omura")
    assert one.duties(case) == {"tell_matters", "ask_health"}
    assert not position(one, "2025-03-10").all(Treated)[0].asked
    one.act(case, "ask_health", "2025-03-10T10:00", ICO, answers="stated")
    one.act(hold, "assign_place", "2025-03-10T11:00", ICO, facility="omura")
    assert one.duties(case) == {"tell_matters"}


@pytest.mark.parametrize(
    ("examined", "next_by"),
    [
        ("2025-02-28", "2025-05-27"),
        ("2024-11-30", "2025-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2028-02-29", "2028-05-28"),
        ("2024-06-10", "2024-09-09"),
    ],
)
def test_the_next_examination_is_within_three_months_of_the_last(examined: str, next_by: str) -> None:
    """C25: that day counted, by the calendar, also across month ends and leap years."""
    one, _, case = _held(f"{examined}T08:00")
    one.act(case, "examine", f"{examined}T09:00", ICO, examined_on=examined, **EXAM)
    clock = last(one, "Treatment", f"{next_by}T23:59").clock(HEALTH_EXAMINATION)
    assert clock is not None
    assert clock.last_day == date.fromisoformat(next_by)


def test_a_missed_examination_is_a_breach_and_the_next_three_months_run() -> None:
    """From 28 February to 27 May nobody was examined: recorded, still owed, and 27 August is the next end."""
    one, _, _ = _held()
    assert not facts(one, "ExaminationMissed", "2025-05-27T23:59")
    assert [fact.last_day for fact in facts(one, "ExaminationMissed", "2025-05-28")] == [date(2025, 5, 27)]
    assert "examine" in owed(one, "Treatment", "2025-05-28")
    assert [fact.last_day for fact in facts(one, "ExaminationMissed", "2025-08-28")] == [
        date(2025, 5, 27),
        date(2025, 8, 27),
    ]


def test_an_examination_within_three_months_makes_no_breach() -> None:
    """Examined on 27 May, the last day: the next is due by 26 August."""
    one, case = _begun()
    one.act(case, "examine", "2025-05-27T23:00", ICO, examined_on="2025-05-27", **EXAM)
    clock = last(one, "Treatment", "2025-08-26T23:59").clock(HEALTH_EXAMINATION)
    assert clock is not None
    assert clock.last_day == date(2025, 8, 26)
    assert not facts(one, "ExaminationMissed", "2025-08-26T23:59")


def test_an_examination_lies_between_the_last_one_and_today() -> None:
    """Neither ahead, nor before detention, nor before an examination that is on record."""
    one, case = _begun()
    one.act(case, "examine", "2025-03-20", ICO, examined_on="2025-03-20", **EXAM)
    for day, code in (("2025-03-22", "day_to_come"), ("2025-02-27", "day_too_early"), ("2025-03-19", "day_too_early")):
        assert one.refused(case, "examine", "2025-03-21", ICO, examined_on=day, **EXAM) == code


def test_taken_over_in_the_middle_nothing_is_known_and_a_doctor_is_owed_promptly() -> None:
    """Held for a year before the record: no invented breach, but telling, asking and examining are owed promptly."""
    one, _, case = _held("2025-03-03T09:00", since=jst("2024-01-15"))
    assert due(one, "Treatment", "tell_matters", "2025-03-03T09:00") == date(2025, 3, 6)
    assert due(one, "Treatment", "examine", "2025-03-03T09:00") == date(2025, 3, 6)
    assert not facts(one, "ExaminationMissed", "2025-06-02T23:59")
    earlier = TOLD | {"told_on": "2024-01-16"}
    one.act(case, "tell_matters", "2025-06-02T23:59", ICO, **earlier)
    assert facts(one, "WrittenNoticeGiven")[0].on == date(2024, 1, 16)


def _care(**more: Any) -> dict[str, Any]:
    plain = {"place": "facility", "against_will": False, "serious_or_infectious": False, "care": "in the file"}
    return plain | more


def test_care_is_owed_promptly_from_the_day_the_need_is_found() -> None:
    """Friday 28 February: Monday, Tuesday, Wednesday 5 March (55-42(1), A-02)."""
    one, case = _begun()
    one.act(case, "find_care_needed", "2025-02-28T12:00", ICO, ground="55-42(1)(i)", found="stated")
    assert due(one, "Treatment", "give_care", "2025-02-28T12:00") == date(2025, 3, 5)
    one.act(case, "give_care", "2025-03-03", ICO, **_care(place="outside_clinic"))
    assert not one.duties(case)


def test_illness_without_grave_danger_is_not_treated_against_the_will() -> None:
    """The detainee's will decides, and that care was declined is put on record."""
    one, case = _begun()
    assert one.refused(case, "give_care", "2025-03-03", ICO, **_care()) == "no_need_on_record"
    one.act(case, "find_care_needed", "2025-03-03", ICO, ground="55-42(1)(i)", found="stated")
    refused = one.refused(case, "give_care", "2025-03-04", ICO, **_care(against_will=True))
    assert refused == "against_the_will"
    one.act(case, "decline_care", "2025-03-04", ICO, serious_or_infectious=False, statement="s")
    assert not one.duties(case)


@pytest.mark.parametrize(
    ("grounds", "grave"),
    [(["55-42(1)(i)"], True), (["55-42(1)(ii)"], False), (["55-42(1)(i)", "55-42(1)(ii)"], False)],
)
def test_grave_danger_and_not_eating_ask_for_no_consent(grounds: list[str], grave: bool) -> None:
    """Care cannot be declined away then, and is given against the will."""
    one, case = _begun()
    for ground in grounds:
        one.act(case, "find_care_needed", "2025-03-03", ICO, ground=ground, found="stated")
    body = {"serious_or_infectious": grave, "statement": "s"}
    assert one.refused(case, "decline_care", "2025-03-04", ICO, **body) == "care_owed_all_the_same"
    one.act(case, "give_care", "2025-03-04", ICO, **_care(against_will=True, serious_or_infectious=grave))
    assert not one.duties(case)


def test_a_hospital_is_for_when_it_is_unavoidable() -> None:
    """55-42(2): attending a clinic as needed, a stay only when unavoidable."""
    one, case = _begun()
    one.act(case, "find_care_needed", "2025-03-03", ICO, ground="55-42(1)(i)", found="stated")
    assert one.refused(case, "give_care", "2025-03-03", ICO, **_care(place="hospital")) == "hospital_not_unavoidable"
    one.act(case, "give_care", "2025-03-03", ICO, **_care(place="hospital", unavoidable=True))


def test_other_measures_are_on_record_by_their_article() -> None:
    """A named doctor, infection control, care of the frail, childbirth outside."""
    one, case = _begun()
    for measure in ("55-43(1)", "55-45", "55-46(1)", "55-46(2)"):
        one.act(case, "record_measure", "2025-03-03", HEAD, measure=measure, reasons="stated")
    assert len(facts(one, "MeasureRecorded")) == 4


def test_isolation_lasts_a_month_and_is_renewed_by_ten_days_each() -> None:
    """From 31 January 2025 with that day: 28 February; renewed: 10 March, 20 March."""
    one, _, case = _held("2025-01-31T08:00")
    one.act(case, "isolate", "2025-01-31T09:00", HEAD, **ORDER_ISOLATION)
    clock = last(one, "Treatment", "2025-02-01").clock(ISOLATION)
    assert clock is not None
    assert clock.last_day == date(2025, 2, 28)
    one.act(case, "renew_isolation", "2025-02-28T09:00", HEAD, **NEEDED)
    assert one.refused(case, "renew_isolation", "2025-02-28T10:00", HEAD, **NEEDED) == "renewed_already"
    one.act(case, "renew_isolation", "2025-03-10T09:00", HEAD, **NEEDED)
    clock = last(one, "Treatment", "2025-03-20T23:59").clock(ISOLATION_RENEWAL)
    assert clock is not None
    assert clock.last_day == date(2025, 3, 20)
    assert not facts(one, "SeparationOutlasted", "2025-03-20T23:59")


def test_an_isolation_beyond_its_period_is_a_breach_and_ends_at_once() -> None:
    """The month is over: recorded, the end owed the same day, and no renewal mends it."""
    one, case = _begun()
    one.act(case, "isolate", "2025-03-10", HEAD, **ORDER_ISOLATION)
    assert [fact.kind for fact in facts(one, "SeparationOutlasted", "2025-04-10T00:00")] == ["isolation"]
    assert due(one, "Treatment", "end_isolation", "2025-04-10") == date(2025, 4, 10)
    assert one.refused(case, "renew_isolation", "2025-04-10", HEAD, **NEEDED) == "period_over"
    one.act(case, "end_isolation", "2025-04-10", HEAD)
    assert not one.duties(case)
    assert one.refused(case, "end_isolation", "2025-04-11", HEAD) == "not_isolated"


def test_ten_days_of_renewal_that_pass_are_a_breach_too() -> None:
    """9 April and ten days: 19 April; nobody ended it."""
    one, case = _begun()
    one.act(case, "isolate", "2025-03-10", HEAD, **ORDER_ISOLATION)
    one.act(case, "renew_isolation", "2025-04-09", HEAD, **NEEDED)
    assert not facts(one, "SeparationOutlasted", "2025-04-19T23:59")
    assert facts(one, "SeparationOutlasted", "2025-04-20T00:00")


def test_an_isolation_ends_with_its_need() -> None:
    """55-50(3): at once; an end on a later day is a breach, one on the same day is not."""
    one, case = _begun()
    one.act(case, "isolate", "2025-03-10T09:00", HEAD, **ORDER_ISOLATION)
    one.act(case, "end_isolation", "2025-03-12T15:00", HEAD, need_ended_at="2025-03-12T14:00:00+09:00")
    assert not facts(one, "SeparationOutlasted")
    one.act(case, "isolate", "2025-03-13T09:00", HEAD, **ORDER_ISOLATION, recurrence="new_need")
    one.act(case, "end_isolation", "2025-03-20T15:00", HEAD, need_ended_at="2025-03-18T14:00:00+09:00")
    assert [fact.beyond_need for fact in facts(one, "SeparationOutlasted")] == [True]


def test_a_need_cannot_have_gone_in_the_future_nor_before_the_separation() -> None:
    """The instant lies between the beginning and the end."""
    one, case = _begun()
    one.act(case, "isolate", "2025-03-10T09:00", HEAD, **ORDER_ISOLATION)
    ahead, before = "2025-03-13T14:00:00+09:00", "2025-03-09T14:00:00+09:00"
    assert one.refused(case, "end_isolation", "2025-03-12", HEAD, need_ended_at=ahead) == "need_outside_separation"
    assert one.refused(case, "end_isolation", "2025-03-12", HEAD, need_ended_at=before) == "need_outside_separation"


def test_isolation_is_begun_once_and_on_a_ground() -> None:
    """A running isolation is renewed, not begun anew; harm from others asks for the last means."""
    one, case = _begun()
    harm = {"ground": "55-50(1)(ii)", "reasons": "stated"}
    assert one.refused(case, "isolate", "2025-03-10", HEAD, **harm) == "another_way_exists"
    one.act(case, "isolate", "2025-03-10", HEAD, **harm, no_other_way=True)
    assert one.refused(case, "isolate", "2025-03-11", HEAD, **ORDER_ISOLATION) == "isolated_already"
    idle = {"special_need": False, "reasons": "stated"}
    assert one.refused(case, "renew_isolation", "2025-04-09", HEAD, **idle) == "no_special_need"


def test_an_isolation_ended_and_begun_anew_buys_no_fresh_month() -> None:
    """55-50(2): again a minute later, only for a need that arose since, or as a renewal of ten days from that day."""
    one, case = _begun()
    one.act(case, "isolate", "2025-03-10T09:00", HEAD, **ORDER_ISOLATION)
    one.act(case, "end_isolation", "2025-03-30T12:00", HEAD)
    at = "2025-03-30T12:01"
    assert one.refused(case, "isolate", at, HEAD, **ORDER_ISOLATION) == "separated_before"
    same = ORDER_ISOLATION | {"recurrence": "same_need"}
    assert one.refused(case, "isolate", at, HEAD, **same) == "no_special_need"
    one.act(case, "isolate", at, HEAD, **same, special_need=True)
    clocks = {clock.rule_name: clock.last_day for clock in one.register.case(case).running_clocks}
    assert clocks["isolation_renewal"] == date(2025, 4, 8)
    assert "isolation" not in clocks
    assert [fact.ends_at for fact in facts(one, "SeparationRenewed")] == [jst("2025-04-09T00:00")]
    assert [str(fact.kind) for fact in facts(one, "SeparationOutlasted", "2025-04-09T00:00")] == ["isolation"]


def test_another_need_founds_another_isolation() -> None:
    """What has happened since is judged by a person: then a month runs, and the entry says that it is another need."""
    one, case = _begun()
    one.act(case, "isolate", "2025-03-10T09:00", HEAD, **ORDER_ISOLATION)
    one.act(case, "end_isolation", "2025-03-12T12:00", HEAD)
    one.act(case, "isolate", "2025-04-30T09:00", HEAD, **ORDER_ISOLATION, recurrence="new_need")
    clocks = {clock.rule_name: clock.last_day for clock in one.register.case(case).running_clocks}
    assert clocks["isolation"] == date(2025, 5, 29)
    assert not facts(one, "SeparationRenewed")


def test_a_new_detention_knows_no_earlier_isolation() -> None:
    """After a release another treatment begins, and with it the first isolation."""
    one, hold, case = _held()
    one.act(case, "isolate", "2025-03-10T09:00", HEAD, **ORDER_ISOLATION)
    one.act(hold, "move_to", "2025-03-12", CLERK, to="free")
    one.act(hold, "move_to", "2025-03-13", CLERK, to="detained_detention_order", title="detention_order")
    one.act(treatment_of(one), "isolate", "2025-03-14", HEAD, **ORDER_ISOLATION)
    assert len(facts(one, "Isolated")) == 2


def test_a_placing_ended_and_begun_anew_is_a_renewal_by_the_head() -> None:
    """55-53(3): out of the room and in again for the same need is a renewal, with its special need and a doctor."""
    one, case = _begun()
    one.act(case, "place_in_room", "2025-03-10T09:00", ICO, **ROOM)
    one.act(case, "hear_doctor", "2025-03-10T12:00", HEAD, opinion="o")
    one.act(case, "end_placing", "2025-03-11T08:59", HEAD)
    at = "2025-03-11T09:00"
    assert one.refused(case, "place_in_room", at, ICO, **ROOM) == "separated_before"
    same = ROOM | {"recurrence": "same_need", "special_need": True}
    assert one.refused(case, "place_in_room", at, ICO, **(same | {"ordered_by_head": False})) == "head_renews"
    one.act(case, "place_in_room", at, ICO, **same)
    assert [fact.ends_at for fact in facts(one, "SeparationRenewed")] == [jst("2025-03-12T09:00")]
    assert one.duties(case) == {"hear_doctor"}


def test_in_urgency_another_need_founds_another_placing() -> None:
    """55-53(2): somebody who harms himself or herself again is placed at once, and that is reported to the head."""
    one, case = _begun()
    one.act(case, "place_in_room", "2025-03-10T09:00", ICO, **ROOM)
    one.act(case, "end_placing", "2025-03-10T10:00", HEAD)
    again = ROOM | {"recurrence": "new_need", "ordered_by_head": False}
    one.act(case, "place_in_room", "2025-03-10T10:10", ICO, **again)
    assert one.duties(case) == {"hear_doctor", "report_placing"}
    assert not facts(one, "SeparationRenewed")


def test_a_protection_room_is_for_24_hours_to_the_minute() -> None:
    """23:17 to 23:17; a renewal adds 24 hours to the end, not to the hour of the renewal."""
    one, case = _begun()
    one.act(case, "place_in_room", "2025-03-10T23:17", ICO, **ROOM)
    one.act(case, "renew_placing", "2025-03-11T20:00", HEAD, **NEEDED)
    clock = last(one, "Treatment", "2025-03-12T23:16").clock(PROTECTION_ROOM)
    assert clock is not None
    assert clock.ends_at == jst("2025-03-12T23:17")
    assert one.refused(case, "renew_placing", "2025-03-11T21:00", HEAD, **NEEDED) == "renewed_already"
    assert not facts(one, "SeparationOutlasted", "2025-03-12T23:16")
    assert [fact.kind for fact in facts(one, "SeparationOutlasted", "2025-03-12T23:17")] == ["protection_room"]
    assert "end_placing" in owed(one, "Treatment", "2025-03-12T23:17")
    assert one.refused(case, "renew_placing", "2025-03-12T23:30", HEAD, **NEEDED) == "period_over"
    one.act(case, "end_placing", "2025-03-12T23:31", HEAD)
    assert "end_placing" not in one.duties(case)


def test_a_doctor_is_heard_after_each_placing_and_renewal() -> None:
    """55-53(5): promptly each time; a whole period without a doctor is a breach; leaving does not end the duty."""
    one, case = _begun()
    assert one.refused(case, "hear_doctor", "2025-03-10", HEAD, opinion="o") == "no_opinion_owed"
    one.act(case, "place_in_room", "2025-03-10T09:00", ICO, **ROOM)
    one.act(case, "hear_doctor", "2025-03-10T12:00", HEAD, opinion="o")
    one.act(case, "renew_placing", "2025-03-11T08:00", HEAD, **NEEDED)
    assert one.duties(case) == {"hear_doctor"}
    one.act(case, "renew_placing", "2025-03-12T08:59", HEAD, **NEEDED)
    assert len(facts(one, "DoctorNotHeard")) == 1
    one.act(case, "end_placing", "2025-03-12T10:00", HEAD)
    assert one.duties(case) == {"hear_doctor"}


def test_in_urgency_the_placing_is_reported_to_the_head() -> None:
    """55-53(2): without waiting for the order, and then promptly reported."""
    one, case = _begun()
    assert one.refused(case, "report_placing", "2025-03-10", ICO) == "no_report_owed"
    one.act(case, "place_in_room", "2025-03-10T09:00", ICO, **(ROOM | {"ordered_by_head": False}))
    assert one.duties(case) == {"hear_doctor", "report_placing"}
    one.act(case, "report_placing", "2025-03-10T09:30", ICO)
    assert one.duties(case) == {"hear_doctor"}


def test_a_room_is_no_answer_to_mere_noise() -> None:
    """But for self-harm, the order of the facility must make it specially necessary; one placing at a time."""
    one, case = _begun()
    noise = ROOM | {"ground": "55-53(1)(ii)(i)"}
    assert one.refused(case, "place_in_room", "2025-03-10", ICO, **noise) == "not_specially_needed"
    assert one.refused(case, "end_placing", "2025-03-10", HEAD) == "not_in_room"
    one.act(case, "place_in_room", "2025-03-10", ICO, **noise, specially_needed=True)
    assert one.refused(case, "place_in_room", "2025-03-10T13:00", ICO, **ROOM) == "in_room_already"


@pytest.mark.parametrize("act", ["isolate", "place_in_room"])
def test_an_inspector_separates_nobody(act: str) -> None:
    """The head of the facility, or officers for the head (55-50, 55-53)."""
    one, case = _begun()
    filed = one.try_act(case, act, "2025-03-10", INSPECTOR, **(ROOM if act == "place_in_room" else ORDER_ISOLATION))
    assert filed.refusal is not None
    assert filed.refusal.type == "NoPower"


def test_from_one_title_to_the_next_the_treatment_goes_on() -> None:
    """The order issues to a detainee: detained before and after, one treatment."""
    one, hold, case = _held(ordered_at=None)
    one.act(hold, "order", "2025-03-20", CLERK)
    assert one.stage(case) == "detained"
    assert len(position(one, "2025-03-20").of("Treatment")) == 1


@pytest.mark.parametrize(
    "to", [each for each in Custody if not each.value.endswith("detained") and "detained_" not in each]
)
def test_whoever_is_detained_no_longer_is_treated_no_longer(to: Custody) -> None:
    """Every way out ends the treatment with its clocks; a new restraint begins a new one."""
    one, hold, case = _held()
    one.act(case, "isolate", "2025-03-10T09:00", HEAD, **ORDER_ISOLATION)
    one.act(hold, "move_to", "2025-03-12", CLERK, to=to)
    assert one.stage(case) == "ended"
    assert not facts(one, "SeparationOutlasted", "2025-06-01")
    one.act(hold, "move_to", "2025-06-02", CLERK, to=HELD, title="deportation_order")
    assert treatment_of(one) != case
    assert "tell_matters" in owed(one, "Treatment", "2025-06-02")


def test_departure_ends_the_treatment() -> None:
    """Nobody is left to be treated."""
    one, _, case = _held()
    kept = one.open("Circumstances", "keep", "2025-03-01", INSPECTOR)
    one.act(kept, "record_departure", "2025-03-05", ICO, on="2025-03-05")
    assert one.stage(case) == "ended"


def test_after_a_death_the_family_is_told_and_somebody_buries() -> None:
    """55-82, 55-83: what was owed to the living ends; the two duties stay until both are done."""
    one, case = _begun()
    one.act(case, "place_in_room", "2025-03-05T09:00", ICO, **(ROOM | {"ordered_by_head": False}))
    kept = one.open("Circumstances", "keep", "2025-03-05T10:00", INSPECTOR)
    one.act(kept, "record_death", "2025-03-05T12:00", ICO, on="2025-03-05")
    assert one.stage(case, "2025-04-01") == "deceased"
    assert one.duties(case) == {"tell_family", "see_to_burial"}
    assert due(one, "Treatment", "tell_family", "2025-03-05T12:00") == date(2025, 3, 10)
    told = {"told_on": "2025-03-06", "cause_and_time": "stated"}
    one.act(case, "tell_family", "2025-03-06", HEAD, **told)
    assert one.duties(case) == {"see_to_burial"}
    one.act(case, "record_burial", "2025-03-20", HEAD, on="2025-03-19", done_by="head_of_facility")
    assert one.stage(case) == "ended"


def test_death_after_release_concerns_no_facility() -> None:
    """The head tells the family of somebody who died in detention, not of everybody ever detained."""
    one, hold, case = _held()
    one.act(hold, "move_to", "2025-03-03", CLERK, to="free")
    kept = one.open("Circumstances", "keep", "2025-03-04", INSPECTOR)
    one.act(kept, "record_death", "2025-03-05", ICO, on="2025-03-05")
    assert one.stage(case) == "ended"
    assert not one.duties(case)


def test_no_text_about_health_reaches_a_fact_or_the_state() -> None:
    """Kinds and dates alone; what was said stays in the entry."""
    one, _, case = _held()
    one.act(case, "tell_matters", "2025-03-01T08:00", ICO, **(TOLD | {"language": "SECRET"}))
    one.act(case, "ask_health", "2025-03-01T08:10", ICO, answers="SECRET")
    one.act(case, "examine", "2025-03-01T08:20", ICO, examined_on="2025-03-01", result="SECRET", omitted="SECRET")
    one.act(case, "find_care_needed", "2025-03-01T08:30", ICO, ground="55-42(1)(i)", found="SECRET")
    one.act(case, "give_care", "2025-03-01T08:40", ICO, **_care(care="SECRET"))
    one.act(case, "isolate", "2025-03-01T09:00", HEAD, **(ORDER_ISOLATION | {"reasons": "SECRET"}))
    one.act(case, "place_in_room", "2025-03-01T10:00", ICO, **(ROOM | {"reasons": "SECRET"}))
    one.act(case, "hear_doctor", "2025-03-01T11:00", HEAD, opinion="SECRET")
    kept = [fact.body.model_dump_json() for fact in one.register.facts(one.person)]
    assert not any("SECRET" in fact for fact in kept)
    assert "SECRET" not in one.register.case(case).state.model_dump_json()
