"""Issuing bodies: their abbreviations in symbols, and the words by which texts name them.

An abbreviation is known by its letters without marks and case, and written in keys as here. Unknown ones stay as typed
(all-small ones are written large): their Đ cannot be told from D, so ``12/QĐ-XYĐ`` and ``12/QD-XYD`` are two keys.
"""

import re
from functools import lru_cache

from documents.references.codes import one_of
from documents.references.folding import folded

#: Levels of the party, and the committees' own organs, whose abbreviations are put before the level's: BTC + TW.
LEVELS = (
    "TW", "TU", "ThU", "HU", "QU", "ĐUK", "ĐUKCCQ", "ĐUKDN", "ĐUCCQ", "ĐU", "ĐUX", "ĐUP", "CB", "ĐH", "ĐB", "ĐUBP",
    "CBBP",
)  # fmt: skip
ORGANS = (
    "BTC", "UBKT", "VP", "BTG", "BDV", "BTGDV", "BNC", "BKT", "BKTNC", "BCĐ", "BCS", "BCSĐ", "ĐĐ", "ĐĐH", "HN",
    "QU", "BXDĐ", "BXD", "BBVSK", "BVSK", "BBVCSSK", "BCSSK", "BĐN", "BTCKT", "TTCT", "TTBDCT", "TCT", "TBT", "BCT",
    "BBT", "BTV", "BCH", "TT", "HĐLL", "HVCT", "TTH", "TBVK", "TBNS", "TĐTN", "ĐTN", "ĐUCA", "TH", "TCV", "ĐKT",
    "ĐGS", "TKT", "TGS", "HĐ", "VPUBKT", "BCSĐUBND", "BCĐ35", "BCĐ10", "BCĐ18",
)  # fmt: skip
_PARTY_ALONE = (
    "QUTW", "ĐUCA", "ĐUCATW", "ĐUQS", "ĐUQSTW", "ĐUBP", "ĐUBĐBP", "ĐUCP", "ĐUQH", "ĐUUBND", "ĐUMTTQ", "BCSĐ", "ĐĐ",
    "BTGDVTW", "BCSTW", "BCSĐCP", "BCSĐUBND", "ĐĐQH", "ĐĐHĐND", "HNTW", "ĐHXIII", "ĐHXII", "ĐHXI", "TWĐTN", "TWĐ",
    "TWHPN", "TWHND", "HVCTQG", "MTTW", "ĐCSVN", "ĐUTCT", "ĐUĐHQG", "ĐUBC", "CBCS", "TTHU", "TTTU", "TTĐU", "TTĐ",
    "BCĐTW", "BXDĐ", "XDĐ", "UBKT",
)  # fmt: skip
#: Mass organisations: they number like the party or like the state, so their symbol's form decides.
MASS = (
    "MTTQ", "UBMTTQ", "MTTQVN", "LĐLĐ", "TLĐ", "CĐVC", "CĐN", "CĐCS", "CĐ", "HPN", "HLHPN", "LHPN", "HLHPNVN",
    "TĐTN", "ĐTN", "TWĐTN", "ĐTNCSHCM", "ĐTNCS", "HND", "HNDVN", "HCCB", "CCB", "BTV", "BTT", "BCH", "TƯĐTN",
    "HLHTN", "HSV", "HKH", "HNCT", "HCTĐ", "CTĐ", "ĐCT", "TĐ", "ĐĐN",
)  # fmt: skip

