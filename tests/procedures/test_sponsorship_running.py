"""Sponsorship in force: what the supervised person and the Sponsor owe, and a Sponsor who falls away."""

from typing import Any

import pytest

from engine.case import Case
from law.sponsorship_duties import Omission, Timeliness
from tests.procedures.desk import Desk, jst
from tests.procedures.sponsorship_story import (
    BEFORE,
    CLERK,
    HEAD,
    ICO,
    INSPECTOR,
    REASONS,
    SII,
    SPONSOR,
    facts_of,
    in_force,
    notices,
)
from workflows.sponsorship_record import (
    Appeared,
    NoticeNotShown,
    NotificationMissed,
    NotificationReceived,
    ReportReceived,
    ResignationNotified,
    RevocationOwed,
    SponsorBreached,
    SponsorNotified,
    SummonsMissed,
)

NOTIFIED: dict[str, Any] = {
    "at_the_bureau": True,
    "conditions_kept": "stated",
    "living": "stated",
    "contact_with_sponsor": "stated",
    "next_by": "2025-08-29",
}
MATTER: dict[str, Any] = {"how_learned": "stated", "facts": "stated"}


def clock(one: Desk, case: str, rule: str, at: str | None = None) -> str | None:
    """The last day of a running clock."""
    found: Case[Any] = one.register.dossier(one.person, jst(at)).cases[case] if at else one.register.case(case)
    return next((each.last_day.isoformat() for each in found.running_clocks if each.rule_name == rule), None)


def test_a_notification_moves_the_next_day() -> None:
    """Notified on 29 May, before 3 June: the next day counts from then, at the latest 29 August (C09, 20)."""
    one, case = in_force()
    late = NOTIFIED | {"next_by": "2025-09-01"}
    assert one.refused(case, "receive_notification", "2025-05-29", SII, **late) == "beyond_maximum"
    closed = NOTIFIED | {"next_by": "2025-08-11"}
    assert one.refused(case, "receive_notification", "2025-05-29", SII, **closed) == "closed_day"
    one.act(case, "receive_notification", "2025-05-29", SII, **NOTIFIED)
    assert clock(one, case, "notification") == "2025-08-29"
    assert not facts_of(one, NotificationReceived)[0].late


def test_a_notification_from_the_end_of_february() -> None:
    """From 28 February 2025 three months end on 31 May, a Saturday: 30 May is the last day that may be set (T5)."""
    one, case = in_force("2025-01-06", notify_by="2025-02-28")
    beyond = NOTIFIED | {"next_by": "2025-06-02"}
    assert one.refused(case, "receive_notification", "2025-02-28", SII, **beyond) == "beyond_maximum"
    one.act(case, "receive_notification", "2025-02-28", SII, **(NOTIFIED | {"next_by": "2025-05-30"}))
    assert clock(one, case, "notification") == "2025-05-30"


def test_a_missed_notification_is_a_breach_and_a_late_one_is_taken() -> None:
    """No notification by 3 June: exposure under 71-5(iv), revocation is weighed; notified late, it is received."""
    one, case = in_force()
    assert clock(one, case, "notification", "2025-06-03T23:59:59") == "2025-06-03"
    assert clock(one, case, "notification", "2025-06-04T00:00") is None
    day = {"notify_by": "2025-06-20", "reasons": "stated"}
    assert one.refused(case, "designate_notification", "2025-06-05", SII, **day) == "notification_overdue"
    one.act(case, "receive_notification", "2025-06-06", SII, **NOTIFIED)
    assert [fact.exposure for fact in facts_of(one, NotificationMissed)] == ["71-5(iv)"]
    assert facts_of(one, NotificationReceived)[0].late
    assert "see_to_notification" not in one.duties(case)
    assert "weigh_revocation" in one.duties(case)
    one.act(case, "leave_in_force", "2025-06-07", SII, **REASONS)
    assert one.refused(case, "leave_in_force", "2025-06-07T13:00", SII, **REASONS) == "nothing_to_weigh"
    assert one.stage(case) == "in_force"


