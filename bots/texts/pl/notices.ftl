# Notices (core/notices.py): what the product says by itself in Slack and Telegram. Fields are the class's fields.
#
# `*…*` is bold and ours alone: fields never become markup (bots/wording.py). A blank field is the variant [none].
# Texts under "With customer" are read by the customer's side too: nothing internal in them, ever.

# A line that is this term alone is left out.
-no-line = {"\uE8FF"}

# -- Cutr only ---------------------------------------------------------------------------------------------------------

notice-offer-sent =
    Nowa oferta zlecenia: *{ $reference }* · { $title }
    { $price ->
        [none] { -no-line }
       *[other] Cena: *{ $price }*
    }
    { $requested_delivery_date ->
        [none] { -no-line }
       *[other] Oczekiwana dostawa: *{ $requested_delivery_date }*
    }
    { $delivery_address ->
        [none] { -no-line }
       *[other] Miejsce dostawy: { $delivery_address }
    }
    { $notes ->
        [none] { -no-line }
       *[other] Uwagi: { $notes }
    }
    Prosimy o odpowiedź do: *{ $answer_until }*.
notice-offer-closed =
    { $outcome ->
        [awarded] Zlecenie *{ $reference }* · { $title } trafia do Państwa. Czaty i zadania pojawią się za chwilę.
        [not_chosen] Zlecenie *{ $reference }* · { $title } trafiło tym razem do innego warsztatu. Dziękujemy za odpowiedź.
       *[expired] Minął czas na odpowiedź w sprawie zlecenia *{ $reference }* · { $title }. Jeśli nadal jest interesujące, proszę napisać do Cutr.
    }
notice-assigned-mail = Zlecenie *{ $reference }* · { $title } przydzielono warsztatowi { $partner }.
notice-kick-off-options =
    Spotkanie startowe, zlecenie *{ $reference }*: Cutr proponuje spotkanie online. Który termin pasuje?
    { $options }
notice-kick-off-picked-notice = Spotkanie startowe, zlecenie *{ $reference }*: *{ $at }* (termin wybrany przez: { $by }).
notice-milestone-notice =
    { $new ->
        [none] Etap „{ $label }” w zleceniu *{ $reference }* usunięto (było: { $old }).
       *[other] { $old ->
            [none] Etap „{ $label }” w zleceniu *{ $reference }*: *{ $new }*.
           *[other] Etap „{ $label }” w zleceniu *{ $reference }*: nowa data *{ $new }* (było: { $old }).
        }
    }
notice-task-notice =
    { $new ->
        [none] *{ $reference }* · { $key }: usunięto (było: { $old }). Zmiana: { $by }.
       *[other] { $old ->
            [none] *{ $reference }* · { $key }: *{ $new }*. Podane przez: { $by }.
           *[other] *{ $reference }* · { $key }: *{ $new }* (było: { $old }). Zmiana: { $by }.
        }
    }
    { $reason ->
        [none] { -no-line }
       *[other] Powód: { $reason }
    }
    { $warnings ->
        [none] { -no-line }
       *[other] ⚠️ Proszę sprawdzić: { $warnings }.
    }
notice-delay-notice =
    ⚠️ *Opóźnienie* w zleceniu *{ $reference }* (zgłoszenie: { $by }): { $key } – teraz *{ $new }*{ $old ->
        [none] {""}
       *[other] , było: { $old }
    }
    Powód: { $reason }
    { $remedy ->
        [none] { -no-line }
       *[other] Środki zaradcze: { $remedy }
    }
notice-todos-nudge =
    Dzień dobry! W zleceniu *{ $reference }* · { $title } do uzupełnienia zostało: *{ $missing }*.
    Termin: { $due_at }. Wystarczy po jednym dotknięciu:
notice-todos-overdue =
    { $count ->
        [1] Termin uzupełnienia zlecenia *{ $reference }* · { $title } minął: { $due_at }. Nadal do uzupełnienia: *{ $missing }*.
       *[other] W zleceniu *{ $reference }* · { $title } nadal do uzupełnienia: *{ $missing }*. Termin minął: { $due_at } (przypomnienie { $count }).
    }
    Prosimy o uzupełnienie teraz, wystarczy po jednym dotknięciu:
