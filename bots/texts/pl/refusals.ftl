# Refusals (core/refusals.py): what can not be done now and what to do next, to the person who asked.

refusal-not-allowed =
    { $action ->
        [answer_offer] Na ofertę może odpowiedzieć tylko administrator partnera. Proszę zwrócić się do administratora w warsztacie.
        [see_money] Ceny i rozliczenia widzą tylko administratorzy. Proszę zwrócić się do administratora warsztatu.
        [set_invoice_reference] Numer do faktury może podać tylko administrator. Proszę zwrócić się do administratora warsztatu.
        [manage_members] Skład warsztatu może zmieniać tylko administrator albo Cutr. Proszę zwrócić się do kogoś z nich.
        [link_group] Grupę może połączyć tylko administrator warsztatu. Kod powinien wpisać administrator.
        [vouch] Wiadomość gościa może przepuścić tylko administrator albo Cutr. Proszę zwrócić się do kogoś z nich.
        [set_milestone] Etapy ustala Cutr. Jeśli termin nie pasuje, proszę napisać to na czacie tylko z Cutr.
        [propose_kick_off] Terminy spotkania startowego proponuje Cutr. Jeśli pasuje inny, proszę napisać to na czacie tylko z Cutr.
        [move_message] Wiadomości może przenosić tylko Cutr. Proszę napisać o tym na czacie tylko z Cutr.
        [snooze] Przypomnienia może wstrzymać tylko Cutr. Proszę napisać o tym na czacie tylko z Cutr.
        [approve] Po opinii klienta zlecenie może zatwierdzić tylko Cutr. Proszę napisać o tym na czacie.
        [edit_message] Za te słowa poręczył ktoś inny, więc zostają bez zmian. Proszę napisać nową wiadomość.
        [reopen] Krok wstecz może zrobić tylko Cutr. Proszę napisać na czacie tylko z Cutr, co poszło nie tak.
        [cancel] Zlecenie może anulować tylko Cutr. Proszę napisać na czacie tylko z Cutr.
        [review_own] Nikt nie ocenia tego, co sam wysłał. Proszę poprosić kogoś z zespołu.
        [review_file] Pliki ocenia tylko Cutr, a rysunki także klient. Jeśli coś długo czeka, proszę zapytać na czacie tylko z Cutr.
        [upload] Zdjęcia i rysunki mogą zapisywać tylko warsztat tego zlecenia i Cutr, każdy swoje. Proszę wysłać je na czacie zlecenia.
        [undo_revision] Nowa wersja zostaje, żeby nikt nie przeoczył zmiany. To była niewłaściwa? Proszę wysłać kolejną: otworzyć /files i nacisnąć „Wyślij poprawkę”.
       *[other] Tego nie można tu zrobić samodzielnie. Proszę zwrócić się do Cutr, Cutr może to zrobić.
    }
refusal-not-your-order = Nie ma takiego zlecenia na tym koncie. /orders pokaże dostępne zlecenia.
refusal-not-linked = Nie wiadomo jeszcze, do którego warsztatu należy to konto. Proszę otworzyć osobisty link od Cutr albo poprosić o nowy.
refusal-wrong-status =
    { $verb ->
        [mark_ready] Zlecenie *{ $reference }* ma status „{ $now }”, a jako gotowe można oznaczyć tylko zlecenie w produkcji.
        [mark_delivered] Zlecenie *{ $reference }* ma status „{ $now }”, a jako dostarczone można oznaczyć tylko zlecenie gotowe. Proszę najpierw oznaczyć je jako gotowe.
        [approve] Zlecenie *{ $reference }* ma status „{ $now }”, a zatwierdzić można tylko zlecenie dostarczone.
        [record_feedback] Zlecenie *{ $reference }* ma status „{ $now }”. Opinie dotyczą zleceń dostarczonych; do tego czasu proszę pisać na czacie.
        [offer] Zlecenie *{ $reference }* ma status „{ $now }”, a zaoferować można tylko szkic lub zlecenie już oferowane.
        [assign] Zlecenie *{ $reference }* ma status „{ $now }” i nie można go już przydzielić partnerowi. Trzeba je najpierw otworzyć ponownie.
        [reopen] Zlecenie *{ $reference }* ma status „{ $now }”, a z niego nie ma takiego kroku wstecz.
        [cancel] Zlecenie *{ $reference }* ma status „{ $now }”, więc nie ma czego anulować.
        [move] { $reference ->
            [none] Ta wiadomość już tam jest. Proszę wybrać inne zlecenie lub inny czat.
           *[other] Zlecenie *{ $reference }* ma status „{ $now }”, więc nie można tam przenieść wiadomości. Proszę wybrać inne zlecenie.
        }
        [snooze] Zlecenie *{ $reference }* ma status „{ $now }”, więc nie ma przypomnień do wstrzymania.
       *[other] Zlecenie *{ $reference }* ma status „{ $now }”, więc teraz nie można tego zrobić. /order { $reference } pokaże, co można.
    }
