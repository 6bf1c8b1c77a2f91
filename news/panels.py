"""The article's edit form, grouped the way an editor works: text, picture, who and whence, dates, relations."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Page

from portal.editorial.changes.forms import ChangeReasonPanel

KICKER_HELP = _("A word or two above the title, such as a place or a series. For example: Ba Chẽ.")
SAPO_HELP = _("Two or three sentences that say the whole news, about 40 words.")
PUBLISHED_HELP = _(
    "Leave empty: the portal sets it when the article goes live. Type a date only if readers saw the article elsewhere "
    "before. The unknown date of an imported article stays unknown."
)
UPDATED_HELP = _("Shown as “Cập nhật lúc” under the title. Fill it in when the content changed after publication.")
AUTHOR_HELP = _("Author or pen name, shown under the text. For example: Trúc Linh. No telephone numbers.")
POSTER_HELP = _("Who put the article on the portal, where that is not the author.")
SOURCE_TAG_HELP = _("Short name of the source before the lead, without brackets. For example: TTXVN.")
REVIEW_HELP = _("Seen only by staff: what the import could not read for certain. Empty it when checked.")
VIEWS_HELP = _("Counted by the old portal. Only administrators may change it.")
CORRECTION_HELP = _("For example: Bản đăng ngày 12/9 ghi nhầm số đảng viên là 45, đúng là 54.")

CONTENT = [
    FieldPanel("kicker"),
    *Page.content_panels,
    FieldPanel("sapo"),
    MultiFieldPanel(
        [
            FieldPanel("picture"),
            FieldPanel("picture_alt"),
            FieldRowPanel([FieldPanel("picture_caption"), FieldPanel("picture_credit")]),
        ],
        heading=_("Lead picture"),
    ),
    FieldPanel("body"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("author_name"), FieldPanel("poster_name")]),
            FieldRowPanel([FieldPanel("source_tag"), FieldPanel("source_name")]),
            FieldPanel("source_url"),
        ],
        heading=_("Who and whence"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("published_on"), FieldPanel("published_time_known")]),
            FieldPanel("updated_on"),
        ],
        heading=_("Dates"),
    ),
    InlinePanel("corrections", label=_("correction"), heading=_("Corrections")),
    ChangeReasonPanel("change_reason"),
]

PROMOTE = [
    FieldPanel("tags"),
    InlinePanel("related_picks", label=_("related article"), heading=_("Related articles"), max_num=6),
    *Page.promote_panels,
]

SETTINGS = [
    *Page.settings_panels,
    MultiFieldPanel(
        [FieldPanel("review_note"), FieldPanel("base_views", help_text=VIEWS_HELP)], heading=_("From the import")
    ),
]

RELATED = [PageChooserPanel("related", "news.Article")]
CORRECTION = [FieldPanel("noted_on"), FieldPanel("text")]
