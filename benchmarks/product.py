"""The measured things as processes: ours (`cutr run` on SQLite), a bare python-telegram-bot relay, a bare Bolt app."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SECRET = "benchmark-signing-secret"
HOOK = "benchmark-hook"
TOKEN = "benchmark-rest-token"
SECRET_KEY = "b" * 40
CUTR = str(Path(sys.executable).with_name("cutr"))


@dataclass(frozen=True, slots=True)
class Running:
    """A process that listens at `url`; `database_url` is its database, `folder` its files."""

    url: str
    process: subprocess.Popen[bytes]
    folder: Path
    database_url: str = ""

    def resident_mb(self) -> float:
        """Resident memory in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024


def environment(strangers: str, folder: Path, port: int = 0, database_url: str = "") -> dict[str, str]:
    """The product's settings against these strangers, with paces that are no limit."""
    return {
        **os.environ,
        "CUTR_DATABASE_URL": database_url or f"sqlite:///{folder}/cutr.db",
        "CUTR_FILES_URL": (folder / "files").as_uri(),
        "CUTR_PUBLIC_URL": f"http://127.0.0.1:{port or 1}",
        "CUTR_SECRET_KEY": SECRET_KEY,
        "CUTR_API_TOKEN": TOKEN,
        "SLACK_BOT_TOKEN": "xoxb-benchmark",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"{strangers}/api/",
        "SLACK_ORDERS_CHANNEL": "C0ORDERS",
        "TELEGRAM_BOT_TOKEN": "7000001:benchmark-telegram-token",
        "TELEGRAM_WEBHOOK_SECRET": HOOK,
        "TELEGRAM_API_URL": strangers,
        "CUTR_SLACK_CHANNEL_PER_MINUTE": "100000",
        "CUTR_TELEGRAM_GROUP_PER_MINUTE": "100000",
        "CUTR_TELEGRAM_CHAT_PER_MINUTE": "100000",
        "CUTR_TELEGRAM_TOTAL_PER_SECOND": "100000",
    }


@contextmanager
def started(command: list[str], env: dict[str, str], folder: Path, url: str) -> Iterator[Running]:
    """A process that answers at `url` (None: that merely runs), ended with the block."""
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(command, env=env, stdout=log, stderr=log, cwd=folder)
    running = Running(url, process, folder, env.get("CUTR_DATABASE_URL", ""))
    try:
        if url:
            _wait_until_up(running)
        yield running
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait_until_up(running: Running) -> None:
    port = urlsplit(running.url).port or 0
    for _ in range(600):
        if running.process.poll() is not None:
            raise RuntimeError((running.folder / "log").read_text()[-2000:])
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(running.url)


def free_port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def cutr(strangers: str, *roles: str, database_url: str = "") -> Iterator[Running]:
    """Our product: everything in one process with `run` (the default), or one of `web`, `worker`, `clock`.

    It begins with an empty database unless it is given one.
    """
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        env = environment(strangers, folder, port, database_url)
        command = [CUTR, *(roles or ("run",))]
        subprocess.run([CUTR, "migrate"], env=_with_path(env), check=True,
                       capture_output=True, cwd=folder)  # fmt: skip
        listens = not roles or roles[0] in {"run", "web"}
        more = ["--port", str(port)] if listens else []
        url = f"http://127.0.0.1:{port}" if listens else ""
        with started([*command, *more], _with_path(env), folder, url) as running:
            yield running


def _with_path(env: dict[str, str]) -> dict[str, str]:
    root = str(Path(__file__).parent.parent)
    return {**env, "PYTHONPATH": root}


@contextmanager
def bare(kind: str, strangers: str) -> Iterator[Running]:
    """A bare bot of `benchmarks.bare`: `telegram` or `slack`."""
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        env = _with_path({**os.environ, "STRANGERS": strangers, "PORT": str(port), "SIGNING": SECRET})
        url = f"http://127.0.0.1:{port}"
        with started([sys.executable, "-m", "benchmarks.bare", kind], env, folder, url) as running:
            yield running
