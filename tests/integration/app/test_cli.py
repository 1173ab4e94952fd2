"""The `cutr` command as a process: what it says, how it ends, and that it ends in good order."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SECRETS = {
    "CUTR_SECRET_KEY": "key-7391-of-the-house",
    "CUTR_API_TOKEN": "token-7391-of-the-platform",
    "SLACK_BOT_TOKEN": "xoxb-7391",
    "SLACK_SIGNING_SECRET": "signing-7391",
    "TELEGRAM_BOT_TOKEN": "7391:secret-7391",
    "TELEGRAM_WEBHOOK_SECRET": "hook-7391",
}
NOBODY = {"SLACK_API_URL": "http://127.0.0.1:9/api/", "TELEGRAM_API_URL": "http://127.0.0.1:9"}


def environment(folder: Path, **changes: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    database = {"CUTR_DATABASE_URL": f"sqlite:///{folder}/cutr.db", "SLACK_ORDERS_CHANNEL": "C1"}
    return {**kept, "PYTHONPATH": str(Path.cwd()), **SECRETS, **NOBODY, **database, **changes}


def cutr(folder: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bots.app.cli", *arguments],
        env=environment(folder, **changes), cwd=folder, text=True, capture_output=True, timeout=50, check=False,
    )  # fmt: skip


def test_everything_missing_is_named_and_the_code_is_two(tmp_path: Path) -> None:
    done = cutr(tmp_path, "web", CUTR_API_TOKEN="", SLACK_ORDERS_CHANNEL="")
    assert done.returncode == 2
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["CUTR_API_TOKEN", "SLACK_ORDERS_CHANNEL"]


def test_an_old_schema_is_refused_until_it_is_migrated_twice(tmp_path: Path) -> None:
    refused = cutr(tmp_path, "worker")
    assert (refused.returncode, "cutr migrate" in refused.stderr) == (2, True)
    assert [cutr(tmp_path, "migrate").returncode for _ in range(2)] == [0, 0]
    assert cutr(tmp_path, "replay", "NONE").returncode == 1


@pytest.mark.timeout(90)
@pytest.mark.parametrize("process", [("web", "--host", "127.0.0.1", "--port", "0"), ("worker",), ("clock",)])
def test_a_process_ends_in_good_order_and_tells_no_secret(tmp_path: Path, process: tuple[str, ...]) -> None:
    assert cutr(tmp_path, "migrate").returncode == 0
    started = subprocess.Popen(
        [sys.executable, "-m", "bots.app.cli", *process], env=environment(tmp_path), cwd=tmp_path, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert _settled(started.pid)
    started.send_signal(signal.SIGTERM)
    told, _ = started.communicate(timeout=20)
    assert started.returncode == 0, told
    assert "7391" not in told


def _settled(pid: int) -> bool:
    """Wait until the process sleeps in its event loop for a while (it catches SIGTERM from then on)."""
    for _ in range(200):
        status = Path(f"/proc/{pid}/status").read_text("utf-8")
        caught = int(next(line for line in status.splitlines() if line.startswith("SigCgt")).split()[1], 16)
        if caught & (1 << (signal.SIGTERM - 1)):
            return True
        time.sleep(0.05)
    return False
