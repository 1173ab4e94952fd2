"""The two families of notices: the audience is in the type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from core.chats import Audience


@dataclass(frozen=True, slots=True)
class CutrOnlyNotice:
    """Fit for the partner and Cutr, never for the customer."""

    audience: ClassVar[Audience] = Audience.CUTR_ONLY
    reference: str


@dataclass(frozen=True, slots=True)
class SharedNotice:
    """Fit for the customer as well."""

    audience: ClassVar[Audience] = Audience.WITH_CUSTOMER
    reference: str
