"""Approvals, the steps of the workflow, and the workflows that code made."""

from portal.editorial.models.approvals import Approval
from portal.editorial.models.known import KnownWorkflow
from portal.editorial.models.tasks import ChiefApprovalTask, EditorTask

__all__ = ["Approval", "ChiefApprovalTask", "EditorTask", "KnownWorkflow"]
