"""Every way in which a text or a document goes live or is no longer: thin, one line each."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from documents.files.signals import text_changed
from documents.mentions.services import forget_page, name_document, read_page, read_pages
from documents.models import DocumentFile, OfficialDocument
from portal.models import PortalPage


@receiver(page_published)
def text_is_read(sender: type[Page], instance: Any, **kwargs: object) -> None:
    if isinstance(instance, PortalPage):
        read_page(instance)


@receiver(page_unpublished)
def text_is_forgotten(sender: type[Page], instance: Page, **kwargs: object) -> None:
    forget_page(instance)


@receiver(text_changed)
def text_of_a_file_is_read(sender: type[Any], file: DocumentFile, **kwargs: object) -> None:
    showing = OfficialDocument.objects.filter(live=True, attachments__file=file).distinct()
    for _done in read_pages(list(showing.values_list("pk", flat=True))):
        pass


@receiver(page_published, sender=OfficialDocument)
def document_is_found_by_its_names(sender: type[Page], instance: OfficialDocument, **kwargs: object) -> None:
    name_document(instance)
