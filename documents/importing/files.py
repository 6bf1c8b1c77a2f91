"""Which files of a folder belong to which rows: by the name that a row gives, else by the number in the file's name.

`10-CT-TW.pdf`, `10_CT_TW 2007.docx` and `Chi thi so 10 CT TW (ban ky).pdf` are all of 10-CT/TW; where two documents
have the number, the year in the name decides, and a file that may be of both is left for a person.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from documents.importing.entries import Entry
from portal.text import fold

KINDS = frozenset({".pdf", ".docx", ".doc", ".rtf", ".odt", ".xlsx", ".xls", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})
_NOT_WORD = re.compile(r"[\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_NUMBER, _MOST_FILES = 7, 50_000


@dataclass(frozen=True)
class Matched:
    """The files of one row; ``missing`` are those that it names and nobody has."""

    files: tuple[Path, ...] = ()
    missing: tuple[str, ...] = ()
    unclear: tuple[Path, ...] = ()


@dataclass
class Folder:
    """The files of a folder and of those in it, by name and by the numbers in their names."""

    by_name: Mapping[str, list[Path]] = field(default_factory=dict)
    by_number: Mapping[str, list[Path]] = field(default_factory=dict)

    @classmethod
    def of(cls, paths: Iterable[Path]) -> "Folder":
        by_name: dict[str, list[Path]] = defaultdict(list)
        by_number: dict[str, list[Path]] = defaultdict(list)
        for path in paths:
            if path.suffix.lower() not in KINDS or path.name.startswith((".", "~$")):
                continue
            for name in {_plain(path.name), _plain(path.stem)}:
                by_name[name].append(path)
            for number in _numbers_in(path.stem):
                by_number[number].append(path)
        return cls(by_name, by_number)

    @classmethod
    def at(cls, folder: Path) -> "Folder":
        """All files below ``folder``, in the order of their names."""
        found = []
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                found.append(path)
            if len(found) >= _MOST_FILES:
                break
        return cls.of(found)


def _plain(name: str) -> str:
    return _NOT_WORD.sub("", fold(name))


def _words(text: str) -> list[str]:
    return [word.lstrip("0") or "0" for word in _NOT_WORD.sub(" ", fold(text)).split()]


def _numbers_in(stem: str) -> set[str]:
    """Every run of words that begins with a digit, written together.

    >>> sorted(_numbers_in("10_CT_TW 2007"))[:4]
    ['10', '10ct', '10cttw', '10cttw2007']
    """
    words = _words(stem)
    return {
        "".join(words[start:end])
        for start, word in enumerate(words)
        if word[0].isdigit()
        for end in range(start + 1, min(len(words), start + _LONGEST_NUMBER) + 1)
    }


def match(entries: Mapping[int, Entry], folder: Folder) -> dict[int, Matched]:
    """The files of each entry, by the place that it has in ``entries``."""
    wanted: dict[Path, set[int]] = defaultdict(set)
    named: dict[int, list[Path]] = defaultdict(list)
    missing: dict[int, list[str]] = defaultdict(list)
    for place, entry in entries.items():
        for name in entry.files:
            found = folder.by_name.get(_plain(Path(name.replace("\\", "/")).name), [])
            named[place] += found[:1]
            if not found:
                missing[place].append(name)
        if not entry.files and entry.number_key:
            for path in folder.by_number.get("".join(_words(entry.symbol)), []):
                wanted[path].add(place)
    unclear: dict[int, list[Path]] = defaultdict(list)
    for path, places in wanted.items():
        chosen = _by_year(path, places, entries)
        for place in chosen:
            (named if len(chosen) == 1 else unclear)[place].append(path)
    return {
        place: Matched(tuple(dict.fromkeys(named[place])), tuple(missing[place]), tuple(unclear[place]))
        for place in entries
    }


def _by_year(path: Path, places: Iterable[int], entries: Mapping[int, Entry]) -> list[int]:
    """Those of the entries that the years in the file's name speak of, where it has any."""
    years = {int(year) for year in _YEAR.findall(fold(path.stem))}
    found = list(places)
    own = [place for place in found if (day := entries[place].issued_on) and day.year in years]
    return own or [place for place in found if not years or entries[place].issued_on is None]


def remarks_of(matched: Matched) -> list[str]:
    """What a person should know of a row's files."""
    said = [_("The file “%(name)s” is not there.") % {"name": name[:100]} for name in matched.missing]
    said += [
        _("The file “%(name)s” may belong to several documents: write its name into the row.") % {"name": path.name}
        for path in matched.unclear
    ]
    return said
