# Delays, check-ins, and what is said when somebody could not be reached. Read by partners, some of it by customers.

# -- why a date does not hold: the list ($cause); customers read it when their delivery moves --------------------------

delay-material = The material is late
delay-machine = A machine is down
delay-illness = Somebody is ill
delay-capacity = The workshop is full
delay-quality = Something must be made again
delay-transport = Transport
delay-customer = The customer asked for it
delay-other = Another reason
telegram-words = { $reason }. Say more in a few words, as a reply to this message, or press the button.
telegram-words-other = What is the reason? Reply to this message in your own words.

# -- check-ins ---------------------------------------------------------------------------------------------------------

check-in-material = Material is in
check-in-started = Work has started
check-in-completion = Completion on time
check-in-finished = Work is finished
check-in-delivery = Delivery on time
answer-yes = Yes
answer-not_yet = Not yet
answer-later = Ask me later
telegram-check-in-thanks = Thank you
telegram-check-in-done = ✅ { $reference } · { $what }: { $answer } ({ $name })
notice-check-in-question =
    { $key ->
        [material] *{ $reference }* · { $title }: is the material in? It was planned for { $day }.
        [started] *{ $reference }* · { $title }: has the work started?
        [completion] *{ $reference }* · { $title }: will it be finished on time, on *{ $day }*?
        [finished] *{ $reference }* · { $title }: is it finished? It was planned for { $day }.
       *[delivery] *{ $reference }* · { $title }: will it reach the customer on time, on *{ $day }*?
    }
mail-check-in-question-subject = { $reference }: a short question
mail-check-in-question-body =
    { $key ->
        [material] Is the material for *{ $reference }* · { $title } in? It was planned for { $day }.
        [started] Has the work on *{ $reference }* · { $title } started?
        [completion] Will *{ $reference }* · { $title } be finished on time, on *{ $day }*?
        [finished] Is *{ $reference }* · { $title } finished? It was planned for { $day }.
       *[delivery] Will *{ $reference }* · { $title } reach the customer on time, on *{ $day }*?
    }

    We could not reach you on Telegram. Please answer there, or call Cutr.

# -- somebody could not be reached ------------------------------------------------------------------------------------

telegram-recap = This chat was opened anew. What was said last:
button-address = Change address
notice-missed-mail = Missed on Telegram, by mail to { $partner }.
mail-missed-mail-subject = Cutr could not reach you on Telegram
mail-missed-mail-body =
    Hello { $partner },

    This could not be brought to you on Telegram:

    { $lines }

    { $more ->
        [0] {"\uE8FF"}
       *[other] and { $more } more
    }

    Please answer on Telegram: if the bot was blocked, press Start in it again; if it was removed from your group, add it again as an admin with “Manage topics”. Everything else goes out then by itself. You can also call Cutr.
mail-footer-general = This mail was sent automatically by Cutr.
