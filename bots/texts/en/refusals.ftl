# Refusals (core/refusals.py): what can not be done now and what to do next, to the person who asked.

refusal-not-allowed =
    { $action ->
        [answer_offer] Only an admin of the partner can answer an offer. Ask an admin of yours.
        [see_money] Prices and billing are for admins. Ask an admin of your workshop.
        [set_invoice_reference] Only an admin can set the invoice reference. Ask an admin of your workshop.
        [manage_members] Only an admin or Cutr can change who belongs to the workshop. Ask one of them.
        [link_group] Only an admin of the workshop can connect a group. Ask an admin to type the code.
        [vouch] Only an admin or Cutr can let a guest's message through. Ask one of them.
        [set_milestone] Milestones are set by Cutr. If a date does not work, write so in the Cutr-only chat.
        [propose_kick_off] Kick-off times are proposed by Cutr. Write in the Cutr-only chat when another time suits you.
        [move_message] Only Cutr can move messages. Ask in the Cutr-only chat.
        [snooze] Only Cutr can pause reminders. Ask in the Cutr-only chat.
        [approve] Only Cutr can approve the order after feedback. Ask in the chat.
        [edit_message] Others vouched for those words, so they stay. Write a new message instead.
        [reopen] Only Cutr can take a step back. Write in the Cutr-only chat what went wrong.
        [cancel] Only Cutr can cancel an order. Write in the Cutr-only chat.
        [review_own] Nobody reviews what they uploaded themselves. Ask a colleague to look at it.
        [review_file] Only Cutr reviews files, and the customer their drawings. Ask in the Cutr-only chat when something waits for long.
        [upload] Only the workshop of this order and Cutr can file photos and drawings, each their own. Send yours in the order's chat.
        [undo_revision] A new version stays, so that nobody overlooks what changed. Was it the wrong one? Upload another version: open /files and press “Upload revision”.
       *[other] That is not yours to do here. Ask Cutr, they can do it for you.
    }
refusal-not-your-order = I know no such order of yours. Send /orders to see the ones you have.
refusal-not-linked = I do not know yet which workshop you belong to. Open the personal link you got from Cutr, or ask them for a new one.
refusal-wrong-status =
    { $verb ->
        [mark_ready] *{ $reference }* is “{ $now }”, and only an order in production can be marked as Ready.
        [mark_delivered] *{ $reference }* is “{ $now }”, and only a Ready order can be marked as Delivered. Mark it as Ready first.
        [approve] *{ $reference }* is “{ $now }”, and only a delivered order can be approved.
        [record_feedback] *{ $reference }* is “{ $now }”. Feedback is for delivered orders; until then, write in the chat.
        [offer] *{ $reference }* is “{ $now }”, and only a draft or offered order can be offered.
        [assign] *{ $reference }* is “{ $now }”, and can no longer be given to a partner. Reopen it first.
        [reopen] *{ $reference }* is “{ $now }”, and there is no such step back from there.
        [cancel] *{ $reference }* is “{ $now }”, so there is nothing to cancel.
        [move] { $reference ->
            [none] The message is already there. Choose another order or chat.
           *[other] *{ $reference }* is “{ $now }”, so no message can be moved there. Choose another order.
        }
        [snooze] *{ $reference }* is “{ $now }”, so there are no reminders to pause.
       *[other] *{ $reference }* is “{ $now }”, so that can not be done now. Send /order { $reference } to see what can.
    }
refusal-already-done =
    { $by ->
        [none] Already done on { $moment }. There is nothing left for you to do.
       *[other] Already done by { $by } on { $moment }. There is nothing left for you to do.
    }
refusal-too-late =
    { $what ->
        [offer_gone] This order went to another workshop. Write to Cutr if you can still help.
        [offer] The time to answer this offer ended on { $moment }. Write to Cutr if you still want the order.
        [feedback] The feedback window closed on { $moment }. Write to Cutr and they will help.
        [snooze] Reminders were asked to rest until a day that is over. Choose a later day.
        [link] This upload link worked for 24 hours, until { $moment }. Get a new one: send /files and press “Upload link”, or ask Cutr.
        [link_done] This upload link was finished with Done on { $moment }. Get a new one: send /files and press “Upload link”, or ask Cutr.
        [undo] It is too late to take this back, since { $moment } the other side may have read it. Write a correction instead.
       *[other] The time for this ended on { $moment }. Write to Cutr.
    }
refusal-stale = This button is from an earlier state of *{ $reference }*. Send /order { $reference } for the present one.
refusal-unknown-order = I know no order “{ $reference }” that you can see. Check the reference, or send /orders for the list.
refusal-unknown-thing =
    { $what ->
        [code] This code is not valid. Ask Cutr for a new one.
        [member] I know no such person. Check the name in the list of partners.
        [partner] I know no partner “{ $name }”. Check the name in the list of partners.
        [customer] I know no such customer. Create the customer first.
        [own_message] There is nothing of yours left to take back here.
        [message] This is no message of an order's chat, or I no longer know it. Send it again there if it is still needed.
        [offer] I know no such offer. Send /orders for what is open.
        [chat] I no longer know this chat. Open the order again and start from there.
        [order] I know no such order. Send /orders for the list.
        [milestone] There is no such milestone. Open the order to see them.
        [kick_off] There is no kick-off to choose for. Ask Cutr to propose times.
        [upload] I no longer know these files as one upload. Send /files to see what is filed, or send them again.
        [file] This file is not on file (any more): it was taken back, or it belongs to another order. Send /files to see what is.
        [link] This upload link does not work. Get a new one: send /files and press “Upload link”, or ask Cutr.
        [task] There is no such to-do. Open the order to see what is open.
       *[other] I could not find that. Open the order again and start from there.
    }
