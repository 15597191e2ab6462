"""Special permission to stay: the bar of 50(1), the eleven factors, what is granted, who applies when and how."""

from dataclasses import replace
from datetime import date

import pytest

from law.deportation_grounds import STRICT_BAR_GROUNDS
from law.facts import Custody, Ground, Sentence, StayKind, Suspension
from law.filer import Filer
from law.finding import Answer, Finding
from law.on_record import AtLeast
from law.special_permission import (
    Factor,
    Granted,
    LandingKind,
    PermissionPaper,
    everything_was_weighed,
    landing_may_be_set,
    may_be_granted,
    special_permission_bar,
)
from law.special_permission_filing import (
    Applicant,
    Filing,
    Missing,
    Paper,
    is_open_to_own_motion,
    may_apply,
    may_file,
    what_is_missing,
)

FINAL, TODAY, COMMENCED = date(2025, 1, 1), date(2026, 6, 1), date(2024, 6, 10)
OVERSTAY = frozenset({Ground.IV_RO})


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        (Sentence(FINAL, 11, Suspension.NONE), Answer.NO),
        (Sentence(FINAL, 12, Suspension.NONE), Answer.NO),
        (Sentence(FINAL, 12, Suspension.NONE, days=1), Answer.YES),
        (Sentence(FINAL, 13, Suspension.NONE), Answer.YES),
        (Sentence(FINAL, 36, Suspension.NONE), Answer.YES),
        (Sentence(FINAL, None, Suspension.NONE), Answer.YES),
        (Sentence(FINAL, 24, Suspension.WHOLE), Answer.NO),
        (Sentence(FINAL, 24, Suspension.WHOLE, suspension_revoked=True), Answer.ASK),
        (Sentence(FINAL, 24, Suspension.PARTIAL, 12), Answer.NO),
        (Sentence(FINAL, 24, Suspension.PARTIAL, 13), Answer.YES),
        (Sentence(FINAL, 24, Suspension.PARTIAL), Answer.UNKNOWN),
        (Sentence(FINAL, 24, Suspension.NONE, japanese_court=False), Answer.NO),
        (Sentence(None, 24, Suspension.NONE), Answer.NO),
        (Sentence(date(2026, 6, 2), 24, Suspension.NONE), Answer.NO),
    ],
)
def test_which_sentence_bars_special_permission(sentence: Sentence, answer: Answer) -> None:
    """More than one year bars, by a final Japanese sentence, as far as it was not suspended (DT-16)."""
    found = special_permission_bar((sentence,), OVERSTAY, TODAY)
    assert found.value is answer
    assert found.reasons[0].basis
    assert answer is Answer.NO or found.reasons[0].remedy


def test_which_ground_bars_special_permission() -> None:
    """The grounds of the proviso bar by themselves; sentences never recorded leave it unknown."""
    for ground in Ground:
        answer = special_permission_bar(None, frozenset({ground}), TODAY).value
        assert answer is (Answer.YES if ground in STRICT_BAR_GROUNDS else Answer.UNKNOWN)


def test_sentences_that_cases_keep_are_not_all_there_are() -> None:
    """A short sentence known from a case leaves it unknown whether there is a longer one; a long one bars."""
    short, long = (Sentence(FINAL, months, Suspension.NONE) for months in (6, 18))
    assert special_permission_bar(AtLeast((short,)), OVERSTAY, TODAY).value is Answer.UNKNOWN
    assert special_permission_bar(AtLeast((long,)), OVERSTAY, TODAY).value is Answer.YES


@pytest.mark.parametrize("barred", [Answer.YES, Answer.UNKNOWN, Answer.ASK])
def test_only_a_finding_of_humanity_overcomes_the_bar(barred: Answer) -> None:
    """50(1) proviso: where the bar applies, or may apply, the Minister finds that refusing would lack humanity."""
    found = Finding(barred, special_permission_bar(None, OVERSTAY, TODAY).reasons)
    assert may_be_granted(found, refusal_lacks_humanity=False).value is Answer.NO
    assert may_be_granted(found, refusal_lacks_humanity=True).value is Answer.YES


