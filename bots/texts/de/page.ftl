# Die Auftragsseite des Kunden, neben dem, was in api.ftl steht.
page-back = Zurück zum Auftrag
page-problem-heading = Das hat nicht geklappt
page-no-file = Diese Datei ist nicht (mehr) hier.
page-forged = Diese Seite war zu lange offen oder wurde von woanders gesendet. Bitte öffnen Sie den Link aus unserer letzten Mail und versuchen Sie es noch einmal.
page-too-many = Das war viel auf einmal. Bitte warten Sie einige Minuten und versuchen Sie es noch einmal.
page-too-big = Das ist zu viel für eine Nachricht: Ein Foto darf höchstens 25 MB haben.
page-too-many-photos = Höchstens { $count } Fotos können auf einmal gesendet werden.
page-not-a-picture = Hier können nur Fotos gesendet werden, und mindestens eine dieser Dateien ist kein lesbares Foto.
page-broken = Das ist nicht vollständig angekommen. Bitte versuchen Sie es noch einmal.
page-away = Wir erreichen unsere Daten gerade nicht; es wurde nichts geändert. Bitte versuchen Sie es in einigen Sekunden noch einmal.
page-empty = Es gibt noch nichts zu senden: Bitte schreiben Sie etwas oder wählen Sie ein Foto.
page-feedback-lacks = Bitte wählen Sie, worum es geht, und beschreiben Sie es in ein paar Worten.
page-said-message = Ihre Nachricht ist unterwegs.
page-said-feedback = Danke, wir haben Ihre Rückmeldung erhalten und melden uns.
page-said-fine = Danke! Schön, dass alles in Ordnung ist.
page-said-approved = Danke, die Zeichnung ist freigegeben.
page-said-rejected = Danke, die Werkstatt ändert die Zeichnung.
page-steps-told = So weit ist Ihr Auftrag: { $steps }
page-step-draft = Bestellt
page-step-in_production = In Produktion
page-step-ready = Bereit in der Werkstatt
page-step-delivered = Geliefert
page-step-approved = Abgeschlossen
page-step-cancelled = Storniert
page-step-done = erledigt
page-step-now = jetzt
page-step-ahead = kommt noch
page-step-stopped = beendet
page-expected = erwartet { $day }
page-days-left =
    { $count ->
        [one] Noch 1 Tag, um uns zu sagen, wie es ist
       *[other] Noch { $count } Tage, um uns zu sagen, wie es ist
    }
page-feedback = Ihre Rückmeldung
page-feedback-over = Die Zeit für Rückmeldungen ist vorbei. Wenn etwas ist, schreiben Sie uns bitte bei den Nachrichten.
page-all-fine = Alles ist in Ordnung
page-something-wrong = Etwas stimmt nicht
page-what-is-wrong = Worum geht es?
page-choose = Bitte wählen
page-describe = Was ist los?
page-send-feedback = Rückmeldung senden
page-fine-means = Damit ist Ihr Auftrag abgeschlossen. Wenn etwas nicht stimmt, sagen Sie es uns bitte lieber: Wir kümmern uns darum.
page-changes = Was vereinbart und geändert wurde
page-date-set = Festgelegt auf { $after }
page-date-moved = Verschoben von { $before } auf { $after }
page-reason = Grund: { $reason }
page-drawings = Zeichnungen
page-drawing-name = Zeichnung { $number }
page-version = Version { $number }
page-review-pending = Wartet auf Ihre Freigabe
page-review-approved = Freigegeben
page-review-rejected = Abgelehnt
page-approve = Diese Zeichnung freigeben
page-reject = Mit Hinweis ablehnen
page-reject-why = Was soll geändert werden?
page-reject-send = Diese Zeichnung ablehnen
page-earlier-versions =
    { $count ->
        [one] 1 frühere Version
       *[other] { $count } frühere Versionen
    }
page-download = { $name } herunterladen
page-not-shown = Diese Datei kann hier noch nicht gezeigt werden.
page-photos = Fotos
page-photos-finished_photo = Fertige Produkte
page-photos-packed_photo = Verpackte Produkte
page-photo-alt = { $kind }, Foto { $number }
page-chat = Nachrichten
page-chat-readers = Sie, die Werkstatt und Cutr lesen, was hier steht.
page-chat-empty = Es wurde noch nichts geschrieben.
page-chat-closed = Hier kann nichts mehr geschrieben werden.
page-chat-later = Sie können hier schreiben, sobald eine Werkstatt Ihren Auftrag hat.
page-earlier =
    { $count ->
        [one] 1 frühere Nachricht zeigen
       *[other] { $count } frühere Nachrichten zeigen
    }
page-you = Sie
page-edited = geändert
page-attachment = Datei
page-sent-alt = Foto { $number } dieser Nachricht
page-mark-on_its_way = Unterwegs
page-mark-delivered = Zugestellt ✓
page-mark-failed = Nicht bei allen angekommen. Cutr kümmert sich darum.
page-your-message = Ihre Nachricht
page-add-photos = Fotos hinzufügen
page-photos-hint = Bis zu 10 Fotos mit je 25 MB. Wo sie aufgenommen wurden, wird entfernt.
page-send = Senden
page-foot = Diese Seite ist nur für Sie: Wer ihren Link hat, kann hier lesen und schreiben.
