"""A turn: one update from arrival to answer, and the outcome a listener wants shown.

Everything that must not be lost happens through `do`; what is only spoken is put off with `then` until the platform
has been told "received".
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from bots.telegram.account import TelegramAccount
from bots.telegram.identity import Scene
from bots.telegram.labels import today_in
from bots.telegram.questions import Questions
from bots.telegram.replies import Replies
from bots.telegram.screen import Screen
from bots.texts import say
from core.chats import Platform
from core.commands import Command, NoteAsk
from core.dispatch import DUPLICATE, Dispatcher
from core.people import Actor
from core.ports import Database, Receipt
from core.refusals import UnclearTarget
from core.views import OrderView, order_view

UploadPage = Callable[[str], str]
MakePaper = Callable[[str], Awaitable[bytes | None]]


class Again(Exception):
    """This update has had its effect before: nothing more happens."""


@dataclass(slots=True)
class Room:
    """What every listener needs: the one door, the store to read, the way to speak, the time.

    `upload_page` gives the address for an upload link's code; `make_slip` the PDF of the slip that counts for an order,
    None when it can't be drawn. Where they are missing, the person is told.
    """

    dispatcher: Dispatcher
    database: Database
    telegram: TelegramAccount
    replies: Replies
    clock: Callable[[], datetime]
    upload_page: UploadPage | None = None
    make_slip: MakePaper | None = None
    questions: Questions = field(default_factory=Questions)


@dataclass(frozen=True, slots=True)
class Question:
    """That the message shown is a question: replies to it are read as answers of this kind."""

    kind: str
    data: dict[str, object] = field(default_factory=dict)
    order_id: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the asker is to see: a short `toast`, the pressed message changed (`edit`), a new message (`send`).

    `question` belongs to the message sent, or to the edited one when none is sent. `strips` takes the buttons off the
    pressed message.
    """

    toast: str = ""
    alarming: bool = False
    edit: Screen | None = None
    send: Screen | None = None
    question: Question | None = None
    strips: bool = False


@dataclass(slots=True)
class Turn:
    """One update being handled. `message_id` is what a reply answers, `pressed` the message with the pressed button."""

    room: Room
    scene: Scene
    receipt: Receipt | None
    message_id: int | None = None
    pressed: int | None = None
    query_id: str | None = None
    put_off: list[Callable[[], Awaitable[object]]] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The reader's language."""
        return self.scene.language

    @property
    def today(self) -> date:
        """The reader's own date."""
        return today_in(self.room.clock(), self.scene.zone)

    async def do(self, command: Command, actor: Actor) -> object:
        """Dispatch; the turn's first command carries its receipt. Raises `Again`, `Refusal`, `StorageAway`."""
        receipt, self.receipt = self.receipt, None
        try:
            result = await self.room.dispatcher.dispatch(command, actor, receipt)
        except UnclearTarget:
            self.receipt = receipt
            raise
        if result is DUPLICATE:
            raise Again
        return result

    async def first_time(self) -> None:
        """Note that this update is being answered although nothing changes. Raises `Again`, `StorageAway`."""
        receipt, self.receipt = self.receipt, None
        if receipt is None:
            return
        now = self.room.clock()
        if not await self.room.database.run(lambda store: store.receipts.admit(receipt, now)):
            raise Again

    async def view(self, order_id: str) -> OrderView | None:
        """The order as it is now."""
        return await self.room.database.read(lambda store: order_view(store, order_id))

    def then(self, job: Callable[[], Awaitable[object]]) -> None:
        """Speak later, after the platform has its answer."""
        self.put_off.append(job)

    def say(self, screen: Screen, question: Question | None = None, *, order_id: str | None = None) -> None:
        """Send a new message to where the person is, and note it as a question if it is one."""

        async def job() -> None:
            scene = self.scene
            if question is None:
                await self.room.replies.say(scene.chat_id, scene.thread, screen, self.message_id)
                return
            with self.room.questions.being_put(scene.chat_id):
                sent = await self.room.replies.say(scene.chat_id, scene.thread, screen, self.message_id)
                if sent is not None:
                    await self.note(question, sent, order_id)

        self.then(job)

    def confess(self, reference: str) -> None:
        """Say that something went wrong here, with the reference under which the update was kept."""
        words = say("telegram-bug", self.language, reference=reference)
        if self.query_id is not None:
            self.then(partial(self.room.replies.answer, self.query_id, words, as_alert=True))
        else:
            self.say(Screen.of(words))

    async def note(self, question: Question, message_id: int, order_id: str | None = None) -> None:
        """Remember a question that has been put."""
        command = NoteAsk(
            Platform.TELEGRAM, str(self.scene.chat_id), str(message_id), self.scene.actor_id, question.kind,
            question.data, question.order_id or order_id,
        )  # fmt: skip
        await self.room.dispatcher.dispatch(command, self.scene.actor())

    def show(self, outcome: Outcome) -> None:
        """Let a typed command's outcome be seen: everything becomes a new message."""
        for screen in (outcome.edit, outcome.send):
            if screen is not None:
                is_last = screen is (outcome.send or outcome.edit)
                self.say(screen, outcome.question if is_last else None)
        if outcome.toast and outcome.edit is None and outcome.send is None:
            self.say(Screen.of(outcome.toast))
