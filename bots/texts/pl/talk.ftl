# The customer's side: the chat's mails, names that are not told, words that wait for their writer.

alias-workshop = Warsztat
alias-customer = Klient
alias-contact-withheld = [dane kontaktowe usunięte]

mail-chat-mail-subject = Nowe wiadomości na czacie zamówienia { $reference }
mail-chat-mail-body =
    Dzień dobry,

    oto, co napisano o zamówieniu *{ $reference }* · { $title }. Prosimy odpowiadać na stronie zamówienia, a nie e-mailem.
mail-chat-mail-line = *{ $name }*, { $at }
mail-chat-mail-more =
    { $count ->
        [one] Na stronie zamówienia jest jeszcze jedna wiadomość.
        [few] Na stronie zamówienia są jeszcze { $count } wiadomości.
        [many] Na stronie zamówienia jest jeszcze { $count } wiadomości.
       *[other] Na stronie zamówienia jest jeszcze { $count } wiadomości.
    }
mail-chat-mail-files =
    { $count ->
        [one] (jeden plik, na stronie zamówienia)
        [few] ({ $count } pliki, na stronie zamówienia)
        [many] ({ $count } plików, na stronie zamówienia)
       *[other] ({ $count } plików, na stronie zamówienia)
    }
notice-chat-mail = Nowe wiadomości na czacie zamówienia *{ $reference }* · { $title }.

notice-money-question =
    ✋ *{ $reference }*: tu chodzi o pieniądze albo terminy, a ten czat czyta KLIENT. Wiadomość nie została jeszcze wysłana:
    „{ $text }”
    Wysłać ją zamiast tego do Cutr?
button-steer_cutr = Tylko do Cutr
button-steer_customer = Wyślij do klienta
telegram-done-steer-cutr = Dostanie ją tylko Cutr
telegram-done-steer-customer = W drodze do klienta i Cutr
button-remake = Zleć ponowne wykonanie
button-repair = Zleć naprawę
