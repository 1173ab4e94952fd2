# Meldungen, die das Produkt von sich aus sendet. Die Felder sind die der Klasse (core/notices).
#
# `*…*` ist fett und allein unseres. Ein leeres Feld ist die Variante [none].
# Die Texte unter „Mit Kunde“ liest auch die Seite des Kunden: darin nie etwas Internes.

-no-line = {"\uE8FF"}

# -- Nur Cutr ----------------------------------------------------------------------------------------------------------

notice-offer-sent =
    Neuer Auftrag im Angebot: *{ $reference }* · { $title }
    { $price ->
        [none] { -no-line }
       *[other] Preis: *{ $price }*
    }
    { $requested_delivery_date ->
        [none] { -no-line }
       *[other] Gewünschter Liefertermin: *{ $requested_delivery_date }*
    }
    { $delivery_address ->
        [none] { -no-line }
       *[other] Lieferung an: { $delivery_address }
    }
    { $notes ->
        [none] { -no-line }
       *[other] Bemerkungen: { $notes }
    }
    Bitte antworten Sie vor *{ $answer_until }*.
notice-offer-closed =
    { $outcome ->
        [awarded] *{ $reference }* · { $title } gehört Ihnen. Chats und Aufgaben folgen.
        [not_chosen] *{ $reference }* · { $title } ging diesmal an eine andere Werkstatt. Danke für Ihre Antwort.
       *[expired] Die Zeit, auf das Angebot *{ $reference }* · { $title } zu antworten, ist vorbei. Schreiben Sie Cutr, wenn Sie den Auftrag noch möchten.
    }
notice-assigned-mail = *{ $reference }* · { $title } ist an { $partner } vergeben.
notice-kick-off-options =
    Kick-off für *{ $reference }*: Cutr schlägt eine Online-Besprechung vor. Welche Zeit passt Ihnen?
    { $options }
notice-kick-off-picked-notice = Kick-off für *{ $reference }*: *{ $at }*, gewählt von { $by }.
notice-milestone-notice =
    { $new ->
        [none] Meilenstein „{ $label }“ von *{ $reference }* entfällt (war { $old }).
       *[other] { $old ->
            [none] Meilenstein „{ $label }“ von *{ $reference }*: *{ $new }*.
           *[other] Meilenstein „{ $label }“ von *{ $reference }* rückt von { $old } auf *{ $new }*.
        }
    }
notice-task-notice =
    { $new ->
        [none] *{ $reference }*: { $by } hat gelöscht: { $key } (war { $old }).
       *[other] { $old ->
            [none] *{ $reference }*: { $by } hat eingetragen: { $key } *{ $new }*.
           *[other] *{ $reference }*: { $by } hat geändert: { $key } von { $old } auf *{ $new }*.
        }
    }
    { $reason ->
        [none] { -no-line }
       *[other] Grund: { $reason }
    }
    { $warnings ->
        [none] { -no-line }
       *[other] ⚠️ Bitte prüfen: { $warnings }.
    }
notice-delay-notice =
    ⚠️ *Verzögerung* bei *{ $reference }*, gemeldet von { $by }: { $key } jetzt *{ $new }*{ $old ->
        [none] {""}
       *[other] , war { $old }
    }
    Grund: { $reason }
    { $remedy ->
        [none] { -no-line }
       *[other] Was dagegen getan wird: { $remedy }
    }
notice-todos-nudge =
    Guten Tag! Zu *{ $reference }* · { $title } ist noch offen: *{ $missing }*.
    Zeit ist bis { $due_at }. Je ein Tipp:
notice-todos-overdue =
    { $count ->
        [1] Zu *{ $reference }* · { $title }, fällig { $due_at }, fehlt noch: *{ $missing }*.
       *[other] Zu *{ $reference }* · { $title } fehlt noch: *{ $missing }*. Fällig war es { $due_at } (Erinnerung { $count }).
    }
    Bitte jetzt eintragen, je ein Tipp:
