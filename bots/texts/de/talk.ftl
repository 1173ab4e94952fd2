# Die Seite des Kunden: Mails über den Chat, Namen, die nicht genannt werden, Worte, die auf ihren Schreiber warten.

alias-workshop = Ihre Werkstatt
alias-customer = Kunde
alias-contact-withheld = [Kontaktdaten entfernt]

mail-chat-mail-subject = Neues im Chat zu Ihrem Auftrag { $reference }
mail-chat-mail-body =
    Guten Tag,

    dies wurde zu Ihrem Auftrag *{ $reference }* · { $title } geschrieben. Bitte antworten Sie auf der Seite Ihres Auftrags, nicht per Mail.
mail-chat-mail-line = *{ $name }*, { $at }
mail-chat-mail-more =
    { $count ->
        [one] Eine weitere Nachricht steht auf der Seite Ihres Auftrags.
       *[other] { $count } weitere Nachrichten stehen auf der Seite Ihres Auftrags.
    }
mail-chat-mail-files =
    { $count ->
        [one] (eine Datei, auf der Seite Ihres Auftrags)
       *[other] ({ $count } Dateien, auf der Seite Ihres Auftrags)
    }
notice-chat-mail = Neues im Chat zu *{ $reference }* · { $title }.

notice-money-question =
    ✋ *{ $reference }*: Hier geht es um Geld oder Termine, und der KUNDE liest diesen Chat. Es ist noch nicht gesendet:
    „{ $text }“
    Stattdessen an Cutr senden?
button-steer_cutr = Nur an Cutr
button-steer_customer = An den Kunden senden
telegram-done-steer-cutr = Nur Cutr bekommt es
telegram-done-steer-customer = Unterwegs zum Kunden und zu Cutr
button-remake = Neu fertigen lassen
button-repair = Reparieren lassen
