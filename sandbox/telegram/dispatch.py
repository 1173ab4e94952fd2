"""One call from name and arguments to an answer: faults on request, the ledger, the method.

HTTP itself is in `app.py`.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from sandbox.faults import Fault
from sandbox.telegram.args import Args
from sandbox.telegram.call import Call
from sandbox.telegram.errors import ApiError, not_found, too_many_requests
from sandbox.telegram.methods import BY_LOWER_NAME, METHODS
from sandbox.telegram.people import Json
from sandbox.telegram.world import Bot, World

CODES = {"Unauthorized": 401, "Forbidden": 403, "Not Found": 404, "Conflict": 409, "Too Many Requests": 429}
FRONT_PAGE = (
    "<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n</body>\r\n</html>"
)
FRONT_CODES = {502: "502 Bad Gateway", 503: "503 Service Temporarily Unavailable", 504: "504 Gateway Time-out"}
CUT_OFF = 0


@dataclass(frozen=True)
class Answer:
    """What goes back: JSON, or the HTML of the front servers; status 0 closes the connection unanswered."""

    status: int
    body: Json | str
    headers: dict[str, str] = field(default_factory=dict)


async def dispatch(world: World, bot: Bot, name: str, args: Args) -> Answer:
    """Carry out one call and return its answer; every outcome is an Answer."""
    method = BY_LOWER_NAME.get(name.lower())
    if method is None:
        return refusal(not_found("method not found"))
    shown = args.as_json()
    fault = world.faults.take(method, shown)
    if fault is not None and fault.kind in ("rate_limited", "server_error", "error"):
        answer = _failed(fault)
        _record(world, method, shown, answer, accepted=False)
        return answer
    answer = await _carry_out(Call(world, bot, args), method)
    accepted = answer.status == 200
    if fault is not None:
        answer = await _troubled(fault, answer)
    if method != "getUpdates" or _has_result(answer):
        _record(world, method, shown, answer, accepted=accepted)
    return answer


def _has_result(answer: Answer) -> bool:
    return not isinstance(answer.body, dict) or bool(answer.body.get("result", True))


def _record(world: World, method: str, args: Json, answer: Answer, *, accepted: bool) -> None:
    body = answer.body if isinstance(answer.body, dict) else {"status": answer.status, "html": answer.body}
    world.ledger.record(platform="telegram", method=method, args=args, result=body, accepted=accepted)
    world.changed()


async def _carry_out(call: Call, method: str) -> Answer:
    try:
        result: Any = await METHODS[method](call)
    except ApiError as error:
        return refusal(error)
    return Answer(200, {"ok": True, "result": result})


def refusal(error: ApiError) -> Answer:
    """Return the answer for a refusal, with Retry-After for a flood."""
    wait = error.parameters.get("retry_after")
    return Answer(error.code, error.as_json(), {} if wait is None else {"Retry-After": str(wait)})


def _failed(fault: Fault) -> Answer:
    if fault.kind == "rate_limited":
        return refusal(too_many_requests(fault.retry_after))
    if fault.kind == "error":
        code = CODES.get(fault.text.split(":")[0], 400)
        return refusal(ApiError(code, fault.text or "Bad Request"))
    if fault.status in FRONT_CODES:
        return Answer(fault.status, FRONT_PAGE.format(FRONT_CODES[fault.status]))
    if fault.status == CUT_OFF:
        return Answer(CUT_OFF, "")
    return refusal(ApiError(fault.status, "Internal Server Error"))


async def _troubled(fault: Fault, answer: Answer) -> Answer:
    """What a fault makes of an answer after the effect took place."""
    if fault.kind == "accepted_then_failed":
        return _failed(fault)
    if fault.kind == "slow":
        await asyncio.sleep(fault.after)
    if fault.kind == "wrong_thread" and isinstance(answer.body, dict):
        return Answer(answer.status, answer.body | {"result": _moved(answer.body.get("result"))})
    return answer


def _moved(result: Any) -> Any:
    if isinstance(result, list):
        return [_moved(one) for one in result]
    if isinstance(result, dict) and "chat" in result:
        return result | {"message_thread_id": result.get("message_thread_id", 0) + 7, "is_topic_message": True}
    return result
