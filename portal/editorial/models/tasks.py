"""The two steps of the editorial workflow, as tasks of Wagtail's engine."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth.models import AbstractUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import AbstractGroupApprovalTask, TaskState

from portal.publishing import lock_page

#: (name, label, whether a form asks for more)
Action = tuple[str, "str | Promise", bool]

APPROVE, RETURN, HOLD = "approve", "reject", "hold"


def hours_to_act(default: int) -> Any:
    """How long the people of a step have. Lists of work show the deadline; ``portal.editorial.duties`` reminds."""
    return models.PositiveSmallIntegerField(
        _("hours until it is due"),
        null=True,
        blank=True,
        default=default,
        validators=[MinValueValidator(1), MaxValueValidator(2000)],
        help_text=_("Counted from the moment the text reaches this step, night and day. Empty: no deadline."),
    )


class NoteForm(forms.Form):
    """The note that goes back with a returned page."""

    comment = forms.CharField(
        label=pgettext_lazy("workflow", "What is to be mended"),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write what is to be mended, so that the author knows.")},
    )


class GroupTask(AbstractGroupApprovalTask):
    """A step for the people of some groups; a page goes back only with a note."""

    admin_form_fields: ClassVar[list[str]] = [*AbstractGroupApprovalTask.admin_form_fields, "hours"]

    class Meta:
        abstract = True

    def _user_in_groups(self, user: AbstractUser) -> bool:
        from portal.editorial.acting import lenders_at

        return bool(super()._user_in_groups(user)) or bool(lenders_at(user, self))

    def user_can_unlock(self, obj: models.Model, user: AbstractUser) -> bool:
        return bool(self._user_in_groups(user))

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: AbstractUser, action_name: str, **kwargs: Any) -> None:
        """One decision after the other, on the step as it is by then; the page is locked first, as everywhere.

        ``hold`` is an approval after which ``portal.editorial.finishing`` publishes nothing.

        Raises:
            DecidedAlready: somebody ended the step meanwhile.
        """
        from portal.editorial.errors import DecidedAlready

        lock_page(int(task_state.workflow_state.object_id))
        step = TaskState.objects.select_related("workflow_state").get(pk=task_state.pk).specific
        if step.status != TaskState.STATUS_IN_PROGRESS:
            raise DecidedAlready(step.workflow_state.content_object.get_admin_display_title())
        step.workflow_state.held = action_name == HOLD
        super().on_action(step, user, APPROVE if action_name == HOLD else action_name, **kwargs)

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        form: type[forms.Form] = NoteForm if action == RETURN else super().get_form_for_action(action)
        return form


class EditorTask(GroupTask):
    """Step 1: the editor reads, mends and passes on, or returns."""

    actions: ClassVar[list[Action]] = [
        (APPROVE, pgettext_lazy("workflow", "Approve"), False),
        (APPROVE, pgettext_lazy("workflow", "Approve with a note"), True),
        (RETURN, pgettext_lazy("workflow", "Return"), True),
    ]

    hours = hours_to_act(24)

    class Meta:
        verbose_name = pgettext_lazy("workflow", "editing")
        verbose_name_plural = pgettext_lazy("workflow", "editing")

    def get_actions(self, obj: models.Model, user: AbstractUser) -> list[Action]:
        return self.actions if user.is_superuser or self._user_in_groups(user) else []

    @classmethod
    def get_description(cls) -> str:
        return str(_("Members of the chosen groups edit the page and pass it on, or return it with a note"))


class ChiefApprovalTask(GroupTask):
    """Step 2: the chief editor lets the page be published, now or at its time, or holds it ready; or returns it.

    Whoever changed the text since it was last live is offered no approval (``portal.editorial.services.approve``).
    """

    returning: ClassVar[list[Action]] = [(RETURN, pgettext_lazy("workflow", "Return"), True)]
    approving: ClassVar[list[Action]] = [
        (APPROVE, pgettext_lazy("workflow", "Approve for publication"), False),
        (APPROVE, pgettext_lazy("workflow", "Approve for publication with a note"), True),
        (HOLD, pgettext_lazy("workflow", "Approve and hold ready"), False),
    ]

    hours = hours_to_act(12)

    class Meta:
        verbose_name = pgettext_lazy("workflow", "approval for publication")
        verbose_name_plural = pgettext_lazy("workflow", "approvals for publication")

    def get_actions(self, obj: Any, user: AbstractUser) -> list[Action]:
        from portal.editorial.services import may_approve_text

        if not (user.is_superuser or self._user_in_groups(user)):
            return []
        return (self.approving if may_approve_text(user, obj, self) else []) + self.returning

    @classmethod
    def get_description(cls) -> str:
        return str(_("Members of the chosen groups approve the page for publication; nobody approves his own text"))
