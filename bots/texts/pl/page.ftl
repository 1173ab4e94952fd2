# The customer's order page, beside what stands in api.ftl.
page-back = Wróć do zamówienia
page-problem-heading = To się nie udało
page-no-file = Tego pliku tu nie ma (albo już go nie ma).
page-forged = Ta strona była otwarta zbyt długo albo została wysłana z innego miejsca. Prosimy otworzyć link z naszej ostatniej wiadomości e-mail i spróbować ponownie.
page-too-many = To było dużo naraz. Prosimy odczekać kilka minut i spróbować ponownie.
page-too-big = To za dużo na jedną wiadomość: zdjęcie może mieć najwyżej 25 MB.
page-too-many-photos = Naraz można wysłać najwyżej { $count } zdjęć.
page-not-a-picture = Tu można wysyłać tylko zdjęcia, a co najmniej jednego z tych plików nie da się odczytać jako zdjęcia.
page-broken = To nie dotarło w całości. Prosimy spróbować ponownie.
page-away = W tej chwili nie mamy dostępu do danych; nic się nie zmieniło. Prosimy spróbować ponownie za kilka sekund.
page-empty = Nie ma jeszcze nic do wysłania: prosimy coś napisać albo wybrać zdjęcie.
page-feedback-lacks = Prosimy wybrać, czego to dotyczy, i opisać to w kilku słowach.
page-said-message = Wiadomość jest w drodze.
page-said-feedback = Dziękujemy, opinia dotarła i wkrótce odpowiemy.
page-said-fine = Dziękujemy! Cieszymy się, że wszystko jest w porządku.
page-said-approved = Dziękujemy, rysunek jest zatwierdzony.
page-said-rejected = Dziękujemy, warsztat zmieni rysunek.
page-steps-told = Stan zamówienia: { $steps }
page-step-draft = Zamówiono
page-step-in_production = W produkcji
page-step-ready = Gotowe w warsztacie
page-step-delivered = Dostarczono
page-step-approved = Zakończono
page-step-cancelled = Anulowano
page-step-done = zrobione
page-step-now = teraz
page-step-ahead = jeszcze przed nami
page-step-stopped = zatrzymane
page-expected = planowany termin: { $day }
page-days-left =
    { $count ->
        [one] Został { $count } dzień na opinię
        [few] Zostały { $count } dni na opinię
        [many] Zostało { $count } dni na opinię
       *[other] Zostało { $count } dnia na opinię
    }
page-feedback = Opinia
page-feedback-over = Czas na opinię minął. Jeśli coś jest nie tak, prosimy napisać do nas w wiadomościach.
page-all-fine = Wszystko w porządku
page-something-wrong = Coś jest nie tak
page-what-is-wrong = Czego to dotyczy?
page-choose = Prosimy wybrać
page-describe = Co się stało?
page-send-feedback = Wyślij opinię
page-fine-means = To zakończy zamówienie. Jeśli coś jest nie tak, prosimy raczej o tym napisać: zajmiemy się tym.
page-changes = Co ustalono i zmieniono
page-date-set = Ustalono na { $after }
page-date-moved = Przesunięto z { $before } na { $after }
page-reason = Powód: { $reason }
page-drawings = Rysunki
page-drawing-name = Rysunek { $number }
page-version = Wersja { $number }
page-review-pending = Czeka na zatwierdzenie
page-review-approved = Zatwierdzono
page-review-rejected = Odrzucono
page-approve = Zatwierdź ten rysunek
page-reject = Odrzuć z uwagą
page-reject-why = Co trzeba zmienić?
page-reject-send = Odrzuć ten rysunek
page-earlier-versions =
    { $count ->
        [one] { $count } wcześniejsza wersja
        [few] { $count } wcześniejsze wersje
        [many] { $count } wcześniejszych wersji
       *[other] { $count } wcześniejszej wersji
    }
page-download = Pobierz: { $name }
page-not-shown = Tego pliku nie można jeszcze tu pokazać.
page-photos = Zdjęcia
page-photos-finished_photo = Gotowe produkty
page-photos-packed_photo = Spakowane produkty
page-photo-alt = { $kind }, zdjęcie { $number }
page-chat = Wiadomości
page-chat-readers = To, co tu napisano, czytają: klient, warsztat i Cutr.
page-chat-empty = Nic jeszcze nie napisano.
page-chat-closed = Nie można tu już nic napisać.
page-chat-later = Pisać można tu od chwili, gdy zamówienie trafi do warsztatu.
page-earlier =
    { $count ->
        [one] Pokaż { $count } wcześniejszą wiadomość
        [few] Pokaż { $count } wcześniejsze wiadomości
        [many] Pokaż { $count } wcześniejszych wiadomości
       *[other] Pokaż { $count } wcześniejszej wiadomości
    }
page-you = Ja
page-edited = zmieniono
page-attachment = Plik
page-sent-alt = Zdjęcie { $number } w tej wiadomości
page-mark-on_its_way = W drodze
page-mark-delivered = Dostarczono ✓
page-mark-failed = Nie dotarło do wszystkich. Cutr się tym zajmuje.
page-your-message = Treść wiadomości
page-add-photos = Dodaj zdjęcia
page-photos-hint = Do 10 zdjęć po 25 MB. Miejsce ich wykonania zostanie usunięte.
page-send = Wyślij
page-foot = Ta strona jest tylko dla klienta: każdy, kto ma jej link, może tu czytać i pisać.
