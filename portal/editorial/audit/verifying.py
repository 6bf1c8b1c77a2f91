"""Checking the chain from its first line to its last, in bounded memory."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from portal.editorial.audit.chain import CHAINED, DIGESTED, GENESIS, digest, link
from portal.editorial.audit.models import ChainHead, DailyHead, Entry
from portal.editorial.audit.services import ENTRY_TYPE, ERASE, EXPIRE

CHUNK = 2000
_TEXT = ("text__pk", "text__salt", *(f"text__{name}" for name in DIGESTED))


class Broken(Exception):
    """The audit was tampered with; the message says where first."""


@dataclass
class Verified:
    """What was found in order."""

    lines: int = 0
    head: str = GENESIS
    erased: int = 0
    unsealed: int = 0
    #: What is known of the head from elsewhere: hashes by position.
    expected: dict[int, set[str]] = field(default_factory=dict)


def parse_head(text: str) -> tuple[int, str]:
    """
    >>> parse_head("12:" + "ab" * 32)[0]
    12

    Raises:
        ValueError: it is no head as it was mailed.
    """
    position, _colon, last = text.strip().partition(":")
    if not position.isascii() or not position.isdigit() or len(last) != 64 or set(last) - set("0123456789abcdef"):
        raise ValueError(text)
    return int(position), last


def verify(heads: Iterable[tuple[int, str]] = ()) -> Verified:
    """Follow the chain. ``heads`` are those that were mailed: only they show that the end, or all of it, is another.

    Raises:
        Broken: something was changed, deleted, inserted or put elsewhere.
    """
    known = [
        *heads,
        *ChainHead.objects.values_list("position", "hash"),
        *DailyHead.objects.values_list("position", "hash"),
    ]
    found = Verified()
    for position, last in known:
        found.expected.setdefault(position, set()).add(last)
    _meet(found)
    expired = _expired()
    for lines in _chunks(Entry.objects.sealed().order_by("position")):
        for line in lines:
            _follow(found, line)
        found.erased += _check_texts(lines, expired)
    _reach(found)
    for lines in _chunks(Entry.objects.unsealed().order_by("pk")):
        found.unsealed += len(lines)
        _check_texts(lines, expired)
    return found


def _chunks(entries: Any) -> Iterator[list[Mapping[str, Any]]]:
    lines = entries.values("position", "hash", *CHAINED, *_TEXT).iterator(chunk_size=CHUNK)
    while chunk := list(islice(lines, CHUNK)):
        yield chunk


def _follow(found: Verified, line: Mapping[str, Any]) -> None:
    wanted = found.lines + 1
    if line["position"] != wanted:
        raise Broken(
            _("Line %(wanted)d of the activity log is missing: after line %(before)d comes line %(next)d.")
            % {"wanted": wanted, "before": found.lines, "next": line["position"]}
        )
    made = link(found.head, wanted, [line[name] for name in CHAINED])
    if made != line["hash"]:
        raise Broken(
            _("Line %(n)d of the activity log (number %(pk)d) was changed, inserted or put elsewhere.")
            % {"n": wanted, "pk": line["id"]}
        )
    found.lines, found.head = wanted, made
    _meet(found)


def _meet(found: Verified) -> None:
    """Where a head is known, it is this one."""
    if found.expected.pop(found.lines, {found.head}) != {found.head}:
        raise Broken(
            _("At line %(n)d the activity log has another head than was noted: what stands before was written anew.")
            % {"n": found.lines}
        )


def _reach(found: Verified) -> None:
    if found.expected:
        raise Broken(
            _("The activity log ends with line %(n)d, but had %(before)d lines before: its end was deleted.")
            % {"n": found.lines, "before": max(found.expected)}
        )


# Texts


def _check_texts(lines: list[Mapping[str, Any]], expired: int) -> int:
    """How many texts were erased; each must be as it was written, or its erasure must stand in the audit."""
    lost = []
    for line in lines:
        if line["text__pk"] is None and line["digest"]:
            if line["position"] is None or line["position"] > expired:
                lost.append(line)
        elif line["text__pk"] is not None and line["digest"] != _digest_of(line):
            raise Broken(_("The text of line %(line)s of the activity log was changed.") % {"line": _called(line)})
    told = set(
        Entry.objects.filter(action=ERASE, object_type=ENTRY_TYPE, object_id__in=[str(line["id"]) for line in lost])
        .values_list("object_id", flat=True)
    ) if lost else set()  # fmt: skip
    for line in lost:
        if str(line["id"]) not in told:
            raise Broken(
                _("The text of line %(line)s of the activity log is gone, and no erasure was noted.")
                % {"line": _called(line)}
            )
    return sum(1 for line in lines if line["text__pk"] is None and line["digest"])


def _digest_of(line: Mapping[str, Any]) -> str:
    return digest(line["text__salt"], [line[f"text__{name}"] for name in DIGESTED])


def _called(line: Mapping[str, Any]) -> str:
    return str(line["position"]) if line["position"] is not None else f"#{line['id']}"


def _expired() -> int:
    """Up to which line old texts were erased."""
    numbers = Entry.objects.filter(action=EXPIRE, object_type=ENTRY_TYPE).values_list("object_id", flat=True)
    return max((int(number) for number in numbers.iterator() if number.isdigit()), default=0)
