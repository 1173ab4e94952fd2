# Delays, check-ins, and what is said when somebody could not be reached. Read by partners, some of it by customers.

# -- dlaczego termin nie zostanie dotrzymany ---------------------------------------------------------------------------

delay-material = Materiał się spóźnia
delay-machine = Awaria maszyny
delay-illness = Ktoś jest chory
delay-capacity = Brak mocy przerobowych
delay-quality = Coś trzeba zrobić od nowa
delay-transport = Opóźniony transport
delay-customer = Na prośbę klienta
delay-other = Inny powód
telegram-words = { $reason }. Proszę dodać kilka słów w odpowiedzi na tę wiadomość albo nacisnąć przycisk.
telegram-words-other = Jaki jest powód? Proszę odpowiedzieć na tę wiadomość własnymi słowami.

# -- krótkie pytania ---------------------------------------------------------------------------------------------------

check-in-material = Materiał dotarł
check-in-started = Praca rozpoczęta
check-in-completion = Gotowe na czas
check-in-finished = Praca skończona
check-in-delivery = Dostawa na czas
answer-yes = Tak
answer-not_yet = Jeszcze nie
answer-later = Zapytaj później
telegram-check-in-thanks = Dziękujemy
telegram-check-in-done = ✅ { $reference } · { $what }: { $answer } ({ $name })
notice-check-in-question =
    { $key ->
        [material] *{ $reference }* · { $title }: czy materiał już dotarł? Planowana data: { $day }.
        [started] *{ $reference }* · { $title }: czy praca się zaczęła?
        [completion] *{ $reference }* · { $title }: czy będzie gotowe na czas (*{ $day }*)?
        [finished] *{ $reference }* · { $title }: czy jest gotowe? Planowana data: { $day }.
       *[delivery] *{ $reference }* · { $title }: czy dotrze do klienta na czas (*{ $day }*)?
    }
mail-check-in-question-subject = { $reference }: krótkie pytanie
mail-check-in-question-body =
    { $key ->
        [material] Czy dotarł materiał do zlecenia *{ $reference }* · { $title }? Planowana data: { $day }.
        [started] Czy zaczęła się praca nad zleceniem *{ $reference }* · { $title }?
        [completion] Czy zlecenie *{ $reference }* · { $title } będzie gotowe na czas (*{ $day }*)?
        [finished] Czy zlecenie *{ $reference }* · { $title } jest gotowe? Planowana data: { $day }.
       *[delivery] Czy zlecenie *{ $reference }* · { $title } dotrze do klienta na czas (*{ $day }*)?
    }

    Nie udało się skontaktować przez Telegram. Prosimy o odpowiedź tam albo o telefon do Cutr.

# -- kogoś nie dało się zawiadomić ------------------------------------------------------------------------------------

telegram-recap = Ten czat został otwarty na nowo. Ostatnio napisano:
button-address = Zmień adres
notice-missed-mail = Nie dotarło na Telegramie, wysłano e-mailem do: { $partner }.
mail-missed-mail-subject = Nie udało nam się skontaktować przez Telegram
mail-missed-mail-body =
    Dzień dobry, { $partner },

    tego nie udało się dostarczyć na Telegramie:

    { $lines }

    { $more ->
        [0] {"\uE8FF"}
       *[other] i jeszcze { $more }
    }

    Prosimy o odpowiedź na Telegramie: jeśli bot został zablokowany, wystarczy znów nacisnąć Start; jeśli usunięto go z grupy, trzeba dodać go ponownie jako administratora z prawem do zarządzania tematami. Reszta dotrze sama. Można też zadzwonić do Cutr.
mail-footer-general = Ten e-mail został wysłany automatycznie przez Cutr.
