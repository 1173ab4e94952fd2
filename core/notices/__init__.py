"""Notices speak: what the product says by itself. Fields only; the words are in the catalogue under the class's name.

The audience is a type: a `CutrOnlyNotice` is refused where the customer reads, by `core.handlers.spots.post` and again
by the schema. Dates are `date`, instants aware UTC; the renderer shows them in the reader's zone.
Every class is small, frozen and JSON-able by `core.notice_data`.
"""

from __future__ import annotations

from core.notices.alarms import (
    FeedbackHeard,
    FeedbackNotice,
    GuestHeld,
    MemberWelcome,
    MilestonesWanted,
    OrderCancelled,
    OrderReopened,
    OrderTakenAway,
    SendFailed,
    StaffAlert,
    StepNotice,
    TodosDigest,
    TodosEscalated,
    TodosNudge,
    TodosOverdue,
)
from core.notices.checks import CheckInAnswered, CheckInQuestion, CheckInsDigest
from core.notices.families import CutrOnlyNotice, SharedNotice
from core.notices.lost import MailBounced, MissedMail
from core.notices.shared import (
    ChatMail,
    CustomerLink,
    DeliveryDateNotice,
    FeedbackHalfway,
    FeedbackLastCall,
    MoneyQuestion,
    OrderApproved,
    OrderDelivered,
    OrderReady,
)
from core.notices.weekly import WeeklyReport
from core.notices.work import (
    AssignedMail,
    CheckInWanted,
    DelayNotice,
    DrawingJudged,
    FileRejected,
    KickOffOptions,
    KickOffPickedNotice,
    MilestoneNotice,
    OfferAnsweredNotice,
    OfferClosed,
    OfferSent,
    TaskNotice,
)

AnyCutrOnly = (
    OfferSent | OfferAnsweredNotice | OfferClosed | AssignedMail | CheckInWanted | KickOffOptions | KickOffPickedNotice
    | MilestoneNotice | TaskNotice | DelayNotice | TodosNudge | TodosOverdue | TodosDigest | TodosEscalated
    | MilestonesWanted | OrderReopened | OrderCancelled | OrderTakenAway | FeedbackNotice | FeedbackHeard | StepNotice
    | MissedMail | MailBounced
    | DrawingJudged
    | CheckInQuestion | CheckInAnswered | CheckInsDigest
    | GuestHeld | SendFailed | StaffAlert | MemberWelcome | FileRejected | WeeklyReport
)  # fmt: skip
AnyShared = (
    CustomerLink
    | DeliveryDateNotice
    | OrderReady
    | OrderDelivered
    | FeedbackHalfway
    | FeedbackLastCall
    | OrderApproved
    | ChatMail
    | MoneyQuestion
)
Notice = AnyCutrOnly | AnyShared

__all__ = [
    "AnyCutrOnly",
    "AnyShared",
    "AssignedMail",
    "ChatMail",
    "CheckInAnswered",
    "CheckInQuestion",
    "CheckInWanted",
    "CheckInsDigest",
    "CustomerLink",
    "CutrOnlyNotice",
    "DelayNotice",
    "DeliveryDateNotice",
    "DrawingJudged",
    "FeedbackHalfway",
    "FeedbackHeard",
    "FeedbackLastCall",
    "FeedbackNotice",
    "FileRejected",
    "GuestHeld",
    "KickOffOptions",
    "KickOffPickedNotice",
    "MailBounced",
    "MemberWelcome",
    "MilestoneNotice",
    "MilestonesWanted",
    "MissedMail",
    "MoneyQuestion",
    "Notice",
    "OfferAnsweredNotice",
    "OfferClosed",
    "OfferSent",
    "OrderApproved",
    "OrderCancelled",
    "OrderDelivered",
    "OrderReady",
    "OrderReopened",
    "OrderTakenAway",
    "SendFailed",
    "SharedNotice",
    "StaffAlert",
    "StepNotice",
    "TaskNotice",
    "TodosDigest",
    "TodosEscalated",
    "TodosNudge",
    "TodosOverdue",
    "WeeklyReport",
]
