# Files: what both front ends say of photos, drawings and packing slips. Shared words first, then a section for each
# front end. The customer reads none of these.

# -- kinds of files (core/files.py), as a title and inside a sentence --------------------------------------------------

kind-finished_photo = Produits finis
kind-packed_photo = Produits emballés
kind-production_drawing = Plans de fabrication
kind-sample_photo = Échantillons
kind-signed_packing_slip = Bon de livraison signé
kind-other = Autre

kind-finished_photo-short = photos des produits finis
kind-packed_photo-short = photos des produits emballés
kind-production_drawing-short = plans de fabrication
kind-sample_photo-short = photos d’échantillons
kind-signed_packing_slip-short = bon de livraison signé
kind-other-short = autres fichiers

review-pending = en vérification
review-approved = approuvé
review-rejected = refusé

# -- what the checks found: advice, never a refusal --------------------------------------------------------------------

upload-warning-too_dark = trop sombre pour juger la finition
upload-warning-blurred = image floue
upload-warning-too_small = trop petit pour voir les détails (envoyez-le « comme fichier » pour garder la qualité)
upload-warning-alike = la même photo qu’une autre déjà classée
upload-warning-alike-as = la même photo que { $filed }
upload-warning-late = les photos des produits finis sont attendues 3 jours avant la date de livraison
upload-warning-no_preview = pas d’aperçu possible ici ; l’original est conservé

# -- buttons -----------------------------------------------------------------------------------------------------------

button-file_as = Classer ici
button-file_move = Déplacer
button-file_undo = Annuler
button-file_keep = Garder
button-file_retake = Refaire
button-file_folder = Classer dans ce dossier
button-file_link = Lien d’envoi
button-file_revise = Envoyer une révision
button-file_revise-n = Envoyer une révision de { $number }
button-file_approve = Approuver
button-file_reject = Refuser
button-file_show = Retour
button-file_part = Nommer pièce et face
button-file_side = Passer
button-file_list = Afficher
button-package = Autre photo de ce colis
button-check = Liste des photos
button-check_item = Envoyer celle-ci
button-slip_boxes = Cartons
button-slip_make = Créer le bon
button-slip_again = Renvoyer le bon
button-signed_slip = Envoyer le bon signé

# -- a rejected file, and Ready without its uploads --------------------------------------------------------------------

notice-drawing-judged =
    { $verdict ->
        [approved] { $reference } : *le client a approuvé { $name }*. La production peut suivre ce plan.
       *[other] { $reference } : *le client a refusé { $name }* : { $note }
    }
notice-file-rejected =
    { $count ->
        [one] { $reference } : *{ $names } a été refusé* par { $by ->
            [none] le client
           *[other] { $by }
        }.
       *[other] { $reference } : *{ $count } fichiers ont été refusés* par { $by ->
            [none] le client
           *[other] { $by }
        } :
            { $names }
    }
    À modifier : { $note }
    { $count ->
        [one] Tant qu’il n’y a pas de révision, la commande ne peut pas être marquée comme prête.
       *[other] Tant qu’il n’y a pas de révision de chacun, la commande ne peut pas être marquée comme prête.
    }
notice-file-rejected-more = … et { $count } de plus : voir /files
refusal-uploads-missing =
    { $missing ->
        [none] Pas encore prête : { $rejected } a été refusé. Envoyez une révision ; /files montre ce qu’il faut modifier.
       *[other] { $rejected ->
            [none] Pas encore prête. Il manque encore : { $missing }. Envoyez-les dans la discussion de la commande ; /files montre ce qui est là.
           *[other] Pas encore prête. Il manque encore : { $missing }. Refusé, une révision est donc nécessaire : { $rejected }. Voir /files.
        }
    }

field-folder = dossier
field-packages = nombre de colis
field-part_side = nom de la pièce et face
refusal-bad-value-unread = Je n’y ai pas trouvé de { $label }{ $shown }. Écrivez par exemple « 12 », ou « 3 cartons, 2 palettes ».
refusal-bad-value-not_a_folder = « { $value } » n’est plus un dossier de cette commande. Choisissez-en un autre.

# -- Telegram: the card of what was sent in one go ---------------------------------------------------------------------

files-ask = { $count ->
        [one] Où va ce fichier ?
       *[other] Où vont ces { $count } fichiers ?
    }
files-ask-photos = { $count ->
        [one] Où va cette photo ?
       *[other] Où vont ces { $count } photos ?
    }
