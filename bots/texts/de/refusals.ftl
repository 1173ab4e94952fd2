# Absagen (core/refusals.py): was jetzt nicht geht und was stattdessen, für den, der gefragt hat.

refusal-not-allowed =
    { $action ->
        [answer_offer] Nur ein Administrator des Partners kann auf ein Angebot antworten. Fragen Sie einen Ihrer Administratoren.
        [see_money] Preise und Rechnungen sind für Administratoren. Fragen Sie einen Administrator Ihrer Werkstatt.
        [set_invoice_reference] Nur ein Administrator kann die Rechnungsreferenz setzen. Fragen Sie einen Administrator Ihrer Werkstatt.
        [manage_members] Nur ein Administrator oder Cutr kann ändern, wer zur Werkstatt gehört. Fragen Sie dort nach.
        [link_group] Nur ein Administrator der Werkstatt kann eine Gruppe verbinden. Bitten Sie einen Administrator, den Code zu tippen.
        [vouch] Nur ein Administrator oder Cutr kann die Nachricht eines Gastes durchlassen. Fragen Sie dort nach.
        [set_milestone] Meilensteine setzt Cutr. Passt ein Termin nicht, schreiben Sie es in den Chat nur mit Cutr.
        [propose_kick_off] Zeiten für den Kick-off schlägt Cutr vor. Schreiben Sie in den Chat nur mit Cutr, wenn eine andere Zeit besser passt.
        [move_message] Nur Cutr kann Nachrichten verschieben. Fragen Sie im Chat nur mit Cutr.
        [snooze] Nur Cutr kann Erinnerungen pausieren. Fragen Sie im Chat nur mit Cutr.
        [approve] Nach einer Rückmeldung kann nur Cutr den Auftrag freigeben. Fragen Sie im Chat.
        [edit_message] Andere haben für diese Worte eingestanden, deshalb bleiben sie. Schreiben Sie eine neue Nachricht.
        [reopen] Nur Cutr kann einen Schritt zurückgehen. Schreiben Sie in den Chat nur mit Cutr, was schiefging.
        [cancel] Nur Cutr kann einen Auftrag stornieren. Schreiben Sie in den Chat nur mit Cutr.
        [review_own] Niemand prüft, was er selbst hochgeladen hat. Bitten Sie jemanden aus dem Kollegium.
        [review_file] Nur Cutr prüft Dateien, und die Kundschaft ihre Zeichnungen. Fragen Sie im Chat nur mit Cutr nach, wenn etwas lange wartet.
        [upload] Nur die Werkstatt dieses Auftrags und Cutr können Fotos und Zeichnungen ablegen, jeder die eigenen. Senden Sie Ihre im Chat des Auftrags.
        [undo_revision] Eine neue Version bleibt, damit niemand übersieht, was sich geändert hat. War es die falsche? Laden Sie noch eine hoch: /files öffnen und „Revision hochladen“ drücken.
       *[other] Das können Sie hier nicht tun. Fragen Sie Cutr, dort kann man es für Sie tun.
    }
refusal-not-your-order = Einen solchen Auftrag von Ihnen kenne ich nicht. Senden Sie /orders, um Ihre zu sehen.
refusal-not-linked = Ich weiß noch nicht, zu welcher Werkstatt Sie gehören. Öffnen Sie den persönlichen Link von Cutr, oder bitten Sie um einen neuen.
refusal-wrong-status =
    { $verb ->
        [mark_ready] *{ $reference }* steht auf „{ $now }“, und nur ein Auftrag in Produktion kann als bereit markiert werden.
        [mark_delivered] *{ $reference }* steht auf „{ $now }“, und nur ein bereiter Auftrag kann als geliefert markiert werden. Markieren Sie ihn zuerst als bereit.
        [approve] *{ $reference }* steht auf „{ $now }“, und nur ein gelieferter Auftrag kann freigegeben werden.
        [record_feedback] *{ $reference }* steht auf „{ $now }“. Rückmeldung gibt es zu gelieferten Aufträgen; schreiben Sie bis dahin in den Chat.
        [offer] *{ $reference }* steht auf „{ $now }“, und nur ein Entwurf oder ein angebotener Auftrag kann angeboten werden.
        [assign] *{ $reference }* steht auf „{ $now }“ und kann keinem Partner mehr gegeben werden. Öffnen Sie ihn zuerst wieder.
        [reopen] *{ $reference }* steht auf „{ $now }“, und von dort gibt es diesen Schritt zurück nicht.
        [cancel] *{ $reference }* steht auf „{ $now }“, also gibt es nichts zu stornieren.
        [move] { $reference ->
            [none] Die Nachricht steht schon dort. Wählen Sie einen anderen Auftrag oder Chat.
           *[other] *{ $reference }* steht auf „{ $now }“, also kann keine Nachricht dorthin. Wählen Sie einen anderen Auftrag.
        }
        [snooze] *{ $reference }* steht auf „{ $now }“, also gibt es keine Erinnerungen zu pausieren.
       *[other] *{ $reference }* steht auf „{ $now }“, deshalb geht das jetzt nicht. Senden Sie /order { $reference }, um zu sehen, was geht.
    }
