"""An official document (`Văn bản`)."""

import datetime as dt
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page, PageManager, Revision
from wagtail.search import index

from documents import citations, panels, validation
from documents.dates import citation_date, today
from documents.forms import DocumentForm
from documents.models.catalogue import Term
from documents.models.levels import Sphere
from documents.models.status import Status
from documents.numbers import key_of_symbol, value_of_key
from documents.querysets import OfficialDocumentQuerySet
from portal.access.marks import mark_of
from portal.cards import Card
from portal.models import PortalPage
from portal.registry import SearchEntry
from portal.reserved_slugs import free_slug
from portal.text import slugify

#: Before any document: the place in lists of those whose day is unknown.
_DAY_UNKNOWN = dt.date(1, 1, 1)
_LONGEST_SLUG = 80


class SigningAuthority(models.TextChoices):
    """In whose place somebody signs: T/M, K/T, T/L in papers of the Party; TM., KT., TL., TUQ. of the state."""

    FOR = "for", _("T/M (on behalf of the body)")
    INSTEAD = "instead", _("K/T (in place of the head)")
    BY_ORDER = "order", _("T/L (by order)")
    AUTHORISED = "authorised", _("TUQ. (by authorisation)")


class Urgency(models.TextChoices):
    URGENT = "urgent", _("urgent")
    VERY_URGENT = "very", _("very urgent")
    EXPRESS = "express", _("express")


class Circulation(models.TextChoices):
    """How far a paper may go. No level of secrecy is among them: such papers may not be on this portal at all."""

    INTERNAL = "internal", pgettext_lazy("circulation", "Internal")
    CONFERENCE = "conference", pgettext_lazy("circulation", "Conference paper")
    TO_BE_RETURNED = "return", pgettext_lazy("circulation", "To be returned after the conference")


