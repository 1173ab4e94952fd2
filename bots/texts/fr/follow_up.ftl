# Retards, petites questions, et ce qui est dit quand quelqu’un n’a pas pu être joint.

# -- pourquoi une date ne tient pas ------------------------------------------------------------------------------------

delay-material = La matière arrive en retard
delay-machine = Une machine est en panne
delay-illness = Quelqu’un est malade
delay-capacity = L’atelier est complet
delay-quality = Une pièce est à refaire
delay-transport = Problème de transport
delay-customer = À la demande du client
delay-other = Une autre raison
telegram-words = { $reason }. Ajoutez quelques mots en répondant à ce message, ou appuyez sur le bouton.
telegram-words-other = Quelle est la raison ? Répondez à ce message avec vos propres mots.

# -- petites questions -------------------------------------------------------------------------------------------------

check-in-material = Matière arrivée
check-in-started = Travail commencé
check-in-completion = Terminé à temps
check-in-finished = Travail terminé
check-in-delivery = Livraison à temps
answer-yes = Oui
answer-not_yet = Pas encore
answer-later = Plus tard
telegram-check-in-thanks = Merci
telegram-check-in-done = ✅ { $reference } · { $what } : { $answer } ({ $name })
notice-check-in-question =
    { $key ->
        [material] *{ $reference }* · { $title } : la matière est-elle arrivée ? Elle était prévue pour le { $day }.
        [started] *{ $reference }* · { $title } : le travail a-t-il commencé ?
        [completion] *{ $reference }* · { $title } : sera-ce terminé à temps, le *{ $day }* ?
        [finished] *{ $reference }* · { $title } : est-ce terminé ? C’était prévu pour le { $day }.
       *[delivery] *{ $reference }* · { $title } : sera-ce chez le client à temps, le *{ $day }* ?
    }
mail-check-in-question-subject = { $reference } : une petite question
mail-check-in-question-body =
    { $key ->
        [material] La matière pour *{ $reference }* · { $title } est-elle arrivée ? Elle était prévue pour le { $day }.
        [started] Le travail sur *{ $reference }* · { $title } a-t-il commencé ?
        [completion] *{ $reference }* · { $title } sera-t-il terminé à temps, le *{ $day }* ?
        [finished] *{ $reference }* · { $title } est-il terminé ? C’était prévu pour le { $day }.
       *[delivery] *{ $reference }* · { $title } sera-t-il chez le client à temps, le *{ $day }* ?
    }

    Nous n’avons pas pu vous joindre sur Telegram. Répondez-y, ou appelez Cutr.
