# De bestelpagina van de klant, naast wat in api.ftl staat.
page-back = Terug naar de bestelling
page-problem-heading = Dat is niet gelukt
page-no-file = Dit bestand is hier niet (meer).
page-forged = Deze pagina stond te lang open of werd van elders verstuurd. Open de link uit onze laatste mail en probeer het opnieuw.
page-too-many = Dat was veel in één keer. Wacht een paar minuten en probeer het opnieuw.
page-too-big = Dat is te veel voor één bericht: een foto mag hoogstens 25 MB zijn.
page-too-many-photos = Je kunt hoogstens { $count } foto's tegelijk versturen.
page-not-a-picture = Hier kun je alleen foto's versturen, en minstens één van deze bestanden is geen leesbare foto.
page-broken = Dit is niet volledig aangekomen. Probeer het opnieuw.
page-away = We kunnen nu niet bij onze gegevens; er is niets veranderd. Probeer het over een paar seconden opnieuw.
page-empty = Er is nog niets om te versturen: schrijf iets of kies een foto.
page-feedback-lacks = Kies waar het over gaat en beschrijf het in een paar woorden.
page-said-message = Je bericht is onderweg.
page-said-feedback = Dank je, we hebben je feedback ontvangen en komen erop terug.
page-said-fine = Dank je! Fijn dat alles in orde is.
page-said-approved = Dank je, de tekening is goedgekeurd.
page-said-rejected = Dank je, de werkplaats past de tekening aan.
page-steps-told = Hoe ver je bestelling is: { $steps }
page-step-draft = Besteld
page-step-in_production = In productie
page-step-ready = Klaar bij de werkplaats
page-step-delivered = Geleverd
page-step-approved = Afgerond
page-step-cancelled = Geannuleerd
page-step-done = gedaan
page-step-now = nu
page-step-ahead = volgt nog
page-step-stopped = gestopt
page-expected = verwacht { $day }
page-days-left =
    { $count ->
        [one] Nog 1 dag om ons te vertellen hoe het is
       *[other] Nog { $count } dagen om ons te vertellen hoe het is
    }
page-feedback = Je feedback
page-feedback-over = De tijd voor feedback is voorbij. Is er toch iets, schrijf ons dan bij de berichten.
page-all-fine = Alles is in orde
page-something-wrong = Er klopt iets niet
page-what-is-wrong = Waar gaat het over?
page-choose = Maak een keuze
page-describe = Wat is er aan de hand?
page-send-feedback = Feedback versturen
page-fine-means = Hiermee is je bestelling afgerond. Klopt er iets niet, vertel het ons dan liever: we gaan ermee aan de slag.
page-changes = Wat is afgesproken en gewijzigd
page-date-set = Vastgesteld op { $after }
page-date-moved = Verschoven van { $before } naar { $after }
page-reason = Reden: { $reason }
page-drawings = Tekeningen
page-drawing-name = Tekening { $number }
page-version = Versie { $number }
page-review-pending = Wacht op je goedkeuring
page-review-approved = Goedgekeurd
page-review-rejected = Afgekeurd
page-approve = Deze tekening goedkeuren
page-reject = Afkeuren met uitleg
page-reject-why = Wat moet er anders?
page-reject-send = Deze tekening afkeuren
page-earlier-versions =
    { $count ->
        [one] 1 eerdere versie
       *[other] { $count } eerdere versies
    }
page-download = { $name } downloaden
page-not-shown = Dit bestand kan hier nog niet worden getoond.
page-photos = Foto's
page-photos-finished_photo = Afgewerkte producten
page-photos-packed_photo = Verpakte producten
page-photo-alt = { $kind }, foto { $number }
page-chat = Berichten
page-chat-readers = Jij, de werkplaats en Cutr lezen wat hier staat.
page-chat-empty = Er is nog niets geschreven.
page-chat-closed = Hier kan niets meer worden geschreven.
page-chat-later = Je kunt hier schrijven zodra een werkplaats je bestelling heeft.
page-earlier =
    { $count ->
        [one] 1 eerder bericht tonen
       *[other] { $count } eerdere berichten tonen
    }
page-you = Jij
page-edited = gewijzigd
page-attachment = Bestand
page-sent-alt = Foto { $number } bij dit bericht
page-mark-on_its_way = Onderweg
page-mark-delivered = Afgeleverd ✓
page-mark-failed = Niet bij iedereen aangekomen. Cutr kijkt ernaar.
page-your-message = Je bericht
page-add-photos = Foto's toevoegen
page-photos-hint = Tot 10 foto's van 25 MB. Waar ze zijn gemaakt, wordt verwijderd.
page-send = Versturen
page-foot = Deze pagina is alleen voor jou: wie de link heeft, kan hier lezen en schrijven.
