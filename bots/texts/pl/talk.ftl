# Strona klienta: maile o czacie, nazwy, których się nie podaje, słowa czekające na decyzję autora.

alias-workshop = Państwa warsztat
alias-customer = Klient
alias-contact-withheld = [dane kontaktowe usunięte]

mail-chat-mail-subject = Nowe wiadomości na czacie o zamówieniu { $reference }
mail-chat-mail-body =
    Dzień dobry,

    oto, co napisano o zamówieniu *{ $reference }* · { $title }. Prosimy odpowiadać na stronie zamówienia, a nie mailem.
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
notice-chat-mail = Nowe wiadomości na czacie o *{ $reference }* · { $title }.

notice-money-question =
    ✋ *{ $reference }*: tu chodzi o pieniądze albo terminy, a ten czat czyta KLIENT. Wiadomość nie została jeszcze wysłana:
    „{ $text }”
    Wysłać ją zamiast tego do Cutr?
button-steer_cutr = Tylko do Cutr
button-steer_customer = Wyślij do klienta
telegram-done-steer-cutr = Dostanie ją tylko Cutr
telegram-done-steer-customer = W drodze do klienta i Cutr
button-remake = Zlecić ponowne wykonanie
button-repair = Zlecić naprawę
