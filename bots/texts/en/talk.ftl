# The customer's side: the chat's mails, names that are not told, words that wait for their writer.

# -- names that partner and customer do not tell each other ------------------------------------------------------------

alias-workshop = Your workshop
alias-customer = Customer
alias-contact-withheld = [contact withheld]

# -- mail to the customer who was away ---------------------------------------------------------------------------------

mail-chat-mail-subject = New in the chat about your order { $reference }
mail-chat-mail-body =
    Hello,

    This was written about your order *{ $reference }* · { $title }. Please answer on your order's page, not by mail.
mail-chat-mail-line = *{ $name }*, { $at }
mail-chat-mail-more =
    { $count ->
        [one] One more message is on your order's page.
       *[other] { $count } more messages are on your order's page.
    }
mail-chat-mail-files =
    { $count ->
        [one] (one file, on your order's page)
       *[other] ({ $count } files, on your order's page)
    }
notice-chat-mail = New in the chat about *{ $reference }* · { $title }.

# -- "send to Cutr instead?" -------------------------------------------------------------------------------------------

notice-money-question =
    ✋ *{ $reference }*: this is about money or planning, and the CUSTOMER reads this chat. It has not been sent yet:
    “{ $text }”
    Send it to Cutr instead?
button-steer_cutr = To Cutr only
button-steer_customer = Send to the customer
telegram-done-steer-cutr = Only Cutr gets it
telegram-done-steer-customer = On its way to the customer and Cutr

# -- for staff ---------------------------------------------------------------------------------------------------------

alert-words_waiting = ✋ *{ $reference }*: words for the customer have waited an hour for their writer, who was asked whether Cutr should get them instead. { $detail }
deadline-words_waiting = Words for the customer wait for their writer
event-words_waiting = Words for the customer waited for their writer
event-customer_link_renewed = New link for the customer; earlier ones closed
event-customer_link_revoked = The customer's links closed
command-slack-order-renewlink = Mails the customer a new link; earlier ones stop working
command-slack-order-revokelink = Makes every link the customer has stop working
slack-pressed-renewlink = Earlier links work no more. The customer gets the new one by mail.
slack-pressed-revokelink = The customer's links work no more. The next mail to them, or renewlink, brings a new one.
slack-flag-aliases = Partner and customer do not learn each other's names
button-remake = Have it made again
button-repair = Have it repaired
slack-title-remake = Make { $reference } again
slack-title-repair = Repair { $reference }
slack-remake-about = The order goes back into production at the same workshop, which reads your reason. Feedback opens anew when it is delivered again.
slack-repair-about = The order goes back to the workshop to be repaired; it reads your reason. Feedback opens anew when it is delivered again.
slack-submit-remake = Make it again
slack-submit-repair = Have it repaired
slack-done-remake = { $reference } is to be made again. The workshop knows.
slack-done-repair = { $reference } is to be repaired. The workshop knows.
slack-evidence-name = complaint.jpg
slack-evidence-words =
    { $count ->
        [one] One picture: what the customer sent, and what was photographed finished and packed
       *[other] { $count } pictures: what the customer sent, and what was photographed finished and packed
    }
