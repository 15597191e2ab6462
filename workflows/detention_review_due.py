"""What stands against the steps of a review of detention before their bodies are known (52-8)."""

from engine.refusal import because, unless
from law.citation import ICRRA
from law.finding import Answer, Finding
from law.policies import cite
from workflows.detention_review_case import ReviewCase
from workflows.papers.detention_review_duties import REPORT_COMMAND_UNDONE


def report_is_due(review: ReviewCase) -> Finding[Answer]:
    """Whether three months were reached and are not reported on yet."""
    return unless(
        bool(review.state.some(lambda one: one.reported_on is None)),
        because(
            "no_report_due",
            ICRRA("52-8(2)"),
            ICRRA("52-8(6)"),
            en="No three months of detention wait for a report.",
            ja="報告を要する三月の期間の経過がない。",
            remedy="Report when the three months are reached.",
        ),
    )


def consideration_is_due(review: ReviewCase) -> Finding[Answer]:
    """Whether a report was handed in on which Sponsorship is to be considered, or was considered and not decided."""
    open_ones = review.state.some(lambda one: one.awaits_consideration or one.awaits_decision)
    if not open_ones:
        return unless(False, _NOTHING_TO_CONSIDER)
    return unless(any(one.reported_on is not None for one in open_ones), _REPORT_AWAITED)


def telling_is_due(review: ReviewCase) -> Finding[Answer]:
    """Whether a decision not to sponsor waits to be reported to the Commissioner."""
    return unless(
        bool(review.state.some(lambda one: one.awaits_telling)),
        because(
            "nothing_to_report",
            ICRRA("52-8(3)"),
            en="No decision against Sponsorship waits to be reported.",
            ja="長官に報告すべき監理措置決定をしない旨の判断がない。",
            remedy="Consider Sponsorship first.",
        ),
    )


def answer_is_due(review: ReviewCase) -> Finding[Answer]:
    """Whether a report of the supervising inspector waits for the Commissioner."""
    return unless(
        bool(review.state.some(lambda one: one.awaits_answer)),
        because(
            "no_report_received",
            ICRRA("52-8(4)"),
            en="No report of the supervising inspector waits for the Commissioner.",
            ja="主任審査官からの報告を受けていない。",
            remedy="Let the supervising inspector report first.",
        ),
    )


def reporting_back_is_due(review: ReviewCase) -> Finding[Answer]:
    """Whether the Commissioner is to be told that a commanded Sponsorship came to nothing."""
    return unless(
        review.owes(REPORT_COMMAND_UNDONE),
        because(
            "nothing_to_report_back",
            ICRRA("52-8(5)"),
            cite("A-38"),
            en="No commanded Sponsorship came to nothing that the Commissioner has not been told of.",
            ja="長官に報告すべき、命令に基づく監理措置の不実施がない。",
            remedy="Where no fit Sponsor is found, report that in the Sponsorship case.",
        ),
    )


_NOTHING_TO_CONSIDER = because(
    "nothing_to_consider",
    ICRRA("52-8(3)"),
    en="No review waits for a consideration of Sponsorship.",
    ja="監理措置決定の要否の検討を要する見直しがない。",
    remedy="Sponsorship can be decided on own motion at any time (52-2(5)).",
)
_REPORT_AWAITED = because(
    "report_awaited",
    ICRRA("52-8(2)"),
    ICRRA("52-8(3)"),
    en="The control officer has not handed in the report that is to be considered.",
    ja="入国警備官からの提出及び報告を受けていない。",
    remedy="Let the control officer report; Sponsorship can be decided on own motion meanwhile.",
)
COMMAND_STANDS = because(
    "command_stands",
    ICRRA("52-8(5)"),
    cite("A-38"),
    en="The Commissioner commanded Sponsorship: it must be decided, and cannot be found inappropriate.",
    ja="長官から監理措置決定をすべきことを命じられている。",
    remedy="Decide the Sponsorship; where no fit Sponsor consents, the command stays open.",
)
