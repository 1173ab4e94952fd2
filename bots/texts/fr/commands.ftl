# Descriptions of what people can type (bots/catalogue.py). Telegram shows at most 256 signs.

command-telegram-orders = Vos commandes
command-telegram-order = Une commande avec ses dates et ses boutons : /order REF
command-telegram-todo = Ce qui reste à faire, avec un bouton pour chaque point
command-telegram-files = Les dossiers et les fichiers d’une commande
command-telegram-slip = Où va une commande, comment et quand
command-telegram-ready = Marquer une commande comme prête
command-telegram-delivered = Marquer une commande comme livrée
command-telegram-delay = Prévenir Cutr qu’une date ne sera pas tenue
command-telegram-undo = Retirer votre dernier message
command-telegram-language = Choisir votre langue
command-telegram-help = Ce que vous pouvez faire ici
command-telegram-start = Ouvre cette discussion avec votre lien personnel
command-telegram-link = Relie ce groupe à votre atelier : /link CODE
