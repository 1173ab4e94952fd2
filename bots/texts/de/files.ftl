# Dateien: was zu Fotos, Zeichnungen und Lieferscheinen gesagt wird.

# -- Arten von Dateien, als Titel und mitten im Satz -------------------------------------------------------------------

kind-finished_photo = Fertige Produkte
kind-packed_photo = Verpackte Produkte
kind-production_drawing = Fertigungszeichnungen
kind-sample_photo = Muster
kind-signed_packing_slip = Unterschriebener Lieferschein
kind-other = Sonstiges

kind-finished_photo-short = Fotos der fertigen Produkte
kind-packed_photo-short = Fotos der verpackten Produkte
kind-production_drawing-short = Fertigungszeichnungen
kind-sample_photo-short = Fotos der Muster
kind-signed_packing_slip-short = unterschriebener Lieferschein
kind-other-short = sonstige Dateien

review-pending = in Prüfung
review-approved = freigegeben
review-rejected = abgelehnt

# -- was bei der Prüfung auffiel: Rat, nie eine Absage -----------------------------------------------------------------

upload-warning-too_dark = zu dunkel, um die Oberfläche zu beurteilen
upload-warning-blurred = unscharf
upload-warning-too_small = zu klein für Einzelheiten (senden Sie es „als Datei“, dann bleibt die Qualität)
upload-warning-alike = dasselbe Foto wie ein anderes, das schon abgelegt ist
upload-warning-alike-as = dasselbe Foto wie { $filed }
upload-warning-late = Fotos der fertigen Produkte sind 3 Tage vor dem Liefertermin fällig
upload-warning-no_preview = lässt sich hier nicht als Bild zeigen; das Original bleibt erhalten

# -- Knöpfe ------------------------------------------------------------------------------------------------------------

button-file_as = Hier ablegen
button-file_move = Verschieben
button-file_undo = Zurücknehmen
button-file_keep = Behalten
button-file_retake = Neu aufnehmen
button-file_folder = In diesem Ordner ablegen
button-file_link = Upload-Link
button-file_revise = Revision hochladen
button-file_revise-n = Revision von { $number } hochladen
button-file_approve = Freigeben
button-file_reject = Ablehnen
button-file_show = Zurück
button-file_part = Teil und Seite nennen
button-file_side = Überspringen
button-file_list = Zeigen
button-package = Noch eins von diesem Packstück
button-check = Foto-Checkliste
button-check_item = Dieses senden
button-slip_boxes = Kartons
button-slip_make = Lieferschein erstellen
button-slip_again = Noch einmal senden
button-signed_slip = Unterschriebenen Schein senden

# -- eine abgelehnte Datei, und Bereit ohne die Uploads ----------------------------------------------------------------

notice-drawing-judged =
    { $verdict ->
        [approved] { $reference }: *{ $name } wurde von der Kundschaft freigegeben*. Nach dieser Zeichnung kann produziert werden.
       *[other] { $reference }: *{ $name } wurde von der Kundschaft abgelehnt*: { $note }
    }
notice-file-rejected =
    { $count ->
        [one] { $reference }: *{ $names } wurde abgelehnt* von { $by ->
            [none] der Kundschaft
           *[other] { $by }
        }.
       *[other] { $reference }: *{ $count } Dateien wurden abgelehnt* von { $by ->
            [none] der Kundschaft
           *[other] { $by }
        }:
            { $names }
    }
    Was zu ändern ist: { $note }
    { $count ->
        [one] Bis eine Revision da ist, lässt sich der Auftrag nicht als bereit markieren.
       *[other] Bis von jeder eine Revision da ist, lässt sich der Auftrag nicht als bereit markieren.
    }
notice-file-rejected-more = … und { $count } weitere: siehe /files
refusal-uploads-missing =
    { $missing ->
        [none] Noch nicht bereit: { $rejected } wurde abgelehnt. Laden Sie eine Revision hoch; /files zeigt, was zu ändern ist.
       *[other] { $rejected ->
            [none] Noch nicht bereit. Es fehlt noch: { $missing }. Senden Sie es in den Chat des Auftrags; /files zeigt, was da ist.
           *[other] Noch nicht bereit. Es fehlt noch: { $missing }. Abgelehnt, also ist eine Revision nötig: { $rejected }. Siehe /files.
        }
    }

field-folder = Ordner
field-packages = Anzahl Packstücke
field-part_side = Name von Teil und Seite
refusal-bad-value-unread = Das konnte ich nicht lesen: { $label }{ $shown }. Schreiben Sie zum Beispiel „12“ oder „3 Kartons, 2 Paletten“.
refusal-bad-value-not_a_folder = „{ $value }“ ist kein Ordner dieses Auftrags mehr. Wählen Sie einen anderen.

# -- Telegram: die Karte zu dem, was auf einmal gesendet wurde ---------------------------------------------------------

files-ask = { $count ->
        [one] Wohin gehört diese Datei?
       *[other] Wohin gehören diese { $count } Dateien?
    }