def test_another_day_may_be_set_while_the_first_has_not_passed() -> None:
    """Within three months of placement, a working day (Ord. 36-8(1))."""
    one, case = in_force(notify_by="2025-05-01")
    past = {"notify_by": "2025-03-10", "reasons": "stated"}
    assert one.refused(case, "designate_notification", "2025-04-01", SII, **past) == "day_passed"
    one.act(case, "designate_notification", "2025-04-01", SII, notify_by="2025-06-03", reasons="stated")
    assert clock(one, case, "notification") == "2025-06-03"


def test_the_notification_is_made_in_person_or_by_a_cohabiting_relative() -> None:
    """61-8-3: under sixteen or unable a relative must; else a relative may, if asked; nobody by post (B13)."""
    one, case = in_force()
    posted = NOTIFIED | {"at_the_bureau": False}
    assert one.refused(case, "receive_notification", "2025-05-29", SII, **posted) == "not_in_person"
    child = {"by": "person", "unable": True}
    body = NOTIFIED | {"filed_by": child}
    assert one.refused(case, "receive_notification", "2025-05-29", SII, **body) == "relative_must_notify"
    friend = {"by": "spouse", "cohabits": True, "old_enough": True}
    body = NOTIFIED | {"filed_by": friend}
    assert one.refused(case, "receive_notification", "2025-05-29", SII, **body) == "may_not_notify"
    asked = NOTIFIED | {"filed_by": friend | {"asked_by_person": True}}
    one.act(case, "receive_notification", "2025-05-29", SII, **asked)
    for_child = NOTIFIED | {"filed_by": friend | {"unable": True, "nobody_nearer": True}}
    one.act(case, "receive_notification", "2025-05-30", SII, **for_child)


def test_who_stays_away_from_a_summons_without_just_cause_breaks_a_condition() -> None:
    """Form 51-2 names day, time and place; staying away without just cause is in question under 72(iii)."""
    one, case = in_force()
    past = {"appear_at": "2025-03-04T10:00+09:00", "place": "stated", "reasons": "stated"}
    assert one.refused(case, "summon", "2025-03-05", SII, **past) == "summoned_into_the_past"
    beyond = past | {"appear_at": "9999-12-31T23:59:59Z"}
    assert one.refused(case, "summon", "2025-03-05", SII, **beyond) == "malformed"
    assert one.refused(case, "record_appearance", "2025-03-05", SII, appeared=True) == "not_summoned"
    one.act(case, "summon", "2025-03-05", SII, **(past | {"appear_at": "2025-03-12T10:00+09:00"}))
    assert notices(one, case)["summons"] == "to_serve"
    away = {"appeared": False, "just_cause": False}
    assert one.refused(case, "record_appearance", "2025-03-12T09:59", SII, **away) == "appearance_not_yet_due"
    assert one.refused(case, "record_appearance", "2025-03-12", SII, appeared=False) == "just_cause_not_judged"
    one.act(case, "record_appearance", "2025-03-12", SII, **away)
    assert facts_of(one, SummonsMissed)[0].exposure == "72(iii)"
    assert "weigh_revocation" in one.duties(case)


def test_who_appears_or_was_ill_breaks_nothing() -> None:
    """Appearing, or just cause: no breach, and nothing to weigh."""
    one, case = in_force()
    summons = {"appear_at": "2025-03-12T10:00+09:00", "place": "stated", "reasons": "stated"}
    one.act(case, "summon", "2025-03-05", SII, **summons)
    one.act(case, "record_appearance", "2025-03-11", SII, appeared=True)
    one.act(case, "summon", "2025-03-11T15:00", SII, **(summons | {"appear_at": "2025-03-13T10:00+09:00"}))
    one.act(case, "record_appearance", "2025-03-14", SII, appeared=False, just_cause=True, reasons="ill")
    assert [fact.appeared for fact in facts_of(one, Appeared)] == [True, False]
    assert "weigh_revocation" not in one.duties(case)


