"""Every way in which what may be found of a page changes: thin, one line each."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Model, Q
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from documents.files.signals import text_changed
from documents.mentions.signals import texts_read
from documents.models import (
    DocumentFile,
    DocumentType,
    Field,
    Issuer,
    Mention,
    MentionDecision,
    OfficialDocument,
    Position,
    Term,
)
from documents.signals import statuses_changed
from search.indexing.effects import place_later, project_later, tell_index
from search.models import StoredEntry
from search.projection.cited import cited_by_keys

#: Columns of a page that say nothing to readers: a draft that is saved changes no more.
_BEHIND_THE_PAGE = frozenset(
    [
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
        "owner",
    ]
)


@receiver(post_save)
def page_was_saved(
    sender: type[Model],
    instance: Model,
    created: bool,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: object,
) -> None:
    """All that is live is saved, however it came; what is sent later tells of what hangs on the page."""
    if not isinstance(instance, Page) or raw or (created and not instance.live):
        return
    if update_fields is None or not update_fields <= _BEHIND_THE_PAGE:
        project_later([instance.pk])


@receiver(page_published)
@receiver(page_unpublished)
def page_went_live_or_off(sender: type[Page], instance: Page, **kwargs: object) -> None:
    project_later([instance.pk])


@receiver(post_delete, sender=StoredEntry)
def entry_went(sender: type[StoredEntry], instance: StoredEntry, **kwargs: object) -> None:
    """With its page, or alone."""
    tell_index([instance.pk])
    project_later(cited_by_keys(instance.cited))


@receiver(post_page_move)
def page_was_moved(sender: type[Page], instance: Page, parent_page_after: Page, **kwargs: object) -> None:
    """With all below it; pages beside it make room."""
    place_later([parent_page_after.pk])


@receiver([post_save, post_delete], sender=PageViewRestriction)
def page_was_closed_or_opened(sender: type[Model], instance: PageViewRestriction, **kwargs: object) -> None:
    place_later([instance.page_id])


@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
def others_may_see_it(sender: type[Model], instance: Any, pk_set: set[int] | None = None, **kwargs: object) -> None:
    if isinstance(instance, PageViewRestriction):
        place_later([instance.page_id])
    else:  # from the side of a group
        place_later(PageViewRestriction.objects.filter(pk__in=pk_set or ()).values_list("page", flat=True))


@receiver(pre_delete, sender=Group)
def a_group_goes(sender: type[Group], instance: Group, **kwargs: object) -> None:
    place_later(PageViewRestriction.objects.filter(groups=instance).values_list("page", flat=True))


@receiver(text_changed)
def text_of_a_file_changed(sender: type[DocumentFile], file: DocumentFile, **kwargs: object) -> None:
    project_later(OfficialDocument.objects.filter(live=True, attachments__file=file).values_list("pk", flat=True))


@receiver(statuses_changed)
def documents_hold_or_no_longer(sender: type[Model], documents: list[int], **kwargs: object) -> None:
    project_later(documents)


@receiver(texts_read)
def texts_name_documents(sender: type[Mention], pages: list[int], **kwargs: object) -> None:
    project_later(pages)


@receiver(post_save, sender=MentionDecision)
@receiver(pre_delete, sender=MentionDecision)
def what_mentions_mean_was_decided(sender: type[Model], instance: MentionDecision, **kwargs: object) -> None:
    """How often documents are cited is another number."""
    meant = Q(pk=instance.document_id) | Q(cited_names__in=instance.mentions.values("name"))
    project_later(OfficialDocument.objects.filter(meant, live=True).values_list("pk", flat=True))


@receiver(post_save, sender=Mention)
def a_mention_was_decided(sender: type[Mention], instance: Mention, **kwargs: object) -> None:
    """Saved by itself; texts are read in bulk."""
    project_later(cited_by_keys([instance.name.key]))


@receiver(post_save, sender=DocumentType)
@receiver(post_save, sender=Issuer)
@receiver(post_save, sender=Field)
@receiver(post_save, sender=Term)
@receiver(post_save, sender=Position)
def a_name_of_the_catalogue_changed(sender: type[Model], instance: Any, created: bool, **kwargs: object) -> None:
    if not created:
        project_later(_documents_with(instance))


@receiver(pre_delete, sender=Issuer)
@receiver(pre_delete, sender=Field)
def a_name_of_the_catalogue_goes(sender: type[Model], instance: Any, **kwargs: object) -> None:
    project_later(_documents_with(instance))


def _documents_with(named: Model) -> list[int]:
    """The live documents that bear a name of the catalogue."""
    by_model = {
        DocumentType: Q(document_type=named),
        Issuer: Q(issuer=named) | Q(co_issuers=named),
        Field: Q(fields=named),
        Term: Q(term=named),
        Position: Q(position=named),
    }
    live = OfficialDocument.objects.filter(by_model[type(named)], live=True)
    return list(live.order_by().values_list("pk", flat=True).distinct())