files-ask-photos = { $count ->
        [one] Wohin gehört dieses Foto?
       *[other] Wohin gehören diese { $count } Fotos?
    }
files-filed = ✅ { $count } abgelegt unter { $where }
files-filed-package = ✅ { $count } abgelegt unter { $where } als Packstück { $package }
files-revised = ✅ Neue Version { $number } von { $name }: wartet auf Prüfung
files-none-filed = Es wurde nichts Neues abgelegt.
files-photo = Foto { $number }
files-storing = ⏳ { $done } von { $count } gespeichert…
files-missing = fehlt noch: { $kinds }
files-complete = alles Nötige ist da
files-lost = ⚠️ { $count ->
        [one] Eine Datei war nicht abrufbar. Bitte senden Sie sie noch einmal.
       *[other] { $count } Dateien waren nicht abrufbar. Bitte senden Sie sie noch einmal.
    }
files-too-large = ⚠️ { $names }: größer als 20 MB, das gibt Telegram mir nicht. Nutzen Sie den Upload-Link.
files-duplicate = ↺ { $name } ist schon abgelegt als { $filed }
files-warned = ⚠️ { $name }: { $warnings }
files-warned-more = ⚠️ und { $count } weitere
files-remark = ℹ️ { $warning }
files-taken-back = Zurückgenommen: nichts davon ist abgelegt. Im Chat steht noch, was Sie gesendet haben.
files-retaken = ↩️ { $count } zurückgenommen; bitte senden Sie ein neues
files-judged-approved = 🟢 Von Cutr freigegeben
files-judged-rejected = 🔴 Abgelehnt: { $note }
files-folder = 📁 { $folder }
files-toast-filed = { $where }
files-toast-undone = Zurückgenommen
files-toast-kept = Behalten
files-toast-retake = Zurückgenommen. Bitte senden Sie ein neues.
files-part-ask = { $name } ({ $number } von { $count }): welches Teil und welche Seite? Antworten Sie auf diese Nachricht, zum Beispiel „Tür links, vorn“, oder drücken Sie einen Knopf.
files-part-done = { $name }: { $part }
files-part-all = Das war das letzte davon.
files-side-front = Vorderseite
files-side-back = Rückseite
files-side-detail = Detail

# -- Telegram: der Upload-Link -----------------------------------------------------------------------------------------

files-link = { $reference }: Dateien bis 2 GB oder viele auf einmal hier hochladen: { $address }
files-link-personal = Der Link gehört Ihnen und gilt nur für diesen Auftrag. Er funktioniert, bis Sie dort auf Fertig drücken, höchstens 24 Stunden.
files-link-sent = Ich habe Ihnen den Link in unseren privaten Chat geschickt.
files-link-nowhere = Ich darf Ihnen noch nicht schreiben: öffnen Sie einen privaten Chat mit mir, drücken Sie auf Start und dann noch einmal auf den Knopf.
files-link-off = Diese Installation hat keine öffentliche Adresse, also gibt es keine Upload-Seite. Fragen Sie Cutr.

# -- Telegram: was da ist ----------------------------------------------------------------------------------------------

files-title = { $reference } · Dateien
files-line-states = { $sign } { $where }: { $count } ({ $states })
files-line-none = ⬜ { $where }: noch keine
files-line-state = { $count } { $state }
files-lacking = Vor Bereit fehlt noch: { $kinds }.
files-lacking-none = Alles, was vor Bereit nötig ist, ist da.
files-due = Fotos der fertigen Produkte sind { $day } fällig, 3 Tage vor der Lieferung.
files-due-over = Fotos der fertigen Produkte waren { $day } fällig, 3 Tage vor der Lieferung.
files-folders = Ordner: { $folders }
files-how = Senden Sie Fotos und Zeichnungen einfach hier in den Chat des Auftrags, „als Datei“, wenn es auf Einzelheiten ankommt: Telegram macht Fotos kleiner. Über 20 MB: auf Upload-Link drücken.
files-list-title = { $reference } · { $where }
files-list-empty = Hier ist noch nichts abgelegt.
files-file = { $sign } { $name }{ $part } · { $state }
files-version = v{ $number }, { $day }, { $by }: { $state }{ $note }
files-revise-key = Revision hochladen: { $name }
files-revise-ask = Antworten Sie auf diese Nachricht mit der neuen Version von { $name }.
files-revise-note = Was zu ändern ist: { $note }
files-revise-needs-file = Bitte antworten Sie auf meine Frage mit der Datei selbst.
files-revise-taken = ✅ Die neue Version von { $name } ist angekommen und wird geprüft.

# -- Telegram: die Foto-Checkliste (domain.md 7) -----------------------------------------------------------------------