STATE = (
    "CP", "TTg", "UBND", "HĐND", "UB", "VPCP", "HĐBT", "CTN", "VPCTN", "VPQH", "TANDTC", "VKSNDTC", "VKSTC", "HĐTP",
    "KTNN", "NHNN", "TTCP", "UBDT", "BNV", "BTP", "BTC", "BKHĐT", "BCA", "BQP", "BNG", "BYT", "BGDĐT", "BLĐTBXH",
    "BTTTT", "BVHTTDL", "BKHCN", "BTNMT", "BNNMT", "BNNPTNT", "BCT", "BXD", "BGTVT", "BDTTG", "BNN", "BGD&ĐT",
    "BHXH", "BHXHVN", "TCHQ", "TCTL", "ĐHQGHN", "ĐHQG", "ĐHĐN", "VPUBND", "VP", "UBTVQH", "QH", "HĐBCQG", "HĐBC",
    "UBBC", "LS", "SNV", "STP", "STC", "SKHĐT", "SYT", "SGDĐT", "SLĐTBXH", "STTTT", "SVHTTDL", "SVHTT", "SKHCN",
    "STNMT", "SNNMT", "SNNPTNT", "SCT", "SXD", "SGTVT", "SNN", "SDTTG",
)  # fmt: skip
#: Parts of such bodies, and fields, as they stand at the end of a letter's symbol.
UNITS = (
    "TCT", "GDĐT", "GDTrH", "GDTH", "GDMN", "TTr", "TTCP", "CTHADS", "BĐH", "PNV", "PTP", "PGDĐT", "PTCKH", "TNMT",
    "NV", "VX", "KGVX", "KTTH", "KTN", "NC", "NN", "PL", "TH", "CN", "ĐMDN", "QHQT", "TCBC", "TCCB", "TCCV", "CCHC",
    "CCVC", "VTLTNN", "CQĐP", "XDCQ", "TL", "PC", "KSTT", "HC", "HCTC", "VP", "TCKT", "KHTC", "TTĐT", "ATTP",
    "BTĐKT", "TĐKT", "KT", "KTNS", "BPC", "ĐCT", "ĐKT", "GP", "QLT", "CS", "TCHC", "ĐĐBQH", "HĐQT", "HĐTV", "NHCS",
    "CAT", "BCHQS", "CATP", "BCĐ", "TTYT", "CTUBND", "ĐTĐL",
)  # fmt: skip

_PARTY = {folded(name): name for name in _PARTY_ALONE}
_PARTY |= {folded(organ + level): organ + level for level in LEVELS for organ in ORGANS}
_PARTY |= {folded(level): level for level in LEVELS}
_MASS = {folded(name): name for name in MASS}
_STATE_BODIES = {folded(name): name for name in STATE}
_STATE = {folded(name): name for name in UNITS} | _STATE_BODIES

_SCOPES = {"nb": "nb", "m": "M"}
_CENTRE_SPELLED = re.compile(r"(?i)T\.{0,2}\s?Ư\.?|T\.\s?W\.?|T\.\.?\s?U\.?")


@lru_cache(maxsize=8192)
def canonical(typed: str, *, state: bool = False) -> tuple[str, bool]:
    """The abbreviation as keys have it, and whether it is one of the party's.

    >>> canonical("btctw"), canonical("UBKTDU"), canonical("T.Ư"), canonical("VPTW/nb")
    (('BTCTW', True), ('UBKTĐU', True), ('TW', True), ('VPTW/nb', True))
    >>> canonical("TTG", state=True), canonical("ubnd-nc", state=True), canonical("XYZ")
    (('TTg', False), ('UBND-NC', False), ('XYZ', False))
    """
    typed = _CENTRE_SPELLED.sub("TW", typed)
    parts = re.split(r"\s{0,3}([-/])\s{0,3}", typed.replace("–", "-"))
    first, party = _one(parts[0], state=state)
    rest = [part if part in "-/" else _scope(part) for part in parts[1:]]
    return first + "".join(rest), party


def _one(typed: str, *, state: bool) -> tuple[str, bool]:
    bare = folded(typed)
    if state and bare in _STATE:
        return _STATE[bare], False
    if bare in _PARTY:
        return _PARTY[bare], True
    for known in (_MASS, _STATE):
        if bare in known:
            return known[bare], False
    tail = "" if state else _party_tail(bare)
    name = _as_typed(typed)
    return (name[: -len(tail)] + tail, True) if tail else (name, False)


_TAILS = sorted(
    (level for level in LEVELS if level not in ("ĐB", "ĐH", "CB", "ThU", "QU", "HU")), key=len, reverse=True
)


def _party_tail(bare: str) -> str:
    """The level with which an unlisted abbreviation ends: BCĐ35TW."""
    return next((tail for tail in _TAILS if len(bare) > len(tail) + 1 and bare.endswith(folded(tail))), "")


def _scope(typed: str) -> str:
    bare = folded(typed)
    return _SCOPES.get(bare) or _MASS.get(bare) or _STATE.get(bare) or _as_typed(typed)


def _as_typed(typed: str) -> str:
    return typed.upper() if typed == typed.lower() else typed


def is_known(typed: str) -> bool:
    """Whether it is in a table, so that small letters may be believed.

    >>> is_known("btctw"), is_known("tw"), is_known("ngay")
    (True, True, False)
    """
    bare = folded(_CENTRE_SPELLED.sub("TW", typed))
    return bare in _PARTY or bare in _MASS or bare in _STATE


def is_state_body(typed: str) -> bool:
    """Whether letters of it are known by its abbreviation: *GP* in ``12/GP-TTĐT`` is a licence.

    >>> is_state_body("VPCP"), is_state_body("GP")
    (True, False)
    """
    return folded(typed) in _STATE_BODIES


