# Was allein der Telegram-Bot sagt: Antworten, Fragen und Karten.

# -- Knöpfe, die nur Telegram hat --------------------------------------------------------------------------------------

telegram-button-orders = Meine Aufträge
telegram-previous = ‹ Zurück
telegram-next = Mehr ›
telegram-other-day = Ein anderer Tag

# -- wer spricht, und was keine Datei hat ------------------------------------------------------------------------------

telegram-author-staff = { $name } (Cutr)
telegram-author-customer = { $name } (Kunde)
telegram-author-guest = { $name } (Gast)
telegram-kind-location = 📍 { $detail }
telegram-kind-contact = 👤 { $detail }
telegram-kind-poll = 📊 { $detail }
telegram-kind-other = 📎 { $detail } (nur dort zu sehen, wo es gesendet wurde)
telegram-file-too-big = 📎 { $name } ({ $size } MB) ist zu groß für Telegram. Bitten Sie Cutr um einen Link.
telegram-withdrawn = Diese Nachricht wurde zurückgenommen.

# -- die Karte ---------------------------------------------------------------------------------------------------------

telegram-card-status = Stand: { $status }
telegram-card-wanted = Vom Kunden gewünscht: { $day }
telegram-card-delivery = Zum Kunden: { $value }
telegram-card-address = Adresse: { $address }
telegram-card-feedback = Der Kunde kann bis { $moment } Rückmeldung geben
telegram-card-milestone = { $label }: { $day }
telegram-card-todos = Aufgaben
telegram-card-due = Alles außer Als bereit markieren ist fällig { $moment }
telegram-todo-title = { $reference } · Aufgaben
telegram-todo-none = Nichts ist offen.

# -- Dateien und Lieferung ---------------------------------------------------------------------------------------------

telegram-slip-title = { $reference } · Lieferung
telegram-slip =
    An: { $customer }
    Adresse: { $address }
    Lieferung: { $value }
telegram-unknown = noch nicht bekannt

# -- Listen und Auswahl ------------------------------------------------------------------------------------------------

telegram-orders-title = Ihre Aufträge
telegram-orders-none = Sie haben hier noch keine Aufträge. Neue erscheinen von selbst.
telegram-which-order = Welcher Auftrag?
telegram-which-workshop = Für welche Werkstatt?
telegram-which-chat-route = Das habe ich noch nicht weitergegeben. Zu welchem Auftrag und welchem Chat gehört es?
telegram-which-chat-undo_in = In welchem Chat soll ich Ihre letzte Nachricht zurücknehmen?
telegram-no-chats = Hier gibt es keinen laufenden Auftrag, in den Sie schreiben könnten. Ihre Nachricht wurde nicht weitergegeben.
telegram-routed = Gesendet an { $chat } ({ $readers }).
telegram-not-sent = Nicht weitergegeben. Niemand hat es gelesen.
telegram-never-mind = Nichts wurde geändert.

# -- Termine -----------------------------------------------------------------------------------------------------------

telegram-date-title = { $reference } · { $what }
telegram-date-now = Jetzt: { $day }
telegram-date-how = Wählen Sie einen Tag, oder antworten Sie auf diese Nachricht mit einem Datum wie „nächsten Dienstag“, „KW 23“ oder „12.3.“. Tage mit Punkt sind vorbei.
telegram-confirm = Stimmt das?
telegram-confirm-date = { $value }. Stimmt das?
telegram-saved = Gespeichert
telegram-saved-date = ✅ { $reference } · { $what }: { $day } ({ $name })
telegram-saved-text = ✅ { $reference } · { $what }: { $value } ({ $name })
telegram-saved-silently = gespeichert
telegram-done-by =
    ✅ { $summary }
    ({ $name })
