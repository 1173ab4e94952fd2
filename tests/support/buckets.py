"""Two S3 servers of other people on loopback: rclone checks signatures, moto knows conditional writes."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import obstore
from obstore.store import S3Store

KEY = "cutrkey0123456789"
SECRET = "cutrsecret0123456789"
BUCKET = "orders"


@dataclass(frozen=True)
class Bucket:
    """A running server with one empty bucket."""

    endpoint: str

    def environment(self, secret: str = SECRET) -> dict[str, str]:
        """What a process would find in its environment."""
        return {"AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": secret, "AWS_REGION": "us-east-1",
                "AWS_ENDPOINT_URL": self.endpoint}  # fmt: skip

    def bare(self, prefix: str) -> S3Store:
        """The library without our store, to look and to spoil behind its back."""
        return S3Store(
            BUCKET, prefix=prefix, endpoint=self.endpoint, access_key_id=KEY, secret_access_key=SECRET,
            region="us-east-1", virtual_hosted_style_request=False, client_options={"allow_http": True},
        )  # fmt: skip


@contextmanager
def rclone(folder: Path) -> Iterator[Bucket]:
    """`rclone serve s3`; it takes no request that is not signed with our key."""
    (folder / BUCKET).mkdir(parents=True)
    port = _free_port()
    program = Path(sys.executable).with_name("rclone")
    command = [program, "serve", "s3", "--addr", f"127.0.0.1:{port}", "--auth-key", f"{KEY},{SECRET}",
               "--config", folder / "none.conf", "--quiet", folder]  # fmt: skip
    with _running([str(each) for each in command], port) as bucket:
        yield bucket


@contextmanager
def moto() -> Iterator[Bucket]:
    """Moto's server, in memory."""
    port = _free_port()
    program = f"from moto.server import main; main(['-H', '127.0.0.1', '-p', '{port}'])"
    with _running([sys.executable, "-W", "ignore", "-c", program], port) as bucket:
        asked = HTTPConnection("127.0.0.1", port)
        asked.request("PUT", f"/{BUCKET}")
        assert asked.getresponse().status == 200
        asked.close()
        yield bucket


@contextmanager
def _running(command: list[str], port: int) -> Iterator[Bucket]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield Bucket(f"http://127.0.0.1:{port}")
    finally:
        process.kill()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, "the S3 server ended"
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("the S3 server does not answer")


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


def overwrite(bucket: Bucket, prefix: str, key: str, content: bytes) -> None:
    obstore.put(bucket.bare(prefix), key, content)
