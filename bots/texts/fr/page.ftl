# The customer's order page, beside what stands in api.ftl.
page-back = Retour à la commande
page-problem-heading = Cela n’a pas fonctionné
page-no-file = Ce fichier n’est pas (ou plus) ici.
page-forged = Cette page est restée ouverte trop longtemps ou a été envoyée d’ailleurs. Merci d’ouvrir le lien de notre dernier e-mail et de réessayer.
page-too-many = Cela fait beaucoup à la fois. Merci d’attendre quelques minutes et de réessayer.
page-too-big = C’est trop pour un seul message : une photo peut faire 25 Mo au plus.
page-too-many-photos = { $count } photos au plus peuvent être envoyées à la fois.
page-not-a-picture = Seules des photos peuvent être envoyées ici, et au moins un de ces fichiers n’est pas une photo lisible.
page-broken = L’envoi n’est pas arrivé en entier. Merci de réessayer.
page-away = Nos données sont inaccessibles pour le moment ; rien n’a été modifié. Merci de réessayer dans quelques secondes.
page-empty = Il n’y a encore rien à envoyer : écrivez quelque chose ou choisissez une photo.
page-feedback-lacks = Choisissez de quoi il s’agit et décrivez-le en quelques mots.
page-said-message = Votre message est en route.
page-said-feedback = Merci, nous avons reçu votre avis et revenons vers vous.
page-said-fine = Merci ! Nous sommes ravis que tout aille bien.
page-said-approved = Merci, le plan est approuvé.
page-said-rejected = Merci, l’atelier va modifier le plan.
page-steps-told = Où en est votre commande : { $steps }
page-step-draft = Commandée
page-step-in_production = En production
page-step-ready = Prête à l’atelier
page-step-delivered = Livrée
page-step-approved = Terminée
page-step-cancelled = Annulée
page-step-done = fait
page-step-now = en cours
page-step-ahead = à venir
page-step-stopped = arrêtée
page-expected = prévue le { $day }
page-days-left =
    { $count ->
        [one] Encore { $count } jour pour donner votre avis
       *[other] Encore { $count } jours pour donner votre avis
    }
page-feedback = Votre avis
page-feedback-over = Le délai pour donner votre avis est passé. S’il y a un souci, écrivez-nous dans les messages.
page-all-fine = Tout est en ordre
page-something-wrong = Quelque chose ne va pas
page-what-is-wrong = De quoi s’agit-il ?
page-choose = Choisissez
page-describe = Que se passe-t-il ?
page-send-feedback = Envoyer mon avis
page-fine-means = Votre commande sera alors terminée. Si quelque chose ne va pas, dites-le-nous plutôt : nous nous en occuperons.
page-changes = Ce qui a été convenu et modifié
page-date-set = Fixée au { $after }
page-date-moved = Déplacée du { $before } au { $after }
page-reason = Raison : { $reason }
page-drawings = Plans
page-drawing-name = Plan { $number }
page-version = Version n° { $number }
page-review-pending = En attente de votre accord
page-review-approved = Approuvé
page-review-rejected = Refusé
page-approve = Approuver ce plan
page-reject = Refuser avec une remarque
page-reject-why = Que faut-il changer ?
page-reject-send = Refuser ce plan
page-earlier-versions =
    { $count ->
        [one] { $count } version précédente
       *[other] { $count } versions précédentes
    }
page-download = Télécharger { $name }
page-not-shown = Ce fichier ne peut pas encore être affiché ici.
page-photos = Les photos
page-photos-finished_photo = Produits finis
page-photos-packed_photo = Produits emballés
page-photo-alt = { $kind }, photo n° { $number }
page-chat = Les messages
page-chat-readers = Vous, l’atelier et Cutr lisez ce qui est écrit ici.
page-chat-empty = Rien n’a encore été écrit.
page-chat-closed = Plus rien ne peut être écrit ici.
page-chat-later = Vous pourrez écrire ici dès qu’un atelier aura votre commande.
page-earlier =
    { $count ->
        [one] Afficher { $count } message précédent
       *[other] Afficher { $count } messages précédents
    }
page-you = Vous
page-edited = modifié
page-attachment = Fichier
page-sent-alt = Photo { $number } de ce message
page-mark-on_its_way = En route
page-mark-delivered = Remis ✓
page-mark-failed = Pas remis à tout le monde. Cutr s’en occupe.
page-your-message = Votre message
page-add-photos = Ajouter des photos
page-photos-hint = Jusqu’à 10 photos de 25 Mo. Le lieu de prise de vue est supprimé.
page-send = Envoyer
page-foot = Cette page n’est destinée qu’à vous : toute personne qui a le lien peut y lire et y écrire.