refusal-already-done =
    { $by ->
        [none] Już zrobione: { $moment }. Nic więcej nie trzeba robić.
       *[other] Już zrobione przez: { $by }, { $moment }. Nic więcej nie trzeba robić.
    }
refusal-too-late =
    { $what ->
        [offer_gone] To zlecenie trafiło do innego warsztatu. Jeśli pomoc jest nadal możliwa, proszę napisać do Cutr.
        [offer] Czas na odpowiedź na tę ofertę minął: { $moment }. Jeśli zlecenie nadal jest interesujące, proszę napisać do Cutr.
        [feedback] Czas na uwagi minął: { $moment }. Proszę napisać do Cutr, postaramy się pomóc.
        [snooze] Dzień, do którego przypomnienia miały być wstrzymane, już minął. Proszę wybrać późniejszy.
        [undo] Za późno, żeby to cofnąć: od { $moment } druga strona mogła to już przeczytać. Proszę zamiast tego napisać sprostowanie.
        [link] Ten link do wysyłania działał 24 godziny, do { $moment }. Nowy link: proszę wysłać /files i nacisnąć „Link do wysyłania plików” albo zapytać Cutr.
        [link_done] Ten link do wysyłania zamknięto przyciskiem Gotowe: { $moment }. Nowy link: proszę wysłać /files i nacisnąć „Link do wysyłania plików” albo zapytać Cutr.
       *[other] Czas na to minął: { $moment }. Proszę napisać do Cutr.
    }
refusal-stale = Ten przycisk pochodzi z wcześniejszego stanu zlecenia *{ $reference }*. /order { $reference } pokaże obecny.
refusal-unknown-order = Nie widać tu zlecenia „{ $reference }”. Proszę sprawdzić numer albo wysłać /orders, żeby zobaczyć listę.
refusal-unknown-thing =
    { $what ->
        [code] Ten kod jest nieprawidłowy. Nowy można dostać od Cutr.
        [member] Nie znam takiej osoby. Proszę sprawdzić nazwisko na liście partnerów.
        [partner] Nie znam partnera „{ $name }”. Proszę sprawdzić nazwę na liście partnerów.
        [customer] Nie znam takiego klienta. Proszę najpierw utworzyć klienta.
        [own_message] Nie ma tu już własnej wiadomości, którą można by cofnąć.
        [message] To nie jest wiadomość z czatu zlecenia albo już jej nie znam. Jeśli jest nadal potrzebna, proszę wysłać ją tam ponownie.
        [offer] Nie znam takiej oferty. /orders pokaże, co jest otwarte.
        [chat] Nie znam już tego czatu. Proszę ponownie otworzyć zlecenie i zacząć od niego.
        [order] Nie znam takiego zlecenia. /orders pokaże listę.
        [milestone] Nie ma takiego etapu. Etapy widać po otwarciu zlecenia.
        [kick_off] Nie ma spotkania startowego do wyboru. Proszę napisać do Cutr z prośbą o terminy.
        [task] Nie ma takiego zadania. Po otwarciu zlecenia widać, co jest do zrobienia.
        [upload] Nie znam już tych plików jako jednej wysyłki. Proszę wysłać /files, żeby zobaczyć, co jest zapisane, albo wysłać je jeszcze raz.
        [file] Tego pliku (już) nie ma: został cofnięty albo należy do innego zlecenia. Proszę wysłać /files, żeby zobaczyć, co jest.
        [link] Ten link do wysyłania nie działa. Nowy link: proszę wysłać /files i nacisnąć „Link do wysyłania plików” albo zapytać Cutr.
       *[other] Nie udało się tego znaleźć. Proszę ponownie otworzyć zlecenie i zacząć od niego.
    }
