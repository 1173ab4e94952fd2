# Delays, check-ins, and what is said when somebody could not be reached. Read by partners, some of it by customers.

# -- pourquoi une date ne tient pas ------------------------------------------------------------------------------------

delay-material = Les matériaux sont en retard
delay-machine = Une machine est en panne
delay-illness = Quelqu’un est malade
delay-capacity = L’atelier est complet
delay-quality = Une pièce est à refaire
delay-transport = Problème de transport
delay-customer = À la demande du client
delay-other = Une autre raison
telegram-words = { $reason }. Ajoutez quelques mots en répondant à ce message, ou appuyez sur le bouton.
telegram-words-other = Quelle est la raison ? Répondez à ce message avec vos propres mots.

# -- petites questions -------------------------------------------------------------------------------------------------

check-in-material = Matériaux arrivés
check-in-started = Travail commencé
check-in-completion = Terminé à temps
check-in-finished = Travail terminé
check-in-delivery = Livraison à temps
answer-yes = Oui
answer-not_yet = Pas encore
answer-later = Plus tard
telegram-check-in-thanks = Merci
telegram-check-in-done = ✅ { $reference } · { $what } : { $answer } ({ $name })
notice-check-in-question =
    { $key ->
        [material] *{ $reference }* · { $title } : les matériaux sont-ils arrivés ? Ils étaient prévus pour le { $day }.
        [started] *{ $reference }* · { $title } : le travail a-t-il commencé ?
        [completion] *{ $reference }* · { $title } : la commande sera-t-elle terminée à temps, le *{ $day }* ?
        [finished] *{ $reference }* · { $title } : la commande est-elle terminée ? C’était prévu pour le { $day }.
       *[delivery] *{ $reference }* · { $title } : la commande sera-t-elle chez le client à temps, le *{ $day }* ?
    }
mail-check-in-question-subject = { $reference } : une petite question
mail-check-in-question-body =
    { $key ->
        [material] Les matériaux pour la commande *{ $reference }* · { $title } sont-ils arrivés ? Ils étaient prévus pour le { $day }.
        [started] Le travail sur la commande *{ $reference }* · { $title } a-t-il commencé ?
        [completion] La commande *{ $reference }* · { $title } sera-t-elle terminée à temps, le *{ $day }* ?
        [finished] La commande *{ $reference }* · { $title } est-elle terminée ? C’était prévu pour le { $day }.
       *[delivery] La commande *{ $reference }* · { $title } sera-t-elle chez le client à temps, le *{ $day }* ?
    }

    Nous n’avons pas pu vous joindre sur Telegram. Merci de répondre là-bas, ou d’appeler Cutr.

# -- quelqu’un n’a pas pu être joint ----------------------------------------------------------------------------------

telegram-recap = Cette discussion a été rouverte. Derniers messages :
button-address = Changer l’adresse
notice-missed-mail = Pas arrivé sur Telegram, envoyé par e-mail à { $partner }.
mail-missed-mail-subject = Cutr n’a pas pu vous joindre sur Telegram
mail-missed-mail-body =
    Bonjour { $partner },

    Ceci n’a pas pu vous être remis sur Telegram :

    { $lines }

    { $more ->
        [0] {"\uE8FF"}
       *[other] et { $more } de plus
    }

    Merci de répondre sur Telegram : si le bot a été bloqué, appuyez de nouveau sur Démarrer ; s’il a été retiré du groupe, ajoutez-le de nouveau comme admin avec « Gérer les sujets ». Le reste suivra tout seul. Vous pouvez aussi appeler Cutr.
mail-footer-general = Cet e-mail a été envoyé automatiquement par Cutr.
