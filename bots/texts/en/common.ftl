# Words that every front end shows: buttons, to-dos, statuses, the timeline's names, alerts and errors.

# -- buttons (bots/buttons.py; the labels of to-dos are the platform's own wording and stay as they are) ---------------

button-offer_accept = Accept
button-offer_decline = Decline
button-decline = Decline
button-task = Open to-do
button-ready = Mark as Ready
button-ready_yes = Yes, it is packed
button-delivered = Mark as Delivered
button-delivered_yes = Yes, slip is signed
button-kickoff = Choose this time
button-milestone_no = Can not make it
button-delay = Report a delay
button-todo = To-dos
button-files = Files
button-slip = Download Packing Slip
button-retry = Retry
button-undo = Undo
button-send_now = Send now
button-vouch = Let through
button-drop = Drop
button-snooze = Snooze reminders
button-wake = Wake reminders
button-approve = Approve
button-reopen = Reopen
button-cancel = Cancel order
button-feedback = Record feedback
button-milestones = Milestones
button-history = History
button-upcoming = Coming up
button-offer = Offer
button-assign = Assign
button-staff_task = Done
staff-task-check_in = Check-in held
staff-task-kick_off = Kick-off held
button-move = Move to…
button-cal = Show month
button-pick = Choose this day
button-confirm = Yes, that is right
button-cancel_ask = Never mind
button-order = Show order
button-route = Send there
button-language = Language

# -- to-dos ------------------------------------------------------------------------------------------------------------

task-material_date = Set material delivery date
task-completion_date = Set planned completion date
task-delivery_schedule = Set delivery schedule
task-invoice_reference = Set invoice reference
task-no_reference = No reference
task-mark_ready = Mark as Ready
task-mark_delivered = Mark as Delivered

task-material_date-short = material delivery date
task-completion_date-short = planned completion date
task-delivery_schedule-short = delivery schedule
task-invoice_reference-short = invoice reference
task-mark_ready-short = Mark as Ready
task-mark_delivered-short = Mark as Delivered

# -- the order ---------------------------------------------------------------------------------------------------------

status-draft = Draft
status-offered = Offered
status-in_production = In production
status-ready = Ready
status-delivered = Delivered
status-feedback_received = Feedback received
status-approved = Approved
status-cancelled = Cancelled

audience-cutr_only = partner + Cutr read this
audience-with_customer = partner + Cutr + CUSTOMER read this
chat-cutr_only = Cutr only
chat-with_customer = With customer
topic-cutr_only = 🔒 { $reference } · Cutr only
topic-with_customer = 👥 { $reference } · With customer

decline-no_capacity = No capacity
decline-unfit_tooling = Tooling does not fit
decline-unfit_machine = Machine does not fit
decline-other = Another reason

offer-open = open
offer-accepted = accepted
offer-declined = declined
offer-expired = no answer in time
offer-awarded = awarded
offer-not_chosen = not chosen

method-delivery = Delivery
method-pick_up = Pick-up
method-installation = Installation
method-other = Other

feedback-fine = Everything is fine
feedback-transport_damage = Transport damage
feedback-wrong_or_missing = Wrong or missing parts
feedback-finish = Finish
feedback-dimensions = Dimensions
feedback-installation = Installation
feedback-other = Something else

role-admin = Admin
role-collaborator = Collaborator
role-staff = Cutr
role-platform = Cutr's platform
role-guest = Guest
role-customer = Customer
role-clock = Clock

language-en = English
language-nl = Nederlands
language-de = Deutsch
language-fr = Français
language-pl = Polski

# -- dates that look odd: shown before a second confirmation -----------------------------------------------------------

warning-past_date = this date is in the past
warning-material_after_completion = the material would arrive after the planned completion
warning-delivery_before_completion = the delivery would be before the planned completion
warning-delivery_after_requested = the delivery would be after the date the customer asked for
warning-dates_open = some date to-dos are still open
warning-other = this looks unusual

# -- what the clock will do --------------------------------------------------------------------------------------------

deadline-offer_closes = Answering the offer ends
deadline-todo_nudge = Friendly nudge about open to-dos
deadline-todo_reminder = Reminder: to-dos are due (72 hours after assignment)
deadline-todo_repeat_1 = Second reminder about open to-dos
deadline-todo_repeat_2 = Third reminder about open to-dos
deadline-todo_repeat_3 = Fourth reminder about open to-dos
deadline-todo_digest = Order joins the staff digest
deadline-todo_escalation = Escalation to the responsible person
deadline-milestones_missing = Reminder to staff: milestones are missing
deadline-feedback_halfway = Feedback window: halfway
deadline-feedback_last_call = Feedback window: last call
deadline-feedback_closes = Feedback window closes, order is approved
deadline-staff_digest = Staff digest
deadline-weekly_report = Weekly report to staff
deadline-check_material = Question to the partner: is the material in?
deadline-check_started = Question to the partner: has the work started?
deadline-check_completion = Question to the partner: finished on time?
deadline-check_finished = Question to the partner: is it finished?
deadline-check_delivery = Question to the partner: delivered on time?
deadline-check_silent = An unanswered question goes on staff's list

