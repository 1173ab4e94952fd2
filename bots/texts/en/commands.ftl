# Descriptions of what people can type (bots/catalogue.py). Telegram shows at most 256 signs, Slack's menu is best short.

command-slack-orders = Lists orders: active, needs attention, by partner or by text
command-slack-orders-needs-attention = Lists what is late, due soon, rejected, unreachable or closing, with the reason per order
command-slack-orders-export = Sends you the orders as a CSV file for Excel, all of them or those of a filter
command-slack-order = Shows an order's card with everything you can do
command-slack-order-new = Opens the form for a new order
command-slack-order-offer = Offers the order to partners
command-slack-order-assign = Gives the order to a partner; the 3 days for the to-dos start
command-slack-order-milestones = Sets, moves or removes milestones
command-slack-order-delay = Reports a delay on the partner's behalf
command-slack-order-kickoff = Proposes times for the online kick-off
command-slack-order-reopen = Takes the order a step back, with a reason
command-slack-order-cancel = Ends the order, with a reason
command-slack-order-snooze = Stops reminders until a date, with a reason
command-slack-order-approve = Approves the order and closes it
command-slack-order-files = Shows what is on file, with every version and a verdict for each
command-slack-order-slip = Makes the packing slip with a label for each package
command-slack-order-dossier = Puts everything about the order together as one PDF and one archive
command-slack-order-history = Shows who changed what, and when
command-slack-order-upcoming = Shows what the clock will do next, and when
command-slack-partner = Partners, their people and their one-time links
command-slack-partner-list = Lists partners, their people, and who can be reached
command-slack-partner-add = Adds a partner, and its first admin with a one-time link
command-slack-partner-invite = Makes a new one-time link for a person or a group
command-slack-cutr = Help, report and health
command-slack-cutr-help = Shows what you can do here
command-slack-cutr-report = Posts the report of the last seven days with charts, and shows how many orders stand where
command-slack-cutr-doctor = Checks Slack, Telegram, mail, files and database, and says how to fix what is wrong

command-telegram-orders = Your orders
command-telegram-order = One order with its dates and buttons: /order REF
command-telegram-todo = What is still open, with a button each
command-telegram-files = An order's folders and files
command-telegram-slip = Where an order goes, how and when
command-telegram-ready = Mark an order as Ready
command-telegram-delivered = Mark an order as Delivered
command-telegram-delay = Tell Cutr that a date will not hold
command-telegram-undo = Take back your last message
command-telegram-language = Choose your language
command-telegram-help = What you can do here
command-telegram-start = Opens this chat with your personal link
command-telegram-link = Connects this group to your workshop: /link CODE

# Slack's message menu: labels of at most 24 signs, descriptions of at most 150.

shortcut-move_to = Move to…
shortcut-move_to-description = Puts this message into the right order or chat and takes it back from the wrong one
shortcut-file_this = File this
shortcut-file_this-description = Files what is attached to this message under the order
shortcut-retry = Retry
shortcut-retry-description = Sends this message again where it did not arrive
