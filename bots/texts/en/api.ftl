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
