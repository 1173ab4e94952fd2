# De pagina van de klant
page-title = { $reference } · { $title }
page-heading = Je bestelling { $reference }
page-status = Stand
page-status-draft = In voorbereiding
page-status-offered = In voorbereiding
page-status-in_production = In productie
page-status-ready = Gereed bij de werkplaats
page-status-delivered = Geleverd
page-status-feedback_received = Geleverd, je feedback wordt behandeld
page-status-approved = Afgerond
page-status-cancelled = Geannuleerd
page-delivery = Levering
page-delivery-open = De datum staat nog niet vast.
page-method-delivery = Bij je bezorgd
page-method-pick_up = Je haalt het op
page-method-installation = Bezorgd en gemonteerd
page-method-other = Zoals afgesproken
page-milestones = Mijlpalen
page-feedback-until = Je kunt feedback geven tot { $until }.
page-not-found = Deze link werkt niet (meer). Gebruik de link uit onze laatste mail.
page-not-found-heading = Hier is niets te vinden

# De uploadpagina achter een eenmalige link
uploads-title = Uploaden voor { $reference }
uploads-kind = Wat is het?
uploads-files = Bestanden
uploads-send = Uploaden
uploads-hint = Tot 2 GB per bestand, zoveel als je wilt. Laat deze pagina open tot alles binnen is.
uploads-sending = onderweg…
uploads-done = ontvangen ✓
uploads-failed = is niet aangekomen. Probeer het opnieuw.
uploads-received = { $count ->
    [one] Eén bestand ontvangen ✓
   *[other] { $count } bestanden ontvangen ✓
}
uploads-gone = Deze uploadlink werkt niet (meer). Vraag de bot om een nieuwe.
uploads-too-big = Eén bestand mag hoogstens 2 GB zijn.
uploads-broken = De upload is niet volledig aangekomen. Probeer het opnieuw.

# De pakbon (storage/documents/facts.py noemt de woorden)
slip-title = Pakbon
slip-order = Bestelling
slip-sender = Van
slip-recipient = Aan
slip-contact = Contactpersoon
slip-delivery = Levering
slip-packages = Colli
slip-part = Onderdeel
slip-quantity = Aantal
slip-checked = Gecontroleerd
slip-received = Ontvangen
slip-name = Naam
slip-date = Datum
slip-signature = Handtekening
slip-remarks = Opmerkingen, schade
slip-no_parts = Bij deze bestelling is geen stuklijst gegeven.
slip-version = Versie
slip-printed = afgedrukt
slip-page = Pagina
slip-fragile = BREEKBAAR
slip-up = DEZE KANT BOVEN
slip-box = Doos
slip-pallet = Pallet
slip-scan = Scan om foto's van dit collo toe te voegen
slip-open = nog niet bekend
uploads-waiting = geen verbinding, opnieuw proberen…
uploads-finish = Klaar
uploads-finish-hint = Alles geüpload? Sluit dan deze link.
uploads-finished = Je was op { $moment } klaar met deze link; { $count ->
        [0] er is geen bestand mee geüpload.
        [one] er is één bestand ontvangen.
       *[other] er zijn { $count } bestanden ontvangen.
    }
uploads-expired = Deze link werkte 24 uur, tot { $moment }. Wat je geüpload hebt, is veilig.
uploads-again = Wil je meer uploaden? Vraag een nieuwe link: stuur /files naar de bot in Telegram en druk op “Uploadlink”, of vraag het Cutr.
uploads-order-over = { $reference } neemt geen bestanden meer aan. Moet er toch nog iets bij, schrijf dan aan Cutr.
