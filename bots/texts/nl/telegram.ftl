# Wat alleen de Telegram-bot zegt: antwoorden, vragen en kaarten.

# -- knoppen die alleen Telegram heeft ---------------------------------------------------------------------------------

telegram-button-orders = Mijn bestellingen
telegram-previous = ‹ Terug
telegram-next = Meer ›
telegram-other-day = Een andere dag

# -- wie er spreekt, en wat geen bestand heeft -------------------------------------------------------------------------

telegram-author-staff = { $name } (Cutr)
telegram-author-customer = { $name } (klant)
telegram-author-guest = { $name } (gast)
telegram-kind-location = 📍 { $detail }
telegram-kind-contact = 👤 { $detail }
telegram-kind-poll = 📊 { $detail }
telegram-kind-other = 📎 { $detail } (alleen te zien waar het gestuurd is)
telegram-file-too-big = 📎 { $name } ({ $size } MB) is te groot voor Telegram. Vraag Cutr om een link.
telegram-withdrawn = Dit bericht is teruggenomen.

# -- de kaart ----------------------------------------------------------------------------------------------------------

telegram-card-status = Status: { $status }
telegram-card-wanted = Gewenst door de klant: { $day }
telegram-card-delivery = Naar de klant: { $value }
telegram-card-address = Adres: { $address }
telegram-card-feedback = De klant kan feedback geven tot { $moment }
telegram-card-milestone = { $label }: { $day }
telegram-card-todos = To-do's
telegram-card-due = Alles behalve Markeren als gereed moet { $moment } ingevuld zijn
telegram-todo-title = { $reference } · To-do's
telegram-todo-none = Er staat niets open.

# -- bestanden en levering ---------------------------------------------------------------------------------------------

telegram-slip-title = { $reference } · Levering
telegram-slip =
    Aan: { $customer }
    Adres: { $address }
    Levering: { $value }
telegram-unknown = nog niet bekend

# -- lijsten en keuzes -------------------------------------------------------------------------------------------------

telegram-orders-title = Je bestellingen
telegram-orders-none = Je hebt hier nog geen bestellingen. Nieuwe verschijnen vanzelf.
telegram-which-order = Welke bestelling?
telegram-which-workshop = Voor welke werkplaats?
telegram-which-chat-route = Ik heb dit nog niet doorgegeven. Bij welke bestelling en welke chat hoort het?
telegram-which-chat-undo_in = In welke chat zal ik je laatste bericht terugnemen?
telegram-no-chats = Er is hier geen lopende bestelling om in te schrijven. Je bericht is niet doorgegeven.
telegram-routed = Gestuurd naar { $chat } ({ $readers }).
telegram-not-sent = Niet doorgegeven. Niemand heeft het gelezen.
telegram-never-mind = Er is niets veranderd.

# -- data --------------------------------------------------------------------------------------------------------------

telegram-date-title = { $reference } · { $what }
telegram-date-now = Nu: { $day }
telegram-date-how = Kies een dag, of antwoord op dit bericht met een datum zoals “volgende dinsdag”, “week 23” of “12-3”. Dagen met een punt zijn voorbij.
telegram-confirm = Klopt dat?
telegram-confirm-date = { $value }. Klopt dat?
telegram-saved = Opgeslagen
telegram-saved-date = ✅ { $reference } · { $what }: { $day } ({ $name })
telegram-saved-text = ✅ { $reference } · { $what }: { $value } ({ $name })
telegram-saved-silently = opgeslagen
telegram-done-by =
    ✅ { $summary }
    ({ $name })
telegram-too-old = Die vraag was ouder dan 15 minuten, dus er is niets veranderd. Bevestig het nog een keer.
telegram-which-method = Hoe komt het bij de klant?
telegram-invoice-how = Antwoord op dit bericht met de referentie voor de factuur, of druk op Geen referentie.

telegram-delay-title = { $reference } · Vertraging
telegram-delay-which = Welke datum wordt niet gehaald?
telegram-why-delay = Waarom? Druk op een reden, of antwoord op dit bericht in je eigen woorden.
telegram-why-delivery = Waarom verandert de leverdatum? De KLANT leest deze reden. Druk op een reden, of antwoord op dit bericht in je eigen woorden.
telegram-remedy = Wat doen jullie eraan? Antwoord op dit bericht, of druk op de knop.
telegram-no-remedy = Niets toe te voegen
telegram-summary-reason = Waarom: { $reason }
telegram-summary-remedy = Wat eraan gedaan wordt: { $remedy }

# -- Gereed en Geleverd ------------------------------------------------------------------------------------------------

telegram-ready-missing = ⚠️ Staat nog open: { $missing }. Gereed kan toch; vul het alsjeblieft ook nog in.
telegram-ready-sure = Is alles ingepakt en klaar om te gaan? Cutr en de klant krijgen bericht.
telegram-ready-done = ✅ { $reference }: ingepakt, zegt { $name }. Zodra de klant het heeft: druk op Markeren als geleverd op de kaart van de bestelling, of stuur /delivered.
telegram-delivered-sure = Heeft de klant het, en heb je de getekende pakbon? De klant heeft dan 14 dagen voor feedback.
telegram-delivered-done = ✅ { $reference }: pakbon getekend, zegt { $name }. Je hoeft niets meer te doen: zonder feedback van de klant wordt de bestelling vanzelf goedgekeurd.

