# Refusals (core/refusals.py): what can not be done now and what to do next, to the person who asked.

refusal-not-allowed =
    { $action ->
        [answer_offer] Seul un admin du partenaire peut répondre à une proposition. Demandez à un admin de chez vous.
        [see_money] Les prix et la facturation sont réservés aux admins. Demandez à un admin de votre atelier.
        [set_invoice_reference] Seul un admin peut indiquer la référence de facture. Demandez à un admin de votre atelier.
        [manage_members] Seuls un admin ou Cutr peuvent changer qui fait partie de l’atelier. Demandez à l’un d’eux.
        [link_group] Seul un admin de l’atelier peut relier un groupe. Demandez à un admin de taper le code.
        [vouch] Seuls un admin ou Cutr peuvent laisser passer le message d’un invité. Demandez à l’un d’eux.
        [set_milestone] Les étapes sont fixées par Cutr. Si une date ne convient pas, écrivez-le dans la discussion avec Cutr uniquement.
        [propose_kick_off] Les horaires de la réunion de lancement sont proposés par Cutr. Si un autre horaire vous convient, écrivez-le dans la discussion avec Cutr uniquement.
        [move_message] Seul Cutr peut déplacer des messages. Demandez-le dans la discussion avec Cutr uniquement.
        [snooze] Seul Cutr peut suspendre les rappels. Demandez-le dans la discussion avec Cutr uniquement.
        [approve] Seul Cutr peut approuver la commande après un avis. Demandez-le dans la discussion.
        [edit_message] D’autres se sont portés garants de ces mots : ils restent tels quels. Écrivez plutôt un nouveau message.
        [reopen] Seul Cutr peut revenir en arrière. Écrivez dans la discussion avec Cutr uniquement ce qui ne va pas.
        [cancel] Seul Cutr peut annuler une commande. Écrivez dans la discussion avec Cutr uniquement.
        [review_own] Personne ne valide ce qu’il a envoyé lui-même. Demandez à un collègue d’y jeter un œil.
        [review_file] Seul Cutr examine les fichiers, et le client ses dessins. Demandez dans la discussion avec Cutr uniquement si quelque chose attend longtemps.
        [upload] Seuls l’atelier de cette commande et Cutr peuvent classer des photos et des dessins, chacun les siens. Envoyez les vôtres dans la discussion de la commande.
        [undo_revision] Une nouvelle version reste, pour que personne n’oublie ce qui a changé. Ce n’était pas la bonne ? Envoyez-en une autre : ouvrez /files et appuyez sur « Envoyer une révision ».
       *[other] Vous ne pouvez pas faire cela ici. Demandez à Cutr, qui peut le faire pour vous.
    }
refusal-not-your-order = Je ne trouve pas cette commande parmi les vôtres. Envoyez /orders pour voir celles que vous avez.
refusal-not-linked = Je ne sais pas encore à quel atelier vous appartenez. Ouvrez le lien personnel reçu de Cutr, ou demandez-en un nouveau.
refusal-wrong-status =
    { $verb ->
        [mark_ready] La commande *{ $reference }* est « { $now } » ; seule une commande en production peut être marquée comme prête.
        [mark_delivered] La commande *{ $reference }* est « { $now } » ; seule une commande prête peut être marquée comme livrée. Marquez-la d’abord comme prête.
        [approve] La commande *{ $reference }* est « { $now } » ; seule une commande livrée peut être approuvée.
        [record_feedback] La commande *{ $reference }* est « { $now } ». Les avis concernent les commandes livrées ; d’ici là, écrivez dans la discussion.
        [offer] La commande *{ $reference }* est « { $now } » ; seule une commande en brouillon ou déjà proposée peut être proposée.
        [assign] La commande *{ $reference }* est « { $now } » et ne peut plus être confiée à un partenaire. Rouvrez-la d’abord.
        [reopen] La commande *{ $reference }* est « { $now } » ; ce retour en arrière n’est pas possible à partir de là.
        [cancel] La commande *{ $reference }* est « { $now } » : il n’y a rien à annuler.
        [move] { $reference ->
            [none] Le message est déjà à cet endroit. Choisissez une autre commande ou une autre discussion.
           *[other] La commande *{ $reference }* est « { $now } » : aucun message ne peut y être déplacé. Choisissez une autre commande.
        }
        [snooze] La commande *{ $reference }* est « { $now } » : il n’y a pas de rappels à suspendre.
       *[other] La commande *{ $reference }* est « { $now } » : ce n’est pas possible maintenant. Envoyez /order { $reference } pour voir ce qui l’est.
    }
refusal-already-done =
    { $by ->
        [none] Déjà fait, le { $moment }. Vous n’avez plus rien à faire.
       *[other] Déjà fait par { $by }, le { $moment }. Vous n’avez plus rien à faire.
    }
