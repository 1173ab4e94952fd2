# Files: what both front ends say of photos, drawings and packing slips. Shared words first, then a section for each
# front end. The customer reads none of these.

# -- kinds of files (core/files.py), as a title and inside a sentence --------------------------------------------------

kind-finished_photo = Gotowe wyroby
kind-packed_photo = Spakowane wyroby
kind-production_drawing = Rysunki produkcyjne
kind-sample_photo = Próbki
kind-signed_packing_slip = Podpisany list przewozowy
kind-other = Inne

kind-finished_photo-short = zdjęcia gotowych wyrobów
kind-packed_photo-short = zdjęcia spakowanych wyrobów
kind-production_drawing-short = rysunki produkcyjne
kind-sample_photo-short = zdjęcia próbek
kind-signed_packing_slip-short = podpisany list przewozowy
kind-other-short = inne pliki

review-pending = czeka na ocenę
review-approved = zatwierdzono
review-rejected = odrzucono

# -- what the checks found: advice, never a refusal --------------------------------------------------------------------

upload-warning-too_dark = za ciemne, żeby ocenić wykończenie
upload-warning-blurred = nieostre
upload-warning-too_small = za małe, żeby zobaczyć szczegóły (wysłane „jako plik” zachowa jakość)
upload-warning-alike = to samo zdjęcie co inne, już zapisane
upload-warning-alike-as = to samo zdjęcie co { $filed }
upload-warning-late = zdjęcia gotowych wyrobów powinny być 3 dni przed datą dostawy
upload-warning-no_preview = nie da się tu pokazać podglądu; oryginał jest zachowany

# -- buttons -----------------------------------------------------------------------------------------------------------

button-file_as = Zapisz tutaj
button-file_move = Przenieś
button-file_undo = Cofnij
button-file_keep = Zostaw
button-file_retake = Zrób ponownie
button-file_folder = Zapisz w tym folderze
button-file_link = Link do wysyłania plików
button-file_revise = Wyślij poprawkę
button-file_revise-n = Wyślij poprawkę do { $number }
button-file_approve = Zatwierdź
button-file_reject = Odrzuć
button-file_show = Wróć
button-file_part = Nazwij element i stronę
button-file_side = Pomiń
button-file_list = Pokaż
button-package = Kolejne zdjęcie tej paczki
button-check = Lista zdjęć
button-check_item = Wyślij to
button-slip_boxes = Kartony
button-slip_make = Utwórz list
button-slip_again = Wyślij list ponownie
button-signed_slip = Wyślij podpisany list

# -- a rejected file, and Ready without its uploads --------------------------------------------------------------------

notice-drawing-judged =
    { $verdict ->
        [approved] { $reference }: *klient zatwierdził { $name }*. Produkcja może przebiegać według tego rysunku.
       *[other] { $reference }: *klient odrzucił { $name }*: { $note }
    }
notice-file-rejected =
    { $count ->
        [one] { $reference }: *plik { $names } odrzucono* (decyzja: { $by ->
            [none] klient
           *[other] { $by }
        }).
        [few] { $reference }: *{ $count } pliki odrzucono* (decyzja: { $by ->
            [none] klient
           *[other] { $by }
        }):
            { $names }
        [many] { $reference }: *{ $count } plików odrzucono* (decyzja: { $by ->
            [none] klient
           *[other] { $by }
        }):
            { $names }
       *[other] { $reference }: *{ $count } pliku odrzucono* (decyzja: { $by ->
            [none] klient
           *[other] { $by }
        }):
            { $names }
    }
    Do poprawy: { $note }
    { $count ->
        [one] Dopóki nie ma poprawki, zlecenia nie można oznaczyć jako gotowe.
        [few] Dopóki nie ma poprawki każdego z nich, zlecenia nie można oznaczyć jako gotowe.
        [many] Dopóki nie ma poprawki każdego z nich, zlecenia nie można oznaczyć jako gotowe.
       *[other] Dopóki nie ma poprawki każdego z nich, zlecenia nie można oznaczyć jako gotowe.
    }
