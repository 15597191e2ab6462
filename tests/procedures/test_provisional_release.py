"""Provisional release from the request to its end: decision, period, extension, revocation, expiry."""

import pytest

from engine.case import Clock, ClockStatus
from engine.soundness import faults
from law.custody_clocks import PROVISIONAL_RELEASE
from law.facts import Custody
from tests.procedures.desk import Desk, jst
from tests.procedures.release_story import (
    CLERK,
    DIRECTOR,
    EXTENSION,
    GRANT,
    ICO,
    PROLONGED,
    REFUSAL,
    REQUEST,
    SII,
    TERMS,
    circumstances,
    custody_is,
    desk,
    detained_suspect,
    ends,
    held,
    position,
    refused_opening,
    release_of,
    released,
    requested,
)
from workflows.custody_effects import ReleaseEnd
from workflows.provisional_release_case import PermitMade, ReleaseRevoked


def clock(one: Desk, release: str) -> Clock:
    """The clock of the period."""
    found = one.register.case(release).clock(PROVISIONAL_RELEASE)
    assert found is not None
    return found


def test_the_declaration_hangs_together() -> None:
    """No stage without a way in and out, no clock without its lapse, no duty and notice unused."""
    assert faults(desk().procedures["ProvisionalRelease"]) == ()


@pytest.mark.parametrize("requester", ["agent", "curator", "spouse", "lineal_relative", "sibling"])
def test_the_named_may_ask(requester: str) -> None:
    """Each of those whom 54(1) names may ask, beside the person."""
    one = held()
    assert one.stage(requested(one, "2025-02-04", requester=requester)) == "considered"


def test_who_may_not_ask_and_how() -> None:
    """A friend may not ask, and a request without proof is not received."""
    one = held()
    for changes, code in (
        ({"requester": "other"}, "not_entitled_to_request"),
        ({"proof": False}, "release_proof_missing"),
    ):
        assert refused_opening(one, "ProvisionalRelease", "request", "2025-02-04", CLERK, **(REQUEST | changes)) == code


@pytest.mark.parametrize(
    ("custody", "code"),
    [
        (Custody.EMERGENCY_DETAINED, "no_order_issued"),
        (Custody.SPONSORED_AFTER_ORDER, "under_sponsorship"),
        (Custody.SPECIAL_RELEASE, "specially_released"),
        (Custody.FREE, "not_detained_under_an_order"),
        (Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER, "released_already"),
    ],
)
def test_only_detention_under_an_order_can_be_lifted(custody: Custody, code: str) -> None:
    """Held without an order, sponsored, specially released, free, or released already: no question is opened."""
    one = held(custody=custody)
    assert refused_opening(one, "ProvisionalRelease", "request", "2025-02-04", CLERK, **REQUEST) == code
    assert refused_opening(one, "ProvisionalRelease", "consider_on_own_motion", "2025-02-04", SII, reasons="r") == code


def test_a_second_question_is_not_opened_beside_the_first() -> None:
    """While one is considered, or somebody is released, no other is opened."""
    one = held()
    requested(one, "2025-02-04")
    assert refused_opening(
        one, "ProvisionalRelease", "request", "2025-02-05", CLERK, **(REQUEST | {"requester": "spouse"})
    ) == ("release_is_open")


@pytest.mark.parametrize("by", [SII, DIRECTOR])
def test_each_of_the_two_may_release(by: str) -> None:
    """The supervising inspector and the director of a centre decide, each alone (54(2))."""
    one = held()
    release = requested(one, "2025-02-04")
    one.act(release, "grant", "2025-02-05", by, last_day="2025-05-02", **GRANT)
    assert one.stage(release) == "released"
    assert (release_of(one).granted_at, str(release_of(one).last_day)) == (jst("2025-02-05"), "2025-05-02")
    assert not release_of(one).under_order
    assert {notice.kind for notice in one.register.case(release).notices} == {"release_permit"}
    assert "ProvisionalReleaseGranted" in one.fact_kinds()


def test_nobody_else_may_release() -> None:
    """A control officer has no such power."""
    one = held()
    assert one.refused(requested(one, "2025-02-04"), "grant", "2025-02-05", ICO, last_day="2025-05-02", **GRANT) == (
        "no_power"
    )