refusal-too-late =
    { $what ->
        [offer_gone] Cette commande est allée à un autre atelier. Écrivez à Cutr si vous pouvez tout de même aider.
        [offer] Le délai pour répondre à cette proposition s’est terminé le { $moment }. Écrivez à Cutr si la commande vous intéresse toujours.
        [feedback] Le délai pour donner un avis s’est terminé le { $moment }. Écrivez à Cutr, nous vous aiderons.
        [snooze] La fin demandée pour la pause des rappels est déjà passée. Choisissez un jour plus tardif.
        [undo] Il est trop tard pour retirer ce message : depuis le { $moment }, l’autre côté peut l’avoir lu. Écrivez plutôt une correction.
        [link] Ce lien d’envoi a fonctionné 24 heures, jusqu’au { $moment }. Pour un nouveau lien : envoyez /files et appuyez sur « Lien d’envoi », ou demandez à Cutr.
        [link_done] Ce lien d’envoi a été fermé avec Terminé le { $moment }. Pour un nouveau lien : envoyez /files et appuyez sur « Lien d’envoi », ou demandez à Cutr.
       *[other] Le délai s’est terminé le { $moment }. Écrivez à Cutr.
    }
refusal-stale = Ce bouton date d’un état antérieur de la commande *{ $reference }*. Envoyez /order { $reference } pour l’état actuel.
refusal-unknown-order = Je ne trouve pas de commande « { $reference } » que vous puissiez voir. Vérifiez la référence, ou envoyez /orders pour la liste.
refusal-unknown-thing =
    { $what ->
        [code] Ce code n’est pas valable. Demandez-en un nouveau à Cutr.
        [member] Je ne connais pas cette personne. Vérifiez le nom dans la liste des partenaires.
        [partner] Je ne connais pas de partenaire « { $name } ». Vérifiez le nom dans la liste des partenaires.
        [customer] Je ne connais pas ce client. Créez d’abord le client.
        [own_message] Il n’y a plus ici de message de vous à retirer.
        [message] Ce n’est pas un message de la discussion d’une commande, ou je ne le connais plus. Renvoyez-le là-bas s’il est encore utile.
        [offer] Je ne connais pas cette proposition. Envoyez /orders pour voir ce qui est ouvert.
        [chat] Je ne connais plus cette discussion. Ouvrez de nouveau la commande et repartez de là.
        [order] Je ne connais pas cette commande. Envoyez /orders pour la liste.
        [milestone] Cette étape n’existe pas. Ouvrez la commande pour voir les étapes.
        [kick_off] Il n’y a pas de réunion de lancement à choisir. Demandez à Cutr de proposer des horaires.
        [task] Cette tâche n’existe pas. Ouvrez la commande pour voir ce qui reste à faire.
        [upload] Je ne connais plus ces fichiers comme un seul envoi. Envoyez /files pour voir ce qui est classé, ou renvoyez-les.
        [file] Ce fichier n’est pas (ou plus) classé : il a été repris ou appartient à une autre commande. Envoyez /files pour voir ce qui y est.
        [link] Ce lien d’envoi ne fonctionne pas. Pour un nouveau lien : envoyez /files et appuyez sur « Lien d’envoi », ou demandez à Cutr.
       *[other] Je n’ai pas trouvé cela. Ouvrez de nouveau la commande et repartez de là.
    }
refusal-reason-needed =
    { $what ->
        [delivery_date] Le client lit pourquoi la date de livraison change. Indiquez une courte raison.
        [snooze] Dites en quelques mots pourquoi les rappels peuvent être suspendus.
        [reopen] Dites en quelques mots pourquoi la commande revient en arrière.
        [cancel] Dites en quelques mots pourquoi la commande est annulée.
        [approve] Il y a un avis sur cette commande. Dites en quelques mots comment l’affaire a été réglée.
        [override] Il manque encore des photos ou des tâches. Dites en quelques mots pourquoi la commande est tout de même prête.
        [delay] Dites en quelques mots pourquoi la date ne sera pas tenue.
        [reject] L’atelier lit ce qu’il faut modifier. Écrivez-le en quelques mots, puis refusez de nouveau.
       *[other] Il faut une raison. Dites en quelques mots pourquoi.
    }

