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
