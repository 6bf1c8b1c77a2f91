"""Numbers and symbols of documents that a line must not end inside: ``10-CT/TW``, ``30/2020/NĐ-CP``, ``KT-XH``.

Only how they are shown changes: what stands in the text, and what a reader copies, are the characters that were typed.
"""

import re

#: Longer ones would not fit beside a small picture on a phone and may break.
MOST_CHARACTERS = 16
_SYMBOL = re.compile(
    r"""
    <[^<>]*>                                        # a tag, left as it is
    | (?<![\w/.@&\#-])
      (?P<symbol>
        (?: \d{1,5}[a-zđ]? | [A-ZĐ]{1,7} )            # 10, 12a, KT
        (?: [-–/] \d{4} )?                            # /2020
        (?: [-–/] [A-ZĐƯ] [A-Za-zĐđƯư0-9]{0,9} )+      # -CT, /TW, /QH15
      )
      (?! [\w@] | [-–/.]\w )
    """,
    re.VERBOSE,
)


def unbroken(html: str) -> str:
    """HTML whose symbols stand in one piece.

    >>> unbroken("Chỉ thị số 10-CT/TW")
    'Chỉ thị số <span class="unbroken">10-CT/TW</span>'
    >>> unbroken('<a href="/10-CT/TW/">Hà Nội-Huế</a> 28/3/2002')
    '<a href="/10-CT/TW/">Hà Nội-Huế</a> 28/3/2002'
    """
    return _SYMBOL.sub(_in_one_piece, html)


def _in_one_piece(found: re.Match[str]) -> str:
    symbol = found["symbol"]
    if symbol is None or len(symbol) > MOST_CHARACTERS:
        return found[0]
    return f'<span class="unbroken">{symbol}</span>'
