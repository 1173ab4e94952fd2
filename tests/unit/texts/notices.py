"""One notice of every class, filled in, for tests that walk through all of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from core import notices as n

AT = datetime(2030, 1, 31, 13, 30, tzinfo=UTC)
DAY = date(2030, 2, 1)

SAMPLES: tuple[n.Notice, ...] = (
    n.OfferSent("A-1", "of", "Table", "1250.50", "EUR", DAY, "Kade 1, Utrecht", "Oak", AT),
    n.OfferAnsweredNotice("A-1", "Houtbouw", "declined", "no_capacity", "Sorry"),
    n.OfferClosed("A-1", "Table", "not_chosen"),
    n.AssignedMail("A-1", "Table", "Houtbouw", AT),
    n.CheckInWanted("A-1", "Houtbouw", "ta"),
    n.MissedMail("", "Houtbouw", ("me",), (), 2),
    n.MailBounced("A-1", "mail-customer-1", "Klant", "klant@x.nl", "address_refused: 550 unknown"),
    n.CheckInQuestion("A-1", "or", "Table", "completion", DAY),
    n.CheckInAnswered("A-1", "material", DAY, "not_yet", "Jan"),
    n.CheckInsDigest("", ("A-1|Hout|bouw|delivery|2030-02-01", "+2")),
    n.DrawingJudged("A-1", "drawing_001.pdf", "approved", ""),
    n.KickOffOptions("A-1", "or", ("2030-01-31T13:30:00+00:00", "2030-02-01T08:00:00+00:00")),
    n.KickOffPickedNotice("A-1", AT, "Jan"),
    n.MilestoneNotice("A-1", "or", "Measure-up", None, DAY),
    n.TaskNotice("A-1", "material_date", "2030-01-31", "2030-02-01", "Jan", "", ("past_date",)),
    n.DelayNotice("A-1", "completion_date", None, DAY, "Saw broke", "New saw", "Jan"),
    n.TodosNudge("A-1", "or", "Table", ("material_date", "delivery_schedule"), AT),
    n.TodosOverdue("A-1", "or", "Table", ("material_date",), AT, 2),
    n.TodosDigest("", ("A-1|Hout|bouw|material_date,completion_date|1", "A-2|Bos|material_date|3", "+7")),
    n.WeeklyReport("", AT, AT, ("1|2|", "1|2|Hout|bouw"), ("90|1|5|2|", "90|1||0|Bos"), ("1|3|", "1|3|Bos"), "70|4", 2),
    n.TodosEscalated("A-1", "or", "Table", "Houtbouw", ("material_date",), AT, "U1"),
    n.MilestonesWanted("A-1", "or", "Table"),
    n.OrderReopened("A-1", "or", "ready", "in_production", "Wrong leg", "Eva"),
    n.OrderCancelled("A-1", "Table", "Customer left"),
    n.OrderTakenAway("A-1", "Table"),
    n.FileRejected("A-1", ("fi",), ("finished_001.jpg",), 1, "Too dark", ""),
    n.FileRejected("A-1", ("fi", "fo"), ("door.pdf", "drawer.pdf"), 2, "The hinge is left", "Anna"),
    n.FeedbackNotice("A-1", "or", "finish", "A scratch", ""),
    n.FeedbackHeard("A-1", "finish"),
    n.StepNotice("A-1", "ready", "Jan", ("material_date",)),
    n.GuestHeld("A-1", "me", "Bob", "Hello"),
    n.SendFailed("A-1", "me", "Jan", "Hello", "Bad Request: message thread not found"),
    n.StaffAlert("A-1", "unreachable", "Houtbouw", "or", "me"),
    n.MemberWelcome("", "Jan", "Houtbouw"),
    n.CustomerLink("A-1", "or", "Table", "Klant"),
    n.DeliveryDateNotice("A-1", "or", "Table", date(2030, 1, 31), DAY, "pick_up", "Snow"),
    n.OrderReady("A-1", "or", "Table"),
    n.OrderDelivered("A-1", "or", "Table", AT),
    n.FeedbackHalfway("A-1", "or", "Table", AT),
    n.FeedbackLastCall("A-1", "or", "Table", AT),
    n.OrderApproved("A-1", "or", "Table", "window_over"),
    n.ChatMail("A-1", "or", "Table", ("me",), 2),
    n.MoneyQuestion("A-1", "or", "me", "It will cost more"),
)
