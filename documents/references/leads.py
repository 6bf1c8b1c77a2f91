"""What leads to a number: the type in words or as a code, and "số".

::

    lead = [type [qualifier] [":"]] ["số" [":"]]
         | type "của" body … "số"

Codes lead like words: "CT05", "HD12-HD/BTCTW", "QĐ số 76".
"""

import re
from dataclasses import dataclass

from documents.references.bodies import BODIES, BODY
from documents.references.codes import ABBREVIATIONS, CODES, QUALIFIERS, SLIPS, TYPES, Type, one_of
from documents.references.folding import folded
from documents.references.reading import SPACE, Reading

#: Codes that chats write in small letters.
SMALL_ABBREVIATIONS = frozenset({"NQ", "CT", "KL", "QĐ", "HD", "NĐ", "CV", "KH", "CTr", "TTr", "TT", "TB", "BC"})
#: Over folded text: the word that announces a number, and where a number begins (scans read 1 as l).
SO = rf"so(?: (?:ki|ky) hieu| hieu| van ban)?(?:\.{{1,2}}(?=[0-9])|{SPACE}:?{SPACE})"
DIGIT = r"(?=[0-9]|[oil][0-9])"
_QUALIFIERS = rf"(?:{SPACE}(?:{one_of(map(folded, QUALIFIERS))})){{1,2}}"
_LIKE_A_SYMBOL = (
    rf"[0-9oil]{{1,5}}[a-e]?(?:{SPACE}[-/]{SPACE}(?:19|20)[0-9]{{2}})?"
    rf"{SPACE}(?:[-/._\\]{SPACE}[a-z]|(?:{one_of(CODES)})(?:{SPACE}[-/._\\]|[ ]|t[uw]|[a-z]{{0,6}}[tdh]u))"
)
_AHEAD = re.compile(_LIKE_A_SYMBOL)
HEAD = re.compile(
    rf"(?<![a-z0-9\0])(?:"
    rf"(?P<type>(?<!phap )luat|{one_of(TYPES.keys() - {'luat'})})"
    rf"(?:{_QUALIFIERS}(?={SPACE}so))?{SPACE}(?P<colon>:)?{SPACE}(?P<so>{SO})?{DIGIT}"
    rf"|(?P<abbreviation>{one_of(ABBREVIATIONS)}){SPACE}(?P<abbreviation_so>{SO})?{DIGIT}"
    rf"|(?P<so_alone>{SO}){DIGIT}"
    rf"|(?<![0-9a-z][-/._\\])(?<![/_\\]){DIGIT}(?={_LIKE_A_SYMBOL})"
    rf")"
)
_LONGEST_SLIP, _MOST_WORDS = 24, 3
_WORD_START = re.compile("(?<![a-z])[a-z]")
_TYPE_OF_BODY = re.compile(
    rf"(?<![a-z0-9])(?P<type>{one_of(TYPES)}){SPACE}(?:cua|do){SPACE}(?P<body>{BODY})(?: [^\W\d_]{{1,12}}){{0,4}}{SPACE}\(?\Z"
)
_OF = re.compile(" cua | do ")
_FARTHEST_TYPE = 90
_GENERAL = re.compile(r"(?:van ban|cac)\s{0,3}\Z")


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads to a number, from ``start`` to ``end`` in the reading."""

    start: int
    end: int
    type: Type | None
    so: bool
    """With "số"."""
    words: str | None
    """The type as written, where it is written as it should be."""
    abbreviation: bool = False
    body: str | None = None
    issuer: str | None = None
    colon: bool = False
    """A colon stands between type and number: *Nghị quyết: 1. Duy trì …* begins an enumeration."""

    @property
    def code(self) -> str | None:
        return self.type.code if self.type else None


def lead_at(reading: Reading, place: int) -> Lead | None:
    """What leads to a number from the very ``place`` on, if anything does."""
    head = HEAD.search(reading.folded, place, place + _FARTHEST_TYPE)
    lead = read_lead(reading, head) if head else None
    return lead if lead and lead.start == place else None


def may_be_a_symbol(reading: Reading, lead: Lead) -> bool:
    """Whether a number without a type is worth reading: it has a symbol, or may take one from a list."""
    return is_general(reading, lead) or _AHEAD.match(reading.folded, lead.end) is not None


def is_general(reading: Reading, lead: Lead) -> bool:
    """Whether documents of any type are led to: *các văn bản số 12, 13 và 15-QĐ/TU*."""
    return _GENERAL.search(reading.folded, max(0, lead.start - 10), lead.start) is not None


def read_lead(reading: Reading, head: re.Match[str]) -> Lead:
    """What leads to the number after ``head``."""
    if head["type"]:
        start, end = head.span("type")
        type_ = TYPES[_plain(head["type"])]
        so, colon = head["so"] is not None, head["colon"] is not None
        return Lead(head.start(), head.end(), type_, so=so, words=reading.words[start:end], colon=colon)
    if head["abbreviation"] and _may_be_small(reading, head):
        start, end = head.span("abbreviation")
        so = head["abbreviation_so"] is not None
        type_ = ABBREVIATIONS[head["abbreviation"]]
        return Lead(head.start(), head.end(), type_, so=so, words=reading.words[start:end], abbreviation=True)
    start = head.start("abbreviation_so") if head["abbreviation_so"] else head.start()
    so = head["so_alone"] is not None or head["abbreviation_so"] is not None
    before, type_start = _mistyped_before(reading, start)
    if before:
        return Lead(type_start, head.end(), before, so=so, words=None)
    if so and _OF.search(reading.folded, max(0, start - _FARTHEST_TYPE), start):
        of_body = _TYPE_OF_BODY.search(reading.folded, max(0, start - _FARTHEST_TYPE), start)
        if of_body:
            body = reading.words[slice(*of_body.span("body"))]
            issuer = BODIES.get(_plain(of_body["body"]))
            return Lead(
                start, head.end(), TYPES[_plain(of_body["type"])], so=True, words=None, body=body, issuer=issuer
            )
    return Lead(start, head.end(), None, so=so, words=None)


def _may_be_small(reading: Reading, head: re.Match[str]) -> bool:
    """Whether a code in small letters is one that chats write, and no word: *đa số*, *bc*."""
    start, end = head.span("abbreviation")
    small = reading.words[start:end].islower()
    return not small or ABBREVIATIONS[head["abbreviation"]].code in SMALL_ABBREVIATIONS


def _plain(words: str) -> str:
    return " ".join(words.split())


def _mistyped_before(reading: Reading, place: int) -> tuple[Type | None, int]:
    """A type's words with a slip of the finger right before ``place``."""
    first = max(0, place - _LONGEST_SLIP)
    before = reading.folded[first:place].rstrip()
    for word in list(_WORD_START.finditer(before))[-_MOST_WORDS:]:
        if before[word.start() :] in SLIPS:
            return SLIPS[before[word.start() :]], first + word.start()
    return None, place