telegram-too-old = Diese Frage war älter als 15 Minuten, deshalb wurde nichts geändert. Bitte bestätigen Sie noch einmal.
telegram-which-method = Wie kommt es zum Kunden?
telegram-invoice-how = Antworten Sie auf diese Nachricht mit der Referenz für die Rechnung, oder drücken Sie auf Keine Referenz.

telegram-delay-title = { $reference } · Verzögerung
telegram-delay-which = Welcher Termin hält nicht?
telegram-why-delay = Warum? Drücken Sie auf einen Grund, oder antworten Sie auf diese Nachricht mit eigenen Worten.
telegram-why-delivery = Warum ändert sich der Liefertermin? Der KUNDE liest diesen Grund. Drücken Sie auf einen, oder antworten Sie auf diese Nachricht mit eigenen Worten.
telegram-remedy = Was tun Sie dagegen? Antworten Sie auf diese Nachricht, oder drücken Sie den Knopf.
telegram-no-remedy = Nichts hinzuzufügen
telegram-summary-reason = Warum: { $reason }
telegram-summary-remedy = Was dagegen getan wird: { $remedy }

# -- Bereit und Geliefert ----------------------------------------------------------------------------------------------

telegram-ready-missing = ⚠️ Noch offen: { $missing }. Bereit geht trotzdem; bitte tragen Sie es auch noch ein.
telegram-ready-sure = Ist alles verpackt und bereit? Cutr und der Kunde erfahren es.
telegram-ready-done = ✅ { $reference }: verpackt, sagt { $name }. Sobald der Kunde es hat, auf der Karte des Auftrags auf Als geliefert markieren drücken, oder /delivered senden.
telegram-delivered-sure = Hat der Kunde es, und haben Sie den unterschriebenen Lieferschein? Der Kunde hat dann 14 Tage für Rückmeldung.
telegram-delivered-done = ✅ { $reference }: Lieferschein unterschrieben, sagt { $name }. Mehr ist nicht zu tun: ohne Rückmeldung des Kunden wird der Auftrag von selbst freigegeben.

# -- Angebote, Kick-off, Meilensteine ----------------------------------------------------------------------------------

telegram-offer-title = { $reference } · { $title }
telegram-offer-accepted = ✅ Sie haben { $reference } angenommen ({ $name }). Cutr entscheidet und meldet sich hier.
telegram-offer-declined = Sie haben { $reference } abgelehnt ({ $name }): { $reason }
telegram-decline-why = Warum diesen nicht?
telegram-decline-words = Antworten Sie auf diese Nachricht mit Ihrem Grund, oder drücken Sie den Knopf.
telegram-decline-silent = Ohne Grund ablehnen
telegram-kickoff-picked = ✅ { $reference } · Kick-off: { $moment }
telegram-milestone-words = { $reference }: antworten Sie auf diese Nachricht und sagen Sie, was geht. Es kommt in den Chat nur mit Cutr, der Kunde liest es nicht.
telegram-told-cutr = Cutr hat es, im Chat nur mit Cutr.

# -- Nachrichten -------------------------------------------------------------------------------------------------------

telegram-undone = Zurückgenommen.
telegram-done-retry = Wird erneut gesendet
telegram-done-undo = Zurückgenommen
telegram-done-send-now = Unterwegs
telegram-done-vouch = Durchgelassen
telegram-done-drop = Verworfen
telegram-guest-held = Sie gehören nicht zur Werkstatt, und hier liest der Kunde mit. Ihre Nachricht wartet, bis jemand von der Werkstatt oder Cutr sie durchlässt.
telegram-anonymous = Sie schreiben als anonymer Administrator, deshalb weiß ich nicht, wer Sie sind, und gebe nichts weiter. Schalten Sie „Anonym bleiben“ in Ihren Administratorrechten aus und senden Sie es noch einmal.
telegram-too-big = { $name } ist größer als 20 MB, das gibt Telegram mir nicht. Cutr hat nur den Namen erfahren: senden Sie eine kleinere Datei oder einen Link.
telegram-answer-in-words = Bitte antworten Sie mit Worten: mit einem Text auf meine Frage.
telegram-press-a-button = Bitte drücken Sie einen der Knöpfe unter jener Nachricht.
telegram-old-button = Dieser Knopf ist zu alt. Senden Sie /order für den jetzigen Stand.
telegram-bug = Dabei ist etwas schiefgegangen, und es wurde aufgehoben. Nichts ist verloren; Cutr sieht es sich an. Kennzeichen: { $reference }

