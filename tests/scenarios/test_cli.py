"""The `cutr` command beside a running product: migrate, import, manifest, doctor, replay, and wrong settings."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bots.app.replaying import Replay, replay_with
from bots.slack.manifest import BOT_SCOPES
from tests.scenarios.cases import an_assigned_order
from tests.scenarios.people import CUTR_ONLY, flat
from tests.scenarios.world import BOT, GROUP, JAN, World

COLUMNS = (
    "reference,title,customer_name,customer_email,partner,assigned_at,ready_at,delivered_at,requested_delivery_date"
)


async def cutr(world: World, *arguments: str, **changes: str) -> tuple[int, str]:
    """Run the command as a process of its own with the world's settings; exit code and everything it said."""
    given = {name.upper(): str(value) for name, value in world.environment.items()}
    if world.setting.receivers == "http":
        given["CUTR_PUBLIC_URL"] = world.address
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path.cwd()), "COLUMNS": "200", **given, **changes}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bots.app.cli", *arguments, cwd=world.folder, env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    told, _ = await asyncio.wait_for(process.communicate(), 40)
    for secret in ("cutr_secret_key", "cutr_api_token", "slack_bot_token", "slack_signing_secret"):
        assert str(world.environment[secret]) not in told.decode()
    assert process.returncode is not None
    return process.returncode, told.decode()


async def test_migrate_twice_beside_a_running_process(world: World) -> None:
    case = await an_assigned_order(world)
    for _ in range(2):
        assert await cutr(world, "migrate") == (0, "The schema is up to date.\n")
    await case.jan.says(case.order, CUTR_ONLY, "Still here")
    await case.anna.sees(case.order, CUTR_ONLY, "Still here")


async def test_import_names_every_bad_row_and_may_be_repeated(world: World) -> None:
    await an_assigned_order(world)

    # The command is a process of its own with the machine's clock, which the world's has left behind.
    today = datetime.now(UTC)

    def ago(days: int) -> str:
        return f"{today - timedelta(days=days):%Y-%m-%dT09:00}"

    rows = [
        "I-1,Bench,Dora,dora@x.example,,,,,2035-03-01",
        f"I-2,Table,Dora,dora@x.example,Houtbouw BV,{ago(3)},,,",
        f"I-3,Chair,Dora,dora@x.example,Houtbouw BV,{ago(22)},{ago(13)},{ago(8)},",
        f"I-4,Stool,Dora,dora@x.example,Nobody BV,{ago(3)},,,",
        "I-5,,Dora,dora@x.example,,,,,",
        "I-6,Lamp,Dora,no address,,,,,",
        "I-7,Desk,Dora,dora@x.example,,,,,31-12-2035",
    ]
    file = world.folder / "orders.csv"
    file.write_text("\n".join([COLUMNS, *rows]), "utf-8")
    code, told = await cutr(world, "import", str(file))
    assert code == 1
    assert "100%" in told
    assert "3 brought in, 0 already there, 4 bad" in told
    assert "line 5: partner: no partners are called Nobody BV" in told
    assert "line 6: title: is missing" in told
    assert "line 7: “no address” is not a mail address" in told
    assert "line 8: requested_delivery_date: '31-12-2035' is no date such as 2030-01-31" in told
    statuses = {n: (await world.rest("GET", f"/orders/I-{n}"))["status"] for n in (1, 2, 3)}
    assert (statuses[1], statuses[2]) == ("draft", "in_production")
    assert statuses[3] in {"delivered", "approved"}, "by the world's clock its window may have closed"
    assert (await world.rest("GET", "/orders/I-3"))["feedback_until"].startswith(
        f"{today + timedelta(days=6):%Y-%m-%d}"
    )
    _, told = await cutr(world, "import", str(file))
    assert "0 brought in, 3 already there, 4 bad" in told
    assert (await world.rest("GET", "/orders?q=dora"))["total"] == 3


async def test_the_manifest_is_the_catalogue(world: World) -> None:
    code, told = await cutr(world, "slack-manifest", CUTR_PUBLIC_URL="https://orders.example")
    made = json.loads(told)
    assert code == 0
    assert {row["command"] for row in made["features"]["slash_commands"]} == {"/orders", "/order", "/partner", "/cutr"}
    assert {row["url"] for row in made["features"]["slash_commands"]} == {"https://orders.example/slack/events"}
    assert {row["callback_id"] for row in made["features"]["shortcuts"]} == {"file_this", "move_to", "retry"}
    assert made["oauth_config"]["scopes"]["bot"] == list(BOT_SCOPES)
    _, told = await cutr(world, "slack-manifest", CUTR_PUBLIC_URL="")
    assert json.loads(told)["settings"]["socket_mode_enabled"] is True


