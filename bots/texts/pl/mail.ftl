# Mails. Subjects are one line; a blank line parts paragraphs. `*…*` is bold in the HTML part and plain in the other.
# The link to the order's page stands below the body of every mail to a customer, and in no other mail.

mail-open-page = Otwórz stronę zamówienia
mail-link-is-personal = Ten link otwiera zamówienie bez hasła. Prosimy udostępniać go tylko osobom, które mogą je zobaczyć.
mail-footer = Tę wiadomość wysłał automatycznie Cutr w sprawie zlecenia { $reference }.

mail-assigned-mail-subject = Nowe zlecenie { $reference }: { $title }
mail-assigned-mail-body =
    Dzień dobry, { $partner },

    zlecenie *{ $reference }* · { $title } zostało Państwu przydzielone.

    { $due_at ->
        [none] Czaty i terminy są na Telegramie.
       *[other] Prosimy podać terminy na Telegramie do: *{ $due_at }* – dostawa materiału, koniec produkcji i dostawa do klienta.
    }

    Pytania o pieniądze i planowanie prosimy kierować na czat tylko z Cutr, a pytania o samo zamówienie na czat z klientem.

mail-todos-nudge-subject = Zlecenie { $reference }: brakuje jeszcze terminów
mail-todos-nudge-body =
    Dzień dobry,

    w zleceniu *{ $reference }* · { $title } do uzupełnienia zostało: *{ $missing }*. Czas na uzupełnienie: do { $due_at }.

    Nie udało nam się skontaktować przez Telegram: czy bot został zablokowany lub usunięty? Proszę ponownie nacisnąć w nim Start i uzupełnić dane albo zadzwonić do Cutr.

mail-todos-overdue-subject = Zlecenie { $reference }: brakuje terminów
mail-todos-overdue-body =
    Dzień dobry,

    termin uzupełnienia zlecenia *{ $reference }* · { $title } minął: { $due_at }. Nadal do uzupełnienia: *{ $missing }*.

    Nie udało nam się skontaktować przez Telegram: czy bot został zablokowany lub usunięty? Proszę ponownie nacisnąć w nim Start i uzupełnić dane albo zadzwonić do Cutr.

mail-customer-link-subject = Zamówienie { $reference }: { $title }
mail-customer-link-body =
    Dzień dobry, { $customer },

    zamówienie *{ $reference }* · { $title } jest w produkcji.

    Na jego stronie widać, na jakim jest etapie i kiedy dotrze. Można tam też napisać do nas i do warsztatu.

mail-delivery-date-notice-subject =
    { $old ->
        [none] Data dostawy zamówienia { $reference }: { $new }
       *[other] Nowa data dostawy zamówienia { $reference }: { $new }
    }
mail-delivery-date-notice-body =
    Dzień dobry,

    { $old ->
        [none] Data dostawy zamówienia *{ $reference }* · { $title }: *{ $new }* ({ $method }).
       *[other] Data dostawy zamówienia *{ $reference }* · { $title } uległa zmianie. Nowa data: *{ $new }* ({ $method }). Poprzednia data: { $old }.
    }

    { $reason ->
        [none] Jeśli ta data nie odpowiada, prosimy o wiadomość na stronie zamówienia.
       *[other] Powód: { $reason }
    }

mail-order-ready-subject = Zamówienie { $reference } jest gotowe
mail-order-ready-body =
    Dzień dobry,

    zamówienie *{ $reference }* · { $title } jest spakowane i gotowe do wysyłki. Kiedy i jak dotrze, można sprawdzić na stronie zamówienia.

mail-order-delivered-subject = Zamówienie { $reference } zostało dostarczone
mail-order-delivered-body =
    Dzień dobry,

    zamówienie *{ $reference }* · { $title } zostało dostarczone. Mamy nadzieję, że spełnia oczekiwania.

    Coś jest nie tak, uszkodzone albo czegoś brakuje? Prosimy dać nam znać na stronie zamówienia do: *{ $feedback_until }*. Jeśli do tego czasu nie otrzymamy wiadomości, zamówienie uznamy za zatwierdzone.

mail-feedback-last-call-subject = Ostatnie dni na opinię o zamówieniu { $reference }
mail-feedback-last-call-body =
    Dzień dobry,

    uwagi do zamówienia *{ $reference }* · { $title } można jeszcze zgłosić do: *{ $feedback_until }*. Wszystko w porządku? Wtedy nie trzeba nic robić: po tym czasie uznamy zamówienie za zatwierdzone.

mail-order-approved-subject = Zamówienie { $reference } jest zatwierdzone
mail-order-approved-body =
    Dzień dobry,

    { $how ->
        [window_over] minął czas na opinię o zamówieniu *{ $reference }* · { $title }, dlatego uznajemy je za zatwierdzone.
       *[decided] zamówienie *{ $reference }* · { $title } jest zatwierdzone.
    }

    Dziękujemy za zamówienie. Jego strona pozostaje dostępna.
