# Beschrijvingen van wat mensen kunnen typen (bots/catalogue.py). Telegram toont hoogstens 256 tekens.

command-telegram-orders = Je bestellingen
command-telegram-order = Eén bestelling met data en knoppen: /order REF
command-telegram-todo = Wat nog openstaat, elk met een knop
command-telegram-files = De mappen en bestanden van een bestelling
command-telegram-slip = Waar een bestelling heen gaat, hoe en wanneer
command-telegram-ready = Een bestelling markeren als gereed
command-telegram-delivered = Een bestelling markeren als geleverd
command-telegram-delay = Cutr laten weten dat een datum niet gehaald wordt
command-telegram-undo = Je laatste bericht terugnemen
command-telegram-language = Je taal kiezen
command-telegram-help = Wat je hier kunt doen
command-telegram-start = Opent deze chat met je persoonlijke link
command-telegram-link = Koppelt deze groep aan je werkplaats: /link CODE
