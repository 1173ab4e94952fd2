# What Slack alone says: forms, lists, the Home tab, answers to staff. Fields are shown as plain text.

slack-app-description = Follows manufacturing orders between workshops, Cutr and customers.

# -- answers -----------------------------------------------------------------------------------------------------------

slack-not-staff = Only Cutr's staff can do this: full members of this workspace, and of the staff group where there is one. Ask somebody at Cutr.
slack-not-relayed = Nobody outside Slack has read this: only what Cutr's staff write is passed on. Ask somebody at Cutr to write it for you.
slack-share-not-relayed = The forwarded message was not passed on, only your own words: nobody outside Slack reads it. Copy what they should read into a message of your own.
slack-away = Slack does not say who you are just now, so nothing was done. Try again in a minute.
slack-broken = That went wrong on our side. It is kept under the reference { $reference } and nothing is lost; tell the operator this reference.
slack-press-again = That took too long. Press the button once more.
slack-sent-before = This was sent before and has had its effect. Open the form again to change something.
slack-alert-title = Cutr orders
slack-close = Close
slack-submit = Save
slack-more = There is more than fits here.
slack-unknown-command = I do not know { $command }. Type /cutr help to see what I can do.
slack-no-order = I know no order “{ $reference }”. Type /orders for the list.
slack-no-verb = I can not do “{ $verb }” with { $reference }. Type /order { $reference } for its card.
slack-no-partner = I know no partner “{ $partner }”. Type /partner list for all of them.
slack-did-you-mean = Did you mean: { $words }?
slack-order-usage = Type /order and a reference, such as /order O-1001, or /order new for a new one. Type /orders for the list.
slack-orders-partner-usage = Type /orders partner and a name, such as /orders partner Miller. Type /partner list for all of them.
slack-partner-usage = Type /partner list, /partner add or /partner invite NAME.

# -- the ten seconds ---------------------------------------------------------------------------------------------------

slack-held = 👥 The CUSTOMER will read this in 10 seconds.
slack-pressed-undo = Taken back. The customer does not get it.
slack-pressed-send-now = On its way to the customer.
slack-pressed-retry = It is being sent again.
slack-pressed-vouch = Let through.
slack-pressed-drop = Dropped. Nobody gets it.
slack-pressed-staff-task = Ticked off.
slack-pressed-wake = Reminders are awake again.
slack-pressed-kickoff = The kick-off time is set.

# -- relayed messages --------------------------------------------------------------------------------------------------

slack-author-partner = { $name } · { $partner }
slack-author-guest = { $name } · guest at { $partner }
slack-author-customer = { $name } · customer
slack-author-staff = { $name } · Cutr
slack-a-partner = partner
slack-in-answer-to = ↪ in answer to { $name }: { $words }
slack-files =
    { $count ->
        [one] 📎 One file
       *[other] 📎 { $count } files
    }
slack-file-lost = 📎 { $name } could not be brought over. Ask for it again.
slack-file-not-here = 📎 { $name } is kept outside Slack and can not be passed on. { $address }
slack-media-location = 📍 Location: { $detail }
slack-media-contact = 👤 Contact: { $detail }
slack-media-poll = 📊 Poll: { $detail }
slack-media-other = 📎 { $detail }

# -- the card ----------------------------------------------------------------------------------------------------------

slack-fact-status = Status
slack-fact-partner = Partner
slack-fact-customer = Customer
slack-fact-requested = Delivery asked for
slack-fact-address = Delivered to
slack-fact-price = Price
slack-fact-notes = Notes
slack-fact-ready = Ready
slack-fact-delivered = Delivered
slack-fact-feedback = Feedback until
slack-fact-snoozed = Reminders pause until
slack-fact-kickoff = Kick-off
slack-kickoff-proposed = proposed: { $times }
slack-due = due { $moment }
slack-staff-task = Cutr: { $kind }
slack-propose-kickoff = Propose kick-off times
slack-open-todos =
    { $count ->
        [one] one to-do open
       *[other] { $count } to-dos open
    }

# -- lists and the Home tab --------------------------------------------------------------------------------------------

