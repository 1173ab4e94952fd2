"""Everything that can be said has words in every language, and every placeholder is a field of what is said."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Final, get_args

import pytest

from bots.catalogue import SHORTCUTS, every_row
from bots.refusing import EXTRAS
from bots.texts import for_staff
from bots.wording import kebab, odd_markup
from core import refusals
from core.chats import Audience
from core.check_ins import CheckInAnswer, CheckInKey
from core.events import Event
from core.lifecycle import Verb
from core.notices import AnyShared, Notice, StaffAlert
from core.orders import DeclineReason, DelayReason, DeliveryMethod, FeedbackCategory, OfferState, Status, TaskKey
from core.people import Role
from core.refusals import Refusal
from core.timeline import DeadlineKind
from tests.house import ftl
from tests.house.tree import ROOT, parsed, sources

SHARED: Final = ("commands.ftl", "common.ftl", "mail.ftl", "notices.ftl", "refusals.ftl")
NOTICES: Final = tuple(kind for kind in get_args(Notice) if kind is not StaffAlert)
REFUSALS: Final = tuple(Refusal.__subclasses__())
MAILED: Final = (
    "AssignedMail", "TodosNudge", "TodosOverdue", "CheckInQuestion", "MissedMail", "CustomerLink",
    "DeliveryDateNotice", "OrderReady", "OrderDelivered", "FeedbackLastCall", "OrderApproved", "ChatMail",
)  # fmt: skip
VERBS: Final = (
    "offer_accept", "offer_decline", "decline", "task", "ready", "ready_yes", "delivered", "delivered_yes",
    "kickoff", "milestone_no", "delay", "todo", "files", "slip", "retry", "undo", "send_now", "vouch", "drop",
    "snooze", "wake", "approve", "reopen", "remake", "repair", "steer_cutr", "steer_customer", "cancel", "feedback",
    "milestones", "history", "upcoming", "offer",
    "assign", "staff_task", "move", "cal", "pick", "confirm", "cancel_ask", "order", "route", "language",
)  # fmt: skip
STEPS: Final = (
    "order_created", "order_offered", "offer_answered", "offer_ended", "order_assigned", "delivery_date_changed",
    "delay_reported", "milestone_changed", "kick_off_proposed", "kick_off_picked", "feedback_recorded",
    "reminders_snoozed", "check_in_asked", "check_in_answered", "check_in_silent", "staff_task_done",
    "message_edited", "message_deleted", "message_undone",
    "message_moved_here", "message_moved",
    "message_let_through", "message_dropped", "milestones_missing",
    "file_filed", "file_revised", "file_moved", "file_withdrawn", "file_approved", "file_rejected", "slip_made",
    "customer_link_renewed", "customer_link_revoked",
)  # fmt: skip
FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    "staff-task": ("check_in", "kick_off"),
    "answer": tuple(CheckInAnswer),
    "audience": tuple(Audience),
    "button": VERBS,
    "chat": tuple(Audience),
    "check-in": tuple(CheckInKey),
    "delay": tuple(DelayReason),
    "deadline": tuple(DeadlineKind),
    "decline": tuple(DeclineReason),
    "event": (*STEPS, *Verb, *DeadlineKind, *(f"task_{key}" for key in TaskKey), "other"),
    "feedback": tuple(FeedbackCategory),
    "language": tuple(folder.name for folder in ftl.FOLDERS),
    "left": ("to-go", "late", "days", "hours", "minutes"),
    "mail": ("open-page", "link-is-personal", "footer"),
    "method": tuple(DeliveryMethod),
    "notice": (
        *(kebab(kind.__name__) for kind in NOTICES),
        "todos-digest-line",
        "todos-digest-late",
        "todos-digest-more",
        "check-ins-digest-line",
        "check-ins-digest-more",
    ),
    "offer": tuple(OfferState),
    "refusal": tuple(kebab(kind.__name__) for kind in REFUSALS),
    "role": tuple(Role),
    "status": tuple(Status),
    "task": (*TaskKey, *(f"{key}-short" for key in TaskKey), "no_reference"),
    "topic": tuple(Audience),
}
# Families with an `other`, or picked by what the core raises: checked by what the code says below.
OPEN: Final = ("alert-", "error-", "field-", "language-", "refusal-bad-value-", "warning-")


def wanted(language: str = "en") -> set[str]:
    found = {f"{family}-{member}" for family, members in FAMILIES.items() for member in members}
    found |= {row.text_key for row in every_row()}
    found |= {key for row in SHORTCUTS for key in (row.label_key, row.text_key)}
    found |= {f"mail-{kebab(name)}-{part}" for name in MAILED for part in ("subject", "body")}
    found |= {f"{family}other" for family in ("alert-", "error-", "field-", "warning-")}
    return found if language == "en" else {key for key in found if not for_staff(key)}


@pytest.mark.parametrize("folder", ftl.FOLDERS, ids=lambda folder: folder.name)
def test_every_text_can_be_read(folder: Path) -> None:
    assert ftl.junk(folder) == []


@pytest.mark.parametrize("folder", ftl.FOLDERS, ids=lambda folder: folder.name)
def test_no_key_is_written_twice(folder: Path) -> None:
    assert [key for key, times in Counter(ftl.keys(folder)).items() if times > 1] == []


@pytest.mark.parametrize("folder", ftl.FOLDERS, ids=lambda folder: folder.name)
def test_everything_has_words(folder: Path) -> None:
    assert sorted(wanted(folder.name) - set(ftl.keys(folder))) == []


@pytest.mark.parametrize("folder", ftl.FOLDERS, ids=lambda folder: folder.name)
def test_no_words_are_left_over(folder: Path) -> None:
    code = _all_code()
    spare = [key for key in ftl.keys(folder, *SHARED) if key not in wanted() and not key.startswith(OPEN)]
    assert [key for key in spare if f'"{key}"' not in code] == []


@pytest.mark.parametrize("folder", ftl.FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("kind", NOTICES, ids=lambda kind: kind.__name__)
def test_a_notice_says_only_what_it_knows(kind: type, folder: Path) -> None:
    known = {field.name for field in fields(kind)}
    name = kebab(kind.__name__)
    for key in (f"notice-{name}", f"mail-{name}-subject", f"mail-{name}-body"):
        assert ftl.placeholders(folder, key) <= known


@pytest.mark.parametrize("folder", ftl.FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_a_refusal_says_only_what_it_knows(kind: type[Refusal], folder: Path) -> None:
    own = set(getattr(kind, "__dataclass_fields__", ()))
    key = f"refusal-{kebab(kind.__name__)}"
    for written in (name for name in ftl.keys(folder) if name == key or name.startswith(f"{key}-")):
        assert ftl.placeholders(folder, written) <= own | EXTRAS.get(kind, frozenset())


@pytest.mark.parametrize("folder", ftl.FOLDERS, ids=lambda folder: folder.name)
def test_alerts_and_errors_use_their_fields_only(folder: Path) -> None:
    alert = {field.name for field in fields(StaffAlert)}
    for key in ftl.keys(folder):
        if key.startswith("alert-"):
            assert ftl.placeholders(folder, key) <= alert, key
        if key.startswith("error-"):
            assert ftl.placeholders(folder, key) <= {"detail"}, key


@pytest.mark.parametrize("folder", ftl.FOLDERS, ids=lambda folder: folder.name)
def test_bold_always_ends_where_it_began(folder: Path) -> None:
    lines = "\n".join((folder / name).read_text("utf-8") for name in ("notices.ftl", "refusals.ftl", "mail.ftl"))
    written = re.sub(r"^\s*\*(?=\[)", "", re.sub(r"^#.*$", "", lines, flags=re.MULTILINE), flags=re.MULTILINE)
    assert [line for line in written.splitlines() if odd_markup(line)] == []


@pytest.mark.parametrize("folder", ftl.FOLDERS, ids=lambda folder: folder.name)
def test_the_platforms_limits_hold(folder: Path) -> None:
    said = {row.text_key: row.says(folder.name) for row in every_row()}
    assert [key for key, words in said.items() if len(words) > 256] == []


def test_what_the_core_refuses_has_words() -> None:
    known = set(ftl.keys(ROOT / "bots" / "texts" / "en"))
    missing = set()
    for _, given in _calls("BadValue"):
        field, problem = (*given, None, None)[:2]
        missing |= {f"field-{field}"} if field else set()
        missing |= {f"refusal-bad-value-{problem}"} if problem else set()
    assert sorted(missing - known) == []


def test_what_alarms_staff_has_words() -> None:
    known = set(ftl.keys(ROOT / "bots" / "texts" / "en"))
    alarms = {given[1] for _, given in _calls("StaffAlert") if len(given) > 1 and given[1]}
    alarms |= {given[0] for _, given in _calls("AlertStaff") if given and given[0]}
    assert sorted(f"alert-{key}" for key in alarms if f"alert-{key}" not in known) == []


def test_what_the_front_ends_say_is_written() -> None:
    known = set(ftl.keys(ROOT / "bots" / "texts" / "en"))
    said = {key for _, call in _sayings() for key in [_word(call.args[0])] if key is not None}
    begun = {start for _, call in _sayings() for start in [_beginning(call.args[0])] if start}
    assert sorted(said - known) == []
    assert sorted(start for start in begun if not any(key.startswith(start) for key in known)) == []


def test_what_the_customers_page_says_is_written() -> None:
    """The page's templates and its sheet have a `say` of their own, for the keys that begin with `page-`."""
    known = set(ftl.keys(ROOT / "bots" / "texts" / "en"))
    files = [*(ROOT / "bots" / "customer").rglob("*.html"), ROOT / "bots" / "customer" / "display.py"]
    said = {key for file in files for key in re.findall(r'\bsay\("([a-z_-]+)"', file.read_text("utf-8"))}
    assert len(said) > 30
    assert sorted(key for key in said if f"page-{key}" not in known) == []