notice-order-reopened = *{ $reference }* geht von { $old } zurück auf *{ $new }* ({ $by }).
    { $remedy ->
        [remake] Es muss neu gefertigt werden.
        [repair] Es muss repariert werden.
       *[other] { -no-line }
    }
    Grund: { $reason }
notice-order-cancelled = *{ $reference }* · { $title } ist storniert. Bitte stellen Sie die Arbeit daran ein; die Chats bleiben lesbar.
    Grund: { $reason }
notice-order-taken-away = *{ $reference }* · { $title } liegt nicht mehr bei Ihnen. Bitte stellen Sie die Arbeit daran ein, und schreiben Sie Cutr, was schon gefertigt ist.
notice-feedback-heard = Der Kunde hat eine Rückmeldung zu *{ $reference }* gegeben: *{ $category }*. Die Uhr steht, und Cutr meldet sich.
notice-step-notice =
    { $status ->
        [ready] 📦 *{ $reference }* ist *Bereit* (von { $by }).
        [delivered] 🚚 *{ $reference }* ist *Geliefert* (von { $by }).
        [approved] ✅ *{ $reference }* ist *Freigegeben* (von { $by }).
       *[other] *{ $reference }* ist jetzt *{ $status }* (von { $by }).
    }
    { $missing ->
        [none] { -no-line }
       *[other] Noch offen: *{ $missing }*.
    }
notice-guest-held =
    { $author } gehört nicht zur Werkstatt und hat dort geschrieben, wo der Kunde von *{ $reference }* mitliest:
    { $text ->
        [none] (kein Text)
       *[other] „{ $text }“
    }
    Es wartet hier. Durchlassen oder verwerfen?
notice-send-failed =
    ⚠️ { $author ->
        [none] Eine Nachricht
       *[other] Die Nachricht von { $author }
    } in *{ $reference }* ist nicht angekommen: { $error }.
    { $excerpt ->
        [none] { -no-line }
       *[other] „{ $excerpt }“
    }
notice-member-welcome =
    Willkommen, { $name }! Sie sind mit *{ $partner }* verbunden.
    Jeder Auftrag hat zwei Chats: 🔒 nur Cutr, und 👥 mit dem Kunden. Was Sie im einen schreiben, bleibt in diesem.
    /orders zeigt Ihre Aufträge, /todo was offen ist, /help alles andere.

# -- Mit Kunde ---------------------------------------------------------------------------------------------------------

notice-customer-link = Der Kunde { $customer } hat die Seite von *{ $reference }* · { $title }.
notice-delivery-date-notice =
    { $old ->
        [none] Liefertermin von *{ $reference }*: *{ $new }* ({ $method }).
       *[other] Neuer Liefertermin von *{ $reference }*: *{ $new }* ({ $method }), vorher: { $old }.
    }
    { $reason ->
        [none] { -no-line }
       *[other] Grund: { $reason }
    }
notice-order-ready = 📦 *{ $reference }* · { $title } ist verpackt und bereit.
notice-order-delivered = 🚚 *{ $reference }* · { $title } ist geliefert. Rückmeldung ist willkommen bis *{ $feedback_until }*; ohne gilt der Auftrag danach als freigegeben.
notice-feedback-halfway = Halbzeit: Rückmeldung zu *{ $reference }* · { $title } ist willkommen bis *{ $feedback_until }*.
notice-feedback-last-call = Letzte Gelegenheit: Rückmeldung zu *{ $reference }* · { $title } ist willkommen bis *{ $feedback_until }*. Ohne gilt der Auftrag danach als freigegeben.
notice-order-approved =
    { $how ->
        [window_over] ✅ *{ $reference }* · { $title } ist freigegeben: die Zeit für Rückmeldung ist vorbei. Vielen Dank!
       *[decided] ✅ *{ $reference }* · { $title } ist freigegeben. Vielen Dank!
    }
