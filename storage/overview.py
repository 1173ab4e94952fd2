"""What staff ask about all orders at once: `core.concerns.Overview`. The SQL is in `storage.overview_statements`."""

from __future__ import annotations

from datetime import datetime

from core.concerns import OpenTodos, Said, Trouble, Why
from core.people import Party
from storage import overview_statements as sql
from storage.moments import as_microseconds, from_microseconds
from storage.session import Session


class SqlOverview:
    """Answers from indexed state."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def troubles(self, until: datetime, failed_since: datetime, most: int) -> list[Trouble]:
        rows = self._session.rows
        found = [
            Trouble(order_id, Why(why), from_microseconds(since))
            for order_id, why, since in rows(sql.CONCERNS, {"until": as_microseconds(until), "most": most})
        ]
        found += [
            Trouble(order_id or "", Why.UNREACHABLE, from_microseconds(since), partner_id)
            for order_id, since, partner_id in rows(sql.SILENT_PARTNERS, {"most": most})
        ]
        found += [
            Trouble(order_id, Why.UNREACHABLE if party == Party.PARTNER else Why.FAILED, from_microseconds(since))
            for order_id, party, since in rows(sql.BROKEN_PLACES, {"most": most})
        ]
        asked = {"failed_since": as_microseconds(failed_since), "most": most}
        return found + [
            Trouble(order_id, Why.FAILED, from_microseconds(since), message_id or "")
            for order_id, since, message_id in rows(sql.FAILED, asked)
        ]

    def done(self, since: datetime, until: datetime) -> list[str]:
        asked = _between(since, until)
        ids = [row[0] for statement in (sql.READY, sql.DELIVERED) for row in self._session.rows(statement, asked)]
        return list(dict.fromkeys(ids))

    def answered(self, since: datetime, until: datetime) -> list[tuple[str, datetime, datetime]]:
        rows = self._session.rows(sql.ANSWERED, _between(since, until))
        return [(partner, from_microseconds(sent), from_microseconds(answered)) for partner, sent, answered in rows]

    def said(self, since: datetime, until: datetime, most: int) -> list[Said]:
        rows = self._session.rows(sql.SAID, {**_between(since, until), "most": most})
        found = [Said(chat, partner, party, from_microseconds(at)) for chat, partner, party, at in rows]
        return sorted(found, key=lambda one: (one.chat_id, one.at))

    def open_todos(self, now: datetime) -> list[OpenTodos]:
        rows = self._session.rows(sql.OPEN_TODOS, {"now": as_microseconds(now)})
        return [OpenTodos(partner, int(count), int(late)) for partner, count, late in rows]


def _between(since: datetime, until: datetime) -> dict[str, int]:
    return {"since": as_microseconds(since), "until": as_microseconds(until)}
