"""The customer's page with a plain client: what it shows, what can be done there, and what can't."""

from __future__ import annotations

import html as escapes
import json
import re
from datetime import timedelta

from bots.app.housekeeping import Housekeeping
from core.commands import RenewCustomerLink
from core.people import PLATFORM
from core.ports import Store
from sandbox.telegram.acts_media import sample_picture
from tests.scenarios.buyers import a_buyer
from tests.scenarios.cases import Case, a_draft, an_assigned_order
from tests.scenarios.cupboards import hashes
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER
from tests.scenarios.world import GROUP, World
from tests.support.plans import CANARY, a_drawing

SPOKEN = {
    "nl": "Berichten", "de": "Nachrichten", "fr": "Les messages", "pl": "Wiadomości", "xx": "Messages",
}  # fmt: skip
XSS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "'-alert(1)-'",
    "</textarea><script>alert(1)</script>", "<a href='javascript:alert(1)'>x</a>", "{{ 7*7 }}{% raw %}",
)  # fmt: skip
FORGED: tuple[tuple[dict[str, str], str], ...] = (
    ({"Origin": "https://evil.example"}, "right"),
    ({"Sec-Fetch-Site": "cross-site"}, "right"),
    ({"Sec-Fetch-Site": "same-site"}, "right"),
    ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, "right"),
    ({}, "wrong"),
    ({}, ""),
)


async def sends(case: Case, caption: str, color: str, chat: str = WITH_CUSTOMER) -> None:
    """Jan sends a picture that names its kind, and it is filed."""
    topic = await case.jan.topic(case.order, chat)
    # Pictures of their own: the same one again would be known as already filed.
    picture = sample_picture(1000 + len(await case.timeline()), 700, color)
    await case.world.telegram.send_media("photo", case.jan.user, GROUP, topic, picture, caption=caption)
    await case.world.settled()
    await case.world.wait(seconds=61)
    await case.world.settled()


async def delivered(case: Case) -> None:
    for status in ("ready", "delivered"):
        await case.world.rest("POST", f"/orders/{case.order}/status", status=status, reason="For it", override=True)
    await case.world.settled()


