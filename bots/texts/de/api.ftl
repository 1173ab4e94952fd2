# Die Seite des Kunden
page-title = { $reference } · { $title }
page-heading = Ihr Auftrag { $reference }
page-status = Stand
page-status-draft = In Vorbereitung
page-status-offered = In Vorbereitung
page-status-in_production = In Produktion
page-status-ready = Bereit in der Werkstatt
page-status-delivered = Geliefert
page-status-feedback_received = Geliefert, Ihre Rückmeldung wird bearbeitet
page-status-approved = Abgeschlossen
page-status-cancelled = Storniert
page-delivery = Lieferung
page-delivery-open = Der Termin steht noch nicht fest.
page-method-delivery = Wird zu Ihnen geliefert
page-method-pick_up = Sie holen ab
page-method-installation = Wird geliefert und montiert
page-method-other = Wie vereinbart
page-milestones = Meilensteine
page-feedback-until = Sie können bis { $until } Rückmeldung geben.
page-not-found = Dieser Link funktioniert nicht (mehr). Bitte nehmen Sie den Link aus unserer letzten Mail.
page-not-found-heading = Hier ist nichts

# Die Upload-Seite hinter einem Einmal-Link
uploads-title = Hochladen für { $reference }
uploads-kind = Was ist es?
uploads-files = Dateien
uploads-send = Hochladen
uploads-hint = Bis zu 2 GB je Datei, so viele Sie möchten. Lassen Sie diese Seite offen, bis alles da ist.
uploads-sending = unterwegs…
uploads-done = angekommen ✓
uploads-failed = ist nicht angekommen. Bitte versuchen Sie es noch einmal.
uploads-received = { $count ->
    [one] Eine Datei angekommen ✓
   *[other] { $count } Dateien angekommen ✓
}
uploads-gone = Dieser Upload-Link funktioniert nicht (mehr). Bitten Sie den Bot um einen neuen.
uploads-too-big = Eine Datei darf höchstens 2 GB groß sein.
uploads-broken = Die Datei ist nicht vollständig angekommen. Bitte versuchen Sie es noch einmal.

# Der Lieferschein (storage/documents/facts.py nennt die Wörter)
slip-title = Lieferschein
slip-order = Auftrag
slip-sender = Von
slip-recipient = An
slip-contact = Ansprechpartner
slip-delivery = Lieferung
slip-packages = Packstücke
slip-part = Teil
slip-quantity = Menge
slip-checked = Geprüft
slip-received = Erhalten
slip-name = Name
slip-date = Datum
slip-signature = Unterschrift
slip-remarks = Bemerkungen, Schäden
slip-no_parts = Zu diesem Auftrag gibt es keine Stückliste.
slip-version = Version
slip-printed = gedruckt
slip-page = Seite
slip-fragile = ZERBRECHLICH
slip-up = DIESE SEITE OBEN
slip-box = Karton
slip-pallet = Palette
slip-scan = Scannen, um Fotos dieses Packstücks hinzuzufügen
slip-open = noch offen
uploads-waiting = keine Verbindung, neuer Versuch…
uploads-finish = Fertig
uploads-finish-hint = Alles hochgeladen? Dann schließen Sie diesen Link.
uploads-finished = Sie waren am { $moment } mit diesem Link fertig; { $count ->
        [0] es wurde keine Datei damit hochgeladen.
        [one] eine Datei ist angekommen.
       *[other] { $count } Dateien sind angekommen.
    }
uploads-expired = Dieser Link galt 24 Stunden, bis { $moment }. Was Sie hochgeladen haben, ist sicher.
uploads-again = Um mehr hochzuladen, holen Sie sich einen neuen Link: Senden Sie dem Bot in Telegram /files und drücken Sie „Upload-Link“, oder fragen Sie Cutr.
uploads-order-over = { $reference } nimmt keine Dateien mehr an. Fehlt noch etwas, schreiben Sie bitte an Cutr.
