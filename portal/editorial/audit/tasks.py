"""Long work on the audit, away from any request."""

from django_tasks import task

from portal.editorial.audit.exporting import write


@task(queue_name="long")
def write_export(pk: int) -> None:
    write(pk)
