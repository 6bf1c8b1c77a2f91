"""What is left of a blocked file: documents in which words from it may stand, and how to be rid of them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from documents.files.usage import documents_naming
from documents.models import DocumentFile, OfficialDocument
from portal.access.staff import sight_of


@dataclass(frozen=True)
class Holders:
    """Documents that name a file; ``others``: so many more, on which the person does not work."""

    documents: list[OfficialDocument]
    others: int

    @property
    def command(self) -> str:
        """What removes the documents for good."""
        return "python manage.py purge " + " ".join(str(document.pk) for document in self.documents)

    @property
    def said(self) -> str:
        """In one sentence; empty where none is known."""
        if not self.documents:
            return ""
        named = "; ".join(f"{document.get_admin_display_title()} ({document.pk})" for document in self.documents)
        return _("Words from it may stand in these documents and their versions: %(named)s.") % {"named": named}


def holders_of(file: DocumentFile, user: Any) -> Holders:
    """Those that ``user`` may edit, by their titles."""
    numbers = documents_naming(file)
    places = page_permission_policy.instances_user_has_permission_for(user, "change").filter(pk__in=numbers)
    documents = sight_of(user).of_pages(OfficialDocument.objects.filter(pk__in=places.values("pk"))).order_by("pk")
    seen = list(documents)
    return Holders(seen, len(numbers) - len(seen))
