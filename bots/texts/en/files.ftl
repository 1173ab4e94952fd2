# Files: what both front ends say of photos, drawings and packing slips. Shared words first, then a section for each
# front end. The customer reads none of these.

# -- kinds of files (core/files.py), as a title and inside a sentence --------------------------------------------------

kind-finished_photo = Finished products
kind-packed_photo = Packed products
kind-production_drawing = Production drawings
kind-sample_photo = Samples
kind-signed_packing_slip = Signed packing slip
kind-other = Other

kind-finished_photo-short = finished product pictures
kind-packed_photo-short = packed product pictures
kind-production_drawing-short = production drawings
kind-sample_photo-short = sample pictures
kind-signed_packing_slip-short = signed packing slip
kind-other-short = other files

review-pending = in review
review-approved = approved
review-rejected = rejected

# -- what the checks found: advice, never a refusal --------------------------------------------------------------------

upload-warning-too_dark = too dark to judge the finish
upload-warning-blurred = blurred
upload-warning-too_small = too small to show details (send it “as file” to keep its quality)
upload-warning-alike = the same photo as another one that is on file
upload-warning-alike-as = the same photo as { $filed }
upload-warning-late = finished product pictures are due 3 days before the delivery date
upload-warning-no_preview = can not be shown as a picture here; the original is kept

# -- buttons -----------------------------------------------------------------------------------------------------------

button-file_as = File here
button-file_move = Move
button-file_undo = Undo
button-file_keep = Keep
button-file_retake = Retake
button-file_folder = File in this folder
button-file_link = Upload link
button-file_revise = Upload revision
button-file_revise-n = Upload revision of { $number }
button-file_approve = Approve
button-file_reject = Reject
button-file_show = Back
button-file_part = Name part and side
button-file_side = Skip
button-file_list = Show
button-package = One more of this package
button-check = Photo checklist
button-check_item = Send this one
button-slip_boxes = Boxes
button-slip_make = Make the slip
button-slip_again = Send it again
button-signed_slip = Send the signed slip

# -- a rejected file, and Ready without its uploads --------------------------------------------------------------------

notice-drawing-judged =
    { $verdict ->
        [approved] { $reference }: *the customer approved { $name }*. Production can follow this drawing.
       *[other] { $reference }: *the customer rejected { $name }*: { $note }
    }
notice-file-rejected =
    { $count ->
        [one] { $reference }: *{ $names } was rejected* by { $by ->
            [none] the customer
           *[other] { $by }
        }.
       *[other] { $reference }: *{ $count } files were rejected* by { $by ->
            [none] the customer
           *[other] { $by }
        }:
            { $names }
    }
    What to change: { $note }
    { $count ->
        [one] Until a revision is there, the order can not be marked as Ready.
       *[other] Until there is a revision of each, the order can not be marked as Ready.
    }
notice-file-rejected-more = … and { $count } more: see /files
refusal-uploads-missing =
    { $missing ->
        [none] Not Ready yet: { $rejected } was rejected. Upload a revision; /files shows what to change.
       *[other] { $rejected ->
            [none] Not Ready yet. Still missing: { $missing }. Send them in the order's chat; /files shows what is there.
           *[other] Not Ready yet. Still missing: { $missing }. Rejected, so a revision is needed: { $rejected }. See /files.
        }
    }

field-file = file
field-folder = folder
refusal-bad-value-empty = This { $label } is empty{ $shown }. Choose another one.
field-packages = number of packages
field-part_side = name of part and side
refusal-bad-value-unread = I read no { $label } in that{ $shown }. Write for example “12”, or “3 boxes, 2 pallets”.
refusal-bad-value-not_a_folder = “{ $value }” is no folder of this order any more. Choose another one.

# -- the timeline ------------------------------------------------------------------------------------------------------

event-file_filed = File filed
event-file_revised = New version of a file
event-file_moved = File moved to another folder
event-file_withdrawn = File taken back
event-file_approved = File approved
event-file_rejected = File rejected
event-slip_made = Packing slip made

# -- Telegram: the card of what was sent in one go ---------------------------------------------------------------------

files-ask = { $count ->
        [one] Where does this file go?
       *[other] Where do these { $count } files go?
    }
files-ask-photos = { $count ->
        [one] Where does this photo go?
       *[other] Where do these { $count } photos go?
    }
files-filed = ✅ { $count } filed under { $where }
files-filed-package = ✅ { $count } filed under { $where } as package { $package }
files-revised = ✅ New version { $number } of { $name }: it waits for review
files-none-filed = Nothing new was filed.
files-photo = photo { $number }
files-storing = ⏳ { $done } of { $count } stored…
files-missing = still missing: { $kinds }
files-complete = nothing required is missing
files-lost = ⚠️ { $count ->
        [one] One file could not be fetched. Please send it again.
       *[other] { $count } files could not be fetched. Please send them again.
    }
files-too-large = ⚠️ { $names }: larger than 20 MB, and Telegram does not hand it to me. Use the upload link.
files-duplicate = ↺ { $name } is already filed as { $filed }
files-warned = ⚠️ { $name }: { $warnings }
files-warned-more = ⚠️ and { $count } more
files-remark = ℹ️ { $warning }
files-taken-back = Taken back: nothing of it is filed. The chat still shows what you sent.
files-retaken = ↩️ { $count } taken back; please send a new one
files-judged-approved = 🟢 Approved by Cutr
files-judged-rejected = 🔴 Rejected: { $note }
files-folder = 📁 { $folder }
files-toast-filed = { $where }
files-toast-undone = Taken back
files-toast-kept = Kept
files-toast-retake = Taken back. Please send a new one.
files-part-ask = { $name } ({ $number } of { $count }): which part, and which side? Reply to this message, for example “Door left, front”, or press a button.
files-part-done = { $name }: { $part }
files-part-all = That was the last one of these.
files-side-front = Front
files-side-back = Back
files-side-detail = Detail