refusal-already-done =
    { $by ->
        [none] Schon erledigt am { $moment }. Für Sie bleibt nichts zu tun.
       *[other] Schon erledigt von { $by } am { $moment }. Für Sie bleibt nichts zu tun.
    }
refusal-too-late =
    { $what ->
        [offer_gone] Dieser Auftrag ging an eine andere Werkstatt. Schreiben Sie Cutr, wenn Sie noch helfen können.
        [offer] Die Zeit für eine Antwort auf dieses Angebot endete am { $moment }. Schreiben Sie Cutr, wenn Sie den Auftrag noch möchten.
        [feedback] Die Zeit für Rückmeldung endete am { $moment }. Schreiben Sie Cutr, dort hilft man Ihnen.
        [snooze] Die Erinnerungen sollten bis zu einem Tag ruhen, der vorbei ist. Wählen Sie einen späteren Tag.
        [undo] Zum Zurücknehmen ist es zu spät: seit { $moment } kann die andere Seite es gelesen haben. Schreiben Sie eine Berichtigung.
        [link] Dieser Upload-Link galt 24 Stunden, bis { $moment }. Neuer Link: /files senden und „Upload-Link“ drücken, oder Cutr fragen.
        [link_done] Dieser Upload-Link wurde am { $moment } mit Fertig beendet. Neuer Link: /files senden und „Upload-Link“ drücken, oder Cutr fragen.
       *[other] Die Zeit dafür endete am { $moment }. Schreiben Sie Cutr.
    }
refusal-stale = Dieser Knopf gehört zu einem früheren Stand von *{ $reference }*. Senden Sie /order { $reference } für den jetzigen.
refusal-unknown-order = Ich kenne keinen Auftrag „{ $reference }“, den Sie sehen können. Prüfen Sie die Referenz, oder senden Sie /orders für die Liste.
refusal-unknown-thing =
    { $what ->
        [code] Dieser Code ist nicht gültig. Bitten Sie Cutr um einen neuen.
        [member] Diese Person kenne ich nicht. Prüfen Sie den Namen in der Liste der Partner.
        [partner] Ich kenne keinen Partner „{ $name }“. Prüfen Sie den Namen in der Liste der Partner.
        [customer] Diesen Kunden kenne ich nicht. Legen Sie zuerst den Kunden an.
        [own_message] Hier gibt es nichts mehr von Ihnen zurückzunehmen.
        [message] Das ist keine Nachricht aus dem Chat eines Auftrags, oder ich kenne sie nicht mehr. Senden Sie sie dort noch einmal, wenn sie noch gebraucht wird.
        [offer] Ein solches Angebot kenne ich nicht. Senden Sie /orders für das, was offen ist.
        [chat] Diesen Chat kenne ich nicht mehr. Öffnen Sie den Auftrag neu und beginnen Sie dort.
        [order] Einen solchen Auftrag kenne ich nicht. Senden Sie /orders für die Liste.
        [milestone] Diesen Meilenstein gibt es nicht. Öffnen Sie den Auftrag, um sie zu sehen.
        [kick_off] Es gibt keinen Kick-off, für den eine Zeit zu wählen wäre. Bitten Sie Cutr, Zeiten vorzuschlagen.
        [task] Diese Aufgabe gibt es nicht. Öffnen Sie den Auftrag, um zu sehen, was offen ist.
        [upload] Ich kenne diese Dateien nicht mehr als einen Upload. Senden Sie /files, um zu sehen, was abgelegt ist, oder senden Sie sie noch einmal.
        [file] Diese Datei ist nicht (mehr) abgelegt: Sie wurde zurückgenommen oder gehört zu einem anderen Auftrag. Senden Sie /files, um zu sehen, was da ist.
        [link] Dieser Upload-Link funktioniert nicht. Neuer Link: /files senden und „Upload-Link“ drücken, oder Cutr fragen.
       *[other] Das konnte ich nicht finden. Öffnen Sie den Auftrag neu und beginnen Sie dort.
    }
