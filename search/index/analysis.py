"""How the index takes Vietnamese texts apart. Nothing here needs more than the official distribution.

Four readings of the same words, since no single one is best for every query:

* **syllables**, folded: found whatever marks were typed;
* **accented** syllables: ``bán`` is not ``bạn``, where the query tells the difference;
* **pairs** of folded syllables: Vietnamese words have two syllables more often than one, and ``sinh hoạt`` side by side
  says more than ``sinh`` and ``hoạt`` in one text. A dictionary of words would say it more exactly, but finds nothing
  once the marks are gone;
* **accented pairs**.

The same analyser reads texts and queries. Spellings collapse as in ``portal.text.fold`` and ``search.language.words``:
``asciifolding`` takes marks off composed letters only, so texts are composed (NFC) when they enter; it knows đ.
"""

from typing import Any

_TONED = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ", "o": "òóỏõọ", "u": "ùúủũụ", "i": "ìíỉĩị"}
#: What may stand before a final y that is also written i.
_ONSETS = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x|"


def _tone_placement() -> list[str]:
    """``oà => òa``: the old place of the tone to the new, in all mixes of case. ``khoán`` becomes ``khóan`` in texts
    and queries alike, which harms nothing.
    """
    rules = []
    for first, second in ("oa", "oe", "uy"):
        for old, new in zip(_TONED[second], _TONED[first], strict=True):
            pairs = {(old, new + second), (old.upper(), new + second.upper())}
            for toned, moved in sorted(pairs):
                rules.append(f"{first}{toned} => {moved}")
                rules.append(f"{first.upper()}{toned} => {moved[0].upper()}{moved[1]}")
    return rules


def _final_y() -> dict[str, dict[str, Any]]:
    """A filter for y and one for each y with a tone: ``kỳ`` and ``kì`` are one word."""
    toned = zip("y" + _TONED["y"], "i" + _TONED["i"], strict=True)
    return {
        f"final_y_{number}": {"type": "pattern_replace", "pattern": f"^({_ONSETS}){y}$", "replacement": f"$1{i}"}
        for number, (y, i) in enumerate(toned)
    }


#: Signs that the tokenizer takes for a part of a number or a word: ``57,3 %`` is asked as 57 and 3, ``T.ư`` as t and ư
#: (``search.language.words``), and so it must stand here.
_SIGNS_INSIDE = ".,:;'’‘·‧_\uff0e\uff0c\uff1a"

_FINAL_Y = _final_y()
_FOLDED = ["lowercase", "asciifolding", "final_y_0"]
_ACCENTED = ["lowercase", *_FINAL_Y]
_PAIRS = "pairs"

ANALYSIS: dict[str, Any] = {
    "char_filter": {
        "signs": {"type": "mapping", "mappings": [f"{sign} => \\u0020" for sign in _SIGNS_INSIDE]},
        "tone_placement": {"type": "mapping", "mappings": _tone_placement()},
    },
    "filter": {
        **_FINAL_Y,
        _PAIRS: {"type": "shingle", "min_shingle_size": 2, "max_shingle_size": 2, "output_unigrams": False},
    },
    "analyzer": {
        "syllables": {"type": "custom", "char_filter": ["signs"], "tokenizer": "standard", "filter": _FOLDED},
        "pairs": {"type": "custom", "char_filter": ["signs"], "tokenizer": "standard", "filter": [*_FOLDED, _PAIRS]},
        "accented": {
            "type": "custom",
            "char_filter": ["signs", "tone_placement"],
            "tokenizer": "standard",
            "filter": _ACCENTED,
        },
        "accented_pairs": {
            "type": "custom",
            "char_filter": ["signs", "tone_placement"],
            "tokenizer": "standard",
            "filter": [*_ACCENTED, _PAIRS],
        },
    },
}

#: BM25. ``k1`` is low because a word repeated says little more than a word said: official texts repeat their terms of
#: art. ``b`` is lower for syllables than for pairs: a long text is likely to have all of a query's syllables
#: somewhere, but a long directive is not worse than a short note for being long (measured: docs/search.md).
SIMILARITY: dict[str, Any] = {
    "syllables": {"type": "BM25", "k1": 0.5, "b": 0.45},
    "pairs": {"type": "BM25", "k1": 0.5, "b": 0.6},
}
