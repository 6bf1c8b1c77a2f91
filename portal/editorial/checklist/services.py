"""Running the checklist, and keeping a text back that it does not let pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState

from portal.editorial.checklist.admin_settings import severity_in
from portal.editorial.checklist.models import ChecklistSettings
from portal.editorial.checklist.registry import Check, Finding, Severity, checks


class ChecklistRefused(Exception):
    """The text may not be submitted yet; the message says what to mend."""

    def __init__(self, results: "Sequence[Result]") -> None:
        self.results = results
        problems = [finding.text for result in results for finding in result.problems]
        super().__init__(_("Not submitted yet. Mend first: %(problems)s") % {"problems": " · ".join(problems)})


@dataclass(frozen=True)
class Result:
    """What one check found."""

    check: Check
    severity: Severity
    findings: Sequence[Finding]

    @property
    def problems(self) -> list[Finding]:
        return [finding for finding in self.findings if not finding.pending]

    @property
    def is_well(self) -> bool:
        return not self.findings

    @property
    def blocks(self) -> bool:
        return self.severity == Severity.BLOCKER and bool(self.problems)


def run_checks(page: Page) -> list[Result]:
    """Every check that concerns ``page`` and is not turned off; those that keep it back first."""
    severities = ChecklistSettings.load().severities
    results = [
        Result(check, severity, list(check.run(page)))
        for check in checks
        if (severity := severity_in(severities, check)) != Severity.OFF and check.concerns(page)
    ]
    return sorted(results, key=lambda result: (not result.blocks, result.is_well))


def require_checked(page: Page) -> None:
    """
    Raises:
        ChecklistRefused: a check that staff made a condition found something.
    """
    refusing = [result for result in run_checks(page) if result.blocks]
    if refusing:
        raise ChecklistRefused(refusing)


def keep_back(sender: Any, instance: WorkflowState, **kwargs: Any) -> None:
    """Before a workflow state is saved: whatever road begins or resumes a workflow passes here.

    Raises:
        ChecklistRefused: see ``require_checked``. Nothing of the workflow was written.
    """
    page = instance.content_object
    if instance.status != WorkflowState.STATUS_IN_PROGRESS or not isinstance(page, Page):
        return
    stored = WorkflowState.objects.filter(pk=instance.pk).values_list("status", flat=True).first()
    if stored != WorkflowState.STATUS_IN_PROGRESS:
        require_checked(page.get_latest_revision_as_object())
