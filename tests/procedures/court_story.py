"""Suits, stays and criminal cases for the stories, beside the custody of a person ordered out."""

from typing import Any

from engine.command import Filed, Kind
from tests.procedures.custody_story import CLERK, ICO, SII, case_of
from tests.procedures.desk import Desk

COURT: dict[str, Any] = {"court": "district court", "content": "as decided"}
TOLD: dict[str, Any] = {"content": "as decided"}


def sue(one: Desk, case: str, at: str, attacked: str = "deportation_order", **more: Any) -> str:
    """File a suit against a disposition of a case; returns the case of the suit."""
    body: dict[str, Any] = {"attacked": attacked, "case": case, "court": "district court", **more}
    return one.open("CourtProceedings", "file_suit", at, CLERK, **body)


def try_sue(one: Desk, at: str, **body: Any) -> str:
    """File a suit that must be refused; its code."""
    filed = one.send(Kind.OPEN, "CourtProceedings", "", "file_suit", at, CLERK, {"court": "c", **body})
    assert filed.refusal is not None
    assert filed.refusal.reasons[0].basis
    return filed.refusal.code


def stay(one: Desk, suit: str, at: str, scope: str = "execution", term: str = "lifted", **more: Any) -> Filed:
    """Order a stay in a suit."""
    return one.act(suit, "order_stay", at, CLERK, scope=scope, term=term, court="district court", **more)


def court(one: Desk, suit: str, act: str, at: str, **more: Any) -> Filed:
    """Record what a court decided in a suit."""
    return one.act(suit, act, at, CLERK, **(COURT | more))


def judge(one: Desk, suit: str, at: str, outcome: str, **more: Any) -> Filed:
    """Record a judgment."""
    return court(one, suit, "judge", at, outcome=outcome, **more)


def prosecuted(one: Desk, at: str, standing: str = "accused", **more: Any) -> str:
    """Begin a criminal case; returns it."""
    return one.open("CriminalCase", "begin_proceedings", at, ICO, standing=standing, **(TOLD | more))


def sentenced(one: Desk, at: str, months: int | None, suspension: str = "none", **more: Any) -> str:
    """A criminal case in which a sentence was pronounced and became final in an instant; returns it."""
    case = prosecuted(one, at)
    body = {"months": months, "suspension": suspension, **TOLD, **more}
    one.act(case, "pronounce", at, ICO, **body)
    one.act(case, "become_final", at, ICO, final_on=at[:10])
    return case


def serving(one: Desk, at: str, months: int | None = 24) -> str:
    """A sentence that is being served; returns the criminal case."""
    case = sentenced(one, at, months)
    one.act(case, "begin_service", at, ICO)
    return case


def restricted(one: Desk, at: str, **more: Any) -> str:
    """A criminal case with a travel restriction; returns it."""
    case = prosecuted(one, at)
    one.act(case, "impose_restriction", at, CLERK, ground="342-2", **(TOLD | more))
    return case


def nothing_else(one: Desk, at: str) -> None:
    """Put on record that the courts and the prosecutors were asked, and there is nothing else."""
    kept = case_of(one, "Circumstances")
    one.act(kept, "record_court_stays", at, SII, stays=[])
    one.act(kept, "record_proceedings", at, ICO, proceedings=[])
    one.act(kept, "record_travel_restrictions", at, SII, restrictions=[])