notice-file-rejected-more = … i jeszcze { $count }: zob. /files
refusal-uploads-missing =
    { $missing ->
        [none] Jeszcze nie gotowe, odrzucono: { $rejected }. Proszę wysłać poprawkę; /files pokaże, co zmienić.
       *[other] { $rejected ->
            [none] Jeszcze nie gotowe. Nadal do wysłania: { $missing }. Proszę wysłać to na czacie zlecenia; /files pokaże, co już jest.
           *[other] Jeszcze nie gotowe. Nadal do wysłania: { $missing }. Odrzucono, więc potrzebna jest poprawka: { $rejected }. Zob. /files.
        }
    }

field-folder = folder
field-packages = liczba paczek
field-part_side = nazwa elementu i strony
refusal-bad-value-unread = Pole „{ $label }”: nie udało się odczytać wartości{ $shown }. Można napisać np. „12” albo „3 kartony, 2 palety”.
refusal-bad-value-not_a_folder = „{ $value }” nie jest już folderem tego zlecenia. Proszę wybrać inny.

# -- Telegram: the card of what was sent in one go ---------------------------------------------------------------------

files-ask = { $count ->
        [one] Gdzie zapisać ten plik?
        [few] Gdzie zapisać te { $count } pliki?
        [many] Gdzie zapisać te { $count } plików?
       *[other] Gdzie zapisać te pliki ({ $count })?
    }
files-ask-photos = { $count ->
        [one] Gdzie zapisać to zdjęcie?
        [few] Gdzie zapisać te { $count } zdjęcia?
        [many] Gdzie zapisać te { $count } zdjęć?
       *[other] Gdzie zapisać te zdjęcia ({ $count })?
    }
files-filed = ✅ Zapisano w: { $where } – { $count }
files-filed-package = ✅ Zapisano w: { $where }, paczka { $package } – { $count }
files-revised = ✅ Nowa wersja { $number } pliku { $name }: czeka na ocenę
files-none-filed = Nic nowego nie zapisano.
files-photo = zdjęcie { $number }
files-storing = ⏳ Zapisano { $done } z { $count }…
files-missing = do wysłania zostało: { $kinds }
files-complete = nie brakuje niczego wymaganego
files-lost = ⚠️ { $count ->
        [one] Nie udało się pobrać jednego pliku. Proszę wysłać go ponownie.
        [few] Nie udało się pobrać { $count } plików. Proszę wysłać je ponownie.
        [many] Nie udało się pobrać { $count } plików. Proszę wysłać je ponownie.
       *[other] Nie udało się pobrać { $count } pliku. Proszę wysłać je ponownie.
    }
files-too-large = ⚠️ { $names }: ponad 20 MB, Telegram nie pozwala mi tego pobrać. Proszę użyć linku do wysyłania plików.
files-duplicate = ↺ { $name }: już zapisano jako { $filed }
files-warned = ⚠️ { $name }: { $warnings }
files-warned-more = ⚠️ i jeszcze { $count }
files-remark = ℹ️ { $warning }
files-taken-back = Cofnięto: nic z tego nie zapisano. Na czacie nadal widać, co zostało wysłane.
files-retaken = ↩️ Cofnięto: { $count }; proszę wysłać nowe zdjęcie
files-judged-approved = 🟢 Zatwierdzone przez Cutr
files-judged-rejected = 🔴 Odrzucono: { $note }
files-folder = 📁 { $folder }
files-toast-filed = { $where }
files-toast-undone = Cofnięto
files-toast-kept = Zostawiono
files-toast-retake = Cofnięto. Proszę wysłać nowe zdjęcie.
files-part-ask = { $name } ({ $number } z { $count }): który element i która strona? Proszę odpowiedzieć na tę wiadomość, np. „Drzwi lewe, przód”, albo nacisnąć przycisk.
files-part-done = { $name }: { $part }
files-part-all = To było ostatnie.
files-side-front = Przód
files-side-back = Tył
files-side-detail = Detal