def test_changed_conditions_are_complete_and_told_to_both() -> None:
    """A new residence: every condition stays imposed, notice and copy are handed over anew."""
    one, case = in_force()
    one.act(case, "hand_over_papers", "2025-03-03T11:00", INSPECTOR)
    terms = {"conditions": BEFORE[:-1], "residence": "stated", "area": "stated"}
    body = {"terms": terms, "reasons": "moved"}
    assert one.refused(case, "change_terms", "2025-04-01", SII, **body) == "condition_missing"
    one.act(case, "change_terms", "2025-04-01", SII, terms=terms | {"conditions": BEFORE}, reasons="moved")
    assert "hand_over_sponsorship_papers" in one.duties(case)
    assert notices(one, case)["sponsorship_notice"] == "to_serve"


def test_the_notice_is_carried_and_shown_but_not_by_children() -> None:
    """23(1)(viii), (3), (5): a fine threatens, not under sixteen nor with a residence card (B10)."""
    one, case = in_force()
    body = {"carried": False, "under_sixteen": True, "carries_residence_card": False}
    assert one.refused(case, "record_not_shown", "2025-04-01", ICO, **body) == "need_not_show"
    one.act(case, "record_not_shown", "2025-04-01", ICO, **(body | {"under_sixteen": False}))
    one.act(case, "record_not_shown", "2025-04-02", ICO, **(body | {"under_sixteen": False, "carried": True}))
    assert [fact.exposure for fact in facts_of(one, NoticeNotShown)] == ["76(i)", "76(ii)"]


def test_a_record_of_statements_is_read_back_and_signed() -> None:
    """44-9, Ord. 36-9(2): read back, signed by both, or it says why not."""
    one, case = in_force()
    body = {"purpose": "stated", "persons_asked": True, "record_made": True, "result": "stated"}
    assert one.refused(case, "find_facts", "2025-04-01", ICO, **body) == "record_incomplete"
    signed = {"read_back": True, "refusal_to_sign_noted": True, "signed_by_officer": True}
    one.act(case, "find_facts", "2025-04-01", ICO, **(body | signed))


@pytest.mark.parametrize(
    ("matter", "happened", "learned", "received", "posted", "came"),
    [
        # Learned on Tuesday 22 April: day 7 is Tuesday 29 April, Showa Day -> 30 April.
        ("conduct", "2025-04-01", "2025-04-22", "2025-04-30", None, Timeliness.IN_TIME),
        ("conduct", "2025-04-01", "2025-04-22", "2025-05-01", None, Timeliness.LATE),
        ("conduct", "2025-04-01", "2025-04-22", "2025-05-01", "2025-04-30", Timeliness.POSTED_IN_TIME),
        ("death", "2025-04-01", "2025-04-22", "2025-04-30", None, Timeliness.IN_TIME),
        # From the event, not from learning: 1 April + 7 days = 8 April.
        ("kinship_ended", "2025-04-01", "2025-04-08", "2025-04-08", None, Timeliness.IN_TIME),
        ("employment_ended", "2025-04-01", "2025-04-08", "2025-04-09", None, Timeliness.LATE),
        ("contact_changed", "2025-04-25", "2025-04-25", "2025-05-02", None, Timeliness.IN_TIME),
        # 26 April + 7 days = Saturday 3 May; 4 to 6 May closed -> Wednesday 7 May.
        ("asked_for", "2025-04-26", "2025-04-26", "2025-05-07", None, Timeliness.IN_TIME),
        ("asked_for", "2025-04-26", "2025-04-26", "2025-05-08", None, Timeliness.LATE),
    ],
)
def test_seven_days_of_a_sponsor(
    matter: str, happened: str, learned: str, received: str, posted: str | None, came: Timeliness
) -> None:
    """From learning of conduct and of a death, else from the event, moved over closed days (C10, A-25, DT-08)."""
    one, case = in_force()
    body = MATTER | {"matter": matter, "happened_on": happened, "learned_on": learned, "posted_on": posted}
    if matter == "conduct":
        body |= {"conduct": ["flight"]}
    one.act(case, "receive_sponsor_notification", received, CLERK, **body)
    assert facts_of(one, SponsorNotified)[0].timeliness is came
    assert len(facts_of(one, SponsorBreached)) == (came is Timeliness.LATE)