checklist-title = { $reference } · Foto-Checkliste
checklist-which = Um welche Art Arbeit geht es?
checklist-how = Drücken Sie auf das, was Sie senden möchten, und antworten Sie mit den Fotos dazu. Was da ist, bekommt ein Häkchen.
checklist-label = jedes Bild mit Teil des Projekts und Seite benannt
checklist-ask = Antworten Sie auf diese Nachricht mit Fotos von: { $item }
checklist-done = { $done } von { $count }
checklist-assembled = Montierte Produkte
checklist-assembled-overall = Gesamtansichten der Möbel
checklist-assembled-finish = Nahaufnahme: Lack oder Oberfläche
checklist-assembled-edges = Nahaufnahme: Kanten
checklist-assembled-joints = Nahaufnahme: Verbindungen und Ecken
checklist-assembled-hardware = Nahaufnahme: montierte Beschläge
checklist-small = Teile, bis zu 10
checklist-small-unique = Jedes einzelne Teil, alle Seiten
checklist-small-identical = Gleiche Teile: eines im Detail
checklist-small-group = Gleiche Teile: ein Gruppenfoto
checklist-large = Teile, eine große Serie
checklist-large-detail = Von jedem Typ ein Teil im Detail
checklist-large-group = Gruppenfotos: Anzahl und Gleichmäßigkeit
checklist-assembly = Teile zur Montage
checklist-assembly-each = Jedes Teil
checklist-assembly-fit = Wie die Teile zusammenpassen
checklist-assembly-joint = Nahaufnahme: die Verbindung
checklist-parts-holes = Bohrungen: keine Ausrisse
checklist-parts-banding = Kanten: kein Leim, glatt
checklist-parts-edges = Gefaste oder gerundete Kanten
checklist-parts-details = Details: Einsätze, Beschläge, Ausschnitte
checklist-packed = Verpackte Ware
checklist-packed-before = Produkte vor dem Verpacken
checklist-packed-after = Produkte nach dem Verpacken
checklist-packed-how = Wie sie verpackt und geschützt sind

# -- Telegram: der Lieferschein ----------------------------------------------------------------------------------------

slip-ask-boxes = Wie viele Kartons? Drücken Sie auf eine Zahl, oder antworten Sie auf diese Nachricht, zum Beispiel „12“ oder „3 Kartons, 2 Paletten“.
slip-ask-pallets = { $boxes }. Und wie viele Paletten?
slip-none-yet = Es wurde noch kein Lieferschein erstellt.
slip-now = Lieferschein Version { $version }: { $packages } ({ $moment }, { $name })
slip-outdated = Veraltet: { $versions }. Bitte nicht mehr verwenden.
slip-boxes = { $count ->
        [0] Keine Kartons
        [one] 1 Karton
       *[other] { $count } Kartons
    }
slip-pallets = { $count ->
        [0] keine Paletten
        [one] 1 Palette
       *[other] { $count } Paletten
    }
slip-made = 📦 { $reference }: Lieferschein Version { $version } für { $packages }.
slip-same = 📦 { $reference }: nichts hat sich geändert, es bleibt Version { $version } für { $packages }.
slip-use = Seite 1 kommt in eines der Packstücke, jedes Etikett auf sein Packstück. Behalten Sie nach der Lieferung ein unterschriebenes Exemplar.
slip-version-n = Version { $version }
slip-failed = Das Papier konnte gerade nicht erstellt werden. Drücken Sie in einer Minute auf Noch einmal senden.
slip-file = { $reference }-lieferschein-v{ $version }.pdf
slip-again-key = Version { $version } noch einmal senden

# -- Telegram: das Etikett eines Packstücks wurde gescannt -------------------------------------------------------------

package-here = 📦 { $reference } · { $title }
package-number = Packstück { $number } von { $count }. Senden Sie jetzt das Foto: das nächste innerhalb von 30 Minuten gehört zu diesem Packstück.
package-outdated = Packstück { $number }. Der Lieferschein wurde neu erstellt, seit dieses Etikett gedruckt wurde: drucken Sie die Etiketten neu. Das Foto können Sie trotzdem senden.
package-filed = ✅ Abgelegt als Packstück { $number } von { $reference }.
package-photo-wanted = Bitte senden Sie ein Foto des Packstücks.

# -- Telegram: Bereit und Geliefert ------------------------------------------------------------------------------------

ready-lacks = ⚠️ Das geht noch nicht. Es fehlt noch: { $kinds }.
ready-rejected = ⚠️ Abgelehnt, eine Revision ist nötig: { $names }.
ready-how = Senden Sie die Bilder einfach hier in den Chat des Auftrags, oder drücken Sie unten einen Knopf. Danach wieder auf Als bereit markieren drücken.
delivered-slip-ask = Bitte fotografieren Sie den unterschriebenen Lieferschein und antworten Sie mit dem Foto auf diese Nachricht.
delivered-slip-thanks = Danke, der unterschriebene Lieferschein ist abgelegt.
field-file = Datei
refusal-bad-value-empty = Das ist leer: { $label }{ $shown }. Bitte etwas anderes wählen.