@pytest.mark.parametrize("folder", ftl.FOLDERS, ids=lambda folder: folder.name)
def test_what_the_front_ends_say_gets_its_fields(folder: Path) -> None:
    short = []
    for place, call in _sayings():
        key = _word(call.args[0])
        given = {keyword.arg for keyword in call.keywords}
        # A mapping of fields, or `**fields`, is known only when it runs.
        if key is not None and len(call.args) < 3 and not given & {None, "fields"}:
            short += [f"{place}: {key} wants ${name}" for name in ftl.placeholders(folder, key) - given]
    assert short == []


def test_every_kind_of_entry_in_the_timeline_is_known() -> None:
    journal = (ROOT / "core" / "journal.py").read_text("utf-8")
    named = set(re.findall(r'Line\("([a-z_]+)"', journal))
    assert {f"event-{name}" for name in named} <= wanted()
    assert len(re.findall(r"case e\.", journal)) == len(get_args(Event))


def test_customers_hear_of_every_mailed_step() -> None:
    shared = {kind.__name__ for kind in get_args(AnyShared)}
    assert set(MAILED) - {"AssignedMail", "TodosNudge", "TodosOverdue", "CheckInQuestion", "MissedMail"} == shared - {
        "FeedbackHalfway", "MoneyQuestion",
    }  # fmt: skip


def test_refusals_are_all_in_their_module() -> None:
    assert {kind.__module__ for kind in REFUSALS} == {refusals.__name__}


def _calls(callee: str) -> Iterator[tuple[str, list[str | None]]]:
    """Each call of this name in core and front ends: where, and the positional arguments that are plain words."""
    for path in sources("core", "bots"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and _name_of(node.func) == callee:
                yield path.name, [_word(argument) for argument in node.args]


def _sayings() -> Iterator[tuple[str, ast.Call]]:
    for path in sources("bots"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                if node.func.id not in {"say", "compose"}:
                    continue
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def _beginning(node: ast.expr) -> str | None:
    return _word(node.values[0]) if isinstance(node, ast.JoinedStr) else None


def _name_of(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def _word(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _all_code() -> str:
    places = [*sources("bots"), *(ROOT / "bots").rglob("*.html")]
    return "\n".join(path.read_text("utf-8").replace("'", '"') for path in places)
