# What only the Telegram bot says: answers, questions and cards. Buttons, to-dos, statuses and refusals are in common.ftl
# and refusals.ftl. Nothing here may be read by a customer; $name, $title and the like are people's own words.

# -- buttons that only Telegram has ------------------------------------------------------------------------------------

telegram-button-orders = Moje zlecenia
telegram-previous = ‹ Wstecz
telegram-next = Dalej ›
telegram-other-day = Inny dzień

# -- who is speaking, and what has no file -----------------------------------------------------------------------------

telegram-author-staff = { $name } (Cutr)
telegram-author-customer = { $name } (klient)
telegram-author-guest = { $name } (gość)
telegram-kind-location = 📍 { $detail }
telegram-kind-contact = 👤 { $detail }
telegram-kind-poll = 📊 { $detail }
telegram-kind-other = 📎 { $detail } (widoczne tylko tam, gdzie zostało wysłane)
telegram-file-too-big = 📎 { $name } ({ $size } MB): plik za duży dla Telegrama. Link można dostać od Cutr.
telegram-withdrawn = Ta wiadomość została wycofana.

# -- the card ----------------------------------------------------------------------------------------------------------

telegram-card-status = Status: { $status }
telegram-card-wanted = Termin, o który prosi klient: { $day }
telegram-card-delivery = Do klienta: { $value }
telegram-card-address = Adres: { $address }
telegram-card-feedback = Klient może zgłaszać uwagi do: { $moment }
telegram-card-milestone = { $label }: { $day }
telegram-card-todos = Zadania
telegram-card-due = Termin na wszystko poza „Oznacz jako gotowe”: { $moment }
telegram-todo-title = { $reference } · Zadania
telegram-todo-none = Nie ma nic do zrobienia.

# -- files and delivery ------------------------------------------------------------------------------------------------

telegram-slip-title = { $reference } · Dostawa
telegram-slip =
    Do: { $customer }
    Adres: { $address }
    Dostawa: { $value }
telegram-unknown = jeszcze nie wiadomo

# -- lists and choices -------------------------------------------------------------------------------------------------

telegram-orders-title = Zlecenia
telegram-orders-none = Nie ma tu jeszcze żadnych zleceń. Nowe pojawią się same.
telegram-which-order = Które zlecenie?
telegram-which-workshop = Dla którego warsztatu?
telegram-which-chat-route = Ta wiadomość nie została jeszcze przekazana. Którego zlecenia i czatu dotyczy?
telegram-which-chat-undo_in = W którym czacie cofnąć ostatnią wiadomość?
telegram-no-chats = Nie ma tu otwartego zlecenia, w którym można pisać. Wiadomość nie została przekazana.
telegram-routed = Wysłano na czat: { $chat } ({ $readers }).
telegram-not-sent = Nie przekazano. Nikt tego nie przeczytał.
telegram-never-mind = Nic nie zmieniono.

# -- dates -------------------------------------------------------------------------------------------------------------

telegram-date-title = { $reference } · { $what }
telegram-date-now = Teraz: { $day }
telegram-date-how = Proszę wybrać dzień albo odpowiedzieć na tę wiadomość datą, np. „przyszły wtorek”, „tydzień 23” lub „12.3”. Dni z kropką już minęły.
telegram-confirm = Czy to się zgadza?
telegram-confirm-date = { $value }. Czy to się zgadza?
telegram-saved = Zapisano
telegram-saved-date = ✅ { $reference } · { $what }: { $day } ({ $name })
telegram-saved-text = ✅ { $reference } · { $what }: { $value } ({ $name })
telegram-saved-silently = zapisano
telegram-done-by =
    ✅ { $summary }
    ({ $name })
telegram-too-old = To pytanie miało ponad 15 minut, więc nic nie zmieniono. Proszę potwierdzić jeszcze raz.
telegram-which-method = Jak towar trafi do klienta?
telegram-invoice-how = Proszę odpowiedzieć na tę wiadomość numerem do faktury albo nacisnąć „Bez numeru”.

telegram-delay-title = { $reference } · Opóźnienie
telegram-delay-which = Który termin się przesunie?
telegram-why-delay = Dlaczego? Proszę wybrać powód albo odpowiedzieć na tę wiadomość własnymi słowami.
telegram-why-delivery = Dlaczego zmienia się data dostawy? Ten powód czyta KLIENT. Proszę wybrać jeden z listy albo odpowiedzieć na tę wiadomość własnymi słowami.
telegram-remedy = Co zostanie zrobione, żeby to nadrobić? Proszę odpowiedzieć na tę wiadomość albo nacisnąć przycisk.
telegram-no-remedy = Nic do dodania
telegram-summary-reason = Powód: { $reason }
telegram-summary-remedy = Środki zaradcze: { $remedy }

# -- Ready and Delivered -----------------------------------------------------------------------------------------------

telegram-ready-missing = ⚠️ Nadal do uzupełnienia: { $missing }. Mimo to można oznaczyć jako gotowe, ale prosimy o uzupełnienie.
telegram-ready-sure = Czy wszystko jest spakowane i gotowe do wysyłki? Cutr i klient dostaną wiadomość.
telegram-ready-done = ✅ { $reference }: spakowane (potwierdza { $name }). Gdy towar będzie u klienta, proszę nacisnąć „Oznacz jako dostarczone” na karcie zlecenia albo wysłać /delivered.
telegram-delivered-sure = Czy towar jest u klienta, a podpisany list przewozowy w warsztacie? Klient ma potem 14 dni na uwagi.
telegram-delivered-done = ✅ { $reference }: list podpisany (potwierdza { $name }). Nic więcej nie trzeba robić: bez uwag klienta zlecenie zatwierdzi się samo.

