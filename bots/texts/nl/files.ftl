# Bestanden: wat gezegd wordt over foto's, tekeningen en pakbonnen.

# -- soorten bestanden, als titel en midden in een zin -----------------------------------------------------------------

kind-finished_photo = Afgewerkte producten
kind-packed_photo = Verpakte producten
kind-production_drawing = Productietekeningen
kind-sample_photo = Monsters
kind-signed_packing_slip = Getekende pakbon
kind-other = Overig

kind-finished_photo-short = foto's van de afgewerkte producten
kind-packed_photo-short = foto's van de verpakte producten
kind-production_drawing-short = productietekeningen
kind-sample_photo-short = foto's van monsters
kind-signed_packing_slip-short = getekende pakbon
kind-other-short = overige bestanden

review-pending = wordt beoordeeld
review-approved = goedgekeurd
review-rejected = afgekeurd

# -- wat bij de controle opviel: advies, nooit een weigering -----------------------------------------------------------

upload-warning-too_dark = te donker om de afwerking te beoordelen
upload-warning-blurred = onscherp
upload-warning-too_small = te klein voor details (stuur hem “als bestand”, dan blijft de kwaliteit behouden)
upload-warning-alike = dezelfde foto als een andere die er al staat
upload-warning-alike-as = dezelfde foto als { $filed }
upload-warning-late = foto's van de afgewerkte producten moeten er 3 dagen voor de leverdatum zijn
upload-warning-no_preview = kan hier niet als afbeelding getoond worden; het origineel blijft bewaard

# -- knoppen -----------------------------------------------------------------------------------------------------------

button-file_as = Hier opbergen
button-file_move = Verplaatsen
button-file_undo = Terugnemen
button-file_keep = Houden
button-file_retake = Opnieuw maken
button-file_folder = In deze map opbergen
button-file_link = Uploadlink
button-file_revise = Revisie uploaden
button-file_revise-n = Revisie uploaden van { $number }
button-file_approve = Goedkeuren
button-file_reject = Afkeuren
button-file_show = Terug
button-file_part = Onderdeel en kant noemen
button-file_side = Overslaan
button-file_list = Tonen
button-package = Nog een van dit collo
button-check = Foto-checklist
button-check_item = Deze sturen
button-slip_boxes = Dozen
button-slip_make = Pakbon maken
button-slip_again = Nog een keer sturen
button-signed_slip = Getekende pakbon sturen

# -- een afgekeurd bestand, en Gereed zonder de uploads ----------------------------------------------------------------

notice-drawing-judged =
    { $verdict ->
        [approved] { $reference }: *de klant heeft { $name } goedgekeurd*. De productie kan deze tekening volgen.
       *[other] { $reference }: *de klant heeft { $name } afgekeurd*: { $note }
    }
notice-file-rejected =
    { $count ->
        [one] { $reference }: *{ $names } is afgekeurd* door { $by ->
            [none] de klant
           *[other] { $by }
        }.
       *[other] { $reference }: *{ $count } bestanden zijn afgekeurd* door { $by ->
            [none] de klant
           *[other] { $by }
        }:
            { $names }
    }
    Wat er anders moet: { $note }
    { $count ->
        [one] Zolang er geen revisie is, kan de bestelling niet als gereed gemarkeerd worden.
       *[other] Zolang niet van elk een revisie er is, kan de bestelling niet als gereed gemarkeerd worden.
    }
notice-file-rejected-more = … en nog { $count }: zie /files
refusal-uploads-missing =
    { $missing ->
        [none] Nog niet gereed: { $rejected } is afgekeurd. Upload een revisie; /files toont wat er anders moet.
       *[other] { $rejected ->
            [none] Nog niet gereed. Er ontbreekt nog: { $missing }. Stuur ze in de chat van de bestelling; /files toont wat er al is.
           *[other] Nog niet gereed. Er ontbreekt nog: { $missing }. Afgekeurd, dus een revisie is nodig: { $rejected }. Zie /files.
        }
    }

field-folder = map
field-packages = aantal colli
field-part_side = naam van onderdeel en kant
refusal-bad-value-unread = Ik lees daar geen { $label } in{ $shown }. Schrijf bijvoorbeeld “12”, of “3 dozen, 2 pallets”.
refusal-bad-value-not_a_folder = “{ $value }” is geen map van deze bestelling meer. Kies een andere.

# -- Telegram: de kaart van wat in één keer gestuurd is ----------------------------------------------------------------

files-ask = { $count ->
        [one] Waar hoort dit bestand?
       *[other] Waar horen deze { $count } bestanden?
    }
