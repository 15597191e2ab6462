"""What must hold of provisional release and of work under Sponsorship, found where it does not."""

from dataclasses import replace
from datetime import date

import pytest

from engine.invariants import check
from engine.refusal import Defect
from law.custody import Paragraph, Sponsored
from law.facts import Circumstances, DeportationOrder, Ground, TravelRestriction
from law.provisional_release import RefusalGiven, ReleaseLaw, ReleasePeriod, ReleaseReason, ReleaseTerms
from law.work import WorkPermit
from tests.engine.test_invariants import Borne
from tests.procedures.desk import jst

NOW = jst("2025-09-01")
ORDER = DeportationOrder("case_o", Ground.IV_RO, date(2025, 1, 1), jst("2025-06-02T15:30"))
PERIOD = ReleasePeriod(date(2025, 6, 2), date(2025, 9, 2))
RELEASE = ReleaseTerms("case_r", ReleaseLaw.NEW, ReleaseReason.HEALTH, (PERIOD,), deposit_set=False)
SPONSORED = Sponsored("case_s", Paragraph.LATER_BEFORE_ORDER, jst("2025-05-01"), jst("2025-05-01"))
LAPSED = replace(SPONSORED, ended_at=ORDER.issued_at)
PERMIT = WorkPermit("case_w", "case_s", "employer_1", jst("2025-05-07"), True, True, True)
ENDED = replace(PERMIT, ended_at=ORDER.issued_at)
A_SECOND_LATER = jst("2025-06-02T15:30:01")
RESTRICTED = TravelRestriction(jst("2025-05-15"), jst("2025-05-20"))

BROKEN: list[tuple[str, tuple[object, ...]]] = [
    ("a_refused_release_is_refused_on_paper", (RefusalGiven("case_r", on_paper=False),)),
    ("nothing_before_the_order_outlives_it", (ORDER, SPONSORED)),
    ("nothing_before_the_order_outlives_it", (ORDER, replace(SPONSORED, ended_at=A_SECOND_LATER))),
    ("nothing_before_the_order_outlives_it", (ORDER, LAPSED, replace(PERMIT, ended_at=A_SECOND_LATER))),
    ("no_work_is_permitted_after_an_order", (ORDER, LAPSED, replace(PERMIT, permitted_at=A_SECOND_LATER))),
    (
        "no_work_is_permitted_after_an_order",
        (SPONSORED, replace(PERMIT, permitted_at=jst("2025-05-16")), Circumstances(travel_restrictions=(RESTRICTED,))),
    ),
    ("a_permission_to_work_rests_on_what_the_law_asks", (SPONSORED, replace(PERMIT, sponsor_consents=False))),
    ("a_permission_to_work_rests_on_what_the_law_asks", (SPONSORED, replace(PERMIT, needed_for_living=False))),
    ("a_permission_to_work_rests_on_what_the_law_asks", (SPONSORED, replace(PERMIT, employment_contract=False))),
    ("a_permission_to_work_rests_on_what_the_law_asks", (SPONSORED, replace(PERMIT, employer=""))),
    ("a_permission_to_work_rests_on_what_the_law_asks", (replace(SPONSORED, ended_at=jst("2025-06-01")), PERMIT)),
    ("a_release_is_short_and_free", (replace(RELEASE, deposit_set=True),)),
    (
        "a_release_is_short_and_free",
        (replace(RELEASE, periods=(PERIOD, ReleasePeriod(date(2025, 9, 2), date(2025, 12, 3)))),),
    ),
    ("a_release_has_its_reason", (replace(RELEASE, reason=None),)),
    ("a_request_prolongs_no_release", (replace(RELEASE, periods=(replace(PERIOD, last_day=date(2025, 8, 31)),)),)),
]


@pytest.mark.parametrize(("name", "records"), BROKEN)
def test_what_must_not_be_is_found(name: str, records: tuple[object, ...]) -> None:
    """A position that breaks the law is a defect that names the invariant."""
    with pytest.raises(Defect, match=name):
        check(Borne({}, *records), NOW)


@pytest.mark.parametrize(
    "records",
    [
        (RefusalGiven("case_r", on_paper=True), RELEASE),
        (ORDER, LAPSED, ENDED),
        (SPONSORED, PERMIT),
        (SPONSORED, PERMIT, Circumstances(travel_restrictions=(TravelRestriction(jst("2025-02-14"), None),))),
        (replace(RELEASE, law=ReleaseLaw.OLD, reason=None, deposit_set=True),),
        (replace(RELEASE, periods=(replace(PERIOD, last_day=date(2025, 8, 29)),), decision_owed=True),),
        (replace(RELEASE, periods=(replace(PERIOD, last_day=date(2025, 9, 30)),), written_elsewhere=True),),
        (replace(RELEASE, periods=(replace(PERIOD, last_day=date(2025, 8, 29)),), ended_at=jst("2025-08-30T00:00")),),
    ],
)
def test_what_the_law_allows_is_no_defect(records: tuple[object, ...]) -> None:
    """Refused on paper, ended with the order, before any restriction could be, old law, undecided, ended."""
    check(Borne({}, *records), NOW)