def test_what_a_sponsor_notifies_is_followed_up() -> None:
    """Conduct: revocation is weighed; a death: it is to be recorded; an end of kinship: the selection is weighed."""
    one, case = in_force()
    seen = {"happened_on": "2025-04-01", "learned_on": "2025-04-01"}
    for matter, duty in (
        ("conduct", "weigh_revocation"),
        ("death", "see_to_death"),
        ("kinship_ended", "weigh_cancellation"),
    ):
        body = MATTER | seen | {"matter": matter, "conduct": ["condition_broken"] if matter == "conduct" else []}
        one.act(case, "receive_sponsor_notification", "2025-04-02", CLERK, **body)
        assert duty in one.duties(case)
    one.act(case, "keep_sponsor", "2025-04-03", SII, **REASONS)
    assert one.refused(case, "keep_sponsor", "2025-04-03T13:00", SII, **REASONS) == "no_cancellation_to_weigh"


def test_conduct_is_what_the_law_lists_on_that_side_of_the_order() -> None:
    """Before the order any item of 44-4(2); after it 52-4(2)(ii)-(v): destroying evidence and removal are none."""
    seen = {"happened_on": "2025-04-01", "learned_on": "2025-04-01", "matter": "conduct"}
    one, case = in_force()
    body = MATTER | seen
    assert one.refused(case, "receive_sponsor_notification", "2025-04-02", CLERK, **body) == "no_such_conduct"
    one.act(case, "receive_sponsor_notification", "2025-04-02", CLERK, **(body | {"conduct": ["destroying_evidence"]}))
    other, after = in_force(after=True)
    for ground in ("destroying_evidence", "needed_for_removal", "deposit_unpaid"):
        named = body | {"conduct": [ground]}
        assert other.refused(after, "receive_sponsor_notification", "2025-04-02", CLERK, **named) == "no_such_conduct"
    other.act(after, "receive_sponsor_notification", "2025-04-02", CLERK, **(body | {"conduct": ["unpermitted_work"]}))


def test_a_matter_that_the_state_found_runs_its_seven_days_once() -> None:
    """Found on 2 April that the address changed on 1 April: 8 April; silence is one breach, a late notice no second."""
    one, case = in_force()
    noted = {"matter": "contact_changed", "happened_on": "2025-04-01", "learned_on": "2025-04-01", "reasons": "found"}
    one.act(case, "note_matter", "2025-04-02", ICO, **noted)
    assert clock(one, case, "sponsor_notification") == "2025-04-08"
    assert clock(one, case, "sponsor_notification", "2025-04-09T00:00") is None
    late = MATTER | {"matter": "contact_changed", "happened_on": "2025-04-01", "learned_on": "2025-04-01"}
    one.act(case, "receive_sponsor_notification", "2025-04-10", CLERK, **late)
    breaches = facts_of(one, SponsorBreached)
    assert [(fact.omission, fact.exposure) for fact in breaches] == [(Omission.NOTIFICATION, "77-2(ii)")]
    assert "weigh_cancellation" in one.duties(case)


def test_two_matters_run_one_after_the_other() -> None:
    """The earlier ends first; notified, the clock of the later runs on; long past, it is a breach at once."""
    one, case = in_force()
    first = {"matter": "kinship_ended", "happened_on": "2025-04-04", "learned_on": "2025-04-04", "reasons": "found"}
    second = {"matter": "employment_ended", "happened_on": "2025-04-02", "learned_on": "2025-04-02", "reasons": "found"}
    one.act(case, "note_matter", "2025-04-07", ICO, **first)
    assert clock(one, case, "sponsor_notification") == "2025-04-11"
    one.act(case, "note_matter", "2025-04-07", ICO, **second)
    assert clock(one, case, "sponsor_notification") == "2025-04-09"
    told = MATTER | {"matter": "employment_ended", "happened_on": "2025-04-02", "learned_on": "2025-04-02"}
    one.act(case, "receive_sponsor_notification", "2025-04-08", CLERK, **told)
    assert clock(one, case, "sponsor_notification") == "2025-04-11"
    old = {"matter": "contact_changed", "happened_on": "2025-03-10", "learned_on": "2025-03-10", "reasons": "found"}
    one.act(case, "note_matter", "2025-04-08", ICO, **old)
    assert len(facts_of(one, SponsorBreached)) == 1


