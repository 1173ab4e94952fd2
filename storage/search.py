"""Questions over all orders: `core.ports.Search`. The SQL is in `storage.search_statements`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from core.ports import OrderFilter, Page
from storage import search_statements as sql
from storage.moments import as_microseconds, from_microseconds
from storage.session import ReadingSession, Session


class SqlSearch:
    """Answers from indexed state."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._due = sql.DUE if isinstance(session, ReadingSession) else sql.DUE_LOCKED

    def orders(self, which: OrderFilter, after: str | None, limit: int) -> Page:
        form, params = _asked(which)
        total = int(self._session.rows(sql.count_of(form), params)[0][0])
        if after is not None:
            start = self._session.row(sql.CURSOR, {"id": after})
            if start is None:
                raise ValueError("not a cursor")
            params |= {"after_at": start[0], "after_n": start[1]}
        page = sql.page_after(form) if after is not None else sql.first_page(form)
        ids = [row[0] for row in self._session.rows(page, {**params, "most": limit + 1})]
        return Page(ids[:limit], ids[limit - 1] if len(ids) > limit else None, total)

    def due(self, now: datetime, limit: int) -> list[str]:
        return [row[0] for row in self._session.rows(self._due, {"now": as_microseconds(now), "most": limit})]

    def waiting(self, since: datetime, limit: int) -> list[str]:
        return [
            row[0] for row in self._session.rows(sql.WAITING_WORDS, {"since": as_microseconds(since), "most": limit})
        ]

    def set_aside(self) -> list[tuple[str, datetime, str, str]]:
        rows = self._session.rows(sql.SET_ASIDE, {})
        return [(reference, from_microseconds(at), platform, error) for reference, at, platform, error in rows]

    def ages(self, now: datetime) -> dict[str, float]:
        oldest = self._session.rows(sql.OLDEST_POSTING, {})[0][0]
        due = self._session.rows(sql.OLDEST_DEADLINE, {})[0][0]
        waiting = self._session.rows(sql.WAITING, {})[0][0]
        return {"outbox_oldest": _age(oldest, now), "deadline_oldest": _age(due, now), "outbox_waiting": float(waiting)}


def _age(since: int | None, now: datetime) -> float:
    return 0.0 if since is None else max(0.0, (as_microseconds(now) - since) / 1_000_000)


def _asked(which: OrderFilter) -> tuple[sql.Form, dict[str, Any]]:
    form: sql.Form = (
        which.active, which.status is not None, which.partner_id is not None, which.text is not None
    )  # fmt: skip
    params: dict[str, Any] = {"status": which.status, "partner": which.partner_id}
    if which.text is not None:
        words = which.text.strip().lower()
        for special in "!%_":
            words = words.replace(special, f"!{special}")
        params["text"] = f"%{words}%"
    return form, params
