# Verzögerungen, kurze Fragen, und was gesagt wird, wenn jemand nicht erreicht wurde.

# -- warum ein Termin nicht hält ---------------------------------------------------------------------------------------

delay-material = Das Material kommt zu spät
delay-machine = Eine Maschine steht still
delay-illness = Jemand ist krank
delay-capacity = Die Werkstatt ist ausgelastet
delay-quality = Etwas muss neu gemacht werden
delay-transport = Transport verzögert
delay-customer = Auf Wunsch des Kunden
delay-other = Ein anderer Grund
telegram-words = { $reason }. Sagen Sie mit ein paar Worten mehr dazu, als Antwort auf diese Nachricht, oder drücken Sie den Knopf.
telegram-words-other = Was ist der Grund? Antworten Sie auf diese Nachricht mit eigenen Worten.

# -- kurze Fragen ------------------------------------------------------------------------------------------------------

check-in-material = Material ist da
check-in-started = Arbeit hat begonnen
check-in-completion = Rechtzeitig fertig
check-in-finished = Arbeit ist fertig
check-in-delivery = Lieferung pünktlich
answer-yes = Ja
answer-not_yet = Noch nicht
answer-later = Später fragen
telegram-check-in-thanks = Danke
telegram-check-in-done = ✅ { $reference } · { $what }: { $answer } ({ $name })
notice-check-in-question =
    { $key ->
        [material] *{ $reference }* · { $title }: Ist das Material da? Geplant war es für { $day }.
        [started] *{ $reference }* · { $title }: Hat die Arbeit begonnen?
        [completion] *{ $reference }* · { $title }: Wird es rechtzeitig fertig, am *{ $day }*?
        [finished] *{ $reference }* · { $title }: Ist es fertig? Geplant war es für { $day }.
       *[delivery] *{ $reference }* · { $title }: Ist es pünktlich beim Kunden, am *{ $day }*?
    }
mail-check-in-question-subject = { $reference }: eine kurze Frage
mail-check-in-question-body =
    { $key ->
        [material] Ist das Material für *{ $reference }* · { $title } da? Geplant war es für { $day }.
        [started] Hat die Arbeit an *{ $reference }* · { $title } begonnen?
        [completion] Wird *{ $reference }* · { $title } rechtzeitig fertig, am *{ $day }*?
        [finished] Ist *{ $reference }* · { $title } fertig? Geplant war es für { $day }.
       *[delivery] Ist *{ $reference }* · { $title } pünktlich beim Kunden, am *{ $day }*?
    }

    Wir konnten Sie in Telegram nicht erreichen. Bitte antworten Sie dort, oder rufen Sie Cutr an.

# -- Jemand war nicht zu erreichen ------------------------------------------------------------------------------------

telegram-recap = Dieser Chat wurde neu geöffnet. Zuletzt wurde gesagt:
button-address = Adresse ändern
notice-missed-mail = In Telegram verpasst, per Mail an { $partner }.
mail-missed-mail-subject = Cutr konnte Sie in Telegram nicht erreichen
mail-missed-mail-body =
    Guten Tag { $partner },

    dies konnte Ihnen in Telegram nicht zugestellt werden:

    { $lines }

    { $more ->
        [0] {"\uE8FF"}
       *[other] und { $more } weitere
    }

    Bitte antworten Sie in Telegram: Wurde der Bot blockiert, drücken Sie dort wieder auf Start; wurde er aus der Gruppe entfernt, fügen Sie ihn wieder als Administrator hinzu, der Themen verwalten darf. Alles Weitere kommt dann von selbst. Sie können Cutr auch anrufen.
mail-footer-general = Diese Mail wurde automatisch von Cutr verschickt.
