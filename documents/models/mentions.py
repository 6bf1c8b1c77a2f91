"""Mentions of documents in the live texts of pages, the names by which documents are found, and what staff decided.

Nothing here is content: a mention follows from the text that is live, a name from the document that is live, and both
are written anew with them. Which document a mention means is told when somebody reads it (``documents.mentions``).
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from documents.models.mention_querysets import MentionQuerySet


class CitedName(models.Model):
    """A key by which texts name documents; ``documents`` are those that it may mean, none while none is entered."""

    key = models.CharField(max_length=80, unique=True)
    documents = models.ManyToManyField("documents.OfficialDocument", related_name="cited_names")

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.key


class MentionDecision(models.Model):
    """Which document a mention on a page means, as a person said; none: it shall be no link.

    It is found again by the words and by what stands around them, in later versions of the page as well.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    document = models.ForeignKey(
        "documents.OfficialDocument", verbose_name=_("document"), null=True, on_delete=models.CASCADE, related_name="+"
    )
    text = models.CharField(max_length=200)
    before = models.CharField(max_length=80, blank=True)
    after = models.CharField(max_length=80, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.text} → {self.document or '–'}"


class Mention(models.Model):
    """One mention in the live text of a page.

    It stands from ``start`` to ``end`` of the line with the digest ``line``. ``name`` and the rest tell what it says,
    with what the page says elsewhere of the same document. ``text_day`` is the day of the text.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+", db_index=False)
    position = models.PositiveIntegerField()
    name = models.ForeignKey(CitedName, on_delete=models.CASCADE, related_name="mentions")
    line = models.CharField(max_length=16)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.CharField(max_length=200)
    before = models.CharField(max_length=80, blank=True)
    after = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=10)
    issuer = models.CharField(max_length=60, blank=True)
    day = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    term = models.CharField(max_length=10, blank=True)
    body = models.CharField(max_length=160, blank=True)
    place = models.CharField(max_length=80, blank=True)
    is_supported = models.BooleanField(default=False)
    text_day = models.DateField(null=True)
    decision = models.ForeignKey(MentionDecision, null=True, on_delete=models.SET_NULL, related_name="mentions")

    wagtail_reference_index_ignore = True

    objects = models.Manager.from_queryset(MentionQuerySet)()

    class Meta:
        ordering: ClassVar = ["page", "position"]
        indexes: ClassVar = [models.Index(fields=["page", "position"], name="mentions_of_page")]

    def __str__(self) -> str:
        return f"{self.before}[{self.text}]{self.after}"


class TextReading(models.Model):
    """That the live text of a page was read for mentions: which version of it, and by which parser."""

    page = models.OneToOneField(Page, primary_key=True, on_delete=models.CASCADE, related_name="+")
    revision = models.BigIntegerField(null=True)
    parser = models.PositiveSmallIntegerField()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.page_id}: {self.revision}"
