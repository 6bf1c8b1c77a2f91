"""What the register does when documents change: thin, every way in one place."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from documents.files.services import settle
from documents.models import DocumentRegister, Issuer, OfficialDocument, RelationEdge, RelationKind
from documents.services import enter, recompute_status, withdraw
from portal.editorial.roles import ensure_roles


@receiver(page_published, sender=OfficialDocument)
def document_is_entered(sender: type[OfficialDocument], instance: OfficialDocument, **kwargs: object) -> None:
    enter(instance)


@receiver(page_unpublished, sender=OfficialDocument)
@receiver(pre_delete, sender=OfficialDocument)
def document_is_withdrawn(sender: type[OfficialDocument], instance: OfficialDocument, **kwargs: object) -> None:
    withdraw(instance)


@receiver(pre_delete, sender=OfficialDocument)
def files_of_a_deleted_document_go_or_find_another(
    sender: type[OfficialDocument], instance: OfficialDocument, **kwargs: object
) -> None:
    files = list(instance.files.values_list("pk", flat=True))
    if files:
        transaction.on_commit(partial(settle, files))


@receiver(post_save, sender=DocumentRegister)
def keepers_get_their_place(
    sender: type[DocumentRegister], instance: DocumentRegister, created: bool, raw: bool = False, **kwargs: object
) -> None:
    if created and not raw:
        ensure_roles()


@receiver(post_save, sender=RelationKind)
def effect_of_a_kind_counts(sender: type[RelationKind], instance: RelationKind, **kwargs: object) -> None:
    edges = RelationEdge.objects.filter(kind=instance, target__isnull=False)
    recompute_status(set(edges.values_list("target", flat=True)))


@receiver(post_save, sender=Issuer)
def sphere_of_a_body_counts(sender: type[Issuer], instance: Issuer, created: bool, **kwargs: object) -> None:
    if not created:
        recompute_status(set(instance.documents.values_list("pk", flat=True)))
