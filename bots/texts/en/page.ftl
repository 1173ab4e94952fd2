# The customer's order page, beside what stands in api.ftl.
page-back = Back to the order
page-problem-heading = That did not work
page-no-file = This file is not (or no longer) here.
page-forged = This page was open too long or was sent from somewhere else. Please open the link in our latest mail and try again.
page-too-many = That was a lot at once. Please wait a few minutes and try again.
page-too-big = That is too much for one message: a photo may have at most 25 MB.
page-too-many-photos = At most { $count } photos can be sent at once.
page-not-a-picture = Only photos can be sent here, and at least one of these files is none that can be read.
page-broken = This did not arrive completely. Please try again.
page-away = We can't reach our records just now; nothing was changed. Please try again in a few seconds.
page-empty = There is nothing to send yet: please write something or choose a photo.
page-feedback-lacks = Please choose what it is about and describe it in a few words.
page-said-message = Your message is on its way.
page-said-feedback = Thank you, we have received your feedback and will get back to you.
page-said-fine = Thank you! We are glad that everything is fine.
page-said-approved = Thank you, the drawing is approved.
page-said-rejected = Thank you, the workshop will change the drawing.
page-steps-told = Where your order stands: { $steps }
page-step-draft = Ordered
page-step-in_production = In production
page-step-ready = Ready at the workshop
page-step-delivered = Delivered
page-step-approved = Completed
page-step-cancelled = Cancelled
page-step-done = done
page-step-now = now
page-step-ahead = still to come
page-step-stopped = stopped
page-expected = expected { $day }
page-days-left =
    { $count ->
        [one] 1 day left to tell us how it is
       *[other] { $count } days left to tell us how it is
    }
page-feedback = Your feedback
page-feedback-over = The time for feedback is over. If something is the matter, please write to us in the messages.
page-all-fine = Everything is fine
page-something-wrong = Something is not right
page-what-is-wrong = What is it about?
page-choose = Please choose
page-describe = What is the matter?
page-send-feedback = Send feedback
page-fine-means = With this your order is completed. If something is not right, please tell us instead: we will look after it.
page-changes = What was agreed and changed
page-date-set = Set to { $after }
page-date-moved = Moved from { $before } to { $after }
page-reason = Reason: { $reason }
page-drawings = Drawings
page-drawing-name = Drawing { $number }
page-version = Version { $number }
page-review-pending = Waiting for your approval
page-review-approved = Approved
page-review-rejected = Rejected
page-approve = Approve this drawing
page-reject = Reject with a note
page-reject-why = What needs to change?
page-reject-send = Reject this drawing
page-earlier-versions =
    { $count ->
        [one] 1 earlier version
       *[other] { $count } earlier versions
    }
page-download = Download { $name }
page-not-shown = This file can't be shown here yet.
page-photos = Photos
page-photos-finished_photo = Finished products
page-photos-packed_photo = Packed products
page-photo-alt = { $kind }, photo { $number }
page-chat = Messages
page-chat-readers = You, the workshop and Cutr read what is written here.
page-chat-empty = Nothing has been written yet.
page-chat-closed = Nothing more can be written here.
page-chat-later = You can write here as soon as a workshop has your order.
page-earlier =
    { $count ->
        [one] Show 1 earlier message
       *[other] Show { $count } earlier messages
    }
page-you = You
page-edited = changed
page-attachment = File
page-sent-alt = Photo { $number } of this message
page-mark-on_its_way = On its way
page-mark-delivered = Delivered ✓
page-mark-failed = Not delivered to everybody. Cutr is looking after it.
page-your-message = Your message
page-add-photos = Add photos
page-photos-hint = Up to 10 photos of 25 MB. Where they were taken is removed.
page-send = Send
page-foot = This page is meant for you alone: whoever has its link can read it and write here.