class OfficialDocument(PortalPage):
    """One official document with all that the register says of it.

    Its identity is number with suffix, letters of its type, issuing body, and day of issue or else term: a number
    alone is given again in every term and by many bodies. What is unknown stays empty. ``title`` follows from the
    rest. ``number_key`` and ``identity`` are for programs.
    """

    symbol = models.CharField(_("number and symbol"), max_length=60, blank=True, help_text=panels.SYMBOL_HELP)
    document_type = models.ForeignKey(
        "documents.DocumentType", verbose_name=_("document type"), on_delete=models.PROTECT, related_name="documents"
    )
    abstract = models.TextField(_("abstract"), help_text=panels.ABSTRACT_HELP)
    issuer = models.ForeignKey(
        "documents.Issuer", verbose_name=_("issuing body"), on_delete=models.PROTECT, related_name="documents"
    )
    co_issuers = ParentalManyToManyField(
        "documents.Issuer", verbose_name=_("issued together with"), blank=True, related_name="joint_documents"
    )
    term = models.ForeignKey(
        "documents.Term",
        verbose_name=_("term"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
        help_text=panels.TERM_HELP,
    )
    plenum = models.PositiveSmallIntegerField(_("of which plenum"), null=True, blank=True, help_text=panels.PLENUM_HELP)
    fields = ParentalManyToManyField(
        "documents.Field",
        verbose_name=pgettext_lazy("of documents", "fields"),
        blank=True,
        related_name="documents",
    )

    issued_on = models.DateField(_("issue date"), null=True, blank=True)
    effective_on = models.DateField(_("effective"), null=True, blank=True, help_text=panels.EFFECTIVE_HELP)
    expires_on = models.DateField(_("expiry"), null=True, blank=True, help_text=panels.EXPIRY_HELP)
    expiry_reason = models.CharField(_("reason of the expiry"), max_length=250, blank=True)
    expired_part = models.CharField(_("part no longer in force"), max_length=250, blank=True)
    status_override = models.CharField(
        _("status set by hand"), max_length=10, choices=Status.choices, blank=True, help_text=panels.OVERRIDE_HELP
    )
    status_override_reason = models.CharField(_("reason for it"), max_length=250, blank=True)

    signer = models.CharField(_("signer"), max_length=160, blank=True)
    position = models.ForeignKey(
        "documents.Position",
        verbose_name=pgettext_lazy("of a signer", "position"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    signing_authority = models.CharField(_("signs"), max_length=12, choices=SigningAuthority.choices, blank=True)
    place = models.CharField(_("place of issue"), max_length=120, blank=True, help_text=_("For example: Hà Nội."))
    recipients = models.TextField(_("recipients"), blank=True, help_text=_("One a line."))
    scope = models.CharField(_("whom it concerns"), max_length=250, blank=True)
    urgency = models.CharField(_("urgency"), max_length=10, choices=Urgency.choices, blank=True)
    circulation = models.CharField(
        _("circulation"), max_length=12, choices=Circulation.choices, blank=True, help_text=panels.CIRCULATION_HELP
    )
    source_name = models.CharField(_("obtained from"), max_length=200, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    full_text = models.TextField(_("full text"), blank=True, help_text=panels.FULL_TEXT_HELP)
    without_secrets = models.BooleanField(_("holds no state secret"), default=False, help_text=panels.SECRETS_HELP)

    number_key = models.CharField(max_length=80, blank=True, editable=False, db_index=True)
    number_value = models.PositiveIntegerField(null=True, editable=False)
    identity = models.CharField(max_length=160, null=True, editable=False, unique=True)
    ordered_on = models.DateField(default=_DAY_UNKNOWN, editable=False)

    objects = PageManager.from_queryset(OfficialDocumentQuerySet)()

    template = "documents/document.html"
    parent_page_types: ClassVar[list[str]] = ["documents.DocumentRegister"]
    subpage_types: ClassVar[list[str]] = []
    in_site_map = False
    open_graph_type = "article"
    search_entry = SearchEntry(kind="document", summary="abstract", body=("full_text",), date="issued_on")
    access_channel = "documents.document"
    outside_approval: ClassVar[tuple[str, ...]] = ("number_key", "number_value", "identity", "ordered_on")
    exclude_fields_in_copy: ClassVar[list[str]] = ["identity", "without_secrets"]

    base_form_class = DocumentForm
    content_panels = panels.CONTENT
    promote_panels = panels.PROMOTE
    search_fields: ClassVar = [
        *Page.search_fields,
        index.SearchField("symbol"),
        index.SearchField("abstract"),
        index.SearchField("signer"),
        index.FilterField("issued_on"),
    ]

    class Meta:
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")
        indexes: ClassVar = [
            models.Index(fields=["-ordered_on", "-page_ptr"], name="document_order"),
            models.Index(fields=["document_type", "-ordered_on", "-page_ptr"], name="document_type_order"),
            models.Index(fields=["issuer", "-ordered_on", "-page_ptr"], name="document_issuer_order"),
            models.Index(fields=["term", "-ordered_on", "-page_ptr"], name="document_term_order"),
        ]

    def clean(self) -> None:
        super().clean()
        errors = validation.errors_in_dates(self.issued_on, self.effective_on, self.expires_on)
        if self.status_override and not self.status_override_reason.strip():
            errors["status_override_reason"] = _("Write why the status is set by hand.")
        if self.symbol and not self.number_key:
            errors["symbol"] = _("A number begins with digits, for example: 10-CT/TW or 30/2020/NĐ-CP.")
        if errors:
            raise ValidationError(errors)
        validation.refuse_duplicate(self)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        if self.term_id is None and self.issued_on and self.issuer_id:
            self.term = Term.objects.in_which(self.issuer, self.issued_on)
        self.follow()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """A draft may lack much, but its number is its own already: two people may enter one paper at once."""
        self.follow()
        super().minimal_clean()
        validation.refuse_duplicate(self)

    @transaction.atomic
    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """The number of a document that was never published is the one in its newest draft."""
        from documents.files.services import claim

        self.follow()
        claim(self)
        if not self.live:
            validation.refuse_duplicate(self)
            claimed = {name: getattr(self, name) for name in ("number_key", "number_value", "identity")}
            OfficialDocument.objects.filter(pk=self.pk).update(**claimed)
        return super().save_revision(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """
        Raises:
            FilesNotReleased: it would be live with a file that is in quarantine.
        """
        from documents.files.conditions import require_released

        self.follow()
        names = kwargs.get("update_fields")
        if self.live and (names is None or {"live", "attachments"} & set(names)):
            require_released(self)
        super().save(*args, **kwargs)

    def follow(self) -> None:
        """What follows from the rest: the term of the day, the parts of the number, the title."""
        self.number_key = key_of_symbol(self.symbol) if self.symbol else ""
        self.number_value = value_of_key(self.number_key)
        self.ordered_on = self.issued_on or _DAY_UNKNOWN
        self.identity = self._identity() or None
        if self.document_type_id:
            self.title = self.citation[:255]

    def _identity(self) -> str:
        """Empty where there is no number: papers without one are told apart by people. An alias is its original."""
        when = self.issued_on.isoformat() if self.issued_on else f"term {self.term_id}" if self.term_id else ""
        if self.alias_of_id or not self.number_key or not self.issuer_id or not when:
            return ""
        return "|".join((self.number_and_code, str(self.issuer_id), when))

    @property
    def number_and_code(self) -> str:
        """The part of the key that one body gives once in a term."""
        return "|".join(self.number_key.split("|")[:2])

    def _get_autogenerated_slug(self, base_slug: str) -> str:
        """`12-hd-btctw-06-07-2018`; the term where the day is unknown, the abstract where there is no number."""
        return free_slug(self.own_slug() or base_slug, self.get_parent(), self)

    def own_slug(self) -> str:
        """The address that follows from number and day, or what stands in for them."""
        name = self.symbol or (f"{self.document_type} {self.abstract}" if self.document_type_id else self.abstract)
        when = f"{self.issued_on:%d-%m-%Y}" if self.issued_on else citations.term(str(self.term or ""))
        tail = slugify(when)
        head = slugify(name, max_length=_LONGEST_SLUG - len(tail))
        return "-".join(filter(None, (head, tail)))

    @property
    def name(self) -> str:
        """`Chỉ thị 10-CT/TW`."""
        return f"{self.document_type} {self.symbol}".strip()

    @property
    def citation(self) -> str:
        """`Chỉ thị 10-CT/TW ngày 30/3/2007`: how a paper names it beside its issuer."""
        return citations.short(self.name, self.issued_on)

    @property
    def official_citation(self) -> str:
        """As a paper cites it in full: `Chỉ thị số 10-CT/TW ngày 30/3/2007 của Ban Bí thư về …`."""
        kind, issuer = str(self.document_type), str(self.issuer)
        return citations.official(kind, self.symbol, self.issued_on, issuer, self.abstract)

    @property
    def begins(self) -> dt.date | None:
        """The day from which it holds. Papers of the Party hold from their signature where no other day is written."""
        signed = self.issued_on if self.issuer.sphere != Sphere.STATE else None
        return self.effective_on or signed

    @cached_property
    def status(self) -> Status:
        """What it is today."""
        known = self.__dict__.get("status_on_day")
        if known is None and not self.pk:
            return Status.UNKNOWN
        if known is None:
            period = self.status_periods.on(today()).first()
            known = period.status if period is not None else Status.UNKNOWN
        return Status(known)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from documents.document_context import document_context

        return {**super().get_context(request, *args, **kwargs), **document_context(self, request)}

    def to_card(self, request: HttpRequest | None = None) -> Card:
        return Card(
            title=self.name,
            url=self.get_url(request) or "",
            sapo=self.abstract,
            date_text=citation_date(self.issued_on) if self.issued_on else "",
            date_iso=self.issued_on.isoformat() if self.issued_on else "",
            mark=mark_of(self),
        )
