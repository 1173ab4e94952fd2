# Notices (core/notices.py): what the product says by itself in Slack and Telegram. Fields are the class's fields.
#
# `*…*` is bold and ours alone: fields never become markup (bots/wording.py). A blank field is the variant [none].
# Texts under "With customer" are read by the customer's side too: nothing internal in them, ever.

# A line that is this term alone is left out.
-no-line = {"\uE8FF"}

# -- Cutr only ---------------------------------------------------------------------------------------------------------

notice-offer-sent =
    New order on offer: *{ $reference }* · { $title }
    { $price ->
        [none] { -no-line }
       *[other] Price: *{ $price }*
    }
    { $requested_delivery_date ->
        [none] { -no-line }
       *[other] Delivery asked for: *{ $requested_delivery_date }*
    }
    { $delivery_address ->
        [none] { -no-line }
       *[other] Delivered to: { $delivery_address }
    }
    { $notes ->
        [none] { -no-line }
       *[other] Notes: { $notes }
    }
    Please answer before *{ $answer_until }*.
notice-offer-answered-notice =
    { $answer ->
        [accepted] *{ $partner }* accepts *{ $reference }*. Assign it with /order { $reference } assign.
        [declined] *{ $partner }* declines *{ $reference }*: { $reason }.
       *[expired] *{ $partner }* did not answer the offer of *{ $reference }* in time.
    }
    { $note ->
        [none] { -no-line }
       *[other] “{ $note }”
    }
notice-offer-closed =
    { $outcome ->
        [awarded] *{ $reference }* · { $title } is yours. Its chats and to-dos follow.
        [not_chosen] *{ $reference }* · { $title } went to another workshop this time. Thank you for answering.
       *[expired] The time to answer the offer of *{ $reference }* · { $title } is over. Write to Cutr if you still want it.
    }
notice-assigned-mail = *{ $reference }* · { $title } is assigned to { $partner }.
notice-check-in-wanted = *{ $reference }* is the first order of *{ $partner }*. Hold the check-in before production starts, then tick it off.
notice-kick-off-options =
    Kick-off for *{ $reference }*: Cutr proposes an online meeting. Which time suits you?
    { $options }
notice-kick-off-picked-notice = Kick-off for *{ $reference }*: *{ $at }*, chosen by { $by }.
notice-milestone-notice =
    { $new ->
        [none] Milestone “{ $label }” of *{ $reference }* is removed (it was { $old }).
       *[other] { $old ->
            [none] Milestone “{ $label }” of *{ $reference }*: *{ $new }*.
           *[other] Milestone “{ $label }” of *{ $reference }* moves from { $old } to *{ $new }*.
        }
    }
notice-task-notice =
    { $new ->
        [none] *{ $reference }*: { $by } removed the { $key } (it was { $old }).
       *[other] { $old ->
            [none] *{ $reference }*: { $by } set the { $key } to *{ $new }*.
           *[other] *{ $reference }*: { $by } changed the { $key } from { $old } to *{ $new }*.
        }
    }
    { $reason ->
        [none] { -no-line }
       *[other] Reason: { $reason }
    }
    { $warnings ->
        [none] { -no-line }
       *[other] ⚠️ Please check: { $warnings }.
    }
notice-delay-notice =
    ⚠️ *Delay* on *{ $reference }*, reported by { $by }: { $key } now *{ $new }*{ $old ->
        [none] {""}
       *[other] , was { $old }
    }
    Reason: { $reason }
    { $remedy ->
        [none] { -no-line }
       *[other] What is done about it: { $remedy }
    }
notice-todos-nudge =
    Hello! For *{ $reference }* · { $title } this is still open: *{ $missing }*.
    There is time until { $due_at }. One tap each:
notice-todos-overdue =
    { $count ->
        [1] *{ $reference }* · { $title } was due { $due_at } and still misses: *{ $missing }*.
       *[other] *{ $reference }* · { $title } still misses: *{ $missing }*. It was due { $due_at } (reminder { $count }).
    }
    Please fill it in now, one tap each:
notice-todos-digest = *Late to-dos*
    { $lines }
notice-todos-digest-line = • *{ $reference }* · { $partner }: { $missing } ({ $late })
notice-todos-digest-more =
    { $count ->
        [one] and { $count } more order
       *[other] and { $count } more orders
    }
notice-todos-digest-late =
    { $days ->
        [0] late since today
        [one] { $days } day late
       *[other] { $days } days late
    }
notice-check-in-answered = *{ $reference }* · { $key } ({ $day }): *{ $answer }*, says { $by }.
notice-check-ins-digest = *Questions without an answer*
    { $lines }
notice-check-ins-digest-line = • *{ $reference }* · { $partner }: { $what } ({ $day })?
notice-check-ins-digest-more =
    { $count ->
        [one] and { $count } more question
       *[other] and { $count } more questions
    }
notice-mail-bounced =
    📭 The mail address *{ $address }* { $who ->
        [none] {""}
       *[other] of { $who }{" "}
    }takes no mail: { $error }.
    Nothing goes there until it is changed; what was refused is then sent again.
