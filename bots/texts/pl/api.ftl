# The customer's page
page-title = { $reference } · { $title }
page-heading = Zamówienie { $reference }
page-status = Status
page-status-draft = W przygotowaniu
page-status-offered = W przygotowaniu
page-status-in_production = W produkcji
page-status-ready = Gotowe w warsztacie
page-status-delivered = Dostarczone
page-status-feedback_received = Dostarczone, zajmujemy się zgłoszonymi uwagami
page-status-approved = Zakończone
page-status-cancelled = Anulowane
page-delivery = Dostawa
page-delivery-open = Data nie jest jeszcze ustalona.
page-method-delivery = Dostawa pod wskazany adres
page-method-pick_up = Odbiór własny
page-method-installation = Dostawa z montażem
page-method-other = Zgodnie z ustaleniami
page-milestones = Etapy
page-feedback-until = Uwagi można zgłaszać do: { $until }.
page-not-found = Ten link nie działa (lub już nie działa). Prosimy użyć linku z naszej ostatniej wiadomości e-mail.
page-not-found-heading = Nic tu nie ma

# The upload page behind a one-time link
uploads-title = Wysyłanie plików: { $reference }
uploads-kind = Co to jest?
uploads-files = Pliki
uploads-send = Wyślij
uploads-hint = Do 2 GB na plik, dowolna liczba plików. Proszę nie zamykać tej strony, dopóki wszystko nie dotrze.
uploads-sending = w drodze…
uploads-done = dotarło ✓
uploads-failed = nie dotarło. Proszę spróbować ponownie.
uploads-received = { $count ->
    [one] Dotarł jeden plik ✓
    [few] Dotarły { $count } pliki ✓
    [many] Dotarło { $count } plików ✓
   *[other] Dotarło { $count } pliku ✓
}
uploads-gone = Ten link nie działa (lub już nie działa). Nowy można dostać od bota.
uploads-too-big = Jeden plik może mieć najwyżej 2 GB.
uploads-broken = Plik nie dotarł w całości. Proszę spróbować ponownie.

# The packing slip (storage/documents/facts.py names the words)
slip-title = List przewozowy
slip-order = Zlecenie
slip-sender = Nadawca
slip-recipient = Odbiorca
slip-contact = Kontakt
slip-delivery = Dostawa
slip-packages = Paczki
slip-part = Element
slip-quantity = Ilość
slip-checked = Sprawdzono
slip-received = Odebrano
slip-name = Imię i nazwisko
slip-date = Data
slip-signature = Podpis
slip-remarks = Uwagi, uszkodzenia
slip-no_parts = Do tego zlecenia nie podano listy elementów.
slip-version = Wersja
slip-printed = wydruk
slip-page = Strona
slip-fragile = OSTROŻNIE
slip-up = GÓRA
slip-box = Karton
slip-pallet = Paleta
slip-scan = Skan kodu: zdjęcia tej paczki
slip-open = jeszcze nie ustalono
uploads-waiting = brak połączenia, kolejna próba…
uploads-finish = Gotowe
uploads-finish-hint = Wszystko wysłane? Ten link można zamknąć.
uploads-finished = Praca z tym linkiem została zakończona: { $moment }; { $count ->
        [0] nie wysłano żadnego pliku.
        [one] otrzymano jeden plik.
        [few] otrzymano { $count } pliki.
        [many] otrzymano { $count } plików.
       *[other] otrzymano { $count } pliku.
    }
uploads-expired = Ten link działał 24 godziny, do { $moment }. Wysłane pliki są bezpieczne.
uploads-again = Aby wysłać więcej, potrzebny jest nowy link: proszę wysłać /files do bota w Telegramie i nacisnąć „Link do wysyłania plików” albo zapytać Cutr.
uploads-order-over = { $reference } nie przyjmuje już plików. Jeśli czegoś jeszcze brakuje, proszę napisać do Cutr.
