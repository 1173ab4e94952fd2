"""What stands in the Cutr-only chat changes no byte of what the customer gets (reliability.md I17, I18).

The same order is lived through three times: with people writing, filing and deciding among themselves, with other and
three times as many of these things, and with none. Pages, pictures, headers and mails are compared whole; only what is
random by design (`canaries.RANDOM`) is named by its order. In each run every inner text, name, caption, file name,
EXIF and PDF field is a mark, and no mark may be found on any way to the customer.
"""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sandbox.clock import SandboxClock
from sandbox.telegram.acts_media import sample_picture
from tests.scenarios import world as worlds
from tests.scenarios.buyers import Buyer, a_buyer
from tests.scenarios.canaries import Canaries, a_drawing, a_photo, all_parts, insides, without_chance
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.doing import fills, monday_morning
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Staff
from tests.scenarios.world import GROUP, Setting, World, a_world
from tests.support.postgres import drop_database, fresh_database

CARLA = "carla@customer.example"
PRICE = "7351.77"
BEGUN = float(int(time.time()))
VOLATILE = {"date", "server", "content-length"}
"""The rest of the headers is compared; how long an answer is, is compared with the answer."""
ROUTES = ("", "/live", "/seen", "/messages", "/pictures/x", "?messages=all")


class StillClock(SandboxClock):
    """Stands still between two steps of the dialog; no instant comes twice, as on platforms."""

    def __init__(self, start: datetime | None = None) -> None:
        self._asked = itertools.count(1)
        super().__init__(start)

    def time(self) -> float:
        """Seconds since 1970; only `advance` makes more than microseconds of difference."""
        return BEGUN + self._offset_seconds + next(self._asked) * 1e-6


@dataclass
class Story:
    """One run: what the customer got, in order, and the marks that they must not have got."""

    marks: Canaries
    told: list[str] = field(default_factory=list)
    files: list[bytes] = field(default_factory=list)

    async def looks(self, carla: Buyer, step: str) -> None:
        """Everything that can be fetched now, under the link and under the cookie."""
        shown = await carla.opens()
        addresses = [one for one in carla.addresses() if one.startswith("/c/") and "#" not in one]
        base = next(one.action for one in carla.forms()).rpartition("/")[0]
        base = base.partition("/drawings")[0]
        link = carla.link.removeprefix(carla.world.address)
        self.told.append(f"{step}\n{carla.status} {_heads(carla.headers)}\n{shown}")
        for address in dict.fromkeys([*(f"{base}{end}" for end in ROUTES), f"{link}/live", *addresses]):
            status, headers, body = await carla.gets(address)
            self.files += [body, *insides(body)]
            is_text = headers.get("content-type", "").startswith(("text/", "application/json"))
            self.told.append(f"{address} {status} {_heads(headers)} {body.decode() if is_text else body.hex()}")

    def did(self, carla: Buyer, what: str, status: int) -> None:
        """What the customer did and was answered."""
        self.told.append(f"{what} {status} {_heads(carla.headers)} {carla.html}")

    def mailed(self, world: World) -> None:
        """All mails so far; which of two goes first that are due together is the worker's."""
        for mail in sorted(
            world.mail.to(CARLA), key=lambda one: (one.message["date"].datetime, one.message["subject"])
        ):
            # Where quoted-printable breaks a line it may break a token.
            self.told += [re.sub(r"(?<!=)=\r\n", "", mail.raw.decode()), *all_parts(mail.message)]


def _heads(headers: dict[str, str]) -> str:
    return str(sorted((name, value) for name, value in headers.items() if name not in VOLATILE))


Private = Callable[[Case, Canaries, str], Awaitable[None]]


async def nothing(_case: Case, _marks: Canaries, _step: str) -> None:
    """The Cutr-only chat stays empty."""


