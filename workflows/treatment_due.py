"""What stands against the steps of an isolation or of a protection room before their bodies are known."""

from engine.refusal import because, unless
from law.citation import ICRRA, Citation
from law.custody_clocks import ISOLATION, ISOLATION_RENEWAL, PROTECTION_ROOM
from law.finding import Answer, Finding, Reason
from workflows.papers.treatment_duties import HEAR_DOCTOR, REPORT_PLACING
from workflows.treatment_case import TreatmentCase

_ISOLATION = ICRRA("55-50(2)")
_ROOM = ICRRA("55-53(3)")
_DOCTOR = ICRRA("55-53(5)")


def is_isolated(treatment: TreatmentCase) -> Finding[Answer]:
    """Whether the detainee is kept apart."""
    return unless(
        treatment.state.isolated_since is not None,
        because(
            "not_isolated",
            ICRRA("55-50(1)"),
            en="The detainee is not isolated.",
            ja="隔離されていない。",
            remedy="There is nothing to end or to renew.",
        ),
    )


def is_not_isolated(treatment: TreatmentCase) -> Finding[Answer]:
    """Whether no isolation goes on."""
    return unless(
        treatment.state.isolated_since is None,
        because(
            "isolated_already",
            _ISOLATION,
            en="An isolation goes on; its period is renewed, not begun anew.",
            ja="既に隔離されている。",
            remedy="Renew it for a special need, or end it.",
        ),
    )


def is_in_room(treatment: TreatmentCase) -> Finding[Answer]:
    """Whether the detainee is in a protection room."""
    return unless(
        treatment.state.in_room_since is not None,
        because(
            "not_in_room",
            ICRRA("55-53(1)"),
            en="The detainee is in no protection room.",
            ja="保護室に収容されていない。",
            remedy="There is nothing to end or to renew.",
        ),
    )


def is_not_in_room(treatment: TreatmentCase) -> Finding[Answer]:
    """Whether no placing goes on."""
    return unless(
        treatment.state.in_room_since is None,
        because(
            "in_room_already",
            _ROOM,
            en="A placing goes on; its period is renewed, not begun anew.",
            ja="既に保護室に収容されている。",
            remedy="Renew it for a special need, or end it.",
        ),
    )


def isolation_may_be_renewed(treatment: TreatmentCase) -> Finding[Answer]:
    """Whether a period of isolation runs that is not renewed ahead already."""
    clock = treatment.case.clock(ISOLATION) or treatment.case.clock(ISOLATION_RENEWAL)
    if clock is None:
        return unless(False, _over(_ISOLATION))
    ahead = clock.rule_name == ISOLATION_RENEWAL.name and treatment.today <= clock.started_on
    return unless(not ahead, _renewed_already(_ISOLATION))


def placing_may_be_renewed(treatment: TreatmentCase) -> Finding[Answer]:
    """Whether a period in the protection room runs that is not renewed ahead already."""
    clock = treatment.case.clock(PROTECTION_ROOM)
    if clock is None:
        return unless(False, _over(_ROOM))
    return unless(clock.started_at is None or clock.started_at <= treatment.at, _renewed_already(_ROOM))


def doctor_is_owed(treatment: TreatmentCase) -> Finding[Answer]:
    """Whether a doctor is to be heard on a placing."""
    return unless(
        treatment.owes(HEAR_DOCTOR),
        because(
            "no_opinion_owed",
            _DOCTOR,
            en="No placing waits for a doctor.",
            ja="意見を聴くべき収容がない。",
            remedy="Hear a doctor after a placing or a renewal.",
        ),
    )


def report_is_owed(treatment: TreatmentCase) -> Finding[Answer]:
    """Whether a placing without the order of the head is still to be reported."""
    return unless(
        treatment.owes(REPORT_PLACING),
        because(
            "no_report_owed",
            ICRRA("55-53(2)"),
            en="No placing is to be reported.",
            ja="報告すべき収容がない。",
            remedy="Report a placing that did not wait for the order of the head.",
        ),
    )


def _over(basis: Citation) -> Reason:
    return because(
        "period_over",
        basis,
        en="The period is over: it is to end at once, and is renewed no more.",
        ja="期間が満了しており、更新することができない。",
        remedy="End it.",
    )


def _renewed_already(basis: Citation) -> Reason:
    return because(
        "renewed_already",
        basis,
        en="It is renewed already, for a period that has not begun.",
        ja="既に更新されており、更新後の期間が始まっていない。",
        remedy="Judge the need again when that period runs.",
    )
