# Words that every front end shows: buttons, to-dos, statuses, errors.

# -- buttons (bots/buttons.py) -----------------------------------------------------------------------------------------

button-offer_accept = Accepter
button-offer_decline = Refuser
button-decline = Refuser
button-task = Ouvrir la tâche
button-ready = Marquer comme prêt
button-ready_yes = Oui, c’est emballé
button-delivered = Marquer comme livré
button-delivered_yes = Oui, le bon est signé
button-kickoff = Choisir cette heure
button-milestone_no = Date impossible
button-delay = Signaler un retard
button-todo = À faire
button-files = Fichiers
button-slip = Télécharger le bon de livraison
button-retry = Réessayer
button-undo = Annuler l’envoi
button-send_now = Envoyer maintenant
button-vouch = Laisser passer
button-drop = Écarter
button-snooze = Suspendre les rappels
button-wake = Reprendre les rappels
button-approve = Approuver
button-reopen = Rouvrir
button-cancel = Annuler la commande
button-feedback = Noter l’avis du client
button-milestones = Étapes
button-history = Historique
button-upcoming = À venir
button-offer = Proposer
button-assign = Attribuer
button-staff_task = Fait
button-move = Déplacer vers…
button-cal = Voir le mois
button-pick = Choisir ce jour
button-confirm = Oui, c’est exact
button-cancel_ask = Non, laisser tel quel
button-order = Voir la commande
button-route = Envoyer là
button-language = Langue

# -- to-dos ------------------------------------------------------------------------------------------------------------

task-material_date = Date de livraison des matériaux
task-completion_date = Date de fin prévue
task-delivery_schedule = Livraison au client
task-invoice_reference = Référence de facture
task-no_reference = Pas de référence
task-mark_ready = Marquer comme prêt
task-mark_delivered = Marquer comme livré

task-material_date-short = date de livraison des matériaux
task-completion_date-short = date de fin prévue
task-delivery_schedule-short = livraison au client
task-invoice_reference-short = référence de facture
task-mark_ready-short = « Marquer comme prêt »
task-mark_delivered-short = « Marquer comme livré »

# -- the order ---------------------------------------------------------------------------------------------------------

status-draft = Brouillon
status-offered = Proposée
status-in_production = En production
status-ready = Prête
status-delivered = Livrée
status-feedback_received = Avis reçu
status-approved = Approuvée
status-cancelled = Annulée

audience-cutr_only = lu par le partenaire et Cutr
audience-with_customer = lu par le partenaire, Cutr et le CLIENT
chat-cutr_only = Cutr uniquement
chat-with_customer = Avec le client
topic-cutr_only = 🔒 { $reference } · Cutr uniquement
topic-with_customer = 👥 { $reference } · Avec le client

decline-no_capacity = Pas de capacité
decline-unfit_tooling = Outillage inadapté
decline-unfit_machine = Machine inadaptée
decline-other = Autre raison

method-delivery = Livraison
method-pick_up = Enlèvement
method-installation = Pose
method-other = Autre

feedback-fine = Tout est en ordre
feedback-transport_damage = Dégât de transport
feedback-wrong_or_missing = Pièces erronées ou manquantes
feedback-finish = Finition
feedback-dimensions = Mauvaises dimensions
feedback-installation = Pose
feedback-other = Autre chose

role-admin = Administrateur
role-collaborator = Collaborateur
role-staff = Cutr
role-platform = Plateforme de Cutr
role-guest = Invité
role-customer = Client
role-clock = Horloge

language-en = English
language-nl = Nederlands
language-de = Deutsch
language-fr = Français
language-pl = Polski

# -- dates that look odd: shown before a second confirmation -----------------------------------------------------------

warning-past_date = cette date est passée
warning-material_after_completion = les matériaux arriveraient après la date de fin prévue
warning-delivery_before_completion = la livraison aurait lieu avant la date de fin prévue
warning-delivery_after_requested = la livraison aurait lieu après la date demandée par le client
warning-dates_open = il reste des dates à indiquer
warning-other = ceci paraît inhabituel

# -- fields, as they stand between quotation marks ---------------------------------------------------------------------

field-address = adresse
field-answer_within_hours = délai de réponse
field-assigned_at = date d’attribution
field-at = heure
field-category = type d’avis
field-code = code
field-currency = devise
field-customer_id = client
field-date = date
field-day = date
field-delivery_address = adresse de livraison
field-email = adresse e-mail
field-group = groupe
field-invoice_reference = référence de facture
field-key = nom
field-kind = type de fichier
field-label = libellé
field-language = langue
field-method = mode de livraison
field-name = nom
field-note = remarque
field-notes = remarques
field-options = horaires
field-partner_id = partenaire
field-partner_ids = partenaires
field-partners = partenaires
field-price = prix
field-reason = raison
field-reference = référence
field-remedy = solution
field-material_date = date de livraison des matériaux
field-completion_date = date de fin prévue
field-delivery_schedule = livraison au client
field-responsible = responsable
field-value = valeur
field-role = rôle
field-signed_slip = bon de livraison signé
field-status = statut
field-telegram_chat_id = groupe Telegram
field-telegram_user_id = compte Telegram
field-text = texte
field-time_zone = fuseau horaire
field-title = titre
field-until = date
field-other = valeur

