# Mails. Onderwerpen zijn één regel; een lege regel scheidt alinea's. `*…*` is vet in het HTML-deel.

mail-open-page = Open de pagina van je bestelling
mail-link-is-personal = Deze link opent je bestelling zonder wachtwoord. Deel hem alleen met mensen die de bestelling mogen zien.
mail-footer = Deze mail is automatisch door Cutr verstuurd over bestelling { $reference }.

mail-assigned-mail-subject = Bestelling { $reference } is voor jullie: { $title }
mail-assigned-mail-body =
    Hallo { $partner },

    Bestelling *{ $reference }* · { $title } is aan jullie toegewezen.

    { $due_at ->
        [none] De chats en data staan in Telegram.
       *[other] Vul de data in Telegram in voor *{ $due_at }*: materiaal, gereed en levering.
    }

    Vragen over geld of planning horen in de chat met alleen Cutr, vragen over de bestelling in de chat met de klant.

mail-todos-nudge-subject = Bestelling { $reference }: er staan nog data open
mail-todos-nudge-body =
    Hallo,

    Voor bestelling *{ $reference }* · { $title } staat dit nog open: *{ $missing }*. Er is tijd tot { $due_at }.

    We konden jullie niet bereiken in Telegram: is de bot geblokkeerd of verwijderd? Druk er weer op Start en vul ze daar in, of bel Cutr.

mail-todos-overdue-subject = Bestelling { $reference }: er ontbreken data
mail-todos-overdue-body =
    Hallo,

    Bestelling *{ $reference }* · { $title } had { $due_at } compleet moeten zijn en mist nog: *{ $missing }*.

    We konden jullie niet bereiken in Telegram: is de bot geblokkeerd of verwijderd? Druk er weer op Start en vul ze daar in, of bel Cutr.

mail-customer-link-subject = Je bestelling { $reference }: { $title }
mail-customer-link-body =
    Hallo { $customer },

    Je bestelling *{ $reference }* · { $title } wordt gemaakt.

    Op een eigen pagina zie je hoe ver het is en wanneer het komt, en kun je ons en de werkplaats schrijven.

mail-delivery-date-notice-subject =
    { $old ->
        [none] Leverdatum van je bestelling { $reference }: { $new }
       *[other] Nieuwe leverdatum van je bestelling { $reference }: { $new }
    }
mail-delivery-date-notice-body =
    Hallo,

    { $old ->
        [none] De leverdatum van je bestelling *{ $reference }* · { $title } is *{ $new }* ({ $method }).
       *[other] De leverdatum van je bestelling *{ $reference }* · { $title } is veranderd: het is nu *{ $new }* ({ $method }). Eerst was het { $old }.
    }

    { $reason ->
        [none] Komt deze datum je niet uit? Laat het ons weten op de pagina van je bestelling.
       *[other] De reden: { $reason }
    }

mail-order-ready-subject = Je bestelling { $reference } is gereed
mail-order-ready-body =
    Hallo,

    Je bestelling *{ $reference }* · { $title } is ingepakt en staat klaar. Wanneer en hoe hij bij je komt, staat op de pagina van je bestelling.

mail-order-delivered-subject = Je bestelling { $reference } is geleverd
mail-order-delivered-body =
    Hallo,

    Je bestelling *{ $reference }* · { $title } is geleverd. We hopen dat het bevalt.

    Is er iets mis, beschadigd of niet compleet? Laat het ons weten op de pagina van je bestelling, tot *{ $feedback_until }*. Horen we tot dan niets, dan geldt de bestelling als goedgekeurd.

mail-feedback-last-call-subject = Laatste dagen voor feedback op je bestelling { $reference }
mail-feedback-last-call-body =
    Hallo,

    Tot *{ $feedback_until }* kun je ons nog laten weten wat er mis is met je bestelling *{ $reference }* · { $title }. Alles in orde? Dan hoef je niets te doen: daarna geldt de bestelling als goedgekeurd.

mail-order-approved-subject = Je bestelling { $reference } is goedgekeurd
mail-order-approved-body =
    Hallo,

    { $how ->
        [window_over] De tijd voor feedback op je bestelling *{ $reference }* · { $title } is voorbij, dus die geldt nu als goedgekeurd.
       *[decided] Je bestelling *{ $reference }* · { $title } is goedgekeurd.
    }

    Dank je wel voor je bestelling. De pagina blijft voor je open.
