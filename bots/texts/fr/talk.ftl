# The customer's side: the chat's mails, names that are not told, words that wait for their writer.

alias-workshop = Votre atelier
alias-customer = Client
alias-contact-withheld = [coordonnées retirées]

mail-chat-mail-subject = Du nouveau dans la discussion sur votre commande { $reference }
mail-chat-mail-body =
    Bonjour,

    Voici ce qui a été écrit au sujet de votre commande *{ $reference }* · { $title }. Merci de répondre sur la page de votre commande et non par e-mail.
mail-chat-mail-line = *{ $name }*, { $at }
mail-chat-mail-more =
    { $count ->
        [one] Un autre message se trouve sur la page de votre commande.
       *[other] { $count } autres messages se trouvent sur la page de votre commande.
    }
mail-chat-mail-files =
    { $count ->
        [one] (un fichier, sur la page de votre commande)
       *[other] ({ $count } fichiers, sur la page de votre commande)
    }
notice-chat-mail = Du nouveau dans la discussion sur la commande *{ $reference }* · { $title }.

notice-money-question =
    ✋ *{ $reference }* : il s’agit d’argent ou de délais, et le CLIENT lit cette discussion. Rien n’est encore parti :
    « { $text } »
    L’envoyer plutôt à Cutr ?
button-steer_cutr = À Cutr uniquement
button-steer_customer = Envoyer au client
telegram-done-steer-cutr = Seul Cutr le reçoit
telegram-done-steer-customer = En route vers le client et Cutr
button-remake = Faire refaire
button-repair = Faire réparer
