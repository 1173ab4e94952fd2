# Vertraging, korte vragen, en wat er gezegd wordt als iemand niet bereikt kon worden.

# -- waarom een datum niet gehaald wordt -------------------------------------------------------------------------------

delay-material = Het materiaal is te laat
delay-machine = Een machine staat stil
delay-illness = Er is iemand ziek
delay-capacity = De werkplaats zit vol
delay-quality = Er moet iets opnieuw gemaakt worden
delay-transport = Vervoer
delay-customer = Op verzoek van de klant
delay-other = Een andere reden
telegram-words = { $reason }. Vertel er in een paar woorden iets bij, als antwoord op dit bericht, of druk op de knop.
telegram-words-other = Wat is de reden? Antwoord op dit bericht in eigen woorden.

# -- korte vragen ------------------------------------------------------------------------------------------------------

check-in-material = Materiaal is binnen
check-in-started = Werk is begonnen
check-in-completion = Op tijd klaar
check-in-finished = Werk is af
check-in-delivery = Levering op tijd
answer-yes = Ja
answer-not_yet = Nog niet
answer-later = Vraag het later
telegram-check-in-thanks = Bedankt
telegram-check-in-done = ✅ { $reference } · { $what }: { $answer } ({ $name })
notice-check-in-question =
    { $key ->
        [material] *{ $reference }* · { $title }: is het materiaal binnen? Gepland voor { $day }.
        [started] *{ $reference }* · { $title }: is het werk begonnen?
        [completion] *{ $reference }* · { $title }: is het op tijd klaar, op *{ $day }*?
        [finished] *{ $reference }* · { $title }: is het af? Gepland voor { $day }.
       *[delivery] *{ $reference }* · { $title }: is het op tijd bij de klant, op *{ $day }*?
    }
mail-check-in-question-subject = { $reference }: een korte vraag
mail-check-in-question-body =
    { $key ->
        [material] Is het materiaal voor *{ $reference }* · { $title } binnen? Gepland voor { $day }.
        [started] Is het werk aan *{ $reference }* · { $title } begonnen?
        [completion] Is *{ $reference }* · { $title } op tijd klaar, op *{ $day }*?
        [finished] Is *{ $reference }* · { $title } af? Gepland voor { $day }.
       *[delivery] Is *{ $reference }* · { $title } op tijd bij de klant, op *{ $day }*?
    }

    We konden jullie in Telegram niet bereiken. Antwoord graag daar, of bel Cutr.

# -- iemand kon niet bereikt worden -----------------------------------------------------------------------------------

telegram-recap = Deze chat is opnieuw geopend. Dit is het laatst gezegd:
button-address = Adres wijzigen
notice-missed-mail = Gemist in Telegram, per mail naar { $partner }.
mail-missed-mail-subject = Cutr kon jullie niet bereiken in Telegram
mail-missed-mail-body =
    Hallo { $partner },

    Dit kon niet in Telegram worden bezorgd:

    { $lines }

    { $more ->
        [0] {"\uE8FF"}
       *[other] en nog { $more } meer
    }

    Antwoord graag in Telegram: is de bot geblokkeerd, druk er dan weer op Start; is hij uit de groep verwijderd, voeg hem dan weer toe als beheerder die onderwerpen mag beheren. De rest komt dan vanzelf. Cutr bellen kan ook.
mail-footer-general = Deze mail is automatisch door Cutr verstuurd.