# -- the timeline (core/journal.py) ------------------------------------------------------------------------------------

event-order_created = Order created
event-order_offered = Offered to a partner
event-offer_answered = Offer answered
event-offer_ended = Offer ended
event-order_assigned = Assigned
event-task_material_date = Material delivery date changed
event-task_completion_date = Planned completion date changed
event-task_delivery_schedule = Delivery schedule changed
event-task_invoice_reference = Invoice reference changed
event-task_mark_ready = To-do Mark as Ready changed
event-task_mark_delivered = To-do Mark as Delivered changed
event-delivery_date_changed = Delivery date told to the customer
event-delay_reported = Delay reported
event-milestone_changed = Milestone changed
event-kick_off_proposed = Kick-off times proposed
event-kick_off_picked = Kick-off time picked
event-offer = Offered
event-assign = Assigned
event-mark_ready = Marked as Ready
event-mark_delivered = Marked as Delivered
event-record_feedback = Feedback received
event-approve = Approved
event-reopen = Reopened
event-cancel = Cancelled
event-feedback_recorded = Feedback recorded
event-reminders_snoozed = Reminders snoozed or woken
event-offer_closes = Answering the offer ended
event-todo_nudge = Friendly nudge sent
event-todo_reminder = Reminder sent
event-todo_repeat_1 = Second reminder sent
event-todo_repeat_2 = Third reminder sent
event-todo_repeat_3 = Fourth reminder sent
event-todo_digest = Listed in the staff digest
event-todo_escalation = Escalated to Cutr
event-milestones_missing = Staff reminded of missing milestones
event-feedback_halfway = Feedback window halfway
event-feedback_last_call = Last call for feedback
event-feedback_closes = Feedback window closed
event-staff_digest = Staff digest sent
event-weekly_report = Weekly report sent
event-check_in_asked = Partner asked
event-check_in_answered = Partner's answer
event-check_in_silent = No answer within a working day
event-check_material = Partner asked: is the material in?
event-check_started = Partner asked: has the work started?
event-check_completion = Partner asked: finished on time?
event-check_finished = Partner asked: is it finished?
event-check_delivery = Partner asked: delivered on time?
event-check_silent = No answer within a working day
event-staff_task_done = Staff task done
event-message_edited = Message edited
event-message_deleted = Message deleted by its author
event-message_undone = Message taken back before it was read
event-message_moved = Message moved to another chat
event-message_moved_here = Message moved here
event-message_let_through = Guest's message let through
event-message_dropped = Guest's message dropped
event-other = Something changed

# -- fields, as they stand in a sentence -------------------------------------------------------------------------------

field-address = address
field-answer_within_hours = time for an answer
field-assigned_at = time of assignment
field-at = time
field-category = kind of feedback
field-code = code
field-currency = currency
field-customer_id = customer
field-date = date
field-day = date
field-delivery_address = delivery address
field-email = mail address
field-group = group
field-invoice_reference = invoice reference
field-key = name
field-kind = kind of file
field-label = label
field-language = language
field-method = delivery method
field-name = name
field-note = note
field-notes = notes
field-options = times
field-partner_id = partner
field-partner_ids = partners
field-partners = partners
field-price = price
field-reason = reason
field-reference = reference
field-remedy = remedy
field-material_date = material delivery date
field-completion_date = planned completion date
field-delivery_schedule = delivery schedule
field-responsible = responsible person
field-value = value
field-role = role
field-signed_slip = signed packing slip
field-status = status
field-telegram_chat_id = Telegram group
field-telegram_user_id = Telegram account
field-text = text
field-time_zone = time zone
field-title = title
field-until = date
field-other = value

# -- alerts to staff: what happened and what to do. $detail is data, never a sentence. ---------------------------------

alert-no_admin_linked = { $detail } has no admin on Telegram yet, so nobody there has seen the offer of *{ $reference }*. Send an admin a link with /partner invite.
alert-partner_not_linked = Nobody at the workshop of *{ $reference }* is on Telegram yet, so this was not delivered: “{ $detail }”. Send somebody there a link with /partner invite, then press Retry.
alert-unreachable = { $detail } can not be reached on Telegram: the bot was blocked or removed. Call them; once they press Start in the bot again, or add it to their group again, everything waiting goes out. Until then they get mail.
alert-reachable_again = ✅ { $detail } can be reached on Telegram again. What waited goes out now.
alert-topics_off = { $detail } has switched topics off in the Telegram group, so nothing can be written there. Ask them to switch topics on again and to write one message; everything waiting goes out then. Until then they get mail.
alert-member_blocked = { $detail } has blocked the bot on Telegram. Others at the workshop are still reached; once this person presses Start in the bot again, everything waiting goes out.
alert-chat_reopened = Somebody deleted the chat of *{ $reference }* ({ $detail }). It is opened anew with its last words; nothing was lost, and nothing is to do.
alert-place_broken =
    { $reference ->
        [none] A chat can not be written to
       *[other] A chat of *{ $reference }* can not be written to
    } ({ $detail }). What waits for it has failed and can be sent again with Retry.
