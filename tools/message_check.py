"""What must hold of the catalogues of messages.

* Every message that our code uses has a Vietnamese text, neither empty nor fuzzy, with the same placeholders.
* Ours replaces nobody else's: Django merges all catalogues into one, so a message of ours that a package has too would
  change the package's pages. Such a message takes a context, or, when the package has no Vietnamese text and ours
  fits it as well, stands in ``locale_vendor/``.
* ``locale_vendor/`` adds what packages lack; nothing stands in both folders, and nothing is kept that no one uses.
* Where a package's own text is wrong, or not in the house's spelling, ``locale_vendor/`` replaces it with a comment on
  what it stands for: ``# instead of: Xem bản live``. Once the package says something else, it is looked at again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

from tools.message_sources import Message, Use
from tools.messages import read

Texts = Mapping[Message, str]
INSTEAD_OF = "instead of: "
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


@dataclass
class Catalogues:
    """Vietnamese text by message: ours, what we add for packages, the packages' own; and all messages they know."""

    ours: Texts
    added: Texts
    vendors: Texts
    known_to_vendors: frozenset[Message]
    replaced: Texts = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def load(root: Path, vendor_folders: Iterable[Path]) -> Catalogues:
    """Read ``locale/`` and ``locale_vendor/`` of ``root`` and the catalogues of the packages."""
    faults: list[str] = []
    ours = _read_ours(root / "locale", faults)
    added = _read_ours(root / "locale_vendor", faults)
    vendors: dict[Message, str] = {}
    known: set[Message] = set()
    for folder in vendor_folders:
        for entry in _vendor_entries(folder, "vi"):
            known.add(message_of(entry))
            if text_of(entry) and not (isinstance(entry, polib.POEntry) and entry.fuzzy):
                vendors.setdefault(message_of(entry), text_of(entry))
        known.update(message_of(entry) for entry in _vendor_entries(folder, "en"))
    return Catalogues(ours, added, vendors, frozenset(known), _replaced(root / "locale_vendor"), faults)


def problems(catalogues: Catalogues, uses: Iterable[Use], root: Path) -> Iterator[str]:
    """One sentence for each thing that does not hold."""
    yield from catalogues.faults
    used: set[Message] = set()
    for use in uses:
        if use.message not in used and not _translated(use.message, catalogues):
            yield f"{use.path.relative_to(root)}:{use.line}: {use.message} chưa có bản dịch trong locale/"
        used.add(use.message)
    yield from _clashes(catalogues)
    for message in catalogues.ours:
        if message not in used:
            yield f"locale/: {message} không còn được dùng ở đâu"


def message_of(entry: polib.POEntry | polib.MOEntry) -> Message:
    return Message(entry.msgid, entry.msgctxt or None)


def text_of(entry: polib.POEntry | polib.MOEntry) -> str:
    return entry.msgstr or entry.msgstr_plural.get(0, "")


def _translated(message: Message, catalogues: Catalogues) -> bool:
    if message in catalogues.ours:
        return True
    return message in catalogues.known_to_vendors and (message in catalogues.added or message in catalogues.vendors)


def _clashes(catalogues: Catalogues) -> Iterator[str]:
    for message, text in catalogues.ours.items():
        if message in catalogues.added:
            yield f"locale/ và locale_vendor/: {message} có ở cả hai nơi"
        elif message in catalogues.known_to_vendors and catalogues.vendors.get(message) != text:
            yield (
                f"locale/: {message} cũng là thông điệp của một gói khác; "
                "hãy thêm ngữ cảnh (pgettext), hoặc chuyển sang locale_vendor/ nếu gói ấy chưa dịch và cùng nghĩa"
            )
    for message in catalogues.added:
        if message in catalogues.replaced:
            if catalogues.vendors.get(message) != catalogues.replaced[message]:
                yield f"locale_vendor/: bản dịch của gói cho {message} nay là “{catalogues.vendors.get(message, '')}”"
        elif message in catalogues.vendors:
            yield f"locale_vendor/: {message} đã có bản dịch trong gói của nó"
        elif message not in catalogues.known_to_vendors:
            yield f"locale_vendor/: {message} không có trong gói nào"


def _read_ours(folder: Path, faults: list[str]) -> dict[Message, str]:
    """Text by message; what is empty, fuzzy, obsolete or has other placeholders is a fault and counts as missing."""
    texts: dict[Message, str] = {}
    for source in sorted(folder.glob("vi/LC_MESSAGES/*.po")):
        for entry in read(source):
            where = f"{folder.name}/{source.name}:{entry.linenum}: {message_of(entry)}"
            if entry.obsolete:
                faults.append(f"{where} là mục bỏ đi (#~)")
            elif entry.fuzzy:
                faults.append(f"{where} còn đánh dấu fuzzy")
            elif not text_of(entry).strip():
                faults.append(f"{where} để trống bản dịch")
            elif not _same_placeholders(entry):
                faults.append(f"{where} có chỗ điền khác với bản dịch “{text_of(entry)}”")
            else:
                texts[message_of(entry)] = text_of(entry)
    return texts


def _replaced(folder: Path) -> dict[Message, str]:
    """The packages' texts that ours stand for, by message."""
    return {
        message_of(entry): entry.tcomment.removeprefix(INSTEAD_OF)
        for source in sorted(folder.glob("vi/LC_MESSAGES/*.po"))
        for entry in read(source)
        if entry.tcomment.startswith(INSTEAD_OF)
    }


def _same_placeholders(entry: polib.POEntry) -> bool:
    def names(text: str) -> set[str]:
        return set(_PLACEHOLDER.findall(text))

    return names(text_of(entry)) in (names(entry.msgid), names(entry.msgid_plural or entry.msgid))


def _vendor_entries(folder: Path, language: str) -> Iterator[polib.POEntry | polib.MOEntry]:
    """Entries of a package's catalogues: from the source where it ships one, else from the compiled file."""
    for domain in ("django", "djangojs"):
        base = folder / language / "LC_MESSAGES" / f"{domain}.po"
        if base.exists():
            yield from (entry for entry in polib.pofile(str(base), encoding="utf-8") if not entry.obsolete)
        elif base.with_suffix(".mo").exists():
            yield from polib.mofile(str(base.with_suffix(".mo")), encoding="utf-8")