slack-orders-count = Orders: { $shown } of { $total }
slack-orders-none = No orders here. Type /order new for a new one, or /orders with other words.
slack-next-page = Next page
slack-previous-page = Previous page
slack-page-of = Page { $page } of { $pages }
slack-newer = Newer
slack-older = Older
slack-home-attention = Needs attention
slack-home-active = Active orders
slack-home-quiet = Nothing needs you right now.
slack-home-reason = { $reason } ({ $count })
slack-reason-late = 🔴 Late
slack-reason-due-soon = 🟠 Due soon
slack-reason-rejected = 📷 Rejected, waits for a revision
slack-reason-unreachable = 📵 Can not be reached
slack-reason-silent = 🤐 No answer
slack-reason-failed = ⚠️ Did not arrive
slack-reason-feedback = 💬 Feedback to judge
slack-reason-closing = ⏳ Feedback window closes
slack-reason-milestones = 📅 Milestones are missing
slack-reason-since = since { $moment }
slack-reason-date = { $what } { $day }
slack-reason-todos = { $what }, due { $moment }
slack-home-unreachable-orders =
    { $count ->
        [one] One order waits for it: { $names }
       *[other] { $count } orders wait for it: { $names }
    }
slack-home-unreachable = { $partner } can not be reached on Telegram. Call them, or send a new link.
slack-invite = Invite
slack-partners = Partners
slack-no-partners = There are no partners yet. Type /partner add.
slack-partner-group = Telegram: a group with topics
slack-partner-private = Telegram: each person's private chat
slack-member-linked = linked
slack-member-waiting = has not opened the link yet

# -- help, report, health ----------------------------------------------------------------------------------------------

slack-help = What you can do
slack-help-threads = Every assigned order has two threads. 🔒 is read by the partner and Cutr, 👥 also by the CUSTOMER. What you write in a thread goes to that chat; what starts with note: stays in Slack. A message's menu has Move to… and Retry.
slack-report = Orders today
slack-report-attention =
    { $count ->
        [0] No order needs attention.
        [one] One order needs attention: /orders needs attention
       *[other] { $count } orders need attention: /orders needs attention
    }
slack-doctor = Health
slack-doctor-house = Health of the whole house
slack-doctor-token = ✅ Slack accepts the bot's token ({ $workspace }).
slack-doctor-scopes = ❌ The app lacks permissions: { $scopes }. Paste the manifest from cutr slack-manifest and reinstall the app.
slack-doctor-channel = ✅ The bot is in the orders channel ({ $channel }).
slack-doctor-not-in-channel = ❌ The bot is not in the orders channel ({ $channel }). Type /invite and the bot's name there.
slack-doctor-refused = ❌ Slack refused: { $error }. Ask the operator to run cutr doctor.
slack-doctor-queue = Waiting to be sent: { $waiting }, the oldest for { $seconds } seconds.
slack-doctor-aside = ❌ Kept aside: { $reference } ({ $platform }, { $moment }). Tell the operator.
alert-channel_gone = The bot can not use the channel { $detail } any more: it was archived, deleted, or the bot was removed. Restore it or invite the bot, then press Retry on what failed.
alert-slack_revoked = Slack has taken the bot's token back. Ask the operator to reinstall the app. { $detail }

# -- titles of forms (Slack shows 24 signs) ----------------------------------------------------------------------------

slack-title-ready = Ready · { $reference }
slack-title-delivered = Delivered · { $reference }
slack-title-approve = Approve { $reference }
slack-title-reopen = Reopen { $reference }
slack-title-cancel = Cancel { $reference }
slack-title-snooze = Snooze { $reference }
slack-title-feedback = Feedback · { $reference }
slack-title-task-material_date = Material delivery date
slack-title-task-completion_date = Planned completion
slack-title-task-delivery_schedule = Delivery schedule
slack-title-task-invoice_reference = Invoice reference
slack-title-task-mark_ready = Mark as Ready
slack-title-task-mark_delivered = Mark as Delivered
slack-title-address = Mail address
slack-address-about = { $address } takes no mail. The new address counts for everybody who has this one; what was refused in the last 30 days is sent there. The same address once more tries it again.
slack-done-address = The address is changed.
slack-recap = 🔁 The thread of this chat was deleted, so it is opened anew. What was said last:
slack-recap-line = { $moment } · *{ $name }*: { $words }
slack-title-delay = Delay { $reference }
slack-delay-about = The partner and this thread are told at once, the CUSTOMER when the delivery date moves: they read the reason.
slack-hint-delay-reason = In a few words. Needed with “Another reason”.
slack-field-cause = Why
slack-field-remedy = What is done about it
slack-field-task = Which date will not hold
slack-done-delay = The delay of { $reference } is noted and told.
slack-title-milestones = Milestones { $reference }
slack-title-kickoff = Kick-off { $reference }
slack-title-offer = Offer { $reference }
slack-title-assign = Assign { $reference }
slack-title-new = New order
slack-title-move = Move to…
slack-title-partner-add = New partner
slack-title-invite = Invite
slack-title-history = History { $reference }
slack-title-upcoming = Coming up { $reference }

