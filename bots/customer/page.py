"""The customer's page behind an unguessable link: status, delivery, milestones. Looking changes nothing.

Everything shown is escaped by the template; no script, no frame, no referrer, no search engine (reliability.md T13).
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, Template, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bots.customer.links import CustomerLinks
from bots.texts import say
from core.orders import Status, TaskKey
from core.ports import Database, StorageAway, Store
from core.views import OrderView, order_view

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
}
ZONE = ZoneInfo("Europe/Amsterdam")


def routes(database: Database, links: CustomerLinks) -> list[Route]:
    """The page's routes."""

    async def show(request: Request) -> Response:
        token = request.path_params["token"]

        def job(store: Store) -> OrderView | None:
            order = links.order_behind(store, token)
            return order_view(store, order.id) if order is not None else None

        try:
            view = await database.read(job)
        except StorageAway:
            return HTMLResponse(nothing(say("api-storage-away")), 503, {**HEADERS, "Retry-After": "5"})
        if view is None:
            return HTMLResponse(nothing(say("page-not-found")), 404, HEADERS)
        return HTMLResponse(render(view), headers=HEADERS)

    return [Route("/c/{token}", show, methods=["GET"])]


def render(view: OrderView) -> str:
    """The page of one order in its customer's language."""
    order, language = view.order, view.customer.language
    method, day = _delivery(view)
    until = order.feedback_until if order.status is Status.DELIVERED else None
    return template("order.html").render(
        language=language,
        title=say("page-title", language, reference=order.reference, title=order.title),
        heading=say("page-heading", language, reference=order.reference),
        name=order.title,
        words={key: say(f"page-{key}", language) for key in ("status", "delivery", "milestones")},
        status=say(f"page-status-{order.status}", language),
        delivery=_day(day) if day else say("page-delivery-open", language),
        method=say(f"page-method-{method}", language) if method else "",
        milestones=[(one.label, _day(one.date)) for one in view.milestones],
        feedback=say("page-feedback-until", language, until=_moment(until)) if until else "",
    )


def nothing(text: str) -> str:
    """A page that says why there is nothing to see."""
    heading = say("page-not-found-heading")
    return template("nothing.html").render(language="en", title=heading, heading=heading, text=text)


def _delivery(view: OrderView) -> tuple[str | None, date | None]:
    """How and when the goods come, once the partner has said so."""
    task = next((it for it in view.tasks if it.key is TaskKey.DELIVERY_SCHEDULE), None)
    if task is None or not isinstance(task.value, dict):
        return None, None
    return str(task.value.get("method") or "") or None, task.date


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _moment(instant: datetime) -> str:
    local = instant.astimezone(ZONE)
    return f"{_day(local.date())}, {local:%H:%M}"


@cache
def template(name: str) -> Template:
    """A page of this room, with everything escaped."""
    folder = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(loader=folder, autoescape=select_autoescape(default=True)).get_template(name)
