"""What the admin's first page says of files that wait for the person who looks at it."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from documents.files.rights import files_for, may_decide
from documents.models import Quarantine
from portal.registry import Trouble

_LOOKED_AT = 5


def waiting_for_a_word(person: Any) -> Sequence[Trouble]:
    """Files that nobody releases but a second person, where ``person`` may be that."""
    waiting = files_for(person).filter(quarantine=Quarantine.LOOK).exclude(uploaded_by=person.pk)
    if not any(may_decide(person, file) for file in waiting.select_related("document")[:_LOOKED_AT]):
        return []
    said = _("Files of documents wait for your word whether they bear a stamp of secrecy.")
    return [Trouble(said, reverse("document_files"))]
