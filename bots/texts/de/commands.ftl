# Beschreibungen dessen, was man tippen kann (bots/catalogue.py). Telegram zeigt höchstens 256 Zeichen.

command-telegram-orders = Ihre Aufträge
command-telegram-order = Ein Auftrag mit Terminen und Knöpfen: /order REF
command-telegram-todo = Was noch offen ist, jeweils mit Knopf
command-telegram-files = Ordner und Dateien eines Auftrags
command-telegram-slip = Wohin ein Auftrag geht, wie und wann
command-telegram-ready = Einen Auftrag als bereit markieren
command-telegram-delivered = Einen Auftrag als geliefert markieren
command-telegram-delay = Cutr sagen, dass ein Termin nicht hält
command-telegram-undo = Die letzte Nachricht zurücknehmen
command-telegram-language = Ihre Sprache wählen
command-telegram-help = Was Sie hier tun können
command-telegram-start = Öffnet diesen Chat mit Ihrem persönlichen Link
command-telegram-link = Verbindet diese Gruppe mit Ihrer Werkstatt: /link CODE
