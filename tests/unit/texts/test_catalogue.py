from bots.catalogue import CATALOGUE, SHORTCUTS, as_table, commands_for, every_row, row_of, rows
from bots.texts import say
from core.people import Actor, Role


def an_actor(role: Role) -> Actor:
    return Actor(role, "telegram:1", "Jan")


def test_help_is_made_for_this_person() -> None:
    assert [row.name for row in commands_for("telegram", an_actor(Role.GUEST))] == ["help"]
    assert "todo" in {row.name for row in commands_for("telegram", an_actor(Role.COLLABORATOR))}
    assert {row.name for row in commands_for("slack", an_actor(Role.STAFF))} == {"orders", "order", "partner", "cutr"}
    assert commands_for("slack", an_actor(Role.ADMIN)) == []


def test_unlisted_commands_are_in_no_menu_but_known() -> None:
    listed = {row.name for row in commands_for("telegram", an_actor(Role.ADMIN))}
    assert {row.name for row in rows("telegram")} - listed == {"start", "link"}


def test_what_is_typed_puts_the_order_before_the_verb() -> None:
    offer, invite = row_of("slack", "order offer"), row_of("slack", "partner invite")
    assert offer is not None
    assert offer.typed == "/order REF offer"
    assert invite is not None
    assert invite.typed == "/partner invite NAME"
    assert row_of("slack", "order dance") is None


def test_names_fit_both_platforms() -> None:
    for row in CATALOGUE:
        assert row.name.isascii()
        assert row.name.islower()
        assert len(row.name) <= 32


def test_shortcut_labels_fit_slacks_menu() -> None:
    assert max(len(say(row.label_key)) for row in SHORTCUTS) <= 24
    assert max(len(say(row.text_key)) for row in SHORTCUTS) <= 150


def test_the_table_has_a_row_for_every_listed_command() -> None:
    table = as_table("slack").splitlines()
    assert len(table) == 2 + sum(row.platform == "slack" for row in every_row())
    assert table[2] == "| `/orders [filter or text]` | Lists orders: active, needs attention, by partner or by text |"
    assert "`/link" not in as_table("telegram")