refusal-reason-needed =
    { $what ->
        [delivery_date] Der Kunde liest, warum sich der Liefertermin ändert. Nennen Sie einen kurzen Grund.
        [snooze] Sagen Sie mit ein paar Worten, warum die Erinnerungen ruhen dürfen.
        [reopen] Sagen Sie mit ein paar Worten, warum der Auftrag einen Schritt zurückgeht.
        [cancel] Sagen Sie mit ein paar Worten, warum der Auftrag storniert wird.
        [approve] Zu diesem Auftrag gibt es eine Rückmeldung. Sagen Sie mit ein paar Worten, wie sie geklärt wurde.
        [override] Es fehlen noch Fotos oder Aufgaben. Sagen Sie mit ein paar Worten, warum er trotzdem bereit ist.
        [delay] Sagen Sie mit ein paar Worten, warum der Termin nicht hält.
        [reject] Die Werkstatt liest, was zu ändern ist. Schreiben Sie es in wenigen Worten und lehnen Sie dann noch einmal ab.
       *[other] Das braucht einen Grund. Sagen Sie mit ein paar Worten, warum.
    }

refusal-bad-value = Das lässt sich so nicht verwenden: { $label }{ $shown }. Prüfen Sie es und senden Sie es noch einmal.
refusal-bad-value-blank = Das ist noch leer: { $label }. Füllen Sie es aus und senden Sie es noch einmal.
refusal-bad-value-too_long = Das ist zu lang: { $label }{ $shown }. Kürzen Sie es und senden Sie es noch einmal.
refusal-bad-value-not_a_date = Ich konnte „{ $value }“ nicht als Datum lesen. Schreiben Sie es wie 31.01.2030, „nächsten Dienstag“ oder „KW 23“.
refusal-bad-value-not_a_time = Ich konnte „{ $value }“ nicht als Zeitpunkt lesen. Schreiben Sie ihn wie 31-01-2030 14:30.
refusal-bad-value-not_an_address = „{ $value }“ ist keine Mailadresse. Prüfen Sie sie und senden Sie sie noch einmal.
refusal-bad-value-not_a_reference = „{ $value }“ kann keine Referenz sein. Nehmen Sie Buchstaben, Ziffern und Striche, etwa ABC-123.
refusal-bad-value-not_a_number = „{ $value }“ ist keine Zahl. Schreiben Sie nur Ziffern.
refusal-bad-value-not_a_price = „{ $value }“ ist kein Preis. Schreiben Sie ihn wie 1250.00.
refusal-bad-value-not_a_currency = „{ $value }“ ist keine Währung. Nehmen Sie drei Buchstaben, etwa EUR.
refusal-bad-value-unknown = Ich kenne „{ $value }“ nicht ({ $label }). Wählen Sie eine der Möglichkeiten.
refusal-bad-value-unknown_zone = Ich kenne die Zeitzone „{ $value }“ nicht. Schreiben Sie sie wie Europe/Amsterdam.
refusal-bad-value-unknown_language = Ich spreche „{ $value }“ noch nicht. Wählen Sie eine der angebotenen Sprachen.
refusal-bad-value-taken = Das ist schon vergeben: { $label }{ $shown }. Wählen Sie etwas anderes.
refusal-bad-value-last_admin = { $value } ist der letzte Administrator dieser Werkstatt. Machen Sie zuerst jemand anderen zum Administrator.
refusal-bad-value-not_yourself = Sie können sich die Rolle als Administrator nicht selbst nehmen. Bitten Sie einen anderen Administrator.
refusal-bad-value-used = Das wurde schon benutzt: { $label }. Bitten Sie Cutr um einen neuen.
refusal-bad-value-expired = Das ist abgelaufen: { $label }. Bitten Sie Cutr um einen neuen.
refusal-bad-value-in_the_past = Das liegt in der Vergangenheit: { $label }{ $shown }. Wählen Sie etwas Späteres.
refusal-bad-value-in_the_future = Das liegt in der Zukunft: { $label }{ $shown }. Wählen Sie etwas Früheres.
refusal-bad-value-too_many = Das sind zu viele: { $label }. Wählen Sie weniger.
refusal-bad-value-too_few = Das sind zu wenige: { $label }. Wählen Sie mindestens eines.
refusal-bad-value-not_offered = „{ $value }“ gehört nicht zur Auswahl. Wählen Sie etwas von dem Angebotenen.
refusal-bad-value-not_confirmed = Für Geliefert braucht es den unterschriebenen Lieferschein. Lassen Sie ihn unterschreiben, und bestätigen Sie dann, dass Sie ihn haben.
refusal-bad-value-not_yours_to_set = Nur Cutr kann das setzen: { $label }. Lassen Sie es weg, dann gilt jetzt.
refusal-bad-value-before_the_step_before = Das liegt vor dem letzten Schritt des Auftrags: { $label }{ $shown }. Wählen Sie etwas Späteres.
refusal-bad-value-out_of_range = „{ $value }“ liegt außerhalb der Grenzen ({ $label }). Wählen Sie einen anderen Wert.