notice-weekly-report =
    📊 *Weekly report* · { $since } – { $until }

    📅 *Promised dates kept*
    { $kept ->
        [none] No promised date fell due.
       *[other] { $kept }
    }

    ⏱️ *Answer times of partners* (median by the clock)
    { $answers ->
        [none] No partner had anything to answer.
       *[other] { $answers }
    }
    { $cutr ->
        [none] Cutr had nothing to answer.
       *[other] Cutr answered partners and customers in { $cutr }.
    }

    ☑️ *Open to-dos now*
    { $todos ->
        [none] No to-do is open.
       *[other] { $todos }
    }

    { $needing ->
        [0] No order needs attention.
        [one] One order needs attention: /orders needs attention
       *[other] { $needing } orders need attention: /orders needs attention
    }
notice-todos-escalated =
    🔔 *{ $reference }* · { $title }: *{ $partner }* has not filled in *{ $missing }* since the order was assigned on { $assigned_at }.
    Reminders have not helped. Please call them, or pause the reminders with a reason.
notice-milestones-wanted = *{ $reference }* · { $title } has a kick-off but no milestones yet. Set them after the meeting, the partner waits for them.
notice-order-reopened = *{ $reference }* goes back from { $old } to *{ $new }* ({ $by }).
    { $remedy ->
        [remake] It is to be made again.
        [repair] It is to be repaired.
       *[other] { -no-line }
    }
    Reason: { $reason }
notice-order-cancelled = *{ $reference }* · { $title } is cancelled. Please stop work on it; its chats can still be read.
    Reason: { $reason }
notice-order-taken-away = *{ $reference }* · { $title } is no longer with you. Please stop work on it, and write to Cutr about what is already made.
notice-feedback-notice =
    { $late ->
        [none] 💬 *Feedback* from the customer on *{ $reference }*: *{ $category }*
        [fine] 💬 The customer says of *{ $reference }*: *{ $category }*
       *[late] 💬 *Late feedback* from the customer on *{ $reference }*, after the window: *{ $category }*
    }
    { $text ->
        [none] { -no-line }
       *[other] “{ $text }”
    }
    { $late ->
        [none] The clock has stopped. Approve with a reason, have it made again or repaired, or reopen the order.
        [fine] { -no-line }
       *[late] The order stays approved. Please get in touch with the customer.
    }
notice-feedback-heard = The customer gave feedback on *{ $reference }*: *{ $category }*. The clock has stopped and Cutr will be in touch.
notice-step-notice =
    { $status ->
        [ready] 📦 *{ $reference }* is *Ready* (by { $by }).
        [delivered] 🚚 *{ $reference }* is *Delivered* (by { $by }).
        [approved] ✅ *{ $reference }* is *Approved* (by { $by }).
       *[other] *{ $reference }* is now *{ $status }* (by { $by }).
    }
    { $missing ->
        [none] { -no-line }
       *[other] Still open: *{ $missing }*.
    }
notice-guest-held =
    { $author } is no member of the workshop and wrote where the customer of *{ $reference }* reads:
    { $text ->
        [none] (no text)
       *[other] “{ $text }”
    }
    It waits here. Let it through, or drop it?
notice-send-failed =
    ⚠️ { $author ->
        [none] A message
       *[other] { $author }’s message
    } in *{ $reference }* did not arrive: { $error }.
    { $excerpt ->
        [none] { -no-line }
       *[other] “{ $excerpt }”
    }
notice-member-welcome =
    Welcome, { $name }! You are connected to *{ $partner }*.
    Every order has two chats: 🔒 Cutr only, and 👥 with the customer. What you write in one stays in that one.
    /orders shows your orders, /todo what is open, /help everything else.

# -- With customer -----------------------------------------------------------------------------------------------------

notice-customer-link = The customer { $customer } has the page of *{ $reference }* · { $title }.
notice-delivery-date-notice =
    { $old ->
        [none] Delivery date of *{ $reference }*: *{ $new }* ({ $method }).
       *[other] New delivery date of *{ $reference }*: *{ $new }* ({ $method }), before: { $old }.
    }
    { $reason ->
        [none] { -no-line }
       *[other] Reason: { $reason }
    }
notice-order-ready = 📦 *{ $reference }* · { $title } is packed and ready to go.
notice-order-delivered = 🚚 *{ $reference }* · { $title } is delivered. Feedback is welcome until *{ $feedback_until }*; without any, the order is approved then.
notice-feedback-halfway = Halfway: feedback on *{ $reference }* · { $title } is welcome until *{ $feedback_until }*.
notice-feedback-last-call = Last call: feedback on *{ $reference }* · { $title } is welcome until *{ $feedback_until }*. Without any, the order is approved then.
notice-order-approved =
    { $how ->
        [window_over] ✅ *{ $reference }* · { $title } is approved: the time for feedback is over. Thank you!
       *[decided] ✅ *{ $reference }* · { $title } is approved. Thank you!
    }