def test_what_stands_against_a_grant() -> None:
    """No reason of 54(2), not appropriate, not judged, a missing condition, a deposit: each by itself."""
    one = held()
    release = requested(one, "2025-02-04")
    for changes, code in (
        ({"reason": None}, "no_reason_for_release"),
        ({"appropriate": False}, "release_not_appropriate"),
        ({"appropriate": None}, "release_to_be_weighed"),
        ({"conditions": TERMS[:3]}, "condition_missing"),
        ({"deposit": 100_000}, "no_deposit"),
        ({"last_day": "2025-05-03"}, "closed_day"),
        ({"last_day": "2025-05-07"}, "beyond_maximum"),
        ({"last_day": "2025-02-04"}, "period_is_over"),
    ):
        body = GRANT | {"last_day": "2025-05-02"} | changes
        assert one.refused(release, "grant", "2025-02-05", SII, **body) == code, changes


def test_the_first_counted_day_is_the_day_after_the_grant() -> None:
    """Granted 28 February 2025: day 1 is 1 March, three months end on 31 May, a Saturday: 30 May at the latest."""
    one = held()
    release = requested(one, "2025-02-27")
    for day, code in (("2025-06-02", "beyond_maximum"), ("2025-05-31", "closed_day")):
        assert one.refused(release, "grant", "2025-02-28", SII, last_day=day, **GRANT) == code
    one.act(release, "grant", "2025-02-28", SII, last_day="2025-05-30", **GRANT)
    assert str(clock(one, release).last_day) == "2025-05-30"


def test_a_leap_day_is_the_end_of_three_months() -> None:
    """Granted 30 November 2027: day 1 is 1 December, whole months, so 29 February 2028."""
    one = held("2027-11-29T07:00")
    release = requested(one, "2027-11-29")
    assert one.refused(release, "grant", "2027-11-30", SII, last_day="2028-03-01", **GRANT) == "beyond_maximum"
    one.act(release, "grant", "2027-11-30", SII, last_day="2028-02-29", **GRANT)
    assert clock(one, release).ends_at == jst("2028-03-01T00:00")


def test_a_detention_without_title_is_not_lifted_but_ended() -> None:
    """Detained on 4 February, the thirty days are used up on 5 March: a release is owed at once, not one for a time."""
    one = desk()
    detained_suspect(one, "2025-02-04")
    release = requested(one, "2025-03-05")
    body = GRANT | {"last_day": "2025-05-02"}
    assert one.refused(release, "grant", "2025-03-06T00:00", SII, **body) == "detention_without_title"


def test_a_request_for_health_asks_for_a_doctor() -> None:
    """54(8): the opinion is sought; without it the decision says why it could not be heard."""
    one = held()
    release = requested(one, "2025-02-04", reasons_shown=["health"])
    assert one.duties(release) == {"decide_release", "hear_doctor"}
    body = GRANT | {"reason": "health", "last_day": "2025-05-02"}
    assert one.refused(release, "grant", "2025-02-05", SII, **body) == "doctor_not_heard"
    assert one.refused(release, "refuse", "2025-02-05", SII, **REFUSAL) == "doctor_not_heard"
    one.act(release, "hear_doctor", "2025-02-05T10:00", SII, opinion="treatment is needed")
    assert one.duties(release) == {"decide_release"}
    one.act(release, "grant", "2025-02-05", SII, **body)


def test_a_doctor_who_cannot_be_heard_is_accounted_for() -> None:
    """The duty is to endeavour: the decision goes on with the reason why there is no opinion."""
    one = held()
    release = requested(one, "2025-02-04", reasons_shown=["health"])
    body = GRANT | {"reason": "health", "last_day": "2025-05-02", "doctor_not_heard_because": "in surgery"}
    one.act(release, "grant", "2025-02-05", SII, **body)
    assert not one.duties(release)


def test_own_motion_for_health_owes_no_doctor() -> None:
    """54(8) speaks of the request of 54(1) alone."""
    one = held()
    release = one.open("ProvisionalRelease", "consider_on_own_motion", "2025-02-04", DIRECTOR, reasons="r")
    assert one.duties(release) == {"decide_release"}
    one.act(release, "grant", "2025-02-05", DIRECTOR, **(GRANT | {"reason": "health", "last_day": "2025-05-02"}))


def test_a_refusal_is_written_reasoned_and_points_to_sponsorship() -> None:
    """Form 68; where no reason of 54(2) was shown the refusal points to Sponsorship (DT-14)."""
    one = held()
    release = requested(one, "2025-02-04", reasons_shown=[])
    bare = REFUSAL | {"reason_shown": None}
    assert one.refused(release, "refuse", "2025-02-05", SII, **bare) == "sponsorship_not_pointed_to"
    one.act(release, "refuse", "2025-02-05", SII, **(bare | {"points_to_sponsorship": True}))
    assert one.stage(release) == "refused"
    assert {notice.kind for notice in one.register.case(release).notices} == {"release_refusal"}
    assert not one.duties(release)
    assert requested(one, "2025-02-06") != release