refusal-bad-value-either_or = Geben Sie eine Referenz an oder wählen Sie „Keine Referenz“, nicht beides.
refusal-bad-value-reference_or_no_reference = Geben Sie eine Referenz an oder wählen Sie „Keine Referenz“, eins von beiden.
refusal-bad-value-not_a_date_task = „{ $value }“ hat kein Datum. Wählen Sie eine Aufgabe mit Datum.
refusal-bad-value-not_a_delivery_schedule = Der Liefertermin braucht Lieferart und Datum. Geben Sie beides an.
refusal-bad-value-not_an_invoice_reference = Die Rechnungsreferenz ist ein Text, oder „Keine Referenz“. Geben Sie eins davon an.
refusal-bad-value-not_a_key = „{ $value }“ kann hier kein Name sein. Nehmen Sie Kleinbuchstaben, Ziffern und Unterstriche.
refusal-bad-value-not_later = Zu einer Verzögerung gehört ein späterer Termin als der jetzige{ $shown }. Wählen Sie einen späteren.
refusal-bad-value-too_far = Das ist zu weit weg: { $label }{ $shown }. Prüfen Sie das Jahr und senden Sie es noch einmal.
refusal-bad-value-not_self_billing = Diese Werkstatt stellt ihre Rechnungen selbst, also braucht es keine Referenz. Lassen Sie sie weg.
refusal-bad-value-not_staff = Nur jemand von Cutr kann zuständig sein. Wählen Sie eine andere Person.

refusal-confirm-needed = Bitte prüfen: { $problems }. Bestätigen Sie, wenn es so gemeint ist, oder wählen Sie einen anderen Termin.
refusal-closed-chat = *{ $reference }* ist vorbei oder liegt bei jemand anderem, deshalb sind die Chats nur noch zu lesen. Schreiben Sie Cutr im Chat eines anderen Auftrags, oder rufen Sie an.
refusal-no-customer-chat = *{ $reference }* hat keinen Chat mit dem Kunden. Schreiben Sie in den Chat nur mit Cutr, Cutr gibt es weiter.
refusal-unclear-target = Zu welchem Auftrag und welchem Chat gehört das? Wählen Sie einen, dann geht es dorthin.
