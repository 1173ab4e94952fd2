# Weigeringen (core/refusals.py): wat nu niet kan en wat dan wel, aan wie het vroeg.

refusal-not-allowed =
    { $action ->
        [answer_offer] Alleen een beheerder van de partner kan op een aanbod antwoorden. Vraag een beheerder van jullie.
        [see_money] Prijzen en facturen zijn voor beheerders. Vraag een beheerder van je werkplaats.
        [set_invoice_reference] Alleen een beheerder kan de factuurreferentie instellen. Vraag een beheerder van je werkplaats.
        [manage_members] Alleen een beheerder of Cutr kan wijzigen wie bij de werkplaats hoort. Vraag een van hen.
        [link_group] Alleen een beheerder van de werkplaats kan een groep koppelen. Vraag een beheerder om de code te typen.
        [vouch] Alleen een beheerder of Cutr kan het bericht van een gast doorlaten. Vraag een van hen.
        [set_milestone] Mijlpalen zet Cutr. Past een datum niet, schrijf dat dan in de chat met alleen Cutr.
        [propose_kick_off] Tijden voor de kick-off stelt Cutr voor. Schrijf in de chat met alleen Cutr als een ander tijdstip beter past.
        [move_message] Alleen Cutr kan berichten verplaatsen. Vraag het in de chat met alleen Cutr.
        [snooze] Alleen Cutr kan herinneringen pauzeren. Vraag het in de chat met alleen Cutr.
        [approve] Na feedback kan alleen Cutr de bestelling goedkeuren. Vraag het in de chat.
        [edit_message] Anderen stonden voor die woorden in, dus ze blijven staan. Schrijf een nieuw bericht.
        [reopen] Alleen Cutr kan een stap terug zetten. Schrijf in de chat met alleen Cutr wat er misging.
        [cancel] Alleen Cutr kan een bestelling annuleren. Schrijf in de chat met alleen Cutr.
        [review_own] Niemand beoordeelt wat hij zelf geüpload heeft. Vraag een collega om ernaar te kijken.
        [review_file] Alleen Cutr beoordeelt bestanden, en de klant zijn tekeningen. Vraag het in de chat met alleen Cutr als iets lang blijft liggen.
        [upload] Alleen de werkplaats van deze bestelling en Cutr kunnen foto's en tekeningen opbergen, ieder hun eigen. Stuur die van jou in de chat van de bestelling.
        [undo_revision] Een nieuwe versie blijft staan, zodat niemand over het hoofd ziet wat er veranderd is. Was het de verkeerde? Upload nog een versie: open /files en druk op “Revisie uploaden”.
       *[other] Dat kun je hier niet doen. Vraag Cutr, zij kunnen het voor je doen.
    }
refusal-not-your-order = Zo'n bestelling van jou ken ik niet. Stuur /orders om te zien welke je hebt.
refusal-not-linked = Ik weet nog niet bij welke werkplaats je hoort. Open de persoonlijke link die je van Cutr kreeg, of vraag om een nieuwe.
refusal-wrong-status =
    { $verb ->
        [mark_ready] *{ $reference }* staat op “{ $now }”, en alleen een bestelling in productie kan als gereed gemarkeerd worden.
        [mark_delivered] *{ $reference }* staat op “{ $now }”, en alleen een bestelling die gereed is kan als geleverd gemarkeerd worden. Markeer hem eerst als gereed.
        [approve] *{ $reference }* staat op “{ $now }”, en alleen een geleverde bestelling kan goedgekeurd worden.
        [record_feedback] *{ $reference }* staat op “{ $now }”. Feedback is voor geleverde bestellingen; schrijf tot dan in de chat.
        [offer] *{ $reference }* staat op “{ $now }”, en alleen een bestelling in concept of in aanbod kan aangeboden worden.
        [assign] *{ $reference }* staat op “{ $now }”, en kan niet meer aan een partner gegeven worden. Heropen hem eerst.
        [reopen] *{ $reference }* staat op “{ $now }”, en van daar is zo'n stap terug er niet.
        [cancel] *{ $reference }* staat op “{ $now }”, dus er valt niets te annuleren.
        [move] { $reference ->
            [none] Het bericht staat daar al. Kies een andere bestelling of chat.
           *[other] *{ $reference }* staat op “{ $now }”, dus daar kan geen bericht heen. Kies een andere bestelling.
        }
        [snooze] *{ $reference }* staat op “{ $now }”, dus er zijn geen herinneringen om te pauzeren.
       *[other] *{ $reference }* staat op “{ $now }”, dus dat kan nu niet. Stuur /order { $reference } om te zien wat wel kan.
    }