def test_own_motion_is_ended_and_a_request_is_answered() -> None:
    """Nobody asked: nothing to refuse; somebody asked: nothing to drop."""
    one = held()
    own = one.open("ProvisionalRelease", "consider_on_own_motion", "2025-02-04", SII, reasons="r")
    assert one.refused(own, "refuse", "2025-02-05", SII, **REFUSAL) == "release_not_requested"
    assert one.refused(own, "withdraw_request", "2025-02-05", CLERK, reasons="r") == "release_not_requested"
    one.act(own, "drop", "2025-02-05", SII, reasons="r")
    assert one.stage(own) == "not_pursued"
    asked = requested(one, "2025-02-06")
    assert one.refused(asked, "drop", "2025-02-06T13:00", SII, reasons="r") == "request_is_answered"
    one.act(asked, "withdraw_request", "2025-02-06T14:00", CLERK, reasons="r")
    assert one.stage(asked) == "not_pursued"


def test_the_permit_says_whether_it_is_carried() -> None:
    """From sixteen on it is carried (23(1)(xi), (5))."""
    for under_sixteen in (False, True):
        one = held()
        released(one, "2025-02-05", "2025-05-02", under_sixteen=under_sixteen)
        made = [fact.body for fact in one.register.facts(one.person) if isinstance(fact.body, PermitMade)]
        assert [each.carried for each in made] == [not under_sixteen]


def test_the_release_expires_with_its_last_day() -> None:
    """Last day 2 May: released until 24:00, and over at 00:00 of 3 May; the control officer must detain again."""
    one = held()
    release = released(one, "2025-02-05", "2025-05-02")
    assert one.stage(release, "2025-05-02T23:59:59") == "released"
    assert one.stage(release, "2025-05-03T00:00") == "ended"
    one.register.let_lapse(one.person, jst("2025-05-03T00:00"))
    assert ends(one) == [ReleaseEnd.EXPIRED]
    assert release_of(one).ended_at == jst("2025-05-03T00:00")


def test_a_pending_request_prolongs_nothing() -> None:
    """Requested on the last day and undecided: the release ends all the same, and the silence is a breach on record."""
    one = held()
    release = released(one, "2025-02-05", "2025-05-02")
    one.act(release, "request_extension", "2025-05-02T16:59", CLERK, **EXTENSION)
    assert {str(duty.due_on) for duty in one.register.case(release).open_duties} == {"2025-05-02"}
    one.register.let_lapse(one.person, jst("2025-05-03T00:00"))
    assert ends(one) == [ReleaseEnd.EXPIRED]
    assert "ExtensionLeftUndecided" in one.fact_kinds()
    assert not one.duties(release)
    assert one.refused(release, "extend", "2025-05-07", SII, **(PROLONGED | {"last_day": "2025-08-01"})) == (
        "wrong_stage"
    )


def test_a_request_for_extension() -> None:
    """At the counter, with proof, by somebody named, one at a time."""
    one = held()
    release = released(one, "2025-02-05", "2025-05-02")
    for changes, code in (
        ({"way": "post"}, "not_by_post"),
        ({"proof": False}, "release_proof_missing"),
        ({"requester": "other"}, "not_entitled_to_request"),
    ):
        assert one.refused(release, "request_extension", "2025-04-21", CLERK, **(EXTENSION | changes)) == code
    one.act(release, "request_extension", "2025-04-21", CLERK, **EXTENSION)
    assert one.refused(release, "request_extension", "2025-04-22", CLERK, **EXTENSION) == "extension_pending"


def test_an_extension_counts_from_the_old_last_day() -> None:
    """Old last day 30 April 2025: day 1 is 1 May, three months end on 31 July, whenever the extension is decided."""
    one = held()
    release = released(one, "2025-02-05", "2025-04-30")
    body = PROLONGED | {"last_day": "2025-08-01"}
    assert one.refused(release, "extend", "2025-04-14", SII, **body) == "beyond_maximum"
    one.act(release, "extend", "2025-04-14", SII, **(body | {"last_day": "2025-07-31"}))
    assert str(clock(one, release).last_day) == "2025-07-31"
    assert (clock(one, release).generation, clock(one, release).status) == (2, ClockStatus.RUNNING)
    assert [notice.status.value for notice in one.register.case(release).notices] == ["withdrawn", "to_serve"]
    one.act(release, "extend", "2025-07-14", SII, **(body | {"last_day": "2025-10-31"}))
    assert str(release_of(one).last_day) == "2025-10-31"


