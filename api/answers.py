"""What is answered to something filed: what is on file with its version, or that it is pending."""

from fastapi import Response
from fastapi.responses import JSONResponse

from api.acting import Intent, Pending, do
from api.posting import Posting
from api.problems import RETRY_AFTER
from api.versions import etag
from api.views import FiledView, PendingView, filed_view
from engine.command import Filed

PENDING = {
    "description": "Accepted or uncertain: look it up, or send the same again with the same key.",
    "model": PendingView,
    "headers": {"Location": {"schema": {"type": "string"}, "description": "Where the answer will be."}},
}
TAGGED = {"ETag": {"schema": {"type": "string"}, "description": "The version of the case."}}


async def file(posting: Posting, intent: Intent, response: Response, *, status: int = 200) -> FiledView | Response:
    """File what is asked and answer with what is on file."""
    filed = await do(posting, intent)
    if isinstance(filed, Pending):
        return pending(filed)
    response.status_code = status
    return answer(posting, filed, response)


def answer(posting: Posting, filed: Filed, response: Response) -> FiledView:
    """What is on file, with where the case is and its version."""
    response.headers["ETag"] = etag(filed.version)
    if response.status_code == 201:
        response.headers["Location"] = f"/v1/cases/{filed.case}"
    return filed_view(posting.house.procedures[filed.procedure], filed)


def pending(command: Pending) -> JSONResponse:
    """That the register does not know yet."""
    headers = {"Location": f"/v1/commands/{command.command}", "Retry-After": str(RETRY_AFTER)}
    return JSONResponse(PendingView(command=command.command).model_dump(), 202, headers=headers)
