"""The form of a rule: what is wrong with each page is said beside that page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Page

from portal.access.staff import sees
from search.rules.matching import MOST_PINNED
from search.rules.problems import problem_of_page

_GONE = gettext_lazy("This page is not there any more. Choose another.")


class RulePageForm(WagtailAdminModelForm):
    """One page, and what becomes of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["page"].error_messages["invalid_choice"] = _GONE

    def clean_page(self) -> Page:
        """
        Raises:
            ValidationError: nobody could find the page; or it is closed to whoever writes, to whom it is not there.
        """
        page: Page = self.cleaned_data["page"]
        if page.pk == self.instance.page_id and not self.has_changed():
            return page
        if self.for_user is not None and not sees(self.for_user, page):
            raise ValidationError(str(_GONE))
        if problem := problem_of_page(page):
            raise ValidationError(problem)
        return page


class RulePagesFormSet(BaseChildFormSet):
    """All pages of a rule. Each stands there once: no page is pinned and left out by one rule."""

    def clean(self) -> None:
        super().clean()
        seen: set[Page] = set()
        for form in self.forms:
            page = None if form in self.deleted_forms else getattr(form, "cleaned_data", {}).get("page")
            if page is None:
                continue
            if page in seen:
                form.add_error(
                    "page", _("This page stands in the rule already. Either it is pinned, or it is not found.")
                )
            seen.add(page)

    def validate_unique(self) -> None:
        """``clean`` says it, in words of its own."""

    def get_unique_error_message(self, unique_check: Any) -> str:
        return _("This page stands in the rule already. Either it is pinned, or it is not found.")


class RulePagesPanel(InlinePanel):
    """The pages in the form of a rule, in their order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("panels", [FieldPanel("page"), FieldPanel("effect")])
        kwargs.setdefault("min_num", 1)
        kwargs.setdefault("max_num", MOST_PINNED)
        super().__init__(*args, **kwargs)

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        own = {"form": RulePageForm, "formset": RulePagesFormSet, "inherit_kwargs": ["for_user"]}
        options["formsets"][self.relation_name].update(own)
        return options
