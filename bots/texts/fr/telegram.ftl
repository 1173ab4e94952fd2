# What only the Telegram bot says: answers, questions and cards. Buttons, to-dos, statuses and refusals are in common.ftl
# and refusals.ftl. Nothing here may be read by a customer; $name, $title and the like are people's own words.

# -- buttons that only Telegram has ------------------------------------------------------------------------------------

telegram-button-orders = Mes commandes
telegram-previous = ‹ Précédent
telegram-next = Suivant ›
telegram-other-day = Un autre jour

# -- who is speaking, and what has no file -----------------------------------------------------------------------------

telegram-author-staff = { $name } (Cutr)
telegram-author-customer = { $name } (client)
telegram-author-guest = { $name } (invité)
telegram-kind-location = 📍 { $detail }
telegram-kind-contact = 👤 { $detail }
telegram-kind-poll = 📊 { $detail }
telegram-kind-other = 📎 { $detail } (visible uniquement là où il a été envoyé)
telegram-file-too-big = 📎 { $name } ({ $size } Mo) est trop volumineux pour Telegram. Demandez un lien à Cutr.
telegram-withdrawn = Ce message a été retiré.

# -- the card ----------------------------------------------------------------------------------------------------------

telegram-card-status = Statut : { $status }
telegram-card-wanted = Souhaité par le client : { $day }
telegram-card-delivery = Chez le client : { $value }
telegram-card-address = Adresse : { $address }
telegram-card-feedback = Le client peut donner son avis jusqu’au { $moment }
telegram-card-milestone = { $label } : { $day }
telegram-card-todos = À faire
telegram-card-due = Tout, sauf « Marquer comme prêt », est attendu avant le { $moment }
telegram-todo-title = { $reference } · À faire
telegram-todo-none = Il n’y a rien à faire.

# -- files and delivery ------------------------------------------------------------------------------------------------

telegram-slip-title = { $reference } · Livraison
telegram-slip =
    Pour : { $customer }
    Adresse : { $address }
    Livraison : { $value }
telegram-unknown = pas encore connu

# -- lists and choices -------------------------------------------------------------------------------------------------

telegram-orders-title = Vos commandes
telegram-orders-none = Vous n’avez pas encore de commandes ici. Les nouvelles s’affichent toutes seules.
telegram-which-order = Quelle commande ?
telegram-which-workshop = Pour quel atelier ?
telegram-which-chat-route = Je n’ai pas encore transmis ce message. Pour quelle commande et quelle discussion est-il ?
telegram-which-chat-undo_in = Dans quelle discussion dois-je retirer votre dernier message ?
telegram-no-chats = Il n’y a pas ici de commande ouverte où écrire. Votre message n’a pas été transmis.
telegram-routed = Envoyé dans { $chat } ({ $readers }).
telegram-not-sent = Non transmis. Personne ne l’a lu.
telegram-never-mind = Rien n’a été modifié.

# -- dates -------------------------------------------------------------------------------------------------------------

telegram-date-title = { $reference } · { $what }
telegram-date-now = Actuellement : { $day }
telegram-date-how = Choisissez un jour, ou répondez à ce message avec une date comme « mardi prochain », « semaine 23 » ou « 12/3 ». Les jours marqués d’un point sont passés.
telegram-confirm = Est-ce exact ?
telegram-confirm-date = { $value }. Est-ce exact ?
telegram-saved = Enregistré
telegram-saved-date = ✅ { $reference } · { $what } : { $day } ({ $name })
telegram-saved-text = ✅ { $reference } · { $what } : { $value } ({ $name })
telegram-saved-silently = enregistré
telegram-done-by =
    ✅ { $summary }
    ({ $name })
telegram-too-old = Cette question datait de plus de 15 minutes, rien n’a donc été modifié. Merci de confirmer de nouveau.
telegram-which-method = Comment la commande parvient-elle au client ?
telegram-invoice-how = Répondez à ce message avec la référence pour la facture, ou appuyez sur « Pas de référence ».

telegram-delay-title = { $reference } · Retard
telegram-delay-which = Quelle date ne sera pas tenue ?
telegram-why-delay = Pourquoi ? Choisissez une raison, ou répondez à ce message avec vos propres mots.
telegram-why-delivery = Pourquoi la date de livraison change-t-elle ? Le CLIENT lit cette raison. Choisissez-en une, ou répondez à ce message avec vos propres mots.
telegram-remedy = Que faites-vous pour y remédier ? Répondez à ce message, ou appuyez sur le bouton.
telegram-no-remedy = Rien à ajouter
telegram-summary-reason = Raison : { $reason }
telegram-summary-remedy = Mesures prises : { $remedy }

# -- Ready and Delivered -----------------------------------------------------------------------------------------------

telegram-ready-missing = ⚠️ Il manque encore : { $missing }. La commande peut tout de même être marquée comme prête ; merci de compléter aussi ces points.
telegram-ready-sure = Tout est-il emballé et prêt à partir ? Cutr et le client seront prévenus.
telegram-ready-done = ✅ { $reference } : emballée, indique { $name }. Quand le client l’a reçue, appuyez sur « Marquer comme livré » sur la fiche de la commande, ou envoyez /delivered.
telegram-delivered-sure = Le client a-t-il reçu la commande, et avez-vous le bon de livraison signé ? Le client a ensuite 14 jours pour donner son avis.
telegram-delivered-done = ✅ { $reference } : bon signé, indique { $name }. Vous n’avez plus rien à faire : sans avis du client, la commande sera approuvée d’elle-même.

