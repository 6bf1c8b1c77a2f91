"""Entries as rows: what both engines are fed from, and what results are shown of."""

import datetime as dt
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.access.tokens import PUBLIC
from search.entries import Entry, Passage, StatusSpan
from search.log.models import ClickDay, QueryDay  # noqa: F401  they are this app's
from search.popular.models import PopularQuery  # noqa: F401  they are this app's
from search.related.models import RelatedPages  # noqa: F401  they are this app's
from search.rules.models import ResultRule, RulePage  # noqa: F401  they are this app's
from search.synonyms import problem_of_terms


class StoredEntry(models.Model):
    """The entry of one page that may be found: one row for each live page whose type gives something to search.

    ``version`` is a number of the outbox, newer with every change. ``indexed_version`` is the version that
    Elasticsearch is known to have. ``revision`` is the live revision that was read, ``projection`` the rules by which,
    ``digest`` what came of it. Lists are stored as JSON; nothing is looked up by what is inside them.
    """

    page = models.OneToOneField(
        Page, verbose_name=_("page"), primary_key=True, on_delete=models.CASCADE, related_name="search_entry_row"
    )
    kind = models.CharField(max_length=20)
    title = models.TextField()
    summary = models.TextField(blank=True)
    about = models.TextField(blank=True)
    body = models.TextField(blank=True)
    path = models.CharField(max_length=255)
    token = models.TextField(default=PUBLIC)
    date = models.DateField(null=True)
    go_live_at = models.DateTimeField(null=True)
    expire_at = models.DateTimeField(null=True)
    numbers = models.JSONField(default=list)
    cited = models.JSONField(default=list)
    document_type = models.CharField(max_length=20, blank=True)
    issuer = models.CharField(max_length=20, blank=True)
    fields = models.JSONField(default=list)
    statuses = models.JSONField(default=list)
    citations = models.PositiveIntegerField(default=0)
    popularity = models.FloatField(default=0.0)
    version = models.BigIntegerField(default=1)
    indexed_version = models.BigIntegerField(default=0)
    revision = models.BigIntegerField(null=True)
    projection = models.PositiveSmallIntegerField(default=0)
    digest = models.CharField(max_length=32, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes: ClassVar = [
            models.Index(fields=["kind", "date"], name="search_entry_kind"),
            models.Index(fields=["path"], name="search_entry_path"),
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """The row of ``entry``, not saved, without its passages."""
        return cls(
            page_id=int(entry.key),
            kind=entry.kind,
            title=entry.title,
            summary=entry.summary,
            about=entry.about,
            body=entry.body,
            path=entry.path,
            token=entry.token,
            date=entry.date,
            go_live_at=entry.go_live_at,
            expire_at=entry.expire_at,
            numbers=list(entry.numbers),
            cited=list(entry.cited),
            document_type=entry.document_type,
            issuer=entry.issuer,
            fields=list(entry.fields),
            statuses=[[span.status, _iso(span.starts), _iso(span.ends)] for span in entry.statuses],
            citations=entry.citations,
            popularity=entry.popularity,
            version=entry.version,
        )

    def status_on(self, day: dt.date) -> str:
        """Whether the document holds on ``day``; nothing for what is no document."""
        spans = ((status, _day(starts), _day(ends)) for status, starts, ends in self.statuses)
        return next((status for status, starts, ends in spans if _is_within(day, starts, ends)), "")

    def entry(self) -> Entry:
        """What was stored, with its passages."""
        return Entry(
            key=str(self.page_id),
            kind=self.kind,
            title=self.title,
            summary=self.summary,
            about=self.about,
            body=self.body,
            passages=tuple(row.passage() for row in self.passages.all()),
            path=self.path,
            token=self.token,
            date=self.date,
            go_live_at=self.go_live_at,
            expire_at=self.expire_at,
            numbers=tuple(self.numbers),
            cited=tuple(self.cited),
            document_type=self.document_type,
            issuer=self.issuer,
            fields=tuple(self.fields),
            statuses=tuple(StatusSpan(status, _day(starts), _day(ends)) for status, starts, ends in self.statuses),
            citations=self.citations,
            popularity=self.popularity,
            version=self.version,
        )


class StoredPassage(models.Model):
    """One page of a file attached to a document."""

    entry = models.ForeignKey(StoredEntry, on_delete=models.CASCADE, related_name="passages")
    file = models.CharField(max_length=20)
    name = models.CharField(max_length=255)
    number = models.PositiveIntegerField()
    text = models.TextField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("page of a file")
        verbose_name_plural = _("pages of files")
        ordering: ClassVar = ["entry", "id"]

    def __str__(self) -> str:
        return f"{self.name}, {self.number}"

    def passage(self) -> Passage:
        return Passage(self.file, self.name, self.number, self.text)


class Combination(models.Model):
    """By what entries are counted, once for all that agree in it: one number to group by instead of six columns.

    ``values`` is a list: kind, type, issuer, fields, year, token, spans of status. A row never changes, and its number
    is made of its values, so that whoever has read it may keep it.
    """

    id = models.BigIntegerField(primary_key=True)
    values = models.JSONField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("combination of facets")
        verbose_name_plural = _("combinations of facets")

    def __str__(self) -> str:
        return str(self.values)


class SearchRow(models.Model):
    """An entry as the database engine finds it: narrow, since common words walk through thousands of these.

    ``place`` is the day and the page's number in one, so that the newest come first by the key itself. On PostgreSQL
    the tokens are a column more; on SQLite they are the table ``search_tokens``, whose rows have the same number.
    Entries that tell one story have its number.
    """

    place = models.BigAutoField(primary_key=True)
    page = models.OneToOneField(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    combination = models.ForeignKey(Combination, on_delete=models.PROTECT, related_name="+")
    token = models.TextField(default=PUBLIC)
    popularity = models.FloatField(default=0.0)
    story = models.BigIntegerField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("row of the search")
        verbose_name_plural = _("rows of the search")

    def __str__(self) -> str:
        return str(self.place)


class SearchWords(models.Model):
    """The folded words of an entry in their order, compressed: what ranking reads, and what its tokens come from."""

    row = models.OneToOneField(SearchRow, primary_key=True, on_delete=models.CASCADE, related_name="words")
    words = models.BinaryField()
    rest = models.BinaryField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("words of the search")
        verbose_name_plural = _("words of the search")

    def __str__(self) -> str:
        return str(self.row_id)


class LearnedSyllables(models.Model):
    """What the texts taught when it was last asked of them: one row (``search.language.statistics``)."""

    stored = models.BinaryField()
    entries = models.PositiveIntegerField(_("of so many entries"))
    learned_at = models.DateTimeField(_("learned at"), auto_now=True)

    class Meta:
        verbose_name = _("syllables of the texts")
        verbose_name_plural = _("syllables of the texts")

    def __str__(self) -> str:
        return f"{self.learned_at:%d/%m/%Y}"


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _is_within(day: dt.date, starts: dt.date | None, ends: dt.date | None) -> bool:
    return (starts is None or starts <= day) and (ends is None or day < ends)


def _day(stored: str | None) -> dt.date | None:
    return dt.date.fromisoformat(stored) if stored else None


class SynonymGroup(models.Model):
    """Terms that mean the same, one a line: abbreviations and other names. Kept by staff, live from the next search."""

    terms = models.TextField(
        _("words that mean the same"),
        help_text=_("One a line, at least two. For example: BTV on one line, ban thường vụ on the next."),
    )
    is_active = models.BooleanField(_("in use"), default=True)
    note = models.CharField(_("note"), max_length=250, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering: ClassVar = ["terms"]

    def __str__(self) -> str:
        return " = ".join(self.listed())

    def listed(self) -> list[str]:
        """The terms, without empty lines."""
        return [" ".join(line.split()) for line in self.terms.splitlines() if line.strip()]

    def clean(self) -> None:
        self.terms = "\n".join(self.listed())
        if problem := problem_of_terms(self.listed()):
            raise ValidationError({"terms": problem})
