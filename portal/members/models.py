"""Invitations and lists of people to invite; what people are told, how, and what their desk remembers."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from portal.members.querysets import InvitationQuerySet, NotificationQuerySet


class MailTiming(models.TextChoices):
    """When a notification comes by mail as well; on the desk it stands in any case."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("In one mail a day")
    NEVER = "never", pgettext_lazy("mail", "Never")


class Notification(models.Model):
    """Something one person is told.

    Its text may name its page, so it is shown and mailed only while the person may open that page: on the site, or in
    the admin where ``in_admin`` is set. The same ``key`` tells the same person once.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications", verbose_name=_("person")
    )
    kind = models.CharField(_("kind"), max_length=60)
    text = models.CharField(_("text"), max_length=500)
    note = models.TextField(pgettext_lazy("notification", "what was said"), blank=True)
    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("page")
    )
    in_admin = models.BooleanField(_("leads to the admin"), default=False)
    address = models.CharField(
        _("address"), max_length=300, blank=True, help_text=_("On this site; empty: that of the page.")
    )
    key = models.CharField(pgettext_lazy("effect", "key"), max_length=200)
    created_at = models.DateTimeField(_("written at"), default=timezone.now)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)
    awaits_digest = models.BooleanField(_("waits for the daily mail"), default=False)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "key"], name="notification_told_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["person", "-created_at", "-id"], name="notification_newest"),
            models.Index(fields=["person"], name="notification_digest", condition=models.Q(awaits_digest=True)),
            models.Index(fields=["person"], name="notification_unread", condition=models.Q(read_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.text


class MailChoice(models.Model):
    """When one person wants mails of one kind of notification; without a row the kind's own default holds."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_choices", verbose_name=_("person")
    )
    kind = models.CharField(_("kind"), max_length=60)
    timing = models.CharField(_("mail"), max_length=10, choices=MailTiming.choices)

    class Meta:
        verbose_name = _("choice of mails")
        verbose_name_plural = _("choices of mails")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "kind"], name="mail_choice_one_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.timing}"


class DeskMemory(models.Model):
    """What the desk remembers of a person between visits. A visit begins with signing in."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="desk_memory", verbose_name=_("person")
    )
    visit_began_at = models.DateTimeField(_("this visit began"), null=True, blank=True)
    visited_before_at = models.DateTimeField(_("the visit before began"), null=True, blank=True)
    digest_on = models.DateField(_("day of the last daily mail"), null=True, blank=True)

    class Meta:
        verbose_name = _("memory of the desk")
        verbose_name_plural = _("memories of the desk")

    def __str__(self) -> str:
        return str(self.person)


class InvitationState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("invitation", "Waiting")
    ACCEPTED = "accepted", pgettext_lazy("invitation", "Accepted")
    EXPIRED = "expired", pgettext_lazy("invitation", "Expired")
    WITHDRAWN = "withdrawn", pgettext_lazy("invitation", "Withdrawn")


class Invitation(models.Model):
    """How an account comes to its owner: a link by mail, on which he chooses his password once.

    The link is made of this row's number and ``times_sent`` and signed; it is stored nowhere. Sending again makes a new
    one, and the old one is no longer good.
    """

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="invitation",
        verbose_name=pgettext_lazy("invitation", "account"),
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("invited by"),
    )
    note = models.CharField(_("word to the invited"), max_length=500, blank=True)
    invited_at = models.DateTimeField(_("invited at"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now, db_index=True)
    times_sent = models.PositiveSmallIntegerField(_("times sent"), default=1)
    expires_at = models.DateTimeField(_("good until"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return self.account.get_full_name() or self.account.get_username()

    @property
    def state(self) -> InvitationState:
        """As it is at this moment."""
        if self.accepted_at is not None:
            return InvitationState.ACCEPTED
        if self.withdrawn_at is not None:
            return InvitationState.WITHDRAWN
        return InvitationState.WAITING if timezone.now() < self.expires_at else InvitationState.EXPIRED


class AccountImport(models.Model):
    """A list of people that somebody read from a workbook: shown first, carried out after his yes, forgotten in a day.

    ``lines`` holds what becomes of each line (``portal.members.importing.Line``); the file itself is not kept.
    """

    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("read by")
    )
    file_name = models.CharField(_("name of the file"), max_length=200)
    created_at = models.DateTimeField(_("read at"), default=timezone.now, db_index=True)
    lines = models.JSONField(_("lines"), default=list)
    done_at = models.DateTimeField(_("carried out at"), null=True, blank=True)

    class Meta:
        verbose_name = _("list of people to invite")
        verbose_name_plural = _("lists of people to invite")

    def __str__(self) -> str:
        return self.file_name
