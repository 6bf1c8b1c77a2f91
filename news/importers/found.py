"""A value found on a page, with where and how surely."""

import enum
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


class Confidence(enum.StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    value: T
    line: int
    confidence: Confidence = Confidence.SURE


def sure(value: T, line: int) -> Found[T]:
    return Found(value, line)


def likely(value: T, line: int) -> Found[T]:
    return Found(value, line, Confidence.LIKELY)


def guess(value: T, line: int) -> Found[T]:
    return Found(value, line, Confidence.GUESS)