# -- forms -------------------------------------------------------------------------------------------------------------

slack-ready-missing = Still open: { $missing }. The order can be Ready all the same; these stay visible.
slack-ready-complete = All dates are set.
slack-submit-ready = Mark as Ready
slack-delivered-about = The customer gets 14 days for feedback from now on.
slack-signed-slip = The packing slip is signed
slack-submit-delivered = Mark as Delivered
slack-approve-about = The order is closed. Nothing can be changed afterwards.
slack-submit-approve = Approve
slack-cancel-about = The order ends and its chats are closed. The partner and the customer are told.
slack-submit-cancel = Cancel the order
slack-on-behalf = { $task } for { $reference }, on the partner's behalf.
slack-confirm = Is that right? Send it once more to confirm.
slack-confirm-submit = Yes, that is right
slack-milestones-none = No milestones yet.
slack-milestone-new = New milestone
slack-milestone-remove = Remove this milestone
slack-kickoff-about = The partner gets these as buttons and picks one. Times are in your own time zone.
slack-offer-line = { $partner }: { $state }
slack-assign-about = The 3 days for the to-dos start now. Both chats are opened.
slack-self-billing = Self-billing: invoices are made by Cutr
slack-partner-added = { $partner } is added. Type /partner invite { $partner } to send somebody a link.
slack-invite-about = A one-time link for somebody at { $partner }.
slack-invite-new = Somebody new
slack-invite-group = A code for their Telegram group
slack-invite-member = { $name } · { $role }
slack-invite-made = Send this link to { $name } at { $partner }; it works once: { $link }
slack-group-code = An admin of { $partner } types this in their Telegram group, once: /link { $code }
slack-customer-new = New customer (name and mail below)
slack-submit-new = Create
slack-flag-includes_installation = With installation
slack-flag-needs_kick_off = Needs a kick-off
slack-flag-needs_production_drawings = Needs production drawings
slack-flag-needs_sample_pictures = Needs sample pictures
slack-flag-customer_chat = With a chat with the customer
slack-move-about = The message goes to this chat and is taken back where it was wrong.
slack-move-to-cutr-only = 🔒 Cutr only
slack-move-to-with-customer = 👥 With customer
slack-submit-move = Move
slack-history-none = Nothing has happened yet.
slack-upcoming-none = The clock has nothing to do for this order.
slack-counts-from = counts from { $moment }
slack-reason = Reason: { $reason }

slack-field-reason = Reason
slack-field-signed-slip = Packing slip
slack-field-target = Back to
slack-field-until = Until
slack-field-category = What is it about?
slack-field-text = What the customer said
slack-field-given-at = When the customer said it
slack-field-method = Delivery method
slack-field-day = Date
slack-field-reference = Reference
slack-field-no-reference = Or
slack-field-which = Which one
slack-field-label = Label
slack-field-key = Short name
slack-field-remove = Or
slack-field-option = Time { $number }
slack-field-partner-ids = Partners
slack-field-answer-within-hours = Hours to answer
slack-field-partner-id = Partner
slack-field-responsible = Responsible at Cutr
slack-field-name = Name
slack-field-language = Language
slack-field-time-zone = Time zone
slack-field-email = Mail address
slack-field-billing = Billing
slack-field-admin = First admin
slack-field-role = Role
slack-field-title = Title
slack-field-customer-id = Customer
slack-field-customer-name = New customer: name
slack-field-customer-email = New customer: mail address
slack-field-requested-delivery-date = Delivery asked for
slack-field-delivery-address = Delivery address
slack-field-price = Price
slack-field-currency = Currency
slack-field-flags = This order
slack-field-folders = Folders
slack-field-notes = Notes for the partner
slack-field-order-id = Order
slack-field-audience = Chat

