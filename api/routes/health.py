"""Whether the house lives and can serve."""

from fastapi import APIRouter

from api.identity import HouseOf
from api.openapi import READING
from api.problems import NothingSent
from api.views import View

router = APIRouter(prefix="/health", tags=["health"])


class Health(View):
    """A sign of life."""

    status: str = "ok"


@router.get("/live", summary="Whether the process lives")
async def live() -> Health:
    """Answers as long as the process does."""
    return Health()


@router.get("/ready", summary="Whether the register answers", responses={503: READING[503]})
async def ready(house: HouseOf) -> Health:
    """Answers when the register does."""
    if not await house.look_ups.is_ready():
        raise NothingSent
    return Health()