def test_after_the_order_the_exposure_stands_in_other_items() -> None:
    """77-2(v) for notifications, (vi) for reports, (iv) for resignations on both sides."""
    one, case = in_force(after=True)
    late = MATTER | {"matter": "contact_changed", "happened_on": "2025-03-10", "learned_on": "2025-03-10"}
    one.act(case, "receive_sponsor_notification", "2025-04-10", CLERK, **late)
    for what in ("report", "resignation"):
        one.act(case, "find_false_statement", "2025-04-11", SII, what=what, reasons="stated")
    exposures = [(fact.exposure, fact.false) for fact in facts_of(one, SponsorBreached)]
    assert exposures == [("77-2(v)", False), ("77-2(vi)", True), ("77-2(iv)", True)]


def test_a_report_on_demand() -> None:
    """Items and a working day; one at a time; silence is a breach, a late report is taken (C12)."""
    one, case = in_force()
    demand = {"items": ["living", "supervision"], "due": "2025-04-12", "needed_because": "stated"}
    report = {"answers": ["living"], "content": "stated"}
    assert one.refused(case, "receive_report", "2025-04-01", CLERK, **report) == "no_report_asked_for"
    assert one.refused(case, "demand_report", "2025-04-01", SII, **demand) == "closed_day"
    one.act(case, "demand_report", "2025-04-01", SII, **(demand | {"due": "2025-04-11"}))
    again = demand | {"due": "2025-04-14"}
    assert one.refused(case, "demand_report", "2025-04-02", SII, **again) == "report_asked_for"
    assert clock(one, case, "sponsor_report", "2025-04-12T00:00") is None
    one.act(case, "receive_report", "2025-04-14", CLERK, **report)
    assert facts_of(one, ReportReceived)[0].late
    assert facts_of(one, SponsorBreached)[0].exposure == "77-2(iii)"
    one.act(case, "demand_report", "2025-04-15", SII, **(demand | {"due": "2025-04-25"}))
    one.act(case, "receive_report", "2025-04-25T23:59", CLERK, **report)
    assert not facts_of(one, ReportReceived)[1].late


def test_a_sponsor_is_helped_on_request() -> None:
    """44-3(8): the bureau head advises and helps, for the Commissioner."""
    one, case = in_force()
    assert one.refused(case, "give_support", "2025-04-01", HEAD, **REASONS) == "no_support_asked_for"
    one.act(case, "ask_for_support", "2025-04-01", CLERK, matter="housing")
    one.act(case, "give_support", "2025-04-02", HEAD, **REASONS)
    assert "give_support" not in one.duties(case)


def test_a_resignation_runs_until_its_day_and_then_revocation_is_owed() -> None:
    """Notified on 1 April for Saturday 31 May, thirty days ahead; nobody new by then: owed from 1 June (A-22, C11)."""
    one, case = in_force()
    one.act(case, "receive_resignation", "2025-04-01", CLERK, ends_on="2025-05-31", reasons="stated")
    assert facts_of(one, ResignationNotified)[0].thirty_days_ahead
    assert clock(one, case, "sponsor_vacancy") == "2025-05-31"
    again = {"ends_on": "2025-05-31", "reasons": "stated"}
    assert one.refused(case, "receive_resignation", "2025-04-02", CLERK, **again) == "no_sponsor_there"
    early = {"grounds": ["no_sponsor"], "reasons": "stated"}
    assert one.refused(case, "revoke", "2025-05-31T23:00", SII, **early) == "ground_not_come_true"
    one.act(case, "revoke", "2025-06-01T09:00", SII, **early)
    assert [fact.ground for fact in facts_of(one, RevocationOwed)] == ["no_sponsor"]


