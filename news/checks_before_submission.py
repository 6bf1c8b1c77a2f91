"""What an article needs before it is submitted."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from news.models import Article
from portal.editorial.checklist.content import plain
from portal.editorial.checklist.registry import Check, Finding, checks

FEWEST_WORDS, MOST_WORDS = 15, 80


def is_article(page: Page) -> bool:
    return isinstance(page, Article)


def sapo(page: Article) -> Iterator[Finding]:
    words = len(plain(page.sapo).split())
    if not words:
        yield Finding(_("There is no sapo. Say the whole news in two or three sentences."))
    elif words < FEWEST_WORDS:
        yield Finding(_("The sapo has %(n)d words. Say who, what, where and when in it.") % {"n": words})
    elif words > MOST_WORDS:
        yield Finding(_("The sapo has %(n)d words. Shorten it to %(most)d.") % {"n": words, "most": MOST_WORDS})


def source(page: Article) -> Iterator[Finding]:
    if not (page.author_name.strip() or page.source_name.strip() or page.source_tag.strip()):
        yield Finding(_("Neither author nor source is named. Fill in “Tác giả” or “Đăng lại từ”."))


def register() -> None:
    """Called when the app is ready."""
    checks.register(
        Check(
            "sapo",
            gettext_lazy("Sapo"),
            gettext_lazy("Between 15 and 80 words."),
            sapo,
            concerns=is_article,
        )
    )
    checks.register(
        Check(
            "source",
            gettext_lazy("Author or source"),
            gettext_lazy("An article says who wrote it or where it was taken from."),
            source,
            concerns=is_article,
        )
    )
