# Words that every front end shows: buttons, to-dos, statuses, errors.

# -- buttons (bots/buttons.py) -----------------------------------------------------------------------------------------

button-offer_accept = Przyjmij
button-offer_decline = Odmów
button-decline = Odmów
button-task = Otwórz zadanie
button-ready = Oznacz jako gotowe
button-ready_yes = Tak, spakowane
button-delivered = Oznacz jako dostarczone
button-delivered_yes = Tak, list podpisany
button-kickoff = Wybierz ten termin
button-milestone_no = Termin nie pasuje
button-delay = Zgłoś opóźnienie
button-todo = Zadania
button-files = Pliki
button-slip = Pobierz list przewozowy
button-retry = Ponów
button-undo = Cofnij
button-send_now = Wyślij teraz
button-vouch = Przepuść
button-drop = Odrzuć
button-snooze = Wstrzymaj przypomnienia
button-wake = Wznów przypomnienia
button-approve = Zatwierdź
button-reopen = Otwórz ponownie
button-cancel = Anuluj zlecenie
button-feedback = Zapisz opinię
button-milestones = Etapy
button-history = Historia
button-upcoming = Nadchodzące
button-offer = Zaoferuj
button-assign = Przydziel
button-staff_task = Zrobione
button-move = Przenieś do…
button-cal = Pokaż miesiąc
button-pick = Wybierz ten dzień
button-confirm = Tak, zgadza się
button-cancel_ask = Nie, zostaw
button-order = Pokaż zlecenie
button-route = Wyślij tam
button-language = Język

# -- to-dos ------------------------------------------------------------------------------------------------------------

task-material_date = Podaj datę dostawy materiału
task-completion_date = Podaj planowany koniec produkcji
task-delivery_schedule = Podaj termin dostawy
task-invoice_reference = Podaj numer do faktury
task-no_reference = Bez numeru
task-mark_ready = Oznacz jako gotowe
task-mark_delivered = Oznacz jako dostarczone

task-material_date-short = data dostawy materiału
task-completion_date-short = planowany koniec produkcji
task-delivery_schedule-short = termin dostawy
task-invoice_reference-short = numer do faktury
task-mark_ready-short = „Oznacz jako gotowe”
task-mark_delivered-short = „Oznacz jako dostarczone”

# -- the order ---------------------------------------------------------------------------------------------------------

status-draft = Szkic
status-offered = Zaoferowane
status-in_production = W produkcji
status-ready = Gotowe
status-delivered = Dostarczone
status-feedback_received = Opinia otrzymana
status-approved = Zatwierdzone
status-cancelled = Anulowane

audience-cutr_only = czytają partner i Cutr
audience-with_customer = czytają partner, Cutr i KLIENT
chat-cutr_only = Tylko z Cutr
chat-with_customer = Z klientem
topic-cutr_only = 🔒 { $reference } · Tylko z Cutr
topic-with_customer = 👥 { $reference } · Z klientem

decline-no_capacity = Brak mocy przerobowych
decline-unfit_tooling = Nieodpowiednie narzędzia
decline-unfit_machine = Nieodpowiednia maszyna
decline-other = Inny powód

method-delivery = Dostawa
method-pick_up = Odbiór własny
method-installation = Montaż
method-other = Inaczej

feedback-fine = Wszystko w porządku
feedback-transport_damage = Uszkodzenie w transporcie
feedback-wrong_or_missing = Błędne lub brakujące elementy
feedback-finish = Wykończenie
feedback-dimensions = Wymiary
feedback-installation = Montaż
feedback-other = Coś innego

role-admin = Administrator
role-collaborator = Współpracownik
role-staff = Cutr
role-platform = Platforma Cutr
role-guest = Gość
role-customer = Klient
role-clock = Zegar

language-en = English
language-nl = Nederlands
language-de = Deutsch
language-fr = Français
language-pl = Polski

# -- dates that look odd: shown before a second confirmation -----------------------------------------------------------

warning-past_date = ta data już minęła
warning-material_after_completion = materiał dotarłby po planowanym końcu produkcji
warning-delivery_before_completion = dostawa byłaby przed planowanym końcem produkcji
warning-delivery_after_requested = dostawa byłaby po terminie, o który prosi klient
warning-dates_open = brakuje jeszcze dat
warning-other = to wygląda nietypowo

# -- fields, as they stand between quotation marks ---------------------------------------------------------------------

field-address = adres
field-answer_within_hours = czas na odpowiedź
field-assigned_at = czas przydzielenia
field-at = godzina
field-category = rodzaj opinii
field-code = kod
field-currency = waluta
field-customer_id = klient
field-date = data
field-day = data
field-delivery_address = adres dostawy
field-email = adres e-mail
field-group = grupa
field-invoice_reference = numer do faktury
field-key = nazwa
field-kind = rodzaj pliku
field-label = opis
field-language = język
field-method = sposób dostawy
field-name = imię lub nazwa
field-note = uwaga
field-notes = uwagi
field-options = terminy
field-partner_id = partner
field-partner_ids = partnerzy
field-partners = partnerzy
field-price = cena
field-reason = powód
field-reference = numer
field-remedy = środki zaradcze
field-material_date = data dostawy materiału
field-completion_date = planowany koniec produkcji
field-delivery_schedule = termin dostawy
field-responsible = osoba odpowiedzialna
field-value = wartość
field-role = rola
field-signed_slip = podpisany list przewozowy
field-status = status
field-telegram_chat_id = grupa na Telegramie
field-telegram_user_id = konto na Telegramie
field-text = tekst
field-time_zone = strefa czasowa
field-title = tytuł
field-until = data
field-other = wartość