slack-hint-ready-reason = Why it is Ready although something is open.
slack-hint-approve-reason = Needed after feedback only.
slack-hint-given-at = Leave empty for now. What was said before the deadline counts, also when it is entered later.
slack-hint-reason-on-behalf = Needed when a delivery date changes; the customer reads it.
slack-hint-clear-date = Leave empty to clear the date.
slack-hint-milestone-label = As people read it. Leave empty to keep the label.
slack-hint-milestone-key = Leave empty to make it of the label.
slack-hint-responsible = Hears of it when the partner stays silent.
slack-hint-admin = Somebody at the partner who may accept offers; gets a one-time link.
slack-hint-invite-name = For somebody new.
slack-hint-customer = Choose one, or fill in a new one below.
slack-hint-folders = One name per line. Leave empty for the usual ones.

# -- done --------------------------------------------------------------------------------------------------------------

slack-done-ready = { $reference } is marked as Ready.
slack-done-delivered = { $reference } is marked as Delivered. The 14 days have begun.
slack-done-approve = { $reference } is approved.
slack-done-reopen = { $reference } is reopened.
slack-done-cancel = { $reference } is cancelled.
slack-done-snooze = Reminders for { $reference } pause.
slack-done-feedback = Feedback on { $reference } is recorded.
slack-done-task = The to-do of { $reference } is set.
slack-done-milestones = The milestone of { $reference } is set.
slack-done-kickoff = The kick-off times for { $reference } are on their way to the partner.
slack-done-offer = { $reference } is offered.
slack-done-assign = { $reference } is assigned. Its two threads are being opened.
slack-done-new = { $reference } is created. Type /order { $reference } to offer or assign it.
slack-done-move = The message is moved.
slack-done-partner_add = The partner is added.
slack-done-invite = The link is made.

# -- files -------------------------------------------------------------------------------------------------------------

slack-set-ask =
    { $count ->
        [one] Where does this file go?
       *[other] Where do these { $count } files go?
    }
slack-set-folders = In one of the order's folders…
slack-set-filed =
    { $count ->
        [0] Nothing new was filed.
        [one] ✅ One file filed under { $where }.
       *[other] ✅ { $count } files filed under { $where }.
    }
slack-set-lacking = Still missing before Ready: { $kinds }.
slack-set-complete = Everything required before Ready is there.
slack-set-undone = Taken back: nothing of it is filed.
slack-set-storing = ⏳ { $done } of { $count } stored…
slack-set-duplicate = ↺ { $name } is already filed as { $filed }.
slack-set-lost = ⚠️ { $name } could not be fetched. Post it again.
slack-set-too-large = ⚠️ { $name } is too large to be fetched from Telegram. The sender got an upload link.
slack-set-warned = ⚠️ { $name }: { $warnings }
slack-set-more = … and { $count } more
slack-pressed-file-as = Filed.
slack-pressed-file-undo = Taken back. Nothing of it is filed.
slack-pressed-file-approve = Approved.
slack-pressed-file-approve-one = Approved.
slack-file-this-nothing = This message has no file that can be filed.
slack-file-this-taken =
    { $count ->
        [one] One file is being fetched; the card in the thread says where it goes.
       *[other] { $count } files are being fetched; the card in the thread says where they go.
    }
button-file_approve_one = Approve
button-file_reject_one = Reject
button-dossier = Dossier

slack-review-title =
    { $count ->
        [one] 🟡 { $name } filed one file under { $where }.
       *[other] 🟡 { $name } filed { $count } files under { $where }.
    }
slack-review-gone = { $name } took these files back.
slack-review-note = Note: { $note }
slack-review-package = { " " }· package { $number }
slack-review-version = { " " }· version { $number }
slack-review-approved = 🟢 approved by { $name }, { $moment }{ $note }
slack-review-rejected = 🔴 rejected by { $name }, { $moment }{ $note }
slack-review-each = One by one
slack-sheet-name = contact-sheet.jpg
slack-sheet-words =
    { $count ->
        [one] The picture above
       *[other] The { $count } pictures above
    }

slack-fact-files = Files
slack-files-there = { $count } { $kind } { $sign }
slack-files-missing = { $kind } missing
slack-files-lacking = Still missing before Ready: { $kinds }.
slack-files-complete = Everything required before Ready is there.
slack-files-none = Nothing is on file yet.
slack-files-version = v{ $number }, { $name }, { $moment }: { $state }
slack-files-said = { $name }: “{ $note }”
slack-packing-slip = Packing slip
slack-folder-usual = The usual folder