files-ask-photos = { $count ->
        [one] Waar hoort deze foto?
       *[other] Waar horen deze { $count } foto's?
    }
files-filed = ✅ { $count } opgeborgen onder { $where }
files-filed-package = ✅ { $count } opgeborgen onder { $where } als collo { $package }
files-revised = ✅ Nieuwe versie { $number } van { $name }: wacht op beoordeling
files-none-filed = Er is niets nieuws opgeborgen.
files-photo = foto { $number }
files-storing = ⏳ { $done } van { $count } bewaard…
files-missing = ontbreekt nog: { $kinds }
files-complete = alles wat nodig is, is er
files-lost = ⚠️ { $count ->
        [one] Eén bestand was niet op te halen. Stuur het nog een keer.
       *[other] { $count } bestanden waren niet op te halen. Stuur ze nog een keer.
    }
files-too-large = ⚠️ { $names }: groter dan 20 MB, dat geeft Telegram mij niet. Gebruik de uploadlink.
files-duplicate = ↺ { $name } is al opgeborgen als { $filed }
files-warned = ⚠️ { $name }: { $warnings }
files-warned-more = ⚠️ en nog { $count }
files-remark = ℹ️ { $warning }
files-taken-back = Teruggenomen: er is niets van opgeborgen. In de chat staat nog wat je stuurde.
files-retaken = ↩️ { $count } teruggenomen; stuur een nieuwe
files-judged-approved = 🟢 Goedgekeurd door Cutr
files-judged-rejected = 🔴 Afgekeurd: { $note }
files-folder = 📁 { $folder }
files-toast-filed = { $where }
files-toast-undone = Teruggenomen
files-toast-kept = Gehouden
files-toast-retake = Teruggenomen. Stuur een nieuwe.
files-part-ask = { $name } ({ $number } van { $count }): welk onderdeel, en welke kant? Antwoord op dit bericht, bijvoorbeeld “Deur links, voorkant”, of druk op een knop.
files-part-done = { $name }: { $part }
files-part-all = Dat was de laatste.
files-side-front = Voorkant
files-side-back = Achterkant
files-side-detail = Detail

# -- Telegram: de uploadlink -------------------------------------------------------------------------------------------

files-link = { $reference }: upload hier bestanden tot 2 GB, of veel tegelijk: { $address }
files-link-personal = De link is van jou en alleen voor deze bestelling. Hij werkt tot je daar op Klaar drukt, hoogstens 24 uur.
files-link-sent = Ik heb je de link in onze privéchat gestuurd.
files-link-nowhere = Ik mag je nog niet schrijven: open een privéchat met mij, druk op Start en druk dan nog eens op de knop.
files-link-off = Deze installatie heeft geen openbaar adres, dus er is geen uploadpagina. Vraag het Cutr.

# -- Telegram: wat er is -----------------------------------------------------------------------------------------------

files-title = { $reference } · Bestanden
files-line-states = { $sign } { $where }: { $count } ({ $states })
files-line-none = ⬜ { $where }: nog geen
files-line-state = { $count } { $state }
files-lacking = Ontbreekt nog voor Gereed: { $kinds }.
files-lacking-none = Alles wat voor Gereed nodig is, is er.
files-due = Foto's van de afgewerkte producten moeten er { $day } zijn, 3 dagen voor de levering.
files-due-over = Foto's van de afgewerkte producten hadden er { $day } moeten zijn, 3 dagen voor de levering.
files-folders = Mappen: { $folders }
files-how = Stuur foto's en tekeningen gewoon hier in de chat van de bestelling, “als bestand” als details ertoe doen: Telegram maakt foto's kleiner. Boven 20 MB: druk op Uploadlink.
files-list-title = { $reference } · { $where }
files-list-empty = Hier is nog niets opgeborgen.
files-file = { $sign } { $name }{ $part } · { $state }
files-version = v{ $number }, { $day }, { $by }: { $state }{ $note }
files-revise-key = Revisie uploaden: { $name }
files-revise-ask = Antwoord op dit bericht met de nieuwe versie van { $name }.
files-revise-note = Wat er anders moet: { $note }
files-revise-needs-file = Antwoord op mijn vraag met het bestand zelf.
files-revise-taken = ✅ De nieuwe versie van { $name } is binnen en wordt beoordeeld.

# -- Telegram: de foto-checklist (domain.md 7) -------------------------------------------------------------------------