def test_the_same_test_holds_for_an_extension() -> None:
    """A reason, appropriateness, a later working day (54(6))."""
    one = held()
    release = released(one, "2025-02-05", "2025-04-30")
    for changes, code in (
        ({"reason": None}, "no_reason_for_release"),
        ({"appropriate": False}, "release_not_appropriate"),
        ({"last_day": "2025-04-30"}, "prolongs_nothing"),
        ({"last_day": "2025-07-26"}, "closed_day"),
    ):
        body = PROLONGED | {"last_day": "2025-07-31"} | changes
        assert one.refused(release, "extend", "2025-04-14", SII, **body) == code


def test_a_refused_extension_leaves_the_period() -> None:
    """Form 69-2, only on a request; the release goes on to its last day, and may be asked for again until then."""
    one = held()
    release = released(one, "2025-02-05", "2025-05-02")
    assert one.refused(release, "refuse_extension", "2025-04-21", SII, **REFUSAL) == "no_extension_pending"
    one.act(release, "request_extension", "2025-04-21", CLERK, **EXTENSION)
    one.act(release, "refuse_extension", "2025-04-22", SII, **REFUSAL)
    assert one.stage(release) == "released"
    assert "extension_refusal" in {notice.kind for notice in one.register.case(release).notices}
    assert not one.duties(release)
    one.act(release, "request_extension", "2025-05-02", CLERK, **EXTENSION)


@pytest.mark.parametrize(
    ("breach", "punishable"),
    [("fled", True), ("flight_suspected", False), ("did_not_appear", True), ("condition_breached", False)],
)
def test_a_revocation_ends_the_release_at_once(breach: str, punishable: bool) -> None:
    """On each fact of 55(1), with form 70; flight and non-appearance expose to 72(vi)."""
    one = held()
    release = released(one, "2025-02-05", "2025-05-02")
    one.act(release, "revoke", "2025-03-03", SII, breaches=[breach], reasons="stated")
    assert ends(one) == [ReleaseEnd.REVOKED]
    assert one.stage(release) == "ended"
    assert "release_revocation" in {notice.kind for notice in one.register.case(release).notices}
    revoked = [fact.body for fact in one.register.facts(one.person) if isinstance(fact.body, ReleaseRevoked)]
    assert [each.punishable for each in revoked] == [punishable]
    assert clock_is_stopped(one, release)


def clock_is_stopped(one: Desk, release: str) -> bool:
    """Whether the period runs no more."""
    return {each.status for each in one.register.case(release).clocks} == {ClockStatus.STOPPED}


def test_a_revocation_needs_a_fact_and_forfeits_nothing() -> None:
    """Without a fact of 55(1) there is no power; under the new law there is no deposit."""
    one = held()
    release = released(one, "2025-02-05", "2025-05-02")
    assert one.refused(release, "revoke", "2025-03-03", SII, breaches=[], reasons="r") == "no_ground_of_revocation"
    assert one.refused(release, "revoke", "2025-03-03", SII, breaches=["fled"], forfeited=1, reasons="r") == (
        "no_deposit_held"
    )


def test_a_summons_is_for_a_time_to_come() -> None:
    """Form 51-2 (Ord. 49(4))."""
    one = held()
    release = released(one, "2025-02-05", "2025-05-02")
    past = {"appear_at": "2025-03-03T11:00:00+09:00", "place": "the bureau"}
    assert one.refused(release, "summon", "2025-03-03", SII, **past) == "summoned_into_the_past"
    one.act(release, "summon", "2025-03-03", SII, **(past | {"appear_at": "2025-03-10T10:00:00+09:00"}))
    assert "release_summons" in {notice.kind for notice in one.register.case(release).notices}


@pytest.mark.parametrize("event", ["record_departure", "record_death"])
def test_it_ends_with_the_person_s_presence(event: str) -> None:
    """Departure and death end the release, and the question of one."""
    for begun in (released, requested):
        one = held()
        release = begun(one, *(("2025-02-05", "2025-05-02") if begun is released else ("2025-02-05",)))
        one.act(circumstances(one), event, "2025-03-03", "registrar", on="2025-03-03")
        assert one.stage(release) == ("ended" if begun is released else "not_pursued")
        assert ends(one) == ([ReleaseEnd.OBJECT_LOST] if begun is released else [])


def test_custody_on_record_is_where_a_release_begins() -> None:
    """Detained under the deportation order: the release is one under the order."""
    one = held(custody=Custody.DETAINED_DEPORTATION_ORDER)
    released(one, "2025-02-05", "2025-05-02")
    assert release_of(one).under_order
    custody_is(one, "2025-02-06", Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER)
    assert position(one).custody is Custody.PROVISIONAL_RELEASE_DEPORTATION_ORDER
