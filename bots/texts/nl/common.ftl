# Woorden die overal terugkomen: knoppen, to-do's, statussen, fouten.

# -- knoppen -----------------------------------------------------------------------------------------------------------

button-offer_accept = Aannemen
button-offer_decline = Afwijzen
button-decline = Afwijzen
button-task = To-do openen
button-ready = Markeren als gereed
button-ready_yes = Ja, het is ingepakt
button-delivered = Markeren als geleverd
button-delivered_yes = Ja, pakbon is getekend
button-kickoff = Dit tijdstip kiezen
button-milestone_no = Dat haal ik niet
button-delay = Vertraging melden
button-todo = To-do's
button-files = Bestanden
button-slip = Pakbon downloaden
button-retry = Opnieuw
button-undo = Terugnemen
button-send_now = Nu versturen
button-vouch = Doorlaten
button-drop = Weggooien
button-snooze = Herinneringen pauzeren
button-wake = Herinneringen hervatten
button-approve = Goedkeuren
button-reopen = Heropenen
button-cancel = Bestelling annuleren
button-feedback = Feedback vastleggen
button-milestones = Mijlpalen
button-history = Geschiedenis
button-upcoming = Wat er komt
button-offer = Aanbieden
button-assign = Toewijzen
button-staff_task = Klaar
button-move = Verplaatsen naar…
button-cal = Maand tonen
button-pick = Deze dag kiezen
button-confirm = Ja, dat klopt
button-cancel_ask = Laat maar
button-order = Bestelling tonen
button-route = Daarheen sturen
button-language = Taal

# -- to-do's -----------------------------------------------------------------------------------------------------------

task-material_date = Leverdatum materiaal instellen
task-completion_date = Geplande gereeddatum instellen
task-delivery_schedule = Leverplanning instellen
task-invoice_reference = Factuurreferentie instellen
task-no_reference = Geen referentie
task-mark_ready = Markeren als gereed
task-mark_delivered = Markeren als geleverd

task-material_date-short = leverdatum materiaal
task-completion_date-short = geplande gereeddatum
task-delivery_schedule-short = leverplanning
task-invoice_reference-short = factuurreferentie
task-mark_ready-short = Markeren als gereed
task-mark_delivered-short = Markeren als geleverd

# -- de bestelling -----------------------------------------------------------------------------------------------------

status-draft = Concept
status-offered = Aangeboden
status-in_production = In productie
status-ready = Gereed
status-delivered = Geleverd
status-feedback_received = Feedback ontvangen
status-approved = Goedgekeurd
status-cancelled = Geannuleerd

audience-cutr_only = partner + Cutr lezen dit
audience-with_customer = partner + Cutr + KLANT lezen dit
chat-cutr_only = Alleen Cutr
chat-with_customer = Met klant
topic-cutr_only = 🔒 { $reference } · Alleen Cutr
topic-with_customer = 👥 { $reference } · Met klant

decline-no_capacity = Geen capaciteit
decline-unfit_tooling = Gereedschap past niet
decline-unfit_machine = Machine past niet
decline-other = Een andere reden

method-delivery = Bezorging
method-pick_up = Afhalen
method-installation = Montage
method-other = Anders

feedback-fine = Alles is in orde
feedback-transport_damage = Transportschade
feedback-wrong_or_missing = Verkeerde of ontbrekende delen
feedback-finish = Afwerking
feedback-dimensions = Afmetingen
feedback-installation = Montage
feedback-other = Iets anders

role-admin = Beheerder
role-collaborator = Medewerker
role-staff = Cutr
role-platform = Het platform van Cutr
role-guest = Gast
role-customer = Klant
role-clock = Klok

language-en = English
language-nl = Nederlands
language-de = Deutsch
language-fr = Français
language-pl = Polski

# -- data die vreemd lijken: getoond voor een tweede bevestiging -------------------------------------------------------

warning-past_date = deze datum ligt in het verleden
warning-material_after_completion = het materiaal zou na de geplande gereeddatum komen
warning-delivery_before_completion = de levering zou voor de geplande gereeddatum zijn
warning-delivery_after_requested = de levering zou na de datum zijn waar de klant om vroeg
warning-dates_open = er staan nog data open
warning-other = dit is ongebruikelijk

# -- namen van velden, midden in een zin -------------------------------------------------------------------------------