# -- Hilfe und Verbinden -----------------------------------------------------------------------------------------------

telegram-help = Schreiben Sie in den Chat eines Auftrags, und Cutr liest es. Das Zeichen sagt, wer noch: 🔒 nur Cutr, 👥 Cutr und der KUNDE. Was Sie tippen können:
telegram-help-line = { $command } · { $words }
telegram-unknown-command = Diesen Befehl kenne ich nicht. Senden Sie /help, um zu sehen, was ich kenne.
telegram-stranger = Guten Tag. Dieser Bot ist für Werkstätten, die mit Cutr arbeiten. Gehören Sie dazu, öffnen Sie den persönlichen Link, den Cutr Ihnen geschickt hat.
telegram-guest-verbs = Das können nur Mitglieder der Werkstatt. Fragen Sie dort nach, oder bitten Sie Cutr um einen eigenen Link.
telegram-guest-help = Sie sind hier Gast. Was Sie in ein 🔒-Thema schreiben, geht an Cutr; in einem 👥-Thema lässt es zuerst ein Mitglied durch, denn dort liest der KUNDE mit. Befehle und Knöpfe sind für Mitglieder der Werkstatt.
telegram-bad-link = Dieser Link funktioniert nicht mehr. Bitten Sie Cutr um einen neuen.
telegram-bad-code = Dieser Code ist nicht gültig. Bitten Sie Cutr um einen neuen und senden Sie ihn hier mit /link.
telegram-link-in-group = Senden Sie /link mit dem Code in Ihrer Gruppe, nicht hier.
telegram-link-unchecked = Ich konnte diese Gruppe gerade nicht prüfen. Senden Sie den Befehl in einer Minute noch einmal; der Code gilt weiter.
telegram-linked = ✅ Diese Gruppe ist verbunden. Jeder Auftrag bekommt hier zwei Themen: 🔒 nur Cutr, und 👥 Cutr und der KUNDE.
telegram-needs-topics = Diese Gruppe hat noch keine Themen: öffnen Sie die Einstellungen der Gruppe, drücken Sie auf Bearbeiten, schalten Sie Themen ein und senden Sie /link noch einmal. Der Code gilt weiter.
telegram-needs-admin = Ich bin noch kein Administrator dieser Gruppe: machen Sie mich zum Administrator mit dem Recht „Themen verwalten“ und senden Sie /link noch einmal. Der Code gilt weiter.
telegram-needs-can-manage-topics = Mir fehlt das Recht „Themen verwalten“: schalten Sie es bei meinen Administratorrechten ein und senden Sie /link noch einmal. Der Code gilt weiter.
telegram-needs-can-pin-messages = Mir fehlt das Recht „Nachrichten anheften“: schalten Sie es bei meinen Administratorrechten ein und senden Sie /link noch einmal. Der Code gilt weiter.
telegram-needs-can-delete-messages = Mir fehlt das Recht „Nachrichten löschen“: schalten Sie es bei meinen Administratorrechten ein und senden Sie /link noch einmal. Der Code gilt weiter.
telegram-hello-group = Guten Tag. Um diese Gruppe mit Ihrer Werkstatt zu verbinden, schalten Sie Themen ein, machen Sie mich zum Administrator mit „Themen verwalten“ und senden Sie /link mit dem Code von Cutr.
telegram-which-language = Welche Sprache soll ich mit Ihnen sprechen?
telegram-language-set = Ab jetzt auf { $chosen }.
