"""Findings and refusals as messages."""

from engine.command import CitedArticle, Ground, RefusalSent
from engine.refusal import Refusal
from law.citation import Citation
from law.finding import Reason


def cited(citation: Citation) -> CitedArticle:
    """A citation as it is sent."""
    return CitedArticle(
        law=citation.law.value, article=citation.article, text=citation.text.isoformat(), short=str(citation)
    )


def ground(reason: Reason) -> Ground:
    """A reason as it is sent."""
    return Ground(
        code=reason.code,
        en=reason.en,
        ja=reason.ja,
        remedy=reason.remedy,
        basis=tuple(cited(citation) for citation in reason.basis),
    )


def refusal_sent(refusal: Refusal) -> RefusalSent:
    """A refusal as it is sent and kept."""
    return RefusalSent(
        type=type(refusal).__name__,
        code=refusal.code,
        reasons=tuple(ground(reason) for reason in refusal.reasons),
        remedy=refusal.remedy,
        available_from=refusal.available_from,
    )