field-address = adres
field-answer_within_hours = tijd voor een antwoord
field-assigned_at = tijdstip van toewijzing
field-at = tijdstip
field-category = soort feedback
field-code = code
field-currency = valuta
field-customer_id = klant
field-date = datum
field-day = datum
field-delivery_address = leveradres
field-email = mailadres
field-group = groep
field-invoice_reference = factuurreferentie
field-key = naam
field-kind = soort bestand
field-label = omschrijving
field-language = taal
field-method = leverwijze
field-name = naam
field-note = opmerking
field-notes = opmerkingen
field-options = tijdstippen
field-partner_id = partner
field-partner_ids = partners
field-partners = partners
field-price = prijs
field-reason = reden
field-reference = referentie
field-remedy = oplossing
field-material_date = leverdatum materiaal
field-completion_date = geplande gereeddatum
field-delivery_schedule = leverplanning
field-responsible = verantwoordelijke
field-value = waarde
field-role = rol
field-signed_slip = getekende pakbon
field-status = status
field-telegram_chat_id = Telegram-groep
field-telegram_user_id = Telegram-account
field-text = tekst
field-time_zone = tijdzone
field-title = titel
field-until = datum
field-other = waarde

# -- waarom iets niet verstuurd is, met wat eraan te doen is -----------------------------------------------------------

error-blocked = deze persoon heeft de bot geblokkeerd. Vraag om in de bot op Start te drukken, en druk dan op Opnieuw
error-kicked = de bot zit niet meer in de groep. Voeg hem weer toe als beheerder, en druk dan op Opnieuw
error-chat_not_found = de chat bestaat niet meer. Vraag Cutr om een nieuwe link, en druk dan op Opnieuw
error-topic_gone = het onderwerp is verwijderd. Druk op Opnieuw om een nieuw te openen
error-topic_closed = het onderwerp is gesloten. Open het weer in Telegram, en druk dan op Opnieuw
error-no_rights = de bot mist daar een recht. Maak hem beheerder met “Onderwerpen beheren”, en druk dan op Opnieuw
error-no_forum = de groep heeft geen onderwerpen meer. Zet ze aan in de instellingen, en druk dan op Opnieuw
error-restricted = in het kanaal mag niet iedereen plaatsen. Vraag een Slack-beheerder om de app daar te laten plaatsen, en druk dan op Opnieuw
error-too_big = het bestand is te groot. Stuur een kleiner bestand of een link
error-file_gone = het bestand is niet meer op te halen. Stuur het nog een keer
error-not_in_channel = de bot zit niet in het kanaal. Typ daar /invite @Cutr, en druk dan op Opnieuw
error-archived = het kanaal is gearchiveerd. Haal het uit het archief, en druk dan op Opnieuw
error-channel_not_found = het kanaal bestaat niet of de bot ziet het niet. Nodig de bot daar uit, en druk dan op Opnieuw
error-thread_gone = de thread is verwijderd. Druk op Opnieuw om een nieuwe te openen
error-shared_outside = het kanaal wordt gedeeld met een andere organisatie. Maak daar een eind aan, en druk dan op Opnieuw
error-not_signed_in = het platform aanvaardt de sleutel van de bot niet meer. Vraag de systeembeheerder om cutr doctor te draaien
error-missing_scope = de app mist een toestemming. Vraag de systeembeheerder om cutr doctor te draaien
error-too_long = de tekst is te lang. Stuur hem in delen
error-address_refused = het mailadres is geweigerd. Controleer het
error-no_thread = de chat heeft daar geen thread. Druk op Opnieuw om hem weer te openen
error-place_broken = in de chat kan niet geschreven worden. Druk op Opnieuw om hem weer te openen
error-platform_off = dit platform is niet ingesteld. Vraag de systeembeheerder om cutr doctor te draaien
error-nothing_to_say = er is niets meer om te sturen
error-no_message = het bericht is weg
error-bug = er ging iets mis aan onze kant. Geef de systeembeheerder het kenmerk uit het logboek, en druk dan op Opnieuw
error-rate_limited = het platform vraagt om geduld. Het gaat vanzelf de deur uit
error-file_not_fetched = het bestand is niet op te halen. Stuur het nog een keer
error-no_encryption = de mailserver biedt geen versleuteling, en zonder wordt niets verstuurd. Vraag de systeembeheerder om cutr doctor te draaien
error-bad_certificate = het certificaat van de mailserver is niet geldig. Vraag de systeembeheerder om cutr doctor te draaien
error-mail_server_away = de mailserver antwoordt niet. Vraag de systeembeheerder om cutr doctor te draaien
error-wrong_audience = het was gericht aan iemand die het niet mag lezen, en is tegengehouden
error-no_order = de bestelling ervan is weg
error-not_a_mail = het kan niet als mail verstuurd worden
error-no_answer = het platform antwoordde niet op tijd. Druk op Opnieuw
error-wrong_place = het verscheen ergens anders dan bedoeld en het versturen is gestopt. Controleer de onderwerpen, en druk dan op Opnieuw
error-gave_up = het is na veel pogingen niet gelukt. Druk op Opnieuw
error-other = { $detail }. Druk op Opnieuw om het nog eens te sturen

# -- hoe lang ----------------------------------------------------------------------------------------------------------

left-to-go = nog { $span }
left-late = { $span } te laat
left-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagen
    }
left-hours = { $count } u
left-minutes = { $count } min