files-filed = ✅ Classé sous { $where } : { $count }
files-filed-package = ✅ Classé sous { $where }, colis { $package } : { $count }
files-revised = ✅ Nouvelle version { $number } de { $name } : en attente de vérification
files-none-filed = Rien de nouveau n’a été classé.
files-photo = photo n° { $number }
files-storing = ⏳ { $done } sur { $count } enregistrés…
files-missing = il manque encore : { $kinds }
files-complete = rien d’obligatoire ne manque
files-lost = ⚠️ { $count ->
        [one] Un fichier n’a pas pu être récupéré. Merci de le renvoyer.
       *[other] { $count } fichiers n’ont pas pu être récupérés. Merci de les renvoyer.
    }
files-too-large = ⚠️ { $names } : plus de 20 Mo, Telegram ne me le remet pas. Utilisez le lien d’envoi.
files-duplicate = ↺ { $name } est déjà classé comme { $filed }
files-warned = ⚠️ { $name } : { $warnings }
files-warned-more = ⚠️ et { $count } de plus
files-remark = ℹ️ { $warning }
files-taken-back = Annulé : rien n’en est classé. La discussion montre toujours ce que vous avez envoyé.
files-retaken = ↩️ Retiré : { $count } ; merci d’envoyer une nouvelle photo
files-judged-approved = 🟢 Approuvé par Cutr
files-judged-rejected = 🔴 Refusé : { $note }
files-folder = 📁 { $folder }
files-toast-filed = { $where }
files-toast-undone = Annulé
files-toast-kept = Gardé
files-toast-retake = Retiré. Merci d’envoyer une nouvelle photo.
files-part-ask = { $name } ({ $number } sur { $count }) : quelle pièce, et quelle face ? Répondez à ce message, par exemple « Porte gauche, face avant », ou appuyez sur un bouton.
files-part-done = { $name } : { $part }
files-part-all = C’était la dernière.
files-side-front = Avant
files-side-back = Arrière
files-side-detail = Détail

# -- Telegram: the upload link -----------------------------------------------------------------------------------------

files-link = { $reference } : envoyez ici des fichiers jusqu’à 2 Go, ou beaucoup à la fois : { $address }
files-link-personal = Ce lien est le vôtre et ne vaut que pour cette commande. Il fonctionne jusqu’à ce que vous y appuyiez sur Terminé, 24 heures au plus.
files-link-sent = Je vous ai envoyé le lien dans notre discussion privée.
files-link-nowhere = Je ne peux pas encore vous écrire : ouvrez une discussion privée avec moi, appuyez sur Démarrer, puis appuyez de nouveau sur le bouton.
files-link-off = Cette installation n’a pas d’adresse publique, il n’y a donc pas de page d’envoi. Adressez-vous à Cutr.

# -- Telegram: what is on file -----------------------------------------------------------------------------------------

files-title = { $reference } · Fichiers
files-line-states = { $sign } { $where } : { $count } ({ $states })
files-line-none = ⬜ { $where } : rien pour l’instant
files-line-state = { $state } : { $count }
files-lacking = Il manque encore pour marquer comme prêt : { $kinds }.
files-lacking-none = Tout ce qu’il faut pour marquer comme prêt est là.
files-due = Les photos des produits finis sont attendues le { $day }, 3 jours avant la livraison.
files-due-over = Les photos des produits finis étaient attendues le { $day }, 3 jours avant la livraison.
files-folders = Dossiers : { $folders }
files-how = Envoyez photos et plans ici même, dans la discussion de la commande, « comme fichier » quand les détails comptent : Telegram réduit les photos. Au-delà de 20 Mo : appuyez sur « Lien d’envoi ».
files-list-title = { $reference } · { $where }
files-list-empty = Rien n’est encore classé ici.
files-file = { $sign } { $name }{ $part } · { $state }
files-version = v{ $number }, { $day }, { $by } : { $state }{ $note }
files-revise-key = Réviser : { $name }
files-revise-ask = Répondez à ce message avec la nouvelle version de { $name }.
files-revise-note = À modifier : { $note }
files-revise-needs-file = Merci de répondre à ma question avec le fichier lui-même.
files-revise-taken = ✅ La nouvelle version de { $name } est arrivée et part en vérification.

# -- Telegram: the photo checklist (domain.md 7) -----------------------------------------------------------------------

