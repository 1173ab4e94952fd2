"""A mail server on loopback that keeps what it is sent, for tests and the demo.

`MailSandbox(clock, ledger)` accepts any recipient; nothing is ever passed on.
"""

from sandbox.mail.server import MailFault, MailSandbox, ReceivedMail

__all__ = ["MailFault", "MailSandbox", "ReceivedMail"]