async def as_it_is(case: Case, marks: Canaries, step: str) -> None:
    """People write, note, send files and pictures where the customer does not read."""
    bram, here = Staff(case.world, "bram"), await case.jan.topic(case.order, CUTR_ONLY)
    await case.jan.says(case.order, CUTR_ONLY, f"The margin is thin {marks(f'Jan{step}')}")
    await case.piet.says(case.order, CUTR_ONLY, marks(f"Piet{step}"))
    await case.anna.writes(case.order, CUTR_ONLY, f"Push him {marks(f'Anna{step}')}")
    await bram.writes(case.order, CUTR_ONLY, marks(f"Bram{step}"))
    await case.anna.writes(case.order, WITH_CUSTOMER, f"note: {marks(f'Note{step}')}")
    color = f"#{(len(marks.made) * 7919 + ord(marks.salt[0])) % 0xFFFFFF:06x}"
    for caption in (f"finished {marks(f'Caption{step}')}", f"production drawing {marks(f'Drawn{step}')}"):
        await case.world.telegram.send_document(
            case.jan.user, GROUP, here, a_photo(marks, color), filename=f"{marks(f'Name{step}')}.jpg", caption=caption
        )
        color = f"#{int(color[1:], 16) ^ 0x3F3F3F:06x}"
    held = await case.world.slack.store_file("anna", f"{marks(f'Cost{step}')}.pdf", a_drawing(marks))
    root = await case.anna.root(case.order, CUTR_ONLY)
    await case.world.slack.post_as("anna", case.anna.channel, marks(f"Sheet{step}"), root, [held])
    # Words from Slack wait a moment for what was written before them, and here the clock stands still.
    case.world.clock.advance(timedelta(seconds=2))
    await case.world.settled()


async def otherwise(case: Case, marks: Canaries, step: str) -> None:
    """Three times as much, and all of it different."""
    for number in range(3):
        await as_it_is(case, marks, f"{step}x{number}")


@dataclass
class Life:
    """An order from its beginning to its end, with everything a customer can be shown."""

    case: Case
    carla: Buyer
    story: Story
    private: Private
    inner: Canaries
    """Marks that are the same in every run: in what is said of the order, and in files that the customer does get."""

    async def step(self, name: str, minutes: float = 2) -> None:
        """Everybody but the customer talks among themselves; then time passes, and the customer looks."""
        world = self.case.world
        await world.settled()
        ends = world.clock.now() + timedelta(minutes=minutes)
        await self.private(self.case, self.story.marks, name)
        await world.wait(seconds=(ends - world.clock.now()).total_seconds())
        await self.story.looks(self.carla, name)

    async def talk(self) -> None:
        """Words and a photo go both ways."""
        case, carla = self.case, self.carla
        status = await carla.sends("/messages", sample_picture(640, 480), text="Is the oak oiled?")
        self.story.did(carla, "writes", status)
        await case.world.settled()
        await case.jan.says(case.order, WITH_CUSTOMER, "The oak is in")
        await case.world.settled()
        await case.anna.writes(case.order, WITH_CUSTOMER, "We look at it tomorrow")
        await self.step("Talked", 6)

    async def file(self) -> None:
        """Photos and drawings come; one drawing is rejected."""
        case, world = self.case, self.case.world
        there = await case.jan.topic(case.order, WITH_CUSTOMER)
        for content, name, caption in (
            (a_photo(self.inner, "peru"), "Finished.jpg", "finished"),
            (a_photo(self.inner, "snow"), "Plan.jpg", "production drawing"),
            (a_drawing(self.inner), "Plan.pdf", "production drawing"),
        ):
            await world.telegram.send_document(case.jan.user, GROUP, there, content, filename=name, caption=caption)
            await world.settled()
            await world.wait(minutes=2)
        await self.step("Filed", 20)
        drawing = next(one.action for one in self.carla.forms() if "/drawings/" in one.action)
        status = await self.carla.sends(drawing, verdict="reject", note="The sink is 60 cm wide")
        self.story.did(self.carla, "judges", status)

    async def plan(self) -> None:
        """Dates are set and moved: one that is the customer's to know, with its reason, and one that is not."""
        put, task = self.case.world.rest, f"/orders/{self.case.order}/tasks"
        await put("PUT", f"{task}/completion_date", value="2035-01-20")
        await put("PUT", f"{task}/completion_date", value="2035-01-22", reason=self.inner("CompletionReason"))
        for day, reason in (("2035-01-25", {}), ("2035-01-29", {"reason": "The varnish must dry"})):
            await put("PUT", f"{task}/delivery_schedule", value={"method": "delivery", "date": day}, **reason)
        await self.step("Planned")

    async def deliver(self, name: str) -> None:
        """It is ready and there, both for reasons that are Cutr's own."""
        for status in ("ready", "delivered"):
            reason = self.inner(f"{name}{status}")
            path = f"/orders/{self.case.order}/status"
            await self.case.world.rest("POST", path, status=status, reason=reason, override=True)
        await self.step(name)

    async def complain(self) -> None:
        """Something is wrong and is to be repaired, for a reason that is between Cutr and the workshop."""
        case, carla, photo = self.case, self.carla, sample_picture(900, 650, "red")
        status = await carla.sends("/feedback", photo, category="finish", text="A scratch")
        self.story.did(carla, "complains", status)
        await case.world.settled()
        await case.world.wait(minutes=1)
        told = await case.anna.sees(case.order, CUTR_ONLY, "A scratch")
        await case.anna.presses(told, "Have it repaired")
        await fills(case.anna, f"Repair {case.order}", reason=self.inner("RepairReason"))
        await self.step("Repaired")

    async def end(self) -> None:
        """Everything is fine."""
        self.story.did(self.carla, "is glad", await self.carla.sends("/fine"))
        await self.step("Ended", 30)


