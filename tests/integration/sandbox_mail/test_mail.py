import asyncio
import ssl
import subprocess
from collections.abc import AsyncIterator
from email.message import EmailMessage
from pathlib import Path

import aiosmtplib
import pytest

from sandbox.clock import SandboxClock
from sandbox.ledger import Ledger
from sandbox.mail import MailFault, MailSandbox


def a_mail(to: str = "klant@example.org") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Cutr <orders@cutr.example>", to, "Uw bestelling ✓"
    mail.set_content("Beste klant,\n.\nDe groeten\n")
    mail.add_alternative("<p>Beste klant</p>", subtype="html")
    return mail


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(SandboxClock())


@pytest.fixture
async def box(ledger: Ledger) -> AsyncIterator[MailSandbox]:
    sandbox = MailSandbox(SandboxClock(), ledger)
    yield sandbox
    await sandbox.stop()


async def test_a_mail_is_kept_with_its_envelope(box: MailSandbox, ledger: Ledger) -> None:
    port = await box.start()
    await aiosmtplib.send(a_mail(), hostname="127.0.0.1", port=port, sender="bounce@cutr.example")
    await box.wait_for(lambda: box.messages)
    mail = box.to("KLANT@example.org")[0]
    assert mail.sender == "bounce@cutr.example"
    assert mail.message["Subject"] == "Uw bestelling ✓"
    assert mail.body == "Beste klant,\n.\nDe groeten\n"
    assert ledger.entries("send", "mail")[0].accepted


async def test_greylisting_passes_the_second_time(box: MailSandbox) -> None:
    port = await box.start()
    box.add_fault(MailFault("greylist", to="klant@example.org"))
    with pytest.raises(aiosmtplib.SMTPRecipientsRefused) as caught:
        await aiosmtplib.send(a_mail(), hostname="127.0.0.1", port=port)
    assert caught.value.recipients[0].code == 451
    await aiosmtplib.send(a_mail(), hostname="127.0.0.1", port=port)
    assert len(box.messages) == 1


async def test_a_refused_recipient(box: MailSandbox, ledger: Ledger) -> None:
    port = await box.start()
    box.add_fault(MailFault("refuse", to="klant@example.org"))
    with pytest.raises(aiosmtplib.SMTPRecipientsRefused) as caught:
        await aiosmtplib.send(a_mail(), hostname="127.0.0.1", port=port)
    assert caught.value.recipients[0].code == 550
    await aiosmtplib.send(a_mail("other@example.org"), hostname="127.0.0.1", port=port)
    assert [entry.accepted for entry in ledger.entries("send")] == [False, True]


@pytest.mark.parametrize(("kind", "kept"), [("drop_after_dot", 0), ("accept_then_drop", 1)])
async def test_the_line_breaks_after_the_final_dot(box: MailSandbox, kind: str, kept: int) -> None:
    port = await box.start()
    box.add_fault(MailFault(kind))  # type: ignore[arg-type]
    with pytest.raises(aiosmtplib.SMTPServerDisconnected):
        await aiosmtplib.send(a_mail(), hostname="127.0.0.1", port=port)
    assert len(box.messages) == kept


@pytest.fixture
async def contexts(tmp_path: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The server's and the client's side of a certificate made for the test."""
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(certificate)]
    made += ["-subj", "/CN=localhost", "-days", "2", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    await asyncio.to_thread(subprocess.run, made, check=True, capture_output=True)
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate, key)
    trust = ssl.create_default_context(cafile=certificate)
    return tls, trust


async def test_tls_from_the_first_byte(contexts: tuple[ssl.SSLContext, ssl.SSLContext], ledger: Ledger) -> None:
    box = MailSandbox(SandboxClock(), ledger, smtps=contexts[0])
    port = await box.start()
    try:
        await aiosmtplib.send(a_mail(), hostname="localhost", port=port, use_tls=True, tls_context=contexts[1])
        assert len(box.messages) == 1
    finally:
        await box.stop()


async def test_starttls_and_login(contexts: tuple[ssl.SSLContext, ssl.SSLContext], ledger: Ledger) -> None:
    tls, trust = contexts
    box = MailSandbox(SandboxClock(), ledger, tls=tls, login=("cutr", "secret"))
    port = await box.start()
    address = {"hostname": "127.0.0.1", "port": port, "start_tls": True, "tls_context": trust}
    try:
        await aiosmtplib.send(a_mail(), username="cutr", password="secret", **address)  # type: ignore[arg-type]
        with pytest.raises(aiosmtplib.SMTPAuthenticationError):
            await aiosmtplib.send(a_mail(), username="cutr", password="wrong", **address)  # type: ignore[arg-type]
        with pytest.raises(aiosmtplib.SMTPException):
            await aiosmtplib.send(a_mail(), hostname="127.0.0.1", port=port, start_tls=False)
        assert len(box.messages) == 1
    finally:
        await box.stop()
