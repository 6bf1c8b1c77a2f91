"""What kinds of effects there are. An app registers its own when it is ready."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from portal.registry import Registry

if TYPE_CHECKING:
    from django.utils.functional import Promise


class CannotBeDone(Exception):
    """Raised by a kind for an effect that no further attempt can help."""


@dataclass(frozen=True)
class Handed:
    """What a kind is given: ``key`` is for the receiver, who may get the same effect twice."""

    key: str
    payload: Mapping[str, Any]


@dataclass(frozen=True)
class EffectKind:
    """How effects of one kind are carried out.

    ``carry_out`` returns when the effect is done, raises ``CannotBeDone`` when it never can be, and anything else to be
    asked again. ``give_up_after`` bounds how long that goes on.
    """

    name: str
    label: "str | Promise"
    carry_out: Callable[[Handed], None]
    give_up_after: timedelta = timedelta(days=3)


effect_kinds: Registry[EffectKind] = Registry("effect kind")