# -- Telegram: the upload link -----------------------------------------------------------------------------------------

files-link = { $reference }: upload files of up to 2 GB, or many at once, here: { $address }
files-link-personal = The link is yours and for this order only. It works until you press Done there, at most 24 hours.
files-link-sent = I sent you the link in our private chat.
files-link-nowhere = I may not write to you yet: open a private chat with me, press Start, and press the button again.
files-link-off = This installation has no public address, so there is no upload page. Ask Cutr.

# -- Telegram: what is on file -----------------------------------------------------------------------------------------

files-title = { $reference } · Files
files-line-states = { $sign } { $where }: { $count } ({ $states })
files-line-none = ⬜ { $where }: none yet
files-line-state = { $count } { $state }
files-lacking = Still missing before Ready: { $kinds }.
files-lacking-none = Everything required before Ready is there.
files-due = Finished product pictures are due { $day }, 3 days before the delivery.
files-due-over = Finished product pictures were due { $day }, 3 days before the delivery.
files-folders = Folders: { $folders }
files-how = Send photos and drawings right here in the order's chat, “as file” when details matter: Telegram makes photos smaller. Over 20 MB: press Upload link.
files-list-title = { $reference } · { $where }
files-list-empty = Nothing is filed here yet.
files-file = { $sign } { $name }{ $part } · { $state }
files-version = v{ $number }, { $day }, { $by }: { $state }{ $note }
files-revise-key = Upload revision: { $name }
files-revise-ask = Reply to this message with the new version of { $name }.
files-revise-note = What to change: { $note }
files-revise-needs-file = Please reply to my question with the file itself.
files-revise-taken = ✅ The new version of { $name } came in and goes to review.

# -- Telegram: the photo checklist (domain.md 7) -----------------------------------------------------------------------

checklist-title = { $reference } · Photo checklist
checklist-which = Which kind of work is it?
checklist-how = Press what you want to send, then reply with its photos. What came in gets a tick.
checklist-label = each picture named with the part of the project and its side
checklist-ask = Reply to this message with photos of: { $item }
checklist-done = { $done } of { $count }
checklist-assembled = Assembled products
checklist-assembled-overall = Overall views of the cabinetry
checklist-assembled-finish = Close-up: varnish or finish
checklist-assembled-edges = Close-up: edge banding
checklist-assembled-joints = Close-up: joints and corners
checklist-assembled-hardware = Close-up: fitted hardware
checklist-small = Parts, up to 10
checklist-small-unique = Each unique part, all sides
checklist-small-identical = Identical parts: one in detail
checklist-small-group = Identical parts: a group shot
checklist-large = Parts, a large series
checklist-large-detail = One part of each type in detail
checklist-large-group = Group shots: number and consistency
checklist-assembly = Parts for assembly
checklist-assembly-each = Each part
checklist-assembly-fit = How parts fit together
checklist-assembly-joint = Close-up: the joining mechanism
checklist-parts-holes = Hole quality: no chipping
checklist-parts-banding = Edge banding: no glue, smooth edges
checklist-parts-edges = Chamfered or rounded edges
checklist-parts-details = Details: inserts, hardware, cut-outs
checklist-packed = Packed goods
checklist-packed-before = Products before packing
checklist-packed-after = Products after packing
checklist-packed-how = How they are packed and protected

# -- Telegram: the packing slip ----------------------------------------------------------------------------------------

slip-ask-boxes = How many boxes? Press a number, or reply to this message, for example “12” or “3 boxes, 2 pallets”.
slip-ask-pallets = { $boxes }. And how many pallets?
slip-none-yet = No packing slip was made yet.
slip-now = Packing slip version { $version }: { $packages } ({ $moment }, { $name })
slip-outdated = Outdated: { $versions }. Do not use those any more.
slip-boxes = { $count ->
        [0] No boxes
        [one] 1 box
       *[other] { $count } boxes
    }
slip-pallets = { $count ->
        [0] no pallets
        [one] 1 pallet
       *[other] { $count } pallets
    }
slip-made = 📦 { $reference }: packing slip version { $version } for { $packages }.
slip-same = 📦 { $reference }: nothing changed, it is still version { $version } for { $packages }.
slip-use = Page 1 goes inside one package, each label on its own package. Keep a signed copy on delivery.
slip-version-n = version { $version }
slip-failed = The paper could not be made just now. Press Send it again in a minute.
slip-file = { $reference }-packing-slip-v{ $version }.pdf
slip-again-key = Send version { $version } again

# -- Telegram: a package's label was scanned ---------------------------------------------------------------------------

package-here = 📦 { $reference } · { $title }
package-number = Package { $number } of { $count }. Send its photo now: the next one within 30 minutes is filed as this package's.
package-outdated = Package { $number }. The packing slip was made anew since this label was printed: print the labels again. Its photo can still be sent now.
package-filed = ✅ Filed as package { $number } of { $reference }.
package-photo-wanted = Please send a photo of the package.

# -- Telegram: Ready and Delivered -------------------------------------------------------------------------------------

ready-lacks = ⚠️ Not possible yet. Still missing: { $kinds }.
ready-rejected = ⚠️ Rejected, a revision is needed: { $names }.
ready-how = Send the pictures right here in the order's chat, or press a button below. Then press Mark as Ready again.
delivered-slip-ask = Please photograph the signed packing slip and reply to this message with the photo.
delivered-slip-thanks = Thank you, the signed packing slip is filed.
