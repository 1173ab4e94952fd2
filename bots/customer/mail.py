"""Sends mails over SMTP, one connection each. What they say is in `bots.customer.letters`.

Encryption is demanded everywhere but on loopback, where nobody stands in between (product.md "Settings", `SMTP_URL`).
The Message-ID and the date are the posting's own, so a mail that is sent again after an unknown outcome is the same
mail to the reader's programme (reliability.md I11). The only recipient is the place's address (T32).
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from email import policy
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from ipaddress import ip_address
from typing import Final
from urllib.parse import unquote, urlsplit

import aiosmtplib

from bots.customer.letters import CustomerUrl, Letter, letter_for
from bots.outgoing import SendLater, SendRefused, SendUnknown, Sent
from core.notices import ChatMail
from core.parcels import Parcel

SOON: Final = 60.0
TIMEOUT: Final = 30.0
FAREWELL: Final = 5.0
PORTS: Final = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailRoad:
    """Where mail is handed in, read from `SMTP_URL`; the password is in no representation of it."""

    host: str
    port: int
    implicit_tls: bool
    username: str | None = None
    password: str | None = field(default=None, repr=False)

    @classmethod
    def from_url(cls, url: str) -> MailRoad:
        """Read `smtp://…` or `smtps://…`, with percent-encoded credentials. Raises ValueError for anything else."""
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname:
            raise ValueError("SMTP_URL must begin with smtp:// or smtps:// and name a host")
        port = parts.port or (25 if parts.scheme == "smtp" and _is_loopback(parts.hostname) else PORTS[parts.scheme])
        username = unquote(parts.username) if parts.username else None
        password = unquote(parts.password) if parts.password else None
        return cls(parts.hostname, port, parts.scheme == "smtps", username, password)

    @property
    def is_loopback(self) -> bool:
        """Whether the way to the server never leaves this machine."""
        return _is_loopback(self.host)

    def client(self, timeout: float) -> aiosmtplib.SMTP:
        """A client that is not connected yet. Off loopback it goes on only with TLS and a certificate that fits."""
        starttls = None if self.is_loopback else True
        return aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            username=self.username,
            password=self.password,
            use_tls=self.implicit_tls,
            start_tls=False if self.implicit_tls else starttls,
            validate_certs=not self.is_loopback,
            timeout=timeout,
        )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class MailSender:
    """The way out to mailboxes: a `Sender`. `customer_url` makes the link to an order's page."""

    def __init__(self, smtp_url: str, mail_from: str, customer_url: CustomerUrl, *, timeout: float = TIMEOUT) -> None:
        self._road = MailRoad.from_url(smtp_url)
        self._from = mail_from
        self._customer_url = customer_url
        self._timeout = timeout

    async def send(self, parcel: Parcel) -> Sent:
        """Send one mail to the place's address. Raises `SendTrouble`; the id returned is the Message-ID."""
        if isinstance(parcel.notice, ChatMail) and not parcel.unread:
            # The customer has read it on the page, or it was taken back: there is nothing to write.
            return Sent()
        letter = letter_for(parcel, self._customer_url)
        mail = envelope(letter, parcel, self._from)
        async with self._connected() as client:
            await self._hand_in(client, mail, parcel.place.channel)
        return Sent((str(mail["Message-ID"]),), words=letter.words)

    async def look_up(self, parcel: Parcel) -> Sent | None:  # noqa: ARG002 - the port's signature
        """None: nobody can ask a mail server what it took. The mail goes again under the same Message-ID."""
        return None

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[aiosmtplib.SMTP]:
        client = self._road.client(self._timeout)
        try:
            await client.connect()
        except aiosmtplib.SMTPAuthenticationError as trouble:
            raise SendLater(SOON, f"not_signed_in: {trouble.code}", lane_wide=True) from None
        except (aiosmtplib.SMTPException, OSError, ssl.SSLError) as trouble:
            raise SendLater(SOON, _down(trouble), lane_wide=True) from None
        try:
            yield client
            # What was handed in is handed in: a server that is rude at the farewell changes nothing.
            with suppress(aiosmtplib.SMTPException, OSError):
                await client.quit(timeout=FAREWELL)
        finally:
            client.close()

    async def _hand_in(self, client: aiosmtplib.SMTP, mail: EmailMessage, to: str) -> None:
        sender = parseaddr(self._from)[1]
        data = mail.as_bytes(policy=policy.SMTPUTF8 if _needs_utf8(to) else policy.SMTP)
        await self._announce(client, sender, to)
        try:
            await client.data(data)
        except aiosmtplib.SMTPResponseException as answer:
            raise _judged(answer) from None
        except (aiosmtplib.SMTPException, OSError) as trouble:
            # The final dot may have arrived (RFC 1047).
            raise SendUnknown(f"no_answer: {type(trouble).__name__}") from None

    async def _announce(self, client: aiosmtplib.SMTP, sender: str, to: str) -> None:
        utf8 = _needs_utf8(to)
        if utf8 and not client.supports_extension("smtputf8"):
            raise SendRefused("address_refused", breaks_place=True)
        try:
            await client.mail(sender, options=["SMTPUTF8"] if utf8 else [], encoding="utf-8" if utf8 else "ascii")
            await client.rcpt(_routable(to), encoding="utf-8" if utf8 else "ascii")
        except aiosmtplib.SMTPResponseException as answer:
            raise _judged(answer) from None
        except (aiosmtplib.SMTPException, OSError) as trouble:
            raise SendLater(SOON, _down(trouble)) from None


