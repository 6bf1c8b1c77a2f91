"""Many articles written to the database at once, as if each had been published in Wagtail's admin.

Publishing one article through Wagtail takes dozens of statements; ten thousand of them most of an hour. Here a batch is
written table by table: page rows with their place in the tree, article rows, tags, corrections, picks, revisions, log
entries, and the rows of the reference index and of the admin's search index, all in one transaction. What is *not* done
is sending Wagtail's signals (``page_published`` and the rest): whoever listens to them must be told apart.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import F, Max
from django.db.models.sql import InsertQuery
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Page, PageLogEntry, Revision

from news.importers.digests import article_digest
from news.models import Article, ImportRecord, Section
from news.models.article import ArticleTag, Correction, RelatedArticle
from portal.access.levels import Level, set_level
from portal.bulk_indexes import add_references, add_to_search
from portal.demo.accounts import demo_user
from portal.demo.pictures import SCENES, captioned
from portal.demo.publishing import WRITER
from portal.editorial.content import digest
from portal.editorial.models import Approval
from portal.editorial.services import vouch_for
from portal.text import slugify

from .body import BodyMaker
from .compose import ArticleSpec

#: Relations that a revision carries with the article.
_NO_COMMENTS = "wagtail_admin_comments"


class ArticleStore:
    """Writes articles below their sections."""

    def __init__(self, sections: Mapping[str, Section], bodies: BodyMaker, by: AbstractUser | None) -> None:
        self.sections, self.bodies, self.by = sections, bodies, by
        self.writer = demo_user(WRITER)
        self.article_type = ContentType.objects.get_for_model(Article)
        self.page_type = ContentType.objects.get_for_model(Page)
        self.tags: dict[str, Tag] = {}

    @staticmethod
    def missing(specs: Iterable[ArticleSpec]) -> list[ArticleSpec]:
        """Those that are not in the database yet, in the same order."""
        wanted = list(specs)
        there: set[UUID] = set()
        for start in range(0, len(wanted), 500):
            keys = [spec.identity for spec in wanted[start : start + 500]]
            there.update(Page.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True))
        return [spec for spec in wanted if spec.identity not in there]

    @transaction.atomic
    def add(self, specs: Sequence[ArticleSpec]) -> list[Article]:
        """Publish these articles; all of them or, if anything fails, none."""
        articles = [self._article(spec) for spec in specs]
        self._place_in_tree(specs, articles)
        self._insert(articles)
        for spec, article in zip(specs, articles, strict=True):
            if spec.key:
                self.bodies.pages[spec.key] = article.pk
        self._fill_bodies(specs, articles)
        self._insert_rows_of_articles(articles)
        self._insert_relations(specs, articles)
        self._insert_revisions(articles)
        _insert_import_records(articles)
        add_references(articles)
        add_to_search(articles)
        for spec, article in zip(specs, articles, strict=True):
            if spec.level:
                set_level(article, Level(spec.level), by=self.by)
        return articles

    def _article(self, spec: ArticleSpec) -> Article:
        section = self.sections[spec.section]
        picture = self.bodies.library.picture(*spec.picture) if spec.picture else None
        # a demo loaded before the hour of its newest article has it published just now
        now = timezone.now() - timedelta(minutes=2)
        published = min(spec.published_on, now) if spec.published_on else None
        updated = min(spec.updated_on, now) if spec.updated_on else None
        ordered_at = published or spec.known_since
        return Article(
            title=spec.title,
            draft_title=spec.title,
            translation_key=spec.identity,
            locale_id=section.locale_id,
            content_type=self.article_type,
            owner=self.by,
            live=True,
            has_unpublished_changes=False,
            first_published_at=ordered_at,
            last_published_at=updated or ordered_at,
            latest_revision_created_at=updated or ordered_at,
            parent_section=section,
            kicker=spec.kicker,
            sapo=f"<p>{spec.sapo}</p>" if spec.sapo else "",
            published_on=published,
            published_time_known=spec.published_time_known,
            ordered_at=ordered_at,
            updated_on=updated,
            author_name=spec.author_name,
            poster_name=spec.poster_name,
            source_tag=spec.source_tag,
            source_name=spec.source_name,
            source_url=spec.source_url,
            picture=picture,
            picture_alt=SCENES[spec.picture[0]].alt if spec.picture else "",
            picture_caption=captioned(spec.picture_caption) if picture else "",
            base_views=spec.base_views,
            review_note=spec.review_note,
        )

    def _place_in_tree(self, specs: Sequence[ArticleSpec], articles: Sequence[Article]) -> None:
        """Path, depth, slug and address below the section, after what is there already."""
        by_section: dict[str, list[Article]] = defaultdict(list)
        for spec, article in zip(specs, articles, strict=True):
            by_section[spec.section].append(article)
        for slug, members in by_section.items():
            section = Page.objects.select_for_update().get(pk=self.sections[slug].pk)
            siblings = Page.objects.filter(path__startswith=section.path, depth=section.depth + 1)
            taken = set(siblings.values_list("slug", flat=True))
            last_path = siblings.aggregate(last=Max("path"))["last"]
            step = Page._str2int(last_path[-Page.steplen :]) if last_path else 0
            for number, article in enumerate(members, start=1):
                article.path = Page._get_path(section.path, section.depth + 1, step + number)
                article.depth = section.depth + 1
                article.numchild = 0
                article.slug = _free_slug(article, taken)
                article.set_url_path(section)
            Page.objects.filter(pk=section.pk).update(numchild=F("numchild") + len(members))

    def _insert(self, articles: Sequence[Article]) -> None:
        """The rows of ``Page``, which give the articles their keys."""
        fields = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
        pages = Page.objects.bulk_create(
            [Page(**{name: getattr(article, name) for name in fields}) for article in articles]
        )
        for page, article in zip(pages, articles, strict=True):
            article.pk = article.id = article.page_ptr_id = page.pk
            article._state.adding = False
            article._state.db = connection.alias

    def _fill_bodies(self, specs: Sequence[ArticleSpec], articles: Sequence[Article]) -> None:
        for spec, article in zip(specs, articles, strict=True):
            article.body = json.dumps(self.bodies.blocks(spec.pieces, spec.slots, spec.identity), ensure_ascii=False)

    def _insert_rows_of_articles(self, articles: Sequence[Article]) -> None:
        """The rows of ``Article`` itself; Django's ``bulk_create`` refuses models that have a parent table."""
        fields = Article._meta.local_concrete_fields
        size = (
            max(1, connection.features.max_query_params // len(fields))
            if connection.features.max_query_params
            else len(articles)
        )
        for start in range(0, len(articles), size):
            query = InsertQuery(Article)
            query.insert_values(fields, list(articles[start : start + size]))
            query.get_compiler(connection=connection).execute_sql()

    def _insert_relations(self, specs: Sequence[ArticleSpec], articles: Sequence[Article]) -> None:
        """Tags, corrections and picks, kept on the articles as well so that revisions need not ask for them."""
        tagged, corrections, picks = [], [], []
        for spec, article in zip(specs, articles, strict=True):
            mine: dict[str, list[Any]] = {
                "tagged_items": [ArticleTag(content_object=article, tag=self._tag(name)) for name in spec.tags],
                "corrections": [
                    Correction(article=article, noted_on=min(noted, timezone.now()), text=text, sort_order=order)
                    for order, (noted, text) in enumerate(spec.corrections)
                ],
                "related_picks": [
                    RelatedArticle(article=article, related_id=self.bodies.pages[key], sort_order=order)
                    for order, key in enumerate(spec.related)
                    if key in self.bodies.pages
                ],
                _NO_COMMENTS: [],
            }
            article._cluster_related_objects = mine
            tagged += mine["tagged_items"]
            corrections += mine["corrections"]
            picks += mine["related_picks"]
        ArticleTag.objects.bulk_create(tagged)
        Correction.objects.bulk_create(corrections)
        RelatedArticle.objects.bulk_create(picks)

    def _tag(self, name: str) -> Tag:
        if name not in self.tags:
            self.tags[name], _ = Tag.objects.get_or_create(name=name, defaults={"slug": slugify(name)})
        return self.tags[name]

    def _insert_revisions(self, articles: Sequence[Article]) -> None:
        """The revision each article was published with, and the log entries of its making and publishing."""
        revisions = Revision.objects.bulk_create(
            [
                Revision(
                    content_type=self.article_type,
                    base_content_type=self.page_type,
                    object_id=str(article.pk),
                    created_at=article.latest_revision_created_at,
                    user=self.writer,
                    object_str=str(article),
                    content=article.serializable_data(),
                )
                for article in articles
            ]
        )
        entries: list[PageLogEntry] = []
        digests: dict[Page, str] = {}
        for revision, article in zip(revisions, articles, strict=True):
            article.latest_revision = article.live_revision = revision
            digests[article] = digest(Article, revision.content)
            entries += [
                self._log_entry(article, revision, action, article.last_published_at)
                for action in ("wagtail.create", "wagtail.publish")
            ]
        Page.objects.bulk_update(
            [Page(pk=a.pk, latest_revision=a.latest_revision, live_revision=a.live_revision) for a in articles],
            ["latest_revision", "live_revision"],
        )
        PageLogEntry.objects.bulk_create(entries)
        vouch_for(digests, by=self.by, kind=Approval.Kind.DEMO)

    def _log_entry(self, article: Article, revision: Revision, action: str, when: datetime | None) -> PageLogEntry:
        return PageLogEntry(
            content_type=self.article_type,
            label=article.title,
            action=action,
            data={},
            timestamp=when or timezone.now(),
            user=self.by,
            uuid=uuid4(),
            content_changed=True,
            page_id=article.pk,
            revision=revision,
        )


def _insert_import_records(articles: Sequence[Article]) -> None:
    """Only what was imported may have no date: publishing any other article again would date it."""
    ImportRecord.objects.bulk_create(
        [
            ImportRecord(
                source_name=f"demo/{article.translation_key}.html",
                content_digest=hashlib.sha256(article.translation_key.bytes).hexdigest(),
                article=article,
                written_digest=article_digest(article),
            )
            for article in articles
            if article.published_on is None
        ]
    )


def _free_slug(article: Article, taken: set[str]) -> str:
    """The title's slug, with a number where a sibling has it."""
    wanted = slugify(article.title) or "bai-viet"
    slug, number = wanted, 2
    while slug in taken:
        slug = f"{wanted}-{number}"
        number += 1
    taken.add(slug)
    return slug
