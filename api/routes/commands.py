"""Commands: the answer to one that was pending."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Response

from api.acting import settled
from api.answers import TAGGED
from api.identity import Caller, HouseOf
from api.openapi import FILING
from api.problems import Missing
from api.versions import etag
from api.views import FiledView, filed_view

router = APIRouter(prefix="/v1/commands", tags=["commands"])

CommandId = Annotated[str, Path(pattern=r"^cmd_[0-9a-f]{40}$", examples=["cmd_" + "0123456789" * 4])]
_ANSWERS: dict[int | str, dict[str, Any]] = {
    status: FILING[status] for status in (400, 401, 403, 404, 409, 412, 413, 415, 422, 500, 503)
}
_FILED = {"description": "What is on file.", "headers": TAGGED}


@router.get("/{command_id}", summary="What became of a command", responses={**_ANSWERS, 200: _FILED})
async def read_command(command_id: CommandId, house: HouseOf, officer: Caller, response: Response) -> FiledView:
    """The answer to a command of yours: filed, or its refusal. Not found as long as it is not on file."""
    on_file = await house.look_ups.command(command_id)
    if on_file is None or on_file.entered_by != officer.id:
        raise Missing
    filed = settled(on_file.filed)
    response.headers["ETag"] = etag(filed.version)
    return filed_view(house.procedures[filed.procedure], filed)