refusal-already-done =
    { $by ->
        [none] Al gedaan op { $moment }. Je hoeft niets meer te doen.
       *[other] Al gedaan door { $by } op { $moment }. Je hoeft niets meer te doen.
    }
refusal-too-late =
    { $what ->
        [offer_gone] Deze bestelling is naar een andere werkplaats gegaan. Schrijf Cutr als je nog kunt helpen.
        [offer] De tijd om op dit aanbod te antwoorden liep af op { $moment }. Schrijf Cutr als je de bestelling nog wilt.
        [feedback] De tijd voor feedback liep af op { $moment }. Schrijf Cutr, zij helpen je.
        [snooze] De herinneringen zouden rusten tot een dag die voorbij is. Kies een latere dag.
        [undo] Terugnemen kan niet meer: sinds { $moment } kan de andere kant het gelezen hebben. Schrijf een verbetering.
        [link] Deze uploadlink werkte 24 uur, tot { $moment }. Vraag een nieuwe: stuur /files en druk op “Uploadlink”, of vraag het Cutr.
        [link_done] Deze uploadlink is op { $moment } met Klaar afgesloten. Vraag een nieuwe: stuur /files en druk op “Uploadlink”, of vraag het Cutr.
       *[other] De tijd hiervoor liep af op { $moment }. Schrijf Cutr.
    }
refusal-stale = Deze knop hoort bij een eerdere stand van *{ $reference }*. Stuur /order { $reference } voor de huidige.
refusal-unknown-order = Ik ken geen bestelling “{ $reference }” die jij kunt zien. Controleer de referentie, of stuur /orders voor de lijst.
refusal-unknown-thing =
    { $what ->
        [code] Deze code is niet geldig. Vraag Cutr om een nieuwe.
        [member] Die persoon ken ik niet. Controleer de naam in de lijst van partners.
        [partner] Ik ken geen partner “{ $name }”. Controleer de naam in de lijst van partners.
        [customer] Die klant ken ik niet. Maak eerst de klant aan.
        [own_message] Er is hier niets meer van jou om terug te nemen.
        [message] Dit is geen bericht uit de chat van een bestelling, of ik ken het niet meer. Stuur het daar nog eens als het nog nodig is.
        [offer] Zo'n aanbod ken ik niet. Stuur /orders voor wat openstaat.
        [chat] Deze chat ken ik niet meer. Open de bestelling opnieuw en begin daar.
        [order] Zo'n bestelling ken ik niet. Stuur /orders voor de lijst.
        [milestone] Die mijlpaal is er niet. Open de bestelling om ze te zien.
        [kick_off] Er is geen kick-off om een tijd voor te kiezen. Vraag Cutr om tijden voor te stellen.
        [task] Die to-do is er niet. Open de bestelling om te zien wat openstaat.
        [upload] Ik ken deze bestanden niet meer als één upload. Stuur /files om te zien wat er staat, of stuur ze opnieuw.
        [file] Dit bestand staat er niet (meer): het is teruggenomen of hoort bij een andere bestelling. Stuur /files om te zien wat er wel is.
        [link] Deze uploadlink werkt niet. Vraag een nieuwe: stuur /files en druk op “Uploadlink”, of vraag het Cutr.
       *[other] Dat kon ik niet vinden. Open de bestelling opnieuw en begin daar.
    }
refusal-reason-needed =
    { $what ->
        [delivery_date] De klant leest waarom de leverdatum verandert. Geef een korte reden.
        [snooze] Zeg in een paar woorden waarom de herinneringen mogen rusten.
        [reopen] Zeg in een paar woorden waarom de bestelling een stap teruggaat.
        [cancel] Zeg in een paar woorden waarom de bestelling geannuleerd wordt.
        [approve] Er is feedback op deze bestelling. Zeg in een paar woorden hoe die is opgelost.
        [override] Er ontbreken nog foto's of to-do's. Zeg in een paar woorden waarom het toch gereed is.
        [delay] Zeg in een paar woorden waarom de datum niet gehaald wordt.
        [reject] De werkplaats leest wat er anders moet. Schrijf het in een paar woorden en keur dan opnieuw af.
       *[other] Hier is een reden nodig. Zeg in een paar woorden waarom.
    }

