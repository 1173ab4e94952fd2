"""The mail sender against a true SMTP server on loopback."""

import asyncio
import ssl
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.customer.mail import MailRoad, MailSender
from bots.outgoing import SendLater, SendRefused, SendTrouble, SendUnknown
from core.notices import CustomerLink
from sandbox.clock import SandboxClock
from sandbox.ledger import Ledger
from sandbox.mail import MailFault, MailSandbox
from tests.integration.mail.parcels import KLANT, LINK, a_parcel, link_of

SENDER = "Cutr orders <orders@cutr.example>"
# Reaches this machine, and is no loopback address: encryption is demanded there.
NOT_LOOPBACK = "0.0.0.0"  # noqa: S104 - connected to, not bound


@pytest.fixture
async def box() -> AsyncIterator[MailSandbox]:
    sandbox = MailSandbox(SandboxClock(), Ledger(SandboxClock()))
    yield sandbox
    await sandbox.stop()


def sender_to(port: int, host: str = "127.0.0.1", scheme: str = "smtp", login: str = "") -> MailSender:
    return MailSender(f"{scheme}://{login}{host}:{port}", SENDER, link_of, timeout=5)


async def trouble_of(sender: MailSender, to: str = KLANT) -> SendTrouble:
    with pytest.raises(SendTrouble) as caught:
        await sender.send(a_parcel(to=to))
    return caught.value


async def test_a_mail_arrives_in_both_forms(box: MailSandbox) -> None:
    sent = await sender_to(await box.start()).send(a_parcel())
    mail = box.to(KLANT)[0]
    assert mail.recipients == (KLANT,)
    assert mail.sender == "orders@cutr.example"
    assert mail.message["From"] == "Cutr orders <orders@cutr.example>"
    assert mail.message["Subject"] == "Your order A-1: Table"
    assert mail.message["Message-ID"] == "<po-1@cutr.example>" == sent.external_ids[0]
    assert mail.message["Date"] == "Thu, 31 Jan 2030 13:30:00 +0000"
    assert mail.message["Auto-Submitted"] == "auto-generated"
    assert "Hello Zoë Müller" in mail.body
    assert f"{LINK}-or1" in mail.body
    html = mail.message.get_body(("html",))
    assert html is not None
    assert f'href="{LINK}-or1"' in html.get_content()
    assert sent.words is not None
    assert LINK not in sent.words


async def test_greylisting_means_later_and_then_it_goes(box: MailSandbox) -> None:
    sender = sender_to(await box.start())
    box.add_fault(MailFault("greylist", to=KLANT))
    trouble = await trouble_of(sender)
    assert isinstance(trouble, SendLater)
    assert trouble.error.startswith("451")
    await sender.send(a_parcel())
    assert len(box.messages) == 1


async def test_an_address_that_does_not_exist_is_refused_for_good(box: MailSandbox) -> None:
    sender = sender_to(await box.start())
    box.add_fault(MailFault("refuse", to=KLANT))
    trouble = await trouble_of(sender)
    assert isinstance(trouble, SendRefused)
    assert trouble.breaks_place
    assert trouble.error.startswith("address_refused: 550")


async def test_a_break_after_the_final_dot_is_unknown_and_the_same_mail_goes_again(box: MailSandbox) -> None:
    sender = sender_to(await box.start())
    box.add_fault(MailFault("accept_then_drop"))
    assert isinstance(await trouble_of(sender), SendUnknown)
    assert await sender.look_up(a_parcel()) is None
    await sender.send(a_parcel())
    assert [mail.message["Message-ID"] for mail in box.messages] == ["<po-1@cutr.example>"] * 2


async def test_a_server_that_is_away_means_later_for_everybody(box: MailSandbox) -> None:
    port = await box.start()
    await box.stop()
    trouble = await trouble_of(sender_to(port))
    assert isinstance(trouble, SendLater)
    assert trouble.lane_wide


async def test_a_silent_server_is_left_in_time() -> None:
    gone = asyncio.Event()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        gone.set()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        sender = MailSender(f"smtp://127.0.0.1:{port}", SENDER, link_of, timeout=0.2)
        assert isinstance(await trouble_of(sender), SendLater)
        await gone.wait()


