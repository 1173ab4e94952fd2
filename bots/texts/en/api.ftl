# REST problems
api-invalid = The request does not fit: see errors.
api-unauthorized = A valid bearer token is needed.
api-not-found = There is nothing at this address.
api-method-not-allowed = This address does not take that method.
api-bad-request = The request could not be read.
api-too-large = The body is larger than 1 MB.
api-taken = A value that must be unique is in use.
api-storage-away = The database does not answer just now; nothing was changed. Ask again in a few seconds.
api-key-reused = This Idempotency-Key was used for another request.
api-key-in-use = A request with this Idempotency-Key is under way. Ask again.
api-bad-cursor = This cursor is not one of ours.
api-unknown-task = There is no to-do that can be set under this key.
api-bot-unknown = Telegram has not told the bot's name yet, so that no invite link can be made. Ask again in a few seconds.
api-bug = Something went wrong on our side. Reference: { $reference }

# The customer's page
page-title = { $reference } · { $title }
page-heading = Your order { $reference }
page-status = Status
page-status-draft = In preparation
page-status-offered = In preparation
page-status-in_production = In production
page-status-ready = Ready at the workshop
page-status-delivered = Delivered
page-status-feedback_received = Delivered, your feedback is being handled
page-status-approved = Completed
page-status-cancelled = Cancelled
page-delivery = Delivery
page-delivery-open = The date is not set yet.
page-method-delivery = Delivered to you
page-method-pick_up = You pick it up
page-method-installation = Delivered and installed
page-method-other = As agreed
page-milestones = Milestones
page-feedback-until = You can give feedback until { $until }.
page-not-found = This link does not work (any more). Please use the link in our latest mail.
page-not-found-heading = Nothing here
api-file-damaged = The bytes of this file are missing from the store or damaged.
api-missing-glyph = No font here has these signs: { $signs }
api-bad-form = The body is no multipart form, or it ended too early.

# The upload page behind a one-time link
uploads-title = Upload for { $reference }
uploads-kind = What is it?
uploads-files = Files
uploads-send = Upload
uploads-hint = Up to 2 GB each, as many as you like. Keep this page open until everything is there. When the connection breaks, it goes on by itself; after closing the page, choose the same file again and it goes on where it stopped.
uploads-waiting = no connection, trying again…
uploads-finish = Done
uploads-finish-hint = Everything uploaded? Then close this link.
uploads-sending = on its way…
uploads-done = received ✓
uploads-failed = did not arrive. Please try again.
uploads-received = { $count ->
    [one] One file received ✓
   *[other] { $count } files received ✓
}
uploads-gone = This upload link does not work (any more). For a new one, send /files to the bot in Telegram and press “Upload link”, or ask Cutr.
uploads-finished = You were done with this link on { $moment }; { $count ->
        [0] no file was uploaded with it.
        [one] one file was received.
       *[other] { $count } files were received.
    }
uploads-expired = This link worked for 24 hours, until { $moment }. What you have uploaded is safe.
uploads-again = To upload more, get a new link: send /files to the bot in Telegram and press “Upload link”, or ask Cutr.
uploads-order-over = { $reference } takes no more files. If something still has to be added, write to Cutr.
uploads-too-big = One file may have at most 2 GB.
uploads-broken = The upload did not arrive completely. Please try again.

# The packing slip (storage/documents/facts.py names the words)
slip-title = Packing slip
slip-order = Order
slip-sender = From
slip-recipient = To
slip-contact = Contact
slip-delivery = Delivery
slip-packages = Packages
slip-part = Part
slip-quantity = Quantity
slip-checked = Checked
slip-received = Received
slip-name = Name
slip-date = Date
slip-signature = Signature
slip-remarks = Remarks, damage
slip-no_parts = No part list was given with this order.
slip-version = Version
slip-printed = printed
slip-page = Page
slip-fragile = FRAGILE
slip-up = THIS SIDE UP
slip-box = Box
slip-pallet = Pallet
slip-scan = Scan to add photos of this package
slip-open = not set yet

alert-file_damaged = The stored file { $detail } of *{ $reference }* is missing or damaged in the file store. Bring it back from a backup, or ask whoever sent it to send it again.

# The dossier (storage/documents/dossier_facts.py names the words)
dossier-title = Dossier
dossier-timeline = Timeline
dossier-when = When
dossier-who = Who
dossier-what = What
dossier-photos = Photos
dossier-slips = Packing slips
dossier-version = Version
dossier-packages = Packages
dossier-state = State
dossier-audit = Audit trail
dossier-chain = SHA-256 over each entry and the one before it
dossier-nothing = Nothing.
dossier-page = Page
dossier-printed = printed
dossier-no_picture = This contact sheet can not be shown.
dossier-status = Status
dossier-customer = Customer
dossier-address = Delivery address
dossier-delivery = Requested delivery
dossier-partner = Workshop
dossier-mail = Customer's mail
dossier-price = Price
dossier-chat-cutr_only = Cutr-only chat
dossier-chat-with_customer = Chat with the customer
dossier-readers-cutr_only = workshop and Cutr
dossier-readers-with_customer = workshop, Cutr and customer
dossier-edited = edited
dossier-held = held back
dossier-retracted = taken back
dossier-outdated = outdated
dossier-current = current

# Webhooks to Cutr's platform
alert-webhooks_dead = An event could not be given to Cutr's platform for a day and was set aside ({ $detail }). Once its receiver works again, run `cutr webhooks --replay`.
alert-webhooks_gone = Cutr's platform says that the address for events is gone for good ({ $detail }). Nothing is sent there any more. Mend CUTR_WEBHOOK_URL, then run `cutr webhooks --replay`.