async def test_the_doctor_names_the_exact_fix_of_each_fault(world: World) -> None:
    await an_assigned_order(world)
    world.telegram.bot().has_privacy = False
    code, told = await cutr(world, "doctor")
    assert "FIX" not in told.replace("set this machine's clock", ""), told
    assert code == 0

    await world.slack.leave("bot", "orders")
    await world.slack.configure_app(scopes=world.slack.settings.scopes - {"users:read"})
    rights = ["can_manage_chat", "can_pin_messages", "can_delete_messages"]
    await world.telegram.promote(GROUP, int(BOT.partition(":")[0]), rights=rights, by=JAN)
    world.telegram.bot().has_privacy = True
    await world.mail.stop()
    code, told = await cutr(world, "doctor", CUTR_FILES_URL="file:///proc/nowhere")
    assert code == 1
    for fix in ("/invite @bot", "cutr slack-manifest", "missing users:read", "allow manage topics", "/setprivacy",
                "mend SMTP_URL", "CUTR_FILES_URL"):  # fmt: skip
        assert fix in told, fix
    _, told = await cutr(world, "doctor", TELEGRAM_BOT_TOKEN="1:wrong", SLACK_BOT_TOKEN="xoxb-wrong")
    assert "set TELEGRAM_BOT_TOKEN to the token that @BotFather shows" in told
    assert "set SLACK_BOT_TOKEN to the bot token" in told


class Broken:
    """A database on which every question of the listeners breaks."""

    async def read(self, _job: object) -> object:
        raise ZeroDivisionError("broken on purpose")

    run = read


async def test_an_update_that_breaks_is_kept_shown_and_replayed(world: World) -> None:
    case = await an_assigned_order(world)
    door = world.parts.slack_door
    assert door is not None
    sound, door.room.database = door.room.database, Broken()  # type: ignore[assignment]
    await case.anna.writes(case.order, CUTR_ONLY, "The drawing has changed")
    told = flat(await case.anna.sees_in_channel("tell the operator this reference"))
    found = re.search(r"kept under\W+(?:text )?(\w{8})", told)
    assert found is not None
    reference = found[1]
    await case.jan.sees_nothing_of(case.order, CUTR_ONLY, "drawing")
    # It blocks nobody, and a replay that breaks again loses nothing.
    await case.jan.says(case.order, CUTR_ONLY, "The next one is fine")
    await case.anna.sees(case.order, CUTR_ONLY, "The next one is fine")
    assert await replay_with(world.parts, reference) is Replay.FAILED_AGAIN
    assert f"cutr replay {reference}" in (await cutr(world, "doctor"))[1]

    door.room.database = sound
    code, told = await cutr(world, "replay", reference)
    assert (code, told.splitlines()[-1]) == (0, f"{reference} was handled again.")
    await case.jan.sees(case.order, CUTR_ONLY, "The drawing has changed")
    code, told = await cutr(world, "replay", reference)
    assert code == 1
    assert "Nothing is kept aside" in told
    assert len(case.jan.shown(await case.jan.topic(case.order, CUTR_ONLY), "drawing")) == 1


async def test_wrong_settings_are_all_named_at_once(world: World) -> None:
    code, told = await cutr(
        world, "run", CUTR_SECRET_KEY="", SLACK_BOT_TOKEN="nonsense", TELEGRAM_BOT_TOKEN="", SMTP_URL="http://x",
        CUTR_DATABASE_URL="mysql://x", CUTR_TELEGRAM_GROUP_PER_MINUTE="many",
    )  # fmt: skip
    assert code == 2
    for name in ("CUTR_SECRET_KEY", "TELEGRAM_BOT_TOKEN", "SMTP_URL", "CUTR_DATABASE_URL",
                 "CUTR_TELEGRAM_GROUP_PER_MINUTE"):  # fmt: skip
        assert f"\n{name}" in f"\n{told}", told
    assert "Traceback" not in told
