# De kant van de klant: mails over de chat, namen die niet genoemd worden, woorden die op hun schrijver wachten.

alias-workshop = Je werkplaats
alias-customer = Klant
alias-contact-withheld = [contactgegevens weggelaten]

mail-chat-mail-subject = Nieuw in de chat over je bestelling { $reference }
mail-chat-mail-body =
    Hallo,

    Dit is geschreven over je bestelling *{ $reference }* · { $title }. Antwoord op de pagina van je bestelling, niet per mail.
mail-chat-mail-line = *{ $name }*, { $at }
mail-chat-mail-more =
    { $count ->
        [one] Op de pagina van je bestelling staat nog één bericht.
       *[other] Op de pagina van je bestelling staan nog { $count } berichten.
    }
mail-chat-mail-files =
    { $count ->
        [one] (één bestand, op de pagina van je bestelling)
       *[other] ({ $count } bestanden, op de pagina van je bestelling)
    }
notice-chat-mail = Nieuw in de chat over *{ $reference }* · { $title }.

notice-money-question =
    ✋ *{ $reference }*: dit gaat over geld of planning, en de KLANT leest deze chat. Het is nog niet verstuurd:
    “{ $text }”
    In plaats daarvan naar Cutr sturen?
button-steer_cutr = Alleen naar Cutr
button-steer_customer = Naar de klant sturen
telegram-done-steer-cutr = Alleen Cutr krijgt het
telegram-done-steer-customer = Onderweg naar de klant en Cutr
button-remake = Opnieuw laten maken
button-repair = Laten repareren
