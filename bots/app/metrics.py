"""What is counted for Prometheus in this process. Ages of queues are asked of the database when somebody looks."""

from __future__ import annotations

from functools import cache
from typing import Final

from prometheus_client import Counter, Gauge, Histogram

SENDS: Final = Counter("cutr_sends_total", "Sends by platform and outcome", ["platform", "outcome"])
UNKNOWN: Final = Counter("cutr_sends_unknown_total", "Sends of which nobody knows whether they arrived", ["platform"])
DOUBLES: Final = Counter(
    "cutr_possible_duplicates_total",
    "Sends repeated after an unknown outcome where nothing could be looked up",
    ["platform"],
)
SECONDS: Final = Histogram("cutr_send_seconds", "Duration of one send", ["platform"])
AGES: Final = Gauge("cutr_queue", "Ages in seconds and lengths of the queues in the database", ["what"])
TROUBLES: Final = Counter("cutr_bugs_total", "Errors kept under a reference", ["where"])


@cache
def sends_of(platform: str, outcome: str) -> Counter:
    """The counter of these sends; kept, because looking it up costs more than counting."""
    return SENDS.labels(platform, outcome)


@cache
def seconds_of(platform: str) -> Histogram:
    """The durations on this platform; kept likewise."""
    return SECONDS.labels(platform)