# -- offers, kick-off, milestones --------------------------------------------------------------------------------------

telegram-offer-title = { $reference } · { $title }
telegram-offer-accepted = ✅ Zlecenie { $reference } przyjęte ({ $name }). Cutr zdecyduje i da znać tutaj.
telegram-offer-declined = Odmowa przyjęcia zlecenia { $reference } ({ $name }): { $reason }
telegram-decline-why = Dlaczego nie to zlecenie?
telegram-decline-words = Proszę odpowiedzieć na tę wiadomość, podając powód, albo nacisnąć przycisk.
telegram-decline-silent = Odmów bez podania powodu
telegram-kickoff-picked = ✅ { $reference } · Spotkanie startowe: { $moment }
telegram-milestone-words = { $reference }: proszę odpowiedzieć na tę wiadomość i napisać, jaki termin pasuje. Trafi to na czat tylko z Cutr, klient tego nie czyta.
telegram-told-cutr = Cutr już to ma, na czacie tylko z Cutr.

# -- messages ----------------------------------------------------------------------------------------------------------

telegram-undone = Cofnięto.
telegram-done-retry = Wysyłam ponownie
telegram-done-undo = Cofnięto
telegram-done-send-now = Już w drodze
telegram-done-vouch = Przepuszczono
telegram-done-drop = Odrzucono
telegram-guest-held = Tylko członkowie warsztatu piszą tu bezpośrednio, bo czyta to klient. Wiadomość czeka, aż przepuści ją członek warsztatu albo Cutr.
telegram-anonymous = Wiadomość pochodzi od anonimowego administratora, więc nie wiadomo, kto pisze, i nic nie jest przekazywane. Proszę wyłączyć „Pozostań anonimowy” w swoich prawach administratora i wysłać ją ponownie.
telegram-too-big = { $name }: plik ma ponad 20 MB i Telegram nie pozwala mi go pobrać. Cutr zna tylko jego nazwę. Proszę wysłać mniejszy plik albo link.
telegram-answer-in-words = Proszę odpowiedzieć słowami: tekstem w odpowiedzi na moje pytanie.
telegram-press-a-button = Proszę nacisnąć jeden z przycisków pod tą wiadomością.
telegram-old-button = Ten przycisk jest już nieaktualny. /order pokaże obecny stan.
telegram-bug = Coś poszło nie tak, ale wszystko zostało zachowane. Nic nie zginęło, Cutr się tym zajmie. Numer sprawy: { $reference }

# -- help and linking --------------------------------------------------------------------------------------------------

telegram-help = Wiadomości z czatu zlecenia czyta Cutr. Etykieta mówi, kto jeszcze: 🔒 tylko Cutr, 👥 Cutr i KLIENT. Co można wpisać:
telegram-help-line = { $command } · { $words }
telegram-unknown-command = Nie znam tego polecenia. /help pokaże, co znam.
telegram-stranger = Dzień dobry. Ten bot jest dla warsztatów, które współpracują z Cutr. Jeśli to właściwe miejsce, proszę otworzyć osobisty link przysłany przez Cutr.
telegram-guest-verbs = To mogą zrobić tylko członkowie warsztatu. Może pomóc jeden z nich; własny link można dostać od Cutr.
telegram-guest-help = To konto ma dostęp gościa. Wiadomości z tematu 🔒 trafiają do Cutr; w temacie 👥 najpierw przepuszcza je członek warsztatu, bo czyta tam KLIENT. Polecenia i przyciski są dla członków warsztatu.
telegram-bad-link = Ten link już nie działa. Nowy można dostać od Cutr.
telegram-bad-code = Ten kod jest nieprawidłowy. Nowy można dostać od Cutr; proszę wysłać go tutaj: /link i kod.
telegram-link-in-group = Proszę wysłać /link z kodem w grupie, nie tutaj.
telegram-link-unchecked = Nie udało się teraz sprawdzić tej grupy. Proszę wysłać polecenie jeszcze raz za minutę; kod nadal działa.
telegram-linked = ✅ Ta grupa jest połączona. Każde zlecenie dostaje tu dwa tematy: 🔒 tylko Cutr oraz 👥 Cutr i KLIENT.
telegram-needs-topics = Ta grupa nie ma jeszcze tematów: proszę otworzyć ustawienia grupy, nacisnąć Edytuj, włączyć Tematy i ponownie wysłać /link. Kod nadal działa.
telegram-needs-admin = Nie mam jeszcze roli administratora w tej grupie: proszę nadać mi ją z prawem „Zarządzanie tematami” i ponownie wysłać /link. Kod nadal działa.
telegram-needs-can-manage-topics = Brakuje mi prawa „Zarządzanie tematami”: proszę włączyć je w moich prawach administratora i ponownie wysłać /link. Kod nadal działa.
telegram-needs-can-pin-messages = Brakuje mi prawa „Przypinanie wiadomości”: proszę włączyć je w moich prawach administratora i ponownie wysłać /link. Kod nadal działa.
telegram-needs-can-delete-messages = Brakuje mi prawa „Usuwanie wiadomości”: proszę włączyć je w moich prawach administratora i ponownie wysłać /link. Kod nadal działa.
telegram-hello-group = Dzień dobry. Żeby połączyć tę grupę z warsztatem, proszę włączyć Tematy, nadać mi rolę administratora z prawem „Zarządzanie tematami” i wysłać /link z kodem od Cutr.
telegram-which-language = W jakim języku mam pisać?
telegram-language-set = Od teraz język: { $chosen }.
