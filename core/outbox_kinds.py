"""Posting kinds that are not notices: what is done to places, messages and cards. All others are notice classes."""

from __future__ import annotations

from typing import Final

OPEN_PLACE: Final = "OpenPlace"
CLOSE_PLACE: Final = "ClosePlace"
SHOW_CARD: Final = "ShowCard"
RECAP: Final = "RecapChat"
REFRESH_CARD: Final = "RefreshCard"
DELIVER: Final = "DeliverMessage"
EDIT: Final = "EditCopies"
RETRACT: Final = "RetractCopies"
MARK: Final = "MarkMessage"
STORE_FILE: Final = "StoreFile"
SHOW_SET: Final = "ShowSet"
REVIEW_SET: Final = "ReviewSet"
SEND_SLIP: Final = "SendSlip"
HOOK: Final = "Webhook"