checklist-title = { $reference } · Foto-checklist
checklist-which = Om wat voor werk gaat het?
checklist-how = Druk op wat je wilt sturen en antwoord met de foto's ervan. Wat binnen is, krijgt een vinkje.
checklist-label = elke foto met het onderdeel van het project en de kant
checklist-ask = Antwoord op dit bericht met foto's van: { $item }
checklist-done = { $done } van { $count }
checklist-assembled = Gemonteerde producten
checklist-assembled-overall = Totaalbeelden van het meubelwerk
checklist-assembled-finish = Close-up: lak of afwerking
checklist-assembled-edges = Close-up: kantenband
checklist-assembled-joints = Close-up: verbindingen en hoeken
checklist-assembled-hardware = Close-up: gemonteerd beslag
checklist-small = Onderdelen, tot 10
checklist-small-unique = Elk uniek onderdeel, alle kanten
checklist-small-identical = Gelijke onderdelen: één in detail
checklist-small-group = Gelijke onderdelen: een groepsfoto
checklist-large = Onderdelen, een grote serie
checklist-large-detail = Van elk type één onderdeel in detail
checklist-large-group = Groepsfoto's: aantal en gelijkheid
checklist-assembly = Onderdelen voor montage
checklist-assembly-each = Elk onderdeel
checklist-assembly-fit = Hoe de delen in elkaar passen
checklist-assembly-joint = Close-up: de verbinding
checklist-parts-holes = Gaten: niet uitgesplinterd
checklist-parts-banding = Kantenband: geen lijm, gladde randen
checklist-parts-edges = Afgeschuinde of afgeronde kanten
checklist-parts-details = Details: inserts, beslag, uitsparingen
checklist-packed = Verpakte goederen
checklist-packed-before = Producten voor het inpakken
checklist-packed-after = Producten na het inpakken
checklist-packed-how = Hoe ze verpakt en beschermd zijn

# -- Telegram: de pakbon -----------------------------------------------------------------------------------------------

slip-ask-boxes = Hoeveel dozen? Druk op een getal, of antwoord op dit bericht, bijvoorbeeld “12” of “3 dozen, 2 pallets”.
slip-ask-pallets = { $boxes }. En hoeveel pallets?
slip-none-yet = Er is nog geen pakbon gemaakt.
slip-now = Pakbon versie { $version }: { $packages } ({ $moment }, { $name })
slip-outdated = Verouderd: { $versions }. Gebruik die niet meer.
slip-boxes = { $count ->
        [0] Geen dozen
        [one] 1 doos
       *[other] { $count } dozen
    }
slip-pallets = { $count ->
        [0] geen pallets
        [one] 1 pallet
       *[other] { $count } pallets
    }
slip-made = 📦 { $reference }: pakbon versie { $version } voor { $packages }.
slip-same = 📦 { $reference }: er is niets veranderd, het blijft versie { $version } voor { $packages }.
slip-use = Pagina 1 gaat in een van de colli, elk label op zijn eigen collo. Bewaar na levering een getekend exemplaar.
slip-version-n = versie { $version }
slip-failed = Het document kon nu niet gemaakt worden. Druk over een minuut op Nog een keer sturen.
slip-file = { $reference }-pakbon-v{ $version }.pdf
slip-again-key = Versie { $version } nog eens sturen

# -- Telegram: het label van een collo is gescand ----------------------------------------------------------------------

package-here = 📦 { $reference } · { $title }
package-number = Collo { $number } van { $count }. Stuur nu de foto ervan: de eerstvolgende binnen 30 minuten hoort bij dit collo.
package-outdated = Collo { $number }. De pakbon is opnieuw gemaakt nadat dit label geprint is: print de labels opnieuw. De foto ervan kun je nog wel sturen.
package-filed = ✅ Opgeborgen als collo { $number } van { $reference }.
package-photo-wanted = Stuur een foto van het collo.

# -- Telegram: Gereed en Geleverd --------------------------------------------------------------------------------------

ready-lacks = ⚠️ Dat kan nog niet. Er ontbreekt nog: { $kinds }.
ready-rejected = ⚠️ Afgekeurd, een revisie is nodig: { $names }.
ready-how = Stuur de foto's gewoon hier in de chat van de bestelling, of druk op een knop hieronder. Druk daarna weer op Markeren als gereed.
delivered-slip-ask = Maak een foto van de getekende pakbon en antwoord op dit bericht met die foto.
delivered-slip-thanks = Dank je, de getekende pakbon is opgeborgen.
field-file = bestand
refusal-bad-value-empty = Dit is leeg: { $label }{ $shown }. Kies iets anders.
