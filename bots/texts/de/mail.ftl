# Mails. Betreffe sind eine Zeile; eine leere Zeile trennt Absätze. `*…*` ist fett im HTML-Teil.

mail-open-page = Seite Ihres Auftrags öffnen
mail-link-is-personal = Dieser Link öffnet Ihren Auftrag ohne Passwort. Geben Sie ihn nur an Menschen weiter, die den Auftrag sehen dürfen.
mail-footer = Diese Mail wurde von Cutr automatisch zum Auftrag { $reference } gesendet.

mail-assigned-mail-subject = Auftrag { $reference } gehört Ihnen: { $title }
mail-assigned-mail-body =
    Guten Tag { $partner },

    der Auftrag *{ $reference }* · { $title } ist an Sie vergeben.

    { $due_at ->
        [none] Chats und Termine finden Sie in Telegram.
       *[other] Bitte tragen Sie die Termine in Telegram vor *{ $due_at }* ein: Material, Fertigstellung und Lieferung.
    }

    Fragen zu Geld oder Planung gehören in den Chat nur mit Cutr, Fragen zum Auftrag in den Chat mit dem Kunden.

mail-todos-nudge-subject = Auftrag { $reference }: Termine sind noch offen
mail-todos-nudge-body =
    Guten Tag,

    zum Auftrag *{ $reference }* · { $title } ist noch offen: *{ $missing }*. Zeit ist bis { $due_at }.

    In Telegram haben wir Sie nicht erreicht: wurde der Bot blockiert oder entfernt? Drücken Sie dort wieder auf Start und tragen Sie die Termine ein, oder rufen Sie Cutr an.

mail-todos-overdue-subject = Auftrag { $reference }: Termine fehlen
mail-todos-overdue-body =
    Guten Tag,

    zum Auftrag *{ $reference }* · { $title }, fällig { $due_at }, fehlt noch: *{ $missing }*.

    In Telegram haben wir Sie nicht erreicht: wurde der Bot blockiert oder entfernt? Drücken Sie dort wieder auf Start und tragen Sie die Termine ein, oder rufen Sie Cutr an.

mail-customer-link-subject = Ihr Auftrag { $reference }: { $title }
mail-customer-link-body =
    Guten Tag { $customer },

    Ihr Auftrag *{ $reference }* · { $title } wird gefertigt.

    Auf einer eigenen Seite sehen Sie, wie weit er ist und wann er kommt, und können uns und der Werkstatt schreiben.

mail-delivery-date-notice-subject =
    { $old ->
        [none] Liefertermin Ihres Auftrags { $reference }: { $new }
       *[other] Neuer Liefertermin Ihres Auftrags { $reference }: { $new }
    }
mail-delivery-date-notice-body =
    Guten Tag,

    { $old ->
        [none] der Liefertermin Ihres Auftrags *{ $reference }* · { $title } ist *{ $new }* ({ $method }).
       *[other] der Liefertermin Ihres Auftrags *{ $reference }* · { $title } hat sich geändert: er ist jetzt *{ $new }* ({ $method }). Vorher war es { $old }.
    }

    { $reason ->
        [none] Passt Ihnen der Termin nicht, sagen Sie es uns auf der Seite Ihres Auftrags.
       *[other] Der Grund: { $reason }
    }

mail-order-ready-subject = Ihr Auftrag { $reference } ist bereit
mail-order-ready-body =
    Guten Tag,

    Ihr Auftrag *{ $reference }* · { $title } ist verpackt und bereit. Wann und wie er zu Ihnen kommt, steht auf der Seite Ihres Auftrags.

mail-order-delivered-subject = Ihr Auftrag { $reference } ist geliefert
mail-order-delivered-body =
    Guten Tag,

    Ihr Auftrag *{ $reference }* · { $title } ist geliefert. Wir hoffen, er gefällt Ihnen.

    Ist etwas falsch, beschädigt oder fehlt etwas? Sagen Sie es uns auf der Seite Ihres Auftrags bis *{ $feedback_until }*. Hören wir bis dahin nichts, gilt der Auftrag als freigegeben.

mail-feedback-last-call-subject = Letzte Tage für Rückmeldung zu Ihrem Auftrag { $reference }
mail-feedback-last-call-body =
    Guten Tag,

    bis *{ $feedback_until }* können Sie uns noch sagen, was mit Ihrem Auftrag *{ $reference }* · { $title } nicht stimmt. Alles in Ordnung? Dann brauchen Sie nichts zu tun: danach gilt der Auftrag als freigegeben.

mail-order-approved-subject = Ihr Auftrag { $reference } ist freigegeben
mail-order-approved-body =
    Guten Tag,

    { $how ->
        [window_over] die Zeit für Rückmeldung zu Ihrem Auftrag *{ $reference }* · { $title } ist vorbei, damit gilt er als freigegeben.
       *[decided] Ihr Auftrag *{ $reference }* · { $title } ist freigegeben.
    }

    Vielen Dank für Ihren Auftrag. Seine Seite bleibt für Sie offen.
