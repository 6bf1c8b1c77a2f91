"""The table of rights as data: read from ``table.txt``, which says how it is read."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROLES = ("visitor", "member", "committee", "author", "reporter", "editor", "chief", "administrator", "superuser")
#: Whom the admin lets in.
STAFF = ROLES[3:]
MAY, MAY_NOT, NOTHING_TO_DO = "✓", "–", "·"
OTHER_STATES = "other states"


@dataclass(frozen=True)
class Row:
    """One action in one state: a mark for each role."""

    marks: str

    @property
    def is_empty(self) -> bool:
        return NOTHING_TO_DO in self.marks

    def may(self, role: str) -> bool:
        return self.marks[ROLES.index(role)] == MAY

    def at_the_border(self) -> list[str]:
        """Those who may and whose neighbour may not, with these neighbours; where nobody may, all of the staff."""
        pairs = list(zip(self.marks, self.marks[1:], strict=False))
        changes = {number for number, (left, right) in enumerate(pairs) if left != right}
        return [role for number, role in enumerate(ROLES) if {number, number - 1} & changes] or list(STAFF)


class Table:
    """Rows by page type (empty: all), action and state."""

    def __init__(self, text: str, states: list[str]) -> None:
        self._rows: dict[tuple[str, str, str], Row] = {}
        self.page_types: set[str] = set()
        kind = ""
        for line in text.splitlines():
            if line.startswith("#") or not line.strip():
                continue
            if "|" not in line:
                kind = line.strip().removesuffix(":")
                self.page_types.add(kind)
                continue
            action, named, marks = (part.strip() for part in line.split("|"))
            marks = marks.replace(" ", "")
            assert len(marks) == len(ROLES), line
            assert set(marks) <= {MAY, MAY_NOT} or set(marks) == {NOTHING_TO_DO}, line
            given = [state for state in states if (kind, action, state) not in self._rows]
            for state in given if named == OTHER_STATES else named.split(", "):
                assert state in given, f"{state} twice or unknown: {line}"
                self._rows[kind, action, state] = Row(marks)

    def row(self, page_type: str, action: str, state: str) -> Row:
        return self._rows.get((page_type, action, state)) or self._rows["", action, state]

    def actions(self) -> list[str]:
        return list(dict.fromkeys(action for kind, action, _state in self._rows if not kind))

    def is_whole(self, states: list[str]) -> bool:
        return all(("", action, state) in self._rows for action in self.actions() for state in states)


@cache
def rights(states: tuple[str, ...]) -> Table:
    return Table((Path(__file__).parent / "table.txt").read_text(encoding="utf-8"), list(states))
