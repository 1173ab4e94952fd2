"""The rules at work: one function per command, found by one exhaustive match. Nothing here commits or sends."""

from __future__ import annotations

from core import commands as c
from core.handlers import (
    addresses,
    check_ins,
    clock,
    copies,
    corrections,
    customer,
    delivery,
    feedback,
    hooks,
    machinery,
    messages,
    offering,
    people,
    planning,
    progress,
    reach,
    reporting,
    steering,
    todos,
)
from core.handlers.filed import handle_filing
from core.work import Work


def handle(command: c.Command, work: Work) -> object:  # noqa: PLR0911, PLR0912, PLR0915, C901 - exhaustive on purpose
    """Do what the command asks inside the present transaction and return its result. Raises `Refusal`."""
    match command:
        case c.RelayMessage():
            return messages.relay(work, command)
        case c.SettlePosting():
            return delivery.settle(work, command)
        case c.EditMessage():
            return messages.edit(work, command)
        case c.DeleteMessage():
            return corrections.delete(work, command)
        case c.UndoLast():
            return corrections.undo_last(work, command)
        case c.SendNow():
            return corrections.send_now(work, command)
        case c.RetryMessage():
            return corrections.retry(work, command)
        case c.MoveMessage():
            return corrections.move(work, command)
        case c.VouchMessage():
            return messages.vouch(work, command)
        case c.SteerMessage():
            return steering.steer(work, command)
        case c.NoteAsk():
            return machinery.note_ask(work, command)
        case c.CloseAsk():
            return machinery.close_ask(work, command)
        case c.SetDate():
            return todos.set_date(work, command)
        case c.SetDelivery():
            return todos.set_delivery(work, command)
        case c.SetInvoiceReference():
            return todos.set_invoice_reference(work, command)
        case c.ReportDelay():
            return todos.report_delay(work, command)
        case c.SetMilestone():
            return planning.set_milestone(work, command)
        case c.ProposeKickOff():
            return planning.propose_kick_off(work, command)
        case c.PickKickOff():
            return planning.pick_kick_off(work, command)
        case c.AnswerCheckIn():
            return check_ins.answer(work, command)
        case c.DoStaffTask():
            return planning.do_staff_task(work, command)
        case c.CreateOrder():
            return offering.create_order(work, command)
        case c.OfferOrder():
            return offering.offer_order(work, command)
        case c.AnswerOffer():
            return offering.answer_offer(work, command)
        case c.AssignOrder():
            return offering.assign_order(work, command)
        case c.MarkReady():
            return progress.mark_ready(work, command)
        case c.MarkDelivered():
            return progress.mark_delivered(work, command)
        case c.RecordFeedback():
            return feedback.record(work, command)
        case c.Approve():
            return progress.approve(work, command)
        case c.Reopen():
            return progress.reopen(work, command)
        case c.Cancel():
            return progress.cancel(work, command)
        case c.Snooze():
            return progress.snooze(work, command)
        case c.AddPartner():
            return people.add_partner(work, command)
        case c.AddMember():
            return people.add_member(work, command)
        case c.RemoveMember():
            return people.remove_member(work, command)
        case c.ChangeRole():
            return people.change_role(work, command)
        case c.InviteMember():
            return people.invite_member(work, command)
        case c.MakeGroupCode():
            return people.make_group_code(work, command)
        case c.LinkMember():
            return people.link_member(work, command)
        case c.LinkGroup():
            return people.link_group(work, command)
        case c.MoveGroup():
            return reach.move_group(work, command)
        case c.SetLanguage():
            return people.set_language(work, command)
        case c.NoteReachability():
            reach.note_reachability(work, command)
        case c.NoteHeard():
            reach.note_heard(work, command)
        case c.NoteThreadLost():
            return reach.note_thread_lost(work, command)
        case c.ChangeAddress():
            return addresses.change_address(work, command)
        case c.AddCustomer():
            return people.add_customer(work, command)
        case c.FireDeadline():
            return clock.fire(work, command)
        case c.NoteInbound():
            return machinery.note_inbound(work, command)
        case c.MarkWaiting():
            copies.mark_waiting(work, command)
        case c.KeepAside():
            return machinery.keep_aside(work, command)
        case c.ReplayHooks():
            return hooks.replay_hooks(work, command)
        case c.SendReport():
            return reporting.send_report(work, command)
        case c.AlertStaff():
            machinery.alert_staff(work, command)
        case c.SeenByCustomer():
            return customer.seen(work, command)
        case c.RenewCustomerLink():
            return customer.renew_link(work, command)
        case c.RevokeCustomerLink():
            return customer.revoke_link(work, command)
        case _:
            return handle_filing(command, work)
    return None