# -- offers, kick-off, milestones --------------------------------------------------------------------------------------

telegram-offer-title = { $reference } · { $title }
telegram-offer-accepted = ✅ Vous avez accepté { $reference } ({ $name }). Cutr décide et vous prévient ici.
telegram-offer-declined = Vous avez refusé { $reference } ({ $name }) : { $reason }
telegram-decline-why = Pourquoi pas celle-ci ?
telegram-decline-words = Répondez à ce message avec votre raison, ou appuyez sur le bouton.
telegram-decline-silent = Refuser sans raison
telegram-kickoff-picked = ✅ { $reference } · Réunion de lancement : { $moment }
telegram-milestone-words = { $reference } : répondez à ce message et dites quelle date convient. Votre réponse va dans la discussion avec Cutr uniquement, le client ne la lit pas.
telegram-told-cutr = C’est transmis à Cutr, dans la discussion avec Cutr uniquement.

# -- messages ----------------------------------------------------------------------------------------------------------

telegram-undone = Message retiré.
telegram-done-retry = Nouvel envoi en cours
telegram-done-undo = Message retiré
telegram-done-send-now = C’est parti
telegram-done-vouch = Message transmis
telegram-done-drop = Message écarté
telegram-guest-held = Vous n’êtes pas membre de l’atelier, et le client lit ici. Votre message attend qu’un membre ou Cutr le laisse passer.
telegram-anonymous = Vous écrivez en tant qu’admin anonyme : je ne peux pas savoir qui vous êtes et je ne transmets rien. Désactivez « Rester anonyme » dans vos droits d’admin et renvoyez le message.
telegram-too-big = { $name } dépasse 20 Mo et Telegram ne me le remet pas. Cutr n’en a reçu que le nom : envoyez un fichier plus petit, ou un lien.
telegram-answer-in-words = Merci de répondre par écrit : répondez à ma question avec un texte.
telegram-press-a-button = Merci d’appuyer sur l’un des boutons de ce message.
telegram-old-button = Ce bouton est trop ancien. Envoyez /order pour voir où en est la commande.
telegram-bug = Un problème est survenu, et tout a été conservé. Rien n’est perdu ; Cutr s’en occupe. Référence : { $reference }

# -- help and linking --------------------------------------------------------------------------------------------------

telegram-help = Écrivez dans la discussion d’une commande et Cutr vous lit. L’étiquette dit qui d’autre lit : 🔒 uniquement Cutr, 👥 Cutr et le CLIENT. Voici ce que vous pouvez taper :
telegram-help-line = { $command } · { $words }
telegram-unknown-command = Je ne connais pas cette commande. Envoyez /help pour voir ce que je connais.
telegram-stranger = Bonjour. Ce bot est réservé aux ateliers qui travaillent avec Cutr. Si vous en faites partie, ouvrez le lien personnel que Cutr vous a envoyé.
telegram-guest-verbs = Seuls les membres de l’atelier peuvent faire cela. Demandez à l’un d’eux, ou demandez à Cutr un lien à votre nom.
telegram-guest-help = Vous êtes ici comme invité. Ce que vous écrivez dans un sujet 🔒 va à Cutr ; dans un sujet 👥, un membre doit d’abord le laisser passer, car le CLIENT y lit. Les commandes et les boutons sont réservés aux membres de l’atelier.
telegram-bad-link = Ce lien ne fonctionne plus. Demandez-en un nouveau à Cutr.
telegram-bad-code = Ce code n’est pas valable. Demandez-en un nouveau à Cutr et envoyez ici /link suivi du code.
telegram-link-in-group = Envoyez /link avec le code dans votre groupe, pas ici.
telegram-link-unchecked = Je n’ai pas pu vérifier ce groupe pour le moment. Renvoyez la commande dans une minute ; le code reste valable.
telegram-linked = ✅ Ce groupe est relié. Chaque commande y a deux sujets : 🔒 uniquement Cutr, et 👥 Cutr et le CLIENT.
telegram-needs-topics = Ce groupe n’a pas encore de sujets : ouvrez ses paramètres, appuyez sur Modifier, activez les sujets, puis renvoyez /link. Le code reste valable.
telegram-needs-admin = Je ne suis pas encore admin de ce groupe : nommez-moi admin avec le droit « Gérer les sujets », puis renvoyez /link. Le code reste valable.
telegram-needs-can-manage-topics = Il me manque le droit « Gérer les sujets » : activez-le dans mes droits d’admin, puis renvoyez /link. Le code reste valable.
telegram-needs-can-pin-messages = Il me manque le droit « Épingler des messages » : activez-le dans mes droits d’admin, puis renvoyez /link. Le code reste valable.
telegram-needs-can-delete-messages = Il me manque le droit « Supprimer des messages » : activez-le dans mes droits d’admin, puis renvoyez /link. Le code reste valable.
telegram-hello-group = Bonjour. Pour relier ce groupe à votre atelier, activez les sujets, nommez-moi admin avec « Gérer les sujets », puis envoyez /link avec le code reçu de Cutr.
telegram-which-language = Dans quelle langue dois-je vous parler ?
telegram-language-set = Désormais en { $chosen }.