# -- Telegram: the upload link -----------------------------------------------------------------------------------------

files-link = { $reference }: tutaj można wysłać pliki do 2 GB albo wiele naraz: { $address }
files-link-personal = Link jest osobisty i tylko do tego zlecenia. Działa do naciśnięcia tam przycisku Gotowe, najwyżej 24 godziny.
files-link-sent = Link jest w naszym prywatnym czacie.
files-link-nowhere = Nie mogę jeszcze pisać prywatnie: proszę otworzyć prywatny czat ze mną, nacisnąć Start i ponownie nacisnąć przycisk.
files-link-off = Ta instalacja nie ma publicznego adresu, więc nie ma strony do wysyłania plików. Proszę zwrócić się do Cutr.

# -- Telegram: what is on file -----------------------------------------------------------------------------------------

files-title = { $reference } · Pliki
files-line-states = { $sign } { $where }: { $count } ({ $states })
files-line-none = ⬜ { $where }: jeszcze nic
files-line-state = { $state }: { $count }
files-lacking = Do wysłania przed oznaczeniem jako gotowe: { $kinds }.
files-lacking-none = Jest wszystko, co potrzebne do oznaczenia jako gotowe.
files-due = Termin zdjęć gotowych wyrobów: { $day }, 3 dni przed dostawą.
files-due-over = Termin zdjęć gotowych wyrobów minął: { $day }, 3 dni przed dostawą.
files-folders = Foldery: { $folders }
files-how = Zdjęcia i rysunki proszę wysyłać tutaj, na czacie zlecenia, „jako plik”, gdy liczą się szczegóły: Telegram zmniejsza zdjęcia. Powyżej 20 MB: przycisk „Link do wysyłania plików”.
files-list-title = { $reference } · { $where }
files-list-empty = Nic tu jeszcze nie zapisano.
files-file = { $sign } { $name }{ $part } · { $state }
files-version = w{ $number }, { $day }, { $by }: { $state }{ $note }
files-revise-key = Wyślij poprawkę: { $name }
files-revise-ask = Proszę odpowiedzieć na tę wiadomość nową wersją pliku { $name }.
files-revise-note = Do poprawy: { $note }
files-revise-needs-file = Proszę odpowiedzieć na moje pytanie samym plikiem.
files-revise-taken = ✅ Nowa wersja pliku { $name } dotarła i czeka na ocenę.

# -- Telegram: the photo checklist (domain.md 7) -----------------------------------------------------------------------

checklist-title = { $reference } · Lista zdjęć
checklist-which = Jaki to rodzaj pracy?
checklist-how = Proszę nacisnąć, co ma zostać wysłane, a potem odpowiedzieć zdjęciami. To, co dotarło, zostaje odhaczone.
checklist-label = przy każdym zdjęciu nazwa części projektu i strona
checklist-ask = Proszę odpowiedzieć na tę wiadomość zdjęciami: { $item }
checklist-done = { $done } z { $count }
checklist-assembled = Wyroby zmontowane
checklist-assembled-overall = Ogólny widok mebli
checklist-assembled-finish = Zbliżenie: lakier lub wykończenie
checklist-assembled-edges = Zbliżenie: oklejone krawędzie
checklist-assembled-joints = Zbliżenie: połączenia i narożniki
checklist-assembled-hardware = Zbliżenie: zamontowane okucia
checklist-small = Elementy, do 10
checklist-small-unique = Każdy inny element, ze wszystkich stron
checklist-small-identical = Jednakowe elementy: jeden z bliska
checklist-small-group = Jednakowe elementy: zdjęcie razem
checklist-large = Elementy, duża seria
checklist-large-detail = Po jednym elemencie każdego typu z bliska
checklist-large-group = Zdjęcia razem: liczba i jednolitość
checklist-assembly = Elementy do montażu
checklist-assembly-each = Każdy element
checklist-assembly-fit = Jak elementy do siebie pasują
checklist-assembly-joint = Zbliżenie: sposób łączenia
checklist-parts-holes = Otwory: bez wyszczerbień
checklist-parts-banding = Okleina: bez kleju, gładkie krawędzie
checklist-parts-edges = Krawędzie fazowane lub zaokrąglone
checklist-parts-details = Szczegóły: wkładki, okucia, wycięcia
checklist-packed = Spakowany towar
checklist-packed-before = Wyroby przed pakowaniem
checklist-packed-after = Wyroby po spakowaniu
checklist-packed-how = Jak są spakowane i zabezpieczone

