# Wörter, die überall vorkommen: Knöpfe, Aufgaben, Stände, Fehler.

# -- Knöpfe ------------------------------------------------------------------------------------------------------------

button-offer_accept = Annehmen
button-offer_decline = Ablehnen
button-decline = Ablehnen
button-task = Aufgabe öffnen
button-ready = Als bereit markieren
button-ready_yes = Ja, es ist verpackt
button-delivered = Als geliefert markieren
button-delivered_yes = Ja, Schein unterschrieben
button-kickoff = Diese Zeit wählen
button-milestone_no = Das schaffe ich nicht
button-delay = Verzögerung melden
button-todo = Aufgaben
button-files = Dateien
button-slip = Lieferschein herunterladen
button-retry = Erneut versuchen
button-undo = Zurücknehmen
button-send_now = Jetzt senden
button-vouch = Durchlassen
button-drop = Verwerfen
button-snooze = Erinnerungen pausieren
button-wake = Erinnerungen fortsetzen
button-approve = Freigeben
button-reopen = Wieder öffnen
button-cancel = Auftrag stornieren
button-feedback = Rückmeldung eintragen
button-milestones = Meilensteine
button-history = Verlauf
button-upcoming = Was ansteht
button-offer = Anbieten
button-assign = Vergeben
button-staff_task = Erledigt
button-move = Verschieben nach…
button-cal = Monat zeigen
button-pick = Diesen Tag wählen
button-confirm = Ja, das stimmt
button-cancel_ask = Doch nicht
button-order = Auftrag zeigen
button-route = Dorthin senden
button-language = Sprache

# -- Aufgaben ----------------------------------------------------------------------------------------------------------

task-material_date = Materialliefertermin setzen
task-completion_date = Geplante Fertigstellung setzen
task-delivery_schedule = Liefertermin setzen
task-invoice_reference = Rechnungsreferenz setzen
task-no_reference = Keine Referenz
task-mark_ready = Als bereit markieren
task-mark_delivered = Als geliefert markieren

task-material_date-short = Materialliefertermin
task-completion_date-short = geplante Fertigstellung
task-delivery_schedule-short = Liefertermin
task-invoice_reference-short = Rechnungsreferenz
task-mark_ready-short = Als bereit markieren
task-mark_delivered-short = Als geliefert markieren

# -- der Auftrag -------------------------------------------------------------------------------------------------------

status-draft = Entwurf
status-offered = Angeboten
status-in_production = In Produktion
status-ready = Bereit
status-delivered = Geliefert
status-feedback_received = Rückmeldung erhalten
status-approved = Freigegeben
status-cancelled = Storniert

audience-cutr_only = Partner + Cutr lesen mit
audience-with_customer = Partner + Cutr + KUNDE lesen mit
chat-cutr_only = Nur Cutr
chat-with_customer = Mit Kunde
topic-cutr_only = 🔒 { $reference } · Nur Cutr
topic-with_customer = 👥 { $reference } · Mit Kunde

decline-no_capacity = Keine Kapazität
decline-unfit_tooling = Werkzeug passt nicht
decline-unfit_machine = Maschine passt nicht
decline-other = Ein anderer Grund

method-delivery = Lieferung
method-pick_up = Abholung
method-installation = Montage
method-other = Sonstiges

feedback-fine = Alles in Ordnung
feedback-transport_damage = Transportschaden
feedback-wrong_or_missing = Falsche oder fehlende Teile
feedback-finish = Oberfläche
feedback-dimensions = Maße
feedback-installation = Montage
feedback-other = Etwas anderes

role-admin = Administrator
role-collaborator = Mitarbeiter
role-staff = Cutr
role-platform = Die Plattform von Cutr
role-guest = Gast
role-customer = Kunde
role-clock = Uhr

language-en = English
language-nl = Nederlands
language-de = Deutsch
language-fr = Français
language-pl = Polski

# -- Termine, die merkwürdig aussehen: gezeigt vor einer zweiten Bestätigung ---------------------------------------------

warning-past_date = dieser Termin liegt in der Vergangenheit
warning-material_after_completion = das Material käme erst nach der geplanten Fertigstellung
warning-delivery_before_completion = die Lieferung wäre vor der geplanten Fertigstellung
warning-delivery_after_requested = die Lieferung wäre nach dem Termin, den der Kunde wünscht
warning-dates_open = es sind noch Termine offen
warning-other = das sieht ungewöhnlich aus

# -- Namen von Feldern, mitten im Satz ---------------------------------------------------------------------------------

field-address = Adresse
field-answer_within_hours = Zeit für die Antwort
field-assigned_at = Zeitpunkt der Vergabe
field-at = Uhrzeit
field-category = Art der Rückmeldung
field-code = Code
field-currency = Währung
field-customer_id = Kunde
field-date = Datum
field-day = Datum
field-delivery_address = Lieferadresse
field-email = Mailadresse
field-group = Gruppe
field-invoice_reference = Rechnungsreferenz
field-key = Name
field-kind = Art der Datei
field-label = Bezeichnung
field-language = Sprache
field-method = Lieferart
field-name = Name
field-note = Bemerkung
field-notes = Bemerkungen
field-options = Zeiten
field-partner_id = Partner
field-partner_ids = Partner
field-partners = Partner
field-price = Preis
field-reason = Grund
field-reference = Referenz
field-remedy = Abhilfe
field-material_date = Materialliefertermin
field-completion_date = geplante Fertigstellung
field-delivery_schedule = Liefertermin
field-responsible = zuständige Person
field-value = Wert
field-role = Rolle
field-signed_slip = unterschriebener Lieferschein
field-status = Stand
field-telegram_chat_id = Telegram-Gruppe
field-telegram_user_id = Telegram-Konto
field-text = Text
field-time_zone = Zeitzone
field-title = Titel
field-until = Datum
field-other = Wert