async def test_nothing_leaves_this_machine_unencrypted(box: MailSandbox) -> None:
    trouble = await trouble_of(sender_to(await box.start(), NOT_LOOPBACK))
    assert isinstance(trouble, SendLater)
    assert trouble.error == "no_encryption"
    assert box.messages == []


@pytest.fixture
async def tls(tmp_path: Path) -> ssl.SSLContext:
    """A server's side with a certificate that nobody has signed."""
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(certificate)]
    made += ["-subj", "/CN=localhost", "-days", "2", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    await asyncio.to_thread(subprocess.run, made, check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


async def test_a_certificate_that_nobody_signed_is_not_trusted_off_loopback(tls: ssl.SSLContext) -> None:
    box = MailSandbox(SandboxClock(), Ledger(SandboxClock()), tls=tls)
    port = await box.start()
    try:
        trouble = await trouble_of(sender_to(port, NOT_LOOPBACK))
        assert isinstance(trouble, SendLater)
        assert trouble.error == "bad_certificate"
        assert box.messages == []
    finally:
        await box.stop()


async def test_tls_from_the_first_byte(tls: ssl.SSLContext) -> None:
    box = MailSandbox(SandboxClock(), Ledger(SandboxClock()), smtps=tls)
    port = await box.start()
    try:
        await sender_to(port, scheme="smtps").send(a_parcel())
        trouble = await trouble_of(sender_to(port, NOT_LOOPBACK, scheme="smtps"))
        assert isinstance(trouble, SendLater)
        assert trouble.error == "bad_certificate"
        assert len(box.messages) == 1
    finally:
        await box.stop()


async def test_login_over_starttls(tls: ssl.SSLContext) -> None:
    box = MailSandbox(SandboxClock(), Ledger(SandboxClock()), tls=tls, login=("cutr@x", "se/cret"))
    port = await box.start()
    try:
        await sender_to(port, login="cutr%40x:se%2Fcret@").send(a_parcel())
        assert len(box.messages) == 1
        trouble = await trouble_of(sender_to(port, login="cutr%40x:wrong@"))
        assert isinstance(trouble, SendLater)
        assert trouble.error == "not_signed_in: 535"
    finally:
        await box.stop()


@pytest.mark.parametrize(
    "address",
    ["a@b.example\r\nBcc: all@example.org", "a@b.example, c@d.example", "", "no-at-sign", "a@" + "x" * 300 + "é.nl"],
)
async def test_an_address_can_not_smuggle_anything(box: MailSandbox, address: str) -> None:
    trouble = await trouble_of(sender_to(await box.start()), address)
    assert isinstance(trouble, SendRefused)
    assert trouble.error.startswith("address_refused")
    assert box.messages == []


async def test_a_title_can_not_smuggle_a_header(box: MailSandbox) -> None:
    sender = sender_to(await box.start())
    await sender.send(a_parcel(CustomerLink("A-1", "or1", "Tafel\r\nBcc: all@example.org\x00", "Zoë\r\n.\r\nQUIT")))
    mail = box.messages[0]
    assert mail.recipients == (KLANT,)
    assert mail.message["Bcc"] is None
    assert "Bcc" in mail.message["Subject"]
    assert "QUIT" in mail.body


@pytest.mark.parametrize("address", ["jürgen@example.org", "klant@münchen.example"])
async def test_addresses_of_all_languages(box: MailSandbox, address: str) -> None:
    await sender_to(await box.start()).send(a_parcel(to=address))
    assert len(box.messages) == 1


def test_the_password_is_in_no_representation() -> None:
    road = MailRoad.from_url("smtps://cutr:geheim@mail.example")
    assert (road.host, road.port, road.implicit_tls, road.password) == ("mail.example", 465, True, "geheim")
    assert "geheim" not in repr(road)


@pytest.mark.parametrize(
    ("url", "port"), [("smtp://mail.example", 587), ("smtp://localhost", 25), ("smtp://127.0.0.1:2525", 2525)]
)
def test_ports(url: str, port: int) -> None:
    assert MailRoad.from_url(url).port == port


@pytest.mark.parametrize("url", ["http://mail.example", "smtp://", "mail.example"])
def test_an_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="SMTP_URL"):
        MailRoad.from_url(url)
