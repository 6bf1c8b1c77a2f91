"""Filling the form of a new document from a file that its person uploaded before."""

from django.dispatch import receiver
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.signals import init_new_page

from documents.filling.values import filled_from
from documents.models import Attachment, AttachmentRole, DocumentFile, OfficialDocument, Quarantine, Reading
from portal.access.restrictions import request_being_answered

#: The name of the file's number in the address of the form.
PARAMETER = "tep"


def file_asked_for(request: HttpRequest) -> DocumentFile | None:
    """The file named in the address, if it is the person's own and in no document yet."""
    number = request.GET.get(PARAMETER, "")
    if not number.isdecimal() or len(number) > 18:
        return None
    own = DocumentFile.objects.filter(pk=number, document=None, uploaded_by=request.user.pk)
    return own.exclude(quarantine=Quarantine.BLOCKED).first()


@receiver(init_new_page)
def fill(sender: type, page: Page, parent: Page, **kwargs: object) -> None:
    """Before the form is drawn. Nothing is saved: that is for the person."""
    request = request_being_answered()
    if request is None or not isinstance(page, OfficialDocument):
        return
    file = file_asked_for(request)
    if file is None:
        return
    filled = filled_from(file)
    for one in filled:
        setattr(page, one.name, one.value)
    if file.reading != Reading.FAILED:  # with one that cannot be read no document is published
        page.attachments = [Attachment(file=file, role=AttachmentRole.MAIN)]
    page.filled_from = (file, filled)
