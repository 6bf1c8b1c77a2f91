"""Long work on registers, away from any request."""

from django_tasks import task

from documents.importing import uploads


@task(queue_name="long")
def read_upload(pk: int) -> None:
    uploads.read(pk)


@task(queue_name="long")
def write_upload(pk: int) -> None:
    uploads.carry_out(pk)


@task(queue_name="long")
def publish_upload(pk: int) -> None:
    uploads.publish(pk)