refusal-reason-needed =
    { $what ->
        [delivery_date] The customer reads why the delivery date changes. Give a short reason.
        [snooze] Say in a few words why reminders may rest.
        [reopen] Say in a few words why the order goes a step back.
        [cancel] Say in a few words why the order is cancelled.
        [approve] There is feedback on this order. Say in a few words how it was settled.
        [override] Photos or to-dos are still missing. Say in a few words why it is Ready all the same.
        [reject] The workshop reads what to change. Write it in a few words, then reject again.
        [delay] Say in a few words why the date will not hold.
       *[other] This needs a reason. Say in a few words why.
    }

refusal-bad-value = The { $label } can not be used like that{ $shown }. Check it and send it again.
refusal-bad-value-blank = The { $label } is still empty. Fill it in and send it again.
refusal-bad-value-too_long = The { $label } is too long{ $shown }. Make it shorter and send it again.
refusal-bad-value-not_a_date = I could not read “{ $value }” as a date. Write it like 31-01-2030, “next Tuesday” or “week 23”.
refusal-bad-value-not_a_time = I could not read “{ $value }” as a time. Write it like 31-01-2030 14:30.
refusal-bad-value-not_an_address = “{ $value }” is not a mail address. Check it and send it again.
refusal-bad-value-not_a_reference = “{ $value }” can not be a reference. Use letters, digits and dashes, such as ABC-123.
refusal-bad-value-not_a_number = “{ $value }” is not a number. Write it with digits only.
refusal-bad-value-not_a_price = “{ $value }” is not a price. Write it like 1250.00.
refusal-bad-value-not_a_currency = “{ $value }” is not a currency. Use three letters, such as EUR.
refusal-bad-value-unknown = I do not know “{ $value }” as { $label }. Choose one of those offered.
refusal-bad-value-unknown_zone = I do not know the time zone “{ $value }”. Write it like Europe/Amsterdam.
refusal-bad-value-unknown_language = I do not speak “{ $value }” yet. Choose one of the languages offered.
refusal-bad-value-taken = This { $label } is already in use{ $shown }. Choose another one.
refusal-bad-value-last_admin = { $value } is the last admin of this workshop. Make somebody else admin first.
refusal-bad-value-not_yourself = You can not take your own admin role away. Ask another admin.
refusal-bad-value-used = This { $label } was used before. Ask Cutr for a new one.
refusal-bad-value-expired = This { $label } has expired. Ask Cutr for a new one.
refusal-bad-value-in_the_past = The { $label } is in the past{ $shown }. Choose a later one.
refusal-bad-value-in_the_future = The { $label } is in the future{ $shown }. Choose an earlier one.
refusal-bad-value-too_many = There are too many for { $label }. Choose fewer.
refusal-bad-value-too_few = There are too few for { $label }. Choose at least one.
refusal-bad-value-not_offered = “{ $value }” is not one of the choices. Choose one of those offered.
refusal-bad-value-not_confirmed = Delivered needs the signed packing slip. Have it signed, then confirm that you hold it.
refusal-bad-value-not_yours_to_set = Only Cutr can set the { $label }. Leave it out, and now counts.
refusal-bad-value-before_the_step_before = The { $label } lies before the order's last step{ $shown }. Choose a later one.
refusal-bad-value-out_of_range = “{ $value }” is out of range for { $label }. Choose another value.

refusal-bad-value-either_or = Give a reference or tick “No reference”, not both.
refusal-bad-value-reference_or_no_reference = Give a reference or tick “No reference”, one of the two.
refusal-bad-value-not_a_date_task = “{ $value }” has no date. Choose one of the to-dos with a date.
refusal-bad-value-not_a_delivery_schedule = The delivery schedule needs a method and a date. Give both.
refusal-bad-value-not_an_invoice_reference = The invoice reference is a text, or “No reference”. Give one of them.
refusal-bad-value-not_a_key = “{ $value }” can not be a name here. Use small letters, digits and underscores.
refusal-bad-value-not_later = A delay needs a later date than the present one{ $shown }. Choose a later one.
refusal-bad-value-too_far = This { $label } is too far away{ $shown }. Check the year and send it again.
refusal-bad-value-not_self_billing = This workshop sends its own invoices, so no reference is needed. Leave it out.
refusal-bad-value-not_staff = Only somebody of Cutr can be responsible. Choose another person.

refusal-confirm-needed = Please check: { $problems }. Confirm if it is meant like that, or choose another date.
refusal-closed-chat = *{ $reference }* is over or with somebody else, so its chats can only be read. Write to Cutr in another order's chat, or call them.
refusal-no-customer-chat = *{ $reference }* has no chat with the customer. Write in the Cutr-only chat, Cutr passes it on.
refusal-unclear-target = Which order and which chat is this for? Choose one, and it goes there.
