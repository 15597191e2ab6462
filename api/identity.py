"""Who asks: the officer of the verified token, with the roles that the register knows, and the powers they give."""

from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.ports import House
from api.problems import Unauthorised, refused
from api.tokens import BadToken, Verifier
from engine.command import Officer
from engine.refusal import NoPower
from engine.sent import refusal_sent
from law.competence import Power, may_exercise
from law.finding import Answer

_bearer = HTTPBearer(auto_error=False, bearerFormat="JWT", scheme_name="officer", description="A token of the issuer.")


async def _house(request: Request) -> House:
    return cast("House", request.app.state.house)


HouseOf = Annotated[House, Depends(_house)]


async def caller(
    request: Request, house: HouseOf, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> Officer:
    """The officer who asks.

    Raises:
        Unauthorised: no token, a bad one, or one of nobody in the register: told alike.
    """
    verifier = cast("Verifier", request.app.state.verifier)
    if credentials is None:
        raise Unauthorised
    try:
        known = await house.look_ups.officer(verifier.officer(credentials.credentials), house.now())
    except BadToken:
        raise Unauthorised from None
    if known is None:
        raise Unauthorised
    request.scope["tetsuzuki.officer"] = known.id
    return known


Caller = Annotated[Officer, Depends(caller)]


def require_power(officer: Officer, power: Power) -> None:
    """Let an officer pass who holds a power.

    Raises:
        NoPowerHere: with the provisions that give it, and to whom.
    """
    finding = may_exercise(power, officer.roles)
    if finding.value is not Answer.YES:
        raise refused(refusal_sent(NoPower(*finding.reasons)))


async def reader(officer: Caller) -> Officer:
    """The officer who asks, if he or she may read cases."""
    require_power(officer, Power.READ_CASE)
    return officer


Reader = Annotated[Officer, Depends(reader)]
