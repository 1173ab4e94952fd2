"""Commands ask: everything somebody (or the clock) can want of the core. Handled by `core.handlers`.

Instants are aware UTC, dates are calendar dates without zone. Identifiers are ours unless a name says otherwise.
"""

from __future__ import annotations

from core.commands.customer import CustomerCommand, RenewCustomerLink, RevokeCustomerLink, SeenByCustomer
from core.commands.filing import (
    AddPiece,
    BeginUpload,
    CloseUploads,
    FileSet,
    FilingCommand,
    KeepPhoto,
    KeepSet,
    MakeSlip,
    MakeUploadLink,
    NamePart,
    RetakeSet,
    ReviewFile,
    ReviewSet,
    TakeFiles,
    UndoSet,
    UploadedFile,
)
from core.commands.life import (
    AnswerOffer,
    Approve,
    AssignOrder,
    Cancel,
    CreateOrder,
    MarkDelivered,
    MarkReady,
    OfferOrder,
    RecordFeedback,
    Reopen,
    Snooze,
)
from core.commands.machinery import (
    AlertStaff,
    FireDeadline,
    KeepAside,
    MarkWaiting,
    NoteInbound,
    ReplayHooks,
    SendReport,
    SettlePosting,
)
from core.commands.people import (
    AddCustomer,
    AddMember,
    AddPartner,
    ChangeAddress,
    ChangeRole,
    InviteMember,
    LinkGroup,
    LinkMember,
    MakeGroupCode,
    MoveGroup,
    NoteHeard,
    NoteReachability,
    NoteThreadLost,
    RemoveMember,
    SetLanguage,
)
from core.commands.planning import (
    AnswerCheckIn,
    DoStaffTask,
    PickKickOff,
    ProposeKickOff,
    ReportDelay,
    SetDate,
    SetDelivery,
    SetInvoiceReference,
    SetMilestone,
)
from core.commands.talk import (
    CloseAsk,
    DeleteMessage,
    EditMessage,
    MoveMessage,
    NoteAsk,
    PlatformMessage,
    RelayMessage,
    RetryMessage,
    SendNow,
    SteerMessage,
    UndoLast,
    VouchMessage,
)

Command = (
    AddPartner | AddMember | RemoveMember | ChangeRole | InviteMember | MakeGroupCode | LinkMember | LinkGroup
    | NoteHeard | NoteThreadLost | ChangeAddress
    | MoveGroup | SetLanguage | NoteReachability | AddCustomer
    | CreateOrder | OfferOrder | AnswerOffer | AssignOrder | MarkReady | MarkDelivered | RecordFeedback | Approve
    | Reopen | Cancel | Snooze
    | SetDate | SetDelivery | SetInvoiceReference | ReportDelay | SetMilestone | ProposeKickOff | PickKickOff
    | DoStaffTask | AnswerCheckIn
    | RelayMessage | EditMessage | DeleteMessage | UndoLast | SendNow | RetryMessage | MoveMessage | VouchMessage
    | SteerMessage | NoteAsk | CloseAsk
    | SettlePosting | FireDeadline | KeepAside | MarkWaiting | AlertStaff | SendReport | ReplayHooks | FilingCommand
    | NoteInbound | CustomerCommand
)  # fmt: skip

__all__ = [
    "AddCustomer",
    "AddMember",
    "AddPartner",
    "AddPiece",
    "AlertStaff",
    "AnswerCheckIn",
    "AnswerOffer",
    "Approve",
    "AssignOrder",
    "BeginUpload",
    "Cancel",
    "ChangeAddress",
    "ChangeRole",
    "CloseAsk",
    "CloseUploads",
    "Command",
    "CreateOrder",
    "CustomerCommand",
    "DeleteMessage",
    "DoStaffTask",
    "EditMessage",
    "FileSet",
    "FilingCommand",
    "FireDeadline",
    "InviteMember",
    "KeepAside",
    "KeepPhoto",
    "KeepSet",
    "LinkGroup",
    "LinkMember",
    "MakeGroupCode",
    "MakeSlip",
    "MakeUploadLink",
    "MarkDelivered",
    "MarkReady",
    "MarkWaiting",
    "MoveGroup",
    "MoveMessage",
    "NamePart",
    "NoteAsk",
    "NoteHeard",
    "NoteInbound",
    "NoteReachability",
    "NoteThreadLost",
    "OfferOrder",
    "PickKickOff",
    "PlatformMessage",
    "ProposeKickOff",
    "RecordFeedback",
    "RelayMessage",
    "RemoveMember",
    "RenewCustomerLink",
    "Reopen",
    "ReplayHooks",
    "ReportDelay",
    "RetakeSet",
    "RetryMessage",
    "ReviewFile",
    "ReviewSet",
    "RevokeCustomerLink",
    "SeenByCustomer",
    "SendNow",
    "SendReport",
    "SetDate",
    "SetDelivery",
    "SetInvoiceReference",
    "SetLanguage",
    "SetMilestone",
    "SettlePosting",
    "Snooze",
    "SteerMessage",
    "TakeFiles",
    "UndoLast",
    "UndoSet",
    "UploadedFile",
    "VouchMessage",
]