# -- warum etwas nicht gesendet wurde, und was hilft -------------------------------------------------------------------

error-blocked = diese Person hat den Bot blockiert. Bitten Sie sie, im Bot auf Start zu drücken, dann auf Erneut versuchen drücken
error-kicked = der Bot ist nicht mehr in der Gruppe. Fügen Sie ihn wieder als Administrator hinzu, dann auf Erneut versuchen drücken
error-chat_not_found = den Chat gibt es nicht mehr. Bitten Sie Cutr um einen neuen Link, dann auf Erneut versuchen drücken
error-topic_gone = das Thema wurde gelöscht. Mit Erneut versuchen wird ein neues geöffnet
error-topic_closed = das Thema ist geschlossen. Öffnen Sie es in Telegram wieder, dann auf Erneut versuchen drücken
error-no_rights = dem Bot fehlt dort ein Recht. Machen Sie ihn zum Administrator mit „Themen verwalten“, dann auf Erneut versuchen drücken
error-no_forum = die Gruppe hat keine Themen mehr. Schalten Sie sie in den Einstellungen ein, dann auf Erneut versuchen drücken
error-restricted = im Kanal darf nicht jeder schreiben. Bitten Sie einen Slack-Administrator, die App dort schreiben zu lassen, dann auf Erneut versuchen drücken
error-too_big = die Datei ist zu groß. Senden Sie eine kleinere oder einen Link
error-file_gone = die Datei ist nicht mehr abrufbar. Senden Sie sie noch einmal
error-not_in_channel = der Bot ist nicht im Kanal. Tippen Sie dort /invite @Cutr, dann auf Erneut versuchen drücken
error-archived = der Kanal ist archiviert. Holen Sie ihn aus dem Archiv, dann auf Erneut versuchen drücken
error-channel_not_found = den Kanal gibt es nicht, oder der Bot sieht ihn nicht. Laden Sie den Bot dort ein, dann auf Erneut versuchen drücken
error-thread_gone = der Thread wurde gelöscht. Mit Erneut versuchen wird ein neuer geöffnet
error-shared_outside = der Kanal wird mit einer anderen Organisation geteilt. Beenden Sie das, dann auf Erneut versuchen drücken
error-not_signed_in = die Plattform nimmt den Schlüssel des Bots nicht mehr an. Bitten Sie den Betreiber, cutr doctor auszuführen
error-missing_scope = der App fehlt eine Berechtigung. Bitten Sie den Betreiber, cutr doctor auszuführen
error-too_long = der Text ist zu lang. Senden Sie ihn in Teilen
error-address_refused = die Mailadresse wurde abgelehnt. Bitte prüfen
error-no_thread = der Chat hat dort keinen Thread. Mit Erneut versuchen wird er neu geöffnet
error-place_broken = in den Chat kann nicht geschrieben werden. Mit Erneut versuchen wird er neu geöffnet
error-platform_off = diese Plattform ist nicht eingerichtet. Bitten Sie den Betreiber, cutr doctor auszuführen
error-nothing_to_say = es gibt nichts mehr zu senden
error-no_message = die Nachricht ist weg
error-bug = auf unserer Seite ist etwas schiefgegangen. Nennen Sie dem Betreiber das Kennzeichen aus dem Protokoll, dann auf Erneut versuchen drücken
error-rate_limited = die Plattform bittet um Geduld. Es geht von selbst hinaus
error-file_not_fetched = die Datei ist nicht abrufbar. Senden Sie sie noch einmal
error-no_encryption = der Mailserver bietet keine Verschlüsselung, und ohne wird nichts gesendet. Bitten Sie den Betreiber, cutr doctor auszuführen
error-bad_certificate = das Zertifikat des Mailservers ist nicht gültig. Bitten Sie den Betreiber, cutr doctor auszuführen
error-mail_server_away = der Mailserver antwortet nicht. Bitten Sie den Betreiber, cutr doctor auszuführen
error-wrong_audience = es war an jemanden gerichtet, der es nicht lesen darf, und wurde zurückgehalten
error-no_order = der Auftrag dazu ist weg
error-not_a_mail = es lässt sich nicht als Mail senden
error-no_answer = die Plattform hat nicht rechtzeitig geantwortet. Auf Erneut versuchen drücken
error-wrong_place = es erschien woanders als gedacht, und das Senden wurde angehalten. Prüfen Sie die Themen, dann auf Erneut versuchen drücken
error-gave_up = es ist nach vielen Versuchen nicht durchgegangen. Auf Erneut versuchen drücken
error-other = { $detail }. Mit Erneut versuchen wird es noch einmal gesendet

# -- wie lange ---------------------------------------------------------------------------------------------------------

left-to-go = noch { $span }
left-late = { $span } zu spät
left-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
left-hours = { $count } Std.
left-minutes = { $count } Min.