async def test_words_and_photos_go_both_ways_with_their_marks(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        assert "Nothing has been written yet" in buyer.html
        assert await buyer.sends("/messages", sample_picture(900, 700, "teal"), text="Is the oak oiled?") == 200
        assert "Your message is on its way" in buyer.html
        await case.anna.sees(case.order, WITH_CUSTOMER, "Is the oak oiled?")
        await case.jan.sees(case.order, WITH_CUSTOMER, "Is the oak oiled?")
        await case.jan.sees_nothing_of(case.order, CUTR_ONLY, "oiled")
        await buyer.looks()
        assert "Delivered ✓" in buyer.html
        pictures = [one for one in buyer.addresses() if "/pictures/sent-" in one]
        for address in pictures:
            status, headers, data = await buyer.gets(address)
            assert (status, headers["content-type"], data[:3]) == (200, "image/jpeg", b"\xff\xd8\xff")
        assert len(pictures) == 2
        # The night's sweep takes what no row names; these are named.
        parts = world.parts
        await Housekeeping(parts.database, parts.dispatcher, parts.files, world.clock.now).tidy()
        assert [(await buyer.gets(address))[0] for address in pictures] == [200, 200]
        await case.jan.says(case.order, WITH_CUSTOMER, "Yes, with hard wax oil")
        await case.jan.says(case.order, CUTR_ONLY, "The margin is thin")
        await world.settled()
        await buyer.looks()
        assert "Yes, with hard wax oil" in buyer.html
        assert "Jan · Houtbouw BV" in buyer.html
        assert "margin" not in buyer.html


async def test_cutrs_words_show_once_they_can_no_longer_be_taken_back(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        await case.anna.writes(case.order, WITH_CUSTOMER, "Hello from Cutr")
        await case.anna.writes(case.order, CUTR_ONLY, "Inner words")
        await world.settled()
        assert "Hello from Cutr" not in await buyer.looks()
        await world.wait(seconds=11)
        shown = await buyer.looks()
        assert "Hello from Cutr" in shown
        assert "Inner words" not in shown


async def test_the_delivery_date_is_shown_with_each_change_and_its_reason(world: World) -> None:
    case = await an_assigned_order(world)
    task = f"/orders/{case.order}/tasks/delivery_schedule"
    day, later = (world.clock.now().date() + timedelta(days=left) for left in (40, 43))
    await world.rest("PUT", task, value={"method": "installation", "date": str(day)})
    await world.rest("PUT", task, value={"method": "installation", "date": str(later)}, reason="The varnish must dry")
    await world.rest("PUT", f"/orders/{case.order}/milestones/measure", label="Measure-up", date=str(day))
    async with a_buyer(world) as buyer:
        shown = await buyer.opens()
    assert "Reason: The varnish must dry" in shown
    assert "Delivered and installed" in shown
    assert "Measure-up" in shown
    assert shown.index("Moved from") < shown.index("Set to")


async def test_a_drawing_is_rejected_with_a_note_revised_and_approved(world: World) -> None:
    case = await an_assigned_order(world)
    await sends(case, "production drawing", "white")
    async with a_buyer(world) as buyer:
        await buyer.opens()
        assert "Waiting for your approval" in buyer.html
        drawing = next(one.action for one in buyer.forms() if "/drawings/" in one.action)
        assert await buyer.sends(drawing, verdict="reject", note="  ") == 409
        await buyer.opens()
        assert await buyer.sends(drawing, verdict="reject", note="The sink is 60 cm wide") == 200
        assert "the workshop will change the drawing" in buyer.html
        assert "The sink is 60 cm wide" in buyer.html
        notice = await case.jan.sees(case.order, CUTR_ONLY, "The sink is 60 cm wide")
        old = buyer.form(drawing)
        await case.jan.presses(notice, "Upload revision")
        question = await case.jan.sees(case.order, CUTR_ONLY, "Reply to this message with the new version")
        topic = await case.jan.topic(case.order, CUTR_ONLY)
        picture = sample_picture(1200, 801, "ivory")
        await world.telegram.send_media("photo", case.jan.user, GROUP, topic, picture, reply_to=question.id)
        await world.settled()
        await world.wait(seconds=3)
        await world.settled()
        # What was seen is no longer what there is.
        assert await buyer.posts(old.action, {**old.fields, "verdict": "approve"}) == 409
        await buyer.opens()
        assert "Version 2" in buyer.html
        assert "1 earlier version" in buyer.html
        assert await buyer.sends(drawing, verdict="approve") == 200
        assert "the drawing is approved" in buyer.html
    await case.anna.sees(case.order, CUTR_ONLY, "the customer approved")
    await case.jan.sees(case.order, CUTR_ONLY, "the customer approved")
    await world.settled()
    verdicts = [one["actor"]["name"] for one in await case.entries() if one["event"] == "file_approved"]
    assert verdicts == ["Carla"]


async def test_a_drawing_in_pdf_is_shown_and_handed_out_as_what_is_to_be_seen(world: World) -> None:
    case = await an_assigned_order(world)
    topic = await case.jan.topic(case.order, WITH_CUSTOMER)
    await world.telegram.send_media(
        "document", case.jan.user, GROUP, topic, a_drawing(), filename=f"{CANARY}.pdf", caption="production drawing"
    )  # fmt: skip
    await world.settled()
    await world.wait(seconds=3)
    await world.settled()
    async with a_buyer(world) as buyer:
        shown = await buyer.opens()
        small, full = (next(it for it in buyer.addresses() if it.endswith(end)) for end in ("-small", "-full"))
        status, headers, data = await buyer.gets(full)
        assert (status, headers["content-type"], data[:5]) == (200, "application/pdf", b"%PDF-")
        assert headers["content-disposition"].startswith("attachment")
        assert (await buyer.gets(small))[1]["content-type"] == "image/jpeg"
        drawn = shown[shown.index("Drawings") : shown.index("Messages</h2>")]
        assert CANARY not in drawn
        assert CANARY.encode() not in data


async def test_photos_are_clean_copies_and_what_is_inner_is_no_address(world: World) -> None:
    case = await an_assigned_order(world)
    await sends(case, "finished", "peru")
    await sends(case, "packed", "wheat", CUTR_ONLY)
    async with a_buyer(world) as buyer:
        shown = await buyer.opens()
        assert "Finished products" in shown
        assert "Packed products" not in shown
        full = next(one for one in buyer.addresses() if "/pictures/version-" in one and one.endswith("-full"))
        status, headers, data = await buyer.gets(full)
        assert (status, headers["x-content-type-options"], b"Exif" in data) == (200, "nosniff", False)
        inner = await world.parts.database.read(lambda store: store.revisions.find(sha256=_sha_of(store, "cutr_only")))
        base = full.rpartition("/")[0]
        for name in (
            f"version-{inner[0].id}-full",
            f"version-{inner[0].id}-small",
            inner[0].blob,
            "version--full",
            "x",
        ):
            assert (await buyer.gets(f"{base}/{name}"))[0] == 404


def _sha_of(store: Store, audience: str) -> str:
    file = store.files.find(audience=audience)[0]
    return str(store.revisions.find(file_id=file.id)[0].sha256)


async def test_the_cutr_only_chat_changes_no_byte_of_the_page(world: World) -> None:
    case = await an_assigned_order(world)
    await sends(case, "finished", "peru")
    await sends(case, "production drawing", "white")
    await case.jan.says(case.order, WITH_CUSTOMER, "The fronts are sawn")
    await world.settled()
    async with a_buyer(world) as buyer:
        shown = await buyer.opens()
        live = await buyer.gets(re.search(r'data-base="([^"]+)"', shown)[1] + "/live")  # type: ignore[index]
        await case.jan.says(case.order, CUTR_ONLY, "CANARY-1 the margin is thin")
        await case.anna.writes(case.order, CUTR_ONLY, "CANARY-2 push him")
        await case.anna.writes(case.order, WITH_CUSTOMER, "note: CANARY-3")
        await sends(case, "finished CANARY-4", "tan", CUTR_ONLY)
        await sends(case, "production drawing CANARY-5", "snow", CUTR_ONLY)
        assert await buyer.opens() == shown
        again = await buyer.gets(re.search(r'data-base="([^"]+)"', shown)[1] + "/live")  # type: ignore[index]
        assert (again[1]["etag"], again[2]) == (live[1]["etag"], live[2])


async def test_everything_is_fine_in_one_tap(world: World) -> None:
    case = await an_assigned_order(world)
    await delivered(case)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        assert "14 days left" in buyer.html
        await world.wait(days=3)
        assert "11 days left" in await buyer.looks()
        assert await buyer.sends("/fine") == 200
        assert "glad that everything is fine" in buyer.html
    assert (await case.shown())["status"] == "approved"


async def test_a_complaint_comes_with_photos_and_stops_the_clock(world: World) -> None:
    case = await an_assigned_order(world)
    await delivered(case)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        assert await buyer.sends("/feedback", category="finish", text="") == 422
        await buyer.opens()
        photo = sample_picture(900, 650, "red")
        assert await buyer.sends("/feedback", photo, category="finish", text="The door is scratched") == 200
        assert "we have received your feedback" in buyer.html
        assert "The door is scratched" in buyer.html
    assert (await case.shown())["status"] == "feedback_received"
    kept = await world.parts.database.read(lambda store: store.feedback.find())
    assert [(one.category, one.text, len(one.photos)) for one in kept] == [("finish", "The door is scratched", 1)]
    await world.wait(days=15)
    assert (await case.shown())["status"] == "feedback_received"


async def test_looking_changes_nothing(world: World) -> None:
    case = await an_assigned_order(world)
    await sends(case, "production drawing", "white")
    await delivered(case)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        base = re.search(r'data-base="([^"]+)"', buyer.html)[1]  # type: ignore[index]
        link = buyer.link.removeprefix(world.address)
        paths = {*buyer.addresses(), *(f"{start}{end}" for start in (base, link) for end in (
            "", "/live", "/seen", "/messages", "/feedback", "/drawings/x", "/pictures/x",
            "?said=fine&messages=all",
        ))}  # fmt: skip
        before = hashes(world)
        for path in sorted(one.partition("#")[0] for one in paths if one.startswith("/")):
            for method in ("GET", "HEAD", "OPTIONS"):
                async with buyer.http.request(method, world.address + path) as answer:
                    assert answer.status in {200, 404, 405}, (method, path)
                    await answer.read()
        assert hashes(world) == before


async def test_forms_of_other_sites_change_nothing(world: World) -> None:
    case = await an_assigned_order(world)
    await sends(case, "production drawing", "white")
    await delivered(case)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        forms = buyer.forms()
        before = hashes(world)
        for headers, token in FORGED:
            for form in forms:
                fields = {**form.fields, "text": "Forged", "category": "finish", "verdict": "reject", "note": "Forged"}
                fields["token"] = fields["token"] if token == "right" else token
                for photos in ((), (sample_picture(300, 300),)):
                    assert await buyer.posts(form.action, fields, *photos, headers=headers) == 403, (headers, form)
        assert hashes(world) == before
        assert "Please open the link in our latest mail" in buyer.html


async def test_a_renewed_link_closes_the_old_one_and_its_cookie(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        cookie_page = re.search(r'data-base="([^"]+)"', buyer.html)[1]  # type: ignore[index]
        form = buyer.form("/messages")
        assert (await buyer.gets(cookie_page))[0] == 200
        await world.parts.dispatcher.dispatch(RenewCustomerLink((await case.shown())["id"]), PLATFORM)
        assert (await buyer.gets(cookie_page))[0] == 404
        assert await buyer.posts(form.action, {**form.fields, "text": "Late"}) == 404
        await buyer.opens()
        assert buyer.status == 404
    async with a_buyer(world) as buyer:
        await buyer.opens()
        assert buyer.status == 200


async def test_nobody_comes_in_by_another_orders_cookie_or_none(world: World) -> None:
    await an_assigned_order(world)
    await a_draft(world, "K-200")
    other = (await world.rest("GET", "/orders/K-200"))["id"]
    async with a_buyer(world) as buyer:
        await buyer.opens()
        for path in (f"/c/o/{other}", f"/c/o/{other}/live", "/c/o/x", "/c/o/%00", "/c/x", "/c/-/../page"):
            assert (await buyer.gets(path))[0] == 404
        cookies = {cookie.key: cookie.value for cookie in buyer.http.cookie_jar}
        own = next(iter(cookies.values()))
        async with buyer.http.get(f"{world.address}/c/o/{other}", headers={"Cookie": f"cutr-{other}={own}"}) as answer:
            assert answer.status == 404
    async with a_buyer(world) as stranger:
        assert (await stranger.gets(f"/c/o/{other}"))[0] == 404


async def test_who_keeps_no_cookie_acts_by_the_link_itself(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_buyer(world) as buyer:
        path = buyer.link.removeprefix(world.address)
        status = await buyer.posts(f"{path}/messages", {"text": "By the link"}, headers={"Accept": "application/json"})
        assert status == 200
    await case.anna.sees(case.order, WITH_CUSTOMER, "By the link")


async def test_a_doubled_form_is_one_message(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        form = buyer.form("/messages")
        for _ in range(3):
            assert await buyer.posts(form.action, {**form.fields, "text": "Once"}) == 200
        # Said again on purpose, from the page as it is now.
        assert await buyer.sends("/messages", text="Once") == 200
    await world.settled()
    told = await world.rest("GET", f"/orders/{case.order}/messages?chat=with_customer")
    assert str(told).count("'Once'") == 2


async def test_too_many_posts_are_refused_in_words_until_some_time_has_passed(world: World) -> None:
    await an_assigned_order(world)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        form = buyer.form("/messages")
        found = [await buyer.posts(form.action, {**form.fields, "text": ""}) for _ in range(31)]
        assert (found[:30], found[30]) == ([422] * 30, 429)
        assert "wait a few minutes" in buyer.html
        await world.wait(minutes=11)
        assert await buyer.posts(form.action, {**form.fields, "text": "Now"}) == 200


async def test_what_people_write_is_words_and_never_markup(world: World) -> None:
    everything = " ".join(XSS)
    case = await an_assigned_order(world, title=f"Oak {everything}")
    await sends(case, f"production drawing {everything}", "white")
    day = str(world.clock.now().date() + timedelta(days=40))
    await world.rest("PUT", f"/orders/{case.order}/milestones/m", label=everything[:80], date=day)
    await case.jan.says(case.order, WITH_CUSTOMER, everything)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        drawing = next(one.action for one in buyer.forms() if "/drawings/" in one.action)
        for payload in XSS:
            assert await buyer.sends("/messages", text=payload) == 200
            assert buyer.html.count(as_words(payload)) >= 4, payload
        assert await buyer.sends(drawing, verdict="reject", note=everything) == 200
        _, _, live = await buyer.gets(re.search(r'data-base="([^"]+)"', buyer.html)[1] + "/live")  # type: ignore[index]
        for shown in (buyer.html, *(part for _, part in json.loads(live)["parts"].values())):
            assert not re.search(r"<script>|<img src=x|<svg onload|<a href='javascript|49\{%", shown)


def as_words(payload: str) -> str:
    """How words stand in HTML."""
    return escapes.escape(payload).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")


async def test_nothing_that_is_sent_breaks_the_page(world: World) -> None:
    case = await an_assigned_order(world)
    await delivered(case)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        form = buyer.form("/messages")
        page = form.action.rpartition("/")[0]
        found: set[int] = set()
        for body, kind in (
            (b"", "multipart/form-data"), (b"--x\r\n", "multipart/form-data; boundary=x"),
            (b"\xff\xfe\x00" * 99, "application/x-www-form-urlencoded"), (b"token=%zz", "text/plain"),
            (b"a=1&" * 100, "application/x-www-form-urlencoded"), (b"{" * 100_000, "application/json"),
        ):  # fmt: skip
            for where in ("/messages", "/feedback", "/fine", "/drawings/x", "/seen"):
                async with buyer.http.post(
                    f"{world.address}{page}{where}", data=body, headers={"Content-Type": kind}
                ) as answer:
                    found.add(answer.status)
        assert found <= {400, 403, 413}
        fields = {**form.fields, "text": "x" * 5000}
        assert await buyer.posts(form.action, fields) == 409
        assert await buyer.posts(form.action, {**form.fields, "text": "\x00\u202e\U0001f600 hi"}) == 200
        assert await buyer.posts(form.action, form.fields, b"not a picture") == 415
        assert await buyer.posts(form.action, form.fields, *[sample_picture(50, 50)] * 11) == 413
        assert "At most 10 photos" in buyer.html
        for query in ("?said=<script>", "?messages=all&messages=1", "?said=" + "x" * 3000):
            assert (await buyer.gets(page + query))[0] == 200


async def test_the_page_speaks_the_customers_language(world: World) -> None:
    await an_assigned_order(world)
    for language, words in SPOKEN.items():

        def speak(store: Store, language: str = language) -> None:
            customer = store.customers.find()[0]
            customer.language = language
            store.customers.save(customer)

        await world.parts.database.run(speak)
        async with a_buyer(world) as buyer:
            shown = await buyer.opens()
            assert words in shown
            assert f'lang="{language if language != "xx" else "en"}"' in shown
            async with buyer.http.get(world.address + "/c/x", headers={"Accept-Language": f"{language},en"}) as answer:
                assert f'lang="{language if language != "xx" else "en"}"' in await answer.text()


async def test_with_aliases_the_workshop_is_not_named(world: World) -> None:
    case = await an_assigned_order(world, aliases=True)
    await case.jan.says(case.order, WITH_CUSTOMER, "The fronts are sawn")
    await world.settled()
    async with a_buyer(world) as buyer:
        shown = await buyer.opens()
    assert "The fronts are sawn" in shown
    assert "<strong>Your workshop</strong>" in shown
    assert "<strong>Jan" not in shown
    assert "Houtbouw" not in shown
