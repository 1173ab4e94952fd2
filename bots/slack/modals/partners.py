"""Modals about partners: offer and assign an order, add a partner, invite somebody."""

from __future__ import annotations

from bots.slack import blocks
from bots.slack.modals.frame import (
    MAY_BE_EMPTY,
    Json,
    Meta,
    Values,
    ask_for,
    line,
    modal,
    one_of,
    radio,
    some_of,
    ticks,
)
from bots.slack.updates import Asking
from bots.texts import LANGUAGES, say
from core.commands import AddMember, AddPartner, AssignOrder, InviteMember, MakeGroupCode, OfferOrder
from core.orders import OfferState
from core.people import Member, MemberRole, Partner
from core.ports import Store
from core.refusals import BadValue, UnknownThing
from core.views import OrderView

SOMEBODY_NEW = "new"
GROUP = "group"
DEFAULT_HOURS = 24


async def all_partners(ask: Asking) -> list[tuple[str, str]]:
    """(id, name) of every partner, by name."""
    found = await ask.room.database.read(lambda store: store.partners.find())
    return sorted(((p.id, p.name) for p in found), key=lambda pair: pair[1].lower())


async def offer(ask: Asking, view: OrderView, meta: Meta) -> Json:
    """Which partners, and how long they have. Without partners it says how to add one."""
    waiting = {o.partner_id for o, _ in view.offers if o.state is OfferState.OPEN}
    pairs = [pair for pair in await all_partners(ask) if pair[0] not in waiting]
    hours = {"type": "number_input", "is_decimal_allowed": False, "initial_value": str(DEFAULT_HOURS),
             "min_value": "1", "max_value": "336"}  # fmt: skip
    said = [
        blocks.words(say("slack-offer-line", partner=p.name, state=say(f"offer-{o.state}"))) for o, p in view.offers
    ]
    shown = [ask_for("partner_ids", some_of(pairs)), ask_for("answer_within_hours", hours)] if pairs else []
    title = say("slack-title-offer", reference=view.order.reference)
    return modal("offer", title, meta, [*said[:20], *(shown or [blocks.words(say("slack-no-partners"))])])


async def make_offer(ask: Asking, meta: Meta, values: Values) -> object:
    hours = values.text("answer_within_hours") or str(DEFAULT_HOURS)
    if not hours.isdigit():
        raise BadValue("answer_within_hours", "not_a_number", hours)
    return await ask.do(OfferOrder(meta["order"], tuple(values.choices("partner_ids")), int(hours)))


async def assign(ask: Asking, view: OrderView, meta: Meta) -> Json:
    """Which partner; whoever accepted stands first."""
    accepted = [o.partner_id for o, _ in view.offers if o.state is OfferState.ACCEPTED]
    pairs = sorted(await all_partners(ask), key=lambda pair: pair[0] not in accepted)
    responsible: Json = {"type": "users_select"}
    if view.order.responsible:
        responsible["initial_user"] = view.order.responsible
    shown = [
        blocks.words(say("slack-assign-about")),
        ask_for("partner_id", one_of(pairs, accepted[0] if accepted else None)),
        ask_for("responsible", responsible, optional=say("slack-hint-responsible")),
    ]
    title = say("slack-title-assign", reference=view.order.reference)
    return modal("assign", title, meta, shown if pairs else [blocks.words(say("slack-no-partners"))])


async def make_assigned(ask: Asking, meta: Meta, values: Values) -> object:
    """Give it to the partner. Raises `BadValue` when the responsible person is no staff."""
    responsible = values.choice("responsible") or None
    if responsible and not (await ask.room.slack.staff.person(responsible)).is_staff:
        raise BadValue("responsible", "not_staff")
    return await ask.do(AssignOrder(meta["order"], values.choice("partner_id"), responsible=responsible))


def partner_add(name: str, meta: Meta) -> Json:
    """The form of a new partner."""
    pairs = [(code, say(f"language-{code}")) for code in LANGUAGES]
    shown = [
        ask_for("name", line(name)),
        ask_for("language", one_of(pairs, "en")),
        ask_for("time_zone", line("Europe/Amsterdam", 60)),
        ask_for("email", {"type": "email_text_input"}, optional=MAY_BE_EMPTY),
        ask_for("billing", ticks([("self", say("slack-self-billing"))]), optional=MAY_BE_EMPTY),
        ask_for("admin", line(), optional=say("slack-hint-admin")),
    ]
    return modal("partner_add", say("slack-title-partner-add"), meta, shown)


async def add_partner(ask: Asking, _meta: Meta, values: Values) -> object:
    """A partner and, when named, its first admin with a link."""
    partner = await ask.do(
        AddPartner(
            values.text("name"),
            values.choice("language") or "en",
            values.text("time_zone"),
            self_billing="self" in values.choices("billing"),
            email=values.text("email") or None,
        )
    )
    if not isinstance(partner, Partner):
        return partner
    if not values.text("admin"):
        return say("slack-partner-added", partner=partner.name)
    made = await ask.do(AddMember(partner.id, values.text("admin"), MemberRole.ADMIN), ":member")
    return _link_words(ask, made, values.text("admin"), partner.name)


def _link_words(ask: Asking, made: object, name: str, partner: str) -> object:
    code = made[1] if isinstance(made, tuple) else made
    if not isinstance(code, str):
        return made
    return say("slack-invite-made", name=name, partner=partner, link=ask.room.invite_link(code))


async def invite(ask: Asking, meta: Meta) -> Json:
    """Somebody new, a new link for a member, or a code for the partner's group. Raises `UnknownThing`."""
    partner, members = await _partner(ask, meta["partner"])
    pairs = [(SOMEBODY_NEW, say("slack-invite-new")), (GROUP, say("slack-invite-group"))]
    pairs += [(m.id, say("slack-invite-member", name=m.name, role=say(f"role-{m.role}"))) for m in members]
    roles = [(role.value, say(f"role-{role}")) for role in MemberRole]
    shown = [
        blocks.words(say("slack-invite-about", partner=partner.name)),
        ask_for("which", one_of(pairs, SOMEBODY_NEW)),
        ask_for("name", line(), optional=say("slack-hint-invite-name")),
        ask_for("role", radio(roles, MemberRole.COLLABORATOR.value if members else MemberRole.ADMIN.value)),
    ]
    return modal("invite", say("slack-title-invite"), meta, shown)


async def make_invite(ask: Asking, meta: Meta, values: Values) -> object:
    partner, members = await _partner(ask, meta["partner"])
    which = values.choice("which") or SOMEBODY_NEW
    if which == GROUP:
        code = await ask.do(MakeGroupCode(partner.id))
        return say("slack-group-code", code=code, partner=partner.name) if isinstance(code, str) else code
    if which == SOMEBODY_NEW:
        name = values.text("name")
        if not name:
            raise BadValue("name", "blank")
        made = await ask.do(AddMember(partner.id, name, MemberRole(values.choice("role"))))
        return _link_words(ask, made, name, partner.name)
    member = next((m for m in members if m.id == which), None)
    if member is None:
        raise UnknownThing("member", which)
    return _link_words(ask, await ask.do(InviteMember(member.id)), member.name, partner.name)


async def _partner(ask: Asking, partner_id: str) -> tuple[Partner, list[Member]]:
    def read(store: Store) -> tuple[Partner | None, list[Member]]:
        return store.partners.get(partner_id), store.members.find(partner_id=partner_id, removed_at=None)

    partner, members = await ask.room.database.read(read)
    if partner is None:
        raise UnknownThing("partner", partner_id)
    return partner, members
