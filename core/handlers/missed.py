"""The way round by mail: what a partner could not be told on Telegram is collected into one digest mail.

Written while something fails, sent ten minutes after the first of it and then at most every four hours; whoever is
back before that gets no mail, because everything waiting goes out then.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from core import notices as n
from core.chats import Place, PlaceState, Platform
from core.handlers.spots import held_postings, mailbox, say
from core.notice_data import CLASSES
from core.outbox import Posting, PostingState
from core.outbox_kinds import DELIVER
from core.people import Partner, Party
from core.work import Work

FIRST_AFTER = timedelta(minutes=10)
THEN_EVERY = timedelta(hours=4)
MOST_LISTED = 40
KIND = n.MissedMail.__name__


def note(work: Work, place: Place, posting: Posting) -> bool:
    """Something could not go to this place: whether it has joined the mail, or somebody else there reads it."""
    if place.party is not Party.PARTNER or place.platform is not Platform.TELEGRAM or place.partner_id is None:
        return False
    partner = work.store.partners.get(place.partner_id)
    if partner is None or (posting.kind != DELIVER and posting.kind not in CLASSES):
        return False
    if _is_read_elsewhere(work, place):
        return True
    boxes = _mailboxes(work, place, partner)
    for box in boxes:
        _collect(work, box, partner, posting)
    return bool(boxes)


def _is_read_elsewhere(work: Work, place: Place) -> bool:
    if place.chat_id is None:
        return False
    others = work.store.places.find(chat_id=place.chat_id, party=Party.PARTNER, state=PlaceState.OPEN)
    return any(other.id != place.id for other in others)


def _mailboxes(work: Work, place: Place, partner: Partner) -> list[Place]:
    """The person's own mailbox where one person reads, else the workshop's; none where mail bounces as well."""
    member = work.store.members.get(place.member_id) if place.member_id else None
    address, language = partner.email, partner.language
    if member is not None and member.email:
        address, language = member.email, member.language or partner.language
    boxes = mailbox(work, address, Party.PARTNER, language)
    return [box for box in boxes if box.state is not PlaceState.BROKEN]


def _collect(work: Work, box: Place, partner: Partner, posting: Posting) -> None:
    waiting = held_postings(work, frozenset({PostingState.QUEUED}), place_id=box.id, kind=KIND)
    if not waiting:
        say(work, box, n.MissedMail("", partner.name, (), (), 0))
        waiting = held_postings(work, frozenset({PostingState.QUEUED}), place_id=box.id, kind=KIND)
        waiting[-1].not_before = _due(work, box)
    mail = waiting[-1]
    _list(mail, posting)
    work.store.outbox.save(mail)


def _due(work: Work, box: Place) -> datetime:
    sent = [one.sent_at for one in work.store.outbox.find(place_id=box.id, kind=KIND, state=PostingState.SENT)]
    last = max((at for at in sent if at is not None), default=None)
    first = work.now + FIRST_AFTER
    return first if last is None else max(first, last + THEN_EVERY)


def _list(mail: Posting, posting: Posting) -> None:
    body = dict(mail.body)
    messages, lines = list(body.get("messages") or []), list(body.get("lines") or [])  # type: ignore[call-overload]
    if len(messages) + len(lines) >= MOST_LISTED:
        body["more"] = int(str(body.get("more") or 0)) + 1
    elif posting.kind == DELIVER:
        messages = list(dict.fromkeys([*messages, posting.message_id]))
    else:
        lines.append(json.dumps({"kind": posting.kind, "data": posting.body}))
    mail.body = body | {"messages": messages, "lines": lines}


def call_off(work: Work, partner: Partner) -> None:
    """The partner is back: mails that have not gone out yet are not needed any more."""
    members = work.store.members.find(partner_id=partner.id, removed_at=None)
    for address in {partner.email, *(member.email for member in members)}:
        for box in mailbox(work, address, Party.PARTNER, partner.language):
            for mail in held_postings(work, frozenset({PostingState.QUEUED}), place_id=box.id, kind=KIND):
                mail.state = PostingState.CANCELLED
                work.store.outbox.save(mail)