async def lived_through(world: World, story: Story, private: Private) -> None:
    """The whole life, and the mails of it."""
    inner = Canaries("S")
    await monday_morning(world)
    case = await an_assigned_order(world, price=PRICE, notes=inner("OrderNotes"))
    async with a_buyer(world) as carla:
        life = Life(case, carla, story, private, inner)
        await life.step("Begun")
        await life.talk()
        await life.file()
        await life.plan()
        await life.deliver("Delivered")
        await life.complain()
        await life.deliver("Again")
        await life.end()
    story.mailed(world)
    story.marks.made |= inner.made


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Three empty folders."""
    made = [tmp_path / f"run-{number}" for number in range(3)]
    for folder in made:
        folder.mkdir()
    return made


@pytest.fixture
def databases(setting: Setting, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Three empty databases."""
    if setting.database == "sqlite":
        yield [f"sqlite:///{tmp_path}/{number}.db" for number in range(3)]
        return
    urls = [fresh_database(request.getfixturevalue("postgres_url")) for _ in range(3)]
    yield urls
    for url in urls:
        drop_database(url)


@pytest.mark.timeout(300)
async def test_no_byte_depends_on_the_inner_chat_and_no_mark_of_it_is_found(
    setting: Setting, databases: list[str], folders: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worlds, "SandboxClock", StillClock)
    stories: list[Story] = []
    for number, private in enumerate((as_it_is, otherwise, nothing)):
        story = Story(Canaries("ABC"[number]))
        async with a_world(setting, folders[number], databases[number]) as world:
            world.soon = timedelta(0)
            await lived_through(world, story, private)
        stories.append(story)

    first, other, empty = (without_chance(story.told) for story in stories)
    assert len(first) > 80
    for shown in (first, other):
        assert [one for one in shown if one not in set(empty)] == []
        assert shown == empty
    for story in stories:
        everything: list[str | bytes] = [*story.told, *story.files]
        assert [found for one in everything for found in story.marks.found_in(one)] == []
        assert [one for one in without_chance(story.told) if "7351" in one or "7,351" in one or "Bram" in one] == []
    assert len(stories[1].marks.made) > 2 * len(stories[0].marks.made) > 100