def envelope(letter: Letter, parcel: Parcel, mail_from: str) -> EmailMessage:
    """The whole mail. Raises `SendRefused` when the address can stand in no header."""
    name, sender = parseaddr(mail_from)
    mail = EmailMessage()
    try:
        mail["From"] = Address(display_name=name, addr_spec=sender)
        mail["To"] = _recipient(parcel.place.channel)
    except (ValueError, MessageError, IndexError):
        raise SendRefused("address_refused", breaks_place=True) from None
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(parcel.posting.created_at)
    mail["Message-ID"] = f"<{parcel.posting.id}@{sender.rpartition('@')[2]}>"
    # No out-of-office answer shall come back (RFC 3834).
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = parcel.language
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    return mail


def _recipient(address: str) -> Address:
    """The address as a header holds it. Raises ValueError or MessageError when it is none.

    The library reads no letters but ASCII before the @, so the shape is checked with others put in their places.
    """
    ascii_shape = "".join(sign if sign.isascii() else "x" for sign in _routable(address))
    Address(addr_spec=ascii_shape)
    local, _, domain = _routable(address).rpartition("@")
    return Address(username=local, domain=domain) if _needs_utf8(address) else Address(addr_spec=ascii_shape)


def _routable(address: str) -> str:
    """The address with its domain in ASCII; the part before the @ stays as it is. Raises `SendRefused`."""
    local, _, domain = address.rpartition("@")
    try:
        return f"{local}@{domain if domain.isascii() else domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        raise SendRefused("address_refused", breaks_place=True) from None


def _needs_utf8(address: str) -> bool:
    return not address.rpartition("@")[0].isascii()


def _judged(answer: aiosmtplib.SMTPResponseException) -> SendLater | SendRefused:
    """4yz: the same mail may be taken later; 5yz: never (RFC 5321, 4.2.1)."""
    told = f"{answer.code} {answer.message}"[:200]
    if 400 <= answer.code < 500:
        return SendLater(SOON, told)
    about_address = isinstance(answer, aiosmtplib.SMTPRecipientRefused)
    return SendRefused(f"address_refused: {told}" if about_address else told, breaks_place=about_address)


def _down(trouble: Exception) -> str:
    if "STARTTLS" in str(trouble):
        return "no_encryption"
    if isinstance(trouble, ssl.SSLError) or isinstance(trouble.__cause__, ssl.SSLError):
        return "bad_certificate"
    return f"mail_server_away: {type(trouble).__name__}"