refusal-bad-value = Dit kan zo niet gebruikt worden: { $label }{ $shown }. Controleer het en stuur het nog eens.
refusal-bad-value-blank = Dit is nog leeg: { $label }. Vul het in en stuur het nog eens.
refusal-bad-value-too_long = Dit is te lang: { $label }{ $shown }. Maak het korter en stuur het nog eens.
refusal-bad-value-not_a_date = Ik kon “{ $value }” niet als datum lezen. Schrijf bijvoorbeeld 31-01-2030, “volgende dinsdag” of “week 23”.
refusal-bad-value-not_a_time = Ik kon “{ $value }” niet als tijdstip lezen. Schrijf bijvoorbeeld 31-01-2030 14:30.
refusal-bad-value-not_an_address = “{ $value }” is geen mailadres. Controleer het en stuur het nog eens.
refusal-bad-value-not_a_reference = “{ $value }” kan geen referentie zijn. Gebruik letters, cijfers en streepjes, zoals ABC-123.
refusal-bad-value-not_a_number = “{ $value }” is geen getal. Schrijf alleen cijfers.
refusal-bad-value-not_a_price = “{ $value }” is geen prijs. Schrijf bijvoorbeeld 1250.00.
refusal-bad-value-not_a_currency = “{ $value }” is geen valuta. Gebruik drie letters, zoals EUR.
refusal-bad-value-unknown = Ik ken “{ $value }” niet als { $label }. Kies een van de mogelijkheden.
refusal-bad-value-unknown_zone = Ik ken de tijdzone “{ $value }” niet. Schrijf bijvoorbeeld Europe/Amsterdam.
refusal-bad-value-unknown_language = Ik spreek “{ $value }” nog niet. Kies een van de aangeboden talen.
refusal-bad-value-taken = Dit is al in gebruik: { $label }{ $shown }. Kies iets anders.
refusal-bad-value-last_admin = { $value } is de laatste beheerder van deze werkplaats. Maak eerst iemand anders beheerder.
refusal-bad-value-not_yourself = Je kunt jezelf niet de beheerdersrol afnemen. Vraag een andere beheerder.
refusal-bad-value-used = Dit is al eens gebruikt: { $label }. Vraag Cutr om een nieuwe.
refusal-bad-value-expired = Dit is verlopen: { $label }. Vraag Cutr om een nieuwe.
refusal-bad-value-in_the_past = Dit ligt in het verleden: { $label }{ $shown }. Kies iets later.
refusal-bad-value-in_the_future = Dit ligt in de toekomst: { $label }{ $shown }. Kies iets eerder.
refusal-bad-value-too_many = Dit zijn er te veel: { $label }. Kies er minder.
refusal-bad-value-too_few = Dit zijn er te weinig: { $label }. Kies er minstens één.
refusal-bad-value-not_offered = “{ $value }” is geen van de mogelijkheden. Kies een van de aangeboden.
refusal-bad-value-not_confirmed = Voor Geleverd is de getekende pakbon nodig. Laat hem tekenen, en bevestig dan dat je hem hebt.
refusal-bad-value-not_yours_to_set = Alleen Cutr kan dit instellen: { $label }. Laat het weg, dan geldt nu.
refusal-bad-value-before_the_step_before = Dit ligt voor de laatste stap van de bestelling: { $label }{ $shown }. Kies iets later.
refusal-bad-value-out_of_range = “{ $value }” valt buiten de grenzen voor { $label }. Kies een andere waarde.

refusal-bad-value-either_or = Geef een referentie of kies “Geen referentie”, niet allebei.
refusal-bad-value-reference_or_no_reference = Geef een referentie of kies “Geen referentie”, een van de twee.
refusal-bad-value-not_a_date_task = “{ $value }” heeft geen datum. Kies een to-do met een datum.
refusal-bad-value-not_a_delivery_schedule = De leverplanning heeft een leverwijze en een datum nodig. Geef allebei.
refusal-bad-value-not_an_invoice_reference = De factuurreferentie is een tekst, of “Geen referentie”. Geef een van beide.
refusal-bad-value-not_a_key = “{ $value }” kan hier geen naam zijn. Gebruik kleine letters, cijfers en liggende streepjes.
refusal-bad-value-not_later = Bij een vertraging hoort een latere datum dan de huidige{ $shown }. Kies een latere.
refusal-bad-value-too_far = Dit is te ver weg: { $label }{ $shown }. Controleer het jaar en stuur het nog eens.
refusal-bad-value-not_self_billing = Deze werkplaats stuurt zelf facturen, dus er is geen referentie nodig. Laat hem weg.
refusal-bad-value-not_staff = Alleen iemand van Cutr kan verantwoordelijk zijn. Kies een andere persoon.

refusal-confirm-needed = Graag nakijken: { $problems }. Bevestig als het zo bedoeld is, of kies een andere datum.
refusal-closed-chat = *{ $reference }* is afgelopen of bij iemand anders, dus de chats kunnen alleen nog gelezen worden. Schrijf Cutr in de chat van een andere bestelling, of bel.
refusal-no-customer-chat = *{ $reference }* heeft geen chat met de klant. Schrijf in de chat met alleen Cutr, Cutr geeft het door.
refusal-unclear-target = Bij welke bestelling en welke chat hoort dit? Kies er een, dan gaat het daarheen.
