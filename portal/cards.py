"""What a list shows of a page, as plain values: templates of cards ask no queries."""

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from django.utils.html import strip_tags
from django.utils.text import Truncator

from portal.access.media import may_see

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from portal.models import PortalImage

SAPO_WORDS = 40
_END_OF_LINE = re.compile(r"</(?:p|li|h[1-6]|blockquote)>|<[bh]r\s*/?>")
_CUT_AFTER_A_SIGN = re.compile(r"[\s.,;:–-]+…$")


@dataclass(frozen=True)
class Card:
    """One entry of a list. Empty strings and ``None`` mean unknown and are not shown."""

    title: str
    url: str
    kicker: str = ""
    sapo: str = ""
    date_text: str = ""
    date_iso: str = ""
    picture: "PortalImage | None" = None
    picture_alt: str = ""
    views: int | None = None
    source_tag: str = ""
    #: For whom a restricted page is; empty for a public one.
    mark: "str | Promise" = ""

    def __post_init__(self) -> None:
        """A card whose picture this reader may not see is a card without a picture."""
        if self.picture is not None and not may_see(self.picture):
            object.__setattr__(self, "picture", None)


def plain_summary(html: str, words: int = SAPO_WORDS) -> str:
    """Rich text as plain text of at most ``words`` words."""
    text = unescape(strip_tags(_END_OF_LINE.sub(" ", html)))
    return _CUT_AFTER_A_SIGN.sub("…", Truncator(" ".join(text.split())).words(words))
