"""The form in which staff say how strict each check is."""

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import Panel

from portal.editorial.checklist.registry import Check, Severity, checks

PREFIX = "check_"


class ChecklistForm(WagtailAdminModelForm):
    """A choice for each registered check."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for check in checks:
            self.fields[PREFIX + check.name] = forms.ChoiceField(
                label=str(check.label),
                help_text=str(check.help),
                choices=Severity.choices,
                initial=severity_in(self.instance.severities, check),
            )

    def save(self, commit: bool = True) -> Any:
        """What was decided on checks that are not registered now is kept for when they are again."""
        chosen = {check.name: self.cleaned_data[PREFIX + check.name] for check in checks}
        self.instance.severities = {**self.instance.severities, **chosen}
        return super().save(commit)


def severity_in(severities: dict[str, str], check: Check) -> Severity:
    """How strict ``check`` is by what staff decided; what no one knows is as strict as it was made."""
    decided = severities.get(check.name)
    return Severity(decided) if decided in Severity.values else check.severity


class ChecksPanel(Panel):
    """All fields of ``ChecklistForm``."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "portal_admin/checklist/settings_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["fields"] = [field for field in self.form if field.name.startswith(PREFIX)]
            return context
