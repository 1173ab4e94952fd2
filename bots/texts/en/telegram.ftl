# What only the Telegram bot says: answers, questions and cards. Buttons, to-dos, statuses and refusals are in common.ftl
# and refusals.ftl. Nothing here may be read by a customer; $name, $title and the like are people's own words.

# -- buttons that only Telegram has ------------------------------------------------------------------------------------

telegram-button-orders = My orders
telegram-previous = ‹ Back
telegram-next = More ›
telegram-other-day = Another day

# -- who is speaking, and what has no file -----------------------------------------------------------------------------

telegram-author-staff = { $name } (Cutr)
telegram-author-customer = { $name } (customer)
telegram-author-guest = { $name } (guest)
telegram-kind-location = 📍 { $detail }
telegram-kind-contact = 👤 { $detail }
telegram-kind-poll = 📊 { $detail }
telegram-kind-other = 📎 { $detail } (can only be seen where it was sent)
telegram-file-too-big = 📎 { $name } ({ $size } MB) is too big for Telegram. Ask Cutr for a link.
telegram-withdrawn = This message was withdrawn.

# -- the card ----------------------------------------------------------------------------------------------------------

telegram-card-status = Status: { $status }
telegram-card-wanted = Wanted by the customer: { $day }
telegram-card-delivery = To the customer: { $value }
telegram-card-address = Address: { $address }
telegram-card-feedback = The customer can give feedback until { $moment }
telegram-card-milestone = { $label }: { $day }
telegram-card-todos = To-dos
telegram-card-due = Everything except Mark as Ready is due { $moment }
telegram-todo-title = { $reference } · To-dos
telegram-todo-none = Nothing is open.

# -- files and delivery ------------------------------------------------------------------------------------------------

telegram-slip-title = { $reference } · Delivery
telegram-slip =
    To: { $customer }
    Address: { $address }
    Delivery: { $value }
telegram-unknown = not known yet

# -- lists and choices -------------------------------------------------------------------------------------------------

telegram-orders-title = Your orders
telegram-orders-none = You have no orders here yet. New ones appear by themselves.
telegram-which-order = Which order?
telegram-which-workshop = For which workshop?
telegram-which-chat-route = I have not passed this on yet. Which order and which chat is it for?
telegram-which-chat-undo_in = In which chat shall I take back your last message?
telegram-no-chats = There is no open order to write in here. Your message was not passed on.
telegram-routed = Sent to { $chat } ({ $readers }).
telegram-not-sent = Not passed on. Nobody has read it.
telegram-never-mind = Nothing was changed.

# -- dates -------------------------------------------------------------------------------------------------------------

telegram-date-title = { $reference } · { $what }
telegram-date-now = Now: { $day }
telegram-date-how = Pick a day, or reply to this message with a date such as “next Tuesday”, “week 23” or “12-3”. Days with a dot are past.
telegram-confirm = Is that right?
telegram-confirm-date = { $value }. Is that right?
telegram-saved = Saved
telegram-saved-date = ✅ { $reference } · { $what }: { $day } ({ $name })
telegram-saved-text = ✅ { $reference } · { $what }: { $value } ({ $name })
telegram-saved-silently = saved
telegram-done-by =
    ✅ { $summary }
    ({ $name })
telegram-too-old = That question was older than 15 minutes, so nothing was changed. Please confirm again.
telegram-which-method = How does it reach the customer?
telegram-invoice-how = Reply to this message with the reference for the invoice, or press No reference.

telegram-delay-title = { $reference } · Delay
telegram-delay-which = Which date will not hold?
telegram-why-delay = Why? Press a reason, or reply to this message in your own words.
telegram-why-delivery = Why does the delivery date change? The CUSTOMER reads this reason. Press one, or reply to this message in your own words.
telegram-remedy = What do you do about it? Reply to this message, or press the button.
telegram-no-remedy = Nothing to add
telegram-summary-reason = Why: { $reason }
telegram-summary-remedy = What is done about it: { $remedy }

# -- Ready and Delivered -----------------------------------------------------------------------------------------------

