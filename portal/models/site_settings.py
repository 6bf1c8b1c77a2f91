"""The committee's identity and what masthead and footer say."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """One committee's identity. Empty values are not shown."""

    committee_parent = models.CharField(
        _("line above the name"), max_length=160, blank=True, help_text=_("For example: Đảng bộ tỉnh Quảng Ninh.")
    )
    committee_name = models.CharField(
        _("committee's name"), max_length=160, default="Đảng uỷ", help_text=_("For example: Đảng uỷ xã Lương Minh.")
    )
    emblem = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("emblem"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    welcome_line = models.CharField(
        _("welcome line"),
        max_length=200,
        blank=True,
        help_text=_("For example: Chào mừng bạn đến với cổng thông tin điện tử Đảng bộ xã Lương Minh."),
    )
    contact_address = models.CharField(_("address"), max_length=250, blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=60, blank=True)
    contact_fax = models.CharField(_("fax"), max_length=60, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    operating_organisation = models.CharField(
        _("operating organisation"), max_length=200, blank=True, help_text=_("Who runs the portal.")
    )
    responsible_person = models.CharField(
        _("responsible person"),
        max_length=160,
        blank=True,
        help_text=_("Name and position, for example: Đồng chí Nguyễn Văn Bình, Phó Bí thư Thường trực."),
    )
    licence = models.CharField(_("licence"), max_length=200, blank=True, help_text=_("Number, date and issuer."))
    republish_notice = models.CharField(
        _("republishing notice"),
        max_length=250,
        blank=True,
        help_text=_("For example: Ghi rõ nguồn khi phát hành lại thông tin từ cổng này."),
    )
    footer_note = RichTextField(_("more in the footer"), blank=True, features=["bold", "link"])
    share_picture = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("picture for sharing"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown by social networks for pages without a picture of their own."),
    )

    select_related: ClassVar = ["emblem", "share_picture"]

    panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldPanel("committee_parent"),
                FieldPanel("committee_name"),
                FieldPanel("emblem"),
                FieldPanel("welcome_line"),
                FieldPanel("share_picture"),
            ],
            heading=_("Identity"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("contact_address"),
                FieldPanel("contact_phone"),
                FieldPanel("contact_fax"),
                FieldPanel("contact_email"),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("operating_organisation"),
                FieldPanel("responsible_person"),
                FieldPanel("licence"),
                FieldPanel("republish_notice"),
                FieldPanel("footer_note"),
            ],
            heading=_("Responsibility"),
        ),
    ]

    class Meta:
        verbose_name = _("committee and portal")

    def __str__(self) -> str:
        return self.committee_name