refusal-bad-value = Champ « { $label } » : cette valeur ne convient pas{ $shown }. Vérifiez-la et renvoyez-la.
refusal-bad-value-blank = Le champ « { $label } » est encore vide. Remplissez-le et renvoyez.
refusal-bad-value-too_long = Champ « { $label } » : c’est trop long{ $shown }. Raccourcissez et renvoyez.
refusal-bad-value-not_a_date = Je n’ai pas reconnu « { $value } » comme une date. Écrivez par exemple 31/01/2030, « mardi prochain » ou « semaine 23 ».
refusal-bad-value-not_a_time = Je n’ai pas reconnu « { $value } » comme une heure. Écrivez par exemple 31/01/2030 14:30.
refusal-bad-value-not_an_address = « { $value } » n’est pas une adresse e-mail. Vérifiez-la et renvoyez-la.
refusal-bad-value-not_a_reference = « { $value } » ne peut pas servir de référence. Utilisez des lettres, des chiffres et des tirets, par exemple ABC-123.
refusal-bad-value-not_a_number = « { $value } » n’est pas un nombre. N’utilisez que des chiffres.
refusal-bad-value-not_a_price = « { $value } » n’est pas un prix. Écrivez par exemple 1250.00.
refusal-bad-value-not_a_currency = « { $value } » n’est pas une devise. Utilisez trois lettres, par exemple EUR.
refusal-bad-value-unknown = Champ « { $label } » : je ne connais pas « { $value } ». Choisissez l’une des valeurs proposées.
refusal-bad-value-unknown_zone = Je ne connais pas le fuseau horaire « { $value } ». Écrivez par exemple Europe/Amsterdam.
refusal-bad-value-unknown_language = Je ne parle pas encore « { $value } ». Choisissez l’une des langues proposées.
refusal-bad-value-taken = Champ « { $label } » : cette valeur est déjà utilisée{ $shown }. Choisissez-en une autre.
refusal-bad-value-last_admin = { $value } est le dernier admin de cet atelier. Nommez d’abord quelqu’un d’autre admin.
refusal-bad-value-not_yourself = Vous ne pouvez pas vous retirer vous-même le rôle d’admin. Demandez à un autre admin.
refusal-bad-value-used = Champ « { $label } » : cette valeur a déjà servi. Demandez-en une nouvelle à Cutr.
refusal-bad-value-expired = Champ « { $label } » : cette valeur a expiré. Demandez-en une nouvelle à Cutr.
refusal-bad-value-in_the_past = Champ « { $label } » : c’est dans le passé{ $shown }. Choisissez une valeur plus tardive.
refusal-bad-value-in_the_future = Champ « { $label } » : c’est dans le futur{ $shown }. Choisissez une valeur plus proche.
refusal-bad-value-too_many = Champ « { $label } » : il y en a trop. Choisissez-en moins.
refusal-bad-value-too_few = Champ « { $label } » : il en manque. Choisissez-en au moins un.
refusal-bad-value-not_offered = « { $value } » ne fait pas partie des choix. Choisissez l’un de ceux qui sont proposés.
refusal-bad-value-not_confirmed = Pour marquer la commande comme livrée, il faut le bon de livraison signé. Faites-le signer, puis confirmez que vous l’avez.
refusal-bad-value-not_yours_to_set = Seul Cutr peut indiquer le champ « { $label } ». Laissez-le vide : c’est l’instant présent qui compte.
refusal-bad-value-before_the_step_before = Champ « { $label } » : c’est avant la dernière étape de la commande{ $shown }. Choisissez une valeur plus tardive.
refusal-bad-value-out_of_range = Champ « { $label } » : « { $value } » est hors limites. Choisissez une autre valeur.

refusal-bad-value-either_or = Indiquez une référence ou cochez « Pas de référence », pas les deux.
refusal-bad-value-reference_or_no_reference = Indiquez une référence ou cochez « Pas de référence », l’un des deux.
refusal-bad-value-not_a_date_task = « { $value } » n’a pas de date. Choisissez l’une des tâches avec une date.
refusal-bad-value-not_a_delivery_schedule = La livraison au client demande un mode et une date. Indiquez les deux.
refusal-bad-value-not_an_invoice_reference = La référence de facture est un texte, ou « Pas de référence ». Indiquez l’un des deux.
refusal-bad-value-not_a_key = « { $value } » ne peut pas servir de nom ici. Utilisez des minuscules, des chiffres et des tirets bas.
refusal-bad-value-not_later = Un retard demande une date plus tardive que la date actuelle{ $shown }. Choisissez-en une plus tardive.
refusal-bad-value-too_far = Champ « { $label } » : c’est trop loin{ $shown }. Vérifiez l’année et renvoyez.
refusal-bad-value-not_self_billing = Cet atelier envoie ses propres factures, il n’y a donc pas besoin de référence. Laissez ce champ vide.
refusal-bad-value-not_staff = Seul quelqu’un de Cutr peut être responsable. Choisissez une autre personne.

refusal-confirm-needed = À vérifier : { $problems }. Confirmez si c’est bien voulu, ou choisissez une autre date.
refusal-closed-chat = La commande *{ $reference }* est terminée ou confiée à quelqu’un d’autre : ses discussions ne peuvent plus qu’être lues. Écrivez à Cutr dans la discussion d’une autre commande, ou appelez.
refusal-no-customer-chat = La commande *{ $reference }* n’a pas de discussion avec le client. Écrivez dans la discussion avec Cutr uniquement, Cutr transmettra.
refusal-unclear-target = Pour quelle commande et quelle discussion est-ce ? Choisissez-en une, et le message y part.