# -- aanbod, kick-off, mijlpalen ---------------------------------------------------------------------------------------

telegram-offer-title = { $reference } · { $title }
telegram-offer-accepted = ✅ Je hebt { $reference } aangenomen ({ $name }). Cutr beslist en laat het hier weten.
telegram-offer-declined = Je hebt { $reference } afgewezen ({ $name }): { $reason }
telegram-decline-why = Waarom deze niet?
telegram-decline-words = Antwoord op dit bericht met je reden, of druk op de knop.
telegram-decline-silent = Zonder reden afwijzen
telegram-kickoff-picked = ✅ { $reference } · Kick-off: { $moment }
telegram-milestone-words = { $reference }: antwoord op dit bericht en zeg wat wel lukt. Het gaat naar de chat met alleen Cutr, de klant leest het niet.
telegram-told-cutr = Cutr heeft het, in de chat met alleen Cutr.

# -- berichten ---------------------------------------------------------------------------------------------------------

telegram-undone = Teruggenomen.
telegram-done-retry = Wordt opnieuw gestuurd
telegram-done-undo = Teruggenomen
telegram-done-send-now = Onderweg
telegram-done-vouch = Doorgelaten
telegram-done-drop = Weggegooid
telegram-guest-held = Je hoort niet bij de werkplaats, en de klant leest hier mee. Je bericht wacht tot iemand van de werkplaats of Cutr het doorlaat.
telegram-anonymous = Je schrijft als anonieme beheerder, dus ik weet niet wie je bent en geef niets door. Zet “Anoniem blijven” uit in je beheerdersrechten en stuur het opnieuw.
telegram-too-big = { $name } is groter dan 20 MB, dat geeft Telegram mij niet. Cutr weet alleen de naam: stuur een kleiner bestand, of een link.
telegram-answer-in-words = Antwoord met woorden: beantwoord mijn vraag met een tekst.
telegram-press-a-button = Druk op een van de knoppen onder dat bericht.
telegram-old-button = Deze knop is te oud. Stuur /order voor de huidige stand.
telegram-bug = Hier ging iets mis, en het is bewaard. Er is niets verloren; Cutr kijkt ernaar. Kenmerk: { $reference }

# -- hulp en koppelen --------------------------------------------------------------------------------------------------

telegram-help = Schrijf in de chat van een bestelling en Cutr leest het. Het label zegt wie nog meer: 🔒 alleen Cutr, 👥 Cutr en de KLANT. Wat je kunt typen:
telegram-help-line = { $command } · { $words }
telegram-unknown-command = Dit commando ken ik niet. Stuur /help om te zien wat ik ken.
telegram-stranger = Hallo. Deze bot is voor werkplaatsen die met Cutr werken. Hoor je daarbij, open dan de persoonlijke link die Cutr je stuurde.
telegram-guest-verbs = Dit kunnen alleen mensen van de werkplaats. Vraag het een van hen, of vraag Cutr om een eigen link.
telegram-guest-help = Je bent hier te gast. Wat je in een onderwerp met 🔒 schrijft, gaat naar Cutr; in een onderwerp met 👥 laat iemand van de werkplaats het eerst door, want daar leest de KLANT mee. Commando's en knoppen zijn voor mensen van de werkplaats.
telegram-bad-link = Deze link werkt niet meer. Vraag Cutr om een nieuwe.
telegram-bad-code = Deze code is niet geldig. Vraag Cutr om een nieuwe en stuur hier /link met die code.
telegram-link-in-group = Stuur /link met de code in je groep, niet hier.
telegram-link-unchecked = Ik kon deze groep nu niet controleren. Stuur het commando over een minuut nog eens; de code werkt nog.
telegram-linked = ✅ Deze groep is gekoppeld. Elke bestelling krijgt hier twee onderwerpen: 🔒 alleen Cutr, en 👥 Cutr en de KLANT.
telegram-needs-topics = Deze groep heeft nog geen onderwerpen: open de instellingen van de groep, druk op Bewerken, zet Onderwerpen aan en stuur /link opnieuw. De code werkt nog.
telegram-needs-admin = Ik ben nog geen beheerder van deze groep: maak me beheerder met het recht “Onderwerpen beheren” en stuur /link opnieuw. De code werkt nog.
telegram-needs-can-manage-topics = Ik mis het recht “Onderwerpen beheren”: zet het aan bij mijn beheerdersrechten en stuur /link opnieuw. De code werkt nog.
telegram-needs-can-pin-messages = Ik mis het recht “Berichten vastzetten”: zet het aan bij mijn beheerdersrechten en stuur /link opnieuw. De code werkt nog.
telegram-needs-can-delete-messages = Ik mis het recht “Berichten verwijderen”: zet het aan bij mijn beheerdersrechten en stuur /link opnieuw. De code werkt nog.
telegram-hello-group = Hallo. Om deze groep aan je werkplaats te koppelen: zet Onderwerpen aan, maak me beheerder met “Onderwerpen beheren” en stuur /link met de code van Cutr.
telegram-which-language = Welke taal zal ik met je spreken?
telegram-language-set = Vanaf nu in het { $chosen }.
