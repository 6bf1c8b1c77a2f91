"""Reading a page as its reader does: by headings, links and words, not by the templates that made it."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client


class Reading:
    """An answer of the portal and what stands in it."""

    def __init__(self, client: Client, url: str, **headers: str) -> None:
        self.response = client.get(url, headers=headers)
        self.status = self.response.status_code
        self.html = self.response.content.decode()
        self.soup = BeautifulSoup(self.html, "lxml")

    def all(self, selector: str) -> list[Tag]:
        return list(self.soup.select(selector))

    def one(self, selector: str) -> Tag:
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} × {selector}"
        return found[0]

    def texts(self, selector: str) -> list[str]:
        """The words of each element, spaces as a reader sees them."""
        return [words_of(element) for element in self.all(selector)]

    def text(self, selector: str = "body") -> str:
        return words_of(self.one(selector))

    def links(self, selector: str = "a") -> list[str]:
        return [str(link["href"]) for link in self.all(selector) if link.get("href")]

    def meta(self, name: str) -> str | None:
        """The content of ``<meta name=…>`` or ``<meta property=…>``; ``None`` where there is none."""
        found = self.soup.find("meta", attrs={"name": name}) or self.soup.find("meta", attrs={"property": name})
        return str(found["content"]) if isinstance(found, Tag) else None


def words_of(element: Tag) -> str:
    return " ".join(element.get_text().split())


def read(client: Client, url: str, **headers: str) -> Reading:
    """The page at ``url``, which must be there."""
    reading = Reading(client, url, **headers)
    assert reading.status == 200, f"{url}: {reading.status}"
    return reading


def edit_form(response: Any) -> dict[str, str]:
    """What a page's form in the admin sends when nothing is touched. The text is empty: it is drawn by script."""
    form = BeautifulSoup(response.content, "lxml").select_one("form[data-edit-form]")
    assert form is not None
    sent = {"body-count": "0"}
    for field in form.select("input[name], textarea[name], select[name]"):
        name, kind = str(field["name"]), field.get("type")
        if kind in ("submit", "file") or (kind == "checkbox" and not field.has_attr("checked")):
            continue
        if field.name == "select":
            chosen = field.select_one("option[selected]")
            if chosen is None and field.has_attr("multiple"):
                continue
            sent[name] = str(chosen["value"]) if chosen else ""
        else:
            sent[name] = str(field.get("value", "on" if kind == "checkbox" else "")) or field.get_text().strip()
    return {name: value for name, value in sent.items() if not name.startswith("action-")}