slack-title-files = Files { $reference }
slack-title-file-move = Where does it go?
slack-title-file-reject = Reject
slack-title-slip = Packing slip { $reference }
slack-reject-about = The workshop reads this note and uploads a revision. Until then the order can not be marked as Ready.
slack-submit-reject = Reject
slack-slip-about = How many packages leave the workshop? The slip and a label for each come into the order's Cutr-only thread.
slack-slip-known = Version { $version } counts now: { $count } packages, made { $moment }. Another number outdates it.
slack-submit-slip = Make the slip
slack-field-kind = Kind
slack-field-folder = Folder
slack-field-note = What needs attention
slack-field-boxes = Boxes
slack-field-pallets = Pallets

slack-ready-lacking = ⚠️ Still missing: { $kinds }.
slack-ready-rejected = ⚠️ Rejected, a revision is needed: { $names }.
slack-ready-why = You can mark it as Ready all the same if you give a reason.
slack-ready-override = { $reason } Or give a reason here to mark it as Ready all the same.

slack-done-file_move = Filed there.
slack-done-file_reject = Rejected. The workshop reads your note.
slack-done-slip = The packing slip of { $reference } is being made.
slack-slip-made = 📦 { $reference }: packing slip version { $version }, { $count } packages
slack-dossier-coming = The dossier is being put together and comes into the order's Cutr-only thread.
slack-dossier-made-cutr_only = 🗂 Dossier of { $reference }: everything, for Cutr only
slack-dossier-made-with_customer = 🗂 Dossier of { $reference } in the form for the customer: nothing of the Cutr-only chat is in it
slack-dossier-customer = Dossier for the customer
slack-paper-failed = The paper could not be made or put here just now. Ask for it again in a minute.
slack-paper-no-thread = { $reference } has no Cutr-only thread that works, so the paper can not be put there.

# -- the weekly report and its charts ----------------------------------------------------------------------------------

report-everybody = All partners
report-kept =
    { $count ->
        [one] { $partner }: { $percent } % ({ $kept } of one date)
       *[other] { $partner }: { $percent } % ({ $kept } of { $count } dates)
    }
report-answers = { $partner }: { $times }
report-offers =
    { $count ->
        [one] offers in { $time } (one offer)
       *[other] offers in { $time } ({ $count } offers)
    }
report-messages =
    { $count ->
        [one] messages in { $time } (one message)
       *[other] messages in { $time } ({ $count } messages)
    }
report-cutr =
    { $count ->
        [one] { $time } (one message)
       *[other] { $time } ({ $count } messages)
    }
report-todos =
    { $count ->
        [one] { $partner }: one to-do open, { $late } late
       *[other] { $partner }: { $count } to-dos open, { $late } late
    }
report-bar-kept = { $percent } % ({ $kept } of { $count })
report-bar-todos = { $late } late of { $count }
report-title-kept = Dates kept, by partner
report-title-answers = Answer times, by partner
report-title-todos = Open to-dos, by partner
report-note-kept = Share of promised completion and delivery dates that were kept, in percent
report-note-answers = Median in hours by the clock, nights and weekends included; in brackets how many
report-note-todos = Number of to-dos of running orders that are open now
report-unit-todos = to-dos
report-legend-offers = from offer to answer
report-legend-messages = from first message to answer
report-legend-late = late
report-legend-open = not due yet
slack-export-coming = The file comes to your direct chat with this app.
slack-export-sent =
    { $count ->
        [0] No order fits; the file in your direct chat has only its headings.
        [one] The file with one order is in your direct chat with this app.
       *[other] The file with { $count } orders is in your direct chat with this app.
    }
slack-export-failed = The file could not be sent. Try again; if it stays so, ask the operator to run cutr doctor: the app may lack the permission im:write.
slack-export-words = { $count ->
        [one] One order
       *[other] { $count } orders
    } as CSV, times in { $zone }
slack-report-coming = The report of the last seven days, with charts, comes to the orders channel.
slack-report-charts =
    { $count ->
        [one] One chart of the weekly report
       *[other] { $count } charts of the weekly report
    }
