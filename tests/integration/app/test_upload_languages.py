"""The upload page speaks to who got its link; what is wrong is told strangers as their browser asks."""

import json

from bots.texts import say
from core.commands import MakeUploadLink
from core.people import Actor, Role
from tests.integration.app.conftest import Web

STAFF = Actor(Role.STAFF, "slack:U1", "Eva")


async def link_for(web: Web, actor: Actor) -> str:
    """The path of a fresh upload page for order CU-1."""
    (order,) = await web.parts.database.read(lambda store: store.orders.find(reference="CU-1"))
    return f"/u/{await web.parts.dispatcher.dispatch(MakeUploadLink(order.id, None), actor)}"


async def test_the_page_and_its_troubles_are_in_the_readers_language(web: Web) -> None:
    await web.running()
    (order,) = await web.parts.database.read(lambda store: store.orders.find())
    ola = {"name": "Ola", "role": "admin", "telegram_user_id": 4711, "language": "pl"}
    _, made = await web.call("POST", f"/partners/{order.partner_id}/members", ola)
    page = await link_for(web, Actor(Role.ADMIN, "telegram:4711", "Ola", order.partner_id, made["id"]))
    _, _, body = await web.raw("GET", page)
    assert say("uploads-title", "pl", reference="CU-1") in body.decode()
    assert 'lang="pl"' in body.decode()
    empty = {"Accept-Language": "de", "Upload-Length": "0", "Upload-Metadata": "filename YQ=="}
    _, _, body = await web.raw("POST", f"{page}/files", data=b"", headers=empty)
    assert say("field-file", "pl") in json.loads(body)["problem"]


async def test_strangers_read_what_their_browser_asks_for_and_staff_english(web: Web) -> None:
    await web.running()
    status, _, body = await web.raw("GET", "/u/nonsense", headers={"Accept-Language": "nl-NL,nl;q=0.9,en;q=0.5"})
    assert (status, say("uploads-gone", "nl") in body.decode()) == (404, True)
    _, _, body = await web.raw("GET", await link_for(web, STAFF))
    assert "Upload for CU-1" in body.decode()
