"""Texts whose mentions a person has marked, and how many of them the parser finds.

A line of a ``.jsonl`` file is one text: its ``sort`` and the text with each mention marked as
``⟦Chỉ thị số 10-CT/TW⟧{10|CT|TW @2007-03-30 #X =CT}``: key, and where they are stated the date, the term, the code
(else the one in the key).
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from documents.references import Reference, find

HERE = Path(__file__).parent
_MARKED = re.compile(r"⟦(?P<text>[^⟧]+)⟧\{(?P<key>[^ }]+)(?P<facts>[^}]*)\}")


@dataclass(frozen=True)
class Mention:
    start: int
    end: int
    key: str
    date: str | None
    term: str | None
    code: str


@dataclass(frozen=True)
class Text:
    sort: str
    text: str
    mentions: tuple[Mention, ...]


def read(sort: str, marked: str) -> Text:
    """The plain text and its mentions."""
    text, mentions, done = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[done : found.start()]
        facts = {fact[0]: fact[1:] for fact in found["facts"].split()}
        code = facts.get("=") or code_in(found["key"])
        end = len(text) + len(found["text"])
        mentions.append(Mention(len(text), end, found["key"], facts.get("@"), facts.get("#"), code))
        text += found["text"]
        done = found.end()
    return Text(sort, text + marked[done:], tuple(mentions))


def code_in(key: str) -> str:
    first, second, *rest = [*key.split("|"), ""]
    if first == "NQTW":
        return "NQ"
    if first.isalpha():
        return first
    return second if rest[0] else second.split("-", maxsplit=1)[0]


def texts(path: Path) -> Iterator[Text]:
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        yield read(entry["sort"], entry["marked"])


@dataclass
class Score:
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    code_wrong: list[str] = field(default_factory=list)
    date_wrong: list[str] = field(default_factory=list)
    span_wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.missed))

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + len(self.wrong))

    def accuracy(self, mistakes: list[str]) -> float:
        return 1 - len(mistakes) / max(1, self.right)

    def __str__(self) -> str:
        return (
            f"{self.right + len(self.missed):4} mentions  recall {self.recall:.3f}  precision {self.precision:.3f}  "
            f"code {self.accuracy(self.code_wrong):.3f}  date {self.accuracy(self.date_wrong):.3f}  "
            f"span {self.accuracy(self.span_wrong):.3f}"
        )


def judge(judged: Iterable[Text]) -> dict[str, Score]:
    """The scores by sort of text, and of ``all``: a mention is found when key and place agree."""
    scores: dict[str, Score] = defaultdict(Score)
    for text in judged:
        for name in ("all", text.sort):
            _judge_one(text, find(text.text), scores[name])
    return dict(scores)


def _judge_one(text: Text, found: list[Reference], score: Score) -> None:
    left = list(found)
    for mention in text.mentions:
        match = next(
            (ref for ref in left if ref.key == mention.key and ref.start < mention.end and mention.start < ref.end),
            None,
        )
        shown = f"{text.sort}: …{text.text[max(0, mention.start - 40) : mention.end + 40]!r} {mention.key}"
        if match is None:
            score.missed.append(shown)
            continue
        left.remove(match)
        score.right += 1
        if match.code != mention.code:
            score.code_wrong.append(f"{shown} != {match.code}")
        if match.date != mention.date:
            score.date_wrong.append(f"{shown} {mention.date} != {match.date}")
        if (match.start, match.end) != (mention.start, mention.end):
            score.span_wrong.append(f"{shown} != {match.text!r}")
    score.wrong += [
        f"{text.sort}: …{text.text[max(0, ref.start - 40) : ref.end + 40]!r} {ref.text!r} {ref.key}" for ref in left
    ]
