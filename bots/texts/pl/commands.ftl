# Descriptions of what people can type (bots/catalogue.py). Telegram shows at most 256 signs.

command-telegram-orders = Lista zleceń
command-telegram-order = Jedno zlecenie z terminami i przyciskami: /order NUMER
command-telegram-todo = Co jest do zrobienia, z przyciskiem przy każdym punkcie
command-telegram-files = Foldery i pliki zlecenia
command-telegram-slip = Dokąd, jak i kiedy jedzie zlecenie
command-telegram-ready = Oznacza zlecenie jako gotowe
command-telegram-delivered = Oznacza zlecenie jako dostarczone
command-telegram-delay = Zgłasza do Cutr, że termin się przesunie
command-telegram-undo = Cofa ostatnią wiadomość
command-telegram-language = Wybór języka
command-telegram-help = Co można tutaj zrobić
command-telegram-start = Otwiera ten czat osobistym linkiem
command-telegram-link = Łączy tę grupę z warsztatem: /link KOD
