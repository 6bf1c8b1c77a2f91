"""What a document needs before it is submitted."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from documents.files import conditions
from documents.models import IssuingRule, OfficialDocument
from documents.models.document import Circulation
from documents.validation import doubt_of_abstract
from portal.access.restrictions import PUBLIC
from portal.access.tokens import page_token
from portal.editorial.checklist.registry import Check, Finding, Severity, checks


def is_document(page: Page) -> bool:
    return isinstance(page, OfficialDocument)


def may_issue(page: OfficialDocument) -> Iterator[Finding]:
    rules = IssuingRule.objects.filter(level=page.issuer.level, document_type=page.document_type)
    for rule in rules:
        if rule.since is None or (page.issued_on and page.issued_on >= rule.since):
            yield Finding(
                _("By %(basis)s a body of this level issues no %(type)s. Check the type and the issuing body.")
                % {"basis": rule.basis, "type": str(page.document_type).lower()}
            )


def existed(page: OfficialDocument) -> Iterator[Finding]:
    day, body = page.issued_on, page.issuer
    if day is None:
        yield Finding(_("The day of issue is missing: number and body alone may name several documents."))
    elif (body.valid_from and day < body.valid_from) or (body.valid_to and day > body.valid_to):
        yield Finding(_("On %(day)s there was no %(body)s. Check the day and the body.") % {"day": day, "body": body})


def abstract(page: OfficialDocument) -> Iterator[Finding]:
    if said := doubt_of_abstract(page.abstract):
        yield Finding(said)


def circulation(page: OfficialDocument) -> Iterator[Finding]:
    if page.circulation and page_token(page) == PUBLIC:
        yield Finding(
            _("The paper is marked “%(mark)s”, but anybody could read it. Set “Phạm vi xem” of the page.")
            % {"mark": Circulation(page.circulation).label}
        )


def register() -> None:
    """Called when the app is ready."""
    for check in (
        Check(
            "document_issuer",
            gettext_lazy("Who may issue it"),
            gettext_lazy("The rules say which body issues which type."),
            may_issue,
            concerns=is_document,
        ),
        Check(
            "document_day",
            gettext_lazy("Day and body"),
            gettext_lazy("The body existed on the day of issue."),
            existed,
            concerns=is_document,
        ),
        Check(
            "document_abstract",
            gettext_lazy("Abstract"),
            gettext_lazy("It is what stands under the title, and not the text itself."),
            abstract,
            concerns=is_document,
        ),
        Check(
            "document_circulation",
            gettext_lazy("Circulation"),
            gettext_lazy("What is internal is not public."),
            circulation,
            Severity.BLOCKER,
            concerns=is_document,
        ),
        Check(
            "document_files",
            gettext_lazy("Files"),
            gettext_lazy("Every file was read and bears no stamp of secrecy."),
            conditions.released,
            Severity.BLOCKER,
            concerns=is_document,
        ),
        Check(
            "document_file_marks",
            gettext_lazy("Marks on files"),
            gettext_lazy("What a file says of its circulation fits the access of the page."),
            conditions.marked,
            concerns=is_document,
        ),
    ):
        checks.register(check)
