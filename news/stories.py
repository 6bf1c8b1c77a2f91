"""Articles for the front page and for the fragments `Mới nhất` and `Xem nhiều nhất`."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page

from news.models import Article
from news.parts import articles_of, in_sections
from portal.access.tokens import Tokens, public_tokens
from portal.cards import Card
from portal.registry import Fragment, fragments, story_sources

LIST_COUNT = 6


def latest_cards(request: HttpRequest) -> list[Card]:
    """`Mới nhất`."""
    newest = Article.objects.visible_to(public_tokens(request)).for_cards().newest_first()[:LIST_COUNT]
    return [article.to_card(request) for article in newest]


def most_viewed_cards(request: HttpRequest) -> list[Card]:
    """`Xem nhiều nhất`."""
    ranked = Article.objects.visible_to(public_tokens(request)).for_cards().most_viewed()[:LIST_COUNT]
    return [article.to_card(request) for article in ranked]


@dataclass(frozen=True)
class ArticleStories:
    """Articles as the front page's story source."""

    name: str = "articles"

    def by_id(self, ids: Sequence[int], tokens: Tokens) -> list[Article]:
        return (
            list(Article.objects.visible_to(tokens).for_cards().with_section_title().filter(pk__in=ids)) if ids else []
        )

    def latest(self, count: int, tokens: Tokens, exclude: Sequence[int] = ()) -> list[Article]:
        newest = Article.objects.visible_to(tokens).for_cards().with_section_title().newest_first()
        return list(newest.exclude(pk__in=exclude)[:count])

    def rows(
        self, wanted: Sequence[tuple[Page, int]], tokens: Tokens, exclude: Sequence[int] = ()
    ) -> list[list[Article]]:
        """The newest of each section, so many; one query for all.

        What stands elsewhere on the page comes only where a small section has no others left. Of each section as many
        are read as could be taken before its turn, so that its own number always remains.
        """
        parts, taken = [], len(exclude)
        for section, count in wanted:
            taken += count
            parts.append(in_sections(section.section_ids, taken))
        newest = sorted(articles_of(parts, tokens), key=lambda found: (found.ordered_at, found.pk), reverse=True)
        shown = set(exclude)
        rows = []
        for section, count in wanted:
            ids = set(section.section_ids)
            listed = [found for found in newest if found.parent_section_id in ids]
            row = sorted(listed, key=lambda found: found.pk in shown)[:count]
            rows.append([found for found in listed if found in row])
            shown.update(found.pk for found in row)
        return rows


story_sources.register(ArticleStories())
fragments.register(Fragment("moi-nhat", "fragments/latest.html", latest_cards))
fragments.register(Fragment("xem-nhieu", "fragments/most_viewed.html", most_viewed_cards))