telegram-ready-missing = ⚠️ Still open: { $missing }. Ready is possible all the same; please fill it in as well.
telegram-ready-sure = Is everything packed and ready to go? Cutr and the customer are told.
telegram-ready-done = ✅ { $reference }: packed, says { $name }. Once the customer has it, press Mark as Delivered on the order's card, or send /delivered.
telegram-delivered-sure = Does the customer have it, and do you hold the signed packing slip? The customer then has 14 days for feedback.
telegram-delivered-done = ✅ { $reference }: slip signed, says { $name }. Nothing more to do: without feedback from the customer the order is approved by itself.

# -- offers, kick-off, milestones --------------------------------------------------------------------------------------

telegram-offer-title = { $reference } · { $title }
telegram-offer-accepted = ✅ You accepted { $reference } ({ $name }). Cutr decides and tells you here.
telegram-offer-declined = You declined { $reference } ({ $name }): { $reason }
telegram-decline-why = Why not this one?
telegram-decline-words = Reply to this message with your reason, or press the button.
telegram-decline-silent = Decline without a reason
telegram-kickoff-picked = ✅ { $reference } · Kick-off: { $moment }
telegram-milestone-words = { $reference }: reply to this message and say what does work. It goes to the Cutr-only chat, the customer does not read it.
telegram-told-cutr = Cutr has it, in the Cutr-only chat.

# -- messages ----------------------------------------------------------------------------------------------------------

telegram-undone = Taken back.
telegram-done-retry = Sending again
telegram-done-undo = Taken back
telegram-done-send-now = On its way
telegram-done-vouch = Let through
telegram-done-drop = Dropped
telegram-guest-held = You are not a member of the workshop, and the customer reads here. Your message waits until a member or Cutr lets it through.
telegram-anonymous = You write as an anonymous admin, so I can not tell who you are and pass nothing on. Switch off “Remain anonymous” in your admin rights and send it again.
telegram-too-big = { $name } is larger than 20 MB and Telegram does not hand it to me. Cutr was told its name only: send a smaller one, or a link.
telegram-answer-in-words = Please answer in words: reply to my question with a text.
telegram-press-a-button = Please press one of the buttons of that message.
telegram-old-button = This button is too old. Send /order for the present state.
telegram-bug = Something went wrong with this, and it was kept. Nothing is lost; Cutr looks into it. Reference: { $reference }

# -- help and linking --------------------------------------------------------------------------------------------------

telegram-help = Write in an order's chat and Cutr reads it. The label says who else does: 🔒 only Cutr, 👥 Cutr and the CUSTOMER. What you can type:
telegram-help-line = { $command } · { $words }
telegram-unknown-command = I do not know this command. Send /help to see what I know.
telegram-stranger = Hello. This bot is for workshops that work with Cutr. If you are one of them, open the personal link that Cutr sent you.
telegram-guest-verbs = Only members of the workshop can do this. Ask one of them, or Cutr for a link of your own.
telegram-guest-help = You are a guest here. What you write in a 🔒 topic goes to Cutr; in a 👥 topic a member lets it through first, because the CUSTOMER reads there. Commands and buttons are for members of the workshop.
telegram-bad-link = This link does not work any more. Ask Cutr for a new one.
telegram-bad-code = This code is not valid. Ask Cutr for a new one and send /link with it here.
telegram-link-in-group = Send /link with the code in your group, not here.
telegram-link-unchecked = I could not check this group just now. Send the command again in a minute; the code still works.
telegram-linked = ✅ This group is connected. Every order gets two topics here: 🔒 only Cutr, and 👥 Cutr and the CUSTOMER.
telegram-needs-topics = This group has no topics yet: open the group's settings, press Edit, switch on Topics, then send /link again. The code still works.
telegram-needs-admin = I am no admin of this group yet: make me an admin with the right “Manage topics”, then send /link again. The code still works.
telegram-needs-can-manage-topics = I lack the right “Manage topics”: switch it on among my admin rights, then send /link again. The code still works.
telegram-needs-can-pin-messages = I lack the right “Pin messages”: switch it on among my admin rights, then send /link again. The code still works.
telegram-needs-can-delete-messages = I lack the right “Delete messages”: switch it on among my admin rights, then send /link again. The code still works.
telegram-hello-group = Hello. To connect this group to your workshop, switch on Topics, make me an admin with “Manage topics”, then send /link with the code from Cutr.
telegram-which-language = Which language shall I speak with you?
telegram-language-set = From now on in { $chosen }.
