# Mails. Subjects are one line; a blank line parts paragraphs. `*…*` is bold in the HTML part and plain in the other.
# The link to the order's page stands below the body of every mail to a customer, and in no other mail.

mail-open-page = Open your order's page
mail-link-is-personal = This link opens your order without a password. Share it only with people who may see the order.
mail-footer = This mail was sent automatically by Cutr about order { $reference }.

mail-assigned-mail-subject = Order { $reference } is yours: { $title }
mail-assigned-mail-body =
    Hello { $partner },

    Order *{ $reference }* · { $title } is assigned to you.

    { $due_at ->
        [none] Its chats and dates are in Telegram.
       *[other] Please fill in its dates in Telegram before *{ $due_at }*: material, completion and delivery.
    }

    Questions about money or planning go into the chat with Cutr only, questions about the order into the chat with the customer.

mail-todos-nudge-subject = Order { $reference }: dates are still open
mail-todos-nudge-body =
    Hello,

    For order *{ $reference }* · { $title } this is still open: *{ $missing }*. There is time until { $due_at }.

    We could not reach you in Telegram: was the bot blocked or removed? Press Start in it again and fill them in there, or call Cutr.

mail-todos-overdue-subject = Order { $reference }: dates are missing
mail-todos-overdue-body =
    Hello,

    Order *{ $reference }* · { $title } was due { $due_at } and still misses: *{ $missing }*.

    We could not reach you in Telegram: was the bot blocked or removed? Press Start in it again and fill them in there, or call Cutr.

mail-customer-link-subject = Your order { $reference }: { $title }
mail-customer-link-body =
    Hello { $customer },

    Your order *{ $reference }* · { $title } is being made.

    On its own page you see how far it is and when it arrives, and you can write to us and to the workshop.

mail-delivery-date-notice-subject =
    { $old ->
        [none] Delivery date of your order { $reference }: { $new }
       *[other] New delivery date of your order { $reference }: { $new }
    }
mail-delivery-date-notice-body =
    Hello,

    { $old ->
        [none] The delivery date of your order *{ $reference }* · { $title } is *{ $new }* ({ $method }).
       *[other] The delivery date of your order *{ $reference }* · { $title } has changed: it is now *{ $new }* ({ $method }). Before, it was { $old }.
    }

    { $reason ->
        [none] If this date does not suit you, tell us on your order's page.
       *[other] The reason: { $reason }
    }

mail-order-ready-subject = Your order { $reference } is ready
mail-order-ready-body =
    Hello,

    Your order *{ $reference }* · { $title } is packed and ready to go. When and how it reaches you is on your order's page.

mail-order-delivered-subject = Your order { $reference } is delivered
mail-order-delivered-body =
    Hello,

    Your order *{ $reference }* · { $title } is delivered. We hope you like it.

    Is something wrong, damaged or missing? Tell us on your order's page until *{ $feedback_until }*. If we hear nothing until then, the order counts as approved.

mail-feedback-last-call-subject = Last days for feedback on your order { $reference }
mail-feedback-last-call-body =
    Hello,

    You can still tell us what is wrong with your order *{ $reference }* · { $title } until *{ $feedback_until }*. Everything fine? Then there is nothing to do: the order counts as approved after that.

mail-order-approved-subject = Your order { $reference } is approved
mail-order-approved-body =
    Hello,

    { $how ->
        [window_over] The time for feedback on your order *{ $reference }* · { $title } is over, so it counts as approved.
       *[decided] Your order *{ $reference }* · { $title } is approved.
    }

    Thank you for your order. Its page stays open to you.
