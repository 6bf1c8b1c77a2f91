"""The edit form of a document, in the order of the paper itself."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from documents.files.forms import FILES
from documents.filling.panel import FilledPanel
from documents.widgets import NarrowedCheckboxes

SYMBOL_HELP = _("As the paper prints it, for example: 10-CT/TW, 30/2020/NĐ-CP. Empty where it has none.")
ABSTRACT_HELP = _("What it is about, as under its title, for example: về nâng cao chất lượng sinh hoạt chi bộ.")
TERM_HELP = _("Empty: the term of the day of issue, where it is known.")
PLENUM_HELP = _(
    "Of a resolution of the Central Committee: the number of its plenum in the term, for example: 4. Texts name such "
    "resolutions by it, as in “Nghị quyết Trung ương 4 khóa XII”."
)
EFFECTIVE_HELP = _("Empty for papers of the Party that hold from the day they were signed.")
EXPIRY_HELP = _("The first day on which it no longer holds. Empty: it lasts until another one replaces it.")
OVERRIDE_HELP = _("Only where dates and relations do not tell it. Empty: the portal works it out.")
CIRCULATION_HELP = _("What is internal is shown to members only; set “Phạm vi xem” of the page as well.")
FULL_TEXT_HELP = _("The text of the document, as readers see it. Empty: the text of its first file is shown.")
SECRETS_HELP = _(
    "I confirm that neither the text nor the files hold state secrets. Papers that bear the stamps MẬT, TỐI MẬT or "
    "TUYỆT MẬT may not be on this portal."
)

CONTENT = [
    FilledPanel(),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("symbol"), FieldPanel("document_type")]),
            FieldRowPanel([FieldPanel("issuer"), FieldPanel("issued_on")]),
            FieldPanel("abstract"),
        ],
        heading=_("The document"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("signer"), FieldPanel("position"), FieldPanel("signing_authority")]),
            FieldRowPanel([FieldPanel("place"), FieldPanel("term")]),
            FieldPanel("plenum"),
            FieldPanel("co_issuers", widget=NarrowedCheckboxes),
        ],
        heading=_("Who and where"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("effective_on"), FieldPanel("expires_on")]),
            FieldRowPanel([FieldPanel("expiry_reason"), FieldPanel("expired_part")]),
            FieldRowPanel([FieldPanel("status_override"), FieldPanel("status_override_reason")]),
        ],
        heading=_("Validity"),
    ),
    InlinePanel("relations", label=_("relation"), heading=_("Relations")),
    MultiFieldPanel(
        [
            FieldPanel("fields", widget=NarrowedCheckboxes),
            FieldPanel("scope"),
            FieldPanel("recipients"),
            FieldRowPanel([FieldPanel("urgency"), FieldPanel("circulation")]),
            FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_url")]),
        ],
        heading=pgettext_lazy("panel of a document", "More about it"),
    ),
    FILES,
    FieldPanel("full_text"),
    FieldPanel("without_secrets"),
]

PROMOTE = [*Page.promote_panels]
