# Notices (core/notices.py): what the product says by itself in Slack and Telegram. Fields are the class's fields.
#
# `*…*` is bold and ours alone: fields never become markup (bots/wording.py). A blank field is the variant [none].
# Texts under "With customer" are read by the customer's side too: nothing internal in them, ever.

# A line that is this term alone is left out.
-no-line = {"\uE8FF"}

# -- Cutr only ---------------------------------------------------------------------------------------------------------

notice-offer-sent =
    Nouvelle commande proposée : *{ $reference }* · { $title }
    { $price ->
        [none] { -no-line }
       *[other] Prix : *{ $price }*
    }
    { $requested_delivery_date ->
        [none] { -no-line }
       *[other] Livraison souhaitée : *{ $requested_delivery_date }*
    }
    { $delivery_address ->
        [none] { -no-line }
       *[other] Lieu de livraison : { $delivery_address }
    }
    { $notes ->
        [none] { -no-line }
       *[other] Remarques : { $notes }
    }
    Merci de répondre avant le *{ $answer_until }*.
notice-offer-closed =
    { $outcome ->
        [awarded] La commande *{ $reference }* · { $title } est à vous. Ses discussions et ses tâches suivent.
        [not_chosen] La commande *{ $reference }* · { $title } est allée à un autre atelier cette fois-ci. Merci d’avoir répondu.
       *[expired] Le délai de réponse pour la commande *{ $reference }* · { $title } est écoulé. Écrivez à Cutr si elle vous intéresse toujours.
    }
notice-assigned-mail = La commande *{ $reference }* · { $title } est attribuée à { $partner }.
notice-kick-off-options =
    Lancement de la commande *{ $reference }* : Cutr propose une réunion en ligne. Quelle heure vous convient ?
    { $options }
notice-kick-off-picked-notice = Réunion de lancement de la commande *{ $reference }* : *{ $at }* (heure choisie par { $by }).
notice-milestone-notice =
    { $new ->
        [none] L’étape « { $label } » de la commande *{ $reference }* est supprimée (date prévue : { $old }).
       *[other] { $old ->
            [none] Étape « { $label } » de la commande *{ $reference }* : *{ $new }*.
           *[other] L’étape « { $label } » de la commande *{ $reference }* passe du { $old } au *{ $new }*.
        }
    }
notice-task-notice =
    { $new ->
        [none] *{ $reference }* · { $key } : retiré par { $by } (avant : { $old }).
       *[other] { $old ->
            [none] *{ $reference }* · { $key } : *{ $new }*, indiqué par { $by }.
           *[other] *{ $reference }* · { $key } : *{ $new }* (avant : { $old }), modifié par { $by }.
        }
    }
    { $reason ->
        [none] { -no-line }
       *[other] Raison : { $reason }
    }
    { $warnings ->
        [none] { -no-line }
       *[other] ⚠️ À vérifier : { $warnings }.
    }
notice-delay-notice =
    ⚠️ *Retard* sur la commande *{ $reference }*, signalé par { $by } : { $key }, désormais *{ $new }*{ $old ->
        [none] {""}
       *[other] , au lieu du { $old }
    }
    Raison : { $reason }
    { $remedy ->
        [none] { -no-line }
       *[other] Mesures prises : { $remedy }
    }
notice-todos-nudge =
    Bonjour ! Pour la commande *{ $reference }* · { $title }, il reste à indiquer : *{ $missing }*.
    Vous avez jusqu’au { $due_at }. Un appui suffit pour chaque point :
notice-todos-overdue =
    { $count ->
        [1] Les informations de la commande *{ $reference }* · { $title } étaient attendues avant le { $due_at }. Il manque encore : *{ $missing }*.
       *[other] Pour la commande *{ $reference }* · { $title }, il manque encore : *{ $missing }*. L’échéance était le { $due_at } (rappel { $count }).
    }
    Merci de compléter maintenant, un appui suffit pour chaque point :
notice-order-reopened = La commande *{ $reference }* revient de « { $old } » à *« { $new } »* ({ $by }).
    { $remedy ->
        [remake] Il faut la refaire.
        [repair] Il faut la réparer.
       *[other] { -no-line }
    }
    Raison : { $reason }
notice-order-cancelled = La commande *{ $reference }* · { $title } est annulée. Merci d’arrêter le travail ; ses discussions restent lisibles.
    Raison : { $reason }
notice-order-taken-away = La commande *{ $reference }* · { $title } n’est plus chez vous. Merci d’arrêter le travail et d’indiquer à Cutr ce qui est déjà fabriqué.
notice-feedback-heard = Le client a donné son avis sur la commande *{ $reference }* : *{ $category }*. Le décompte est arrêté et Cutr vous recontacte.
notice-step-notice =
    { $status ->
        [ready] 📦 La commande *{ $reference }* est *prête* (par { $by }).
        [delivered] 🚚 La commande *{ $reference }* est *livrée* (par { $by }).
        [approved] ✅ La commande *{ $reference }* est *approuvée* (par { $by }).
       *[other] Nouveau statut de la commande *{ $reference }* : *{ $status }* (par { $by }).
    }
    { $missing ->
        [none] { -no-line }
       *[other] Reste à faire : *{ $missing }*.
    }
notice-guest-held =
    { $author } ne fait pas partie de l’atelier et a écrit là où le client de la commande *{ $reference }* lit :
    { $text ->
        [none] (pas de texte)
       *[other] « { $text } »
    }
    Le message attend ici. Le laisser passer ou l’écarter ?
notice-send-failed =
    ⚠️ { $author ->
        [none] Un message
       *[other] Un message de { $author }
    } n’est pas arrivé dans *{ $reference }* : { $error }.
    { $excerpt ->
        [none] { -no-line }
       *[other] « { $excerpt } »
    }
notice-member-welcome =
    Bienvenue, { $name } ! Vous êtes relié à *{ $partner }*.
    Chaque commande a deux discussions : 🔒 Cutr uniquement, et 👥 avec le client. Ce que vous écrivez dans l’une y reste.
    /orders affiche vos commandes, /todo ce qui reste à faire, /help tout le reste.

# -- With customer -----------------------------------------------------------------------------------------------------

notice-customer-link = Le client { $customer } a reçu la page de la commande *{ $reference }* · { $title }.
notice-delivery-date-notice =
    { $old ->
        [none] Date de livraison de la commande *{ $reference }* : *{ $new }* ({ $method }).
       *[other] Nouvelle date de livraison de la commande *{ $reference }* : *{ $new }* ({ $method }), au lieu du { $old }.
    }
    { $reason ->
        [none] { -no-line }
       *[other] Raison : { $reason }
    }
notice-order-ready = 📦 La commande *{ $reference }* · { $title } est emballée et prête à partir.
notice-order-delivered = 🚚 La commande *{ $reference }* · { $title } est livrée. Les avis sont bienvenus jusqu’au *{ $feedback_until }* ; sans avis d’ici là, la commande est approuvée.
notice-feedback-halfway = La moitié du délai est écoulée : les avis sur la commande *{ $reference }* · { $title } sont bienvenus jusqu’au *{ $feedback_until }*.
notice-feedback-last-call = Dernier rappel : les avis sur la commande *{ $reference }* · { $title } sont bienvenus jusqu’au *{ $feedback_until }*. Sans avis d’ici là, elle est approuvée.
notice-order-approved =
    { $how ->
        [window_over] ✅ La commande *{ $reference }* · { $title } est approuvée : le délai pour donner un avis est écoulé. Merci !
       *[decided] ✅ La commande *{ $reference }* · { $title } est approuvée. Merci !
    }
