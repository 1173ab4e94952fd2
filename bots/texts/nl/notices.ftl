# Berichten die het product uit zichzelf stuurt. De velden zijn die van de klasse (core/notices).
#
# `*…*` is vet en alleen van ons. Een leeg veld is de variant [none].
# De teksten onder “Met klant” worden ook aan de kant van de klant gelezen: daarin nooit iets interns.

-no-line = {"\uE8FF"}

# -- Alleen Cutr -------------------------------------------------------------------------------------------------------

notice-offer-sent =
    Nieuwe bestelling aangeboden: *{ $reference }* · { $title }
    { $price ->
        [none] { -no-line }
       *[other] Prijs: *{ $price }*
    }
    { $requested_delivery_date ->
        [none] { -no-line }
       *[other] Gewenste levering: *{ $requested_delivery_date }*
    }
    { $delivery_address ->
        [none] { -no-line }
       *[other] Leveren aan: { $delivery_address }
    }
    { $notes ->
        [none] { -no-line }
       *[other] Opmerkingen: { $notes }
    }
    Graag antwoord voor *{ $answer_until }*.
notice-offer-closed =
    { $outcome ->
        [awarded] *{ $reference }* · { $title } is voor jullie. De chats en to-do's komen eraan.
        [not_chosen] *{ $reference }* · { $title } is deze keer naar een andere werkplaats gegaan. Dank voor jullie antwoord.
       *[expired] De tijd om te antwoorden op het aanbod *{ $reference }* · { $title } is voorbij. Schrijf Cutr als jullie het nog willen.
    }
notice-assigned-mail = *{ $reference }* · { $title } is toegewezen aan { $partner }.
notice-kick-off-options =
    Kick-off voor *{ $reference }*: Cutr stelt een online overleg voor. Welk tijdstip past jullie?
    { $options }
notice-kick-off-picked-notice = Kick-off voor *{ $reference }*: *{ $at }*, gekozen door { $by }.
notice-milestone-notice =
    { $new ->
        [none] Mijlpaal “{ $label }” van *{ $reference }* is geschrapt (was { $old }).
       *[other] { $old ->
            [none] Mijlpaal “{ $label }” van *{ $reference }*: *{ $new }*.
           *[other] Mijlpaal “{ $label }” van *{ $reference }* gaat van { $old } naar *{ $new }*.
        }
    }
notice-task-notice =
    { $new ->
        [none] *{ $reference }*: { $by } heeft dit gewist: { $key } (was { $old }).
       *[other] { $old ->
            [none] *{ $reference }*: { $by } heeft dit ingevuld: { $key } *{ $new }*.
           *[other] *{ $reference }*: { $by } heeft dit gewijzigd: { $key } van { $old } naar *{ $new }*.
        }
    }
    { $reason ->
        [none] { -no-line }
       *[other] Reden: { $reason }
    }
    { $warnings ->
        [none] { -no-line }
       *[other] ⚠️ Graag nakijken: { $warnings }.
    }
notice-delay-notice =
    ⚠️ *Vertraging* bij *{ $reference }*, gemeld door { $by }: { $key } nu *{ $new }*{ $old ->
        [none] {""}
       *[other] , was { $old }
    }
    Reden: { $reason }
    { $remedy ->
        [none] { -no-line }
       *[other] Wat eraan gedaan wordt: { $remedy }
    }
notice-todos-nudge =
    Hallo! Voor *{ $reference }* · { $title } staat dit nog open: *{ $missing }*.
    Er is tijd tot { $due_at }. Met één tik:
notice-todos-overdue =
    { $count ->
        [1] *{ $reference }* · { $title } had { $due_at } compleet moeten zijn en mist nog: *{ $missing }*.
       *[other] *{ $reference }* · { $title } mist nog: *{ $missing }*. Dat had er { $due_at } moeten zijn (herinnering { $count }).
    }
    Vul het nu in, met één tik:
notice-order-reopened = *{ $reference }* gaat terug van { $old } naar *{ $new }* ({ $by }).
    { $remedy ->
        [remake] Het moet opnieuw gemaakt worden.
        [repair] Het moet gerepareerd worden.
       *[other] { -no-line }
    }
    Reden: { $reason }
notice-order-cancelled = *{ $reference }* · { $title } is geannuleerd. Stop met het werk eraan; de chats blijven leesbaar.
    Reden: { $reason }
notice-order-taken-away = *{ $reference }* · { $title } is niet meer bij jullie. Stop met het werk eraan, en schrijf Cutr over wat al gemaakt is.
notice-feedback-heard = De klant gaf feedback op *{ $reference }*: *{ $category }*. De klok staat stil en Cutr neemt contact op.
notice-step-notice =
    { $status ->
        [ready] 📦 *{ $reference }* is *Gereed* (door { $by }).
        [delivered] 🚚 *{ $reference }* is *Geleverd* (door { $by }).
        [approved] ✅ *{ $reference }* is *Goedgekeurd* (door { $by }).
       *[other] *{ $reference }* is nu *{ $status }* (door { $by }).
    }
    { $missing ->
        [none] { -no-line }
       *[other] Staat nog open: *{ $missing }*.
    }
notice-guest-held =
    { $author } hoort niet bij de werkplaats en schreef waar de klant van *{ $reference }* meeleest:
    { $text ->
        [none] (geen tekst)
       *[other] “{ $text }”
    }
    Het wacht hier. Doorlaten of weggooien?
notice-send-failed =
    ⚠️ { $author ->
        [none] Een bericht
       *[other] Het bericht van { $author }
    } in *{ $reference }* is niet aangekomen: { $error }.
    { $excerpt ->
        [none] { -no-line }
       *[other] “{ $excerpt }”
    }
notice-member-welcome =
    Welkom, { $name }! Je bent verbonden met *{ $partner }*.
    Elke bestelling heeft twee chats: 🔒 alleen Cutr, en 👥 met de klant. Wat je in de ene schrijft, blijft in die ene.
    /orders toont je bestellingen, /todo wat openstaat, /help al het andere.

# -- Met klant ---------------------------------------------------------------------------------------------------------

notice-customer-link = De klant { $customer } heeft de pagina van *{ $reference }* · { $title }.
notice-delivery-date-notice =
    { $old ->
        [none] Leverdatum van *{ $reference }*: *{ $new }* ({ $method }).
       *[other] Nieuwe leverdatum van *{ $reference }*: *{ $new }* ({ $method }), eerst: { $old }.
    }
    { $reason ->
        [none] { -no-line }
       *[other] Reden: { $reason }
    }
notice-order-ready = 📦 *{ $reference }* · { $title } is ingepakt en staat klaar.
notice-order-delivered = 🚚 *{ $reference }* · { $title } is geleverd. Feedback is welkom tot *{ $feedback_until }*; komt die niet, dan is de bestelling daarna goedgekeurd.
notice-feedback-halfway = Halverwege: feedback op *{ $reference }* · { $title } is welkom tot *{ $feedback_until }*.
notice-feedback-last-call = Laatste kans: feedback op *{ $reference }* · { $title } is welkom tot *{ $feedback_until }*. Komt die niet, dan is de bestelling daarna goedgekeurd.
notice-order-approved =
    { $how ->
        [window_over] ✅ *{ $reference }* · { $title } is goedgekeurd: de tijd voor feedback is voorbij. Dank je wel!
       *[decided] ✅ *{ $reference }* · { $title } is goedgekeurd. Dank je wel!
    }