refusal-reason-needed =
    { $what ->
        [delivery_date] Klient przeczyta, dlaczego zmienia się data dostawy. Proszę podać krótki powód.
        [snooze] Proszę w kilku słowach napisać, dlaczego przypomnienia mogą poczekać.
        [reopen] Proszę w kilku słowach napisać, dlaczego zlecenie cofa się o krok.
        [cancel] Proszę w kilku słowach napisać, dlaczego zlecenie jest anulowane.
        [approve] Do tego zlecenia jest opinia klienta. Proszę w kilku słowach napisać, jak załatwiono sprawę.
        [override] Brakuje jeszcze zdjęć lub zadań. Proszę w kilku słowach napisać, dlaczego mimo to zlecenie jest gotowe.
        [delay] Proszę w kilku słowach napisać, dlaczego termin się przesunie.
        [reject] Warsztat przeczyta, co zmienić. Proszę napisać to w kilku słowach i odrzucić jeszcze raz.
       *[other] Potrzebny jest powód. Proszę napisać w kilku słowach, dlaczego.
    }

refusal-bad-value = Pole „{ $label }”: tej wartości nie można użyć{ $shown }. Proszę ją sprawdzić i wysłać ponownie.
refusal-bad-value-blank = Pole „{ $label }” jest jeszcze puste. Proszę je wypełnić i wysłać ponownie.
refusal-bad-value-too_long = Pole „{ $label }”: wpis jest za długi{ $shown }. Proszę go skrócić i wysłać ponownie.
refusal-bad-value-not_a_date = Nie udało się odczytać „{ $value }” jako daty. Można napisać np. 31.01.2030, „przyszły wtorek” albo „tydzień 23”.
refusal-bad-value-not_a_time = Nie udało się odczytać „{ $value }” jako godziny. Można napisać np. 31.01.2030 14:30.
refusal-bad-value-not_an_address = „{ $value }” to nie jest adres e-mail. Proszę go sprawdzić i wysłać ponownie.
refusal-bad-value-not_a_reference = „{ $value }” nie może być numerem. Proszę użyć liter, cyfr i myślników, np. ABC-123.
refusal-bad-value-not_a_number = „{ $value }” to nie jest liczba. Proszę użyć samych cyfr.
refusal-bad-value-not_a_price = „{ $value }” to nie jest cena. Proszę napisać np. 1250.00.
refusal-bad-value-not_a_currency = „{ $value }” to nie jest waluta. Proszę użyć trzech liter, np. EUR.
refusal-bad-value-unknown = Pole „{ $label }”: nie znam wartości „{ $value }”. Proszę wybrać jedną z podanych.
refusal-bad-value-unknown_zone = Nie znam strefy czasowej „{ $value }”. Proszę napisać np. Europe/Amsterdam.
refusal-bad-value-unknown_language = Nie mówię jeszcze w języku „{ $value }”. Proszę wybrać jeden z podanych języków.
refusal-bad-value-taken = Pole „{ $label }”: ta wartość jest już zajęta{ $shown }. Proszę wybrać inną.
refusal-bad-value-last_admin = { $value } to ostatni administrator tego warsztatu. Proszę najpierw nadać tę rolę komuś innemu.
refusal-bad-value-not_yourself = Nie można odebrać roli administratora samemu sobie. Może to zrobić inny administrator.
refusal-bad-value-used = Pole „{ $label }”: tej wartości już użyto. Nową można dostać od Cutr.
refusal-bad-value-expired = Pole „{ $label }”: ta wartość straciła ważność. Nową można dostać od Cutr.
refusal-bad-value-in_the_past = Pole „{ $label }”: to już przeszłość{ $shown }. Proszę wybrać późniejszy termin.
refusal-bad-value-in_the_future = Pole „{ $label }”: to dopiero w przyszłości{ $shown }. Proszę wybrać wcześniejszy termin.
refusal-bad-value-too_many = Pole „{ $label }”: jest ich za dużo. Proszę wybrać mniej.
refusal-bad-value-too_few = Pole „{ $label }”: jest ich za mało. Proszę wybrać co najmniej jedną pozycję.
refusal-bad-value-not_offered = „{ $value }” nie ma na liście. Proszę wybrać jedną z podanych możliwości.
refusal-bad-value-not_confirmed = Do oznaczenia jako dostarczone potrzebny jest podpisany list przewozowy. Proszę zebrać podpis, a potem potwierdzić, że list jest w warsztacie.
refusal-bad-value-not_yours_to_set = Pole „{ $label }” może ustawić tylko Cutr. Proszę je pominąć, liczy się obecna chwila.
refusal-bad-value-before_the_step_before = Pole „{ $label }”: to wcześniej niż ostatni krok zlecenia{ $shown }. Proszę wybrać późniejszy termin.
refusal-bad-value-out_of_range = Pole „{ $label }”: wartość „{ $value }” jest poza zakresem. Proszę wybrać inną.

