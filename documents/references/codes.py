"""Types of documents: their codes in symbols, and the words by which a text calls them.

Codes are matched without marks and case; the spelling here is the one of keys. Two share their bare letters: ĐA (đề án)
with DA (dự án), HD (hướng dẫn) with HĐ (hợp đồng, a contract and no document of ours). What the text writes decides,
and where it writes no marks at all, the type's word.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from documents.references.folding import folded, set_of

#: Code in keys, by code in texts folded to small letters. QĐi, the older code of a quy định, is QĐ in keys.
CODES = {
    "nq": "NQ", "ct": "CT", "kl": "KL", "qd": "QĐ", "qdi": "QĐ", "qyd": "QyĐ", "qc": "QC", "hd": "HD", "tt": "TT",
    "tb": "TB", "kh": "KH", "ctr": "CTr", "ctrhd": "CTrHĐ", "cthd": "CTHĐ", "bc": "BC", "ttr": "TTr", "cv": "CV",
    "bb": "BB", "tc": "TC", "da": "ĐA", "pa": "PA", "cl": "CL", "qh": "QH", "cd": "CĐ", "nd": "NĐ", "ttlt": "TTLT",
    "nqlt": "NQLT", "hdlt": "HDLT", "khlt": "KHLT", "ctlt": "CTLT", "kllt": "KLLT", "tblt": "TBLT", "qclt": "QCLT",
    "cvlt": "CVLT", "ctrlt": "CTrLT", "qcph": "QCPH", "ctrph": "CTrPH", "ctph": "CTPH", "khph": "KHPH",
    "vbhn": "VBHN", "gm": "GM", "ggt": "GGT", "hdln": "HDLN", "qcln": "QCLN", "khln": "KHLN", "ctln": "CTLN", "tbln": "TBLN", "pl": "PL", "l": "L", "tbkl": "TBKL", "kltt": "KLTT", "cthdong": "CTHĐ",
}  # fmt: skip

#: Codes that may stand in a state symbol (``1253/QĐ-UBND``).
STATE_CODES = set_of(
    "NQ CT KL QĐ QyĐ QC HD TT TB KH CTr CTHĐ CTrHĐ BC TTr CV BB TC ĐA PA CL QH CĐ NĐ TTLT NQLT HDLT KHLT QCPH CTrPH "
    "HDLN QCLN KHLN CTLN TBLN KHPH CTPH VBHN GM PL L TBKL KLTT"
)


@dataclass(frozen=True, slots=True)
class Type:
    """A type as texts call it.

    ``noun``: the words name the document and nothing else, while *quyết định*, *hướng dẫn*, *báo cáo* are verbs as well
    (*quyết định 3 việc*). ``counts``: a bare number after it mostly counts or orders (*báo cáo 9 tháng*, *phương án
    2*), so it is believed only with "số" or with a date, body or term beside it.
    """

    code: str
    noun: bool = False
    counts: bool = False
    numbered_with_year: bool = False


#: Types by the words as a text writes them, marks and all; each syllable is folded for matching.
WORDS = {
    "nghị quyết": Type("NQ", noun=True, numbered_with_year=True),
    "nghị quyết liên tịch": Type("NQLT", noun=True, numbered_with_year=True),
    "chỉ thị": Type("CT"),
    "kết luận": Type("KL"),
    "quy định": Type("QĐ"),
    "qui định": Type("QĐ"),
    "quyết định": Type("QĐ", numbered_with_year=True),
    "quy chế": Type("QC", noun=True),
    "qui chế": Type("QC", noun=True),
    "quy chế phối hợp": Type("QCPH", noun=True),
    "hướng dẫn": Type("HD"),
    "thông tri": Type("TT", noun=True),
    "thông báo": Type("TB", counts=True),
    "thông báo kết luận": Type("TB", counts=True),
    "kế hoạch": Type("KH", noun=True),
    "chương trình": Type("CTr", noun=True),
    "chương trình hành động": Type("CTr", noun=True),
    "báo cáo": Type("BC", counts=True),
    "tờ trình": Type("TTr", noun=True),
    "công văn": Type("CV", noun=True),
    "biên bản": Type("BB", counts=True),
    "thông cáo": Type("TC", counts=True),
    "thông cáo báo chí": Type("TC", counts=True),
    "đề án": Type("ĐA", noun=True),
    "phương án": Type("PA", counts=True),
    "dự án": Type("DA", counts=True),
    "chiến lược": Type("CL", counts=True),
    "quy hoạch": Type("QH", counts=True),
    "công điện": Type("CĐ", noun=True),
    "nghị định": Type("NĐ", noun=True, numbered_with_year=True),
    "thông tư": Type("TT", noun=True, numbered_with_year=True),
    "thông tư liên tịch": Type("TTLT", noun=True, numbered_with_year=True),
    "giấy mời": Type("GM", counts=True),
    "luật": Type("L", counts=True, numbered_with_year=True),
    "bộ luật": Type("L", counts=True, numbered_with_year=True),
    "pháp lệnh": Type("PL", counts=True, numbered_with_year=True),
    "văn bản hợp nhất": Type("VBHN", counts=True),
}

#: Codes that texts write for the type's words: ``CT 05``, ``HD12``, ``QĐ số 76``.
ABBREVIATIONS = {
    "nq": Type("NQ", noun=True, numbered_with_year=True),
    "ct": Type("CT", noun=True),
    "kl": Type("KL", noun=True),
    "qd": Type("QĐ", noun=True, numbered_with_year=True),
    "qdi": Type("QĐ", noun=True),
    "hd": Type("HD", noun=True),
    "nd": Type("NĐ", noun=True, numbered_with_year=True),
    "kh": Type("KH", noun=True),
    "cv": Type("CV", noun=True),
    "ttlt": Type("TTLT", noun=True, numbered_with_year=True),
    "tt": Type("TT", counts=True, numbered_with_year=True),
    "tb": Type("TB", counts=True),
    "bc": Type("BC", counts=True),
    "qc": Type("QC", counts=True),
    "da": Type("ĐA", counts=True),
    "ctr": Type("CTr", noun=True),
    "ttr": Type("TTr", noun=True),
    "cd": Type("CĐ", counts=True),
    "nqlt": Type("NQLT", noun=True),
}

#: Words between a type and "số" that say more of the document: *Nghị quyết chuyên đề số 05*.
QUALIFIERS = (
    "chuyên đề", "liên tịch", "liên ngành", "phối hợp", "chỉ đạo", "hỏa tốc", "khẩn", "thượng khẩn", "tổng kết",
    "sơ kết", "kết luận", "hành động", "thực hiện", "triển khai", "cá biệt", "hướng dẫn", "mật", "riêng", "chính trị",
    "giám sát", "kiểm tra", "thanh tra", "công tác", "phúc đáp", "trả lời", "đôn đốc", "quy phạm", "pháp luật",
)  # fmt: skip

#: Slips of the fingers in types' words, believed only before "số" or a full symbol. The first syllable keeps its first
#: letter, no letter is lost at either end, and only words too long to become others this way.
MISTYPED = (
    "nghị quyết", "quyết định", "hướng dẫn", "nghị định", "chương trình", "quy định", "kế hoạch", "chỉ thị", "kết luận",
    "thông báo", "thông tư",
)  # fmt: skip


_MISREAD = {"y": "v", "i": "l"}


def slips(words: str) -> set[str]:
    """``words``, folded, with one letter lost, doubled, swapped with its neighbour or misread by a scanner.

    >>> sorted(slips("chỉ thị"))[:4]
    ['cchi thi', 'ch ithi', 'ch thi', 'chhi thi']
    """
    whole = folded(words)
    inner = range(1, len(whole) - 1)
    lost = {whole[:at] + whole[at + 1 :] for at in inner}
    doubled = {whole[:at] + whole[at] + whole[at:] for at in range(len(whole)) if whole[at] != " "}
    swapped = {whole[: at - 1] + whole[at] + whole[at - 1] + whole[at + 1 :] for at in range(2, len(whole))}
    misread = {whole[:at] + _MISREAD[whole[at]] + whole[at + 1 :] for at in range(len(whole)) if whole[at] in _MISREAD}
    return (lost | doubled | swapped | misread) - {whole}


TYPES: dict[str, Type] = {folded(words): type_ for words, type_ in WORDS.items()}
SLIPS: dict[str, Type] = {slip: WORDS[words] for words in MISTYPED for slip in slips(words) if slip not in TYPES}


def one_of(folded_words: Iterable[str], space: str = r"\s{1,3}") -> str:
    """A regular expression for any of the words, the longest first."""
    longest_first = sorted(folded_words, key=len, reverse=True)
    return "|".join(re.escape(words).replace(r"\ ", space) for words in longest_first)