checklist-title = { $reference } · Liste des photos
checklist-which = De quel type de travail s’agit-il ?
checklist-how = Appuyez sur ce que vous voulez envoyer, puis répondez avec les photos. Ce qui est arrivé est coché.
checklist-label = chaque photo nommée avec la partie du projet et la face
checklist-ask = Répondez à ce message avec des photos de : { $item }
checklist-done = { $done } sur { $count }
checklist-assembled = Produits assemblés
checklist-assembled-overall = Vues d’ensemble des meubles
checklist-assembled-finish = Gros plan : vernis ou finition
checklist-assembled-edges = Gros plan : chants
checklist-assembled-joints = Gros plan : joints et angles
checklist-assembled-hardware = Gros plan : ferrures montées
checklist-small = Pièces, jusqu’à 10
checklist-small-unique = Chaque pièce unique, toutes les faces
checklist-small-identical = Pièces identiques : une en détail
checklist-small-group = Pièces identiques : photo de groupe
checklist-large = Pièces, grande série
checklist-large-detail = Une pièce de chaque type en détail
checklist-large-group = Photos de groupe : nombre et régularité
checklist-assembly = Pièces à assembler
checklist-assembly-each = Chaque pièce
checklist-assembly-fit = Comment les pièces s’assemblent
checklist-assembly-joint = Gros plan : système d’assemblage
checklist-parts-holes = Perçages : sans éclats
checklist-parts-banding = Chants : sans colle, bords lisses
checklist-parts-edges = Arêtes chanfreinées ou arrondies
checklist-parts-details = Détails : inserts, ferrures, découpes
checklist-packed = Marchandise emballée
checklist-packed-before = Produits avant emballage
checklist-packed-after = Produits après emballage
checklist-packed-how = Emballage et protection

# -- Telegram: the packing slip ----------------------------------------------------------------------------------------

slip-ask-boxes = Combien de cartons ? Appuyez sur un nombre, ou répondez à ce message, par exemple « 12 » ou « 3 cartons, 2 palettes ».
slip-ask-pallets = { $boxes }. Et combien de palettes ?
slip-none-yet = Aucun bon de livraison n’a encore été créé.
slip-now = Bon de livraison, version { $version } : { $packages } ({ $moment }, { $name })
slip-outdated = Périmé : { $versions }. Ne plus utiliser.
slip-boxes = { $count ->
        [0] Aucun carton
        [one] 1 carton
       *[other] { $count } cartons
    }
slip-pallets = { $count ->
        [0] aucune palette
        [one] 1 palette
       *[other] { $count } palettes
    }
slip-made = 📦 { $reference } : bon de livraison version { $version } pour { $packages }.
slip-same = 📦 { $reference } : rien n’a changé, c’est toujours la version { $version } pour { $packages }.
slip-use = La page 1 va dans l’un des colis, chaque étiquette sur son propre colis. Gardez un exemplaire signé à la livraison.
slip-version-n = version { $version }
slip-failed = Le document n’a pas pu être créé pour le moment. Appuyez sur « Renvoyer le bon » dans une minute.
slip-file = { $reference }-bon-de-livraison-v{ $version }.pdf
slip-again-key = Renvoyer la version { $version }

# -- Telegram: a package's label was scanned ---------------------------------------------------------------------------

package-here = 📦 { $reference } · { $title }
package-number = Colis { $number } sur { $count }. Envoyez maintenant sa photo : la prochaine envoyée dans les 30 minutes sera classée pour ce colis.
package-outdated = Colis { $number }. Le bon de livraison a été refait depuis l’impression de cette étiquette : réimprimez les étiquettes. Sa photo peut quand même être envoyée maintenant.
package-filed = ✅ Classé comme colis { $number } de { $reference }.
package-photo-wanted = Merci d’envoyer une photo du colis.

# -- Telegram: Ready and Delivered -------------------------------------------------------------------------------------

ready-lacks = ⚠️ Pas encore possible. Il manque encore : { $kinds }.
ready-rejected = ⚠️ Refusé, une révision est nécessaire : { $names }.
ready-how = Envoyez les photos ici même, dans la discussion de la commande, ou appuyez sur un bouton ci-dessous. Puis appuyez de nouveau sur « Marquer comme prêt ».
delivered-slip-ask = Photographiez le bon de livraison signé et répondez à ce message avec la photo.
delivered-slip-thanks = Merci, le bon de livraison signé est classé.
field-file = fichier
refusal-bad-value-empty = C’est vide : { $label }{ $shown }. Choisissez autre chose.
