"""The SMTP server: STARTTLS and AUTH when asked for, faults on request, and a box to read.

Making certificates is the caller's business.
"""

import asyncio
import contextlib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any, Literal

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from sandbox.clock import SandboxClock
from sandbox.ledger import Ledger

FaultKind = Literal["greylist", "refuse", "drop_after_dot", "accept_then_drop"]
ANSWERS = {
    "greylist": "451 4.7.1 Greylisting in action, please come back later",
    "refuse": "550 5.1.1 The email account that you tried to reach does not exist",
}
RECIPIENT_KINDS = frozenset(ANSWERS)


@dataclass
class MailFault:
    """Trouble for mails to `to` (any when empty), `times` times.

    greylist: 451 at RCPT. refuse: 550 at RCPT. drop_after_dot: the connection breaks after the final dot and nothing is
    kept. accept_then_drop: the mail is kept, but the connection breaks before the answer.
    """

    kind: FaultKind
    to: str = ""
    times: int = 1
    answer: str = ""


@dataclass(frozen=True)
class ReceivedMail:
    """One mail with its envelope; `at` is aware UTC on the sandbox clock."""

    at: datetime
    sender: str
    recipients: tuple[str, ...]
    message: EmailMessage
    raw: bytes = field(repr=False)

    @property
    def body(self) -> str:
        """Return the plain text part with plain line ends, empty when there is none."""
        part = self.message.get_body(("plain",))
        return "" if part is None else str(part.get_content()).replace("\r\n", "\n")


class _Handler:
    def __init__(self, sandbox: "MailSandbox") -> None:
        self._sandbox = sandbox

    async def handle_RCPT(  # noqa: N802 - the name and arguments aiosmtpd calls with
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        fault = self._sandbox.take(RECIPIENT_KINDS, [address])
        if fault is not None:
            answer = fault.answer or ANSWERS[fault.kind]
            self._sandbox.record(str(envelope.mail_from), [address], answer, accepted=False)
            return answer
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        fault = self._sandbox.take({"drop_after_dot", "accept_then_drop"}, envelope.rcpt_tos)
        if fault is None or fault.kind == "accept_then_drop":
            self._sandbox.keep(envelope)
        else:
            self._sandbox.record(str(envelope.mail_from), envelope.rcpt_tos, "connection broken", accepted=False)
        if fault is not None and isinstance(server.transport, asyncio.WriteTransport):
            server.transport.abort()
        return "250 2.0.0 OK: queued"


class MailSandbox:
    """An SMTP server in the running event loop; without `login` any or no login is accepted.

    `tls` offers STARTTLS, `smtps` speaks TLS from the first byte.
    """

    def __init__(
        self,
        clock: SandboxClock,
        ledger: Ledger,
        *,
        tls: ssl.SSLContext | None = None,
        smtps: ssl.SSLContext | None = None,
        login: tuple[str, str] | None = None,
    ) -> None:
        self._clock = clock
        self._ledger = ledger
        self._tls = tls
        self._smtps = smtps
        self._login = login
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.BaseTransport] = set()
        self._changed = asyncio.Condition()
        self._faults: list[MailFault] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self.messages: list[ReceivedMail] = []

    async def start(self, *, host: str = "127.0.0.1", port: int = 0) -> int:
        """Listen and return the port; 0 takes a free one."""
        handler = _Handler(self)

        def session() -> SMTP:
            return _Smtp(self._connections, handler, **self._options())

        self._server = await asyncio.get_running_loop().create_server(session, host, port, ssl=self._smtps)
        found: int = self._server.sockets[0].getsockname()[1]
        return found

    def _options(self) -> dict[str, Any]:
        options: dict[str, Any] = {"hostname": "mail.sandbox", "enable_SMTPUTF8": True}
        if self._tls is not None:
            options["tls_context"] = self._tls
        if self._login is not None:
            options |= {"authenticator": self._authenticate, "auth_required": True}
            options["auth_require_tls"] = self._tls is not None
        return options

    def _authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any
    ) -> AuthResult:
        if not isinstance(data, LoginPassword) or self._login is None:
            return AuthResult(success=False)
        wanted = tuple(part.encode() for part in self._login)
        return AuthResult(success=(data.login, data.password) == wanted, handled=False)

    async def stop(self) -> None:
        """Stop listening and break what is open."""
        if self._server is not None:
            self._server.close()
            for transport in list(self._connections):
                transport.close()
            await self._server.wait_closed()
            self._server = None

    def add_fault(self, fault: MailFault) -> None:
        """Put one more fault at the end of the plan."""
        self._faults.append(fault)

    def clear_faults(self) -> None:
        """Forget faults that have not struck."""
        self._faults.clear()

    def take(self, kinds: frozenset[str] | set[str], recipients: list[str]) -> MailFault | None:
        """Return the fault that strikes these recipients, using it up once."""
        for fault in self._faults:
            if fault.kind in kinds and (not fault.to or fault.to.lower() in {one.lower() for one in recipients}):
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                return fault
        return None

    def keep(self, envelope: Envelope) -> None:
        """Put an accepted mail into the box."""
        raw = envelope.original_content or b""
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(raw)
        recipients = tuple(envelope.rcpt_tos)
        self.messages.append(ReceivedMail(self._clock.now(), str(envelope.mail_from), recipients, message, raw))
        self.record(str(envelope.mail_from), list(recipients), "250 2.0.0 OK: queued", accepted=True)

    def record(self, sender: str, recipients: list[str], answer: str, *, accepted: bool) -> None:
        """Write the ledger and wake who waits."""
        args = {"from": sender, "to": list(recipients)}
        self._ledger.record(platform="mail", method="send", args=args, result={"answer": answer}, accepted=accepted)
        task = asyncio.get_running_loop().create_task(self._notify())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def to(self, address: str) -> list[ReceivedMail]:
        """Return the mails for one recipient, oldest first."""
        return [mail for mail in self.messages if address.lower() in {one.lower() for one in mail.recipients}]

    async def wait_for(self, predicate: Callable[[], object], timeout: float = 5.0) -> None:
        """Return once the predicate holds; raises TimeoutError after `timeout` real seconds."""
        async with asyncio.timeout(timeout), self._changed:
            await self._changed.wait_for(predicate)


class _Smtp(SMTP):
    """A session that is known to the sandbox while it is open."""

    def __init__(self, connections: set[asyncio.BaseTransport], handler: _Handler, **options: Any) -> None:
        super().__init__(handler, **options)
        self._connections = connections
        self._mine: asyncio.BaseTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember the connection."""
        self._mine = transport
        self._connections.add(transport)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Forget the connection."""
        if self._mine is not None:
            self._connections.discard(self._mine)
        with contextlib.suppress(AttributeError):
            super().connection_lost(error)
