"""What the customer does on their page: writes, gives feedback, judges drawings, looks. Each is a command.

The same form sent twice is one thing: what it carries gives it a name (`nonce`), and that name has one receipt.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bots.customer.frame import HEADERS, problem, wants_json
from bots.customer.gate import Gate, Visit
from bots.customer.submissions import Reader, Submission
from bots.texts import say
from core.chats import Platform
from core.commands import (
    Command,
    KeepPhoto,
    PlatformMessage,
    RecordFeedback,
    RelayMessage,
    ReviewFile,
    SeenByCustomer,
)
from core.dispatch import Dispatcher
from core.orders import FeedbackCategory
from core.ports import Receipt, Store
from core.refusals import BadValue, Refusal
from core.richtext import RichText

LONGEST: Final = 4000
SEEN_EVERY: Final = timedelta(seconds=20)
PostsFrom = Callable[[Request, Visit], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Desk:
    """Takes what the page's forms send."""

    gate: Gate
    dispatcher: Dispatcher
    reader: Reader

    async def message(self, request: Request, visit: Visit) -> Response:
        """Words and photos for the chat with Cutr and the workshop."""
        read = await self._read(request, visit)
        text = _within(read.text("text"))
        if not text and not read.photos:
            return problem(request, say("page-empty", visit.language), 422, visit.language, visit.base)
        name = _name(read, text)
        origin = PlatformMessage(Platform.PAGE, visit.order.id, name)
        sent = tuple(photo.copy for photo in read.photos)
        await self._do(visit, read, RelayMessage(origin, RichText.of(text), self.gate.clock(), sent), f"message:{name}")
        return _done(request, visit, "message", "chat")

    async def feedback(self, request: Request, visit: Visit) -> Response:
        """What was wrong, in words and photos; it counts from when it began to arrive."""
        begun = self.gate.clock()
        read = await self._read(request, visit)
        text, category = _within(read.text("text")), read.text("category")
        known = {one.value: one for one in FeedbackCategory if one is not FeedbackCategory.FINE}
        if category not in known or not text:
            await self.reader.drop(read)
            return problem(request, say("page-feedback-lacks", visit.language), 422, visit.language, visit.base)
        sent = tuple(photo.copy for photo in read.photos)
        command = RecordFeedback(visit.order.id, known[category], text, begun, sent)
        await self._do(visit, read, command, f"feedback:{_name(read, f'{category} {text}')}")
        return _done(request, visit, "feedback", "feedback")

    async def fine(self, request: Request, visit: Visit) -> Response:
        """Everything is fine."""
        begun = self.gate.clock()
        read = await self._read(request, visit)
        command = RecordFeedback(visit.order.id, FeedbackCategory.FINE, "", begun)
        await self._do(visit, read, command, f"fine:{visit.order.window}")
        return _done(request, visit, "fine", "feedback")

    async def drawing(self, request: Request, visit: Visit) -> Response:
        """A drawing is approved, or rejected with what is wrong. It is about the version that stood on the page."""
        read = await self._read(request, visit)
        verdict, number = read.text("verdict"), read.text("version")
        if verdict not in {"approve", "reject"} or not re.fullmatch(r"[0-9]{1,6}", number):
            return problem(request, say("page-broken", visit.language), 400, visit.language, visit.base)
        approve = verdict == "approve"
        command = ReviewFile(request.path_params["file_id"], approve, read.text("note"), int(number))
        await self._do(visit, read, command)
        return _done(request, visit, "approved" if approve else "rejected", "drawings")

    async def seen(self, request: Request, visit: Visit) -> Response:
        """The page is open before the customer's eyes: no mail needs to tell them of what stands there."""
        await self.reader.read(request, lambda token: self._check(visit, token))
        last = visit.order.customer_seen_at
        if last is None or self.gate.clock() - last >= SEEN_EVERY:
            await self.dispatcher.dispatch(SeenByCustomer(visit.order.id), visit.actor)
        return Response(status_code=204, headers=HEADERS)

    async def _check(self, visit: Visit, token: str) -> None:
        self.gate.check_form(visit, token)

    async def _read(self, request: Request, visit: Visit) -> Submission:
        """The form: known to be ours, and counted, before anything is kept of it."""

        async def admitted(token: str) -> None:
            self.gate.check_form(visit, token)
            await self.gate.count(visit)

        return await self.reader.read(request, admitted)

    async def _do(self, visit: Visit, read: Submission, command: Command, name: str = "") -> None:
        """Do it with its photos in one transaction, once for each `name`; what is refused leaves nothing behind."""
        key = f"page:{visit.order.id}:{name}"
        receipt = Receipt(key, Platform.PAGE, key) if name else None

        def job(store: Store) -> bool:
            if receipt is not None and not store.receipts.admit(receipt, self.gate.clock()):
                return False
            for photo in read.photos:
                self.dispatcher.apply(store, KeepPhoto(visit.order.id, photo.copy, photo.preview), visit.actor)
            self.dispatcher.apply(store, command, visit.actor)
            return True

        try:
            done = await self.gate.database.run(job)
        except Refusal:
            await self.reader.drop(read)
            raise
        if not done:
            await self.reader.drop(read)
        self.dispatcher.nudge()


def _within(text: str) -> str:
    """The words, if a person wrote them. Raises `BadValue`."""
    if len(text) > LONGEST:
        raise BadValue("text", "too_long")
    return text


def _name(read: Submission, text: str) -> str:
    """What makes a form itself: the state of the page it was sent from, and what it says."""
    told = "\n".join([read.text("nonce")[:64], text, *(photo.copy.unique_id for photo in read.photos)])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _done(request: Request, visit: Visit, said: str, where: str) -> Response:
    """Back to the page, which says what was done; the script asks for the page's parts itself."""
    if wants_json(request):
        return JSONResponse({"said": say(f"page-said-{said}", visit.language)}, headers=HEADERS)
    return RedirectResponse(f"{visit.base}?said={said}#{where}", 303, HEADERS)