def test_every_factor_is_weighed() -> None:
    """50(5) names eleven; the one that is left out is named."""
    assert len(Factor) == 11
    assert everything_was_weighed(set(Factor)).value is Answer.YES
    for factor in Factor:
        found = everything_was_weighed(set(Factor) - {factor})
        assert found.value is Answer.NO
        assert factor.value in found.reasons[0].en


@pytest.mark.parametrize(
    ("grounds", "breached", "answer"),
    [
        ({Ground.VI}, None, Answer.YES),
        ({Ground.VI_2}, None, Answer.YES),
        ({Ground.VI_3}, None, Answer.YES),
        ({Ground.VI_4}, True, Answer.YES),
        ({Ground.II}, False, Answer.YES),
        ({Ground.II}, True, Answer.NO),
        ({Ground.II}, None, Answer.UNKNOWN),
        ({Ground.IV_RO}, False, Answer.NO),
        ({Ground.VII}, False, Answer.NO),
        ({Ground.I}, False, Answer.NO),
    ],
)
def test_a_kind_of_landing_takes_the_place_of_a_status(
    grounds: set[Ground], answer: Answer, *, breached: bool | None
) -> None:
    """Ord. 44(7)(i): on 24(ii), but for a breach of 9(7), and on (vi) to (vi-4)."""
    assert landing_may_be_set(frozenset(grounds), breached_9_7=breached).value is answer


def test_how_somebody_with_a_kind_of_landing_stays() -> None:
    """Temporary refuge is a stay of its own; the others are the listed landings."""
    refuge = {kind for kind in LandingKind if kind.stay is StayKind.TEMPORARY_REFUGE}
    assert refuge == {LandingKind.TEMPORARY_REFUGE}
    assert {kind.stay for kind in set(LandingKind) - refuge} == {StayKind.LISTED_LANDING}


def test_which_paper_goes_with_a_permission() -> None:
    """50(7), Ord. 44(5): the card for a mid- or long-term resident, else a stamp; nothing with a kind of landing."""
    assert Granted(status=True, mid_long_term=True).papers == {PermissionPaper.RESIDENCE_CARD}
    assert Granted(status=True).papers == {PermissionPaper.STAMP, PermissionPaper.CERTIFICATE_OF_STATUS}
    assert Granted(status=False).papers == set()


FREE = Applicant(Custody.FREE)


@pytest.mark.parametrize(
    ("applicant", "code"),
    [
        (Applicant(Custody.DETAINED_DETENTION_ORDER), ""),
        (Applicant(Custody.SPONSORED_BEFORE_ORDER, sponsorship_decided=True), ""),
        (Applicant(Custody.PROVISIONAL_RELEASE_DETENTION_ORDER), ""),
        (replace(FREE, sponsorship_decided=True), ""),
        (replace(FREE, handed_over=True), ""),
        (FREE, "neither_detained_nor_sponsored"),
        (Applicant(Custody.EMERGENCY_DETAINED), "no_detention_order_yet"),
        (Applicant(Custody.EMERGENCY_DETAINED, handed_over=True), "no_detention_order_yet"),
        (Applicant(Custody.CRIMINAL_CUSTODY), "neither_detained_nor_sponsored"),
        (Applicant(Custody.CRIMINAL_CUSTODY, beside_criminal_case=True), "examination_not_begun"),
        (Applicant(Custody.CRIMINAL_CUSTODY, beside_criminal_case=True, under_examination=True), ""),
        (replace(FREE, departure_route=True), "departure_order_route"),
        (Applicant(Custody.DETAINED_DETENTION_ORDER, order_issued=True), "order_issued"),
        (Applicant(Custody.DETAINED_DEPORTATION_ORDER, order_issued=True), "order_issued"),
        (Applicant(Custody.DETAINED_DEPORTATION_ORDER, order_issued=True, old_law=True), "old_law_examines_permission"),
    ],
)
def test_who_may_apply(applicant: Applicant, code: str) -> None:
    """50(2), 50(3), 63(1), suppl. 11(1): from the first day under the order or Sponsorship, never after the ORDER."""
    found = may_apply(applicant, TODAY)
    assert [reason.code for reason in found.reasons] == ([code] if code else [])
    assert (found.value is Answer.YES) is not bool(code)