notice-order-reopened = Zlecenie *{ $reference }* wraca ze statusu „{ $old }” do *„{ $new }”* ({ $by }).
    { $remedy ->
        [remake] Trzeba wykonać je ponownie.
        [repair] Trzeba je naprawić.
       *[other] { -no-line }
    }
    Powód: { $reason }
notice-order-cancelled = Zlecenie *{ $reference }* · { $title } zostało anulowane. Prosimy przerwać pracę; czaty można nadal czytać.
    Powód: { $reason }
notice-order-taken-away = Zlecenie *{ $reference }* · { $title } nie jest już u Państwa. Prosimy przerwać pracę i napisać do Cutr, co już zostało zrobione.
notice-feedback-heard = Jest opinia klienta o zleceniu *{ $reference }*: *{ $category }*. Odliczanie wstrzymano, Cutr się odezwie.
notice-step-notice =
    { $status ->
        [ready] 📦 Zlecenie *{ $reference }* jest *gotowe* (oznaczone przez: { $by }).
        [delivered] 🚚 Zlecenie *{ $reference }* jest *dostarczone* (oznaczone przez: { $by }).
        [approved] ✅ Zlecenie *{ $reference }* jest *zatwierdzone* (przez: { $by }).
       *[other] Zlecenie *{ $reference }* ma teraz status *{ $status }* (przez: { $by }).
    }
    { $missing ->
        [none] { -no-line }
       *[other] Nadal do zrobienia: *{ $missing }*.
    }
notice-guest-held =
    { $author } nie należy do warsztatu, a pisze tam, gdzie czyta klient zlecenia *{ $reference }*:
    { $text ->
        [none] (bez tekstu)
       *[other] „{ $text }”
    }
    Wiadomość czeka tutaj. Przepuścić czy odrzucić?
notice-send-failed =
    ⚠️ { $author ->
        [none] Wiadomość
       *[other] Wiadomość (od: { $author })
    } w zleceniu *{ $reference }* nie dotarła: { $error }.
    { $excerpt ->
        [none] { -no-line }
       *[other] „{ $excerpt }”
    }
notice-member-welcome =
    Witamy, { $name }! Konto jest połączone z warsztatem *{ $partner }*.
    Każde zlecenie ma dwa czaty: 🔒 tylko z Cutr i 👥 z klientem. To, co napisane w jednym, zostaje w tym jednym.
    /orders pokazuje zlecenia, /todo to, co jest do zrobienia, /help całą resztę.

# -- With customer -----------------------------------------------------------------------------------------------------

notice-customer-link = Klient { $customer } ma stronę zamówienia *{ $reference }* · { $title }.
notice-delivery-date-notice =
    { $old ->
        [none] Data dostawy zamówienia *{ $reference }*: *{ $new }* ({ $method }).
       *[other] Nowa data dostawy zamówienia *{ $reference }*: *{ $new }* ({ $method }), poprzednio: { $old }.
    }
    { $reason ->
        [none] { -no-line }
       *[other] Powód: { $reason }
    }
notice-order-ready = 📦 Zamówienie *{ $reference }* · { $title } jest spakowane i gotowe do wysyłki.
notice-order-delivered = 🚚 Zamówienie *{ $reference }* · { $title } zostało dostarczone. Czekamy na opinie do: *{ $feedback_until }*; bez opinii zamówienie zostanie wtedy zatwierdzone.
notice-feedback-halfway = Połowa czasu za nami: opinie o zamówieniu *{ $reference }* · { $title } są mile widziane do: *{ $feedback_until }*.
notice-feedback-last-call = Ostatnie przypomnienie: opinie o zamówieniu *{ $reference }* · { $title } są mile widziane do: *{ $feedback_until }*. Bez opinii zamówienie zostanie wtedy zatwierdzone.
notice-order-approved =
    { $how ->
        [window_over] ✅ Zamówienie *{ $reference }* · { $title } jest zatwierdzone: minął czas na opinię. Dziękujemy!
       *[decided] ✅ Zamówienie *{ $reference }* · { $title } jest zatwierdzone. Dziękujemy!
    }
