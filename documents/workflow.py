"""Who approves documents: lãnh đạo văn phòng, who looks at secrecy and recipients first (domain 4.1)."""

from documents.roles import OFFICE_HEAD
from portal.editorial.models import ChiefApprovalTask
from portal.editorial.roles import CHIEF
from portal.editorial.workflows import StepSpec, WorkflowSpec, workflow_specs

DOCUMENTS = WorkflowSpec(
    "documents",
    "Quy trình văn bản",
    (StepSpec("Kiểm tra độ mật, nơi nhận và duyệt", ChiefApprovalTask, (OFFICE_HEAD, CHIEF)),),
    page_types=("documents.OfficialDocument",),
)


def register() -> None:
    """Called when the app is ready."""
    workflow_specs.register(DOCUMENTS)