def test_a_new_sponsor_ends_the_vacancy_also_when_revocation_is_owed_already() -> None:
    """44-4(1)(ii) asks whether nobody *is* selected: a consenting, fit Sponsor found later still saves it."""
    one, case = in_force()
    assert one.refused(case, "select_sponsor", "2025-04-01", SII, **SPONSOR) == "sponsor_there"
    one.act(case, "receive_resignation", "2025-04-01", CLERK, ends_on="2025-04-20", reasons="stated")
    assert not facts_of(one, ResignationNotified)[0].thirty_days_ahead
    unfit = SPONSOR | {"fit": False}
    assert one.refused(case, "select_sponsor", "2025-04-22", SII, **unfit) == "sponsor_not_fit"
    assert "revoke_sponsorship" in one.duties(case)
    one.act(case, "select_sponsor", "2025-04-22T13:00", SII, **(SPONSOR | {"reference": "sponsor-2"}))
    assert {"revoke_sponsorship", "find_sponsor"}.isdisjoint(one.duties(case))
    assert one.register.case(case).state.sponsor.reference == "sponsor-2"
    assert notices(one, case)["sponsorship_copy"] == "to_serve"


def test_a_sponsor_who_is_gone_already_is_in_breach_and_another_is_sought_for_seven_days() -> None:
    """Resigned on 30 March, told on 1 April: no notice in advance (77-2(iv)); another is sought until 8 April."""
    one, case = in_force()
    one.act(case, "receive_resignation", "2025-04-01", CLERK, ends_on="2025-03-30", reasons="stated")
    assert facts_of(one, SponsorBreached)[0].exposure == "77-2(iv)"
    assert clock(one, case, "sponsor_vacancy") == "2025-04-08"


def test_a_sponsor_s_death_leaves_seven_days() -> None:
    """Recorded on Friday 26 December: until Friday 2 January, a closed day, for nobody has to come (A-22, T8)."""
    one, case = in_force("2025-12-01", notify_by="2026-02-27")
    assert one.refused(case, "record_sponsor_death", "2025-12-26", CLERK, died_on="2025-12-27") == "day_to_come"
    one.act(case, "record_sponsor_death", "2025-12-26", CLERK, died_on="2025-12-24")
    assert clock(one, case, "sponsor_vacancy") == "2026-01-02"
    assert one.refused(case, "record_sponsor_death", "2025-12-27", CLERK, died_on="2025-12-24") == "no_sponsor_there"


def test_a_death_after_a_notice_of_resignation_does_not_shorten_the_search() -> None:
    """The later of the two days counts: the law has no limit at all (A-22)."""
    one, case = in_force()
    one.act(case, "receive_resignation", "2025-04-01", CLERK, ends_on="2025-05-31", reasons="stated")
    one.act(case, "record_sponsor_death", "2025-04-10", CLERK, died_on="2025-04-09")
    assert clock(one, case, "sponsor_vacancy") == "2025-05-31"


def test_a_dissolved_organisation_is_cancelled_first() -> None:
    """The law does not name it: the selection is cancelled, and then another is sought (44-3(6), A-22)."""
    one, case = in_force(sponsor=SPONSOR | {"kind": "organisation"})
    body = {"ground": "dissolved", "ends_on": "2025-03-31", "reasons": "stated"}
    assert one.refused(case, "cancel_selection", "2025-04-01", SII, **body) == "ended_in_the_past"
    one.act(case, "cancel_selection", "2025-04-01", SII, **(body | {"ends_on": "2025-04-15"}))
    assert clock(one, case, "sponsor_vacancy") == "2025-04-15"
    assert one.refused(case, "cancel_selection", "2025-04-02", SII, **body) == "no_sponsor_there"


def test_what_an_old_sponsor_owed_is_owed_by_nobody_else() -> None:
    """A report and a notification asked of the old Sponsor fall away with the selection of a new one."""
    one, case = in_force()
    demand = {"items": ["living"], "due": "2025-04-25", "needed_because": "stated"}
    one.act(case, "demand_report", "2025-04-01", SII, **demand)
    noted = {"matter": "contact_changed", "happened_on": "2025-04-01", "learned_on": "2025-04-01", "reasons": "found"}
    one.act(case, "note_matter", "2025-04-02", ICO, **noted)
    one.act(case, "receive_resignation", "2025-04-02", CLERK, ends_on="2025-04-30", reasons="stated")
    one.act(case, "select_sponsor", "2025-04-03", SII, **(SPONSOR | {"reference": "sponsor-2"}))
    assert clock(one, case, "sponsor_report") is None
    assert clock(one, case, "sponsor_notification") is None
    assert clock(one, case, "notification") == "2025-06-03"