#: Words for a body, and its abbreviation. The organs go before the levels: Ban Tổ chức + Trung ương.
_ORGAN_WORDS = {
    "ban tổ chức": "BTC", "btc": "BTC", "ủy ban kiểm tra": "UBKT", "ubkt": "UBKT", "văn phòng": "VP", "vp": "VP",
    "ban tuyên giáo và dân vận": "BTGDV", "ban tuyên giáo": "BTG", "btg": "BTG", "ban dân vận": "BDV", "bdv": "BDV",
    "ban nội chính": "BNC", "bnc": "BNC", "ban kinh tế": "BKT", "ban xây dựng đảng": "BXDĐ",
    "ban thường vụ": "", "btv": "", "ban chấp hành": "", "bch": "", "thường trực": "", "thường vụ": "", "tv": "",
    "ban chấp hành đảng bộ": "", "bch đảng bộ": "", "ban chấp hành đảng": "",
}  # fmt: skip
_LEVEL_WORDS = {
    "trung ương đảng": "TW", "trung ương": "TW", "tw đảng": "TW", "tw": "TW", "t.ư đảng": "TW", "t.ư": "TW", "tư": "TW",
    "t.w": "TW", "tỉnh ủy": "TU", "thành ủy": "TU", "huyện ủy": "HU", "quận ủy": "QU", "thị ủy": "ThU", "đảng ủy": "ĐU",
    "chi bộ": "CB", "chi ủy": "CB", "tỉnh": "TU", "huyện": "HU", "đảng bộ tỉnh": "TU", "đảng bộ huyện": "HU",
    "quân ủy trung ương": "QUTW",
}  # fmt: skip
_BODY_WORDS = {
    "ban bí thư trung ương đảng": "TW", "ban bí thư trung ương": "TW", "ban bí thư tw đảng": "TW", "ban bí thư tw": "TW",
    "ban bí thư t.ư đảng": "TW", "ban bí thư t.ư": "TW", "ban bí thư": "TW", "bbt": "TW", "bộ chính trị": "TW", "bct": "TW",
    "bchtw": "TW", "bch tw": "TW", "bộ chính trị, ban bí thư": "TW", "bchtw đảng": "TW", "btctw": "BTCTW", "ubkttw": "UBKTTW",
    "chính phủ": "CP", "thủ tướng chính phủ": "TTg", "thủ tướng": "TTg", "ttcp": "TTg", "quốc hội": "QH",
    "ủy ban thường vụ quốc hội": "UBTVQH", "ubtvqh": "UBTVQH", "chủ tịch ubnd": "UBND", "ubnd": "UBND", "hđnd": "HĐND",
    "ủy ban nhân dân": "UBND", "chủ tịch ủy ban nhân dân": "UBND", "hội đồng nhân dân": "HĐND", "văn phòng chính phủ": "VPCP",
    "bộ nội vụ": "BNV", "bộ tư pháp": "BTP", "bộ tài chính": "BTC", "bộ công an": "BCA", "bộ y tế": "BYT",
    "bộ giáo dục và đào tạo": "BGDĐT", "bộ quốc phòng": "BQP", "bộ thông tin và truyền thông": "BTTTT",
    "bộ khoa học và công nghệ": "BKHCN", "sở nội vụ": "SNV", "bộ trưởng bộ nội vụ": "BNV", "bộ xây dựng": "BXD",
    "bộ lao động - thương binh và xã hội": "BLĐTBXH", "bộ công thương": "BCT", "chủ tịch nước": "CTN",
}  # fmt: skip


_LEVELS_ALONE = {words: name for words, name in _LEVEL_WORDS.items() if words not in ("tư", "tỉnh", "huyện")}
#: Abbreviation by the body's words, folded.
BODIES = {
    folded(words): name
    for words, name in (
        {
            f"{organ} {level}": prefix + _LEVEL_WORDS[level]
            for organ, prefix in _ORGAN_WORDS.items()
            for level in _LEVEL_WORDS
        }
        | _LEVELS_ALONE
        | _BODY_WORDS
    ).items()
}
#: A regular expression over folded text that meets all of them.
BODY = (
    rf"(?:{one_of(map(folded, _BODY_WORDS))}"
    rf"|(?:{one_of(map(folded, _ORGAN_WORDS))})\s{{1,3}}(?:{one_of(map(folded, _LEVEL_WORDS))})"
    rf"|{one_of(map(folded, _LEVELS_ALONE))})(?![a-z0-9])"
)
