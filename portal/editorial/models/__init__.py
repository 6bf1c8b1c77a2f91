"""Approvals, the steps of the workflow, the workflows that code made, and what was read before."""

from portal.editorial.models.approvals import Approval
from portal.editorial.models.known import KnownWorkflow
from portal.editorial.models.remembered import ReadContent
from portal.editorial.models.tasks import ChiefApprovalTask, EditorTask

__all__ = ["Approval", "ChiefApprovalTask", "EditorTask", "KnownWorkflow", "ReadContent"]
