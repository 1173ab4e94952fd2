# Mails. Subjects are one line; a blank line parts paragraphs. `*…*` is bold in the HTML part and plain in the other.
# The link to the order's page stands below the body of every mail to a customer, and in no other mail.

mail-open-page = Ouvrir la page de votre commande
mail-link-is-personal = Ce lien ouvre votre commande sans mot de passe. Ne le partagez qu’avec les personnes qui peuvent voir la commande.
mail-footer = Cet e-mail a été envoyé automatiquement par Cutr au sujet de la commande { $reference }.

mail-assigned-mail-subject = La commande { $reference } vous est attribuée : { $title }
mail-assigned-mail-body =
    Bonjour { $partner },

    La commande *{ $reference }* · { $title } vous est attribuée.

    { $due_at ->
        [none] Ses discussions et ses dates sont dans Telegram.
       *[other] Merci d’indiquer ses dates dans Telegram avant le *{ $due_at }* : matériaux, fin de fabrication et livraison.
    }

    Les questions d’argent ou de planning vont dans la discussion avec Cutr uniquement, les questions sur la commande dans la discussion avec le client.

mail-todos-nudge-subject = Commande { $reference } : il manque encore des dates
mail-todos-nudge-body =
    Bonjour,

    Pour la commande *{ $reference }* · { $title }, il reste à indiquer : *{ $missing }*. Vous avez jusqu’au { $due_at }.

    Nous n’avons pas pu vous joindre dans Telegram : le bot a-t-il été bloqué ou retiré ? Appuyez de nouveau sur Démarrer dans le bot et indiquez les dates, ou appelez Cutr.

mail-todos-overdue-subject = Commande { $reference } : des dates manquent
mail-todos-overdue-body =
    Bonjour,

    Les informations de la commande *{ $reference }* · { $title } étaient attendues avant le { $due_at }. Il manque encore : *{ $missing }*.

    Nous n’avons pas pu vous joindre dans Telegram : le bot a-t-il été bloqué ou retiré ? Appuyez de nouveau sur Démarrer dans le bot et indiquez les dates, ou appelez Cutr.

mail-customer-link-subject = Votre commande { $reference } : { $title }
mail-customer-link-body =
    Bonjour { $customer },

    Votre commande *{ $reference }* · { $title } est en fabrication.

    Sur sa page, vous voyez où elle en est et quand elle arrive, et vous pouvez nous écrire, ainsi qu’à l’atelier.

mail-delivery-date-notice-subject =
    { $old ->
        [none] Date de livraison de votre commande { $reference } : { $new }
       *[other] Nouvelle date de livraison de votre commande { $reference } : { $new }
    }
mail-delivery-date-notice-body =
    Bonjour,

    { $old ->
        [none] Date de livraison de votre commande *{ $reference }* · { $title } : *{ $new }* ({ $method }).
       *[other] La date de livraison de votre commande *{ $reference }* · { $title } a changé. Nouvelle date : *{ $new }* ({ $method }). Date précédente : { $old }.
    }

    { $reason ->
        [none] Si cette date ne vous convient pas, dites-le-nous sur la page de votre commande.
       *[other] Raison : { $reason }
    }

mail-order-ready-subject = Votre commande { $reference } est prête
mail-order-ready-body =
    Bonjour,

    Votre commande *{ $reference }* · { $title } est emballée et prête à partir. La page de votre commande indique quand et comment elle vous parviendra.

mail-order-delivered-subject = Votre commande { $reference } est livrée
mail-order-delivered-body =
    Bonjour,

    Votre commande *{ $reference }* · { $title } est livrée. Nous espérons qu’elle vous plaît.

    Un élément est défectueux, abîmé ou manquant ? Dites-le-nous sur la page de votre commande jusqu’au *{ $feedback_until }*. Sans nouvelles de votre part d’ici là, la commande est considérée comme approuvée.

mail-feedback-last-call-subject = Derniers jours pour donner votre avis sur la commande { $reference }
mail-feedback-last-call-body =
    Bonjour,

    Vous pouvez encore nous dire ce qui ne va pas dans votre commande *{ $reference }* · { $title } jusqu’au *{ $feedback_until }*. Tout est en ordre ? Alors vous n’avez rien à faire : la commande sera ensuite considérée comme approuvée.

mail-order-approved-subject = Votre commande { $reference } est approuvée
mail-order-approved-body =
    Bonjour,

    { $how ->
        [window_over] Le délai pour donner votre avis sur la commande *{ $reference }* · { $title } est écoulé ; elle est donc considérée comme approuvée.
       *[decided] Votre commande *{ $reference }* · { $title } est approuvée.
    }

    Merci pour votre commande. Sa page reste accessible.
