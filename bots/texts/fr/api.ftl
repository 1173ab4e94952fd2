# The customer's page
page-title = { $reference } · { $title }
page-heading = Votre commande { $reference }
page-status = Statut
page-status-draft = En préparation
page-status-offered = En préparation
page-status-in_production = En production
page-status-ready = Prête à l’atelier
page-status-delivered = Livrée
page-status-feedback_received = Livrée, nous traitons votre avis
page-status-approved = Terminée
page-status-cancelled = Annulée
page-delivery = Livraison
page-delivery-open = La date n’est pas encore fixée.
page-method-delivery = Livraison à votre adresse
page-method-pick_up = À retirer par vos soins
page-method-installation = Livraison avec pose
page-method-other = Comme convenu
page-milestones = Étapes
page-feedback-until = Vous pouvez donner votre avis jusqu’au { $until }.
page-not-found = Ce lien ne fonctionne pas (ou plus). Merci d’utiliser le lien de notre dernier e-mail.
page-not-found-heading = Rien à voir ici

# The upload page behind a one-time link
uploads-title = Envoi de fichiers pour { $reference }
uploads-kind = De quoi s’agit-il ?
uploads-files = Fichiers
uploads-send = Envoyer
uploads-hint = Jusqu’à 2 Go par fichier, autant que vous voulez. Gardez cette page ouverte jusqu’à ce que tout soit arrivé.
uploads-sending = en cours d’envoi…
uploads-done = reçu ✓
uploads-failed = n’est pas arrivé. Merci de réessayer.
uploads-received = { $count ->
    [one] Un fichier reçu ✓
   *[other] { $count } fichiers reçus ✓
}
uploads-gone = Ce lien d’envoi ne fonctionne pas (ou plus). Demandez-en un nouveau au bot.
uploads-too-big = Un fichier peut faire au maximum 2 Go.
uploads-broken = L’envoi n’est pas arrivé en entier. Merci de réessayer.

# The packing slip (storage/documents/facts.py names the words)
slip-title = Bon de livraison
slip-order = Commande
slip-sender = Expéditeur
slip-recipient = Destinataire
slip-contact = À contacter
slip-delivery = Livraison
slip-packages = Colis
slip-part = Pièce
slip-quantity = Quantité
slip-checked = Contrôlé
slip-received = Reçu
slip-name = Nom
slip-date = Date
slip-signature = Signature
slip-remarks = Remarques, dégâts
slip-no_parts = Aucune liste de pièces n’a été fournie avec cette commande.
slip-version = Version
slip-printed = imprimé
slip-page = Page
slip-fragile = FRAGILE
slip-up = HAUT
slip-box = Carton
slip-pallet = Palette
slip-scan = Scannez pour ajouter des photos de ce colis
slip-open = pas encore fixé
uploads-waiting = pas de connexion, nouvel essai…
uploads-finish = Terminé
uploads-finish-hint = Tout est envoyé ? Fermez alors ce lien.
uploads-finished = Vous avez terminé avec ce lien le { $moment } ; { $count ->
        [0] aucun fichier n’a été envoyé.
        [one] un fichier a été reçu.
       *[other] { $count } fichiers ont été reçus.
    }
uploads-expired = Ce lien a fonctionné 24 heures, jusqu’au { $moment }. Ce que vous avez envoyé est en sécurité.
uploads-again = Pour envoyer autre chose, demandez un nouveau lien : envoyez /files au bot dans Telegram et appuyez sur « Lien d’envoi », ou demandez à Cutr.
uploads-order-over = { $reference } ne prend plus de fichiers. S’il manque encore quelque chose, écrivez à Cutr.
