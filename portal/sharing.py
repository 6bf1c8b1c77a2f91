"""Links by which a reader passes a page on. Plain links: nothing is loaded from elsewhere."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True)
class Share:
    """Addresses for passing ``url`` on."""

    url: str
    title: str
    mailto: str
    facebook: str
    zalo: str

    @classmethod
    def of(cls, title: str, url: str) -> "Share":
        return cls(
            url=url,
            title=title,
            mailto=f"mailto:?subject={quote(title)}&body={quote(url)}",
            facebook=f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': url})}",
            zalo=f"https://zalo.me/share?{urlencode({'u': url})}",
        )
