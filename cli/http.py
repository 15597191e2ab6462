"""The command's way to the API: one client, problems turned into what, why, how to mend."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Annotated, Any
from uuid import uuid4

import httpx
import typer

from cli.output import fail
from cli.tokens import token_for

if TYPE_CHECKING:
    from collections.abc import Iterator

ApiOption = Annotated[str, typer.Option("--api", envvar="TETSUZUKI_API", help="address of the API")]
AsOption = Annotated[
    str, typer.Option("--as", envvar="TETSUZUKI_AS", help="the officer to act as (development issuer)")
]
DEFAULT_API = "http://127.0.0.1:8000"
DEFAULT_OFFICER = "tokyo-inspector"
_IS_IT = "Is it the API? Name it with --api; else look at its log."


class Api:
    """The API as an officer sees it."""

    def __init__(self, address: str, officer: str) -> None:
        token = os.environ.get("TETSUZUKI_TOKEN") or token_for(officer)
        if not (token.isascii() and token.isprintable()):
            fail("TETSUZUKI_TOKEN is no token.", "it holds characters that no token has", "Set the token as issued.")
        try:
            self._client = httpx.Client(
                base_url=address.rstrip("/"),
                headers={"Authorization": f"Bearer {token}"},
                timeout=30,
                trust_env=False,
                limits=httpx.Limits(max_keepalive_connections=0),
            )
        except httpx.InvalidURL as error:
            fail("The address of the API cannot be read.", str(error), "Give one like http://127.0.0.1:8000.", code=2)

    def get(self, path: str, **query: object) -> Any:  # noqa: ANN401  (JSON)
        """What is at a path, or a failure for people."""
        return _read(self._answer(self._send("GET", path, params=_given(query))))

    def text(self, path: str) -> str:
        """What is at a path, as text."""
        return self._answer(self._send("GET", path)).text

    def pages(self, path: str, most: int, **query: object) -> Iterator[dict[str, Any]]:
        """The items of a list, page after page, up to a number."""
        after: str | None = None
        left = most
        while left > 0:
            page = self.get(path, limit=min(left, 100), after=after, **query)
            yield from page["items"]
            left -= len(page["items"])
            after = page["next"]
            if after is None:
                return

    def post(
        self, path: str, body: dict[str, Any], *, key: str | None = None, etag: str | None = None
    ) -> httpx.Response:
        """Send an act; the answer whatever it is, failures of transport for people."""
        headers = {"Idempotency-Key": key or str(uuid4())}
        if etag is not None:
            headers["If-Match"] = etag
        return self._send("POST", path, json=body, headers=headers)

    def file(self, path: str, body: dict[str, Any], *, key: str | None = None) -> dict[str, Any]:
        """File something; the answer, or a problem that ends with its reasons, articles and remedy."""
        answer: dict[str, Any] = _read(self._answer(self.post(path, body, key=key)))
        return answer

    def tell(self, path: str) -> None:
        """Post to a path that takes no body and answers with nothing; a problem ends with how to mend it."""
        self._answer(self._send("POST", path))

    def act(self, case: str, act: str, body: dict[str, Any], **more: object) -> dict[str, Any]:
        """Do an act on the case as it stands now; a refusal ends with its reason, article and remedy."""
        seen = self._answer(self._send("GET", f"/v1/cases/{case}"))
        sent = self.post(f"/v1/cases/{case}/acts/{act}", {"body": body, **_given(more)}, etag=seen.headers["ETag"])
        answer: dict[str, Any] = _read(self._answer(sent))
        return answer

    def attempt(self, case: str, act: str, body: dict[str, Any]) -> dict[str, Any]:
        """Do an act that is to be refused; returns the problem, whatever it is."""
        etag = self._answer(self._send("GET", f"/v1/cases/{case}")).headers["ETag"]
        problem: dict[str, Any] = self.post(f"/v1/cases/{case}/acts/{act}", {"body": body}, etag=etag).json()
        return problem

    def _send(self, method: str, path: str, **parts: Any) -> httpx.Response:  # noqa: ANN401
        try:
            return self._client.request(method, path, **parts)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            fail(
                "The API does not answer.",
                f"{type(error).__name__} at {self._client.base_url}",
                "Start it (`tetsuzuki demo` or `tetsuzuki serve`), or name it with --api.",
            )

    @staticmethod
    def _answer(response: httpx.Response) -> httpx.Response:
        if response.is_success:
            return response
        complain(response)
        raise typer.Exit(1)


def until_ready(api: str, within: float = 60.0) -> None:
    """Wait until the API answers that it is ready, or end with how to look further."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            if httpx.get(f"{api}/health/ready", trust_env=False).is_success:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    fail("The API did not become ready.", f"nothing ready at {api}", "Look at the logs in the data folder.")


def complain(response: httpx.Response) -> None:
    """Print a problem: what, why with its articles, how to mend."""
    try:
        problem = response.json()
        reasons = [_reason(reason) for reason in problem.get("reasons", ())]
    except (ValueError, AttributeError, KeyError):
        fail(f"The address answered {response.status_code}.", "not a problem document", _IS_IT)
    why = "; ".join(reasons) or ", ".join(problem.get("fields", ()))
    fail(
        f"{problem.get('title', 'Refused')} ({problem.get('code', response.status_code)})",
        why,
        problem.get("remedy") or "",
    )


def _read(response: httpx.Response) -> Any:  # noqa: ANN401  (JSON)
    try:
        return response.json()
    except ValueError:
        fail("The answer is not of the API.", f"no JSON at {response.url}", _IS_IT)


def _reason(reason: dict[str, Any]) -> str:
    articles = ", ".join(one["short"] for one in reason.get("basis", []))
    return f"{reason['en']} [{articles}]" if articles else str(reason["en"])


def _given(query: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in query.items() if value is not None}
