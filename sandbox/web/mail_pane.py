"""The mail pane: the box's list and one mail at a time. A mail's HTML is shown in a sandboxed frame only."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sandbox.mail import MailSandbox, ReceivedMail

if TYPE_CHECKING:
    from sandbox.web.acting import Json

NEWEST = 100
SEALED = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline';"
    " img-src data: cid:"
)


class MailPane:
    """Routes under `/mail`."""

    def __init__(self, mail: MailSandbox) -> None:
        self._mail = mail

    def routes(self) -> list[Route]:
        """The pane's routes."""
        return [Route("/mail/state", self._state), Route("/mail/{number:int}/html", self._html)]

    async def _state(self, _request: Request) -> Response:
        numbered = list(enumerate(self._mail.messages))[-NEWEST:]
        return JSONResponse({"mails": [_shown(number, mail) for number, mail in reversed(numbered)]})

    async def _html(self, request: Request) -> Response:
        number = int(request.path_params["number"])
        part = _html(self._mail.messages[number].message) if number < len(self._mail.messages) else None
        if part is None:
            return PlainTextResponse("There is no such mail.", 404)
        return HTMLResponse(part, headers={"Content-Security-Policy": SEALED, "Referrer-Policy": "no-referrer"})


def _html(message: EmailMessage) -> str | None:
    part = message.get_body(("html",))
    if part is None:
        return None
    # Links open beside the page, never inside the frame.
    return '<base target="_blank">' + str(part.get_content())


def _shown(number: int, mail: ReceivedMail) -> Json:
    message = mail.message
    return {
        "number": number,
        "at": mail.at.isoformat(),
        "from": str(message.get("From", mail.sender)),
        "to": ", ".join(mail.recipients),
        "subject": str(message.get("Subject", "")),
        "text": mail.body,
        "has_html": message.get_body(("html",)) is not None,
        "attachments": [part.get_filename() or "file" for part in message.iter_attachments()],
    }