alert-set_aside = Something that came in could not be handled and was kept under *{ $detail }*. Nothing is lost; tell the operator this reference.
alert-channel_shared_outside = The channel { $detail } is shared with another organisation. Nothing is sent there until sharing ends.
alert-wrong_place = A message of *{ $reference }* appeared somewhere else than intended ({ $detail }). Sending there has stopped; check the group's topics, then press Retry.
alert-no_thread = Something was to be sent for *{ $reference }* without a thread. It was held back; press Retry to open the chat anew.
alert-send_failed =
    { $reference ->
        [none] Something was not sent
       *[other] Something about *{ $reference }* was not sent
    }: { $detail }.
alert-message_failed =
    { $reference ->
        [none] A message did not arrive
       *[other] A message in *{ $reference }* did not arrive
    }: { $detail }.
alert-topic_closed =
    { $reference ->
        [none] { $detail } closed a topic in Telegram. Reopen it there, or nothing can be sent to it.
       *[other] { $detail } closed a topic of *{ $reference }* in Telegram. Reopen it there, or nothing can be sent to it.
    }
alert-anonymous_admin = Somebody writes as an anonymous admin in the group of { $detail }. Nothing of it is passed on: ask them to switch "Remain anonymous" off.
alert-no_topic_rights = The bot may not manage topics in the group of { $detail }. Make it an admin with "Manage topics", then press Retry.
alert-mail_refused = A mail about *{ $reference }* was refused: { $detail }.
alert-feedback_after_approval = The customer's feedback on *{ $reference }* was given before the window closed, so the approval is taken back.
alert-group_moved = The Telegram group of { $detail } moved. The bot follows; nothing to do.
alert-other =
    { $reference ->
        [none] Something needs a hand: { $detail }
       *[other] Something about *{ $reference }* needs a hand: { $detail }
    }

# -- why a send failed, for the person who reads it, with what mends it ------------------------------------------------

error-blocked = the person has blocked the bot. Ask them to press Start in the bot, then press Retry
error-kicked = the bot is no longer in the group. Add it again as an admin, then press Retry
error-chat_not_found = the chat does not exist any more. Check the partner's link with /partner list, then press Retry
error-topic_gone = the topic was deleted. Press Retry to open a new one
error-topic_closed = the topic is closed. Reopen it in Telegram, then press Retry
error-no_rights = the bot lacks a right there. Make it an admin with "Manage topics", then press Retry
error-no_forum = the group has no topics any more. Switch topics on in its settings, then press Retry
error-restricted = posting is restricted in the channel. Ask a Slack admin to let the app post there, then press Retry
error-too_big = the file is too big. Send a smaller one or a link
error-file_gone = the file can not be fetched any more. Send it again
error-not_in_channel = the bot is not in the channel. Type /invite @Cutr there, then press Retry
error-archived = the channel is archived. Unarchive it, then press Retry
error-channel_not_found = the channel does not exist or the bot can not see it. Invite the bot there, then press Retry
error-thread_gone = the thread was deleted. Press Retry to open a new one
error-shared_outside = the channel is shared with another organisation. End the sharing, then press Retry
error-not_signed_in = the platform no longer accepts the bot's token. Ask the operator to run cutr doctor
error-missing_scope = the app lacks a permission. Ask the operator to run cutr doctor
error-too_long = the text is too long. Send it in parts
error-address_refused = the mail address was refused. Check it
error-no_thread = the chat has no thread there. Press Retry to open it anew
error-place_broken = the chat can not be written to. Press Retry to open it anew
error-platform_off = this platform is not set up. Ask the operator to run cutr doctor
error-nothing_to_say = there is nothing left to send
error-no_message = the message is gone
error-bug = something went wrong on our side. Tell the operator the reference from the log, then press Retry
error-rate_limited = the platform asks for patience. It goes out by itself
error-file_not_fetched = the file can not be fetched. Send it again
error-no_encryption = the mail server offers no encryption, and nothing is sent without. Ask the operator to run cutr doctor
error-bad_certificate = the mail server's certificate is not valid. Ask the operator to run cutr doctor
error-mail_server_away = the mail server does not answer. Ask the operator to run cutr doctor
error-wrong_audience = it was addressed to somebody who may not read it, and was held back
error-no_order = its order is gone
error-not_a_mail = it can not be sent as a mail
error-no_answer = the platform did not answer in time. Press Retry
error-wrong_place = it appeared somewhere else than intended and sending stopped. Check the topics, then press Retry
error-gave_up = it did not go through after many attempts. Press Retry
error-other = { $detail }. Press Retry to send it again

# -- how long ----------------------------------------------------------------------------------------------------------

left-to-go = { $span } left
left-late = { $span } late
left-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
left-hours = { $count } h
left-minutes = { $count } min