# -- Telegram: the packing slip ----------------------------------------------------------------------------------------

slip-ask-boxes = Ile kartonów? Proszę nacisnąć liczbę albo odpowiedzieć na tę wiadomość, np. „12” lub „3 kartony, 2 palety”.
slip-ask-pallets = { $boxes }. A ile palet?
slip-none-yet = Nie ma jeszcze listu przewozowego.
slip-now = List przewozowy, wersja { $version }: { $packages } ({ $moment }, { $name })
slip-outdated = Nieaktualne: { $versions }. Prosimy ich już nie używać.
slip-boxes = { $count ->
        [0] Bez kartonów
        [one] 1 karton
        [few] { $count } kartony
        [many] { $count } kartonów
       *[other] { $count } kartonu
    }
slip-pallets = { $count ->
        [0] bez palet
        [one] 1 paleta
        [few] { $count } palety
        [many] { $count } palet
       *[other] { $count } palety
    }
slip-made = 📦 { $reference }: list przewozowy, wersja { $version } – { $packages }.
slip-same = 📦 { $reference }: nic się nie zmieniło, nadal wersja { $version } – { $packages }.
slip-use = Strona 1 idzie do środka jednej paczki, każda etykieta na swoją paczkę. Przy dostawie proszę zachować podpisany egzemplarz.
slip-version-n = wersja { $version }
slip-failed = Nie udało się teraz przygotować dokumentu. Proszę za minutę nacisnąć „Wyślij list ponownie”.
slip-file = { $reference }-list-przewozowy-w{ $version }.pdf
slip-again-key = Wyślij ponownie wersję { $version }

# -- Telegram: a package's label was scanned ---------------------------------------------------------------------------

package-here = 📦 { $reference } · { $title }
package-number = Paczka { $number } z { $count }. Proszę wysłać teraz jej zdjęcie: następne w ciągu 30 minut zostanie zapisane przy tej paczce.
package-outdated = Paczka { $number }. Od wydruku tej etykiety list przewozowy utworzono na nowo: proszę wydrukować etykiety jeszcze raz. Zdjęcie można wysłać mimo to.
package-filed = ✅ Zapisano jako paczkę { $number } zlecenia { $reference }.
package-photo-wanted = Proszę wysłać zdjęcie paczki.

# -- Telegram: Ready and Delivered -------------------------------------------------------------------------------------

ready-lacks = ⚠️ Jeszcze nie można. Nadal do wysłania: { $kinds }.
ready-rejected = ⚠️ Odrzucono, potrzebna poprawka: { $names }.
ready-how = Zdjęcia proszę wysłać tutaj, na czacie zlecenia, albo nacisnąć przycisk poniżej. Potem proszę ponownie nacisnąć „Oznacz jako gotowe”.
delivered-slip-ask = Proszę sfotografować podpisany list przewozowy i odpowiedzieć na tę wiadomość zdjęciem.
delivered-slip-thanks = Dziękujemy, podpisany list przewozowy zapisano.
field-file = plik
refusal-bad-value-empty = To jest puste: { $label }{ $shown }. Proszę wybrać coś innego.