refusal-bad-value-either_or = Proszę podać numer albo zaznaczyć „Bez numeru”, nie jedno i drugie.
refusal-bad-value-reference_or_no_reference = Proszę podać numer albo zaznaczyć „Bez numeru”, jedno z dwojga.
refusal-bad-value-not_a_date_task = „{ $value }” nie ma daty. Proszę wybrać jedno z zadań z datą.
refusal-bad-value-not_a_delivery_schedule = Termin dostawy wymaga sposobu i daty. Proszę podać jedno i drugie.
refusal-bad-value-not_an_invoice_reference = Numer do faktury to tekst albo „Bez numeru”. Proszę podać jedno z nich.
refusal-bad-value-not_a_key = „{ $value }” nie może tu być nazwą. Proszę użyć małych liter, cyfr i podkreśleń.
refusal-bad-value-not_later = Opóźnienie wymaga daty późniejszej niż obecna{ $shown }. Proszę wybrać późniejszą.
refusal-bad-value-too_far = Pole „{ $label }”: to zbyt odległy termin{ $shown }. Proszę sprawdzić rok i wysłać ponownie.
refusal-bad-value-not_self_billing = Ten warsztat wystawia własne faktury, więc numer nie jest potrzebny. Proszę go pominąć.
refusal-bad-value-not_staff = Odpowiedzialna może być tylko osoba z Cutr. Proszę wybrać kogoś innego.

refusal-confirm-needed = Proszę sprawdzić: { $problems }. Jeśli tak ma być, proszę potwierdzić albo wybrać inną datę.
refusal-closed-chat = Zlecenie *{ $reference }* jest zakończone albo u kogoś innego, więc jego czaty można tylko czytać. Proszę napisać do Cutr na czacie innego zlecenia albo zadzwonić.
refusal-no-customer-chat = Zlecenie *{ $reference }* nie ma czatu z klientem. Proszę napisać na czacie tylko z Cutr, Cutr przekaże to dalej.
refusal-unclear-target = Którego zlecenia i czatu to dotyczy? Proszę wybrać, a wiadomość tam trafi.