# -- why a send failed, for the person who reads it, with what mends it ------------------------------------------------

error-blocked = cette personne a bloqué le bot. Demandez-lui d’appuyer sur Démarrer dans le bot, puis appuyez sur Réessayer
error-kicked = le bot n’est plus dans le groupe. Ajoutez-le de nouveau comme admin, puis appuyez sur Réessayer
error-chat_not_found = la discussion n’existe plus. Vérifiez le lien du partenaire avec /partner list, puis appuyez sur Réessayer
error-topic_gone = le sujet a été supprimé. Appuyez sur Réessayer pour en ouvrir un nouveau
error-topic_closed = le sujet est fermé. Rouvrez-le dans Telegram, puis appuyez sur Réessayer
error-no_rights = il manque un droit au bot. Nommez-le admin avec « Gérer les sujets », puis appuyez sur Réessayer
error-no_forum = le groupe n’a plus de sujets. Activez les sujets dans ses paramètres, puis appuyez sur Réessayer
error-restricted = l’envoi est restreint dans ce canal. Demandez à un admin Slack d’y autoriser l’application, puis appuyez sur Réessayer
error-too_big = le fichier est trop volumineux. Envoyez-en un plus petit ou un lien
error-file_gone = le fichier n’est plus accessible. Envoyez-le de nouveau
error-not_in_channel = le bot n’est pas dans le canal. Tapez-y /invite @Cutr, puis appuyez sur Réessayer
error-archived = le canal est archivé. Désarchivez-le, puis appuyez sur Réessayer
error-channel_not_found = le canal n’existe pas ou le bot ne le voit pas. Invitez-y le bot, puis appuyez sur Réessayer
error-thread_gone = le fil a été supprimé. Appuyez sur Réessayer pour en ouvrir un nouveau
error-shared_outside = le canal est partagé avec une autre organisation. Mettez fin au partage, puis appuyez sur Réessayer
error-not_signed_in = la plateforme n’accepte plus le jeton du bot. Demandez à l’exploitant de lancer cutr doctor
error-missing_scope = il manque une autorisation à l’application. Demandez à l’exploitant de lancer cutr doctor
error-too_long = le texte est trop long. Envoyez-le en plusieurs parties
error-address_refused = l’adresse e-mail a été refusée. Vérifiez-la
error-no_thread = la discussion n’a pas de fil à cet endroit. Appuyez sur Réessayer pour la rouvrir
error-place_broken = impossible d’écrire dans cette discussion. Appuyez sur Réessayer pour la rouvrir
error-platform_off = cette plateforme n’est pas configurée. Demandez à l’exploitant de lancer cutr doctor
error-nothing_to_say = il n’y a plus rien à envoyer
error-no_message = le message n’existe plus
error-bug = un problème est survenu de notre côté. Donnez à l’exploitant la référence du journal, puis appuyez sur Réessayer
error-rate_limited = la plateforme demande de patienter. Le message partira tout seul
error-file_not_fetched = le fichier n’a pas pu être récupéré. Envoyez-le de nouveau
error-no_encryption = le serveur de messagerie ne propose pas de chiffrement, et rien ne part sans. Demandez à l’exploitant de lancer cutr doctor
error-bad_certificate = le certificat du serveur de messagerie n’est pas valable. Demandez à l’exploitant de lancer cutr doctor
error-mail_server_away = le serveur de messagerie ne répond pas. Demandez à l’exploitant de lancer cutr doctor
error-wrong_audience = le message était adressé à quelqu’un qui ne doit pas le lire ; il a été retenu
error-no_order = la commande correspondante n’existe plus
error-not_a_mail = ce message ne peut pas partir par e-mail
error-no_answer = la plateforme n’a pas répondu à temps. Appuyez sur Réessayer
error-wrong_place = le message est apparu ailleurs que prévu et l’envoi a été arrêté. Vérifiez les sujets, puis appuyez sur Réessayer
error-gave_up = l’envoi a échoué après de nombreux essais. Appuyez sur Réessayer
error-other = { $detail }. Appuyez sur Réessayer pour renvoyer

# -- how long ----------------------------------------------------------------------------------------------------------

left-to-go = encore { $span }
left-late = { $span } de retard
left-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
left-hours = { $count } h
left-minutes = { $count } min