# -- why a send failed, for the person who reads it, with what mends it ------------------------------------------------

error-blocked = ta osoba zablokowała bota. Musi ona nacisnąć Start w bocie; potem proszę nacisnąć „Ponów”
error-kicked = bota nie ma już w grupie. Proszę dodać go ponownie jako administratora, a potem nacisnąć „Ponów”
error-chat_not_found = ten czat już nie istnieje. Proszę sprawdzić link partnera przez /partner list, a potem nacisnąć „Ponów”
error-topic_gone = temat został usunięty. Przycisk „Ponów” otworzy nowy
error-topic_closed = temat jest zamknięty. Proszę otworzyć go ponownie na Telegramie, a potem nacisnąć „Ponów”
error-no_rights = botowi brakuje uprawnienia. Proszę dać mu rolę administratora z prawem „Zarządzanie tematami”, a potem nacisnąć „Ponów”
error-no_forum = grupa nie ma już tematów. Proszę włączyć tematy w jej ustawieniach, a potem nacisnąć „Ponów”
error-restricted = pisanie na tym kanale jest ograniczone. Administrator Slacka musi dopuścić aplikację; potem proszę nacisnąć „Ponów”
error-too_big = plik jest za duży. Proszę wysłać mniejszy albo link
error-file_gone = pliku nie można już pobrać. Proszę wysłać go ponownie
error-not_in_channel = bota nie ma na kanale. Proszę wpisać tam /invite @Cutr, a potem nacisnąć „Ponów”
error-archived = kanał jest zarchiwizowany. Proszę go przywrócić, a potem nacisnąć „Ponów”
error-channel_not_found = kanał nie istnieje albo bot go nie widzi. Proszę zaprosić tam bota, a potem nacisnąć „Ponów”
error-thread_gone = wątek został usunięty. Przycisk „Ponów” otworzy nowy
error-shared_outside = kanał jest udostępniony innej organizacji. Proszę zakończyć udostępnianie, a potem nacisnąć „Ponów”
error-not_signed_in = platforma nie przyjmuje już tokenu bota. Operator powinien uruchomić cutr doctor
error-missing_scope = aplikacji brakuje uprawnienia. Operator powinien uruchomić cutr doctor
error-too_long = tekst jest za długi. Proszę wysłać go w częściach
error-address_refused = adres e-mail został odrzucony. Proszę go sprawdzić
error-no_thread = ten czat nie ma tam wątku. Przycisk „Ponów” otworzy go na nowo
error-place_broken = w tym czacie nie można pisać. Przycisk „Ponów” otworzy go na nowo
error-platform_off = ta platforma nie jest skonfigurowana. Operator powinien uruchomić cutr doctor
error-nothing_to_say = nie ma już nic do wysłania
error-no_message = tej wiadomości już nie ma
error-bug = coś poszło nie tak po naszej stronie. Proszę podać operatorowi numer z dziennika, a potem nacisnąć „Ponów”
error-rate_limited = platforma prosi o cierpliwość. Wiadomość wyjdzie sama
error-file_not_fetched = pliku nie udało się pobrać. Proszę wysłać go ponownie
error-no_encryption = serwer poczty nie oferuje szyfrowania, a bez niego nic nie wysyłamy. Operator powinien uruchomić cutr doctor
error-bad_certificate = certyfikat serwera poczty jest nieważny. Operator powinien uruchomić cutr doctor
error-mail_server_away = serwer poczty nie odpowiada. Operator powinien uruchomić cutr doctor
error-wrong_audience = wiadomość była skierowana do kogoś, kto nie może jej czytać, i została zatrzymana
error-no_order = tego zlecenia już nie ma
error-not_a_mail = tego nie można wysłać e-mailem
error-no_answer = platforma nie odpowiedziała na czas. Proszę nacisnąć „Ponów”
error-wrong_place = wiadomość pojawiła się w innym miejscu niż powinna i wysyłanie wstrzymano. Proszę sprawdzić tematy, a potem nacisnąć „Ponów”
error-gave_up = mimo wielu prób wysyłka się nie udała. Proszę nacisnąć „Ponów”
error-other = { $detail }. Przycisk „Ponów” wyśle jeszcze raz

# -- how long ----------------------------------------------------------------------------------------------------------

left-to-go = zostało: { $span }
left-late = po terminie: { $span }
left-days =
    { $count ->
        [one] { $count } dzień
        [few] { $count } dni
        [many] { $count } dni
       *[other] { $count } dnia
    }
left-hours = { $count } godz.
left-minutes = { $count } min