def test_an_application_exists_since_the_main_commencement() -> None:
    """Act 56/2023 suppl. 1: on 9 June 2024 it was decided on with the objection."""
    detained = Applicant(Custody.DETAINED_DETENTION_ORDER)
    assert may_apply(detained, COMMENCED).value is Answer.YES
    assert may_apply(detained, date(2024, 6, 9)).reasons[0].code == "special_permission_not_yet_law"


def test_own_motion_asks_for_no_custody_but_for_a_deportable_person_without_an_order() -> None:
    """50(1): not on the way to a departure order, not after the ORDER."""
    assert is_open_to_own_motion(FREE, TODAY).value is Answer.YES
    assert is_open_to_own_motion(replace(FREE, departure_route=True), TODAY).value is Answer.NO
    assert is_open_to_own_motion(replace(FREE, order_issued=True), TODAY).value is Answer.NO


@pytest.mark.parametrize(
    ("filing", "code"),
    [
        (Filing(), ""),
        (Filing(Filer.SPOUSE, unable=True), ""),
        (Filing(Filer.RELATIVE, unable=True), ""),
        (Filing(Filer.PARENT), "representative_not_allowed"),
        (Filing(in_person=False), "not_in_person"),
        (Filing(on_form=False), "not_on_form"),
    ],
)
def test_how_an_application_comes_in(filing: Filing, code: str) -> None:
    """Ord. 44(2), (4): in person, on form 61-4; by a relative only for who is under sixteen or unable."""
    assert [reason.code for reason in may_file(filing).reasons] == ([code] if code else [])


EVERYTHING = frozenset({Paper.PROOF, Paper.PASSPORT})


@pytest.mark.parametrize(
    ("shown", "custody", "untranslated", "missing"),
    [
        (EVERYTHING, Custody.DETAINED_DETENTION_ORDER, False, set()),
        ({Paper.PROOF, Paper.REASON_FOR_NEITHER}, Custody.DETAINED_DETENTION_ORDER, False, set()),
        ({Paper.PROOF, Paper.CERTIFICATE_OF_STATUS}, Custody.FREE, False, set()),
        (set(), Custody.FREE, False, {Missing.PROOF, Missing.PASSPORT_OR_REASON}),
        (EVERYTHING, Custody.SPONSORED_BEFORE_ORDER, False, {Missing.SPONSORSHIP_NOTICE}),
        (EVERYTHING | {Paper.SPONSORSHIP_NOTICE}, Custody.SPONSORED_BEFORE_ORDER, False, set()),
        (EVERYTHING, Custody.PROVISIONAL_RELEASE_DETENTION_ORDER, False, {Missing.PROVISIONAL_RELEASE_PERMIT}),
        (
            EVERYTHING | {Paper.PROVISIONAL_RELEASE_PERMIT},
            Custody.PROVISIONAL_RELEASE_DETENTION_ORDER,
            False,
            set(),
        ),
        (EVERYTHING, Custody.FREE, True, {Missing.TRANSLATION}),
    ],
)
def test_what_did_not_come_is_asked_for(
    shown: set[Paper], custody: Custody, missing: set[Missing], *, untranslated: bool
) -> None:
    """Ord. 44(2), (3), 62: proof, the passport or why there is none, the paper of one's liberty, translations."""
    assert what_is_missing(frozenset(shown), custody, untranslated=untranslated) == missing
