"""Words about money or delay before the customer: held, asked about, and sent where their writer says."""

from __future__ import annotations

import pytest

from core import commands as c
from core.chats import Audience, Message, MessageState, Platform
from core.money_words import WORDS, speaks_of_money
from core.orders import Status
from core.outbox_kinds import DELIVER
from core.people import Actor
from core.refusals import ClosedChat, NotAllowed, NotYourOrder, Stale, UnknownThing
from core.timeline import DeadlineKind, DeadlineState
from tests.support.desk import ANNA
from tests.unit.core.scenes import STRANGER, Scene, only, photo, running

OURS, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER
MONEY = "The invoice will be higher"


def held(scene: Scene, text: str = MONEY, actor: Actor | None = None, **more: object) -> Message:
    return scene.says(actor or scene.jan, scene.place(SHARED, Platform.TELEGRAM), text, "501", **more)


def copies(scene: Scene, message: Message) -> list[str]:
    return [p.place_id for p in scene.desk.store.outbox.find(message_id=message.id, kind=DELIVER)]


def answers(scene: Scene, message: Message, audience: Audience, actor: Actor | None = None) -> Message:
    return only(Message, scene.desk.do(c.SteerMessage(message.id, audience), actor or scene.jan))


@pytest.mark.parametrize(
    "words",
    [
        "What about the price?", "we sent the INVOICE", "it is too late", "a delay of two days", "€ 40 extra",
        "40 euro", "de prijs", "vertraging van een week", "meerwerk", "die Rechnung", "Verspätung", "le prix du chêne",
        "en retard", "cena wzrosła", "faktura", "opóźnienie o tydzień", "to kosztuje 40 zł", "paid yesterday",
    ],
)  # fmt: skip
def test_words_that_are_asked_about(words: str) -> None:
    assert speaks_of_money(words)


@pytest.mark.parametrize(
    "words",
    [
        "The oak is in", "Which colour do you want?", "2400 x 1200", "It stands in the centre", "Wij zijn onderweg",
        "Die Platte ist da", "La porte est prête", "Drzwi są gotowe", "Center the handle", "argentinian oak",
    ],
)  # fmt: skip
def test_words_that_are_not(words: str) -> None:
    assert not speaks_of_money(words)


def test_every_language_has_its_words() -> None:
    assert set(WORDS) == {"en", "nl", "de", "fr", "pl"}


def test_nothing_leaves_until_the_writer_has_answered() -> None:
    scene = running()
    message = held(scene)
    assert message.state is MessageState.HELD
    assert copies(scene, message) == []
    assert scene.desk.posted("ChatMail") == []
    (question,) = scene.desk.posted("MoneyQuestion")
    assert question.place_id == scene.place(SHARED, Platform.TELEGRAM).id
    assert scene.desk.store.shared_messages.find() == []


def test_to_cutr_only() -> None:
    scene = running()
    message = held(scene)
    moved = answers(scene, message, OURS)
    assert (moved.audience, moved.author_name, moved.body.plain()) == (OURS, "Jan", MONEY)
    assert scene.place(OURS, Platform.SLACK).id in copies(scene, moved)
    assert scene.message(message.id).state is MessageState.RETRACTED
    assert copies(scene, message) == []
    assert scene.desk.posted("ChatMail") == []


def test_to_the_customer_all_the_same() -> None:
    scene = running()
    message = answers(scene, held(scene), SHARED)
    assert message.state is MessageState.LIVE
    assert copies(scene, message) == [scene.place(SHARED, Platform.SLACK).id]
    assert len(scene.desk.posted("ChatMail")) == 1


@pytest.mark.parametrize("audience", list(Audience))
def test_the_files_go_along(audience: Audience) -> None:
    scene = running()
    message = held(scene, "finished, price as agreed", attachments=(photo(Platform.TELEGRAM, "501", "a.jpg"),))
    before = {one.id for one in scene.sets()}
    answers(scene, message, audience)
    (upload,) = [one for one in scene.sets() if one.id not in before]
    assert upload.audience is audience


def test_an_answer_counts_once() -> None:
    scene = running()
    message = held(scene)
    answers(scene, message, SHARED)
    for audience in Audience:
        with pytest.raises(Stale):
            answers(scene, message, audience)
    with pytest.raises(UnknownThing):
        scene.desk.do(c.SteerMessage("none", OURS), scene.jan)


def test_who_may_answer() -> None:
    scene = running()
    message = held(scene, actor=scene.piet)
    elsewhere = scene.desk.member(scene.desk.partner("Smid", group=-100999), "Sara", "admin", 21)
    for other in (scene.guest, scene.customer, STRANGER, elsewhere):
        with pytest.raises((NotAllowed, NotYourOrder)):
            answers(scene, message, SHARED, other)
    assert answers(scene, message, SHARED, scene.jan).state is MessageState.LIVE
    colleagues = scene.says(scene.jan, scene.place(SHARED, Platform.TELEGRAM), MONEY, "502")
    with pytest.raises(NotAllowed):
        answers(scene, colleagues, SHARED, scene.piet)
    assert answers(scene, colleagues, SHARED, ANNA).state is MessageState.LIVE


def test_others_are_not_asked() -> None:
    scene = running()
    staff = scene.says(ANNA, scene.place(SHARED, Platform.SLACK), MONEY, "1.1")
    ours = scene.says(scene.jan, scene.place(OURS, Platform.TELEGRAM), MONEY, "601")
    assert staff.state is ours.state is MessageState.LIVE
    guest = scene.says(scene.guest, scene.place(SHARED, Platform.TELEGRAM), MONEY, "602")
    with pytest.raises(NotAllowed):
        answers(scene, guest, SHARED)
    assert scene.desk.posted("MoneyQuestion") == []


def alarms(scene: Scene) -> list[object]:
    return [p.body["detail"] for p in scene.desk.posted("StaffAlert") if p.body["key"] == "words_waiting"]


def test_staff_see_after_an_hour_that_words_wait() -> None:
    scene = running()
    message = held(scene)
    scene.desk.wait(minutes=59)
    assert alarms(scene) == []
    scene.desk.wait(minutes=1)
    assert alarms(scene) == [f"Jan: {MONEY}"]
    scene.desk.wait(hours=5)
    assert len(alarms(scene)) == 1
    assert answers(scene, message, SHARED).state is MessageState.LIVE


@pytest.mark.parametrize("how", ["answered", "taken back"])
def test_staff_do_not_hear_of_words_that_wait_no_more(how: str) -> None:
    scene = running()
    message = held(scene)
    if how == "answered":
        answers(scene, message, OURS)
    else:
        scene.desk.do(c.DeleteMessage(message.id), scene.jan)
    scene.desk.wait(hours=2)
    assert alarms(scene) == []
    (deadline,) = scene.desk.store.deadlines.find(kind=DeadlineKind.WORDS_WAITING)
    assert deadline.state is DeadlineState.CANCELLED


def test_nothing_goes_to_a_chat_that_is_over() -> None:
    scene = running()
    message = held(scene)
    other = scene.desk.partner("Smid", group=-100999)
    scene.desk.do(c.AssignOrder(scene.order_id, other.id))
    for audience in Audience:
        with pytest.raises((ClosedChat, NotYourOrder)):
            answers(scene, message, audience)
    with pytest.raises(ClosedChat):
        answers(scene, message, SHARED, ANNA)


def test_a_cancelled_orders_words_stay() -> None:
    scene = running()
    message = held(scene)
    scene.go(Status.CANCELLED)
    scene.desk.wait(hours=2)
    assert alarms(scene) == []
    assert scene.message(message.id).state is MessageState.HELD
